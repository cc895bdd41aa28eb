import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { axisEnd, dayBars, DAYS_PHONE, DAYS_WIDE, isCalendar, type DayValue } from "@/lib/figures/day-bars";
import { stateBar } from "@/lib/figures/state-bar";
import type { Shape } from "@/lib/figures/shape";

const work = (submitted: number, returned: number, inProgress: number, assigned: number) => ({ submitted, returned, inProgress, assigned });
const ends = (shape: Shape): [number, number] => (shape.kind === "line" ? [shape.x1, shape.x2] : shape.kind === "rect" ? [shape.x, shape.x + shape.width] : [0, 0]);

describe("the bar of states", () => {
  it("has a part for each state that is there, from submitted to not begun, and none without work", () => {
    expect(stateBar(work(3, 1, 2, 4), 10).shapes.map((shape) => shape.className)).toEqual(["sb sub", "sb ret", "sb prog", "sb todo"]);
    expect(stateBar(work(3, 0, 0, 4), 10).shapes.map((shape) => shape.className)).toEqual(["sb sub", "sb todo"]);
    expect(stateBar(work(0, 0, 0, 0), 10).shapes).toEqual([]);
    expect(stateBar(work(0, 0, 0, 0), 0).shapes).toEqual([]);
  });

  it("is as long as its share of the most work, in parts that follow each other within its width", () => {
    const n = fc.nat(5_000);
    fc.assert(
      fc.property(n, n, n, n, n, (a, b, c, d, more) => {
        const all = a + b + c + d;
        const { shapes, width } = stateBar(work(a, b, c, d), all + more);
        const places = shapes.map(ends);
        for (const [start, end] of places) expect(end).toBeGreaterThan(start);
        places.slice(1).forEach(([start], i) => expect(start).toBeGreaterThanOrEqual(places[i]![1] - 0.02));
        expect(places.at(-1)?.[1] ?? 0).toBeLessThanOrEqual(width + 0.02);
      }),
    );
  });
});

const day = (n: number, submitted: number): DayValue => ({ day: new Date(Date.UTC(2026, 8, 1) + n * 86_400_000).toISOString().slice(0, 10), submitted });
const words = { day: (date: string) => date.slice(5), number: String };
const bars = (days: DayValue[], layout = DAYS_WIDE) => dayBars(days, words, layout).shapes.filter((shape) => shape.className === "db") as Extract<Shape, { kind: "rect" }>[];

describe("the bars of days", () => {
  it("keep the place of days without a submission within four months, and leave them out over a longer time", () => {
    const [first, second, third] = bars([day(0, 1), day(1, 2), day(9, 3)]);
    expect(third!.x - second!.x).toBeCloseTo(8 * (second!.x - first!.x), 0);
    expect(second!.height).toBeCloseTo(2 * first!.height, 0);
    const long = [day(0, 1), day(1, 1), day(300, 1)];
    expect(isCalendar(long)).toBe(false);
    const [a, b, c] = bars(long);
    expect(c!.x - b!.x).toBeCloseTo(b!.x - a!.x, 1);
  });

  it("end their scale at a round even number that reaches the largest", () => {
    expect([0, 1, 2, 3, 7, 10, 11, 99, 101, 4321].map(axisEnd)).toEqual([2, 2, 2, 4, 8, 10, 20, 100, 200, 5000]);
    fc.assert(fc.property(fc.integer({ min: 0, max: 1_000_000 }), (most) => { expect(axisEnd(most)).toBeGreaterThanOrEqual(most); expect(Number.isInteger(axisEnd(most) / 2)).toBe(true); expect(axisEnd(most)).toBeLessThanOrEqual(Math.max(2, most * 2)); }));
  });

  it("stay within the figure, and name days that do not overlap", () => {
    const some = fc.uniqueArray(fc.nat(400), { maxLength: 60 }).map((days) => days.sort((a, b) => a - b));
    fc.assert(
      fc.property(some, fc.constantFrom(DAYS_WIDE, DAYS_PHONE), (numbers, layout) => {
        const figure = dayBars(numbers.map((n) => day(n, (n % 9) + 1)), words, layout);
        for (const bar of figure.shapes) if (bar.kind === "rect") { expect(bar.x).toBeGreaterThanOrEqual(0); expect(bar.x + bar.width).toBeLessThanOrEqual(layout.width); expect(bar.y).toBeGreaterThanOrEqual(0); }
        const names = figure.shapes.flatMap((shape) => (shape.kind === "text" && shape.className === "ax m" ? [shape.x] : []));
        names.slice(1).forEach((x, i) => expect(x - names[i]!).toBeGreaterThan(36));
      }),
    );
  });

  it("are none without a submission", () => {
    expect(bars([])).toEqual([]);
  });
});
