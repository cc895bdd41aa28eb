/** A word segmenter takes time in the square of its input, so long lines are handed to it in pieces of about this size. */
const CHUNK = 1024;
const SPACE_BEFORE_WORD = /[ \t\n](?![\s\p{M}\p{Cf}])/gu;
const CJK_STOP = /[。！？、，」』](?!\p{M})/gu;

/**
 * Cuts a text into pieces of about `size` UTF-16 units without changing how it falls into words: after a space,
 * or after a full-width stop. A run of 16 × `size` units with neither is cut at a code point.
 */
export function* chunks(text: string, size = CHUNK): Generator<string> {
  let start = 0;
  while (text.length - start > size) {
    const end = cutAfter(text, start, size);
    yield text.slice(start, end);
    start = end;
  }
  if (start < text.length) yield text.slice(start);
}

function cutAfter(text: string, start: number, size: number): number {
  const farthest = start + 16 * size;
  for (const pattern of [SPACE_BEFORE_WORD, CJK_STOP]) {
    pattern.lastIndex = start + size;
    const found = pattern.exec(text.slice(0, farthest + 1));
    if (found !== null) return found.index + found[0].length;
  }
  if (text.length <= farthest) return text.length;
  const last = text.charCodeAt(farthest - 1);
  return last >= 0xd800 && last <= 0xdbff ? farthest - 1 : farthest;
}
