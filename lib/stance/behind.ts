import type { Attribution, Directness, SpanPart, Voice } from "@/lib/annotations/span";
import type { Device, Framing } from "@/lib/codebook/framing";
import type { Quantity } from "@/lib/kernel/quantity";
import type { StanceChoice } from "./choice";
import type { Interval } from "./estimate";
import type { AllCounts, Assessed, ReportCard, StanceTable, Whose } from "./report";

/** The figure under one other choice. `key` names it in addresses and catalogues: `voice.all`, `genre.opinion`, `weighing.span`. */
export type SensitivityRow = {
  readonly key: string;
  /** The whole other choice; of `weighing.span` the choice at hand. */
  readonly choice: StanceChoice;
  readonly works: number;
  readonly mean: Quantity<number, string>;
  readonly interval: Quantity<Interval, string>;
  readonly status: Assessed["status"] | null;
  /** The other figure minus the one at hand. */
  readonly shift: Quantity<number, "undefined_figure" | "another_scale">;
  /** Whether the two means lie on different sides of 0; null where one is undefined. */
  readonly turns: boolean | null;
  /** Which way its interval is clear of 0, and whether that is another thing than the figure at hand says. */
  readonly clear: "advocacy" | "critical" | null;
  /** Null where one has no interval. */
  readonly clearChanges: boolean | null;
};

/** How one figure moves under each of the other choices that matter with this data. */
export type Sensitivity = {
  readonly choice: StanceChoice;
  readonly whose: ReportCard["whose"];
  readonly target: ReportCard["target"];
  readonly figure: Assessed;
  readonly rows: readonly SensitivityRow[];
  /** `range`: the smallest and largest mean on the scale of the figure, itself included. */
  readonly moves: { readonly turns: number; readonly clearChanges: number; readonly figures: number; readonly range: { readonly low: number; readonly high: number } | null };
  readonly dataVersion: string;
};

/** What one coder made of one article toward the target. `name` is null for the settled record. */
export type CoderRow = {
  readonly coderId: string;
  readonly name: string | null;
  /** The mean sign in the chosen voice (0 without a mark), or the judgement. */
  readonly value: number;
  readonly spans: number;
  /** Of spans under the choice; all zero of judgements. */
  readonly counts: AllCounts;
};

/** One article that addresses the target. */
export type ArticleRow = {
  readonly articleId: string;
  readonly title: string;
  readonly outlet: string | null;
  readonly publisher: string | null;
  /** YYYY-MM-DD. */
  readonly publishedOn: string | null;
  readonly genre: string | null;
  /** The mean over its coders. */
  readonly value: number;
  /** Counts with its settled record in place of its annotators. */
  readonly settled: boolean;
  readonly coders: readonly CoderRow[];
};

/** One work in a group: the mean over its copies there. */
export type WorkRow = { readonly workId: string; readonly title: string; readonly value: number; readonly spans: number; readonly articles: readonly ArticleRow[] };

/** A page of works, the most critical first. `total` counts every page. */
export type Works = { readonly items: readonly WorkRow[]; readonly total: number; readonly next: string | null };

/** A page of spans; every one has its place in its article. */
export type SpanBehind = {
  readonly id: string;
  readonly articleId: string;
  readonly articleTitle: string;
  /** Null: of the settled record. */
  readonly annotator: string | null;
  readonly targetId: string;
  readonly framing: Framing;
  /** Null: not asked. */
  readonly voice: Voice | null;
  readonly attribution: Attribution | null;
  readonly speaker: string | null;
  readonly directness: Directness;
  readonly device: Device | null;
  readonly note: string;
  /** Whether it stands in the headline, a heading or a caption that a publisher gave to a copy. */
  readonly publishers: boolean;
  /** Code points of the article's text. */
  readonly parts: readonly SpanPart[];
};
export type SpansBehind = { readonly items: readonly SpanBehind[]; readonly total: number; readonly next: string | null };

/** How two outlets differ toward one target, the first minus the second. */
export type StanceDifference = {
  readonly targetId: string;
  readonly first: string;
  readonly second: string;
  /** `paired`: over the same works or sets of articles on one event. */
  readonly kind: "paired" | "unpaired";
  readonly pairs: number;
  readonly works: readonly [number, number];
  readonly difference: Quantity<number, "no_works" | "fewer_than_three_works">;
  readonly interval: Quantity<Interval, "no_works" | "fewer_than_three_works" | "no_variation">;
  readonly clear: "advocacy" | "critical" | null;
};

/** What was kept: the table of a choice, or the card of one figure. */
export type KeptResult = { readonly kind: "table"; readonly table: StanceTable } | { readonly kind: "card"; readonly card: ReportCard };

/** A kept figure in the list. */
export type KeptEntry = {
  readonly id: string;
  readonly name: string;
  readonly choice: StanceChoice;
  readonly cell: KeptCell | null;
  readonly dataVersion: string;
  /** Who kept it; null where nobody knows any more. */
  readonly keptBy: string | null;
  readonly keptAt: string;
};

/** Which figure of a choice was kept: whose, and toward which target. */
export type KeptCell = Whose & { readonly targetId: string };

/** One figure of a kept result that today's data give otherwise. */
export type Moved = { readonly id: string; readonly targetId: string; readonly kept: number | null; readonly today: number | null };

/** A kept figure with what today's data give under the same choice. */
export type KeptFigure = KeptEntry & {
  readonly result: KeptResult;
  /**
   * `same`: every number is the one that was kept. Otherwise `moved` lists the means that are others (the first 200).
   * `gone`: the choice names something that the project no longer has.
   */
  readonly today: { readonly state: "same" | "other" | "gone"; readonly dataVersion: string; readonly moved: readonly Moved[] };
};
