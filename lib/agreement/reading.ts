import type { Coefficient, Line, Severity } from "./report";

/** What others have reached on media bias and framing (alpha): open crowds, novices, trained coders. Nothing is claimed between them. */
export const REACHED = [
  { group: "crowd", low: 0, high: 0.1 },
  { group: "novice", low: 0.2, high: 0.4 },
  { group: "trained", low: 0.4, high: 0.6 },
] as const;
/** What coders reached who met every week. */
export const CALIBRATED_WEEKLY = 0.75;

export const READINGS = ["below_chance", "crowd", "crowd_to_novice", "novice", "trained", "trained_to_calibrated", "calibrated"] as const;
/** Whom one agrees about as well as. */
export type Reading = (typeof READINGS)[number];

/**
 * Whom a chance-corrected figure (≤ 1) is like. A band holds its lower end and not its upper one: 0.4 is what trained
 * coders reach. Below 0 one agrees less than chance would make one.
 */
export function readingOf(value: number): Reading {
  if (value < 0) return "below_chance";
  if (value < 0.1) return "crowd";
  if (value < 0.2) return "crowd_to_novice";
  if (value < 0.4) return "novice";
  if (value < 0.6) return "trained";
  return value < CALIBRATED_WEEKLY ? "trained_to_calibrated" : "calibrated";
}

/** Below so many shared texts a figure says little: those of a pair are dashed, an interval gets a caveat. */
export const FEW_ARTICLES = 20;
/** From here on an interval covers what crowds and trained coders reach at once. */
const WIDE = 0.3;
/** Almost always the same value: chance alone makes people agree, and a few cases decide the coefficient. */
const EXTREME_SHARE = 0.85;
const HIGH_SAME = 0.8;
/** Of what anybody marked; below that the figure is about the easier part. */
const LITTLE = 0.5;
/** One marks so many times as much as another. */
const UNEVEN = 2;

/** What has to be said beside a figure so that it is not misread. `percent` values are shares, 0..1. */
export type Caveat =
  | { readonly kind: "low" }
  | { readonly kind: "extreme"; readonly same: number; readonly share: number; readonly value: string; readonly name: string | null }
  | { readonly kind: "few"; readonly documents: number }
  | { readonly kind: "wide"; readonly low: Reading; readonly high: Reading }
  | { readonly kind: "level" }
  | { readonly kind: "coverage"; readonly share: number }
  | { readonly kind: "uneven"; readonly times: number };

/** The share that stands beside a line: that of the value which the line is about, else of the value said most often; undefined where nothing was said. */
export const shownShare = ({ key, prevalence }: Pick<Line, "key" | "prevalence">): Line["prevalence"][number] | undefined => prevalence.find(({ value }) => value === key) ?? prevalence[0];

/**
 * The caveats of a figure, the weightiest first (field notes 1.7 to 1.9): much agreement where one value is almost
 * everything; few texts; an interval over several bands; a level at which part of a difference counts as agreement;
 * a figure about part of what was marked; annotators who mark unequally much; and that little agreement is a finding.
 * @param severity how much each annotator marks, on the texts that others read as well
 */
export function caveatsOf(line: Line, severity: readonly Severity[]): Caveat[] {
  const found: Caveat[] = [];
  const [top, same, interval] = [line.prevalence[0], line.same.value, line.interval.value];
  const value = line.figure.value;
  if (top !== undefined && same !== null && top.share >= EXTREME_SHARE && same >= HIGH_SAME && (value === null || value < HIGH_SAME)) found.push({ kind: "extreme", same, share: top.share, value: top.value, name: top.name });
  const documents = interval?.documents ?? line.articles;
  if (documents > 0 && documents < FEW_ARTICLES) found.push({ kind: "few", documents });
  if (interval !== null && interval.high - interval.low >= WIDE && readingOf(interval.low) !== readingOf(interval.high)) found.push({ kind: "wide", low: readingOf(interval.low), high: readingOf(interval.high) });
  if (value !== null && line.level !== "nominal") found.push({ kind: "level" });
  if (line.coverage !== null && line.coverage < LITTLE) found.push({ kind: "coverage", share: line.coverage });
  const times = unevenness(severity);
  if (times >= UNEVEN) found.push({ kind: "uneven", times });
  if (value !== null && value < REACHED[1].low) found.push({ kind: "low" });
  return found;
}

/** How many times as much the one who marks most marks as the one who marks least; 1 where that is not known. */
function unevenness(severity: readonly Severity[]): number {
  const rates = severity.flatMap((one) => (one.per1000Words.value === null ? [] : [one.per1000Words.value]));
  const [least, most] = [Math.min(...rates), Math.max(...rates)];
  return rates.length < 2 || least <= 0 ? 1 : most / least;
}

/** Whether what two annotators share is too little to lean on. */
export const isThin = (sharedArticles: number): boolean => sharedArticles < FEW_ARTICLES;

/** Whether a coefficient can be held against what others have reached, which is told in α and κ: percentages and F1 leave chance in, and AC1 and AC2 lie higher where one answer is frequent. */
export const isChanceCorrected = (coefficient: Coefficient): boolean => !/^(percent_|f1_|ac[12])/u.test(coefficient);
