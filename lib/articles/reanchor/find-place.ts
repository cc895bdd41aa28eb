import { editDistance, findApproximate } from "@/lib/text/approximate";
import type { Effort } from "./effort";
import type { NewText } from "./new-text";
import { BESIDE, better, type Place, placeAt, type Points, type Sought } from "./place";

/** So many places with the same words are weighed, those nearest to the old place; those that have a neighbour in common come on top. */
const MOST_PLACES = 40;
/** So much of what stands beside a quote makes a place a likely one. */
const NEIGHBOUR = 8;
/** A longer quote is found by what stands beside it, not by comparing it with the whole text. */
const MOST_COMPARED = 1_000;
/** So much of what stands beside a quote is looked for. */
const SIDE = 12;
/** Shorter words stand everywhere. */
const SHORTEST_WORD = 3;
/** So many windows are searched for words that were edited. */
const MOST_WINDOWS = 8;
const MOST_ERRORS = 256;
/** Looking for a string passes over so much of a text in the time of one cell of an edit distance. */
const SCANNED_AT_ONCE = 4;

const stringOf = (points: Points): string => {
  let text = "";
  for (const point of points) text += String.fromCodePoint(point);
  return text;
};

/** Whether a mark may stand somewhere. */
export type Allowed = (place: { readonly start: number; readonly end: number }) => boolean;

/** The best allowed place of the very words; null where they are no more, or nothing says that it is the same passage. */
export function findSame(text: NewText, sought: Sought, allowed: Allowed): Place | null {
  const { quote, prefix, suffix, start: near } = sought;
  const words = stringOf(quote);
  const before = prefix.slice(-NEIGHBOUR);
  const places = text.placesOf(words, near, MOST_PLACES);
  // Fewer are all of them.
  const starts = new Set(places.length < MOST_PLACES ? places : [
    ...places,
    ...(before.length === 0 ? [] : text.placesOf(stringOf(before) + words, near - before.length, MOST_PLACES).map((at) => at + before.length)),
    ...(suffix.length === 0 ? [] : text.placesOf(words + stringOf(suffix.slice(0, NEIGHBOUR)), near, MOST_PLACES)),
  ]);
  let best: Place | null = null;
  for (const start of starts) {
    const end = start + quote.length;
    if (allowed({ start, end })) best = better(best, placeAt(text.points, sought, start, end, 0), near);
  }
  return best;
}

/** The best allowed place of words that were edited: between what stood beside them, or where pieces of them stand. Null, and `effort.cut` counted up, where all effort is spent before the search is at its end. */
export function findEdited(text: NewText, sought: Sought, allowed: Allowed, effort: Effort): Place | null {
  // Both ends are looked for in the whole text, some cells to a step.
  if (!effort.take(Math.ceil(text.points.length / SCANNED_AT_ONCE))) return giveUp(effort);
  const between = betweenSides(text, sought, allowed, effort);
  if (between === "cut") return giveUp(effort);
  if (sought.quote.length > MOST_COMPARED) return between;
  const most = Math.min(MOST_ERRORS, Math.floor(sought.quote.length / 2));
  let best = between;
  for (const from of windows(text, sought)) {
    const start = Math.max(0, from - most - BESIDE);
    const window = text.points.slice(start, from + sought.quote.length + most + BESIDE);
    if (!effort.take(2 * sought.quote.length * window.length)) return giveUp(effort);
    const found = findApproximate(sought.quote, window, most);
    if (!found) continue;
    const whole = wholeWords(text.points, sought, start + found.start, start + found.end);
    if (whole.start < whole.end && allowed(whole)) best = better(best, placeAt(text.points, sought, whole.start, whole.end, editDistance(sought.quote, text.points.slice(whole.start, whole.end))), sought.start);
  }
  return best;
}

function giveUp(effort: Effort): null {
  effort.cut += 1;
  return null;
}

/** Where the words before and behind a quote still stand, what is between them, if it is about as long. The nearest words are enough: farther ones may be edited as well. */
function betweenSides(text: NewText, sought: Sought, allowed: Allowed, effort: Effort): Place | null | "cut" {
  const { quote, start: near } = sought;
  const [prefix, suffix] = [sought.prefix.slice(-SIDE), sought.suffix.slice(0, SIDE)];
  let best: Place | null = null;
  for (const before of text.placesOf(stringOf(prefix), near - prefix.length, MOST_WINDOWS)) {
    const start = before + prefix.length;
    const far = (at: number): number => Math.abs(at - start - quote.length);
    const end = text.placesWithin(stringOf(suffix), start + 1, start + quote.length * 2 + SIDE + suffix.length).sort((a, b) => far(a) - far(b))[0];
    if (end === undefined || !allowed({ start, end })) continue;
    // Of a very long passage whose sides both stand, only its ends are compared.
    const now = text.points.slice(start, end);
    if (!effort.take(quote.length > MOST_COMPARED ? MOST_COMPARED ** 2 : quote.length * now.length)) return "cut";
    const errors = quote.length > MOST_COMPARED ? editDistance(ends(quote), ends(now)) * (quote.length / MOST_COMPARED) : editDistance(quote, now);
    best = better(best, placeAt(text.points, sought, start, end, errors), near);
  }
  return best;
}

const ends = (points: Points): Points => [...points.slice(0, MOST_COMPARED / 2), ...points.slice(-MOST_COMPARED / 2)];

/** Where the quote would begin if a piece of it that stands in the text stood at its place in the quote; those that many pieces speak for. */
function windows(text: NewText, { quote, start }: Sought): number[] {
  const votes = new Map<number, number>();
  for (const { at, word, piece } of pieces(quote))
    for (const found of text.placesOfPiece(word, piece, start + at, MOST_WINDOWS)) {
      const from = Math.round((found - at) / 16) * 16;
      votes.set(from, (votes.get(from) ?? 0) + piece.length);
    }
  const inTurn = [...votes].sort(([a, n], [b, m]) => m - n || Math.abs(a - start) - Math.abs(b - start)).slice(0, MOST_WINDOWS);
  return inTurn.filter(([, n]) => n * 2 >= (inTurn[0]?.[1] ?? 0)).map(([from]) => from);
}

/** Words of the quote, two by two where there are more than one, with where they begin and their first word. */
function pieces(quote: Points): { at: number; word: string; piece: Points }[] {
  const words: { at: number; end: number }[] = [];
  for (let i = 0; i < quote.length; i++) {
    if (!isWord(quote[i])) continue;
    const last = words.at(-1);
    if (last?.end === i) last.end = i + 1;
    else words.push({ at: i, end: i + 1 });
  }
  const pairs = words.length > 1 ? words.slice(0, -1).map(({ at, end }, i) => ({ at, first: end, end: words[i + 1]?.end ?? at })) : words.map(({ at, end }) => ({ at, first: end, end }));
  const alone = words.length > 1 ? words.filter(({ at, end }) => end - at >= SHORTEST_WORD).map(({ at, end }) => ({ at, first: end, end })) : [];
  return [...pairs, ...alone].map(({ at, first, end }) => ({ at, word: stringOf(quote.slice(at, first)), piece: quote.slice(at, end) }));
}

const isWord = (point: number | undefined): boolean => point !== undefined && /[\p{L}\p{M}\p{N}]/u.test(String.fromCodePoint(point));

/** Moves edges that fell into a word outwards to its edge, where the old ones stood between words. */
function wholeWords(text: Points, { quote, prefix, suffix }: Sought, from: number, to: number): { start: number; end: number } {
  let [start, end] = [from, to];
  if (!(isWord(prefix.at(-1)) && isWord(quote[0]))) while (start > 0 && isWord(text[start - 1]) && isWord(text[start])) start -= 1;
  if (!(isWord(suffix[0]) && isWord(quote.at(-1)))) while (end < text.length && isWord(text[end - 1]) && isWord(text[end])) end += 1;
  while (start < end && isBlank(text[start])) start += 1;
  while (end > start && isBlank(text[end - 1])) end -= 1;
  return { start, end };
}

const isBlank = (point: number | undefined): boolean => point !== undefined && /\s/u.test(String.fromCodePoint(point));
