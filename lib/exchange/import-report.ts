import type { Cell } from "./csv";

/** A row of an import as its report tells it. */
export type ReportRow = {
  readonly ordinal: number; readonly file: string; readonly entry: string; readonly line: number | null; readonly byte: number | null; readonly state: string;
  readonly reason: string | null; readonly title: string; readonly articleId: string | null; readonly copyOf: { readonly id: string } | { readonly ordinal: number } | null;
};

export const REPORT_COLUMNS = ["record", "file", "entry", "line", "byte", "outcome", "reason", "title", "article_id", "copy_of"] as const;

/** One record of the report; records are counted from 1, as people do. */
export const reportRecord = (row: ReportRow): Cell[] => [
  row.ordinal + 1, row.file, row.entry, row.line, row.byte, row.state, row.reason, row.title, row.articleId,
  row.copyOf === null ? null : "id" in row.copyOf ? row.copyOf.id : `record ${row.copyOf.ordinal + 1}`,
];
