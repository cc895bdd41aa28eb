/** What became of a suggested target. */
export const SUGGESTION_STATES = ["open", "accepted", "declined"] as const;
export type SuggestionState = (typeof SUGGESTION_STATES)[number];

/** A target that somebody suggests, as its author sees it. */
export type Suggestion = {
  id: string;
  name: string;
  reason: string;
  /** Words of the article that it was suggested at, or none. */
  quote: string;
  articleId: string | null;
  state: SuggestionState;
  /** The target that it became or was added to as a name. */
  target: { id: string; name: string } | null;
  answer: string;
  createdAt: Date;
  decidedAt: Date | null;
  version: number;
  /** What only those see who decide; null for the author. */
  office: { suggestedBy: string; left: boolean; articleTitle: string | null; alike: number } | null;
};

/** What the codebook says of the version that came with an accepted suggestion. */
export const acceptedNote = (name: string, aliasOf: string | null): string => (aliasOf === null ? `Target “${name}” accepted` : `“${name}” accepted as a name of the target “${aliasOf}”`);
