import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { characterMajority } from "@/lib/agreement/spans/character-majority";
import { marksOf, type Mark } from "@/lib/agreement/spans/marks";

const short = (start: number, end: number, label: number): Mark => ({ parts: [[start, end]], label });
const mark = fc.tuple(fc.nat(29), fc.integer({ min: 1, max: 10 }), fc.nat(1)).map(([start, size, label]) => short(start, start + size, label));

describe("what most coders marked, character by character", () => {
  it("is what counting every character gives", () => {
    fc.assert(fc.property(fc.array(fc.array(mark, { maxLength: 4 }), { minLength: 1, maxLength: 5 }), fc.constantFrom(0.3, 0.5, 0.8), (coders, threshold) => {
      for (const by of ["place", "label"] as const) {
        const runs = characterMajority(coders.map(marksOf), by, threshold);
        for (const label of by === "place" ? [null] : [0, 1]) {
          const votes = Array.from({ length: 45 }, (_, at) => coders.filter((list) => list.some((one) => (label === null || one.label === label) && one.parts[0]![0] <= at && at < one.parts[0]![1])).length);
          const own = runs.filter((run) => by === "place" || run.label === label);
          votes.forEach((count, at) => expect(own.filter(({ start, end }) => start <= at && at < end).length).toBe(count > threshold * coders.length ? 1 : 0));
          for (const { start, end, share } of own) expect(share).toBeCloseTo(votes.slice(start, end).reduce((a, b) => a + b, 0) / (end - start) / coders.length, 12);
          // As long as they can be.
          own.slice(1).forEach((run, i) => expect(run.start).toBeGreaterThan(own[i]!.end));
        }
      }
    }));
  });

  it("names the label where there is but one", () => {
    const coders = [[short(0, 5, 1), short(8, 12, 1)], [short(2, 5, 1), short(8, 10, 0)]].map(marksOf);
    expect(characterMajority(coders, "place").map(({ start, end, label }) => [start, end, label])).toEqual([[2, 5, 1], [8, 10, null]]);
  });

  it("needs more than half", () => {
    expect(characterMajority([marksOf([short(0, 5, 0)]), marksOf([])], "place")).toEqual([]);
    expect(characterMajority([], "place")).toEqual([]);
  });
});
