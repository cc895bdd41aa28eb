import { cache } from "react";
import { signedIn } from "@/components/charts/signed";
import { datesIn } from "@/components/words/dates-in";
import { requestFormatter, requestTranslator, requestWords } from "@/components/words/request-words";
import type { Formatter, Translator } from "@/components/words/words";
import type { Measure } from "@/lib/figures/stance-rows";
import type { StanceChoice } from "@/lib/stance/choice";

/** What the figures are told with: words, and numbers as the language writes them. */
export type Say = {
  readonly t: Translator<"stance">;
  readonly card: Translator<"stanceCard">;
  readonly charts: Translator<"charts">;
  readonly agreement: Translator<"agreement">;
  readonly genre: (genre: string) => string;
  readonly format: Formatter;
  readonly signed: (value: number) => string;
  /** "54 %", with a space that does not break. */
  readonly percent: (share: number) => string;
  /** "9 May 2024" of a day, YYYY-MM-DD. */
  readonly day: (day: string) => string;
  /** "22 Nov 2026" of a moment in ISO form. */
  readonly moment: (iso: string) => string;
};

/** The words of this request. */
export const say = cache(async (): Promise<Say> => {
  const [t, card, charts, agreement, genres, format, { language }] = await Promise.all([requestTranslator("stance"), requestTranslator("stanceCard"), requestTranslator("charts"), requestTranslator("agreement"), requestTranslator("names.genres"), requestFormatter(), requestWords()]);
  const dates = datesIn(language);
  return {
    t, card, charts, agreement, format, genre: (genre) => genres(genre as "news"), signed: (value) => signedIn(format, value), percent: (share) => `${format.number(Math.round(share * 100))}\u00a0%`,
    day: (day) => dates.date(day), moment: (iso) => dates.day(iso),
  };
});

/** Whose words a choice is about, or what people judged. */
export const saidBy = (choice: StanceChoice): "own" | "quoted" | "all" | "judged" => (choice.measured === "judgements" ? "judged" : choice.voice);

/** A mean as text; below three works the works themselves; a dash where there is nothing. */
export const valueText = ({ signed }: Pick<Say, "signed">, measure: Measure | null): string => (measure === null ? "–" : measure.mean !== null ? signed(measure.mean) : measure.points.map((point) => signed(point)).join(", ") || "–");

/** The interval as text, or why there is none. */
export function intervalText({ t, signed }: Pick<Say, "t" | "signed">, measure: Measure): string {
  if (measure.interval !== null) return t("table.range", { low: signed(measure.interval.low), high: signed(measure.interval.high) });
  return measure.mean !== null ? t("table.noVariation") : "–";
}
