import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tokenize } from "@/lib/text/tokens";

// Plain words are told without the segmenter. Whatever stands beside them, the outcome is the segmenter's own.

/** The tokens as the segmenter alone tells them, split at # and /; texts here are shorter than a chunk and hide nothing. */
function bySegmenter(text: string, language: string | null): { start: number; end: number; word: boolean }[] {
  const found: { start: number; end: number; word: boolean }[] = [];
  let at = 0;
  for (const { segment } of new Intl.Segmenter(language ?? undefined, { granularity: "word" }).segment(text))
    for (const piece of segment.split(/([#/])/)) {
      const end = at + Array.from(piece).length;
      if (/[^\s\p{P}\p{Cc}\p{Cf}]|[%‰]/u.test(piece)) found.push({ start: at, end, word: /[\p{L}\p{N}]/u.test(piece) });
      at = end;
    }
  return found;
}

const LETTERS = "abcZéüſŉŀ0123456789";
const MARKS = "'’‘\"“”„«»-–—.,:;!?…()[]%$€#/_@&*+=~ʼ·ªº×÷";
const ODD = ["\u0301", "e\u0301", "\u200d", "\u200b", "\u00ad", "\u200e", "\ufe0f", "👩", "🏽", "🇫🇷", "\u2028", "\u00a0", "\r", "\t", "中文", "ไทย", "カタ", "کتاب", "א״ג", "फ़"];
const KNOWN = ["don't", "U.S.", "3,500", "3.5", "l’État", "well-known", "EU:n", "rock 'n' roll", "’90s", "O'5", "5'a", "“Quoted,”"];
const unit = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...LETTERS) }, { weight: 3, arbitrary: fc.constantFrom(" ", " ", "\n") }, { weight: 2, arbitrary: fc.constantFrom(...MARKS) }, fc.constantFrom(...ODD), fc.constantFrom(...KNOWN));

describe("plain words", () => {
  it("are those of the segmenter, in any company and language", () => {
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 40 }), fc.constantFrom(null, "en", "de", "fi", "sv", "fr", "th", "fa", "ja", "he"), (units, language) => {
        const text = units.join("");
        expect(tokenize(text, language)).toEqual(bySegmenter(text, language));
      }),
      { numRuns: 3_000 },
    );
  });

  it("keep their places behind characters that take two code units", () => {
    expect(tokenize("👩 said “well-known”, 🏽 twice", "en", 10).filter(({ word }) => word).map(({ start, end }) => [start - 10, end - 10])).toEqual([[2, 6], [8, 12], [13, 18], [23, 28]]);
  });
});
