import { expect, test } from "vitest";
import { numberOf } from "@/lib/compare/align/numbers";
import { stem } from "@/lib/compare/align/stem";
import { TermReader } from "@/lib/compare/align/terms";
import { comparedArticle } from "@/lib/compare/align/sentences";
import { snapsOf } from "@/lib/articles/reading";

test.each([
  ["en", ["close", "closed", "closes", "closing"]],
  ["en", ["ferry", "ferries"]],
  ["en", ["carry", "carried", "carries", "carrying"]],
  ["en", ["stop", "stops", "stopped", "stopping"]],
  ["en", ["church", "churches"]],
  ["en", ["official", "officially", "officials"]],
  ["de", ["brücke", "brücken"]],
  ["de", ["stadt", "stadte", "städten"]],
  ["es", ["protesta", "protestas", "protestó"]],
])("in %s, %j share a stem", (language, words) => {
  expect(new Set(words.map((word) => stem(word, language))).size).toBe(1);
});

test.each([["bus", "bus"], ["glass", "glass"], ["this", "this"], ["red", "red"], ["king", "king"], ["حزب", "حزب"]])("%s stays %s", (word, same) => {
  expect(stem(word, "en")).toBe(same);
});

test.each([
  ["3,000", "en", "3000"],
  ["1.400.000", "de", "1400000"],
  ["5.2", "en", "5.2"],
  ["14th", "en", "14"],
  ["21:15", "en", "21:15"],
  ["40%", "en", "40"],
  ["nine", "en", "9"],
  ["zwölf", "de", "12"],
  ["one", "en", null],
  ["eleven", "de", null],
  ["a4", "en", null],
])("%s in %s is the number %s", (word, language, number) => {
  expect(numberOf(word, language)).toBe(number);
});

test("a day and its month are one whichever comes first, and quoted neighbours count for more", () => {
  const keys = (text: string) => new TermReader(new Set()).read({ id: "a", language: "en", publishedOn: null, sentences: [{ index: 0, start: 0, end: text.length, text, kind: "paragraph" }] })[0] ?? [];
  expect(keys("It closed on 14 May.").map(({ key }) => key)).toContain("#14+may");
  expect(keys("It closed on May 14.").map(({ key }) => key)).toContain("#14+may");
  const weight = (text: string) => keys(text).find(({ key }) => key === "grav mistak")?.weight ?? 0;
  expect(weight("He spoke of a “grave mistake” twice.")).toBeGreaterThan(weight("He spoke of a grave mistake twice."));
});

test("sentences come headline first, with their places in the whole text, and without byline and chrome", () => {
  const text = "Menu 🌉\nBy Ann\nThe bridge is shut. It was old.\nBridge shut\nCaption here.";
  const at = (words: string, kind: "chrome" | "byline" | "paragraph" | "headline" | "caption", ordinal: number) => {
    const start = [...text.slice(0, text.indexOf(words))].length;
    return { ordinal, kind, start, end: start + [...words].length };
  };
  const blocks = [at("Menu 🌉", "chrome", 0), at("By Ann", "byline", 1), at("The bridge is shut. It was old.", "paragraph", 2), at("Bridge shut", "headline", 3), at("Caption here.", "caption", 4)];
  const { sentences } = comparedArticle({ id: "a", language: "en", publishedOn: null, text, blocks, sentences: snapsOf(text, blocks, "en").sentences });
  expect(sentences.map(({ text: words, kind }) => [kind, words])).toEqual([["headline", "Bridge shut"], ["paragraph", "The bridge is shut."], ["paragraph", "It was old."], ["caption", "Caption here."]]);
  for (const { start, end, text: words } of sentences) expect([...text].slice(start, end).join("")).toBe(words);
});
