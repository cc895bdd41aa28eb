import { defined, undefinedFor } from "@/lib/kernel/quantity";
import type { Material } from "../material/material";
import type { Figure, Pair } from "../report";
import { observed } from "../unitizing/coincidences";
import { pairOf } from "../unitizing/continuum";
import { addPieces, width } from "../unitizing/pieces";
import type { UnitLayer } from "./unit-layer";

/** What each two annotators make of a layer: the sums of their pieces by `a * annotators + b`, a < b. */
export type PairSums = { readonly annotators: number; readonly sums: ReadonlyMap<number, Float64Array>; readonly articles: ReadonlyMap<number, number> };

/** The pieces of every pair of annotators over the articles that both submitted. */
export function pairSums({ articles, annotators }: Material, layer: UnitLayer): PairSums {
  const [values, count] = [layer.values.length, annotators.length];
  const sums = new Map<number, Float64Array>();
  const shared = new Map<number, number>();
  for (const { works } of articles)
    for (let i = 0; i < works.length; i++)
      for (let j = i + 1; j < works.length; j++) {
        const key = works[i]!.annotator * count + works[j]!.annotator;
        shared.set(key, (shared.get(key) ?? 0) + 1);
      }
  for (const { article, continuum } of layer.rows) {
    const { works } = articles[article]!;
    for (let i = 0; i < works.length; i++)
      for (let j = i + 1; j < works.length; j++) {
        const key = works[i]!.annotator * count + works[j]!.annotator;
        let sum = sums.get(key);
        if (sum === undefined) sums.set(key, (sum = new Float64Array(width(values))));
        addPieces(sum, 0, values, pairOf(continuum, i, j));
      }
  }
  return { annotators: count, sums, articles: shared };
}

/** The figure of each pair, in the order of the annotators; every pair is listed. */
export function pairFigures({ annotators }: Material, { sums, articles }: PairSums, statistic: (sum: Float64Array) => Figure): Pair[] {
  const pairs: Pair[] = [];
  for (let a = 0; a < annotators.length; a++)
    for (let b = a + 1; b < annotators.length; b++) {
      const key = a * annotators.length + b;
      const sum = sums.get(key);
      const shared = articles.get(key) ?? 0;
      pairs.push({ a: annotators[a]!.id, b: annotators[b]!.id, figure: sum ? statistic(sum) : undefinedFor(shared === 0 ? "no_shared_article" : "nothing_marked"), articles: shared });
    }
  return pairs;
}

/** Ordered pairs of coders and characters by marked and unmarked, over all pairs: two by two, whole numbers. */
export function placeConfusion({ sums }: PairSums, values: number): number[][] {
  const counts = [[0, 0], [0, 0]];
  for (const sum of sums.values()) {
    const { cells, size } = observed(sum, values);
    for (let c = 0; c < size; c++) for (let k = 0; k < size; k++) counts[c === values ? 1 : 0]![k === values ? 1 : 0]! += cells[c * size + k]!;
  }
  return counts;
}

/** A share that may have nothing under it. */
export const shareOf = (part: number, whole: number): Figure => (whole > 0 ? defined(part / whole) : undefinedFor("nothing_marked"));
