import { startOf } from "../state/model";
import type { AnnotatorSpan } from "../types";

/** The smallest first, as a click reaches overlapping spans. */
export function bySize(spans: readonly AnnotatorSpan[]): AnnotatorSpan[] {
  return [...spans].sort((a, b) => length(a) - length(b) || startOf(a) - startOf(b) || (a.id < b.id ? -1 : 1));
}

/** The span that a click on overlapping spans opens: the smallest first, and at each further click the next larger. */
export function pickSpan(spans: readonly AnnotatorSpan[], openId: string | null): string | null {
  const sized = bySize(spans);
  const open = sized.findIndex((span) => span.id === openId);
  return sized[(open + 1) % sized.length]?.id ?? null;
}

/** Whether a click has been through all of several overlapping spans, the largest being open. */
export function allPicked(spans: readonly AnnotatorSpan[], openId: string | null): boolean {
  return spans.length > 1 && bySize(spans).at(-1)?.id === openId;
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
