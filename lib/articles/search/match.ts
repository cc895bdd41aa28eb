/** Words around a match, and which of them match; offsets count code points of `text`. */
export type Match = { readonly text: string; readonly marks: readonly { readonly start: number; readonly end: number }[] };

const MOST = 160;
/** Code points that are kept before the first word that matches. */
const BEFORE = 50;

/** Reads a piece of text in which U+0002 and U+0003 stand around what matches; null where nothing does. */
export function cutMatch(piece: string): Match | null {
  const chars: string[] = [];
  const marks: { start: number; end: number }[] = [];
  for (const char of piece.replace(/\s+/gu, " ").trim()) {
    if (char === "\u0002") marks.push({ start: chars.length, end: chars.length });
    else if (char !== "\u0003") chars.push(char);
    else if (marks.length > 0) marks[marks.length - 1]!.end = chars.length;
  }
  const first = marks[0];
  if (!first) return null;
  // At a space, so that no half word stands at the edge.
  const from = first.start <= BEFORE ? 0 : Math.max(0, chars.indexOf(" ", first.start - BEFORE) + 1);
  const to = Math.min(chars.length, from + MOST);
  return { text: chars.slice(from, to).join(""), marks: marks.filter((mark) => mark.start >= from && mark.end <= to && mark.end > mark.start).map(({ start, end }) => ({ start: start - from, end: end - from })) };
}
