import type { FramingCounts } from "@/lib/stance/counts";
import type { StanceRow } from "@/lib/stance/rows";

/** Counts in the order of the figures: critical, neutral, advocacy. */
export const counts = (critical: number, neutral: number, advocacy: number): FramingCounts => ({ advocacy, neutral, critical });

let made = 0;

/** A row with one annotator pair and no marks, changed as the test says. */
export function row(change: Partial<StanceRow> = {}): StanceRow {
  made += 1;
  const id = String(made).padStart(4, "0");
  return {
    articleId: `article-${id}`,
    workId: `work-${id}`,
    outletId: "tern",
    publisherId: "tern",
    title: `Headline ${id}`,
    targetId: "mayor",
    own: counts(0, 0, 0),
    quoted: counts(0, 0, 0),
    embedded: counts(0, 0, 0),
    annotators: ["a", "b"],
    signMean: null,
    quotedSignMean: null,
    netPer1000: 0,
    addressed: true,
    ...change,
  };
}

/** Rows of works that differ only in their own-voice sign. */
export const signs = (values: readonly (number | null)[], change: Partial<StanceRow> = {}): StanceRow[] => values.map((signMean) => row({ signMean, ...change }));

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
