import { shownShare } from "@/lib/agreement/reading";
import type { Figure, Interval, Line } from "@/lib/agreement/report";
import { type Exported, agreementFileWords, linesOf } from "./agreement-figure";
import type { AgreementFigure } from "./agreement-names";
import { nameOf } from "./agreement-words";
import { BOM, type Cell, csvRecords } from "./csv";

const FIGURE = ["value", "undefined_because"] as const;
const INTERVAL = ["low", "high", "documents"] as const;

/** The columns of each figure's table. Shares and figures are numbers between 0 and 1 (figures down to −1), never rounded. */
export const FIGURE_COLUMNS: Readonly<Record<"lines" | "pairs" | "confusion" | "weeks" | "severity" | "causes", readonly string[]>> = {
  lines: ["key", "name", "coefficient", "level", "unit", ...FIGURE, ...INTERVAL, "same", "expected", "most_frequent", "most_frequent_share", "units", "marks", "articles", "annotators", "coverage"],
  pairs: ["one", "other", ...FIGURE, "shared_articles"],
  confusion: ["one_says", "other_says", "pairs"],
  weeks: ["monday", ...FIGURE, ...INTERVAL, "articles"],
  severity: ["annotator", "marks_per_1000_words", "share_critical", "marks", "articles"],
  causes: ["cause", "share", "passages"],
};

/**
 * The rows that one figure draws. Before the header stand rows whose first cell begins with "#": what was chosen, n,
 * method, data version and date.
 */
export function agreementFigureCsv(name: AgreementFigure, exported: Exported): string {
  const facts = agreementFileWords(name, exported).facts.map(([key, value]): Cell[] => [`# ${key}`, value]);
  const { columns, rows } = tableOf(name, exported);
  return `${BOM}${csvRecords([...facts, [...columns], ...rows])}`;
}

function tableOf(name: AgreementFigure, { report, people }: Exported): { columns: readonly string[]; rows: Cell[][] } {
  const personOf = (id: string): string => people.find((one) => one.id === id)?.name ?? id;
  switch (name) {
    case "pairs":
      return { columns: FIGURE_COLUMNS.pairs, rows: report.pairs.map((pair) => [personOf(pair.a), personOf(pair.b), ...figure(pair.figure), pair.articles]) };
    case "confusion":
      return { columns: FIGURE_COLUMNS.confusion, rows: report.confusion.values.flatMap((one, i) => report.confusion.values.map((other, j): Cell[] => [nameOf(one), nameOf(other), report.confusion.counts[i]?.[j] ?? 0])) };
    case "weeks":
      return { columns: FIGURE_COLUMNS.weeks, rows: report.weeks.map((week) => [week.monday, ...figure(week.figure), ...interval(week.interval), week.articles]) };
    case "severity":
      return { columns: FIGURE_COLUMNS.severity, rows: report.severity.map((one) => [personOf(one.annotatorId), one.per1000Words.value, one.critical.value, one.spans, one.articles]) };
    case "causes":
      return { columns: FIGURE_COLUMNS.causes, rows: report.causes.map((cause) => [cause.kind, cause.share, cause.passages]) };
    default:
      return { columns: FIGURE_COLUMNS.lines, rows: linesOf(name, report).map(lineRow) };
  }
}

const figure = (one: Figure): Cell[] => [one.value, one.value === null ? one.reason : null];
const interval = (one: Interval): Cell[] => (one.value === null ? [null, null, null] : [one.value.low, one.value.high, one.value.documents]);

function lineRow(line: Line): Cell[] {
  const top = shownShare(line);
  return [
    line.key, nameOf(line), line.coefficient, line.level, line.unit, ...figure(line.figure), ...interval(line.interval), line.same.value, line.expected.value,
    top === undefined ? null : nameOf({ key: top.value, name: top.name }), top?.share ?? null, line.units, line.spans, line.articles, line.annotators, line.coverage,
  ];
}
