import { describe, expect, it } from "vitest";
import { bodyOf, savedPages, understood, wordF1 } from "./pages";

const read = savedPages.map(({ name, html, expected }) => {
  const page = understood(html);
  return { name, page, expected, f1: wordF1(bodyOf(page), expected.body.join("\n")) };
});

describe("pages of our own in the shapes that sites use", () => {
  it.each(read)("$name gives its title, byline, day, language, outlet and publisher", ({ page, expected }) => {
    const { title, byline, publishedOn, language, outlet, publisher } = page;
    expect({ title, byline: byline?.value ?? null, publishedOn: publishedOn?.value ?? null, language: language?.value ?? null, outlet: outlet?.value ?? null, publisher: publisher?.value ?? null }).toEqual({
      title: expected.title, byline: expected.byline, publishedOn: expected.publishedOn, language: expected.language, outlet: expected.outlet, publisher: expected.publisher,
    });
    if (expected.url !== undefined) expect(page.url?.value).toBe(expected.url);
  });

  it("gives the words of the article and nothing else", () => {
    const mean = read.reduce((sum, { f1 }) => sum + f1, 0) / read.length;
    console.log([...read.map(({ name, f1 }) => `${f1.toFixed(3)} ${name}`), `${mean.toFixed(3)} mean of ${read.length}`].join("\n"));
    expect(read.length).toBeGreaterThanOrEqual(30);
    expect(mean).toBeGreaterThanOrEqual(0.95);
    expect(read.filter(({ f1 }) => f1 < 0.85).map(({ name, f1 }) => `${name} ${f1}`)).toEqual([]);
  });

  it.each(read)("$name keeps every visible word and has a reason for all that is not the article", ({ page, expected }) => {
    const chars = Array.from(page.text);
    const missing = expected.body.filter((paragraph) => !page.text.includes(paragraph));
    expect(missing).toEqual([]);
    expect(page.blocks.filter(({ kind, reason }) => kind !== "paragraph" && reason === null)).toEqual([]);
    expect(page.blocks.every(({ start, end }) => chars.slice(start, end).join("").trim() !== "")).toBe(true);
  });
});
