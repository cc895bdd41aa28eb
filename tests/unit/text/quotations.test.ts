import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findQuotations } from "@/lib/text/quotations";
import { countCodePoints, line } from "./arbitraries";

const quoted = (text: string): string[] => findQuotations(text).map((found) => [...text].slice(found.inner.start, found.inner.end).join(""));

describe("findQuotations", () => {
  it.each([
    ["straight", 'She called it "a farce" and "a joke".', ["a farce", "a joke"]],
    ["curly", "She said: “We’re done,” then “no”.", ["We’re done,", "no"]],
    ["guillemets", "Il a dit : « C’est faux », puis ‹ non ›.", [" C’est faux ", " non "]],
    ["reversed guillemets", "Er rief: »Halt!« und ging.", ["Halt!"]],
    ["low-high", "Er sagte: „Das stimmt nicht“, dann „nein”.", ["Das stimmt nicht", "nein"]],
    ["single curly", "He called it ‘the dog’s dinner’ again.", ["the dog’s dinner"]],
    ["single straight", "He called it 'the dog's dinner' again.", ["the dog's dinner"]],
    ["single inside double", "“They said ‘no’ twice,” she wrote.", ["They said ‘no’ twice,"]],
    ["curly closed by straight", 'He said “enough" and left.', ["enough"]],
    ["a plural possessive inside", "‘the residents’ homes are gone’, he said", ["the residents’ homes are gone"]],
    ["nested straight", 'She said: "He said "no" twice," and left.', ['He said "no" twice,']],
    ["nested curly", "“They said “no” twice,” she wrote. “Why?”", ["They said “no” twice,", "Why?"]],
    ["corner brackets", "彼は「もう『終わり』だ」と言った。", ["もう『終わり』だ"]],
    ["Persian guillemets", "او گفت: «نمی\u200cدانم» و رفت", ["نمی\u200cدانم"]],
  ])("finds %s marks", (_name, text, expected) => expect(quoted(text)).toEqual(expected));

  it.each([
    "The council’s plan, the residents’ fears, it’s done",
    "the '90s and rock 'n' roll, 'em all, workers' rights",
    "the ‘90s and ’tis so",
    'a 6" pipe is not 7" wide',
    'צה"ל הודיע',
    "no marks at all",
    "",
  ])("finds none in %j", (text) => expect(findQuotations(text)).toEqual([]));

  it("ends a quotation that is never closed with its block, and says so", () => {
    expect(findQuotations("He said: “I will not")).toMatchObject([{ start: 9, end: 20, closed: false, inner: { start: 10, end: 20 } }]);
    expect(findQuotations("‘I will not")).toMatchObject([{ start: 0, end: 11, closed: false }]);
    expect(findQuotations("the ‘burbs are fine")).toEqual([]);
  });

  it("counts code points from the block's offset", () => {
    expect(findQuotations("😀 “👩‍👧” x", 100)).toEqual([{ start: 102, end: 107, closed: true, inner: { start: 103, end: 106 } }]);
  });

  it("gives ranges in order, apart, inside the block, that begin with a mark", () => {
    fc.assert(
      fc.property(line, (text) => {
        const points = [...text];
        let before = 0;
        for (const found of findQuotations(text)) {
          expect(found.start).toBeGreaterThanOrEqual(before);
          expect(found.inner.start).toBe(found.start + 1);
          expect(found.end - found.inner.end).toBe(found.closed ? 1 : 0);
          expect(points[found.start]).toMatch(/["'“„«»‹›‚‘「『]/u);
          before = found.end;
        }
        expect(before).toBeLessThanOrEqual(countCodePoints(text));
      }),
    );
  });
});
