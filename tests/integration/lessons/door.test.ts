import { beforeEach, describe, expect, it } from "vitest";
import { newId } from "@/lib/kernel/id";
import { row, rows } from "@/lib/platform/database";
import { call } from "@/tests/factories/call";
import { makeLesson, type LessonWorld } from "@/tests/factories/lesson";
import { emptyBeforeEach } from "@/tests/support/database";
import { Visitor } from "../accounts/door";

emptyBeforeEach();
let world: LessonWorld, at: string;
const door = async () => (await call(world.teacher, "GET", at)).body;
const set = async (open: boolean, op?: string) => (await call(world.teacher, "POST", at, { open }, op ? { op } : {})).body;
const join = async (code: string, address = "203.0.113.9") => {
  const pupil = new Visitor(address);
  const look = await pupil.api("POST", "/join/look", { code });
  return look.status === 200 ? pupil.api("POST", "/join", { code, pseudonym: look.body["pseudonyms"][0] }) : look;
};

beforeEach(async () => {
  world = await makeLesson({ pupils: 0 });
  at = `/projects/${world.projectId}/lesson/door`;
});

describe("the door of a lesson", () => {
  it("opens with a code that can be read again and stands nowhere, and gives whoever comes in the articles", async () => {
    expect(await door()).toMatchObject({ open: false, code: null, joined: 0 });
    const op = newId();
    const { code, spaced, path } = await set(true, op);
    expect(code).toMatch(/^[2-9A-HJ-NP-Z]{10}$/);
    expect([spaced, path]).toEqual([`${code.slice(0, 5)} ${code.slice(5)}`, `/join#${code}`]);
    expect((await set(true, op)).code).toBe(code);
    expect((await set(true)).code).toBe(code);
    expect((await door()).code).toBe(code);
    expect((await join(` ${code.slice(0, 4).toLowerCase()}-${code.slice(4)}`)).status).toBe(201);
    expect(await rows("SELECT a.position, a.block_ordinals AS blocks FROM assignment a WHERE a.project_id = $1 ORDER BY 1", [world.projectId])).toEqual([{ position: 0, blocks: [0, 1, 2] }, { position: 1, blocks: [0, 1, 2] }]);
    const stored = JSON.stringify([await rows("SELECT * FROM join_code"), await rows("SELECT * FROM lesson"), await rows("SELECT * FROM operation"), await rows("SELECT * FROM audit_entry"), await rows("SELECT * FROM outbox")]);
    expect(stored).not.toContain(code);
    expect((await door()).joined).toBe(1);
  });

  it("closes for those outside, and opens again with another code", async () => {
    const { code } = await set(true);
    expect(await set(false)).toMatchObject({ open: false, code: null });
    expect((await join(code)).status).toBe(404);
    const again = await set(true);
    expect(again.code).not.toBe(code);
    expect((await join(again.code)).status).toBe(201);
  });

  it("opens again once its code is used up or too old", async () => {
    const { code } = await set(true);
    await rows("UPDATE join_code SET expires_at = now()");
    expect((await door()).open).toBe(false);
    expect((await set(true)).code).not.toBe(code);
    await rows("UPDATE join_code SET uses = max_uses");
    expect((await door()).open).toBe(false);
  });

  it("stays shut once the class was kept without names, by any code", async () => {
    const { code } = await set(true);
    await rows("UPDATE project SET nameless_at = now() WHERE id = $1", [world.projectId]);
    expect((await join(code)).status).toBe(404);
    await set(false);
    expect((await call(world.teacher, "POST", at, { open: true })).body["detail"]).toContain("without names");
  });

  it("is no matter of pupils, of templates, nor of lessons that are over", async () => {
    const { teacher, pupils, projectId } = await makeLesson({ pupils: 1 });
    expect((await call(pupils[0]!, "GET", `/projects/${projectId}/lesson/door`)).status).toBe(403);
    await rows("UPDATE lesson SET state = 'ended' WHERE project_id = $1", [projectId]);
    expect((await call(teacher, "POST", `/projects/${projectId}/lesson/door`, { open: true })).status).toBe(409);
    await rows("UPDATE lesson SET state = 'template' WHERE project_id = $1", [projectId]);
    expect((await call(teacher, "POST", `/projects/${projectId}/lesson/door`, { open: true })).status).toBe(404);
  });
});

describe("forty pupils behind one address", () => {
  it("join and come back though each mistypes twice, while whoever only guesses is stopped", async () => {
    const { code } = await set(true);
    const wrong = `${code.slice(0, 9)}${code.endsWith("2") ? "3" : "2"}`;
    const refusals: number[] = [];
    const joined = await Promise.all(
      Array.from({ length: 40 }, async () => {
        for (let n = 0; n < 2; n++) refusals.push((await new Visitor("203.0.113.9").api("POST", "/join/look", { code: wrong })).status);
        let answer = await join(code);
        // Two wanted one name.
        while (answer.status === 409) answer = await join(code);
        return answer;
      }),
    );
    expect(new Set(joined.map((one) => one.status))).toEqual(new Set([201]));
    expect(new Set(refusals)).toEqual(new Set([404, 429]));
    const back = await Promise.all(
      joined.map(async (one) => {
        for (const slip of ["otter marble cabin thistle", "otter marble cabin"]) await new Visitor("203.0.113.9").signInWithPhrase(slip);
        return new Visitor("203.0.113.9").signInWithPhrase(one.body["phrase"]);
      }),
    );
    expect(new Set(back.map((one) => one.status))).toEqual(new Set([200]));
    const guesses = await Promise.all(Array.from({ length: 160 }, () => new Visitor("203.0.113.9").signInWithPhrase("otter marble cabin thistle")));
    expect(new Set(guesses.map((one) => one.status)).has(429)).toBe(true);
    expect(await row("SELECT count(*)::int AS n FROM member WHERE project_id = $1 AND role = 'annotator'", [world.projectId])).toEqual({ n: 40 });
    expect(JSON.stringify([await rows("SELECT * FROM rate_limit"), await rows("SELECT * FROM account_event"), await rows("SELECT * FROM session")])).not.toContain("203.0.113");
  }, 120_000);
});
