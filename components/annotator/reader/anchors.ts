import { startOf } from "../state/model";
import type { AnnotatorSpan } from "../types";
import { spanIdsAt } from "./mark-dom";
import type { Painter } from "./painter";

/**
 * How far below the top of `origin` spans begin, in pixels: those that begin in pieces of the text from `top` to
 * `bottom` there, in the order of the text, then the ones that are named.
 */
export function anchorsNear(painter: Painter, origin: Element, top: number, bottom: number, named: readonly AnnotatorSpan[]): Map<string, number> {
  const anchors = new Map<string, number>();
  const zero = origin.getBoundingClientRect().top;
  const [first, last] = painter.between(top + zero, bottom + zero);
  const measure = (piece: number, wanted: ReadonlySet<string>): void => {
    if (wanted.size === 0) return;
    painter.ensure([piece]);
    for (const mark of painter.element(piece)?.querySelectorAll<HTMLElement>("mark[data-start]") ?? []) {
      const ids = spanIdsAt(mark).filter((id) => wanted.has(id) && !anchors.has(id));
      const line = ids.length === 0 ? undefined : mark.getClientRects()[0];
      if (line !== undefined) for (const id of ids) anchors.set(id, line.top - zero);
    }
  };
  for (let piece = first; piece <= last; piece++) measure(piece, painter.beginningIn(piece));
  for (const span of named) {
    const start = startOf(span);
    for (const piece of painter.under({ parts: span.parts.filter((part) => part.start === start) }).slice(0, 1)) measure(piece, new Set([span.id]));
  }
  return anchors;
}
