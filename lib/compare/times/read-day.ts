import type { Calendar } from "./calendar";
import { daysIn } from "./minutes";
import type { Atom, Parts } from "./parts";
import { yearAt } from "./read-year";
import { digitsOf, isMark, phraseAt, type TimeToken } from "./tokens";

const CAPITAL = /^\p{Lu}/u;

/** A date with a month, day or weekday at a token: "9 May", "May 9, 2023", "Thursday, 9 May", "2023-05-09", "May 2004", "summer 2003". Months and seasons alone are `bare`: they need a word before them. */
export function readDate(tokens: readonly TimeToken[], at: number, calendar: Calendar): (Atom & { readonly bare?: boolean }) | null {
  return isoDate(tokens, at) ?? slashDate(tokens, at, calendar) ?? weekdayDate(tokens, at, calendar) ?? dayMonth(tokens, at, calendar) ?? monthDate(tokens, at, calendar) ?? seasonDate(tokens, at, calendar);
}

/** A month's number at a token. */
export function monthAt(tokens: readonly TimeToken[], at: number, calendar: Calendar): { readonly month: number; readonly next: number } | null {
  const token = tokens[at];
  if (token?.kind !== "word" || (calendar.capitalMonths && !CAPITAL.test(token.text))) return null;
  const month = calendar.months.get(token.lower);
  if (month === undefined) return null;
  return { month, next: token.text.length <= 4 && isMark(tokens[at + 1], ".", true) && tokens[at + 2] !== undefined ? at + 2 : at + 1 };
}

const valid = (month: number, day: number, year = 2000): boolean => month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);

/** The year behind a date, after a comma or none: the token behind it. */
function yearBehind(tokens: readonly TimeToken[], at: number, calendar: Calendar): { readonly year: number; readonly next: number } | null {
  const start = isMark(tokens[at], ",") ? at + 1 : calendar.of.has(tokens[at]?.lower ?? "") ? at + 1 : at;
  const year = yearAt(tokens, start, calendar);
  return year === null ? null : { year, next: start + 1 };
}

const withYear = (tokens: readonly TimeToken[], parts: Parts, at: number, calendar: Calendar): Atom => {
  const found = yearBehind(tokens, at, calendar);
  return found ? { parts: { ...parts, year: found.year }, next: found.next } : { parts, next: at };
};

function isoDate(tokens: readonly TimeToken[], at: number): Atom | null {
  const [y, m, d] = [tokens[at], tokens[at + 2], tokens[at + 4]];
  if (!isMark(tokens[at + 1], "-", true) || !isMark(tokens[at + 3], "-", true) || y?.text.length !== 4 || m?.text.length !== 2 || d?.text.length !== 2 || m.spaced || d.spaced) return null;
  const [year, month, day] = [digitsOf(y), digitsOf(m), digitsOf(d)];
  if (year === null || month === null || day === null || year < 1000 || !valid(month, day, year)) return null;
  // "2023-05-09T23:40": the T is its own word.
  const clock = tokens[at + 5]?.text === "T" && !tokens[at + 5]!.spaced ? tokens[at + 6] : undefined;
  const [hour, minute] = [digitsOf(clock, 2), isMark(tokens[at + 7], ":", true) ? digitsOf(tokens[at + 8], 2) : null];
  return hour !== null && minute !== null && hour < 24 && minute < 60 ? { parts: { year, month, day, clock: { minute: hour * 60 + minute, half: "24" } }, next: at + 9 } : { parts: { year, month, day }, next: at + 5 };
}

function slashDate(tokens: readonly TimeToken[], at: number, calendar: Calendar): Atom | null {
  const mark = tokens[at + 1]?.text;
  if ((mark !== "/" && mark !== ".") || tokens[at + 3]?.text !== mark || tokens[at + 1]!.spaced || tokens[at + 3]!.spaced) return null;
  const [first, second, third] = [digitsOf(tokens[at], 2), digitsOf(tokens[at + 2], 2), digitsOf(tokens[at + 4])];
  if (first === null || second === null || third === null || third < 1300 || third > 2100 || (mark === "/" && tokens[at + 4]!.spaced)) return null;
  // A full stop, and every language but English, writes the day first.
  if (mark === "." || !calendar.capitalMonths || first > 12) return valid(second, first, third) ? { parts: { year: third, month: second, day: first }, next: at + 5 } : null;
  if (second > 12) return valid(first, second, third) ? { parts: { year: third, month: first, day: second }, next: at + 5 } : null;
  return { parts: { year: third, month: first, day: second, ...(first === second ? {} : { eitherWay: true }) }, next: at + 5 };
}

function weekdayDate(tokens: readonly TimeToken[], at: number, calendar: Calendar): Atom | null {
  const token = tokens[at];
  const weekday = token?.kind === "word" && (!calendar.capitalMonths || CAPITAL.test(token.text)) ? calendar.weekdays.get(token.lower) : undefined;
  if (weekday === undefined || (token!.text.length < 5 && !isMark(tokens[at + 1], ".,") && tokens[at + 1]?.kind !== "digits" && !calendar.weekdays.has(token!.lower))) return null;
  const part = phraseAt(tokens, at + 1, calendar.dayParts);
  const after = part?.next ?? at + 1;
  const start = isMark(tokens[after], ".,") ? after + 1 : after;
  const skip = calendar.determiners.has(tokens[start]?.lower ?? "") || calendar.on.has(tokens[start]?.lower ?? "") ? start + 1 : start;
  const date = dayMonth(tokens, start, calendar) ?? monthDay(tokens, start, calendar) ?? dayMonth(tokens, skip, calendar) ?? slashDate(tokens, skip, calendar);
  return date ? { parts: { ...date.parts, weekday, ...(part ? { dayPart: part.value } : {}) }, next: date.next } : { parts: { weekday, ...(part ? { dayPart: part.value } : {}) }, next: after };
}

/** The day's number at a token, with its ending. */
export function dayAt(tokens: readonly TimeToken[], at: number, calendar: Calendar): { readonly day: number; readonly next: number } | null {
  const day = digitsOf(tokens[at], 2);
  if (day === null || day < 1 || day > 31 || (tokens[at - 1] && !tokens[at]!.spaced && !isMark(tokens[at - 1], "(–—-“\"„«"))) return null;
  const end = tokens[at + 1];
  return { day, next: end && !end.spaced && (calendar.dayEnds.has(end.lower) || calendar.dayEnds.has(end.text)) ? at + 2 : at + 1 };
}

function dayMonth(tokens: readonly TimeToken[], at: number, calendar: Calendar): Atom | null {
  const day = dayAt(tokens, at, calendar);
  if (!day) return null;
  const start = calendar.of.has(tokens[day.next]?.lower ?? "") ? day.next + 1 : day.next;
  const month = monthAt(tokens, start, calendar);
  return month && valid(month.month, day.day) ? withYear(tokens, { month: month.month, day: day.day }, month.next, calendar) : null;
}

function monthDay(tokens: readonly TimeToken[], at: number, calendar: Calendar): Atom | null {
  const month = calendar.capitalMonths ? monthAt(tokens, at, calendar) : null;
  const start = month && calendar.determiners.has(tokens[month.next]?.lower ?? "") ? month.next + 1 : month?.next ?? 0;
  const day = month ? dayAt(tokens, start, calendar) : null;
  if (!month || !day || !valid(month.month, day.day) || isMark(tokens[day.next], ":", true) || calendar.counted.has(tokens[day.next]?.lower ?? "")) return null;
  return withYear(tokens, { month: month.month, day: day.day }, day.next, calendar);
}

function monthDate(tokens: readonly TimeToken[], at: number, calendar: Calendar): (Atom & { bare?: boolean }) | null {
  const dated = monthDay(tokens, at, calendar);
  if (dated) return dated;
  const month = monthAt(tokens, at, calendar);
  if (!month) return null;
  const atom = withYear(tokens, { month: month.month }, month.next, calendar);
  return atom.parts.year === undefined ? { ...atom, bare: true } : atom;
}

function seasonDate(tokens: readonly TimeToken[], at: number, calendar: Calendar): (Atom & { bare?: boolean }) | null {
  const season = calendar.seasons.get(tokens[at]?.lower ?? "");
  if (season === undefined) return null;
  const atom = withYear(tokens, { season }, at + 1, calendar);
  return atom.parts.year === undefined ? { ...atom, bare: true } : atom;
}
