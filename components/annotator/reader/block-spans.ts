import type { AnnotatorSpan } from "../types";
import type { ReaderBlock } from "./items";

/** Keeps which spans lie over which block, and tells the blocks in which something changed. */
export class BlockSpans {
  #known = new Map<number, readonly AnnotatorSpan[]>();
  #fresh = true;

  constructor(private readonly blocks: readonly ReaderBlock[]) {}

  /** The blocks whose spans are not the same objects as last time, with their spans. The first time: every block. */
  changed(spans: ReadonlyMap<string, AnnotatorSpan>): [ReaderBlock, readonly AnnotatorSpan[]][] {
    const now = new Map<number, AnnotatorSpan[]>();
    for (const span of spans.values()) {
      for (const ordinal of this.#ordinals(span)) {
        const list = now.get(ordinal);
        if (list === undefined) now.set(ordinal, [span]);
        else list.push(span);
      }
    }
    const changed = this.blocks.filter(({ ordinal }) => this.#fresh || !sameSpans(this.#known.get(ordinal), now.get(ordinal)));
    this.#known = now;
    this.#fresh = false;
    return changed.map((block) => [block, now.get(block.ordinal) ?? []]);
  }

  #ordinals(span: AnnotatorSpan): Set<number> {
    const ordinals = new Set<number>();
    for (const part of span.parts) {
      for (let i = this.#firstEndingAfter(part.start); i < this.blocks.length; i++) {
        const block = this.blocks[i];
        if (block === undefined || block.start >= part.end) break;
        ordinals.add(block.ordinal);
      }
    }
    return ordinals;
  }

  #firstEndingAfter(position: number): number {
    let low = 0;
    let high = this.blocks.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.blocks[middle]?.end ?? Infinity) > position) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}

function sameSpans(a: readonly AnnotatorSpan[] = [], b: readonly AnnotatorSpan[] = []): boolean {
  return a.length === b.length && a.every((span, i) => span === b[i]);
}
