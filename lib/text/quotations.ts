import { type CloserKind, Closers, isGershayim } from "./closers";
import { balancedMarks } from "./nested-marks";
import { TextIndex } from "./text-index";
import { type TextRange, textRange, utf16 } from "./units";

/** A direct quotation inside one block: the range with its marks, and the words inside them. */
export interface Quotation extends TextRange {
  readonly inner: TextRange;
  /** False when no closing mark was found, so that the quotation ends with its block. */
  readonly closed: boolean;
}

/** Opening marks that mean nothing else, each with the kinds of mark that close it; the first kind that occurs wins. */
const PAIRS: Readonly<Record<string, readonly CloserKind[]>> = {
  "“": ["”", "straight"],
  "„": ["“”", "straight"],
  "«": ["»"],
  "‹": ["›"],
  "‚": ["‘’"],
  "「": ["」"],
  "『": ["』"],
};
const REVERSED: Readonly<Record<string, CloserKind>> = { "»": "«", "›": "‹" };
const OPENS_AFTER = /^$|[\s\p{Ps}\p{Pi}\p{Pd}:;,]/u;
const LETTER = /[\p{L}\p{N}]/u;
const ELISION = /^['‘’](?:\d\ds?|tis|twas|em|til|cause|round|n)(?![\p{L}\p{N}])/iu;

interface Found {
  readonly start: number;
  readonly close: number;
  readonly closed: boolean;
}

/**
 * Quotations within one block, left to right, never nested (marks inside a quotation belong to it).
 * Knows straight, curly, low-high and pointed marks. An apostrophe is no mark. One that is never closed ends
 * with the block, except after a single mark inside it, which is then taken for an apostrophe.
 * Who speaks, and whether anybody does, is told by `findSpeech` in lib/articles. Linear in the length of the block.
 * @param offset where the block begins in the article, in code points; added to every position
 */
export function findQuotations(block: string, offset = 0): Quotation[] {
  const index = new TextIndex(block);
  const closers = new Closers(block);
  const balanced = balancedMarks(block);
  const at = (position: number): number => offset + index.toCodePoint(utf16(position));
  const quotations: Quotation[] = [];
  for (let i = 0; i < block.length; i++) {
    const close = balanced.get(i);
    const found = close !== undefined && (block.charAt(i) !== '"' || isStraightMark(block, i)) ? { start: i, close, closed: true } : quotationAt(block, i, closers);
    if (found === null) continue;
    const end = found.closed ? found.close + 1 : found.close;
    quotations.push({ ...textRange(at(found.start), at(end)), inner: textRange(at(found.start + 1), at(found.close)), closed: found.closed });
    i = end - 1;
  }
  return quotations;
}

function quotationAt(text: string, i: number, closers: Closers): Found | null {
  const mark = text.charAt(i);
  const kinds = PAIRS[mark];
  if (kinds !== undefined) return closeOrBlockEnd(text, i, closers.first(kinds, i + 1));
  if (mark === '"') return isStraightMark(text, i) ? closeOrBlockEnd(text, i, closers.first(["straight"], i + 1)) : null;
  const back = REVERSED[mark];
  if (back !== undefined) return reversed(text, i, closers.first([back], i + 1));
  return (mark === "‘" || mark === "'") && opensSingle(text, i) ? single(text, i, closers) : null;
}

function closeOrBlockEnd(text: string, start: number, close: number): Found {
  return close < 0 ? { start, close: text.length, closed: false } : { start, close, closed: true };
}

/** »…« as German books set it; in a French text a stray » closes nothing and opens nothing. */
function reversed(text: string, i: number, close: number): Found | null {
  if (close < 0 || !OPENS_AFTER.test(text.charAt(i - 1)) || /^$|\s/.test(text.charAt(i + 1))) return null;
  return { start: i, close, closed: true };
}

/** A straight double mark that is neither an inch sign nor a Hebrew abbreviation. */
function isStraightMark(text: string, i: number): boolean {
  if (isGershayim(text, i)) return false;
  return !(/\d/.test(text.charAt(i - 1)) && !LETTER.test(text.charAt(i + 1)));
}

function opensSingle(text: string, i: number): boolean {
  return OPENS_AFTER.test(text.charAt(i - 1)) && /\S/.test(text.charAt(i + 1)) && !ELISION.test(text.slice(i, i + 9));
}

/**
 * A plural possessive ("residents’ homes") closes only where no plainer mark follows. Never closed, a curly mark
 * that opens the block goes on in the next; any other was an apostrophe.
 */
function single(text: string, i: number, closers: Closers): Found | null {
  const curly = text.charAt(i) === "‘";
  const close = closers.first(curly ? ["’", "s’"] : ["'", "s'"], i + 1);
  return close < 0 && !(i === 0 && curly) ? null : closeOrBlockEnd(text, i, close);
}
