import type { TextIndex } from "@/lib/text/text-index";
import { type CodePoint, utf16 } from "@/lib/text/units";
import type { ReaderBlock, ReaderItem } from "./items";

/** Where a piece ends that may be cut: after a sentence, as near to this many UTF-16 units as can be. */
const PIECE = 1500;
/** Blocks up to this many are drawn whole. */
const WHOLE = 4000;
const SENTENCE_END = /[.!?…؟。][\p{Pe}\p{Pf}"'’”]*\s+/gu;

/**
 * Cuts blocks that are so long that the browser would lay out screens of text anew for every mark. Cuts lie after a
 * sentence, or at least at a space; the block stays one block for everything but drawing.
 */
export function inPieces(items: readonly ReaderItem[], index: TextIndex): ReaderItem[] {
  return items.flatMap((item): ReaderItem[] => (item.kind === "block" ? piecesOf(item.block, index).map((block) => ({ kind: "block", block })) : [item]));
}

function piecesOf(block: ReaderBlock, index: TextIndex): ReaderBlock[] {
  const from = index.toUtf16(block.start);
  if (index.toUtf16(block.end) - from <= WHOLE) return [block];
  const starts = cutsOf(index.slice(block.start, block.end)).map((cut): CodePoint => index.toCodePoint(utf16(from + cut)));
  return [block.start, ...starts].map((start, i): ReaderBlock => ({ ...block, start, end: starts[i] ?? block.end, follows: i > 0 }));
}

function cutsOf(words: string): number[] {
  const cuts: number[] = [];
  let from = 0;
  while (words.length - from > 2 * PIECE) {
    const cut = lastMatch(SENTENCE_END, words, from + PIECE / 2, from + PIECE) ?? lastMatch(/\s+/gu, words, from + PIECE / 2, from + PIECE);
    if (cut !== null) cuts.push(cut);
    // Without a single space there is nothing to cut here.
    from = cut ?? from + PIECE;
  }
  return cuts;
}

/** The end of the last match inside a stretch of text. */
function lastMatch(pattern: RegExp, words: string, from: number, to: number): number | null {
  let last: number | null = null;
  for (const found of words.slice(from, to).matchAll(pattern)) {
    const end = from + found.index + found[0].length;
    if (end < to) last = end;
  }
  return last;
}
