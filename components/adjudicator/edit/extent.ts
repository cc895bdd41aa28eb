import type { SpanPart } from "@/lib/annotations/span";
import { isAnnotatable } from "@/lib/articles/blocks";
import type { Snaps } from "@/lib/articles/reading";
import { isAllMask } from "@/lib/articles/source-mask";
import { snap, type Snapped, stepEdge } from "@/lib/text/snap";
import type { TextIndex } from "@/lib/text/text-index";
import { type TextRange, textRange } from "@/lib/text/units";
import { SnapTable } from "@/components/annotator/reader/snaps";
import type { BlockData } from "../types";

/** Moves and makes extents of whole words, as marking in the annotate screen does. */
export class Extents {
  readonly #snaps: SnapTable;

  constructor(private readonly index: TextIndex, private readonly blocks: readonly BlockData[], snaps: Snaps) {
    this.#snaps = new SnapTable(snaps);
  }

  /** How many code points the article has. */
  get length(): number {
    return this.index.codePointLength;
  }

  /** The words of a range. */
  readonly words = (start: number, end: number): string => {
    const range = textRange(start, end);
    return this.index.slice(range.start, range.end);
  };

  /** The passages with their outer start or end one word on (`way` 1) or back; null where it cannot go. */
  step(parts: readonly SpanPart[], edge: "start" | "end", way: 1 | -1): readonly SpanPart[] | null {
    const at = edge === "start" ? 0 : parts.length - 1;
    const part = parts[at];
    const block = part && this.blocks.find(({ start, end }) => (edge === "start" ? start <= part.start && part.start < end : start < part.end && part.end <= end));
    if (part === undefined || block === undefined) return null;
    const moved = stepEdge(textRange(Math.max(part.start, block.start), Math.min(part.end, block.end)), edge, way, "word", this.#in(block), this.index);
    if (moved === null) return null;
    const made = this.#part(edge === "start" ? moved.start : part.start, edge === "end" ? moved.end : part.end);
    return isAllMask(made.quote) ? null : parts.map((one, i) => (i === at ? made : one));
  }

  /** What a selection means: whole words in each block that it touches and that carries marks; null where that is nothing. */
  select(start: number, end: number): readonly SpanPart[] | null {
    const found = this.blocks.filter((block) => isAnnotatable(block.kind) && block.start < end && start < block.end).flatMap((block) => {
      const range: TextRange | null = snap(textRange(start, end), "word", this.#in(block), this.index);
      return range === null ? [] : [this.#part(range.start, range.end)];
    });
    const parts = found.filter((part) => !isAllMask(part.quote));
    return parts.length === 0 ? null : parts;
  }

  /** Passages joined where they overlap or touch, in the order of the text. */
  joined(parts: readonly SpanPart[]): readonly SpanPart[] {
    const whole: { start: number; end: number }[] = [];
    for (const { start, end } of parts.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
      const last = whole.at(-1);
      if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
      else whole.push({ start, end });
    }
    return whole.map(({ start, end }) => this.#part(start, end));
  }

  #part(start: number, end: number): SpanPart {
    return { start, end, quote: this.words(start, end) };
  }

  #in(block: BlockData): Snapped {
    const range = textRange(block.start, block.end);
    return { block: range, tokens: this.#snaps.tokens(range), sentences: this.#snaps.sentences(range) };
  }
}
