import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bestMatching } from "@/lib/annotations/best-matching";
import { compareWithKey, practiceStanding, type KeyedMark, type KeyMark } from "@/lib/annotations/answer-key";
import { FRAMINGS } from "@/lib/codebook/framing";

const mark = (id: string, start: number, end: number, more: Partial<KeyMark> = {}): KeyMark => ({ id, parts: [{ start, end, quote: "x".repeat(end - start) }], targetId: "council", framing: "critical", voice: "own", labelIds: [], reason: "", ...more });
const marks = fc.array(fc.record({ start: fc.nat(40), length: fc.integer({ min: 1, max: 12 }), framing: fc.constantFrom(...FRAMINGS), target: fc.constantFrom("council", "mayor") }), { maxLength: 7 }).map((list) =>
  list.map(({ start, length, framing, target }, i) => mark(`m${i}`, start, start + length, { framing, targetId: target })),
);

describe("a submission beside a key", () => {
  it("says hit, different, missed and extra, with what differs, in the order of the text", () => {
    const own: KeyedMark[] = [mark("a", 0, 10), mark("b", 20, 30, { framing: "advocacy" }), mark("c", 50, 60), mark("d", 70, 75, { voice: "quoted" })];
    const { lines, score, ...counts } = compareWithKey(own, { spans: [mark("k1", 2, 12), mark("k2", 21, 29), mark("k3", 90, 99), mark("k4", 70, 76)], judgements: [] });
    expect(lines.map((line) => [line.verdict, line.own?.id ?? null, line.key?.id ?? null, line.differs])).toEqual([
      ["hit", "a", "k1", []], ["different", "b", "k2", ["framing"]], ["extra", "c", null, []], ["hit", "d", "k4", ["voice"]], ["missed", null, "k3", []],
    ]);
    expect(counts).toEqual({ hits: 2, different: 1, missed: 1, extra: 1 });
    expect(score).toBe(0.5);
  });

  it("matches two targets in the same words each with its own", () => {
    const own = [mark("a", 0, 10, { targetId: "mayor" }), mark("b", 0, 10)];
    const compared = compareWithKey(own, { spans: [mark("k1", 0, 8), mark("k2", 0, 4, { targetId: "mayor" })], judgements: [] });
    expect(compared.lines.map((line) => [line.verdict, line.own?.id, line.key?.id])).toEqual(expect.arrayContaining([["hit", "a", "k2"], ["hit", "b", "k1"]]));
    expect(compared.score).toBe(1);
  });

  it("does not let one mark over everything count as many", () => {
    const compared = compareWithKey([mark("all", 0, 100)], { spans: [mark("k1", 0, 8), mark("k2", 20, 28), mark("k3", 50, 60)], judgements: [] });
    expect([compared.hits, compared.missed]).toEqual([1, 2]);
    expect(compared.score).toBeCloseTo(0.5, 12);
  });

  it("scores nothing marked where nothing was to be marked as right, and anything else there as wrong", () => {
    expect(compareWithKey([], { spans: [], judgements: [] }).score).toBe(1);
    expect(compareWithKey([mark("a", 0, 5)], { spans: [], judgements: [] }).score).toBe(0);
    expect(compareWithKey([], { spans: [mark("k", 0, 5)], judgements: [] }).score).toBe(0);
  });

  it("scores 1 only for the key itself, stays in 0 to 1, and names each mark of both sides once", () => {
    fc.assert(fc.property(marks, marks, (own, key) => {
      const compared = compareWithKey(own, { spans: key, judgements: [] });
      expect(compared.score).toBeGreaterThanOrEqual(0);
      expect(compared.score).toBeLessThanOrEqual(1);
      expect(compared.lines.flatMap((line) => line.own?.id ?? []).sort()).toEqual(own.map((one) => one.id).sort());
      expect(compared.lines.flatMap((line) => line.key?.id ?? []).sort()).toEqual(key.map((one) => one.id).sort());
      expect(compareWithKey(key, { spans: key, judgements: [] }).score).toBe(1);
      expect(compared.hits * 2 + compared.different * 2 + compared.missed + compared.extra).toBe(own.length + key.length);
    }));
  });
});

describe("the best matching", () => {
  it("is as heavy as the best of all matchings", () => {
    const table = fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 })).chain(([l, r]) => fc.array(fc.array(fc.nat(9), { minLength: r, maxLength: r }), { minLength: l, maxLength: l }));
    const heaviest = (weights: number[][], row = 0, taken: readonly number[] = []): number =>
      row === weights.length ? 0 : Math.max(heaviest(weights, row + 1, taken), ...weights[row]!.map((w, c) => (taken.includes(c) ? 0 : w + heaviest(weights, row + 1, [...taken, c]))));
    fc.assert(fc.property(table, (weights) => {
      const pairs = bestMatching(weights.length, weights[0]?.length ?? 0, (l, r) => weights[l]![r]!);
      expect(new Set(pairs.map(([, r]) => r)).size).toBe(pairs.length);
      expect(pairs.every(([l, r]) => weights[l]![r]! > 0)).toBe(true);
      expect(pairs.reduce((sum, [l, r]) => sum + weights[l]![r]!, 0)).toBe(heaviest(weights));
    }));
  });
});

describe("practice", () => {
  it("is passed by the mean of the last tries, once there are enough", () => {
    const rule = { threshold: 0.7, minimum: 3 };
    expect(practiceStanding([], rule)).toEqual({ done: 0, mean: null, passed: false });
    expect(practiceStanding([1, 1], rule)).toMatchObject({ done: 2, passed: false });
    expect(practiceStanding([0.7, 0.7, 0.7], rule).passed).toBe(true);
    expect(practiceStanding([0, 0.7, 0.7, 0.7], rule).passed).toBe(true);
    expect(practiceStanding([0.7, 0.7, 0.69], rule).passed).toBe(false);
  });
});
