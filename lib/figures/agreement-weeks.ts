import type { Week } from "@/lib/agreement/report";
import { axisStart } from "./agreement-axis";
import { type Figure, round, type Shape } from "./shape";

export type WeeksWords = { readonly number: (value: number) => string; readonly tick: (value: number) => string; /** "5 Oct". */ readonly week: (monday: string) => string };

const WIDTH = 440;
const HEIGHT = 176;
const LEFT = 34;
const TOP = 20;
const FOOT = 24;
const WEEK_MS = 604_800_000;

const numberOf = (monday: string): number => Math.round(Date.parse(`${monday}T00:00:00Z`) / WEEK_MS);

/**
 * Agreement week by week: a dot for each week that has a figure, a line between weeks that follow each other, and the
 * 95 % interval as a band (as a bar where a week stands alone). Weeks without a figure keep their place and break the line.
 */
export function agreementWeeks(weeks: readonly Week[], words: WeeksWords, width = WIDTH): Figure {
  const bottom = HEIGHT - FOOT;
  const estimates = weeks.map((week) => ({ value: week.figure.value, low: week.interval.value?.low ?? null, high: week.interval.value?.high ?? null }));
  const start = axisStart(estimates);
  const most = estimates.reduce((top, one) => Math.max(top, one.high ?? one.value ?? 0), 0.6);
  const end = Math.min(1, Math.ceil(round(most * 5)) / 5);
  const y = (value: number): number => round(bottom - ((Math.min(end, Math.max(start, value)) - start) / (end - start)) * (bottom - TOP));
  const [first, last] = [weeks[0], weeks.at(-1)];
  const places = first === undefined || last === undefined ? 1 : numberOf(last.monday) - numberOf(first.monday) + 1;
  const step = (width - LEFT - 12) / places;
  const x = (week: Week): number => round(LEFT + 4 + (numberOf(week.monday) - numberOf(first!.monday) + 0.5) * step);
  const shapes: Shape[] = gridShapes(start, end, y, width, words);
  for (const run of runsOf(weeks)) shapes.push(...bandShapes(run, x, y));
  for (const run of runsOf(weeks)) if (run.length > 1) shapes.push({ kind: "path", role: "own", className: "ag-line", closed: false, points: run.map((week) => [x(week), y(week.figure.value!)]) });
  const every = Math.max(1, Math.ceil(places / Math.max(1, Math.floor(width / 64))));
  let named = -every;
  for (const week of weeks) {
    const place = numberOf(week.monday) - numberOf(first!.monday);
    if (week.figure.value !== null) shapes.push({ kind: "circle", role: "value", className: "ag-dot", cx: x(week), cy: y(week.figure.value), r: 3 });
    if (place - named < every) continue;
    named = place;
    shapes.push({ kind: "text", role: "axis", className: "ax m", x: x(week), y: bottom + 16, text: words.week(week.monday) });
  }
  const newest = weeks.findLast((week) => week.figure.value !== null);
  if (newest) shapes.push({ kind: "text", role: "value", className: "ag-name m", x: x(newest), y: round(Math.max(12, y(newest.interval.value?.high ?? newest.figure.value!) - 6)), text: words.number(newest.figure.value!) });
  return { width, height: HEIGHT, shapes };
}

function gridShapes(start: number, end: number, y: (value: number) => number, width: number, words: WeeksWords): Shape[] {
  const step = end - start > 1 ? 4 : 2;
  const tenths = Array.from({ length: 11 }, (_, n) => n * 2 - 10).filter((tenth) => tenth % step === 0 && tenth / 10 >= start && tenth / 10 <= end);
  return tenths.flatMap((tenth): Shape[] => [
    { kind: "line", role: tenth === 0 ? "zero" : "grid", className: tenth === 0 ? "zero" : "grid", x1: LEFT, y1: y(tenth / 10), x2: width - 8, y2: y(tenth / 10) },
    { kind: "text", role: "axis", className: "ax e", x: LEFT - 6, y: y(tenth / 10) + 4, text: words.tick(tenth / 10) },
  ]);
}

/** Weeks with a figure that follow each other without a gap. */
function runsOf(weeks: readonly Week[]): Week[][] {
  const runs: Week[][] = [];
  let before: Week | null = null;
  for (const week of weeks) {
    if (week.figure.value === null) continue;
    const follows = before !== null && numberOf(week.monday) === numberOf(before.monday) + 1;
    if (follows) runs.at(-1)!.push(week);
    else runs.push([week]);
    before = week;
  }
  return runs;
}

function bandShapes(run: readonly Week[], x: (week: Week) => number, y: (value: number) => number): Shape[] {
  const known = run.filter((week) => week.interval.value !== null);
  const one = known[0];
  if (one === undefined) return [];
  const ends = (week: Week): { low: number; high: number } => week.interval.value!;
  if (known.length === 1) return [{ kind: "line", role: "interval", className: "ag-iv thin", x1: x(one), y1: y(ends(one).low), x2: x(one), y2: y(ends(one).high) }];
  return [{ kind: "path", role: "band", className: "ag-b2", closed: true, points: [...known.map((week) => [x(week), y(ends(week).low)] as const), ...[...known].reverse().map((week) => [x(week), y(ends(week).high)] as const)] }];
}
