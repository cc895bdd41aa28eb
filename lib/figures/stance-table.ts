import type { VoiceCounts } from "@/lib/stance/counts";
import type { Interval } from "@/lib/stance/estimate";
import type { Assessed, SingleWork, StanceCell, StanceTable } from "@/lib/stance/outlets";
import type { Status, StatusLevel } from "@/lib/stance/status";
import type { Named } from "./dot-plot-data";

/** A mean with its interval; null where there are too few works for it. */
export interface Measure {
  readonly mean: number | null;
  readonly interval: Interval | null;
  /** The single values, where there are fewer than three works. */
  readonly points: readonly number[];
}

/** Why a status is what it is, for the sentence beside it. */
export type Rests = Pick<Assessed, "works" | "sharedWorks"> & Pick<Status, "reasons">;

/** One row of the table of a target: an outlet (or publisher), or a work of unknown outlet. */
export interface TableRow {
  readonly kind: "outlet" | "work";
  readonly id: string;
  readonly name: string;
  readonly articles: number;
  readonly works: number;
  readonly annotators: number;
  /** Null for a work by itself. */
  readonly articlesRead: number | null;
  readonly counts: VoiceCounts;
  readonly own: Measure;
  readonly rate: Measure;
  readonly quoted: Measure;
  readonly level: StatusLevel | "single";
  /** What the status rests on; null for a work by itself. */
  readonly rests: Rests | null;
}

/** Why rows belong together: those that can be compared, those that cannot, and works of unknown outlet. */
export type GroupKind = "comparable" | "not_enough" | "single";

/** Rows that stand together in the table. */
export interface TableGroup {
  readonly kind: GroupKind;
  readonly rows: readonly TableRow[];
}

/**
 * The table of one target: outlets that can be compared, those that cannot, and works of unknown outlet; by name
 * within each group, since an order by value would be a ranking. Outlets that nothing addresses are left out.
 */
export function stanceTableGroups(table: StanceTable, targetId: string, outlets: readonly Named[]): TableGroup[] {
  const names = new Map(outlets.map((outlet) => [outlet.id, outlet.name]));
  const cells = table.cells.filter((cell) => cell.targetId === targetId && cell.articles > 0).map((cell) => outletRow(cell, names.get(cell.outletId) ?? cell.outletId));
  const singles = table.singles.filter((single) => single.targetId === targetId).map(workRow);
  const groups: TableGroup[] = [
    { kind: "comparable", rows: byName(cells.filter((row) => row.level !== "not_enough")) },
    { kind: "not_enough", rows: byName(cells.filter((row) => row.level === "not_enough")) },
    { kind: "single", rows: byName(singles) },
  ];
  return groups.filter((group) => group.rows.length > 0);
}

function outletRow(cell: StanceCell, name: string): TableRow {
  const { articles, works, annotators, articlesRead, counts, sign } = cell;
  return {
    kind: "outlet", id: cell.outletId, name, articles, works, annotators, articlesRead, counts,
    own: measureOf(sign), rate: measureOf(cell.rate), quoted: measureOf(cell.quoted), level: sign.status.level, rests: { works: sign.works, sharedWorks: sign.sharedWorks, reasons: sign.status.reasons },
  };
}

function workRow(work: SingleWork): TableRow {
  const { articles, works, annotators, counts } = work;
  return {
    kind: "work", id: work.workId, name: work.title, articles, works, annotators, articlesRead: null, counts,
    own: pointOf(work.sign.value), rate: pointOf(work.rate.value), quoted: pointOf(work.quoted.value), level: "single", rests: null,
  };
}

function measureOf(assessed: Assessed): Measure {
  return { mean: assessed.mean.value, interval: assessed.interval.value, points: assessed.mean.value === null ? assessed.points.map((point) => point.value) : [] };
}

function pointOf(value: number | null): Measure {
  return { mean: null, interval: null, points: value === null ? [] : [value] };
}

function byName(rows: readonly TableRow[]): TableRow[] {
  return [...rows].sort((a, b) => a.name.localeCompare(b.name, "en") || (a.id < b.id ? -1 : 1));
}
