import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { randomFrom } from "@/lib/kernel/random";
import { JUDGEMENT_SCALE, SIGN_SCALE } from "@/lib/stance/estimate";
import { fromObservations } from "@/lib/stance/from-observations";
import { momentsOf } from "@/lib/stance/moments";
import { adjusted, type Severity, severityOf } from "@/lib/stance/severity";
import { solve } from "@/lib/stance/solve";
import { NO_ONE, type Observation } from "@/lib/stance/sums";
import { seen } from "./observations.fixture";

const found = (observations: readonly Observation[]): Severity => {
  const { value } = severityOf(observations);
  if (value === null) throw new Error("undefined");
  return value;
};
const shiftsOf = (observations: readonly Observation[]) => found(observations).shifts.map((one) => one.shift);

describe("leanings of annotators", () => {
  test("two annotators of three articles, by hand", () => {
    // Differences a − b: −.4, −.2, −.6; mean −.4. The free fit gives b = ∓.2.
    // S = Σ d²/2 = (.16 + .04 + .36)/2 = .28 with N − A = 3. Left: Σ (d + .4)²/2 = (0 + .04 + .04)/2 = .04, over 3 − 1 = 2: σ²ₑ = .02.
    // σ²_b = .28/3 − .02 = .0733333; λ = .2727273. Article effects swept out, a has 3 · ½ = 1.5 of its own: by symmetry
    // (1.5 + 1.5 + λ) b = Σ d/2 = −.6, b = −.6 / 3.2727273 = −.1833333.
    const all = [seen("1", "a", -0.4), seen("1", "b", 0), seen("2", "a", 0.1), seen("2", "b", 0.3), seen("3", "a", -0.9), seen("3", "b", -0.3)];
    const got = found(all);
    expect(got.errorVariance).toBeCloseTo(0.02, 12);
    expect(got.leaningVariance).toBeCloseTo(0.28 / 3 - 0.02, 12);
    expect(got.shifts).toEqual([{ annotatorId: "a", shift: expect.closeTo(-0.18333333333, 10) as number, articles: 3 }, { annotatorId: "b", shift: expect.closeTo(0.18333333333, 10) as number, articles: 3 }]);
    expect(adjusted(all, got, SIGN_SCALE)[0]?.value).toBeCloseTo(-0.21666666667, 10);
  });

  test("the fixed point of b = n/(n + λ) · mean residual, by alternation", () => {
    // An unbalanced chain: a and b share three articles, b and c two, all three one.
    const all = ([["1", -0.5, 0.1, null], ["2", -0.8, -0.3, null], ["3", 0.2, 0.9, null], ["4", null, 0.4, 0.3], ["5", null, 0.1, -0.4], ["6", -0.2, 0.6, 0.1]] as const)
      .flatMap(([article, ...values]) => values.flatMap((value, i) => (value === null ? [] : [seen(article, "abc"[i]!, value)])));
    const { shifts, errorVariance, leaningVariance } = found(all);
    const lambda = errorVariance / leaningVariance;
    const b = new Map(["a", "b", "c"].map((id) => [id, 0]));
    for (let round = 0; round < 5_000; round++)
      for (const id of b.keys()) {
        const residuals = all.filter((one) => one.coderId === id).map((one) => {
          const article = all.filter((other) => other.articleId === one.articleId);
          return one.value - article.reduce((sum, other) => sum + other.value - b.get(other.coderId)!, 0) / article.length;
        });
        b.set(id, residuals.reduce((sum, value) => sum + value, 0) / (residuals.length + lambda));
      }
    for (const { annotatorId, shift } of shifts) expect(shift).toBeCloseTo(b.get(annotatorId)!, 9);
  });

  test("additive data give the leanings back whole", () => {
    const lean = { a: -0.3, b: 0.1, c: 0.2 };
    const all = ["1", "2", "3", "4"].flatMap((article, i) => Object.entries(lean).map(([id, b]) => seen(article, id, -0.4 + 0.2 * i + b)));
    shiftsOf(all).forEach((shift, i) => expect(shift).toBeCloseTo(Object.values(lean)[i]!, 10));
  });

  test("annotators who agree as if by chance, or wholly, are not shifted", () => {
    // Differences ±.5 that cancel: S = Σ d²/2 = .5, S/(N − A) = .125; all of it is left over 4 − 1 = 3 degrees: σ²ₑ = .1667, more than .125.
    const crossed = [["1", 0.5], ["2", -0.5], ["3", 0.5], ["4", -0.5]].flatMap(([article, d]) => [seen(String(article), "a", Number(d)), seen(String(article), "b", 0)]);
    expect(found(crossed)).toMatchObject({ leaningVariance: 0, shifts: [{ shift: 0 }, { shift: 0 }] });
    const equal = ["1", "2", "3"].flatMap((article) => ["a", "b"].map((id) => seen(article, id, -1)));
    expect(found(equal)).toMatchObject({ leaningVariance: 0, errorVariance: 0, shifts: [{ shift: 0 }, { shift: 0 }] });
  });

  test("refuses where leanings cannot be told", () => {
    const refused = { value: null, reason: "annotators_do_not_overlap" };
    expect(severityOf([])).toEqual(refused);
    expect(severityOf([seen("1", "a", 0), seen("2", "a", 1)])).toEqual(refused);
    expect(severityOf([seen("1", "a", 0), seen("2", "b", 1)])).toEqual(refused);
    const pairs = [seen("1", "a", 0), seen("1", "b", 1), seen("2", "a", 0), seen("2", "b", 1), seen("3", "c", 0), seen("3", "d", 1), seen("4", "c", 0), seen("4", "d", 1)];
    expect(severityOf(pairs)).toEqual(refused);
    expect(severityOf([...pairs.slice(0, 4), seen("9", "e", 1)])).toEqual(refused);
    expect(severityOf([seen("1", "a", 0), seen("1", "b", 1)])).toEqual({ value: null, reason: "annotators_overlap_too_little" });
    expect(severityOf([seen("1", NO_ONE, 0), seen("1", "b", 1), seen("2", NO_ONE, 0), seen("2", "b", 1)])).toEqual(refused);
  });

  test("never shifts a settled record, and cuts at the scale", () => {
    const all = [seen("1", "a", -1), seen("2", NO_ONE, -1), seen("3", "c", 0.5)];
    const severity = { shifts: [{ annotatorId: "a", shift: 0.2, articles: 3 }, { annotatorId: NO_ONE, shift: 9, articles: 1 }, { annotatorId: "c", shift: -0.2, articles: 3 }] };
    expect(adjusted(all, severity, SIGN_SCALE).map((one) => one.value)).toEqual([-1, -1, 0.7]);
    expect(adjusted(all, severity, JUDGEMENT_SCALE)[0]?.value).toBe(-1.2);
  });

  const table: fc.Arbitrary<Observation[]> = fc.array(fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 4, maxLength: 4 }), { minLength: 3, maxLength: 12 })
    .map((rows) => rows.flatMap((values, article) => values.map((value, i) => seen(String(article), "abcd"[i]!, value))));

  test("add up to 0, follow a constant added to one annotator's values in their direction, and ignore one added to an article", () => {
    fc.assert(fc.property(table, fc.double({ min: -0.5, max: 0.5, noNaN: true }), (all, more) => {
      const shifts = shiftsOf(all);
      expect(shifts.reduce((sum, shift) => sum + shift, 0)).toBeCloseTo(0, 9);
      const article = all.map((one) => (one.articleId === "1" ? { ...one, value: one.value + more } : one));
      shiftsOf(article).forEach((shift, i) => expect(shift).toBeCloseTo(shifts[i]!, 8));
      const before = shiftsOf(all.map((one) => ({ ...one, value: -one.value })));
      before.forEach((shift, i) => expect(shift).toBeCloseTo(-shifts[i]!, 9));
    }));
  });
});

describe("what taking leanings off is for", () => {
  test("outlets that severe and mild annotators shared unevenly come nearer to the truth", () => {
    // Outlets at −.2 and +.2; a (severe by .25) reads mostly the first, b (mild by .25) mostly the second, both read a third of all.
    const random = randomFrom(5n);
    const even = () => (2 * random.next()) / 2 ** 32 - 1;
    let [raw, taken] = [0, 0];
    for (let repeat = 0; repeat < 60; repeat++) {
      const all = ["tern", "quay"].flatMap((groupId, outlet) => Array.from({ length: 24 }, (_, i) => {
        const lean = (outlet === 0 ? -0.2 : 0.2) + 0.3 * even();
        const readers = i % 3 === 0 ? ["a", "b"] : [outlet === 0 ? "a" : "b"];
        return readers.map((id) => seen(`${groupId}${i}`, id, lean + (id === "a" ? -0.25 : 0.25) + 0.2 * even(), { groupId }));
      }).flat());
      const error = (observations: readonly Observation[]) => {
        const [quay, tern] = fromObservations(observations).map(({ works }) => momentsOf(works.map((work) => work.value))!.mean);
        return (tern! - quay! + 0.4) ** 2;
      };
      raw += error(all) / 60;
      taken += error(adjusted(all, found(all), SIGN_SCALE)) / 60;
    }
    expect(Math.sqrt(raw)).toBeGreaterThan(0.25);
    expect(Math.sqrt(taken)).toBeLessThan(0.1);
  });
});

describe("solving", () => {
  test("by hand, and refuses what is not positive definite", () => {
    // 4x + 2y = 10, 2x + 3y = 9: x = 1.5, y = 2.
    const x = solve([Float64Array.of(4, 0), Float64Array.of(2, 3)], Float64Array.of(10, 9));
    expect([...x].map((value) => Number(value.toFixed(12)))).toEqual([1.5, 2]);
    expect(() => solve([Float64Array.of(1, 0), Float64Array.of(2, 1)], Float64Array.of(1, 1))).toThrow(RangeError);
  });
});
