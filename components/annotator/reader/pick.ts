import { endOf, startOf } from "../state/model";
import type { AnnotatorSpan } from "../types";

/** The span that a click on overlapping spans opens: the smallest first, and at each further click the next larger. */
export function pickSpan(spans: readonly AnnotatorSpan[], openId: string | null): string | null {
  const bySize = [...spans].sort((a, b) => length(a) - length(b) || startOf(a) - startOf(b) || (a.id < b.id ? -1 : 1));
  const open = bySize.findIndex((span) => span.id === openId);
  return bySize[(open + 1) % bySize.length]?.id ?? null;
}

/** The span before or after the open one, or (without one) the first after a place in the text. Goes round. */
export function neighbour(inOrder: readonly AnnotatorSpan[], openId: string | null, from: number, way: 1 | -1): AnnotatorSpan | null {
  if (inOrder.length === 0) return null;
  const open = inOrder.findIndex((span) => span.id === openId);
  if (open >= 0) return inOrder[(open + way + inOrder.length) % inOrder.length] ?? null;
  const after = inOrder.findIndex((span) => startOf(span) >= from);
  const at = way === 1 ? after : (after < 0 ? inOrder.length : after) - 1;
  return inOrder.at(way === 1 && at < 0 ? 0 : at) ?? null;
}

function length(span: AnnotatorSpan): number {
  return span.parts.reduce((sum, part) => sum + part.end - part.start, 0);
}

/** The spans whose end lies after this place, that begin before it: those over a caret. */
export function spansAt(spans: Iterable<AnnotatorSpan>, position: number): AnnotatorSpan[] {
  return [...spans].filter((span) => startOf(span) <= position && position <= endOf(span));
}
