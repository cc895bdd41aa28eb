import { describe, expect, it } from "vitest";
import { SIGN_SCALE } from "@/lib/stance/estimate";
import { startingCodebook } from "@/lib/codebook/presets/starting";
import { residualsPicture } from "@/lib/stance/pictures/annotators";
import { bucketOf, bucketsBetween, lastDayOf, unitFor, withinBucket } from "@/lib/stance/pictures/buckets";
import { labelsPicture } from "@/lib/stance/pictures/labels";
import { mastheadPicture } from "@/lib/stance/pictures/masthead";
import { type Quoted, speakersPicture } from "@/lib/stance/pictures/speakers";
import { timePicture } from "@/lib/stance/pictures/time";
import { NO_ONE } from "@/lib/stance/sums";
import { makeLabel, makeSet } from "@/tests/factories/labels";
import { observed, OUTLETS, QUAY, TERN } from "./observed.fixture";

describe("buckets of days", () => {
  it("are weeks from Monday up to half a year, then months, then years, and leave no day out", () => {
    expect([unitFor("2026-01-01", "2026-07-03"), unitFor("2026-01-01", "2026-07-04"), unitFor("2020-01-01", "2024-01-02")]).toEqual(["week", "month", "year"]);
    // 29 March 2026 is a Sunday.
    expect([bucketOf("2026-03-29", "week"), bucketOf("2026-03-30", "week"), bucketOf("1969-12-31", "week"), bucketOf("2026-03-29", "month"), bucketOf("2026-03-29", "year")]).toEqual(["2026-03-23", "2026-03-30", "1969-12-29", "2026-03-01", "2026-01-01"]);
    expect([lastDayOf("2026-03-23", "week"), lastDayOf("2024-02-01", "month"), lastDayOf("2026-12-01", "month")]).toEqual(["2026-03-29", "2024-02-29", "2026-12-31"]);
    expect(bucketsBetween("2025-11-30", "2026-02-01", "month")).toEqual(["2025-11-01", "2025-12-01", "2026-01-01", "2026-02-01"]);
    expect(bucketsBetween("2026-03-29", "2026-04-06", "week")).toEqual(["2026-03-23", "2026-03-30", "2026-04-06"]);
    expect(withinBucket("2026-03-23", "2026-03-23", "week")).toBeCloseTo(0.5 / 7, 12);
  });
});

describe("over time", () => {
  const rows = observed("tern", "a a ann -1", "b b ann 0", "c c ann 1", "d d ann 1", "e e1 ann -1", "e e2 ann 0", "f f ann 1");
  const days = new Map([["a", "2026-03-23"], ["b", "2026-03-24"], ["c", "2026-03-29"], ["d", "2026-04-08"], ["e1", null], ["e2", "2026-03-30"]]);

  it("puts a work into the bucket of its first copy with a day, and counts what has none", () => {
    const made = timePicture(rows, days, OUTLETS, SIGN_SCALE).value;
    expect(made).toMatchObject({ unit: "week", starts: ["2026-03-23", "2026-03-30", "2026-04-06"], undatedArticles: 1 });
    expect(made?.rows[0]?.buckets.map(({ start, mean }) => [start, mean.mean, mean.points.map((point) => point.workId), mean.reason])).toEqual([
      ["2026-03-23", 0, ["a", "b", "c"], null], ["2026-03-30", null, ["e"], "fewer_than_three_works"], ["2026-04-06", null, ["d"], "fewer_than_three_works"],
    ]);
    expect(made?.rows[0]).toMatchObject({ undatedWorks: 1, undatedArticles: 1 });
  });

  it("is not drawn where no article has a day", () => {
    expect(timePicture(rows, new Map(), OUTLETS, SIGN_SCALE)).toEqual({ value: null, reason: "no_days" });
  });
});

describe("who is quoted", () => {
  const quote = (workId: string, coderId: string, speaker: string | null, advocacy: number, critical: number): Quoted => ({ groupId: "tern", workId, articleId: workId, coderId, speakerId: speaker, speaker, advocacy, neutral: 0, critical });

  it("orders speakers by the works that quote them, and keeps the rest and the unnamed apart", () => {
    const quotes = [quote("a", "ann", "Traders", 0, 1), quote("a", "bob", "Traders", 0, 3), quote("b", "ann", "Traders", 1, 0), quote("a", "ann", "Crew", 5, 0), quote("c", "ann", "Mayor", 2, 1), quote("b", "bob", null, 0, 2)];
    const [row] = speakersPicture(quotes, OUTLETS, 1).value?.rows ?? [];
    expect(row?.works).toBe(3);
    expect(row?.top.map(({ name, works, counts, lean }) => [name, works, counts, lean.points.map((point) => point.value)])).toEqual([["Traders", 2, { advocacy: 1, neutral: 0, critical: 4 }, [-1, 1]]]);
    expect(row?.rest).toMatchObject({ people: 2, works: 2, counts: { advocacy: 7, neutral: 0, critical: 1 } });
    expect(row?.unnamed).toMatchObject({ works: 1, counts: { critical: 2 } });
  });

  it("is not drawn without quotations", () => {
    expect(speakersPicture([], OUTLETS)).toEqual({ value: null, reason: "no_quotes" });
  });
});

describe("outlets against labels", () => {
  const [gone, name] = [makeLabel("Slur"), makeLabel("Loaded word")];
  const irony = makeLabel("Irony");
  const content = { ...startingCodebook("research"), sets: [makeSet("Technique", [{ ...gone, mergedIntoId: name.id }, name, irony]), makeSet("Topic", ["War"], { level: "article" })] };
  const rows = [...observed("tern", "a a ann 0", "a a bob 0", "b b ann 0", "c c ann 0"), ...observed("quay", "d d ann 0")];

  it("counts works by the coders who saw the label in them, merged labels where they went", () => {
    const carried = [{ articleId: "a", coderId: "ann", labelId: gone.id, marks: 2 }, { articleId: "a", coderId: "ann", labelId: name.id, marks: 1 }, { articleId: "b", coderId: "ann", labelId: name.id, marks: 1 }, { articleId: "d", coderId: "ann", labelId: "facts", marks: 1 }];
    const made = labelsPicture(rows, carried, content, OUTLETS).value;
    expect(made?.sets).toEqual([{ id: "device", name: null, labels: [{ id: "facts", name: null }] }, { id: content.sets[0]?.id, name: "Technique", labels: [{ id: name.id, name: "Loaded word" }] }]);
    // The Tern: one of two coders in work a (.5), the one of b (1), nobody in c (0).
    expect(made?.cells.find((cell) => cell.labelId === name.id && cell.outletId === "tern")).toMatchObject({ value: 0.5, marks: 4, share: { works: 3, mean: 0.5 } });
    expect(made?.cells.find((cell) => cell.labelId === "facts" && cell.outletId === "quay")).toMatchObject({ value: 1, marks: 1, share: { works: 1, mean: null } });
    expect(made?.outlets).toEqual([{ ...QUAY, works: 1 }, { ...TERN, works: 3 }]);
  });

  it("is not drawn where no mark has a label", () => {
    expect(labelsPicture(rows, [], content, OUTLETS)).toEqual({ value: null, reason: "no_labels" });
  });
});

describe("annotators by outlet", () => {
  const people = [{ id: "ann", name: "Ann" }, { id: "bob", name: "Bob" }, { id: "cy", name: "Cy" }];

  it("takes each annotator's distance from the article's mean, over works, and overall", () => {
    const rows = [...observed("tern", "a a ann -1", "a a bob 0", "b b ann -0.5", "b b bob 0.5", "z z cy 1"), ...observed("quay", "c c ann 1", "c c bob 0"), ...observed("quay", `d d ${NO_ONE} 1`, "d d ann 1")];
    const made = residualsPicture(rows, people, OUTLETS, SIGN_SCALE).value;
    expect(made?.cells.map(({ annotatorId, outletId, works, mean }) => [annotatorId, outletId, works, mean])).toEqual([
      ["ann", null, 3, expect.closeTo((-0.5 - 0.5 + 0.5) / 3, 12)], ["ann", "tern", 2, -0.5], ["ann", "quay", 1, 0.5], ["bob", null, 3, expect.closeTo((0.5 + 0.5 - 0.5) / 3, 12)], ["bob", "tern", 2, 0.5], ["bob", "quay", 1, -0.5],
    ]);
    expect(made).toMatchObject({ sharedArticles: 3, annotators: people.slice(0, 2) });
  });

  it("refuses where nobody coded what another coded, the settled record being nobody", () => {
    expect(residualsPicture(observed("tern", "a a ann 1", `a a ${NO_ONE} 0`, "b b bob 0"), people, OUTLETS, SIGN_SCALE)).toEqual({ value: null, reason: "no_overlap" });
  });
});

describe("hidden against shown", () => {
  it("pairs articles coded both ways, and leaves out those coded one way", () => {
    const hidden = observed("tern", "a a ann 0", "b b ann 0.5", "c c ann -0.5", "x x ann 1");
    const shown = observed("tern", "a a bob -1", "a a cy 0", "b b bob 0.5", "c c bob -1", "y y bob -1");
    const [row] = mastheadPicture(hidden, shown, OUTLETS, SIGN_SCALE).value?.rows ?? [];
    // a: −.5 − 0, b: 0, c: −.5.
    expect(row?.difference).toMatchObject({ kind: "paired", works: 3, mean: expect.closeTo(-1 / 3, 12) as number, points: [-0.5, 0, -0.5], reason: null });
    expect([row?.hidden.works, row?.shown.works]).toEqual([4, 4]);
  });

  it("compares different works with Welch's interval where none was coded both ways", () => {
    const hidden = observed("tern", "a a ann 0", "b b ann 0.2", "c c ann 0.4");
    const shown = observed("tern", "d d ann -0.2", "e e ann -0.4", "f f ann -0.6", "g g ann -0.4");
    const difference = mastheadPicture(hidden, shown, OUTLETS, SIGN_SCALE).value?.rows[0]?.difference;
    // Variances .04/3 and .026667/4, degrees 27/7 → t 2.817474; se = √.02 = .141421.
    expect(difference).toMatchObject({ kind: "unpaired", works: 7, mean: expect.closeTo(-0.6, 12) as number, reason: null });
    expect(difference?.interval?.low).toBeCloseTo(-0.6 - 2.817474 * 0.1414214, 5);
    expect(mastheadPicture(hidden.slice(1), shown, OUTLETS, SIGN_SCALE).value?.rows[0]?.difference).toMatchObject({ mean: null, reason: "fewer_than_three_works" });
  });

  it("has no difference in an outlet coded one way, and no picture where everything was", () => {
    const made = mastheadPicture(observed("tern", "a a ann 0"), observed("quay", "b b ann 0"), OUTLETS, SIGN_SCALE).value;
    expect(made?.rows.map((row) => row.difference)).toEqual([null, null]);
    expect(mastheadPicture([], observed("quay", "b b ann 0"), OUTLETS, SIGN_SCALE)).toEqual({ value: null, reason: "one_condition" });
  });
});
