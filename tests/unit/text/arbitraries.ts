import * as fc from "fast-check";

/** Pieces that break naive counting: astral letters, emoji sequences, combining marks, joiners, right-to-left script. */
const HARD = [
  "😀", "👩‍👩‍👧‍👦", "🏳️‍🌈", "🇮🇷", "👍🏽", "e\u0301", "a\u0308\u0323", "𝒜", "𠮷",
  "الحكومة", "می\u200cشود", "نمی‌دانم", "שָׁלוֹם", "प्रतिक्रिया", "漢字", "ﬁ", "\u00a0", "\u200f", "“", "”", "’", "«", "»", '"', "#", "/", "%", "—",
];

/** A line of text: words, hard pieces, spaces and punctuation; never a line break, U+0000 or a lone surrogate. */
export const line: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...HARD), fc.constantFrom("word", "A", "twenty-one", "3.5", " ", "  ", ", ", ".", "\t"), fc.string({ unit: "grapheme", maxLength: 4 })), { maxLength: 24 })
  .map((pieces) => pieces.join("").replace(/[\r\n\u0000]|\p{Surrogate}/gu, ""));

/** Canonical text: lines and blank lines. */
export const canonical: fc.Arbitrary<string> = fc.array(line, { maxLength: 8 }).map((lines) => lines.join("\n"));

/** Any string at all, lone surrogates included. */
export const anyText: fc.Arbitrary<string> = fc.oneof(canonical, fc.string({ unit: "binary" }), fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)));

/** Length in code points, counted the slow way. */
export function countCodePoints(text: string): number {
  return [...text].length;
}
