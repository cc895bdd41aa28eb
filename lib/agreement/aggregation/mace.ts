import type { Random } from "@/lib/kernel/random";
import { digamma } from "./digamma";
import { type Labels, normalised } from "./labels";

/** What is believed of the coders. `spamming`: coders × 2, P(does not look), P(knows); `strategies`: coders × labels, what one says who does not look. */
export type MaceStart = { readonly spamming: Float64Array; readonly strategies: Float64Array };

export type Mace = {
  /** Probability of each label for each item, items × labels; rows sum to 1. */
  readonly posterior: Float64Array;
  /** P(knows) of each coder; under the variational update not quite normalised. */
  readonly knowing: Float64Array;
  readonly logLik: number;
};

export type MaceOptions = {
  readonly iterations: number;
  /** Pseudo-counts of not looking and of knowing, and of every label of a strategy. */
  readonly beta: readonly [number, number];
  readonly dirichlet: number;
};
/** Those of the paper and its program. */
export const MACE: MaceOptions = { iterations: 50, beta: [0.5, 0.5], dirichlet: 10 };
export const RESTARTS = 10;

/**
 * MACE by variational EM from a given start: a coder either knows the label or does not look and says something by a
 * habit. P(said a | true t) = P(knows)·[a = t] + P(does not look)·P(a). Updates: exp ψ(count + pseudo) / exp ψ(sum).
 *
 * Source: Hovy, Berg-Kirkpatrick, Vaswani and Hovy (2013), Learning Whom to Trust with MACE, NAACL, §2.
 * Work: iterations × labels × categories.
 */
export function maceFrom(labels: Labels, start: MaceStart, options: MaceOptions): Mace {
  let model = start;
  let step = expectation(labels, model);
  for (let round = 0; round < options.iterations; round++) {
    model = {
      spamming: variational(step.spamming, 2, options.beta),
      strategies: variational(step.strategies, labels.categories, [options.dirichlet]),
    };
    step = expectation(labels, model);
  }
  const knowing = Float64Array.from({ length: labels.coders }, (_, coder) => model.spamming[2 * coder + 1]!);
  return { posterior: step.posterior, knowing, logLik: step.logLik };
}

/** The best by log-likelihood of ten random starts, each its own; coders get theirs in their order, so that the order of rows changes nothing. */
export function mace(labels: Labels, random: Random, options: MaceOptions = MACE, restarts = RESTARTS): Mace {
  const near = (length: number, width: number) => normalised(Float64Array.from({ length }, () => 1 + random.next() / 2 ** 33), width);
  let best: Mace | null = null;
  for (let restart = 0; restart < Math.max(1, restarts); restart++) {
    const start = { spamming: near(2 * labels.coders, 2), strategies: near(labels.coders * labels.categories, labels.categories) };
    const found = maceFrom(labels, start, options);
    if (best === null || found.logLik > best.logLik) best = found;
  }
  return best as Mace;
}

type Expected = { readonly posterior: Float64Array; readonly spamming: Float64Array; readonly strategies: Float64Array; readonly logLik: number };

function expectation({ items, coders, categories: k, entries }: Labels, { spamming, strategies }: MaceStart): Expected {
  // In logarithms, because hundreds of coders on one item would multiply to nothing.
  const joint = new Float64Array(items * k).fill(-Math.log(k));
  for (let at = 0; at < entries.length; at += 3) {
    const to = entries[at]! * k;
    const coder = entries[at + 1]!;
    const label = entries[at + 2]!;
    const guessed = spamming[2 * coder]! * strategies[coder * k + label]!;
    const other = Math.log(guessed);
    const right = Math.log(guessed + spamming[2 * coder + 1]!);
    for (let t = 0; t < k; t++) joint[to + t]! += t === label ? right : other;
  }
  let logLik = 0;
  for (let to = 0; to < joint.length; to += k) {
    let most = -Infinity;
    let sum = 0;
    for (let t = 0; t < k; t++) most = Math.max(most, joint[to + t]!);
    for (let t = 0; t < k; t++) sum += Math.exp(joint[to + t]! - most);
    for (let t = 0; t < k; t++) joint[to + t] = Math.exp(joint[to + t]! - most) / sum;
    logLik += most + Math.log(sum);
  }
  const counts = { spamming: new Float64Array(2 * coders), strategies: new Float64Array(coders * k) };
  for (let at = 0; at < entries.length; at += 3) {
    const to = entries[at]! * k;
    const coder = entries[at + 1]!;
    const label = entries[at + 2]!;
    const guessed = spamming[2 * coder]! * strategies[coder * k + label]!;
    const knew = (joint[to + label]! * spamming[2 * coder + 1]!) / (guessed + spamming[2 * coder + 1]!);
    counts.spamming[2 * coder + 1]! += knew;
    counts.spamming[2 * coder]! += 1 - knew;
    counts.strategies[coder * k + label]! += 1 - knew;
  }
  return { posterior: joint, ...counts, logLik };
}

/** exp ψ(count + pseudo) over exp ψ of the row's sum. `pseudo` repeats along the row. */
function variational(counts: Float64Array, width: number, pseudo: readonly number[]): Float64Array {
  const values = counts.map((count, at) => count + pseudo[at % pseudo.length]!);
  const shares = new Float64Array(counts.length);
  for (let at = 0; at < counts.length; at += width) {
    let sum = 0;
    for (let i = 0; i < width; i++) sum += values[at + i]!;
    const whole = digamma(sum);
    for (let i = 0; i < width; i++) shares[at + i] = Math.exp(digamma(values[at + i]!) - whole);
  }
  return shares;
}
