import type { EditorView } from "@tiptap/pm/view";
import type { SpanPart } from "@/lib/annotations/span";
import { type CodePoint, codePoint } from "@/lib/text/units";
import type { Edge } from "../state/adjusting";
import { lineHeightAt } from "./dom-selection";
import { spanIdsAt } from "./mark-dom";
import type { PmPos, PositionMap } from "./pm-pos";
import type { Box } from "./reader";

/** What the handles tell. */
export interface HandlePorts {
  /** An edge is dragged to a place in the text. */
  readonly onEdge: (edge: Edge, to: CodePoint) => void;
  /** The pointer went up (kept), or the drag was broken off. */
  readonly onEdgeDrop: (kept: boolean) => void;
  /** A handle was pressed without being moved: the spans under it were meant. */
  readonly onClick: (spanIds: readonly string[]) => void;
}

const MOVED = 4;
const EDGES = ["start", "end"] as const satisfies readonly Edge[];

/**
 * Two handles at the edges of the open mark, for mouse and finger: above its first line and below its last. What can
 * be taken hold of lies between two lines, so that words beside the mark and in it can still be selected.
 */
export class Handles {
  readonly #layer: HTMLElement;
  readonly #handles: Readonly<Record<Edge, HTMLElement>>;
  readonly #watch: ResizeObserver;
  /** The passages whose outer edges have handles. */
  #parts: readonly SpanPart[] = [];
  #frame = 0;
  #held: { readonly edge: Edge; readonly x: number; readonly y: number; readonly dx: number; readonly dy: number; moved: boolean } | null = null;

  constructor(host: HTMLElement, private readonly view: EditorView, private readonly map: PositionMap, private readonly ports: HandlePorts) {
    this.#layer = host.ownerDocument.createElement("div");
    this.#layer.className = "handles";
    this.#layer.hidden = true;
    // The keyboard has its own way to move edges, which speaks.
    this.#layer.setAttribute("aria-hidden", "true");
    this.#handles = { start: this.#make("start"), end: this.#make("end") };
    host.append(this.#layer);
    this.#watch = new ResizeObserver(() => this.place());
    this.#watch.observe(view.dom);
  }

  /** Puts handles at the outer edges of these passages; none takes them away. */
  show(parts: readonly SpanPart[]): void {
    this.#parts = parts;
    if (parts.length === 0) this.#layer.hidden = true;
    // Where words stand is known once the frame is laid out; asking earlier would lay it out twice.
    if (this.#frame === 0) this.#frame = requestAnimationFrame(() => this.place());
  }

  /** Puts the handles where the edges are. */
  place(): void {
    this.#frame = 0;
    const [start, end] = EDGES.map((edge) => this.#boxOf(edge));
    this.#layer.hidden = !start || !end;
    if (!start || !end) return;
    const origin = this.#layer.getBoundingClientRect();
    for (const [edge, { box, line }] of [["start", start], ["end", end]] as const) {
      const { style } = this.#handles[edge];
      style.left = `${box.left - origin.left}px`;
      style.top = `${(box.top + box.bottom - line) / 2 - origin.top}px`;
      style.height = `${line}px`;
    }
  }

  /** Brings a handle into view. */
  reveal(edge: Edge): void {
    this.#handles[edge].scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  destroy(): void {
    this.#watch.disconnect();
    cancelAnimationFrame(this.#frame);
    this.#layer.remove();
  }

  #make(edge: Edge): HTMLElement {
    const handle = this.#layer.ownerDocument.createElement("div");
    handle.className = "handle";
    handle.dataset["edge"] = edge;
    handle.addEventListener("pointerdown", (event) => this.#take(edge, event));
    handle.addEventListener("pointermove", (event) => this.#move(event));
    handle.addEventListener("pointerup", (event) => this.#drop(event, true));
    handle.addEventListener("pointercancel", (event) => this.#drop(event, false));
    handle.addEventListener("contextmenu", (event) => event.preventDefault());
    this.#layer.append(handle);
    return handle;
  }

  #boxOf(edge: Edge): { readonly box: Box; readonly line: number } | null {
    const part = edge === "start" ? this.#parts[0] : this.#parts.at(-1);
    const at = part === undefined ? null : this.map.toPm(codePoint(part[edge]));
    return at === null ? null : { box: this.view.coordsAtPos(at, edge === "start" ? 1 : -1), line: lineHeightAt(this.view, at) };
  }

  #take(edge: Edge, event: PointerEvent): void {
    const at = event.button === 0 ? this.#boxOf(edge) : null;
    if (at === null || this.#held !== null) return;
    // Neither focus nor the selection moves.
    event.preventDefault();
    this.#handles[edge].setPointerCapture(event.pointerId);
    this.#held = { edge, x: event.clientX, y: event.clientY, dx: event.clientX - at.box.left, dy: event.clientY - (at.box.top + at.box.bottom) / 2, moved: false };
  }

  #move(event: PointerEvent): void {
    const held = this.#held;
    if (held === null || (!held.moved && Math.hypot(event.clientX - held.x, event.clientY - held.y) < MOVED)) return;
    held.moved = true;
    // The words under the pointer count, not the handle that lies over them.
    this.#layer.dataset["held"] = held.edge;
    const found = this.view.posAtCoords({ left: event.clientX - held.dx, top: event.clientY - held.dy });
    if (found !== null) this.ports.onEdge(held.edge, this.map.toCodePoint(found.pos as PmPos, held.edge === "start" ? 1 : -1));
  }

  #drop(event: PointerEvent, kept: boolean): void {
    const held = this.#held;
    this.#held = null;
    if (held === null) return;
    if (held.moved) this.ports.onEdgeDrop(kept);
    else if (kept) {
      this.#layer.dataset["held"] = held.edge;
      this.ports.onClick(spanIdsAt(this.#layer.ownerDocument.elementFromPoint(event.clientX, event.clientY)));
    }
    delete this.#layer.dataset["held"];
  }
}
