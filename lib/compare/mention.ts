/** How a text says when: exactly, over a span, or with one end open. */
export const TIME_KINDS = ["moment", "day", "month", "season", "year", "decade", "century", "range", "by", "until", "after", "since", "relative"] as const;
export type TimeKind = (typeof TIME_KINDS)[number];

/** A place in an article that names a time. Offsets are code points; never in chrome. */
export type TimeMention = {
  readonly articleId: string;
  readonly start: number;
  readonly end: number;
  /** The sentence around it. */
  readonly sentence: number;
  readonly kind: TimeKind;
  /**
   * First and last minute that it can mean, ISO 8601 without a zone; null: open. Of `since` the span in which what is
   * told began, of `until` that in which it ended. Both null where it hangs on something unknown: another event
   * (`anchor`), or a day of publication that nobody gave.
   */
  readonly from: string | null;
  readonly to: string | null;
  /** "shortly before", "early", "about": the ends are not sharp. */
  readonly vague: boolean;
  /** What it is counted from ("two years after the war"), where it hangs on another event. */
  readonly anchor: string | null;
};

/** A place in an article that names a number of something. */
export type FigureMention = {
  readonly articleId: string;
  readonly start: number;
  readonly end: number;
  readonly sentence: number;
  /** The least and most that it can mean ("about 3,000", "between 9 and 13", "at least 40"); null: open. */
  readonly low: number | null;
  readonly high: number | null;
  readonly vague: boolean;
  /** What is counted, in lower case: "people", "dollars", "%". */
  readonly unit: string;
};

/** Two mentions of two articles that seem to speak of one fact. A person says whether they do, and whether they conflict. */
export type FactProposal = {
  readonly subject: "time" | "figure";
  readonly a: TimeMention | FigureMention;
  readonly b: TimeMention | FigureMention;
  /** 0..1: how much speaks for one fact. */
  readonly likeness: number;
  /** What the two sentences share, the most telling first. */
  readonly words: readonly string[];
  /** Whether both could be true. A difference is a conflict only once a person says so. */
  readonly compatible: boolean;
};
