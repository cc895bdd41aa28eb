import { undefinedFor } from "@/lib/kernel/quantity";
import type { Random } from "@/lib/kernel/random";
import type { Interval } from "../report";
import { leftOut, spread } from "./jackknife";
import { normalQuantile, normalShare } from "./normal";
import { bearing, type Pieces, type Statistic, total } from "./pieces";

/** Below this many documents the bootstrap is not offered. */
export const DOCUMENTS_FOR_BOOTSTRAP = 30;
export const REPLICATES = 2000;
/** Where more replicates than this share are undefined, the ends of what is left are not those of the statistic. */
const MOST_UNDEFINED = 0.01;
/** Differences below this are rounding, not variation. */
const SAME = 1e-12;

/** An interval, how many replicates were drawn, and in how many of them the statistic was undefined (they are left out). */
export type Bootstrapped = { readonly interval: Interval; readonly replicates: number; readonly undefinedReplicates: number };

/**
 * The 95 % BCa interval of a statistic by drawing whole documents with replacement: bias-corrected by the share of
 * replicates below θ (ties count half), accelerated by the skewness of the leave-one-out values,
 * a = Σ(θ̄ − θ₍ᵢ₎)³ / (6 · (Σ(θ̄ − θ₍ᵢ₎)²)^1.5). Everything in the statistic, expected agreement too, is computed anew in
 * each replicate. The ends are values that occurred, so that they need no cutting.
 *
 * Documents whose row is all zeros are not drawn. Undefined with θ's reason where θ is undefined; `too_few_documents`
 * below 30 documents, where θ is undefined without one of them, or where more than 1 % of the replicates are undefined;
 * `no_variation` where all replicates are equal.
 *
 * Source: Efron (1987), Better Bootstrap Confidence Intervals, JASA 82, 171–185; DiCiccio and Efron (1996),
 * Statistical Science 11(3), eq. 2.2–2.6. Work: replicates × documents × width.
 */
export function bootstrap(pieces: Pieces, statistic: Statistic, random: Random, replicates = REPLICATES): Bootstrapped {
  const none = (interval: Interval, undefinedReplicates = 0, drawn = 0) => ({ interval, replicates: drawn, undefinedReplicates });
  const whole = statistic(total(pieces));
  if (whole.value === null) return none(whole);
  const borne = bearing(pieces);
  const documents = borne.values.length / borne.width;
  const left = documents < DOCUMENTS_FOR_BOOTSTRAP ? null : leftOut(borne, statistic);
  if (left === null) return none(undefinedFor("too_few_documents"));
  const values = drawn(borne, statistic, random, replicates);
  const missing = replicates - values.length;
  if (missing > MOST_UNDEFINED * replicates) return none(undefinedFor("too_few_documents"), missing, replicates);
  return none(bca(whole.value, values, left), missing, replicates);
}

/** The statistic of each replicate that has one, from the smallest up. */
function drawn(pieces: Pieces, statistic: Statistic, random: Random, replicates: number): Float64Array {
  const documents = pieces.values.length / pieces.width;
  const times = new Int32Array(documents);
  const sum = new Float64Array(pieces.width);
  const values = new Float64Array(replicates);
  let length = 0;
  for (let replicate = 0; replicate < replicates; replicate++) {
    times.fill(0);
    for (let draw = 0; draw < documents; draw++) (times[random.below(documents)] as number)++;
    weightedSum(pieces, times, sum);
    const { value } = statistic(sum);
    if (value !== null) values[length++] = value;
  }
  return values.subarray(0, length).sort();
}

/** Writes Σ times[document] · row into `sum`: a sample in which each document stands so many times. */
export function weightedSum({ values, width }: Pieces, times: Int32Array, sum: Float64Array): void {
  sum.fill(0);
  for (let document = 0; document < times.length; document++) {
    const weight = times[document] as number;
    if (weight === 0) continue;
    const at = document * width;
    for (let i = 0; i < width; i++) sum[i] = (sum[i] as number) + weight * (values[at + i] as number);
  }
}

function bca(whole: number, values: Float64Array, left: Float64Array): Interval {
  const { squares, cubes } = spread(left);
  const [least, most] = [values[0] as number, values[values.length - 1] as number];
  if (squares === 0 || most - least <= SAME) return undefinedFor("no_variation");
  let below = 0;
  for (const value of values) below += Math.abs(value - whole) <= SAME ? 0.5 : value < whole ? 1 : 0;
  // Half a replicate is kept at each end, since no sample proves a share of 0 or 1.
  const bias = normalQuantile(Math.min(Math.max(below, 0.5), values.length - 0.5) / values.length);
  const acceleration = cubes / (6 * squares ** 1.5);
  const end = (share: number) => {
    const z = bias + normalQuantile(share);
    return quantileOf(values, normalShare(bias + z / (1 - acceleration * z)));
  };
  return { value: { low: end(0.025), high: end(0.975), documents: left.length } };
}

/** The quantile between the sorted values, the k-th of B standing at k/(B + 1). */
function quantileOf(sorted: Float64Array, share: number): number {
  const place = Math.min(Math.max(share * (sorted.length + 1) - 1, 0), sorted.length - 1);
  const k = Math.floor(place);
  const lower = sorted[k] as number;
  return lower + (place - k) * ((sorted[Math.min(k + 1, sorted.length - 1)] as number) - lower);
}
