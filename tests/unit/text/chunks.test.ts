import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chunks } from "@/lib/text/chunks";
import { tokenize } from "@/lib/text/tokens";
import { canonical } from "./arbitraries";

const words = (text: string): string[] => [...new Intl.Segmenter(undefined, { granularity: "word" }).segment(text)].filter((found) => /[\p{L}\p{N}\p{S}]/u.test(found.segment)).map((found) => found.segment);

describe("chunks", () => {
  it("loses nothing, and does not change how a text falls into words", () => {
    fc.assert(
      fc.property(canonical, fc.integer({ min: 8, max: 40 }), (text, size) => {
        const cut = [...chunks(text, size)];
        expect(cut.join("")).toBe(text);
        if (cut.every((piece) => piece.length < 16 * size)) expect(cut.flatMap(words)).toEqual(words(text));
      }),
    );
  });

  it("cuts a run without spaces at a code point", () => {
    const cut = [...chunks("😀".repeat(5000), 64)];
    expect(cut.length).toBeGreaterThan(5);
    for (const piece of cut) expect(piece).toMatch(/^(?:😀)+$/u);
  });

  it("keeps a line of 100,000 characters quick", () => {
    const started = performance.now();
    expect(tokenize("The council’s plan, says “nobody”, isn’t a 5% thing. ".repeat(2000)).length).toBe(20_000);
    expect(performance.now() - started).toBeLessThan(3000);
  });
});
