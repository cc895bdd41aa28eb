import { describe, expect, test } from "vitest";
import { plotWords } from "@/components/charts/dot-plot";
import { english } from "@/components/words/english";
import { translator } from "@/components/words/words";
import { cellKey, dotPlot as plot, type DotPlotLayout, NARROW, PHONE, rowKey, targetKey, WIDE } from "@/lib/figures/dot-plot";
import type { DotEstimate, DotPlotData } from "@/lib/figures/dot-plot-data";
import { figurePaths } from "@/lib/figures/figure-paths";
import { cornersOf, type Role, type Shape } from "@/lib/figures/shape";
import { rowsOf, stanceDots, stanceValues } from "@/lib/figures/stance-rows";
import { DEFAULT_STANCE } from "@/lib/stance/choice";
import { cellOf, singleOf, tableOf } from "./stance-table.fixture";

const words = plotWords(translator("en", english, "charts"), "outlet");
const dotPlot = (data: DotPlotData, layout?: DotPlotLayout) => plot(data, words, layout);
const none: DotEstimate = { kind: "none" };
const mean = (value: number, level: "enough" | "tentative" | "not_enough", clear: "advocacy" | "critical" | null = null): DotEstimate => ({
  kind: "mean",
  value,
  interval: { low: value - 0.1, high: value + 0.1 },
  level,
  clear,
});
const plotOf = (own: DotEstimate, quoted: DotEstimate = none): DotPlotData => ({
  targets: [{ id: "mayor", name: "Mayor Varrick" }],
  groups: [{ kind: "comparable", rows: [{ id: "tern", name: "The Daily Tern", articles: 44, annotators: 4, tentative: false, cells: [{ own, quoted }] }] }],
});
const drawn = (data: DotPlotData, ...roles: Role[]): Shape[] => dotPlot(data).shapes.filter((shape) => roles.includes(shape.role));

describe("one cell of the dot plot", () => {
  test("own voice is a filled dot with a capped interval, coloured when it is clear of zero", () => {
    const shapes = drawn(plotOf(mean(-0.4, "enough", "critical")), "own", "own-interval", "own-cap");
    expect(shapes.map((shape) => [shape.kind, shape.className])).toEqual([["line", "iv crit"], ["line", "iv crit"], ["line", "iv crit"], ["circle", "d crit"]]);
  });

  test("an interval that includes zero has no hue, and neither has a tentative one", () => {
    expect(drawn(plotOf(mean(0, "enough")), "own").map((shape) => shape.className)).toEqual(["d"]);
    expect(drawn(plotOf(mean(-0.4, "tentative", "critical")), "own", "own-interval").map((shape) => shape.className)).toEqual(["iv tent", "d tent"]);
  });

  test("too few works: hollow, dotted, no caps", () => {
    expect(drawn(plotOf(mean(-0.4, "not_enough", "critical")), "own", "own-interval", "own-cap").map((shape) => shape.className)).toEqual(["iv few", "hol"]);
  });

  test("below three works the works themselves, kept apart where they would hide each other", () => {
    const shapes = drawn(plotOf({ kind: "points", values: [-1, -1] }), "point", "own-interval");
    expect(shapes.map((shape) => shape.kind)).toEqual(["circle", "circle"]);
    expect(new Set(shapes.map((shape) => (shape.kind === "circle" ? shape.cy : 0))).size).toBe(2);
  });

  test("quoted sources are a diamond below, without caps", () => {
    const [own] = drawn(plotOf(mean(-0.4, "enough"), mean(-0.5, "enough")), "own");
    const quoted = drawn(plotOf(mean(-0.4, "enough"), mean(-0.5, "enough")), "quoted", "quoted-interval");
    expect(quoted.map((shape) => [shape.kind, shape.className])).toEqual([["line", "qv"], ["diamond", "qd"]]);
    const diamond = quoted[1];
    expect(diamond?.kind === "diamond" && own?.kind === "circle" && diamond.cy > own.cy).toBe(true);
  });

  test("an end that was cut is an open arrow in place of a cap", () => {
    const cut: DotEstimate = { kind: "mean", value: -0.9, interval: { low: -1, high: -0.7, cutLow: true, cutHigh: false }, level: "enough", clear: "critical" };
    const [arrow] = drawn(plotOf(cut), "cut");
    expect(drawn(plotOf(cut), "own-cap")).toHaveLength(1);
    expect(arrow?.kind === "path" && !arrow.closed && arrow.points[1]?.[0]).toBe(204);
    const few: DotEstimate = { ...cut, level: "not_enough" };
    expect([drawn(plotOf(few), "cut").length, drawn(plotOf(few), "own-cap").length]).toEqual([1, 0]);
  });

  test("the mean drawn toward the others is a tick above the line, where there is one", () => {
    const shrunken: DotEstimate = { kind: "mean", value: -0.4, interval: { low: -0.5, high: -0.3 }, level: "enough", clear: "critical", shrunken: 0 };
    const [tick] = drawn(plotOf(shrunken), "shrunken");
    const [own] = drawn(plotOf(shrunken), "own");
    expect(tick?.kind === "line" && own?.kind === "circle" && tick.x1 === 611 && tick.y2 < own.cy - own.r).toBe(true);
    expect(drawn(plotOf(mean(-0.4, "enough")), "shrunken")).toEqual([]);
  });

  test("nothing is the word none, and no variation is said in words", () => {
    expect(drawn(plotOf(none), "none").map((shape) => shape.kind === "text" && shape.text)).toEqual(["none"]);
    const same: DotEstimate = { kind: "mean", value: -1, interval: null, level: "enough", clear: null };
    expect(drawn(plotOf(same), "none", "own-interval").map((shape) => shape.kind === "text" && shape.text)).toEqual(["no variation"]);
  });
});

describe("the whole figure", () => {
  const targets = Array.from({ length: 6 }, (_, i) => ({ id: `t${i}`, name: `Target ${i}` }));
  const many: DotPlotData = { targets, groups: [{ kind: "comparable", rows: [{ id: "a", name: "A", articles: 1, annotators: 1, tentative: false, cells: targets.map((_, i) => ({ own: mean(-0.9 + i * 0.36, "enough"), quoted: none })) }] }] };

  test("the axis runs from −1 to +1 with zero in the middle, in every panel", () => {
    const line = drawn(plotOf(none), "zero", "grid").filter((shape) => shape.kind === "line" && shape.x1 === shape.x2).map((shape) => (shape.kind === "line" ? shape.x1 : 0));
    const [low, lowHalf, highHalf, high, zero] = line;
    expect([low, high]).toEqual([204, 1018]);
    expect(zero).toBe(611);
    expect([lowHalf, highHalf]).toEqual([407.5, 814.5]);
  });

  test("judgements have an axis of their own, −2 to +2", () => {
    const judged: DotPlotData = { ...plotOf(mean(-1, "enough")), end: 2 };
    const [own] = drawn(judged, "own");
    expect(own?.kind === "circle" && own.cx).toBe(407.5);
    expect(drawn(judged, "axis").flatMap((shape) => (shape.kind === "text" ? [shape.text] : []))).toEqual(["critical", "advocacy", "−2", "0", "+2"]);
  });

  test("names, headings and cells that hold something can be opened; an empty cell cannot", () => {
    const spots = (data: DotPlotData): string[] => (dotPlot(data, WIDE).spots ?? []).map((spot) => spot.key);
    expect(spots(plotOf(mean(0, "enough")))).toEqual([targetKey("mayor"), rowKey("tern"), cellKey("tern", "mayor")]);
    expect(spots(plotOf(none))).toEqual([targetKey("mayor"), rowKey("tern")]);
    for (const spot of dotPlot(many, PHONE).spots ?? []) expect(Math.min(spot.width, spot.height)).toBeGreaterThanOrEqual(24);
  });

  test("a page draws shapes of one class with one path, in their order", () => {
    const paths = figurePaths(dotPlot(many).shapes).flatMap((one) => (one.kind === "path" ? [one] : []));
    expect(paths.map((path) => path.className).sort()).toEqual(["d", "gg adv-c", "gg crit-c", "grid", "iv", "zero"]);
    expect(paths.find((path) => path.className === "d")?.d.match(/M/gu)).toHaveLength(6);
    const circle: Shape = { kind: "circle", role: "own", className: "d", cx: 10, cy: 10, r: 4 };
    expect(figurePaths([circle, { ...circle, className: "hol" }, circle]).map((one) => one.kind === "path" && one.className)).toEqual(["d", "hol", "d"]);
    expect(figurePaths([circle])).toEqual([{ kind: "path", className: "d", d: "M6 10a4 4 0 1 0 8 0a4 4 0 1 0 -8 0Z" }]);
  });

  test.each([["wide", WIDE], ["narrow", NARROW], ["phone", PHONE]])("everything lies inside the %s figure", (_, layout) => {
    const figure = dotPlot(many, layout);
    for (const shape of figure.shapes) {
      for (const [x, y] of placesOf(shape)) {
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x).toBeLessThanOrEqual(figure.width);
        expect(y).toBeGreaterThanOrEqual(0);
        expect(y).toBeLessThanOrEqual(figure.height);
      }
    }
  });

  test("more targets than columns go below, with the names of the rows again", () => {
    const figure = dotPlot(many, WIDE);
    expect(figure.shapes.filter((shape) => shape.role === "heading")).toHaveLength(6);
    expect(figure.shapes.filter((shape) => shape.role === "row-name")).toHaveLength(2);
    expect(figure.shapes.filter((shape) => shape.role === "own")).toHaveLength(6);
  });

  test("the current cell has the one highlight", () => {
    const layout = { ...WIDE, highlight: { rowId: "a", targetId: "t5" } };
    expect(dotPlot(many, layout).shapes.filter((shape) => shape.role === "highlight")).toHaveLength(1);
    expect(dotPlot(many, WIDE).shapes.filter((shape) => shape.role === "highlight")).toHaveLength(0);
  });

  test("no targets and no rows make an empty figure, not an error", () => {
    expect(dotPlot({ targets: [], groups: [] }).shapes).toEqual([]);
  });

  test("shapes carry class names and no colour", () => {
    for (const shape of dotPlot(many).shapes) {
      expect(shape.className).toMatch(/^[a-z0-9 -]+$/);
      expect(Object.keys(shape)).not.toContain("fill");
    }
  });

  test("a diamond has four corners, a glyph three", () => {
    expect(cornersOf({ kind: "diamond", role: "quoted", className: "qd", cx: 10, cy: 10, r: 4 })).toBe("6,10 10,6 14,10 10,14");
    expect(cornersOf({ kind: "triangle", role: "axis", className: "gg", cx: 10, cy: 10, r: 4, points: "down" })).toBe("6,6 14,6 10,14");
  });
});

describe("from a stance table", () => {
  const spread = (n: number) => Array.from({ length: n }, (_, i) => (i % 2 ? -0.6 : -0.2));
  const cells = [cellOf("tern", "mayor", spread(20)), cellOf("quay", "mayor", spread(7)), cellOf("marsh", "mayor", spread(4)), cellOf("bank", "mayor", [-0.5, 0.2]), cellOf("tern", "port", [0.1, 0.2]), cellOf("quay", "port", spread(3))];
  const table = tableOf(cells, [singleOf("w", "mayor", "A page from nowhere", -1)]);
  const data = stanceDots(table);

  test("what cannot be compared stands in its own group, and single works in theirs, by name", () => {
    expect(data.groups.map((group) => [group.kind, group.rows.map((one) => one.name)])).toEqual([
      ["comparable", ["The quay", "The tern"]],
      ["not_enough", ["The bank", "The marsh"]],
      ["single", ["A page from nowhere"]],
    ]);
  });

  test("the table of a target groups by what can be said toward it, and leaves out who does not address it", () => {
    expect(stanceValues(table, "port").map((group) => [group.kind, group.rows.map((one) => one.name)])).toEqual([["not_enough", ["The quay", "The tern"]]]);
    expect(stanceValues(table, "mayor").flatMap((group) => group.rows).map((one) => one.level)).toEqual(["tentative", "enough", "not_enough", "not_enough", "single"]);
  });

  test("a page of rows holds these rows alone, in figure and table", () => {
    const page = rowsOf(table).slice(1, 3);
    expect(stanceDots(table, page).groups.flatMap((group) => group.rows.map((one) => one.name))).toEqual(["The tern", "The bank"]);
    expect(stanceValues(table, "mayor", page).flatMap((group) => group.rows).map((one) => one.name)).toEqual(["The tern", "The bank"]);
  });

  test("each row says what it rests on", () => {
    expect(data.groups[0]?.rows.map(words.note)).toEqual(["7 articles, 2 annotators · tentative", "20 articles, 2 annotators"]);
  });

  test("each cell has the form that its works allow", () => {
    const forms = data.groups.flatMap((group) => group.rows.map((one) => one.cells[0]?.own)).map((own) => (own?.kind === "mean" ? own.level : own?.kind));
    expect(forms).toEqual(["tentative", "enough", "points", "not_enough", "points"]);
    expect(data.groups[1]?.rows[0]?.cells[1]?.own.kind).toBe("none");
  });

  test("hue follows the interval, and judgements have the axis of judgements", () => {
    const tern = data.groups[0]?.rows[1]?.cells[0]?.own;
    expect(tern?.kind === "mean" && tern.clear).toBe("critical");
    const judged = { ...DEFAULT_STANCE, measured: "judgements" } as const;
    expect([data.end, stanceDots(tableOf([cellOf("tern", "mayor", [-2, 1, 2], judged)], [], judged)).end]).toEqual([1, 2]);
  });
});

function placesOf(shape: Shape): [number, number][] {
  switch (shape.kind) {
    case "line":
      return [[shape.x1, shape.y1], [shape.x2, shape.y2]];
    case "rect":
      return [[shape.x, shape.y], [shape.x + shape.width, shape.y + shape.height]];
    case "text":
      return [[shape.x, shape.y]];
    case "path":
      return shape.points.map(([x, y]) => [x, y]);
    default:
      return [[shape.cx - shape.r, shape.cy - shape.r], [shape.cx + shape.r, shape.cy + shape.r]];
  }
}
