import { beforeEach, describe, expect, it } from "vitest";
import { onBehalfOf, operator } from "@/lib/accounts/server/actor";
import { refreshArticles } from "@/lib/annotations/server/rollup/refresh";
import { invariant } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/id";
import { rows, transaction } from "@/lib/platform/database";
import { call } from "@/tests/factories/call";
import { makeStanceWorld, publish, reads, type StanceWorld } from "@/tests/factories/stance-world";
import { addOutlet, addTarget, type TestArticle } from "@/tests/factories/world";
import { truncateAll } from "@/tests/support/database";

let world: StanceWorld;
beforeEach(async () => {
  await truncateAll();
  world = await makeStanceWorld();
});

const get = (path: string) => call(world.observer, "GET", `/projects/${world.projectId}/stance${path}`);
const table = async (query = "") => {
  const answer = await get(query);
  expect([query, answer.status, answer.status === 200 ? "" : answer.text]).toEqual([query, 200, ""]);
  return answer.body;
};
const cell = async (outletId: string, targetId: string, query = "") => (await table(query))["cells"].find((one: { groupId: string; targetId: string }) => one.groupId === outletId && one.targetId === targetId);
const advocacy = { framing: "advocacy" };

/** `n` articles of an outlet, each read by Ann with one critical mark and by Bob with none. */
async function several(n: number, outletId: string): Promise<TestArticle[]> {
  const made = [];
  for (let i = 0; i < n; i++) made.push(await publish(world, outletId));
  for (const article of made) {
    await reads(world, world.ann, article, [["timid", world.mayor]]);
    await reads(world, world.bob, article, []);
  }
  return made;
}

describe("where there is little", () => {
  it("shows one article as its point, without mean or interval, and says why", async () => {
    const article = await publish(world, world.tern);
    await reads(world, world.ann, article, [["bold", world.mayor, advocacy], ["timid", world.mayor], ["mean", world.mayor]]);
    // (1 − 2) / 3
    expect(await cell(world.tern, world.mayor)).toMatchObject({
      works: 1, annotators: 1, sharedWorks: 0, points: [{ workId: article.workId, value: -1 / 3 }],
      figure: { mean: { value: null, reason: "fewer_than_three_works" }, status: { level: "not_enough", reasons: ["fewer_than_five_works", "no_shared_work"] } },
    });
    // Nothing was said of the council, and its name does not stand in the text: it is in no denominator.
    expect(await cell(world.tern, world.council)).toBeUndefined();
  });

  it("calls six works of one annotator not enough, however clear they are", async () => {
    for (let i = 0; i < 6; i++) await reads(world, world.ann, await publish(world, world.tern), [["timid", world.mayor], ...(i === 0 ? ([["bold", world.mayor, advocacy]] as const) : [])]);
    // Five works of −1 and one of 0: −5/6.
    const found = await cell(world.tern, world.mayor);
    expect(found.figure.mean.value).toBeCloseTo(-5 / 6, 12);
    expect(found.figure.status).toMatchObject({ level: "not_enough", reasons: ["no_shared_work"] });
    const card = (await get(`/card?target=${world.mayor}&outlet=${world.tern}`)).body;
    expect(card).toMatchObject({ inCommon: null, adjusted: { value: null, reason: "annotators_do_not_overlap" }, labelUncertainty: { value: null, reason: "one_coder_each" }, agreement: { figure: { value: null, reason: "one_annotator" }, advice: "refuse" } });
  });

  it("refuses to take leanings off where annotators do not overlap, and shows the figures as marked", async () => {
    for (const who of [world.ann, world.bob]) for (let i = 0; i < 3; i++) await reads(world, who, await publish(world, world.tern), [["timid", world.mayor]]);
    const found = await table("?adjust=severity");
    expect(found["toward"].find((one: { targetId: string }) => one.targetId === world.mayor)).toMatchObject({ notAdjusted: "annotators_do_not_overlap" });
    expect(found["cells"][0]).toMatchObject({ figure: { mean: { value: -1 }, interval: { value: null, reason: "no_variation" } } });
    const answer = await get(`/differences?target=${world.mayor}&outlet=${world.tern}&other=${world.quay}&adjust=severity`);
    expect(answer.body).toMatchObject({ status: 422, errors: [{ path: "/adjust" }] });
  });

  it("counts everything unclear beside the mean, which is undefined", async () => {
    for (let i = 0; i < 3; i++) await reads(world, world.ann, await publish(world, world.tern), [], { mayor: "unclear" });
    expect(await cell(world.tern, world.mayor, "?measured=judgements")).toMatchObject({ judged: { judgements: 0, unclear: 3, notAddressed: 0 }, figure: { works: 0, mean: { value: null, reason: "no_works" } } });
    // Unclear means that it is addressed: without a mark, evidence of neutrality.
    expect(await cell(world.tern, world.mayor)).toMatchObject({ works: 3, figure: { mean: { value: 0 }, interval: { reason: "no_variation" } } });
  });

  it("has figures of a project that only judges", async () => {
    for (const value of [-2, -1, 1]) await reads(world, world.ann, await publish(world, world.tern), [], { mayor: value });
    const found = await cell(world.tern, world.mayor, "?measured=judgements");
    // (−2 − 1 + 1) / 3
    expect(found.figure.mean.value).toBeCloseTo(-2 / 3, 12);
    expect(found).toMatchObject({ judged: { judgements: 3, unclear: 0 }, quoted: null, rate: { mean: { reason: "own_voice_only" } } });
    expect((await table("?measured=judgements"))["filters"]).toMatchObject({ judgements: true, spans: false });
    const card = (await get(`/card?measured=judgements&target=${world.mayor}&outlet=${world.tern}`)).body;
    expect(card).toMatchObject({ codebook: { versions: [{ number: 1, marks: 3 }], leftOut: 0 }, agreement: { layer: "judgement" } });
  });
});

describe("who published", () => {
  it("gives an outlet that only re-publishes a figure by publisher, and none by outlet", async () => {
    const originals = await several(3, world.tern);
    for (const { workId } of originals) await reads(world, world.ann, await publish(world, world.tern, { publisherId: world.quay, workId }), [["mean", world.mayor]]);
    expect(await cell(world.quay, world.mayor)).toBeUndefined();
    expect(await cell(world.tern, world.mayor)).toMatchObject({ works: 3, articles: 6 });
    expect(await cell(world.quay, world.mayor, "?by=publisher")).toMatchObject({ works: 3, articles: 3, figure: { mean: { value: -1 } } });
    expect(await cell(world.tern, world.mayor, "?by=publisher")).toMatchObject({ works: 3, articles: 3, figure: { mean: { value: -0.5 } } });
    const card = (await get(`/card?target=${world.mayor}&outlet=${world.tern}`)).body;
    // Each work: the original (−1 + 0) / 2, the copy −1; together −.75.
    expect([card.copies, card.cell.figure.mean.value]).toEqual([3, -0.75]);
  });

  it("lists works of unknown outlet singly, each with its own card, and pools them in none", async () => {
    const article = await publish(world, null);
    await reads(world, world.ann, article, [["timid", world.mayor], ["bold", world.mayor, { voice: "quoted", attribution: "direct", framing: "advocacy" }]]);
    const found = await table();
    expect(found["cells"]).toEqual([]);
    expect(found["singles"]).toMatchObject([{ workId: article.workId, articleIds: [article.articleId], value: { value: -1 }, quoted: { value: 1 } }]);
    const card = await get(`/card?target=${world.mayor}&work=${article.workId}`);
    expect(card.body).toMatchObject({ whose: { kind: "work", id: article.workId }, cell: null, single: { value: { value: -1 } }, speakers: { top: [], unnamed: { advocacy: 1 } } });
    expect((await get(`/works?target=${world.mayor}&work=${article.workId}`)).body).toMatchObject({ total: 1, items: [{ value: -1 }] });
    expect((await get(`/sensitivity?target=${world.mayor}&work=${article.workId}`)).status).toBe(404);
  });

  it("finds an outlet that was merged under the one that took it in", async () => {
    await several(3, world.tern);
    const { body } = await call(world.coordinator, "GET", `/projects/${world.projectId}/outlets`);
    const version = body["items"].find((one: { id: string }) => one.id === world.tern).version;
    expect((await call(world.coordinator, "POST", `/projects/${world.projectId}/outlets/${world.tern}/merge`, { version, intoId: world.quay })).status).toBe(200);
    expect(await cell(world.quay, world.mayor)).toMatchObject({ works: 3 });
    // An address from before the merge leads to the same card.
    expect((await get(`/card?target=${world.mayor}&outlet=${world.tern}`)).body).toMatchObject({ whose: { id: world.quay, name: "Quay Standard" }, cell: { works: 3 } });
  });
});

describe("targets", () => {
  it("follow a merge and a new name", async () => {
    await several(3, world.tern);
    const other = await addTarget(world.projectId, "The mayor", true);
    const versionOf = async (id: string) => (await call(world.coordinator, "GET", `/projects/${world.projectId}/targets`)).body["items"].find((one: { id: string }) => one.id === id).version;
    expect((await call(world.coordinator, "POST", `/projects/${world.projectId}/targets/${world.mayor}/merge`, { version: await versionOf(world.mayor), intoId: other })).status).toBe(200);
    for (const id of [world.mayor, other]) expect(await table(`?target=${id}`)).toMatchObject({ targets: [{ id: other, name: "The mayor" }], choice: { targetIds: [other] }, cells: [{ targetId: other, works: 3 }] });
    expect((await get(`/spans?target=${world.mayor}&outlet=${world.tern}`)).body["total"]).toBe(3);
    expect((await call(world.coordinator, "PATCH", `/projects/${world.projectId}/targets/${other}`, { version: await versionOf(other), name: "Mayor of Northlode" })).status).toBe(200);
    expect((await table(`?target=${other}`))["targets"]).toMatchObject([{ name: "Mayor of Northlode" }]);
  });

  it("add their children where that is asked for, each passage once for each coder", async () => {
    const child = await addTarget(world.projectId, "The mayor's office", false);
    await rows("UPDATE target SET parent_id = $2 WHERE id = $1", [child, world.mayor]);
    const article = await publish(world, world.tern);
    await reads(world, world.ann, article, [["timid", world.mayor], ["timid", child], ["bold", child, advocacy]]);
    expect(await cell(world.tern, world.mayor)).toMatchObject({ spans: 1, points: [{ value: -1 }] });
    expect(await cell(world.tern, world.mayor, "?children=yes")).toMatchObject({ spans: 2, points: [{ value: 0 }] });
    const listed = (await get(`/spans?target=${world.mayor}&outlet=${world.tern}&children=yes`)).body;
    expect(listed["items"].map((one: { parts: { quote: string }[]; targetId: string }) => [one.parts[0]?.quote, one.targetId])).toEqual([["bold", child], ["timid", world.mayor]]);
  });
});

describe("people and days", () => {
  it("keeps the submitted work of somebody who left", async () => {
    await several(3, world.tern);
    const before = await cell(world.tern, world.mayor);
    expect((await call(world.ann, "POST", `/projects/${world.projectId}/leave`, {})).status).toBeLessThan(300);
    expect(await cell(world.tern, world.mayor)).toEqual(before);
    expect(before).toMatchObject({ annotators: 2, figure: { mean: { value: -0.5 } } });
    const works = (await get(`/works?target=${world.mayor}&outlet=${world.tern}`)).body;
    expect(works["items"][0].articles[0].coders).toHaveLength(2);
  });

  it("leaves articles without a day out where days are chosen, and counts them on the card", async () => {
    for (const on of ["2026-04-02", "2026-05-20", undefined]) await reads(world, world.ann, await publish(world, world.tern, on === undefined ? {} : { on }), [["timid", world.mayor]]);
    expect((await table())["filters"]).toMatchObject({ days: { from: "2026-04-02", to: "2026-05-20" }, withoutDay: 1 });
    expect((await get(`/card?target=${world.mayor}&outlet=${world.tern}`)).body).toMatchObject({ dates: { from: "2026-04-02", to: "2026-05-20", without: 1 } });
    expect(await cell(world.tern, world.mayor, "?from=2026-04-02&to=2026-04-30")).toMatchObject({ works: 1 });
    expect(await cell(world.tern, world.mayor, "?from=2026-04-02")).toMatchObject({ works: 2 });
    expect(await cell(world.tern, world.mayor, "?from=2027-01-01")).toBeUndefined();
  });
});

describe("what cannot be asked", () => {
  it.each([
    ["?target=0197a000-0000-7000-8000-000000000001", "/target"], ["?set=0197a000-0000-7000-8000-000000000001", "/set"], ["?genre=gossip", "/genre"], ["?from=2026-02-30", "/from"], ["?from=2026-06-02&to=2026-06-01", "/from"],
    ["?codebook=99", "/codebook"], ["?voice=mine", "/voice"],
  ])("%s is refused with its field", async (query, path) => {
    expect((await get(query)).body).toMatchObject({ status: 422, errors: [{ path }] });
  });

  it("names the field of a figure, a list and a cursor", async () => {
    const [target, outlet] = [`target=${world.mayor}`, `outlet=${world.tern}`];
    for (const [path, field] of [
      [`/card?${outlet}`, "/target"], [`/card?${target}`, "/outlet"], [`/card?${target}&outlet=${newId()}`, "/outlet"], [`/card?${target}&work=${newId()}`, "/work"], [`/card?${target}&${outlet}&work=${newId()}`, "/outlet"],
      [`/works?${target}&${outlet}&cursor=x`, "/cursor"], [`/spans?${target}&${outlet}&cursor=x`, "/cursor"], [`/spans?${target}&${outlet}&in=nobody`, "/in"], [`/spans?${target}&article=${newId()}`, "/article"],
      [`/differences?${target}&${outlet}`, "/other"], [`/differences?${target}&${outlet}&other=${world.tern}`, "/other"],
    ] as const)
      expect([path, (await get(path)).body]).toMatchObject([path, { status: 422, errors: [{ path: field }] }]);
  });

  it("an outlet without such a figure has no card", async () => {
    expect((await get(`/card?target=${world.mayor}&outlet=${await addOutlet(world.projectId, "North Bank Bulletin")}`)).status).toBe(404);
  });
});

describe("who saw the source", () => {
  it("tells hidden work from shown work", async () => {
    // Ann coded with the source hidden, Bob with it shown.
    const articles = [await publish(world, world.tern), await publish(world, world.tern), await publish(world, world.tern)];
    for (const article of articles) {
      await reads(world, world.ann, article, [["timid", world.mayor]]);
      await reads(world, world.bob, article, [["bold", world.mayor, advocacy]]);
    }
    for (const name of ["span", "judgement"]) await rows(`UPDATE ${name} SET source_blind = true WHERE member_id = $1`, [world.ann.memberId]);
    const actor = await onBehalfOf(operator(), world.projectId, world.coordinator.memberId);
    invariant(actor, "the coordinator is a member");
    await transaction((tx) => refreshArticles(actor, articles.map((one) => one.articleId), tx));
    expect((await table())["filters"]).toMatchObject({ hidden: true, shown: true });
    expect(await cell(world.tern, world.mayor)).toMatchObject({ figure: { mean: { value: 0 } } });
    expect(await cell(world.tern, world.mayor, "?source=hidden")).toMatchObject({ annotators: 1, spans: 3, figure: { mean: { value: -1 } } });
    expect(await cell(world.tern, world.mayor, "?source=shown")).toMatchObject({ annotators: 1, spans: 3, figure: { mean: { value: 1 } } });
    expect((await get(`/spans?target=${world.mayor}&outlet=${world.tern}&source=hidden`)).body).toMatchObject({ total: 3 });
    expect((await get(`/card?target=${world.mayor}&outlet=${world.tern}`)).body["blindShare"]).toEqual({ value: 0.5 });
    const moved = (await get(`/sensitivity?target=${world.mayor}&outlet=${world.tern}`)).body["rows"];
    expect(moved.filter((row: { key: string }) => row.key.startsWith("source")).map((row: { key: string; mean: { value: number } }) => [row.key, row.mean.value])).toEqual([["source.hidden", -1], ["source.shown", 1]]);
  });
});
