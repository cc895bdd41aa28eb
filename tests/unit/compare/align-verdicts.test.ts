import { describe, expect, test } from "vitest";
import { alignPassages } from "@/lib/compare/align/align";
import type { PassageRow, PassageVerdict } from "@/lib/compare/passage";
import { infirmary } from "./fixture";

const articles = infirmary().map(({ article }) => article);
const [lantern = "", mercury = "", voice = ""] = articles.map(({ id }) => id);
const sentence = (articleId: string, words: string) => {
  const found = articles.find(({ id }) => id === articleId)?.sentences.find(({ text }) => text.includes(words));
  if (!found) throw new Error(`No sentence of ${articleId} has ${words}.`);
  return found;
};
/** A verdict on the first six letters of two sentences. */
const say = (verdict: PassageVerdict["verdict"], [a, words]: [string, string], [b, others]: [string, string]): PassageVerdict => {
  const [one, other] = [sentence(a, words), sentence(b, others)];
  return { articleId: a, start: one.start, end: one.start + 6, otherId: b, otherStart: other.start, otherEnd: other.start + 6, verdict };
};
const rowsWith = (rows: readonly PassageRow[], articleId: string, words: string) => rows.filter(({ cells }) => cells.some((cell) => cell.articleId === articleId && cell.sentences.includes(sentence(articleId, words).index)));
const together = (rows: readonly PassageRow[], [a, words]: [string, string], [b, others]: [string, string]) => rowsWith(rows, a, words).some((row) => rowsWith([row], b, others).length > 0);

describe.each(["free", "monotone"] as const)("verdicts in %s order", (order) => {
  const align = (verdicts: PassageVerdict[]) => alignPassages(articles, verdicts, { order });

  test("what is said to be the same stands in one row, wherever it stands in the texts", () => {
    const rows = align([say("same", [lantern, "Nurses carried"], [voice, "We will be there"])]);
    expect(together(rows, [lantern, "Nurses carried"], [voice, "We will be there"])).toBe(true);
    expect(rowsWith(rows, lantern, "Nurses carried").map(({ byHand }) => byHand)).toEqual([true]);
    // What lies between is matched as before.
    expect(together(rows, [lantern, "1.4 million"], [voice, "1.4 million"])).toBe(true);
  });

  test("what is said to be different stands in two, copies too", () => {
    const verdict = say("different", [lantern, "96 millimetres"], [mercury, "96 millimetres"]);
    expect(together(align([]), [lantern, "96 millimetres"], [mercury, "96 millimetres"])).toBe(true);
    const rows = align([verdict]);
    expect(together(rows, [lantern, "96 millimetres"], [mercury, "96 millimetres"])).toBe(false);
    expect(rowsWith(rows, lantern, "96 millimetres").map(({ byHand, likeness }) => [byHand, likeness])).toEqual([[true, null]]);
  });

  test("of two verdicts on the same sentences the later holds", () => {
    const places: [[string, string], [string, string]] = [[lantern, "Nurses carried"], [voice, "We will be there"]];
    expect(together(align([say("same", ...places), say("different", ...places)]), ...places)).toBe(false);
    expect(together(align([say("different", ...places), say("same", ...places)]), ...places)).toBe(true);
  });

  test("verdicts that do not go together are all kept: a sentence stands in two rows", () => {
    const [a, b, c]: [string, string][] = [[lantern, "Nurses carried"], [mercury, "Nine of the ten"], [voice, "We will be there"]];
    if (!a || !b || !c) throw new Error("three places");
    const rows = align([say("same", a, b), say("same", b, c), say("different", a, c)]);
    expect([together(rows, a, b), together(rows, b, c), together(rows, a, c)]).toEqual([true, true, false]);
    expect(rowsWith(rows, ...b)).toHaveLength(2);
    expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
  });

  test("a place over two sentences speaks of both", () => {
    const first = sentence(mercury, "Patients who needed");
    const next = sentence(mercury, "There neighbours");
    const other = sentence(voice, "We will be there");
    const rows = align([{ articleId: mercury, start: first.end - 3, end: next.start + 3, otherId: voice, otherStart: other.start, otherEnd: other.end, verdict: "same" }]);
    expect(rowsWith(rows, mercury, "Patients who needed")).toEqual(rowsWith(rows, mercury, "There neighbours"));
    expect(together(rows, [mercury, "There neighbours"], [voice, "We will be there"])).toBe(true);
  });

  test("a headline that is said to tell what a sentence tells stands there and in its own row", () => {
    const rows = align([say("same", [lantern, "Infirmary cleared"], [voice, "All 212"])]);
    expect(together(rows, [lantern, "Infirmary cleared"], [voice, "All 212"])).toBe(true);
    expect(rows[0]?.cells.map(({ articleId, sentences }) => [articleId, sentences])).toEqual(articles.map(({ id }) => [id, [0]]));
  });

  test("a verdict on an article that is not here, or on headlines, changes no row", () => {
    const place = say("same", [lantern, "Nurses carried"], [voice, "We will be there"]);
    const plain = align([]);
    expect(align([{ ...place, otherId: "elsewhere" }])).toEqual(plain);
    expect(align([say("different", [lantern, "Infirmary cleared"], [voice, "They knew"])]).map(({ cells }) => cells)).toEqual(plain.map(({ cells }) => cells));
  });
});
