/** How far apart two categories are by their place in the declared order, q×q: not at all or fully, by steps, by steps squared. */
export type Weighting = "plain" | "linear" | "quadratic";

/**
 * Disagreement weights, q×q row by row, 0 (same) to 1 (furthest): plain 0 or 1; linear |i−j|/(q−1); quadratic
 * ((i−j)/(q−1))². On the declared order, so that categories nobody used still count as steps.
 */
export function disagreementWeights(q: number, weighting: Weighting): Float64Array {
  const weights = new Float64Array(q * q);
  for (let i = 0; i < q; i++) {
    for (let j = 0; j < q; j++) {
      if (i === j) continue;
      const steps = Math.abs(i - j) / (q - 1);
      weights[i * q + j] = weighting === "plain" ? 1 : weighting === "linear" ? steps : steps * steps;
    }
  }
  return weights;
}

/** Whether all that was said is one category, so that nothing shows whether people can tell categories apart. */
export const oneCategoryOnly = (counts: ArrayLike<number>): boolean => {
  let used = 0;
  for (let c = 0; c < counts.length; c++) if (counts[c]! > 0) used += 1;
  return used === 1;
};
