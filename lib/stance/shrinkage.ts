import { defined, type Quantity, undefinedFor } from "@/lib/kernel/quantity";
import { type Interval, onScale, type Scale, tInterval, WORKS_FOR_INTERVAL } from "./estimate";
import { randomEffects } from "./random-effects";
import type { Moments } from "./sums";

/** One outlet's figure drawn toward the common mean of all outlets. */
export interface ShrunkenMean {
  readonly mean: number;
  readonly interval: Interval;
  /** B = τ²/(τ² + v), 0..1: how much of the way from the common mean to its own the figure keeps. */
  readonly kept: number;
}

/** What several outlets have in common toward one target. */
export interface Pooled {
  readonly outlets: number;
  /** The common mean of outlets, and 95 % limits of it. */
  readonly mean: number;
  readonly interval: Interval;
  /** Variance between outlets beyond chance, and between works of one outlet, pooled. */
  readonly between: number;
  readonly within: number;
}

/** Why there is nothing to draw toward: too few outlets with three works; works that never differ within any outlet. */
export type NoShrinkage = "fewer_than_five_outlets" | "no_variation";

/** Shrinkage of the cells of one target, in the order that they came in. */
export interface Shrinkage {
  readonly pooled: Quantity<Pooled, NoShrinkage>;
  readonly cells: readonly Quantity<ShrunkenMean, NoShrinkage | "fewer_than_three_works">[];
}

/** From this many outlets on, what they have in common says something about each. */
export const OUTLETS_FOR_SHRINKAGE = 5;

/**
 * Empirical Bayes means of outlets toward one target. Only outlets of three works or more take part, those of equal
 * works too (the pooled variance is theirs as well).
 *
 * σ² = Σ(J − 1)s²/Σ(J − 1); v = σ²/J; τ² and μ by DerSimonian and Laird; B = τ²/(τ² + v); θ̂ = μ + B(ȳ − μ).
 * se² = Bv + (1 − B)²/Σ 1/(τ² + v) + 2/(K − 3) · (1 − B)² · (v̄ + τ²)/(v + τ²) · (ȳ − μ)², the last for not knowing τ²
 * (v̄ the mean of v weighted by 1/(τ² + v)). Interval: θ̂ ± t(.975, Σ(J − 1))·se, cut at the scale. It is narrower than
 * the raw one because it takes outlets for a sample of like ones: it stands beside the raw mean, never in its place.
 *
 * Sources: DerSimonian and Laird (1986), Controlled Clinical Trials 7, 177–188; Morris (1983), JASA 78, 47–55, §5.
 */
export function shrink(cells: readonly (Moments | null)[], scale: Scale): Shrinkage {
  const taking = cells.filter((cell): cell is Moments => cell !== null && cell.n >= WORKS_FOR_INTERVAL);
  const nothing = (reason: NoShrinkage): Shrinkage => ({
    pooled: undefinedFor(reason),
    cells: cells.map((cell) => undefinedFor(takesPart(cell) ? reason : "fewer_than_three_works")),
  });
  if (taking.length < OUTLETS_FOR_SHRINKAGE) return nothing("fewer_than_five_outlets");
  const degrees = taking.reduce((sum, { n }) => sum + n - 1, 0);
  const within = taking.reduce((sum, { n, variance }) => sum + (n - 1) * variance, 0) / degrees;
  // Rounding alone makes variances of about 1e−32.
  if (within <= NO_VARIANCE) return nothing("no_variation");
  const effects = randomEffects(taking.map(({ mean }) => mean), taking.map(({ n }) => within / n));
  if (effects === null) return nothing("fewer_than_five_outlets");
  const { mu, se, tau2 } = effects;
  const precision = taking.reduce((sum, { n }) => sum + 1 / (tau2 + within / n), 0);
  const usual = taking.reduce((sum, { n }) => sum + within / n / (tau2 + within / n), 0) / precision;
  const one = ({ n, mean }: Moments): ShrunkenMean => {
    const v = within / n;
    const kept = tau2 / (tau2 + v);
    const drawn = onScale(mu + kept * (mean - mu), scale);
    const unknown = ((2 / (taking.length - 3)) * (1 - kept) ** 2 * (usual + tau2) * (mean - mu) ** 2) / (v + tau2);
    return { mean: drawn, interval: tInterval(drawn, Math.sqrt(kept * v + (1 - kept) ** 2 / precision + unknown), degrees, scale), kept };
  };
  return {
    pooled: defined({ outlets: taking.length, mean: onScale(mu, scale), interval: tInterval(onScale(mu, scale), se, taking.length - 1, scale), between: tau2, within }),
    cells: cells.map((cell) => (cell !== null && takesPart(cell) ? defined(one(cell)) : undefinedFor("fewer_than_three_works"))),
  };
}

const NO_VARIANCE = 1e-18;

const takesPart = (cell: Moments | null): boolean => cell !== null && cell.n >= WORKS_FOR_INTERVAL;
