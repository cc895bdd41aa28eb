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

/**
 * The moments of two samples together, from theirs alone; null is an empty sample.
 * M = M₁ + M₂ + δ²·n₁n₂/n with M = (n − 1)·variance and δ the difference of the means.
 *
 * Source: Chan, Golub and LeVeque (1983), The American Statistician 37, 242–247, eq. 1.5.
 */
export function combined(one: Moments | null, other: Moments | null): Moments | null {
  if (one === null) return other;
  if (other === null) return one;
  const n = one.n + other.n;
  const apart = other.mean - one.mean;
  const squares = (one.n - 1) * one.variance + (other.n - 1) * other.variance + (apart ** 2 * one.n * other.n) / n;
  const [min, max] = [Math.min(one.min, other.min), Math.max(one.max, other.max)];
  return { n, mean: Math.min(max, Math.max(min, one.mean + (apart * other.n) / n)), variance: squares / (n - 1), min, max };
}
