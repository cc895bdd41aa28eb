import { VOICES } from "@/lib/annotations/span";
import { FRAMINGS } from "@/lib/codebook/framing";
import { NO_COUNTS, spansIn, type VoiceCounts } from "./counts";
import { estimate, type Estimate, RATE_SCALE, type Scale, SIGN_SCALE, type WorkPoint } from "./estimate";
import { defined, type Quantity, undefinedFor } from "@/lib/kernel/quantity";
import type { Grouping, StanceRow } from "./rows";
import { type Status, statusOf } from "./status";
import { type WorkValues, worksOf } from "./works";

/** An estimate and what it can carry. */
export interface Assessed extends Estimate {
  /** Works of this estimate that at least two annotators submitted. */
  readonly sharedWorks: number;
  readonly status: Status;
}

/** How many things a figure rests on. Only articles that address the target are in them. */
export interface Basis {
  readonly articles: number;
  readonly works: number;
  readonly annotators: number;
  /** Spans of all voices. Marks on copies are marks too: counts of spans are not weighted by work. */
  readonly spans: number;
}

/** One outlet (or publisher) and one target. */
export interface StanceCell extends Basis {
  readonly outletId: string;
  readonly targetId: string;
  readonly counts: VoiceCounts;
  /** Articles that were read and submitted, whether or not they address the target. */
  readonly articlesRead: number;
  /** Mean of span signs in own voice, −1..+1. */
  readonly sign: Assessed;
  /** The same over the sources that the outlet quotes. Shown beside `sign`, never added to it. */
  readonly quoted: Assessed;
  /** Net own-voice marks per 1,000 own-voice code points, over the works that address the target. */
  readonly rate: Assessed;
}

/** A work whose outlet (or publisher) nobody knows: shown by itself, in no outlet's figure. */
export interface SingleWork extends Basis {
  readonly workId: string;
  readonly targetId: string;
  readonly title: string;
  readonly articleIds: readonly string[];
  readonly counts: VoiceCounts;
  readonly sign: Quantity<number, "no_own_marks">;
  readonly quoted: Quantity<number, "no_quoted_marks">;
  readonly rate: Quantity<number, "no_own_voice">;
}

/** Every outlet × target that was read, and the works of unknown outlet. Both sorted by id. */
export interface StanceTable {
  readonly grouping: Grouping;
  readonly cells: readonly StanceCell[];
  readonly singles: readonly SingleWork[];
}

/**
 * Stance per outlet × target: article → work → outlet, each step an unweighted mean.
 *
 * By outlet, a work counts once. By publisher it counts once for each site that put it up. The order of the rows
 * changes nothing. Formulas, ranges and sources: docs/statistics.md.
 * @throws RangeError when an article comes twice for a target, or a sign mean lies outside −1..+1
 */
export function stanceTable(rows: readonly StanceRow[], grouping: Grouping): StanceTable {
  const groups = new Map<string | null, Map<string, StanceRow[]>>();
  for (const row of rows) {
    const outletId = grouping === "outlet" ? row.outletId : row.publisherId;
    let byTarget = groups.get(outletId);
    if (byTarget === undefined) groups.set(outletId, (byTarget = new Map()));
    const group = byTarget.get(row.targetId);
    if (group) group.push(row);
    else byTarget.set(row.targetId, [row]);
  }
  const cells: StanceCell[] = [];
  const singles: SingleWork[] = [];
  for (const [outletId, byTarget] of sorted(groups))
    for (const [targetId, group] of sorted(byTarget)) {
      const works = worksOf(group);
      if (outletId === null) singles.push(...works.map((work) => singleWork(work, targetId)));
      else cells.push(cell(outletId, targetId, works, group.length));
    }
  return { grouping, cells, singles };
}

/** Entries by key, null first. */
const sorted = <K extends string | null, V>(map: ReadonlyMap<K, V>): [K, V][] => [...map].sort(([a], [b]) => ((a ?? "") < (b ?? "") ? -1 : 1));

function cell(outletId: string, targetId: string, works: readonly WorkValues[], articlesRead: number): StanceCell {
  return {
    outletId,
    targetId,
    ...basis(works),
    articlesRead,
    sign: assess(works, (work) => work.sign, SIGN_SCALE),
    quoted: assess(works, (work) => work.quotedSign, SIGN_SCALE),
    rate: assess(works, (work) => work.rate, RATE_SCALE),
  };
}

function assess(works: readonly WorkValues[], valueOf: (work: WorkValues) => number | null, scale: Scale): Assessed {
  const points: WorkPoint[] = [];
  let sharedWorks = 0;
  for (const work of works) {
    const value = valueOf(work);
    if (value === null) continue;
    points.push({ workId: work.workId, value });
    if (work.annotators.length >= 2) sharedWorks += 1;
  }
  return { ...estimate(points, scale), sharedWorks, status: statusOf(points.length, sharedWorks) };
}

function singleWork(work: WorkValues, targetId: string): SingleWork {
  return {
    workId: work.workId,
    targetId,
    title: work.rows[0]?.title ?? "",
    articleIds: work.rows.map((row) => row.articleId),
    ...basis([work]),
    sign: work.sign === null ? undefinedFor("no_own_marks") : defined(work.sign),
    quoted: work.quotedSign === null ? undefinedFor("no_quoted_marks") : defined(work.quotedSign),
    rate: work.rate === null ? undefinedFor("no_own_voice") : defined(work.rate),
  };
}

function basis(works: readonly WorkValues[]): Basis & { counts: VoiceCounts } {
  const counts = { own: { ...NO_COUNTS }, quoted: { ...NO_COUNTS }, embedded: { ...NO_COUNTS } };
  const annotators = new Set<string>();
  let articles = 0;
  for (const work of works) {
    for (const one of work.annotators) annotators.add(one);
    for (const row of work.rows) {
      articles += 1;
      for (const voice of VOICES) for (const framing of FRAMINGS) counts[voice][framing] += row[voice][framing];
    }
  }
  return { articles, works: works.length, annotators: annotators.size, spans: VOICES.reduce((sum, voice) => sum + spansIn(counts[voice]), 0), counts };
}
