import type { Interval } from "./estimate";
import type { Assessed, StanceCell } from "./outlets";

/** Which way an interval is clear of 0; null when it touches or includes 0. */
export function directionOf(interval: Pick<Interval, "low" | "high">): "advocacy" | "critical" | null {
  if (interval.low > 0) return "advocacy";
  return interval.high < 0 ? "critical" : null;
}

/** Whether two intervals share a point. Two outlets whose intervals do are not ranked. */
export function overlap(a: Pick<Interval, "low" | "high">, b: Pick<Interval, "low" | "high">): boolean {
  return a.low <= b.high && b.low <= a.high;
}

/** What is found in a cell, one by one: the outlet's own words first, then those it quotes. Empty where there is not enough. */
export function findings({ sign, quoted }: Pick<StanceCell, "sign" | "quoted">): Finding[] {
  if (sign.status.level === "not_enough" || sign.mean.value === null) return [];
  return [ownFinding(sign), ...quotedFinding(sign, quoted)];
}

const SENTENCES = {
  own_unvaried: "In its own words every work reads the same, so there is no interval.",
  own_unclear: "In its own words it leans neither way clearly.",
  own_critical: "Critical in its own words.",
  own_advocacy: "In its own words it speaks for the target.",
  quoted_same: "The people it quotes lean the same way.",
  quoted_more_critical: "The people it quotes are more critical.",
  quoted_less_critical: "The people it quotes are less critical.",
  quoted_more_critical_unclear: "The people it quotes are more critical, but not clearly so: the two intervals overlap.",
  quoted_less_critical_unclear: "The people it quotes are less critical, but not clearly so: the two intervals overlap.",
} as const;

/** One finding; the catalogue of the interface has the same sentences in its languages. */
export type Finding = keyof typeof SENTENCES;

/** The finding of one cell in English sentences, as the API gives it. */
export function reading(cell: Pick<StanceCell, "sign" | "quoted">): string {
  const { level, sentence } = cell.sign.status;
  const found = findings(cell).map((finding) => SENTENCES[finding]);
  return (level === "enough" ? found : [...found, sentence]).join(" ");
}

function ownFinding(sign: Assessed): Finding {
  if (sign.interval.value === null) return "own_unvaried";
  const direction = directionOf(sign.interval.value);
  return direction === null ? "own_unclear" : `own_${direction}`;
}

function quotedFinding(sign: Assessed, quoted: Assessed): Finding[] {
  if (sign.mean.value === null || quoted.mean.value === null) return [];
  const difference = quoted.mean.value - sign.mean.value;
  if (difference === 0) return ["quoted_same"];
  const finding = difference < 0 ? "quoted_more_critical" : "quoted_less_critical";
  const both = sign.interval.value !== null && quoted.interval.value !== null;
  return [both && overlap(sign.interval.value, quoted.interval.value) ? `${finding}_unclear` : finding];
}
