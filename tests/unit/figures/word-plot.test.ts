import { expect, test } from "vitest";
import { wordPlot } from "@/lib/figures/word-plot";
import { stylesOf } from "@/lib/exchange/svg-styles";

const words = { axis: "z", tick: String, clear: "clear", none: "nothing" };
const word = (z: number) => ({ word: `w${z}`, z, note: "3 times" });

test("a word's dot stands at its z, filled from the clear line on, and every class has a style", () => {
  const { shapes, width, height } = wordPlot([{ name: "Tern", words: [word(3), word(1)] }, { name: "Quay", words: [] }], words, 1.96);
  const dots = shapes.flatMap((shape) => (shape.kind === "circle" ? [shape] : []));
  expect(dots.map(({ className }) => className)).toEqual(["ag-dot", "hol"]);
  const zero = shapes.find((shape) => shape.kind === "line" && shape.className === "zero");
  const clear = shapes.find((shape) => shape.className === "ag-ref");
  const [at, line] = [zero?.kind === "line" ? zero.x1 : 0, clear?.kind === "line" ? clear.x1 : 0];
  expect(((dots[0]?.cx ?? 0) - at) / 3).toBeCloseTo((dots[1]?.cx ?? 0) - at, 1);
  expect(line).toBeGreaterThan(dots[1]?.cx ?? 0);
  expect(line).toBeLessThan(dots[0]?.cx ?? 0);
  expect(shapes.some((shape) => shape.kind === "text" && shape.text === "nothing")).toBe(true);
  for (const shape of shapes) {
    expect(() => stylesOf(shape.className)).not.toThrow();
    if (shape.kind === "circle") expect(shape.cx + shape.r <= width && shape.cy + shape.r <= height).toBe(true);
  }
});
