import { datesIn } from "@/components/words/dates-in";
import { requestFormatter, requestTranslator, requestWords } from "@/components/words/request-words";
import type { Formatter, Translator, Words } from "@/components/words/words";
import { type Layer, LAYERS } from "@/lib/agreement/choice";
import type { Line, Undefined } from "@/lib/agreement/report";

type Named = { readonly key: string; readonly name: string | null };

/** What the agreement page is told with. */
export type Say = {
  readonly t: Translator<"agreement">;
  readonly format: Formatter;
  /** "0.46"; below 0 with U+2212. */
  readonly figure: (value: number) => string;
  /** "68 %", with a space that does not break. */
  readonly percent: (share: number) => string;
  readonly range: (low: number, high: number) => string;
  /** "7 Sep". */
  readonly week: (monday: string) => string;
  /** "7 September 2026". */
  readonly day: (day: string) => string;
  readonly reason: (reason: Undefined) => string;
  /** The name of a layer, label, target or value: the codebook's, ours, or its key. */
  readonly name: (value: Named) => string;
  readonly layer: (layer: Layer, lines: readonly Pick<Line, "key" | "name">[]) => string;
};

/** The words of this request. */
export async function say(): Promise<Say> {
  const [t, format, { language }] = await Promise.all([requestTranslator("agreement"), requestFormatter(), requestWords()]);
  return sayIn(t, format, datesIn(language));
}

/** The words of a language. */
export function sayIn(t: Translator<"agreement">, format: Formatter, dates: ReturnType<typeof datesIn>): Say {
  const minus = (text: string): string => text.replace("-", "−");
  const figure = (value: number): string => minus(format.number(value, { minimumFractionDigits: 2, maximumFractionDigits: 2 }));
  const name = (value: Named): string => value.name ?? ownName(t, value.key) ?? value.key;
  return {
    t,
    format,
    figure,
    percent: (share) => `${format.number(Math.round(share * 100))}\u00a0%`,
    range: (low, high) => t("range", { low: figure(low), high: figure(high) }),
    week: dates.dayMonth,
    day: dates.date,
    reason: (reason) => t(`reasons.${reason}`),
    name,
    layer: (layer, lines) => name(lines.find((line) => line.key === layer) ?? { key: layer, name: null }),
  };
}

const VALUES = ["critical", "neutral", "advocacy", "own", "quoted", "embedded", "words", "facts", "unclear", "not_addressed", "marked", "unmarked"] as const satisfies readonly (keyof Words["agreement"]["values"])[];
const LINES = [...LAYERS, "place_per_target"] as const satisfies readonly (keyof Words["agreement"]["layers"])[];

/** Our own words for a key of a layer or value; numbers get their sign. */
function ownName(t: Translator<"agreement">, key: string): string | null {
  const [value, line] = [VALUES.find((one) => one === key), LINES.find((one) => one === key)];
  if (value !== undefined) return t(`values.${value}`);
  if (line !== undefined) return t(`layers.${line}`);
  return /^-?\d$/u.test(key) ? `${Number(key) > 0 ? "+" : ""}${key.replace("-", "−")}` : null;
}
