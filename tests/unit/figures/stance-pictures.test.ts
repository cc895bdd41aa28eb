import { describe, expect, it } from "vitest";
import { figureSvg } from "@/lib/exchange/svg";
import type { Figure, Shape } from "@/lib/figures/shape";
import { legendShapes, PICTURE_NARROW, PICTURE_PHONE, PICTURE_WIDE, wrapped } from "@/lib/figures/picture-layout";
import { axisRows } from "@/lib/figures/stance-axis-rows";
import { type BarsRow, stanceBars } from "@/lib/figures/stance-bars";
import { inkFor, stanceHeat } from "@/lib/figures/stance-heat";
import { stanceTime } from "@/lib/figures/stance-time";
import { SIGN_SCALE } from "@/lib/stance/estimate";
import { timePicture } from "@/lib/stance/pictures/time";
import { observed, OUTLETS } from "@/tests/unit/stance/pictures/observed.fixture";

const LAYOUTS = [PICTURE_WIDE, PICTURE_NARROW, PICTURE_PHONE];
const LONG = "The Northlode Port Authority and Harbour Master's Evening Gazette";
const words = { count: String, none: "no marks", axis: "marks", heads: { critical: "Critical", neutral: "Neutral", advocacy: "Advocacy" }, end: "Lean" };
const texts = (figure: Figure): string[] => figure.shapes.flatMap((shape) => (shape.kind === "text" ? [shape.text] : []));
const of = <Kind extends Shape["kind"]>(figure: Figure, kind: Kind) => figure.shapes.filter((shape): shape is Extract<Shape, { kind: Kind }> => shape.kind === kind);

/** No shape leaves the drawing, no text is empty, and every class has a style in a file. */
function expectSound(figure: Figure): void {
  for (const shape of figure.shapes) {
    const [xs, ys] = shape.kind === "line" ? [[shape.x1, shape.x2], [shape.y1, shape.y2]] : shape.kind === "rect" ? [[shape.x, shape.x + shape.width], [shape.y, shape.y + shape.height]] : shape.kind === "text" ? [[shape.x], [shape.y]] : shape.kind === "path" ? [[], []] : [[shape.cx], [shape.cy]];
    expect([Math.min(0, ...xs), Math.max(figure.width, ...xs), Math.min(0, ...ys), Math.max(figure.height, ...ys)], JSON.stringify(shape)).toEqual([0, figure.width, 0, figure.height]);
    if (shape.kind === "text") expect(shape.text).not.toBe("");
  }
  for (const spot of figure.spots ?? []) expect([spot.x >= 0, spot.x + spot.width <= figure.width + 0.01, spot.y >= 0, spot.y + spot.height <= figure.height]).toEqual([true, true, true, true]);
  expect(figureSvg(figure, { title: "T", description: "D", foot: [], facts: [] })).toContain("</svg>");
}

describe("bars of counts", () => {
  const counts = (advocacy: number, neutral: number, critical: number) => ({ advocacy, neutral, critical });
  const rows: BarsRow[] = [
    { kind: "group", name: LONG, note: "12 works" },
    { kind: "row", key: "tern", name: LONG, note: "12 works", bars: [{ label: "own", counts: counts(10, 30, 60), end: "−0.50" }, { label: "quoted", counts: counts(0, 0, 0), end: "" }] },
    { kind: "row", key: "quay", name: "Quay", note: "1 work", bars: [{ label: "own", counts: counts(0, 50, 0), end: "0.00" }, { label: "quoted", counts: counts(1, 0, 0), end: "" }] },
  ];

  it("gives every bar one scale, so that a length tells how much was marked", () => {
    const lengths = LAYOUTS.map((layout) => {
      const figure = stanceBars(rows, words, layout);
      expectSound(figure);
      const bars = of(figure, "line").filter((line) => line.role === "share");
      return bars.filter((line) => line.y1 === bars[0]?.y1).reduce((sum, line) => sum + line.x2 - line.x1, 2) / (bars.find((line) => line.className === "cb neu" && line.y1 !== bars[0]?.y1)!.x2 - bars.find((line) => line.className === "cb neu" && line.y1 !== bars[0]?.y1)!.x1);
    });
    for (const ratio of lengths) expect(ratio).toBeCloseTo(2, 1);
  });

  it("writes all three numbers with their glyphs, and a word where nothing is marked", () => {
    const figure = stanceBars(rows, words, PICTURE_WIDE);
    expect(texts(figure)).toEqual(expect.arrayContaining(["60", "30", "10", "no marks", "−0.50", "100 marks"]));
    expect(of(figure, "triangle").map((shape) => shape.points)).toEqual(Array.from({ length: 4 }, () => ["down", "up"]).flat());
    expect(figure.spots?.map((spot) => spot.key)).toEqual(["tern", "quay"]);
  });
});

describe("rows on axes", () => {
  const mean = { kind: "mean", value: 0.5, interval: { low: 0.2, high: 0.8 }, level: "enough", clear: "advocacy" } as const;
  const panels = [{ heading: "Hidden and shown", low: -1, high: 1, left: "critical", right: "advocacy" }, { heading: "Difference", low: -2, high: 2, left: "critical", right: "advocacy" }];
  const rows = [{ kind: "group" as const, name: "News" }, { kind: "row" as const, key: "tern", name: LONG, note: "12 works", panels: [[{ as: "first" as const, estimate: mean }, { as: "second" as const, estimate: { kind: "points" as const, values: [-1] } }], [{ as: "first" as const, estimate: { kind: "none" as const } }]] }];

  it("puts a value on the axis of its own panel, panels below each other where they do not fit", () => {
    for (const layout of LAYOUTS) {
      const figure = axisRows(panels, rows, [], { none: "none", noVariation: "no variation" }, layout);
      expectSound(figure);
      const [dot] = of(figure, "circle").filter((circle) => circle.className === "d adv");
      const zeros = of(figure, "line").filter((line) => line.role === "zero");
      const ends = of(figure, "line").filter((line) => line.role === "grid" && line.x1 === line.x2).map((line) => line.x1);
      const first = ends.filter((x) => x > zeros[0]!.x1).sort((a, b) => a - b);
      expect(dot!.cx).toBeCloseTo(first[0]!, 1);
      expect(zeros).toHaveLength(2);
      expect(figure.spots).toHaveLength(layout.columns === 1 ? 2 : 1);
    }
  });
});

describe("the heat map", () => {
  it("has a number in every cell, a dashed edge where there is too little, and puts columns that do not fit below", () => {
    const cell = (text: string, thin = false) => ({ text, ink: inkFor(0.7, [0.1, 0.2, 0.4, 0.6]), thin, glyph: "up" as const, key: text });
    const columns = Array.from({ length: 9 }, (_, i) => ({ name: `${LONG} ${i}`, note: "12 works" }));
    const rows = [{ kind: "group" as const, name: "Technique" }, { kind: "row" as const, name: LONG, note: "", cells: [...Array.from({ length: 8 }, (_, i) => cell(`${i} %`, i === 3)), null] }];
    for (const layout of LAYOUTS) {
      const figure = stanceHeat(columns, rows, { below: "under 10 %", above: "60 % and over", thin: "fewer than 5 works" }, layout);
      expectSound(figure);
      expect(of(figure, "rect").filter((rect) => rect.role === "cell").map((rect) => rect.className)).toEqual(Array.from({ length: 8 }, (_, i) => (i === 3 ? "ag-h thin" : "ag-h h5")));
      expect(texts(figure)).toEqual(expect.arrayContaining(["0 %", "7 %", "·", "under 10 %"]));
    }
    expect([0, 0.05, 0.1, 0.25, 0.4, 1].map((value) => inkFor(value, [0.1, 0.2, 0.4, 0.6]))).toEqual(["h0", "h0", "h1", "h2", "h3", "h5"]);
  });
});

describe("the plot over time", () => {
  it("has a ring for each work, a mean from three works, its number below, and no line over a gap", () => {
    const days = new Map([["a", "2026-03-23"], ["b", "2026-03-24"], ["c", "2026-03-29"], ["d", "2026-03-30"], ["e", "2026-03-31"], ["f", "2026-04-01"], ["g", "2026-05-04"], ["h", "2026-05-05"], ["i", "2026-05-06"]]);
    const rows = observed("tern", ...[...days.keys()].map((id, i) => `${id} ${id} ann ${i % 3 === 0 ? -1 : 1}`));
    const picture = timePicture(rows, days, OUTLETS, SIGN_SCALE).value!;
    for (const layout of LAYOUTS) {
      const figure = stanceTime(picture, [], { critical: "critical", advocacy: "advocacy", bucket: (start) => start, count: String, note: () => "9 works", works: "works" }, 1, layout);
      expectSound(figure);
      expect(of(figure, "circle").filter((circle) => circle.className === "sp-pt")).toHaveLength(9);
      expect(of(figure, "circle").filter((circle) => circle.role === "own")).toHaveLength(3);
      expect(of(figure, "line").filter((line) => line.className === "sp-line")).toHaveLength(1);
      expect(figure.spots?.map((spot) => spot.key)).toEqual(["tern 2026-03-23", "tern 2026-03-30", "tern 2026-05-04"]);
    }
  });
});

describe("what stands around figures", () => {
  it("breaks names at blanks and cuts what is left", () => {
    expect(wrapped("Quay Standard", 60, 12, 3)).toEqual(["Quay", "Standard"]);
    expect(wrapped(LONG, 80, 12, 2)).toEqual(["The", expect.stringMatching(/…$/)]);
  });

  it("lays a legend in lines that fit", () => {
    const item = { text: "quoted sources", shapes: () => [] };
    const { shapes, height } = legendShapes(Array.from({ length: 5 }, () => item), 342);
    expect(new Set(shapes.map((shape) => (shape.kind === "text" ? shape.y : 0))).size).toBe(3);
    expect(height).toBe(3 * 18 + 6);
  });
});
