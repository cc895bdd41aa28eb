import type { Overlap } from "./shingles";

/** Texts with fewer different shingles than this are copies only when all their words are the same: some fifty words in common may be one quotation. */
export const LEAST_SHINGLES = 50;
/** From this Jaccard similarity on, two texts are copies. */
export const LEAST_JACCARD = 0.7;
/** So much of the shorter text must stand in the longer one for a cut copy. */
export const LEAST_CONTAINMENT = 0.85;
/** A cut copy has at least this part of the longer text; a shorter one is as likely a statement that the longer quotes. */
export const LEAST_PART = 0.25;
/** From here on two texts are shown to a person as likely copies, without being joined. */
export const NEAR = { jaccard: 0.3, containment: 0.6 } as const;

/** Two texts by the number of their shingles. */
export type Sizes = { readonly a: number; readonly b: number };

const partOf = ({ a, b }: Sizes): number => Math.min(a, b) / Math.max(a, b);
const tooShort = ({ a, b }: Sizes): boolean => Math.min(a, b) < LEAST_SHINGLES;

/** Whether two texts carry the same words, so that a machine may join them into one work. */
export const isNearCopy = (sizes: Sizes, { jaccard, containment }: Overlap): boolean =>
  !tooShort(sizes) && (jaccard >= LEAST_JACCARD || (containment >= LEAST_CONTAINMENT && partOf(sizes) >= LEAST_PART));

/** Whether two texts are worth showing to a person as likely copies. */
export const isLikely = (sizes: Sizes, { jaccard, containment }: Overlap): boolean => !tooShort(sizes) && (jaccard >= NEAR.jaccard || containment >= NEAR.containment);

/** Whether the sizes alone leave it open that two texts are copies: similarity is never more than their ratio. */
export const mayBeCopy = (sizes: Sizes): boolean => !tooShort(sizes) && partOf(sizes) >= LEAST_PART;
