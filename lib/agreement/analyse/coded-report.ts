import { undefinedFor } from "@/lib/kernel/quantity";
import { type Choice, levelOf, type Level } from "../choice";
import { alphaOf, coincidencePiece, coincidences, krippendorffAlpha, totalsOf } from "../coding/krippendorff-alpha";
import { perDocument } from "../coding/coding-table";
import type { Material } from "../material/material";
import type { Costly, Line, Pair } from "../report";
import { differences } from "../unitizing/difference";
import { against, answerLayer, type CodedLayer, judgementLayer, ofItems, ofPair } from "./coded-layer";
import { codedLine, codersOf, type CodedCoefficient, type Items, sharesOf } from "./coded-lines";
import { intervalOf } from "./documents";
import type { Context } from "./unit-lines";
import type { LayerReport } from "./layer-report";
import { weeksOf } from "./weeks";

/** Where one value is more than this share of all answers, chance alone makes people agree, and AC1 or AC2 stands beside α. */
const EXTREME = 0.85;
const ARTICLES = 20;

/** The layers about whole articles that a material has, by their key. */
export function codedLayers(material: Material): Map<CodedLayer["layer"], () => CodedLayer> {
  const layers = new Map<CodedLayer["layer"], () => CodedLayer>([["judgement", () => judgementLayer(material)]]);
  for (const set of material.sets) if (set.level === "article") layers.set(`set:${set.id}`, () => answerLayer(material, set));
  return layers;
}

const unitOf = ({ layer }: CodedLayer): "article_target" | "article" => (layer === "judgement" ? "article_target" : "article");

function itemsOf(layer: CodedLayer, keep: (item: number) => boolean = () => true): Items {
  const items = Array.from({ length: layer.table.items }, (_, item) => item).filter(keep);
  return { table: ofItems(layer.table, items), articleOf: Int32Array.from(items, (item) => layer.articleOf[item]!), values: layer.values };
}

const lineOf = (context: Context, layer: CodedLayer, level: Level, items = itemsOf(layer), about: { key: string; name: string | null } = { key: layer.layer, name: layer.name }): Line =>
  codedLine(context, items, { coefficient: "alpha", level }, about, unitOf(layer));

/** A layer's own line at its default level. */
export const codedLayerLine = (context: Context, layer: CodedLayer): Line => lineOf(context, layer, levelOf(layer.layer));

/** All figures of one layer about whole articles. */
export function codedReport(context: Context, layer: CodedLayer): LayerReport {
  const { material, choice, documents } = context;
  const every = layer.every ?? { values: layer.values, table: layer.table };
  return {
    headline: lineOf(context, layer, choice.level),
    perLabel: labelLines(context, layer),
    perTarget: layer.targetOf === null ? [] : targetsOf(layer).map((target) => lineOf(context, layer, choice.level, itemsOf(layer, (item) => layer.targetOf?.[item] === target), { key: material.targets[target]!.id, name: material.targets[target]!.name })),
    others: otherLines(context, layer),
    pairs: pairsOf(material, layer, choice.level),
    confusion: { values: every.values, counts: confusionOf(every.table) },
    weeks: weeksOf(material, (articles) => {
      const { table, articleOf } = itemsOf(layer, (item) => articles.has(layer.articleOf[item]!));
      const pieces = perDocument(coincidencePiece(table), articleOf.map((article) => documents.of[article]!), documents.count);
      const statistic = (sum: Float64Array) => alphaOf(sum, choice.level, table.scale);
      return { figure: krippendorffAlpha(table, choice.level), interval: intervalOf(choice, pieces, statistic) };
    }),
    costly: costlyOf(material, layer, choice.level),
    selfOverlaps: { merged: 0, cut: 0 },
    continua: layer.table.items,
  };
}

const targetsOf = ({ targetOf }: CodedLayer): number[] => [...new Set(targetOf ?? [])].sort((a, b) => a - b);

/** Each answer against all others; of labels that an article can have several of, with or without it. */
function labelLines(context: Context, layer: CodedLayer): Line[] {
  if (layer.labels !== null) return layer.labels.map((label, i) => lineOf(context, layer, "nominal", itemsOf(layer, (item) => layer.labelOf?.[item] === i), label));
  const whole = itemsOf(layer);
  return layer.values.map((value, i) => lineOf(context, layer, "nominal", { ...whole, table: against(whole.table, i), values: [{ key: "without", name: null }, { key: "with", name: null }] }, value));
}

function otherLines(context: Context, layer: CodedLayer): Line[] {
  const items = itemsOf(layer);
  const about = { key: layer.layer, name: layer.name };
  const line = (coefficient: CodedCoefficient, level: Level, of: Items = items, pair?: readonly [number, number], key: string = about.key): Line => codedLine(context, of, { coefficient, level, ...(pair ? { pair } : {}) }, { ...about, key }, unitOf(layer));
  const lines: Line[] = [];
  const judged = layer.every !== null;
  if (layer.every) {
    const all: Items = { table: layer.every.table, articleOf: layer.articleOf, values: layer.every.values };
    lines.push(line("alpha", "nominal", all, undefined, "every_answer"));
    for (const level of ["nominal", "ordinal", "interval"] as const) if (level !== context.choice.level) lines.push(line("alpha", level));
  }
  const [a, b, more] = codersOf(layer.table);
  if (judged && a !== undefined && b !== undefined && more === undefined) lines.push(line("cohen_kappa_quadratic", "interval", items, [a, b]));
  if ((sharesOf(items)[0]?.share ?? 0) > EXTREME) lines.push(line(judged ? "ac2_quadratic" : "ac1", judged ? "interval" : "nominal"));
  return [...lines, line("percent_items", "nominal"), line("percent_pairs", "nominal")];
}

function pairsOf({ annotators, articles }: Material, { table }: CodedLayer, level: Level): Pair[] {
  const pairs: Pair[] = [];
  for (let a = 0; a < annotators.length; a++)
    for (let b = a + 1; b < annotators.length; b++) {
      const shared = articles.filter(({ works }) => works.some((work) => work.annotator === a) && works.some((work) => work.annotator === b)).length;
      pairs.push({ a: annotators[a]!.id, b: annotators[b]!.id, figure: shared === 0 ? undefinedFor("no_shared_article") : krippendorffAlpha(ofPair(table, a, b), level), articles: shared });
    }
  return pairs;
}

function confusionOf({ items, coders, categories, values }: CodedLayer["table"]): number[][] {
  const counts = categories.map(() => categories.map(() => 0));
  for (let item = 0; item < items; item++)
    for (let i = 0; i < coders; i++)
      for (let j = 0; j < coders; j++) {
        const [c, k] = [values[item * coders + i]!, values[item * coders + j]!];
        if (i !== j && c >= 0 && k >= 0) counts[c]![k]! += 1;
      }
  return counts;
}

/** The articles that add most to the observed disagreement; an answer has no passage. */
function costlyOf(material: Material, { table, articleOf }: CodedLayer, level: Choice["level"]): Costly[] {
  const squares = differences({ level, numbers: table.scale }, totalsOf(coincidences(table, 0, table.items)));
  const costs = new Map<number, number>();
  let whole = 0;
  for (let item = 0; item < table.items; item++) {
    const cost = coincidences(table, item, item + 1).reduce((sum, o, at) => sum + o * squares[at]!, 0);
    whole += cost;
    if (cost > 0) costs.set(articleOf[item]!, (costs.get(articleOf[item]!) ?? 0) + cost);
  }
  return [...costs].sort(([a, one], [b, other]) => other - one || a - b).slice(0, ARTICLES).map(([index, cost]) => ({ articleId: material.articles[index]!.id, title: material.articles[index]!.title, share: cost / whole, passages: [] }));
}

