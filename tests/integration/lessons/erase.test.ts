import { beforeEach, describe, expect, it } from "vitest";
import { job } from "@/lib/accounts/server/actor";
import { searchTraces } from "@/lib/lessons/server/traces";
import { newId } from "@/lib/kernel/id";
import { row, rows, transaction } from "@/lib/platform/database";
import { everyRow, keepBusy, wordsOf } from "@/tests/factories/busy-pupil";
import { call } from "@/tests/factories/call";
import { makeLesson, STEPS, type LessonWorld } from "@/tests/factories/lesson";
import type { TestMember } from "@/tests/factories/world";
import { emptyBeforeEach } from "@/tests/support/database";

emptyBeforeEach();
const NAME = "Heron of the east";
let world: LessonWorld, at: string, amber: TestMember, brisk: TestMember;
const nameOf = async (who: TestMember) => (await row<{ name: string }>("SELECT pseudonym AS name FROM member WHERE id = $1", [who.memberId]))!.name;
const erase = (who: TestMember, memberId: string, confirm: string, op?: string) => call(who, "DELETE", `${at}/pupils/${memberId}`, { confirm }, op ? { op } : {});

beforeEach(async () => {
  world = await makeLesson({ step: STEPS.findIndex(({ kind }) => kind === "rewrite") });
  at = `/projects/${world.projectId}/lesson`;
  [amber, brisk] = [world.pupils[0]!, world.pupils[1]!];
  await rows("UPDATE project SET revealed_at = now() WHERE id = $1", [world.projectId]);
});

describe("erasing a pupil", () => {
  it("leaves no trace of one who did everything in any table, and everything of another", async () => {
    await keepBusy(world, brisk, "Brisk");
    await keepBusy(world, amber, "Amber");
    await rows("UPDATE member SET pseudonym = $2, pseudonym_key = lower($2) WHERE id = $1", [amber.memberId, NAME]);
    await call(brisk, "PUT", `${at}/votes/${world.articles[0]!.articleId}`, { headlineId: (await row<{ id: string }>("SELECT id FROM headline WHERE member_id = $1 AND shared", [amber.memberId]))!.id });
    const ids = (await rows<{ id: string }>("SELECT id::text FROM span WHERE member_id = $1 UNION SELECT id::text FROM assignment WHERE member_id = $1 UNION SELECT id::text FROM headline WHERE member_id = $1 UNION SELECT id::text FROM submission WHERE assignment_id IN (SELECT id FROM assignment WHERE member_id = $1)", [amber.memberId])).map(({ id }) => id);
    const digest = (await row<{ hex: string }>("SELECT encode(phrase_digest, 'hex') AS hex FROM app_user WHERE id = $1", [amber.userId]))!.hex;
    const needles = [...ids, amber.memberId, amber.userId, NAME, digest, "subject of Amber", "Well seen, Amber", "Harbour Amber", ...wordsOf("Amber")];
    const before = await everyRow();
    // Each of them stood there, so that its absence says something.
    expect(needles.filter((needle) => !before.includes(needle))).toEqual([]);
    const { status, body } = await erase(world.teacher, amber.memberId, ` ${NAME.toUpperCase()} `);
    expect([status, body["pupils"], body["accounts"], body["search"].traces, body["search"].unsearched]).toEqual([200, 1, 1, [], []]);
    expect(body["search"].tables).toBeGreaterThan(60);
    expect(body["search"].columns).toBeGreaterThan(300);
    const after = await everyRow();
    expect(needles.filter((needle) => after.includes(needle))).toEqual([]);
    expect(wordsOf("Brisk").filter((words) => before.includes(words) && !after.includes(words))).toEqual([]);
    expect((await call(amber, "GET", at)).status).toBe(401);
    expect((await call(brisk, "GET", at)).status).toBe(200);
  });

  it("takes what is counted from the pupil along", async () => {
    await keepBusy(world, brisk, "Brisk");
    await keepBusy(world, amber, "Amber");
    const counts = async () => ({
      progress: await rows("SELECT article_id, assigned, submitted FROM article_progress WHERE project_id = $1 ORDER BY article_id", [world.projectId]),
      members: await rows("SELECT member_id, state, n FROM rollup_progress WHERE project_id = $1 AND n <> 0 ORDER BY 1, 2", [world.projectId]),
      marks: await rows("SELECT coder_id FROM rollup_mark WHERE project_id = $1 GROUP BY 1", [world.projectId]),
      count: await rows("SELECT member_id FROM rollup_count WHERE project_id = $1 AND n <> 0 GROUP BY 1", [world.projectId]),
    });
    expect((await erase(world.teacher, amber.memberId, await nameOf(amber))).status).toBe(200);
    const after = await counts();
    expect(after.progress).toEqual(expect.arrayContaining([{ article_id: world.articles[0]!.articleId, assigned: expect.any(Number), submitted: 1 }]));
    expect(new Set(after.members.map((one) => (one as { member_id: string }).member_id))).toEqual(new Set([brisk.memberId]));
    expect(after.marks).toEqual([{ coder_id: brisk.memberId }]);
    expect(after.count).toEqual([{ member_id: brisk.memberId }]);
    const heat = await call(world.teacher, "GET", `${at}/heat?article=${world.articles[0]!.articleId}`);
    expect(heat.body["handedIn"]).toBe(1);
  });

  it("asks for the name, is the teacher's alone, concerns pupils only, and is answered once", async () => {
    const name = await nameOf(amber);
    const wrong = await erase(world.teacher, amber.memberId, "Somebody");
    expect([wrong.status, wrong.body["errors"][0].path]).toEqual([422, "/confirm"]);
    expect((await erase(brisk, amber.memberId, name)).status).toBe(403);
    expect((await erase(world.teacher, newId(), name)).status).toBe(404);
    expect((await erase(world.teacher, world.teacher.memberId, await nameOf(world.teacher))).status).toBe(404);
    expect(await row("SELECT 1 AS n FROM member WHERE id = $1", [amber.memberId])).toEqual({ n: 1 });
    const op = newId();
    const first = await erase(world.teacher, amber.memberId, name, op);
    expect((await erase(world.teacher, amber.memberId, name, op)).text).toBe(first.text);
    expect((await erase(world.teacher, amber.memberId, name)).status).toBe(404);
  });

  it("keeps the account that another class needs, and everything there", async () => {
    const other = await call(world.teacher, "POST", "/lessons", { from: "lesson", projectId: world.projectId, as: "next", name: "Week two" });
    const { body } = await erase(world.teacher, amber.memberId, await nameOf(amber));
    expect(body).toMatchObject({ accounts: 0, search: { traces: [] } });
    expect((await call(amber, "GET", `/projects/${other.body["projectId"]}/lesson`)).status).toBe(200);
    expect((await call(amber, "GET", at)).status).toBe(404);
  });

  it("does not take words that others wrote as well, or that stand in an article, for a trace", async () => {
    for (const who of [amber, brisk]) await call(who, "PUT", `${at}/exit`, { body: "could not manage in six months" });
    const { body } = await erase(world.teacher, amber.memberId, await nameOf(amber));
    expect(body).toMatchObject({ left: 1, search: { traces: [] } });
  });
});

describe("the search", () => {
  const look = (needles: object) => transaction((tx) => searchTraces(job(), { projectId: world.projectId, ids: [], digests: [], names: [], words: [], ...needles }, tx));

  it.each<[string, string, unknown[], string, string]>([
    ["an id in a column of ids", "INSERT INTO outbox (project_id, kind, member_id) VALUES ($1, 'x', $2)", [], "outbox", "member_id"],
    ["an id in text", "UPDATE project SET description = 'see ' || $2 WHERE id = $1", [], "project", "description"],
    ["an id in JSON", "INSERT INTO audit_entry (project_id, id, action, detail) VALUES ($1, gen_random_uuid(), 'x', jsonb_build_object('a', jsonb_build_array($2::text)))", [], "audit_entry", "detail"],
    ["an id in bytes", "INSERT INTO lti_key (id, public_jwk, sealed_jwk) VALUES (left($1::text, 8), '{}', convert_to('x' || $2, 'UTF8'))", [], "lti_key", "sealed_jwk"],
  ])("finds %s", async (_what, plant, _more, table, column) => {
    const id = newId();
    expect((await look({ ids: [id] })).traces).toEqual([]);
    await rows(plant.includes("$1") ? plant : plant.replace("$2", "$1"), [world.projectId, id]);
    expect((await look({ ids: [id] })).traces).toEqual([{ table, column, rows: 1 }]);
  });

  it("finds a phrase's digest, a name of this class, and words with a quotation mark in JSON", async () => {
    const digest = Buffer.from("0123456789abcdef0123456789abcdef");
    await rows("UPDATE app_user SET phrase_digest = $2 WHERE id = $1", [amber.userId, digest]);
    expect((await look({ digests: [digest] })).traces).toEqual([{ table: "app_user", column: "phrase_digest", rows: 1 }]);
    await rows("UPDATE member SET pseudonym = 'Planted Plover' WHERE id = $1", [amber.memberId]);
    expect((await look({ names: ["Planted Plover"] })).traces).toEqual([{ table: "member", column: "pseudonym", rows: 1 }]);
    expect((await look({ projectId: newId(), names: ["Planted Plover"] })).traces).toEqual([]);
    await rows("INSERT INTO audit_entry (project_id, id, action, detail) VALUES ($1, gen_random_uuid(), 'x', $2)", [world.projectId, JSON.stringify({ said: 'They "scrambled" twice\nover' })]);
    expect((await look({ words: ['They "scrambled" twice\nover'] })).traces).toEqual([{ table: "audit_entry", column: "detail", rows: 1 }]);
  });
});

describe("erasing a class", () => {
  it("takes everything of it, its log and its pupils' accounts, after its name was typed", async () => {
    await keepBusy(world, brisk, "Brisk");
    const other = await makeLesson();
    const { name } = (await row<{ name: string }>("SELECT name FROM project WHERE id = $1", [world.projectId]))!;
    const away = (confirm: string, who: TestMember = world.teacher) => call(who, "DELETE", `${at}/class`, { confirm });
    expect((await away("Another class")).status).toBe(422);
    expect((await away(name, amber)).status).toBe(403);
    const { status, body } = await away(name);
    expect([status, body]).toEqual([200, expect.objectContaining({ pupils: 2, accounts: 2, search: expect.objectContaining({ traces: [], unsearched: [] }) })]);
    const after = await everyRow();
    expect([world.projectId, amber.memberId, amber.userId, brisk.userId, ...wordsOf("Brisk")].filter((needle) => after.includes(needle))).toEqual([]);
    expect(after).toContain(world.teacher.userId);
    expect(after).toContain(other.projectId);
    expect((await away(name)).status).toBe(404);
  });
});
