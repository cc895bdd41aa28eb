import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assignLanes, overflow, VISIBLE_LANES } from "@/lib/annotations/lanes";
import type { IdRange } from "@/lib/annotations/segments";

const ranges = fc.array(fc.record({ start: fc.nat(60), length: fc.integer({ min: 1, max: 25 }) }), { maxLength: 30 }).map((list) => list.map(({ start, length }, i): IdRange => ({ id: `s${i}`, start, end: start + length })));

describe("assignLanes", () => {
  it("gives the first free lane by start, then the longer first", () => {
    const lanes = assignLanes([{ id: "short", start: 0, end: 5 }, { id: "long", start: 0, end: 20 }, { id: "later", start: 5, end: 9 }, { id: "inner", start: 6, end: 8 }]);
    expect(Object.fromEntries(lanes)).toEqual({ long: 0, short: 1, later: 1, inner: 2 });
  });

  it("keeps a mark of several parts in one lane, which nothing between them shares", () => {
    const lanes = assignLanes([{ id: "split", start: 0, end: 5 }, { id: "split", start: 20, end: 25 }, { id: "between", start: 8, end: 10 }]);
    expect(Object.fromEntries(lanes)).toEqual({ split: 0, between: 1 });
  });

  it("never gives overlapping marks the same lane, and never more lanes than marks over one place", () => {
    fc.assert(
      fc.property(ranges, (list) => {
        const lanes = assignLanes(list);
        expect(lanes.size).toBe(list.length);
        for (const a of list) for (const b of list) if (a.id < b.id && a.start < b.end && b.start < a.end) expect(lanes.get(a.id)).not.toBe(lanes.get(b.id));
        const deepest = Math.max(0, ...list.map((a) => list.filter((b) => b.start <= a.start && a.start < b.end).length));
        expect(Math.max(-1, ...lanes.values()) + 1).toBe(deepest);
      }),
    );
  });

  it("does not move a mark when one that does not touch its neighbours is added after it", () => {
    fc.assert(
      fc.property(ranges, (list) => {
        const [before, after] = [assignLanes(list), assignLanes([...list, { id: "new", start: 100, end: 120 }])];
        for (const [id, lane] of before) expect(after.get(id)).toBe(lane);
      }),
    );
  });
});

describe("overflow", () => {
  it("counts the marks beyond the lanes that are drawn", () => {
    const stack = Array.from({ length: VISIBLE_LANES + 2 }, (_, i): IdRange => ({ id: `s${i}`, start: 0, end: 10 }));
    expect(overflow(stack.map((range) => range.id), assignLanes(stack))).toBe(2);
  });
});
