import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { axisOf, axisStart, estimateShapes, ticksOf } from "@/lib/figures/agreement-axis";
import { agreementBars, bareBar } from "@/lib/figures/agreement-bars";
import { agreementConfusion, shareInk } from "@/lib/figures/agreement-confusion";
import { agreementHeatMap, inkOf, letterOf } from "@/lib/figures/agreement-heat-map";
import { agreementLines, lineMark, ROW_WIDTH, startOf } from "@/lib/figures/agreement-lines";
import { agreementWeeks } from "@/lib/figures/agreement-weeks";
import type { Figure, Shape } from "@/lib/figures/shape";
import { line, pair, undefinedLine, week } from "./agreement.fixture";

const number = (value: number): string => value.toFixed(2);
const lineWords = { crowd: "crowd", novice: "novice", trained: "trained", weekly: "weekly", number, tick: String, range: (low: number, high: number) => `${number(low)} to ${number(high)}`, name: (one: { name: string | null; key: string }) => one.name ?? one.key, basis: () => "basis", undefined: () => "undefined: no variation" };
const of = <K extends Shape["kind"]>(figure: Figure, kind: K): Extract<Shape, { kind: K }>[] => figure.shapes.filter((shape): shape is Extract<Shape, { kind: K }> => shape.kind === kind);
const texts = (figure: Figure): string[] => of(figure, "text").map((shape) => shape.text);
const value = fc.double({ min: -1, max: 1, noNaN: true });

describe("the axis of agreement", () => {
  it("begins at 0 unless something lies below, and then at a fifth that holds it", () => {
    expect(axisStart([{ value: 0.4, low: 0.1, high: 0.6 }])).toBe(0);
    expect(axisStart([{ value: 0.4, low: -0.01, high: 0.6 }])).toBe(-0.2);
    expect(axisStart([{ value: -0.9, low: -1.3, high: 0 }])).toBe(-1);
    expect(axisStart([{ value: null, low: null, high: null }])).toBe(0);
    fc.assert(fc.property(value, (low) => axisStart([{ value: low, low, high: 1 }]) <= low && axisStart([{ value: low, low, high: 1 }]) >= Math.min(0, low) - 0.21));
  });

  it("places values in proportion, and keeps what lies beyond at its ends", () => {
    const axis = axisOf(-0.2, 8, 240);
    expect([-0.2, 0, 0.4, 1, 2, -1].map(axis.x)).toEqual([8, 48, 128, 248, 248, 8]);
    expect(ticksOf(axis)).toEqual([-0.2, 0, 0.2, 0.4, 0.6, 0.8, 1]);
    expect(ticksOf(axisOf(-1, 0, 100))).toEqual([-0.8, -0.4, 0, 0.4, 0.8]);
  });

  it("draws a dot between capped ends, no cap where the interval goes on, and nothing where it is undefined", () => {
    const axis = axisOf(0, 0, 100);
    const [bar, low, high, dot] = estimateShapes({ value: 0.5, low: 0.4, high: 0.7 }, axis, 10);
    expect([bar, low, high]).toMatchObject([{ x1: 40, x2: 70 }, { x1: 40, x2: 40 }, { x1: 70, x2: 70 }]);
    expect(dot).toMatchObject({ kind: "circle", cx: 50, cy: 10 });
    expect(estimateShapes({ value: 0.5, low: 0.4, high: 1.2 }, axis, 10)).toHaveLength(3);
    expect(estimateShapes({ value: 0.5, low: null, high: null }, axis, 10)).toHaveLength(1);
    expect(estimateShapes({ value: null, low: null, high: null }, axis, 10)).toEqual([]);
  });
});

describe("lines of agreement", () => {
  it("stand on grey bands of what others have reached", () => {
    const bands = of(lineMark(line(), 0), "rect");
    const x = axisOf(0, 8, ROW_WIDTH - 16).x;
    expect(bands.map((band) => [band.x, band.x + band.width])).toEqual([[x(0), x(0.1)], [x(0.2), x(0.4)], [x(0.4), x(0.6)]].map(([a, b]) => [expect.closeTo(a!, 1), expect.closeTo(b!, 1)]));
    expect(of(lineMark(line(), 0), "line").find((shape) => shape.className === "ag-ref")?.x1).toBe(x(0.75));
  });

  it("have bands for alpha and kappa alone, in which those were told", () => {
    for (const coefficient of ["f1_exact", "percent_items", "ac1", "ac2_quadratic"] as const) expect(of(lineMark(line({ coefficient }), 0), "rect")).toEqual([]);
    expect(of(lineMark(line({ coefficient: "cohen_kappa" }), 0), "rect")).toHaveLength(3);
  });

  it("say the figure and its interval in numbers, and an undefined one in words without a dot", () => {
    const figure = agreementLines([line({ name: "Framing" }), undefinedLine()], lineWords);
    expect(texts(figure)).toEqual(expect.arrayContaining(["Framing", "0.46, 0.39 to 0.52", "basis", "Irony", "undefined: no variation"]));
    expect(of(figure, "circle")).toHaveLength(1);
  });

  it("share an axis, and stay inside their picture", () => {
    fc.assert(fc.property(fc.array(fc.tuple(value, fc.double({ min: 0, max: 0.9, noNaN: true })), { minLength: 1, maxLength: 6 }), (given) => {
      const lines = given.map(([middle, half]) => line({ figure: { value: middle }, interval: { value: { low: middle - half, high: middle + half, documents: 30 } } }));
      for (const one of lines) for (const shape of lineMark(one, startOf(lines)).shapes) if (shape.kind === "line") expect(Math.min(shape.x1, shape.x2) >= 0 && Math.max(shape.x1, shape.x2) <= ROW_WIDTH).toBe(true);
    }));
  });
});

describe("the map of pairs", () => {
  const people = ["a", "b", "c"].map((id) => ({ id, name: id.toUpperCase() }));
  const words = { number, below: "under 0.30", above: "0.60 and over" };

  it("shows each pair twice with its number, nobody against themselves, and a dash where nothing is shared", () => {
    const figure = agreementHeatMap(people, [pair("a", "b", 0.58), pair("c", "a", null, 0)], words);
    const cells = of(figure, "rect").filter((shape) => shape.role === "cell");
    expect(cells).toHaveLength(6);
    expect(texts(figure).filter((text) => text === "0.58")).toHaveLength(2);
    expect(texts(figure).filter((text) => text === "·")).toHaveLength(3);
    expect(texts(figure).filter((text) => text === "–")).toHaveLength(4);
  });

  it("is darker the better two agree, and dashed below 20 shared articles whatever they reach", () => {
    expect([-1, 0.29, 0.3, 0.45, 0.5, 0.6, 1].map(inkOf)).toEqual(["h0", "h0", "h1", "h2", "h3", "h5", "h5"]);
    const inks = (articles: number) => of(agreementHeatMap(people.slice(0, 2), [pair("a", "b", 0.7, articles)], words), "rect").filter((shape) => shape.role === "cell").map((shape) => shape.className);
    expect(inks(20)).toEqual(["ag-h h5", "ag-h h5"]);
    expect(inks(19)).toEqual(["ag-h thin", "ag-h thin"]);
  });

  it("fits its width with a hundred people, without numbers then", () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 40 }), (n, letters) => {
      const many = Array.from({ length: n }, (_, i) => ({ id: String(i), name: "x".repeat(letters) }));
      const figure = agreementHeatMap(many, [], words);
      for (const shape of of(figure, "rect")) expect(shape.x >= 0 && shape.x + shape.width <= figure.width + 0.01 && shape.y + shape.height <= figure.height).toBe(true);
    }), { numRuns: 20 });
    expect(["·", "–"].map((sign) => texts(agreementHeatMap(Array.from({ length: 60 }, (_, i) => ({ id: String(i), name: "N" })), [], words)).filter((text) => text === sign).length)).toEqual([60, 0]);
  });

  it("has letters for any number of people, each its own", () => {
    expect([0, 25, 26, 27, 701, 702].map(letterOf)).toEqual(["A", "Z", "AA", "AB", "ZZ", "AAA"]);
  });
});

describe("week by week", () => {
  const words = { number, tick: number, week: (monday: string) => monday.slice(5) };
  const weeks = [week("2026-09-07", 0.3), week("2026-09-14", 0.34), week("2026-09-21", null), week("2026-10-05", 0.41, null)];

  it("keeps the place of a week without a figure, and no line leads over it", () => {
    const figure = agreementWeeks(weeks, words);
    const [first, second, third] = of(figure, "circle");
    expect(of(figure, "circle")).toHaveLength(3);
    expect(third!.cx - second!.cx).toBeCloseTo(3 * (second!.cx - first!.cx), 0);
    expect(of(figure, "path").filter((path) => !path.closed).map((path) => path.points.length)).toEqual([2]);
    expect(texts(figure)).toContain("0.41");
  });

  it("has a band only where two weeks in a row have an interval; a week by itself has a bar", () => {
    expect(of(agreementWeeks(weeks, words), "path").filter((path) => path.closed)).toHaveLength(1);
    const alone = agreementWeeks([week("2026-09-07", 0.3)], words);
    expect(of(alone, "path")).toEqual([]);
    expect(of(alone, "line").filter((shape) => shape.role === "interval")).toHaveLength(1);
    expect(agreementWeeks([], words).shapes.every((shape) => shape.role !== "value")).toBe(true);
  });

  it("holds every week inside the plot", () => {
    fc.assert(fc.property(fc.array(fc.tuple(value, fc.double({ min: 0, max: 1, noNaN: true })), { maxLength: 80 }), (given) => {
      const figure = agreementWeeks(given.map(([middle, half], i) => week(new Date(Date.UTC(2026, 0, 5 + 7 * i)).toISOString().slice(0, 10), middle, half)), words);
      for (const dot of of(figure, "circle")) expect(dot.cx >= 0 && dot.cx <= figure.width && dot.cy >= 0 && dot.cy <= figure.height).toBe(true);
    }), { numRuns: 30 });
  });
});

describe("bars and tables of what differs", () => {
  it("are as long as their share of the longest, and seen however small", () => {
    expect(bareBar(1, 2, 200).shapes).toMatchObject([{ width: 100 }]);
    expect(bareBar(1, 100_000, 200).shapes).toMatchObject([{ width: 2 }]);
    expect(bareBar(0, 5).shapes).toEqual([]);
    expect(bareBar(0, 0).shapes).toEqual([]);
    expect(of(agreementBars([{ name: "a", amount: 4, written: "4", note: "" }, { name: "b", amount: 2, written: "2", note: "" }]), "rect").map((shape) => shape.width)).toEqual([240, 120]);
  });

  it("show every count, darker the larger its share of the row, the diagonal framed", () => {
    const figure = agreementConfusion({ values: ["x", "y"].map((key) => ({ key, name: null })), counts: [[9, 1], [1, 0]] }, { name: (one) => one.key, count: String });
    expect(of(figure, "rect").map((shape) => shape.className)).toEqual(["ag-h h5 same", "ag-h h1", "ag-h h5", "ag-h h0 same"]);
    expect(texts(figure)).toEqual(["x", "x", "9", "1", "y", "y", "1", "0"]);
    expect([0, 0.05, 0.15, 0.3, 0.6].map(shareInk)).toEqual(["h0", "h1", "h2", "h3", "h5"]);
  });
});
