import type { JudgementValue } from "@/lib/annotations/span";
import type { ComparedPhase } from "../choice";
import type { LeftOut } from "../report";

/** A mark in body coordinates: places count the code points that can be marked in the article, chrome and bylines cut out. */
export type MaterialSpan = {
  readonly id: string;
  /** Index into `Material.targets`; merged targets are the one that took them in. */
  readonly target: number;
  readonly framing: string;
  /** Null where it was not asked. */
  readonly voice: string | null;
  readonly device: string | null;
  /** Labels of sets on spans; merged labels are the one that took them in. */
  readonly labelIds: readonly string[];
  /** Pairs of start and end, in order and apart, within 0..length of the article. */
  readonly parts: Int32Array;
};

/** What one annotator submitted of one article. */
export type Work = {
  /** Index into `Material.annotators`. */
  readonly annotator: number;
  /** When it was submitted first, ISO 8601. */
  readonly submittedAt: string;
  readonly spans: readonly MaterialSpan[];
  /** By index of the target. */
  readonly judgements: ReadonlyMap<number, JudgementValue>;
  /** Labels chosen for the whole article, by set. */
  readonly answers: ReadonlyMap<string, readonly string[]>;
};

/** An article that at least two annotators submitted. */
export type MaterialArticle = {
  readonly id: string;
  readonly title: string;
  /** Copies of one text share it; they are one document of every interval. */
  readonly workId: string;
  /** Code points that all of its annotators could mark, the same for each of them. */
  readonly length: number;
  /** Words of it, in proportion to `length` where only some blocks count. */
  readonly words: number;
  /** Pairs of start and end in the article's text: which code points those are. */
  readonly ranges: Int32Array;
  /** At least two, by annotator; a coder's number in a continuum of this article is the index here. */
  readonly works: readonly Work[];
};

/** A set of labels, on spans or of whole articles, as the newest codebook has it. */
export type MaterialSet = { readonly id: string; readonly name: string; readonly level: "span" | "article"; readonly choice: "single" | "multiple"; readonly labels: readonly { readonly id: string; readonly name: string }[] };

/** What the figures of one choice are computed from: small, and free of texts. */
export type Material = {
  readonly annotators: readonly { readonly id: string; readonly name: string }[];
  readonly targets: readonly { readonly id: string; readonly name: string }[];
  readonly sets: readonly MaterialSet[];
  readonly articles: readonly MaterialArticle[];
  /** Articles that anybody's work of the choice is on, those of one annotator alone included. */
  readonly articlesRead: number;
  /** Annotators of that work. */
  readonly annotatorsRead: number;
  /** The phases that were looked at. */
  readonly phases: readonly ComparedPhase[];
  readonly leftOut: readonly LeftOut[];
};
