"use client";

import { useRef } from "react";
import { useTranslations } from "use-intl/react";
import { alongside, type Anchor } from "@/lib/compare/scroll";
import type { Column } from "@/lib/compare/document";
import { directionOf } from "@/lib/text/direction";
import { useComparison } from "./context";
import { Marked } from "./text/marked";

/** The whole texts in columns that scroll together, passage by passage; without script, columns that scroll each by itself. */
export function FullTexts() {
  const { found, naming } = useComparison();
  const box = useRef<HTMLDivElement>(null);
  // What a column was moved to comes back as its own scroll event, which must move nothing.
  const led = useRef<Map<Element, number>>(new Map());
  const follow = (lead: HTMLElement) => {
    if (led.current.get(lead) === Math.round(lead.scrollTop)) return void led.current.delete(lead);
    const own = tops(lead);
    for (const other of box.current?.querySelectorAll<HTMLElement>(".cmp-text") ?? []) {
      if (other === lead) continue;
      const theirs = tops(other);
      const anchors = [...own].flatMap(([key, here]): Anchor[] => (theirs.has(key) ? [{ here, there: theirs.get(key)! }] : []));
      const to = Math.round(alongside(lead.scrollTop, anchors, { here: lead.scrollHeight - lead.clientHeight, there: other.scrollHeight - other.clientHeight }));
      if (Math.round(other.scrollTop) === to) continue;
      led.current.set(other, to);
      other.scrollTop = to;
    }
  };
  const light = (target: EventTarget) => {
    const key = target instanceof Element ? target.closest<HTMLElement>("[data-row]")?.dataset["row"] : undefined;
    for (const one of box.current?.querySelectorAll<HTMLElement>("[data-row]") ?? []) one.toggleAttribute("data-lit", key !== undefined && one.dataset["row"] === key);
  };
  return (
    <div className="cmp-texts" ref={box} data-n={found.columns.length} onMouseOver={({ target }) => light(target)} onMouseLeave={() => light(document)}>
      {found.columns.map((column) => (
        <div key={column.id} className="cmp-text" role="region" aria-label={naming.column(column.id)} tabIndex={0} onScroll={({ currentTarget }) => follow(currentTarget)}><Text column={column} /></div>
      ))}
    </div>
  );
}

/** Where the first sentence of each row stands in a column. */
function tops(column: HTMLElement): Map<string, number> {
  const found = new Map<string, number>();
  for (const one of column.querySelectorAll<HTMLElement>("[data-row]")) if (!found.has(one.dataset["row"]!)) found.set(one.dataset["row"]!, one.offsetTop);
  return found;
}

function Text({ column }: { column: Column }) {
  const t = useTranslations("compare.page");
  const { found, drawings, naming } = useComparison();
  const rowOf = new Map(found.rows.flatMap((row) => row.cells.filter(({ articleId }) => articleId === column.id).flatMap(({ sentences }) => sentences.map((index): [number, string] => [index, row.cells.length > 1 ? row.key : ""]))));
  const drawing = drawings.get(column.id)!;
  const blocks = [...column.blocks.filter(({ kind }) => kind === "headline"), ...column.blocks.filter(({ kind }) => kind !== "headline")];
  return (
    <div dir={directionOf(column.language)} {...(column.language === null ? {} : { lang: column.language })}>
      <p className="cmp-who">{naming.column(column.id)}</p>
      {blocks.map(({ ordinal, kind, start, end }) => {
        const sentences = column.sentences.filter((sentence) => sentence.start >= start && sentence.end <= end);
        if (sentences.length === 0) return null;
        const words = sentences.map((sentence, i) => {
          const key = rowOf.get(sentence.index) ?? "";
          const before = sentences[i - 1];
          return <span key={sentence.index}>{before && sentence.start > before.end ? " " : ""}<span {...(key === "" ? {} : { "data-row": key })} className="cmp-sentence"><Marked sentence={sentence} drawing={drawing} /></span></span>;
        });
        return kind === "headline" ? <h3 key={ordinal} className="cmp-headline">{words}</h3> : <p key={ordinal} data-kind={kind}>{words}</p>;
      })}
      {column.leftOut > 0 && <p className="x12">{t("leftOut", { n: column.leftOut })}</p>}
    </div>
  );
}
