import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nameKey } from "@/lib/articles/name-key";
import { foldText } from "@/lib/text/fold";
import { findPhrases, phraseFinder } from "@/lib/text/phrases";
import { line } from "./arbitraries";

const cut = (text: string, range: { start: number; end: number }): string => [...text].slice(range.start, range.end).join("");
const found = (text: string, ...phrases: string[]): string[] => findPhrases(text, phrases).map((place) => cut(text, place));

describe("folding a text", () => {
  it("gives every piece the code points it came from, in order and apart", () => {
    fc.assert(
      fc.property(line, (text) => {
        const { text: folded, at, start, end } = foldText(text);
        const length = [...text].length;
        for (let i = 0; i < at.length; i++) {
          expect(start[i]!).toBeGreaterThanOrEqual(i === 0 ? 0 : end[i - 1]!);
          expect(end[i]!).toBeGreaterThan(start[i]!);
          expect(end[i]!).toBeLessThanOrEqual(length);
          expect(at[i]!).toBeLessThan(at[i + 1] ?? folded.length);
          // A piece folds to itself wherever it stands; only white space is shared with what comes before.
          expect(foldText(cut(text, { start: start[i]!, end: end[i]! })).text.trim()).toBe(folded.slice(at[i], at[i + 1]).trim());
        }
      }),
    );
  });

  it("folds what is folded already to itself, whatever the text, and every single character", () => {
    fc.assert(fc.property(line, (text) => foldText(foldText(text).text).text === foldText(text).text));
    const wrong: string[] = [];
    // Unassigned, private and Han characters have neither case nor another form.
    for (let point = 0; point < 0x110000; point++) {
      const char = String.fromCodePoint(point);
      if (/[\p{Cn}\p{Co}\p{Cs}\p{Unified_Ideograph}]|[가-힣]/u.test(char)) continue;
      const folded = foldText(char).text;
      if (foldText(folded).text !== folded) wrong.push(point.toString(16));
    }
    expect(wrong).toEqual([]);
  });

  it("is the folding of names, so that a name is found where it stands alone", () => {
    fc.assert(
      fc.property(line, (text) => {
        expect(nameKey(text)).toBe(foldText(text).text.trim());
        // ﱞ and its like are a space with marks to Unicode: trimmed of the space, the marks stand nowhere by themselves.
        if ([...text].some((char) => !/\s/u.test(char) && char.normalize("NFKC").startsWith(" "))) return;
        if (nameKey(text) !== "") expect(findPhrases(text, [text])).toHaveLength(1);
      }),
    );
  });

  it("knows both forms of sigma, and that ẞ, ß and SS are one", () => {
    expect(foldText("ΟΔΟΣ Οδός").text).toBe("οδοσ οδόσ");
    expect(new Set(["STRASSE", "Straße", "STRAẞE"].map(nameKey)).size).toBe(1);
  });

  it("takes a megabyte of marks, ligatures or spaces as it comes", () => {
    for (const piece of ["\u0301\u0323", "ﷺ", " \u00a0", "\u00ad", "e\u0301"]) {
      const text = piece.repeat(Math.ceil(1_000_000 / piece.length));
      const { at, text: folded } = foldText(text);
      expect(at.length).toBeLessThanOrEqual(text.length);
      expect(folded.length).toBeLessThanOrEqual(text.length * 18);
    }
  });
});

describe("finding phrases", () => {
  it.each([
    ["Thousands of peopleʼs  MOJAHEDIN marched", "People’s Mojahedin", "peopleʼs  MOJAHEDIN"],
    ["the Mu\u00adja\u00adhedin‑e\u00a0Khalq said", "Mujahedin-e Khalq", "Mu\u00adja\u00adhedin‑e\u00a0Khalq"],
    ["😀 Ｔｅｒｎ, at last", "tern", "Ｔｅｒｎ"],
    ["MEK\u200f’s leader", "MEK", "MEK"],
    ["Cafe\u0301s and a cafe\u0301.", "café", "cafe\u0301"],
    ["او می\u200cشود گفت", "میشود", "می\u200cشود"],
    ["قال مجلس المدينة أمس", "مجلس المدينة", "مجلس المدينة"],
    ["在伊朗人民圣战者组织的领导下", "伊朗人民圣战者组织", "伊朗人民圣战者组织"],
    ["アラブ首長国とイラン政府は", "イラン", "イラン"],
    ["미국은 어제", "미국", "미국"],
    ["แถลงว่าสภาเมืองปิดท่าเรือ", "สภาเมือง", "สภาเมือง"],
  ])("in %j finds %j", (text, phrase, words) => expect(found(text, phrase)).toEqual([words]));

  it.each([
    ["MEKs and remek", "MEK"],
    ["the ﬁnest", "the f"],
    ["½ of it", "2"],
    ["k̃ept", "k"],
    ["a café", "cafe"],
    ["トルコン", "トルコ"],
    ["한미국", "미국"],
    ["anything", " "],
    ["anything", "\u200b"],
    ["", "x"],
  ])("in %j does not find %j", (text, phrase) => expect(found(text, phrase)).toEqual([]));

  it("takes the longest at one place, and never the same words twice", () => {
    expect(found("The town council of Quay, the Town Council, the town", "town council", "the town council of quay", "town")).toEqual(["The town council of Quay", "Town Council", "town"]);
  });

  it("says which phrase it was, the first of two that are the same", () => {
    expect(findPhrases("PMOI or pmoi", ["MEK", "PMOI", "pmoi"])).toEqual([{ start: 0, end: 4, phrase: 1 }, { start: 8, end: 12, phrase: 1 }]);
  });

  it("finds disjoint ranges in order whose words have the key of their phrase", () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 5 }), fc.array(line, { maxLength: 4 }), (phrases, more) => {
        const text = [...phrases, ...more].join(" ");
        let last = 0;
        for (const place of findPhrases(text, phrases)) {
          expect(place.start).toBeGreaterThanOrEqual(last);
          expect(nameKey(cut(text, place))).toBe(nameKey(phrases[place.phrase]!));
          last = place.end;
        }
      }),
    );
  });

  it("takes phrases literally, whatever they hold", () => {
    for (const phrase of ["(.*)+", "[a-z]", "a|b", "\\w", "$&", "c++"]) expect(found(`x ${phrase} y`, phrase)).toEqual([phrase]);
  });

  it("searches 100,000 characters for 200 names, and a hostile megabyte, to the end", () => {
    const names = Array.from({ length: 200 }, (_, i) => `Organisation number ${i} of the town`);
    const text = `${"Words that name nobody, and then more of them. ".repeat(2_100)}${names[150]} stood there.`;
    expect(phraseFinder(names)(text)).toMatchObject([{ phrase: 150 }]);
    expect(findPhrases("a ".repeat(500_000), [`${"a ".repeat(90)}b`, "a a a"])).toHaveLength(166_666);
  });
});
