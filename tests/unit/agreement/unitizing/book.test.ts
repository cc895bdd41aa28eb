import { describe, expect, it } from "vitest";
import { agreed, characters, prevalence } from "@/lib/agreement/unitizing/agreed";
import { barUAlpha } from "@/lib/agreement/unitizing/bar-u-alpha";
import { pairOf, type Continuum } from "@/lib/agreement/unitizing/continuum";
import { coverage, cuAlpha } from "@/lib/agreement/unitizing/cu-alpha";
import { coverageOf, kUAlpha } from "@/lib/agreement/unitizing/k-u-alpha";
import { addPieces, width } from "@/lib/agreement/unitizing/pieces";
import { continuumOf } from "@/lib/agreement/unitizing/self-overlap";
import { uAlpha } from "@/lib/agreement/unitizing/u-alpha";

// Krippendorff 2019, fig. 12.11, with the values 1 to 7 as 0 to 6.
const BOOK = continuumOf(60, 3, [
  [0, 0, 7, 0], [0, 7, 13, 1], [0, 30, 32, 4], [0, 32, 37, 5], [0, 37, 44, 5], [0, 44, 60, 6],
  [1, 0, 7, 0], [1, 7, 13, 2], [1, 13, 21, 4], [1, 32, 44, 5],
  [2, 0, 7, 0], [2, 7, 13, 3], [2, 13, 21, 4], [2, 32, 37, 5], [2, 37, 41, 5], [2, 41, 44, 5],
].flat()).continuum;
const V = 7;
function piecesOf(continuum: Continuum): Float64Array {
  const sum = new Float64Array(width(V));
  addPieces(sum, 0, V, continuum);
  return sum;
}
const sum = piecesOf(BOOK);

describe("the example of the book", () => {
  it("gives its printed figures", () => {
    expect(uAlpha(sum, V).value).toBeCloseTo(0.5099819077921268, 12);
    expect(barUAlpha(sum, V).value).toBeCloseTo(0.41359923044895275, 12);
    // The first of three readings of B; the others give .72556 and .72835.
    expect(cuAlpha(sum, V).value).toBeCloseTo(0.7241689650166934, 12);
    expect(Array.from({ length: V }, (_, k) => kUAlpha(sum, V, k).value)).toEqual([1, 0, 0, 0, 1, 1, null]);
    expect(kUAlpha(sum, V, 6)).toEqual({ value: null, reason: "no_values" });
  });

  it("says on how much they rest", () => {
    expect(coverageOf(sum, V, 4).value).toBeCloseTo(4 / 9, 12);
    expect(coverageOf(sum, V, 6).value).toBe(0);
    // 43 + 33 + 33 characters were marked, in 0–21 and 30–60.
    const { ofMarked, ofText } = coverage(sum, V);
    expect(ofText.value).toBeCloseTo((ofMarked.value! * 109) / 180, 12);
    expect(characters(sum, V)).toEqual({ length: 60, marked: 51, met: 33 });
  });

  it("has percent agreement and chance from which the figure follows, and shares that sum to 1", () => {
    const { same, expected } = agreed(sum, V, "u");
    expect((same.value! - expected.value!) / (1 - expected.value!)).toBeCloseTo(uAlpha(sum, V).value!, 12);
    expect(prevalence(sum, V, "u").reduce((a, b) => a + b)).toBeCloseTo(1, 12);
  });

  it("keeps two coders of three", () => {
    const pair = pairOf(BOOK, 2, 1);
    expect([...pair.units.slice(0, 4)]).toEqual([0, 0, 7, 0]);
    expect(pair.units.length / 4).toBe(10);
    // They differ in 7 to 13 alone, of whose 12 characters none agree.
    expect(agreed(piecesOf(pair), V, "u").same.value).toBeCloseTo(1 - 12 / 120, 12);
  });
});

describe("marks of one coder over each other", () => {
  const settle = (...units: number[][]) => {
    const { continuum, merged, cut } = continuumOf(100, 2, units.flat());
    return { units: Array.from({ length: continuum.units.length / 4 }, (_, i) => [...continuum.units.slice(i * 4, i * 4 + 4)]), merged, cut };
  };
  it("are merged when the value is the same, and stay two when they only touch", () => {
    expect(settle([0, 5, 12, 1], [0, 0, 6, 1])).toEqual({ units: [[0, 0, 12, 1]], merged: 1, cut: 0 });
    expect(settle([0, 0, 5, 1], [0, 5, 9, 1])).toEqual({ units: [[0, 0, 5, 1], [0, 5, 9, 1]], merged: 0, cut: 0 });
    expect(settle([0, 0, 6, 1], [1, 5, 9, 1])).toEqual({ units: [[0, 0, 6, 1], [1, 5, 9, 1]], merged: 0, cut: 0 });
  });
  it("leave the inner one its characters when the values differ", () => {
    expect(settle([0, 0, 20, 0], [0, 5, 8, 1])).toEqual({ units: [[0, 0, 5, 0], [0, 5, 8, 1], [0, 8, 20, 0]], merged: 0, cut: 1 });
    expect(settle([0, 0, 10, 0], [0, 6, 12, 1])).toEqual({ units: [[0, 0, 6, 0], [0, 6, 12, 1]], merged: 0, cut: 1 });
    expect(settle([0, 3, 9, 2], [0, 3, 9, 1])).toEqual({ units: [[0, 3, 9, 1]], merged: 0, cut: 1 });
  });
  it("refuse units that are empty or outside", () => {
    for (const bad of [[0, 5, 5, 0], [0, 5, 101, 0], [2, 0, 5, 0], [0, -1, 5, 0]]) expect(() => continuumOf(100, 2, bad)).toThrow(RangeError);
  });
});
