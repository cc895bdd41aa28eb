import { fitted } from "./numbers";
import { type PictureLayout, textShape, wrapped } from "./picture-layout";
import { type Figure, round, type Shape, type Spot } from "./shape";

/** Steps of ink, pale to dark. */
export const INKS = ["h0", "h1", "h2", "h3", "h5"] as const;
export type Ink = (typeof INKS)[number];

/** The step of ink of a value, from four limits. */
export const inkFor = (value: number, limits: readonly [number, number, number, number]): Ink => INKS[limits.filter((limit) => value >= limit).length]!;

/** One cell; `thin`: too little to rely on, drawn with a dashed edge. Null: nothing was read there. */
export type HeatCell = { readonly text: string; readonly ink: Ink; readonly thin: boolean; readonly glyph: "up" | "down" | null; /** Its spot; null opens nothing. */ readonly key: string | null } | null;
export type HeatColumn = { readonly name: string; readonly note: string };
/** A heading over rows, or a row with a cell for each column. */
export type HeatRow = { readonly kind: "group"; readonly name: string } | { readonly kind: "row"; readonly name: string; readonly note: string; readonly cells: readonly HeatCell[] };
/** What the ramp says: under the first limit, and from the last one on. */
export type HeatWords = { readonly below: string; readonly above: string; readonly thin: string };

const [ROW, GROUP, NAME_LINE, FOOT, BAND, WIDEST, LEAST] = [34, 30, 15, 36, 22, 108, 66];

/**
 * A table of numbers with grounds of ink: the more, the darker, the number in every cell. What rests on too little has a
 * dashed edge and no ground; a sign is a glyph, never a hue alone. Columns that do not fit go below, with the rows again.
 */
export function stanceHeat(columns: readonly HeatColumn[], rows: readonly HeatRow[], words: HeatWords, layout: PictureLayout): Figure {
  const room = layout.width - layout.labelWidth;
  const together = Math.max(1, Math.min(columns.length, Math.floor(room / LEAST)));
  const cell = Math.min(WIDEST, room / together);
  const shapes: Shape[] = [];
  const spots: Spot[] = [];
  let top = 0;
  for (let first = 0; first < columns.length; first += together) {
    if (first > 0) top += BAND;
    const shown = columns.slice(first, first + together);
    const heads = shown.map((column) => wrapped(column.name, cell - 6, 11.5, 3));
    const tall = Math.max(1, ...heads.map((lines) => lines.length)) * NAME_LINE + 20;
    heads.forEach((lines, i) => {
      const [middle, base] = [layout.labelWidth + (i + 0.5) * cell, top + tall - 20];
      lines.forEach((line, n) => shapes.push(textShape("heading", "ag-name m", middle, base - (lines.length - 1 - n) * NAME_LINE, line)));
      shapes.push(textShape("axis", "ax m", middle, base + 14, fitted(shown[i]?.note ?? "", cell, 10)));
    });
    let y = top + tall;
    for (const row of rows) {
      if (row.kind === "group") {
        shapes.push(textShape("group", "ax b", 0, y + 21, fitted(row.name, layout.width, 11)));
        y += GROUP;
        continue;
      }
      shapes.push(textShape("row-name", "ag-name", 0, y + (row.note === "" ? 21 : 15), fitted(row.name, layout.labelWidth - 8, 11.5)), textShape("row-note", "ax", 0, y + 28, fitted(row.note, layout.labelWidth - 8, 10)));
      shown.forEach((_, i) => shapes.push(...cellShapes(row.cells[first + i] ?? null, layout.labelWidth + i * cell, y, cell, spots)));
      y += ROW;
    }
    top = y;
  }
  const ramp = rampShapes(top + 16, words, layout);
  return { width: layout.width, height: round(top + FOOT + (ramp.wrapped ? 18 : 0)), shapes: [...shapes.filter((shape) => shape.kind !== "text" || shape.text !== ""), ...ramp.shapes], spots };
}

function cellShapes(found: HeatCell, x: number, y: number, width: number, spots: Spot[]): Shape[] {
  const middle = x + width / 2;
  if (found === null) return [textShape("none", "ag-cell m faint", middle, y + ROW / 2 + 4.5, "·")];
  if (found.key !== null) spots.push({ key: found.key, x: round(x), y, width: round(width), height: ROW });
  const dark = found.ink === "h5" && !found.thin;
  const shift = found.glyph === null ? 0 : 6;
  return [
    { kind: "rect", role: "cell", className: `ag-h ${found.thin ? "thin" : found.ink}`, x: round(x + 1.5), y: round(y + 1.5), width: round(width - 3), height: ROW - 3 },
    ...(found.glyph === null ? [] : [{ kind: "triangle" as const, role: "value" as const, className: dark ? "sp-glyph inv" : "sp-glyph", cx: round(middle - [...found.text].length * 3.6 - 1), cy: round(y + ROW / 2), r: 3.5, points: found.glyph }]),
    textShape("value", dark ? "ag-cell m inv" : "ag-cell m", middle + shift, y + ROW / 2 + 4.5, found.text),
  ];
}

function rampShapes(y: number, words: HeatWords, layout: PictureLayout): { shapes: Shape[]; wrapped: boolean } {
  const from = [...words.below].length * 6 + 8;
  const end = from + INKS.length * 28 + 6;
  const thin = end + [...words.above].length * 6 + 18;
  const below = thin + 32 + [...words.thin].length * 5.6 > layout.width;
  const [x, line] = below ? [0, y + 18] : [thin, y];
  const shapes: Shape[] = [
    textShape("axis", "ax", 0, y + 10, words.below),
    ...INKS.map((ink, i): Shape => ({ kind: "rect", role: "band", className: `ag-h ${ink}`, x: from + i * 28 + 0.5, y: y + 0.5, width: 25, height: 11 })),
    textShape("axis", "ax", end, y + 10, words.above),
    { kind: "rect", role: "band", className: "ag-h thin", x: x + 0.5, y: line + 0.5, width: 25, height: 11 },
    textShape("axis", "ax", x + 32, line + 10, fitted(words.thin, layout.width - x - 32, 10)),
  ];
  return { shapes, wrapped: below };
}
