import { brennanPrediger, brennanPredigerPiece } from "../coding/brennan-prediger";
import { cohenKappa, cohenKappaError } from "../coding/cohen-kappa";
import { type CodingTable, perDocument, summedOver } from "../coding/coding-table";
import { congerKappa, congerPiece } from "../coding/conger-kappa";
import { contingencyPiece } from "../coding/contingency";
import { f1Of, kappaWithNegatives } from "../coding/f1-kappa-limit";
import { fleissKappa, fleissPiece } from "../coding/fleiss-kappa";
import { gwetAc, gwetPiece } from "../coding/gwet-ac";
import { alphaOf, coincidencePiece, krippendorffAlpha } from "../coding/krippendorff-alpha";
import { percentItems, percentPairs, percentPiece } from "../coding/percent-agreement";
import { scottPi } from "../coding/scott-pi";
import type { Weighting } from "../coding/weights";
import type { Figure } from "../report";
import { weightedSum } from "../resample/bootstrap";
import { type Coded, countsAt, matrixAt, table2At, type TwoCoders, weightsAt } from "./coding-input";
import { type Answer, BadInput, type Fields, type Metrics, shown } from "./metric";
import { eachAt, refuse, wholeAt } from "./read";

type Answers = Readonly<Record<string, Answer>>;

/** The two coders of a two-column matrix. */
function twoOf({ table }: Coded): TwoCoders {
  if (table.coders !== 2 && table.items > 0) throw new BadInput("input.matrix[0]", `should have two codes, one per coder, and has ${table.coders}`);
  return { counts: summedOver(table.items, contingencyPiece(table, 0, 1)), categories: table.categories };
}

/** Two coders, as a table of both or as a matrix of two columns. */
const twoAt = (input: Fields): TwoCoders => (input["form"] === "matrix" ? twoOf(matrixAt(input)) : table2At(input));
/** Several coders, one by one or counted per category. */
const severalAt = (input: Fields): Coded => (input["form"] === "counts" ? countsAt(input) : matrixAt(input));

/** A two-coder table as two codes on each item, a cell of it at a time; counts need not be whole for the pieces that add up. */
function alphaOfTwo({ counts, categories }: TwoCoders, level: "nominal" | Float64Array): Figure {
  const q = categories.length;
  return alphaOf(Float64Array.from({ length: q * q }, (_, at) => counts[at]! + counts[(at % q) * q + Math.floor(at / q)]!), level, null);
}

/** Sums the pieces of one-item tables, each weighed by its cell. */
function overCells({ counts, categories }: TwoCoders, pieceOf: (table: CodingTable) => ReturnType<typeof gwetPiece>): Float64Array {
  const q = categories.length;
  const values = Int16Array.from({ length: 2 * q * q }, (_, at) => (at % 2 === 0 ? Math.floor(at / 2 / q) : (at / 2 | 0) % q));
  const piece = pieceOf({ items: q * q, coders: 2, categories: categories.map(String), scale: null, values });
  const sum = new Float64Array(piece.width);
  const one = new Float64Array(piece.width);
  counts.forEach((count, cell) => {
    one.fill(0);
    piece.add(cell, cell + 1, one, 0);
    for (let i = 0; i < sum.length; i++) sum[i]! += count * one[i]!;
  });
  return sum;
}

function twoCoders(two: TwoCoders): Answers {
  const ac = (weighting: Weighting) => shown(gwetAc(overCells(two, (table) => gwetPiece(table, weighting)), weighting));
  const error = cohenKappaError(two.counts);
  const errors = error.value === null ? { se: shown(error), ci_low: shown(error), ci_high: shown(error) } : { se: error.value.se, ci_low: error.value.low, ci_high: error.value.high };
  return {
    percent_agreement: shown(percentItems(overCells(two, percentPiece))),
    cohen_kappa: shown(cohenKappa(two.counts)),
    ...errors,
    cohen_kappa_linear: shown(cohenKappa(two.counts, "linear")),
    cohen_kappa_quadratic: shown(cohenKappa(two.counts, "quadratic")),
    scott_pi: shown(scottPi(two.counts)),
    bennett_s: shown(brennanPrediger(overCells(two, brennanPredigerPiece))),
    krippendorff_alpha_nominal: shown(alphaOfTwo(two, "nominal")),
    gwet_ac1: ac("plain"),
    ac1: ac("plain"),
    ac2_linear: ac("linear"),
    ac2_quadratic: ac("quadratic"),
  };
}

function ownWeights(input: Fields): Answers {
  const two = twoAt(input);
  const weights = weightsAt(input["disagreementWeights"], two.categories.length);
  return { ...twoCoders(two), cohen_kappa_w: shown(cohenKappa(two.counts, weights)), krippendorff_alpha_w: shown(alphaOfTwo(two, weights)) };
}

function severalCoders({ table, ordered }: Coded): Answers {
  const { items, coders } = table;
  const percent = summedOver(items, percentPiece(table));
  const ac = (weighting: Weighting) => shown(gwetAc(summedOver(items, gwetPiece(table, weighting)), weighting));
  return {
    percent_agreement: shown(percentItems(percent)),
    percent_agreement_pairs: shown(percentPairs(percent)),
    fleiss_kappa: shown(fleissKappa(summedOver(items, fleissPiece(table)), coders)),
    randolph: shown(brennanPrediger(summedOver(items, brennanPredigerPiece(table)))),
    krippendorff_alpha_nominal: shown(krippendorffAlpha(table, "nominal")),
    gwet_ac1: ac("plain"),
    ...(ordered ? { gwet_ac2_linear: ac("linear"), gwet_ac2_quadratic: ac("quadratic") } : {}),
  };
}

const conger = ({ table }: Coded): Answers => ({ conger_kappa: shown(congerKappa(summedOver(table.items, congerPiece(table)), table.coders)) });

/** The levels that the categories have: ordinal where they have an order, interval where they are numbers, ratio where none is below 0. */
function levelsOf({ table: { scale }, ordered }: Coded): readonly ("nominal" | "ordinal" | "interval" | "ratio")[] {
  if (!ordered) return ["nominal"];
  if (scale === null) return ["nominal", "ordinal"];
  return scale.some((number) => number < 0) ? ["nominal", "ordinal", "interval"] : ["nominal", "ordinal", "interval", "ratio"];
}

const alpha = (coded: Coded): Answers => Object.fromEntries(levelsOf(coded).map((level) => [level, shown(krippendorffAlpha(coded.table, level))]));

/** α of each listed sample of items (indices, with repetition), everything computed anew. */
function alphaReplay(input: Fields): Answers {
  const coded = matrixAt(input);
  const { table } = coded;
  const level = levelsOf(coded).find((one) => one === input["level"]);
  if (level === undefined) refuse("input.level", levelsOf(coded).join(", "), input["level"]);
  const pieces = perDocument(coincidencePiece(table), Int32Array.from({ length: table.items }, (_, i) => i), table.items);
  const samples = eachAt(input["resampledItemIndices"], "input.resampledItemIndices", (sample, place) => eachAt(sample, place, (item, at) => wholeAt(item, at, 0, table.items - 1)));
  const sum = new Float64Array(pieces.width);
  return {
    replicates: samples.map((sample) => {
      const times = new Int32Array(table.items);
      for (const item of sample) times[item]! += 1;
      weightedSum(pieces, times, sum);
      return shown(alphaOf(sum, level, table.scale));
    }),
  };
}

function f1KappaLimit(input: Fields): Answers {
  const count = (key: string) => wholeAt(input[key], `input.${key}`);
  const matches = { both: count("tp"), firstOnly: count("fp"), secondOnly: count("fn") };
  return { f1: shown(f1Of(matches)), kappa: eachAt(input["tn"], "input.tn", wholeAt).map((neither) => shown(kappaWithNegatives(matches, neither))) };
}

/** Coefficients of items that several people coded. */
export const CODING_METRICS: Metrics = {
  two_coder: (_, input) => twoCoders(twoAt(input)),
  two_coder_se: (_, input) => twoCoders(twoAt(input)),
  two_coder_weighted: (_, input) => twoCoders(twoAt(input)),
  gwet_two_coder: (_, input) => twoCoders(twoAt(input)),
  two_coder_custom_weights: (_, input) => ownWeights(input),
  two_coder_matrix: (_, input) => twoCoders(twoAt(input)),
  two_coder_weighted_matrix: (_, input) => twoCoders(twoAt(input)),
  conger: (_, input) => conger(matrixAt(input)),
  multi_coder: (_, input) => severalCoders(severalAt(input)),
  multi_coder_missing: (_, input) => severalCoders(severalAt(input)),
  fleiss_counts: (_, input) => severalCoders(severalAt(input)),
  counts_many: (_, input) => severalCoders(severalAt(input)),
  krippendorff_alpha: (_, input) => alpha(matrixAt(input)),
  alpha_bootstrap_replay: (_, input) => alphaReplay(input),
  f1_kappa_limit: (_, input) => f1KappaLimit(input),
};
