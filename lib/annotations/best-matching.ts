/**
 * The one-to-one matching between `left` and `right` things with the largest sum of weights. A weight of 0 (or less)
 * means that the two cannot be matched. Answers with pairs of indices in the order of the left.
 *
 * Kuhn–Munkres with potentials, O(n²·m) (Kuhn 1955; Munkres 1957).
 */
export function bestMatching(left: number, right: number, weight: (l: number, r: number) => number): [left: number, right: number][] {
  if (left > right) return bestMatching(right, left, (r, l) => weight(l, r)).map(([r, l]): [number, number] => [l, r]).sort((a, b) => a[0] - b[0]);
  const cost = (l: number, r: number): number => -Math.max(0, weight(l, r));
  // 1-based; column 0 is where each search begins.
  const rowPotential = new Float64Array(left + 1);
  const columnPotential = new Float64Array(right + 1);
  const rowOf = new Int32Array(right + 1);
  const before = new Int32Array(right + 1);
  for (let row = 1; row <= left; row++) {
    rowOf[0] = row;
    let column = 0;
    const least = new Float64Array(right + 1).fill(Infinity);
    const used = new Uint8Array(right + 1);
    do {
      used[column] = 1;
      const at = rowOf[column]!;
      let delta = Infinity;
      let next = 0;
      for (let j = 1; j <= right; j++) {
        if (used[j]) continue;
        const reduced = cost(at - 1, j - 1) - rowPotential[at]! - columnPotential[j]!;
        if (reduced < least[j]!) {
          least[j] = reduced;
          before[j] = column;
        }
        if (least[j]! < delta) {
          delta = least[j]!;
          next = j;
        }
      }
      for (let j = 0; j <= right; j++) {
        if (used[j]) {
          rowPotential[rowOf[j]!]! += delta;
          columnPotential[j]! -= delta;
        } else least[j]! -= delta;
      }
      column = next;
    } while (rowOf[column] !== 0);
    while (column !== 0) {
      rowOf[column] = rowOf[before[column]!]!;
      column = before[column]!;
    }
  }
  const pairs: [number, number][] = [];
  for (let j = 1; j <= right; j++) if (rowOf[j] !== 0 && weight(rowOf[j]! - 1, j - 1) > 0) pairs.push([rowOf[j]! - 1, j - 1]);
  return pairs.sort((a, b) => a[0] - b[0]);
}
