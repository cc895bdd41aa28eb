import { beforeEach, describe, expect, it } from "vitest";
import { newId } from "@/lib/kernel/id";
import { row, rows } from "@/lib/platform/database";
import { call } from "@/tests/factories/call";
import { addMember, makeProject, type TestMember } from "@/tests/factories/world";
import { emptyBeforeEach } from "@/tests/support/database";

emptyBeforeEach();
let lead: TestMember;
let path: string;
const add = (body: Record<string, unknown>, who: TestMember = lead) => call(who, "POST", path, body);
const count = async (table: string): Promise<number> => (await row<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`))?.n ?? -1;

beforeEach(async () => {
  lead = await addMember(await makeProject(), "coordinator");
  path = `/projects/${lead.projectId}/articles`;
});

describe("adding an article", () => {
  it("stores the text in its one form with blocks, counts, fingerprint and an audit entry", async () => {
    const made = await add({ text: "\ufeffFerry 🛶 stops\r\n\r\nThe “old” line.\rSkip to content", byline: "Ada", url: "https://example.net/x", publishedOn: "2024-02-29", genre: "news", language: "EN-gb", blocks: [{ ordinal: 2, kind: "chrome" }] });
    expect(made.status, made.text).toBe(201);
    expect(made.body).toMatchObject({ title: "Ferry 🛶 stops", words: 5, codePoints: 46, publishedOn: "2024-02-29", language: "en-GB", url: "https://example.net/x", outlet: null, archived: false, version: 1, sameText: null, assigned: 0 });
    const read = await call(lead, "GET", `${path}/${made.body["id"]}`);
    expect(read.body["text"]).toBe("Ferry 🛶 stops\n\nThe “old” line.\nSkip to content");
    expect(read.body["blocks"]).toEqual([
      { ordinal: 0, kind: "headline", start: 0, end: 13, version: 1, reason: null },
      { ordinal: 1, kind: "paragraph", start: 15, end: 30, version: 1, reason: null },
      { ordinal: 2, kind: "chrome", start: 31, end: 46, version: 1, reason: null },
    ]);
    expect(read.body["revision"].sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(read.body["ownVoiceCodePoints"]).toBe(13 + 15);
    expect(await row("SELECT action FROM audit_entry")).toEqual({ action: "article.added" });
  });

  it("finds outlets by name and alias, however they are spelt, and makes the others", async () => {
    await call(lead, "POST", `/projects/${lead.projectId}/outlets`, { name: "Middle East Eye", aliases: ["MEE"] });
    const names = ["Middle East Eye", "middle\u00a0east  EYE", "mee", "Quay-Standard", "QUAY‑STANDARD"];
    const outlets = [];
    for (const [i, outletName] of names.entries()) outlets.push((await add({ text: `Text ${i}`, outletName, publisherName: outletName })).body["outlet"].name);
    expect(outlets).toEqual(["Middle East Eye", "Middle East Eye", "Middle East Eye", "Quay-Standard", "Quay-Standard"]);
    expect(await count("outlet")).toBe(2);
  });

  it("makes one outlet when two people name it at the same moment", async () => {
    const made = await Promise.all(Array.from({ length: 6 }, (_, i) => add({ text: `Text ${i}`, outletName: i % 2 ? "Tern" : "TERN" })));
    expect(made.map((answer) => answer.status)).toEqual(Array(6).fill(201));
    expect(await count("outlet")).toBe(1);
  });

  it("puts the same words into one work and says so, also at the same moment", async () => {
    const [first, second] = await Promise.all([add({ text: "Same\nwords" }), add({ text: "Same\r\nwords" })]);
    const said = [first!.body["sameText"], second!.body["sameText"]].filter(Boolean);
    expect(said).toHaveLength(1);
    expect(await count("work")).toBe(1);
    const copy = await add({ text: "Same words, edited", workOf: first!.body["id"] });
    expect(copy.body["sameText"]).toBeNull();
    expect(await count("work")).toBe(1);
    expect((await call(lead, "GET", `${path}/${copy.body["id"]}`)).body["copies"]).toHaveLength(2);
  });

  it("answers a repeated operation as the first time, and refuses another body under its name", async () => {
    const op = newId();
    const [first, again, other] = [await call(lead, "POST", path, { text: "Once" }, { op }), await call(lead, "POST", path, { text: "Once" }, { op }), await call(lead, "POST", path, { text: "Twice" }, { op })];
    expect(again.body).toEqual(first.body);
    expect(other).toMatchObject({ status: 422, body: { code: "operation_reused" } });
    expect(await count("article")).toBe(1);
  });

  it("refuses an id that is taken", async () => {
    const id = newId();
    expect((await add({ id, text: "One" })).status).toBe(201);
    expect(await add({ id, text: "Two" })).toMatchObject({ status: 409, body: { code: "conflict" } });
    expect(await count("article")).toBe(1);
  });

  it("assigns it to every active annotator where the project says so", async () => {
    await rows("UPDATE project SET assign_everyone = true WHERE id = $1", [lead.projectId]);
    const gone = await addMember(lead.projectId, "annotator");
    await rows("UPDATE member SET state = 'removed' WHERE id = $1", [gone.memberId]);
    await addMember(lead.projectId, "annotator");
    await addMember(lead.projectId, "annotator");
    await addMember(lead.projectId, "reviewer");
    expect((await add({ text: "For all" })).body["assigned"]).toBe(2);
    expect(await count("assignment")).toBe(2);
  });

  it("stores markup as the words that it is", async () => {
    const evil = `<img src=x onerror=alert(1)></script><svg onload=alert(2)>`;
    const made = await add({ text: `${evil}\n${evil}`, title: evil, byline: evil, outletName: evil, publisherName: evil });
    const read = await call(lead, "GET", `${path}/${made.body["id"]}`);
    expect(read.body).toMatchObject({ title: evil, byline: evil, outlet: { name: evil }, publisher: { name: evil }, text: `${evil}\n${evil}` });
    expect(read.headers.get("content-type")).toContain("application/json");
  });
});

describe("what is refused, with nothing stored", () => {
  it.each([
    ["a blank text", { text: " \n\u200b " }, "/text"],
    ["no text", {}, "/text"],
    ["a null character", { text: "a\u0000" }, "/text"],
    ["half a character", { text: "ab\ud83d" }, "/text"],
    ["a script as an address", { text: "x", url: "javascript:alert(1)" }, "/url"],
    ["a day that does not exist", { text: "x", publishedOn: "2023-02-30" }, "/publishedOn"],
    ["a moment that is none", { text: "x", capturedAt: "yesterday" }, "/capturedAt"],
    ["a genre that is none", { text: "x", genre: "poem" }, "/genre"],
    ["a language that is none", { text: "x", language: "english" }, "/language"],
    ["an unknown key", { text: "x", createdBy: newId() }, "/"],
    ["an unknown outlet", { text: "x", outletId: newId() }, "/outletId"],
    ["an outlet named twice", { text: "x", outletId: newId(), outletName: "Tern" }, "/outletId"],
    ["an unknown work", { text: "x", workOf: newId() }, "/workOf"],
    ["a block that is not there", { text: "x", blocks: [{ ordinal: 1, kind: "chrome" }] }, "/blocks"],
    ["a kind that is none", { text: "x", blocks: [{ ordinal: 0, kind: "advert" }] }, "/blocks/0/kind"],
    ["a name of nothing but invisible characters", { text: "x", outletName: "\u200b\u202e" }, "/outletName"],
  ])("%s", async (_what, body, place) => {
    const answer = await add(body);
    expect(answer.status, answer.text).toBe(422);
    expect(answer.body["errors"][0].path).toBe(place);
    expect(answer.headers.get("content-type")).toContain("application/problem+json");
    expect([await count("article"), await count("work"), await count("outlet"), await count("operation")]).toEqual([0, 0, 0, 0]);
  });

  it("2,000,001 code points, while 2,000,000 are stored, also of four bytes each", async () => {
    const long = `${"🛶".repeat(99)}\n`.repeat(20_000);
    const kept = await add({ text: long });
    expect(kept.status, kept.text.slice(0, 300)).toBe(201);
    expect(kept.body["codePoints"]).toBe(2_000_000);
    const refused = await add({ text: `${long}x` });
    expect(refused).toMatchObject({ status: 422, body: { detail: expect.stringContaining("2,000,001") } });
    expect(await count("article")).toBe(1);
  }, 60_000);

  it("a body over 10 MiB", async () => {
    expect(await add({ text: "x".repeat(11 * 1024 * 1024) })).toMatchObject({ status: 413, body: { code: "too_large" } });
  });
});
