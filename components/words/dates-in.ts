import type { Language } from "./languages";

const TAGS: Readonly<Record<Language, string>> = { en: "en-GB", de: "de-DE" };

// Browsers know several short forms of some months; these are the same everywhere.
const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  en: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
  de: ["Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.", "Dez."],
};

/** A day of the calendar, YYYY-MM-DD, as "9 May 2024". */
function dateIn(language: Language, date: string | null): string {
  const [year, month, day] = (date ?? "").split("-").map(Number);
  if (year === undefined || !month || !day) return "";
  return `${day}${language === "de" ? "." : ""} ${MONTHS[language][month - 1]} ${year}`;
}

function formats(language: Language) {
  const day = new Intl.DateTimeFormat(TAGS[language], { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
  const moment = new Intl.DateTimeFormat(TAGS[language], { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", timeZone: "UTC" });
  return {
    /** "9 May 2024" for 2024-05-09; nothing for nothing. */
    date: (date: string | null): string => dateIn(language, date),
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
