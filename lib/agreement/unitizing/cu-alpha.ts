import { defined, undefinedFor } from "@/lib/kernel/quantity";
import type { Figure, Undefined } from "../report";
import { disagreement, expectedValued, observed, observedValued } from "./coincidences";
import { differences, NOMINAL, type Scale } from "./difference";

/**
 * cuα of Krippendorff et al. (2016): the values of characters that two coders both marked, 1 − Σ ℓ*_ck δ²/Σ ε*_ck δ²,
 * from the summed pieces of all texts; δ² nominal, ordinal (n_g = ℓ*_g·) or interval. At most 1.
 * Report `coverage` beside it. Undefined: no text by two coders; nobody marked anything; no character with two values;
 * all of those the same.
 */
export function cuAlpha(sum: Float64Array, values: number, scale: Scale = NOMINAL): Figure {
  const seen = observedValued(sum, values);
  const squares = differences(scale, seen.rows);
  const by = disagreement(expectedValued(sum, values), squares);
  return by > 0 ? defined(1 - disagreement(seen, squares) / by) : undefinedFor(whyNoValues(sum, values));
}

/** Why a figure over characters with two values is undefined. */
export function whyNoValues(sum: Float64Array, values: number): Undefined {
  const { rows, total } = observed(sum, values);
  if (total === 0) return "no_shared_article";
  if (rows[values] === total) return "nothing_marked";
  return observedValued(sum, values).total === 0 ? "no_values" : "no_variation";
}

/**
 * On how much cuα rests, 0..1: `ofMarked` = ℓ*··/Σ_{c≠φ} ℓ_c·, the share of what was marked that met another mark;
 * `ofText` = ℓ*··/ℓ··, as Krippendorff et al. (2016) print it. Undefined where there is nothing to take a share of.
 */
export function coverage(sum: Float64Array, values: number): { readonly ofMarked: Figure; readonly ofText: Figure } {
  const { rows, total } = observed(sum, values);
  const met = observedValued(sum, values).total;
  const marked = rows.subarray(0, values).reduce((all, row) => all + row, 0);
  return {
    ofMarked: marked > 0 ? defined(met / marked) : undefinedFor(whyNoValues(sum, values)),
    ofText: total > 0 ? defined(met / total) : undefinedFor("no_shared_article"),
  };
}
