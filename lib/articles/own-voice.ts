import { findQuotations } from "@/lib/text/quotations";
import { TextIndex } from "@/lib/text/text-index";
import { type CodePoint, codePoint, type TextRange } from "@/lib/text/units";
import { type Block, isAnnotatable } from "./blocks";

/**
 * The ranges in the outlet's own voice: annotatable blocks, without quotation and embed blocks and without the
 * direct quotations (marks included) inside the others. In the order of the text, disjoint.
 *
 * Reported speech ("the mayor said that …") is not yet subtracted, so what this gives is an upper bound.
 */
export function ownVoiceRanges(text: string | TextIndex, blocks: readonly Block[]): TextRange[] {
  const index = typeof text === "string" ? new TextIndex(text) : text;
  return blocks.filter((block) => mayBeOwn(block)).flatMap((block) => outsideQuotations(index, block));
}

/** How many code points of an article are in the outlet's own voice: the sum of `ownVoiceRanges`, spaces included. */
export function ownVoiceCodePoints(text: string | TextIndex, blocks: readonly Block[]): CodePoint {
  return codePoint(ownVoiceRanges(text, blocks).reduce((sum, range) => sum + range.end - range.start, 0));
}

function mayBeOwn(block: Block): boolean {
  return isAnnotatable(block.kind) && block.kind !== "quotation" && block.kind !== "embed";
}

function outsideQuotations(index: TextIndex, block: Block): TextRange[] {
  const ranges: TextRange[] = [];
  let start = block.start;
  for (const quotation of findQuotations(index.slice(block.start, block.end), block.start)) {
    if (quotation.start > start) ranges.push({ start, end: quotation.start });
    start = quotation.end;
  }
  if (start < block.end) ranges.push({ start, end: block.end });
  return ranges;
}
