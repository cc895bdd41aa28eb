/** Sets of units that gain something when they are chosen, and of which no two chosen ones may share a unit. */
export type Packing = { readonly sets: readonly Int32Array[]; readonly gain: readonly number[]; readonly units: number };

/** Two choices whose gains differ by less are the same. */
export const SAME = 1e-11;

/** Whether none of a set's units is taken (1). */
export function isFree(set: Int32Array, taken: Uint8Array): boolean {
  for (let at = 0; at < set.length; at++) if (taken[set[at] as number]) return false;
  return true;
}

/** What the units of a set cost together. */
export function priceOf(set: Int32Array, price: Float64Array): number {
  let total = 0;
  for (let at = 0; at < set.length; at++) total += price[set[at] as number] as number;
  return total;
}

/** The packing of some of the sets, in the given order. */
export const only = ({ sets, gain, units }: Packing, among: readonly number[]): Packing => ({ sets: among.map((i) => sets[i] as Int32Array), gain: among.map((i) => gain[i] as number), units });
