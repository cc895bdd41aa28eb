import { fitted } from "./numbers";
import { type Figure, round, type Shape } from "./shape";

/** One bar: how long it is among all (`amount` against the largest), and what is written around it. */
export type Bar = { readonly name: string; readonly amount: number; readonly written: string; readonly note: string };

export const BAR_WIDTH = 200;
export const BAR_HEIGHT = 14;
/** What is there is seen. */
const LEAST = 2;

/** How long a bar is: `amount` of `most` of the width, at least 2 units unless it is 0. */
export const longOf = (amount: number, most: number, width: number): number => (amount > 0 && most > 0 ? round(Math.max(LEAST, (Math.min(amount, most) / most) * width)) : 0);

/** A bar alone, for a cell. */
export function bareBar(amount: number, most: number, width = BAR_WIDTH, height = BAR_HEIGHT): Figure {
  const long = longOf(amount, most, width);
  return { width, height, shapes: long > 0 ? [{ kind: "rect", role: "share", className: "ag-bar", x: 0, y: 0, width: long, height }] : [] };
}

const NAME = 180;
const ROW = 32;
const WIDTH = 760;

/** Bars below each other with their names, numbers and notes: what cost most, how much each one marks. For files. */
export function agreementBars(bars: readonly Bar[]): Figure {
  const most = bars.reduce((top, bar) => Math.max(top, bar.amount), 0);
  const shapes = bars.flatMap((bar, index): Shape[] => {
    const top = index * ROW;
    const long = longOf(bar.amount, most, 240);
    return [
      { kind: "line", role: "grid", className: "grid", x1: 0, y1: top + ROW, x2: WIDTH, y2: top + ROW },
      { kind: "text", role: "row-name", className: "on", x: 0, y: top + 20, text: fitted(bar.name, NAME - 8, 13) },
      ...(long > 0 ? [{ kind: "rect", role: "share", className: "ag-bar", x: NAME, y: top + 9, width: long, height: BAR_HEIGHT } as const] : []),
      { kind: "text", role: "value", className: "on e", x: NAME + 310, y: top + 20, text: bar.written },
      { kind: "text", role: "row-note", className: "ax b", x: NAME + 326, y: top + 20, text: fitted(bar.note, WIDTH - NAME - 326, 10.5) },
    ];
  });
  return { width: WIDTH, height: bars.length * ROW + 1, shapes };
}
