import { defined, type Quantity, undefinedFor } from "@/lib/kernel/quantity";
import type { Figure, Undefined } from "../report";
import { byChance, type Shares, sharesOf, weighted } from "./contingency";
import { disagreementWeights, type Weighting } from "./weights";

/**
 * Cohen's κ of two coders from their q×q counts (rows: first coder): 1 − Σ w p_ck / Σ w p_c· p_·k with disagreement
 * weights w: plain, linear or quadratic on the declared order, or one's own (q×q, zeros on the diagonal). At most 1;
 * 0 is what two would reach who keep their own shares and code without looking.
 *
 * Undefined: `no_shared_article` without items; `no_variation` where no disagreement could be expected (both coders
 * used one and the same category).
 *
 * Sources: Cohen (1960), Educational and Psychological Measurement 20, 37–46; Cohen (1968), Psychological Bulletin 70,
 * 213–220 (weights).
 */
export function cohenKappa(counts: Float64Array, weights: Weighting | Float64Array = "plain"): Figure {
  const shares = sharesOf(counts);
  if (shares === null) return undefinedFor("no_shared_article");
  const by = weightsOf(weights, shares.q);
  const expected = byChance(shares.rows, shares.columns, by);
  return expected > 0 ? defined(1 - weighted(shares.cells, by) / expected) : undefinedFor("no_variation");
}

/** A standard error with its 95 % interval on the normal distribution, cut at 1. */
export type Asymptotic = Quantity<{ readonly se: number; readonly low: number; readonly high: number }, Undefined>;

/**
 * The large-sample standard error of κ where it is not 0, with agreement weights v = 1 − w:
 * var = (Σ p_ck (v_ck(1 − pe) − (v̄_c· + v̄_·k)(1 − po))² − (po·pe − 2pe + po)²) / (n(1 − pe)⁴).
 *
 * It takes items for independent. Spans and targets of one article are not: use the jackknife over documents for
 * them. Undefined with κ, and `no_variation` where it is 0 (an interval of width 0 would claim certainty).
 *
 * Source: Fleiss, Cohen and Everitt (1969), Psychological Bulletin 72, 323–327, eq. 13.
 */
export function cohenKappaError(counts: Float64Array, weights: Weighting | Float64Array = "plain"): Asymptotic {
  const kappa = cohenKappa(counts, weights);
  const shares = sharesOf(counts);
  if (kappa.value === null) return kappa;
  const variance = shares === null ? 0 : varianceOf(shares, weightsOf(weights, shares.q));
  if (!(variance > 1e-24)) return undefinedFor("no_variation");
  const se = Math.sqrt(variance);
  const half = 1.959963984540054 * se;
  return defined({ se, low: kappa.value - half, high: Math.min(1, kappa.value + half) });
}

function varianceOf({ n, q, cells, rows, columns }: Shares, weights: Float64Array): number {
  // Agreement weights need a largest disagreement of 1, which own weights may not have.
  const most = weights.reduce((max, weight) => Math.max(max, weight), 0);
  const agreement = weights.map((weight) => 1 - weight / most);
  const [byRow, byColumn] = [new Float64Array(q), new Float64Array(q)];
  for (let c = 0, at = 0; c < q; c++) {
    for (let k = 0; k < q; k++, at++) {
      byRow[c]! += agreement[at]! * columns[k]!;
      byColumn[k]! += agreement[at]! * rows[c]!;
    }
  }
  const [po, pe] = [weighted(cells, agreement), byChance(rows, columns, agreement)];
  let sum = 0;
  for (let c = 0, at = 0; c < q; c++) for (let k = 0; k < q; k++, at++) sum += cells[at]! * (agreement[at]! * (1 - pe) - (byRow[c]! + byColumn[k]!) * (1 - po)) ** 2;
  return (sum - (po * pe - 2 * pe + po) ** 2) / (n * (1 - pe) ** 4);
}

const weightsOf = (weights: Weighting | Float64Array, q: number): Float64Array => (typeof weights === "string" ? disagreementWeights(q, weights) : weights);
