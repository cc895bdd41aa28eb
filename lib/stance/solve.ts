/**
 * The solution of a symmetric positive definite system by Cholesky's decomposition, A = LLᵀ. `matrix` has n rows of n
 * numbers, of which the lower triangle is read; it stays as it is. Work: n³/6.
 * @throws RangeError where the matrix is not positive definite
 */
export function solve(matrix: readonly Float64Array[], right: Float64Array): Float64Array {
  const n = right.length;
  const lower = matrix.map((row) => row.slice());
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= i; j++) {
      const [row, other] = [lower[i]!, lower[j]!];
      let sum = row[j]!;
      for (let k = 0; k < j; k++) sum -= row[k]! * other[k]!;
      if (i === j && !(sum > 0)) throw new RangeError("The matrix is not positive definite");
      row[j] = i === j ? Math.sqrt(sum) : sum / other[j]!;
    }
  const x = right.slice();
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) x[i]! -= lower[i]![k]! * x[k]!;
    x[i]! /= lower[i]![i]!;
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) x[i]! -= lower[k]![i]! * x[k]!;
    x[i]! /= lower[i]![i]!;
  }
  return x;
}
