import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { randomFrom } from "@/lib/kernel/random";
import { estimate, SIGN_SCALE } from "@/lib/stance/estimate";
import { fromObservations } from "@/lib/stance/from-observations";
import { labelUncertainty } from "@/lib/stance/label-uncertainty";
import { NO_ONE, type Observation } from "@/lib/stance/sums";
import { seen } from "./observations.fixture";

const two = (pairs: readonly (readonly [number, number])[]) => pairs.flatMap(([a, b], i) => [seen(String(i), "a", a), seen(String(i), "b", b)]);
const lengthOf = ({ low, high }: { low: number; high: number }) => high - low;
const valueOf = (observations: readonly Observation[], draws?: number) => {
  const { value } = labelUncertainty(observations, SIGN_SCALE, randomFrom(7n), draws);
  if (value === null) throw new Error("undefined");
  return value;
};

describe("what is due to who read", () => {
  test("is the variance of the coders' means, by hand", () => {
    // Four works, each read as x ± .1 by two: one coder of two is drawn, so that a work varies by .1² = .01 and the figure by
    // B = .01/4 = .0025. Works −.6, −.2, .2, .6: s² = .8/3 = .2667; the drawn works vary by .01 more: W̄ = (.2667 + .01)/4 = .0692.
    // T = .0692 + .0025 = .0717, share .035. 20,000 draws; B is known to about 1 %.
    const got = valueOf(two([[-0.7, -0.5], [-0.3, -0.1], [0.1, 0.3], [0.5, 0.7]]), 20_000);
    expect(got).toMatchObject({ articles: 4, single: 0, draws: 20_000 });
    expect(got.share).toBeGreaterThan(0.0335);
    expect(got.share).toBeLessThan(0.0363);
    // t(.975, 3) = 3.182446; half = 3.182446 · √.0716667 = .8519618.
    expect(lengthOf(got.interval) / 2).toBeCloseTo(0.852, 2);
  });

  test("coders who agree leave the interval as it is", () => {
    const all = two([[-0.6, -0.6], [-0.2, -0.2], [0.1, 0.1]]);
    const base = estimate(fromObservations(all)[0]!.works, SIGN_SCALE).interval.value!;
    const got = valueOf(all);
    expect(got.share).toBe(0);
    expect(got.interval.low).toBeCloseTo(base.low, 12);
    expect(got.interval.high).toBeCloseTo(base.high, 12);
  });

  test("articles of one coder, a settled record among them, are counted and vary by nothing", () => {
    const got = valueOf([...two([[-0.6, 0.2], [-0.2, 0.1]]), seen("8", NO_ONE, 0.5), seen("9", "c", 0.3)]);
    expect(got).toMatchObject({ articles: 4, single: 2 });
    expect(labelUncertainty([seen("1", "a", 0), seen("2", "b", 1), seen("3", NO_ONE, 0.5)], SIGN_SCALE, randomFrom(1n))).toEqual({ value: null, reason: "one_coder_each" });
  });

  test("is undefined where the figure has no interval", () => {
    const reason = (all: readonly Observation[]) => labelUncertainty(all, SIGN_SCALE, randomFrom(1n));
    expect(reason([])).toEqual({ value: null, reason: "no_works" });
    expect(reason(two([[0, 1], [0, 1]]))).toEqual({ value: null, reason: "fewer_than_three_works" });
    expect(reason(two([[0, 1], [0, 1], [1, 0]]))).toEqual({ value: null, reason: "no_variation" });
    expect(() => reason([seen("1", "a", 0), seen("2", "a", 0, { groupId: "quay" })])).toThrow(RangeError);
  });

  test("one seed gives one answer, in whatever order the data come, and the interval does not get narrower", () => {
    const value = fc.double({ min: -1, max: 1, noNaN: true });
    fc.assert(fc.property(fc.array(fc.tuple(value, value), { minLength: 4, maxLength: 12 }), (pairs) => {
      const all = two(pairs);
      const { value: got } = labelUncertainty(all, SIGN_SCALE, randomFrom(3n));
      const base = estimate(fromObservations(all)[0]!.works, SIGN_SCALE).interval.value;
      expect(labelUncertainty([...all].reverse(), SIGN_SCALE, randomFrom(3n)).value).toEqual(got);
      if (got === null || base === null) return;
      // 200 draws know W̄ to a few per cent; what they add to it is on the whole more.
      expect(lengthOf(got.interval)).toBeGreaterThan(0.97 * lengthOf(base));
      expect(got.share).toBeGreaterThanOrEqual(0);
      expect(got.share).toBeLessThan(1);
    }));
  });
});
