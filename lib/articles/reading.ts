import { encodeRanges, encodeTokens } from "@/lib/text/token-code";
import { findSentences } from "@/lib/text/sentences";
import { TextIndex } from "@/lib/text/text-index";
import { tokenize } from "@/lib/text/tokens";
import { type TextRange, textRange } from "@/lib/text/units";

/** What selections snap to, as `lib/text/token-code` writes it. */
export type Snaps = { readonly tokens: string; readonly sentences: string };

/**
 * The words and sentences of every block of a text (chrome, too: a block's kind may change, its words do not).
 * Whoever reads a masked text gets those of the masked text: how long hidden words are would tell them.
 */
export function snapsOf(text: string, blocks: readonly { readonly start: number; readonly end: number }[], language: string | null): Snaps {
  const index = new TextIndex(text);
  const pieces = blocks.map((block): TextRange & { words: string } => {
    const range = textRange(block.start, block.end);
    return { ...range, words: index.slice(range.start, range.end) };
  });
  return {
    tokens: encodeTokens(pieces.flatMap(({ start, words }) => tokenize(words, language, start))),
    sentences: encodeRanges(pieces.flatMap(({ start, words }) => findSentences(words, language, start))),
  };
}
