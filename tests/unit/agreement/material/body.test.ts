import { describe, expect, it } from "vitest";
import { countedRanges, inBody, inText, lengthOf, touchesForbidden } from "@/lib/agreement/material/body";
import type { BlockRow } from "@/lib/agreement/material/kept-rows";

// Headline 0–10, byline 11–20, paragraph 21–41, teaser 42–60, paragraph 61–71.
const BLOCKS: BlockRow[] = [[0, 0, 10, true], [1, 11, 20, false], [2, 21, 41, true], [3, 42, 60, false], [4, 61, 71, true]];
const ALL = countedRanges(BLOCKS, [[], []]);

describe("the code points that count", () => {
  it("are those of blocks that can carry marks", () => {
    expect([...ALL]).toEqual([0, 10, 21, 41, 61, 71]);
    expect(lengthOf(ALL)).toBe(40);
  });

  it("are those of the blocks that all had who were given some", () => {
    expect([...countedRanges(BLOCKS, [[0, 2], [], [2, 4]])]).toEqual([21, 41]);
    expect([...countedRanges(BLOCKS, [[0], [4]])]).toEqual([]);
  });

  it("are none in an article that is all chrome", () => expect(lengthOf(countedRanges([[0, 0, 50, false]], [[]]))).toBe(0));
});

describe("a mark in the body", () => {
  it("has what was cut out before it taken off", () => {
    expect([...inBody([[0, 4]], ALL)]).toEqual([0, 4]);
    expect([...inBody([[21, 25], [65, 70]], ALL)]).toEqual([10, 14, 34, 39]);
  });

  it("runs on over white space between blocks, and is cut at what does not count", () => {
    expect([...inBody([[5, 30]], ALL)]).toEqual([5, 19]);
    expect([...inBody([[35, 45]], countedRanges(BLOCKS, [[2]]))]).toEqual([14, 20]);
    expect([...inBody([[0, 10]], countedRanges(BLOCKS, [[2]]))]).toEqual([]);
  });

  it("is found again in the text", () => {
    expect(inText(10, 14, ALL)).toEqual({ start: 21, end: 25 });
    expect(inText(8, 12, ALL)).toEqual({ start: 8, end: 23 });
    expect(inText(39, 40, ALL)).toEqual({ start: 70, end: 71 });
    expect(() => inText(39, 41, ALL)).toThrow(RangeError);
  });

  it("touches what cannot be marked, or only stands beside it", () => {
    expect(touchesForbidden([[0, 4], [40, 43]], BLOCKS)).toBe(true);
    expect(touchesForbidden([[40, 42]], BLOCKS)).toBe(false);
  });
});
