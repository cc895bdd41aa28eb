/**
 * What several annotators marked on one text, for γ. Units of one annotator may overlap, nest and repeat.
 * `length`: where the text ends; every unit is half-open [start, end) with 0 ≤ start < end. Sorted by annotator, start,
 * end, category, so that the order in which marks are handed in changes nothing.
 */
export type GammaContinuum = {
  readonly length: number;
  readonly coders: number;
  readonly coder: Int32Array;
  readonly start: Float64Array;
  readonly end: Float64Array;
  readonly category: Int32Array;
  /** Units of annotator i: `from[i]` to `from[i + 1] - 1`. */
  readonly from: Int32Array;
};

/** One mark: the annotator's index, its range, the index of its category. */
export type GammaUnit = readonly [coder: number, start: number, end: number, category: number];

/** A continuum of units in any order. Offsets in any one unit of length; γ does not depend on it. */
export function gammaContinuum(length: number, coders: number, units: readonly GammaUnit[]): GammaContinuum {
  const sorted = [...units].sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2] || a[3] - b[3]);
  const from = new Int32Array(coders + 1);
  for (const unit of sorted) from[unit[0] + 1] = (from[unit[0] + 1] as number) + 1;
  for (let i = 0; i < coders; i++) from[i + 1] = (from[i + 1] as number) + (from[i] as number);
  return {
    length, coders, from,
    coder: Int32Array.from(sorted, (unit) => unit[0]),
    start: Float64Array.from(sorted, (unit) => unit[1]),
    end: Float64Array.from(sorted, (unit) => unit[2]),
    category: Int32Array.from(sorted, (unit) => unit[3]),
  };
}
