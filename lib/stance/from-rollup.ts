import { type FramingCounts, NO_COUNTS, sumCounts } from "./counts";
import type { Grouping, StanceRow } from "./rows";

/** What the stored counts hold under: the three voices, a voice not asked, and the publisher's own words on a copy. */
export type CountedVoice = "own" | "own_publisher" | "quoted" | "embedded" | "none";

/** One stored row: an article, a target and a voice. */
export interface RollupRow extends FramingCounts {
  readonly articleId: string;
  readonly targetId: string;
  readonly voice: CountedVoice;
  /** Mean over annotators of each one's mean sign; of `own_publisher`, over both own voices together. */
  readonly signMean: number | null;
  readonly netPer1000: number;
  readonly addressed: boolean;
}

/** One article that somebody submitted. */
export interface ReadArticle extends Pick<StanceRow, "articleId" | "workId" | "outletId" | "publisherId" | "title" | "annotators"> {
  /** Whether any of its words are in the outlet's own voice; without them there is no rate. */
  readonly hasOwnVoice: boolean;
}

/**
 * The rows for `stanceTable` from what is stored. By outlet, the words that a publisher set above a copy (headline,
 * headings, captions) are left out; by publisher, they are added to the own voice. Rows of articles that are not
 * among `articles` are left out.
 */
export function stanceRows(stored: readonly RollupRow[], articles: ReadonlyMap<string, ReadArticle>, grouping: Grouping): StanceRow[] {
  const byCell = new Map<string, { article: ReadArticle; targetId: string; voices: Map<CountedVoice, RollupRow> }>();
  for (const row of stored) {
    const article = articles.get(row.articleId);
    if (article === undefined) continue;
    const key = `${row.articleId} ${row.targetId}`;
    const cell = byCell.get(key) ?? { article, targetId: row.targetId, voices: new Map<CountedVoice, RollupRow>() };
    cell.voices.set(row.voice, row);
    byCell.set(key, cell);
  }
  return [...byCell.values()].map(({ article, targetId, voices }) => rowOf(article, targetId, voices, grouping));
}

function rowOf({ hasOwnVoice, ...article }: ReadArticle, targetId: string, voices: ReadonlyMap<CountedVoice, RollupRow>, grouping: Grouping): StanceRow {
  const publishers = grouping === "publisher" ? voices.get("own_publisher") : undefined;
  const means = publishers ?? voices.get("own");
  return {
    ...article,
    targetId,
    own: sumCounts([countsOf(voices.get("own")), countsOf(publishers)]),
    quoted: countsOf(voices.get("quoted")),
    embedded: countsOf(voices.get("embedded")),
    signMean: means?.signMean ?? null,
    quotedSignMean: voices.get("quoted")?.signMean ?? null,
    netPer1000: hasOwnVoice ? (means?.netPer1000 ?? 0) : null,
    addressed: [...voices.values()].some((row) => row.addressed && (row.voice !== "own_publisher" || row === publishers)),
  };
}

function countsOf(row: RollupRow | undefined): FramingCounts {
  return row === undefined ? NO_COUNTS : { advocacy: row.advocacy, neutral: row.neutral, critical: row.critical };
}
