import type { Quantity } from "@/lib/kernel/quantity";
import type { StanceChoice } from "./choice";
import type { MeanEstimate } from "./estimate";
import type { LabelUncertainty } from "./label-uncertainty";
import type { RateEstimate } from "./rate";
import type { ShrunkenMean } from "./shrinkage";

/** Agreement on exactly the layer that a figure is of, as a report of agreement gives it. */
export type AgreementFact = {
  /** As one writes it in a paper: “Krippendorff’s cuα (interval)”. */
  readonly coefficient: string;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Articles that two annotators or more submitted. */
  readonly articles: number;
};

/** Everything that a methods paragraph tells of one figure. Days are YYYY-MM-DD. */
export type MethodsFacts = {
  readonly choice: StanceChoice;
  readonly group: string;
  readonly target: string;
  /** Name of the chosen set of articles. */
  readonly articleSet: string | null;
  readonly addressedBy: "evidence" | "marked";
  /** How the articles came to be there, in the project's own words; empty where nobody said. */
  readonly sampling: string;
  /** Days of publication of the counted articles; null where none has one. */
  readonly published: { readonly from: string; readonly to: string } | null;
  readonly codebookVersions: readonly number[];
  readonly articles: number;
  readonly works: number;
  readonly annotators: number;
  readonly sharedWorks: number;
  readonly settledArticles: number;
  /** Marks, or judgements with a number. */
  readonly counted: number;
  /** Judgements only. */
  readonly unclear: number;
  readonly figure: MeanEstimate;
  readonly rate: RateEstimate | null;
  readonly shrunken: Quantity<ShrunkenMean, string> | null;
  /** Null where no adjustment was asked for; `most`: the largest leaning that was taken off, told from `articles` that several read. */
  readonly severity: Quantity<{ readonly articles: number; readonly most: number }, string> | null;
  readonly labels: Quantity<LabelUncertainty, string> | null;
  readonly agreement: AgreementFact | null;
  readonly dataVersion: string;
  /** The day of the figure. */
  readonly date: string;
};
