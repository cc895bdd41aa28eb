import { chunks } from "./chunks";
import { firstEndingAfter } from "./ranges";
import { segmenterFor } from "./segmenters";
import { type CodePoint, codePointLength, type TextRange, textRange } from "./units";

/** A piece of text that selections snap to, in code points. */
export interface Token extends TextRange {
  /** True for words and numbers; false for a symbol or an emoji, which can be selected but is not counted as a word. */
  readonly word: boolean;
}

// A percent sign belongs to its number, so it is not trimmed like other punctuation.
const KEPT = /[^\s\p{P}\p{Cc}\p{Cf}]|[%‰]/u;
/** What stands in place of a hidden code point (`MASK` in lib/articles). */
export const HIDDEN = "\u2588";
const WORD = /[\p{L}\p{N}]/u;

/**
 * The tokens of a text by `Intl.Segmenter`, also split at `#` and `/`; white space and punctuation are no tokens.
 * @param language BCP 47 tag, null for the default rules
 * @param offset where the text begins in the article; added to every position
 */
export function tokenize(text: string, language: string | null = null, offset = 0): Token[] {
  const tokens: Token[] = [];
  let at = offset;
  let hidden = false;
  for (const piece of pieces(text, segmenterFor(language, "word"))) {
    const end = at + codePointLength(piece);
    const last = tokens.at(-1);
    // Hidden words are one token, however many there are: a selection takes all of them or none.
    if (piece === HIDDEN && last?.end === at && !last.word && hidden) tokens[tokens.length - 1] = { ...last, end: end as CodePoint };
    else if (KEPT.test(piece)) tokens.push({ ...textRange(at, end), word: WORD.test(piece) });
    hidden = piece === HIDDEN;
    at = end;
  }
  return tokens;
}

function* pieces(text: string, segmenter: Intl.Segmenter): Generator<string> {
  for (const chunk of chunks(text)) {
    for (const { segment } of segmenter.segment(chunk)) yield* segment.split(/([#/])/);
  }
}

/**
 * The range widened to the edges of the tokens it touches, so outer white space, punctuation and quotation
 * marks fall away. Null when it touches no token.
 */
export function snapToWords(range: TextRange, tokens: readonly Token[]): TextRange | null {
  const first = tokens[firstEndingAfter(tokens, range.start)];
  if (first === undefined || first.start >= range.end || range.start >= range.end) return null;
  let last = first;
  for (let i = firstEndingAfter(tokens, range.end - 1); i >= 0; i--) {
    const token = tokens[i];
    if (token !== undefined && token.start < range.end) {
      last = token;
      break;
    }
  }
  return { start: first.start, end: last.end };
}

/** How many words lie, wholly or partly, in a range. */
export function countWords(range: TextRange, tokens: readonly Token[]): number {
  let words = 0;
  for (let i = firstEndingAfter(tokens, range.start); i < tokens.length; i++) {
    const token = tokens[i];
    if (token === undefined || token.start >= range.end) break;
    if (token.word) words += 1;
  }
  return words;
}
