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
const NARROW_ENDS = /^\u202f+|\u202f+$/g;

/*
 * Words of Latin letters and figures between white space, with punctuation around them: four of five in a Western text,
 * told several times faster than by the segmenter, which would be a third of all work on an article. Whether two
 * characters belong together hangs on their neighbours alone, and white space parts words whatever stands beside it (UAX
 * 29, WB4 and WB999), so a plain word can be told by itself. A test holds both ways against each other.
 */
const PLAIN = /["'(\[\u2018\u201c\u201e\u00ab]*([0-9A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u017f]+(?:(?:[\u2013\u2014-]|(?<![0-9])['\u2019](?![0-9]))[0-9A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u017f]+)*)["'.,;:!?)\]\u2019\u201c\u201d\u00bb\u2026]*(?=[ \n]|$)/y;
const DASH = /[\u2013\u2014-]/;
const SPACE = 0x20;
const LINE_FEED = 0x0a;

/**
 * The tokens of a text by `Intl.Segmenter`, also split at `#` and `/`; white space and punctuation are no tokens.
 * @param language BCP 47 tag, null for the default rules
 * @param offset where the text begins in the article; added to every position
 */
export function tokenize(text: string, language: string | null = null, offset = 0): Token[] {
  const tokens: Token[] = [];
  const segmenter = segmenterFor(language, "word");
  let at = offset;
  // Where the stretch begins that the segmenter has to be asked for.
  let from = 0;
  for (let to = afterSpaces(text, 0); to < text.length; to = afterSpaces(text, to)) {
    PLAIN.lastIndex = to;
    const found = PLAIN.exec(text);
    if (found === null) {
      to = afterWord(text, to);
      continue;
    }
    const [all, words = ""] = found;
    at = to === afterSpaces(text, from) ? at + to - from : segmented(text.slice(from, to), segmenter, at, tokens);
    pushWords(words, at + all.indexOf(words), tokens);
    at += all.length;
    to = from = to + all.length;
  }
  segmented(text.slice(from), segmenter, at, tokens);
  return tokens;
}

function afterSpaces(text: string, at: number): number {
  let to = at;
  for (let code = text.charCodeAt(to); code === SPACE || code === LINE_FEED; code = text.charCodeAt(to)) to += 1;
  return to;
}

function afterWord(text: string, at: number): number {
  let to = at;
  while (to < text.length && text.charCodeAt(to) !== SPACE && text.charCodeAt(to) !== LINE_FEED) to += 1;
  return to;
}

function pushWords(words: string, start: number, tokens: Token[]): void {
  let at = start;
  for (const word of DASH.test(words) ? words.split(DASH) : [words]) {
    tokens.push({ ...textRange(at, at + word.length), word: true });
    at += word.length + 1;
  }
}

/** Adds the segmenter's tokens of a stretch that begins at `offset`; answers where it ends, in code points. */
function segmented(text: string, segmenter: Intl.Segmenter, offset: number, tokens: Token[]): number {
  let at = offset;
  let hidden = false;
  for (const piece of pieces(text, segmenter)) {
    const end = at + codePointLength(piece);
    const last = tokens.at(-1);
    // Hidden words are one token, however many there are: a selection takes all of them or none.
    if (piece === HIDDEN && last?.end === at && !last.word && hidden) tokens[tokens.length - 1] = { ...last, end: end as CodePoint };
    else if (KEPT.test(piece)) {
      // The segmenter joins a narrow no-break space to the figure beside it (UAX 29, WB13a); it is no edge of a word.
      const kept = piece.replace(NARROW_ENDS, "");
      const start = at + piece.indexOf(kept);
      tokens.push({ ...textRange(start, start + codePointLength(kept)), word: WORD.test(piece) });
    }
    hidden = piece === HIDDEN;
    at = end;
  }
  return at;
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
