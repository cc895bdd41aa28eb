import type { CodingTable, Piece } from "./coding-table";

/** The pieces of every two-coder coefficient: how often coder `a` said c (row) and coder `b` said k (column), q×q, over items that both coded. */
export function contingencyPiece({ coders, values, categories }: CodingTable, a: number, b: number): Piece {
  const q = categories.length;
  return {
    width: q * q,
    add: (from, to, into, at) => {
      for (let item = from; item < to; item++) {
        const [c, k] = [values[item * coders + a]!, values[item * coders + b]!];
        if (c >= 0 && k >= 0) into[at + c * q + k]! += 1;
      }
    },
  };
}

/** A two-coder table as numbers: n items, q categories, the share of items in each cell, and those of its rows and columns. */
export type Shares = { readonly n: number; readonly q: number; readonly cells: Float64Array; readonly rows: Float64Array; readonly columns: Float64Array };

/** The shares of a q×q table of counts; null where it is empty. */
export function sharesOf(counts: Float64Array): Shares | null {
  const q = Math.round(Math.sqrt(counts.length));
  const n = counts.reduce((all, one) => all + one, 0);
  if (n === 0) return null;
  const cells = counts.map((count) => count / n);
  const [rows, columns] = [new Float64Array(q), new Float64Array(q)];
  for (let c = 0, at = 0; c < q; c++) {
    for (let k = 0; k < q; k++, at++) {
      rows[c]! += cells[at]!;
      columns[k]! += cells[at]!;
    }
  }
  return { n, q, cells, rows, columns };
}

/** Σ over c, k of left_c · right_k · weight_ck: the disagreement of two who code by these shares without looking. */
export function byChance(left: Float64Array, right: Float64Array, weights: Float64Array): number {
  let sum = 0;
  for (let c = 0, at = 0; c < left.length; c++) for (let k = 0; k < right.length; k++, at++) sum += left[c]! * right[k]! * weights[at]!;
  return sum;
}

/** Σ of share · weight over all cells. */
export const weighted = (cells: Float64Array, weights: Float64Array): number => cells.reduce((sum, cell, at) => sum + cell * weights[at]!, 0);
