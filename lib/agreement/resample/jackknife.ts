import quantile from "@stdlib/stats-base-dists-t-quantile";
import { undefinedFor } from "@/lib/kernel/quantity";
import type { Interval } from "../report";
import { bearing, COEFFICIENT_LIMITS, cut, type Limits, type Pieces, type Statistic, total } from "./pieces";

/** Differences below this are rounding, not variation. */
const SAME = 1e-12;

/**
 * The 95 % interval of a statistic by leaving out one document at a time: θ ± t(.975, n − 1) · se, with the statistic
 * θ of all n documents in the middle and the delete-one variance se² = (n − 1)/n · Σ(θ₍ᵢ₎ − θ̄)², which is the
 * variance of the mean of Tukey's pseudo-values. Cut at `limits`.
 *
 * Documents whose row is all zeros do not bear on θ and are not counted. Undefined with the reason of θ where θ is
 * undefined; `too_few_documents` for fewer than two, or where θ is undefined without one of them (all that varies
 * stands in that document); `no_variation` where leaving out changes nothing (a width of 0 would claim certainty).
 *
 * Sources: Tukey (1958), Annals of Mathematical Statistics 29, 614; Efron and Tibshirani (1993), An Introduction to
 * the Bootstrap, eq. 11.5 and §11.5. Work: documents × width, and as many calls of the statistic.
 */
export function jackknife(pieces: Pieces, statistic: Statistic, limits: Limits = COEFFICIENT_LIMITS): Interval {
  const whole = statistic(total(pieces));
  if (whole.value === null) return whole;
  const left = leftOut(bearing(pieces), statistic);
  if (left === null) return undefinedFor("too_few_documents");
  const documents = left.length;
  const { mean, squares } = spread(left);
  if (squares <= SAME * SAME * documents * Math.max(1, mean * mean)) return undefinedFor("no_variation");
  const half = quantile(0.975, documents - 1) * Math.sqrt(((documents - 1) / documents) * squares);
  return cut(whole.value - half, whole.value + half, limits, documents);
}

/**
 * The statistic without each document in turn, in their order; null for fewer than two documents or where one of
 * these values is undefined.
 */
export function leftOut({ values, width }: Pieces, statistic: Statistic): Float64Array | null {
  const documents = values.length / width;
  if (documents < 2) return null;
  // Sums from both ends, because subtracting from the total would leave crumbs where nothing is left.
  const after = new Float64Array((documents + 1) * width);
  for (let at = (documents - 1) * width + width - 1; at >= 0; at--) after[at] = (after[at + width] as number) + (values[at] as number);
  const before = new Float64Array(width);
  const sum = new Float64Array(width);
  const left = new Float64Array(documents);
  for (let document = 0; document < documents; document++) {
    const at = document * width;
    for (let i = 0; i < width; i++) sum[i] = (before[i] as number) + (after[at + width + i] as number);
    const { value } = statistic(sum);
    if (value === null) return null;
    left[document] = value;
    for (let i = 0; i < width; i++) (before[i] as number) += values[at + i] as number;
  }
  return left;
}

/** Mean, and the sums of the squares and cubes of mean − value. */
export function spread(values: Float64Array): { mean: number; squares: number; cubes: number } {
  let mean = 0;
  for (const value of values) mean += value / values.length;
  let [squares, cubes] = [0, 0];
  for (const value of values) {
    squares += (mean - value) ** 2;
    cubes += (mean - value) ** 3;
  }
  return { mean, squares, cubes };
}
