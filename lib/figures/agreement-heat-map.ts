import { isThin } from "@/lib/agreement/reading";
import type { Pair } from "@/lib/agreement/report";
import { fitted } from "./numbers";
import { type Figure, round, type Shape } from "./shape";

export type HeatMapWords = { readonly number: (value: number) => string; readonly below: string; readonly above: string };
/** Somebody as the map names them: a pseudonym, or a letter. */
export type Named = { readonly id: string; readonly name: string };

/** The steps of the ink ramp: pale is low, since low is a finding and no alarm. */
const STEPS = [0.3, 0.4, 0.5, 0.6] as const;
const RAMP = ["h0", "h1", "h2", "h3", "h5"] as const;

/** The class of a cell: under 0.3, to 0.4, 0.5, 0.6, and over. */
export const inkOf = (value: number): (typeof RAMP)[number] => RAMP[STEPS.filter((step) => value >= step).length]!;

const WIDTH = 440;
const HEAD = 26;
const WIDEST = 96;
const GAP = 2;
const FOOT = 30;

/** Letters in place of names: A, B … Z, AA, AB … */
export const letterOf = (index: number): string => `${index >= 26 ? letterOf(Math.floor(index / 26) - 1) : ""}${String.fromCharCode(65 + (index % 26))}`;

/**
 * Everybody against everybody: the number in every cell, darker the better two agree, a dashed edge where they share
 * fewer than 20 articles, empty where they share none. Numbers are left out where cells get too small for them.
 */
export function agreementHeatMap(people: readonly Named[], pairs: readonly Pair[], words: HeatMapWords, width = WIDTH): Figure {
  const found = new Map(pairs.flatMap((pair) => [[`${pair.a} ${pair.b}`, pair], [`${pair.b} ${pair.a}`, pair]] as const));
  const longest = Math.max(1, ...people.map((one) => [...one.name].length));
  const names = Math.min(width * 0.3, Math.max(36, longest * 8 + 12));
  const cell = Math.max(4, Math.min(WIDEST, (width - names) / Math.max(1, people.length)));
  const tall = Math.min(40, cell);
  const shapes: Shape[] = [];
  const text = (className: string, x: number, y: number, written: string, role: Shape["role"] = "axis"): Shape => ({ kind: "text", role, className, x: round(x), y: round(y), text: written });
  people.forEach((row, i) => {
    const y = HEAD + i * tall;
    const middle = y + tall / 2 + 4;
    shapes.push(text("ag-name m", names + (i + 0.5) * cell, HEAD - 9, fitted(row.name, cell - 2, 11)), text("ag-name", 0, middle, fitted(row.name, names - 8, 12), "row-name"));
    people.forEach((column, j) => {
      const x = names + j * cell;
      if (i === j) return void shapes.push(text("ag-cell m faint", x + cell / 2, middle, "·", "none"));
      const pair = found.get(`${row.id} ${column.id}`);
      shapes.push(...cellShapes(pair, x, y, cell, tall, middle, words));
    });
  });
  return { width: round(Math.max(width, names + people.length * cell)), height: round(HEAD + people.length * tall + FOOT), shapes: [...shapes, ...rampShapes(HEAD + people.length * tall + 10, words)] };
}

function cellShapes(pair: Pair | undefined, x: number, y: number, cell: number, tall: number, middle: number, words: HeatMapWords): Shape[] {
  const value = pair?.figure.value ?? null;
  const thin = pair === undefined || isThin(pair.articles);
  const ink = value === null || thin ? "thin" : inkOf(value);
  const box: Shape = { kind: "rect", role: "cell", className: `ag-h ${ink}`, x: round(x + GAP / 2 + 0.5), y: round(y + GAP / 2 + 0.5), width: round(cell - GAP - 1), height: round(tall - GAP - 1) };
  if (cell < 28) return [box];
  return [box, { kind: "text", role: "value", className: `ag-cell m${ink === "h5" ? " inv" : ""}`, x: round(x + cell / 2), y: round(middle), text: value === null ? "–" : words.number(value) }];
}

function rampShapes(y: number, words: HeatMapWords): Shape[] {
  const from = [...words.below].length * 6 + 8;
  return [
    { kind: "text", role: "axis", className: "ax", x: 0, y: y + 10, text: words.below },
    ...RAMP.map((ink, i): Shape => ({ kind: "rect", role: "band", className: `ag-h ${ink}`, x: from + i * 28 + 0.5, y: y + 0.5, width: 25, height: 11 })),
    { kind: "text", role: "axis", className: "ax", x: from + RAMP.length * 28 + 6, y: y + 10, text: words.above },
  ];
}
