import fc from "fast-check";
import type { CodingTable } from "@/lib/agreement/coding/coding-table";

/** Rows of codes, −1 for none, as a table. */
export function tableOf(rows: readonly (readonly number[])[], q: number): CodingTable {
  const coders = rows[0]?.length ?? 0;
  return { items: rows.length, coders, categories: Array.from({ length: q }, (_, i) => `c${i}`), scale: Array.from({ length: q }, (_, i) => i + 1), values: Int16Array.from(rows.flat()) };
}

/** Small tables: up to `items` items, up to four coders, `q` categories; with codes missing or not. */
export const rowsArb = (q: number, missing: boolean, items = 12) =>
  fc.integer({ min: 2, max: 4 }).chain((coders) => fc.array(fc.array(fc.integer({ min: missing ? -1 : 0, max: q - 1 }), { minLength: coders, maxLength: coders }), { minLength: 1, maxLength: items }));

/** A permutation of 0 … n − 1. */
export const orderArb = (n: number) => fc.shuffledSubarray([...Array(n).keys()], { minLength: n, maxLength: n });
