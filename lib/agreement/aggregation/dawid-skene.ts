import { type Labels, normalised, votes } from "./labels";

/** Coders of fewer items than this get pseudo-counts where they are asked for. */
const FEW_ITEMS = 20;
/** Pseudo-counts of such a coder for every true class: said rightly, said wrongly. */
const PSEUDO = { right: 2, wrong: 1 };

export type DawidSkene = {
  /** Probability of each class for each item, items × classes; rows sum to 1. */
  readonly posterior: Float64Array;
  /** Share of each class. */
  readonly prior: Float64Array;
  /** What each coder says of each true class, coders × true class × said class; rows sum to 1. */
  readonly errors: Float64Array;
  /** log-likelihood at the E step of each round (plus the log of the pseudo-counts' prior where there are any): it never falls. */
  readonly logLik: readonly number[];
};

export type DawidSkeneOptions = {
  readonly iterations: number;
  /** Whether coders with fewer than 20 items get pseudo-counts (2 right, 1 wrong), which keeps one slip from deciding. */
  readonly pseudoCounts: boolean;
};

/**
 * Dawid and Skene's model by EM: each item has one true class, each coder a confusion matrix. Starts from the shares of
 * votes; M: p_j = mean T_ij, π^w_jl ∝ Σ_i T_ij n_iwl; E: T_ij ∝ p_j Π π^w_jl^n. A coder who met no item of a class has
 * equal shares in its row; an item without labels gets the prior. It takes coders for independent given the class.
 *
 * Source: Dawid and Skene (1979), Applied Statistics 28(1), 20–28, eq. 2.3–2.5. Work: iterations × labels × classes.
 */
export function dawidSkene(labels: Labels, { iterations, pseudoCounts }: DawidSkeneOptions): DawidSkene {
  const pseudo = pseudoCounts ? fewItems(labels) : new Uint8Array(labels.coders);
  const posterior = normalised(votes(labels), labels.categories);
  let model = maximise(labels, posterior, pseudo);
  const logLik: number[] = [];
  for (let round = 0; round < iterations; round++) {
    logLik.push(expect(labels, model, posterior) + logPseudo(labels, model, pseudo));
    model = maximise(labels, posterior, pseudo);
  }
  return { posterior, prior: model.prior, errors: bySaidLast(labels, model.said), logLik };
}

/** `said` is coders × said class × true class, so that one label adds a run of numbers. */
type Model = { readonly prior: Float64Array; readonly said: Float64Array };

function maximise({ items, coders, categories: k, entries }: Labels, posterior: Float64Array, pseudo: Uint8Array): Model {
  const prior = new Float64Array(k);
  for (let at = 0; at < posterior.length; at += k) for (let j = 0; j < k; j++) prior[j]! += posterior[at + j]! / items;
  const said = new Float64Array(coders * k * k);
  for (let at = 0; at < entries.length; at += 3) {
    const from = entries[at]! * k;
    const to = (entries[at + 1]! * k + entries[at + 2]!) * k;
    for (let j = 0; j < k; j++) said[to + j]! += posterior[from + j]!;
  }
  for (let coder = 0; coder < coders; coder++) {
    for (let j = 0; j < k; j++) {
      let sum = 0;
      for (let l = 0; l < k; l++) {
        const cell = (coder * k + l) * k + j;
        if (pseudo[coder] === 1) said[cell]! += l === j ? PSEUDO.right : PSEUDO.wrong;
        sum += said[cell]!;
      }
      for (let l = 0; l < k; l++) {
        const cell = (coder * k + l) * k + j;
        said[cell] = sum > 0 ? said[cell]! / sum : 1 / k;
      }
    }
  }
  return { prior, said };
}

/** log p_j + Σ log π of every item and class. */
function logJoint({ items, categories: k, entries }: Labels, { prior, said }: Model): Float64Array {
  const logs = said.map((share) => Math.log(share));
  const joint = new Float64Array(items * k);
  const first = prior.map((share) => Math.log(share));
  for (let at = 0; at < joint.length; at += k) joint.set(first, at);
  for (let at = 0; at < entries.length; at += 3) {
    const to = entries[at]! * k;
    const from = (entries[at + 1]! * k + entries[at + 2]!) * k;
    for (let j = 0; j < k; j++) joint[to + j]! += logs[from + j]!;
  }
  return joint;
}

/** Writes the posterior, and returns the log-likelihood of the model. */
function expect(labels: Labels, model: Model, posterior: Float64Array): number {
  const { categories: k } = labels;
  const joint = logJoint(labels, model);
  let all = 0;
  for (let at = 0; at < joint.length; at += k) {
    let most = -Infinity;
    let sum = 0;
    for (let j = 0; j < k; j++) if (joint[at + j]! > most) most = joint[at + j]!;
    for (let j = 0; j < k; j++) sum += posterior[at + j] = Math.exp(joint[at + j]! - most);
    for (let j = 0; j < k; j++) posterior[at + j]! /= sum;
    all += most + Math.log(sum);
  }
  return all;
}

function logPseudo({ coders, categories: k }: Labels, { said }: Model, pseudo: Uint8Array): number {
  let all = 0;
  for (let coder = 0; coder < coders; coder++) {
    if (pseudo[coder] === 0) continue;
    for (let cell = 0; cell < k * k; cell++) all += (cell % k === Math.floor(cell / k) ? PSEUDO.right : PSEUDO.wrong) * Math.log(said[coder * k * k + cell]!);
  }
  return all;
}

/** 1 for each coder who labelled fewer than 20 items. */
function fewItems({ coders, entries }: Labels): Uint8Array {
  const items = new Int32Array(coders);
  for (let at = 0; at < entries.length; at += 3) {
    const again = at > 0 && entries[at - 3] === entries[at] && entries[at - 2] === entries[at + 1];
    if (!again) items[entries[at + 1]!]! += 1;
  }
  return Uint8Array.from(items, (n) => (n < FEW_ITEMS ? 1 : 0));
}

function bySaidLast({ coders, categories: k }: Labels, said: Float64Array): Float64Array {
  return Float64Array.from({ length: coders * k * k }, (_, at) => {
    const [coder, j, l] = [Math.floor(at / (k * k)), Math.floor(at / k) % k, at % k];
    return said[(coder * k + l) * k + j]!;
  });
}
