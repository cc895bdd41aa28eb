import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findFigures } from "@/lib/compare/times/figures";
import { findTimes } from "@/lib/compare/times/find-times";
import { articleOf, textAt } from "./articles";

function said(text: string, language = "en"): string[] {
  const article = articleOf("one", text, { language, publishedOn: "2023-05-10" });
  return findFigures(article, findTimes(article)).map((one) => `“${textAt(text, one)}” ${one.low ?? "?"}..${one.high ?? "?"}${one.vague ? " ~" : ""} ${one.unit}`);
}

describe("figures of a sentence", () => {
  it.each([
    ["At least 12 people were killed and about 3,000 residents fled.", ["“At least 12 people” 12..? people", "“about 3,000 residents” 2700..3300 ~ residents"]],
    ["Nine were injured; 12 dead.", ["“Nine” 9..9 people", "“12” 12..12 people"]],
    ["It cost $1.2 billion, 50,000 dollars or up to €3m.", ["“$1.2 billion” 1200000000..1200000000 dollars", "“50,000 dollars” 50000..50000 dollars", "“up to €3m” ?..3000000 euros"]],
    ["54 % of voters and 12.5 per cent.", ["“54 %” 54..54 %", "“12.5 per cent” 12.5..12.5 %"]],
    ["Between 9 and 13 members, 20–30 soldiers, 5 to 6 boats.", ["“Between 9 and 13 members” 9..13 members", "“20–30 soldiers” 20..30 soldiers", "“5 to 6 boats” 5..6 boats"]],
    ["A dozen boats, three thousand signatures, hundreds of protesters, twenty-five homes.", ["“A dozen boats” 12..12 boats", "“three thousand signatures” 3000..3000 signatures", "“hundreds of protesters” 100..? ~ protesters", "“twenty-five homes” 25..25 homes"]],
    ["Nearly a million dollars for two old wooden houses.", ["“Nearly a million dollars” 900000..1000000 ~ dollars", "“two old wooden houses” 2..2 houses"]],
  ])("%s", (text, expected) => expect(said(text)).toEqual(expected));

  it("leaves out ages, ordinals, scores, pages and what belongs to a time", () => {
    for (const text of ["Ann May, 47, said so.", "The 47-year-old left.", "A man aged 12 came.", "See page 9 and Route 12.", "It was a 3-2 win.", "In 2003 it moved.", "The 4th place.", "Two years later.", "At 10:15 it fell.", "One of them came."]) expect([text, said(text)]).toEqual([text, []]);
  });

  it("reads German and French numbers", () => {
    expect(said("Mindestens 1.318 Menschen und etwa 2,5 Millionen Euro, 12 Prozent.", "de")).toEqual(["“Mindestens 1.318 Menschen” 1318..? menschen", "“etwa 2,5 Millionen Euro” 2250000..2750000 ~ euros", "“12 Prozent” 12..12 %"]);
    expect(said("Au moins 1 318 personnes, environ 2,5 millions d’euros et 12 pour cent.", "fr").slice(0, 1)).toEqual(["“Au moins 1 318 personnes” 1318..? personnes"]);
  });

  it("lies inside its sentence, low before high, whatever the text", () => {
    const words = ["12", "people", "about", "1,318", "between", "and", "9", "–", "$", "million", "%", ",", "🌉", "two", "hundred", "dozens", "of", "boats", "-", "47", "999999999999999999", "."];
    fc.assert(fc.property(fc.array(fc.constantFrom(...words), { maxLength: 30 }), fc.constantFrom("en", "de", "fr"), (parts, language) => {
      const article = articleOf("one", `🌉 ${parts.join(" ")}`, { language });
      let end = 0;
      for (const one of findFigures(article, findTimes(article))) {
        expect(one.start).toBeGreaterThanOrEqual(end);
        expect(one.end).toBeLessThanOrEqual(article.sentences[one.sentence]!.end);
        if (one.low !== null && one.high !== null) expect(one.low).toBeLessThanOrEqual(one.high);
        expect(one.low ?? one.high).not.toBeNull();
        end = one.end;
      }
    }), { numRuns: 300 });
  });

  it("comes to an end on a megabyte of digits", () => {
    const text = "7".repeat(1_000_000);
    expect(findFigures({ id: "one", language: "en", publishedOn: null, sentences: [{ index: 0, start: 0, end: text.length, text, kind: "paragraph" }] }, [])).toEqual([]);
  });
});
