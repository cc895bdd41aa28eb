/** A piece of text of a page: where its baseline begins, how wide and high it is; y grows upwards. */
export type PdfItem = { readonly text: string; readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** A printed line. */
type Line = { readonly text: string; readonly x: number; readonly right: number; readonly y: number; readonly height: number };
type OpenLine = { readonly pieces: string[]; readonly x: number; readonly y: number; right: number; height: number };

/** The lines of a page, in the order in which the file writes them. */
function linesOfPage(items: readonly PdfItem[]): Line[] {
  const lines: OpenLine[] = [];
  for (const item of items) {
    const last = lines.at(-1);
    const height = item.height || last?.height || 0;
    if (last === undefined || Math.abs(last.y - item.y) > 0.4 * Math.max(last.height, height) || item.x < last.right - 2 * height) {
      if (item.text.trim() !== "") lines.push({ pieces: [item.text], x: item.x, right: item.x + item.width, y: item.y, height });
      continue;
    }
    const apart = item.x - last.right > 0.15 * height && !/\s/u.test(last.pieces.at(-1)?.slice(-1) ?? "") && !/^\s/u.test(item.text);
    last.pieces.push(apart ? ` ${item.text}` : item.text);
    last.right = Math.max(last.right, item.x + item.width);
    // Small marks within a line (a footnote's number) do not make the line small.
    last.height = Math.max(last.height, height);
  }
  return lines.map(({ pieces, ...line }) => ({ ...line, text: pieces.join("").trim() }));
}

/**
 * The paragraphs of a document out of the places of its words, since a PDF has none: a wider gap than between the
 * lines around, another size, an indented line, or a short line that ends a sentence begins a new one. A sentence that
 * goes on in the next column or on the next page is not cut. Soft hyphens at the ends of lines are taken out; a hyphen
 * that is printed stays, since it may belong to the word.
 */
export function paragraphsOf(pages: readonly (readonly PdfItem[])[]): string[] {
  const paragraphs: string[][] = [];
  let before: Line | null = null;
  const all = pages.map(linesOfPage);
  const everywhere = usualGap(all);
  for (const lines of all) {
    // A page of few lines does not know its own.
    const usual = Math.min(usualGap([lines]) || everywhere, everywhere);
    const right = lines.reduce((most, line) => Math.max(most, line.right), 0);
    for (const [i, line] of lines.entries()) {
      const last = paragraphs.at(-1);
      const isNew: boolean = before === null || (i > 0 ? begins(before, line, lines[i + 1] ?? null, usual, right) : !goesOn(before, line));
      if (last === undefined || before === null || isNew) paragraphs.push([line.text]);
      else if (before.text.endsWith("\u00AD")) last.push((last.pop() ?? "").slice(0, -1), line.text);
      else last.push(between(before.text, line.text), line.text);
      before = line;
    }
  }
  return paragraphs.map((pieces) => pieces.join(""));
}

function begins(before: Line, line: Line, after: Line | null, usual: number, right: number): boolean {
  const gap = before.y - line.y;
  const height = Math.max(line.height, before.height);
  if (Math.abs(line.height - before.height) > 0.15 * height) return true;
  // Upwards, or far to the side: another column.
  if (gap < 0 || line.x > before.right) return !goesOn(before, line);
  if (gap > 1.35 * Math.max(usual, 0.9 * height)) return true;
  const indent = line.x - before.x;
  if (indent > 0.8 * height && indent < 6 * height && (after === null || line.x - after.x > 0.8 * height)) return true;
  return endsSentence(before.text) && before.right < right - 0.25 * (right - before.x);
}

/** Whether a line goes on with the sentence of the one before it. */
const goesOn = (before: Line, line: Line): boolean => Math.abs(line.height - before.height) <= 0.15 * line.height && !endsSentence(before.text) && (/^\p{Ll}/u.test(line.text) || /[\u00AD-]$/u.test(before.text.slice(-1)));

const endsSentence = (text: string): boolean => /[.!?…:][”’"'»)\]]{0,3}$/u.test(text.slice(-4));

/** The gap that stands most often between the lines of these pages, the smallest of several; 0 where there is none. */
function usualGap(pages: readonly (readonly Line[])[]): number {
  const gaps = pages.flatMap((lines) => lines.slice(1).map((line, i) => Math.round(10 * ((lines[i]?.y ?? 0) - line.y))));
  const counts = new Map<number, number>();
  for (const gap of gaps) if (gap > 0) counts.set(gap, (counts.get(gap) ?? 0) + 1);
  let best = 0;
  for (const [gap, times] of counts) {
    const most = counts.get(best) ?? 0;
    if (times > most || (times === most && gap < best)) best = gap;
  }
  return best / 10;
}

/** What stands between two lines of a paragraph. */
function between(before: string, line: string): string {
  return /\p{L}-$/u.test(before.slice(-3)) && /^\p{L}/u.test(line) ? "" : " ";
}
