import type { FigureMention, TimeMention } from "../mention";
import { minuteOf } from "../times/minutes";
import { unitClass } from "./units";

/** Share of its length by which a vague span may be wrong at each end. */
const SLACK = 0.5;
/** A moment that is not exact may be wrong by this many minutes. */
const LEAST_SLACK = 15;

type Ends = readonly [number, number];

/**
 * Whether both times could be true: whether there is a moment that each of them allows. "2003" and "between 2009 and
 * 2013" have none; "by 2010" and "2008" have. A vague span reaches half its length farther. What has no place on the
 * calendar can be true beside anything.
 */
export function timesCompatible(a: TimeMention, b: TimeMention): boolean {
  const [x, y] = [endsOf(a), endsOf(b)];
  return x === null || y === null || (x[0] <= y[1] && y[0] <= x[1]);
}

function endsOf({ from, to, vague }: TimeMention): Ends | null {
  if (from === null && to === null) return null;
  const [low, high] = [from === null ? -Infinity : minuteOf(from), to === null ? Infinity : minuteOf(to)];
  const slack = !vague ? 0 : Number.isFinite(high - low) ? Math.max(LEAST_SLACK, (high - low) * SLACK) : LEAST_SLACK;
  return [low - slack, high + slack];
}

/** Whether both figures could be true: whether there is a number that each of them allows. */
export const figuresCompatible = (a: FigureMention, b: FigureMention): boolean => (a.low ?? -Infinity) <= (b.high ?? Infinity) && (b.low ?? -Infinity) <= (a.high ?? Infinity);

/** Whether two figures count the same kind of thing. */
export const sameUnit = (a: FigureMention, b: FigureMention): boolean => unitClass(a.unit) === unitClass(b.unit);

/** How finely a time is told, 0 (a century) to 5 (a moment). */
export function fineness({ kind, from, to }: TimeMention): number | null {
  if (from === null || to === null) return kind === "relative" ? null : 2;
  const days = (minuteOf(to) - minuteOf(from)) / 1440;
  return days < 0.5 ? 5 : days <= 2 ? 4 : days <= 40 ? 3 : days <= 400 ? 2 : days <= 4000 ? 1 : 0;
}
