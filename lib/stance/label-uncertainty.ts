import { defined, type Quantity, undefinedFor } from "@/lib/kernel/quantity";
import type { Random } from "@/lib/kernel/random";
import { type Interval, isUnvaried, type Scale, tInterval, WORKS_FOR_INTERVAL } from "./estimate";
import { fromObservations } from "./from-observations";
import { momentsOf } from "./moments";
import type { Observation } from "./sums";

/** A figure's interval with the annotators drawn anew. */
export interface LabelUncertainty {
  /** The wider interval, √T in place of s/√J. */
  readonly interval: Interval;
  /** Of T, what is due to who read: (1 + 1/m)B/T, 0..1. */
  readonly share: number;
  /** Articles, and those of them that one coder alone read (or a settled record): they vary by nothing here. */
  readonly articles: number;
  readonly single: number;
  /** m, how often annotators were drawn. */
  readonly draws: number;
}

export type NoLabelUncertainty = "no_works" | "fewer_than_three_works" | "no_variation" | "one_coder_each";

/** As many as make 1/m of no account. */
export const LABEL_DRAWS = 200;

/**
 * How much of a figure's uncertainty is due to who happened to read: m times, k − 1 of the k coders of every article
 * are drawn with replacement (Rao and Wu: that alone gives the variance of a mean of k), the figure is computed anew,
 * and Rubin's rule adds up: T = W̄ + (1 + 1/m)B, W̄ the mean of s²/J, B the variance of the figures. The interval is
 * ȳ ± t(.975, J − 1)·√T around the figure itself.
 *
 * Coders are drawn article by article: what all share, or what one does in every article, is not in it (severity is).
 * W̄ has part of B in it already, so that the interval is rather too wide than too narrow. Undefined where the figure
 * has no interval, and with `one_coder_each` where no article has two coders. Work: m × observations.
 *
 * Sources: Rubin (1987), Multiple Imputation, §3.3; Rao and Wu (1988), JASA 83, 231–241.
 * @param observations of one group and target
 */
export function labelUncertainty(observations: readonly Observation[], scale: Scale, random: Random, draws = LABEL_DRAWS): Quantity<LabelUncertainty, NoLabelUncertainty> {
  const [group, another] = fromObservations(observations);
  if (another !== undefined) throw new RangeError("Label uncertainty is that of one group and target");
  const base = group === undefined ? null : momentsOf(group.works.map((work) => work.value));
  if (base === null) return undefinedFor("no_works");
  if (base.n < WORKS_FOR_INTERVAL) return undefinedFor("fewer_than_three_works");
  const works = nested(observations);
  const articles = works.flat();
  const single = articles.filter((values) => values.length === 1).length;
  if (single === articles.length) return undefinedFor("one_coder_each");
  if (isUnvaried(base)) return undefinedFor("no_variation");
  const drawn = Array.from({ length: draws }, () => momentsOf(works.map((work) => mean(work.map((values) => drawnMean(values, random)))))!);
  const within = mean(drawn.map(({ n, variance }) => variance / n));
  const between = (1 + 1 / draws) * (momentsOf(drawn.map((one) => one.mean))?.variance ?? 0);
  const total = within + between;
  return defined({ interval: tInterval(base.mean, Math.sqrt(total), base.n - 1, scale), share: total === 0 ? 0 : between / total, articles: articles.length, single, draws });
}

/** The values of coders, by article within work, in an order of their own: the same draw for the same data, however it came. */
function nested(observations: readonly Observation[]): number[][][] {
  const works = new Map<string, Map<string, number[]>>();
  const key = (one: Observation) => `${one.workId} ${one.articleId} ${one.coderId}`;
  for (const one of [...observations].sort((a, b) => (key(a) < key(b) ? -1 : 1))) {
    let work = works.get(one.workId);
    if (work === undefined) works.set(one.workId, (work = new Map()));
    const article = work.get(one.articleId);
    if (article) article.push(one.value);
    else work.set(one.articleId, [one.value]);
  }
  return [...works.values()].map((work) => [...work.values()]);
}

function drawnMean(values: readonly number[], random: Random): number {
  if (values.length === 1) return values[0]!;
  let sum = 0;
  for (let draw = 1; draw < values.length; draw++) sum += values[random.below(values.length)]!;
  return sum / (values.length - 1);
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
