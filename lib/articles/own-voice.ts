import { type CodePoint, codePoint, type TextRange } from "@/lib/text/units";
import { type Block, isAnnotatable } from "./blocks";
import { isOwnVoice, type Passage } from "./speech/passage";

/**
 * The ranges in the outlet's own voice: annotatable blocks without what anybody else is given as saying in them: direct
 * quotations (marks included), reported speech, quotation and embed blocks. Scare quotes are own. In the order of the
 * text, disjoint.
 * @param speech what `findSpeech` found in the whole text, whichever of its blocks are asked about
 */
export function ownVoiceRanges(blocks: readonly Block[], speech: readonly Passage[]): TextRange[] {
  const others = speech.filter(({ kind }) => !isOwnVoice(kind));
  let next = 0;
  return blocks.filter(({ kind }) => isAnnotatable(kind)).flatMap((block) => {
    while ((others[next]?.end ?? Infinity) <= block.start) next += 1;
    const ranges: TextRange[] = [];
    let { start } = block;
    for (let other = others[next]; other !== undefined && other.start < block.end; other = others[++next]) {
      if (other.start > start) ranges.push({ start, end: other.start });
      start = other.end;
    }
    if (start < block.end) ranges.push({ start, end: block.end });
    return ranges;
  });
}

/** How many code points of some blocks are in the outlet's own voice: the sum of `ownVoiceRanges`, spaces included. */
export function ownVoiceCodePoints(blocks: readonly Block[], speech: readonly Passage[]): CodePoint {
  return codePoint(ownVoiceRanges(blocks, speech).reduce((sum, range) => sum + range.end - range.start, 0));
}
