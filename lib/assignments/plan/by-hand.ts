import type { PairCounts } from "./pair-counts";
import type { Plan, PlanWork } from "./plan";

/** Takes pairs as a person gave them. Whoever holds a copy keeps that one, and nobody gets two copies of one work. */
export function byHand(works: readonly PlanWork[], pairs: PairCounts, wished: readonly { readonly work: number; readonly person: number }[]): Plan {
  const given: number[][] = works.map(() => []);
  for (const { work, person } of wished) {
    const [of, list] = [works[work], given[work]];
    if (!of || !list || [...list, ...of.holders, ...of.barred].includes(person)) continue;
    for (const other of [...of.holders, ...list]) pairs.add(other, person);
    list.push(person);
  }
  return { given, places: works.map(() => 0), missing: works.map(() => 0) };
}
