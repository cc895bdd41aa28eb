import type { SpanPart } from "@/lib/annotations/span";
import { isAllMask } from "@/lib/articles/source-mask";
import { dragEdge, type Grain, stepEdge } from "@/lib/text/snap";
import { type CodePoint, codePoint, type TextRange, textRange } from "@/lib/text/units";
import type { Edge } from "../state/adjusting";
import type { ReaderBlock } from "./items";
import type { Passages } from "./passages";

/** Moves the outer edges of a mark's passages. An edge never leaves its block, and never takes all words away. */
export class Edges {
  constructor(private readonly passages: Passages) {}

  /** The passages with one edge a step further; `way` 1 is toward the end of the text. Null where it cannot go. */
  step(parts: readonly SpanPart[], edge: Edge, way: 1 | -1, grain: Grain): readonly SpanPart[] | null {
    return this.#moved(parts, edge, (range, block) => stepEdge(range, edge, way, grain, this.passages.snapped(block), this.passages.index));
  }

  /** The passages with one edge as near to a position as whole units allow. */
  drag(parts: readonly SpanPart[], edge: Edge, to: CodePoint, grain: Grain): readonly SpanPart[] {
    return this.#moved(parts, edge, (range, block) => dragEdge(range, edge, to, grain, this.passages.snapped(block), this.passages.index)) ?? parts;
  }

  #moved(parts: readonly SpanPart[], edge: Edge, move: (range: TextRange, block: ReaderBlock) => TextRange | null): readonly SpanPart[] | null {
    const at = edge === "start" ? 0 : parts.length - 1;
    const part = parts[at];
    const block = part && this.passages.blocks.find(({ start, end }) => (edge === "start" ? start <= part.start && part.start < end : start < part.end && part.end <= end));
    if (part === undefined || block === undefined) return null;
    // What came in by the API may lie over several blocks; the edge moves in its own.
    const range = textRange(Math.max(part.start, block.start), Math.min(part.end, block.end));
    const moved = move(range, block);
    if (moved === null) return null;
    const next = edge === "start" ? { start: moved.start, end: codePoint(part.end) } : { start: codePoint(part.start), end: moved.end };
    const made = this.passages.part(next);
    return isAllMask(made.quote) ? null : parts.map((one, i) => (i === at ? made : one));
  }
}
