import type { FramingCounts, VoiceCounts } from "./counts";

/** One article and one target, summed over the annotators who submitted the article. */
export interface StanceRow extends VoiceCounts {
  readonly articleId: string;
  /** Copies of the same words share it. */
  readonly workId: string;
  /** Who first published the words; null = unknown. */
  readonly outletId: string | null;
  /** The site that the copy was captured from; null = unknown. */
  readonly publisherId: string | null;
  readonly title: string;
  readonly targetId: string;
  /** Everyone who submitted the article, with or without marks. */
  readonly annotators: readonly string[];
  /** Mean over annotators of each one's mean own-voice sign, −1..+1; null when nobody marked in own voice. */
  readonly signMean: number | null;
  /** The same over quoted spans. */
  readonly quotedSignMean: number | null;
  /** Mean over annotators of net own-voice marks per 1,000 own-voice code points; null when there are none of those. */
  readonly netPer1000: number | null;
  /** Whether the article addresses the target at all, by its judgements or its marks. */
  readonly addressed: boolean;
}

/** What one annotator who submitted an article made of one target. */
export interface AnnotatorRow extends VoiceCounts {
  readonly annotatorId: string;
}

/** One of the outlets' groupings: who wrote the words, or who put them up. */
export const GROUPINGS = ["outlet", "publisher"] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** True when any span, in whatever voice, is about the target. */
export function hasMarks(row: VoiceCounts): boolean {
  return any(row.own) || any(row.quoted) || any(row.embedded);
}

const any = (counts: FramingCounts): boolean => counts.advocacy + counts.neutral + counts.critical > 0;
