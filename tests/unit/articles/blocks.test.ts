import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Block, BLOCK_KINDS, isAnnotatable, rangeProblem, splitBlocks } from "@/lib/articles/blocks";
import { textRange } from "@/lib/text/units";
import { canonical } from "../text/arbitraries";

const block = (ordinal: number, kind: Block["kind"], start: number, end: number): Block => ({ ordinal, kind, ...textRange(start, end) });

describe("splitBlocks", () => {
  it("makes every line that is not blank a block, the first a headline", () => {
    expect(splitBlocks("\n  Title 😀 \n\n\nOne\nTwo\n")).toEqual([block(0, "headline", 3, 10), block(1, "paragraph", 14, 17), block(2, "paragraph", 18, 21)]);
  });

  it("gives none for a blank text", () => expect(splitBlocks(" \n\t\n")).toEqual([]));

  it("puts every code point that is not white space into exactly one block, and no line break into any", () => {
    fc.assert(
      fc.property(canonical, (text) => {
        const points = [...text];
        const cover = points.map(() => 0);
        for (const [ordinal, found] of splitBlocks(text).entries()) {
          expect(found.ordinal).toBe(ordinal);
          expect(found.end).toBeGreaterThan(found.start);
          for (let at: number = found.start; at < found.end; at++) cover[at] = (cover[at] ?? 9) + 1;
        }
        for (const [at, point] of points.entries()) {
          if (point === "\n") expect(cover[at]).toBe(0);
          else if (/\S/.test(point)) expect(cover[at]).toBe(1);
          else expect(cover[at]).toBeLessThan(2);
        }
      }),
    );
  });
});

describe("isAnnotatable", () => {
  it("holds for every kind but chrome and byline", () => {
    expect(BLOCK_KINDS.filter((kind) => !isAnnotatable(kind))).toEqual(["byline", "chrome"]);
  });
});

describe("rangeProblem", () => {
  const blocks = [block(0, "headline", 0, 10), block(1, "byline", 12, 20), block(2, "paragraph", 22, 40), block(3, "chrome", 42, 50), block(4, "embed", 52, 60)];
  it.each([
    [0, 10, null],
    [0, 1, null],
    [59, 60, null],
    [21, 40, null],
    [-1, 5, "outside_text"],
    [55, 61, "outside_text"],
    [0.5, 5, "outside_text"],
    [NaN, 5, "outside_text"],
    [8, 4, "reversed"],
    [4, 4, "empty"],
    [10, 12, "blank"],
    [5, 13, "in_byline"],
    [39, 43, "in_chrome"],
    [12, 45, "in_chrome"],
  ])("answers %s to %s with %s", (start, end, code) => expect(rangeProblem({ start, end }, blocks)?.code ?? null).toBe(code));

  it("takes every range inside an annotatable block and none that touches another", () => {
    fc.assert(
      fc.property(fc.nat(60), fc.nat(60), (start, end) => {
        if (start >= end) return void expect(rangeProblem({ start, end }, blocks)).not.toBeNull();
        const touched = blocks.filter((found) => found.start < end && start < found.end);
        expect(rangeProblem({ start, end }, blocks) === null).toBe(touched.length > 0 && touched.every((found) => isAnnotatable(found.kind)));
      }),
    );
  });
});
