import { beforeEach, describe, expect, it } from "vitest";
import { newId } from "@/lib/kernel/id";
import { rows } from "@/lib/platform/database";
import { call, type Answer } from "@/tests/factories/call";
import { addPupil, makeLesson, STEPS, type LessonWorld } from "@/tests/factories/lesson";
import type { Person, TestMember } from "@/tests/factories/world";
import { emptyBeforeEach } from "@/tests/support/database";

emptyBeforeEach();
const REWRITE = STEPS.findIndex(({ kind }) => kind === "rewrite");
let world: LessonWorld, at: string, amber: TestMember, brisk: TestMember, article: string;
const write = (who: Person, more: object = {}, articleId = article, op?: string): Promise<Answer> => call(who, "PUT", `${at}/headlines/${articleId}`, { body: "Bridge shut on Thursday", reason: "No scramble.", shared: true, ...more }, op ? { op } : {});
const read = async (who: Person) => (await call(who, "GET", `${at}/headlines`)).body as { stage: string; items: Record<string, unknown>[] };
const vote = (who: Person, headlineId: unknown, articleId = article): Promise<Answer> => call(who, "PUT", `${at}/votes/${articleId}`, { headlineId });
const reveal = () => rows("UPDATE project SET revealed_at = now() WHERE id = $1", [world.projectId]);
const goTo = (step: number) => rows("UPDATE lesson SET step = $2 WHERE project_id = $1", [world.projectId, step]);
const told = () => rows<{ kind: string; who: string | null }>("SELECT kind, member_id AS who FROM outbox WHERE project_id = $1 AND kind IN ('lesson', 'headlines', 'writing') ORDER BY seq", [world.projectId]);

beforeEach(async () => {
  world = await makeLesson({ step: REWRITE, pupils: 3 });
  at = `/projects/${world.projectId}/lesson`;
  [amber, brisk] = [world.pupils[0]!, world.pupils[1]!];
  article = world.articles[0]!.articleId;
});

describe("a neutral headline", () => {
  it("is written, changed and read by its author, trimmed, and kept once for each article", async () => {
    const first = await write(amber, { body: "  Bridge shut  ", reason: "" });
    expect(first.body).toMatchObject({ body: "Bridge shut", reason: "", shared: true, mine: true, hidden: false, version: 1 });
    expect((await write(amber, { body: "Bridge closed", version: 1 })).body).toMatchObject({ id: first.body["id"], body: "Bridge closed", version: 2 });
    expect((await write(amber, { body: "Two ferries run" }, world.articles[1]!.articleId)).status).toBe(200);
    expect((await read(amber)).items.map((one) => one["body"])).toEqual(["Bridge closed", "Two ferries run"]);
  });

  it("answers a repeated write as the first time, and a stale one with what stands", async () => {
    const op = newId();
    expect((await write(amber, {}, article, op)).text).toBe((await write(amber, {}, article, op)).text);
    const stale = await write(amber, { body: "Another" });
    expect([stale.status, stale.body["current"].body]).toEqual([409, "Bridge shut on Thursday"]);
    expect((await write(amber, { body: "Another", version: 1 })).status).toBe(200);
  });

  it("keeps one of two that were written at the same moment", async () => {
    const answers = await Promise.all([write(amber, { body: "One" }), write(amber, { body: "Two" })]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await read(amber)).items).toHaveLength(1);
  });

  it.each<[string, object, string]>([["nothing", { body: " " }, "/body"], ["an endless headline", { body: "x".repeat(301) }, "/body"], ["an endless reason", { reason: "x".repeat(1001) }, "/reason"], ["another kind of value", { shared: "yes" }, "/shared"]])("refuses %s", async (_what, more, path) => {
    const { status, body } = await write(amber, more);
    expect([status, body["errors"][0].path]).toEqual([422, path]);
  });

  it("counts letters as people do: 300 bridges fit", async () => {
    expect((await write(amber, { body: "🌉".repeat(300) })).status).toBe(200);
  });

  it("is for articles of one's own lesson, and not the teacher's to write", async () => {
    expect((await write(amber, {}, newId())).status).toBe(404);
    expect((await write(world.teacher)).status).toBe(403);
    await rows("UPDATE assignment SET state = 'withdrawn' WHERE project_id = $1 AND member_id = $2", [world.projectId, amber.memberId]);
    expect((await write(amber)).status).toBe(404);
  });
});

describe("others' headlines", () => {
  it("are read after the reveal and from the rewriting on, without names; what is not shared never is", async () => {
    await write(amber);
    await write(brisk, { shared: false, body: "A secret draft" });
    const before = await call(brisk, "GET", `${at}/headlines`);
    expect(before.body["items"].map((one: { body: string }) => one.body)).toEqual(["A secret draft"]);
    await reveal();
    await goTo(REWRITE - 1);
    expect((await read(brisk)).items).toHaveLength(1);
    await goTo(REWRITE);
    const seen = await call(brisk, "GET", `${at}/headlines`);
    expect(seen.body["items"].map((one: { body: string }) => one.body).sort()).toEqual(["A secret draft", "Bridge shut on Thursday"]);
    expect(seen.text).not.toContain(amber.memberId);
    expect(seen.body["items"].map((one: { pseudonym: null }) => one.pseudonym)).toEqual([null, null]);
    expect((await call(amber, "GET", `${at}/headlines`)).text).not.toContain("secret");
  });

  it("stand in an order that does not tell who wrote when, the same for everybody", async () => {
    await reveal();
    const more = [...world.pupils];
    for (let n = 0; n < 7; n++) more.push(await addPupil(world.projectId));
    for (const [n, pupil] of more.entries()) await write(pupil, { body: `Headline ${n}` });
    const order = (await read(amber)).items.map((one) => one["body"]);
    expect((await read(brisk)).items.map((one) => one["body"])).toEqual(order);
    expect(order).not.toEqual(more.map((_, n) => `Headline ${n}`));
    expect([...order].sort()).toEqual(more.map((_, n) => `Headline ${n}`));
  });

  it("leave the class's screens when the teacher takes one off, and come back", async () => {
    await reveal();
    const { body } = await write(amber);
    expect((await call(brisk, "PATCH", `${at}/headlines/${body["id"]}`, { hidden: true, version: 1 })).status).toBe(403);
    const off = await call(world.teacher, "PATCH", `${at}/headlines/${body["id"]}`, { hidden: true, version: 1 });
    expect(off.body).toMatchObject({ hidden: true, version: 2, memberId: amber.memberId });
    expect((await read(brisk)).items).toEqual([]);
    expect((await read(amber)).items[0]).toMatchObject({ hidden: true });
    expect((await call(world.teacher, "PATCH", `${at}/headlines/${body["id"]}`, { hidden: false, version: 1 })).body["current"]).toMatchObject({ hidden: true });
    // Writing it anew does not bring it back.
    expect((await write(amber, { body: "Ruder", version: 2 })).body["hidden"]).toBe(true);
    expect((await read(brisk)).items).toEqual([]);
    expect((await call(world.teacher, "PATCH", `${at}/headlines/${body["id"]}`, { hidden: false, version: 3 })).status).toBe(200);
    expect((await read(brisk)).items).toHaveLength(1);
    expect((await call(world.teacher, "PATCH", `${at}/headlines/${newId()}`, { hidden: true, version: 1 })).status).toBe(404);
  });

  it("are all the teacher's to read, with names, drafts too, and leave with a pupil who was taken out", async () => {
    await reveal();
    await write(amber, { shared: false });
    await write(brisk);
    const { items } = await read(world.teacher);
    expect(items.map((one) => one["memberId"]).sort()).toEqual([amber.memberId, brisk.memberId].sort());
    expect(items.every((one) => typeof one["pseudonym"] === "string" && one["votes"] === 0)).toBe(true);
    await rows("UPDATE member SET state = 'removed', removed_at = now() WHERE project_id = $1 AND id = $2", [world.projectId, brisk.memberId]);
    expect((await read(amber)).items.map((one) => one["mine"])).toEqual([true]);
  });
});

describe("a vote", () => {
  let mine: string, theirs: string;
  beforeEach(async () => {
    await reveal();
    mine = (await write(amber, { body: "By Amber" })).body["id"];
    theirs = (await write(brisk, { body: "By Brisk" })).body["id"];
  });
  const votes = async (who: Person) => Object.fromEntries((await read(who)).items.map((one) => [one["body"], [one["votes"], one["chosen"]]]));

  it("is one for each article, for somebody else's; counts are seen after it", async () => {
    expect(await votes(amber)).toEqual({ "By Amber": [null, false], "By Brisk": [null, false] });
    expect((await vote(amber, mine)).status).toBe(409);
    expect((await vote(amber, theirs)).status).toBe(200);
    expect(await votes(amber)).toEqual({ "By Amber": [0, false], "By Brisk": [1, true] });
    expect(await votes(brisk)).toEqual({ "By Amber": [null, false], "By Brisk": [null, false] });
    expect((await vote(world.pupils[2]!, mine)).status).toBe(200);
    expect((await vote(world.pupils[2]!, theirs)).status).toBe(200);
    expect(await votes(world.teacher)).toEqual({ "By Amber": [0, false], "By Brisk": [2, false] });
    expect((await call(amber, "DELETE", `${at}/votes/${article}`)).status).toBe(200);
    expect(await votes(amber)).toEqual({ "By Amber": [null, false], "By Brisk": [null, false] });
    await goTo(REWRITE + 1);
    expect(await votes(amber)).toEqual({ "By Amber": [0, false], "By Brisk": [1, false] });
  });

  it("is refused for what one does not read, for another article, too early and by the teacher", async () => {
    expect((await vote(amber, newId())).status).toBe(404);
    expect((await vote(amber, theirs, world.articles[1]!.articleId)).status).toBe(404);
    expect((await vote(world.teacher, theirs)).status).toBe(403);
    await write(brisk, { body: "By Brisk", shared: false, version: 1 });
    expect((await vote(amber, theirs)).status).toBe(404);
    await goTo(0);
    const early = await vote(amber, theirs);
    expect([early.status, early.text.includes("Brisk")]).toEqual([409, false]);
  });

  it("is for the words that stood there: other words begin anew", async () => {
    await vote(amber, theirs);
    await write(brisk, { body: "By Brisk", reason: "Better said.", version: 1 });
    expect(await votes(world.teacher)).toMatchObject({ "By Brisk": [1, false] });
    await write(brisk, { body: "By Brisk, anew", version: 2 });
    expect(await votes(world.teacher)).toMatchObject({ "By Brisk, anew": [0, false] });
  });
});

describe("the last question", () => {
  const answerIt = (who: Person, body: object) => call(who, "PUT", `${at}/exit`, body);

  it("is answered, changed and read by its author alone; all answers are the teacher's", async () => {
    expect((await call(amber, "GET", `${at}/exit`)).body).toEqual({ answer: null });
    expect((await answerIt(amber, { body: "“Scrambles”" })).body).toEqual({ body: "“Scrambles”", version: 1 });
    expect((await answerIt(amber, { body: "=SUM(1)", version: 1 })).body["version"]).toBe(2);
    expect((await answerIt(amber, { body: "Old" })).body["current"]).toEqual({ body: "=SUM(1)", version: 2 });
    expect((await call(brisk, "GET", `${at}/exit`)).body).toEqual({ answer: null });
    expect((await call(amber, "GET", `${at}/exits`)).status).toBe(403);
    expect((await call(world.teacher, "GET", `${at}/exits`)).body["items"]).toEqual([expect.objectContaining({ memberId: amber.memberId, body: "=SUM(1)" })]);
    const csv = await call(world.teacher, "GET", `${at}/exits.csv`);
    expect(csv.text).toMatch(/^pupil,answer\r\nannotator \d+,'=SUM\(1\)\r\n$/u);
    expect(csv.headers.get("content-disposition")).toContain("exit-answers.csv");
    expect((await call(amber, "GET", `${at}/exits.csv`)).status).toBe(403);
  });

  it("takes no empty and no endless answer", async () => {
    for (const body of ["  ", "x".repeat(2001)]) expect((await answerIt(amber, { body })).status).toBe(422);
  });
});

describe("what the class hears", () => {
  it("is nothing of drafts, nor of anything before headlines are open; then that something changed", async () => {
    await write(amber);
    await call(amber, "PUT", `${at}/exit`, { body: "x" });
    expect(await told()).toEqual([{ kind: "writing", who: amber.memberId }, { kind: "writing", who: amber.memberId }]);
    await reveal();
    await write(brisk, { shared: false });
    expect((await told()).at(-1)).toEqual({ kind: "writing", who: brisk.memberId });
    await write(brisk, { version: 1 });
    expect((await told()).at(-1)).toEqual({ kind: "headlines", who: null });
  });
});
