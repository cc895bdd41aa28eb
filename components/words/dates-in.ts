import type { Language } from "./languages";

const TAGS: Readonly<Record<Language, string>> = { en: "en-GB", de: "de-DE" };

function formats(language: Language) {
  const day = new Intl.DateTimeFormat(TAGS[language], { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
  const moment = new Intl.DateTimeFormat(TAGS[language], { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", timeZone: "UTC" });
  return {
    /** "22 Nov 2026", in UTC, so that server and browser write the same. */
    day: (iso: string): string => day.format(new Date(iso)),
    /** "22 Nov, 14:02 UTC". */
    moment: (iso: string): string => `${moment.format(new Date(iso))} UTC`,
  };
}

const made = new Map<Language, ReturnType<typeof formats>>();

/** Writes moments, given in ISO form, in a language. */
export function datesIn(language: Language): ReturnType<typeof formats> {
  const found = made.get(language) ?? formats(language);
  made.set(language, found);
  return found;
}
