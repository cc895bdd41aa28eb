import { type Figure, round, type Shape } from "./shape";

/** What was done on a day ("2026-11-05"). */
export type DayValue = { readonly day: string; readonly submitted: number };
/** How the scale and the days are written. */
export type DayBarsWords = { readonly day: (day: string) => string; readonly number: (n: number) => string };
export type DayBarsLayout = { readonly width: number; readonly height: number; /** At most so many days are named below. */ readonly names: number };

export const DAYS_WIDE: DayBarsLayout = { width: 1032, height: 168, names: 8 };
export const DAYS_PHONE: DayBarsLayout = { width: 358, height: 152, names: 3 };

const DAY_MS = 86_400_000;
/** Over a longer time the days without a submission are left out. */
const MOST_DAYS = 120;
const LEFT = 34;
const TOP = 10;
const FOOT = 22;
const WIDEST = 28;

const numberOf = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / DAY_MS);

/** Whether every day of the time has its place, or only those with a submission. */
export function isCalendar(days: readonly DayValue[]): boolean {
  const [first, last] = [days[0], days.at(-1)];
  return first !== undefined && last !== undefined && numberOf(last.day) - numberOf(first.day) < MOST_DAYS;
}

/** The smallest even number of round steps that reaches `most`: what the axis ends at. */
export function axisEnd(most: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, most)));
  return [2, 4, 6, 8, 10, 20].map((step) => (step * power) / (power > 1 ? 2 : 1)).find((end) => end >= most && Number.isInteger(end / 2)) ?? most;
}

/**
 * Submissions per day as upright bars, oldest on the left, over a scale from 0. Days are given in order; where they
 * lie within four months, those without a submission keep their place.
 */
export function dayBars(days: readonly DayValue[], words: DayBarsWords, layout: DayBarsLayout = DAYS_WIDE): Figure {
  const { width, height } = layout;
  const [left, right, bottom] = [LEFT, width - 4, height - FOOT];
  const end = axisEnd(days.reduce((most, one) => Math.max(most, one.submitted), 0));
  const y = (value: number): number => round(bottom - (value / end) * (bottom - TOP));
  const shapes: Shape[] = [0, end / 2, end].flatMap((value): Shape[] => [
    { kind: "line", role: value === 0 ? "zero" : "grid", className: value === 0 ? "zero" : "grid", x1: left, y1: y(value), x2: right, y2: y(value) },
    { kind: "text", role: "axis", className: "ax e", x: left - 6, y: y(value) + 4, text: words.number(value) },
  ]);
  const first = days[0];
  if (first === undefined) return { width, height, shapes };
  const calendar = isCalendar(days);
  const placeOf = (one: DayValue, index: number): number => (calendar ? numberOf(one.day) - numberOf(first.day) : index);
  const places = placeOf(days.at(-1)!, days.length - 1) + 1;
  const step = Math.min(WIDEST * 1.5, (right - left) / places);
  const wide = Math.min(WIDEST, Math.max(1, step * 0.68));
  const every = Math.max(1, Math.ceil(places / layout.names));
  let named = -every;
  days.forEach((one, index) => {
    const middle = left + (placeOf(one, index) + 0.5) * step;
    shapes.push({ kind: "rect", role: "share", className: "db", x: round(middle - wide / 2), y: y(one.submitted), width: round(wide), height: round(bottom - y(one.submitted)) });
    if (placeOf(one, index) - named < every || middle > right - 20 && places > layout.names) return;
    named = placeOf(one, index);
    shapes.push({ kind: "text", role: "axis", className: "ax m", x: round(Math.max(middle, left + 10)), y: bottom + 16, text: words.day(one.day) });
  });
  return { width, height, shapes };
}
