import type { Material } from "../material/material";

/**
 * A row of the table that every figure can be computed from again: a part of a mark, a judgement or a label of the
 * whole article, as the annotator submitted it; or that an annotator submitted the article (`kind` "read"), which is
 * there also where they marked nothing. Places count the code points of the article that can be marked.
 */
export type UnitRow = readonly [
  kind: "read" | "span" | "judgement" | "answer", articleId: string, workId: string, length: number, words: number, annotatorId: string, submittedAt: string,
  spanId: string | null, part: number | null, targetId: string | null, start: number | null, end: number | null, framing: string | null, voice: string | null, device: string | null, labelIds: string | null, setId: string | null, value: number | string | null,
];

/** The names of the columns, in their order. */
export const UNIT_COLUMNS = ["kind", "article_id", "work_id", "length", "words", "annotator_id", "first_submitted_at", "span_id", "part", "target_id", "start", "end", "framing", "voice", "device", "label_ids", "set_id", "value"] as const;

/** All rows of a material, by article and annotator. */
export function unitRows({ articles, annotators, targets }: Material): UnitRow[] {
  const rows: UnitRow[] = [];
  for (const article of articles)
    for (const { annotator, submittedAt, spans, judgements, answers } of article.works) {
      const head = [article.id, article.workId, article.length, article.words, annotators[annotator]!.id, submittedAt] as const;
      rows.push(["read", ...head, null, null, null, null, null, null, null, null, null, null, null]);
      for (const { id, target, framing, voice, device, labelIds, parts } of spans)
        for (let at = 0; at < parts.length; at += 2) rows.push(["span", ...head, id, at / 2 + 1, targets[target]!.id, parts[at]!, parts[at + 1]!, framing, voice, device, labelIds.join(" "), null, null]);
      for (const [target, value] of judgements) rows.push(["judgement", ...head, null, null, targets[target]!.id, null, null, null, null, null, null, null, value]);
      for (const [setId, labelIds] of answers) rows.push(["answer", ...head, null, null, null, null, null, null, null, null, labelIds.join(" "), setId, null]);
    }
  return rows;
}
