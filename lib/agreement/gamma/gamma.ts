import { defined, type Quantity, undefinedFor } from "@/lib/kernel/quantity";
import type { Random } from "@/lib/kernel/random";
import type { Statistic } from "../resample/pieces";
import type { GammaContinuum } from "./continuum";
import type { Dissimilarity } from "./dissimilarity";
import { bestAlignment } from "./observed-disorder";
import { rotateAnnotators } from "./rotate-annotators";

/** Why γ is undefined: `too_large` is not solved exactly, and a guess is not offered. */
export const GAMMA_UNDEFINED = ["one_annotator", "nothing_marked", "no_variation", "too_large"] as const;
export type GammaUndefined = (typeof GAMMA_UNDEFINED)[number];

/** Random continua that are drawn for every document, and at most. */
export const SAMPLES = 30;
export const MOST_SAMPLES = 1_000;

/** `precision`: how far, as a share of it, the expected disorder of a document may be off in 95 of 100 cases; null takes `samples` as they are. */
export type Sampling = { readonly samples: number; readonly precision: number | null };

/**
 * γ's pieces for one document. `observed` and `expected` are disorders; `weight` is the mean number of units per
 * annotator, with which they enter a pooled γ; `spread` is the standard deviation of the sampled disorders.
 */
export type DocumentDisorder = { readonly observed: number; readonly expected: number; readonly weight: number; readonly samples: number; readonly spread: number };

/**
 * Observed and expected disorder of one document (Mathet, Widlöcher and Métivier 2015, CL 41(3), §4 and §5). After the
 * first samples, as many are added as the precision asks for: n = ⌈(cv · 1.96 / p)²⌉, cv being spread / mean (§5.3), at
 * most 1,000 in all. Undefined for one annotator, without units, where nothing could differ, or where it is too large.
 */
export function documentDisorder(continuum: GammaContinuum, measure: Dissimilarity, sampling: Sampling, random: Random): Quantity<DocumentDisorder, GammaUndefined> {
  const steps = disorderSteps(continuum, measure, sampling, random);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The same in steps, one for each alignment, so that whoever asks can do other things in between. */
export function* disorderSteps(continuum: GammaContinuum, measure: Dissimilarity, { samples, precision }: Sampling, random: Random): Generator<undefined, Quantity<DocumentDisorder, GammaUndefined>> {
  if (continuum.coders < 2) return undefinedFor("one_annotator");
  if (continuum.start.length === 0) return undefinedFor("nothing_marked");
  const observed = bestAlignment(continuum, measure);
  if (observed === null) return undefinedFor("too_large");
  let [n, sum, squares, wanted] = [0, 0, 0, samples];
  while (n < wanted) {
    for (; n < wanted; n++) {
      yield;
      const drawn = bestAlignment(rotateAnnotators(continuum, random), measure);
      if (drawn === null) return undefinedFor("too_large");
      sum += drawn.disorder;
      squares += drawn.disorder * drawn.disorder;
    }
    if (precision !== null && sum > 0) wanted = Math.min(MOST_SAMPLES, Math.ceil(((spreadOf(n, sum, squares) / (sum / n)) * (1.96 / precision)) ** 2));
  }
  if (sum === 0) return undefinedFor("no_variation");
  return defined({ observed: observed.disorder, expected: sum / n, weight: continuum.start.length / continuum.coders, samples: n, spread: spreadOf(n, sum, squares) });
}

const spreadOf = (n: number, sum: number, squares: number): number => (n < 2 ? 0 : Math.sqrt(Math.max(0, (squares - (sum * sum) / n) / (n - 1))));

/** γ of one document: 1 − observed / expected. 1 when all marked the same, 0 as chance would, below when worse. */
export const gammaOf = ({ observed, expected }: Pick<DocumentDisorder, "observed" | "expected">): number => 1 - observed / expected;

/** What a document adds to a pooled γ: [w·δ_observed, w·δ_expected]; pieces of several documents add up. */
export const gammaPieces = ({ observed, expected, weight }: DocumentDisorder): readonly [number, number] => [weight * observed, weight * expected];

/**
 * γ of several documents from the sum of their pieces: 1 − Σ w·δ_observed / Σ w·δ_expected, w the mean number of units
 * per annotator. The paper defines γ for one continuum; this pooling is Slantwise's choice: it is the γ of the sums of
 * alignment costs, so a document counts by what was marked on it, and documents on which nobody marks add nothing.
 */
export const pooledGamma: Statistic = (sum) => ((sum[1] as number) > 0 ? defined(1 - (sum[0] as number) / (sum[1] as number)) : undefinedFor("nothing_marked"));
