import { describe, expect, it } from "vitest";
import { estimate, SIGN_SCALE } from "@/lib/stance/estimate";
import { countsPicture } from "@/lib/stance/pictures/counts";
import { genrePicture } from "@/lib/stance/pictures/genre";
import { voicePicture } from "@/lib/stance/pictures/voice";
import { meanOfWorks, workValues } from "@/lib/stance/pictures/work-values";
import type { AllCounts, Assessed } from "@/lib/stance/report";
import { statusOf } from "@/lib/stance/status";
import { NO_ONE } from "@/lib/stance/sums";
import { observed, OUTLETS } from "./observed.fixture";

const zero = { advocacy: 0, neutral: 0, critical: 0 };

/** A cell of own voice: the values of its works in own and in quoted words. */
function cell(groupId: string, own: readonly number[], quoted: readonly number[], counts: Partial<AllCounts> = {}) {
  const of = (values: readonly number[]): Assessed => {
    const found = estimate(values.map((value, i) => ({ workId: `w${i}`, value })), SIGN_SCALE);
    return { works: found.works, sharedWorks: 1, mean: found.mean, interval: found.interval, status: statusOf(found.works, 1) };
  };
  const points = (values: readonly number[]) => (values.length < 3 ? values.map((value, i) => ({ workId: `w${i}`, value })) : []);
  return { groupId, articles: own.length, works: own.length, counts: { own: zero, quoted: zero, embedded: zero, none: zero, ...counts }, figure: of(own), points: points(own), quoted: of(quoted), quotedPoints: points(quoted) };
}

describe("values of works", () => {
  it("lets coders, copies and works weigh the same at each step, however many there are below", () => {
    // Work w: copy a by three coders (−1, −1, 1: mean −1/3), copy b by one (1). Mean of copies: 1/3. Work v: 0.
    const works = workValues(observed("tern", "w a ann -1", "w a bob -1", "w a cy 1", "w b ann 1", "v c ann 0"));
    expect(works.map(({ workId, value, articleIds, coderIds }) => [workId, value, articleIds, coderIds])).toEqual([["v", 0, ["c"], ["ann"]], ["w", expect.closeTo(1 / 3, 12), ["a", "b"], ["ann", "bob", "cy"]]]);
  });

  it("has a mean and an interval from three works up, and counts a settled record as two coders", () => {
    const three = meanOfWorks(workValues(observed("tern", `a a ${NO_ONE} -1`, "b b ann 0", "c c ann 1")), SIGN_SCALE);
    // s = 1, t(.975, 2) = 4.3027, half = 2.484: both ends are cut.
    expect(three).toMatchObject({ works: 3, sharedWorks: 1, level: "not_enough", mean: 0, interval: { low: -1, high: 1, cutLow: true, cutHigh: true }, reason: null });
    expect(meanOfWorks(workValues(observed("tern", "a a ann -1", "b b ann 0")), SIGN_SCALE)).toMatchObject({ mean: null, interval: null, reason: "fewer_than_three_works", points: [{ workId: "a", value: -1 }, { workId: "b", value: 0 }] });
    expect(meanOfWorks(workValues(observed("tern", "a a ann 1", "b b ann 1", "c c ann 1")), SIGN_SCALE)).toMatchObject({ mean: 1, interval: null, reason: "no_variation" });
    expect(meanOfWorks([], SIGN_SCALE)).toMatchObject({ mean: null, reason: "no_works", level: "not_enough" });
  });
});

describe("counts", () => {
  it("keeps the three counts of each voice, by name, with the total", () => {
    const own = { advocacy: 1, neutral: 2, critical: 4 };
    const made = countsPicture([cell("tern", [0, 0, 0, 0, 0, 1], [0, 0, 0, 0, 0, 0], { own, quoted: { ...zero, critical: 3 }, embedded: own, none: own }), cell("quay", [0], [0]), cell("empty", [], [])], OUTLETS, 2);
    expect(made.value?.rows.map(({ name, level, own: mine, quoted }) => [name, level, mine, quoted])).toEqual([["Quay Standard", "not_enough", zero, zero], ["The Daily Tern", "tentative", own, { ...zero, critical: 3 }]]);
    expect(made.value).toMatchObject({ total: { advocacy: 1, neutral: 2, critical: 7 }, unknownWorks: 2 });
  });

  it("says what is missing: no works, unknown outlets alone, no marks", () => {
    expect(countsPicture([], OUTLETS, 0)).toEqual({ value: null, reason: "no_works" });
    expect(countsPicture([], OUTLETS, 1)).toEqual({ value: null, reason: "unknown_outlets" });
    expect(countsPicture([cell("tern", [0], [0])], OUTLETS, 0)).toEqual({ value: null, reason: "no_marks" });
  });
});

describe("own against quoted", () => {
  const marks = { own: { ...zero, critical: 1 } };
  it("sets the two figures of the same works beside each other and says whether their intervals overlap", () => {
    const [row] = voicePicture([cell("tern", [-1, -0.9, -1, -0.8], [1, 0.9, 1, 0.8], marks)], OUTLETS, 0).value?.rows ?? [];
    expect([row?.name, row?.own.mean, row?.quoted.mean, row?.overlap]).toEqual(["The Daily Tern", expect.closeTo(-0.925, 12), expect.closeTo(0.925, 12), false]);
    expect(voicePicture([cell("tern", [-1, 0, 1], [-1, 0, 1], marks)], OUTLETS, 0).value?.rows[0]?.overlap).toBe(true);
    expect(voicePicture([cell("tern", [-1, 0], [-1, 0], marks)], OUTLETS, 0).value?.rows[0]).toMatchObject({ overlap: null, own: { mean: null, reason: "fewer_than_three_works", points: [{ value: -1 }, { value: 0 }] } });
  });

  it("has nothing to show where nobody marked anything, in whatever voice", () => {
    expect(voicePicture([cell("tern", [0], [0])], OUTLETS, 0)).toEqual({ value: null, reason: "no_marks" });
    expect(voicePicture([], OUTLETS, 1)).toEqual({ value: null, reason: "unknown_outlets" });
  });
});

describe("genres", () => {
  it("estimates each genre from its own articles, the unknown one last, and a work in two genres in both", () => {
    const rows = [...observed("tern", "a a ann -1", "a a2 ann 1", "b b ann 0", "c c ann 1"), ...observed(null, "x x ann 1")];
    const genres = new Map([["a", "news"], ["a2", "opinion"], ["b", null], ["c", "news"]]);
    const made = genrePicture(rows, genres, OUTLETS, SIGN_SCALE).value;
    expect(made?.genres).toEqual(["news", "opinion", null]);
    expect(made?.rows[0]?.genres.map(({ genre, mean }) => [genre, mean.works, mean.points.map((point) => point.value)])).toEqual([["news", 2, [-1, 1]], ["opinion", 1, [1]], [null, 1, [0]]]);
    expect(made?.unknownWorks).toBe(1);
  });
});
