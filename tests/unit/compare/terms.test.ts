import { expect, test } from "vitest";
import { numberOf } from "@/lib/compare/align/numbers";
import { stem } from "@/lib/compare/align/stem";
import { TermReader } from "@/lib/compare/align/terms";

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

const termsOf = (...texts: string[]) => {
  const reader = new TermReader(new Set());
  return reader.read({ id: "a", language: "en", publishedOn: null, sentences: texts.map((text, index) => ({ index, start: 0, end: text.length, text, kind: "paragraph" as const })) });
};
const sharedPairs = (a: string, b: string) => {
  const [one, other] = termsOf(a, b);
  return one?.ids.filter((id, i) => one.shown[i] === null && other?.ids.includes(id)).length;
};

test("a day and its month are a pair whichever comes first, other words only in their order", () => {
  expect(sharedPairs("On 14 May", "May 14")).toBe(1);
  expect(sharedPairs("a closed bridge", "a bridge closed")).toBe(0);
  expect(sharedPairs("bridge closed", "bridges close")).toBe(1);
});

test("numbers, names and pairs in quotation marks count for more", () => {
  const [terms] = termsOf("Nine crews met Ines Tolk, who spoke of a “grave mistake” then.");
  const weight = (word: string) => terms?.weights[terms.shown.indexOf(word)] ?? 0;
  expect(weight("Tolk")).toBeGreaterThan(weight("crews"));
  expect(weight("Nine")).toBeGreaterThan(weight("crews"));
  const heaviest = (text: string) => Math.max(...(termsOf(text)[0] ?? { shown: [], weights: [] }).weights.filter((_, i) => termsOf(text)[0]?.shown[i] === null));
  expect(heaviest("He saw a “grave mistake” there.")).toBeGreaterThan(heaviest("He saw a grave mistake there."));
});
