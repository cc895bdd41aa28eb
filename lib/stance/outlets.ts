import { spansIn, sumCounts, type VoiceCounts } from "./counts";
import { estimate, type Estimate, RATE_SCALE, type Scale, SIGN_SCALE } from "./estimate";
import { defined, type Quantity, undefinedFor } from "./quantity";
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
  const groups = new Map<string, { outletId: string | null; targetId: string; rows: StanceRow[] }>();
  for (const row of rows) {
    const outletId = grouping === "outlet" ? row.outletId : row.publisherId;
    const key = JSON.stringify([outletId, row.targetId]);
    const group = groups.get(key);
    if (group) group.rows.push(row);
    else groups.set(key, { outletId, targetId: row.targetId, rows: [row] });
  }
  const cells: StanceCell[] = [];
  const singles: SingleWork[] = [];
  for (const [, group] of [...groups].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const works = worksOf(group.rows);
    if (group.outletId === null) singles.push(...works.map((work) => singleWork(work, group.targetId)));
    else cells.push(cell(group.outletId, group.targetId, works, group.rows.length));
  }
  return { grouping, cells, singles };
}

function cell(outletId: string, targetId: string, works: readonly WorkValues[], articlesRead: number): StanceCell {
  return {
    outletId,
    targetId,
    ...basis(works),
    counts: countsOf(works),
    articlesRead,
    sign: assess(works, (work) => work.sign, SIGN_SCALE),
    quoted: assess(works, (work) => work.quotedSign, SIGN_SCALE),
    rate: assess(works, (work) => work.rate, RATE_SCALE),
  };
}

function assess(works: readonly WorkValues[], valueOf: (work: WorkValues) => number | null, scale: Scale): Assessed {
  const counted = works.flatMap((work) => {
    const value = valueOf(work);
    return value === null ? [] : [{ workId: work.workId, value, shared: work.annotators.length >= 2 }];
  });
  const sharedWorks = counted.filter((work) => work.shared).length;
  const points = counted.map(({ workId, value }) => ({ workId, value }));
  return { ...estimate(points, scale), sharedWorks, status: statusOf(points.length, sharedWorks) };
}

function singleWork(work: WorkValues, targetId: string): SingleWork {
  return {
    workId: work.workId,
    targetId,
    title: work.rows[0]?.title ?? "",
    articleIds: work.rows.map((row) => row.articleId),
    ...basis([work]),
    counts: countsOf([work]),
    sign: work.sign === null ? undefinedFor("no_own_marks") : defined(work.sign),
    quoted: work.quotedSign === null ? undefinedFor("no_quoted_marks") : defined(work.quotedSign),
    rate: work.rate === null ? undefinedFor("no_own_voice") : defined(work.rate),
  };
}

function basis(works: readonly WorkValues[]): Basis {
  const counts = countsOf(works);
  return {
    articles: works.reduce((sum, work) => sum + work.rows.length, 0),
    works: works.length,
    annotators: new Set(works.flatMap((work) => work.annotators)).size,
    spans: spansIn(counts.own) + spansIn(counts.quoted) + spansIn(counts.embedded),
  };
}

function countsOf(works: readonly WorkValues[]): VoiceCounts {
  const rows = works.flatMap((work) => work.rows);
  return {
    own: sumCounts(rows.map((row) => row.own)),
    quoted: sumCounts(rows.map((row) => row.quoted)),
    embedded: sumCounts(rows.map((row) => row.embedded)),
  };
}
