/** What words are painted as, each over those before it. */
const LAYERS = ["suggested-words", "suggested-now", "found-words", "found-now", "selected-words"] as const;

/**
 * Paints ranges without touching the text, also while focus is elsewhere; none takes the paint off. Where a browser
 * cannot, the native selection and the lists of what was suggested or found still name the words.
 */
export function paintWords(layer: (typeof LAYERS)[number], ranges: readonly Range[]): void {
  const highlights = typeof CSS !== "undefined" && "highlights" in CSS ? CSS.highlights : null;
  if (highlights === null || typeof Highlight === "undefined") return;
  if (ranges.length === 0) return void highlights.delete(layer);
  const highlight = new Highlight(...ranges);
  highlight.priority = LAYERS.indexOf(layer);
  highlights.set(layer, highlight);
}
