/** The common mean of several outlets, and each outlet drawn toward it. */
export type RandomEffects = {
  readonly mu: number;
  readonly se: number;
  /** 95 % limits of the common mean on the normal distribution. */
  readonly low: number;
  readonly high: number;
  /** Variance between outlets, beyond what chance explains; 0 where Q is below its degrees of freedom. */
  readonly tau2: number;
  /** Σ w(y − ȳ)² with w = 1/v: heterogeneity. */
  readonly q: number;
  /** μ + τ²/(τ² + v)·(y − μ) for each outlet, in their order. */
  readonly shrunken: readonly number[];
};

/**
 * DerSimonian and Laird's random-effects mean of estimates `y` with variances `v`, τ² by moments and cut at 0, and the
 * empirical Bayes estimate of each. Null below two estimates: nothing is known of the variance between.
 *
 * Source: DerSimonian and Laird (1986), Controlled Clinical Trials 7, 177–188.
 * @throws RangeError unless y and v are as many, and every variance is above 0
 */
export function randomEffects(y: readonly number[], v: readonly number[]): RandomEffects | null {
  if (y.length !== v.length) throw new RangeError(`${y.length} estimates have ${v.length} variances`);
  if (v.some((variance) => !(variance > 0))) throw new RangeError("Every variance must be above 0");
  if (y.length < 2) return null;
  const sum = (of: (y: number, v: number) => number) => y.reduce((all, value, i) => all + of(value, v[i] as number), 0);
  const weights = sum((_, variance) => 1 / variance);
  const fixed = sum((value, variance) => value / variance) / weights;
  const q = sum((value, variance) => (value - fixed) ** 2 / variance);
  const tau2 = Math.max(0, (q - (y.length - 1)) / (weights - sum((_, variance) => 1 / variance ** 2) / weights));
  const precision = sum((_, variance) => 1 / (tau2 + variance));
  const mu = sum((value, variance) => value / (tau2 + variance)) / precision;
  const se = Math.sqrt(1 / precision);
  const half = 1.959963984540054 * se;
  return { mu, se, low: mu - half, high: mu + half, tau2, q, shrunken: y.map((value, i) => mu + (tau2 / (tau2 + (v[i] as number))) * (value - mu)) };
}
