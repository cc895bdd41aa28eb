import type { Quantity } from "@/lib/kernel/quantity";
import type { Choice, ComparedPhase, Layer, Level } from "./choice";

/** Why a figure of agreement is undefined. */
export const UNDEFINED = ["one_annotator", "no_shared_article", "nothing_marked", "no_variation", "too_few_documents", "unequal_annotators", "no_values", "not_computed"] as const;
export type Undefined = (typeof UNDEFINED)[number];

/** A figure of agreement: at most 1; 0 is what chance alone gives for chance-corrected ones. */
export type Figure = Quantity<number, Undefined>;
/** 95 % limits. `documents`: how many independent texts (works) they rest on. */
export type Interval = Quantity<{ readonly low: number; readonly high: number; readonly documents: number }, Undefined>;

/** Which coefficient a figure is. `u_alpha` and its family: Krippendorff et al. 2016. */
export const COEFFICIENTS = ["alpha", "u_alpha", "bar_u_alpha", "cu_alpha", "k_u_alpha", "cohen_kappa", "cohen_kappa_quadratic", "scott_pi", "fleiss_kappa", "brennan_prediger", "ac1", "ac2_quadratic", "percent_items", "percent_pairs", "f1_exact", "f1_overlap", "f1_iou50", "f1_character", "f1_partial", "gamma"] as const;
export type Coefficient = (typeof COEFFICIENTS)[number];
export const UNITS = ["character", "marked_character", "span", "article_target", "article"] as const;
export type Unit = (typeof UNITS)[number];

/** One coefficient with all that must stand beside it. */
export type Line = {
  /** What it is about: a layer, a label, a target; `key` is stable, `name` as the codebook has it (null where the screen has its own words for `key`). */
  readonly key: string;
  readonly name: string | null;
  readonly coefficient: Coefficient;
  readonly level: Level;
  readonly unit: Unit;
  readonly figure: Figure;
  readonly interval: Interval;
  /** How often two annotators say the same, 0..1, and how often chance alone would make them. */
  readonly same: Figure;
  readonly expected: Figure;
  /** Shares of the values among all that was said, the largest first; sums to 1. */
  readonly prevalence: readonly { readonly value: string; readonly name: string | null; readonly share: number }[];
  /** Units that at least two annotators coded (characters, spans or items). */
  readonly units: number;
  readonly spans: number;
  readonly articles: number;
  readonly annotators: number;
  /** Of what anybody marked, the share on which the figure rests (0..1); null where it rests on all. */
  readonly coverage: number | null;
};

export type Pair = { readonly a: string; readonly b: string; readonly figure: Figure; readonly articles: number };
/** Ordered pairs of values that two annotators gave the same place or item; rows and columns as `values`. Symmetric. */
export type Confusion = { readonly values: readonly { readonly key: string; readonly name: string | null }[]; readonly counts: readonly (readonly number[])[] };
/** One week (Monday, UTC) by the day on which the last of an article's annotators submitted it first. */
export type Week = { readonly monday: string; readonly articles: number; readonly figure: Figure; readonly interval: Interval };
/** How much one marks on the articles that others read as well. */
export type Severity = { readonly annotatorId: string; readonly spans: number; readonly per1000Words: Figure; readonly critical: Figure; readonly articles: number };
/** What two annotators differ in, most first: matched pairs of marks, and marks without a match. */
export const CAUSES = ["target", "only_some", "framing", "extent", "voice"] as const;
export type Cause = { readonly kind: (typeof CAUSES)[number]; readonly passages: number; readonly share: number; readonly examples: readonly Passage[] };
export type Passage = { readonly articleId: string; readonly start: number; readonly end: number; readonly quote: string };
/** What an article adds to the observed disagreement of the figure (0..1 of the whole), and its passages that cost most. */
export type Costly = { readonly articleId: string; readonly title: string; readonly share: number; readonly passages: readonly (Passage & { readonly share: number })[] };
/** Why work is in no figure. `withdrawn_member`: the assignment was taken back; a member who left keeps what they submitted. */
export const LEFT_OUT = ["not_submitted", "one_annotator_only", "peers_seen", "source", "older_text", "withdrawn_member", "no_longer_annotatable", "outside_blocks", "key_article", "codebook_version", "suggested", "practice", "other_phase", "other_round", "archived"] as const;
/** What the choice left out, and why. Of some reasons only marks are left out, and the rest of the assignment is not. */
export type LeftOut = { readonly reason: (typeof LEFT_OUT)[number]; readonly assignments: number; readonly spans: number };

/** All figures of one choice. */
export type Report = {
  readonly choice: Choice;
  /** Changes whenever a submission, article, target, codebook or decision does that the figures rest on. */
  readonly dataVersion: string;
  /** The phases that were looked at, also where none was asked for. */
  readonly phases: readonly ComparedPhase[];
  readonly annotators: readonly { readonly id: string; readonly name: string }[];
  readonly targets: readonly { readonly id: string; readonly name: string }[];
  /** `articles`: read by anybody; `sharedArticles`: by two or more, on which the figures rest, and `works` they are copies of; `continua`: texts × targets of the chosen layer. */
  readonly counts: { readonly articles: number; readonly sharedArticles: number; readonly works: number; readonly continua: number; readonly spans: number; readonly submissions: number };
  /** The chosen layer. */
  readonly headline: Line;
  /** Every layer at its default level, for the table on top. */
  readonly layers: readonly (Line & { readonly layer: Layer })[];
  readonly perLabel: readonly Line[];
  readonly perTarget: readonly Line[];
  /** Other coefficients of the chosen layer. */
  readonly others: readonly Line[];
  readonly pairs: readonly Pair[];
  readonly confusion: Confusion;
  readonly weeks: readonly Week[];
  readonly severity: readonly Severity[];
  readonly causes: readonly Cause[];
  readonly costly: readonly Costly[];
  readonly leftOut: readonly LeftOut[];
  /** Marks of one annotator that lay over each other within one continuum, and were merged or cut. */
  readonly selfOverlaps: { readonly merged: number; readonly cut: number };
};

/** What a class gets in place of figures: how many marked how much, and agreed how often, in counts alone. */
export type ClassCounts = { readonly kind: "class"; readonly articles: readonly { readonly articleId: string; readonly title: string; readonly submitted: number; readonly spans: number; readonly places: number; readonly placesOfSeveral: number; readonly sameFraming: number }[] };
