import { describe, expect, test } from "vitest";
import { lineEstimate } from "@/lib/exchange/stance-sensitivity";
import { SENSITIVITY_PHONE, SENSITIVITY_WIDE, sensitivityPlot } from "@/lib/figures/sensitivity-plot";

const words = { critical: "critical", advocacy: "advocacy", none: "none", noVariation: "no variation" };
const interval = (low: number, high: number) => ({ value: { low, high, cutLow: low === -1, cutHigh: high === 1 } });
const enough = { level: "enough", reasons: [], sentence: "" } as const;
const base = { name: "as chosen", written: "−0.40", estimate: lineEstimate({ mean: { value: -0.4 }, interval: interval(-0.5, -0.3), status: enough }) };
const line = (value: number | null) => ({ name: "voice", written: "", estimate: lineEstimate({ mean: value === null ? { value: null, reason: "no_works" } : { value }, interval: interval(-1, 0.2), status: enough }) });

describe("the figure under other choices", () => {
  test.each([["wide", SENSITIVITY_WIDE], ["phone", SENSITIVITY_PHONE]])("has a row for each on one axis, inside the %s figure", (_, layout) => {
    const figure = sensitivityPlot(base, [line(0.1), line(null)], 1, words, layout);
    expect(figure.shapes.filter((shape) => shape.role === "row-name")).toHaveLength(3);
    expect(figure.shapes.filter((shape) => shape.role === "own")).toHaveLength(2);
    expect(figure.shapes.flatMap((shape) => (shape.role === "none" && shape.kind === "text" ? [shape.text] : []))).toEqual(["none"]);
    for (const shape of figure.shapes) if (shape.kind === "line") expect(Math.min(shape.x1, shape.x2) >= 0 && Math.max(shape.x1, shape.x2) <= layout.width).toBe(true);
  });

  test("a line goes down from the mean at hand, and a cut end is an arrow", () => {
    const { shapes } = sensitivityPlot(base, [line(0.1)], 1, words);
    const [reference, own] = [shapes.find((shape) => shape.role === "band"), shapes.find((shape) => shape.role === "own")];
    expect(reference?.kind === "line" && own?.kind === "circle" && reference.x1 === own.cx && reference.x1 === reference.x2).toBe(true);
    expect(shapes.filter((shape) => shape.role === "cut")).toHaveLength(1);
  });

  test("judgements run from −2 to +2", () => {
    expect(sensitivityPlot(base, [], 2, words).shapes.flatMap((shape) => (shape.kind === "text" && shape.className === "ax m" ? [shape.text] : []))).toEqual(["−2", "0", "+2"]);
  });
});
