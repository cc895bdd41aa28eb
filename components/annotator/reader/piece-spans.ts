import { firstEndingAfter } from "@/lib/text/ranges";
import { assignLanes } from "@/lib/annotations/lanes";
import type { IdRange } from "@/lib/annotations/segments";
import type { CodePoint, TextRange } from "@/lib/text/units";
import type { AnnotatorSpan } from "../types";
import type { ReaderBlock } from "./items";

type Lanes = ReadonlyMap<string, number>;
const NO_LANES: Lanes = new Map();

/** Keeps which spans lie over which piece of the text and in which lanes, and tells the pieces in which something changed. */
export class PieceSpans {
  #spans: ReadonlyMap<string, AnnotatorSpan> = new Map();
  readonly #own: ReadonlyMap<string, AnnotatorSpan>[];
  /** By ordinal of the block, whose pieces share them. */
  readonly #lanes = new Map<number, Lanes>();

  /** @param pieces in order; neighbours with the same ordinal are one block */
  constructor(private readonly pieces: readonly ReaderBlock[]) {
    this.#own = pieces.map(() => new Map());
  }

  /** The spans over a piece. */
  spansOf(piece: number): AnnotatorSpan[] {
    return [...(this.#own[piece]?.values() ?? [])];
  }

  /** The lanes of the spans over a piece. */
  lanesOf(piece: number): Lanes {
    return this.#lanes.get(this.pieces[piece]?.ordinal ?? -1) ?? NO_LANES;
  }

  /** Takes the spans as they are now. The pieces that look different since the last time. */
  update(spans: ReadonlyMap<string, AnnotatorSpan>): Set<number> {
    const before = this.#spans;
    const changed = new Set<number>();
    const fresh = new Map<number, Map<string, AnnotatorSpan>>();
    const ownOf = (piece: number): Map<string, AnnotatorSpan> => {
      const own = fresh.get(piece) ?? new Map(this.#own[piece]);
      fresh.set(piece, own);
      changed.add(piece);
      return own;
    };
    for (const [id, span] of before) if (spans.get(id) !== span) for (const piece of this.under(span)) ownOf(piece).delete(id);
    for (const [id, span] of spans) if (before.get(id) !== span) for (const piece of this.under(span)) ownOf(piece).set(id, span);
    for (const [piece, own] of fresh) this.#own[piece] = own;
    this.#spans = spans;
    for (const ordinal of new Set([...changed].map((piece) => this.pieces[piece]?.ordinal ?? -1))) this.#laneAnew(ordinal, changed);
    return changed;
  }

  /** The pieces that a span lies over, in order. */
  under(span: Pick<AnnotatorSpan, "parts">): number[] {
    const found = new Set<number>();
    for (const part of span.parts) {
      for (let i = firstEndingAfter(this.pieces, part.start); i < this.pieces.length; i++) {
        const piece = this.pieces[i];
        if (piece === undefined || piece.start >= part.end) break;
        found.add(i);
      }
    }
    return [...found];
  }

  /** A span in one piece can move others of its block to another lane, also in pieces that it does not reach. */
  #laneAnew(ordinal: number, changed: Set<number>): void {
    const own = this.#piecesOf(ordinal);
    const [first, last] = [this.pieces[own[0] ?? 0], this.pieces[own.at(-1) ?? 0]];
    if (first === undefined || last === undefined) return;
    const all = new Map(own.flatMap((piece) => [...(this.#own[piece] ?? [])]));
    const before = this.#lanes.get(ordinal) ?? NO_LANES;
    const lanes = lanesIn({ start: first.start, end: last.end }, [...all.values()]);
    this.#lanes.set(ordinal, lanes);
    if (own.length < 2) return;
    for (const [id, span] of all) if (before.get(id) !== lanes.get(id)) for (const piece of this.under(span)) if (this.pieces[piece]?.ordinal === ordinal) changed.add(piece);
  }

  #piecesOf(ordinal: number): number[] {
    let low = 0;
    let high = this.pieces.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.pieces[middle]?.ordinal ?? Infinity) >= ordinal) high = middle;
      else low = middle + 1;
    }
    const found: number[] = [];
    for (let i = low; this.pieces[i]?.ordinal === ordinal; i++) found.push(i);
    return found;
  }
}

/** The lanes of spans inside a block. */
export function lanesIn(block: TextRange, spans: readonly AnnotatorSpan[]): Map<string, number> {
  return assignLanes(spans.flatMap((span) => span.parts.map(({ start, end }): IdRange<CodePoint> => ({ id: span.id, start: Math.max(start, block.start) as CodePoint, end: Math.min(end, block.end) as CodePoint }))));
}
