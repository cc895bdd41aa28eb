import { defined, undefinedFor } from "@/lib/kernel/quantity";
import type { Figure } from "../report";
import { type CodingTable, countsOf, type Piece } from "./coding-table";
import { disagreementWeights, oneCategoryOnly, type Weighting } from "./weights";

/** The pieces: Σ of weighted agreement and number of items with two codes; items with any code, and Σ n_uc/m_u per category over those. */
export function gwetPiece(table: CodingTable, weighting: Weighting = "plain"): Piece {
  const q = table.categories.length;
  const agreement = disagreementWeights(q, weighting).map((weight) => 1 - weight);
  const counts = new Float64Array(q);
  return {
    width: 3 + q,
    add: (from, to, into, at) => {
      for (let item = from; item < to; item++) {
        const coded = countsOf(table, item, counts);
        if (coded === 0) continue;
        into[at + 2]! += 1;
        for (let c = 0; c < q; c++) into[at + 3 + c]! += counts[c]! / coded;
        if (coded < 2) continue;
        into[at]! += weightedPairs(counts, agreement) / (coded * (coded - 1));
        into[at + 1]! += 1;
      }
    },
  };
}

/** Σ_c n_c (Σ_k v_ck n_k − 1): ordered pairs of different coders by how much they agree. */
function weightedPairs(counts: Float64Array, agreement: Float64Array): number {
  const q = counts.length;
  let sum = 0;
  for (let c = 0; c < q; c++) {
    if (counts[c] === 0) continue;
    let near = -1;
    for (let k = 0; k < q; k++) near += agreement[c * q + k]! * counts[k]!;
    sum += counts[c]! * near;
  }
  return sum;
}

/**
 * Gwet's AC1 (plain) or AC2 (linear, quadratic on the declared order): (pa − pe)/(1 − pe), pa the mean weighted agreement
 * of items with two codes, pe = T/(q(q − 1)) · Σ π_c(1 − π_c), T the sum of the agreement weights, π_c the mean over all
 * items with any code of n_uc/m_u, q the declared categories. At most 1. Chance is small where one category is almost
 * always right, so that it stays high where κ and α fall: show both.
 *
 * `sum` are pieces of the same weighting. Undefined: `no_values` where no item has two codes; `no_variation` where one
 * category is declared, or only one was ever used (other programs answer 1 there: docs/decisions/0034).
 *
 * Sources: Gwet (2008), British Journal of Mathematical and Statistical Psychology 61, 29–48; Gwet (2014), Handbook of
 * Inter-Rater Reliability, 4th ed., ch. 4.
 */
export function gwetAc(sum: Float64Array, weighting: Weighting = "plain"): Figure {
  const shares = sum.subarray(3);
  const q = shares.length;
  if (sum[1] === 0) return undefinedFor("no_values");
  if (q < 2 || oneCategoryOnly(shares)) return undefinedFor("no_variation");
  const total = disagreementWeights(q, weighting).reduce((all, weight) => all + 1 - weight, 0);
  let spread = 0;
  for (const share of shares) spread += (share / sum[2]!) * (1 - share / sum[2]!);
  const expected = (total / (q * (q - 1))) * spread;
  return 1 - expected > 1e-12 ? defined((sum[0]! / sum[1]! - expected) / (1 - expected)) : undefinedFor("no_variation");
}
