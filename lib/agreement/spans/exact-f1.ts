import type { Labels } from "./f1";
import type { Marks } from "./marks";

/**
 * Adds to `into` from `at` on, for one text and pair of coders: marks of exactly the same parts (and label), marks of
 * the one, marks of the other (see `f1`). Marks are a multiset: two equal ones match two equal ones. O(marks).
 */
export function addExact(into: Float64Array, at: number, a: Marks, b: Marks, labels: Labels = "labelled"): void {
  const withLabel = labels === "labelled";
  let both = 0;
  for (let i = 0, j = 0; i < a.count && j < b.count; ) {
    const order = compared(a, i, b, j, withLabel);
    if (order === 0) both += 1;
    if (order <= 0) i += 1;
    if (order >= 0) j += 1;
  }
  into[at]! += both;
  into[at + 1]! += a.count;
  into[at + 2]! += b.count;
}

function compared(a: Marks, i: number, b: Marks, j: number, withLabel: boolean): number {
  let [p, q] = [a.from[i]! * 2, b.from[j]! * 2];
  const [to, until] = [a.from[i + 1]! * 2, b.from[j + 1]! * 2];
  for (; p < to && q < until; p++, q++) {
    const apart = a.parts[p]! - b.parts[q]!;
    if (apart !== 0) return apart;
  }
  const apart = to - p - (until - q);
  return apart !== 0 || !withLabel ? apart : a.labels[i]! - b.labels[j]!;
}
