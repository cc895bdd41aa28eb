import type { FramingCounts } from "@/lib/stance/counts";

/** Counts in the order of the figures: critical, neutral, advocacy. */
export const counts = (critical: number, neutral: number, advocacy: number): FramingCounts => ({ advocacy, neutral, critical });

/** A small seeded generator of numbers in [0, 1), so that a simulation gives the same answer on every machine. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A standard normal number from two uniform ones (Box and Muller). */
export function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
