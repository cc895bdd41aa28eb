import { type Block, isAnnotatable } from "../blocks";
import { Effort } from "./effort";
import { type Allowed, findEdited, findSame } from "./find-place";
import { keptBlocks } from "./kept-blocks";
import { NewText } from "./new-text";
import { type Place, placeAt, pointsOf, soughtIn } from "./place";

/** `exact`: the same words at the same place; `moved`: the same words elsewhere; `repaired`: words that were edited; `orphaned`: no such words any more. */
export const OUTCOMES = ["exact", "moved", "repaired", "orphaned"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** A passage, in code points. */
export interface Passage {
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

/** What became of a mark: its passages in the new text (none where it was orphaned) and how sure that is, 0..1. */
export interface Anchored {
  readonly outcome: Outcome;
  readonly score: number | null;
  readonly parts: readonly Passage[];
}

/** A text with its blocks. */
export interface Captured {
  readonly text: string;
  readonly blocks: readonly Block[];
}

/** How sure a place is that nothing speaks for but its paragraph. */
const SURE_OF_PARAGRAPH = 0.5;

const ORPHAN: Anchored = { outcome: "orphaned", score: null, parts: [] };

/**
 * Makes what finds the passages of marks of one text again in another: exact, moved, repaired by likeness of quote,
 * words before, words behind and place (50, 20, 20, 2), or orphaned. In a paragraph that did not change a passage
 * stands where it stood; and what stands in such a paragraph stood there before, so that no passage of another one
 * comes to it. A mark of several passages is as good as its
 * worst; where one is lost or two fall together, the mark is orphaned, since fewer words say something else. A passage
 * that could be marked is never put over page chrome or a byline.
 * @param effort what looking for edited words may cost; beyond it a mark whose very words are gone is orphaned
 */
export function reanchoring(old: Captured, now: Captured, effort = new Effort()): (parts: readonly Passage[]) => Anchored {
  const [before, after] = [pointsOf(old.text), new NewText(now.text)];
  const [wasFree, isFree] = [freeOf(old), freeOf(now)];
  const unchanged = unchangedBlocks(old, now, after);
  const known = new Map<string, Place | null>();
  const placeOf = (part: Passage): Place | null => {
    const key = `${part.start}-${part.end}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const free: Allowed = wasFree(part) ? isFree : () => true;
    const sought = soughtIn(before, part.start, part.end);
    const home = unchanged.home(part);
    const allowed: Allowed = (at) => free(at) && !unchanged.holds(at);
    const place = home && free(home) ? (placeAt(after.points, sought, home.start, home.end, 0) ?? { ...home, same: true, score: SURE_OF_PARAGRAPH }) : (findSame(after, sought, allowed) ?? findEdited(after, sought, allowed, effort));
    known.set(key, place);
    return place;
  };
  return (parts) => {
    const places: Place[] = [];
    for (const part of parts) {
      const place = placeOf(part);
      if (place === null) return ORPHAN;
      places.push(place);
    }
    if (places.length === 0) return ORPHAN;
    const inOrder = [...places].sort((a, b) => a.start - b.start);
    if (inOrder.some((place, i) => place.start < (inOrder[i - 1]?.end ?? 0))) return ORPHAN;
    const outcome = places.some(({ same }) => !same) ? "repaired" : places.every((place, i) => place.start === parts[i]?.start) ? "exact" : "moved";
    return { outcome, score: Math.min(...places.map(({ score }) => score)), parts: inOrder.map(({ start, end }) => ({ start, end, quote: after.slice(start, end) })) };
  };
}

/** Tells whether a place touches neither page chrome nor a byline. */
function freeOf({ blocks }: Captured): Allowed {
  const taken = inTextOrder(blocks.filter((block) => !isAnnotatable(block.kind)));
  return ({ start, end }) => {
    const last = taken[lastBefore(taken, end)];
    return last === undefined || last.end <= start;
  };
}

const inTextOrder = <R extends Range>(ranges: readonly R[]): R[] => [...ranges].sort((a, b) => a.start - b.start);

/** The last of ranges in the order of the text, none over another, that begins before a place; −1 where none does. */
function lastBefore(ranges: readonly Range[], place: number): number {
  let [low, high] = [0, ranges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.start ?? place) < place) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

type Range = { readonly start: number; readonly end: number };

/** Paragraphs with the very same words in both texts: where a passage of one stands now, and whether a place lies in one. */
function unchangedBlocks(old: Captured, now: Captured, after: NewText): { home: (part: Range) => Range | null; holds: Allowed } {
  const before = new NewText(old.text);
  const [were, are] = [old.blocks.map((block) => before.slice(block.start, block.end)), now.blocks.map((block) => after.slice(block.start, block.end))];
  const same = [...keptBlocks(were, are)].filter(([from, to]) => were[from] === are[to]).flatMap(([from, to]) => {
    const [was, is] = [old.blocks[from], now.blocks[to]];
    return was && is ? [{ was, is }] : [];
  });
  const around = (blocks: readonly Range[], { start, end }: Range): number => {
    const at = lastBefore(blocks, start + 1);
    return end <= (blocks[at]?.end ?? -1) ? at : -1;
  };
  same.sort((a, b) => a.was.start - b.was.start);
  const [homes, places] = [same.map(({ was }) => was), inTextOrder(same.map(({ is }) => is))];
  return {
    home: (part) => {
      const found = same[around(homes, part)];
      return found ? { start: part.start - found.was.start + found.is.start, end: part.end - found.was.start + found.is.start } : null;
    },
    holds: (place) => around(places, place) >= 0,
  };
}
