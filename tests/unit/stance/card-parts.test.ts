import { describe, expect, test } from "vitest";
import { adviceOf } from "@/lib/stance/advice";
import { byGenre, datesOf, figureFrom, inCommon, shareOf } from "@/lib/stance/card-parts";
import { DEFAULT_STANCE } from "@/lib/stance/choice";
import { estimandOf } from "@/lib/stance/estimand";
import { NO_ONE, type Observation } from "@/lib/stance/sums";

const seen = (articleId: string, coderId: string, value: number, workId = articleId): Observation => ({ groupId: "tern", targetId: "mayor", workId, articleId, coderId, value, spans: 1 });
const facts = new Map([["a", { genre: "news", publishedOn: "2026-04-02" }], ["b", { genre: "opinion", publishedOn: null }], ["c", { genre: null, publishedOn: "2026-03-01" }]]);
const all = [seen("a", "ann", -1), seen("a", "bob", 0), seen("b", "ann", 1), seen("c", NO_ONE, 0)];

describe("parts of a card", () => {
  test("genres stand apart, an unknown one too, the most articles first", () => {
    expect(byGenre("spans", [...all, seen("d", "ann", 1)], new Map([...facts, ["d", { genre: "opinion", publishedOn: null }]])).map((one) => [one.genre, one.articles, one.points.map((point) => point.value)])).toEqual([["opinion", 2, [1, 1]], ["news", 1, [-0.5]], [null, 1, [0]]]);
  });
  test("the settled record is nobody whom another has articles in common with", () => {
    expect(inCommon(all)).toEqual({ pairs: 1, fewest: 1, most: 1 });
    expect(inCommon([seen("a", "ann", 0), seen("b", "ann", 0), seen("a", NO_ONE, 0)])).toBeNull();
    expect(inCommon([seen("a", "ann", 0), seen("b", "bob", 0), seen("a", "cat", 0), seen("b", "cat", 0)])).toEqual({ pairs: 3, fewest: 0, most: 1 });
  });
  test("days go from the first to the last, each article once", () => {
    expect(datesOf(all, facts)).toEqual({ from: "2026-03-01", to: "2026-04-02", without: 1 });
    expect(datesOf([], facts)).toEqual({ from: null, to: null, without: 0 });
  });
  test("a figure from observations has its mean and no points from three works up", () => {
    const found = figureFrom("spans", all);
    // −.5, 1 and 0
    expect([found.works, found.points, found.figure.sharedWorks]).toEqual([3, [], 2]);
    expect(found.figure.mean.value).toBeCloseTo(1 / 6, 12);
    expect(figureFrom("judgements", []).figure.mean).toEqual({ value: null, reason: "no_works" });
  });
  test("a share of nothing is undefined", () => {
    expect([shareOf(1, 4, "no_articles"), shareOf(0, 0, "no_articles")]).toEqual([{ value: 0.25 }, { value: null, reason: "no_articles" }]);
  });
  test("agreement below .667 warns, and an undefined one refuses", () => {
    expect([adviceOf({ value: 0.667 }), adviceOf({ value: 0.666 }), adviceOf({ value: null, reason: "one_annotator" })]).toEqual(["fine", "warn", "refuse"]);
  });
});

describe("the estimand in words", () => {
  const names = { whose: "The Daily Tern", target: "Mayor Varrick", articleSet: null };
  test("names voice, device, data and group of the default", () => {
    expect(estimandOf(DEFAULT_STANCE, names)).toBe("Of works first published by The Daily Tern that address Mayor Varrick: the mean of work scores, from −1 (all critical) to +1 (all advocacy), of how they frame Mayor Varrick in its own words, by words and facts; settled records where there are any.");
  });
  test("names every filter, and no voice of judgements", () => {
    const choice = { ...DEFAULT_STANCE, by: "publisher", measured: "judgements", data: "raw", genre: "news", from: "2026-04-02", to: "2026-06-30", source: "hidden", codebookVersion: 2, articleSetId: "x" } as const;
    expect(estimandOf(choice, { ...names, articleSet: "June" })).toBe("Of works put up by The Daily Tern that address Mayor Varrick: the mean judgement of whole articles, from −2 to +2, of how they frame Mayor Varrick; annotators as they submitted, news alone, published from 2026-04-02 until 2026-06-30, in the set “June”, coded with the source hidden, codebook version 2.");
    expect(estimandOf({ ...DEFAULT_STANCE, to: "2026-06-30" }, names)).toContain(", published until 2026-06-30.");
    expect(estimandOf({ ...DEFAULT_STANCE, from: "2026-04-02" }, names)).toContain(", published from 2026-04-02 on.");
  });
});
