import type { DotEstimate } from "./dot-plot-data";
import { round, type Shape } from "./shape";

type Mean = Extract<DotEstimate, { kind: "mean" }>;
/** From a value on the scale to a place. */
type ToX = (value: number) => number;

const CAP = 4;
/** Points nearer than this would hide each other. */
const NEAR = 6;

/** What stands where there is no mark, or no interval. */
export interface MarkWords {
  readonly none: string;
  readonly noVariation: string;
}

/** The outlet's own voice (or whatever was chosen) on its line `y`. */
export function ownShapes(estimate: DotEstimate, toX: ToX, y: number, words: MarkWords): Shape[] {
  if (estimate.kind === "none") return [{ kind: "text", role: "none", className: "ax m bg", x: toX(0), y: y + 4, text: words.none }];
  if (estimate.kind === "points") return apart(estimate.values, toX, y).map(({ x, y: at }) => ({ kind: "circle", role: "point", className: "hol", cx: x, cy: at, r: 3.5 }));
  const look = LOOKS[estimate.level];
  const hue = estimate.level === "enough" && estimate.clear !== null ? (estimate.clear === "advocacy" ? " adv" : " crit") : "";
  return [
    ...intervalShapes(estimate, `iv${look.line}${hue}`, look.caps, toX, y),
    ...shrunkenShapes(estimate, toX, y),
    { kind: "circle", role: "own", className: `${look.dot}${hue}`, cx: toX(estimate.value), cy: y, r: look.r },
    ...unvaried(estimate, toX, y, words),
  ];
}

/** The sources it quotes, on the line `y` below: a small open diamond, a thin interval without caps. */
export function quotedShapes(estimate: DotEstimate, toX: ToX, y: number): Shape[] {
  if (estimate.kind === "none") return [];
  if (estimate.kind === "points") return apart(estimate.values, toX, y).map(({ x, y: at }) => diamond(x, at));
  const shapes: Shape[] = [];
  if (estimate.interval !== null) {
    const className = estimate.level === "not_enough" ? "qv few" : "qv";
    shapes.push({ kind: "line", role: "quoted-interval", className, x1: toX(estimate.interval.low), y1: y, x2: toX(estimate.interval.high), y2: y });
  }
  return [...shapes, diamond(toX(estimate.value), y)];
}

const LOOKS = {
  enough: { line: "", dot: "d", r: 4, caps: true },
  tentative: { line: " tent", dot: "d tent", r: 4.5, caps: true },
  not_enough: { line: " few", dot: "hol", r: 5, caps: false },
} as const;

/** An end that was cut is an open arrow instead of a cap: the interval goes on where the scale does not. */
function intervalShapes(estimate: Mean, className: string, caps: boolean, toX: ToX, y: number): Shape[] {
  if (estimate.interval === null) return [];
  const { cutLow = false, cutHigh = false } = estimate.interval;
  const [low, high] = [toX(estimate.interval.low), toX(estimate.interval.high)];
  const end = (x: number, cut: boolean, inward: number): Shape[] => {
    if (cut) return [{ kind: "path", role: "cut", className, closed: false, points: [[x + inward * CAP, y - CAP], [x, y], [x + inward * CAP, y + CAP]] }];
    return caps ? [{ kind: "line", role: "own-cap", className, x1: x, y1: y - CAP, x2: x, y2: y + CAP }] : [];
  };
  return [{ kind: "line", role: "own-interval", className, x1: low, y1: y, x2: high, y2: y }, ...end(low, cutLow, 1), ...end(high, cutHigh, -1)];
}

/** A tick above the line, so that it hides neither the dot nor the ends of the interval. */
function shrunkenShapes({ shrunken }: Mean, toX: ToX, y: number): Shape[] {
  if (shrunken === undefined || shrunken === null) return [];
  const x = toX(shrunken);
  return [{ kind: "line", role: "shrunken", className: "sh", x1: x, y1: round(y - 9), x2: x, y2: round(y - 5) }];
}

/** Says why a mean stands without an interval, on the side that has room. */
function unvaried(estimate: Mean, toX: ToX, y: number, words: MarkWords): Shape[] {
  if (estimate.interval !== null) return [];
  const left = estimate.value > 0;
  return [{ kind: "text", role: "none", className: left ? "ax e bg" : "ax bg", x: toX(estimate.value) + (left ? -9 : 9), y: y + 4, text: words.noVariation }];
}

function diamond(x: number, y: number): Shape {
  return { kind: "diamond", role: "quoted", className: "qd", cx: x, cy: y, r: 3.54 };
}

/** Places of one or two points, moved up and down where they would hide each other. */
function apart(values: readonly number[], toX: ToX, y: number): { x: number; y: number }[] {
  const [first, second] = values.map(toX);
  const close = first !== undefined && second !== undefined && Math.abs(first - second) < NEAR;
  return values.map((value, i) => ({ x: toX(value), y: close ? y + (i === 0 ? -3 : 3) : y }));
}
