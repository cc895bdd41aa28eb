import type { Packing } from "./packing";

/** Reduced costs below this are rounding. */
const NOTHING = 1e-11;
/** What may be divided by. */
const PIVOT = 1e-9;
/** Right-hand sides differ by this, so that the simplex does not stand still. */
const APART = 1e-7;

/** What the linear relaxation of a set packing tells: the least prices, and how much of each set it takes, 0..1. */
export type Relaxed = { readonly price: Float64Array; readonly share: Float64Array };

/**
 * The best prices for the units of a set packing: of all π ≥ 0 with which no set gains more than its units cost, those
 * with the least sum. They are the dual of the linear relaxation, found by the revised primal simplex (Dantzig's rule, the
 * inverse of the basis kept whole: there are few units and many sets). Null where it does not end within 40 pivots
 * per unit.
 */
export function relaxedPrices({ sets, gain, units }: Packing): Relaxed | null {
  const inverse = new Float64Array(units * units);
  const level = new Float64Array(units);
  const basis = new Int32Array(units);
  const price = new Float64Array(units);
  const column = new Float64Array(units);
  for (let u = 0; u < units; u++) {
    inverse[u * units + u] = 1;
    level[u] = 1 + APART * (u + 1);
    basis[u] = sets.length + u;
  }
  for (let pivots = 0; pivots < 40 * units; pivots++) {
    let [enter, most] = [-1, NOTHING];
    for (let i = 0; i < sets.length; i++) {
      const set = sets[i] as Int32Array;
      let gains = gain[i] as number;
      for (let at = 0; at < set.length; at++) gains -= price[set[at] as number] as number;
      if (gains > most) [enter, most] = [i, gains];
    }
    for (let u = 0; u < units; u++) if (-(price[u] as number) > most) [enter, most] = [sets.length + u, -(price[u] as number)];
    if (enter < 0) break;
    const entering = enter < sets.length ? (sets[enter] as Int32Array) : Int32Array.of(enter - sets.length);
    let [leave, least] = [-1, Infinity];
    for (let k = 0; k < units; k++) {
      let by = 0;
      for (let at = 0; at < entering.length; at++) by += inverse[k * units + (entering[at] as number)] as number;
      column[k] = by;
      if (by > PIVOT && (level[k] as number) / by < least) [leave, least] = [k, (level[k] as number) / by];
    }
    if (leave < 0) return null;
    pivot(inverse, level, column, leave, units);
    for (let u = 0; u < units; u++) price[u] = (price[u] as number) + most * (inverse[leave * units + u] as number);
    basis[leave] = enter;
    if (pivots === 40 * units - 1) return null;
  }
  const share = new Float64Array(sets.length);
  for (let k = 0; k < units; k++) if ((basis[k] as number) < sets.length) share[basis[k] as number] = level[k] as number;
  for (let u = 0; u < units; u++) price[u] = Math.max(0, price[u] as number);
  return { price, share };
}

function pivot(inverse: Float64Array, level: Float64Array, column: Float64Array, leave: number, units: number): void {
  const by = 1 / (column[leave] as number);
  const row = leave * units;
  for (let u = 0; u < units; u++) inverse[row + u] = (inverse[row + u] as number) * by;
  level[leave] = (level[leave] as number) * by;
  for (let k = 0; k < units; k++) {
    const times = column[k] as number;
    if (k === leave || times === 0) continue;
    const other = k * units;
    for (let u = 0; u < units; u++) inverse[other + u] = (inverse[other + u] as number) - times * (inverse[row + u] as number);
    level[k] = (level[k] as number) - times * (level[leave] as number);
  }
}
