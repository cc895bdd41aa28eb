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
  const byTarget = new Map<string, Map<string, Voices>>();
  for (const row of stored) {
    if (!articles.has(row.articleId)) continue;
    let byArticle = byTarget.get(row.targetId);
    if (byArticle === undefined) byTarget.set(row.targetId, (byArticle = new Map()));
    const voices = byArticle.get(row.articleId);
    if (voices === undefined) byArticle.set(row.articleId, { [row.voice]: row });
    else voices[row.voice] = row;
  }
  const rows: StanceRow[] = [];
  for (const [targetId, byArticle] of byTarget)
    for (const [articleId, voices] of byArticle) {
      const article = articles.get(articleId);
      if (article !== undefined) rows.push(rowOf(article, targetId, voices, grouping));
    }
  return rows;
}

type Voices = { [voice in CountedVoice]?: RollupRow };

function rowOf(article: ReadArticle, targetId: string, voices: Voices, grouping: Grouping): StanceRow {
  const publishers = grouping === "publisher" ? voices.own_publisher : undefined;
  const means = publishers ?? voices.own;
  const own = countsOf(voices.own);
  return {
    articleId: article.articleId,
    workId: article.workId,
    outletId: article.outletId,
    publisherId: article.publisherId,
    title: article.title,
    annotators: article.annotators,
    targetId,
    own: publishers === undefined ? own : sumCounts([own, publishers]),
    quoted: countsOf(voices.quoted),
    embedded: countsOf(voices.embedded),
    signMean: means?.signMean ?? null,
    quotedSignMean: voices.quoted?.signMean ?? null,
    netPer1000: article.hasOwnVoice ? (means?.netPer1000 ?? 0) : null,
    addressed: [voices.own, voices.quoted, voices.embedded, voices.none, publishers].some((row) => row?.addressed ?? false),
  };
}

function countsOf(row: RollupRow | undefined): FramingCounts {
  return row === undefined ? NO_COUNTS : { advocacy: row.advocacy, neutral: row.neutral, critical: row.critical };
}
