import { datesIn } from "@/components/words/dates-in";
import type { Language } from "@/components/words/languages";
import type { Formatter, Translator } from "@/components/words/words";
import { civil, DAY } from "@/lib/compare/times/minutes";
import type { ToldFigure, ToldTime } from "@/lib/compare/timeline";
import type { Tick } from "@/lib/figures/timeline-axis";
import type { Gap } from "@/lib/figures/timeline-rows";

/** How dates and figures are told in a language. */
export type TimelineSay = {
  /** What a time means, in words: "8 May 2023, 23:30 to 9 May 2023, 00:00". */
  readonly time: (time: ToldTime) => string;
  readonly figure: (figure: ToldFigure) => string;
  readonly gap: (gap: Gap) => string;
  readonly tick: (tick: Tick) => string;
};

const two = (n: number): string => String(n).padStart(2, "0");

/** The words of a language. */
export function timelineSay(t: Translator<"timeline">, format: Formatter, language: Language): TimelineSay {
  const dates = datesIn(language);
  const number = (n: number): string => format.number(n).replace("-", "−");
  const span = (from: string, to: string): string => {
    const [first, last] = [dates.date(from.slice(0, 10)), dates.date(to.slice(0, 10))];
    if (from === to) return `${first}, ${from.slice(11)}`;
    const whole = from.endsWith("T00:00") && to.endsWith("T23:59");
    const [years, year] = [from.slice(5, 10) === "01-01" && to.slice(5, 10) === "12-31", from.slice(0, 4) === to.slice(0, 4)];
    if (whole && years) return year ? from.slice(0, 4) : t("means.span", { from: from.slice(0, 4), to: to.slice(0, 4) });
    if (whole) return first === last ? first : t("means.span", { from: first, to: last });
    return t("means.span", { from: `${first}, ${from.slice(11)}`, to: first === last ? to.slice(11) : `${last}, ${to.slice(11)}` });
  };
  const end = (minute: string, last: boolean): string => (minute.endsWith(last ? "T23:59" : "T00:00") ? dates.date(minute.slice(0, 10)) : `${dates.date(minute.slice(0, 10))}, ${minute.slice(11)}`);
  return {
    time: ({ kind, from, to, vague, anchor }) => {
      if (from === null && to === null) return anchor === null ? t("means.unknown") : t("means.counted", { anchor });
      if (from === null) return t("means.upTo", { to: end(to!, true) });
      if (to === null) return t("means.fromOn", { from: end(from, false) });
      const words = span(from, to);
      if (kind === "since") return t("means.began", { span: words });
      if (kind === "until") return t("means.ended", { span: words });
      return vague ? t("means.vague", { span: words }) : words;
    },
    figure: ({ low, high, vague, unit }) => {
      const unitWords = unit === "%" ? "\u00a0%" : ` ${unit}`;
      if (low === null) return `${t("means.most", { n: number(high!) })}${unitWords}`;
      if (high === null) return `${t("means.least", { n: number(low) })}${unitWords}`;
      const words = low === high ? number(low) : t("means.between", { from: number(low), to: number(high) });
      return `${vague ? t("means.vague", { span: words }) : words}${unitWords}`;
    },
    gap: ({ n, rest, unit }) => (unit === "hours" ? t("gap.hours", { n: String(n), rest }) : t(`gap.${unit}`, { n })),
    tick: ({ at, unit }) => {
      const { year, month, day } = civil(Math.floor(at / DAY));
      if (unit === "hour") return `${two(Math.floor((((at % DAY) + DAY) % DAY) / 60))}:00`;
      if (unit === "year") return String(year);
      const words = dates.dayMonth(`${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`);
      return unit === "day" ? words : t("strip.month", { month: words.replace(/^\d+\.?\s/u, ""), year: String(year) });
    },
  };
}
