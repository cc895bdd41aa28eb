import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { collectionSize, type Counted } from "@/lib/articles/server/list-articles";
import { currentCodebook } from "@/lib/codebook/server/cached";
import { allOf, openOf, PRACTICE, workBy, workByPhase, workOf, type ProgressCount, type Work } from "../progress";
import { estimateFinish, paceOf, type Finish } from "../progress-estimate";
import { labelGroups, type LabelGroup } from "../progress-labels";
import { waitingOf, type Waiting } from "../progress-waiting";
import type { Aside } from "../set-aside";
import {
  readArticleCounts, readCounts, readDays, readFacts, readLabelCounts, readLastDays, readMembers, readOverdue, readPractice, readRoots, readWaiting,
  type ArticleCounts, type MemberDay, type Overdue, type PracticeScore, type ProgressMember,
} from "./progress-sql";
import { countAside } from "./set-aside";

/** The mean score of some practice or gold articles, 0 to 1. */
export type Score = { score: number; n: number };
/** One person's part. `passed` is null where no practice is asked; `gold` is for coordinators only. */
export type AnnotatorProgress = Work & {
  memberId: string;
  name: string;
  left: boolean;
  practice: Work;
  practiceScore: Score | null;
  gold: Score | null;
  passed: boolean | null;
  locked: boolean;
  lastDay: string | null;
  pace: number | null;
  overdue: { n: number; since: string } | null;
};
export type OutletProgress = Work & { outletId: string | null; name: string | null };
export type DayProgress = { day: string; submitted: number; people: number };

/** How far a project is, without practice where it does not say so. */
export type Progress = {
  /** The day by the database's clock, UTC. */
  today: string;
  articles: ArticleCounts & { all: Counted; works: Counted };
  work: Work;
  phases: (Work & { phase: string })[];
  /** What people who have left still hold. */
  heldByLeavers: number;
  annotators: AnnotatorProgress[];
  outlets: OutletProgress[];
  labels: LabelGroup[];
  days: DayProgress[];
  waiting: Waiting[];
  /** How many assignments are skipped, and how many flagged, at this moment. */
  aside: Readonly<Record<Aside, Counted>>;
  finish: Finish;
};

/** What the progress page shows: sums of kept counts, and looks at no more than a bounded number of rows besides. */
export async function readProgress(actor: MemberActor): Promise<Progress> {
  const [facts, members, counts, days, lastDays, labels, codebook, waiting, overdue, practice, articles, size, aside] = await Promise.all([
    readFacts(actor), readMembers(actor), readCounts(actor), readDays(actor), readLastDays(actor), readLabelCounts(actor), currentCodebook(actor),
    readWaiting(actor), readOverdue(actor), readPractice(actor), readArticleCounts(actor), collectionSize(actor), countAside(actor),
  ]);
  const real = counts.filter((count) => count.phase !== PRACTICE);
  const gone = new Set(members.filter((member) => member.left).map((member) => member.id));
  const work = workOf(real);
  const heldByLeavers = openOf(workOf(real, (count) => gone.has(count.memberId)));
  const present = days.filter((one) => !gone.has(one.memberId));
  const open = openOf(work) - heldByLeavers + articles.pool.value;
  return {
    today: facts.today,
    articles: { ...articles, all: size.articles, works: size.works },
    work,
    phases: workByPhase(counts),
    heldByLeavers,
    annotators: annotatorsOf(members, counts, { ...facts, days, lastDays, overdue, practice }),
    outlets: await outletsOf(actor, real),
    labels: labelGroups(codebook.content, labels),
    days: daysOf(days),
    waiting: waitingOf(waiting),
    aside,
    finish: estimateFinish(daysOf(present), { all: allOf(work) + articles.pool.value, open }, facts.today),
  };
}

/** Sums per day, oldest first. */
function daysOf(days: readonly MemberDay[]): DayProgress[] {
  const sums = new Map<string, DayProgress>();
  for (const { day, submitted } of days) {
    const sum = sums.get(day) ?? { day, submitted: 0, people: 0 };
    sums.set(day, { day, submitted: sum.submitted + submitted, people: sum.people + 1 });
  }
  return [...sums.values()];
}

type Around = { today: string; practiceThreshold: number | null; days: MemberDay[]; lastDays: { memberId: string; day: string }[]; overdue: Overdue[]; practice: PracticeScore[] };

function annotatorsOf(members: readonly ProgressMember[], counts: readonly ProgressCount[], around: Around): AnnotatorProgress[] {
  const [real, practised] = [workBy(counts.filter((count) => count.phase !== PRACTICE), (count) => count.memberId), workBy(counts.filter((count) => count.phase === PRACTICE), (count) => count.memberId)];
  const none = workOf([]);
  const score = (memberId: string, kind: PracticeScore["kind"]): Score | null => {
    const found = around.practice.find((one) => one.memberId === memberId && one.kind === kind);
    return found ? { score: found.score, n: found.n } : null;
  };
  return members.filter((member) => member.annotates || real.has(member.id) || practised.has(member.id)).map((member) => {
    const late = around.overdue.find((one) => one.memberId === member.id);
    return {
      memberId: member.id, name: member.pseudonym, left: member.left, ...(real.get(member.id) ?? none), practice: practised.get(member.id) ?? none,
      practiceScore: score(member.id, "practice"), gold: score(member.id, "gold"), passed: around.practiceThreshold === null && !member.qualified ? null : member.qualified, locked: member.locked,
      lastDay: around.lastDays.find((one) => one.memberId === member.id)?.day ?? null, pace: paceOf(around.days.filter((one) => one.memberId === member.id), around.today),
      overdue: late ? { n: late.n, since: late.since } : null,
    };
  });
}

/** Work per outlet, merged ones under the one that took them in, most work first; unknown outlets last. */
async function outletsOf(actor: MemberActor, counts: readonly ProgressCount[]): Promise<OutletProgress[]> {
  const roots = new Map((await readRoots(actor, [...new Set(counts.flatMap((count) => count.outletId ?? []))])).map((one) => [one.id, one]));
  const names = new Map([...roots.values()].map((one) => [one.rootId, one.name]));
  return [...workBy(counts, (count) => (count.outletId === null ? null : (roots.get(count.outletId)?.rootId ?? count.outletId)))]
    .map(([outletId, work]) => ({ outletId, name: outletId === null ? null : (names.get(outletId) ?? null), ...work }))
    .sort((a, b) => Number(a.outletId === null) - Number(b.outletId === null) || allOf(b) - allOf(a) || ((a.name ?? "") < (b.name ?? "") ? -1 : 1));
}
