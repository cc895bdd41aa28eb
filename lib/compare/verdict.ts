/** What a verdict is about: two passages that tell the same or do not, or two facts. */
export const VERDICT_SUBJECTS = ["passage", "fact"] as const;
export type VerdictSubject = (typeof VERDICT_SUBJECTS)[number];

/** What can be said. Only of two facts can a person say that they conflict. */
export const VERDICTS = ["same", "different", "conflict"] as const;
export type VerdictWord = (typeof VERDICTS)[number];

/** A place in the text of one revision of an article, in code points. */
export type VerdictPlace = { readonly articleId: string; readonly revisionId: string; readonly start: number; readonly end: number };

/** What somebody said of two places of two articles. The article with the lower id stands first. */
export type Verdict = {
  readonly id: string;
  readonly subject: VerdictSubject;
  readonly a: VerdictPlace;
  readonly b: VerdictPlace;
  readonly verdict: VerdictWord;
  readonly note: string;
  /** Null once the person was erased. */
  readonly memberId: string | null;
  readonly memberName: string | null;
  /** ISO 8601. */
  readonly at: string;
  readonly version: number;
};

/** Two places in the order in which they are stored: by the id of their article. */
export const ordered = <P extends { readonly articleId: string }>(one: P, other: P): readonly [P, P] => (one.articleId < other.articleId ? [one, other] : [other, one]);

/** A name for two places that is the same whichever stands first. */
export function pairKey(one: { readonly articleId: string; readonly start: number; readonly end: number }, other: { readonly articleId: string; readonly start: number; readonly end: number }): string {
  const [a, b] = ordered(one, other);
  return `${a.articleId} ${a.start} ${a.end} ${b.articleId} ${b.start} ${b.end}`;
}
