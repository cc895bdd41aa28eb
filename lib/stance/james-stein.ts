/** How far estimates stay from their mean (0..1), and the estimates drawn toward it. */
export type Shrunken = { readonly shrink: number; readonly estimates: readonly number[] };

/**
 * James and Stein's estimate around the mean for proportions of equally many cases `n`: ȳ + c(y − ȳ),
 * c = max(0, 1 − (k − 3)σ²/Σ(y − ȳ)²), σ² = ȳ(1 − ȳ)/n. Null below four proportions, where it does not better the
 * proportions themselves, and where they are all equal.
 *
 * Source: Efron and Morris (1975), Journal of the American Statistical Association 70, 311–319, eq. 1.5 and 2.7.
 */
export function jamesStein(y: readonly number[], n: number): Shrunken | null {
  const k = y.length;
  const mean = y.reduce((sum, value) => sum + value, 0) / k;
  const squares = y.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  if (k < 4 || squares === 0) return null;
  const shrink = Math.max(0, 1 - ((k - 3) * ((mean * (1 - mean)) / n)) / squares);
  return { shrink, estimates: y.map((value) => mean + shrink * (value - mean)) };
}
