import type { Calendar, Unit } from "./calendar";
import type { Atom } from "./parts";
import { monthAt } from "./read-day";
import { digitsOf, isMark, phraseAt, type TimeToken } from "./tokens";

/** Longest name of what a time is counted from, in words. */
const ANCHOR_WORDS = 6;

/** A time counted from the day of publication, from the time told before, or from an event: "yesterday", "last week", "two years ago", "three days after the vote". */
export function readRelative(tokens: readonly TimeToken[], at: number, calendar: Calendar, source: string): Atom | null {
  const said = phraseAt(tokens, at, calendar.deictic);
  const before = tokens[at - 1];
  if (said && !(before && isMark(before, "-", true))) return { parts: { offset: { unit: said.value.unit, n: said.value.n }, ...(said.value.part ? { dayPart: said.value.part } : {}) }, next: said.next };
  return turned(tokens, at, calendar) ?? counted(tokens, at, calendar, source);
}

/** "last week", "next Thursday", "this May". */
function turned(tokens: readonly TimeToken[], at: number, calendar: Calendar): Atom | null {
  const told = toldTurn(tokens, at, calendar);
  if (told) return told;
  const front = phraseAt(tokens, at, calendar.turns);
  const noun = front?.next ?? (calendar.determiners.has(tokens[at]?.lower ?? "") ? at + 1 : at);
  const unit = calendar.units.get(tokens[noun]?.lower ?? "");
  const weekday = calendar.weekdays.get(tokens[noun]?.lower ?? "");
  const month = monthAt(tokens, noun, calendar)?.month;
  const season = calendar.seasons.get(tokens[noun]?.lower ?? "");
  if (unit === undefined && weekday === undefined && month === undefined && season === undefined) return null;
  const behind = phraseAt(tokens, noun + 1, calendar.turnsBehind);
  const n = front?.value ?? behind?.value;
  if (n === undefined) return null;
  let next = front ? noun + 1 : behind!.next;
  if (unit !== undefined) return unit === "minute" || unit === "hour" ? null : { parts: { offset: { unit, n } }, next };
  if (weekday !== undefined) {
    const part = phraseAt(tokens, next, calendar.dayParts);
    if (part) next = part.next;
    return { parts: { weekday, offset: { unit: "day", n }, ...(part ? { dayPart: part.value } : {}) }, next };
  }
  return { parts: { ...(month === undefined ? { season: season! } : { month }), offset: { unit: "year", n } }, next };
}

/** "the following day", "that year": counted from the time told before. */
function toldTurn(tokens: readonly TimeToken[], at: number, calendar: Calendar): Atom | null {
  const front = phraseAt(tokens, at, calendar.turnsTold);
  const noun = front?.next ?? (calendar.determiners.has(tokens[at]?.lower ?? "") ? at + 1 : at);
  const unit = calendar.units.get(tokens[noun]?.lower ?? "");
  const behind = unit === undefined || front ? null : phraseAt(tokens, noun + 1, calendar.turnsToldBehind);
  const n = front?.value ?? behind?.value;
  return unit === undefined || n === undefined || unit === "minute" || unit === "hour" ? null : { parts: { counted: { unit, n, from: "told" } }, next: behind?.next ?? noun + 1 };
}

/** "two years ago", "a week later", "three days after the vote". */
function counted(tokens: readonly TimeToken[], at: number, calendar: Calendar, source: string): Atom | null {
  const ahead = phraseAt(tokens, at, calendar.ago.before);
  const length = lengthAt(tokens, ahead?.next ?? at, calendar);
  if (!length) return null;
  const { n, unit, next, the } = length;
  if (!the && (ahead || calendar.ago.behind.has(tokens[next]?.lower ?? ""))) return { parts: { offset: { unit, n: -n } }, next: ahead ? next : next + 1 };
  const beside = phraseAt(tokens, next, calendar.beside);
  const anchor = beside ? anchorAt(tokens, beside.next, calendar, source) : null;
  if (beside && anchor) return { parts: { counted: { unit, n: n * beside.value, from: anchor.name } }, next: anchor.next };
  const later = the ? null : phraseAt(tokens, next, calendar.later);
  return later ? { parts: { counted: { unit, n: n * later.value, from: "told" } }, next: later.next } : null;
}

function lengthAt(tokens: readonly TimeToken[], at: number, calendar: Calendar): { readonly n: number; readonly unit: Unit; readonly next: number; /** "the day after": nothing counts it. */ readonly the: boolean } | null {
  const token = tokens[at];
  const the = token !== undefined && !calendar.numbers.has(token.lower) && (calendar.determiners.has(token.lower) || calendar.on.has(token.lower));
  const n = digitsOf(token) ?? (the ? 1 : token ? calendar.numbers.get(token.lower) : undefined);
  const unit = calendar.units.get(tokens[at + 1]?.lower ?? "");
  return n === undefined || n === null || n < 1 || n > 2000 || unit === undefined || !tokens[at + 1]!.spaced ? null : { n, unit, next: at + 2, the };
}

function anchorAt(tokens: readonly TimeToken[], at: number, calendar: Calendar, source: string): { readonly name: string; readonly next: number } | null {
  let next = at;
  while (next < tokens.length && next < at + ANCHOR_WORDS && tokens[next]!.kind === "word" && !(next > at && calendar.stops.has(tokens[next]!.lower))) next += 1;
  const first = tokens[at];
  if (!first || next === at || (calendar.stops.has(first.lower) && !calendar.determiners.has(first.lower))) return null;
  const name = source.slice(first.start, tokens[next - 1]!.end);
  return [...name].length > 80 ? null : { name, next };
}
