import { beforeEach, describe, expect, it } from "vitest";
import { newId } from "@/lib/kernel/id";
import { row, rows } from "@/lib/platform/database";
import { call } from "@/tests/factories/call";
import { makeLesson, type LessonWorld } from "@/tests/factories/lesson";
import { spanOver, type TestMember } from "@/tests/factories/world";
import { emptyBeforeEach } from "@/tests/support/database";

emptyBeforeEach();
let world: LessonWorld, at: string;
const lesson = async (who: TestMember = world.teacher) => (await call(who, "GET", at)).body;
const version = async (): Promise<number> => (await lesson())["version"];
const step = async (move: object, op?: string) => call(world.teacher, "POST", `${at}/steps`, { version: await version(), ...move }, op ? { op } : {});
const board = async () => (await call(world.teacher, "GET", `${at}/board`)).body;
const mark = async (pupil: TestMember, place = 0, quote = "dodging questions", framing = "critical", note = ""): Promise<void> => {
  const article = world.articles[place]!;
  const made = await call(pupil, "POST", `/projects/${world.projectId}/assignments/${await world.assignmentOf(pupil, article)}/spans`, spanOver(article, quote, world.targetId, { voice: null, framing, note }));
  expect(made.status).toBe(201);
};
const states = () => rows<{ state: string; n: number }>("SELECT state, count(*)::int AS n FROM assignment WHERE project_id = $1 GROUP BY 1 ORDER BY 1", [world.projectId]);

beforeEach(async () => {
  world = await makeLesson({ sourceBlind: true });
  at = `/projects/${world.projectId}/lesson`;
});

describe("leading a lesson", () => {
  it("starts, goes on and back by hand, each step with its own clock", async () => {
    expect((await step({ move: "next" })).status).toBe(409);
    expect((await step({ move: "start" })).body).toMatchObject({ state: "running", step: 0, revealed: false });
    expect((await step({ move: "start" })).status).toBe(409);
    const next = await step({ move: "next" });
    expect(next.body["step"]).toBe(1);
    const now = await lesson(world.pupils[0]!);
    expect((Date.parse(now["clock"].endsAt) - Date.parse(now["now"])) / 60_000).toBeCloseTo(12, 1);
    expect((await step({ move: "back" })).body["step"]).toBe(0);
    expect((await step({ move: "back" })).body["errors"][0].path).toBe("/step");
    expect((await step({ move: "to", step: 9 })).status).toBe(422);
    expect(await rows("SELECT kind, member_id FROM outbox WHERE project_id = $1 AND kind = 'lesson'", [world.projectId])).toHaveLength(3);
  });

  it("pauses, adds minutes and goes on, and keeps all of it in the database", async () => {
    await step({ move: "start" });
    const clock = async (change: object) => (await call(world.teacher, "POST", `${at}/clock`, { version: await version(), ...change })).body;
    const paused = await clock({ do: "pause" });
    expect(paused["clock"]).toMatchObject({ endsAt: null });
    expect(paused["clock"].pausedSeconds).toBeGreaterThan(290);
    expect((await clock({ do: "add", minutes: 5 }))["clock"].pausedSeconds).toBe(paused["clock"].pausedSeconds + 300);
    expect((await clock({ do: "resume" }))["clock"].endsAt).toEqual(expect.any(String));
    expect(await row("SELECT paused_seconds AS p, step FROM lesson WHERE project_id = $1", [world.projectId])).toEqual({ p: null, step: 0 });
  });

  it("refuses a stale hand with the lesson as it stands, and answers a repeated one as the first time", async () => {
    const seen = await version();
    const op = newId();
    const first = await step({ move: "start" }, op);
    const again = await call(world.teacher, "POST", `${at}/steps`, { version: seen, move: "start" }, { op });
    expect(again.text).toBe(first.text);
    const stale = await call(world.teacher, "POST", `${at}/steps`, { version: seen, move: "next" });
    expect([stale.status, stale.body["current"].step]).toEqual([409, 0]);
  });

  it("does not start without articles or targets, nor as a template, and is nothing for pupils to lead", async () => {
    expect((await call(world.pupils[0]!, "POST", `${at}/steps`, { version: await version(), move: "start" })).status).toBe(403);
    await rows("UPDATE lesson SET state = 'template' WHERE project_id = $1", [world.projectId]);
    expect((await step({ move: "start" })).body["detail"]).toContain("template");
    await rows("UPDATE lesson SET state = 'draft' WHERE project_id = $1", [world.projectId]);
    await rows("UPDATE target SET archived_at = now() WHERE project_id = $1", [world.projectId]);
    expect((await step({ move: "start" })).body["detail"]).toContain("about whom");
    await rows("DELETE FROM lesson_article WHERE project_id = $1", [world.projectId]);
    expect((await step({ move: "start" })).body["detail"]).toContain("two articles");
  });

  it("shows everything to all at once with the reveal, handing in what was begun and nothing else, and never takes it back", async () => {
    await step({ move: "start" });
    await mark(world.pupils[0]!);
    expect((await step({ move: "to", step: 3 })).body).toMatchObject({ revealed: true, sourceHidden: false });
    expect(await states()).toEqual([{ state: "assigned", n: 3 }, { state: "submitted", n: 1 }]);
    expect((await step({ move: "back" })).body).toMatchObject({ step: 2, revealed: true });
    await mark(world.pupils[1]!);
    expect(await row("SELECT peers_seen FROM span WHERE member_id = $1", [world.pupils[1]!.memberId])).toEqual({ peers_seen: true });
  });

  it("steps past the reveal only through it", async () => {
    await step({ move: "start" });
    expect((await step({ move: "to", step: 4 })).body["revealed"]).toBe(true);
  });

  it("ends, closes the door, and can be taken up again", async () => {
    await step({ move: "start" });
    await mark(world.pupils[0]!);
    await call(world.teacher, "POST", `${at}/door`, { open: true });
    const ended = await call(world.teacher, "POST", `${at}/end`, { version: await version() });
    expect(ended.body).toMatchObject({ state: "ended", step: null, clock: null, revealed: false });
    expect((await call(world.teacher, "GET", `${at}/door`)).body["open"]).toBe(false);
    expect(await states()).toEqual([{ state: "assigned", n: 3 }, { state: "submitted", n: 1 }]);
    expect((await call(world.teacher, "POST", `${at}/end`, { version: await version() })).status).toBe(409);
    expect((await step({ move: "to", step: 1 })).body).toMatchObject({ state: "running", step: 1 });
  });
});

describe("the board", () => {
  it("tells of every pupil who joined, started, marked and handed in, and who is away", async () => {
    const [first, second] = world.pupils as [TestMember, TestMember];
    expect(await board()).toMatchObject({ articles: 2, totals: { joined: 2, started: 0, marking: 0, handed_in: 0, away: 2 } });
    await rows("INSERT INTO lesson_presence (project_id, member_id) VALUES ($1, $2)", [world.projectId, first.memberId]);
    expect((await board())["totals"]).toEqual({ joined: 1, started: 1, marking: 0, handed_in: 0, away: 1 });
    await mark(second);
    await rows("UPDATE lesson_presence SET seen_at = now() - interval '1 minute'");
    expect((await board())["totals"]).toEqual({ joined: 0, started: 1, marking: 1, handed_in: 0, away: 2 });
    await mark(second, 1, "council", "advocacy");
    expect((await call(world.teacher, "POST", `${at}/collect`, { memberId: second.memberId })).body).toEqual({ collected: 2 });
    expect((await board())["pupils"].map((one: { state: string; marks: number; handedIn: number }) => [one.state, one.marks, one.handedIn])).toEqual([["started", 0, 0], ["handed_in", 2, 2]]);
    expect((await call(first, "GET", `${at}/board`)).status).toBe(403);
  });

  it("collects from the whole class, and from nobody elsewhere", async () => {
    for (const pupil of world.pupils) await mark(pupil);
    expect((await call(world.teacher, "POST", `${at}/collect`, { memberId: newId() })).status).toBe(404);
    expect((await call(world.teacher, "POST", `${at}/collect`, { memberId: world.teacher.memberId })).status).toBe(404);
    expect((await call(world.teacher, "POST", `${at}/collect`, {})).body).toEqual({ collected: 2 });
    expect((await lesson())["revealed"]).toBe(false);
  });
});

describe("talking about it", () => {
  const heat = (who: TestMember, more = "") => call(who, "GET", `${at}/heat?article=${world.articles[0]!.articleId}${more}`);
  const passage = (who: TestMember) => call(who, "GET", `${at}/passage?article=${world.articles[0]!.articleId}&start=0&end=400`);

  it("counts pupils who handed in, by framing, with reasons and without names, and is nothing to pupils before the reveal", async () => {
    const [first, second] = world.pupils as [TestMember, TestMember];
    await mark(first, 0, "could not manage in six months", "critical", "It says they failed.");
    await mark(second, 0, "not manage in six", "advocacy", "They tried.");
    expect((await heat(world.teacher)).body).toMatchObject({ handedIn: 0, marked: 0, segments: [] });
    await call(world.teacher, "POST", `${at}/collect`, { memberId: first.memberId });
    expect((await heat(world.teacher)).body).toMatchObject({ handedIn: 1, marked: 1, outlet: null, segments: [{ pupils: 1, critical: 1 }] });
    for (const path of [`${at}/heat?article=${world.articles[0]!.articleId}`, `${at}/passage?article=${world.articles[0]!.articleId}&start=0&end=400`, `${at}/pins`]) expect((await call(first, "GET", path)).status).toBe(404);
    await step({ move: "to", step: 3 });
    const { body } = await heat(first);
    expect(body).toMatchObject({ handedIn: 2, marked: 2, later: 0, outlet: "Harbour Post", splits: [] });
    expect(body["segments"].map((one: { pupils: number }) => one.pupils)).toEqual([1, 2, 1]);
    expect(body["passages"]).toEqual([{ start: body["segments"][0].start, end: body["segments"][2].end, pupils: 2, advocacy: 1, neutral: 0, critical: 1 }]);
    expect(body["mine"]).toEqual([{ start: body["segments"][0].start, end: body["segments"][2].end, framing: "critical" }]);
    expect((await heat(world.teacher)).body["mine"]).toEqual([]);
    expect(body["blocks"].map((one: { ordinal: number }) => one.ordinal)).toEqual([0, 1, 2]);
    expect((await passage(first)).body).toEqual({ counts: { pupils: 2, advocacy: 1, neutral: 0, critical: 1 }, marked: 2, reasons: [{ framing: "critical", note: "It says they failed.", name: null, mine: true }, { framing: "advocacy", note: "They tried.", name: null, mine: false }] });
    await call(world.teacher, "PATCH", `${at}/names`, { shown: true });
    expect((await passage(world.teacher)).body["reasons"].map((one: { name: string }) => one.name)).toEqual([expect.stringMatching(/^annotator/), expect.stringMatching(/^annotator/)]);
    expect((await passage(first)).text).not.toMatch(/annotator \d/);
  });

  it("keeps marks made after the reveal apart", async () => {
    await mark(world.pupils[0]!);
    await step({ move: "to", step: 3 });
    await mark(world.pupils[1]!);
    await call(world.teacher, "POST", `${at}/collect`, {});
    expect((await heat(world.teacher)).body).toMatchObject({ handedIn: 2, marked: 1, later: 1, segments: [{ pupils: 1 }] });
  });

  it("knows no article and no target that is not the lesson's", async () => {
    expect((await heat(world.teacher, `&target=${newId()}`)).status).toBe(404);
    expect((await call(world.teacher, "GET", `${at}/heat?article=${newId()}`)).status).toBe(404);
    expect((await call(world.teacher, "GET", `${at}/heat`)).status).toBe(422);
  });

  it("pins passages, asks a question, puts one on the screen and takes it off", async () => {
    const { articleId, text } = world.articles[0]!;
    const start = text.indexOf("dodging");
    const pin = (await call(world.teacher, "POST", `${at}/pins`, { articleId, start, end: start + 17 })).body;
    expect(pin).toMatchObject({ quote: "dodging questions", question: "", onScreen: false });
    const asked = await call(world.teacher, "PATCH", `${at}/pins/${pin["id"]}`, { version: pin["version"], question: "Who says so?" });
    expect(asked.body["question"]).toBe("Who says so?");
    const stale = await call(world.teacher, "PATCH", `${at}/pins/${pin["id"]}`, { version: pin["version"], question: "Else?" });
    expect([stale.status, stale.body["current"].question]).toEqual([409, "Who says so?"]);
    expect((await call(world.teacher, "PUT", `${at}/screen`, { pinId: pin["id"] })).status).toBe(200);
    expect((await lesson())["onScreenId"]).toBe(pin["id"]);
    expect((await call(world.teacher, "POST", `${at}/pins`, { articleId, start: 5, end: 5 })).status).toBe(422);
    expect((await call(world.teacher, "POST", `${at}/pins`, { articleId, start: 5, end: 99_999 })).body["errors"][0].path).toBe("/end");
    expect((await call(world.teacher, "PUT", `${at}/screen`, { pinId: newId() })).status).toBe(404);
    expect((await call(world.teacher, "DELETE", `${at}/pins/${pin["id"]}`)).status).toBe(200);
    expect((await lesson())["onScreenId"]).toBeNull();
    expect((await call(world.teacher, "GET", `${at}/pins`)).body["items"]).toEqual([]);
  });
});
