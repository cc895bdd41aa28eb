import { isAnnotatable } from "@/lib/articles/blocks";
import { isAllMask } from "@/lib/articles/source-mask";
import type { TextIndex } from "@/lib/text/text-index";
import { countWords, snapToWords, type Token } from "@/lib/text/tokens";
import type { TextRange } from "@/lib/text/units";
import { isCoded } from "../panes/coded-blocks";
import type { Selected } from "../marking/draft";
import { proposedVoice } from "../marking/voice";
import type { ReaderBlock } from "./items";
import type { SnapTable } from "./snaps";

/** What became of a selection: words that may be marked, nothing, or a sentence why not. */
export type Choice = { readonly kind: "words"; readonly selected: Selected } | { readonly kind: "nothing" } | { readonly kind: "refused"; readonly sentence: string };

/** Turns raw selections into whole words of one block. */
export class Chooser {
  constructor(private readonly index: TextIndex, private readonly blocks: readonly ReaderBlock[], private readonly snaps: SnapTable, private readonly named: readonly number[] = []) {}

  /**
   * Snaps a range to words. Across blocks it is refused, unless all its words lie in one; bylines are refused.
   * Nothing is cut off silently but spaces, punctuation and quotation marks at the edges.
   */
  choose(range: TextRange): Choice {
    const touched = this.blocks.filter((block) => block.start < range.end && range.start < block.end);
    const found = touched.flatMap((block) => {
      const within = snapToWords(range, this.tokens(block));
      return within === null ? [] : [{ block, range: within }];
    });
    const [first] = found;
    if (first === undefined) return { kind: "nothing" };
    if (found.length > 1) return { kind: "refused", sentence: "A span stays within one paragraph. Mark each paragraph on its own." };
    if (!isAnnotatable(first.block.kind)) return { kind: "refused", sentence: "A byline is not marked." };
    if (!isCoded(first.block.ordinal, this.named)) return { kind: "refused", sentence: "These words are not coded here." };
    if (isAllMask(this.index.slice(first.range.start, first.range.end))) return { kind: "refused", sentence: "These words are hidden from you. Mark them together with words beside them." };
    return { kind: "words", selected: this.#selected(first.range, first.block) };
  }

  /** Words that are to be marked just as they stand, with the voice of their place; null where they lie in no block. */
  at(range: TextRange): Selected | null {
    const block = this.blocks.find(({ start, end }) => start <= range.start && range.end <= end);
    return block === undefined ? null : this.#selected(range, block);
  }

  /** The tokens of a block. */
  tokens(block: ReaderBlock): readonly Token[] {
    return this.snaps.tokens(block);
  }

  #selected(range: TextRange, block: ReaderBlock): Selected {
    return {
      part: { start: range.start, end: range.end, quote: this.index.slice(range.start, range.end) },
      words: countWords(range, this.tokens(block)),
      voice: proposedVoice(range, { kind: block.kind, start: block.start, words: this.index.slice(block.start, block.end) }),
    };
  }
}
