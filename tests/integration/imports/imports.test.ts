import { beforeEach, describe, expect, it } from "vitest";
import { row, rows } from "@/lib/platform/database";
import { call } from "@/tests/factories/call";
import { addMember, makeProject, type TestMember } from "@/tests/factories/world";
import { emptyBeforeEach } from "@/tests/support/database";
import { sendFiles, step } from "./sending";
import { work } from "./working";

emptyBeforeEach();
let lead: TestMember;
beforeEach(async () => {
  lead = await addMember(await makeProject(), "coordinator");
});
const get = async (path: string) => (await call(lead, "GET", path)).body;
const count = async (table: string): Promise<number> => (await row<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`))?.n ?? -1;
const lines = (n: number, text = (i: number) => `Ferry ${i} is late\nNobody at the quay of Marrowby said why ferry ${i} was late, and ${i * 7} people waited. The harbour master of the northern quay told them on Friday that boat number ${i} had left its berth at dawn, that a rope had torn in the lock, and that the next one would come when the tide allowed it.`): string =>
  Array.from({ length: n }, (_, i) => JSON.stringify({ text: text(i), outlet: "The Daily Tern" })).join("\n");

describe("an import", () => {
  it("is sent, read, looked at, added, and told row by row", async () => {
    const { path, body } = await sendFiles(lead, { "june.jsonl": lines(3), "note.txt": "A walk on the pier\nIt was windy on the pier of Marrowby on Sunday, and those who walked there held their hats with both hands, for the gusts came from the river and from the hill at once, and nobody could say from which of the two the next one would come." });
    expect(body).toMatchObject({ state: "receiving", previewed: null, counts: { seen: 0 }, files: [{ state: "received" }, { state: "received" }] });
    expect((await step(lead, path, "read")).body["state"]).toBe("reading");
    await work();
    const ready = await get(path);
    expect(ready).toMatchObject({ state: "ready", previewed: 4, counts: { seen: 4, new: 4, copies: 0, look: 0, refused: 0, leftOut: 0, kept: 0, joined: 0 }, files: [{ state: "read", table: { kind: "jsonl" } }, { state: "read", table: null }] });
    const { items } = await get(`${path}/rows`);
    expect(items[1]).toMatchObject({ ordinal: 1, file: "june.jsonl", line: 2, state: "new", title: "Ferry 1 is late", outlet: "The Daily Tern", articleId: null });
    expect(await count("article")).toBe(0);
    expect((await step(lead, path, "add")).status).toBe(200);
    await work();
    expect(await get(path)).toMatchObject({ state: "done", counts: { new: 0, kept: 4, joined: 0 }, bytes: { read: ready["bytes"].total } });
    expect(await count("article")).toBe(4);
    expect(await count("import_chunk")).toBe(0);
    expect((await get(`${path}/rows`)).items[1]).toMatchObject({ state: "kept", outlet: "The Daily Tern", articleId: expect.any(String) });
    expect(await rows("SELECT detail FROM audit_entry WHERE action = 'articles.imported'")).toEqual([{ detail: { kept: 4, joined: 0 } }]);
  });
});
