import { describe, expect, it } from "vitest";
import { memberOf, type MemberActor } from "@/lib/accounts/server/actor";
import { offered } from "@/lib/accounts/pseudonyms";
import { myLesson } from "@/lib/lessons/server/my-lesson";
import { rows } from "@/lib/platform/database";
import { call } from "@/tests/factories/call";
import { makeLesson, type LessonWorld } from "@/tests/factories/lesson";
import { spanOver, type TestMember } from "@/tests/factories/world";
import { emptyBeforeEach } from "@/tests/support/database";
import { Visitor } from "../accounts/door";

emptyBeforeEach();

const actorOf = async (pupil: TestMember): Promise<MemberActor> => (await memberOf({ session: pupil.session, address: "192.0.2.1" }, pupil.projectId)).member!;
const mark = async (world: LessonWorld, pupil: TestMember, quote: string) =>
  expect((await call(pupil, "POST", `/projects/${world.projectId}/assignments/${await world.assignmentOf(pupil, world.articles[0]!)}/spans`, spanOver(world.articles[0]!, quote, world.targetId))).status).toBe(201);

describe("a pupil's lesson", () => {
  it("has the open blocks of their articles in order, and their own marks and answers alone", async () => {
    const world = await makeLesson({ step: 2 });
    const [one, other] = [world.pupils[0]!, world.pupils[1]!];
    await mark(world, one, "dodging questions");
    const assignment = await world.assignmentOf(one, world.articles[0]!);
    expect((await call(one, "PUT", `/projects/${world.projectId}/assignments/${assignment}/judgements/${world.targetId}`, { version: 0, value: -1 })).status).toBe(200);
    const { articles } = await myLesson(await actorOf(one));
    expect(articles.map(({ blocks }) => blocks.map(({ kind }) => kind))).toEqual([["headline", "paragraph", "paragraph"], ["headline", "paragraph", "paragraph"]]);
    expect(articles[0]).toMatchObject({ assignmentId: assignment, state: "in_progress", marks: 1, outlet: "Harbour Post", judgements: [{ targetId: world.targetId, value: -1, version: 1 }] });
    expect(JSON.stringify(articles)).not.toContain("second inspection");
    expect((await myLesson(await actorOf(other))).articles.map(({ marks, judgements, state }) => [marks, judgements, state])).toEqual([[0, [], "assigned"], [0, [], "assigned"]]);
  });

  it("hides newspaper, byline and their names in the text until the reveal", async () => {
    const world = await makeLesson({ step: 0, sourceBlind: true });
    await rows("UPDATE article SET byline = 'Ada Quill' WHERE project_id = $1", [world.projectId]);
    await rows("UPDATE outlet SET name = 'The mayor' WHERE project_id = $1 AND name = 'Harbour Post'", [world.projectId]);
    const hidden = (await myLesson(await actorOf(world.pupils[0]!))).articles[0]!;
    expect([hidden.outlet, hidden.byline]).toEqual([null, null]);
    expect(hidden.blocks[2]!.text).toMatch(/^█+ spent Friday/u);
    await rows("UPDATE project SET revealed_at = now() WHERE id = $1", [world.projectId]);
    const shown = (await myLesson(await actorOf(world.pupils[0]!))).articles[0]!;
    expect([shown.outlet, shown.byline, shown.blocks[2]!.text]).toEqual(["The mayor", "Ada Quill", "The mayor spent Friday dodging questions."]);
  });
});

describe("whoever has the code again", () => {
  it("is told that they are in already, and a stranger is not", async () => {
    const { projectId, teacher } = await makeLesson({ pupils: 0 });
    const { code } = (await call(teacher, "POST", `/projects/${projectId}/lesson/door`, { open: true })).body;
    const pupil = new Visitor("203.0.113.77");
    const look = await pupil.api("POST", "/join/look", { code });
    expect(look.body).toMatchObject({ asks: "pseudonym", projectId: null });
    const joined = await pupil.api("POST", "/join", { code, pseudonym: look.body["pseudonyms"][0] });
    expect(joined.status).toBe(201);
    pupil.cookies.set("slantwise-session", /slantwise-session=([^;]+)/.exec(joined.headers.get("set-cookie") ?? "")![1]!);
    expect((await pupil.api("POST", "/join/look", { code })).body).toMatchObject({ asks: "nothing", projectId });
    await rows("UPDATE member SET state = 'removed', removed_at = now() WHERE id = $1", [joined.body["memberId"]]);
    expect((await pupil.api("POST", "/join/look", { code })).body).toMatchObject({ asks: "nothing", projectId: null });
  });

  it("leaves no trace of their device or address in any table", async () => {
    const { projectId, teacher } = await makeLesson({ pupils: 0 });
    const { code } = (await call(teacher, "POST", `/projects/${projectId}/lesson/door`, { open: true })).body;
    const pupil = new Visitor("203.0.113.78");
    const headers = { "user-agent": "Bramblebook 7", "accept-language": "xq-brambles" };
    await pupil.api("POST", "/join/look", { code: "2222222222" }, { headers });
    const look = await pupil.api("POST", "/join/look", { code }, { headers });
    const { phrase } = (await pupil.api("POST", "/join", { code, pseudonym: look.body["pseudonyms"][0] }, { headers })).body;
    await new Visitor("203.0.113.78").signInWithPhrase(phrase);
    await new Visitor("203.0.113.78").signInWithPhrase("otter marble cabin thistle");
    const tables = await rows<{ name: string }>("SELECT quote_ident(table_name) AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'");
    const found: string[] = [];
    for (const { name } of tables) if ((await rows(`SELECT 1 FROM ${name} x WHERE x::text ~* '203\\.0\\.113|bramble' OR x::text LIKE '%' || $1 || '%' LIMIT 1`, [phrase])).length > 0) found.push(name);
    expect(tables.length).toBeGreaterThan(60);
    expect(found).toEqual([]);
    expect(await rows("SELECT 1 FROM account_event WHERE kind = 'joined'")).toHaveLength(1);
  });
});

describe("a pupil's name", () => {
  it("is made up from words that are rude in no pair, and no e-mail address may take its place", async () => {
    expect([offered("amber heron"), offered("Eager Beaver"), offered("Dusky Gibbon")]).toEqual(["Amber Heron", null, null]);
    const { projectId, teacher, pupils } = await makeLesson({ pupils: 1 });
    const rename = (pseudonym: string) => call(teacher, "PATCH", `/projects/${projectId}/members/${pupils[0]!.memberId}`, { version: 1, pseudonym });
    for (const address of ["ada@school.example", "ada＠school.example"]) expect((await rename(address)).body["detail"]).toBe("No e-mail address belongs here. Choose a made-up name.");
    expect((await rename("Brisk Otter")).body).toMatchObject({ pseudonym: "Brisk Otter" });
  });
});
