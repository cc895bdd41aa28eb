import { ownShapes } from "./dot-plot-marks";
import type { DotEstimate } from "./dot-plot-data";
import type { PlotWords } from "./dot-plot";
import { fitted, signed } from "./numbers";
import { type Figure, round, type Shape } from "./shape";

/** One line of the figure: a choice, its estimate, and the numbers beside it. */
export interface ChoiceLine {
  readonly name: string;
  readonly written: string;
  readonly estimate: DotEstimate;
}

/** Widths in user units: of the whole, of names, and of the numbers at the end. */
export interface SensitivityLayout {
  readonly width: number;
  readonly nameWidth: number;
  readonly valueWidth: number;
}

export const SENSITIVITY_WIDE: SensitivityLayout = { width: 860, nameWidth: 250, valueWidth: 168 };
/** For a phone: no numbers beside the axis, which the table has. */
export const SENSITIVITY_PHONE: SensitivityLayout = { width: 342, nameWidth: 138, valueWidth: 0 };

const HEAD = 28;
const ROW = 26;
const FOOT = 22;
const PAD = 8;

/**
 * The figure at hand on top, and one line per other choice, on one axis −end…+end. A thin line goes down from the
 * mean at hand, so that each shift is seen. Estimates on another scale are not drawn: what does not share an axis
 * stands in the table alone.
 */
export function sensitivityPlot(base: ChoiceLine, lines: readonly ChoiceLine[], end: 1 | 2, words: Pick<PlotWords, "critical" | "advocacy" | "none" | "noVariation">, layout: SensitivityLayout = SENSITIVITY_WIDE): Figure {
  const [left, right] = [layout.nameWidth, layout.width - layout.valueWidth];
  const toX = (value: number): number => round(left + PAD + ((value / end + 1) / 2) * (right - left - 2 * PAD));
  const rows = [base, ...lines];
  const bottom = HEAD + rows.length * ROW;
  const text = (role: Shape["role"], className: string, x: number, y: number, written: string): Shape => ({ kind: "text", role, className, x, y, text: written });
  const line = (role: Shape["role"], className: string, x1: number, y1: number, x2: number, y2: number): Shape => ({ kind: "line", role, className, x1, y1, x2, y2 });
  const shapes: Shape[] = [
    { kind: "rect", role: "highlight", className: "hot", x: 0, y: HEAD, width: layout.width, height: ROW },
    ...rows.map((_, i) => line("grid", "grid", 0, HEAD + (i + 1) * ROW, layout.width, HEAD + (i + 1) * ROW)),
    ...[-1, -0.5, 0.5, 1].map((share) => line("grid", "grid", toX(share * end), HEAD - 4, toX(share * end), bottom)),
    line("zero", "zero", toX(0), HEAD - 4, toX(0), bottom),
    ...(base.estimate.kind === "mean" ? [line("band", "ref", toX(base.estimate.value), HEAD, toX(base.estimate.value), bottom)] : []),
    { kind: "triangle", role: "axis", className: "gg crit-c", cx: left + PAD + 4, cy: 10, r: 4, points: "down" },
    text("axis", "ax", left + PAD + 12, 14, words.critical),
    text("axis", "ax e", right - PAD - 12, 14, words.advocacy),
    { kind: "triangle", role: "axis", className: "gg adv-c", cx: right - PAD - 4, cy: 10, r: 4, points: "up" },
    ...[-1, 0, 1].map((share) => text("axis", "ax m", toX(share * end), bottom + 14, share === 0 ? "0" : signed(share * end, 0))),
  ];
  rows.forEach(({ name, written, estimate }, i) => {
    const y = HEAD + i * ROW + ROW / 2;
    shapes.push(text("row-name", i === 0 ? "on" : "on thin", 6, y + 4.5, fitted(name, layout.nameWidth - 8, 13)), ...ownShapes(estimate, toX, y, words));
    if (layout.valueWidth > 0) shapes.push(text("value", "ax e b", layout.width - 6, y + 4, written));
  });
  return { width: layout.width, height: bottom + FOOT, shapes };
}
