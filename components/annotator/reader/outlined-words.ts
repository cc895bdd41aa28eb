const [ALL, CURRENT] = ["suggested-words", "suggested-now"];

/** Outlines words without touching the text: all that are suggested, and above them those that are looked at. */
export function outlineWords(all: readonly Range[], current: readonly Range[]): void {
  const highlights = typeof CSS !== "undefined" && "highlights" in CSS ? CSS.highlights : null;
  // Without highlights the strip above the text names the words.
  if (highlights === null || typeof Highlight === "undefined") return;
  for (const [name, ranges, priority] of [[ALL, all, 0], [CURRENT, current, 1]] as const) {
    if (ranges.length === 0) {
      highlights.delete(name);
      continue;
    }
    const highlight = new Highlight(...ranges);
    highlight.priority = priority;
    highlights.set(name, highlight);
  }
}
