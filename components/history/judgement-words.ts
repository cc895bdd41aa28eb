import type { Translator } from "@/components/words/words";

/** A judgement in words and figures: "−2" to "+2" with the typographic minus, or what is not a number. */
export function judgementWords(t: Translator<"history">, value: number | string | null): string {
  if (value === null) return t("judgement.none");
  if (typeof value === "string") return value === "unclear" || value === "not_addressed" ? t(`judgement.${value}`) : value;
  return value > 0 ? `+${value}` : String(value).replace("-", "−");
}
