import quantile from "@stdlib/stats-base-dists-t-quantile";
import { meanOf } from "./mean";
import { defined, type Quantity, undefinedFor } from "@/lib/kernel/quantity";

/** The value of one work: already the mean over its copies. */
export interface WorkPoint {
  readonly workId: string;
  readonly value: number;
}

/** The ends that a measure cannot pass; intervals are cut there. */
export interface Scale {
  readonly low: number;
  readonly high: number;
}

/** The mean of span signs lies between −1 (all critical) and +1 (all advocacy). */
export const SIGN_SCALE: Scale = { low: -1, high: 1 };
/** The rate has no ends that matter. */
export const RATE_SCALE: Scale = { low: -Infinity, high: Infinity };

/** A 95 % interval; `cutLow` and `cutHigh` tell that an end would have left the scale and was cut there. */
export interface Interval {
  readonly low: number;
  readonly high: number;
  readonly cutLow: boolean;
  readonly cutHigh: boolean;
}

/** An estimate over works: below three works there are only the points. */
export interface Estimate {
  /** J, the number of works with a value. */
  readonly works: number;
  /** One value per work, sorted by work id. */
  readonly points: readonly WorkPoint[];
  readonly mean: Quantity<number, "no_works" | "fewer_than_three_works">;
  readonly interval: Quantity<Interval, "no_works" | "fewer_than_three_works" | "no_variation">;
}

/** From this many works on there is a mean and an interval. */
export const WORKS_FOR_INTERVAL = 3;
/** Differences below this are rounding, not variation. */
const SAME = 1e-9;

/**
 * The mean over works with its t interval: ȳ ± t(.975, J−1) · s / √J, s² = Σ(y − ȳ)² / (J − 1).
 *
 * Every work weighs the same, however long it is and however many copies or spans it has. The interval is cut at
 * the ends of `scale`. J < 3: points only, mean and interval null. All works equal: the mean stands, the interval
 * is null with `no_variation` (one of width 0 would claim certainty).
 *
 * The t interval on work means covers 94–95.5 % at 3 to 100 works, where intervals over spans cover 70–74 % and
 * the percentile bootstrap 74 % at 3 works: docs/statistics.md.
 * @throws RangeError for a value outside the scale or not a number, or a work given twice
 */
export function estimate(points: readonly WorkPoint[], scale: Scale): Estimate {
  const sorted = [...points].sort((a, b) => (a.workId < b.workId ? -1 : 1));
  check(sorted, scale);
  const values = sorted.map((point) => point.value);
  const works = values.length;
  const mean = meanOf(values);
  if (mean === null) return { works, points: sorted, mean: undefinedFor("no_works"), interval: undefinedFor("no_works") };
  if (works < WORKS_FOR_INTERVAL) {
    const few = undefinedFor("fewer_than_three_works");
    return { works, points: sorted, mean: few, interval: few };
  }
  const centre = Math.min(scale.high, Math.max(scale.low, mean));
  return { works, points: sorted, mean: defined(centre), interval: tInterval(values, centre, scale) };
}

function tInterval(values: readonly number[], mean: number, scale: Scale): Estimate["interval"] {
  if (rangeOf(values) <= SAME) return undefinedFor("no_variation");
  const squares = meanOf(values.map((value) => (value - mean) ** 2)) ?? 0;
  const degrees = values.length - 1;
  const variance = (squares * values.length) / degrees;
  const half = quantile(0.975, degrees) * Math.sqrt(variance / values.length);
  const [low, high] = [mean - half, mean + half];
  return defined({
    low: Math.max(low, scale.low),
    high: Math.min(high, scale.high),
    cutLow: low < scale.low,
    cutHigh: high > scale.high,
  });
}

/** Largest minus smallest, without spreading a long list into arguments. */
function rangeOf(values: readonly number[]): number {
  return values.reduce((max, value) => Math.max(max, value), -Infinity) - values.reduce((min, value) => Math.min(min, value), Infinity);
}

function check(points: readonly WorkPoint[], scale: Scale): void {
  points.forEach((point, index) => {
    if (!(point.value >= scale.low && point.value <= scale.high)) throw new RangeError(`Work ${point.workId} has a value outside the scale`);
    if (points[index + 1]?.workId === point.workId) throw new RangeError(`Work ${point.workId} is given twice`);
  });
}
