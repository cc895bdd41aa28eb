import { defined, undefinedFor } from "@/lib/kernel/quantity";
import type { Figure, Undefined } from "../report";
import { disagreement, expected, observed } from "./coincidences";

/**
 * uα of Krippendorff, Mathet, Bouvry and Widlöcher (2016), Quality & Quantity 50:2347, nominal, gaps included:
 * 1 − (ℓ·· − Σ ℓ_cc)/(ε·· − Σ ε_cc), from the summed pieces of all texts.
 * At most 1; 0 where it is as chance would have it. Undefined: no text by two coders; nobody marked anything; everybody
 * gave all characters the same value.
 */
export function uAlpha(sum: Float64Array, values: number): Figure {
  const by = disagreement(expected(sum, values));
  return by > 0 ? defined(1 - disagreement(observed(sum, values)) / by) : undefinedFor(whyNot(sum, values));
}

/** Why a figure over whole texts is undefined. */
export function whyNot(sum: Float64Array, values: number): Undefined {
  const { rows, total } = observed(sum, values);
  if (total === 0) return "no_shared_article";
  return rows[values] === total ? "nothing_marked" : "no_variation";
}
