import { foldText, type Folded } from "@/lib/text/fold";
import { joined } from "@/lib/text/phrases";
import { type TextRange, textRange } from "@/lib/text/units";
import type { SourceName } from "./source-names";

/** Every place (code points) where a name stands as whole words, under the folding of names. Unlike `findPhrases` it gives overlapping places, too. */
export function findNames(text: string, names: readonly SourceName[]): TextRange[] {
  if (names.length === 0) return [];
  const folded = foldText(text);
  const chars = names.some((name) => name.exact) ? [...text] : [];
  return names.flatMap(({ phrase, exact }) => {
    const places = occurrences(folded, foldText(phrase).text.trim());
    if (!exact) return places;
    const spellings = new Set([letters(phrase), letters(phrase.toUpperCase())]);
    return places.filter(({ start, end }) => spellings.has(letters(chars.slice(start, end).join(""))));
  });
}

const letters = (text: string): string => text.normalize("NFKC").replace(/[^\p{L}\p{N}\p{M}]/gu, "");

function occurrences({ text, at, start, end }: Folded, key: string): TextRange[] {
  const found: TextRange[] = [];
  if (key === "") return found;
  for (let i = text.indexOf(key); i >= 0; i = text.indexOf(key, i + 1)) {
    const [first, behind] = [pieceAt(at, i), pieceAt(at, i + key.length)];
    const whole = at[first] === i && (at[behind] ?? text.length) === i + key.length;
    if (whole && !joined(text, i, false) && !joined(text, i + key.length, true)) found.push(textRange(start[first] ?? 0, end[behind - 1] ?? 0));
  }
  return found;
}

/** The first piece that begins at a place of the fold or behind it. */
function pieceAt(at: Uint32Array, place: number): number {
  let low = 0;
  let high = at.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((at[middle] ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}
