import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeRanges, decodeTokens, encodeRanges, encodeTokens } from "@/lib/text/token-code";
import { type Token, tokenize } from "@/lib/text/tokens";
import { textRange } from "@/lib/text/units";
import { line } from "./arbitraries";

const tokens = fc.array(fc.tuple(fc.oneof(fc.nat({ max: 3 }), fc.nat({ max: 2_000_000 })), fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 2_000_000 })), fc.boolean())).map((steps) => {
  let at = 0;
  return steps.map(([gap, length, word]): Token => {
    const start = at + gap;
    at = start + length;
    return { ...textRange(start, at), word };
  });
});

describe("token code", () => {
  it("gives back any tokens and ranges, in text that JSON writes as it is", () => {
    fc.assert(
      fc.property(tokens, (given) => {
        const ranges = given.map(({ start, end }) => textRange(start, end));
        const codes = [encodeTokens(given), encodeRanges(ranges)] as const;
        expect(decodeTokens(codes[0])).toEqual(given);
        expect(decodeRanges(codes[1])).toEqual(ranges);
        for (const code of codes) expect(JSON.stringify(code)).toBe(`"${code}"`);
      }),
    );
  });

  it("gives back the words of any line", () => {
    fc.assert(fc.property(line, fc.nat({ max: 2_000_000 }), (text, offset) => void expect(decodeTokens(encodeTokens(tokenize(text, null, offset)))).toEqual(tokenize(text, null, offset))));
  });

  it("takes one character for an ordinary word", () => {
    expect(encodeTokens(tokenize("The council bungled the closure, traders said"))).toHaveLength(7);
    expect(encodeTokens(tokenize("漢字は日本語"))).toHaveLength(tokenize("漢字は日本語").length);
  });

  it("refuses what it did not write", () => {
    for (const code of ["é", "\"", "abc\\"]) expect(() => decodeTokens(code)).toThrow(RangeError);
    expect(() => decodeRanges("\u007f")).toThrow(RangeError);
    expect(() => decodeRanges("!")).toThrow(RangeError);
  });
});
