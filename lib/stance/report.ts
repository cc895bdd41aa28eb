import type { Coefficient, Figure as AgreementFigure, Interval as AgreementInterval, Unit } from "@/lib/agreement/report";
import type { Level } from "@/lib/agreement/choice";
import type { Quantity } from "@/lib/kernel/quantity";
import type { StanceChoice } from "./choice";
import type { FramingCounts, VoiceCounts } from "./counts";
import type { Interval, WorkPoint } from "./estimate";
import type { Status } from "./status";

/** Counts of spans by voice; `none`: the voice was not asked. */
export type AllCounts = VoiceCounts & { readonly none: FramingCounts };

/** A mean over works with its 95 % interval and what it can carry. */
export type Assessed = {
  /** Works with a value. */
  readonly works: number;
  /** Works that two annotators read, or that have a settled record (which counts as two). */
  readonly sharedWorks: number;
  readonly mean: Quantity<number, "no_works" | "fewer_than_three_works">;
  readonly interval: Quantity<Interval, "no_works" | "fewer_than_three_works" | "no_variation">;
  readonly status: Status;
};

/** Net own-voice marks per 1,000 own-voice code points, over works; `own_voice_only` for other voices and for judgements. */
export type Rate = {
  readonly works: number;
  readonly mean: Quantity<number, "no_works" | "fewer_than_three_works" | "own_voice_only">;
  readonly interval: Quantity<Interval, "no_works" | "fewer_than_three_works" | "own_voice_only" | "no_variation">;
};

/** A figure drawn toward the common mean of outlets; `kept` (0..1): how much of its own way it keeps. */
export type Shrunken = { readonly mean: number; readonly interval: Interval; readonly kept: number };
export type NoShrinkage = "fewer_than_five_outlets" | "no_variation" | "fewer_than_three_works";

/** How many things a figure rests on. Only articles that address the target are in them. */
export type Basis = {
  readonly articles: number;
  readonly works: number;
  readonly annotators: number;
  /** Works that two annotators read, or that have a settled record. */
  readonly sharedWorks: number;
  readonly settledArticles: number;
  /** Spans of all voices under the choice; marks on copies are marks too. 0 of judgements. */
  readonly spans: number;
  readonly counts: AllCounts;
  /** Judgements with a number, and those beside the mean; null where spans are measured. */
  readonly judged: { readonly judgements: number; readonly unclear: number; readonly notAddressed: number } | null;
};

/** One outlet (or publisher) and one target. */
export type StanceCell = Basis & {
  readonly groupId: string;
  readonly targetId: string;
  /** What was chosen: the mean sign −1..+1 in the chosen voice, or the mean judgement −2..+2. */
  readonly figure: Assessed;
  /** The works of `figure` themselves, where there are fewer than three; otherwise empty. */
  readonly points: readonly WorkPoint[];
  /** The same over those whom the outlet quotes; beside own voice alone. */
  readonly quoted: Assessed | null;
  readonly quotedPoints: readonly WorkPoint[];
  readonly rate: Rate;
  /** Beside the raw mean, never in its place. */
  readonly shrunken: Quantity<Shrunken, NoShrinkage>;
  /** What the figure says, in English sentences. */
  readonly reading: string;
};

/** A work whose outlet (or publisher) nobody knows: shown by itself, in no outlet's figure. */
export type SingleWork = Basis & {
  readonly workId: string;
  readonly targetId: string;
  readonly title: string;
  readonly articleIds: readonly string[];
  readonly value: Quantity<number, "no_value">;
  readonly quoted: Quantity<number, "no_value">;
  readonly rate: Quantity<number, "no_own_voice" | "own_voice_only">;
};

export type NamedTarget = { readonly id: string; readonly name: string; readonly isFocus: boolean };
export type NamedOutlet = { readonly id: string; readonly name: string };

/** What there is to choose from: of the whole project, not of the choice at hand. */
export type StanceFilters = {
  /** Articles whose coding counts, whether or not they address a target. */
  readonly articlesRead: number;
  readonly targets: readonly NamedTarget[];
  /** Genres of counted articles, the most frequent first. */
  readonly genres: readonly { readonly genre: string; readonly articles: number }[];
  /** First and last day of publication of counted articles, YYYY-MM-DD; null where none has one. */
  readonly days: { readonly from: string; readonly to: string } | null;
  readonly withoutDay: number;
  /** Numbers of published codebook versions that counted work carries, the newest first. */
  readonly codebookVersions: readonly number[];
  readonly articleSets: readonly { readonly id: string; readonly name: string }[];
  /** Whether such work is there at all, so that a filter could matter. */
  readonly hidden: boolean;
  readonly shown: boolean;
  readonly indirect: boolean;
  readonly words: boolean;
  readonly facts: boolean;
  readonly judgements: boolean;
  readonly spans: boolean;
  readonly settled: boolean;
  readonly publishersDiffer: boolean;
  readonly children: boolean;
};

/** Why annotators' leanings could not be taken off, and the figures stand as they were marked. */
export type NoAdjustment = "annotators_do_not_overlap" | "annotators_overlap_too_little";

/** Outlet × target under one choice. */
export type StanceTable = {
  /** As asked, and `targetIds` as they were resolved: what was merged stands under the target that took it in. */
  readonly choice: StanceChoice;
  /** In the order of the project; those that were asked for, or the focus. */
  readonly targets: readonly NamedTarget[];
  /** Outlets (or publishers) of articles read under the choice, by name. */
  readonly outlets: readonly NamedOutlet[];
  /** By target in their order, then by outlet id. */
  readonly cells: readonly StanceCell[];
  readonly singles: readonly SingleWork[];
  /** Titles of the works among `points`, by work id. */
  readonly workTitles: Readonly<Record<string, string>>;
  /** What is said of all outlets toward one target, in the order of `targets`. */
  readonly toward: readonly Toward[];
  /** Works of unknown outlet or publisher in all; `singles` lists the first 500 of them. */
  readonly singleWorks: number;
  /** Articles whose names are still being looked up; until then "addresses" may miss some. */
  readonly namesPending: number;
  readonly dataVersion: string;
  /** When it was computed, ISO 8601. */
  readonly at: string;
};

/** Which outlets may be compared, and which of those are clearly apart. */
export type Order = {
  readonly compared: readonly string[];
  readonly apart: readonly { readonly critical: string; readonly advocacy: string }[];
  readonly pairs: number;
  readonly says: "too_few" | "none" | "some" | "all";
};

/** What several outlets have in common toward one target: the common mean, and the variance between outlets and within. */
export type Pooled = { readonly outlets: number; readonly mean: number; readonly interval: Interval; readonly between: number; readonly within: number };

/** All outlets toward one target. */
export type Toward = {
  readonly targetId: string;
  readonly order: Order;
  readonly pooled: Quantity<Pooled, "fewer_than_five_outlets" | "no_variation">;
  /** Null where adjustment was not asked for, or is done; else why the figures stand as they were marked. */
  readonly notAdjusted: NoAdjustment | null;
};

/** What the page shows: the table, and what else there is to choose. */
export type Stance = StanceTable & { readonly filters: StanceFilters };

/** Whose figure: an outlet's (or publisher's), or one work of unknown outlet. */
export type Whose = { readonly groupId: string; readonly workId?: undefined } | { readonly workId: string; readonly groupId?: undefined };

/** Who is quoted on a target: how often, and how they lean. Sorted by spans, the most first. */
export type Speaker = { readonly name: string; readonly spans: number; readonly counts: FramingCounts };

/** How far agreement on exactly this layer lets a figure be read. */
export type CardAgreement = {
  readonly layer: "framing" | "judgement";
  readonly coefficient: Coefficient;
  readonly level: Level;
  readonly unit: Unit;
  readonly figure: AgreementFigure;
  readonly interval: AgreementInterval;
  /** Units that two annotators or more coded. */
  readonly units: number;
  readonly articles: number;
  readonly annotators: number;
  /** `refuse`: undefined; `warn`: below .667. Neither speaks of a settled record. */
  readonly advice: "fine" | "warn" | "refuse";
};

/** Everything under one figure. */
export type ReportCard = {
  readonly choice: StanceChoice;
  readonly whose: { readonly kind: "group" | "work"; readonly id: string; readonly name: string };
  readonly target: NamedTarget;
  /** What is estimated, in one English sentence. */
  readonly estimand: string;
  /** The one that is there: an outlet's cell, or a single work. */
  readonly cell: StanceCell | null;
  readonly single: SingleWork | null;
  /** The five quoted most, the other named ones together, and quotes without a name. */
  readonly speakers: { readonly top: readonly Speaker[]; readonly rest: { readonly speakers: number; readonly counts: FramingCounts }; readonly unnamed: FramingCounts };
  /** The same figure genre by genre, the most articles first; the genre filter of the choice apart. Null: genre unknown. */
  readonly genres: readonly { readonly genre: string | null; readonly articles: number; readonly works: number; readonly figure: Assessed; readonly points: readonly WorkPoint[] }[];
  /** Articles beyond one per work. */
  readonly copies: number;
  /** Over pairs of annotators of these articles: how many they both read. Null below two annotators. */
  readonly inCommon: { readonly pairs: number; readonly fewest: number; readonly most: number } | null;
  /** Of the articles, how many have a settled record that counted, 0..1. */
  readonly settledShare: Quantity<number, "no_articles">;
  readonly dates: { readonly from: string | null; readonly to: string | null; readonly without: number };
  /** Articles of the group that were read and do not address the target: in no denominator. */
  readonly notAddressing: number;
  /** Of coders × articles, the share read with the source hidden, 0..1; the settled record is neither. */
  readonly blindShare: Quantity<number, "no_annotators">;
  /** Versions that the counted marks (or judgements) carry, the newest first, and marks that the version filter left out. */
  readonly codebook: { readonly versions: readonly { readonly number: number; readonly marks: number }[]; readonly leftOut: number };
  /** Name of the chosen set of articles. */
  readonly articleSet: string | null;
  /** How the articles were chosen, as the project says; may be empty. */
  readonly sampling: string;
  /** What counts as addressing: names in the body as well, or marks of people alone. */
  readonly addressedBy: "evidence" | "marked";
  readonly agreement: CardAgreement;
  /**
   * The figure with annotators' leanings taken off, whatever was chosen, or why that cannot be. `annotators` and `articles`: whose
   * leanings, told from how many articles that several read; `most`: the largest leaning on the scale of the figure.
   */
  readonly adjusted: Quantity<{ readonly figure: Assessed; readonly annotators: number; readonly articles: number; readonly most: number }, NoAdjustment>;
  readonly pooled: Toward["pooled"];
  /** The interval with annotators drawn anew; `share` (0..1): what of the uncertainty is due to who read. */
  readonly labelUncertainty: Quantity<{ readonly interval: Interval; readonly share: number; readonly articles: number; readonly single: number; readonly draws: number }, "no_works" | "fewer_than_three_works" | "no_variation" | "one_coder_each">;
  readonly namesPending: number;
  /** How it was made, as paragraphs in English that may be printed in a paper. */
  readonly methods: readonly string[];
  readonly dataVersion: string;
  readonly at: string;
};
