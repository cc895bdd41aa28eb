import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { randomFrom } from "@/lib/kernel/random";
import { byHand } from "@/lib/assignments/plan/by-hand";
import { PairCounts } from "@/lib/assignments/plan/pair-counts";
import { pairsOfTwo } from "@/lib/assignments/plan/pairs-of-two";
import { plan, type PlanInput, type PlanWork } from "@/lib/assignments/plan/plan";

const work = (n: number, more: Partial<PlanWork> = {}): PlanWork => ({ articleId: `a${n}`, outletId: null, holders: [], others: 0, barred: [], ...more });
const works = (n: number, outlets = 1): PlanWork[] => Array.from({ length: n }, (_, i) => work(i, { outletId: `o${i % outlets}` }));
const input = (more: Partial<PlanInput> & { people: number }): PlanInput => ({
  strategy: "balanced", works: [], loads: Array.from({ length: more.people }, () => 0), pairs: new PairCounts(more.people), perWork: 2, share: 0.2, random: randomFrom(1n), ...more,
});
const loadsOf = (given: readonly (readonly number[])[], people: number, among = (_at: number) => true): number[] => {
  const loads = Array.from({ length: people }, () => 0);
  given.forEach((list, at) => among(at) && list.forEach((person) => (loads[person]! += 1)));
  return loads;
};
const gap = (loads: readonly number[]): number => Math.max(...loads) - Math.min(...loads);
const recounted = (given: readonly (readonly number[])[], people: number) => {
  const pairs = new PairCounts(people);
  for (const group of given) pairs.addGroup(group);
  return pairs;
};
const people = fc.integer({ min: 2, max: 14 });
const seed = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n });

describe("pairs of two", () => {
  it("come once each, and every person in equally many within one at every point", () => {
    for (let n = 2; n <= 31; n++) {
      const sequence = pairsOfTwo(n);
      expect(new Set(sequence.map(([a, b]) => `${Math.min(a, b)} ${Math.max(a, b)}`)).size).toBe((n * (n - 1)) / 2);
      expect(sequence).toHaveLength((n * (n - 1)) / 2);
      const loads = Array.from({ length: n }, () => 0);
      for (const [a, b] of [...sequence, ...sequence]) {
        loads[a]! += 1;
        loads[b]! += 1;
        if (gap(loads) > 1) throw new Error(`${n}: ${loads.join(" ")}`);
      }
    }
  });
});

describe("balanced blocks", () => {
  it("give every work its number of different people, with loads equal within one", () => {
    fc.assert(
      fc.property(people, fc.integer({ min: 1, max: 80 }), fc.integer({ min: 1, max: 6 }), seed, (m, w, n, from) => {
        const perWork = Math.min(n, m);
        const { given, missing } = plan(input({ people: m, works: works(w), perWork, random: randomFrom(from) }));
        expect(given.every((list) => list.length === perWork && new Set(list).size === perWork)).toBe(true);
        expect(missing.every((lack) => lack === 0)).toBe(true);
        expect(gap(loadsOf(given, m))).toBeLessThanOrEqual(1);
      }),
      { numRuns: 40 },
    );
  });

  it("of two people let every pair share articles as soon as there are as many articles as pairs, evenly within one", () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 20 }), fc.integer({ min: 0, max: 300 }), seed, (m, more, from) => {
        const made = input({ people: m, works: works((m * (m - 1)) / 2 + more), random: randomFrom(from) });
        const { given } = plan(made);
        const range = recounted(given, m).range()!;
        expect(range.min).toBeGreaterThanOrEqual(1);
        expect(range.max - range.min).toBeLessThanOrEqual(1);
        expect(made.pairs.rows()).toEqual(recounted(given, m).rows());
      }),
      { numRuns: 40 },
    );
  });

  it("of more people let every pair share articles where twice as many are there as any design needs", () => {
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 11 }), fc.integer({ min: 3, max: 6 }), fc.integer({ min: 0, max: 40 }), seed, (m, n, more, from) => {
        const k = Math.min(n, m - 1);
        // Schönheim's bound: no design with fewer blocks covers every pair.
        const least = Math.ceil((m / k) * Math.ceil((m - 1) / (k - 1)));
        const { given } = plan(input({ people: m, works: works(2 * least + more), perWork: k, random: randomFrom(from) }));
        const range = recounted(given, m).range()!;
        expect(range.min).toBeGreaterThanOrEqual(1);
        expect(range.max - range.min).toBeLessThanOrEqual(3);
        expect(gap(loadsOf(given, m))).toBeLessThanOrEqual(1);
      }),
      { numRuns: 40 },
    );
  });

  it("find the perfect designs of seven, nine and thirteen people", () => {
    for (const [m, w, k] of [[7, 7, 3], [9, 12, 3], [13, 13, 4]] as const) expect(recounted(plan(input({ people: m, works: works(w), perWork: k })).given, m).range()).toEqual({ min: 1, max: 1 });
  });

  it("are the same for the same seed", () => {
    const once = (from: bigint) => plan(input({ people: 6, works: works(40), perWork: 3, random: randomFrom(from) })).given;
    expect(once(5n)).toEqual(once(5n));
    expect(once(5n)).not.toEqual(once(6n));
  });

  it("give what does not divide to those who have less, and count pairs that stand", () => {
    expect(loadsOf(plan(input({ people: 3, works: works(1), loads: [5, 0, 5], perWork: 1 })).given, 3)).toEqual([0, 1, 0]);
    const pairs = new PairCounts(4);
    pairs.add(0, 1, 3);
    pairs.add(2, 3, 3);
    const { given } = plan(input({ people: 4, works: works(4), pairs }));
    const own = recounted(given, 4);
    expect([own.of(0, 1), own.of(2, 3)]).toEqual([0, 0]);
  });
});

describe("what stands already", () => {
  const standing = fc.array(fc.record({ holders: fc.uniqueArray(fc.integer({ min: 0, max: 4 }), { maxLength: 3 }), others: fc.integer({ min: 0, max: 2 }), barred: fc.uniqueArray(fc.integer({ min: 0, max: 4 }), { maxLength: 5 }) }), { minLength: 1, maxLength: 30 });

  it("counts toward the number of people, and nobody gets a work twice or one that they may not have", () => {
    fc.assert(
      fc.property(standing, fc.integer({ min: 1, max: 5 }), seed, (stands, perWork, from) => {
        const list = stands.map((one, i) => work(i, { ...one, barred: one.barred.filter((person) => !one.holders.includes(person)) }));
        const { given, missing } = plan(input({ people: 5, works: list, perWork, random: randomFrom(from) }));
        list.forEach(({ holders, others, barred }, at) => {
          const closed = [...holders, ...barred];
          expect(given[at]!.some((person) => closed.includes(person))).toBe(false);
          expect(new Set(given[at]).size).toBe(given[at]!.length);
          const needs = Math.max(0, perWork - holders.length - others);
          expect(given[at]!.length).toBe(Math.min(needs, 5 - closed.length));
          expect(missing[at]).toBe(needs - given[at]!.length);
        });
      }),
      { numRuns: 40 },
    );
  });

  it("is levelled out with the new: whoever has all of it gets nothing more", () => {
    const list = Array.from({ length: 12 }, (_, i) => work(i, { holders: [0] }));
    expect(loadsOf(plan(input({ people: 4, works: list })).given, 4)).toEqual([0, 4, 4, 4]);
  });
});

describe("by outlet", () => {
  it("is balanced inside every outlet and overall, each within one", () => {
    fc.assert(
      fc.property(people, fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 4 }), seed, (m, w, outlets, n, from) => {
        const list = works(w, outlets);
        const { given } = plan(input({ strategy: "strata", people: m, works: list, perWork: Math.min(n, m), random: randomFrom(from) }));
        expect(gap(loadsOf(given, m))).toBeLessThanOrEqual(1);
        for (let outlet = 0; outlet < outlets; outlet++) expect(gap(loadsOf(given, m, (at) => list[at]!.outletId === `o${outlet}`))).toBeLessThanOrEqual(1);
      }),
      { numRuns: 40 },
    );
  });
});

describe("the reliability design", () => {
  it("gives the share to n people and the rest to one, with loads equal within one", () => {
    fc.assert(
      fc.property(people, fc.integer({ min: 1, max: 80 }), fc.integer({ min: 0, max: 100 }), fc.integer({ min: 2, max: 4 }), seed, (m, w, percent, n, from) => {
        const perWork = Math.min(n, m);
        const { given } = plan(input({ strategy: "reliability", people: m, works: works(w), perWork, share: percent / 100, random: randomFrom(from) }));
        // 35 % of 90 works is 31.5, and 0.35 × 90 is a hair less: either whole number is the share.
        expect(Math.abs(given.filter((list) => list.length === perWork).length - (w * percent) / 100)).toBeLessThanOrEqual(0.5);
        expect(given.every((list) => list.length === perWork || list.length === 1)).toBe(true);
        expect(gap(loadsOf(given, m))).toBeLessThanOrEqual(1);
      }),
      { numRuns: 40 },
    );
  });
});

describe("other strategies", () => {
  it("give everyone everything that they lack and may have", () => {
    const { given } = plan(input({ strategy: "everyone", people: 3, works: [work(0), work(1, { holders: [1] }), work(2, { barred: [0, 2] })] }));
    expect(given).toEqual([[0, 1, 2], [0, 2], [1]]);
  });

  it("assign nothing from a pool, and leave as many places as people are lacking", () => {
    expect(plan(input({ strategy: "pool", people: 2, works: [work(0), work(1, { holders: [0], others: 1 }), work(2, { others: 5 })], perWork: 3 }))).toMatchObject({ given: [[], [], []], places: [3, 1, 0] });
  });

  it("take pairs by hand once, and leave what stands", () => {
    const pairs = new PairCounts(3);
    const made = byHand([work(0), work(1, { holders: [2], barred: [1] })], pairs, [{ work: 0, person: 0 }, { work: 0, person: 0 }, { work: 0, person: 1 }, { work: 1, person: 2 }, { work: 1, person: 1 }, { work: 1, person: 0 }]);
    expect(made.given).toEqual([[0, 1], [0]]);
    expect([pairs.of(0, 1), pairs.of(0, 2)]).toEqual([1, 1]);
  });
});
