import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldText } from "@/lib/text/fold";
import { needleOf } from "@/lib/text/needle";
import { findPhrases } from "@/lib/text/phrases";
import { line } from "./arbitraries";

const asciiLower = (text: string): string => text.replace(/[A-Z]/gu, (char) => char.toLowerCase());
const isPlain = (text: string): boolean => !/[ßẞıİ\p{DI}]/u.test(text) && text.replace(/[\u00a0\u202f\u2009\u2002\u2003\u2026]/gu, " ").normalize("NFKC") === text.replace(/[\u00a0\u202f\u2009\u2002\u2003\u2026]/gu, " ");

describe("the needle of a phrase", () => {
  it.each([
    ["People’s Mojahedin", "mojahedin"],
    ["STRASSE", "stra"],
    ["Großes Haus", "haus"],
    ["مجلس المدينة", "المدينة"],
    ["伊朗", "伊朗"],
    ["Μέτωπο", null],
    ["ß", null],
    ["a b c", null],
  ])("of %j is %j", (phrase, needle) => expect(needleOf(phrase)).toBe(needle));

  it("stands in every plain text that holds the phrase", () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 4 }), line, (around, phrase) => {
        const text = [...around, phrase.toUpperCase(), phrase].join(" ");
        const needle = needleOf(phrase);
        if (needle !== null && isPlain(text) && findPhrases(text, [phrase]).length > 0) expect(asciiLower(text)).toContain(needle);
      }),
    );
  });

  it("rests on this: no other plain character folds to one that a needle is made of", () => {
    const wrong: string[] = [];
    for (let point = 0x80; point < 0x110000; point++) {
      const char = String.fromCodePoint(point);
      if (/[\p{Cn}\p{Co}\p{Cs}\p{Unified_Ideograph}]|[가-힣]/u.test(char) || !isPlain(char) || /[\u00a0\u202f\u2009\u2002\u2003\u2026]/u.test(char)) continue;
      const folded = foldText(char).text;
      if (folded !== char && /[a-z0-9\p{Lo}\p{Nd}]/u.test(folded)) wrong.push(`${point.toString(16)} ${folded}`);
    }
    expect(wrong).toEqual([]);
  });
});
