import { beforeEach, describe, expect, it } from "vitest";
import { newId } from "@/lib/kernel/id";
import { row, rows } from "@/lib/platform/database";
import { everyRow, keepBusy, wordsOf } from "@/tests/factories/busy-pupil";
import { call } from "@/tests/factories/call";
import { makeLesson, STEPS, type LessonWorld } from "@/tests/factories/lesson";
import type { TestMember } from "@/tests/factories/world";
import { emptyBeforeEach } from "@/tests/support/database";

emptyBeforeEach();
let world: LessonWorld, at: string, amber: TestMember, brisk: TestMember;
const NAME = "Room 14: the bridge";

beforeEach(async () => {
  world = await makeLesson({ step: STEPS.findIndex(({ kind }) => kind === "rewrite") });
  at = `/projects/${world.projectId}/lesson`;
  [amber, brisk] = [world.pupils[0]!, world.pupils[1]!];
  await rows("UPDATE project SET revealed_at = now() WHERE id = $1", [world.projectId]);
});

describe("a class without names", () => {
  const archive = (more: object = {}, who: TestMember = world.teacher) => call(who, "POST", `${at}/archive`, { confirm: NAME, keepText: true, ...more });

  it("keeps marks and counts, and forgets whose they are", async () => {
    for (const [pupil, tag] of [[brisk, "Brisk"], [amber, "Amber"]] as const) await keepBusy(world, pupil, tag);
    const heat = async () => (await call(world.teacher, "GET", `${at}/heat?article=${world.articles[0]!.articleId}`)).body;
    const before = await heat();
    const names = (await rows<{ name: string }>("SELECT pseudonym AS name FROM member WHERE project_id = $1 AND role = 'annotator'", [world.projectId])).map(({ name }) => name);
    expect((await archive()).body).toEqual({ pupils: 2, accounts: 2 });
    expect(await rows("SELECT pseudonym AS name, user_id, state FROM member WHERE project_id = $1 AND role = 'annotator' ORDER BY 1", [world.projectId])).toEqual([{ name: "Pupil 1", user_id: null, state: "active" }, { name: "Pupil 2", user_id: null, state: "active" }]);
    const after = await everyRow();
    expect([...names, amber.userId, brisk.userId, "subject of Amber", "Well seen, Amber"].filter((needle) => after.includes(needle))).toEqual([]);
    expect(wordsOf("Amber").slice(1, 4).filter((words) => !after.includes(words))).toEqual([]);
    expect(await heat()).toEqual(before);
    for (const table of ["grade", "lesson_presence", "lti_score"]) expect(await row(`SELECT count(*)::int AS n FROM ${table}`)).toEqual({ n: 0 });
    expect((await call(amber, "GET", at)).status).toBe(401);
    expect((await call(world.teacher, "GET", at)).body).toMatchObject({ state: "ended", step: null });
    expect((await call(world.teacher, "GET", `${at}/retention`)).body["namelessAt"]).not.toBeNull();
    expect((await archive()).status).toBe(409);
  });

  it("goes without what was written where the teacher chose so; what was marked stays", async () => {
    await keepBusy(world, amber, "Amber");
    expect((await archive({ keepText: false })).status).toBe(200);
    const after = await everyRow();
    expect(wordsOf("Amber").filter((words) => after.includes(words))).toEqual([]);
    expect(await row("SELECT count(*)::int AS n FROM span WHERE project_id = $1 AND deleted_at IS NULL", [world.projectId])).toEqual({ n: 1 });
  });

  it("numbers pupils by lot, not by when they came", async () => {
    const seen = new Set<string>();
    for (let n = 0; n < 12 && seen.size < 2; n++) {
      const one = await makeLesson({ pupils: 4 });
      await call(one.teacher, "POST", `/projects/${one.projectId}/lesson/archive`, { confirm: NAME, keepText: true });
      seen.add(JSON.stringify(await rows("SELECT pseudonym FROM member WHERE project_id = $1 AND role = 'annotator' ORDER BY array_position($2::uuid[], id)", [one.projectId, one.pupils.map(({ memberId }) => memberId)])));
    }
    expect(seen.size).toBe(2);
  });

  it("asks for the class's name, once, by the teacher, and closes the door", async () => {
    expect((await archive({ confirm: "Room 15" })).body["errors"][0].path).toBe("/confirm");
    expect((await archive({}, amber)).status).toBe(403);
    const code = await call(world.teacher, "POST", `/projects/${world.projectId}/codes`, {});
    expect(code.status).toBe(201);
    expect((await archive()).status).toBe(200);
    const joined = await call(null, "POST", "/join", { code: code.body["code"], pseudonym: "Late Lark" });
    expect(joined.status).toBeGreaterThanOrEqual(400);
  });
});

describe("how long a class is kept", () => {
  const put = (until: string | null, version: number, who: TestMember = world.teacher) => call(who, "PUT", `${at}/retention`, { until, version });
  const today = async (plus: number) => (await row<{ day: string }>("SELECT (current_date + $1::int)::text AS day", [plus]))!.day;

  it("is set and taken back by the teacher; three months are suggested, two weeks before there is a reminder", async () => {
    const first = (await call(world.teacher, "GET", `${at}/retention`)).body;
    expect(first).toMatchObject({ until: null, days: null, namelessAt: null });
    expect((await put(await today(15), first["version"])).body).toMatchObject({ until: await today(15), days: null, version: first["version"] + 1 });
    expect((await put(await today(14), first["version"] + 1)).body["days"]).toBe(14);
    expect((await put(null, first["version"] + 2)).body).toMatchObject({ until: null, days: null });
    expect((await put(await today(14), first["version"])).status).toBe(409);
    expect((await put(await today(-1), first["version"] + 3)).body["errors"][0].path).toBe("/until");
    expect((await put("soon", first["version"] + 3)).status).toBe(422);
    expect((await put(await today(20), first["version"] + 3, amber)).status).toBe(403);
    expect((await call(amber, "GET", `${at}/retention`)).status).toBe(403);
  });

  it("answers a repeated change as the first time, and erases nothing by itself", async () => {
    const op = newId();
    const version = (await call(world.teacher, "GET", `${at}/retention`)).body["version"];
    const once = async () => call(world.teacher, "PUT", `${at}/retention`, { until: await today(1), version }, { op });
    expect((await once()).text).toBe((await once()).text);
    await rows("UPDATE project SET retain_until = current_date - 30 WHERE id = $1", [world.projectId]);
    expect((await call(world.teacher, "GET", `${at}/retention`)).body["days"]).toBe(-30);
  });
});
