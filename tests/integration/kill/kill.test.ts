// Annotators save over HTTP while server and database are killed under them; afterwards nothing that was
// acknowledged is lost, nothing is there twice, and nothing is half there.
import { existsSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runChild, typescript } from "@/scripts/launch/child";
import { inRoot } from "@/scripts/paths";
import { annotate, type Desk, type Diary } from "./annotator";
import { startKillable, type Killable } from "./database";
import { problems } from "./problems";
import { startServer, type KillableServer } from "./server";

const TEXT = Array.from({ length: 24 }, (_, n) => `Paragraph ${n} says that the council bungled 🌉 the closure, as traders of the quay put it.`).join("\n");
const ANNOTATORS = 3;
const CLIENTS = 6;

let database: Killable | undefined;
let server: KillableServer | undefined;
let pool: pg.Pool;
const diaries = Array.from({ length: CLIENTS }, (): Diary => ({ saved: [], operations: [], unanswered: 0, wrong: [] }));
const saved = () => diaries.flatMap((diary) => diary.saved);
const operations = () => diaries.flatMap((diary) => diary.operations);

/** A project with annotators at work on one article each; two clients share one annotator, as two tabs do. */
async function makeDesks(url: string): Promise<Desk[]> {
  const { addArticle, addMember, addTarget, assign, makeProject } = await import("@/tests/factories/world");
  const { sessionCookie } = await import("@/lib/accounts/server/credential");
  const projectId = await makeProject();
  const article = await addArticle(projectId, TEXT);
  const targetIds = [await addTarget(projectId, "Town council"), await addTarget(projectId, "Traders")];
  const points = [...TEXT];
  const words: Desk["words"][number][] = [];
  for (let start = 0; start < points.length; start += 1) {
    let end = start;
    while (end < points.length && /\S/u.test(points[end] ?? " ")) end += 1;
    if (end > start) words.push({ start, end, quote: points.slice(start, end).join("") });
    start = end;
  }
  const desks: Desk[] = [];
  for (let n = 0; n < ANNOTATORS; n += 1) {
    const member = await addMember(projectId, "annotator");
    const assignmentId = await assign(member, article);
    desks.push({ url, projectId, assignmentId, words, targetIds, revisionId: article.revisionId, memberId: member.memberId, cookie: `${sessionCookie()}=${member.session}` });
  }
  return desks;
}

beforeAll(async () => {
  database = await startKillable();
  // Before any module of the application reads the environment: this file has a cluster of its own.
  Object.assign(process.env, { DATABASE_URL: database.url, LOG_LEVEL: "silent" });
  pool = new pg.Pool({ connectionString: database.url, max: 1 });
  pool.on("error", () => {});
  server = await startServer(database.url);
});

afterAll(async () => {
  await server?.stop();
  await pool?.end();
  const { closeDatabase } = await import("@/lib/platform/database");
  await closeDatabase();
  await database?.stop();
});

/** Breaks something, looks with the same eyes, and takes it back. */
async function problemsAfter(damage: string): Promise<string[]> {
  const client = await pool.connect();
  try {
    await client.query("BEGIN");
    const { rowCount } = await client.query(damage);
    expect(rowCount).toBeGreaterThan(0);
    return await problems(client, saved(), operations());
  } finally {
    await client.query("ROLLBACK");
    client.release();
  }
}

async function checkData(): Promise<boolean> {
  const { ok } = await runChild(typescript("scripts/check-data.ts"), { DATABASE_URL: database!.url, AUTH_SECRET: "a secret that is only used by the tests of this project" });
  return ok;
}

describe("work that is being saved while server and database are killed", () => {
  it("is all there when it was acknowledged, once, whole, and counted", async () => {
    const desks = await makeDesks(server!.url);
    let over = false;
    const clients = Promise.all(diaries.map((diary, n) => annotate(desks[n % ANNOTATORS]!, diary, () => over)));
    clients.catch(() => (over = true));
    const moments: number[] = [];
    for (const victim of [server!, database!, server!, database!]) {
      // A run in which little was confirmed would prove little.
      for (const before = operations().length; !over && operations().length < before + 40; ) await sleep(20);
      const moment = Math.round(Math.random() * 1000);
      moments.push(moment);
      await sleep(moment);
      await victim.killAndRestart();
    }
    await sleep(500);
    over = true;
    await clients;
    const told = `killed after ${moments.join(", ")} ms`;
    expect(diaries.flatMap((diary) => diary.wrong), told).toEqual([]);
    expect(await problems(pool, saved(), operations()), told).toEqual([]);
    expect(diaries.reduce((sum, diary) => sum + diary.unanswered, 0)).toBeGreaterThanOrEqual(CLIENTS);
    // Ten seconds on a machine that does nothing else.
  }, 90_000);

  it.runIf(existsSync(inRoot("scripts/check-data.ts")))("passes npm run check:data, which fails when a count is wrong", async () => {
    expect(await checkData()).toBe(true);
    await pool.query("UPDATE rollup_count SET n = n + 1");
    expect(await checkData()).toBe(false);
    await pool.query("UPDATE rollup_count SET n = n - 1");
  });
});

describe("the eyes that look for loss", () => {
  it.each([
    ["an acknowledged span that is gone", "DELETE FROM span WHERE id = (SELECT min(id::text)::uuid FROM span)", /is lost/],
    ["a span whose part is gone", "DELETE FROM span_part WHERE span_id = (SELECT min(span_id::text)::uuid FROM span_part)", /1 spans without a part/],
    ["a change whose event is gone", "DELETE FROM span_event WHERE version = 1 AND span_id = (SELECT min(span_id::text)::uuid FROM span_event)", /events do not lead to their version/],
    ["an operation that is gone", "DELETE FROM operation WHERE op_id = (SELECT min(op_id::text)::uuid FROM operation)", /events without their operation/],
    ["a count that is one too high", "UPDATE rollup_count SET n = n + 1 WHERE ctid = (SELECT ctid FROM rollup_count LIMIT 1)", /counts that differ/],
    ["a change that came back undone", "UPDATE span SET version = version + 1 WHERE id = (SELECT min(id::text)::uuid FROM span)", /acknowledged was/],
  ])("see %s", async (_name, damage, words) => {
    expect((await problemsAfter(damage)).join("\n")).toMatch(words);
  });
});
