import type { Calendar } from "./calendar";
import type { Atom } from "./parts";
import { digitsOf, isMark, phraseAt, type TimeToken } from "./tokens";

/** Years that digits can be without a word that says so. */
const PLAIN = { from: 1300, to: 2100 } as const;
const ROMAN: Readonly<Record<string, number>> = { xiv: 14, xv: 15, xvi: 16, xvii: 17, xviii: 18, xix: 19, xx: 20, xxi: 21 };
const CURRENCY = "$€£¥#№§/";

/** Four digits that can be a year: no part of a longer number, no price, no name of a road or page. */
export function yearAt(tokens: readonly TimeToken[], at: number, calendar: Calendar): number | null {
  const [token, before, behind] = [tokens[at], tokens[at - 1], tokens[at + 1]];
  const year = digitsOf(token);
  if (year === null || token!.text.length !== 4 || year < PLAIN.from || year > PLAIN.to) return null;
  if (before && !token!.spaced && !isMark(before, "(–—-'’‘\"“„«[")) return null;
  if (before && (isMark(before, CURRENCY) || calendar.numbered.has(before.lower) || (isMark(before, ".") && calendar.numbered.has(tokens[at - 2]?.lower ?? "")))) return null;
  if (behind && !behind.spaced && (isMark(behind, "%€$£°") || (isMark(behind, ".,:") && tokens[at + 2]?.kind === "digits" && !tokens[at + 2]!.spaced) || (behind.kind === "word" && !calendar.decadeEnds.has(behind.lower) && !behind.lower.startsWith("'")))) return null;
  if (behind && calendar.counted.has(behind.lower)) return null;
  return year;
}

/** A century, decade, or year that shows itself without a word before it: "the 19th century", "1980s", "eighties", "2009/10" is none. */
export function readEra(tokens: readonly TimeToken[], at: number, calendar: Calendar): Atom | null {
  return centuryAt(tokens, at, calendar) ?? decadeAt(tokens, at, calendar);
}

function centuryAt(tokens: readonly TimeToken[], at: number, calendar: Calendar): Atom | null {
  const token = tokens[at];
  if (!token) return null;
  const digits = digitsOf(token, 2);
  const roman = token.kind === "word" ? ROMAN[token.lower] ?? ROMAN[token.lower.replace(/e$/u, "")] : undefined;
  const n = digits ?? roman ?? calendar.ordinals.get(token.lower) ?? null;
  if (n === null || n < 1 || n > 21) return null;
  let next = at + 1;
  if (digits !== null || roman !== undefined) {
    const end = tokens[next];
    if (end && !end.spaced && (isMark(end, ".") || calendar.dayEnds.has(end.lower) || end.lower === "e" || end.lower === "ème")) next += 1;
  }
  if (isMark(tokens[next], "-")) next += 1;
  return calendar.century.has(tokens[next]?.lower ?? "") ? { parts: { century: n }, next: next + 1 } : null;
}

function decadeAt(tokens: readonly TimeToken[], at: number, calendar: Calendar): Atom | null {
  const [token, before] = [tokens[at], tokens[at - 1]];
  if (!token || (before && calendar.possessives.has(before.lower))) return null;
  const word = phraseAt(tokens, at, calendar.decades);
  if (word) return { parts: { decade: word.value }, next: word.next };
  const digits = digitsOf(token);
  if (digits === null || digits % 10 !== 0 || (token.text.length !== 4 && token.text.length !== 2) || (token.text.length === 4 && (digits < PLAIN.from || digits > PLAIN.to))) return null;
  const end = tokens[at + 1];
  if (end && !end.spaced && calendar.decadeEnds.has(end.lower)) {
    const noun = tokens[at + 2];
    const next = noun && isMark(noun, "-") && calendar.yearNouns.has(tokens[at + 3]?.lower ?? "") ? at + 4 : calendar.yearNouns.has(noun?.lower ?? "") ? at + 3 : at + 2;
    return token.text.length === 4 || calendar.determiners.has(before?.lower ?? "") || isMark(before, "'’‘") || next > at + 2 ? { parts: { decade: digits }, next } : null;
  }
  // "les années 1980": the noun stands in front.
  return calendar.decadeEnds.has("années") && before?.lower === "années" ? { parts: { decade: digits }, next: at + 1 } : null;
}
