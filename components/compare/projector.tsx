"use client";

import { ChevronLeft, ChevronRight, Maximize, X } from "lucide-react";
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import { useTranslations } from "use-intl/react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Switch } from "@/components/ui/switch";
import { writeLook, type Look } from "@/lib/compare/address";
import type { Comparison, ShownRow } from "@/lib/compare/document";
import { directionOf } from "@/lib/text/direction";
import { CompareProvider, useComparison } from "./context";
import { Legend } from "./legend";
import { useNaming } from "./naming";
import { drawingOf } from "./text/draw";
import { Sentences } from "./text/sentences";

const nobody = () => undefined;
const noChange = () => nobody;

/** One passage after the other in large type for a class: outlets named or not, marked or not, and never who marked. Without script all of them stand below one another. */
export function Projector({ projectId, found, look }: { projectId: string; found: Comparison; look: Look }) {
  const t = useTranslations("compare.projector");
  const [[names, marks], setShown] = useState<readonly [boolean, boolean]>([look.names, look.marks]);
  const naming = useNaming(found, names);
  const rows = found.rows.filter((row) => row.headlines || look.show === "all" || (look.show === "lone") === (row.cells.length === 1));
  const [place, setPlace] = useState(0);
  // Before the script runs, and where there is none, every passage is there.
  const at = useSyncExternalStore(noChange, () => true, () => false) ? place : null;
  const box = useRef<HTMLDivElement>(null);
  const drawings = useMemo(() => new Map(found.columns.map((column) => [column.id, drawingOf(marks ? column : { marks: [], speech: [] })])), [found.columns, marks]);
  const go = (by: 1 | -1) => setPlace((before) => Math.min(rows.length - 1, Math.max(0, before + by)));
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const target = event.target as HTMLElement | null;
      if (event.ctrlKey || event.metaKey || event.altKey || target?.closest("input, [role=menu]")) return;
      if (event.key === "ArrowRight" || event.key === "ArrowDown" || event.key === "PageDown") go(1);
      else if (event.key === "ArrowLeft" || event.key === "ArrowUp" || event.key === "PageUp") go(-1);
      else return;
      event.preventDefault();
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  });
  const here = `/p/${projectId}/compare/${found.set?.id ?? "articles"}`;
  return (
    <CompareProvider value={{ projectId, found, look: { ...look, names, marks }, naming, drawings, mayWrite: false, ask: nobody }}>
      <div className="compare cmp-projector" ref={box}>
        <div className="cmp-tools no-print">
          <h1 dir="auto" className="wrap-any">{found.set?.name ?? found.columns[0]?.title}</h1>
          <span className="x12" role="status">{at !== null && t("position", { n: at + 1, of: rows.length })}</span>
          <span className="push wrap">
            <Switch label={t("names")} checked={names} onChange={(event) => setShown([event.target.checked, marks])} />
            <Switch label={t("marks")} checked={marks} onChange={(event) => setShown([names, event.target.checked])} />
            <Button size="small" icon={<Icon of={ChevronLeft} size="s" />} disabled={at === null || at === 0} onClick={() => go(-1)}>{t("previous")}</Button>
            <Button size="small" icon={<Icon of={ChevronRight} size="s" />} disabled={at === null || at === rows.length - 1} onClick={() => go(1)}>{t("next")}</Button>
            <Button size="small" icon={<Icon of={Maximize} size="s" />} onClick={() => void box.current?.requestFullscreen?.().catch(nobody)}>{t("fullScreen")}</Button>
            <Button size="small" icon={<Icon of={X} size="s" />} href={`${here}${writeLook(look)}`}>{t("close")}</Button>
          </span>
        </div>
        {marks && <Legend />}
        <div className="cmp-stage" role="region" aria-label={t("label")} tabIndex={0}>
          {rows.map((row, i) => (at === null || at === i ? <Slide key={row.key} row={row} /> : null))}
          <p className="x12 no-print">{t("keys")}</p>
        </div>
      </div>
    </CompareProvider>
  );
}

function Slide({ row }: { row: ShownRow }) {
  const t = useTranslations("compare.projector");
  const { found, naming } = useComparison();
  const absent = found.columns.filter(({ id }) => !row.cells.some(({ articleId }) => articleId === id));
  return (
    <section className="cmp-slide" aria-labelledby={`slide-${row.key}`}>
      <h2 id={`slide-${row.key}`} dir="auto">{naming.row(row)}</h2>
      {row.cells.map((cell) => {
        const column = found.columns.find(({ id }) => id === cell.articleId)!;
        return (
          <div key={cell.articleId}>
            <h3 dir="auto">{naming.column(column.id)}</h3>
            <blockquote className="serif" dir={directionOf(column.language)} {...(column.language === null ? {} : { lang: column.language })}><Sentences column={column} sentences={cell.sentences.flatMap((index) => column.sentences[index] ?? [])} /></blockquote>
          </div>
        );
      })}
      {absent.length > 0 && <p className="cmp-notin">{t("notIn", { names: absent.map(({ id }) => naming.column(id)).join(", ") })}</p>}
    </section>
  );
}
