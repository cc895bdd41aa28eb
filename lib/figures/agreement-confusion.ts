import type { Confusion } from "@/lib/agreement/report";
import { fitted } from "./numbers";
import { type Figure, round, type Shape } from "./shape";

export type ConfusionWords = { readonly name: (value: { readonly key: string; readonly name: string | null }) => string; readonly count: (n: number) => string };

const RAMP = ["h0", "h1", "h2", "h3", "h5"] as const;
const HEAD = 28;
const GAP = 2;

/** The ink of a cell by its share of its row: to 5 %, 15, 30, 60 %, and over; none at 0. */
export const shareInk = (share: number): (typeof RAMP)[number] => RAMP[[0.05, 0.15, 0.3, 0.6].filter((step) => share >= step).length]!;

/**
 * What one says where another says something: the count in every cell, darker the larger its share of the row. Rows
 * and columns are the same values in the same order; what both say the same stands on the diagonal.
 */
export function agreementConfusion({ values, counts }: Confusion, words: ConfusionWords, width = 440): Figure {
  const longest = Math.max(4, ...values.map((value) => [...words.name(value)].length));
  const names = Math.min(width * 0.36, longest * 7.5 + 12);
  const cell = Math.min(96, (width - names) / Math.max(1, values.length));
  const tall = Math.min(36, Math.max(18, cell));
  const text = (className: string, role: Shape["role"], x: number, y: number, written: string): Shape => ({ kind: "text", role, className, x: round(x), y: round(y), text: written });
  const shapes = values.flatMap((value, i): Shape[] => {
    const row = counts[i] ?? [];
    const whole = row.reduce((sum, n) => sum + n, 0);
    const y = HEAD + i * tall;
    return [
      text("ax m b", "axis", names + (i + 0.5) * cell, HEAD - 10, fitted(words.name(value), cell - 4, 11)),
      text("ag-name", "row-name", 0, y + tall / 2 + 4, fitted(words.name(value), names - 8, 12)),
      ...values.flatMap((_, j): Shape[] => {
        const n = row[j] ?? 0;
        const ink = whole === 0 ? "h0" : shareInk(n / whole);
        const x = names + j * cell;
        return [
          { kind: "rect", role: "cell", className: `ag-h ${ink}${i === j ? " same" : ""}`, x: round(x + GAP / 2 + 0.5), y: round(y + GAP / 2 + 0.5), width: round(cell - GAP - 1), height: round(tall - GAP - 1) },
          ...(cell >= 26 ? [text(`ag-cell m${ink === "h5" ? " inv" : ""}`, "value", x + cell / 2, y + tall / 2 + 4, words.count(n))] : []),
        ];
      }),
    ];
  });
  return { width, height: round(HEAD + values.length * tall + 2), shapes };
}
