import type { Moments } from "./sums";

/**
 * Count, mean, variance Σ(y − ȳ)²/(n − 1) and ends of values; null of none, variance 0 of one. Two passes, from the
 * smallest value up: their order changes nothing, and values far from 0 lose no digits of their variance.
 * @throws RangeError for a value that is not a finite number
 */
export function momentsOf(values: readonly number[]): Moments | null {
  if (!values.every(Number.isFinite)) throw new RangeError("A value is not a finite number");
  const sorted = [...values].sort((a, b) => a - b);
  const [min, max] = [sorted[0], sorted.at(-1)];
  if (min === undefined || max === undefined) return null;
  const n = sorted.length;
  // A mean of equal values is that value, whatever their sum was rounded to.
  const mean = Math.min(max, Math.max(min, sorted.reduce((sum, value) => sum + value, 0) / n));
  const squares = sorted.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { n, mean, variance: n === 1 ? 0 : squares / (n - 1), min, max };
}
