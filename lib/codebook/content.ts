import type { Framing } from "./framing";
import type { RichText } from "./rich-text";

/** Colours of labels, safe for colour-blind readers. Blue and vermillion belong to framing. */
export const COLOURS = ["green", "purple", "orange", "sky", "yellow", "grey"] as const;
export type Colour = (typeof COLOURS)[number];

/** Shapes that stand beside a label's name, so that colour is never alone. */
export const GLYPHS = ["circle", "ring", "square", "frame", "diamond", "star", "cross", "plus", "hexagon", "bar"] as const;
export type Glyph = (typeof GLYPHS)[number];

/** Words that show a label or rule at work; `spanId` names the real span that they were taken from. */
export type Example = { readonly text: string; readonly note: string; readonly spanId: string | null };

/** What a coder reads about a label. */
export type LabelText = {
  readonly definition: RichText;
  /** When to use it. */
  readonly use: RichText;
  /** When not to use it. */
  readonly avoid: RichText;
  readonly examples: readonly Example[];
  readonly counterExamples: readonly Example[];
};

/** One of the three built-in framings; polarity, colour, glyph and key are fixed, name and text are the project's. */
export type FramingLabel = LabelText & { readonly id: Framing; readonly name: string };

/** A label of an optional set. Its id stays the same over all versions and is never used again. */
export type Label = LabelText & {
  readonly id: string;
  /** What exports call it: small letters, digits, hyphens; unique in its set. */
  readonly key: string;
  readonly name: string;
  readonly colour: Colour;
  readonly glyph: Glyph;
  /** The key of the keyboard that chooses it, or null. */
  readonly shortcut: string | null;
  /** A label of the same set that this one belongs under. */
  readonly parentId: string | null;
  readonly archived: boolean;
  /** The label that took this one in; read at every look, so it can be undone. */
  readonly mergedIntoId: string | null;
  /** The labels that this one was split into; its marks need a look. */
  readonly splitIntoIds: readonly string[];
};

/** Shown only when another answer is given: one of `labelIds` in the set `setId`, or as framing when `setId` is "framing". */
export type ShowWhen = { readonly setId: string; readonly labelIds: readonly string[] };

/** A question about every span, or about every article, with its possible answers. */
export type LabelSet = {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly description: RichText;
  readonly level: "span" | "article";
  readonly choice: "single" | "multiple";
  readonly required: boolean;
  readonly showWhen: ShowWhen | null;
  readonly archived: boolean;
  readonly labels: readonly Label[];
};

/** A rule of coding. */
export type Rule = { readonly id: string; readonly title: string; readonly text: RichText; readonly example: Example | null; readonly counterExample: Example | null };

/** Which of the built-in questions are asked of a span. What is not asked is stored as null (directness as direct). */
export type Asks = { readonly voice: boolean; readonly directness: boolean; readonly device: boolean; readonly confidence: boolean };

/** All that one version of a codebook says. Stored as JSON; immutable once published. */
export type CodebookContent = {
  readonly format: 1;
  readonly name: string;
  readonly introduction: RichText;
  readonly asks: Asks;
  /** advocacy, neutral, critical: exactly these three, in this order. */
  readonly framing: readonly FramingLabel[];
  readonly rules: readonly Rule[];
  readonly sets: readonly LabelSet[];
};

/**
 * A change that a new version makes to one thing, and whether it changes its meaning. `labelId` may be a framing, a
 * label, a set ("set:…"), a rule ("rule:…") or "introduction"; `touches` are the labels whose marks it concerns.
 */
export type ClassifiedChange = { readonly labelId: string; readonly meaning: boolean; readonly reason: string; readonly touches?: readonly string[] | undefined };

/** Every label of the optional sets with the set it belongs to. */
export const labelsOf = (content: CodebookContent): { set: LabelSet; label: Label }[] => content.sets.flatMap((set) => set.labels.map((label) => ({ set, label })));
