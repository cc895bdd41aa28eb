import type { Figure, Interval, Line, Report } from "@/lib/agreement/report";
import { BOM, type Cell, csvRecords } from "./csv";

/** The columns of agreement.csv. `part` says which table of the page a row is of. */
export const AGREEMENT_COLUMNS = ["part", "key", "name", "other", "coefficient", "level", "unit", "value", "undefined_because", "low", "high", "documents", "same", "expected", "units", "spans", "articles", "annotators", "coverage", "share", "count"] as const;
type Column = (typeof AGREEMENT_COLUMNS)[number];
type Row = Partial<Record<Column, Cell>>;

const figure = (one: Figure): Row => ({ value: one.value, undefined_because: one.value === null ? one.reason : null });
const interval = (one: Interval): Row => (one.value === null ? {} : one.value);

const lineRow = (part: string, line: Line): Row => ({
  part, key: line.key, name: line.name, coefficient: line.coefficient, level: line.level, unit: line.unit, ...figure(line.figure), ...interval(line.interval),
  same: line.same.value, expected: line.expected.value, units: line.units, spans: line.spans, articles: line.articles, annotators: line.annotators, coverage: line.coverage,
});

/** Every figure of a report as one long table. */
export function agreementCsv(report: Report): string {
  const rows: Row[] = [
    ...Object.entries(report.choice).map(([key, value]): Row => ({ part: "choice", key, name: Array.isArray(value) ? value.join(" ") : value === null ? null : String(value) })),
    { part: "choice", key: "phases_looked_at", name: report.phases.join(" ") },
    { part: "data_version", key: report.dataVersion },
    ...Object.entries(report.counts).map(([key, count]): Row => ({ part: "count", key, count })),
    ...report.annotators.map(({ id, name }): Row => ({ part: "annotator", key: id, name })),
    ...report.targets.map(({ id, name }): Row => ({ part: "target", key: id, name })),
    lineRow("headline", report.headline),
    ...report.headline.prevalence.map(({ value, name, share }): Row => ({ part: "prevalence", key: value, name, share })),
    ...report.layers.map((line) => lineRow("layer", line)),
    ...report.perLabel.map((line) => lineRow("label", line)),
    ...report.perTarget.map((line) => lineRow("per_target", line)),
    ...report.others.map((line) => lineRow("other", line)),
    ...report.pairs.map((pair): Row => ({ part: "pair", key: pair.a, other: pair.b, ...figure(pair.figure), articles: pair.articles })),
    ...report.confusion.counts.flatMap((counts, i) => counts.map((count, j): Row => ({ part: "confusion", key: report.confusion.values[i]?.key ?? "", other: report.confusion.values[j]?.key ?? "", count }))),
    ...report.weeks.map((week): Row => ({ part: "week", key: week.monday, ...figure(week.figure), ...interval(week.interval), articles: week.articles })),
    ...report.severity.flatMap((one): Row[] => [
      { part: "marks_per_1000_words", key: one.annotatorId, ...figure(one.per1000Words), spans: one.spans, articles: one.articles },
      { part: "share_critical", key: one.annotatorId, ...figure(one.critical), spans: one.spans, articles: one.articles },
    ]),
    ...report.causes.map((cause): Row => ({ part: "cause", key: cause.kind, share: cause.share, count: cause.passages })),
    ...report.costly.map((one): Row => ({ part: "costly_article", key: one.articleId, name: one.title, share: one.share })),
    ...report.leftOut.map((one): Row => ({ part: "left_out", key: one.reason, count: one.assignments, spans: one.spans })),
    { part: "self_overlaps", key: "merged", count: report.selfOverlaps.merged },
    { part: "self_overlaps", key: "cut", count: report.selfOverlaps.cut },
  ];
  return BOM + csvRecords([AGREEMENT_COLUMNS, ...rows.map((row) => AGREEMENT_COLUMNS.map((column) => row[column] ?? null))]);
}
