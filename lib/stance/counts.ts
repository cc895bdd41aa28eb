import type { Voice } from "@/lib/annotations/span";
import { FRAMING_SIGN, FRAMINGS, type Framing } from "@/lib/codebook/framing";

/** How many spans frame a target each way. Whole numbers ≥ 0. */
export type FramingCounts = Readonly<Record<Framing, number>>;

/** The three counts, once per voice. Spans whose voice was not asked are in none of them. */
export type VoiceCounts = Readonly<Record<Voice, FramingCounts>>;

/** No spans at all. */
export const NO_COUNTS: FramingCounts = { advocacy: 0, neutral: 0, critical: 0 };

/** Sum of counts, framing by framing; no counts give zeros. */
export function sumCounts(all: readonly FramingCounts[]): FramingCounts {
  const sum = { ...NO_COUNTS };
  for (const counts of all) for (const framing of FRAMINGS) sum[framing] += counts[framing];
  return sum;
}

/** How many spans the three counts hold together. */
export function spansIn(counts: FramingCounts): number {
  return counts.advocacy + counts.neutral + counts.critical;
}

/** Advocacy minus critical, in spans; neutral adds nothing. */
export function netOf(counts: FramingCounts): number {
  return FRAMINGS.reduce((net, framing) => net + FRAMING_SIGN[framing] * counts[framing], 0);
}

/** Mean sign (advocacy − critical) / (advocacy + neutral + critical), −1..+1; null without spans. */
export function meanSign(counts: FramingCounts): number | null {
  const spans = spansIn(counts);
  return spans === 0 ? null : netOf(counts) / spans;
}
