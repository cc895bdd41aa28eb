import type { BlockKind } from "@/lib/articles/blocks";

/** A sentence of a compared article. Offsets count code points of the article's text; never of chrome. */
export type Sentence = { readonly index: number; readonly start: number; readonly end: number; readonly text: string; readonly kind: BlockKind };

/** An article as it is compared. Its sentences are in the order of the text, headline first. */
export type ComparedArticle = { readonly id: string; readonly language: string | null; /** YYYY-MM-DD */ readonly publishedOn: string | null; readonly sentences: readonly Sentence[] };

/** Two places of two articles (code points). */
export type PlacePair = { readonly articleId: string; readonly start: number; readonly end: number; readonly otherId: string; readonly otherStart: number; readonly otherEnd: number };

/** What a person said of two places: they tell the same, or they do not. */
export type PassageVerdict = PlacePair & { readonly verdict: "same" | "different" };

/** The sentences (indices, ascending) of one article in a row. */
export type RowCell = { readonly articleId: string; readonly sentences: readonly number[] };

/** Sentences of several articles that tell the same thing, or of one that alone tells it. */
export type PassageRow = {
  /** Stable while texts and verdicts are the same. */
  readonly key: string;
  readonly cells: readonly RowCell[];
  /** What joins them, the most telling first; of a lone row its own most telling words. */
  readonly words: readonly string[];
  /** Mean cosine of the pairs that join it, 0..1; null for a lone row. */
  readonly likeness: number | null;
  /** Whether a person's word made it what it is. */
  readonly byHand: boolean;
};
