import type { EditorView } from "@tiptap/pm/view";
import type { PmPos, PmRange } from "./pm-pos";

/**
 * The selection as the browser has it: the editor itself learns of it a moment later, and a quick key must not be
 * about the words before. Outside the text it is the editor's.
 */
export function selectionNow(view: EditorView): PmRange & { readonly backwards: boolean } {
  const { selection } = view.state;
  const dom = view.dom.ownerDocument.getSelection();
  if (dom === null || dom.anchorNode === null || dom.focusNode === null || !view.dom.contains(dom.anchorNode) || !view.dom.contains(dom.focusNode)) {
    return { from: selection.from as PmPos, to: selection.to as PmPos, backwards: selection.head < selection.anchor };
  }
  const anchor = view.posAtDOM(dom.anchorNode, dom.anchorOffset) as PmPos;
  const head = view.posAtDOM(dom.focusNode, dom.focusOffset) as PmPos;
  return head < anchor ? { from: head, to: anchor, backwards: true } : { from: anchor, to: head, backwards: false };
}

/** A range of the editor's document as a range of the page. */
export function domRange(view: EditorView, { from, to }: PmRange): Range {
  const range = view.dom.ownerDocument.createRange();
  const [start, end] = [view.domAtPos(from, 1), view.domAtPos(to, -1)];
  range.setStart(start.node, start.offset);
  range.setEnd(end.node, end.offset);
  return range;
}

/** The direction of the block at a position. */
export function directionAt(view: EditorView, at: PmPos): "ltr" | "rtl" {
  return getComputedStyle(elementAt(view, at)).direction === "rtl" ? "rtl" : "ltr";
}

/** How high the lines of the block at a position are, in pixels. */
export function lineHeightAt(view: EditorView, at: PmPos): number {
  return Number.parseFloat(getComputedStyle(elementAt(view, at)).lineHeight) || 0;
}

function elementAt(view: EditorView, at: PmPos): Element {
  const { node } = view.domAtPos(at, 1);
  return node instanceof Element ? node : (node.parentElement ?? view.dom);
}
