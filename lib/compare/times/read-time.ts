import type { Calendar, Prefix } from "./calendar";
import { type Atom, filledFrom, filledTo, type Parts } from "./parts";
import { readClock } from "./read-clock";
import { dayAt, readDate } from "./read-day";
import { readRelative } from "./read-relative";
import { readEra, yearAt } from "./read-year";
import { digitsOf, isMark, phraseAt, type TimeToken } from "./tokens";

/** A time with all that stands around it. `first` is the token at which the mention begins. */
export type ReadTime = { readonly prefixes: readonly Prefix[]; readonly parts: Parts; readonly until: Parts | null; readonly first: number; readonly next: number };

/** A sentence being read. */
export type Reading = { readonly tokens: readonly TimeToken[]; readonly source: string; readonly calendar: Calendar; /** The token behind the year before, so that "1986, 1988 and 1990" are three. */ readonly listed: number | null };

const MOST_PREFIXES = 3;
const DASHES = "–—-‑";

/** The time that begins at a token, with its prefixes, or null. Looks at a bounded number of tokens. */
export function readTime(reading: Reading, at: number): ReadTime | null {
  const { tokens, calendar } = reading;
  const prefixes: Prefix[] = [];
  let [next, first, the] = [at, null as number | null, false];
  while (prefixes.length < MOST_PREFIXES) {
    const found = readRelative(tokens, next, calendar, reading.source) ? null : phraseAt(tokens, next, calendar.prefixes);
    if (!found) break;
    prefixes.push(found.value);
    if (found.value !== "at" && first === null) first = next;
    the = calendar.determiners.has(tokens[found.next - 1]!.lower);
    next = isMark(tokens[found.next], DASHES, true) && (found.value === "early" || found.value === "mid" || found.value === "late") ? found.next + 1 : found.next;
  }
  const days = dayRange(reading, next, prefixes) ?? hourRange(reading, next, prefixes);
  const atom = days ?? joined(reading, next, prefixes.length > 0 ? prefixes : null);
  if (!atom) return null;
  const range = days ?? rangeFrom(reading, atom, prefixes);
  if (range) return { prefixes: prefixes.filter((one) => one !== "between" && one !== "since" && one !== "at"), parts: range.parts, until: range.until, first: first ?? next, next: range.next };
  if (prefixes.includes("between")) return null;
  // In "after the 2003 invasion" the year belongs to the invasion.
  const names = the && atom.parts.counted === undefined && atom.parts.offset === undefined && isNoun(reading, atom.next);
  return { prefixes: names ? [] : prefixes.filter((one) => one !== "at"), parts: atom.parts, until: null, first: names ? next : (first ?? next), next: atom.next };
}

const isNoun = ({ tokens, calendar }: Reading, at: number): boolean => {
  const token = tokens[at];
  return token?.kind === "word" && !calendar.stops.has(token.lower) && !calendar.determiners.has(token.lower) && !calendar.links.has(token.lower) && !calendar.prefixes.has(token.lower);
};

/** An atom, and a clock time with its day, in either order. */
function joined(reading: Reading, at: number, prefixes: readonly Prefix[] | null): Atom | null {
  const { tokens, calendar } = reading;
  const atom = atomAt(reading, at, prefixes);
  if (!atom) return null;
  if (atom.parts.clock) {
    const start = isMark(tokens[atom.next], ",") ? atom.next + 1 : atom.next;
    for (const from of [start, calendar.on.has(tokens[start]?.lower ?? "") ? start + 1 : start, start + 2]) {
      if (from === start + 2 && !(calendar.on.has(tokens[start]?.lower ?? "") && calendar.determiners.has(tokens[start + 1]?.lower ?? ""))) continue;
      const day = readDate(tokens, from, calendar) ?? readRelative(tokens, from, calendar, reading.source);
      if (day && (day.parts.day !== undefined || day.parts.weekday !== undefined || day.parts.offset?.unit === "day")) return { parts: { ...day.parts, ...atom.parts }, next: day.next };
    }
    return atom;
  }
  if (atom.parts.day === undefined && atom.parts.weekday === undefined && atom.parts.offset?.unit !== "day") return atom;
  const start = isMark(tokens[atom.next], ",") ? atom.next + 1 : atom.next;
  const told = phraseAt(tokens, start, calendar.prefixes);
  const clock = told?.value === "at" || told?.value === "about" || told === null ? readClock(tokens, told?.next ?? start, calendar, told !== null) : null;
  return clock && atom.parts.clock === undefined ? { parts: { ...atom.parts, ...clock.parts }, next: clock.next } : atom;
}

/** One time without what stands around it. `prefixes` null: nothing before it speaks for a time. */
function atomAt(reading: Reading, at: number, prefixes: readonly Prefix[] | null): Atom | null {
  const { tokens, calendar, source } = reading;
  if (at >= tokens.length) return null;
  const told = prefixes !== null;
  const relative = readRelative(tokens, at, calendar, source);
  if (relative) return relative;
  const date = readDate(tokens, at, calendar);
  if (date && (!date.bare || told)) return date;
  const era = readEra(tokens, at, calendar);
  if (era) return era;
  const clock = readClock(tokens, at, calendar, told);
  if (clock) return clock;
  const year = yearAt(tokens, at, calendar);
  if (year === null) return null;
  const before = tokens[at - 1];
  const spoken = told ? !(prefixes.every((one) => one === "about") && isNoun(reading, at + 1)) : reading.listed === at || isMark(before, "([") || (before !== undefined && (calendar.determiners.has(before.lower) || calendar.yearNouns.has(before.lower) || /['’]s$/u.test(before.text) || (calendar.yearsBehind && year >= 1800 && before.kind === "word")));
  return spoken ? { parts: { year }, next: at + 1 } : null;
}

type Range = { readonly parts: Parts; readonly until: Parts; readonly next: number };

/** "9–11 May", "from 9 to 11 May", "between 9 and 11 May": the first day says no month. */
function dayRange(reading: Reading, at: number, prefixes: readonly Prefix[]): Range | null {
  const { tokens, calendar } = reading;
  const first = dayAt(tokens, at, calendar);
  const link = first ? linkAt(reading, first.next, prefixes) : null;
  const second = link === null ? null : readDate(tokens, link, calendar);
  return first && second && second.parts.day !== undefined && second.parts.month !== undefined && second.parts.weekday === undefined && first.day < second.parts.day ? { parts: filledFrom({ day: first.day }, second.parts), until: second.parts, next: second.next } : null;
}

/** "from 10 to 11 p.m.": the first hour says no half of the day. */
function hourRange(reading: Reading, at: number, prefixes: readonly Prefix[]): Range | null {
  const { tokens, calendar } = reading;
  const hour = digitsOf(tokens[at], 2) ?? calendar.numbers.get(tokens[at]?.lower ?? "") ?? null;
  const link = hour === null || hour > 24 || hour < 1 ? null : linkAt(reading, at + 1, prefixes);
  const second = link === null || !readClock(tokens, link, calendar, false) ? null : joined(reading, link, null);
  if (hour === null || !second?.parts.clock) return null;
  const end = second.parts.clock;
  const minute = hour * 60 + (hour < 12 && hour * 60 + 720 < end.minute ? 720 : 0);
  return minute < end.minute ? { parts: { ...second.parts, clock: { minute, half: end.half } }, until: second.parts, next: second.next } : null;
}

/** The token behind what joins the two ends of a range. */
function linkAt({ tokens, calendar }: Reading, at: number, prefixes: readonly Prefix[]): number | null {
  if (isMark(tokens[at], `${DASHES}/`) && (!tokens[at]!.spaced || tokens[at]!.text === "–")) return at + 1;
  const link = phraseAt(tokens, at, calendar.links);
  if (!link) return null;
  return link.value === "to" ? (prefixes.some((one) => one === "between") ? null : link.next) : prefixes.includes("between") ? link.next : null;
}

/** The range of which an atom is the first end. */
function rangeFrom(reading: Reading, first: Atom, prefixes: readonly Prefix[]): Range | null {
  const { tokens, calendar } = reading;
  if (first.parts.counted || first.parts.offset) return null;
  const link = linkAt(reading, first.next, prefixes);
  if (link === null) return null;
  const short = shortEnd(reading, first.parts, link);
  if (short) return { parts: first.parts, ...short };
  // "until early 2013": how early is no matter for a range.
  const soft = phraseAt(tokens, link, calendar.prefixes);
  const start = soft && (soft.value === "early" || soft.value === "mid" || soft.value === "late" || soft.value === "at" || soft.value === "about") ? soft.next : link;
  const second = joined(reading, start, ["at"]);
  if (!second || second.parts.counted || second.parts.offset || !alike(first.parts, second.parts)) return null;
  return { parts: filledFrom(first.parts, second.parts), until: filledTo(first.parts, second.parts), next: second.next };
}

/** "2009–13", "May 9–11". */
function shortEnd({ tokens, calendar }: Reading, first: Parts, at: number): { readonly until: Parts; readonly next: number } | null {
  const digits = digitsOf(tokens[at], 2);
  if (digits === null || tokens[at]!.spaced) return null;
  if (first.year !== undefined && first.month === undefined && first.season === undefined && tokens[at]!.text.length === 2 && digits > first.year % 100) return { until: { year: first.year - (first.year % 100) + digits }, next: at + 1 };
  const day = first.day !== undefined && first.clock === undefined ? dayAt([...tokens.slice(at, at + 2)], 0, calendar) : null;
  if (day === null || day.day <= first.day!) return null;
  const year = first.year ?? yearAt(tokens, isMark(tokens[at + day.next], ",") ? at + day.next + 1 : at + day.next, calendar);
  return { until: { ...first, day: day.day, ...(year === null ? {} : { year }) }, next: at + day.next + (first.year === undefined && year !== null ? (isMark(tokens[at + day.next], ",") ? 2 : 1) : 0) };
}

/** Whether two atoms can be the ends of one range. */
function alike(first: Parts, second: Parts): boolean {
  const level = ({ clock, day, weekday, month, season, decade, century }: Parts): string => (clock ? "clock" : day !== undefined || weekday !== undefined ? "day" : month !== undefined || season !== undefined ? "month" : decade !== undefined ? "year" : century !== undefined ? "century" : "year");
  const [a, b] = [level(first), level(second)];
  return a === b || (a === "month" && b === "year") || (a === "year" && b === "month") || (a === "day" && b === "month") || (a === "month" && b === "day");
}
