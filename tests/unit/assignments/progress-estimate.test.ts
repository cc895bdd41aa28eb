import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { estimateFinish, paceOf, type DayCount } from "@/lib/assignments/progress-estimate";

const day = (n: number): string => new Date(Date.UTC(2026, 10, 1) + n * 86_400_000).toISOString().slice(0, 10);
const days = (...counts: [number, number][]): DayCount[] => counts.map(([n, submitted]) => ({ day: day(n), submitted }));

describe("the estimated finish", () => {
  it("goes on as the days with activity went, pauses between them included", () => {
    // Ten in five days, of which two had any: two a day.
    expect(estimateFinish(days([0, 5], [4, 5]), { all: 30, open: 20 }, day(4))).toEqual({ day: day(14), pace: 5, activeDays: 2, since: day(0), reason: null });
    // The same, looked at ten days later: less than one a day.
    expect(estimateFinish(days([0, 5], [4, 5]), { all: 30, open: 20 }, day(14))).toMatchObject({ day: day(44) });
  });

  it("looks at the newest 14 days with activity alone", () => {
    const slow = Array.from({ length: 20 }, (_, n): [number, number] => [n, 1]);
    const fast = Array.from({ length: 14 }, (_, n): [number, number] => [20 + n, 10]);
    expect(estimateFinish(days(...slow, ...fast), { all: 300, open: 100 }, day(33))).toEqual({ day: day(43), pace: 10, activeDays: 14, since: day(20), reason: null });
  });

  it("says why there is no day", () => {
    expect(estimateFinish([], { all: 0, open: 0 }, day(0))).toEqual({ day: null, reason: "nothing_assigned" });
    expect(estimateFinish(days([0, 9]), { all: 9, open: 0 }, day(0))).toEqual({ day: null, reason: "done" });
    expect(estimateFinish([], { all: 9, open: 9 }, day(0))).toEqual({ day: null, reason: "too_few" });
    expect(estimateFinish(days([0, 4]), { all: 9, open: 5 }, day(0))).toEqual({ day: null, reason: "too_few" });
    expect(estimateFinish(days([0, 5]), { all: 9, open: 4 }, day(31))).toEqual({ day: null, reason: "paused" });
    expect(estimateFinish(days([0, 5]), { all: 9, open: 4 }, day(400))).toEqual({ day: null, reason: "paused" });
    expect(estimateFinish(days([0, 5]), { all: 99_999, open: 99_994 }, day(20))).toEqual({ day: null, reason: "too_far" });
  });

  it("does not believe a clock that stood in another year, behind or ahead", () => {
    const ahead = [{ day: "2039-01-01", submitted: 7 }];
    expect(estimateFinish(ahead, { all: 20, open: 13 }, day(0))).toEqual({ day: null, reason: "clock" });
    expect(estimateFinish([...ahead, ...days([0, 6])], { all: 30, open: 12 }, day(0))).toMatchObject({ day: day(2), pace: 6 });
    expect(estimateFinish([{ day: "1970-01-01", submitted: 3 }, ...days([0, 6])], { all: 30, open: 12 }, day(0))).toMatchObject({ day: day(2), pace: 6 });
  });

  it("is after today and within ten years, or null with a reason, whatever the days and the clock", () => {
    const anyDay = fc.oneof(fc.integer({ min: -40, max: 40 }), fc.integer({ min: -60_000, max: 60_000 })).map(day);
    const counts = fc.array(fc.record({ day: anyDay, submitted: fc.integer({ min: -2, max: 5_000 }) }), { maxLength: 80 });
    fc.assert(
      fc.property(counts, fc.nat(1_000_000), fc.nat(1_000_000), anyDay, (some, all, open, today) => {
        const found = estimateFinish(some, { all, open: Math.min(open, all) }, today);
        if (found.day === null) {
          expect(found.reason).toMatch(/^[a-z_]+$/u);
          return;
        }
        expect(found.reason).toBeNull();
        const left = (Date.parse(found.day) - Date.parse(today)) / 86_400_000;
        expect(left).toBeGreaterThanOrEqual(1);
        expect(left).toBeLessThanOrEqual(3650);
        expect(found.pace).toBeGreaterThan(0);
        expect(found.activeDays).toBeLessThanOrEqual(14);
      }),
    );
  });
});

describe("a pace", () => {
  it("is what one day with activity brings, after five submissions", () => {
    expect(paceOf(days([0, 2], [9, 2]), day(9))).toBeNull();
    expect(paceOf(days([0, 2], [5, 0], [9, 4]), day(9))).toBe(3);
    expect(paceOf([{ day: "2039-01-01", submitted: 50 }], day(9))).toBeNull();
  });
});
