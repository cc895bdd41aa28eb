import type { TextIndex } from "@/lib/text/text-index";
import { type CodePoint, type TextRange, utf16 } from "@/lib/text/units";
import { type ReaderBlock, type ReaderItem } from "./items";

declare const unit: unique symbol;

/** A position in the editor's document. */
export type PmPos = number & { readonly [unit]: "prosemirror" };

/** A range of the editor's document. */
export interface PmRange {
  readonly from: PmPos;
  readonly to: PmPos;
}

/** Where a block's words stand in the editor's document. */
export interface PlacedBlock extends PmRange {
  readonly block: ReaderBlock;
}

/**
 * Converts between code points of the article and positions of the editor.
 *
 * A block of text is a node: one position for its opening, one per UTF-16 unit, one for its end. A run of chrome is
 * an atom of one position. White space between blocks exists in the article only.
 */
export class PositionMap {
  /** Blocks whose words can be reached, in order. */
  readonly placed: readonly PlacedBlock[];
  /** Size of the document's content. */
  readonly size: PmPos;

  constructor(private readonly index: TextIndex, items: readonly ReaderItem[]) {
    const placed: PlacedBlock[] = [];
    let at = 0;
    for (const item of items) {
      if (item.kind === "chrome") {
        at += 1;
        continue;
      }
      const { block } = item;
      const length = index.toUtf16(block.end) - index.toUtf16(block.start);
      placed.push({ block, from: (at + 1) as PmPos, to: (at + 1 + length) as PmPos });
      at += length + 2;
    }
    this.placed = placed;
    this.size = at as PmPos;
  }

  /** The editor's position of a code point inside a block or at its edge; null between blocks and in chrome. */
  toPm(position: CodePoint): PmPos | null {
    const place = this.placed[lastIndex(this.placed, (candidate) => candidate.block.start <= position)];
    if (place === undefined || position > place.block.end) return null;
    return this.within(place, position);
  }

  /** The code point at a position; one between blocks goes to the end of the block before (-1) or the start of the next (1). */
  toCodePoint(position: PmPos, bias: -1 | 1): CodePoint {
    const at = lastIndex(this.placed, (candidate) => candidate.from <= position);
    const [place, next] = [this.placed[at], this.placed[at + 1]];
    if (place !== undefined && position <= place.to) {
      return this.index.toCodePoint(utf16(this.index.toUtf16(place.block.start) + position - place.from));
    }
    if (bias === 1 && next !== undefined) return next.block.start;
    return place?.block.end ?? next?.block.start ?? (0 as CodePoint);
  }

  /** The pieces of a range that lie in blocks, each with its block. */
  pieces(range: TextRange): PlacedBlock[] {
    const pieces: PlacedBlock[] = [];
    for (let i = Math.max(0, lastIndex(this.placed, ({ block }) => block.start <= range.start)); i < this.placed.length; i++) {
      const place = this.placed[i];
      if (place === undefined || place.block.start >= range.end) break;
      const [start, end] = [Math.max(range.start, place.block.start), Math.min(range.end, place.block.end)] as [CodePoint, CodePoint];
      if (start < end) pieces.push({ block: place.block, from: this.within(place, start), to: this.within(place, end) });
    }
    return pieces;
  }

  /** The editor's position of a code point inside this block or at its edge. */
  within(place: PlacedBlock, position: CodePoint): PmPos {
    return (place.from + this.index.toUtf16(position) - this.index.toUtf16(place.block.start)) as PmPos;
  }
}

/** Index of the last item for which the test holds, given that it holds for a first part of the list only; or -1. */
function lastIndex<T>(list: readonly T[], holds: (item: T) => boolean): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const item = list[middle];
    if (item !== undefined && holds(item)) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
