import type { Framing } from "@/lib/codebook/framing";
import { type FramingCounts, spansIn } from "@/lib/stance/counts";
import { countsBar } from "./counts-bar";
import { fitted } from "./numbers";
import { lineShape, type PictureLayout, textShape } from "./picture-layout";
import { type Figure, round, type Shape, type Spot } from "./shape";

/** One bar of a row: whose words (may be empty), the three counts, and a figure at the end of the line (may be empty). */
export type Bar = { readonly label: string; readonly counts: FramingCounts; readonly end: string };
/** A heading, or a row with a name, what it rests on, and its bars. */
export type BarsRow =
  | { readonly kind: "group"; readonly name: string; readonly note: string }
  | { readonly kind: "row"; readonly key: string; readonly name: string; readonly note: string; readonly bars: readonly Bar[] };
export type BarsWords = { readonly count: (n: number) => string; readonly none: string; /** What a unit of the axis is: "marks". */ readonly axis: string; readonly heads: Readonly<Record<Framing, string>>; /** Over the figures at the ends; empty where there are none. */ readonly end: string };

const ORDER = ["critical", "neutral", "advocacy"] as const;
const GLYPH = { critical: "gg crit-c", neutral: "gg neu-c", advocacy: "gg adv-c" } as const;
const [LINE, GROUP, HEAD, FOOT, NAME] = [18, 32, 26, 22, 34];
/** Below this width a row's name stands above its bars. */
const STACKED = 500;

type Columns = { readonly bars: number; readonly width: number; readonly numbers: number; readonly step: number; readonly end: number; readonly stacked: boolean };

/**
 * Counts as stacked bars of one common length: dashed critical, dotted neutral, solid advocacy, the three numbers with
 * their glyphs beside them. Long bars are much marked, not strongly framed: that is what the figures beside them say.
 */
export function stanceBars(rows: readonly BarsRow[], words: BarsWords, layout: PictureLayout): Figure {
  const bars = rows.flatMap((row) => (row.kind === "row" ? row.bars : []));
  const most = Math.max(1, ...bars.map((bar) => spansIn(bar.counts)));
  const columns = columnsOf(layout, bars.some((bar) => bar.label !== ""), words.end !== "");
  const shapes: Shape[] = headShapes(columns, words);
  const spots: Spot[] = [];
  let y = HEAD;
  for (const row of rows) {
    if (row.kind === "group") {
      shapes.push(textShape("group", "on", 0, y + 22, fitted(row.name, layout.width * 0.6, 13)), textShape("row-note", "ax e", layout.width, y + 22, row.note));
      y += GROUP;
      continue;
    }
    const height = columns.stacked ? 22 + row.bars.length * LINE : Math.max(NAME, 8 + row.bars.length * LINE);
    shapes.push(...nameShapes(row, y, layout, columns), ...row.bars.flatMap((bar, i) => barShapes(bar, y + (columns.stacked ? 20 : (height - row.bars.length * LINE) / 2) + i * LINE, most, columns, words)));
    shapes.push(lineShape("grid", "grid", 0, y + height, layout.width, y + height));
    spots.push({ key: row.key, x: 0, y, width: layout.width, height });
    y += height;
  }
  return { width: layout.width, height: round(y + FOOT), shapes: [...shapes, ...axisShapes(y, most, columns, words)], spots };
}

function columnsOf(layout: PictureLayout, labelled: boolean, ended: boolean): Columns {
  const stacked = layout.width < STACKED;
  const [step, end] = [stacked ? 38 : 68, ended ? (stacked ? 48 : 64) : 0];
  const bars = (stacked ? 0 : layout.labelWidth) + (labelled ? 56 : 0);
  const numbers = layout.width - end - 3 * step;
  return { bars, width: numbers - bars - 12, numbers, step, end: layout.width, stacked };
}

function headShapes(columns: Columns, words: BarsWords): Shape[] {
  return [
    ...ORDER.map((framing, i): Shape => textShape("heading", "ax e", columns.numbers + (i + 1) * columns.step, 14, columns.stacked ? "" : fitted(words.heads[framing], columns.step + 4, 10))),
    textShape("heading", "ax e", columns.end, 14, words.end),
  ].filter((shape) => shape.kind !== "text" || shape.text !== "");
}

function nameShapes(row: Extract<BarsRow, { kind: "row" }>, y: number, layout: PictureLayout, columns: Columns): Shape[] {
  if (columns.stacked) return [textShape("row-name", "on", 0, y + 15, fitted(row.name, layout.width * 0.6, 13)), textShape("row-note", "ax e", layout.width, y + 15, fitted(row.note, layout.width * 0.38, 10))];
  return [textShape("row-name", "on", 0, y + 15.5, fitted(row.name, layout.labelWidth - 8, 12.5)), textShape("row-note", "ax", 0, y + 28.5, fitted(row.note, layout.labelWidth - 8, 10))];
}

function barShapes(bar: Bar, y: number, most: number, columns: Columns, words: BarsWords): Shape[] {
  const spans = spansIn(bar.counts);
  const middle = y + LINE / 2;
  const drawn = spans === 0 ? [] : countsBar(bar.counts, Math.max(6, (spans / most) * columns.width)).shapes;
  return [
    textShape("row-note", "ax e b", columns.bars - 8, middle + 4, bar.label),
    ...(spans === 0 ? [textShape("none", "ax", columns.bars, middle + 4, words.none)] : []),
    ...drawn.map((shape): Shape => (shape.kind === "line" ? lineShape(shape.role, shape.className, shape.x1 + columns.bars, middle, shape.x2 + columns.bars, middle) : shape)),
    ...ORDER.flatMap((framing, i): Shape[] => {
      const right = columns.numbers + (i + 1) * columns.step;
      const written = words.count(bar.counts[framing]);
      return [glyph(framing, right - [...written].length * 6.6 - 9, middle), textShape("value", "sp-num e", right, middle + 4, written)];
    }),
    textShape("value", "sp-num e", columns.end, middle + 4, bar.end),
  ].filter((shape) => shape.kind !== "text" || shape.text !== "");
}

function glyph(framing: Framing, x: number, y: number): Shape {
  if (framing === "neutral") return { kind: "circle", role: "axis", className: GLYPH.neutral, cx: round(x), cy: round(y), r: 3 };
  return { kind: "triangle", role: "axis", className: GLYPH[framing], cx: round(x), cy: round(y), r: 3.5, points: framing === "critical" ? "down" : "up" };
}

function axisShapes(bottom: number, most: number, columns: Columns, words: BarsWords): Shape[] {
  return [textShape("axis", "ax", columns.bars, bottom + 15, "0"), textShape("axis", "ax e", columns.bars + columns.width, bottom + 15, `${words.count(most)} ${words.axis}`)];
}
