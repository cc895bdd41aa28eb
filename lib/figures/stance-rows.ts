import type { AllCounts, Assessed, Basis, Rate, SingleWork, StanceCell, StanceTable } from "@/lib/stance/report";
import { directionOf } from "@/lib/stance/intervals";
import type { Interval, WorkPoint } from "@/lib/stance/estimate";
import type { StatusLevel } from "@/lib/stance/status";
import type { DotCell, DotEstimate, DotGroup, DotPlotData, DotRow } from "./dot-plot-data";

/** Why rows belong together: those that can be compared, those that cannot, and works of unknown outlet. */
export type RowKind = "comparable" | "not_enough" | "single";

/** A mean with its interval; below three works the works themselves. */
export interface Measure {
  readonly mean: number | null;
  readonly interval: Interval | null;
  readonly points: readonly number[];
}

/** One row of the table of a target: an outlet (or publisher), or a work of unknown outlet. */
export interface ValueRow extends Omit<Basis, "counts"> {
  readonly whose: "group" | "work";
  readonly id: string;
  readonly name: string;
  readonly counts: AllCounts;
  readonly figure: Measure;
  readonly rate: Measure;
  /** Null where the choice shows no quoted speech beside the figure. */
  readonly quoted: Measure | null;
  /** The mean drawn toward the common mean of outlets. */
  readonly shrunken: number | null;
  readonly level: StatusLevel | "single";
  /** Null for a work by itself. */
  readonly status: Assessed["status"] | null;
}

/** Rows that stand together in the table. */
export interface ValueGroup {
  readonly kind: RowKind;
  readonly rows: readonly ValueRow[];
}

/** A row of the page, whatever target: an outlet with its cells, or a work by itself. */
type PageRow = { readonly kind: RowKind; readonly id: string; readonly name: string };

const ORDER: readonly RowKind[] = ["comparable", "not_enough", "single"];

/**
 * Who is on the page, in its order: outlets that can be compared toward one of the targets at least, those that cannot,
 * and works of unknown outlet; by name within each, since an order by value would be a ranking.
 */
export function rowsOf(table: StanceTable): PageRow[] {
  const comparable = new Set(table.cells.filter((cell) => cell.figure.status.level !== "not_enough").map((cell) => cell.groupId));
  const present = new Set(table.cells.map((cell) => cell.groupId));
  const works = new Map(table.singles.map((single) => [single.workId, single.title]));
  const rows: PageRow[] = [
    ...table.outlets.filter((outlet) => present.has(outlet.id)).map(({ id, name }): PageRow => ({ kind: comparable.has(id) ? "comparable" : "not_enough", id, name })),
    ...[...works].map(([id, name]): PageRow => ({ kind: "single", id, name })),
  ];
  return rows.sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || a.name.localeCompare(b.name, "en") || (a.id < b.id ? -1 : 1));
}

/** The dot plot of some rows: all targets of the table side by side, on the axis of what is measured. */
export function stanceDots(table: StanceTable, rows: readonly PageRow[] = rowsOf(table), targets = table.targets): DotPlotData {
  const cells = new Map(table.cells.map((cell) => [`${cell.groupId} ${cell.targetId}`, cell]));
  const singles = new Map(table.singles.map((single) => [`${single.workId} ${single.targetId}`, single]));
  const groups = ORDER.map((kind): DotGroup => ({
    kind,
    rows: rows.filter((row) => row.kind === kind).map((row) => {
      const found = targets.map((target) => (kind === "single" ? singles : cells).get(`${row.id} ${target.id}`));
      return dotRow(row, found);
    }),
  }));
  return { end: table.choice.measured === "judgements" ? 2 : 1, targets, groups: groups.filter((group) => group.rows.length > 0) };
}

function dotRow({ id, name, kind }: PageRow, found: readonly (StanceCell | SingleWork | undefined)[]): DotRow {
  const present = found.filter((one) => one !== undefined);
  const levels = present.map((one) => ("figure" in one ? one.figure.status.level : "not_enough"));
  return {
    id, name,
    articles: Math.max(0, ...present.map((one) => one.articles)),
    annotators: Math.max(0, ...present.map((one) => one.annotators)),
    tentative: kind === "comparable" && !levels.includes("enough"),
    cells: found.map(dotCell),
  };
}

const NONE: DotEstimate = { kind: "none" };

function dotCell(one: StanceCell | SingleWork | undefined): DotCell {
  if (one === undefined) return { own: NONE, quoted: NONE };
  if (!("figure" in one)) return { own: pointDot(one.value.value), quoted: pointDot(one.quoted.value) };
  return { own: dotOf(one.figure, one.points, one.shrunken.value?.mean ?? null), quoted: one.quoted === null ? NONE : dotOf(one.quoted, one.quotedPoints, null) };
}

const pointDot = (value: number | null): DotEstimate => (value === null ? NONE : { kind: "points", values: [value] });

/** An estimate as the dot plot draws it. */
export function dotOf(assessed: Assessed, points: readonly WorkPoint[], shrunken: number | null): DotEstimate {
  if (assessed.works === 0) return NONE;
  if (assessed.mean.value === null) return { kind: "points", values: points.map((point) => point.value) };
  const interval = assessed.interval.value;
  return { kind: "mean", value: assessed.mean.value, interval, level: assessed.status.level, clear: interval === null ? null : directionOf(interval), shrunken };
}

/** The table of one target, in the order and groups of the page, but grouped by what can be said toward this target. */
export function stanceValues(table: StanceTable, targetId: string, rows: readonly PageRow[] = rowsOf(table)): ValueGroup[] {
  const cells = new Map(table.cells.flatMap((cell) => (cell.targetId === targetId && cell.articles > 0 ? [[cell.groupId, cell] as const] : [])));
  const singles = new Map(table.singles.flatMap((single) => (single.targetId === targetId ? [[single.workId, single] as const] : [])));
  const values = rows.flatMap((row): ValueRow[] => {
    const [cell, single] = [cells.get(row.id), singles.get(row.id)];
    if (row.kind === "single") return single === undefined ? [] : [workRow(row.name, single)];
    return cell === undefined ? [] : [groupRow(row.name, cell)];
  });
  const kindOf = (row: ValueRow): RowKind => (row.level === "single" ? "single" : row.level === "not_enough" ? "not_enough" : "comparable");
  return ORDER.map((kind) => ({ kind, rows: values.filter((row) => kindOf(row) === kind).sort((a, b) => a.name.localeCompare(b.name, "en") || (a.id < b.id ? -1 : 1)) })).filter((group) => group.rows.length > 0);
}

function basisOf({ articles, works, annotators, sharedWorks, settledArticles, spans, counts, judged }: Basis): Basis {
  return { articles, works, annotators, sharedWorks, settledArticles, spans, counts, judged };
}

/** An outlet's row. */
export function groupRow(name: string, cell: StanceCell): ValueRow {
  return {
    ...basisOf(cell), whose: "group", id: cell.groupId, name, figure: measureOf(cell.figure, cell.points), rate: rateOf(cell.rate),
    quoted: cell.quoted === null ? null : measureOf(cell.quoted, cell.quotedPoints), shrunken: cell.shrunken.value?.mean ?? null, level: cell.figure.status.level, status: cell.figure.status,
  };
}

/** A work's row. */
export function workRow(name: string, work: SingleWork): ValueRow {
  return { ...basisOf(work), whose: "work", id: work.workId, name, figure: pointOf(work.value.value), rate: pointOf(work.rate.value), quoted: pointOf(work.quoted.value), shrunken: null, level: "single", status: null };
}

const measureOf = (assessed: Assessed, points: readonly WorkPoint[]): Measure => ({ mean: assessed.mean.value, interval: assessed.interval.value, points: assessed.mean.value === null ? points.map((point) => point.value) : [] });
const rateOf = (rate: Rate): Measure => ({ mean: rate.mean.value, interval: rate.interval.value, points: [] });
const pointOf = (value: number | null): Measure => ({ mean: null, interval: null, points: value === null ? [] : [value] });
