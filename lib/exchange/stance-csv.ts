import type { StanceChoice } from "@/lib/stance/choice";
import type { AllCounts, Assessed, Basis, SingleWork, StanceCell, StanceTable } from "@/lib/stance/report";
import { BOM, type Cell, csvRecords } from "./csv";

const VOICES = ["own", "quoted", "embedded", "none"] as const;
const FRAMINGS = ["critical", "neutral", "advocacy"] as const;
const ends = (name: string): string[] => [`${name}_mean`, `${name}_low`, `${name}_high`];

/** The columns of stance.csv. `figure` is what was chosen: the mean sign in the chosen voice, or the mean judgement. */
export const STANCE_COLUMNS = [
  "target", "target_id", "kind", "name", "id", "status", "articles", "works", "annotators", "shared_works", "settled_articles", "spans", "judgements", "unclear", "not_addressed",
  ...VOICES.flatMap((voice) => FRAMINGS.map((framing) => `${voice}_${framing}`)),
  ...ends("figure"), "figure_undefined_because", "interval_undefined_because", "interval_cut", "work_1", "work_2", ...ends("quoted"), ...ends("rate_per_1000"), ...ends("shrunken"),
] as const;

/**
 * What was chosen, in lines that begin with "#": one line for each part of the choice, then the data version and the
 * moment. Readers that know comments skip them (`comment="#"`).
 */
export function choiceLines(choice: StanceChoice, more: Readonly<Record<string, string>>): Cell[][] {
  const parts = Object.entries(choice).map(([name, value]) => [name, Array.isArray(value) ? value.join(" ") : value === null ? "" : String(value)]);
  return [...parts, ...Object.entries(more)].map(([name, value]) => [`# ${name}: ${value ?? ""}`.trimEnd()]);
}

/** The table of a choice: target after target; outlets that can be compared, those that cannot, and single works, each by name, since an order by value would be a ranking. */
export function stanceCsv(table: StanceTable): string {
  const names = new Map(table.outlets.map((outlet) => [outlet.id, outlet.name]));
  const records = table.targets.flatMap((target) => {
    const cells = table.cells.filter((cell) => cell.targetId === target.id).map((cell) => ({ name: names.get(cell.groupId) ?? "", cell }));
    const singles = table.singles.filter((single) => single.targetId === target.id).map((single) => ({ name: single.title, single }));
    const low = (one: { cell: StanceCell }): boolean => one.cell.figure.status.level === "not_enough";
    return [
      ...byName(cells.filter((one) => !low(one))).map(({ name, cell }) => [target.name, target.id, ...cellRecord(name, cell)]),
      ...byName(cells.filter(low)).map(({ name, cell }) => [target.name, target.id, ...cellRecord(name, cell)]),
      ...byName(singles).map(({ name, single }) => [target.name, target.id, ...singleRecord(name, single)]),
    ];
  });
  return `${BOM}${csvRecords([...choiceLines(table.choice, { data_version: table.dataVersion, at: table.at }), [...STANCE_COLUMNS], ...records])}`;
}

const byName = <T extends { name: string }>(rows: readonly T[]): T[] => [...rows].sort((a, b) => a.name.localeCompare(b.name, "en"));

const basisCells = (basis: Basis): Cell[] => [
  basis.articles, basis.works, basis.annotators, basis.sharedWorks, basis.settledArticles, basis.spans, basis.judged?.judgements ?? null, basis.judged?.unclear ?? null, basis.judged?.notAddressed ?? null, ...countCells(basis.counts),
];

const countCells = (counts: AllCounts): number[] => VOICES.flatMap((voice) => FRAMINGS.map((framing) => counts[voice][framing]));

const endCells = (one: Pick<Assessed, "mean"> & { interval: { value: { low: number; high: number } | null } }): Cell[] => [one.mean.value, one.interval.value?.low ?? null, one.interval.value?.high ?? null];

function cellRecord(name: string, cell: StanceCell): Cell[] {
  const { figure, quoted, rate, shrunken, points } = cell;
  const cut = figure.interval.value === null ? null : figure.interval.value.cutLow || figure.interval.value.cutHigh;
  return [
    "outlet", name, cell.groupId, figure.status.level, ...basisCells(cell), ...endCells(figure), figure.mean.value === null ? figure.mean.reason : null, figure.interval.value === null ? figure.interval.reason : null, cut,
    points[0]?.value ?? null, points[1]?.value ?? null, ...(quoted === null ? [null, null, null] : endCells(quoted)), rate.mean.value, rate.interval.value?.low ?? null, rate.interval.value?.high ?? null,
    shrunken.value?.mean ?? null, shrunken.value?.interval.low ?? null, shrunken.value?.interval.high ?? null,
  ];
}

function singleRecord(name: string, single: SingleWork): Cell[] {
  const empty = (n: number): null[] => Array.from({ length: n }, () => null);
  return ["work", name, single.workId, "single", ...basisCells(single), ...empty(3), "single_work", "single_work", null, single.value.value, null, single.quoted.value, ...empty(2), single.rate.value, ...empty(2), ...empty(3)];
}
