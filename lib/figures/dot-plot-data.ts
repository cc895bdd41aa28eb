import type { Assessed, SingleWork, StanceCell, StanceTable } from "@/lib/stance/outlets";
import { directionOf } from "@/lib/stance/intervals";
import type { StatusLevel } from "@/lib/stance/status";
import type { GroupKind } from "./stance-table";

/** A mean with its ends, or the works themselves when there is no mean. */
export type DotEstimate =
  | {
      readonly kind: "mean";
      readonly value: number;
      /** Null when the works do not vary. `cutLow` and `cutHigh`: an end that would have left the scale. */
      readonly interval: { readonly low: number; readonly high: number; readonly cutLow?: boolean; readonly cutHigh?: boolean } | null;
      readonly level: StatusLevel;
      /** Which way the interval is clear of 0. */
      readonly clear: "advocacy" | "critical" | null;
      /** The mean drawn toward the common mean of outlets, where there is one. */
      readonly shrunken?: number | null;
    }
  | { readonly kind: "points"; readonly values: readonly number[] }
  | { readonly kind: "none" };

/** What stands in one row under one target. */
export interface DotCell {
  readonly own: DotEstimate;
  readonly quoted: DotEstimate;
}

/** One outlet, or one work of unknown outlet. `cells` has one entry per target, in their order. */
export interface DotRow {
  readonly id: string;
  readonly name: string;
  /** What it rests on, over all targets. */
  readonly articles: number;
  readonly annotators: number;
  readonly tentative: boolean;
  readonly cells: readonly DotCell[];
}

/** Rows that may be compared with each other, or that may not. */
export interface DotGroup {
  readonly kind: GroupKind;
  readonly rows: readonly DotRow[];
}

export interface DotPlotData {
  /** Where the axis ends: 1 for signs of marked words, 2 for judgements. The two never share one. */
  readonly end?: 1 | 2;
  readonly targets: readonly { readonly id: string; readonly name: string }[];
  readonly groups: readonly DotGroup[];
}

/** A target, or an outlet, with the name to show. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

const NOTHING: DotCell = { own: { kind: "none" }, quoted: { kind: "none" } };

/**
 * The rows of the dot plot: outlets with at least one target that can be compared, then "Not enough to compare",
 * then the works whose outlet nobody knows. Within a group by name: an order by value would be a ranking.
 * @param targets the targets to show, in the order of the panels
 * @param outlets names; an outlet that is not in the list is left out
 */
export function dotPlotData(table: StanceTable, targets: readonly Named[], outlets: readonly Named[]): DotPlotData {
  const rows = outlets.flatMap((outlet) => {
    const cells = targets.map((target) => table.cells.find((cell) => cell.outletId === outlet.id && cell.targetId === target.id));
    return cells.some((cell) => cell !== undefined && cell.articlesRead > 0) ? [outletRow(outlet, cells)] : [];
  });
  const groups = [
    { kind: "comparable" as const, rows: byName(rows.filter((row) => row.comparable)) },
    { kind: "not_enough" as const, rows: byName(rows.filter((row) => !row.comparable)) },
    { kind: "single" as const, rows: byName(singleRows(table.singles, targets)) },
  ];
  return { targets, groups: groups.filter((group) => group.rows.length > 0) };
}

function outletRow(outlet: Named, cells: readonly (StanceCell | undefined)[]): DotRow & { comparable: boolean } {
  const present = cells.filter((cell) => cell !== undefined);
  const levels = present.map((cell) => cell.sign.status.level);
  const comparable = levels.some((level) => level !== "not_enough");
  return {
    ...outlet,
    articles: Math.max(...present.map((cell) => cell.articles)),
    annotators: Math.max(...present.map((cell) => cell.annotators)),
    tentative: comparable && !levels.includes("enough"),
    cells: cells.map((cell) => (cell === undefined ? NOTHING : { own: dotEstimate(cell.sign), quoted: dotEstimate(cell.quoted) })),
    comparable,
  };
}

function singleRows(singles: readonly SingleWork[], targets: readonly Named[]): DotRow[] {
  const works = new Map(singles.map((single) => [single.workId, single]));
  return [...works.values()].map((work) => ({
    id: work.workId,
    name: work.title,
    articles: work.articles,
    annotators: work.annotators,
    tentative: false,
    cells: targets.map((target) => {
      const single = singles.find((one) => one.workId === work.workId && one.targetId === target.id);
      return single === undefined ? NOTHING : { own: pointOf(single.sign.value), quoted: pointOf(single.quoted.value) };
    }),
  }));
}

function pointOf(value: number | null): DotEstimate {
  return value === null ? { kind: "none" } : { kind: "points", values: [value] };
}

function dotEstimate(assessed: Assessed): DotEstimate {
  if (assessed.works === 0) return { kind: "none" };
  if (assessed.mean.value === null) return { kind: "points", values: assessed.points.map((point) => point.value) };
  const interval = assessed.interval.value;
  return {
    kind: "mean",
    value: assessed.mean.value,
    interval: interval === null ? null : { low: interval.low, high: interval.high },
    level: assessed.status.level,
    clear: interval === null ? null : directionOf(interval),
  };
}

function byName<T extends Named>(rows: readonly T[]): T[] {
  return [...rows].sort((a, b) => a.name.localeCompare(b.name, "en") || (a.id < b.id ? -1 : 1));
}
