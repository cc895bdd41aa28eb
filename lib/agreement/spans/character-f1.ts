import type { Labels } from "./f1";
import { common, covered, labelsOf, type Marks } from "./marks";

/**
 * Adds to `into` from `at` on, for one text and pair of coders: pairs (character, label) that both have, that the one
 * has, that the other has (see `f1`); unlabelled: characters. A character that one coder marked twice counts once.
 */
export function addCharacters(into: Float64Array, at: number, a: Marks, b: Marks, labels: Labels = "labelled"): void {
  for (const label of labels === "labelled" ? labelsOf(a, b) : [null]) {
    const [one, other] = [covered(a, label), covered(b, label)];
    into[at]! += common(one, 0, one.length, other, 0, other.length);
    into[at + 1]! += total(one);
    into[at + 2]! += total(other);
  }
}

function total(ranges: Int32Array): number {
  let sum = 0;
  for (let at = 0; at < ranges.length; at += 2) sum += ranges[at + 1]! - ranges[at]!;
  return sum;
}
