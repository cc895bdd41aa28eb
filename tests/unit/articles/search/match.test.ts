import { describe, expect, it } from "vitest";
import { cutMatch } from "@/lib/articles/search/match";
import { searchWords } from "@/lib/articles/search/words";

describe("the words around a match", () => {
  it("are at most 160 code points that begin and end between words, with what matches in them", () => {
    const match = cutMatch(`${"quay ".repeat(40)}🛶 \u0002ferry\u0003 and ${"pier ".repeat(60)}`)!;
    expect([...match.text].length).toBeLessThanOrEqual(160);
    expect(match.text.startsWith("quay ")).toBe(true);
    expect(match.marks.map(({ start, end }) => [...match.text].slice(start, end).join(""))).toEqual(["ferry"]);
  });
  it("are nothing where nothing matches", () => expect(cutMatch("quay and pier")).toBeNull());
});

describe("what a person typed", () => {
  it("stays as it is, but for runs of a script without spaces, which become phrases", () => {
    expect(searchWords('ferry "quay road" -pier')).toBe('ferry "quay road" -pier');
    expect(searchWords("渡口 -港")).toBe(' "渡 口"  -"港" ');
    expect(searchWords('"渡口"')).toBe('" 渡  口 "');
  });
});
