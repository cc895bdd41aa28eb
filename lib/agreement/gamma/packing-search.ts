import { isFree, type Packing, SAME } from "./packing";

/** A choice of sets that falls short of the sum of the prices by `short`. */
export type Found = { readonly chosen: readonly number[]; readonly short: number };

/**
 * Looks for the choice that falls least short of the sum of the prices: by the slacks of what it takes and the prices of
 * what it leaves alone. Branches on the unit with the fewest ways left. `gap`: only choices that fall short by less are
 * wanted. `whole`: whether it was searched to its end within so many nodes; then `found`, or null, is exact.
 *
 * @param slack of each set, by how much its units cost more than it gains; `price` of each unit
 */
export function searchPacking({ sets, units }: Packing, price: Float64Array, slack: ArrayLike<number>, gap: number, patience: number): { readonly found: Found | null; readonly whole: boolean; readonly nodes: number } {
  const holding: number[][] = Array.from({ length: units }, () => []);
  const order = sets.map((_, i) => i).sort((i, j) => (slack[i] as number) - (slack[j] as number) || i - j);
  for (const i of order) for (const u of sets[i] as Int32Array) (holding[u] as number[]).push(i);
  const taken = new Uint8Array(units);
  const chosen: number[] = [];
  let found: Found | null = null;
  let [limit, nodes] = [gap - SAME, 0];

  /** The open unit with the fewest ways to go on from what falls short by `short`; null where no way is good enough. */
  const narrowest = (short: number): number | null => {
    let [unit, fewest, least] = [-1, Infinity, short];
    for (let u = 0; u < units; u++) {
      if (taken[u]) continue;
      let cheapest = price[u] as number;
      let ways = short + cheapest < limit ? 1 : 0;
      for (const i of holding[u] as number[]) {
        if (short + (slack[i] as number) >= limit) break;
        if (!isFree(sets[i] as Int32Array, taken)) continue;
        ways++;
        cheapest = Math.min(cheapest, (slack[i] as number) / (sets[i] as Int32Array).length);
      }
      least += cheapest;
      if (ways === 0 || least >= limit) return null;
      if (ways < fewest) [unit, fewest] = [u, ways];
    }
    return unit;
  };

  const descend = (short: number, left: number): boolean => {
    if (left === 0) {
      found = { chosen: chosen.slice(), short };
      limit = short - SAME;
      return true;
    }
    if (++nodes > patience) return false;
    const unit = narrowest(short);
    if (unit === null) return true;
    const ways: { by: number; set: Int32Array; option: number }[] = [{ by: price[unit] as number, set: Int32Array.of(unit), option: -1 }];
    for (const i of holding[unit] as number[]) if (short + (slack[i] as number) < limit && isFree(sets[i] as Int32Array, taken)) ways.push({ by: slack[i] as number, set: sets[i] as Int32Array, option: i });
    ways.sort((a, b) => a.by - b.by);
    for (const { by, set, option } of ways) {
      if (short + by >= limit) break;
      for (const u of set) taken[u] = 1;
      if (option >= 0) chosen.push(option);
      const whole = descend(short + by, left - set.length);
      if (option >= 0) chosen.pop();
      for (const u of set) taken[u] = 0;
      if (!whole) return false;
    }
    return true;
  };
  const whole = descend(0, units);
  return { found, whole, nodes };
}
