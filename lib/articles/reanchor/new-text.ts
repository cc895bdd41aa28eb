import { TextIndex } from "@/lib/text/text-index";
import { codePoint, utf16 } from "@/lib/text/units";
import { type Points, pointsOf } from "./place";

/** So many places of a word are looked at to find those where a piece that begins with it stands. */
const MOST_TRIED = 64;

/** A text in which passages are looked for again and again. */
export class NewText {
  readonly points: Points;
  readonly #index: TextIndex;
  #words: Map<string, number[]> | null = null;

  constructor(readonly text: string) {
    this.points = pointsOf(text);
    this.#index = new TextIndex(text);
  }

  /** The words between two places, in code points. */
  slice(start: number, end: number): string {
    return this.#index.slice(codePoint(start), codePoint(end));
  }

  /** Where a string stands, in code points: those nearest to `near`, at most `most` on either side of it. */
  placesOf(words: string, near: number, most: number): number[] {
    const found: number[] = [];
    if (words === "") return found;
    const middle = this.#index.toUtf16(codePoint(Math.max(0, Math.min(near, this.points.length))));
    for (let at = this.text.indexOf(words, middle), n = 0; at >= 0 && n < most; at = this.text.indexOf(words, at + 1), n++) found.push(this.#index.toCodePoint(utf16(at)));
    for (let at = middle === 0 ? -1 : this.text.lastIndexOf(words, middle - 1), n = 0; at >= 0 && n < most; at = at === 0 ? -1 : this.text.lastIndexOf(words, at - 1), n++) found.push(this.#index.toCodePoint(utf16(at)));
    return nearest(found, near, most);
  }

  /** Where a string stands between two places, in code points. */
  placesWithin(words: string, start: number, end: number): number[] {
    const [from, to] = [this.#index.toUtf16(codePoint(Math.min(start, this.points.length))), this.#index.toUtf16(codePoint(Math.min(end, this.points.length)))];
    const within = this.text.slice(from, to);
    const found: number[] = [];
    if (words !== "") for (let at = within.indexOf(words); at >= 0; at = within.indexOf(words, at + 1)) found.push(this.#index.toCodePoint(utf16(from + at)));
    return found;
  }

  /** Where a piece stands that begins with the whole word given, in code points, the nearest `most` to `near`; of words that stand everywhere, the nearest are tried. */
  placesOfPiece(word: string, piece: Points, near: number, most: number): number[] {
    const places = (this.#words ??= this.#wordPlaces()).get(word) ?? [];
    let [low, high] = [0, places.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (places[middle]! < near) low = middle + 1;
      else high = middle;
    }
    const tried = places.slice(Math.max(0, low - MOST_TRIED), low + MOST_TRIED);
    return nearest(tried.filter((at) => piece.every((point, i) => this.points[at + i] === point)), near, most);
  }

  #wordPlaces(): Map<string, number[]> {
    const places = new Map<string, number[]>();
    for (const { 0: word, index } of this.text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
      const at = this.#index.toCodePoint(utf16(index));
      const known = places.get(word);
      if (known) known.push(at);
      else places.set(word, [at]);
    }
    return places;
  }
}

const nearest = (places: number[], near: number, most: number): number[] => (places.length <= most ? places : places.sort((a, b) => Math.abs(a - near) - Math.abs(b - near)).slice(0, most));
