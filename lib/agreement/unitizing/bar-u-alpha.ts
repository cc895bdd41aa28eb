import { defined, undefinedFor } from "@/lib/kernel/quantity";
import type { Figure } from "../report";
import { expected, observed, type Table } from "./coincidences";
import { whyNot } from "./u-alpha";

/**
 * |uα of Krippendorff et al. (2016): marked against unmarked text alone, whatever the value:
 * 1 − (ℓ_φ· − ℓ_φφ)/(ε_φ· − ε_φφ), from the summed pieces of all texts. At most 1.
 * Undefined: no text by two coders; nobody marked anything; everybody marked everything.
 */
export function barUAlpha(sum: Float64Array, values: number): Figure {
  const by = apart(expected(sum, values));
  return by > 0 ? defined(1 - apart(observed(sum, values)) / by) : undefinedFor(whyNot(sum, values));
}

/** What meets between the gap and any value. */
function apart({ cells, size }: Table): number {
  let sum = 0;
  for (let k = 0; k < size - 1; k++) sum += cells[(size - 1) * size + k]!;
  return sum;
}
