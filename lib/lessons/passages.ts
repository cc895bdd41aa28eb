import type { Framing } from "@/lib/codebook/framing";
import { countPupils, heatOf, type ClassMark, type HeatSegment } from "./heat";

const HALF = 0.5;

/**
 * The passages that a class marked, in reading order, for counting them beside the text. Each grows from the words that
 * most pupils marked over touching words that half as many marked; what lies around it is its fringe and no passage of
 * its own. Its counts are those of whoever marked any word of it.
 */
export function passagesOf(marks: readonly ClassMark[]): HeatSegment[] {
  const segments = heatOf(marks);
  const peakOf = new Map<HeatSegment, number>();
  const touching = (a: HeatSegment | undefined, b: HeatSegment | undefined): boolean => a !== undefined && b !== undefined && a.end === b.start;
  const found: { start: number; end: number }[] = [];
  for (const peak of [...segments].sort((a, b) => b.pupils - a.pupils || a.start - b.start)) {
    if (peakOf.has(peak)) continue;
    const at = segments.indexOf(peak);
    const [before, after] = [segments[at - 1], segments[at + 1]];
    const beside = Math.max(touching(before, peak) ? (peakOf.get(before!) ?? 0) : 0, touching(peak, after) ? (peakOf.get(after!) ?? 0) : 0);
    if (beside > 0 && peak.pupils < beside * HALF) {
      peakOf.set(peak, beside);
      continue;
    }
    let [first, last] = [at, at];
    const joins = (one: HeatSegment | undefined): boolean => one !== undefined && !peakOf.has(one) && one.pupils >= peak.pupils * HALF;
    while (touching(segments[first - 1], segments[first]) && joins(segments[first - 1])) first -= 1;
    while (touching(segments[last], segments[last + 1]) && joins(segments[last + 1])) last += 1;
    for (let place = first; place <= last; place += 1) peakOf.set(segments[place]!, peak.pupils);
    found.push({ start: segments[first]!.start, end: segments[last]!.end });
  }
  return found.sort((a, b) => a.start - b.start).map((passage) => ({ ...passage, ...countPupils(marks.filter((mark) => mark.start < passage.end && passage.start < mark.end)) }));
}

/** A mark of one's own, in code points. */
export type OwnMark = { readonly start: number; readonly end: number; readonly framing: Framing };

/** A stretch of a block that is drawn in one way; `own` is how one marked it oneself. */
export type Piece = { readonly start: number; readonly end: number; readonly text: string; readonly heat: HeatSegment | null; readonly own: Framing | null };

/** A block cut where heat, own marks or one of `cuts` begins or ends: pieces in order that make up its whole text. Offsets are code points of the article. */
export function piecesOf(block: { readonly start: number; readonly text: string }, segments: readonly HeatSegment[], mine: readonly OwnMark[], cuts: readonly number[] = []): Piece[] {
  const letters = [...block.text];
  const end = block.start + letters.length;
  const edges = [...segments, ...mine].flatMap((one) => [one.start, one.end]).concat(cuts);
  const places = [...new Set([block.start, end, ...edges.filter((at) => block.start < at && at < end)])].sort((a, b) => a - b);
  return places.slice(0, -1).map((start, n) => {
    const stop = places[n + 1]!;
    const holds = (one: { start: number; end: number }): boolean => one.start <= start && stop <= one.end;
    return { start, end: stop, text: letters.slice(start - block.start, stop - block.start).join(""), heat: segments.find(holds) ?? null, own: mine.find(holds)?.framing ?? null };
  });
}

/** The words around a passage that make sense of it: from the sentence it begins in to the one it ends in. `sentences` are ranges in the block's own code points. */
export function around(block: { readonly start: number; readonly text: string }, passage: { readonly start: number; readonly end: number }, sentences: readonly { readonly start: number; readonly end: number }[]): { before: string; words: string; after: string } {
  const letters = [...block.text];
  const from = Math.max(0, passage.start - block.start);
  const to = Math.min(letters.length, passage.end - block.start);
  const first = sentences.find((one) => from < one.end)?.start ?? 0;
  const last = sentences.findLast((one) => one.start < to)?.end ?? letters.length;
  const cut = (a: number, b: number): string => letters.slice(a, b).join("");
  return { before: cut(Math.min(first, from), from), words: cut(from, to), after: cut(to, Math.max(last, to)) };
}
