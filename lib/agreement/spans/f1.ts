import { defined, undefinedFor } from "@/lib/kernel/quantity";
import type { Figure } from "../report";

/** Numbers that a pair of coders has per text: what both have, what the one has, what the other has. They add up over texts. */
export const MATCHES = 3;

/** How labels count: equal ones only, or not at all. */
export type Labels = "labelled" | "unlabelled";

/**
 * F1 = 2·both/(one + other), 0..1, of one pair of coders over all texts (micro), from the sums that start at `at`.
 * Symmetric; the limit of κ as what nobody marked grows (Hripcsak and Rothschild 2005, JAMIA 12:296).
 * Undefined where neither marked anything.
 */
export function f1(sum: Float64Array, at = 0): Figure {
  const all = sum[at + 1]! + sum[at + 2]!;
  return all > 0 ? defined((2 * sum[at]!) / all) : undefinedFor("nothing_marked");
}

/** The mean of F1 over pairs of coders; `sum` holds `MATCHES` numbers per pair. Pairs that marked nothing are left out. */
export function meanF1(sum: Float64Array): Figure {
  let [total, pairs] = [0, 0];
  for (let at = 0; at < sum.length; at += MATCHES) {
    const { value } = f1(sum, at);
    if (value === null) continue;
    total += value;
    pairs += 1;
  }
  if (pairs > 0) return defined(total / pairs);
  return undefinedFor(sum.length === 0 ? "no_shared_article" : "nothing_marked");
}
