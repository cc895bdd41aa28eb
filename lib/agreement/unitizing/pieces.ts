import { UNIT, type Continuum } from "./continuum";

/**
 * Pieces of one text, of which every figure of the uα family is made; those of several texts add up.
 * `resample/` takes one row of them per document.
 *
 * With V values and the gap φ = V as the last one, `width` numbers:
 * - ℓ, (V+1)×(V+1), row by row, symmetric: ℓ_ck = 1/(m−1) Σ_i Σ_{j≠i} |S_i^c ∩ S_j^k| characters, m the text's own coders;
 * - A, V: A_c = Σ |unit|² over units of value c (that of gaps is ℓ_φ· itself);
 * - B, V: B_c = Σ over units h of value c of (mean over the other coders j of the characters of h that j gave any value)²,
 *   the one of three published readings that gives the printed .724 of Krippendorff 2019 fig. 12.11;
 * - three counts: characters of the text, those that anybody marked, those that at least two marked.
 */
export const width = (values: number): number => (values + 1) * (values + 1) + 2 * values + 3;

/** Where A, B and the counts begin within the pieces of one text. */
export const places = (values: number) => {
  const selves = (values + 1) * (values + 1);
  return { selves, meetings: selves + values, length: selves + 2 * values, marked: selves + 2 * values + 1, met: selves + 2 * values + 2 };
};

/**
 * Adds the pieces of one continuum to `into` from index `at` on. A text of fewer than two coders adds nothing.
 * One sweep over the boundaries of all units: O(boundaries × coders who marked something).
 */
export function addPieces(into: Float64Array, at: number, values: number, { length, coders, units }: Continuum): void {
  if (coders < 2 || length <= 0) return;
  const size = values + 1;
  const { selves, meetings, length: lengths, marked: markeds, met: mets } = places(values);
  // Only coders who marked something take part in the sweep; all others are in the gap throughout.
  const [from, to] = runsOf(units);
  const sweepers = from.length;
  const next = Int32Array.from(from);
  const bound = new Int32Array(sweepers);
  const value = new Int32Array(sweepers).fill(-1);
  const together = new Float64Array(sweepers);
  for (let i = 0; i < sweepers; i++) bound[i] = units[next[i]! + 1]!;
  const others = coders - 1;
  let [here, active, marked, met] = [0, 0, 0, 0];
  for (;;) {
    let there = length;
    for (let i = 0; i < sweepers; i++) if (bound[i]! < there) there = bound[i]!;
    const run = there - here;
    if (active > 0 && run > 0) {
      marked += run;
      if (active > 1) met += run;
      const each = run / others;
      const gaps = coders - active;
      into[at + values * size + values]! += each * gaps * (gaps - 1);
      for (let i = 0; i < sweepers; i++) {
        const c = value[i]!;
        if (c < 0) continue;
        together[i]! += run * (active - 1);
        into[at + c * size + values]! += each * gaps;
        into[at + values * size + c]! += each * gaps;
        if (active > 1) for (let j = 0; j < sweepers; j++) if (j !== i && value[j]! >= 0) into[at + c * size + value[j]!]! += each;
      }
    }
    if (there === length && closed(next, to)) break;
    here = there;
    for (let i = 0; i < sweepers; i++) {
      if (bound[i] !== here) continue;
      let unit = next[i]!;
      if (value[i]! >= 0) {
        const [c, long, mean] = [value[i]!, units[unit + 2]! - units[unit + 1]!, together[i]! / others];
        into[at + selves + c]! += long * long;
        into[at + meetings + c]! += mean * mean;
        together[i] = 0;
        value[i] = -1;
        active -= 1;
        unit += UNIT;
        next[i] = unit;
      }
      if (unit >= to[i]!) bound[i] = length + 1;
      else if (units[unit + 1] === here) {
        value[i] = units[unit + 3]!;
        bound[i] = units[unit + 2]!;
        active += 1;
      } else bound[i] = units[unit + 1]!;
    }
  }
  into[at + values * size + values]! += (length - marked) * coders;
  into[at + lengths]! += length;
  into[at + markeds]! += marked;
  into[at + mets]! += met;
}

/** Where the units of each coder who has any begin and end. */
function runsOf(units: Int32Array): [from: number[], to: number[]] {
  const from: number[] = [];
  const to: number[] = [];
  for (let at = 0; at < units.length; at += UNIT) {
    if (at > 0 && units[at] === units[at - UNIT]) continue;
    if (at > 0) to.push(at);
    from.push(at);
  }
  if (units.length > 0) to.push(units.length);
  return [from, to];
}

function closed(next: Int32Array, to: readonly number[]): boolean {
  for (let i = 0; i < next.length; i++) if (next[i]! < to[i]!) return false;
  return true;
}
