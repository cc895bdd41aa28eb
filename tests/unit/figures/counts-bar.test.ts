import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { countsBar } from "@/lib/figures/counts-bar";

const lines = (counts: { critical: number; neutral: number; advocacy: number }, width = 96) =>
  countsBar(counts, width).shapes.map((shape) => (shape.kind === "line" ? { className: shape.className, from: shape.x1, to: shape.x2 } : null));

describe("the bar of three counts", () => {
  test("critical, neutral, advocacy, in that order, by their shares", () => {
    // 96 wide, two gaps of 1, three times 2 as the least: 88 to share. 2 of 4 → 2 + 44 = 46, 1 of 4 → 2 + 22 = 24.
    expect(lines({ critical: 2, neutral: 1, advocacy: 1 })).toEqual([
      { className: "cb crit", from: 0, to: 46 },
      { className: "cb neu", from: 47, to: 71 },
      { className: "cb adv", from: 72, to: 96 },
    ]);
  });

  test("a count of zero has no segment; no spans have no bar", () => {
    expect(lines({ critical: 3, neutral: 0, advocacy: 0 })).toEqual([{ className: "cb crit", from: 0, to: 96 }]);
    expect(lines({ critical: 0, neutral: 0, advocacy: 0 })).toEqual([]);
  });

  test("segments fill the width, never overlap, and none that is there is invisible", () => {
    const count = fc.nat({ max: 100_000 });
    fc.assert(fc.property(fc.record({ critical: count, neutral: count, advocacy: count }), (counts) => {
      const drawn = lines(counts);
      expect(drawn).toHaveLength(Object.values(counts).filter((n) => n > 0).length);
      drawn.forEach((line, i) => {
        expect((line?.to ?? 0) - (line?.from ?? 0)).toBeGreaterThanOrEqual(1.98);
        expect(line?.from).toBeCloseTo(i === 0 ? 0 : (drawn[i - 1]?.to ?? 0) + 1, 1);
      });
      if (drawn.length > 0) expect(drawn.at(-1)?.to).toBeCloseTo(96, 1);
    }));
  });
});
