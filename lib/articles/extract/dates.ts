import { isDay } from "../provenance";

/** A day that words give, YYYY-MM-DD, the words, and the other days that the same words can be. */
export type ReadDay = { readonly value: string; readonly quote: string; readonly others: readonly string[] };

const LANGUAGES = ["en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "nb", "fi", "pl", "cs", "sk", "sl", "hr", "hu", "ro", "tr", "ru", "uk", "bg", "sq", "el", "ar", "id"];
let months: Map<string, number> | null = null;

function monthOf(word: string): number | null {
  months ??= monthNames();
  return months.get(word.toLowerCase().replace(/[.,]/gu, "")) ?? null;
}

function monthNames(): Map<string, number> {
  const names = new Map<string, number>();
  for (const language of LANGUAGES) {
    for (const month of ["long", "short"] as const) {
      for (const day of [undefined, "numeric"] as const) {
        const format = new Intl.DateTimeFormat(language, { month, ...(day === undefined ? {} : { day }), timeZone: "UTC" });
        for (let at = 0; at < 12; at++) {
          const name = format.formatToParts(Date.UTC(2024, at, 15)).find(({ type }) => type === "month")?.value ?? "";
          if (/\p{L}/u.test(name) && !names.has(name.toLowerCase())) names.set(name.toLowerCase().replace(/[.,]/gu, ""), at + 1);
        }
      }
    }
  }
  for (const [name, at] of [["sept", 9], ["mrz", 3], ["jänner", 1], ["كانون الثاني", 1], ["شباط", 2], ["آذار", 3], ["نيسان", 4], ["أيار", 5], ["حزيران", 6], ["تموز", 7], ["آب", 8], ["أيلول", 9], ["ژانویه", 1], ["فوریه", 2], ["مارس", 3], ["آوریل", 4], ["مه", 5], ["ژوئن", 6], ["ژوئیه", 7], ["اوت", 8], ["سپتامبر", 9], ["اکتبر", 10], ["نوامبر", 11], ["دسامبر", 12]] as const) names.set(name, at);
  return names;
}

const DIGIT = /\p{Nd}/u;
const ISO = /(?:^|[^\d])((?:19|20)\d\d)[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/u;
const COMPACT = /^((?:19|20)\d\d)(\d\d)(\d\d)(?:T|$)/u;
const NUMERIC = /(?:^|[^\d])(\d{1,2})([./-])(\d{1,2})\2((?:19|20)\d\d)(?!\d)/u;
/** Of these nobody can say which is the year. */
const SHORT_YEAR = /(?:^|[^\d])\d{1,2}([./-])\d{1,2}\1\d\d(?!\d)/u;
const DAY_FIRST = /(?:^|[^\d])(\d{1,2})(?:\.|st|nd|rd|th|er|º)?\s?(?:de\s|of\s)?[\s-]?(\p{L}{2,14})\.?,?[\s-](?:de\s|del\s)?((?:19|20)\d\d)(?!\d)/u;
const MONTH_FIRST = /(?:^|[^\p{L}])(\p{L}{2,14})\.?\s(\d{1,2})(?:st|nd|rd|th)?,?\s((?:19|20)\d\d)(?!\d)/u;
const EAST = /((?:19|20)\d\d)\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]/u;

/**
 * The first day that stands in words or a time stamp, as written: no time zone is changed. "05/06/2026" is two days
 * where nothing else tells; then `others` holds the second. Looks at the first 200 characters.
 * @param language of the words: tells which of day and month stands first
 */
export function readDay(words: string, language: string | null): ReadDay | null {
  if (!DIGIT.test(words)) return null;
  const text = westernDigits(words.slice(0, 200));
  const plain = (match: RegExpExecArray | null, year: number, month: number | null, day: number): ReadDay | null => (match === null || month === null ? null : made(match[0], year, month, day));
  const compact = COMPACT.exec(text);
  const iso = compact ?? ISO.exec(text) ?? EAST.exec(text);
  if (iso !== null) return plain(iso, Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const named = DAY_FIRST.exec(text);
  const first = named && plain(named, Number(named[3]), monthOf(named[2] ?? ""), Number(named[1]));
  if (first) return first;
  const month = MONTH_FIRST.exec(text);
  const second = month && plain(month, Number(month[3]), monthOf(month[1] ?? ""), Number(month[2]));
  return second ?? numeric(NUMERIC.exec(text), language);
}

function numeric(match: RegExpExecArray | null, language: string | null): ReadDay | null {
  if (match === null) return null;
  const [one, two] = [Number(match[1]), Number(match[3])];
  const year = Number(match[4]);
  const [dayFirst, monthFirst] = [made(match[0], year, two, one), made(match[0], year, one, two)];
  const sure = match[2] === "." || (language !== null && !/^en\b/iu.test(language));
  if (dayFirst === null || (sure && monthFirst === null)) return dayFirst ?? monthFirst;
  return sure || monthFirst === null || monthFirst.value === dayFirst.value ? dayFirst : { ...dayFirst, others: [monthFirst.value] };
}

function made(quote: string, year: number, month: number, day: number): ReadDay | null {
  const value = `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  return isDay(value) ? { value, quote: quote.trim(), others: [] } : null;
}

/** Arabic-Indic and Persian digits as 0–9. */
const westernDigits = (text: string): string => text.replace(/[٠-٩۰-۹]/gu, (digit) => String((digit.codePointAt(0) ?? 0) % 16 % 10));

const LABEL = /^(?:(?:first |originally |last )?(?:published|posted|updated|modified|created|issued|date|veröffentlicht|erschienen|aktualisiert|stand|publié|mis à jour|modifié|publicado|actualizado|pubblicato|aggiornato|atualizado|gepubliceerd|نشر|تاريخ النشر|آخر تحديث|تاریخ انتشار|تاریخ|انتشار)(?: (?:on|at|am|le|el|il|em|in|op|في|در))?\s?:?\s*)/iu;
const CLOCK = /\d{1,2}[:.h]\d{2}(?::\d{2})?\s?(?:am|pm|a\.m\.|p\.m\.|uhr|gmt|utc|bst|cet|cest|est|edt|pst|pdt)?|\b(?:am|pm|uhr|gmt|utc|bst|cet|cest|est|edt|at|um|à|on|ago|min|read|first|last|posted|modified|updated|published|stand|veröffentlicht|aktualisiert|publié|mis|jour|le|zuletzt|publicado|actualizado)\b/giu;

/** True for a line that only says when something was published or changed. */
export function isDateLine(text: string, language: string | null): boolean {
  if (text.length > 140 || !DIGIT.test(text)) return false;
  const bare = text.trim().replace(LABEL, "");
  const quote = readDay(bare, language)?.quote ?? SHORT_YEAR.exec(westernDigits(bare))?.[0];
  if (quote === undefined) return LABEL.test(text.trim()) && /^[\d:.\sapmAPMhuUr]{0,20}$/u.test(bare) && bare !== "";
  // A second date ("updated …") and the weekday are part of it; any other word makes it a sentence.
  let rest = westernDigits(bare).replace(quote, " ").replace(CLOCK, " ");
  const again = readDay(rest, language);
  if (again !== null) rest = rest.replace(again.quote, " ");
  return rest.split(/[^\p{L}]+/u).every((word) => word.length < 2 || isWeekday(word.toLowerCase()));
}

let weekdays: Set<string> | null = null;

function isWeekday(word: string): boolean {
  weekdays ??= new Set(LANGUAGES.concat("fa").flatMap((language) => (["long", "short"] as const).flatMap((weekday) => {
    const format = new Intl.DateTimeFormat(language, { weekday, timeZone: "UTC" });
    return Array.from({ length: 7 }, (_, day) => format.format(Date.UTC(2024, 0, 1 + day)).toLowerCase().replace(".", ""));
  })).flatMap((name) => name.split(/[^\p{L}]+/u)));
  return weekdays.has(word);
}
