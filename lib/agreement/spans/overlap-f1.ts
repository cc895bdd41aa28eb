import type { Labels } from "./f1";
import { shared, sizeOf, type Marks } from "./marks";
import { maximumMatching } from "./maximum-matching";

/** When two marks may be matched: they share a character, or at least half of what they cover together (IoU ≥ .5). */
export type Meeting = "character" | "half";

/**
 * Adds to `into` from `at` on, for one text and pair of coders: how many marks can be matched one to one, marks of the
 * one, marks of the other (see `f1`). The matching is the largest there is: a greedy one depends on the order.
 * Marks of several parts are compared over all their characters.
 */
export function addOverlap(into: Float64Array, at: number, a: Marks, b: Marks, labels: Labels = "labelled", meeting: Meeting = "character"): void {
  into[at]! += a.count === 0 || b.count === 0 ? 0 : matched(a, b, labels === "labelled", meeting);
  into[at + 1]! += a.count;
  into[at + 2]! += b.count;
}

const startOf = ({ from, parts }: Marks, i: number): number => parts[from[i]! * 2]!;
const endOf = ({ from, parts }: Marks, i: number): number => parts[from[i + 1]! * 2 - 1]!;

function matched(a: Marks, b: Marks, withLabel: boolean, meeting: Meeting): number {
  const from = new Int32Array(a.count + 1);
  const to: number[] = [];
  let until = 0;
  for (let i = 0; i < a.count; i++) {
    const start = startOf(a, i);
    const end = endOf(a, i);
    while (until < b.count && startOf(b, until) < end) until += 1;
    while (until > 0 && startOf(b, until - 1) >= end) until -= 1;
    // The furthest end so far says where no earlier mark can reach.
    for (let j = until - 1; j >= 0 && b.reach[j]! > start; j--) {
      if (endOf(b, j) <= start || (withLabel && a.labels[i] !== b.labels[j])) continue;
      const both = shared(a, i, b, j);
      if (both > 0 && (meeting === "character" || 3 * both >= sizeOf(a, i) + sizeOf(b, j))) to.push(j);
    }
    from[i + 1] = to.length;
  }
  return maximumMatching(b.count, from, to);
}
