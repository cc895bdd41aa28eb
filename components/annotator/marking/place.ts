/** Sizes and places in pixels, in the coordinates of the sheet. */
export interface PopoverPlace {
  readonly left: number;
  readonly top: number;
}

/** Room for the handles that a phone hangs below a selection. */
const GAP = 10;

/**
 * Below the last line of the selection, beginning with its first word when it is on one line (from the right where
 * the text runs from there), and never beyond the sheet's edges.
 */
export function placePopover(selection: { readonly firstLeft: number; readonly firstTop: number; readonly lastTop: number; readonly lastBottom: number; readonly rtl: boolean }, sheetWidth: number, popoverWidth: number): PopoverPlace {
  const oneLine = Math.abs(selection.lastTop - selection.firstTop) < 4;
  const begins = selection.rtl ? selection.firstLeft - popoverWidth : selection.firstLeft;
  const wished = oneLine ? begins : selection.rtl ? sheetWidth : 0;
  return { left: Math.round(Math.max(0, Math.min(wished, sheetWidth - popoverWidth))), top: Math.round(selection.lastBottom + GAP) };
}

/** How far a pane has to scroll so that something from `top` to `bottom` (in the pane's window) is seen; 0 when it is. */
export function scrollNeeded(top: number, bottom: number, paneHeight: number, margin = 12): number {
  if (bottom + margin > paneHeight) return Math.min(bottom + margin - paneHeight, Math.max(0, top - margin));
  return 0;
}
