import { TextIndex } from "./text-index";
import { type TextRange, textRange, utf16 } from "./units";

/** A direct quotation inside one block: the range with its marks, and the words inside them. */
export interface Quotation extends TextRange {
  readonly inner: TextRange;
  /** False when no closing mark was found, so that the quotation ends with its block. */
  readonly closed: boolean;
}

/** Opening marks that mean nothing else, each with the marks that close it (the first kind found wins, in order). */
const PAIRS: Readonly<Record<string, readonly string[]>> = {
  "“": ["”", '"'],
  "„": ["“”", '"'],
  "«": ["»"],
  "‹": ["›"],
  "‚": ["‘’"],
  "「": ["」"],
  "『": ["』"],
};
const OPENS_BEFORE = /^$|[\s\p{Ps}\p{Pi}\p{Pd}:;,]/u;
const LETTER = /[\p{L}\p{N}]/u;
const ELISION = /^['‘’](?:\d\ds?|tis|twas|em|til|cause|round|n)(?![\p{L}\p{N}])/iu;
const HEBREW = /\p{Script=Hebrew}/u;

interface Found {
  readonly start: number;
  readonly close: number;
  readonly closed: boolean;
}

/**
 * Direct quotations within one block, left to right, never nested (marks inside a quotation belong to it).
 * Knows straight, curly, low-high and pointed marks. An apostrophe is no mark. One that is never closed ends
 * with the block, except after a single mark inside it, which is then taken for an apostrophe.
 * Reported speech, speakers and scare quotes are not told apart here.
 * @param offset where the block begins in the article, in code points; added to every position
 */
export function findQuotations(block: string, offset = 0): Quotation[] {
  const index = new TextIndex(block);
  const at = (position: number): number => offset + index.toCodePoint(utf16(position));
  const quotations: Quotation[] = [];
  for (let i = 0; i < block.length; i++) {
    const found = quotationAt(block, i);
    if (found === null) continue;
    const end = found.closed ? found.close + 1 : found.close;
    quotations.push({ ...textRange(at(found.start), at(end)), inner: textRange(at(found.start + 1), at(found.close)), closed: found.closed });
    i = end - 1;
  }
  return quotations;
}

function quotationAt(text: string, i: number): Found | null {
  const mark = text.charAt(i);
  const closers = PAIRS[mark];
  if (closers !== undefined) return closeOrBlockEnd(text, i, firstOf(text, i + 1, closers));
  if (mark === '"') return isStraightMark(text, i) ? closeOrBlockEnd(text, i, nextStraight(text, i + 1)) : null;
  if (mark === "»" || mark === "›") return reversed(text, i, mark === "»" ? "«" : "‹");
  return (mark === "‘" || mark === "'") && opensSingle(text, i) ? single(text, i, mark) : null;
}

/** Never closed, a curly one that opens the block goes on in the next; any other was an apostrophe. */
function single(text: string, i: number, mark: "‘" | "'"): Found | null {
  const close = singleClose(text, i + 1, mark === "‘" ? "’" : "'");
  return close < 0 && !(i === 0 && mark === "‘") ? null : closeOrBlockEnd(text, i, close);
}

function closeOrBlockEnd(text: string, start: number, close: number): Found {
  return close < 0 ? { start, close: text.length, closed: false } : { start, close, closed: true };
}

function firstOf(text: string, from: number, kinds: readonly string[]): number {
  for (const kind of kinds) {
    for (let i = from; i < text.length; i++) if (kind.includes(text.charAt(i))) return i;
  }
  return -1;
}

/** »…« as German books set it; in a French text a stray » closes nothing and opens nothing. */
function reversed(text: string, i: number, closer: string): Found | null {
  if (!OPENS_BEFORE.test(text.charAt(i - 1)) || /^$|\s/.test(text.charAt(i + 1))) return null;
  const close = text.indexOf(closer, i + 1);
  return close < 0 ? null : { start: i, close, closed: true };
}

/** A straight double mark that is neither an inch sign nor a Hebrew abbreviation. */
function isStraightMark(text: string, i: number): boolean {
  const [before, after] = [text.charAt(i - 1), text.charAt(i + 1)];
  if (HEBREW.test(before) && HEBREW.test(after)) return false;
  return !(/\d/.test(before) && !LETTER.test(after));
}

function nextStraight(text: string, from: number): number {
  for (let i = text.indexOf('"', from); i >= 0; i = text.indexOf('"', i + 1)) {
    if (!(HEBREW.test(text.charAt(i - 1)) && HEBREW.test(text.charAt(i + 1)))) return i;
  }
  return -1;
}

function opensSingle(text: string, i: number): boolean {
  return OPENS_BEFORE.test(text.charAt(i - 1)) && /\S/.test(text.charAt(i + 1)) && !ELISION.test(text.slice(i, i + 9));
}

/** The closing single mark: not within a word, and not a plural possessive ("residents’ homes") while a better one follows. */
function singleClose(text: string, from: number, mark: string): number {
  let possessive = -1;
  for (let i = text.indexOf(mark, from); i >= 0; i = text.indexOf(mark, i + 1)) {
    const [before, after] = [text.charAt(i - 1), text.charAt(i + 1)];
    if (/\s/.test(before) || LETTER.test(after)) continue;
    if (!(/s/i.test(before) && /^ \p{Ll}/u.test(text.slice(i + 1, i + 4)))) return i;
    if (possessive < 0) possessive = i;
  }
  return possessive;
}
