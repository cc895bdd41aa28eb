import type { CodePoint, Utf16 } from "./units";

/**
 * Converts between code points and UTF-16 code units over one string.
 *
 * Keeps a table of the astral characters only (those that take two code units), so a text without any
 * converts in constant time and every other one in O(log of their number). A lone surrogate counts as one
 * code point, as string iteration has it. Positions outside the text throw a `RangeError`.
 */
export class TextIndex {
  /** Length of the text in code points. */
  readonly codePointLength: CodePoint;
  readonly #astral: Uint32Array;

  constructor(readonly text: string) {
    this.#astral = astralPositions(text);
    this.codePointLength = (text.length - this.#astral.length) as CodePoint;
  }

  /** The UTF-16 position of a code point position. */
  toUtf16(position: CodePoint): Utf16 {
    this.#check(position, this.codePointLength);
    return (position + countBelow(this.#astral, position, 0)) as Utf16;
  }

  /** The code point position of a UTF-16 position; one that falls inside a surrogate pair gives the pair's start. */
  toCodePoint(position: Utf16): CodePoint {
    this.#check(position, this.text.length);
    return (position - countBelow(this.#astral, position, 1)) as CodePoint;
  }

  /** The text between two code point positions. */
  slice(start: CodePoint, end: CodePoint): string {
    return this.text.slice(this.toUtf16(start), this.toUtf16(end));
  }

  #check(position: number, limit: number): void {
    if (!Number.isInteger(position) || position < 0 || position > limit) {
      throw new RangeError(`Position ${position} is not within 0 and ${limit}.`);
    }
  }
}

/** Code point positions of the characters that take two UTF-16 code units, ascending. */
function astralPositions(text: string): Uint32Array {
  const found: number[] = [];
  for (const match of text.matchAll(/[\u{10000}-\u{10FFFF}]/gu)) found.push(match.index - found.length);
  return Uint32Array.from(found);
}

/** How many entries lie below `position`, where entry i stands for `astral[i] + i * step`. */
function countBelow(astral: Uint32Array, position: number, step: 0 | 1): number {
  let low = 0;
  let high = astral.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((astral[middle] ?? 0) + middle * step < position) low = middle + 1;
    else high = middle;
  }
  return low;
}
