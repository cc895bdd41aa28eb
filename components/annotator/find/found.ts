import { isAllMask } from "@/lib/articles/source-mask";
import { isAnnotatable } from "@/lib/articles/blocks";
import { findPhrases } from "@/lib/text/phrases";
import type { TextIndex } from "@/lib/text/text-index";
import { type CodePoint, textRange, type TextRange } from "@/lib/text/units";
import { isCoded } from "../panes/coded-blocks";
import type { ReaderBlock } from "../reader/items";
import type { AnnotatorSpan } from "../types";

/** A place where a phrase stands, in code points, with the words around it. */
export interface Found extends TextRange {
  readonly block: number;
  readonly quote: string;
  readonly before: string;
  readonly after: string;
}

/** As many places as one search gives. */
export const MOST_FOUND = 500;
const CONTEXT = 36;

/** Where a phrase stands in the blocks that can be marked, whole words under the folding of names. With `only`, in one block. */
export function findIn(index: TextIndex, blocks: readonly ReaderBlock[], named: readonly number[], phrase: string, only: number | null = null): Found[] {
  if (phrase.trim() === "") return [];
  const found: Found[] = [];
  for (const block of blocks) {
    if ((only !== null && block.ordinal !== only) || !isAnnotatable(block.kind) || !isCoded(block.ordinal, named)) continue;
    for (const { start, end } of findPhrases(index.slice(block.start, block.end), [phrase])) {
      const range = textRange(block.start + start, block.start + end);
      const quote = index.slice(range.start, range.end);
      if (isAllMask(quote)) continue;
      found.push({ ...range, block: block.ordinal, quote, before: index.slice(Math.max(block.start, range.start - CONTEXT) as CodePoint, range.start), after: index.slice(range.end, Math.min(block.end, range.end + CONTEXT) as CodePoint) });
      if (found.length >= MOST_FOUND) return found;
    }
  }
  return found;
}

/** The marks over exactly these words. */
export function marksOver(range: TextRange, spans: Iterable<AnnotatorSpan>): AnnotatorSpan[] {
  return [...spans].filter(({ parts }) => parts.length === 1 && parts[0]?.start === range.start && parts[0].end === range.end);
}
