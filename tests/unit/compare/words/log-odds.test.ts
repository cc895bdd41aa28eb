import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { logOdds, mostTelling } from "@/lib/compare/words/log-odds";
import { addCounts, countPhrases, phrasePlaces } from "@/lib/compare/words/phrases";

const counts = (entries: Record<string, number>) => new Map(Object.entries(entries));

describe("log-odds with an informative prior", () => {
  test("a worked example: 6 of 10 words against 2 of 20, prior of 10 words", () => {
    // shut: n = 8 of 30, alpha = 10 · 8/30 = 2.6667; pier: n = 22, alpha = 7.3333.
    // delta = ln[(6+2.6667)/(10+10-8.6667)] - ln[(2+2.6667)/(20+10-4.6667)] = ln(.764706) - ln(.184211) = 1.423414
    // variance = 1/8.6667 + 1/4.6667 = .329670; z = 1.423414/.574169 = 2.479088
    const odds = logOdds([{ groupId: "tern", counts: counts({ shut: 6, pier: 4 }) }, { groupId: "quay", counts: counts({ shut: 2, pier: 18 }) }], { weight: 10, least: 1 });
    const [first, second] = odds.get("tern") ?? [];
    expect(first).toMatchObject({ word: "shut", n: 6, others: 2 });
    expect(first?.logOdds).toBeCloseTo(Math.log(26 / 3 / (34 / 3)) - Math.log(14 / 3 / (76 / 3)), 12);
    expect(first?.logOdds).toBeCloseTo(1.423414, 5);
    expect(first?.z).toBeCloseTo(2.479088, 4);
    // Of two words, what the one gains the other loses.
    expect(second?.logOdds).toBeCloseTo(-(first?.logOdds ?? 0), 12);
    // Of two groups, what is more of one is less of the other.
    expect(odds.get("quay")?.find(({ word }) => word === "shut")?.z).toBeCloseTo(-(first?.z ?? 0), 12);
  });

  test("a heavier prior pulls towards what all say", () => {
    const groups = [{ groupId: "a", counts: counts({ x: 5, y: 5 }) }, { groupId: "b", counts: counts({ x: 1, y: 9 }) }];
    const z = (weight: number) => logOdds(groups, { weight, least: 1 }).get("a")?.find(({ word }) => word === "x")?.z ?? 0;
    expect(z(1)).toBeGreaterThan(z(10));
    expect(z(10)).toBeGreaterThan(z(1000));
    expect(z(1000)).toBeGreaterThan(0);
  });

  test("phrases are weighed against phrases of their length", () => {
    const groups = [{ groupId: "a", counts: counts({ x: 5, y: 5, "x y": 2, "y z": 1 }) }, { groupId: "b", counts: counts({ x: 1, y: 9, "y z": 4 }) }];
    const alone = groups.map(({ groupId, counts: all }) => ({ groupId, counts: new Map([...all].filter(([word]) => word.includes(" "))) }));
    const two = (of: typeof groups) => logOdds(of, { weight: 10, least: 1 }).get("a")?.find(({ word }) => word === "x y");
    expect(two(groups)).toEqual(two(alone));
  });

  test("rare words are left out, and so is a group that says nothing or stands alone", () => {
    const groups = [{ groupId: "a", counts: counts({ x: 2, y: 3 }) }, { groupId: "b", counts: counts({ y: 4 }) }, { groupId: "c", counts: counts({}) }];
    const odds = logOdds(groups, { weight: 5, least: 3 });
    expect(odds.get("a")?.map(({ word }) => word)).toEqual(["y"]);
    expect(odds.get("c")).toEqual([]);
    expect(logOdds(groups.slice(0, 1), { weight: 5, least: 1 }).get("a")).toEqual([]);
  });

  test("a single word that all use is no difference and no number out of bounds", () => {
    const odds = logOdds([{ groupId: "a", counts: counts({ x: 2 }) }, { groupId: "b", counts: counts({ x: 3 }) }], { weight: 5, least: 1 });
    expect(odds.get("a")).toEqual([]);
  });

  const group = fc.dictionary(fc.constantFrom("shut", "pier", "grim", "pier shut", "grim pier"), fc.integer({ min: 1, max: 30 }));
  test("for any counts: all finite, ordered, and two groups mirror each other", () => {
    fc.assert(
      fc.property(group, group, fc.integer({ min: 1, max: 100 }), (a, b, weight) => {
        const odds = logOdds([{ groupId: "a", counts: counts(a) }, { groupId: "b", counts: counts(b) }], { weight, least: 1 });
        const [one, other] = [odds.get("a") ?? [], odds.get("b") ?? []];
        expect(one.every(({ z, logOdds: delta }) => Number.isFinite(z) && Number.isFinite(delta))).toBe(true);
        expect(one.map(({ z }) => z)).toEqual([...one.map(({ z }) => z)].sort((x, y) => y - x));
        for (const { word, z } of one) expect(other.find((mirrored) => mirrored.word === word)?.z).toBeCloseTo(-z, 9);
      }),
    );
  });
});

test("of a phrase and its parts that stand nowhere else, the phrase is told", () => {
  const odds = (word: string, n: number, z: number) => ({ word, n, others: 0, logOdds: z, z });
  const list = [odds("grave", 4, 3), odds("grave mistake", 3, 2.5), odds("mistake", 3, 2.4), odds("plan", 2, 1), odds("pier", 0, -1)];
  expect(mostTelling(list, 3).map(({ word }) => word)).toEqual(["grave", "grave mistake", "plan"]);
  expect(mostTelling(list, 1)).toHaveLength(1);
});

describe("counting words and phrases", () => {
  test("stop words and figures begin and end no phrase, and no phrase runs over a stop or a quotation mark", () => {
    const { counts: found, words } = countPhrases("The Mayor’s plan of the town. Plan “grave mistake” 2024!", "en");
    expect(words).toBe(10);
    expect(Object.fromEntries(found)).toEqual({ mayor: 1, "mayor plan": 1, plan: 2, town: 1, grave: 1, "grave mistake": 1, mistake: 1 });
  });

  test("words in the middle of a phrase may say nothing", () => {
    expect([...countPhrases("state of fear", "en").counts.keys()]).toEqual(["state", "state of fear", "fear"]);
  });

  test("a phrase is found where it was counted, possessives and hyphens included", () => {
    const text = "🌉 The Mayor’s plan. A “well-known plan”, the mayor’s plan.";
    expect([...countPhrases(text, "en").counts].filter(([, n]) => n > 1).map(([phrase]) => phrase)).toEqual(["mayor", "mayor plan", "plan"]);
    const chars = [...text];
    const cut = (phrase: string) => phrasePlaces(text, phrase, "en").map(({ start, end }) => chars.slice(start, end).join(""));
    expect(cut("mayor plan")).toEqual(["Mayor’s plan", "mayor’s plan"]);
    expect(cut("well known plan")).toEqual(["well-known plan"]);
  });

  test("counts add up", () => {
    const all = counts({ a: 1 });
    addCounts(all, counts({ a: 2, b: 1 }));
    expect(all).toEqual(counts({ a: 3, b: 1 }));
  });
});
