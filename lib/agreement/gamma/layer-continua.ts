import type { Layer, Level } from "../choice";
import { deviceLayer, framingLayer, voiceLayer } from "../analyse/unit-layer";
import type { Material, MaterialSpan } from "../material/material";
import { gammaContinuum, type GammaContinuum, type GammaUnit } from "./continuum";
import { type Dissimilarity, nominal, stepped } from "./dissimilarity";

/** The continua of a layer, one per article that anybody marked, and how far their units are apart. `article`: index into `Material.articles`. */
export type GammaLayer = { readonly measure: Dissimilarity; readonly rows: readonly { readonly article: number; readonly continuum: GammaContinuum }[] };

/** What a difference in place and one in code weigh (α, β of the paper, which takes 1 and 1). */
export const WEIGHTS = { alpha: 1, beta: 1 } as const;

/** Layers that have units on a text; judgements of whole articles have none. */
export const hasGamma = (layer: Layer): boolean => layer !== "judgement";

type Coding = { readonly beta: number; readonly targets: boolean; readonly valueOf: (span: MaterialSpan) => number; readonly between: Float64Array; readonly values: number };

/**
 * The continua of a layer. Units of γ may overlap, so marks on all targets stand in one continuum per article, each part
 * of a mark being a unit. Categories: none for `place` (β = 0); the target for `target`; otherwise target and code
 * together: d_cat is 1 where the targets differ, else that of the codes, so that a mark about one target never agrees
 * with a mark about another. Where a mark can have several labels of a set, their combination is its code. Marks
 * without a code (voice was not asked, no label of the set) are no units of that layer.
 */
export function gammaLayer(material: Material, layer: Layer, level: Level): GammaLayer {
  const { beta, targets, valueOf, between, values } = coding(material, layer, level);
  const keys = new Map<string, number>();
  const pairs: { target: number; value: number }[] = [];
  const categoryOf = (span: MaterialSpan, value: number): number => {
    const pair = { target: targets ? span.target : 0, value };
    const key = `${pair.target} ${value}`;
    return keys.get(key) ?? keys.set(key, pairs.push(pair) - 1).get(key)!;
  };
  const rows = material.articles.flatMap(({ length, works }, article) => {
    const units = works.flatMap(({ spans }, coder) =>
      spans.flatMap((span) => {
        const value = valueOf(span);
        if (value < 0) return [];
        const category = categoryOf(span, value);
        const parts: GammaUnit[] = [];
        for (let at = 0; at < span.parts.length; at += 2) parts.push([coder, span.parts[at]!, span.parts[at + 1]!, category]);
        return parts;
      }),
    );
    return units.length > 0 ? [{ article, continuum: gammaContinuum(length, works.length, units) }] : [];
  });
  const apart = pairs.flatMap((one) => pairs.map((other) => (one.target !== other.target ? 1 : between[one.value * values + other.value]!)));
  return { rows, measure: { alpha: WEIGHTS.alpha, beta, categories: pairs.length, between: Float64Array.from(apart) } };
}

function coding(material: Material, layer: Layer, level: Level): Coding {
  if (layer === "place") return { beta: 0, targets: false, valueOf: () => 0, between: nominal(1), values: 1 };
  if (layer === "target") return { beta: WEIGHTS.beta, targets: true, valueOf: () => 0, between: nominal(1), values: 1 };
  const coded = layer === "framing" ? framingLayer(material) : layer === "voice" ? voiceLayer(material) : layer === "device" ? deviceLayer(material) : null;
  if (coded !== null) {
    const values = coded.values.length;
    return { beta: WEIGHTS.beta, targets: true, valueOf: coded.valueOf, values, between: level === "nominal" ? nominal(values) : stepped(values) };
  }
  const set = material.sets.find(({ id }) => layer === `set:${id}`);
  const known = new Set(set?.labels.map(({ id }) => id));
  const combinations = new Map<string, number>();
  const combinationOf = ({ labelIds }: MaterialSpan): string => labelIds.filter((id) => known.has(id)).sort().join(" ");
  for (const { works } of material.articles) for (const { spans } of works) for (const span of spans) if (combinationOf(span) !== "") combinations.set(combinationOf(span), combinations.get(combinationOf(span)) ?? combinations.size);
  return { beta: WEIGHTS.beta, targets: true, valueOf: (span) => combinations.get(combinationOf(span)) ?? -1, values: combinations.size, between: nominal(combinations.size) };
}
