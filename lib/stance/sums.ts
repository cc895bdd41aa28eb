import type { FramingCounts, VoiceCounts } from "./counts";

/** What an estimate needs of values of works, whatever their number. `variance` is Σ(y − ȳ)²/(n − 1), 0 where n is 1. */
export type Moments = { readonly n: number; readonly mean: number; readonly variance: number; readonly min: number; readonly max: number };

/** The values of one work in one group toward one target; null where the work has none. */
export type PointSums = {
  readonly workId: string;
  readonly own: number | null;
  readonly quoted: number | null;
  readonly all: number | null;
  /** Net own-voice marks per 1,000 own-voice code points. */
  readonly rate: number | null;
};

/** One outlet (or publisher) and target, summed over the works that address the target. */
export type GroupSums = {
  /** The outlet or publisher; null: works of which nobody knows it, which are only listed singly. */
  readonly groupId: string | null;
  readonly targetId: string;
  readonly articles: number;
  readonly works: number;
  readonly spans: number;
  /** Who submitted one of these articles; the settled record is nobody. */
  readonly annotatorIds: readonly string[];
  /** Works that two annotators read, or that have a settled record (which counts as two). */
  readonly sharedWorks: number;
  readonly settledArticles: number;
  readonly counts: VoiceCounts & { readonly none: FramingCounts };
  /** Mean signs of works: own voice, quoted, every voice. */
  readonly own: Moments | null;
  readonly quoted: Moments | null;
  readonly all: Moments | null;
  readonly rate: Moments | null;
  /** The works themselves, where there are fewer than three. */
  readonly points: readonly PointSums[];
};

/** A work of which nobody knows the outlet (or publisher), and a target: shown by itself. Its values stand in `points`. */
export type SingleSums = GroupSums & { readonly groupId: null; readonly workId: string; readonly title: string; readonly articleIds: readonly string[] };

/** Every group and target of a choice in the order of their ids; single works, of which at most 500 are listed, and how many there are. */
export type Sums = { readonly groups: readonly GroupSums[]; readonly singles: readonly SingleSums[]; readonly singleWorks: number };

/** One outlet (or publisher) and target over judgements, −2..+2. `unclear` and `notAddressed` count judgements, and are outside of the mean. */
export type JudgementSums = Pick<GroupSums, "groupId" | "targetId" | "articles" | "works" | "annotatorIds" | "sharedWorks" | "settledArticles"> & {
  readonly judgements: number;
  readonly unclear: number;
  readonly notAddressed: number;
  readonly value: Moments | null;
  readonly points: readonly { readonly workId: string; readonly value: number }[];
};

export type SingleJudgementSums = JudgementSums & { readonly groupId: null; readonly workId: string; readonly title: string; readonly articleIds: readonly string[] };
export type AllJudgementSums = { readonly groups: readonly JudgementSums[]; readonly singles: readonly SingleJudgementSums[]; readonly singleWorks: number };

/** What one coder made of one article toward one target under a choice. */
export type Observation = {
  readonly groupId: string | null;
  readonly targetId: string;
  readonly workId: string;
  readonly articleId: string;
  /** An annotator, or `NO_ONE` for the settled record. */
  readonly coderId: string;
  /** Mean sign in the chosen voice (0 without a mark, since the article addresses the target), or the judgement. */
  readonly value: number;
  readonly spans: number;
};

/** The coder of the settled record. */
export const NO_ONE = "00000000-0000-0000-0000-000000000000";
