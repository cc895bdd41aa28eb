import type { GammaContinuum } from "./continuum";

/**
 * How far apart two units are: α·d_pos + β·d_cat (Mathet, Widlöcher and Métivier 2015, CL 41(3), §4.3–4.5).
 * What is paired with nobody costs Δ∅ = 1 with each annotator; other values are not offered, since a reference
 * implementation is inconsistent for them and α and β already say how much a difference weighs against a lone mark.
 */
export type Dissimilarity = {
  readonly alpha: number;
  readonly beta: number;
  readonly categories: number;
  /** d_cat, 0..1, symmetric, 0 on the diagonal; row-major categories × categories. */
  readonly between: Float64Array;
};

/** d_cat of categories without an order: 0 for the same, 1 for others. */
export function nominal(categories: number): Float64Array {
  const between = new Float64Array(categories * categories).fill(1);
  for (let i = 0; i < categories; i++) between[i * categories + i] = 0;
  return between;
}

/**
 * d_cat of categories in a declared order, by steps: |i − j| / (categories − 1). Steps count the same whether the level
 * is ordinal or interval, since the order is all that is declared.
 */
export function stepped(categories: number): Float64Array {
  const between = new Float64Array(categories * categories);
  for (let i = 0; i < categories; i++) for (let j = 0; j < categories; j++) between[i * categories + j] = categories < 2 ? 0 : Math.abs(i - j) / (categories - 1);
  return between;
}

/**
 * The dissimilarity of two units of a continuum, at least 0, without upper end.
 * d_pos = ((|Δstart| + |Δend|) / (length u + length v))²; equal when all offsets are multiplied by the same number.
 */
export function dissimilarity({ start, end, category }: GammaContinuum, u: number, v: number, { alpha, beta, categories, between }: Dissimilarity): number {
  const [us, ue, vs, ve] = [start[u] as number, end[u] as number, start[v] as number, end[v] as number];
  const apart = (Math.abs(us - vs) + Math.abs(ue - ve)) / (ue - us + (ve - vs));
  return alpha * apart * apart + beta * (between[(category[u] as number) * categories + (category[v] as number)] as number);
}
