/** What kinds of article there are; a closed list, so that the filter and the figures mean the same by it. */
export const GENRES = ["news", "analysis", "opinion", "editorial", "letter", "feature", "interview", "explainer", "review", "press_release", "other"] as const;
/** One of `GENRES`. */
export type Genre = (typeof GENRES)[number];

/** The longest address that is kept, in UTF-16 units. */
export const MAX_URL = 2000;

/** An http or https address in its usual form, or null for anything else. */
export function webAddress(text: string): string | null {
  if (text.length > MAX_URL || /\s/u.test(text.trim()) || !URL.canParse(text.trim())) return null;
  const url = new URL(text.trim());
  if (url.protocol !== "http:" && url.protocol !== "https:") return null;
  if (url.hostname === "" || url.username !== "" || url.password !== "" || url.href.length > MAX_URL) return null;
  return url.href;
}

/** A language tag (BCP 47) in its usual form ("en", "pt-BR"), or null where it is none. A language has two or three letters. */
export function languageTag(text: string): string | null {
  if (!/^[a-z]{2,3}(?:-|$)/iu.test(text.trim())) return null;
  try {
    return Intl.getCanonicalLocales(text.trim())[0] ?? null;
  } catch {
    return null;
  }
}

/** Whether a text is a day of the calendar as YYYY-MM-DD, from the year 1000 on. */
export function isDay(text: string): boolean {
  if (!/^[1-9]\d{3}-\d\d-\d\d$/u.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
