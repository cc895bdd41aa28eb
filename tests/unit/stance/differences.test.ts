import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { assess } from "@/lib/stance/assessed";
import { difference, type Told } from "@/lib/stance/differences";
import { JUDGEMENT_SCALE, SIGN_SCALE } from "@/lib/stance/estimate";
import { momentsOf } from "@/lib/stance/moments";
import { orderOf } from "@/lib/stance/order";

const told = (outlet: string, values: readonly number[], events: readonly (string | null)[] = []): Told[] => values.map((value, i) => ({ workId: `${outlet}${i}`, eventId: events[i] ?? null, value }));

describe("the difference of two outlets", () => {
  test("over the same events it is paired, by hand", () => {
    // Event x: first (−.5 − .3)/2 = −.4 against .1; y: −.6 against −.4; z: 0 against .2. Differences −.5, −.2, −.2: mean −.3,
    // s² = (.04 + .01 + .01)/2 = .03; half = 4.302653 · √.01 = .4302653. What only one tells (u) is left out.
    const got = difference(told("a", [-0.5, -0.3, -0.6, 0, 1], ["x", "x", "y", "z", "u"]), told("b", [0.1, -0.4, 0.2], ["x", "y", "z"]), SIGN_SCALE);
    expect(got).toMatchObject({ kind: "paired", pairs: 3, works: [5, 3], clear: null });
    expect(got.difference.value).toBeCloseTo(-0.3, 12);
    expect(got.interval.value?.low).toBeCloseTo(-0.7302653, 6);
    expect(got.interval.value?.high).toBeCloseTo(0.1302653, 6);
  });

  test("over the same works, by publisher, too", () => {
    const [one, other] = [[-0.5, -0.4, -0.6, -0.5], [0.1, 0.3, 0.1, 0.2]].map((values) => told("w", values));
    expect(difference(one!, other!, SIGN_SCALE)).toMatchObject({ kind: "paired", pairs: 4, clear: "critical" });
  });

  test("over other works it is Welch's, by hand", () => {
    // First −.6, −.4, −.2: mean −.4, s² = .04, v = .0133333. Second .1, .3, .2, .4: mean .25, s² = .0166667, v = .0041667.
    // se = √.0175 = .1322876; df = .0175²/(.0133333²/2 + .0041667²/3) = .00030625/.0000946759 = 3.234719; t(.975, 3.234719) = 3.055713 by its incomplete beta function: half .4042328.
    const got = difference(told("a", [-0.6, -0.4, -0.2]), told("b", [0.1, 0.3, 0.2, 0.4]), SIGN_SCALE);
    expect(got).toMatchObject({ kind: "unpaired", pairs: 0, works: [3, 4], clear: "critical" });
    expect(got.difference.value).toBeCloseTo(-0.65, 12);
    expect((got.interval.value!.high - got.interval.value!.low) / 2).toBeCloseTo(0.4042328, 6);
  });

  test("pairing takes off what events have in common", () => {
    const events = ["u", "v", "w", "x", "y"];
    const [one, other] = [told("a", [-0.9, -0.4, 0, 0.4, 0.7], events), told("b", [-0.8, -0.2, 0.1, 0.6, 0.8], events)];
    const bare = (works: readonly Told[]) => works.map((work) => ({ ...work, eventId: null }));
    expect(difference(one, other, SIGN_SCALE).clear).toBe("critical");
    expect(difference(bare(one), bare(other), SIGN_SCALE)).toMatchObject({ kind: "unpaired", clear: null });
  });

  test("what is undefined says why", () => {
    const some = told("a", [0.1, 0.3, 0.5]);
    expect(difference([], some, SIGN_SCALE)).toMatchObject({ pairs: 0, difference: { value: null, reason: "no_works" }, interval: { reason: "no_works" }, clear: null });
    expect(difference(told("b", [0, 1]), some, SIGN_SCALE).difference).toEqual({ value: null, reason: "fewer_than_three_works" });
    const flat = difference(told("b", [-1, -1, -1]), some, SIGN_SCALE);
    expect(flat.difference.value).toBeCloseTo(-1.3, 12);
    expect(flat.interval).toEqual({ value: null, reason: "no_variation" });
    const events = ["x", "y", "z"];
    expect(difference(told("a", [-1, -1, -1], events), told("b", [1, 1, 1], events), SIGN_SCALE)).toMatchObject({ kind: "paired", difference: { value: -2 }, interval: { reason: "no_variation" } });
    expect(difference(told("a", [-1, -1, 0], events), told("b", [1, 1, 0], events), SIGN_SCALE).interval.value).toMatchObject({ low: -2, cutLow: true });
    expect(difference(told("a", [-2, -2, 0], events), told("b", [2, 2, 0], events), JUDGEMENT_SCALE).interval.value).toMatchObject({ low: -4, cutLow: true });
  });

  test("the other way round it is the same with the other sign", () => {
    const works = fc.array(fc.record({ value: fc.double({ min: -1, max: 1, noNaN: true }), eventId: fc.constantFrom("x", "y", "z", "u", null) }), { maxLength: 9 });
    fc.assert(fc.property(works, works, (a, b) => {
      const [one, other] = [a, b].map((all, o) => all.map((work, i) => ({ workId: `${o}${i}`, ...work })));
      const [there, back] = [difference(one!, other!, SIGN_SCALE), difference(other!, one!, SIGN_SCALE)];
      expect([back.kind, back.pairs, back.difference.value === null, back.interval.value === null]).toEqual([there.kind, there.pairs, there.difference.value === null, there.interval.value === null]);
      if (there.difference.value !== null) expect(back.difference.value).toBeCloseTo(-there.difference.value, 9);
      if (there.interval.value !== null) expect(back.interval.value?.low).toBeCloseTo(-there.interval.value.high, 9);
    }));
  });
});

describe("which outlets are apart", () => {
  const placed = (groupId: string, mean: number, n: number, spread = 0.1) => ({ groupId, figure: assess(momentsOf(Array.from({ length: n }, (_, i) => mean + (i % 2 === 0 ? spread : -spread))), n, SIGN_SCALE) });

  test("only those with enough works are held against each other", () => {
    const order = orderOf([placed("a", -0.8, 20), placed("b", 0.5, 20), placed("c", -0.1, 19), placed("d", 0.8, 20, 0)]);
    expect(order).toEqual({ compared: ["a", "b"], apart: [{ critical: "a", advocacy: "b" }], pairs: 1, says: "all" });
  });

  test("outlets whose intervals overlap have no order", () => {
    expect(orderOf([placed("a", 0.5, 20), placed("b", 0.48, 30), placed("c", -0.8, 25)])).toEqual({
      compared: ["a", "b", "c"], apart: [{ critical: "c", advocacy: "a" }, { critical: "c", advocacy: "b" }], pairs: 3, says: "some",
    });
    expect(orderOf([placed("a", 0.5, 20), placed("b", 0.48, 30)]).says).toBe("none");
    expect(orderOf([placed("a", 0.5, 20), placed("b", -0.5, 4)]).says).toBe("too_few");
    expect(orderOf([])).toEqual({ compared: [], apart: [], pairs: 0, says: "too_few" });
  });
});
