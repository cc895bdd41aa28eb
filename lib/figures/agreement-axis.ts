import { CALIBRATED_WEEKLY, REACHED } from "@/lib/agreement/reading";
import { round, type Shape } from "./shape";

/** A value with its interval; null where it is undefined. */
export type Estimate = { readonly value: number | null; readonly low: number | null; readonly high: number | null };

/** From a value to its place: `x` is in user units, values outside of the axis lie at its ends. */
export type Axis = { readonly start: number; readonly left: number; readonly width: number; readonly x: (value: number) => number };

/** Where an axis that ends at 1 has to begin, so that every interval fits: 0, or the next −0.2, −0.4 … −1 below. */
export function axisStart(estimates: readonly Estimate[]): number {
  const least = estimates.reduce((low, one) => Math.min(low, one.low ?? one.value ?? 0, one.value ?? 0), 0);
  return least < 0 ? Math.max(-1, Math.floor(least * 5) / 5) : 0;
}

/** An axis from `start` to 1. */
export function axisOf(start: number, left: number, width: number): Axis {
  return { start, left, width, x: (value) => round(left + ((Math.min(1, Math.max(start, value)) - start) / (1 - start)) * width) };
}

/** Where numbers stand: every 0.2, every 0.4 below 0. */
export function ticksOf({ start }: Axis): number[] {
  const step = start < -0.4 ? 4 : 2;
  return Array.from({ length: 11 }, (_, n) => n * 2 - 10).filter((tenth) => tenth % step === 0 && tenth / 10 >= start).map((tenth) => tenth / 10);
}

/** Ground of a row or a plot: what others have reached in greys, weekly calibration as a dotted line, 0 and 1 as edges. `bands`: whether the figure can be held against others' at all. */
export function reachedShapes(axis: Axis, top: number, height: number, bands: boolean): Shape[] {
  const line = (value: number, className: string): Shape => ({ kind: "line", role: "grid", className, x1: axis.x(value), y1: top, x2: axis.x(value), y2: top + height });
  return [
    ...(bands ? REACHED : []).map(({ group, low, high }): Shape => ({ kind: "rect", role: "band", className: group === "trained" ? "ag-b2" : "ag-b1", x: axis.x(low), y: top, width: round(axis.x(high) - axis.x(low)), height })),
    ...(bands ? [line(CALIBRATED_WEEKLY, "ag-ref")] : []),
    line(0, "ag-edge"),
    line(1, "ag-edge"),
    ...(axis.start < 0 ? [line(axis.start, "ag-edge")] : []),
  ];
}

/** The dot of a value with its capped interval; a cap is left out where the interval goes on beyond the axis. Nothing where undefined. */
export function estimateShapes({ value, low, high }: Estimate, axis: Axis, y: number): Shape[] {
  if (value === null) return [];
  const shapes: Shape[] = [];
  if (low !== null && high !== null) {
    const [from, to] = [axis.x(low), axis.x(high)];
    const cap = (x: number): Shape => ({ kind: "line", role: "interval", className: "ag-iv", x1: x, y1: y - 4, x2: x, y2: y + 4 });
    shapes.push({ kind: "line", role: "interval", className: "ag-iv", x1: from, y1: y, x2: to, y2: y }, ...(low >= axis.start ? [cap(from)] : []), ...(high <= 1 ? [cap(to)] : []));
  }
  return [...shapes, { kind: "circle", role: "value", className: "ag-dot", cx: axis.x(value), cy: y, r: 4.5 }];
}
