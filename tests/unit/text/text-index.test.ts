import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { TextIndex } from "@/lib/text/text-index";
import { codePoint, utf16 } from "@/lib/text/units";
import { anyText, countCodePoints } from "./arbitraries";

describe("TextIndex", () => {
  it("counts what string iteration counts", () => {
    fc.assert(fc.property(anyText, (text) => void expect(new TextIndex(text).codePointLength).toBe(countCodePoints(text))));
  });

  it("comes back to where it started, from every code point, the start and the end included", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const index = new TextIndex(text);
        for (let at = 0; at <= index.codePointLength; at++) expect(index.toCodePoint(index.toUtf16(codePoint(at)))).toBe(at);
        expect(index.toUtf16(codePoint(0))).toBe(0);
        expect(index.toUtf16(index.codePointLength)).toBe(text.length);
      }),
    );
  });

  it("gives the start of a character for a position inside its surrogate pair", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const index = new TextIndex(text);
        let [units, points] = [0, 0];
        for (const character of text) {
          for (let k = 0; k < character.length; k++) expect(index.toCodePoint(utf16(units + k))).toBe(points);
          units += character.length;
          points += 1;
        }
      }),
    );
  });

  it("slices like an array of code points", () => {
    fc.assert(
      fc.property(anyText, fc.nat(), fc.nat(), (text, a, b) => {
        const points = [...text];
        const [start, end] = [a % (points.length + 1), b % (points.length + 1)].sort((x, y) => x - y) as [number, number];
        expect(new TextIndex(text).slice(codePoint(start), codePoint(end))).toBe(points.slice(start, end).join(""));
      }),
    );
  });

  it.each([-1, 4, 0.5, NaN])("refuses position %s of a text of three", (position) => {
    const index = new TextIndex("a😀b");
    expect(() => index.toUtf16(codePoint(position))).toThrow(RangeError);
    expect(() => index.toCodePoint(utf16(position === 4 ? 5 : position))).toThrow(RangeError);
  });
});
