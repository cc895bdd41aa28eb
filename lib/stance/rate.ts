import { type Quantity, undefinedFor } from "@/lib/kernel/quantity";
import type { StanceChoice } from "./choice";
import { estimateOf, type Interval, RATE_SCALE } from "./estimate";
import type { Moments } from "./sums";

type Reason = "no_works" | "fewer_than_three_works" | "own_voice_only";

/** Net marks per 1,000 own-voice code points, over works. */
export interface RateEstimate {
  readonly works: number;
  readonly mean: Quantity<number, Reason>;
  readonly interval: Quantity<Interval, Reason | "no_variation">;
}

/**
 * The mean rate of net marks with its t interval; it has no ends to cut at. Defined for spans in own voice alone:
 * its denominator is the outlet's own words, so that for every other voice, and for judgements, it is `own_voice_only`.
 */
export function rateOf({ measured, voice }: Pick<StanceChoice, "measured" | "voice">, moments: Moments | null): RateEstimate {
  if (measured === "spans" && voice === "own") return estimateOf(moments, RATE_SCALE);
  const none = undefinedFor("own_voice_only");
  return { works: 0, mean: none, interval: none };
}
