import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countWords, snapToWords, tokenize } from "@/lib/text/tokens";
import { textRange } from "@/lib/text/units";
import { countCodePoints, line } from "./arbitraries";

const words = (text: string): string[] => tokenize(text).map((token) => [...text].slice(token.start, token.end).join(""));
const snapped = (text: string, start: number, end: number): string | null => {
  const range = snapToWords(textRange(start, end), tokenize(text));
  return range === null ? null : [...text].slice(range.start, range.end).join("");
};

describe("tokenize", () => {
  it("finds words, numbers and symbols, and no punctuation", () => {
    expect(words("“Don’t!” she said — 3.5 % of £20 😀")).toEqual(["Don’t", "she", "said", "3.5", "%", "of", "£", "20", "😀"]);
  });

  it("takes a narrow no-break space inside a figure, and never at its edge", () => {
    expect(words("1\u202f000 \u202f000 25\u202f%")).toEqual(["1\u202f000", "000", "25", "%"]);
  });

  it("splits at # and /", () => {
    expect(words("#TagAttachedpic.example.com/x and/or")).toEqual(["TagAttachedpic.example.com", "x", "and", "or"]);
  });

  it("keeps Persian words with a zero-width non-joiner, Arabic words with marks and emoji sequences whole", () => {
    expect(words("او می\u200cرود")).toEqual(["او", "می\u200cرود"]);
    expect(words("قَالَ 👩‍👩‍👧‍👦 e\u0301te\u0301")).toEqual(["قَالَ", "👩‍👩‍👧‍👦", "e\u0301te\u0301"]);
  });

  it("lists tokens in order, apart, inside the text and shifted by the offset", () => {
    fc.assert(
      fc.property(line, fc.nat({ max: 5000 }), (text, offset) => {
        const tokens = tokenize(text, null, offset);
        let before = offset;
        for (const token of tokens) {
          expect(token.start).toBeGreaterThanOrEqual(before);
          expect(token.end).toBeGreaterThan(token.start);
          before = token.end;
        }
        expect(before).toBeLessThanOrEqual(offset + countCodePoints(text));
        expect(tokens).toEqual(tokenize(text).map((token) => ({ ...token, ...textRange(token.start + offset, token.end + offset) })));
      }),
    );
  });

  it("leaves only white space, punctuation and invisible characters out", () => {
    fc.assert(
      fc.property(line, (text) => {
        const points = [...text];
        for (const token of tokenize(text)) points.fill(" ", token.start, token.end);
        expect(points.join("")).toMatch(/^[\s\p{P}\p{Cc}\p{Cf}]*$/u);
      }),
    );
  });

  it("takes a malformed language tag for none", () => {
    expect(tokenize("two words", "not a tag!")).toEqual(tokenize("two words"));
  });
});

describe("snapToWords", () => {
  it("widens to words and trims spaces, punctuation and quotation marks", () => {
    const text = "He said: “perfectly sound”, again.";
    expect(snapped(text, 12, 16)).toBe("perfectly");
    expect(snapped(text, 8, 27)).toBe("perfectly sound");
    expect(snapped(text, 0, [...text].length)).toBe("He said: “perfectly sound”, again");
  });

  it("gives null where there is nothing to mark", () => {
    expect(snapped("a, b", 1, 3)).toBeNull();
    expect(snapped("word", 2, 2)).toBeNull();
    expect(snapped("", 0, 0)).toBeNull();
  });

  it("never ends between the parts of an emoji or before a combining mark", () => {
    expect(snapped("x 👩‍👩‍👧‍👦 y", 4, 5)).toBe("👩‍👩‍👧‍👦");
    expect(snapped("cafe\u0301 x", 0, 4)).toBe("cafe\u0301");
  });

  it("is idempotent, begins and ends with a token, and holds every token it touches", () => {
    fc.assert(
      fc.property(line, fc.nat(), fc.nat(), (text, a, b) => {
        const length = countCodePoints(text);
        const [start, end] = [a % (length + 1), b % (length + 1)].sort((x, y) => x - y) as [number, number];
        const tokens = tokenize(text);
        const touched = tokens.filter((token) => token.start < end && start < token.end);
        const range = snapToWords(textRange(start, end), tokens);
        if (start === end || touched.length === 0) return void expect(range).toBeNull();
        expect(range).toEqual(textRange(touched[0]?.start ?? -1, touched.at(-1)?.end ?? -1));
        if (range !== null) expect(snapToWords(range, tokens)).toEqual(range);
      }),
    );
  });
});

describe("countWords", () => {
  it("counts words and numbers, not symbols", () => {
    const text = "No decision was taken 😀 in 2023";
    expect(countWords(textRange(0, [...text].length), tokenize(text))).toBe(6);
    expect(countWords(textRange(3, 11), tokenize(text))).toBe(1);
  });
});

it("takes hidden words that touch as one token, which is no word", () => {
  const tokens = tokenize("The \u2588\u2588\u2588 said\u2588\u2588");
  expect(tokens.map(({ start, end, word }) => [start, end, word])).toEqual([[0, 3, true], [4, 7, false], [8, 12, true], [12, 14, false]]);
});
