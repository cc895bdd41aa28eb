import { defined, undefinedFor } from "@/lib/kernel/quantity";
import type { Figure, Line } from "../report";
import { SHARE_LIMITS, total } from "../resample/pieces";
import { addCharacters } from "../spans/character-f1";
import { addExact } from "../spans/exact-f1";
import { meanF1, MATCHES } from "../spans/f1";
import { marksOf, type Mark, type Marks } from "../spans/marks";
import { addOverlap } from "../spans/overlap-f1";
import { addCredits, CREDITS, partialCredit } from "../spans/partial-credit";
import { intervalOf } from "./documents";
import type { Context } from "./unit-lines";
import type { UnitLayer } from "./unit-layer";

type Kind = { readonly coefficient: Extract<Line["coefficient"], `f1_${string}`>; readonly width: number; readonly add: (into: Float64Array, at: number, a: Marks, b: Marks) => void; readonly mean: (sum: Float64Array) => Figure };

/** The mean over pairs of coders of F1 with partial credit; pairs that marked nothing are left out. */
function meanCredit(sum: Float64Array): Figure {
  const found: number[] = [];
  for (let at = 0; at < sum.length; at += CREDITS) {
    const { value } = partialCredit(sum, at).f1;
    if (value !== null) found.push(value);
  }
  return found.length > 0 ? defined(found.reduce((all, one) => all + one, 0) / found.length) : undefinedFor(sum.length === 0 ? "no_shared_article" : "nothing_marked");
}

const KINDS: readonly Kind[] = [
  { coefficient: "f1_exact", width: MATCHES, add: addExact, mean: meanF1 },
  { coefficient: "f1_overlap", width: MATCHES, add: (into, at, a, b) => addOverlap(into, at, a, b), mean: meanF1 },
  { coefficient: "f1_iou50", width: MATCHES, add: (into, at, a, b) => addOverlap(into, at, a, b, "labelled", "half"), mean: meanF1 },
  { coefficient: "f1_character", width: MATCHES, add: (into, at, a, b) => addCharacters(into, at, a, b), mean: meanF1 },
  { coefficient: "f1_partial", width: CREDITS, add: addCredits, mean: meanCredit },
];

/**
 * F1 of marks in its five ways: the mean over pairs of annotators, each pooled over the articles that both submitted.
 * Two marks have the same label where target and value are the same; for places everything has.
 */
export function spanLines({ material, choice, documents }: Context, layer: UnitLayer): Line[] {
  if (layer.labels !== null) return [];
  const { articles, annotators } = material;
  const pairNumber = new Map<number, number>();
  const marks = articles.map(({ works }) => works.map(({ spans }) => marksOf(spans.flatMap((span): Mark[] => {
    const value = layer.valueOf(span);
    const parts: [number, number][] = [];
    for (let at = 0; at < span.parts.length; at += 2) parts.push([span.parts[at]!, span.parts[at + 1]!]);
    return value < 0 ? [] : [{ parts, label: layer.layer === "place" ? 0 : layer.layer === "target" ? value : span.target * layer.values.length + value }];
  }))));
  for (const { works } of articles) works.forEach(({ annotator }, i) => works.slice(i + 1).forEach((other) => {
    const key = annotator * annotators.length + other.annotator;
    if (!pairNumber.has(key)) pairNumber.set(key, pairNumber.size);
  }));
  const spans = marks.reduce((all, ofArticle) => all + ofArticle.reduce((sum, { count }) => sum + count, 0), 0);
  return KINDS.map(({ coefficient, width, add, mean }): Line => {
    const row = width * pairNumber.size;
    const values = new Float64Array(row * documents.count);
    articles.forEach(({ works }, article) => works.forEach(({ annotator }, i) => works.forEach((other, j) => {
      if (j > i) add(values, documents.of[article]! * row + width * pairNumber.get(annotator * annotators.length + other.annotator)!, marks[article]![i]!, marks[article]![j]!);
    })));
    const pieces = { values, width: row };
    return {
      key: layer.layer, name: layer.name, coefficient, level: "nominal", unit: coefficient === "f1_character" ? "character" : "span", figure: row === 0 ? undefinedFor("no_shared_article") : mean(total(pieces)),
      interval: row === 0 ? undefinedFor("no_shared_article") : intervalOf(choice, pieces, mean, SHARE_LIMITS), same: undefinedFor("not_computed"), expected: undefinedFor("not_computed"), prevalence: [],
      units: spans, spans, articles: articles.length, annotators: annotators.length, coverage: null,
    };
  });
}
