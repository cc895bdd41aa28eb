import { beforeEach, describe, expect, it } from "vitest";
import { newId } from "@/lib/kernel/id";
import { row, rows } from "@/lib/platform/database";
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
const lines = (n: number, from = 0): string => Array.from({ length: n }, (_, i) => JSON.stringify({ text: story(from + i) })).join("\n");
const patch = async (path: string, change: Record<string, unknown>) => call(lead, "PATCH", path, { version: (await get(path))["version"], ...change });

describe("copies", () => {
  it("are told before anything is added: of an article, of an earlier row, exact and near, and join its work", async () => {
    const there = await call(lead, "POST", `/projects/${lead.projectId}/articles`, { text: story(1) });
    const near = `${story(1)}\nA last line that only this paper printed.`;
    const { path } = await sendFiles(lead, { "a.jsonl": [near, story(2), story(3), story(2).toUpperCase()].map((text) => JSON.stringify({ text })).join("\n") });
    await step(lead, path, "read");
    await work();
    const { items } = await get(`${path}/rows`);
    expect(items.map((item: { state: string; copyOf: unknown }) => [item.state, item.copyOf])).toEqual([
      ["copy", { id: there.body["id"], title: there.body["title"] }], ["new", null], ["new", null], ["copy", { ordinal: 1 }],
    ]);
    await step(lead, path, "add");
    await work();
    expect(await get(path)).toMatchObject({ state: "done", counts: { kept: 2, joined: 2 } });
    expect(await count("work")).toBe(3);
  });
});

describe("rows", () => {
  it("are corrected and left out before they are added", async () => {
    const { path } = await sendFiles(lead, { "a.jsonl": lines(3) });
    await step(lead, path, "read");
    await work();
    expect((await patch(`${path}/rows/0`, { fields: { title: "Another title", outletName: "Quay Standard", publishedOn: "2024-05-05" }, blocks: [{ ordinal: 1, kind: "caption" }] })).body).toMatchObject({ title: "Another title", outlet: "Quay Standard", state: "new" });
    expect((await patch(`${path}/rows/1`, { take: false })).body["state"]).toBe("left_out");
    expect((await patch(`${path}/rows/2`, { text: `${story(9)}` })).body).toMatchObject({ state: "new", text: story(9) });
    expect((await call(lead, "PATCH", `${path}/rows/2`, { version: 1, take: false })).status).toBe(409);
    await step(lead, path, "add");
    await work();
    expect(await get(path)).toMatchObject({ counts: { kept: 2, leftOut: 1 } });
    expect(await rows("SELECT a.title, o.name, a.published_on::text AS day, (SELECT reason FROM block b WHERE b.revision_id = a.current_revision_id AND b.ordinal = 1) AS reason FROM article a JOIN outlet o ON o.id = a.outlet_id")).toEqual([{ title: "Another title", name: "Quay Standard", day: "2024-05-05", reason: "by_hand" }]);
    expect((await patch(`${path}/rows/1`, { take: true })).status).toBe(409);
  });

  it("name what is refused with line and reason, and the others come in", async () => {
    const { path } = await sendFiles(lead, { "a.jsonl": [JSON.stringify({ text: story(1) }), "{broken", JSON.stringify({ text: "" })].join("\n"), "b.txt": new Uint8Array(0), "c.txt": story(2) });
    await step(lead, path, "read");
    await work();
    const ready = await get(path);
    expect(ready).toMatchObject({ state: "ready", counts: { seen: 5, new: 2, refused: 3 } });
    expect(ready["files"].map((file: { state: string }) => file.state)).toEqual(["read", "refused", "read"]);
    await step(lead, path, "add");
    await work();
    const report = await call(lead, "GET", `${path}/report.csv`);
    expect(report.headers.get("content-type")).toContain("text/csv");
    const told = report.text.trimEnd().split("\r\n");
    expect(told[0]).toBe("record,file,entry,line,byte,outcome,reason,title,article_id,copy_of");
    expect(told).toHaveLength(6);
    expect(told[2]).toMatch(/^2,a\.jsonl,,2,.*refused/);
  });

  it("of a report cannot run in a spreadsheet", async () => {
    const { path } = await sendFiles(lead, { "=1+1.txt": `=HYPERLINK("x")\n${story(1)}` });
    await step(lead, path, "read");
    await work();
    const { text } = await call(lead, "GET", `${path}/report.csv`);
    expect(text).toContain("'=1+1.txt");
    expect(text).not.toMatch(/[,\n"]=/);
  });
});

describe("more than a thousand records", () => {
  it("are previewed in part and added whole, once each, however often they are paused", async () => {
    const { path } = await sendFiles(lead, { "a.jsonl": lines(1100) });
    await step(lead, path, "read");
    await work();
    expect(await get(path)).toMatchObject({ state: "ready", previewed: 1000, counts: { seen: 1000 }, files: [{ state: "received" }] });
    await step(lead, path, "add");
    await step(lead, path, "pause");
    await work();
    expect(await get(path)).toMatchObject({ state: "adding", paused: true, counts: { kept: 0 } });
    await step(lead, path, "resume");
    await work();
    expect(await get(path)).toMatchObject({ state: "done", counts: { seen: 1100, kept: 1100 } });
    expect(await count("article")).toBe(1100);
    expect(await count("import_row WHERE state = 'kept' AND article_id IS NOT NULL")).toBe(1100);
  }, 60_000);
});

describe("steps", () => {
  it("are taken once when two people take them at once, and leave what was added when the import is cancelled", async () => {
    const { path, body } = await sendFiles(lead, { "a.jsonl": lines(2) });
    await step(lead, path, "read");
    await work();
    const { version } = await get(path);
    const both = await Promise.all([call(lead, "POST", `${path}/add`, { version }), call(lead, "POST", `${path}/add`, { version })]);
    expect(both.map((one) => one.status).sort()).toEqual([200, 409]);
    await Promise.all([work(), work()]);
    expect(await count("article")).toBe(2);
    expect((await step(lead, path, "cancel")).status).toBe(409);
    expect(body["id"]).toBeDefined();
    const other = await sendFiles(lead, { "b.jsonl": lines(2, 50) });
    await step(lead, other.path, "read");
    await step(lead, other.path, "cancel");
    await work();
    expect(await get(other.path)).toMatchObject({ state: "cancelled" });
    expect(await count("import_chunk")).toBe(0);
    expect(await count("article")).toBe(2);
  });

  it("are not taken out of turn", async () => {
    const id = newId();
    const made = await call(lead, "POST", `/projects/${lead.projectId}/imports`, { name: "June", source: "files", files: [{ id, name: "a.txt", bytes: 5 }] });
    const path = `/projects/${lead.projectId}/imports/${made.body["id"]}`;
    for (const name of ["read", "add", "pause", "resume"] as const) expect([name, (await step(lead, path, name)).status]).toEqual([name, 409]);
    expect((await call(lead, "POST", `/projects/${lead.projectId}/imports`, { name: "Web", source: "addresses", addresses: ["https://example.org/"] })).body).toMatchObject({ status: 403, code: "fetch_off" });
  });
});

describe("chunks", () => {
  const CHUNK = 4 * 1024 * 1024;
  it("have the size of their place, come in any order and again, and not after reading began", async () => {
    const id = newId();
    const made = await call(lead, "POST", `/projects/${lead.projectId}/imports`, { name: "June", source: "files", files: [{ id, name: "a.txt", bytes: CHUNK + 5 }] });
    const path = `/projects/${lead.projectId}/imports/${made.body["id"]}/files/${id}/chunks`;
    const [whole, rest] = [new Uint8Array(CHUNK).fill(97), new TextEncoder().encode("\nend\n")];
    expect((await sendBytes(lead, `${path}/0`, rest)).status).toBe(422);
    expect((await sendBytes(lead, `${path}/0`, new Uint8Array(CHUNK + 1))).status).toBe(413);
    expect((await sendBytes(lead, `${path}/2`, rest)).status).toBe(404);
    expect((await call(lead, "PUT", `${path}/1`, { a: 1 })).status).toBe(415);
    expect((await sendBytes(lead, `${path}/1`, rest)).body).toEqual({ received: 5, bytes: CHUNK + 5, complete: false });
    expect((await sendBytes(lead, `${path}/1`, rest)).body["received"]).toBe(5);
    expect((await sendBytes(lead, `${path}/0`, whole)).body).toMatchObject({ received: CHUNK + 5, complete: true });
    await step(lead, `/projects/${lead.projectId}/imports/${made.body["id"]}`, "read");
    expect((await sendBytes(lead, `${path}/0`, whole)).status).toBe(409);
  });
});

describe("captures", () => {
  const PAGE = `<html><head><title>Ferry late</title></head><body><article><h1>Ferry late</h1>${story(4).split("\n").map((line) => `<p>${line}</p>`).join("")}<script>alert(1)</script></article></body></html>`;
  it("keep the bytes of a page, serve them as a download of plain text, and not to the source-blind", async () => {
    const { path } = await sendFiles(lead, { "late.html": PAGE });
    await step(lead, path, "read");
    await work();
    await step(lead, path, "add");
    await work();
    const { articleId } = (await get(`${path}/rows`))["items"][0];
    const captures = `/projects/${lead.projectId}/articles/${articleId}/captures`;
    const { items } = await get(captures);
    expect(items).toMatchObject([{ mediaType: "text/html", fileName: "late.html", bytes: PAGE.length }]);
    const got = await call(lead, "GET", `${captures}/${items[0].id}`);
    expect([got.status, got.text, got.headers.get("content-type"), got.headers.get("x-content-type-options")]).toEqual([200, PAGE, "text/plain", "nosniff"]);
    expect(got.headers.get("content-disposition")).toMatch(/^attachment/);
    await rows("UPDATE project SET source_blind = true");
    const blind = await addMember(lead.projectId, "annotator");
    await rows("INSERT INTO assignment (project_id, id, article_id, member_id, position) VALUES ($1, $2, $3, $4, 0)", [lead.projectId, newId(), articleId, blind.memberId]);
    expect((await call(blind, "GET", `/projects/${lead.projectId}/articles/${articleId}`)).status).toBe(200);
    for (const one of [captures, `${captures}/${items[0].id}`]) expect((await call(blind, "GET", one)).status).toBe(404);
  });
});

describe("a page handed over by the browser", () => {
  it("is read as it was sent, and its address is where it came from; nothing is fetched", async () => {
    const page = "<html><head><title>Late boats</title></head><body><article><h1>Late boats</h1><p>The four boats of the lower quay were late again on Monday, and nobody at the harbour office would say why.</p></article></body></html>";
    const [id, url] = [newId(), "https://quay.example/news/late"];
    const made = await call(lead, "POST", `/projects/${lead.projectId}/imports`, { name: "Late boats", source: "browser", files: [{ id, name: "pasted.html", mediaType: "text/html", bytes: Buffer.byteLength(page), url }] });
    expect(made.body).toMatchObject({ state: "receiving" });
    const path = `/projects/${lead.projectId}/imports/${made.body["id"]}`;
    expect((await sendBytes(lead, `${path}/files/${id}/chunks/0`, Buffer.from(page))).status).toBe(200);
    await step(lead, path, "read");
    await work();
    expect((await get(`${path}/rows`))["items"]).toMatchObject([{ title: "Late boats", state: expect.stringMatching(/new|look/) }]);
    await step(lead, path, "add");
    await work();
    expect(await rows("SELECT a.url, c.url AS captured, convert_from(c.bytes, 'UTF8') = $1 AS same FROM article a JOIN capture c ON c.article_id = a.id", [page])).toEqual([{ url, captured: url, same: true }]);
  });
});

describe("reading again", () => {
  it("is refused while it would drop what somebody put right, and changes nothing then", async () => {
    const { path } = await sendFiles(lead, { "a.jsonl": lines(2) });
    await step(lead, path, "read");
    await work();
    await patch(`${path}/rows/0`, { fields: { title: "Another title" } });
    expect(await step(lead, path, "read")).toMatchObject({ status: 422, body: { detail: expect.stringMatching(/^One record was put right/) } });
    expect((await patch(path, { settings: { language: "en" } })).status).toBe(422);
    expect(await get(`${path}/rows/0`)).toMatchObject({ title: "Another title", state: "new" });
  });
});
