import type { Line, Report } from "@/lib/agreement/report";
import { agreementBars } from "@/lib/figures/agreement-bars";
import { agreementConfusion } from "@/lib/figures/agreement-confusion";
import { agreementHeatMap, type Named } from "@/lib/figures/agreement-heat-map";
import { agreementLines, type LinesWords } from "@/lib/figures/agreement-lines";
import { agreementWeeks } from "@/lib/figures/agreement-weeks";
import type { Figure } from "@/lib/figures/shape";
import type { AgreementFigure } from "./agreement-names";
import { basisOf, CAUSE_NAMES, COEFFICIENT_NAMES, coefficientOf, nameOf, numberOf, rangeOf, titleOf, undefinedOf } from "./agreement-words";
import type { FileWords } from "./svg";

/** What a file is made of: a report, whose project, on which day (YYYY-MM-DD), and what annotators are called in it. */
export type Exported = { readonly report: Report; readonly project: string; readonly date: string; readonly people: readonly Named[] };

/** The lines of one of the tables. */
export function linesOf(name: "layers" | "labels" | "targets" | "others", { layers, perLabel, perTarget, others }: Report): readonly Line[] {
  return { layers, labels: perLabel, targets: perTarget, others }[name];
}

const lineWords = (name: AgreementFigure): LinesWords => ({
  crowd: "crowd", novice: "novice", trained: "trained", weekly: "weekly meetings", number: numberOf, range: rangeOf, tick: (value) => String(value).replace("-", "−"),
  name: name === "others" ? (line) => COEFFICIENT_NAMES[line.coefficient] : nameOf,
  basis: (line) => `${coefficientOf(line)} · ${basisOf(line)}`,
  undefined: undefinedOf,
});

/** One of the figures as shapes, in English: what the page draws, at the size of a file. */
export function agreementFigure(name: AgreementFigure, { report, people }: Exported): Figure {
  const percent = (share: number): string => `${Math.round(share * 100)} %`;
  const personOf = (id: string): string => people.find((one) => one.id === id)?.name ?? id;
  switch (name) {
    case "pairs":
      return agreementHeatMap(people, report.pairs, { number: numberOf, below: "under 0.30", above: "0.60 and over" }, 560);
    case "confusion":
      return agreementConfusion(report.confusion, { name: nameOf, count: (n) => Math.round(n).toLocaleString("en-US") }, 560);
    case "weeks":
      return agreementWeeks(report.weeks, { number: numberOf, tick: numberOf, week: (monday) => monday }, 760);
    case "severity":
      return agreementBars(report.severity.map((one) => ({ name: personOf(one.annotatorId), amount: one.per1000Words.value ?? 0, written: one.per1000Words.value === null ? "–" : one.per1000Words.value.toFixed(1), note: `${one.critical.value === null ? "" : `${percent(one.critical.value)} critical, `}${one.spans} marks, ${one.articles} articles` })));
    case "causes":
      return agreementBars(report.causes.map((cause) => ({ name: CAUSE_NAMES[cause.kind], amount: cause.share, written: percent(cause.share), note: `${cause.passages} passages` })));
    default:
      return agreementLines(linesOf(name, report), lineWords(name));
  }
}

/** What stands around a figure in its file, and what the file says of itself: choice, n, method, data version, date. */
export function agreementFileWords(name: AgreementFigure, exported: Exported): FileWords {
  const { report, project, date } = exported;
  const { headline, choice, counts, dataVersion } = report;
  const method = choice.interval === "jackknife" ? "delete-one jackknife over works with Student's t" : `BCa bootstrap over works, seed ${choice.seed}`;
  const n = `${counts.sharedArticles} articles by two or more annotators, ${counts.works} works, ${counts.submissions} submissions, ${counts.spans} marks`;
  return {
    title: titleOf(name, nameOf(headline)),
    description: `${coefficientOf(headline)}: ${headline.figure.value === null ? undefinedOf(headline) : numberOf(headline.figure.value)}. ${n}.`,
    foot: [`${coefficientOf(headline)} · ${n}`, `95 % intervals: ${method} · ${choice.submissions} submissions · ${project} · data version ${dataVersion} · ${date} · Slantwise`],
    facts: [["project", project], ["figure", name], ["choice", JSON.stringify(choice)], ["phases", report.phases.join(" ")], ["coefficient", coefficientOf(headline)], ["n", n], ["interval", `95 %, ${method}`], ["data_version", dataVersion], ["date", date]],
  };
}
