import type { Cause, Coefficient, Line, Undefined, Unit } from "@/lib/agreement/report";
import type { AgreementFigure } from "./agreement-names";

// Files are in English whatever the page is in, like all exports (decision 0021).

/** What a coefficient is called in a file. */
export const COEFFICIENT_NAMES: Readonly<Record<Coefficient, string>> = {
  alpha: "Krippendorff's alpha", u_alpha: "Krippendorff's unitizing alpha (uα)", bar_u_alpha: "Krippendorff's |uα", cu_alpha: "Krippendorff's cuα", k_u_alpha: "Krippendorff's (k)uα",
  cohen_kappa: "Cohen's kappa", cohen_kappa_quadratic: "Cohen's kappa, quadratic weights", scott_pi: "Scott's pi", fleiss_kappa: "Fleiss' kappa", brennan_prediger: "Brennan and Prediger's coefficient",
  ac1: "Gwet's AC1", ac2_quadratic: "Gwet's AC2, quadratic weights", percent_items: "same, mean over items", percent_pairs: "same, over all pairs",
  f1_exact: "F1, same words", f1_overlap: "F1, overlapping words", f1_iou50: "F1, half shared", f1_character: "F1, by character", f1_partial: "F1, partial credit", gamma: "gamma",
};

const UNIT_NAMES: Readonly<Record<Unit, string>> = { character: "characters", marked_character: "characters that two marked", span: "shared marks", article_target: "pairs of article and target", article: "articles" };

const REASONS: Readonly<Record<Undefined, string>> = {
  one_annotator: "only one annotator submitted", no_shared_article: "no shared article", nothing_marked: "nobody marked anything", no_variation: "no variation", too_few_documents: "too few articles",
  unequal_annotators: "not everybody coded everything", no_values: "nothing to compare", not_computed: "not computed",
};

const OWN_NAMES: Readonly<Record<string, string>> = {
  place: "Where marks stand", place_per_target: "Where marks about the same target stand", framing: "Framing", target: "Target", voice: "Voice", device: "Words or facts", judgement: "Article as a whole",
  own: "own voice", not_addressed: "not addressed", unmarked: "not marked",
};

/** What people differ in. */
export const CAUSE_NAMES: Readonly<Record<Cause["kind"], string>> = { target: "Different target", only_some: "Marked by some only", framing: "Different framing", extent: "Different extent", voice: "Different voice" };

/** The titles of the files; `layer` is what is compared. */
export const titleOf = (name: AgreementFigure, layer: string): string =>
  ({
    layers: "Agreement layer by layer", labels: `${layer}: agreement label by label`, targets: `${layer}: agreement target by target`, others: `${layer}: other coefficients`, pairs: `${layer}: who agrees with whom`,
    confusion: `${layer}: what one says where another says something`, weeks: `${layer}: agreement week by week`, severity: "How much each one marks, per 1,000 words", causes: "What cost most",
  })[name];

/** The codebook's name of a layer, label or value, else ours, else its key. */
export const nameOf = (value: { readonly key: string; readonly name: string | null }): string => value.name ?? OWN_NAMES[value.key] ?? value.key;

/** "0.46", "−0.10". */
export const numberOf = (value: number): string => value.toFixed(2).replace("-", "−");

/** "0.39 to 0.52". */
export const rangeOf = (low: number, high: number): string => `${numberOf(low)} to ${numberOf(high)}`;

/** "Krippendorff's cuα, nominal". */
export const coefficientOf = (line: Pick<Line, "coefficient" | "level">): string => `${COEFFICIENT_NAMES[line.coefficient]}, ${line.level}`;

/** "41,300 characters that two marked, 1,318 marks, 214 articles, 6 annotators". */
export const basisOf = (line: Line): string => `${Math.round(line.units).toLocaleString("en-US")} ${UNIT_NAMES[line.unit]}, ${line.spans.toLocaleString("en-US")} marks, ${line.articles.toLocaleString("en-US")} articles, ${line.annotators} annotators`;

/** "undefined: no variation"; nothing for a defined figure. */
export const undefinedOf = (line: Pick<Line, "figure">): string => (line.figure.value === null ? `undefined: ${REASONS[line.figure.reason]}` : "");
