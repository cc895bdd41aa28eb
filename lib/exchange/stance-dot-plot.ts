import { dotPlot, type PlotWords, WIDE } from "@/lib/figures/dot-plot";
import { signed } from "@/lib/figures/numbers";
import { type Measure, rowsOf, stanceDots, stanceValues, type ValueRow } from "@/lib/figures/stance-rows";
import type { StanceTable } from "@/lib/stance/report";
import type { Cell } from "./csv";
import { choiceLine, type StanceFile, stanceFacts, stanceFoot } from "./stance-file";

const three = (name: string): string[] => [`${name}_critical`, `${name}_neutral`, `${name}_advocacy`];
const measure = (name: string): string[] => [`${name}_mean`, `${name}_low`, `${name}_high`];

/** The columns of the dot plot's table. Means lie between −1 and +1, of judgements between −2 and +2; rates are per 1,000 characters; none is rounded. */
export const DOT_PLOT_COLUMNS = [
  "target", "kind", "name", "id", "status", "articles", "works", "works_read_by_two_or_settled", "articles_settled", "annotators", ...measure("figure"), "figure_interval_cut", "work_1", "work_2",
  "shrunken_mean", ...measure("quoted"), ...measure("rate_per_1000"), ...three("own"), ...three("quoted_marks"), ...three("embedded"), ...three("voice_not_asked"), "judgements", "unclear", "not_addressed",
] as const;

/** The words of the figure in files, which are English. */
export const fileWords = (by: "outlet" | "publisher"): PlotWords => ({
  critical: "critical", advocacy: "advocacy", none: "none", noVariation: "no variation",
  groups: { not_enough: "Not enough to compare", single: `${by === "outlet" ? "Outlet" : "Publisher"} not known, each work by itself` },
  note: ({ articles, annotators, tentative }) => `${articles} ${articles === 1 ? "article" : "articles"}, ${annotators} ${annotators === 1 ? "annotator" : "annotators"}${tentative ? " · tentative" : ""}`,
});

/** How each outlet frames each target, as a file: every row of the table, whatever page is shown. */
export function dotPlotFile(table: StanceTable, project: string): StanceFile {
  const { choice, targets, dataVersion, at } = table;
  const origin = { project, date: at.slice(0, 10), choice, dataVersion };
  const rows = rowsOf(table);
  const articles = Math.max(0, ...table.cells.map((cell) => cell.articles));
  const works = Math.max(0, ...table.cells.map((cell) => cell.works));
  const n = `${rows.length} rows by ${targets.length} targets; up to ${articles} articles and ${works} works in a row`;
  const method = "unweighted means of coders, articles, copies and works; 95 % t intervals over works, from 3 works up";
  const names = new Map(targets.map((target) => [target.id, target.name]));
  return {
    figure: dotPlot(stanceDots(table, rows), fileWords(choice.by), WIDE),
    words: {
      title: `How each ${choice.by} frames each target`,
      description: `${n}: ${targets.map((target) => target.name).join(", ")}. Each mean lies between ${choice.measured === "judgements" ? "−2, critical, and +2" : "−1, critical, and +1"}, advocacy.`,
      foot: [choiceLine(choice), `${method} · open dot: 5 to 19 works · hollow: fewer, or none read by two · diamond: quoted · tick above: drawn toward the common mean`, `No rank where intervals overlap · copies of one work count once · ${stanceFoot(origin)}`],
      facts: stanceFacts("dot-plot", origin, [["targets", targets.map((target) => target.name).join("; ")], ["n", n], ["interval", method]]),
    },
    columns: DOT_PLOT_COLUMNS,
    rows: targets.flatMap((target) => stanceValues(table, target.id, rows).flatMap((group) => group.rows.map((row) => record(names.get(target.id) ?? "", row)))),
  };
}

function record(target: string, row: ValueRow): Cell[] {
  const ends = (one: Measure | null): Cell[] => [one?.mean ?? null, one?.interval?.low ?? null, one?.interval?.high ?? null];
  const { figure, counts, judged } = row;
  const voices = [counts.own, counts.quoted, counts.embedded, counts.none].flatMap((voice): Cell[] => (judged === null ? [voice.critical, voice.neutral, voice.advocacy] : [null, null, null]));
  return [
    target, row.whose === "group" ? "outlet" : "work", row.name, row.id, row.level, row.articles, row.works, row.sharedWorks, row.settledArticles, row.annotators,
    ...ends(figure), figure.interval === null ? null : figure.interval.cutLow || figure.interval.cutHigh, figure.points[0] ?? null, figure.points[1] ?? null,
    row.shrunken, ...ends(row.quoted), ...ends(row.rate), ...voices, judged?.judgements ?? null, judged?.unclear ?? null, judged?.notAddressed ?? null,
  ];
}

/** An estimate in English: "−0.42 (−0.55 to −0.29)". */
export const estimateText = ({ mean, interval, points }: Measure): string =>
  mean === null ? (points.length === 0 ? "undefined" : points.map((point) => signed(point)).join(", ")) : `${signed(mean)} (${interval === null ? "no variation" : `${signed(interval.low)} to ${signed(interval.high)}`})`;
