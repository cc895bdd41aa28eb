import type { Interval } from "./estimate";

type Ends = Pick<Interval, "low" | "high">;

/** Which way an interval is clear of 0; null when it touches or includes 0. */
export function directionOf(interval: Ends): "advocacy" | "critical" | null {
  if (interval.low > 0) return "advocacy";
  return interval.high < 0 ? "critical" : null;
}

/** Whether two intervals share a point. Two outlets whose intervals do are not ranked. */
export function overlaps(a: Ends, b: Ends): boolean {
  return a.low <= b.high && b.low <= a.high;
}
