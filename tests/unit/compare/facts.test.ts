import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { figuresCompatible, timesCompatible } from "@/lib/compare/facts/compatible";
import { proposeFacts } from "@/lib/compare/facts/propose";
import type { FigureMention, TimeMention } from "@/lib/compare/mention";
import { findFigures } from "@/lib/compare/times/figures";
import { findTimes } from "@/lib/compare/times/find-times";
import { articleOf } from "./articles";

type Spot = readonly [string, string];
type Set = { articles: { id: string; language: string; publishedOn: string; text: string }[]; facts: { what: string; a: Spot; b: Spot; compatible: boolean }[]; friends: { why: string; a: Spot; b: Spot }[]; nothing: Spot[] };
function measured(name: string) {
  const set = JSON.parse(readFileSync(`tests/fixtures/compare/timeline-${name}.json`, "utf8")) as Set;
  const texts = new Map(set.articles.map(({ id, text }) => [id, text]));
  const told = set.articles.map(({ id, text, ...more }) => {
    const article = articleOf(id, text, more);
    const times = findTimes(article);
    return { article, times, figures: findFigures(article, times) };
  });
  const proposals = proposeFacts(told);
  const within = ([id, quote]: Spot, one: TimeMention | FigureMention): boolean => {
    const text = texts.get(id)!;
    const start = [...text.slice(0, text.indexOf(quote))].length;
    return one.articleId === id && one.start < start + [...quote].length && one.end > start;
  };
  const found = (a: Spot, b: Spot) => proposals.filter((one) => (within(a, one.a) && within(b, one.b)) || (within(a, one.b) && within(b, one.a)));
  const missed = set.facts.filter(({ a, b }) => found(a, b).length === 0);
  const wrong = proposals.filter((one) => !set.facts.some(({ a, b }) => found(a, b).includes(one)));
  return { ...set, told, proposals, within, found, missed, wrong, recall: 1 - missed.length / set.facts.length, precision: 1 - wrong.length / proposals.length };
}

const glassworks = measured("glassworks");
const ferry = measured("ferry");
const school = measured("school");

describe.each([["glassworks", glassworks], ["ferry", ferry], ["school", school]] as const)("proposals of the invented %s", (_, { facts, friends, nothing, found, told, within }) => {
  it.each(friends)("never pair what only looks alike: $why", ({ a, b }) => expect(found(a, b)).toEqual([]));
  it.each(facts)("say whether both can be true: $what, $a against $b", ({ a, b, compatible }) => {
    for (const one of found(a, b)) expect(one.compatible).toBe(compatible);
  });
  it("take a road, an age and a page for nothing", () => {
    for (const spot of nothing) expect([spot, told.flatMap(({ times, figures }) => [...times, ...figures]).filter((one) => within(spot, one))]).toEqual([spot, []]);
  });
});

describe("how many facts are found, and how many proposals are facts", () => {
  it.each([
    ["glassworks, on which the limits were chosen", glassworks, 0.9, 0.9],
    ["ferry, whose first misses (three of four) showed what was lacking", ferry, 0.55, 0.85],
    ["school, written last (three of four at first sight)", school, 0.75, 0.9],
  ])("%s", (_, { recall, precision }, leastFound, leastRight) => {
    expect(recall).toBeGreaterThanOrEqual(leastFound);
    expect(precision).toBeGreaterThanOrEqual(leastRight);
  });
});

describe("proposals", () => {
  it("name each mention once in a pair of articles, and their likeness lies between 0 and 1", () => {
    for (const { proposals } of [glassworks, ferry, school]) {
      for (const { likeness, words, a, b } of proposals) expect([likeness > 0 && likeness <= 1, words.length > 0, a.articleId === b.articleId]).toEqual([true, true, false]);
      const sides = proposals.flatMap(({ a, b }) => [`${a.articleId} ${a.start} ${b.articleId}`, `${b.articleId} ${b.start} ${a.articleId}`]);
      expect(new Set(sides).size).toBe(sides.length);
    }
  });

  it("of hostile sets come to an end", () => {
    const text = Array.from({ length: 400 }, (_, i) => `In ${1900 + (i % 100)} the mill moved and ${i + 2} boats sank`).join("\n");
    const many = ["one", "two", "three"].map((id) => {
      const article = articleOf(id, text);
      const times = findTimes(article);
      return { article, times, figures: findFigures(article, times) };
    });
    expect(proposeFacts(many).length).toBeGreaterThan(0);
  });
});

const time = (from: string | null, to: string | null, more: Partial<TimeMention> = {}): TimeMention => ({ articleId: "one", start: 0, end: 1, sentence: 0, kind: "range", from, to, vague: false, anchor: null, ...more });
const year = (one: number, other = one): TimeMention => time(`${one}-01-01T00:00`, `${other}-12-31T23:59`);
const figure = (low: number | null, high: number | null): FigureMention => ({ articleId: "one", start: 0, end: 1, sentence: 0, low, high, vague: false, unit: "boats" });

describe("whether both can be true", () => {
  it("asks of times whether any moment is allowed by both", () => {
    expect(timesCompatible(year(2003), year(2009, 2013))).toBe(false);
    expect(timesCompatible(year(2010), year(2009, 2013))).toBe(true);
    expect(timesCompatible(time(null, "2010-12-31T23:59", { kind: "by" }), year(2008))).toBe(true);
    expect(timesCompatible(time(null, "2010-12-31T23:59", { kind: "by" }), year(2012))).toBe(false);
    expect(timesCompatible(time("2004-01-01T00:00", null, { kind: "after" }), year(2003))).toBe(false);
    expect(timesCompatible(time(null, null, { kind: "relative" }), year(2003))).toBe(true);
    expect(timesCompatible(time("2023-05-08T23:30", "2023-05-09T00:00", { vague: true }), time("2023-05-09T00:10", "2023-05-09T00:10"))).toBe(true);
    expect(timesCompatible(time("2023-05-08T23:30", "2023-05-09T00:00", { vague: true }), time("2023-05-09T01:00", null, { vague: true }))).toBe(false);
  });
  it("asks of figures whether any number is", () => {
    expect(figuresCompatible(figure(14, null), figure(22, 22))).toBe(true);
    expect(figuresCompatible(figure(14, null), figure(11, 11))).toBe(false);
    expect(figuresCompatible(figure(2700, 3300), figure(null, 2000))).toBe(false);
  });
});
