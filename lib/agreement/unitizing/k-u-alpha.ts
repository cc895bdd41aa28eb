import { defined, undefinedFor } from "@/lib/kernel/quantity";
import type { Figure } from "../report";
import { expectedValued, observed, observedValued, type Table } from "./coincidences";
import { whyNoValues } from "./cu-alpha";
import { differences, NOMINAL, type Scale } from "./difference";

/**
 * (k)uα of Krippendorff et al. (2016): how well one value k is told from the others, where two coders both gave a value:
 * 1 − (ε*_·k/ℓ*_·k) · Σ_c ℓ*_ck δ²/Σ_c ε*_ck δ², from the summed pieces of all texts. At most 1.
 * Undefined: k never meets a value; there is no other value to take it for; else as cuα.
 */
export function kUAlpha(sum: Float64Array, values: number, k: number, scale: Scale = NOMINAL): Figure {
  const [seen, chance] = [observedValued(sum, values), expectedValued(sum, values)];
  const squares = differences(scale, seen.rows);
  const by = seen.rows[k]! * column(chance, k, squares);
  if (!(by > 0)) return undefinedFor(seen.rows[k] === 0 && seen.total > 0 ? "no_values" : whyNoValues(sum, values));
  return defined(1 - (chance.rows[k]! * column(seen, k, squares)) / by);
}

/** On how much (k)uα rests: ℓ*_·k/ℓ_·k, 0..1. Undefined where nobody gave the value. */
export function coverageOf(sum: Float64Array, values: number, k: number): Figure {
  const given = observed(sum, values).rows[k]!;
  return given > 0 ? defined(observedValued(sum, values).rows[k]! / given) : undefinedFor(whyNoValues(sum, values));
}

function column({ cells, size }: Table, k: number, squares: Float64Array): number {
  let sum = 0;
  for (let c = 0; c < size; c++) if (c !== k) sum += cells[c * size + k]! * squares[c * size + k]!;
  return sum;
}
