import { stanceTableGroups, type Measure, type TableRow } from "@/lib/figures/stance-table";
import type { Named } from "@/lib/figures/dot-plot-data";
import type { StanceTable } from "@/lib/stance/outlets";
import { BOM, type Cell, csvRecords } from "./csv";

const measure = (name: string): string[] => [`${name}_mean`, `${name}_low`, `${name}_high`];
const counts = (voice: string): string[] => [`${voice}_critical`, `${voice}_neutral`, `${voice}_advocacy`];

export const STANCE_COLUMNS = [
  "target", "kind", "name", "id", "status", "articles_read", "articles", "works", "annotators",
  ...counts("own"), ...counts("quoted"), ...counts("embedded"),
  ...measure("own"), ...measure("rate_per_1000"), ...measure("quoted"), "own_work_1", "own_work_2", "own_interval_cut",
] as const;

/** The rows of the stance table, one target after the other, in the order of the page. */
export function stanceCsv(table: StanceTable, targets: readonly Named[], outlets: readonly Named[]): string {
  const records = targets.flatMap((target) => stanceTableGroups(table, target.id, outlets).flatMap((group) => group.rows.map((row) => record(target.name, row))));
  return `${BOM}${csvRecords([[...STANCE_COLUMNS], ...records])}`;
}

function record(target: string, row: TableRow): Cell[] {
  const three = (voice: "own" | "quoted" | "embedded"): number[] => [row.counts[voice].critical, row.counts[voice].neutral, row.counts[voice].advocacy];
  const figure = (one: Measure): Cell[] => [one.mean, one.interval?.low ?? null, one.interval?.high ?? null];
  return [
    target, row.kind, row.name, row.id, row.level, row.articlesRead, row.articles, row.works, row.annotators,
    ...three("own"), ...three("quoted"), ...three("embedded"),
    ...figure(row.own), ...figure(row.rate), ...figure(row.quoted), row.own.points[0] ?? null, row.own.points[1] ?? null, row.own.interval === null ? null : row.own.interval.cutLow || row.own.interval.cutHigh,
  ];
}
