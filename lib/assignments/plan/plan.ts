import { shuffled, type Random } from "@/lib/kernel/random";
import type { Need } from "./board";
import type { PairCounts } from "./pair-counts";
import { spread } from "./spread";
import type { Strategy } from "./strategy";

/** One work that is to be assigned, as its first chosen copy. People are numbered from 0. */
export type PlanWork = {
  readonly articleId: string;
  readonly outletId: string | null;
  /** Who holds a copy already, in this phase and round. */
  readonly holders: readonly number[];
  /** How many others hold one, or may still take one from a pool. */
  readonly others: number;
  /** Who cannot get it: had it in another phase, or (in a later round) did not submit it before. */
  readonly barred: readonly number[];
};

/** What a plan depends on, and nothing else: the same input gives the same plan. `pairs` is brought up to date. */
export type PlanInput = {
  readonly strategy: Exclude<Strategy, "by_hand">;
  readonly works: readonly PlanWork[];
  /** How many articles each person has in all. */
  readonly loads: readonly number[];
  readonly pairs: PairCounts;
  readonly perWork: number;
  /** The part of the works that go to `perWork` people in a reliability design, from 0 to 1. */
  readonly share: number;
  readonly random: Random;
};

/** New people and open places of each work, and how many people it lacks all the same. */
export type Plan = { readonly given: readonly (readonly number[])[]; readonly places: readonly number[]; readonly missing: readonly number[] };

/** Spreads works over people. Copies of one work are one work, and who stands already counts. */
export function plan(input: PlanInput): Plan {
  const { strategy, works, loads, pairs, random } = input;
  const wanted = wantedBy(input);
  const open = works.map((work, at) => Math.max(0, (wanted[at] ?? 0) - work.holders.length - work.others));
  if (strategy === "pool") return { given: works.map(() => []), places: open, missing: works.map(() => 0) };
  const given = strategy === "everyone" ? everyone(works, loads.length, pairs) : spread({ needs: needsOf(input, open, wanted), loads, pairs, random });
  return { given, places: works.map(() => 0), missing: open.map((need, at) => Math.max(0, need - (given[at]?.length ?? 0))) };
}

/** How many people each work should have in the end. */
function wantedBy({ strategy, works, perWork, share, random }: PlanInput): number[] {
  if (strategy === "everyone") return works.map(() => 0);
  if (strategy !== "reliability") return works.map(() => perWork);
  const drawn = new Set(shuffled([...works.keys()], random).slice(0, Math.round(works.length * share)));
  return works.map((_, at) => (drawn.has(at) ? perWork : 1));
}

function needsOf({ strategy, works }: PlanInput, open: readonly number[], wanted: readonly number[]): Need[] {
  const outlets = new Map([...new Set(works.map(({ outletId }) => outletId))].map((outletId, at) => [outletId, at]));
  const groupOf = (work: PlanWork, at: number) => (strategy === "strata" ? (outlets.get(work.outletId) ?? 0) : strategy === "reliability" ? Number(wanted[at] === 1) : 0);
  return works.map((work, at) => ({ need: open[at] ?? 0, group: groupOf(work, at), holders: work.holders, barred: work.barred }));
}

function everyone(works: readonly PlanWork[], people: number, pairs: PairCounts): number[][] {
  return works.map(({ holders, barred }) => {
    const not = new Set([...holders, ...barred]);
    const given = Array.from({ length: people }, (_, person) => person).filter((person) => !not.has(person));
    for (const [at, one] of given.entries()) for (const other of [...holders, ...given.slice(at + 1)]) pairs.add(one, other);
    return given;
  });
}
