import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalText, decodeUtf8, MAX_CODE_POINTS } from "@/lib/text/canonical";
import { utf8Length } from "@/lib/text/utf8";
import { canonical, countCodePoints } from "./arbitraries";

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
const errorOf = (input: string): { code: string; byte?: number; message: string } | null => {
  const result = canonicalText(input);
  return result.ok ? null : result.error;
};

describe("decodeUtf8", () => {
  it("gives back every well-formed text, byte order mark included", () => {
    fc.assert(fc.property(canonical, (text) => void expect(decodeUtf8(new TextEncoder().encode(`\uFEFF${text}`))).toEqual({ ok: true, value: `\uFEFF${text}` })));
  });

  it.each([
    ["a stray continuation byte", bytes(0x61, 0x80), 1],
    ["an overlong slash", bytes(0xc0, 0xaf), 0],
    ["an overlong three-byte form", bytes(0x61, 0x62, 0xe0, 0x9f, 0xbf), 2],
    ["an encoded surrogate", bytes(0x61, 0xed, 0xa0, 0x80), 1],
    ["a code point above the last", bytes(0xf4, 0x90, 0x80, 0x80), 0],
    ["Latin-1", bytes(0x63, 0x61, 0x66, 0xe9, 0x20), 3],
    ["a cut at the end", bytes(0x61, 0xf0, 0x9f, 0x98), 1],
    ["a byte that never occurs", bytes(0xc3, 0xa9, 0xff), 2],
  ])("names the byte where %s begins", (_name, input, byte) => {
    const result = decodeUtf8(input);
    expect(result).toMatchObject({ ok: false, error: { code: "not_utf8", byte } });
    if (!result.ok) expect(result.error.message).toContain(`byte ${byte}`);
  });

  it("agrees with the platform's decoder on what is well-formed, and the part before the named byte is", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), canonical, (noise, text) => {
        const input = Uint8Array.from([...new TextEncoder().encode(text), ...noise]);
        const result = decodeUtf8(input);
        if (result.ok) return;
        expect(result.error.byte).toBeLessThan(input.length);
        expect(decodeUtf8(input.slice(0, result.error.byte)).ok).toBe(true);
        expect(decodeUtf8(input.slice(0, result.error.byte + 1)).ok).toBe(false);
      }),
    );
  });
});

describe("canonicalText", () => {
  it("changes nothing in a text that is canonical already, and counts its code points", () => {
    fc.assert(
      fc.property(canonical, (text) => {
        const input = `x${text}`;
        expect(canonicalText(input)).toEqual({ ok: true, value: { text: input, codePoints: countCodePoints(input) } });
      }),
    );
  });

  it("drops one byte order mark and turns line ends into \\n", () => {
    expect(canonicalText("\uFEFF\uFEFFa\r\nb\rc\n\r\nd\r\r\n")).toEqual({ ok: true, value: { text: "\uFEFFa\nb\nc\n\nd\n\n", codePoints: 11 } });
  });

  it("does not normalise, trim or collapse", () => {
    expect(canonicalText("  e\u0301  é \t")).toEqual({ ok: true, value: { text: "  e\u0301  é \t", codePoints: 9 } });
  });

  it("gives the same for CRLF, CR and LF input", () => {
    fc.assert(
      fc.property(canonical, fc.constantFrom("\r\n", "\r"), (text, lineEnd) => {
        expect(canonicalText(`x${text}`.replaceAll("\n", lineEnd))).toEqual(canonicalText(`x${text}`));
      }),
    );
  });

  it("names the byte of U+0000 and of a lone surrogate, counted in the input as it came", () => {
    expect(errorOf("\uFEFFé\r\n\u0000")).toMatchObject({ code: "nul", byte: 7 });
    expect(errorOf("😀\uD83D")).toMatchObject({ code: "lone_surrogate", byte: 4 });
    expect(errorOf("\uDE00\uD83D")).toMatchObject({ code: "lone_surrogate", byte: 0 });
    expect(errorOf("ab\uD83D😀")?.message).toContain("byte 2");
  });

  it.each(["", " \n\t", "\uFEFF", "\u00a0\u2003", "\u200b\u200e"])("refuses a text without anything to read (%j)", (input) => {
    expect(errorOf(input)).toMatchObject({ code: "blank" });
  });

  it("takes exactly the limit, counted in code points, and names both numbers beyond it", () => {
    expect(canonicalText("😀".repeat(MAX_CODE_POINTS)).ok).toBe(true);
    expect(errorOf("a".repeat(MAX_CODE_POINTS + 1))).toMatchObject({ code: "too_long", codePoints: 2_000_001, limit: 2_000_000 });
    expect(errorOf("a".repeat(MAX_CODE_POINTS + 1))?.message).toContain("2,000,001");
  });
});

describe("utf8Length", () => {
  it("counts what the platform's encoder writes", () => {
    fc.assert(fc.property(fc.oneof(canonical, fc.string({ unit: "binary" })), (text) => void expect(utf8Length(text)).toBe(new TextEncoder().encode(text).length)));
  });
});
