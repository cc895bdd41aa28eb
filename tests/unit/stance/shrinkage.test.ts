import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SIGN_SCALE } from "@/lib/stance/estimate";
import { momentsOf } from "@/lib/stance/moments";
import { shrink } from "@/lib/stance/shrinkage";
import type { Moments } from "@/lib/stance/sums";

const cell = (n: number, mean: number, variance: number): Moments => ({ n, mean, variance, min: -1, max: 1 });

describe("shrinkage toward what outlets have in common", () => {
  test("five outlets of four works, by hand", () => {
    // σ² = .16, v = .04 for all, w = 25. Means −.6, −.3, 0, .3, .6: fixed mean 0, Q = 25 · .9 = 22.5.
    // τ² = (22.5 − 4)/(125 − 5 · 625/125) = 18.5/100 = .185. B = .185/.225 = .8222222. μ = 0.
    // First: −.4933333. se² = B · .04 + (1 − B)² · .225/5 + 2/2 · (1 − B)² · 1 · .36
    //       = .0328889 + .0014222 + .0113778 = .0456889; se = .2137496; t(.975, 15) = 2.1314495: half .4555965.
    const { pooled, cells } = shrink([-0.6, -0.3, 0, 0.3, 0.6].map((mean) => cell(4, mean, 0.16)), SIGN_SCALE);
    expect(pooled.value).toMatchObject({ outlets: 5, between: expect.closeTo(0.185, 10) as number, within: expect.closeTo(0.16, 12) as number });
    expect(pooled.value?.mean).toBeCloseTo(0, 12);
    expect(cells[0]?.value?.kept).toBeCloseTo(0.8222222222, 9);
    expect(cells[0]?.value?.mean).toBeCloseTo(-0.4933333333, 9);
    expect(cells[0]?.value?.interval.low).toBeCloseTo(-0.9489298, 6);
    expect(cells[0]?.value?.interval.high).toBeCloseTo(-0.0377368, 6);
  });

  test("no difference beyond chance: all go to the common mean, each with an interval", () => {
    const { pooled, cells } = shrink([-0.1, -0.05, 0, 0.05, 0.1].map((mean) => cell(3, mean, 0.3)), SIGN_SCALE);
    expect(pooled.value?.between).toBe(0);
    for (const one of cells) {
      expect(one.value?.mean).toBeCloseTo(0, 12);
      expect(one.value?.interval.high).toBeGreaterThan(0.1);
    }
  });

  test("an outlet whose works are all equal takes part with the pooled variance", () => {
    const { cells } = shrink([cell(3, -1, 0), ...[-0.3, 0, 0.1, 0.4].map((mean) => cell(10, mean, 0.2))], SIGN_SCALE);
    expect(cells[0]?.value?.mean).toBeGreaterThan(-1);
    expect(cells[0]?.value?.interval.high).toBeGreaterThan(cells[0]?.value?.interval.low ?? 1);
  });

  test("what is undefined says why, and outlets of few works stay out", () => {
    const four = [-0.3, 0, 0.1, 0.4].map((mean) => cell(10, mean, 0.2));
    expect(shrink([...four, cell(2, 0.5, 0.2), null], SIGN_SCALE)).toEqual({
      pooled: { value: null, reason: "fewer_than_five_outlets" },
      cells: [...four.map(() => ({ value: null, reason: "fewer_than_five_outlets" })), { value: null, reason: "fewer_than_three_works" }, { value: null, reason: "fewer_than_three_works" }],
    });
    expect(shrink([...four, cell(2, 0.5, 0.2), cell(3, 0.2, 0.1)], SIGN_SCALE).cells[4]).toEqual({ value: null, reason: "fewer_than_three_works" });
    expect(shrink(Array.from({ length: 6 }, (_, i) => cell(9, i / 10, 0)), SIGN_SCALE).pooled).toEqual({ value: null, reason: "no_variation" });
    expect(shrink([], SIGN_SCALE)).toEqual({ pooled: { value: null, reason: "fewer_than_five_outlets" }, cells: [] });
  });

  test("a huge outlet keeps its own mean", () => {
    const { cells } = shrink([cell(1_000_000, 0.7, 0.2), ...[-0.3, 0, 0.1, 0.4].map((mean) => cell(5, mean, 0.2))], SIGN_SCALE);
    expect(cells[0]?.value?.mean).toBeCloseTo(0.7, 5);
  });

  const outlets = fc.array(fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { maxLength: 8 }), { maxLength: 9 });

  test("for any outlets: between the common mean and its own, within its interval, on the scale; their order changes nothing", () => {
    fc.assert(fc.property(outlets, (all) => {
      const moments = all.map(momentsOf);
      const { pooled, cells } = shrink(moments, SIGN_SCALE);
      expect(cells).toHaveLength(all.length);
      const other = shrink([...moments].reverse(), SIGN_SCALE).cells.toReversed();
      cells.forEach(({ value }, i) => {
        if (value === null || pooled.value === null) return expect(other[i]).toEqual(cells[i]);
        const own = moments[i]!.mean;
        const [low, high] = [Math.min(own, pooled.value.mean), Math.max(own, pooled.value.mean)];
        expect(value.mean).toBeGreaterThanOrEqual(low - 1e-12);
        expect(value.mean).toBeLessThanOrEqual(high + 1e-12);
        expect([value.interval.low, value.mean, value.interval.high]).toEqual([value.interval.low, value.mean, value.interval.high].sort((a, b) => a - b));
        expect(other[i]?.value?.mean).toBeCloseTo(value.mean, 9);
      });
    }));
  });
});
