import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addCharacters } from "@/lib/agreement/spans/character-f1";
import { addExact } from "@/lib/agreement/spans/exact-f1";
import { f1, meanF1 } from "@/lib/agreement/spans/f1";
import { marksOf, shared, sizeOf, type Mark, type Marks } from "@/lib/agreement/spans/marks";
import { addOverlap } from "@/lib/agreement/spans/overlap-f1";
import { addCredits, CREDITS, partialCredit } from "@/lib/agreement/spans/partial-credit";
import { bestMatching } from "@/lib/annotations/best-matching";

type Add = (into: Float64Array, at: number, a: Marks, b: Marks) => void;
const MEASURES: Record<string, Add> = {
  exact: addExact,
  half: (into, at, a, b) => addOverlap(into, at, a, b, "labelled", "half"),
  overlap: addOverlap,
  characters: addCharacters,
  exactAny: (into, at, a, b) => addExact(into, at, a, b, "unlabelled"),
  overlapAny: (into, at, a, b) => addOverlap(into, at, a, b, "unlabelled"),
  charactersAny: (into, at, a, b) => addCharacters(into, at, a, b, "unlabelled"),
};
const sums = (name: string, a: readonly Mark[], b: readonly Mark[]): number[] => {
  const sum = new Float64Array(3);
  MEASURES[name]!(sum, 0, marksOf(a), marksOf(b));
  return [...sum];
};
const figure = (name: string, a: readonly Mark[], b: readonly Mark[]) => f1(Float64Array.from(sums(name, a, b)));

/** One to three parts, apart from each other, within 40 characters. */
const mark = fc.tuple(fc.uniqueArray(fc.nat(40), { minLength: 2, maxLength: 6 }), fc.nat(2)).map(([places, label]): Mark => {
  const sorted = [...places].sort((a, b) => a - b);
  const parts = Array.from({ length: sorted.length >> 1 }, (_, i) => [sorted[2 * i]!, sorted[2 * i + 1]!] as const);
  return { parts, label };
});
const marks = fc.array(mark, { maxLength: 8 });

const charactersOf = (list: readonly Mark[]) => new Set(list.flatMap(({ parts, label }) => parts.flatMap(([start, end]) => Array.from({ length: end - start }, (_, i) => `${start + i} ${label}`))));

describe("F1 of two people's marks", () => {
  it("finds as many matches as trying everything", () => {
    fc.assert(fc.property(marks, marks, (a, b) => {
      const left = b.map((one) => JSON.stringify(one));
      const both = a.filter((one) => {
        const at = left.indexOf(JSON.stringify(one));
        if (at >= 0) left.splice(at, 1);
        return at >= 0;
      }).length;
      expect(sums("exact", a, b)).toEqual([both, a.length, b.length]);
      const [one, other] = [charactersOf(a), charactersOf(b)];
      expect(sums("characters", a, b)).toEqual([[...one].filter((place) => other.has(place)).length, one.size, other.size]);
      // Kuhn–Munkres over the whole table, where ours walks from mark to mark.
      const [ours, theirs] = [marksOf(a), marksOf(b)];
      const meets = (i: number, j: number, least: (both: number) => boolean) => Number(ours.labels[i] === theirs.labels[j] && least(shared(ours, i, theirs, j)));
      expect(sums("overlap", a, b)[0]).toBe(bestMatching(a.length, b.length, (i, j) => meets(i, j, (n) => n > 0)).length);
      expect(sums("half", a, b)[0]).toBe(bestMatching(a.length, b.length, (i, j) => meets(i, j, (n) => n / (sizeOf(ours, i) + sizeOf(theirs, j) - n) >= 0.5)).length);
    }), { numRuns: 300 });
  });

  it("is symmetric, and exact ≤ half ≤ overlap, labelled ≤ unlabelled", () => {
    fc.assert(fc.property(marks, marks, (a, b) => {
      for (const name of Object.keys(MEASURES)) expect(figure(name, b, a)).toEqual(figure(name, a, b));
      const [exact, half, overlap] = ["exact", "half", "overlap"].map((name) => sums(name, a, b)[0]!);
      expect(exact! <= half! && half! <= overlap!).toBe(true);
      for (const name of ["exact", "overlap"]) expect(sums(name, a, b)[0]!).toBeLessThanOrEqual(sums(`${name}Any`, a, b)[0]!);
    }));
  });

  it("does not change when the text is ten times as long, nor with the order of the marks", () => {
    fc.assert(fc.property(marks, marks, (a, b) => {
      const tenfold = (list: readonly Mark[]) => list.map(({ parts, label }) => ({ label, parts: parts.map(([start, end]) => [10 * start, 10 * end] as const) }));
      for (const name of Object.keys(MEASURES)) {
        const { value } = figure(name, tenfold(a), tenfold(b));
        if (value === null) expect(figure(name, a, b).value).toBeNull();
        else expect(value).toBeCloseTo(figure(name, a, b).value!, 12);
        expect(figure(name, [...a].reverse(), b)).toEqual(figure(name, a, b));
      }
    }));
  });

  it("matches one long mark with one of three short ones, and not more", () => {
    const words = (...places: [number, number][]) => places.map((part): Mark => ({ parts: [part], label: 0 }));
    expect(sums("overlap", words([0, 40]), words([0, 10], [12, 20], [25, 40]))).toEqual([1, 1, 3]);
    // A greedy match of the first with the first it meets would leave the second without.
    expect(sums("overlap", words([0, 10], [5, 6]), words([4, 7], [9, 12]))).toEqual([2, 2, 2]);
    expect(sums("half", words([0, 2]), words([0, 4]))).toEqual([1, 1, 1]);
    expect(sums("half", words([0, 2]), words([0, 5]))).toEqual([0, 1, 1]);
  });

  it("compares the list of parts, so that one long mark is not two parts of it", () => {
    const [one, two]: Mark[] = [{ parts: [[0, 10]], label: 0 }, { parts: [[0, 4], [4, 10]], label: 0 }];
    expect(sums("exact", [one!], [two!])[0]).toBe(0);
    expect(sums("exact", [two!], [two!])[0]).toBe(1);
    expect(sums("overlap", [one!], [two!])[0]).toBe(1);
    // The gap between two parts is nobody's.
    expect(sums("overlap", [{ parts: [[0, 2], [8, 10]], label: 0 }], [{ parts: [[3, 7]], label: 0 }])[0]).toBe(0);
  });

  it("is undefined where nobody marked anything, 0 where one did, and never 1 by default", () => {
    for (const name of Object.keys(MEASURES)) {
      expect(figure(name, [], [])).toEqual({ value: null, reason: "nothing_marked" });
      expect(figure(name, [{ parts: [[0, 5]], label: 0 }], [])).toEqual({ value: 0 });
    }
    expect(meanF1(new Float64Array(0))).toEqual({ value: null, reason: "no_shared_article" });
    expect(meanF1(new Float64Array(6))).toEqual({ value: null, reason: "nothing_marked" });
    expect(meanF1(Float64Array.of(0, 0, 0, 1, 2, 2))).toEqual({ value: 0.5 });
    expect(() => marksOf([{ parts: [[4, 4]], label: 0 }])).toThrow(RangeError);
  });
});

describe("partial credit", () => {
  const credited = (reference: readonly Mark[], response: readonly Mark[]) => {
    const sum = new Float64Array(CREDITS);
    addCredits(sum, 0, marksOf(reference), marksOf(response));
    return partialCredit(sum);
  };
  it("is 1 for the same marks, symmetric in F1, and between 0 and 1", () => {
    fc.assert(fc.property(marks, marks, (a, b) => {
      const [there, back] = [credited(a, b), credited(b, a)];
      expect(there.precision).toEqual(back.recall);
      if (there.f1.value === null) expect(a.length + b.length).toBe(0);
      else {
        expect(there.f1.value).toBeCloseTo(back.f1.value!, 12);
        expect(there.f1.value >= 0 && there.f1.value <= 1 + 1e-12).toBe(true);
      }
      if (a.length > 0) expect(credited(a, a).f1.value).toBeCloseTo(1, 12);
    }));
  });
  it("says what is undefined", () => {
    expect(credited([], [])).toEqual({ precision: { value: null, reason: "nothing_marked" }, recall: { value: null, reason: "nothing_marked" }, f1: { value: null, reason: "nothing_marked" } });
    expect(credited([{ parts: [[0, 4]], label: 0 }], []).f1).toEqual({ value: 0 });
  });
});
