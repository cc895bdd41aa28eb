import { beforeEach, describe, expect, it } from "vitest";
import { job } from "@/lib/accounts/server/actor";
import { clearOver } from "@/lib/articles/server/imports/clear-over";
import { type Parse, parseHere } from "@/lib/articles/server/imports/parsing";
import { newId } from "@/lib/kernel/id";
import { rows } from "@/lib/platform/database";
import { call } from "@/tests/factories/call";
import { addMember, makeProject, type TestMember } from "@/tests/factories/world";
import { emptyBeforeEach } from "@/tests/support/database";
import { sendFiles, step } from "./sending";
import { story, work } from "./working";

emptyBeforeEach();
let lead: TestMember;
beforeEach(async () => {
  lead = await addMember(await makeProject(), "coordinator");
});
const get = async (path: string) => (await call(lead, "GET", path)).body;
const patch = async (path: string, change: Record<string, unknown>) => call(lead, "PATCH", path, { version: (await get(path))["version"], ...change });
const read = async (files: Record<string, string>, more: Record<string, unknown> = {}): Promise<string> => {
  const { path } = await sendFiles(lead, files, more);
  await step(lead, path, "read");
  await work();
  return path;
};
const add = async (path: string, parse: Parse = parseHere): Promise<void> => {
  await step(lead, path, "add");
  await work(parse);
};
/** Finds of one story what no database takes: a day that no calendar has, a count beyond what a column holds. */
const spoiling = (n: number): Parse => async (actor, tasks) =>
  (await parseHere(actor, tasks)).map((outcome) => {
    if ("understood" in outcome) return outcome.understood.title === `Ferry number ${n} is late` ? { ...outcome, print: { ...outcome.print, shingles: 2 ** 40 } } : outcome;
    if ("ready" in outcome) return outcome.ready.prepared.title === `Ferry number ${n} is late` ? { ...outcome, ready: { ...outcome.ready, draft: { ...outcome.ready.draft, publishedOn: "2024-13-45" } } } : outcome;
    return outcome;
  });
const NOT_STORED = "This record holds something that cannot be stored.";
const line = (record: Record<string, unknown>): string => JSON.stringify(record);

describe("what is unclear", () => {
  it("stays unknown when the row is taken as it is, and is what a person says of it", async () => {
    const path = await read({ "a.jsonl": [1, 2].map((n) => line({ text: story(n), date: "05/06/2024" })).join("\n") });
    expect((await get(`${path}/rows`))["items"][0]).toMatchObject({ state: "look", looks: ["date_two_ways"] });
    expect((await patch(`${path}/rows/0`, { take: true })).body).toMatchObject({ state: "new", publishedOn: null });
    expect((await patch(`${path}/rows/1`, { fields: { publishedOn: "2024-05-06" } })).body).toMatchObject({ state: "new", publishedOn: "2024-05-06" });
    await add(path);
    expect(await rows("SELECT published_on::text AS day, evidence ? 'publishedOn' AS told FROM article ORDER BY published_on NULLS FIRST")).toEqual([{ day: null, told: false }, { day: "2024-05-06", told: false }]);
  });
});

describe("behind the preview", () => {
  it("the chosen mapping holds, what is unclear is said in sentences, and what cannot be stored costs only itself", async () => {
    const record = (n: number, more: Record<string, unknown> = {}): string => line({ text: story(n + 5000), full: story(n), date: "2024-05-20", ...more });
    const path = await read({ "a.jsonl": Array.from({ length: 1000 }, (_, n) => record(n)).join("\n"), "b.jsonl": record(2000, { date: "05/06/2024" }), "c.jsonl": record(2001, { section: "Harbour" }), "d.jsonl": [record(2002), record(2003)].join("\n") });
    await step(lead, path, "read", { mapping: { text: "full", publishedOn: "date" } });
    await work();
    await add(path, spoiling(2002));
    expect(await get(`${path}/rows?after=999`)).toMatchObject({ items: [
      { state: "kept", title: "Ferry number 2000 is late", reason: "The date can be read in two ways, so it stays unknown.", publishedOn: null },
      { state: "kept", title: "Ferry number 2001 is late", reason: null, publishedOn: "2024-05-20" },
      { state: "refused", file: "d.jsonl", line: 1, reason: NOT_STORED },
      { state: "kept", title: "Ferry number 2003 is late" },
    ] });
    expect(await get(path)).toMatchObject({ state: "done", counts: { seen: 1004, kept: 1003, refused: 1 } });
  }, 60_000);
});

describe("plain text", () => {
  it("of a file can be put right", async () => {
    const path = await read({ "walk.txt": story(1) });
    expect(await get(`${path}/rows/0`)).toMatchObject({ plain: true });
    expect((await patch(`${path}/rows/0`, { text: story(2) })).body).toMatchObject({ state: "new", text: story(2) });
  });

  it("of a page cannot", async () => {
    const path = await read({ "walk.html": `<html><body><p>${story(1)}</p></body></html>` });
    expect(await get(`${path}/rows/0`)).toMatchObject({ plain: false });
    expect((await patch(`${path}/rows/0`, { text: story(2) })).status).toBe(422);
  });
});

describe("the moment of capture", () => {
  it("is the one that the record states, and else the one at which it was sent", async () => {
    const stated = ["2024-05-06T10:11:12+02:00", "Mon, 06 May 2024 07:00:00 GMT", "3", null];
    const path = await read({ "a.jsonl": stated.map((capturedAt, n) => line({ text: story(n), captured_at: capturedAt, title: `n${n}` })).join("\n") });
    await rows("UPDATE import SET created_at = '2024-07-01T00:00:00Z'");
    await add(path);
    expect((await rows<{ at: Date }>("SELECT captured_at AS at FROM article ORDER BY title")).map(({ at }) => at.toISOString())).toEqual(["2024-05-06T08:11:12.000Z", "2024-05-06T07:00:00.000Z", "2024-07-01T00:00:00.000Z", "2024-07-01T00:00:00.000Z"]);
  });
});

describe("pages of articles", () => {
  it("are for those who see everybody's work, not for those who annotate", async () => {
    const path = await read({ "walk.html": `<html><body><p>${story(1)}</p></body></html>` });
    await add(path);
    const { articleId } = (await get(`${path}/rows`))["items"][0];
    const captures = `/projects/${lead.projectId}/articles/${articleId}/captures`;
    const annotator = await addMember(lead.projectId, "annotator");
    await rows("INSERT INTO assignment (project_id, id, article_id, member_id, position) VALUES ($1, $2, $3, $4, 0)", [lead.projectId, newId(), articleId, annotator.memberId]);
    const reviewer = await addMember(lead.projectId, "reviewer");
    const [{ id }] = (await get(captures))["items"];
    for (const one of [captures, `${captures}/${id}`]) {
      expect((await call(annotator, "GET", one)).status).toBe(404);
      expect((await call(reviewer, "GET", one)).status).toBe(200);
    }
  });
});

describe("what no database stores", () => {
  it("in the names of columns and the words of fields ends no import", async () => {
    const path = await read({ "a.jsonl": [`{"text": ${JSON.stringify(story(1))}, "od\\u0000d": "x", "half\\ud800": "y"}`, line({ text: story(2), outlet: `${"T".repeat(299)}😀 of Marrowby` })].join("\n") });
    expect(await get(path)).toMatchObject({ state: "ready", files: [{ table: { columns: expect.arrayContaining(["od\ufffdd", "half\ufffd"]) } }] });
    await add(path);
    expect(await get(path)).toMatchObject({ state: "done", counts: { kept: 2, refused: 0 } });
  });

  it("costs the row that holds it, by name, while reading and while adding", async () => {
    const { path } = await sendFiles(lead, { "a.jsonl": [1, 2, 3, 4].map((n) => line({ text: story(n) })).join("\n") });
    await step(lead, path, "read");
    await work(spoiling(2));
    expect(await get(path)).toMatchObject({ state: "ready", counts: { seen: 4, new: 3, refused: 1 } });
    await add(path, spoiling(3));
    expect(await get(path)).toMatchObject({ state: "done", counts: { kept: 2, refused: 2 } });
    expect((await get(`${path}/rows`))["items"].map((item: Record<string, unknown>) => [item["line"], item["state"], item["reason"]])).toEqual([[1, "kept", null], [2, "refused", NOT_STORED], [3, "refused", NOT_STORED], [4, "kept", null]]);
  });
});

describe("other words for a row", () => {
  it("keep what its file and its import say of it, and are compared anew", async () => {
    const path = await read({ "a.jsonl": [line({ text: story(1), outlet: "The Daily Tern", date: "2024-05-20", url: "https://tern.example/1", captured_at: "2024-05-21T00:00:00Z" }), line({ text: story(1) }), line({ text: story(3) })].join("\n") }, { settings: { genre: "opinion" } });
    expect((await get(`${path}/rows`))["items"].map((item: Record<string, unknown>) => [item["state"], item["copyOf"]])).toEqual([["new", null], ["copy", { ordinal: 0 }], ["new", null]]);
    const { body } = await patch(`${path}/rows/0`, { text: story(9) });
    expect(body).toMatchObject({ title: "Ferry number 9 is late", outlet: "The Daily Tern", publishedOn: "2024-05-20", proposals: { url: { value: "https://tern.example/1", from: "address" }, genre: { value: "opinion", from: "import" } } });
    expect((await get(`${path}/rows/1`))).toMatchObject({ state: "new", copyOf: null });
    expect((await patch(`${path}/rows/2`, { text: story(9) })).body).toMatchObject({ state: "copy", copyOf: { ordinal: 0 } });
    await add(path);
    expect(await get(path)).toMatchObject({ counts: { kept: 2, joined: 1 } });
    expect((await rows<{ at: Date }>("SELECT captured_at AS at FROM article WHERE url IS NOT NULL")).map(({ at }) => at.toISOString())).toEqual(["2024-05-21T00:00:00.000Z"]);
  });
});

describe("an import whose member may add nothing any more", () => {
  it.each(["state = 'removed'", "role = 'annotator'"])("rests (%s) until somebody goes on in their own name", async (change) => {
    const path = await read({ "a.jsonl": [1, 2].map((n) => line({ text: story(n) })).join("\n") });
    await step(lead, path, "add");
    const other = await addMember(lead.projectId, "coordinator");
    await rows(`UPDATE member SET ${change} WHERE id = $1`, [lead.memberId]);
    await work();
    const { body } = await call(other, "GET", path);
    expect(body).toMatchObject({ state: "adding", paused: true, counts: { kept: 0 }, problem: expect.stringContaining("may add no articles any more") });
    expect((await step(other, path, "resume")).body).toMatchObject({ paused: false, problem: null, createdBy: { id: other.memberId } });
    await work();
    expect((await call(other, "GET", path)).body).toMatchObject({ state: "done", counts: { kept: 2 } });
  });
});

describe("what was sent", () => {
  it("goes with its words when an import is cancelled or fails, and stays for 30 days of what was left out of one that is done", async () => {
    const files = { "a.jsonl": [1, 2].map((n) => line({ text: story(n) })).join("\n") };
    const [cancelled, failed, done] = [await read(files), await read(files), await read({ "b.txt": story(3), "c.txt": story(4) })];
    const held = async (path: string) => rows("SELECT (SELECT count(*)::int FROM import_row WHERE import_id = $1 AND (text IS NOT NULL OR understood IS NOT NULL OR raw IS NOT NULL)) AS words, (SELECT count(*)::int FROM import_chunk c JOIN import_file f ON f.id = c.file_id WHERE f.import_id = $1) AS chunks", [path.split("/").at(-1)]);
    expect((await step(lead, cancelled, "cancel")).status).toBe(200);
    expect(await held(cancelled)).toEqual([{ words: 0, chunks: 0 }]);
    expect(await held(failed)).toEqual([{ words: 2, chunks: 1 }]);
    await rows("UPDATE import SET state = 'failed', finished_at = now() WHERE id = $1", [failed.split("/").at(-1)]);
    await patch(`${done}/rows/1`, { take: false });
    await add(done);
    await clearOver(job());
    expect([await held(failed), (await get(`${failed}/rows`))["items"].map((item: { title: string }) => item.title)]).toEqual([[{ words: 0, chunks: 0 }], ["Ferry number 1 is late", "Ferry number 2 is late"]]);
    expect(await get(`${done}/rows/1`)).toMatchObject({ state: "left_out", text: story(4) });
    await rows("UPDATE import SET finished_at = now() - interval '31 days' WHERE state = 'done'");
    await clearOver(job());
    expect(await held(done)).toEqual([{ words: 0, chunks: 0 }]);
  });
});
