import { describe, expect, it } from "vitest";
import { alongside } from "@/lib/compare/scroll";

const ends = { here: 1_000, there: 2_000 };

describe("two columns that scroll together", () => {
  it("go in proportion where nothing joins them", () => {
    expect([0, 250, 1_000].map((at) => alongside(at, [], ends))).toEqual([0, 500, 2_000]);
  });
  it("stand at a passage together, and in proportion between two", () => {
    const anchors = [{ here: 500, there: 100 }, { here: 600, there: 300 }];
    expect([500, 550, 600, 800].map((at) => alongside(at, anchors, ends))).toEqual([100, 200, 300, 1_150]);
  });
  it("pass over a passage that stands against the order", () => {
    expect(alongside(300, [{ here: 200, there: 800 }, { here: 300, there: 100 }, { here: 400, there: 1_000 }], ends)).toBe(900);
  });
  it("stay at the end where there is nothing to scroll", () => {
    expect(alongside(0, [], { here: 0, there: 0 })).toBe(0);
    expect(alongside(40, [], { here: 0, there: 300 })).toBe(300);
  });
});
