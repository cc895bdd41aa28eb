// The worker is killed with SIGKILL in the middle of adding, again and again; afterwards every record is there once.
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, it } from "vitest";
import { row, rows } from "@/lib/platform/database";
import { startChild, typescript, type Child } from "@/scripts/launch/child";
import { call, type Answer } from "@/tests/factories/call";
import { addMember, makeProject, type TestMember } from "@/tests/factories/world";
import { truncateAll } from "@/tests/support/database";
import { sendFiles, step } from "./sending";
import { story } from "./working";

const RECORDS = 1_400;
const KILLS = 3;
let lead: TestMember;
let worker: Child | undefined;

const start = (): Child => startChild({ args: typescript("scripts/worker.ts"), env: { NODE_ENV: "production" }, quiet: () => true });
const kill = async (): Promise<void> => {
  worker?.kill();
  await worker?.ended;
};
beforeAll(async () => {
  await truncateAll();
  lead = await addMember(await makeProject(), "coordinator");
});
afterAll(kill);

/** Waits until the import is in this state, or as many articles are there; fails when nothing moves for long. */
async function until(path: string, wanted: (body: Answer["body"]) => boolean): Promise<void> {
  for (let waited = 0; ; waited += 100) {
    const { body } = await call(lead, "GET", path);
    if (wanted(body)) return;
    if (waited > 100_000) throw new Error(`${JSON.stringify(body)} ${worker?.said()}`);
    await sleep(100);
  }
}

it("adds every record once, although the worker is killed three times on the way", async () => {
  const lines = Array.from({ length: RECORDS }, (_, i) => JSON.stringify({ text: story(i) })).join("\n");
  const { path } = await sendFiles(lead, { "june.jsonl": lines });
  worker = start();
  await step(lead, path, "read");
  await until(path, (body) => body["counts"].seen >= 100);
  await kill();
  worker = start();
  await until(path, (body) => body["state"] === "ready");
  await step(lead, path, "add");
  let kept = 0;
  for (let n = 0; n < KILLS; n += 1) {
    await until(path, (body) => body["counts"].kept + body["counts"].joined > kept);
    await sleep(Math.round(Math.random() * 400));
    await kill();
    ({ kept } = (await call(lead, "GET", path)).body["counts"]);
    expect(kept).toBeLessThan(RECORDS);
    worker = start();
  }
  await until(path, (body) => body["state"] === "done");
  expect((await call(lead, "GET", path)).body).toMatchObject({ counts: { seen: RECORDS, refused: 0, new: 0, copies: 0, look: 0, leftOut: 0 } });
  const count = async (what: string) => (await row<{ n: number }>(`SELECT count(*)::int AS n FROM ${what}`))?.n;
  expect(await count("article")).toBe(RECORDS);
  expect(await count("(SELECT DISTINCT sha256 FROM revision) x")).toBe(RECORDS);
  expect(await count("import_row r JOIN article a ON a.id = r.article_id WHERE r.state IN ('kept', 'joined')")).toBe(RECORDS);
  expect(await rows("SELECT (SELECT sum((detail ->> 'kept')::int + (detail ->> 'joined')::int)::int FROM audit_entry WHERE action = 'articles.imported') AS n")).toEqual([{ n: RECORDS }]);
}, 300_000);
