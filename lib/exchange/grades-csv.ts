import type { Cell } from "./csv";
import { BOM, csvRecords } from "./csv";

/** Columns of a class's points for a grade book. */
export const GRADE_COLUMNS = ["pupil", "handed_in", "articles", "marks", "reasons", "evidence", "reasoning", "total", "comment"] as const;

type Row = { readonly pseudonym: string; readonly handedIn: number; readonly articles: number; readonly marks: number; readonly reasons: number; readonly evidence: number | null; readonly reasoning: number | null; readonly total: number | null; readonly comment: string };

/** Points of a lesson as CSV, one row per pupil; empty where none were given. */
export const gradesCsv = (pupils: readonly Row[]): string =>
  BOM + csvRecords([GRADE_COLUMNS, ...pupils.map((one): Cell[] => [one.pseudonym, one.handedIn, one.articles, one.marks, one.reasons, one.evidence, one.reasoning, one.total, one.comment])]);
