import type { Calendar } from "./calendar";
import type { Atom } from "./parts";
import { digitsOf, isMark, phraseAt, type TimeToken } from "./tokens";

type End = { readonly half: "am" | "pm" | "24" | null; readonly next: number };

/** A time of day at a token: "23:40", "11.40 p.m.", "23 h 40", "noon". `told` means that a word before it speaks for a time of day ("at", "by"), as a number word alone needs. */
export function readClock(tokens: readonly TimeToken[], at: number, calendar: Calendar, told: boolean): Atom | null {
  const word = isMark(tokens[at - 1], "-", true) ? null : phraseAt(tokens, at, calendar.clockWords);
  if (word) return { parts: { clock: { minute: word.value, half: "24" } }, next: word.next };
  const hour = digitsOf(tokens[at], 2);
  return hour === null ? hourInWords(tokens, at, calendar, told) : hourInDigits(tokens, at, hour, calendar, told);
}

function hourInDigits(tokens: readonly TimeToken[], at: number, hour: number, calendar: Calendar, told: boolean): Atom | null {
  const [token, before] = [tokens[at]!, tokens[at - 1]];
  if (hour > 24 || (before && !token.spaced && !isMark(before, "(–—-“\"„«"))) return null;
  const french = tokens[at + 1]?.lower === "h" || tokens[at + 1]?.lower === "heures";
  const mark = isMark(tokens[at + 1], ":.", true) || french ? at + 1 : null;
  const minute = mark !== null && tokens[mark + 1]?.text.length === 2 && (french || !tokens[mark + 1]!.spaced) ? digitsOf(tokens[mark + 1], 2) : null;
  if (mark !== null && minute !== null && minute < 60) {
    const next = mark + 2;
    if (isMark(tokens[next], ":.", true) && tokens[next + 1]?.kind === "digits" && !tokens[next + 1]!.spaced) return null;
    const end = endAt(tokens, next, calendar);
    // A full stop between digits is a decimal point, and a colon a score, unless something speaks for a time.
    const sure = french || end !== null || (tokens[mark]!.text === ":" && (told || token.text.length === 2) && before?.lower !== "of");
    return sure ? clock(hour, minute, end, next, hour > 12 || token.text.startsWith("0") || french ? "24" : null) : null;
  }
  if (french) return clock(hour, 0, null, at + 2, "24");
  const end = endAt(tokens, at + 1, calendar);
  return end ? clock(hour, 0, end, at + 1, hour > 12 ? "24" : null) : null;
}

function hourInWords(tokens: readonly TimeToken[], at: number, calendar: Calendar, told: boolean): Atom | null {
  const hour = tokens[at]?.kind === "word" && /\p{L}{3}/u.test(tokens[at].text) ? calendar.numbers.get(tokens[at].lower) : undefined;
  if (hour === undefined || hour > 12) return null;
  const end = endAt(tokens, at + 1, calendar);
  if (end) return clock(hour, 0, end, at + 1, null);
  const behind = tokens[at + 1];
  return told && (behind === undefined || isMark(behind, ".,;!?)”\"»")) ? clock(hour, 0, null, at + 1, null) : null;
}

/** "p.m.", "pm", "o'clock", "in the morning" at a token. */
function endAt(tokens: readonly TimeToken[], at: number, calendar: Calendar): End | null {
  const [first, dot, second, last] = [tokens[at], tokens[at + 1], tokens[at + 2], tokens[at + 3]];
  if ((first?.lower === "a" || first?.lower === "p") && isMark(dot, ".", true) && second?.lower === "m" && !second.spaced) return { half: first.lower === "a" ? "am" : "pm", next: isMark(last, ".", true) ? at + 4 : at + 3 };
  const part = phraseAt(tokens, at, calendar.dayParts);
  if (part && part.next > at + 1) return { half: part.value.from < 660 ? "am" : "pm", next: part.next };
  const end = phraseAt(tokens, at, calendar.clockEnds);
  if (!end) return null;
  const more = phraseAt(tokens, end.next, calendar.dayParts);
  return more && more.next > end.next + 1 ? { half: more.value.from < 660 ? "am" : "pm", next: more.next } : { half: end.value.half, next: end.next };
}

function clock(hour: number, minute: number, end: End | null, next: number, plain: "24" | null): Atom | null {
  const half = end?.half ?? plain;
  if (hour > 24 || (half !== "24" && half !== null && hour > 12)) return null;
  const hours = half === "pm" && hour < 12 ? hour + 12 : half === "am" && hour === 12 ? 0 : hour;
  return { parts: { clock: { minute: hours * 60 + minute, half: half === "am" || half === "pm" ? "24" : half } }, next: end?.next ?? next };
}
