import { beforeAll, describe, expect, it } from "vitest";
import { newId } from "@/lib/kernel/id";
import { rows } from "@/lib/platform/database";
import { adopting } from "@/tests/factories/adjudication";
import { call } from "@/tests/factories/call";
import { publish, makeStanceWorld, reads, type StanceWorld } from "@/tests/factories/stance-world";
import type { TestArticle } from "@/tests/factories/world";
import { truncateAll } from "@/tests/support/database";

// Four works of the Tern toward the mayor, in own voice (Ann, Bob) → article → work:
//   one    news     2 April    Ann −1 (timid, mean), Bob +1 (bold)          → 0
//   two    news     9 April    Ann  0 (nothing),     Bob −1 (timid)         → −.5
//   three  opinion  1 May      Ann −1,               Bob −1                 → −1
//   four   opinion  no day     Ann +1 (bold); copied by the Quay, Ann −1: the work is (+1 − 1) / 2 = 0
// Mean −.375. A fifth article of the Tern is about the council alone. The Quay has one work of its own, Bob −1.
let world: StanceWorld, one: TestArticle, two: TestArticle, three: TestArticle, four: TestArticle, copy: TestArticle;
const advocacy = { framing: "advocacy" };
const says = (speaker: string | null, framing = "critical") => ({ voice: "quoted", attribution: "direct", framing, ...(speaker === null ? {} : { speaker }) });

beforeAll(async () => {
  await truncateAll();
  world = await makeStanceWorld();
  const { ann, bob, tern, quay, mayor, council } = world;
  await rows("UPDATE project SET sampling = 'Every third article of April and May.' WHERE id = $1", [world.projectId]);
  one = await publish(world, tern, { genre: "news", on: "2026-04-02" });
  two = await publish(world, tern, { genre: "news", on: "2026-04-09" });
  three = await publish(world, tern, { genre: "opinion", on: "2026-05-01" });
  four = await publish(world, tern, { genre: "opinion" });
  copy = await publish(world, tern, { genre: "opinion", publisherId: quay, workId: four.workId });
  await reads(world, ann, one, [["timid", mayor], ["mean", mayor], ["brave", mayor, says("A trader")], ["steady", mayor, says("A trader", "neutral")], ["plain", mayor, says(null)]]);
  await reads(world, bob, one, [["bold", mayor, advocacy], ["brave", mayor, says("The harbour master", "advocacy")], ["steady", mayor, { device: "facts", directness: "indirect" }]]);
  await reads(world, ann, two, [["brave", council]], { mayor: 0 });
  await reads(world, bob, two, [["timid", mayor]]);
  for (const who of [ann, bob]) await reads(world, who, three, [["timid", mayor]]);
  await reads(world, ann, four, [["bold", mayor, advocacy]]);
  await reads(world, ann, copy, [["timid", mayor]]);
  await reads(world, bob, await publish(world, tern, { genre: "news", on: "2026-04-30" }), [["bungled", council]]);
  await reads(world, bob, await publish(world, quay), [["timid", mayor]]);
});

const get = (path: string, who = world.observer) => call(who, "GET", `/projects/${world.projectId}/stance${path}`);
const card = async (query = "") => {
  const answer = await get(`/card?target=${world.mayor}&outlet=${world.tern}${query}`);
  expect([answer.status, answer.status === 200 ? "" : answer.text]).toEqual([200, ""]);
  return answer.body;
};

describe("the report card", () => {
  it("tells the figure, what it rests on, and what it leaves out", async () => {
    const found = await card();
    expect(found.cell).toMatchObject({ articles: 5, works: 4, annotators: 2, sharedWorks: 3, settledArticles: 0, figure: { mean: { value: -0.375 }, status: { level: "not_enough", reasons: ["fewer_than_five_works"] } } });
    // s² of 0, −.5, −1, 0 is .6875 / 3; t(.975, 3) = 3.182446: ± 3.182446 · √(.229167 / 4) = ± .7617, cut at −1.
    expect(found.cell.figure.interval.value).toMatchObject({ low: -1, cutLow: true });
    expect(found.cell.figure.interval.value.high).toBeCloseTo(0.38674, 4);
    // Ann's three quoted marks in the first article give (0 + 0 − 1 − 1) / 3 → −2/3, Bob's one +1: a sixth; the other works 0.
    expect(found.cell.quoted.mean.value).toBeCloseTo((-2 / 3 + 1) / 2 / 4, 12);
    expect(found).toMatchObject({
      copies: 1, inCommon: { pairs: 1, fewest: 3, most: 3 }, settledShare: { value: 0 }, notAddressing: 1, blindShare: { value: 0 }, codebook: { versions: [{ number: 1 }], leftOut: 0 },
      dates: { from: "2026-04-02", to: "2026-05-01", without: 2 }, sampling: "Every third article of April and May.", addressedBy: "evidence", pooled: { value: null, reason: "fewer_than_five_outlets" },
    });
    expect(found.estimand).toContain("first published by The Daily Tern that address Mayor Varrick");
    expect(found.methods.join(" ")).toContain("Sampling: Every third article of April and May.");
  });

  it("says who is quoted, how often and how they lean", async () => {
    const { speakers } = await card();
    expect(speakers).toEqual({
      top: [{ name: "A trader", spans: 2, counts: { advocacy: 0, neutral: 1, critical: 1 } }, { name: "The harbour master", spans: 1, counts: { advocacy: 1, neutral: 0, critical: 0 } }],
      rest: { speakers: 0, counts: { advocacy: 0, neutral: 0, critical: 0 } }, unnamed: { advocacy: 0, neutral: 0, critical: 1 },
    });
  });

  it("sets news and opinion apart, whichever is chosen", async () => {
    for (const query of ["", "&genre=news"]) {
      const { genres } = await card(query);
      expect(genres.map((each: { genre: string; articles: number; works: number; points: { value: number }[] }) => [each.genre, each.articles, each.works, each.points.map((point) => point.value).sort()])).toEqual([["opinion", 3, 2, [-1, 0]], ["news", 2, 2, [-0.5, 0]]]);
    }
    expect((await card("&genre=news")).cell).toMatchObject({ works: 2, articles: 2 });
  });

  it("gives agreement on exactly that layer, and how far it lets the figure be read", async () => {
    const { agreement } = await card();
    expect(agreement).toMatchObject({ layer: "framing", articles: 3, annotators: 2 });
    expect(agreement.advice).toBe(agreement.figure.value === null ? "refuse" : agreement.figure.value < 0.667 ? "warn" : "fine");
    const direct = (await call(world.observer, "GET", `/projects/${world.projectId}/agreement?targetIds=${world.mayor}`)).body["headline"];
    expect([agreement.figure, agreement.interval]).toEqual([direct.figure, direct.interval]);
  });

  it("takes leanings off where annotators overlap", async () => {
    // Shared articles one, two, three: Ann −1, 0, −1, Bob +1, −1, −1. Ann's mean is −2/3, Bob's −1/3: he is the milder one.
    const { adjusted } = await card();
    expect(adjusted.value).toMatchObject({ annotators: 2, articles: 3 });
    expect(adjusted.value.most).toBeLessThanOrEqual(1 / 6 + 1e-9);
    const table = (await get(`?target=${world.mayor}&adjust=severity`)).body;
    const cell = table["cells"].find((each: { groupId: string }) => each.groupId === world.tern);
    expect(cell.figure.mean).toEqual(adjusted.value.figure.mean);
  });

  it("counts indirect marks, facts and other voices only where they are asked for", async () => {
    const spans = async (query: string) => (await get(`/spans?target=${world.mayor}&outlet=${world.tern}${query}`)).body;
    expect((await spans("")).total).toBe(8);
    expect(await spans("&directness=indirect")).toMatchObject({ total: 1, items: [{ device: "facts", directness: "indirect", parts: [{ quote: "steady" }] }] });
    expect((await spans("&directness=any&device=facts")).total).toBe(1);
    expect((await spans("&directness=any&device=words")).total).toBe(8);
    expect((await spans("&voice=all")).total).toBe(12);
    expect((await spans("&voice=quoted&framing=critical")).total).toBe(2);
    expect((await spans(`&coder=${world.ann.memberId}`)).total).toBe(5);
    expect(await card("&directness=indirect")).toMatchObject({ cell: { counts: { own: { critical: 1 } } } });
  });

  it("says what the filter of one codebook version leaves out", async () => {
    expect(await card("&codebook=1")).toMatchObject({ codebook: { versions: [{ number: 1 }], leftOut: 0 }, cell: { articles: 5 } });
    expect((await get(`/card?target=${world.mayor}&outlet=${world.tern}&source=hidden`)).status).toBe(404);
  });
});

describe("what stands behind", () => {
  it("opens works, articles and coders, the most critical first, page by page", async () => {
    const path = `/works?target=${world.mayor}&outlet=${world.tern}`;
    const whole = (await get(path)).body;
    expect(whole["items"].map((work: { value: number; articles: unknown[] }) => [work.value, work.articles.length])).toEqual([[-1, 1], [-0.5, 1], [0, expect.any(Number)], [0, expect.any(Number)]]);
    const first = whole["items"].find((work: { workId: string }) => work.workId === one.workId).articles[0];
    expect(first).toMatchObject({ articleId: one.articleId, outlet: "The Daily Tern", publishedOn: "2026-04-02", genre: "news", value: 0, settled: false });
    expect(first.coders.map((coder: { coderId: string; value: number; counts: { own: object; quoted: object } }) => [coder.coderId === world.ann.memberId, coder.value, coder.counts.own, coder.counts.quoted])).toEqual(
      expect.arrayContaining([[true, -1, { advocacy: 0, neutral: 0, critical: 2 }, { advocacy: 0, neutral: 1, critical: 2 }], [false, 1, { advocacy: 1, neutral: 0, critical: 0 }, { advocacy: 1, neutral: 0, critical: 0 }]]),
    );
    const paged: string[] = [];
    for (let cursor = ""; ; ) {
      const page = (await get(`${path}&limit=1${cursor}`)).body;
      paged.push(...page["items"].map((work: { workId: string }) => work.workId));
      if (page["next"] === null) break;
      cursor = `&cursor=${encodeURIComponent(page["next"])}`;
    }
    expect(paged).toEqual(whole["items"].map((work: { workId: string }) => work.workId));
  });

  it("is a table from which the figure can be computed again", async () => {
    const { text } = await get(`/works.csv?target=${world.mayor}&outlet=${world.tern}`);
    const lines = text.split("\r\n").filter((line) => line !== "" && !/^\uFEFF?#/u.test(line));
    expect(lines).toHaveLength(1 + 2 + 2 + 2 + 1 + 1);
    expect(text).toContain("# whose: The Daily Tern\r\n");
  });

  it("shows how the figure moves under each other choice", async () => {
    const found = (await get(`/sensitivity?target=${world.mayor}&outlet=${world.tern}`)).body;
    const keys = found["rows"].map((row: { key: string }) => row.key);
    expect(keys).toEqual(["voice.quoted", "voice.all", "by.publisher", "measured.judgements", "device.words", "device.facts", "directness.any", "genre.news", "genre.opinion", "adjust.severity", "weighing.span"]);
    const row = (key: string) => found["rows"].find((each: { key: string }) => each.key === key);
    // By publisher, the Quay's copy is the Quay's: work four is +1 and the mean (0 − .5 − 1 + 1) / 4.
    expect(row("by.publisher")).toMatchObject({ mean: { value: -0.125 }, shift: { value: 0.25 }, turns: false });
    expect(row("genre.news")).toMatchObject({ works: 2, mean: { value: null, reason: "fewer_than_three_works" }, shift: { value: null, reason: "undefined_figure" } });
    // 2 for, 6 against, of 8 marks in own voice.
    expect(row("weighing.span")).toMatchObject({ mean: { value: -0.5 }, interval: { value: null } });
    const cell = (await get(`?target=${world.mayor}&voice=all`)).body["cells"].find((each: { groupId: string }) => each.groupId === world.tern);
    expect(row("voice.all").mean).toEqual(cell.figure.mean);
  });

  it("tells how two outlets differ, over the same events where there are enough", async () => {
    const path = `/differences?target=${world.mayor}&outlet=${world.tern}&other=${world.quay}`;
    expect((await get(path)).body).toMatchObject({ kind: "unpaired", works: [4, 1], difference: { value: null, reason: "fewer_than_three_works" } });
    const rivals = [];
    for (const quote of ["bold", "bold", "timid"] as const) {
      const rival = await publish(world, world.quay);
      await reads(world, world.ann, rival, [[quote, world.mayor, quote === "bold" ? advocacy : {}]]);
      rivals.push(rival);
    }
    for (const [i, mine] of [one, two, three].entries()) {
      const made = await call(world.coordinator, "POST", `/projects/${world.projectId}/article-sets`, { name: `Event ${i}`, kind: "event", articleIds: [mine.articleId, rivals[i]!.articleId] });
      expect(made.status).toBeLessThan(300);
    }
    // 0 − 1, −.5 − 1 and −1 + 1: mean −2.5/3.
    const found = (await get(path)).body;
    expect(found).toMatchObject({ kind: "paired", pairs: 3, works: [4, 4], clear: null });
    expect(found["difference"].value).toBeCloseTo(-2.5 / 3, 12);
  });
});

describe("the settled record", () => {
  it("stands in place of the annotators of its article, as one coder who counts as two", async () => {
    const at = `/projects/${world.projectId}/articles/${three.articleId}`;
    const document = async () => (await call(world.reviewer, "GET", `${at}/adjudication`)).body;
    const [cluster] = (await document())["clusters"];
    const wish = adopting(cluster);
    // Both marked "timid" as critical; the reviewer weighs it neutral: work three is 0 by its record, and −1 raw.
    const decided = await call(world.reviewer, "POST", `${at}/decisions`, { ...wish, method: "edited", from: [], reason: "edge_case", note: "Weighed.", settled: [{ ...wish.settled[0], framing: "neutral" }] });
    expect([decided.status, decided.status < 300 ? "" : decided.text]).toEqual([201, ""]);
    for (const targetId of [world.mayor, world.council]) expect((await call(world.reviewer, "POST", `${at}/decisions`, { id: newId(), subject: "judgement", targetId, outcome: "settled", method: "adopted", value: "not_addressed" })).status).toBe(201);
    const settled = await call(world.reviewer, "POST", `${at}/settle`, { version: (await document())["adjudication"].version });
    expect([settled.status, settled.status < 300 ? "" : settled.text]).toEqual([200, ""]);
    // (0 − .5 + 0 + 0) / 4
    expect(await card()).toMatchObject({ cell: { works: 4, articles: 5, sharedWorks: 3, settledArticles: 1, counts: { own: { neutral: 1 } }, figure: { mean: { value: -0.125 } } }, settledShare: { value: 0.2 } });
    expect((await card("&data=raw")).cell).toMatchObject({ settledArticles: 0, figure: { mean: { value: -0.375 } } });
    // Who coded with the source shown is people, never the record.
    expect((await card("&source=shown")).cell).toMatchObject({ settledArticles: 0, figure: { mean: { value: -0.375 } } });
    const spans = (await get(`/spans?target=${world.mayor}&outlet=${world.tern}&article=${three.articleId}`)).body;
    expect(spans["items"]).toMatchObject([{ annotator: null, framing: "neutral", parts: [{ quote: "timid" }] }]);
    const works = (await get(`/works?target=${world.mayor}&outlet=${world.tern}`)).body;
    expect(works["items"].find((work: { workId: string }) => work.workId === three.workId)).toMatchObject({ value: 0, articles: [{ settled: true, coders: [{ name: null, value: 0, counts: { own: { neutral: 1 } } }] }] });
  });
});
