const [ALL, CURRENT] = ["found-words", "found-now"];

/** Paints words that were found without touching the text: all of them, and the place that is looked at by itself. */
export function paintFound(all: readonly Range[], current: readonly Range[]): void {
  const highlights = typeof CSS !== "undefined" && "highlights" in CSS ? CSS.highlights : null;
  // Without highlights the list says where the words are.
  if (highlights === null || typeof Highlight === "undefined") return;
  for (const [name, ranges, priority] of [[ALL, all, 2], [CURRENT, current, 3]] as const) {
    if (ranges.length === 0) {
      highlights.delete(name);
      continue;
    }
    const highlight = new Highlight(...ranges);
    highlight.priority = priority;
    highlights.set(name, highlight);
  }
}
