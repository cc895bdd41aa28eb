"use client";

import { Plus, Presentation, Printer } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { SHOWING, writeLook, type Look } from "@/lib/compare/address";
import { useComparison } from "./context";

/** The line above a comparison: what it is, how it is looked at, and what can be done with it. Every look is an address. */
export function Tools({ here, nextDifference, keys }: { here: string; nextDifference: () => void; keys: boolean }) {
  const t = useTranslations("compare.page");
  const { found, look, ask } = useComparison();
  const layers = new Set(found.columns.map(({ layer }) => layer));
  const shown = layers.size > 1 ? "mixed" : layers.has("settled") ? "settled" : "raw";
  const go = (change: Partial<Look>): string => `${here}${writeLook({ ...look, ...change })}`;
  return (
    <div className="cmp-tools">
      <h1 dir="auto" className="wrap-any">{found.set?.name ?? t("factsHand", { n: found.columns.length })}</h1>
      {found.set && <span className="x12">{t("facts", { n: found.columns.length, of: found.choosable.length })}</span>}
      {(found.set || found.choosable.length > 2) && <Button size="small" className="no-print" icon={<Icon of={Plus} size="s" />} onClick={() => ask({ kind: "choose" })}>{t("change")}</Button>}
      <span className="push wrap no-print">
        <Ways label={t("view")} ways={[{ href: go({ view: "aligned" }), on: look.view === "aligned", label: t("aligned") }, { href: go({ view: "full" }), on: look.view === "full", label: t("full") }]} />
        <Ways label={t("marks")} ways={[{ href: go({ marks: true }), on: look.marks, label: t(`shown.${shown}`) }, { href: go({ marks: false }), on: !look.marks, label: t("noMarks") }]} />
        {look.view === "aligned" && <Button size="small" keys={keys ? "N" : undefined} onClick={nextDifference}>{t("next")}</Button>}
      </span>
      <span className="cmp-more no-print">
        {look.view === "aligned" && <Ways label={t("passages")} ways={SHOWING.map((show) => ({ href: go({ show }), on: look.show === show, label: t(`showing.${show}`) }))} />}
        <span title={t("orderWhy")}><Ways label={t("order")} ways={[{ href: go({ order: "free" }), on: look.order === "free", label: t("free") }, { href: go({ order: "monotone" }), on: look.order === "monotone", label: t("monotone") }]} /></span>
        <Ways label={t("names")} ways={[{ href: go({ names: true }), on: look.names, label: t("namesShown") }, { href: go({ names: false }), on: !look.names, label: t("namesHidden") }]} />
        <span className="push wrap">{found.set && <Button size="small" href={`${here}/words${writeLook({ ...look, order: "free", view: "aligned", marks: true, show: "all", names: true })}`}>{t("words")}</Button>}<Button size="small" icon={<Icon of={Presentation} size="s" />} href={`${here}/projector${writeLook(look)}`}>{t("project")}</Button><Button size="small" icon={<Icon of={Printer} size="s" />} onClick={() => window.print()}>{t("print")}</Button></span>
      </span>
    </div>
  );
}

/** One of few ways to look, as links that need no script. */
function Ways({ label, ways }: { label: string; ways: readonly { href: string; on: boolean; label: string }[] }) {
  return <nav aria-label={label} className="seg small">{ways.map(({ href, on, label: words }) => <Link key={href} href={href} scroll={false} aria-current={on || undefined}>{words}</Link>)}</nav>;
}
