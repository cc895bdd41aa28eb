import type { BlockRow } from "./kept-rows";

/**
 * The code points of an article that count, as pairs of start and end in its text, in order: blocks that can carry
 * marks, and of those only the ones that everybody had who was given numbered blocks. `named`: the blocks of each
 * annotator, none meaning all.
 */
export function countedRanges(blocks: readonly BlockRow[], named: readonly (readonly number[])[]): Int32Array {
  const restricted = named.filter((ordinals) => ordinals.length > 0).map((ordinals) => new Set(ordinals));
  return Int32Array.from(blocks.filter(([ordinal, , , annotatable]) => annotatable && restricted.every((ordinals) => ordinals.has(ordinal))).flatMap(([, start, end]) => (end > start ? [start, end] : [])));
}

/** How many code points some ranges hold. */
export function lengthOf(ranges: ArrayLike<number>): number {
  let length = 0;
  for (let i = 0; i < ranges.length; i += 2) length += ranges[i + 1]! - ranges[i]!;
  return length;
}

/** Whether any part of a mark lies in a block that can carry no marks (any more). */
export const touchesForbidden = (parts: readonly (readonly [start: number, end: number])[], blocks: readonly BlockRow[]): boolean =>
  blocks.some(([, from, to, annotatable]) => !annotatable && parts.some(([start, end]) => from < end && start < to));

/** Parts of a mark (pairs of places in the text) in body coordinates, cut to the ranges that count; empty where nothing of it counts. */
export function inBody(parts: readonly (readonly [start: number, end: number])[], ranges: Int32Array): Int32Array {
  const kept: number[] = [];
  for (const [start, end] of parts) {
    let [before, from, to] = [0, -1, -1];
    for (let i = 0; i < ranges.length; i += 2) {
      const [rangeStart, rangeEnd] = [ranges[i]!, ranges[i + 1]!];
      if (rangeStart < end && start < rangeEnd) {
        if (from < 0) from = before + Math.max(0, start - rangeStart);
        to = before + Math.min(end, rangeEnd) - rangeStart;
      }
      before += rangeEnd - rangeStart;
    }
    if (from >= 0) kept.push(from, to);
  }
  return Int32Array.from(kept);
}

/** A stretch of the body as the place in the article's text that it runs over, from its first to its last code point. */
export function inText(start: number, end: number, ranges: Int32Array): { start: number; end: number } {
  let before = 0;
  let from = -1;
  for (let i = 0; i < ranges.length; i += 2) {
    const long = ranges[i + 1]! - ranges[i]!;
    if (from < 0 && start < before + long) from = ranges[i]! + start - before;
    if (end <= before + long) return { start: from, end: ranges[i]! + end - before };
    before += long;
  }
  throw new RangeError(`${start} to ${end} is not in a body of ${before}`);
}
