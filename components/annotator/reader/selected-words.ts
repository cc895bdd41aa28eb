const NAME = "selected-words";

/** Paints ranges as selected, also while focus is elsewhere, without touching the text. None takes the paint off. */
export function showSelected(ranges: readonly Range[]): void {
  const highlights = typeof CSS !== "undefined" && "highlights" in CSS ? CSS.highlights : null;
  // Without highlights the native selection shows the words as long as focus stays in the text.
  if (highlights === null || typeof Highlight === "undefined") return;
  if (ranges.length === 0) highlights.delete(NAME);
  else highlights.set(NAME, new Highlight(...ranges));
}
