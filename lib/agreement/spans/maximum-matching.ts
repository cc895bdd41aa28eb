/**
 * How many pairs a one-to-one matching can have at most. `from` and `to`: for each left thing i the right things it may
 * go with, `to[from[i]] … to[from[i+1]−1]`.
 *
 * Augmenting paths, found breadth first (Berge 1957; Kuhn 1955), after a first greedy pass: a path stays within its
 * connected component, so that texts with many marks in many places cost what their places cost.
 */
export function maximumMatching(right: number, from: Int32Array, to: ArrayLike<number>): number {
  const left = from.length - 1;
  const partner = new Int32Array(right).fill(-1);
  const taken = new Uint8Array(left);
  let size = 0;
  let wanting = 0;
  for (let i = 0; i < left; i++) {
    if (from[i] !== from[i + 1]) wanting += 1;
    for (let e = from[i]!; e < from[i + 1]!; e++) if (partner[to[e]!] === -1) {
      partner[to[e]!] = i;
      taken[i] = 1;
      size += 1;
      break;
    }
  }
  if (size === wanting) return size;
  const seen = new Int32Array(right).fill(-1);
  const by = new Int32Array(right);
  const formerOf = new Int32Array(left);
  for (let root = 0; root < left; root++) {
    if (taken[root] === 1 || from[root] === from[root + 1]) continue;
    const queue = [root];
    formerOf[root] = -1;
    search: for (const i of queue) for (let e = from[i]!; e < from[i + 1]!; e++) {
      const j = to[e]!;
      if (seen[j] === root) continue;
      seen[j] = root;
      by[j] = i;
      const other = partner[j]!;
      if (other !== -1) {
        formerOf[other] = j;
        queue.push(other);
        continue;
      }
      // A free one: everybody on the way takes the one that was found for them.
      for (let free = j; free !== -1; ) {
        const next = formerOf[by[free]!]!;
        partner[free] = by[free]!;
        free = next;
      }
      size += 1;
      break search;
    }
  }
  return size;
}
