const NAME = "selected-words";

/** Paints a range as selected, also while focus is elsewhere, without touching the text. Null takes the paint off. */
export function showSelected(range: Range | null): void {
  const highlights = typeof CSS !== "undefined" && "highlights" in CSS ? CSS.highlights : null;
  // Without highlights the native selection shows the words as long as focus stays in the text.
  if (highlights === null || typeof Highlight === "undefined") return;
  if (range === null) highlights.delete(NAME);
  else highlights.set(NAME, new Highlight(range));
}
