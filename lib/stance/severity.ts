import { defined, type Quantity, undefinedFor } from "@/lib/kernel/quantity";
import { onScale, type Scale } from "./estimate";
import { solve } from "./solve";
import { NO_ONE, type Observation } from "./sums";

/** How an annotator leans beside the others, on the scale of the values; above 0 reads more advocacy. `articles` is how many they shared. */
export type Shift = { readonly annotatorId: string; readonly shift: number; readonly articles: number };

/** The leanings of all annotators and what they were estimated from. */
export interface Severity {
  /** By annotator id; they add up to 0. */
  readonly shifts: readonly Shift[];
  /** Articles (× targets) that two annotators or more read. */
  readonly articles: number;
  /** Variances of the error and of the leanings, by moments; a leaning variance of 0 leaves every shift at 0. */
  readonly errorVariance: number;
  readonly leaningVariance: number;
}

/** Why leanings cannot be told from articles: not everybody is linked to everybody through shared articles; or nothing is left to tell error from leaning. */
export type NoSeverity = "annotators_do_not_overlap" | "annotators_overlap_too_little";

/**
 * Annotator leanings in the additive fit value = article + annotator + error, Σ b = 0, over the articles (× targets)
 * that two annotators or more read. Leanings are drawn toward 0: b = n/(n + λ) · mean residual with λ = σ²ₑ/σ²_b,
 * solved exactly together with the article effects. By moments, with S the sum of squares within N − A = values −
 * articles degrees of freedom: σ²ₑ = (what the fit with λ = 0 leaves of S)/(N − A − C + 1);
 * σ²_b = max(0, S/(N − A) − σ²ₑ) (Henderson's third method, the articles fixed).
 *
 * The settled record is nobody's reading: it takes no part and is never shifted. Null with `annotators_do_not_overlap`
 * unless every annotator among the observations is linked to every other through shared articles; with
 * `annotators_overlap_too_little` where no degree of freedom is left for the error (two annotators and one article).
 * Not shown: the uncertainty of the shifts themselves, which the interval of an adjusted figure leaves out.
 *
 * Sources: Henderson (1953), Biometrics 9, 226–252; Searle, Casella and McCulloch (1992), Variance Components, §5.5.
 * @param observations of all groups: leanings are a matter of the annotators, not of the outlet
 */
export function severityOf(observations: readonly Observation[]): Quantity<Severity, NoSeverity> {
  const table = sharedTable(observations);
  const { annotators, items } = table;
  if (annotators.length < 2 || !isConnected(table)) return undefinedFor("annotators_do_not_overlap");
  const values = items.reduce((sum, item) => sum + item.length, 0);
  const within = values - items.length;
  const degrees = within - annotators.length + 1;
  if (degrees < 1) return undefinedFor("annotators_overlap_too_little");
  const free = fit(table, 0);
  const squares = { all: squaresWithin(items, null), left: squaresWithin(items, free) };
  const errorVariance = Math.max(0, squares.left / degrees);
  const leaningVariance = Math.max(0, squares.all / within - errorVariance);
  const shifts = leaningVariance === 0 ? free.map(() => 0) : errorVariance === 0 ? free : fit(table, errorVariance / leaningVariance);
  const shared = annotators.map(() => 0);
  for (const item of items) for (const { coder } of item) shared[coder]! += 1;
  return defined({
    shifts: annotators.map((annotatorId, i) => ({ annotatorId, shift: shifts[i]!, articles: shared[i]! })),
    articles: items.length,
    errorVariance,
    leaningVariance,
  });
}

/** The observations with every annotator's leaning taken off, cut to the scale; the settled record and people without a shift stay. */
export function adjusted(observations: readonly Observation[], { shifts }: Pick<Severity, "shifts">, scale: Scale): Observation[] {
  const by = new Map(shifts.map((one) => [one.annotatorId, one.shift]));
  return observations.map((one) => {
    const shift = one.coderId === NO_ONE ? undefined : by.get(one.coderId);
    return shift === undefined || shift === 0 ? one : { ...one, value: onScale(one.value - shift, scale) };
  });
}

type Value = { readonly coder: number; readonly value: number };
type Table = { readonly annotators: readonly string[]; readonly items: readonly (readonly Value[])[] };

function sharedTable(observations: readonly Observation[]): Table {
  const read = observations.filter((one) => one.coderId !== NO_ONE);
  const annotators = [...new Set(read.map((one) => one.coderId))].sort();
  const at = new Map(annotators.map((id, i) => [id, i]));
  const items = new Map<string, Value[]>();
  for (const one of read) {
    const key = `${one.articleId} ${one.targetId}`;
    const value = { coder: at.get(one.coderId)!, value: one.value };
    const item = items.get(key);
    if (item) item.push(value);
    else items.set(key, [value]);
  }
  return { annotators, items: [...items.values()].filter((item) => item.length > 1) };
}

function isConnected({ annotators, items }: Table): boolean {
  const head = annotators.map((_, i) => i);
  const find = (i: number): number => (head[i] === i ? i : (head[i] = find(head[i]!)));
  for (const item of items) for (const { coder } of item) head[find(coder)] = find(item[0]!.coder);
  return annotators.every((_, i) => find(i) === find(0));
}

/** Leanings with the article effects swept out: (D − Σ NNᵀ/k + λI + 11ᵀ/C) b = r, where 11ᵀ/C only holds Σ b at 0. */
function fit({ annotators, items }: Table, lambda: number): Float64Array {
  const matrix = annotators.map((_, i) => new Float64Array(annotators.length).fill(1 / annotators.length).map((one, j) => (i === j ? one + lambda : one)));
  const right = new Float64Array(annotators.length);
  for (const item of items) {
    const mean = meanValue(item, null);
    for (const { coder, value } of item) {
      right[coder]! += value - mean;
      matrix[coder]![coder]! += 1;
      for (const other of item) matrix[coder]![other.coder]! -= 1 / item.length;
    }
  }
  return solve(matrix, right);
}

const meanValue = (item: readonly Value[], shifts: Float64Array | null): number => item.reduce((sum, { coder, value }) => sum + value - (shifts?.[coder] ?? 0), 0) / item.length;

function squaresWithin(items: readonly (readonly Value[])[], shifts: Float64Array | null): number {
  return items.reduce((sum, item) => {
    const mean = meanValue(item, shifts);
    return sum + item.reduce((all, { coder, value }) => all + (value - (shifts?.[coder] ?? 0) - mean) ** 2, 0);
  }, 0);
}
