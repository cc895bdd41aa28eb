import { TextIndex } from "./text-index";
import { type TextRange, textRange, utf16 } from "./units";

/** A word or a single mark of a text, in code points. */
export interface Lexeme extends TextRange {
  readonly text: string;
  readonly word: boolean;
}

// Apostrophes, hyphens and points inside a word belong to it ("group’s", "Saudi-Iran", "U.S"); so does a hidden name.
const PIECE = /[\p{L}\p{N}\u2588][\p{L}\p{M}\p{N}\u200c\u2588]*(?:[-'’‑.][\p{L}\p{N}][\p{L}\p{M}\p{N}\u200c]*)*|\S/gu;
const WORD = /^[\p{L}\p{N}\u2588]/u;

/**
 * Words and marks by spelling alone, without a dictionary, in one pass: for looking at how words stand in a sentence.
 * @param offset where the text begins in the article, in code points; added to every position
 */
export function lexemes(text: string, offset = 0): Lexeme[] {
  const index = new TextIndex(text);
  return Array.from(text.matchAll(PIECE), (match) => {
    const [start, end] = [index.toCodePoint(utf16(match.index)), index.toCodePoint(utf16(match.index + match[0].length))];
    return { text: match[0], word: WORD.test(match[0]), ...textRange(offset + start, offset + end) };
  });
}
