import { beforeEach, describe, expect, it } from "vitest";
import { job } from "@/lib/accounts/server/actor";
import { readRecords } from "@/lib/articles/formats/read-records";
import { openImports } from "@/lib/articles/server/imports/open-imports";
import { type Parse, parseHere } from "@/lib/articles/server/imports/parsing";
import { runImport, type Work } from "@/lib/articles/server/imports/run-imports";
import { assignNewArticles } from "@/lib/assignments/server/assign-new";
import { newId } from "@/lib/kernel/id";
import { row, rows, transaction } from "@/lib/platform/database";
import { call } from "@/tests/factories/call";
import { addMember, makeProject, type TestMember } from "@/tests/factories/world";
import { emptyBeforeEach } from "@/tests/support/database";
import { sendBytes, sendFiles, step } from "./sending";
import { story, work } from "./working";

emptyBeforeEach();
let lead: TestMember;
beforeEach(async () => {
  lead = await addMember(await makeProject(), "coordinator");
});
const get = async (path: string) => (await call(lead, "GET", path)).body;
const count = async (what: string): Promise<number> => (await row<{ n: number }>(`SELECT count(*)::int AS n FROM ${what}`))?.n ?? -1;
const lines = (n: number): string => Array.from({ length: n }, (_, i) => JSON.stringify({ text: story(i) })).join("\n");
/** What waits now, as though it had rested long enough. */
const waiting = async () => {
  await rows("UPDATE import SET updated_at = now() - interval '1 hour'");
  return openImports(job());
};
const run = async (more: Partial<Work>): Promise<void> => {
  for (const open of await waiting()) await runImport(job(), open, { read: readRecords, parse: parseHere, assign: assignNewArticles, stopped: () => false, ...more });
};
const breaks: Parse = async () => {
  throw new Error("out of luck");
};

describe("an import whose slices fail", () => {
  it("is tried three times, then goes on without the file that is to blame", async () => {
    const { path } = await sendFiles(lead, { "a.txt": `POISON\n${story(1)}`, "b.txt": story(2) });
    await step(lead, path, "read");
    const poisoned: Parse = async (actor, tasks) => (tasks.some((task) => task.kind !== "prepare" && "text" in task.content && task.content.text.startsWith("POISON")) ? breaks(actor, tasks) : parseHere(actor, tasks));
    for (let n = 0; n < 3; n += 1) await expect(run({ parse: poisoned })).rejects.toThrow("out of luck");
    await run({ parse: poisoned });
    await run({ parse: poisoned });
    expect(await get(path)).toMatchObject({ state: "ready", counts: { seen: 2, refused: 1, new: 1 }, files: [{ state: "refused", reason: expect.stringMatching(/failed three times/) }, { state: "read" }] });
    expect((await get(`${path}/rows?state=refused`))["items"]).toMatchObject([{ file: "a.txt", reason: expect.stringMatching(/failed three times/) }]);
  });

  it("fails when no file is to blame, and keeps what was added", async () => {
    const { path } = await sendFiles(lead, { "a.jsonl": lines(2) });
    await step(lead, path, "read");
    await work();
    await step(lead, path, "add");
    for (let n = 0; n < 3; n += 1) await expect(run({ parse: breaks })).rejects.toThrow("out of luck");
    await run({ parse: breaks });
    expect(await get(path)).toMatchObject({ state: "failed", problem: expect.stringMatching(/three times/) });
    expect(await waiting()).toEqual([]);
  });

  it("is not to blame for a lock that somebody held, and counts anew after each batch", async () => {
    const { path } = await sendFiles(lead, { "a.jsonl": lines(2) });
    await step(lead, path, "read");
    await work();
    await step(lead, path, "add");
    const locked = async (): Promise<never> => {
      throw Object.assign(new Error("canceling statement due to lock timeout"), { code: "55P03" });
    };
    for (let n = 0; n < 5; n += 1) await expect(run({ assign: locked })).rejects.toThrow("Somebody else is changing this");
    await expect(run({ parse: breaks })).rejects.toThrow("out of luck");
    expect(await rows("SELECT attempts FROM import")).toEqual([{ attempts: 1 }]);
    await run({});
    expect(await get(path)).toMatchObject({ state: "done", counts: { kept: 2 } });
    expect(await rows("SELECT attempts FROM import")).toEqual([{ attempts: 0 }]);
  });
});

describe("two workers that take one import at the same time", () => {
  it("write every record once, in the preview and when adding, with rows looked at and behind them", async () => {
    const { path } = await sendFiles(lead, { "a.jsonl": lines(1050), "b.txt": story(5000) });
    const both = async (): Promise<void> => {
      for (let turn = 0; turn < 40; turn += 1) {
        const [open] = await waiting();
        if (!open) return;
        // Both have read and parsed a batch before either writes it.
        let [arrived, release] = [0, () => {}];
        const gate = new Promise<void>((resolve) => (release = resolve));
        const together: Parse = async (actor, tasks) => {
          if (++arrived >= 2) release();
          await gate;
          return parseHere(actor, tasks);
        };
        const work = { read: readRecords, parse: together, assign: assignNewArticles, stopped: () => false };
        const one = runImport(job(), open, work).finally(release);
        await Promise.all([one, runImport(job(), open, work).finally(release)]);
      }
    };
    await step(lead, path, "read");
    await both();
    expect(await get(path)).toMatchObject({ state: "ready", counts: { seen: 1000 } });
    expect(await count("import_row")).toBe(1000);
    await step(lead, path, "add");
    await both();
    const done = await get(path);
    expect(done).toMatchObject({ state: "done", counts: { seen: 1051, kept: 1051 } });
    expect([await count("article"), await count("import_row"), await count("(SELECT DISTINCT sha256 FROM revision) x")]).toEqual([1051, 1051, 1051]);
    expect(done["bytes"].read).toBe(done["bytes"].total);
  }, 120_000);
});

describe("a person who comes between", () => {
  it("pauses in the middle of a batch, which is then not written, and goes on later", async () => {
    const { path } = await sendFiles(lead, { "a.jsonl": lines(120) });
    await step(lead, path, "read");
    await work();
    await step(lead, path, "add");
    let calls = 0;
    const pausing: Parse = async (actor, tasks) => {
      if (++calls === 2) expect((await step(lead, path, "pause")).status).toBe(200);
      return parseHere(actor, tasks);
    };
    await run({ parse: pausing });
    expect(await get(path)).toMatchObject({ state: "adding", paused: true, counts: { kept: 100, new: 20 } });
    expect(await count("article")).toBe(100);
    await step(lead, path, "resume");
    await work();
    expect(await get(path)).toMatchObject({ state: "done", counts: { kept: 120 } });
  });

  it("cancels in the middle of a batch, of which nothing is written then", async () => {
    const { path } = await sendFiles(lead, { "a.jsonl": lines(20) });
    await step(lead, path, "read");
    await run({ parse: async (actor, tasks) => (await step(lead, path, "cancel"), parseHere(actor, tasks)) });
    expect(await get(path)).toMatchObject({ state: "cancelled", counts: { seen: 0 } });
    expect([await count("import_row"), await count("import_chunk"), await count("article")]).toEqual([0, 0, 0]);
  });
});

describe("a chunk", () => {
  it("of other bytes than came before is refused, and the first ones stay", async () => {
    const id = newId();
    const made = await call(lead, "POST", `/projects/${lead.projectId}/imports`, { name: "June", source: "files", files: [{ id, name: "a.txt", bytes: 5 }] });
    const path = `/projects/${lead.projectId}/imports/${made.body["id"]}/files/${id}/chunks/0`;
    expect((await sendBytes(lead, path, Buffer.from("ferry"))).status).toBe(200);
    const other = await sendBytes(lead, path, Buffer.from("barge"));
    expect(other.body).toMatchObject({ status: 409, detail: expect.stringMatching(/other bytes/) });
    expect(await rows("SELECT convert_from(bytes, 'UTF8') AS words FROM import_chunk")).toEqual([{ words: "ferry" }]);
  });

  it("waits for a step of its import without holding its file, so that neither waits for ever", async () => {
    const id = newId();
    const made = await call(lead, "POST", `/projects/${lead.projectId}/imports`, { name: "June", source: "files", files: [{ id, name: "a.txt", bytes: 5 }] });
    const importId = made.body["id"] as string;
    const sent = await transaction(async (tx) => {
      await rows("SELECT id FROM import WHERE id = $1 FOR UPDATE", [importId], tx);
      const sending = sendBytes(lead, `/projects/${lead.projectId}/imports/${importId}/files/${id}/chunks/0`, Buffer.from("ferry"));
      for (let n = 0; n < 100 && (await count("pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()")) === 0; n += 1) await new Promise((resolve) => setTimeout(resolve, 20));
      await rows("SELECT id FROM import_file WHERE id = $1 FOR UPDATE NOWAIT", [id], tx);
      return { sending };
    });
    expect((await sent.sending).status).toBe(200);
  });
});

describe("a thousand short texts that are nearly alike", () => {
  it("are previewed and added within the time that a statement has", async () => {
    const text = (i: number): string => `Tide table of the northern quay, day ${i}\nHigh water at nine in the morning and at ten at night; the lock of Marrowby opens an hour before and closes an hour after, and boats wait at the pier until the master of the lock calls them by number.`;
    const { path } = await sendFiles(lead, { "a.jsonl": Array.from({ length: 1_200 }, (_, i) => JSON.stringify({ text: text(i) })).join("\n") });
    await step(lead, path, "read");
    await run({});
    expect(await get(path)).toMatchObject({ state: "ready", counts: { seen: 1000, refused: 0 } });
    await step(lead, path, "add");
    await work();
    const { counts } = await get(path);
    expect(counts.kept + counts.joined).toBe(1_200);
  }, 120_000);
});
