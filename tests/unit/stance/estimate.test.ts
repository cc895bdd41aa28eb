import { describe, expect, test } from "vitest";
import { estimate, RATE_SCALE, SIGN_SCALE } from "@/lib/stance/estimate";

const points = (values: readonly number[]) => values.map((value, index) => ({ workId: `w${String(index).padStart(2, "0")}`, value }));

describe("the mean over works", () => {
  test("three works, worked by hand", () => {
    // −1, −0.5, 0: mean −1.5 / 3 = −0.5. Squares .25 + 0 + .25 = .5, s² = .5 / 2 = .25, s = .5.
    // t(.975, 2) = 4.302653, half = 4.302653 × .5 / √3 = 1.242069: −1.742069 is cut at −1, the other end is +0.742069.
    const got = estimate(points([-1, -0.5, 0]), SIGN_SCALE);
    expect(got.mean).toEqual({ value: -0.5 });
    expect(got.interval.value).toMatchObject({ low: -1, cutLow: true, cutHigh: false });
    expect(got.interval.value?.high).toBeCloseTo(0.742069, 5);
  });

  test("five works, worked by hand", () => {
    // −0.4, −0.2, −0.3, −0.5, −0.1: mean −0.3. Squares .01 + .01 + 0 + .04 + .04 = .1, s² = .1 / 4 = .025.
    // t(.975, 4) = 2.776445, half = 2.776445 × √(.025 / 5) = 2.776445 × .0707107 = .196324.
    const got = estimate(points([-0.4, -0.2, -0.3, -0.5, -0.1]), SIGN_SCALE);
    expect(got.mean.value).toBeCloseTo(-0.3, 12);
    expect(got.interval.value?.low).toBeCloseTo(-0.496324, 5);
    expect(got.interval.value?.high).toBeCloseTo(-0.103676, 5);
    expect(got.interval.value).toMatchObject({ cutLow: false, cutHigh: false });
  });

  test("a rate has no ends to cut at", () => {
    // 0, 4, 8: mean 4, s² = (16 + 0 + 16) / 2 = 16, half = 4.302653 × 4 / √3 = 9.936551.
    const got = estimate(points([0, 4, 8]), RATE_SCALE);
    expect(got.interval.value?.low).toBeCloseTo(-5.936551, 5);
    expect(got.interval.value?.high).toBeCloseTo(13.936551, 5);
    expect(got.interval.value).toMatchObject({ cutLow: false, cutHigh: false });
  });

  test("both ends are cut, and both say so", () => {
    const got = estimate(points([-1, 1, 0]), SIGN_SCALE);
    expect(got.interval.value).toEqual({ low: -1, high: 1, cutLow: true, cutHigh: true });
  });
});

describe("what is undefined says why", () => {
  test("no works", () => {
    const got = estimate([], SIGN_SCALE);
    expect(got).toEqual({ works: 0, points: [], mean: { value: null, reason: "no_works" }, interval: { value: null, reason: "no_works" } });
  });

  test.each([[[-1]], [[-1, 0.5]]])("below three works there are points and nothing else: %j", (values) => {
    const got = estimate(points(values), SIGN_SCALE);
    expect(got.points.map((point) => point.value)).toEqual(values);
    expect(got.mean).toEqual({ value: null, reason: "fewer_than_three_works" });
    expect(got.interval).toEqual({ value: null, reason: "fewer_than_three_works" });
  });

  test("works that are all equal have a mean and no interval", () => {
    const got = estimate(points([-1, -1, -1, -1]), SIGN_SCALE);
    expect(got.mean).toEqual({ value: -1 });
    expect(got.interval).toEqual({ value: null, reason: "no_variation" });
  });

  test("differences of rounding are no variation", () => {
    const got = estimate(points([0.1 + 0.2, 0.3, 0.3]), SIGN_SCALE);
    expect(got.interval).toEqual({ value: null, reason: "no_variation" });
  });
});

describe("input that cannot be", () => {
  test.each([1.01, -1.01, Number.NaN])("a sign of %d is refused", (value) => {
    expect(() => estimate(points([value]), SIGN_SCALE)).toThrow(RangeError);
  });

  test("a work given twice is refused", () => {
    expect(() => estimate([{ workId: "w", value: 0 }, { workId: "w", value: 1 }], SIGN_SCALE)).toThrow(/given twice/);
  });
});
