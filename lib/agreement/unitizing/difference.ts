import type { Level } from "../choice";

/** How far apart two values are: by which level, and the numbers of the values for `interval` (in their order). */
export type Scale = { readonly level: Level; readonly numbers: readonly number[] | null };
export const NOMINAL: Scale = { level: "nominal", numbers: null };

/**
 * δ² of all pairs of values, V×V: nominal 0 or 1; interval (c−k)² of their numbers; ordinal (Σ_{g=c..k} n_g − (n_c+n_k)/2)²
 * in the declared order (Krippendorff 2019 §11.3). `counts`: n_g, how much of the pairable material each value has.
 * Throws a RangeError when `interval` has no number for a value.
 */
export function differences({ level, numbers }: Scale, counts: Float64Array): Float64Array {
  const values = counts.length;
  if (level === "interval" && numbers?.length !== values) throw new RangeError(`An interval scale needs ${values} numbers`);
  const squares = new Float64Array(values * values);
  for (let c = 0; c < values; c++) {
    let between = counts[c]! / 2;
    for (let k = c + 1; k < values; k++) {
      between += counts[k]! / 2;
      const apart = level === "nominal" ? 1 : level === "interval" ? numbers![c]! - numbers![k]! : between;
      between += counts[k]! / 2;
      squares[c * values + k] = apart * apart;
      squares[k * values + c] = apart * apart;
    }
  }
  return squares;
}
