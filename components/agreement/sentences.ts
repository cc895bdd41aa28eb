import { type Caveat, readingOf, shownShare } from "@/lib/agreement/reading";
import type { Cause, Line } from "@/lib/agreement/report";
import type { Say } from "./say";

/** "On framing", "On Irony": how a sentence about a layer begins. */
export const onLine = ({ t, name }: Say, line: Line): string => (line.key.startsWith("set:") ? t("on.set", { name: name(line) }) : t(`on.${line.key as "framing"}`));

/** The finding in one sentence, without its full stop: whom one agrees as well as, or that it is undefined. */
export function finding(say: Say, line: Line): string {
  const { t } = say;
  const on = onLine(say, line);
  return line.figure.value === null ? t("finding.undefined", { on }) : t(`finding.${readingOf(line.figure.value)}`, { on });
}

/** "18,402 characters in 31 articles", "1,318 marks", "611 pairs of article and target": what a line rests on, without its annotators. */
export function basisOf({ t }: Say, line: Line): string {
  const articles = t("counts.articles", { n: line.articles });
  if (line.unit === "article") return articles;
  const first = line.unit === "article_target" ? t("counts.pairs", { n: line.units }) : line.unit === "character" ? t("counts.characters", { n: line.units }) : t("counts.marks", { n: line.spans });
  return t("counts.both", { first, second: articles });
}

/** What the figure is, what it rests on, how often people say the same and chance would, and what costs most. */
export function basisSentence(say: Say, line: Line, causes: readonly Cause[]): string {
  const { t, percent, reason } = say;
  if (line.figure.value === null) return `${capital(t("undefined", { reason: reason(line.figure.reason) }))}.`;
  const [same, expected, worst] = [line.same.value, line.expected.value, causes.find((cause) => cause.passages > 0)];
  return [
    t("basis", { coefficient: t(`coefficients.${line.coefficient}`), level: t(`levels.${line.level}`), n: basisOf(say, line), annotators: line.annotators }),
    same === null || expected === null ? "" : t("sameness", { same: percent(same), expected: percent(expected) }),
    worst === undefined ? "" : t("mostly", { cause: t(`causes.inside.${worst.kind}`) }),
  ].join("");
}

const capital = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;

/** One caveat as a sentence. */
export function caveatSentence({ t, percent, name, format }: Say, caveat: Caveat): string {
  switch (caveat.kind) {
    case "low":
    case "level":
      return t(`caveats.${caveat.kind}`);
    case "extreme":
      return t("caveats.extreme", { value: name({ key: caveat.value, name: caveat.name }), share: percent(caveat.share), same: percent(caveat.same) });
    case "few":
      return t("caveats.few", { documents: caveat.documents });
    case "wide":
      return t("caveats.wide", { low: t(`groups.${caveat.low}`), high: t(`groups.${caveat.high}`) });
    case "coverage":
      return t("caveats.coverage", { share: percent(caveat.share) });
    case "uneven":
      return t("caveats.uneven", { times: format.number(caveat.times, { maximumFractionDigits: 1 }) });
  }
}

/** The value that a line is about, else the one said most often. */
export function prevalenceValue({ name }: Say, line: Pick<Line, "key" | "prevalence">): string {
  const shown = shownShare(line);
  return shown === undefined ? "–" : name({ key: shown.value, name: shown.name });
}

/** The same with its share: "neutral 54 %". */
export function prevalenceOf(say: Say, line: Line): string {
  const shown = shownShare(line);
  return shown === undefined ? "–" : say.t("lines.share", { value: prevalenceValue(say, line), share: say.percent(shown.share) });
}
