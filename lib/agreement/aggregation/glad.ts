import type { Labels } from "./labels";

/**
 * The E step of GLAD: probability of each label for each item (items × categories, rows sum to 1) from the skill of each
 * coder (`alpha`) and log of the ease of each item (`logBeta`). P(right) = σ(α_w · e^{log β_i}), every wrong label
 * equally likely, every label equally likely beforehand. With one category all is certain.
 *
 * Only this step, for comparison with other programs: GLAD needs more coders than a study here has.
 * Source: Whitehill, Ruvolo, Wu, Bergsma and Movellan (2009), NIPS 22, eq. 1–3.
 */
export function gladPosterior({ items, categories: k, entries }: Labels, alpha: Float64Array, logBeta: Float64Array): Float64Array {
  const logs = new Float64Array(items * k);
  for (let at = 0; at < entries.length; at += 3) {
    const [item, coder, label] = [entries[at]!, entries[at + 1]!, entries[at + 2]!];
    const strength = alpha[coder]! * Math.exp(logBeta[item]!);
    const [right, wrong] = [logSigmoid(strength), logSigmoid(-strength) - Math.log(Math.max(1, k - 1))];
    for (let t = 0; t < k; t++) logs[item * k + t]! += t === label ? right : wrong;
  }
  for (let to = 0; to < logs.length; to += k) {
    let [most, sum] = [-Infinity, 0];
    for (let t = 0; t < k; t++) most = Math.max(most, logs[to + t]!);
    for (let t = 0; t < k; t++) sum += Math.exp(logs[to + t]! - most);
    for (let t = 0; t < k; t++) logs[to + t] = Math.exp(logs[to + t]! - most) / sum;
  }
  return logs;
}

/** log σ(x), without overflow. */
const logSigmoid = (x: number): number => (x < 0 ? x - Math.log1p(Math.exp(x)) : -Math.log1p(Math.exp(-x)));
