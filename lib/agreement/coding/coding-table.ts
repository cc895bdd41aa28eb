/** Items that several people coded: one category per item and coder, or none. */
export type CodingTable = {
  readonly items: number;
  readonly coders: number;
  /** As declared, in their order; also those that nobody used. */
  readonly categories: readonly string[];
  /** The numbers of the categories, for interval and ratio levels. */
  readonly scale: readonly number[] | null;
  /** Row by row, items × coders: the index of the category, or −1 where that coder did not code the item. */
  readonly values: Int16Array;
};

/** Writes how many coders gave item `item` each category into `counts` (V long), and returns how many coded it. */
export function countsOf({ coders, values }: CodingTable, item: number, counts: Float64Array): number {
  counts.fill(0);
  let coded = 0;
  for (let at = item * coders; at < (item + 1) * coders; at++) {
    const value = values[at]!;
    if (value < 0) continue;
    counts[value]! += 1;
    coded += 1;
  }
  return coded;
}

/** What a measure adds up over items: how many numbers, and how items `from` (inclusive) to `to` (exclusive) add to them. */
export type Piece = { readonly width: number; readonly add: (from: number, to: number, into: Float64Array, at: number) => void };

/** The sum of a measure's pieces over all items. */
export function summedOver(items: number, piece: Piece): Float64Array {
  const sum = new Float64Array(piece.width);
  piece.add(0, items, sum, 0);
  return sum;
}

/**
 * One row of pieces per document, for the intervals of `resample/`. `documentOf[item]` is the document of each item,
 * 0 … `documents` − 1, in any order.
 */
export function perDocument(piece: Piece, documentOf: ArrayLike<number>, documents: number): { readonly values: Float64Array; readonly width: number } {
  const values = new Float64Array(documents * piece.width);
  for (let item = 0; item < documentOf.length; item++) piece.add(item, item + 1, values, documentOf[item]! * piece.width);
  return { values, width: piece.width };
}
