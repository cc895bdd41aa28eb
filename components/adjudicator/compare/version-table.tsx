"use client";

import type { ReactNode } from "react";
import { useTranslations } from "use-intl/react";
import { useConfidences } from "@/components/annotator/cards/use-confidences";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { FramingGlyph, GLYPH_CLASS } from "@/components/ui/framing-glyph";
import { Who } from "@/components/ui/who";
import { readMarkdown } from "@/lib/codebook/markdown";
import { plainText } from "@/lib/codebook/rich-text";
import type { AdjudicateKeys } from "../keyboard/adjudicate-keys";
import type { Naming } from "../naming";
import { type Column, oddOnes } from "../state/columns";
import type { ShownCluster } from "../types";
import { WordsCell } from "./words-cell";

type Row = { readonly name: string; readonly values: readonly string[]; readonly cell?: (column: Column, i: number) => ReactNode; readonly className?: string; readonly plain?: true };

/** The versions of a cluster side by side, one column each; what differs stands out. */
export function VersionTable({ cluster, columns, naming, words, length, keys, busy, onAdopt }: {
  cluster: ShownCluster;
  columns: readonly Column[];
  naming: Naming;
  words: (start: number, end: number) => string;
  /** Of the article, in code points. */
  length: number;
  keys: AdjudicateKeys;
  /** Nothing can be adopted now. */
  busy: boolean;
  onAdopt: (digit: number) => void;
}) {
  const t = useTranslations("adjudicate");
  const rows = useRows(columns, naming, cluster, words, length);
  return (
    <table className="cols" data-columns={columns.length}>
      <caption className="vh">{t("versions", { n: columns.length, cluster: cluster.number })}</caption>
      <thead>
        <tr>
          <th scope="col"><span className="vh">{t("rows.field")}</span></th>
          {columns.map(({ annotator, span, turn, of }) => (
            <th key={span.id} scope="col">
              <span className="row"><Who square letters={annotator.letter} name={t("annotator", { letter: annotator.letter })} /><span className="cut" dir="auto">{naming.annotator(annotator)}</span></span>
              {of > 1 && <span className="x11">{t("turn", { n: turn, of })}</span>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const odd = oddOnes(row.values);
          return (
            <tr key={row.name}>
              <th scope="row">{row.name}</th>
              {columns.map((column, i) => <td key={column.span.id} className={classNames(row.className, row.plain !== true && odd[i] && "d")}>{row.cell ? row.cell(column, i) : row.values[i] || "–"}</td>)}
            </tr>
          );
        })}
        <tr>
          <th scope="row"><span className="vh">{t("rows.adopt")}</span></th>
          {columns.map(({ span, annotator, digit, turn, of }) => {
            const command = `adopt${"ABCDEFGHI".charAt(digit - 1)}`;
            return (
              <td key={span.id} className="act">
                <Button full disabled={busy} keys={digit > 9 ? undefined : keys.shown(command)} aria-keyshortcuts={digit > 9 ? undefined : keys.aria(command)} onClick={() => onAdopt(digit)}>
                  {t("adopt", { letter: of > 1 ? `${annotator.letter}${turn}` : annotator.letter })}
                </Button>
              </td>
            );
          })}
        </tr>
      </tbody>
    </table>
  );
}

/** The questions that were asked or answered, with every version's answer. */
function useRows(columns: readonly Column[], naming: Naming, cluster: ShownCluster, words: (start: number, end: number) => string, length: number): Row[] {
  const t = useTranslations("adjudicate.rows");
  const cards = useTranslations("cards");
  const confidences = useConfidences();
  const { asks } = naming.codebook.content;
  const of = (value: (column: Column) => string): string[] => columns.map(value);
  const any = (values: readonly string[]): boolean => values.some((value) => value !== "");
  const speakers = of(({ span }) => span.speaker ?? "");
  const labels = of(({ span }) => naming.labels(span.labelIds));
  const notes = of(({ span }) => plainText(readMarkdown(span.note)).trim());
  const aims = of(({ span }) => cards(`directness.${span.directness}`));
  const means = of(({ span }) => (span.device === null ? "" : cards(`devices.${span.device}`)));
  return [
    { name: t("words"), values: of(({ span }) => span.id), plain: true, className: "ext", cell: ({ span }) => <WordsCell parts={span.parts} framing={span.framing} around={cluster} {...{ words, length }} /> },
    { name: t("framing"), values: of(({ span }) => span.framing), cell: ({ span }) => <span className={classNames("fr", GLYPH_CLASS[span.framing])}><FramingGlyph shape={span.framing} />{naming.codebook.framing(span.framing)}</span> },
    { name: t("target"), values: of(({ span }) => span.targetId), cell: ({ span }) => <span dir="auto">{naming.target(span.targetId)}</span> },
    ...(asks.voice || columns.some(({ span }) => span.voice !== null) ? [{ name: t("voice"), values: of(({ span }) => naming.voice(span)) }] : []),
    ...(any(speakers) ? [{ name: t("speaker"), values: speakers, plain: true as const }] : []),
    ...(asks.directness || columns.some(({ span }) => span.directness === "indirect") ? [{ name: t("directness"), values: aims }] : []),
    ...(asks.device || any(means) ? [{ name: t("device"), values: means }] : []),
    ...(naming.codebook.spanSets.length > 0 || any(labels) ? [{ name: t("labels"), values: labels }] : []),
    ...(asks.confidence ? [{ name: t("confidence"), values: of(({ span }) => confidences.find(({ value }) => value === span.confidence)?.label ?? "") }] : []),
    ...(any(notes) ? [{ name: t("note"), values: notes, plain: true as const, className: "note2", cell: (_column: Column, i: number) => <span dir="auto">{notes[i]}</span> }] : []),
  ];
}
