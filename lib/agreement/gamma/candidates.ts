import type { GammaContinuum } from "./continuum";
import { dissimilarity, type Dissimilarity } from "./dissimilarity";

/**
 * Unitary alignments of two or more units, at most one of an annotator, that can stand in a best alignment.
 * `members` holds unit indices, those of candidate i from `from[i]` to `from[i + 1] - 1`. With n annotators, C = n(n−1)/2:
 * `cost` is the sum over the C pairs (1 for each pair with an empty place), `gain` what it saves against leaving its
 * units alone, k·C − cost, always above 0.
 */
export type Candidates = { readonly members: Int32Array; readonly from: Int32Array; readonly cost: Float64Array; readonly gain: Float64Array };

/** More candidates than these are not listed: the document is called too large. */
export const MOST_CANDIDATES = 25_000;

/**
 * Lists the candidates of a continuum; null when there are too many.
 *
 * Pruned exactly. The paper (§5.1.1) drops tuples that cost more than C·n; those that cost more than C·k, k units each
 * alone, can go as well. Stronger still, and what is done here: a tuple split into two parts of a and b units is the
 * better whole only if the dissimilarities across sum to less than C + a·b. Whoever fails this for one split can be
 * replaced by the parts in any alignment. With a = 1 the test holds for tuples that are still growing, which keeps the
 * enumeration small.
 */
export function candidates(continuum: GammaContinuum, measure: Dissimilarity): Candidates | null {
  const { coders, coder, from } = continuum;
  const all = (coders * (coders - 1)) / 2;
  const farthest = all + coders - 1;
  const members: number[] = [];
  const starts = [0];
  const cost: number[] = [];
  const gain: number[] = [];
  const near: number[] = [];
  const bound = new Int32Array(coders + 1);
  const tuple = new Int32Array(coders);
  // Row k: of a tuple of k units, how far each is from all its others together.
  const apart = new Float64Array((coders + 1) * coders);
  let between = new Float64Array(0);
  let width = 0;

  const splits = (k: number): boolean => {
    for (let mask = 3; mask < 1 << (k - 1); mask++) {
      let [a, across] = [0, 0];
      for (let i = 0; i < k; i++)
        if ((mask >> i) & 1) {
          a++;
          for (let j = 0; j < k; j++) if (!((mask >> j) & 1)) across += between[(tuple[i] as number) * width + (tuple[j] as number)] as number;
        }
      if (a > 1 && across >= all + a * (k - a)) return true;
    }
    return false;
  };
  const keep = (k: number, inside: number): void => {
    const saved = (k - 1) * all + (k * (k - 1)) / 2 - inside;
    if (saved <= 0) return;
    for (let i = 0; i < k; i++) if ((apart[k * coders + i] as number) >= all + k - 1) return;
    if (k > 3 && splits(k)) return;
    for (let i = 0; i < k; i++) members.push(near[tuple[i] as number] as number);
    starts.push(members.length);
    cost.push(inside + all - (k * (k - 1)) / 2);
    gain.push(saved);
  };
  const grow = (k: number, next: number, inside: number): void => {
    for (let c = next; c < coders; c++) {
      const most = all + k + coders - c - 1;
      for (let at = bound[c] as number; at < (bound[c + 1] as number); at++) {
        let [sum, fits] = [0, true];
        for (let i = 0; i < k && fits; i++) {
          const d = between[(tuple[i] as number) * width + at] as number;
          sum += d;
          fits = sum < most && (apart[k * coders + i] as number) + d < most;
        }
        if (!fits) continue;
        const row = (k + 1) * coders;
        for (let i = 0; i < k; i++) apart[row + i] = (apart[k * coders + i] as number) + (between[(tuple[i] as number) * width + at] as number);
        apart[row + k] = sum;
        tuple[k] = at;
        keep(k + 1, inside + sum);
        if (cost.length > MOST_CANDIDATES) return;
        grow(k + 1, c + 1, inside + sum);
      }
    }
  };

  for (let u = 0; u < coder.length; u++) {
    const own = coder[u] as number;
    near.length = 0;
    near.push(u);
    const reach: number[] = [0];
    for (let c = own + 1; c < coders; c++) {
      bound[c] = near.length;
      for (let v = from[c] as number; v < (from[c + 1] as number); v++) {
        const d = dissimilarity(continuum, u, v, measure);
        if (d >= farthest) continue;
        near.push(v);
        reach.push(d);
      }
    }
    bound[coders] = near.length;
    width = near.length;
    if (between.length < width * width) between = new Float64Array(width * width);
    for (let i = 1; i < width; i++) {
      between[i] = between[i * width] = reach[i] as number;
      for (let j = 1; j < i; j++) {
        const [v, w] = [near[j] as number, near[i] as number];
        if (coder[v] !== coder[w]) between[i * width + j] = between[j * width + i] = dissimilarity(continuum, v, w, measure);
      }
    }
    tuple[0] = 0;
    grow(1, own + 1, 0);
    if (cost.length > MOST_CANDIDATES) return null;
  }
  return { members: Int32Array.from(members), from: Int32Array.from(starts), cost: Float64Array.from(cost), gain: Float64Array.from(gain) };
}
