const WORDS: Readonly<Record<string, readonly string[]>> = {
  en: ["zero", "", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"],
  de: ["null", "", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf", "dreizehn", "vierzehn", "fünfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn", "zwanzig"],
};
const VALUES = new Map(Object.entries(WORDS).map(([language, words]) => [language, new Map(words.flatMap((word, value) => (word === "" ? [] : [[word, String(value)] as const])))]));
const DIGIT = /^\p{Nd}/u;
const GROUPED = /^\p{Nd}{1,3}(?:([.,'\u00a0\u202f ])\p{Nd}{3})(?:\1\p{Nd}{3})*$/u;
const ORDINAL = /^(\p{Nd}+)(?:st|nd|rd|th)$/u;

/**
 * A folded word as the digits of a number, or null where it is none: groups of three are joined ("3,000" is "3000"),
 * English ordinals lose their ending, and words up to twenty are read in English and German. "One" and "ein" are
 * left out: they are mostly articles.
 */
export function numberOf(word: string, language: string | null): string | null {
  const named = VALUES.get((language ?? "en").slice(0, 2).toLowerCase())?.get(word);
  if (named !== undefined || !DIGIT.test(word)) return named ?? null;
  if (GROUPED.test(word)) return word.replace(/[^\p{Nd}]/gu, "");
  return ORDINAL.exec(word)?.[1] ?? (/^\p{Nd}[\p{Nd}.,:]*%?$/u.test(word) ? word.replace(/%$/, "") : null);
}
