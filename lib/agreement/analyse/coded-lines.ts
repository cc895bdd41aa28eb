import { undefinedFor } from "@/lib/kernel/quantity";
import type { Level } from "../choice";
import { contingencyPiece } from "../coding/contingency";
import { cohenKappa } from "../coding/cohen-kappa";
import { type CodingTable, perDocument, type Piece } from "../coding/coding-table";
import { gwetAc, gwetPiece } from "../coding/gwet-ac";
import { alphaOf, coincidencePiece, nominalAgreed, totalsOf, whyNoPairs } from "../coding/krippendorff-alpha";
import { percentItems, percentPairs, percentPiece } from "../coding/percent-agreement";
import type { Coefficient, Figure, Line } from "../report";
import { SHARE_LIMITS, type Statistic, total } from "../resample/pieces";
import { intervalOf } from "./documents";
import { type Context, sorted } from "./unit-lines";
import type { LayerValue } from "./unit-layer";

/** Some items of a layer: their table, and of each item its article. */
export type Items = { readonly table: CodingTable; readonly articleOf: Int32Array; readonly values: readonly LayerValue[] };

type Measure = { readonly piece: Piece; readonly statistic: Statistic };

/** The coefficients that are reported of whole articles; κ is that of the two annotators who took part. */
export type CodedCoefficient = Extract<Coefficient, "alpha" | "cohen_kappa_quadratic" | "ac1" | "ac2_quadratic" | "percent_items" | "percent_pairs">;

function measureOf(table: CodingTable, coefficient: CodedCoefficient, level: Level, pair: readonly [number, number] | null): Measure {
  if (coefficient === "alpha") return { piece: coincidencePiece(table), statistic: (sum) => alphaOf(sum, level, table.scale) };
  if (coefficient === "cohen_kappa_quadratic") return { piece: contingencyPiece(table, pair?.[0] ?? 0, pair?.[1] ?? 1), statistic: (sum) => cohenKappa(sum, "quadratic") };
  if (coefficient === "percent_items" || coefficient === "percent_pairs") return { piece: percentPiece(table), statistic: coefficient === "percent_items" ? percentItems : percentPairs };
  const weighting = coefficient === "ac1" ? "plain" : "quadratic";
  return { piece: gwetPiece(table, weighting), statistic: (sum) => gwetAc(sum, weighting) };
}

/** Without two answers to any item the reason says why. */
const explained = (figure: Figure, table: CodingTable, { articles }: Context["material"]): Figure =>
  figure.value === null && figure.reason === "no_values" ? undefinedFor(articles.length === 0 ? "no_shared_article" : whyNoPairs(table)) : figure;

/** One line about some items. `pair`: the two coders of κ. */
export function codedLine(context: Context, items: Items, asked: { readonly coefficient: CodedCoefficient; readonly level: Level; readonly pair?: readonly [number, number] }, about: { key: string; name: string | null }, unit: "article_target" | "article"): Line {
  const { table, articleOf } = items;
  const { piece, statistic } = measureOf(table, asked.coefficient, asked.level, asked.pair ?? null);
  const documentOf = articleOf.map((article) => context.documents.of[article]!);
  const pieces = perDocument(piece, documentOf, context.documents.count);
  const pairs = total(perDocument(coincidencePiece(table), documentOf, context.documents.count));
  const totals = totalsOf(pairs);
  const { same, expected } = nominalAgreed(pairs);
  const said = sharesOf(items);
  const coded = codedItems(table);
  const figure = explained(statistic(total(pieces)), table, context.material);
  const isAlpha = asked.coefficient === "alpha";
  return {
    ...about,
    coefficient: asked.coefficient,
    level: asked.level,
    unit,
    figure,
    interval: intervalOf(context.choice, pieces, statistic, asked.coefficient.startsWith("percent") ? SHARE_LIMITS : undefined),
    // What chance alone would give is another thing for each coefficient; only α's is that of the pairs.
    same: isAlpha ? explained(same, table, context.material) : asked.coefficient.startsWith("percent") ? figure : undefinedFor("not_computed"),
    expected: isAlpha ? explained(expected, table, context.material) : undefinedFor("not_computed"),
    prevalence: said,
    units: coded.length,
    spans: 0,
    articles: new Set(coded.map((item) => articleOf[item]!)).size,
    annotators: codersOf(table).length,
    coverage: coverageOf(table, totals.reduce((all, n) => all + n, 0)),
  };
}

/** Items that at least two coders answered. */
export function codedItems({ items, coders, values }: CodingTable): number[] {
  return Array.from({ length: items }, (_, item) => item).filter((item) => values.subarray(item * coders, (item + 1) * coders).filter((value) => value >= 0).length > 1);
}

/** Coders who answered anything. */
export function codersOf({ coders, values }: CodingTable): number[] {
  const who = new Set<number>();
  values.forEach((value, at) => value >= 0 && who.add(at % coders));
  return [...who].sort((a, b) => a - b);
}

/** Of all answers the share that another one of the same item stands beside. */
function coverageOf({ values }: CodingTable, paired: number): number | null {
  const all = values.filter((value) => value >= 0).length;
  return all > 0 ? paired / all : null;
}

/** Shares of the answers among all that were given, the largest first. */
export function sharesOf({ table, values }: Items): Line["prevalence"] {
  const counts = new Float64Array(values.length);
  let all = 0;
  for (const value of table.values) {
    if (value < 0) continue;
    counts[value]! += 1;
    all += 1;
  }
  return all === 0 ? [] : sorted(values.map(({ key, name }, i) => ({ value: key, name, share: counts[i]! / all })));
}
