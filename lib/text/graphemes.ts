import { type TextIndex } from "./text-index";
import { type CodePoint, type TextRange, utf16 } from "./units";

const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" });
/** UTF-16 units on either side that are looked at; no character that people write is longer. */
const AROUND = 64;
const SPACE = /^[\s\p{Cc}]*$/u;

/** The character (an emoji sequence, a letter with its marks) that a position stands in or before; null at the end of `within`. */
export function graphemeAt(index: TextIndex, within: TextRange, position: CodePoint): TextRange | null {
  if (position >= within.end) return null;
  const [from, to, at] = [index.toUtf16(within.start), index.toUtf16(within.end), index.toUtf16(position)];
  // Cut at a space, where no character goes on, else as far off as none reaches.
  const near = index.text.lastIndexOf(" ", at - 1);
  const start = near >= at - AROUND && near >= from ? near : whole(index, Math.max(from, at - AROUND));
  const found = segmenter.segment(index.text.slice(start, Math.min(to, at + AROUND))).containing(at - start);
  return found === undefined ? null : { start: index.toCodePoint(utf16(start + found.index)), end: index.toCodePoint(utf16(start + found.index + found.segment.length)) };
}

/** The range widened to whole characters and without outer white space; null when nothing is left. */
export function snapToGraphemes(index: TextIndex, within: TextRange, range: TextRange): TextRange | null {
  if (range.start >= range.end) return null;
  let first = graphemeAt(index, within, range.start);
  while (first !== null && first.start < range.end && isSpace(index, first)) first = graphemeAt(index, within, first.end);
  let last = graphemeAt(index, within, (range.end - 1) as CodePoint);
  while (last !== null && last.end > range.start && isSpace(index, last)) last = last.start > within.start ? graphemeAt(index, within, (last.start - 1) as CodePoint) : null;
  return first === null || last === null || first.start >= range.end || last.end <= first.start ? null : { start: first.start, end: last.end };
}

function isSpace(index: TextIndex, { start, end }: TextRange): boolean {
  return SPACE.test(index.slice(start, end));
}

/** Not between the halves of one code point. */
function whole(index: TextIndex, at: number): number {
  return index.toUtf16(index.toCodePoint(utf16(at)));
}
