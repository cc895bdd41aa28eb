import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { estimate, estimateOf, JUDGEMENT_SCALE, RATE_SCALE, SIGN_SCALE } from "@/lib/stance/estimate";
import { momentsOf } from "@/lib/stance/moments";
import { rateOf } from "@/lib/stance/rate";

const sign = fc.double({ min: -1, max: 1, noNaN: true });

describe("moments", () => {
  test("by hand: −1, −0.5, 0, 0.5", () => {
    // Mean −1 / 4 = −0.25; squares .5625 + .0625 + .0625 + .5625 = 1.25; variance 1.25 / 3.
    expect(momentsOf([0.5, -1, 0, -0.5])).toEqual({ n: 4, mean: -0.25, variance: 1.25 / 3, min: -1, max: 0.5 });
  });

  test("of none, of one, of equal values", () => {
    expect(momentsOf([])).toBeNull();
    expect(momentsOf([0.3])).toEqual({ n: 1, mean: 0.3, variance: 0, min: 0.3, max: 0.3 });
    expect(momentsOf(Array.from({ length: 7 }, () => 0.1))).toEqual({ n: 7, mean: 0.1, variance: 0, min: 0.1, max: 0.1 });
    expect(() => momentsOf([0, Number.NaN])).toThrow(RangeError);
  });

  test("keep their digits far from 0 and in great numbers", () => {
    // A million values that alternate between 10⁹ and 10⁹ + 1 have the variance .25 · n/(n − 1); sums of squares would lose it.
    const found = momentsOf(Array.from({ length: 1_000_000 }, (_, i) => 1e9 + (i % 2)));
    expect(found?.mean).toBe(1e9 + 0.5);
    expect(found?.variance).toBeCloseTo((0.25 * 1_000_000) / 999_999, 12);
  });
});

describe("an estimate from moments", () => {
  test("is the estimate from the works", () => {
    fc.assert(fc.property(fc.array(sign), (values) => {
      const { points, ...one } = estimate(values.map((value, i) => ({ workId: String(i).padStart(3, "0"), value })), SIGN_SCALE);
      expect(points).toHaveLength(values.length);
      expect(estimateOf(momentsOf(values), SIGN_SCALE)).toEqual(one);
    }));
  });

  test("forgives the rounding of sums, and nothing more", () => {
    const over = { n: 4, mean: 1 + 1e-16, variance: 1e-33, min: 1, max: 1.0000000000000002 };
    expect(estimateOf(over, SIGN_SCALE)).toEqual({ works: 4, mean: { value: 1 }, interval: { value: null, reason: "no_variation" } });
    // Sums that lost their digits leave no variance between works that differ: no interval rather than one of width 0.
    expect(estimateOf({ n: 4, mean: 0.5, variance: 0, min: 0.4, max: 0.6 }, SIGN_SCALE).interval).toEqual({ value: null, reason: "no_variation" });
    expect(() => estimateOf({ ...over, max: 1.1 }, SIGN_SCALE)).toThrow(RangeError);
    expect(() => estimateOf({ ...over, max: 1.1 }, JUDGEMENT_SCALE)).not.toThrow();
    expect(() => estimateOf({ ...over, variance: Number.NaN }, SIGN_SCALE)).toThrow(RangeError);
    expect(() => estimateOf({ ...over, variance: -1 }, SIGN_SCALE)).toThrow(RangeError);
    expect(() => estimateOf({ ...over, n: 2.5 }, SIGN_SCALE)).toThrow(RangeError);
    expect(() => estimateOf({ ...over, mean: 0.5 }, SIGN_SCALE)).toThrow(RangeError);
  });

  test("a judgement has its own ends", () => {
    // −2, −2, 1: mean −1, s² = (1 + 1 + 4) / 2 = 3, half = 4.302653 · √(3/3) = 4.302653.
    expect(estimateOf(momentsOf([-2, -2, 1]), JUDGEMENT_SCALE).interval).toEqual({ value: { low: -2, high: 2, cutLow: true, cutHigh: true } });
  });

  test("a rate is own voice's alone", () => {
    const moments = momentsOf([0, 4, 8]);
    expect(rateOf({ measured: "spans", voice: "own" }, moments)).toEqual(estimateOf(moments, RATE_SCALE));
    for (const choice of [{ measured: "spans", voice: "quoted" }, { measured: "spans", voice: "all" }, { measured: "judgements", voice: "own" }] as const)
      expect(rateOf(choice, moments)).toEqual({ works: 0, mean: { value: null, reason: "own_voice_only" }, interval: { value: null, reason: "own_voice_only" } });
    expect(rateOf({ measured: "spans", voice: "own" }, null).mean).toEqual({ value: null, reason: "no_works" });
  });
});
