import type { Assessed } from "./assessed";
import type { ChosenVoice, Measured } from "./choice";
import { directionOf, overlaps } from "./intervals";

/** Whose words a figure is about: the chosen voice, or the whole article where judgements are measured. */
type Said = ChosenVoice | "judged";

type Direction = "unvaried" | "unclear" | "critical" | "advocacy";

const SENTENCES = {
  own_unvaried: "In its own words every work reads the same, so there is no interval.",
  own_unclear: "In its own words it leans neither way clearly.",
  own_critical: "Critical in its own words.",
  own_advocacy: "In its own words it speaks for the target.",
  quoted_unvaried: "In the words that it quotes every work reads the same, so there is no interval.",
  quoted_unclear: "The people it quotes lean neither way clearly.",
  quoted_critical: "The people it quotes are critical.",
  quoted_advocacy: "The people it quotes speak for the target.",
  all_unvaried: "Own words and quoted ones together, every work reads the same, so there is no interval.",
  all_unclear: "Own words and quoted ones together, it leans neither way clearly.",
  all_critical: "Own words and quoted ones together, it is critical.",
  all_advocacy: "Own words and quoted ones together, it speaks for the target.",
  judged_unvaried: "Every article was judged the same, so there is no interval.",
  judged_unclear: "Judged as a whole, its articles lean neither way clearly.",
  judged_critical: "Judged as a whole, its articles leave a critical impression.",
  judged_advocacy: "Judged as a whole, its articles speak for the target.",
  quoted_same: "The people it quotes lean the same way.",
  quoted_more_critical: "The people it quotes are more critical.",
  quoted_less_critical: "The people it quotes are less critical.",
  quoted_more_critical_unclear: "The people it quotes are more critical, but not clearly so: the two intervals overlap.",
  quoted_less_critical_unclear: "The people it quotes are less critical, but not clearly so: the two intervals overlap.",
} as const satisfies Record<`${Said}_${Direction}` | `quoted_${string}`, string>;

/** One finding; the catalogue of the interface has the same sentences in its languages. */
export type Finding = keyof typeof SENTENCES;

/** What a cell says: the figure at hand, and for own voice the figure of those whom it quotes. */
export interface Read {
  readonly measured: Measured;
  readonly voice: ChosenVoice;
  readonly figure: Assessed;
  /** Beside own voice alone. */
  readonly quoted: Assessed | null;
}

/** What is found in a cell, one by one: the figure at hand first, then for own voice those it quotes. Empty where there is not enough. */
export function findings({ measured, voice, figure, quoted }: Read): Finding[] {
  if (figure.status.level === "not_enough" || figure.mean.value === null) return [];
  const said: Said = measured === "judgements" ? "judged" : voice;
  const direction: Direction = figure.interval.value === null ? "unvaried" : (directionOf(figure.interval.value) ?? "unclear");
  return [`${said}_${direction}`, ...(said === "own" && quoted !== null ? quotedFinding(figure, quoted) : [])];
}

/** The finding of one cell in English sentences, as the API gives it. */
export function reading(cell: Read): string {
  const { level, sentence } = cell.figure.status;
  const found = findings(cell).map((finding) => SENTENCES[finding]);
  return (level === "enough" ? found : [...found, sentence]).join(" ");
}

/** Nothing is said of quoted words where they or the own ones have no interval: what has none cannot be held against anything. */
function quotedFinding(own: Assessed, quoted: Assessed): Finding[] {
  if (own.mean.value === null || quoted.mean.value === null || own.interval.value === null || quoted.interval.value === null) return [];
  const difference = quoted.mean.value - own.mean.value;
  if (difference === 0) return ["quoted_same"];
  const finding = difference < 0 ? "quoted_more_critical" : "quoted_less_critical";
  return [overlaps(own.interval.value, quoted.interval.value) ? `${finding}_unclear` : finding];
}
