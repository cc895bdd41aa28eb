const WORDS: Readonly<Record<string, string>> = { unclear: "Unclear: pulls both ways", not_addressed: "Not addressed" };

/** A judgement in words and figures: "−2" to "+2" with the typographic minus, or what is not a number. */
export function judgementWords(value: number | string | null): string {
  if (value === null) return "No judgement";
  if (typeof value === "string") return WORDS[value] ?? value;
  return value > 0 ? `+${value}` : String(value).replace("-", "−");
}
