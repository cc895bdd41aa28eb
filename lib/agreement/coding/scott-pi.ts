import { defined, undefinedFor } from "@/lib/kernel/quantity";
import type { Figure } from "../report";
import { byChance, sharesOf, weighted } from "./contingency";
import { disagreementWeights } from "./weights";

/**
 * Scott's π of two coders from their q×q counts: 1 − (1 − po)/(1 − pe), pe = Σ ((p_c· + p_·c)/2)². At most 1.
 * Chance draws from the shares of both coders together, so that a difference in their habits counts as disagreement.
 * Undefined: `no_shared_article` without items; `no_variation` where only one category occurs.
 * Source: Scott (1955), Public Opinion Quarterly 19, 321–325.
 */
export function scottPi(counts: Float64Array): Figure {
  const shares = sharesOf(counts);
  if (shares === null) return undefinedFor("no_shared_article");
  const weights = disagreementWeights(shares.q, "plain");
  const pooled = shares.rows.map((row, c) => (row + shares.columns[c]!) / 2);
  const expected = byChance(pooled, pooled, weights);
  return expected > 0 ? defined(1 - weighted(shares.cells, weights) / expected) : undefinedFor("no_variation");
}
