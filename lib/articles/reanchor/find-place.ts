import { editDistance, findApproximate } from "@/lib/text/approximate";
import { TextIndex } from "@/lib/text/text-index";
import { codePoint, utf16 } from "@/lib/text/units";
import { BESIDE, better, type Place, placeAt, type Points, pointsOf, type Sought } from "./place";

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

/** A text in which passages are looked for again and again. */
export class NewText {
  readonly points: Points;
  readonly #index: TextIndex;

  constructor(readonly text: string) {
    this.points = pointsOf(text);
    this.#index = new TextIndex(text);
  }

  /** The words between two places, in code points. */
  slice(start: number, end: number): string {
    return this.#index.slice(codePoint(start), codePoint(end));
  }

  /** Where a string stands, in code points, the nearest `most` to `near`. */
  placesOf(words: string, near: number, most: number): number[] {
    const found: number[] = [];
    if (words === "") return found;
    for (let at = this.text.indexOf(words); at >= 0; at = this.text.indexOf(words, at + 1)) found.push(this.#index.toCodePoint(utf16(at)));
    return found.length <= most ? found : found.sort((a, b) => Math.abs(a - near) - Math.abs(b - near)).slice(0, most);
  }
}

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
  const starts = new Set([
    ...text.placesOf(words, near, MOST_PLACES),
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

/** The best allowed place of words that were edited: between what stood beside them, or where pieces of them stand. */
export function findEdited(text: NewText, sought: Sought, allowed: Allowed): Place | null {
  const between = betweenSides(text, sought, allowed);
  if (sought.quote.length > MOST_COMPARED) return between;
  const most = Math.min(MOST_ERRORS, Math.floor(sought.quote.length / 2));
  let best = between;
  for (const from of windows(text, sought)) {
    const start = Math.max(0, from - most - BESIDE);
    const found = findApproximate(sought.quote, text.points.slice(start, from + sought.quote.length + most + BESIDE), most);
    if (!found) continue;
    const whole = wholeWords(text.points, sought, start + found.start, start + found.end);
    if (whole.start < whole.end && allowed(whole)) best = better(best, placeAt(text.points, sought, whole.start, whole.end, editDistance(sought.quote, text.points.slice(whole.start, whole.end))), sought.start);
  }
  return best;
}

/** Where the words before and behind a quote still stand, what is between them, if it is about as long. The nearest words are enough: farther ones may be edited as well. */
function betweenSides(text: NewText, sought: Sought, allowed: Allowed): Place | null {
  const { quote, start: near } = sought;
  const [prefix, suffix] = [sought.prefix.slice(-SIDE), sought.suffix.slice(0, SIDE)];
  let best: Place | null = null;
  for (const before of text.placesOf(stringOf(prefix), near - prefix.length, MOST_WINDOWS)) {
    const start = before + prefix.length;
    const far = (at: number): number => Math.abs(at - start - quote.length);
    const end = text.placesOf(stringOf(suffix), start + quote.length, MOST_WINDOWS).filter((at) => at > start && at - start <= quote.length * 2 + SIDE).sort((a, b) => far(a) - far(b))[0];
    if (end === undefined || !allowed({ start, end })) continue;
    // Of a very long passage whose sides both stand, only its ends are compared.
    const now = text.points.slice(start, end);
    const errors = quote.length > MOST_COMPARED ? editDistance(ends(quote), ends(now)) * (quote.length / MOST_COMPARED) : editDistance(quote, now);
    best = better(best, placeAt(text.points, sought, start, end, errors), near);
  }
  return best;
}

const ends = (points: Points): Points => [...points.slice(0, MOST_COMPARED / 2), ...points.slice(-MOST_COMPARED / 2)];

/** Where the quote would begin if a piece of it that stands in the text stood at its place in the quote. */
function windows(text: NewText, { quote, start }: Sought): number[] {
  const votes = new Map<number, number>();
  for (const { at, piece } of pieces(quote))
    for (const found of text.placesOf(piece, start + at, MOST_WINDOWS)) {
      const from = Math.round((found - at) / 16) * 16;
      votes.set(from, (votes.get(from) ?? 0) + piece.length);
    }
  return [...votes].sort(([a, n], [b, m]) => m - n || Math.abs(a - start) - Math.abs(b - start)).slice(0, MOST_WINDOWS).map(([from]) => from);
}

/** Words of the quote, two by two where there are more than one, with where they begin. */
function pieces(quote: Points): { at: number; piece: string }[] {
  const words: { at: number; end: number }[] = [];
  for (let i = 0; i < quote.length; i++) {
    if (!isWord(quote[i])) continue;
    const last = words.at(-1);
    if (last?.end === i) last.end = i + 1;
    else words.push({ at: i, end: i + 1 });
  }
  const pairs = words.length > 1 ? words.slice(0, -1).map(({ at }, i) => ({ at, end: words[i + 1]?.end ?? at })) : words;
  return [...pairs, ...(words.length > 1 ? words.filter(({ at, end }) => end - at >= SHORTEST_WORD) : [])].map(({ at, end }) => ({ at, piece: stringOf(quote.slice(at, end)) }));
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
