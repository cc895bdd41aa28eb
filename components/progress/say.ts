import { datesIn } from "@/components/words/dates-in";
import { requestFormatter, requestTranslator, requestWords } from "@/components/words/request-words";
import type { Formatter, Translator } from "@/components/words/words";

/** What the progress page is told with. Those who annotate are pupils in a class. */
export type Say = {
  readonly t: Translator<"progress">;
  readonly phases: Translator<"names.phases">;
  readonly format: Formatter;
  readonly kind: "study" | "class";
  /** "3 December", with its year when that is not this one's. */
  readonly longDay: (day: string) => string;
  /** "3 Dec". */
  readonly shortDay: (day: string) => string;
  /** A count that stops at some number: "10,000+". */
  readonly capped: (count: { value: number; more: boolean }) => string;
};

/** The words of this request, for a project of this kind, seen on `today` (YYYY-MM-DD). */
export async function say(isClass: boolean, today: string): Promise<Say> {
  const [t, phases, format, { language }] = await Promise.all([requestTranslator("progress"), requestTranslator("names.phases"), requestFormatter(), requestWords()]);
  const dates = datesIn(language);
  return { t, phases, format, kind: isClass ? "class" : "study", longDay: (day) => dates.longDay(day, today), shortDay: dates.dayMonth, capped: ({ value, more }) => `${format.number(value)}${more ? "+" : ""}` };
}
