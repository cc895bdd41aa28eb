import type { EditorView } from "@tiptap/pm/view";
import { inTextOrder, startOf } from "../state/model";
import type { AnnotatorSpan } from "../types";
import type { SpeechTable } from "../marking/speech-table";
import { drawBlock } from "./block-marks";
import { inIdleTime } from "./idle";
import { drawMarks, type PlacedSegment } from "./mark-plugin";
import { PieceSpans } from "./piece-spans";
import type { PositionMap } from "./pm-pos";

/** Pieces drawn in one go while the page is idle. */
const AT_ONCE = 8;
/** How many heights of the window count as near it, above and below. */
const NEAR = 1;

/**
 * Draws the marks as the spans are: those near the window at once, the others whenever the page is idle, so that in
 * the end every mark is an element that screen readers and "find in page" come across.
 */
export class Painter {
  readonly #spans: PieceSpans;
  /** Pieces whose marks are not as their spans are. */
  readonly #due: Set<number>;
  #stopIdle: (() => void) | null = null;
  #pressed = false;
  readonly #leaving = new AbortController();

  /** @param speech who says what; @param drawn told after marks were drawn */
  constructor(private readonly view: () => EditorView, private readonly map: PositionMap, private readonly speech: SpeechTable, private readonly drawn: () => void) {
    const pieces = map.placed.map(({ block }) => block);
    this.#spans = new PieceSpans(pieces);
    this.#due = new Set(pieces.keys());
    const signal = this.#leaving.signal;
    window.addEventListener("scroll", () => this.near(), { capture: true, passive: true, signal });
    window.addEventListener("resize", () => this.near(), { signal });
    window.addEventListener("beforeprint", () => this.all(), { signal });
    window.addEventListener("pointerdown", () => (this.#pressed = true), { capture: true, signal });
    for (const type of ["pointerup", "pointercancel"]) window.addEventListener(type, () => this.#released(), { capture: true, signal });
  }

  /** Takes the spans as they are now. */
  paint(spans: ReadonlyMap<string, AnnotatorSpan>): void {
    for (const piece of this.#spans.update(spans)) this.#due.add(piece);
    this.near();
    this.#fill();
  }

  /** Draws what is near the window. */
  near(): void {
    if (this.#due.size === 0) return;
    const [first, last] = this.#nearWindow();
    this.#draw([...this.#due].filter((piece) => piece >= first && piece <= last));
  }

  /** Draws everything that is still to be drawn. */
  all(): void {
    this.#draw([...this.#due]);
  }

  /** Draws these pieces if they are still to be drawn. */
  ensure(pieces: readonly number[]): void {
    this.#draw(pieces.filter((piece) => this.#due.has(piece)));
  }

  /** The pieces that a span lies over. */
  under(span: Pick<AnnotatorSpan, "parts">): readonly number[] {
    return this.#spans.under(span);
  }

  /** The ids of the spans over a place in the text, edges included, in the order of the text. */
  at(position: number): string[] {
    const point = { parts: [{ start: position - 1, end: position + 1, quote: "" }] };
    const near = new Map(this.under(point).flatMap((piece) => this.#spans.spansOf(piece)).map((span) => [span.id, span]));
    return inTextOrder([...near.values()].filter(({ parts }) => parts.some(({ start, end }) => start <= position && position <= end))).map(({ id }) => id);
  }

  /** The ids of the spans that begin in a piece. */
  beginningIn(piece: number): Set<string> {
    const block = this.map.placed[piece]?.block;
    return new Set(this.#spans.spansOf(piece).filter((span) => block !== undefined && startOf(span) >= block.start && startOf(span) < block.end).map(({ id }) => id));
  }

  /** The element of a piece. */
  element(piece: number): HTMLElement | null {
    const place = this.map.placed[piece];
    const found = place === undefined ? null : this.view().nodeDOM(place.from - 1);
    return found instanceof HTMLElement ? found : null;
  }

  /** The first and the last piece of which something lies between two heights of the window, in pixels. */
  between(top: number, bottom: number): readonly [first: number, last: number] {
    const count = this.map.placed.length;
    return [this.#firstWhere(count, (box) => box.bottom > top), this.#firstWhere(count, (box) => box.top >= bottom) - 1];
  }

  stop(): void {
    this.#leaving.abort();
    this.#stopIdle?.();
  }

  #nearWindow(): readonly [number, number] {
    return this.between(-NEAR * window.innerHeight, (1 + NEAR) * window.innerHeight);
  }

  #firstWhere(count: number, holds: (box: DOMRect) => boolean): number {
    let low = 0;
    let high = count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const box = this.element(middle)?.getBoundingClientRect();
      if (box === undefined || holds(box)) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  #fill(): void {
    if (this.#due.size === 0 || this.#stopIdle !== null) return;
    this.#stopIdle = inIdleTime((left) => {
      // A redrawn editor puts its selection back, which a hand on the mouse or on a handle would feel.
      while (!this.#pressed && this.#due.size > 0 && left() > 2) this.#draw([...this.#due].slice(0, AT_ONCE));
      const more = this.#due.size > 0 && !this.#pressed;
      if (!more) this.#stopIdle = null;
      return more;
    });
  }

  #released(): void {
    this.#pressed = false;
    this.#fill();
  }

  #draw(pieces: readonly number[]): void {
    if (pieces.length === 0) return;
    const drawn = new Map<number, PlacedSegment[]>();
    for (const piece of pieces) {
      this.#due.delete(piece);
      const place = this.map.placed[piece];
      if (place === undefined) continue;
      const segments = drawBlock(place.block, this.#spans.spansOf(piece), this.speech.in(place.block), this.#spans.lanesOf(piece));
      drawn.set(piece, segments.map((segment) => ({ ...segment, from: this.map.within(place, segment.start), to: this.map.within(place, segment.end) })));
    }
    drawMarks(this.view(), drawn);
    this.drawn();
  }
}
