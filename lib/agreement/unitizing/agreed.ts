import { defined, undefinedFor } from "@/lib/kernel/quantity";
import type { Figure } from "../report";
import { disagreement, expected, expectedValued, observed, observedValued, type Table } from "./coincidences";
import { whyNoValues } from "./cu-alpha";
import { places } from "./pieces";
import { whyNot } from "./u-alpha";

/** Which member of the uα family is asked about: all values and gaps, marked against unmarked, or values where two marked. */
export type Member = "u" | "bar_u" | "cu";

/** Marked against unmarked as two by two. */
function folded({ cells, size }: Table): Table {
  const gap = size - 1;
  const four = new Float64Array(4);
  for (let c = 0; c < size; c++) for (let k = 0; k < size; k++) four[(c === gap ? 2 : 0) + (k === gap ? 1 : 0)]! += cells[c * size + k]!;
  const rows = Float64Array.of(four[0]! + four[1]!, four[2]! + four[3]!);
  return { size: 2, cells: four, rows, total: rows[0]! + rows[1]! };
}

const seenIn = (sum: Float64Array, values: number, member: Member): Table => (member === "cu" ? observedValued(sum, values) : member === "u" ? observed(sum, values) : folded(observed(sum, values)));
const chanceIn = (sum: Float64Array, values: number, member: Member): Table => (member === "cu" ? expectedValued(sum, values) : member === "u" ? expected(sum, values) : folded(expected(sum, values)));

/**
 * Percent agreement in characters (0..1) behind a member of the family, and what chance alone would give: the diagonals
 * of ℓ and ε over their totals, pooled over texts and pairs of coders. Undefined where there are no such characters.
 */
export function agreed(sum: Float64Array, values: number, member: Member): { readonly same: Figure; readonly expected: Figure } {
  const share = (table: Table): Figure => (table.total > 0 ? defined(1 - disagreement(table) / table.total) : undefinedFor(member === "cu" ? whyNoValues(sum, values) : whyNot(sum, values)));
  return { same: share(seenIn(sum, values, member)), expected: share(chanceIn(sum, values, member)) };
}

/** Shares of the values among what all coders said of all characters, the gap last; they sum to 1. Zeros without shared texts. For `cu` of what met a value, without the gap. */
export function prevalence(sum: Float64Array, values: number, member: "u" | "cu"): Float64Array {
  const { rows, total } = seenIn(sum, values, member);
  return rows.map((row) => (total > 0 ? row / total : 0));
}

/** Characters behind the figures: of all texts, those that anybody marked, those that at least two marked. */
export function characters(sum: Float64Array, values: number): { readonly length: number; readonly marked: number; readonly met: number } {
  const { length, marked, met } = places(values);
  return { length: sum[length]!, marked: sum[marked]!, met: sum[met]! };
}
