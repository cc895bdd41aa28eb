import type { Candidates } from "./candidates";
import { loweredPrices } from "./lowered-prices";
import { isFree, only, type Packing, priceOf, SAME } from "./packing";
import { searchPacking } from "./packing-search";
import { relaxedPrices } from "./relaxed-prices";

/** Nodes of the searches of one component, after which it is given up; components of real articles need a few hundred. */
export const NODE_CAP = 20_000;
/** Nodes of one search, after which the component is split in two at a set that the relaxation takes in part. */
const PATIENCE = 250;
/** What a split counts as. */
const SPLIT = 50;

/**
 * The candidates of one component that gain most together without sharing a unit: exact branch and bound, or null where
 * it takes more than `cap` nodes. Indices of candidates; what no chosen one covers stays alone.
 *
 * Each unit gets a price π ≥ 0 such that no candidate gains more than its units cost (a feasible dual of the set packing).
 * A choice then falls short of Σπ by the slacks of what it chooses and the prices of what it leaves alone. So candidates
 * whose slack is more than a choice already known falls short go at once, and a search among the rest is short. The prices
 * are lowered quickly at first, and where that leaves doubt those of the linear relaxation are computed.
 */
export function bestPacking(all: Candidates, component: readonly number[], cap = NODE_CAP): number[] | null {
  const local = new Map<number, number>();
  const sets = component.map((candidate) => Int32Array.from(all.members.subarray(all.from[candidate], all.from[candidate + 1]), (unit) => local.get(unit) ?? local.set(unit, local.size).size - 1));
  const packing = { sets, gain: component.map((candidate) => all.gain[candidate] as number), units: local.size };
  const known: Known = { best: [], worth: 0, nodes: cap };
  improve(packing, sets.map((_, i) => i), [], known);
  return known.nodes < 0 ? null : known.best.map((i) => component[i] as number);
}

/** The best choice so far, what it gains, and how many nodes may still be looked at; below 0 the search is given up. */
type Known = { best: readonly number[]; worth: number; nodes: number };

/** Finds the best choice that holds `chosen` and any of `among`, none of which shares a unit with it, if it is better than what is known. */
function improve(packing: Packing, among: readonly number[], chosen: readonly number[], known: Known): void {
  const lowered = bounded(packing, among, chosen, known, loweredPrices(only(packing, among)));
  if (lowered.gap <= SAME) return;
  const relaxed = relaxedPrices(only(packing, lowered.live));
  const share = new Map(lowered.live.map((i, at) => [i, relaxed?.share[at] ?? 0]));
  const { live, slack, price, gap } = relaxed ? bounded(packing, lowered.live, chosen, known, relaxed.price, share) : lowered;
  if (gap <= SAME) return;
  const { found, whole, nodes } = searchPacking(only(packing, live), price, slack, gap, Math.min(PATIENCE, known.nodes));
  if (found) remember(packing, [...chosen, ...found.chosen.map((at) => live[at] as number)], known);
  known.nodes -= nodes;
  if (whole || known.nodes < 0) return;

  known.nodes -= SPLIT;
  const half = (i: number): number => Math.abs((share.get(i) ?? 0) - 0.5);
  const at = live.reduce((one, other) => (half(other) < half(one) ? other : one));
  const units = new Uint8Array(packing.units);
  for (const u of packing.sets[at] as Int32Array) units[u] = 1;
  improve(packing, live.filter((i) => isFree(packing.sets[i] as Int32Array, units)), [...chosen, at], known);
  if (known.nodes >= 0) improve(packing, live.filter((i) => i !== at), chosen, known);
}

const worthOf = ({ gain }: Packing, choice: readonly number[]): number => choice.reduce((total, i) => total + (gain[i] as number), 0);

function remember(packing: Packing, choice: readonly number[], known: Known): void {
  const worth = worthOf(packing, choice);
  if (worth > known.worth) [known.best, known.worth] = [choice, worth];
}

/** What prices tell: a choice made greedily is remembered, and sets that can be in no better one go. `gap`: how much better the best can be. */
function bounded(packing: Packing, among: readonly number[], chosen: readonly number[], known: Known, price: Float64Array, share?: ReadonlyMap<number, number>) {
  const slackOf = new Map(among.map((i) => [i, Math.max(0, priceOf(packing.sets[i] as Int32Array, price) - (packing.gain[i] as number))]));
  const slack = (i: number): number => slackOf.get(i) as number;
  const taking = (i: number): number => share?.get(i) ?? 0;
  const order = [...among].sort((i, j) => taking(j) - taking(i) || slack(i) - slack(j) || (packing.gain[j] as number) - (packing.gain[i] as number) || i - j);
  const taken = new Uint8Array(packing.units);
  const greedy = order.filter((i) => {
    const set = packing.sets[i] as Int32Array;
    const free = isFree(set, taken);
    if (free) for (const u of set) taken[u] = 1;
    return free;
  });
  remember(packing, [...chosen, ...greedy], known);
  const gap = worthOf(packing, chosen) + price.reduce((total, p) => total + p, 0) - known.worth;
  const live = among.filter((i) => slack(i) < gap);
  return { gap, price, live, slack: live.map(slack) };
}
