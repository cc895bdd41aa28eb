import { type Packing, priceOf, SAME } from "./packing";

/** Sweeps over the prices; half of what can go goes in the first, so that neighbours share it. */
const SWEEPS = 12;

/**
 * Prices π ≥ 0 for the units of a packing, such that no set gains more than its units cost, lowered one by one until none
 * gives: quick, and often the best there are. Coordinate descent on the dual of the linear relaxation.
 */
export function loweredPrices({ sets, gain, units }: Packing): Float64Array {
  const price = new Float64Array(units);
  const holding: number[][] = Array.from(price, () => []);
  sets.forEach((set, i) => {
    for (const u of set) {
      (holding[u] as number[]).push(i);
      price[u] = Math.max(price[u] as number, (gain[i] as number) / set.length);
    }
  });
  const dearest = sets.map((set) => priceOf(set, price));
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    let lowered = 0;
    for (let step = 0; step < units; step++) {
      const u = sweep % 2 === 0 ? step : units - 1 - step;
      let room = price[u] as number;
      for (const i of holding[u] as number[]) room = Math.min(room, (dearest[i] as number) - (gain[i] as number));
      if (room <= 0) continue;
      const by = sweep < SWEEPS / 2 ? room / 2 : room;
      price[u] = (price[u] as number) - by;
      for (const i of holding[u] as number[]) dearest[i] = (dearest[i] as number) - by;
      lowered = Math.max(lowered, by);
    }
    if (lowered < SAME) break;
  }
  return price;
}
