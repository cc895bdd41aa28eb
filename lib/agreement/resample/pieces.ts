import type { Figure, Interval } from "../report";

/**
 * What a statistic is made of, as sums over documents: `values` is documents × `width`, row by row, and every number
 * of it is ≥ 0. A document is a work: copies of one text are one row (`sumByDocument`).
 */
export type Pieces = { readonly values: Float64Array; readonly width: number };

/** The statistic of a sum of rows (length `width`). It is called thousands of times, must not keep or change `sum`, and gives null with a reason where it is undefined. */
export type Statistic = (sum: Float64Array) => Figure;

/** The ends that a statistic cannot pass. */
export type Limits = { readonly low: number; readonly high: number };
/** Chance-corrected coefficients end at 1; how far below 0 they reach depends on the data. */
export const COEFFICIENT_LIMITS: Limits = { low: -Infinity, high: 1 };
/** Percentages and F1 lie between 0 and 1. */
export const SHARE_LIMITS: Limits = { low: 0, high: 1 };

/**
 * Adds the rows that belong to one document: `documentOf[row]` is the document of each row, 0 … `documents` − 1.
 * @throws RangeError where the lengths do not fit or a document is not there
 */
export function sumByDocument({ values, width }: Pieces, documentOf: ArrayLike<number>, documents: number): Pieces {
  const rows = documentOf.length;
  if (values.length !== rows * width) throw new RangeError(`${values.length} numbers are not ${rows} rows of ${width}`);
  const sums = new Float64Array(documents * width);
  for (let row = 0; row < rows; row++) {
    const document = documentOf[row] as number;
    if (!(document >= 0 && document < documents)) throw new RangeError(`row ${row} is of document ${document}, which is not there`);
    for (let i = 0; i < width; i++) (sums[document * width + i] as number) += values[row * width + i] as number;
  }
  return { values: sums, width };
}

/** The sum of all rows. */
export function total({ values, width }: Pieces): Float64Array {
  const sum = new Float64Array(width);
  for (let at = 0; at < values.length; at += width) for (let i = 0; i < width; i++) (sum[i] as number) += values[at + i] as number;
  return sum;
}

/** Only the documents that bear on the statistic: a row of zeros is no evidence, and must not make an interval narrower. */
export function bearing({ values, width }: Pieces): Pieces {
  const kept = new Float64Array(values.length);
  let length = 0;
  for (let at = 0; at < values.length; at += width) {
    let empty = true;
    for (let i = 0; i < width && empty; i++) empty = values[at + i] === 0;
    if (empty) continue;
    for (let i = 0; i < width; i++) kept[length + i] = values[at + i] as number;
    length += width;
  }
  return { values: kept.subarray(0, length), width };
}

/** Cuts the ends at the limits that the statistic cannot pass. */
export function cut(low: number, high: number, limits: Limits, documents: number): Interval {
  return { value: { low: Math.max(low, limits.low), high: Math.min(high, limits.high), documents } };
}
