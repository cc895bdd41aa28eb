"use client";

import Link from "next/link";
import { useFormatter, useTranslations } from "use-intl/react";
import { useDates } from "@/components/words/use-dates";
import type { Column } from "@/lib/compare/document";
import { useComparison } from "./context";

/** A head for each column: whose article it is, from when, how long, what it leaves out, and how much is its own voice. */
export function ColumnHeads({ passages, shown }: { passages: number; shown: number }) {
  const t = useTranslations("compare.page");
  const { found } = useComparison();
  return (
    <section className="cmp-heads" aria-label={t("articles")} data-n={found.columns.length}>
      <div className="x11">{shown < passages ? t("counts", { n: passages, shown }) : t("countsAll", { n: passages })}</div>
      {found.columns.map((column) => <Head key={column.id} column={column} passages={passages} />)}
    </section>
  );
}

function Head({ column, passages }: { column: Column; passages: number }) {
  const t = useTranslations("compare.page");
  const { date } = useDates();
  const format = useFormatter();
  const { projectId, look, naming } = useComparison();
  const { publisher, outlet, byline } = column;
  const origin = [
    look.names && byline !== null ? t("by", { byline: byline.replace(/^by /iu, "") }) : null,
    look.names && publisher && publisher.id !== outlet?.id ? t("republished", { name: publisher.name }) : null,
    column.copies.length > 0 ? t("copyOf", { names: column.copies.map(naming.column).join(", ") }) : null,
  ].filter((part) => part !== null);
  return (
    <div className="cmp-head">
      <h2 dir="auto"><Link href={`/p/${projectId}/articles/${column.id}`} title={look.names ? column.title : t("openArticle")}>{naming.column(column.id)}</Link></h2>
      <p className="x12">
        {column.publishedOn !== null && <span>{date(column.publishedOn)}</span>}
        <span>{t("wordCount", { n: column.words })}</span>
        {passages > 0 && <span title={t("absentWhy")}>{t("absent", { k: column.absent, n: passages })}</span>}
        {column.alone > 0 && <span>{t("alone", { n: column.alone })}</span>}
      </p>
      <p className="x12">
        {origin.length > 0 && <span className="cmp-origin" dir="auto">{origin.join(" · ")}</span>}
        {column.ownShare !== null && <span className="cmp-share" title={t("ownWhy")}>{t("own")} <span className="bar" aria-hidden><i style={{ inlineSize: `${Math.round(column.ownShare * 100)}%` }} /></span> <span className="num">{format.number(column.ownShare, { style: "percent" })}</span></span>}
      </p>
      {column.leftOut > 0 && <p className="x12">{t("leftOut", { n: column.leftOut })}</p>}
    </div>
  );
}
