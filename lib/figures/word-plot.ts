import { fitted } from "./numbers";
import { type Figure, round, type Shape } from "./shape";

/** A word of an outlet with how clearly it is the outlet's. */
export type PlotWord = { readonly word: string; readonly z: number; readonly note: string };
/** The words of the plot. */
export type WordPlotWords = { readonly axis: string; readonly tick: (z: number) => string; /** What stands above the line from which a difference is clear. */ readonly clear: string; readonly none: string };

const [NAME, AXIS, WIDTH] = [190, 380, 760];
const [HEAD, GROUP, ROW] = [46, 34, 24];
const PAD = 8;

/**
 * For each outlet its words, one below the other, each with a dot at its z: filled where the difference is clear, hollow
 * where it is not. Nothing hangs on colour.
 * @param clear z from which a difference is clear
 */
export function wordPlot(outlets: readonly { readonly name: string; readonly words: readonly PlotWord[] }[], words: WordPlotWords, clear: number): Figure {
  const most = Math.max(2 * clear, ...outlets.flatMap((outlet) => outlet.words.map(({ z }) => z)));
  const step = most > 12 ? 4 : most > 6 ? 2 : 1;
  const end = Math.ceil(most / step) * step;
  const x = (z: number): number => round(NAME + PAD + ((AXIS - 2 * PAD) * Math.max(0, z)) / end);
  const height = HEAD + outlets.reduce((sum, outlet) => sum + GROUP + ROW * Math.max(1, outlet.words.length), 0) + 4;
  const text = (role: Shape["role"], className: string, at: number, y: number, written: string): Shape => ({ kind: "text", role, className, x: at, y, text: written });
  const ticks = Array.from({ length: end / step + 1 }, (_, i) => i * step);
  const shapes: Shape[] = [
    text("axis", "ax b s", x(0), 12, words.axis),
    ...ticks.flatMap((z): Shape[] => [{ kind: "line", role: "grid", className: z === 0 ? "zero" : "grid", x1: x(z), y1: HEAD - 8, x2: x(z), y2: height }, text("axis", "ax m", x(z), HEAD - 14, words.tick(z))]),
    { kind: "line", role: "axis", className: "ag-ref", x1: x(clear), y1: HEAD - 8, x2: x(clear), y2: height },
    text("axis", "ax e", WIDTH, 12, words.clear),
  ];
  let y = HEAD;
  for (const outlet of outlets) {
    shapes.push({ kind: "line", role: "grid", className: "grid", x1: 0, y1: y, x2: WIDTH, y2: y }, text("group", "on", 0, y + 22, fitted(outlet.name, WIDTH / 2, 13)));
    y += GROUP;
    if (outlet.words.length === 0) shapes.push(text("none", "ax b s bg", x(0) + 10, y + 14, words.none));
    for (const { word, z, note } of outlet.words) {
      shapes.push(
        { kind: "line", role: "interval", className: "ag-edge", x1: x(0), y1: y + 10, x2: x(z), y2: y + 10 },
        { kind: "circle", role: "point", className: z >= clear ? "ag-dot" : "hol", cx: x(z), cy: y + 10, r: 5 },
        text("row-name", "sp-num", 0, y + 14, fitted(word, NAME - 12, 12)),
        text("row-note", "ax", NAME + AXIS + 14, y + 14, fitted(note, WIDTH - NAME - AXIS - 14, 11)),
      );
      y += ROW;
    }
    y += outlet.words.length === 0 ? ROW : 0;
  }
  return { width: WIDTH, height: round(height), shapes };
}
