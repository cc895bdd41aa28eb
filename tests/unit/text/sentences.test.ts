import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findSentences } from "@/lib/text/sentences";
import { countCodePoints, line } from "./arbitraries";

const sentences = (text: string, language: string | null = "en"): string[] => findSentences(text, language).map(({ start, end }) => [...text].slice(start, end).join(""));

describe("findSentences", () => {
  it("ends a sentence at its stop, with the quotation mark that closes it", () => {
    expect(sentences("It rained.  “Did it?” she asked. “It did.” Nobody knew!")).toEqual(["It rained.", "“Did it?” she asked.", "“It did.”", "Nobody knew!"]);
  });

  it("ends none at an abbreviation or at the initial of a name", () => {
    expect(sentences("Sen. J. Smith met Dr. Ana Núñez at 3.5 p.m. on Jan. 4. They spoke.")).toEqual(["Sen. J. Smith met Dr. Ana Núñez at 3.5 p.m. on Jan. 4.", "They spoke."]);
    expect(sentences("Die z. B. Dr. Weber traf. Er ging.", "de")).toEqual(["Die z. B. Dr. Weber traf.", "Er ging."]);
  });

  it("knows the stops of other scripts", () => {
    expect(sentences("آیا او رفت؟ بله، رفت. تمام شد!", "fa")).toEqual(["آیا او رفت؟", "بله، رفت.", "تمام شد!"]);
    expect(sentences("הוא הלך. היא נשארה.", "he")).toEqual(["הוא הלך.", "היא נשארה."]);
    expect(sentences("雨が降った。寒い！", "ja")).toEqual(["雨が降った。", "寒い！"]);
  });

  it("lists sentences in order and apart, shifted by the offset, and leaves only white space out", () => {
    fc.assert(
      fc.property(line, fc.nat({ max: 5000 }), (text, offset) => {
        const points = [...text];
        let before = offset;
        for (const { start, end } of findSentences(text, null, offset)) {
          expect(start).toBeGreaterThanOrEqual(before);
          expect(points.slice(start - offset, end - offset).join("").trim()).toBe(points.slice(start - offset, end - offset).join(""));
          points.fill(" ", start - offset, end - offset);
          before = end;
        }
        expect(before).toBeLessThanOrEqual(offset + countCodePoints(text));
        expect(points.join("").trim()).toBe("");
      }),
    );
  });

  it("finds the same in small windows as in one go", () => {
    fc.assert(fc.property(fc.array(fc.oneof(line, fc.constantFrom("No. 7. Then ", "One ends. ", "etc. 12 34 and ", "Is it? ")), { maxLength: 12 }), fc.integer({ min: 1, max: 40 }), (lines, window) => {
      const text = lines.join("");
      expect(findSentences(text, "en", 0, window)).toEqual(findSentences(text, "en", 0, 1_000_000));
    }), { numRuns: 300 });
  });
});
