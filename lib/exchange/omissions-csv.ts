import { BOM, csvRecords } from "./csv";

type Article = { readonly id: string; readonly title: string; readonly outlet: string | null; readonly revisionId: string };
/** An omission as it is written out. */
type Written = { readonly id: string; readonly set: string; readonly leaves: Article | null; readonly tells: Article | null; readonly told: { readonly revisionId: string; readonly start: number; readonly end: number }; readonly quote: string; readonly note: string; readonly by: string | null; readonly at: string };

export const OMISSION_COLUMNS = ["omission_id", "set", "article_id", "article", "outlet", "told_by_id", "told_by", "told_by_outlet", "start", "end", "quote", "text", "note", "noted_by", "noted_at"] as const;

/**
 * Omissions as CSV, one row each: the article that leaves something out, the one that tells it, and where and in which
 * words (code points). `text` is "corrected" where the words are those of an earlier text of that article.
 */
export const omissionsCsv = (items: readonly Written[]): string =>
  BOM + csvRecords([OMISSION_COLUMNS, ...items.map(({ id, set, leaves, tells, told, quote, note, by, at }) => [id, set, leaves?.id ?? null, leaves?.title ?? null, leaves?.outlet ?? null, tells?.id ?? null, tells?.title ?? null, tells?.outlet ?? null, told.start, told.end, quote, told.revisionId === tells?.revisionId ? "current" : "corrected", note, by, at])]);
