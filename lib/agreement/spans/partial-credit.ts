import { defined, undefinedFor } from "@/lib/kernel/quantity";
import type { Figure } from "../report";
import { common, covered, labelsOf, sizeOf, type Marks } from "./marks";

/** Numbers that a pair of coders has per text; they add up over texts. */
export const CREDITS = 4;

/**
 * Adds to `into` from `at` on, for one text: Σ over the marks s of the response of the share of s that the reference
 * gave the same label, marks of the response, the same Σ over the marks of the reference, marks of the reference.
 * Marks of one coder and label that overlap count as one there, as the task's scorer merges them, so that no share
 * passes 1.
 */
export function addCredits(into: Float64Array, at: number, reference: Marks, response: Marks): void {
  for (const label of labelsOf(reference, response)) {
    into[at]! += credit(response, reference, label);
    into[at + 2]! += credit(reference, response, label);
  }
  into[at + 1]! += response.count;
  into[at + 3]! += reference.count;
}

function credit(marks: Marks, others: Marks, label: number): number {
  const there = covered(others, label);
  let sum = 0;
  if (there.length > 0) for (let i = 0; i < marks.count; i++) if (marks.labels[i] === label) sum += common(marks.parts, marks.from[i]! * 2, marks.from[i + 1]! * 2, there, 0, there.length) / sizeOf(marks, i);
  return sum;
}

/**
 * Precision, recall and F1 with partial credit (Da San Martino et al. 2019, arXiv 1910.02517), 0..1, from sums that
 * start at `at`. F1 is symmetric. Undefined: precision without response, recall without reference, F1 without both;
 * F1 is 0 where one of them marked nothing.
 */
export function partialCredit(sum: Float64Array, at = 0): { readonly precision: Figure; readonly recall: Figure; readonly f1: Figure } {
  const [precise, given, recalled, due] = [sum[at]!, sum[at + 1]!, sum[at + 2]!, sum[at + 3]!];
  const [p, r] = [given > 0 ? precise / given : 0, due > 0 ? recalled / due : 0];
  return {
    precision: given > 0 ? defined(p) : undefinedFor("nothing_marked"),
    recall: due > 0 ? defined(r) : undefinedFor("nothing_marked"),
    f1: given + due > 0 ? defined(p + r > 0 ? (2 * p * r) / (p + r) : 0) : undefinedFor("nothing_marked"),
  };
}
