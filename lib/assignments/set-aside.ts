/** Why an article is skipped, as it is offered; anything else is written in one's own words. */
export const SKIP_REASONS = ["It is not about the targets", "I cannot read its language", "Its text is broken", "Its content upsets me"] as const;

/** Code points that a reason or a note to a flag can have. */
export const LONGEST_REASON = 500;

/** What was put aside: skipped by its annotator, flagged for the coordinator, or both. */
export const ASIDE = ["skipped", "flagged"] as const;
/** One of `ASIDE`. */
export type Aside = (typeof ASIDE)[number];
