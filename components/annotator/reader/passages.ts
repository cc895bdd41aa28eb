import type { SpanPart } from "@/lib/annotations/span";
import type { Snapped } from "@/lib/text/snap";
import type { TextIndex } from "@/lib/text/text-index";
import { type TextRange, textRange } from "@/lib/text/units";
import type { ReaderBlock } from "./items";
import type { SnapTable } from "./snaps";

/** The most passages that one mark can have; the server holds to the same. */
export const MOST_PASSAGES = 20;

/** The words of an article, block by block, as passages that marks can have. */
export class Passages {
  constructor(readonly index: TextIndex, readonly blocks: readonly ReaderBlock[], private readonly snaps: SnapTable) {}

  /** The block that holds a range, or undefined between blocks. */
  blockOf({ start, end }: { readonly start: number; readonly end: number }): ReaderBlock | undefined {
    return this.blocks.find((block) => block.start <= start && end <= block.end);
  }

  /** A block with what selections in it snap to. */
  snapped(block: ReaderBlock): Snapped {
    return { block, tokens: this.snaps.tokens(block), sentences: this.snaps.sentences(block) };
  }

  /** A range with the words that stand there. */
  part({ start, end }: TextRange): SpanPart {
    return { start, end, quote: this.index.slice(start, end) };
  }

  /** Passages in the order of the text, those that overlap or touch joined. */
  joined(parts: readonly SpanPart[]): SpanPart[] {
    const whole: { start: number; end: number }[] = [];
    for (const { start, end } of [...parts].sort((a, b) => a.start - b.start || b.end - a.end)) {
      const last = whole.at(-1);
      if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
      else whole.push({ start, end });
    }
    return whole.map(({ start, end }) => this.part(textRange(start, end)));
  }
}
