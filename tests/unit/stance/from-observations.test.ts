import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fromObservations } from "@/lib/stance/from-observations";
import { NO_ONE, type Observation } from "@/lib/stance/sums";
import { seen } from "./observations.fixture";

describe("coder → article → work → outlet", () => {
  test("every step an unweighted mean, by hand", () => {
    // Article 1: (−1 + 0) / 2 = −0.5. Article 2, a copy: 0.5. Work: 0. Article 3: (−1 − 1 + 1) / 3 = −1/3.
    const found = fromObservations([
      seen("1", "a", -1, { workId: "w" }), seen("1", "b", 0, { workId: "w", spans: 0 }), seen("2", "c", 0.5, { workId: "w" }),
      seen("3", "a", -1), seen("3", "b", -1), seen("3", "c", 1, { spans: 9 }),
    ]);
    expect(found).toEqual([{ groupId: "tern", targetId: "mayor", works: [{ workId: "w", value: 0 }, { workId: "w-3", value: expect.closeTo(-1 / 3, 12) as number }], articles: 3, spans: 13, annotatorIds: ["a", "b", "c"], sharedWorks: 2, settledArticles: 0 }]);
  });

  test("a settled record is nobody, and counts as two", () => {
    expect(fromObservations([seen("1", NO_ONE, -0.4), seen("2", "a", 1)])).toMatchObject([{ annotatorIds: ["a"], sharedWorks: 1, settledArticles: 1, articles: 2 }]);
  });

  test("two readers of two copies share the work; one reader of both does not", () => {
    expect(fromObservations([seen("1", "a", 0, { workId: "w" }), seen("2", "b", 0, { workId: "w" })])[0]?.sharedWorks).toBe(1);
    expect(fromObservations([seen("1", "a", 0, { workId: "w" }), seen("2", "a", 0, { workId: "w" })])[0]?.sharedWorks).toBe(0);
  });

  test("a work put up by two publishers has a value in each", () => {
    const found = fromObservations([seen("1", "a", 1, { workId: "w", groupId: "quay" }), seen("2", "a", -1, { workId: "w" }), seen("3", "a", 0, { groupId: null })]);
    expect(found.map(({ groupId, works }) => [groupId, works[0]?.value])).toEqual([[null, 0], ["quay", 1], ["tern", -1]]);
  });

  test("what cannot be is refused", () => {
    expect(() => fromObservations([seen("1", "a", 0), seen("1", "a", 1)])).toThrow(/comes twice/);
    expect(() => fromObservations([seen("1", "a", 0), seen("1", "b", 1, { groupId: "quay" })])).toThrow(/two groups/);
    expect(fromObservations([])).toEqual([]);
  });

  const some: fc.Arbitrary<Observation[]> = fc.uniqueArray(fc.record({ article: fc.nat({ max: 9 }), coder: fc.constantFrom("a", "b", "c", NO_ONE), value: fc.double({ min: -1, max: 1, noNaN: true }) }), { selector: (one) => `${one.article} ${one.coder}`, maxLength: 25 })
    .map((all) => all.map(({ article, coder, value }) => seen(String(article), coder, value, { workId: `w${article % 5}`, groupId: article % 5 === 0 ? null : article % 2 === 0 ? "tern" : "quay" })));

  test("the order of observations changes nothing, and values stay among those of the coders", () => {
    fc.assert(fc.property(some.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))), ([all, other]) => {
      const found = fromObservations(all);
      expect(fromObservations(other)).toEqual(found);
      expect(found.reduce((sum, group) => sum + group.articles, 0)).toBe(new Set(all.map((one) => one.articleId)).size);
      for (const { works, sharedWorks } of found) {
        expect(sharedWorks).toBeLessThanOrEqual(works.length);
        for (const { value } of works) expect(Math.abs(value)).toBeLessThanOrEqual(1);
      }
    }));
  });
});
