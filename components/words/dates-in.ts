import type { Language } from "./languages";

const TAGS: Readonly<Record<Language, string>> = { en: "en-GB", de: "de-DE" };

// Browsers know several short forms of some months; these are the same everywhere.
const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  en: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
  de: ["Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.", "Dez."],
};

/** "9 May" for 2024-05-09. */
function dayMonthIn(language: Language, date: string): string {
  return `${Number(date.slice(8))}${language === "de" ? "." : ""} ${MONTHS[language][Number(date.slice(5, 7)) - 1] ?? ""}`;
}

/** A day of the calendar, YYYY-MM-DD, as "9 May 2024". */
function dateIn(language: Language, date: string | null): string {
  const [year, month, day] = (date ?? "").split("-").map(Number);
  if (year === undefined || !month || !day) return "";
  return `${dayMonthIn(language, date ?? "")} ${year}`;
}

function formats(language: Language) {
  const day = new Intl.DateTimeFormat(TAGS[language], { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
  const moment = new Intl.DateTimeFormat(TAGS[language], { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", timeZone: "UTC" });
  const long = new Intl.DateTimeFormat(TAGS[language], { day: "numeric", month: "long", timeZone: "UTC" });
  const longYear = new Intl.DateTimeFormat(TAGS[language], { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  return {
    /** "9 May 2024" for 2024-05-09; nothing for nothing. */
    date: (date: string | null): string => dateIn(language, date),
    /** "9 May" for 2024-05-09. */
    dayMonth: (date: string): string => dayMonthIn(language, date),
    /** "3 December", with its year when that is not the one of `today`; both YYYY-MM-DD. */
    longDay: (date: string, today: string): string => (date.slice(0, 4) === today.slice(0, 4) ? long : longYear).format(new Date(`${date}T00:00:00Z`)),
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
