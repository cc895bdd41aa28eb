import { inText } from "../material/body";
import type { Material } from "../material/material";
import type { Costly } from "../report";
import { type Member } from "../unitizing/agreed";
import { observedValued } from "../unitizing/coincidences";
import { UNIT, type Continuum } from "../unitizing/continuum";
import { differences } from "../unitizing/difference";
import { scaleOf, sumOf } from "./unit-lines";
import type { Level } from "../choice";
import type { UnitLayer } from "./unit-layer";

/** So many articles are listed, and of each so many passages. */
const ARTICLES = 20;
const PASSAGES = 5;

/** δ² between two values of a continuum, the gap being `values`; 0 where a pair does not count. */
type Distance = (c: number, k: number) => number;

/** A stretch of one continuum and what it adds to the observed disagreement. */
export type Stretch = { readonly start: number; readonly end: number; readonly cost: number };

/**
 * The stretches of a continuum on which coders differ: between any two boundaries Σ over ordered pairs of coders of
 * δ² × characters / (m − 1), which summed over all stretches is the Σ ℓ_ck δ² of the text.
 */
export function stretchesOf({ length, coders, units }: Continuum, values: number, distance: Distance): Stretch[] {
  if (coders < 2) return [];
  const bounds = new Set([0, length]);
  for (let at = 0; at < units.length; at += UNIT) bounds.add(units[at + 1]!).add(units[at + 2]!);
  const order = [...bounds].sort((a, b) => a - b);
  const found: Stretch[] = [];
  for (let b = 0; b + 1 < order.length; b++) {
    const [start, end] = [order[b]!, order[b + 1]!];
    const counts = new Float64Array(values + 1);
    let marked = 0;
    for (let at = 0; at < units.length; at += UNIT) {
      if (units[at + 1]! > start || units[at + 2]! < end) continue;
      counts[units[at + 3]!]! += 1;
      marked += 1;
    }
    if (marked === 0) continue;
    counts[values] = coders - marked;
    let apart = 0;
    for (let c = 0; c <= values; c++) for (let k = 0; k <= values; k++) if (c !== k && counts[c]! > 0 && counts[k]! > 0) apart += counts[c]! * counts[k]! * distance(c, k);
    if (apart > 0) found.push({ start, end, cost: (apart * (end - start)) / (coders - 1) });
  }
  return found;
}

/** The articles that add most to the observed disagreement of a layer's figure, with the passages that cost most in each. */
export function costlyArticles(material: Material, layer: UnitLayer, member: Member, level: Level): Costly[] {
  const values = layer.values.length;
  const squares = member === "cu" ? differences(scaleOf(layer, level), observedValued(sumOf(layer.rows, values), values).rows) : null;
  const distance: Distance = squares ? (c, k) => (c === values || k === values ? 0 : squares[c * values + k]!) : member === "u" ? () => 1 : (c, k) => (c === values || k === values ? 1 : 0);
  const costs = new Map<number, { cost: number; stretches: Stretch[] }>();
  let whole = 0;
  for (const { article, continuum } of layer.rows) {
    const stretches = stretchesOf(continuum, values, distance);
    const cost = stretches.reduce((sum, one) => sum + one.cost, 0);
    whole += cost;
    const before = costs.get(article) ?? { cost: 0, stretches: [] };
    costs.set(article, { cost: before.cost + cost, stretches: [...before.stretches, ...stretches] });
  }
  return [...costs]
    .filter(([, { cost }]) => cost > 0)
    .sort(([a, one], [b, other]) => other.cost - one.cost || a - b)
    .slice(0, ARTICLES)
    .map(([index, { cost, stretches }]) => {
      const article = material.articles[index]!;
      const passages = joined(stretches).sort((a, b) => b.cost - a.cost || a.start - b.start).slice(0, PASSAGES);
      return { articleId: article.id, title: article.title, share: cost / whole, passages: passages.map((one) => ({ articleId: article.id, ...inText(one.start, one.end, article.ranges), quote: "", share: one.cost / whole })) };
    });
}

/** Stretches that touch or overlap as one passage. */
function joined(stretches: readonly Stretch[]): Stretch[] {
  const passages: { start: number; end: number; cost: number }[] = [];
  for (const one of [...stretches].sort((a, b) => a.start - b.start)) {
    const last = passages.at(-1);
    if (last && one.start <= last.end) {
      last.end = Math.max(last.end, one.end);
      last.cost += one.cost;
    } else passages.push({ ...one });
  }
  return passages;
}
