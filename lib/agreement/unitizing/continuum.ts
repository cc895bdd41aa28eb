/** Numbers per unit in `Continuum.units`. */
export const UNIT = 4;

/**
 * What several coders marked in one text, in one layer (one target, or one label set): the text is cut by each coder
 * into valued units and the gaps between them (Krippendorff et al. 2016).
 *
 * `length`: characters (code points) that could be marked. `coders`: how many finished this text, whether they marked
 * anything or not; coder numbers are 0..coders−1 and hold for this text alone. `units`: quadruples coder, start, end,
 * value, half-open and within 0..length, value from 0; sorted by coder, then start; no coder's units overlap, though
 * they may touch. Make it with `continuumOf`.
 */
export type Continuum = { readonly length: number; readonly coders: number; readonly units: Int32Array };

/** Where the units of a coder begin in `units` (an index into the array), or of the next coder who has some. */
function firstOf(units: Int32Array, coder: number): number {
  let [low, high] = [0, units.length / UNIT];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (units[middle * UNIT]! < coder) low = middle + 1;
    else high = middle;
  }
  return low * UNIT;
}

/** The continuum of two of its coders alone, numbered 0 and 1: what a figure of that pair rests on. */
export function pairOf({ length, units }: Continuum, one: number, other: number): Continuum {
  const [first, second] = [units.subarray(firstOf(units, one), firstOf(units, one + 1)), units.subarray(firstOf(units, other), firstOf(units, other + 1))];
  const both = new Int32Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  for (let at = 0; at < both.length; at += UNIT) both[at] = at < first.length ? 0 : 1;
  return { length, coders: 2, units: both };
}
