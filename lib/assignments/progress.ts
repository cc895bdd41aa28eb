import type { AssignmentState } from "./queue";

/** How many assignments stand where; withdrawn ones and archived articles count nowhere. */
export type Work = { assigned: number; inProgress: number; returned: number; submitted: number };
/** One of the four places, in the order in which bars show them. */
export type Place = keyof Work;
export const PLACES = ["submitted", "returned", "inProgress", "assigned"] as const satisfies readonly Place[];

/** One kept count: how many assignments of a member, about an outlet (null: unknown), in a phase and state. */
export type ProgressCount = { memberId: string; outletId: string | null; phase: string; state: AssignmentState; n: number };

const PLACE_OF: Readonly<Record<AssignmentState, Place | null>> = { assigned: "assigned", in_progress: "inProgress", returned: "returned", submitted: "submitted", withdrawn: null };

export const PRACTICE = "practice";

/** How many there are in all. */
export const allOf = (work: Work): number => work.assigned + work.inProgress + work.returned + work.submitted;
/** How many are not submitted, returned ones included. */
export const openOf = (work: Work): number => allOf(work) - work.submitted;

/** The counts that `chosen` lets through, summed up by place. */
export function workOf(counts: readonly ProgressCount[], chosen: (count: ProgressCount) => boolean = () => true): Work {
  const work: Work = { assigned: 0, inProgress: 0, returned: 0, submitted: 0 };
  for (const count of counts) {
    const place = PLACE_OF[count.state];
    if (place !== null && chosen(count)) work[place] += count.n;
  }
  return work;
}

/** The same for each value of a key, for keys that have any work. */
export function workBy<K>(counts: readonly ProgressCount[], keyOf: (count: ProgressCount) => K): Map<K, Work> {
  const groups = new Map<K, ProgressCount[]>();
  for (const count of counts) {
    const key = keyOf(count);
    const group = groups.get(key);
    if (group) group.push(count);
    else groups.set(key, [count]);
  }
  const found = new Map<K, Work>();
  for (const [key, group] of groups) {
    const work = workOf(group);
    if (allOf(work) > 0) found.set(key, work);
  }
  return found;
}

const PHASES = ["practice", "pilot", "reliability", "main"];

/** Work per phase, in the order of a study. */
export const workByPhase = (counts: readonly ProgressCount[]): (Work & { phase: string })[] =>
  [...workBy(counts, (count) => count.phase)].sort(([a], [b]) => PHASES.indexOf(a) - PHASES.indexOf(b)).map(([phase, work]) => ({ phase, ...work }));

/** How far an article is: some have submitted and others wait, everyone has, or nobody yet. */
export const ARTICLE_PROGRESS = ["waiting", "done", "untouched"] as const;
export type ArticleProgressState = (typeof ARTICLE_PROGRESS)[number];
