import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { byStartThenLength, type IdRange, sweep } from "@/lib/annotations/segments";

const ranges = fc.array(fc.record({ start: fc.nat(60), length: fc.nat(25) }), { maxLength: 30 }).map((list) => list.map(({ start, length }, i): IdRange => ({ id: `s${i}`, start, end: start + length })));

describe("sweep", () => {
  it("cuts where marks begin and end, and keeps their order", () => {
    expect(sweep([{ id: "b", start: 13, end: 30 }, { id: "a", start: 5, end: 20 }, { id: "c", start: 5, end: 8 }])).toEqual([
      { start: 5, end: 8, ids: ["a", "c"] },
      { start: 8, end: 13, ids: ["a"] },
      { start: 13, end: 20, ids: ["a", "b"] },
      { start: 20, end: 30, ids: ["b"] },
    ]);
  });

  it("orders identical ranges by id, and puts nothing under a range without length", () => {
    expect(sweep([{ id: "z", start: 0, end: 4 }, { id: "a", start: 0, end: 4 }, { id: "n", start: 2, end: 2 }])).toEqual([{ start: 0, end: 4, ids: ["a", "z"] }]);
  });

  it("names a mark once where two of its parts touch or overlap", () => {
    expect(sweep([{ id: "a", start: 0, end: 4 }, { id: "a", start: 4, end: 6 }, { id: "a", start: 5, end: 9 }])).toEqual([{ start: 0, end: 9, ids: ["a"] }]);
  });

  it("partitions exactly the union, with exactly the right ids over each place", () => {
    fc.assert(
      fc.property(ranges, (list) => {
        const segments = sweep(list);
        let before = 0;
        for (const segment of segments) {
          expect(segment.start).toBeGreaterThanOrEqual(before);
          expect(segment.end).toBeGreaterThan(segment.start);
          before = segment.end;
        }
        for (let at = 0; at < 90; at++) {
          const over = list.filter((range) => range.start <= at && at < range.end).sort(byStartThenLength).map((range) => range.id);
          const found = segments.filter((segment) => segment.start <= at && at < segment.end);
          expect(found.length).toBe(over.length > 0 ? 1 : 0);
          expect(found.flatMap((segment) => segment.ids)).toEqual(over);
        }
      }),
    );
  });

  it("does not depend on the order of the input, and leaves the input alone", () => {
    fc.assert(
      fc.property(ranges, (list) => {
        const copy = structuredClone(list);
        expect(sweep([...list].reverse())).toEqual(sweep(list));
        expect(list).toEqual(copy);
      }),
    );
  });
});
