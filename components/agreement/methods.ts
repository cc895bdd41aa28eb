import { INTERVAL_SOURCES, SOURCES } from "@/lib/agreement/citations";
import type { Line, Report } from "@/lib/agreement/report";
import { intervalOf } from "./lines-table";
import type { Say } from "./say";
import { basisOf, onLine, prevalenceValue } from "./sentences";

/** What a paper has to say besides the report's own numbers. `date`: YYYY-MM-DD. */
export type Study = { readonly codebookVersions: readonly number[]; readonly date: string };

/**
 * The methods paragraph of a paper, in the language of the page: who coded what with which codebook, what was left out,
 * each layer's coefficient with level, source, unit and interval, how intervals were made, data version and date.
 */
export function methodsParagraphs(say: Say, report: Report, study: Study): string[] {
  const { t, day, format } = say;
  const { choice, counts, layers, leftOut, selfOverlaps, headline } = report;
  const lines = layers.map((line) => (line.layer === choice.layer ? headline : line));
  const documents = lines.flatMap((line) => line.interval.value?.documents ?? [])[0] ?? counts.works;
  const design = [
    t("methods.design", { annotators: report.annotators.length, articles: counts.articles, shared: counts.sharedArticles, works: counts.works, codebook: choice.codebookVersion === null ? t("methods.codebooks", { versions: study.codebookVersions.join(", ") }) : t("methods.codebook", { version: format.number(choice.codebookVersion) }) }),
    t("methods.phases", { phases: report.phases.map((phase) => t(`filters.${phase}`)).join(", "), round: format.number(choice.round) }),
    t(`methods.${choice.submissions}`),
    t(`methods.${choice.peers}`),
    choice.source === "any" ? "" : t(`methods.${choice.source}`),
    choice.suggestions === "any" ? "" : t("methods.without"),
    leftOut.length === 0 ? "" : t("methods.left", { list: leftOut.map((one) => t("methods.leftOne", { reason: t(`left.reasons.${one.reason}`), n: one.assignments, marks: one.spans })).join("; ") }),
  ];
  const interval = choice.interval === "jackknife" ? t("methods.jackknife", { documents, citation: INTERVAL_SOURCES.jackknife.short }) : t("methods.bootstrap", { documents, seed: choice.seed, citation: INTERVAL_SOURCES.bootstrap.short });
  const closing = [
    interval,
    selfOverlaps.merged + selfOverlaps.cut > 0 ? t("methods.overlaps", selfOverlaps) : "",
    t("methods.tool", { date: day(study.date), version: report.dataVersion }),
  ];
  return [design.join(""), lines.map((line) => lineSentence(say, line)).join(""), closing.join("")];
}

function lineSentence(say: Say, line: Line): string {
  const { t, figure, percent, reason } = say;
  const on = onLine(say, line);
  if (line.figure.value === null) return t("methods.undefined", { on, reason: reason(line.figure.reason) });
  const [same, expected, top] = [line.same.value, line.expected.value, line.prevalence[0]];
  const interval = line.interval.value === null ? intervalOf(say, line) : t("methods.confidence", { range: intervalOf(say, line) });
  const shared = { on, coefficient: t(`coefficients.${line.coefficient}`), level: t(`levels.${line.level}`), citation: SOURCES[line.coefficient].short, figure: figure(line.figure.value), interval };
  const isText = line.unit === "character" || line.unit === "marked_character";
  return [
    isText ? t("methods.span", { ...shared, continua: line.key === "place" || line.key === "target" ? "article" : "target" }) : t("methods.item", { ...shared, n: basisOf(say, line) }),
    same === null || expected === null || top === undefined ? "" : t("methods.percent", { same: percent(same), expected: percent(expected), value: prevalenceValue(say, line), share: percent(top.share) }),
    line.coverage === null || !isText ? "" : t("methods.coverage", { share: percent(line.coverage) }),
  ].join("");
}
