import { encodeRanges, encodeTokens } from "@/lib/text/token-code";
import { findSentences } from "@/lib/text/sentences";
import { TextIndex } from "@/lib/text/text-index";
import { tokenize } from "@/lib/text/tokens";
import { type TextRange, textRange } from "@/lib/text/units";
import type { Block, BlockKind } from "./blocks";
import { findSpeech } from "./speech/find-speech";
import type { Passage } from "./speech/passage";

/** A block as it is stored and served. */
export type PlainBlock = { readonly ordinal: number; readonly kind: BlockKind; readonly start: number; readonly end: number };

/** A passage as it is served; its cue is kept for those who look into the rules. */
export type ServedPassage = Omit<Passage, "cue">;

/** Who says what in a text, as `findSpeech` has it. What is told of a masked text must be found in the masked text. */
export function speechOf(text: string, blocks: readonly PlainBlock[], language: string | null): Passage[] {
  return findSpeech(new TextIndex(text), blocks.map((block): Block => ({ ...block, ...textRange(block.start, block.end) })), language);
}

/** All that the annotate screen is told of a text beside its blocks: what selections snap to, and who says what. */
export function readText(text: string, blocks: readonly PlainBlock[], language: string | null): Snaps & { readonly speech: readonly ServedPassage[] } {
  return { ...snapsOf(text, blocks, language), speech: speechOf(text, blocks, language).map(({ kind, start, end, inner, speaker }) => ({ kind, start, end, inner, speaker })) };
}

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
