import type { DotEstimate } from "./dot-plot-data";
import { type MarkWords, ownShapes, quotedShapes } from "./dot-plot-marks";
import { fitted, signed } from "./numbers";
import { type LegendItem, legendShapes, lineShape, type PictureLayout, textShape } from "./picture-layout";
import { type Figure, round, type Shape, type Spot } from "./shape";

/** One axis. `left` and `right` name its ends: they stand beside the glyphs of critical and advocacy. */
export type AxisPanel = { readonly heading: string; readonly low: number; readonly high: number; readonly left: string; readonly right: string };
/** An estimate as a dot, or (second) as the open diamond below it. */
export type AxisMark = { readonly as: "first" | "second"; readonly estimate: DotEstimate };
/** A line with a name only, or a row with marks for each panel; `key` names its spot. */
export type AxisRow =
  | { readonly kind: "group"; readonly name: string }
  | { readonly kind: "row"; readonly key: string; readonly name: string; readonly note: string; readonly panels: readonly (readonly AxisMark[])[] };

const GAP = 28;
const PAD = 8;
const HEAD = 44;
const ROW = 34;
const GROUP = 30;
const FOOT = 24;
const BAND = 18;

type Placed = { readonly row: AxisRow; readonly y: number };
type Place = AxisPanel & { readonly x: number; readonly width: number; readonly toX: (value: number) => number };

/**
 * Rows of estimates on one axis or two, each with its zero in ink: what the dot plot draws for targets, here for voices,
 * genres, or the source hidden and shown. A row of which nothing is known says so in a word.
 */
export function axisRows(panels: readonly AxisPanel[], rows: readonly AxisRow[], legend: readonly LegendItem[], words: MarkWords, layout: PictureLayout): Figure {
  const columns = Math.max(1, Math.min(layout.columns, panels.length));
  const head = legendShapes(legend, layout.width);
  const shapes: Shape[] = [...head.shapes];
  const spots: Spot[] = [];
  let top = head.height;
  for (let first = 0; first < panels.length; first += columns) {
    if (first > 0) top += BAND;
    const placed = placeRows(rows, top + HEAD);
    const places = panels.slice(first, first + columns).map((panel, i) => placeOf(panel, i, columns, layout));
    for (const place of places) shapes.push(...frameShapes(place, top, placed.end));
    for (const { row, y } of placed.items) {
      shapes.push(...nameShapes(row, y, layout));
      if (row.kind === "group") continue;
      places.forEach((place, i) => shapes.push(...markShapes(row.panels[first + i] ?? [], place, y, words)));
      spots.push({ key: row.key, x: 0, y, width: layout.width, height: ROW });
    }
    top = placed.end + FOOT;
  }
  return { width: layout.width, height: round(top), shapes: shapes.filter((shape) => shape.kind !== "text" || shape.text !== ""), spots };
}

function placeRows(rows: readonly AxisRow[], start: number): { items: Placed[]; end: number } {
  let y = start;
  const items = rows.map((row): Placed => {
    const at = y;
    y += row.kind === "group" ? GROUP : ROW;
    return { row, y: at };
  });
  return { items, end: y };
}

function placeOf(panel: AxisPanel, index: number, columns: number, layout: PictureLayout): Place {
  const width = (layout.width - layout.labelWidth - GAP * (columns - 1)) / columns;
  const x = layout.labelWidth + index * (width + GAP);
  const toX = (value: number): number => round(x + PAD + ((Math.min(panel.high, Math.max(panel.low, value)) - panel.low) / (panel.high - panel.low)) * (width - 2 * PAD));
  return { ...panel, x: round(x), width: round(width), toX };
}

function frameShapes(place: Place, top: number, bottom: number): Shape[] {
  const right = round(place.x + place.width);
  const half = place.width / 2 - 16;
  return [
    textShape("heading", "pt", place.x, top + 14, fitted(place.heading, place.width, 13)),
    { kind: "triangle", role: "axis", className: "gg crit-c", cx: place.x + 4, cy: top + 28, r: 4, points: "down" },
    textShape("axis", "ax", place.x + 12, top + 32, fitted(place.left, half, 10)),
    textShape("axis", "ax e", right - 12, top + 32, fitted(place.right, half, 10)),
    { kind: "triangle", role: "axis", className: "gg adv-c", cx: round(right - 4), cy: top + 28, r: 4, points: "up" },
    ...[place.low, place.low / 2, place.high / 2, place.high, 0].map((value) => lineShape(value === 0 ? "zero" : "grid", value === 0 ? "zero" : "grid", place.toX(value), top + 40, place.toX(value), bottom)),
    ...[place.low, 0, place.high].map((value) => textShape("axis", "ax m", place.toX(value), bottom + 14, value === 0 ? "0" : signed(value, 0))),
  ];
}

function nameShapes(row: AxisRow, y: number, layout: PictureLayout): Shape[] {
  if (row.kind === "group") return [textShape("group", "on", 0, y + 21, fitted(row.name, layout.width, 13))];
  return [
    lineShape("grid", "grid", 0, y + ROW, layout.width, y + ROW),
    textShape("row-name", "on", 0, y + 15.5, fitted(row.name, layout.labelWidth - 8, 12.5)),
    textShape("row-note", "ax", 0, y + 28.5, fitted(row.note, layout.labelWidth - 4, 10)),
  ];
}

function markShapes(marks: readonly AxisMark[], place: Place, y: number, words: MarkWords): Shape[] {
  const alone = !marks.some((mark) => mark.as === "second");
  return marks.flatMap(({ as, estimate }) => (as === "second" ? quotedShapes(estimate, place.toX, y + 25) : ownShapes(estimate, place.toX, y + (alone ? 17 : 13), words)));
}
