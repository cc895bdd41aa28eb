import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { boundarySimilarity } from "@/lib/agreement/boundaries/boundary-similarity";

const sizes = fc.array(fc.boolean(), { minLength: 11, maxLength: 11 }).map((cuts) => {
  const list = [1];
  for (const cut of cuts) if (cut) list.push(1);
  else list[list.length - 1]! += 1;
  return list;
});

describe("boundary similarity", () => {
  it("counts a near miss half", () => {
    expect(boundarySimilarity([2, 3, 6], [2, 2, 7])).toEqual({ b: { value: 0.75 }, s: { value: 0.95 } });
    expect(boundarySimilarity([2, 3, 6], [5, 6])).toEqual({ b: { value: 0.5 }, s: { value: 0.9 } });
    expect(boundarySimilarity([1, 4], [3, 2], 3).b.value).toBeCloseTo(1 - 2 / 3, 12);
  });
  it("is symmetric, 1 for the same, and lies between 0 and 1", () => {
    fc.assert(fc.property(sizes, sizes, (a, b) => {
      const [there, back] = [boundarySimilarity(a, b), boundarySimilarity(b, a)];
      expect(there.b.value).toBeCloseTo(back.b.value!, 12);
      expect(there.b.value! >= 0 && there.b.value! <= 1 && there.s.value! >= 0).toBe(true);
      expect(boundarySimilarity(a, a)).toEqual({ b: { value: 1 }, s: { value: 1 } });
    }));
  });
  it("is undefined where there is no place to cut, and refuses two texts", () => {
    expect(boundarySimilarity([1], [1]).b).toEqual({ value: null, reason: "no_variation" });
    expect(() => boundarySimilarity([3], [4])).toThrow(RangeError);
  });
});
