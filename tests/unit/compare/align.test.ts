import { describe, expect, test } from "vitest";
import { alignPassages } from "@/lib/compare/align/align";
import type { ComparedArticle, PassageRow } from "@/lib/compare/passage";
import { infirmary, pairScores } from "./fixture";

const told = infirmary();
const articles = told.map(({ article }) => article);
const free = alignPassages(articles, [], { order: "free" });
const monotone = alignPassages(articles, [], { order: "monotone" });
const rowOf = (rows: readonly PassageRow[], articleId: string, words: string) => {
  const sentence = articles.find(({ id }) => id === articleId)?.sentences.find(({ text }) => text.includes(words));
  return rows.find(({ cells }) => cells.some((cell) => cell.articleId === articleId && cell.sentences.includes(sentence?.index ?? -1)));
};
const textsOf = (row: PassageRow | undefined) => row?.cells.map((cell) => cell.sentences.map((index) => articles.find(({ id }) => id === cell.articleId)?.sentences[index]?.text).join(" ")) ?? [];

describe("three invented articles on one event", () => {
  test("in free order most pairs that a person put together are found, and most that are found are right", () => {
    const { precision, recall } = pairScores(told, free);
    expect(precision).toBeGreaterThanOrEqual(0.9);
    expect(recall).toBeGreaterThanOrEqual(0.85);
  });

  test("in the order of the texts nothing is found that is wrong, and of what was moved around only a part", () => {
    const { precision, recall } = pairScores(told, monotone);
    expect(precision).toBeGreaterThanOrEqual(0.95);
    expect(recall).toBeGreaterThanOrEqual(0.5);
  });

  test("headlines stand first, then the rows that hold a lead", () => {
    expect(textsOf(free[0])).toEqual(articles.map(({ sentences }) => sentences[0]?.text));
    const leads = free.slice(1).map(({ cells }) => cells.some(({ sentences }) => sentences.includes(1)));
    expect(leads).toEqual([...leads].sort((a, b) => Number(b) - Number(a)));
    expect(leads.filter(Boolean)).toHaveLength(3);
  });

  test("a copied paragraph is a row for each of its sentences, alike to the last word", () => {
    const rows = ["96 millimetres", "5.2 metres", "Three villages"].map((words) => rowOf(free, "00000000", words));
    for (const row of rows) {
      expect(textsOf(row)).toHaveLength(2);
      expect(new Set(textsOf(row)).size).toBe(1);
      expect(row?.likeness).toBeCloseTo(1, 12);
    }
  });

  test("two neighbouring sentences stand in one cell where they tell one thing", () => {
    const row = rowOf(monotone, "00000000", "Neighbours brought soup");
    expect(row?.cells.map(({ sentences }) => sentences.length)).toEqual([1, 2]);
  });

  test("the same name, number or year alone brings nothing together", () => {
    expect(textsOf(rowOf(free, "00000000", "letter had been passed"))).not.toContain(textsOf(rowOf(free, "00000001", "thanked the fire brigade"))[0]);
    expect(rowOf(free, "00000001", "governed the town since 2024")?.cells).toHaveLength(1);
    expect(rowOf(free, "00000000", "insurance then paid 212,000")?.cells).toHaveLength(1);
    expect(rowOf(free, "00000001", "Nine of the ten nursing homes")?.cells).toHaveLength(1);
  });

  test("every sentence stands in one row, and no byline or chrome in any", () => {
    for (const rows of [free, monotone]) {
      const places = rows.flatMap(({ cells }) => cells.flatMap(({ articleId, sentences }) => sentences.map((index) => `${articleId} ${index}`)));
      expect(places.sort()).toEqual(articles.flatMap(({ id, sentences }) => sentences.map(({ index }) => `${id} ${index}`)).sort());
    }
    expect(articles[0]?.sentences.map(({ text }) => text).join(" ")).not.toMatch(/By Dorit|You may also like|choir/);
  });

  test("a row says what joins it, and a lone one has no likeness", () => {
    expect(rowOf(free, "00000000", "We had eleven minutes")?.words).toEqual(expect.arrayContaining(["eleven", "battery"]));
    const lone = rowOf(free, "00000000", "Nurses carried the elderly");
    expect(lone).toMatchObject({ likeness: null, byHand: false });
    expect(lone?.words).toContain("lifts");
  });

  test("in the order of the texts no article is read backwards", () => {
    const at = new Map<string, number>();
    for (const { cells } of monotone) {
      for (const { articleId, sentences } of cells) {
        expect(sentences[0]).toBeGreaterThan(at.get(articleId) ?? -1);
        at.set(articleId, sentences.at(-1) ?? 0);
      }
    }
  });
});

test("a name that is handed in counts as one in a language that writes every noun with a capital", () => {
  const article = (id: string, ...texts: string[]): ComparedArticle => ({ id, language: "de", publishedOn: null, sentences: texts.map((text, index) => ({ index, start: index * 1000, end: index * 1000 + text.length, text, kind: index === 0 ? "headline" : "paragraph" })) });
  const pair = [
    article("a", "Ufer gesperrt", "Die Reederei Nordkahn sperrt den Anleger am Montag.", "Im Hafen lagen vier Kähne.", "Der Rat tagt heute."),
    article("b", "Kein Weg ans Wasser", "Niemand half den Fischern.", "Am Anleger ist seit Montag kein Durchkommen, Nordkahn hat gesperrt.", "Vier Kähne liegen fest im Hafen."),
  ];
  const rows = alignPassages(pair, [], { order: "free", names: ["Nordkahn"] });
  expect(rows.filter(({ cells }) => cells.length === 2).map(({ cells }) => cells.map(({ sentences }) => sentences[0]))).toEqual([[0, 0], [1, 2], [2, 3]]);
});

test("nothing but headlines, one article or empty articles give what there is", () => {
  const empty: ComparedArticle = { id: "z", language: null, publishedOn: null, sentences: [] };
  expect(alignPassages([empty, { ...empty, id: "y" }], [], { order: "free" })).toEqual([]);
  const first = articles[0] as ComparedArticle;
  const alone = alignPassages([first, empty], [], { order: "monotone" });
  expect(alone.map(({ cells }) => cells)).toEqual(first.sentences.map(({ index }) => [{ articleId: first.id, sentences: [index] }]));
  expect(alone.every(({ likeness }) => likeness === null)).toBe(true);
});
