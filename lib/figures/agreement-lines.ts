import { isChanceCorrected } from "@/lib/agreement/reading";
import type { Line } from "@/lib/agreement/report";
import { axisOf, axisStart, type Estimate, estimateShapes, reachedShapes, ticksOf } from "./agreement-axis";
import { fitted } from "./numbers";
import { type Figure, round, type Shape } from "./shape";

/** The words of the figure. */
export type LinesWords = {
  readonly crowd: string;
  readonly novice: string;
  readonly trained: string;
  readonly weekly: string;
  readonly number: (value: number) => string;
  readonly tick: (value: number) => string;
  readonly range: (low: number, high: number) => string;
  readonly name: (line: Line) => string;
  /** "alpha, nominal · 1,318 spans, 6 annotators". */
  readonly basis: (line: Line) => string;
  /** "undefined: nobody marked anything". */
  readonly undefined: (line: Line) => string;
};

/** One row's picture of a table has this size. */
export const ROW_WIDTH = 264;
export const ROW_HEIGHT = 24;
const PAD = 8;

const NAME = 168;
const HEAD = 36;
const ROW = 34;
const AXIS = 300;

/** What a line draws. */
export const estimateOf = (line: Line): Estimate => ({ value: line.figure.value, low: line.interval.value?.low ?? null, high: line.interval.value?.high ?? null });

/** The common beginning of the axes of several lines. */
export const startOf = (lines: readonly Line[]): number => axisStart(lines.map(estimateOf));

/** One line on grey bands of what others have reached: for a cell of a table. `start`: where all axes of the table begin. */
export function lineMark(line: Line, start: number): Figure {
  const axis = axisOf(start, PAD, ROW_WIDTH - 2 * PAD);
  return { width: ROW_WIDTH, height: ROW_HEIGHT, shapes: [...reachedShapes(axis, 0, ROW_HEIGHT, isChanceCorrected(line.coefficient)), ...estimateShapes(estimateOf(line), axis, ROW_HEIGHT / 2)] };
}

/** The head over such cells: whose bands these are, and the numbers of the axis. */
export function lineHead(words: Pick<LinesWords, "crowd" | "novice" | "trained" | "weekly" | "tick">, start: number): Figure {
  return { width: ROW_WIDTH, height: 30, shapes: headShapes(words, start, PAD, ROW_WIDTH - 2 * PAD, 0) };
}

function headShapes(words: Pick<LinesWords, "crowd" | "novice" | "trained" | "weekly" | "tick">, start: number, left: number, width: number, top: number): Shape[] {
  const axis = axisOf(start, left, width);
  const text = (value: number, y: number, className: string, written: string): Shape => ({ kind: "text", role: "axis", className, x: axis.x(value), y, text: written });
  return [
    // Names would lie over each other where the axis reaches far below 0.
    ...(start >= -0.2 ? [text(0.05, top + 11, "ax m b", words.crowd), text(0.3, top + 11, "ax m b", words.novice), text(0.49, top + 11, "ax m b", words.trained), text(0.62, top + 11, "ax s b", words.weekly)] : []),
    ...ticksOf(axis).map((value) => text(value, top + 26, "ax m", words.tick(value))),
  ];
}

/** Lines below each other: name, bands with dot and interval, the figure in numbers and what it rests on. For files. */
export function agreementLines(lines: readonly Line[], words: LinesWords): Figure {
  const start = startOf(lines);
  const axis = axisOf(start, NAME + PAD, AXIS - 2 * PAD);
  const text = (className: string, x: number, y: number, written: string): Shape => ({ kind: "text", role: className === "on" ? "row-name" : "row-note", className, x, y, text: written });
  const right = NAME + AXIS + 14;
  const shapes: Shape[] = headShapes(words, start, NAME + PAD, AXIS - 2 * PAD, 4);
  lines.forEach((line, index) => {
    const top = HEAD + index * ROW;
    const { value, low, high } = estimateOf(line);
    shapes.push(
      { kind: "line", role: "grid", className: "grid", x1: 0, y1: top, x2: 760, y2: top },
      ...reachedShapes(axis, top + 4, ROW - 8, isChanceCorrected(line.coefficient)),
      ...estimateShapes({ value, low, high }, axis, top + ROW / 2),
      text("on", 0, top + 21, fitted(words.name(line), NAME - 8, 13)),
    );
    if (value === null) shapes.push(text("ax b", right, top + 21, fitted(words.undefined(line), 760 - right, 11)));
    else {
      const span = low === null || high === null ? "" : `, ${words.range(low, high)}`;
      shapes.push(text("on", right, top + 15, `${words.number(value)}${span}`), text("ax", right, top + 28, fitted(words.basis(line), 760 - right, 10)));
    }
  });
  return { width: 760, height: round(HEAD + lines.length * ROW), shapes };
}
