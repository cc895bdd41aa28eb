import { codePointLength } from "@/lib/text/units";

/** The selection inside an element as code points of the article, or null where nothing is selected there. Every piece of text stands in an element that names its start in `data-at`. */
export function selectedRange(within: HTMLElement): { readonly start: number; readonly end: number } | null {
  const selection = within.ownerDocument.getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!within.contains(range.startContainer) || !within.contains(range.endContainer)) return null;
  const start = positionAt(within, range.startContainer, range.startOffset);
  const end = positionAt(within, range.endContainer, range.endOffset);
  return start === null || end === null || end <= start ? null : { start, end };
}

function positionAt(within: HTMLElement, node: Node, offset: number): number | null {
  const piece = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>("[data-at]");
  if (piece && within.contains(piece)) return Number(piece.dataset["at"]) + textBefore(piece, node, offset);
  // Between pieces: the first one that begins behind, or the end of the last.
  const point = within.ownerDocument.createRange();
  point.setStart(node, offset);
  const pieces = [...within.querySelectorAll<HTMLElement>("[data-at]")];
  const next = pieces.find((one) => point.comparePoint(one, 0) >= 0);
  if (next) return Number(next.dataset["at"]);
  const last = pieces.at(-1);
  return last ? Number(last.dataset["at"]) + codePointLength(last.textContent) : null;
}

function textBefore(piece: HTMLElement, node: Node, offset: number): number {
  const before = piece.ownerDocument.createRange();
  before.setStart(piece, 0);
  before.setEnd(node, offset);
  return codePointLength(before.toString());
}
