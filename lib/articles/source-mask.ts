import { firstEndingAfter } from "@/lib/text/ranges";
import { type TextRange, textRange } from "@/lib/text/units";
import { isAnnotatable, type BlockKind } from "./blocks";
import { findNames } from "./find-names";
import type { SourceName } from "./source-names";

/** What stands in place of each hidden code point. */
export const MASK = "\u2588";

type BlockRange = { readonly kind: BlockKind; readonly start: number; readonly end: number };
type Range = { readonly start: number; readonly end: number };

/**
 * The ranges of a text that give its source away, merged, in order, in code points: chrome and bylines whole, and
 * every place where one of the names stands.
 */
export function maskRanges(text: string, blocks: readonly BlockRange[], names: readonly SourceName[]): TextRange[] {
  return merged([...blocks.filter((block) => !isAnnotatable(block.kind)), ...findNames(text, names)]);
}

/** The text with each code point of the ranges (white space, too) replaced by U+2588, so that every offset stays. */
export const maskText = (text: string, ranges: readonly Range[]): string => maskSlice(text, 0, ranges);

/** The same for words that stand from `start` (code points) on. `ranges` are in order and disjoint. */
export function maskSlice(quote: string, start: number, ranges: readonly Range[]): string {
  let at = start;
  let next = firstEndingAfter(ranges, start);
  let masked = "";
  for (const char of quote) {
    let range = ranges[next];
    while (range !== undefined && range.end <= at) range = ranges[++next];
    masked += range !== undefined && range.start <= at ? MASK : char;
    at += 1;
  }
  return masked;
}

/** A title is a copy of a headline, cut where it is very long; a name that is cut off at its end is hidden as well. */
export function maskTitle(title: string, names: readonly SourceName[]): string {
  return maskText(title, merged([...findNames(title, names), ...cutName(title, names)]));
}

/** Whether words are nothing but mask and white space, so that nobody can mean them. */
export const isAllMask = (quote: string): boolean => quote.includes(MASK) && /^[\u2588\s]*$/u.test(quote);

/** How long a text is, in words, told from its code points alone: exact counts depend on the words of a name. */
export const roughWords = (codePoints: number): number => Math.max(10, Math.round(codePoints / 60) * 10);

function cutName(title: string, names: readonly SourceName[]): TextRange[] {
  if (!title.endsWith("…")) return [];
  const chars = [...title.slice(0, -1)];
  const starts = chars.flatMap((char, i) => (/[\p{L}\p{N}]/u.test(char) && !/[\p{L}\p{N}\p{M}]/u.test(chars[i - 1] ?? " ") ? [i] : []));
  const longest = Math.max(0, ...names.map((name) => [...name.phrase].length));
  for (const start of starts.filter((at) => chars.length - at <= longest)) {
    const piece = chars.slice(start).join("").trimEnd();
    const length = [...piece].length;
    if (names.some(({ phrase }) => findNames(piece, [{ phrase: [...phrase].slice(0, length).join(""), exact: false }]).some((found) => found.start === 0 && found.end === length))) return [textRange(start, chars.length)];
  }
  return [];
}

function merged(ranges: readonly Range[]): TextRange[] {
  const whole: { start: number; end: number }[] = [];
  for (const { start, end } of ranges.filter((range) => range.end > range.start).sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = whole.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else whole.push({ start, end });
  }
  return whole.map(({ start, end }) => textRange(start, end));
}
