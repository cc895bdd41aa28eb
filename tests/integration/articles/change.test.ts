import { beforeEach, describe, expect, it } from "vitest";
import { newId } from "@/lib/kernel/id";
import { row, rows } from "@/lib/platform/database";
import { call } from "@/tests/factories/call";
import { addArticle, addMember, addTarget, assign, makeProject, spanOver, type TestArticle, type TestMember } from "@/tests/factories/world";
import { emptyBeforeEach } from "@/tests/support/database";

emptyBeforeEach();
let lead: TestMember;
let coder: TestMember;
let article: TestArticle;
let path: string;
const TEXT = "Old headline\n\nBy Ada\n\nThe mayor “lied” today.\n\nNew headline\n\nYou may also like\n\nMore 🛶 boats";

beforeEach(async () => {
  lead = await addMember(await makeProject(), "coordinator");
  coder = await addMember(lead.projectId, "annotator");
  article = await addArticle(lead.projectId, TEXT);
  path = `/projects/${lead.projectId}/articles/${article.articleId}`;
});

describe("provenance", () => {
  it("changes what is named and keeps the rest", async () => {
    const first = await call(lead, "PATCH", path, { version: 1, outletName: "Tern", byline: "Ada", publishedOn: "2024-05-01", genre: "opinion" });
    expect(first.body).toMatchObject({ version: 2, outlet: { name: "Tern" }, byline: "Ada", publishedOn: "2024-05-01" });
    const second = await call(lead, "PATCH", path, { version: 2, byline: null, outletName: null });
    expect(second.body).toMatchObject({ version: 3, outlet: null, byline: null, publishedOn: "2024-05-01", genre: "opinion" });
  });

  it("is refused with the current row when somebody was faster", async () => {
    await call(lead, "PATCH", path, { version: 1, byline: "Ada" });
    expect(await call(lead, "PATCH", path, { version: 1, byline: "Bo" })).toMatchObject({ status: 409, body: { code: "conflict", current: { version: 2, byline: "Ada" } } });
  });

  it("takes exactly one of twenty changes of the same version", async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, (_, i) => call(lead, "PATCH", path, { version: 1, byline: `Coder ${i}` })));
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
    expect(answers.filter((answer) => answer.status === 409)).toHaveLength(19);
    expect(await row("SELECT version FROM article")).toEqual({ version: 2 });
  });

  it("joins a work and leaves it again", async () => {
    const other = await addArticle(lead.projectId, "Another");
    await call(lead, "PATCH", path, { version: 1, workOf: other.articleId });
    expect((await call(lead, "GET", path)).body["copies"]).toMatchObject([{ id: other.articleId }]);
    await call(lead, "PATCH", path, { version: 2, workOf: null });
    expect((await call(lead, "GET", path)).body["copies"]).toEqual([]);
  });

  it("archives and brings back", async () => {
    expect((await call(lead, "POST", `${path}/archive`, { version: 1 })).body).toMatchObject({ archived: true, version: 2 });
    expect((await call(lead, "POST", `${path}/archive`, { version: 1 })).status).toBe(409);
    expect((await call(lead, "POST", `${path}/archive`, { version: 2, archived: false })).body).toMatchObject({ archived: false, version: 3 });
  });
});

describe("kinds of blocks", () => {
  it("have a reason, which a reader without the source does not get", async () => {
    await rows("UPDATE block SET kind = 'chrome', reason = 'copyright_line' WHERE project_id = $1 AND ordinal = 5", [lead.projectId]);
    await assign(coder, article);
    const reasons = async (member: TestMember) => (await call(member, "GET", path)).body["blocks"].map((block: { reason: string | null }) => block.reason);
    expect((await reasons(lead)).at(5)).toBe("copyright_line");
    expect((await reasons(coder)).at(5)).toBe("copyright_line");
    await rows("UPDATE project SET source_blind = true WHERE id = $1", [lead.projectId]);
    expect(await reasons(coder)).toEqual([null, null, null, null, null, null]);
    expect((await reasons(lead)).at(5)).toBe("copyright_line");
  });

  const kinds = async () => (await call(lead, "GET", path)).body["blocks"].map((block: { kind: string }) => block.kind);

  it("change with their history, the counts and the title, and never the text", async () => {
    const answer = await call(lead, "PATCH", `${path}/blocks`, { version: 1, changes: [{ ordinal: 1, kind: "byline" }, { ordinal: 0, kind: "chrome" }, { ordinal: 3, kind: "headline" }, { ordinal: 2, kind: "paragraph" }] });
    expect(answer.status, answer.text).toBe(200);
    expect(answer.body).toMatchObject({ title: "New headline", version: 2, words: 4 + 2 + 4 + 2 });
    expect(answer.body["blocks"].map((block: { version: number }) => block.version)).toEqual([2, 2, 1, 2, 1, 1]);
    expect(answer.body["blocks"].map((block: { reason: string | null }) => block.reason)).toEqual(["by_hand", "by_hand", null, "by_hand", null, null]);
    expect(answer.body["ownVoiceCodePoints"]).toBe("The mayor “lied” today.".length + 12 + "You may also like".length + "More b boats".length);
    expect(await rows("SELECT ordinal, from_kind, to_kind FROM block_change ORDER BY ordinal")).toEqual([
      { ordinal: 0, from_kind: "headline", to_kind: "chrome" },
      { ordinal: 1, from_kind: "paragraph", to_kind: "byline" },
      { ordinal: 3, from_kind: "paragraph", to_kind: "headline" },
    ]);
    expect((await call(lead, "GET", path)).body["text"]).toBe(TEXT);
  });

  it("change from here to the end", async () => {
    await call(lead, "PATCH", `${path}/blocks`, { version: 1, fromOrdinal: 4, kind: "chrome" });
    expect(await kinds()).toEqual(["headline", "paragraph", "paragraph", "paragraph", "chrome", "chrome"]);
  });

  it("keep a title that a person gave while the headline stays", async () => {
    await call(lead, "PATCH", path, { version: 1, title: "My title" });
    expect((await call(lead, "PATCH", `${path}/blocks`, { version: 2, fromOrdinal: 5, kind: "chrome" })).body["title"]).toBe("My title");
  });

  it("ask before they cover marks, name them, and keep them when confirmed", async () => {
    const target = await addTarget(lead.projectId, "Mayor");
    const assignment = await assign(coder, article);
    const span = spanOver(article, "boats", target);
    expect((await call(coder, "POST", `/projects/${lead.projectId}/assignments/${assignment}/spans`, span)).status).toBe(201);
    const gone = spanOver(article, "also like", target);
    await call(coder, "POST", `/projects/${lead.projectId}/assignments/${assignment}/spans`, gone);
    await call(coder, "DELETE", `/projects/${lead.projectId}/spans/${gone.id}`, { version: 1 });

    const asked = await call(lead, "PATCH", `${path}/blocks`, { version: 1, fromOrdinal: 4, kind: "chrome" });
    expect(asked.status).toBe(409);
    const { pseudonym } = (await row<{ pseudonym: string }>("SELECT pseudonym FROM member WHERE id = $1", [coder.memberId]))!;
    expect(asked.body).toMatchObject({ code: "conflict", affected: [{ spanId: span.id, quote: "boats", pseudonym }], affectedCount: 1 });
    expect(await kinds()).not.toContain("chrome");
    // Another kind that can be annotated covers nothing, and neither does a block beside the mark.
    expect((await call(lead, "PATCH", `${path}/blocks`, { version: 1, changes: [{ ordinal: 5, kind: "caption" }, { ordinal: 4, kind: "chrome" }] })).status).toBe(200);
    expect((await call(lead, "PATCH", `${path}/blocks`, { version: 2, fromOrdinal: 4, kind: "byline", confirm: true })).status).toBe(200);
    expect(await row("SELECT count(*)::int AS n FROM span WHERE deleted_at IS NULL")).toEqual({ n: 1 });
    expect(await row("SELECT detail->'confirmed' AS confirmed FROM audit_entry WHERE action = 'article.blocks_changed' ORDER BY id DESC LIMIT 1")).toEqual({ confirmed: true });
  });

  it("are refused for a stale version, an unknown block, an unknown kind and a foreign article", async () => {
    const change = (body: Record<string, unknown>, at = path) => call(lead, "PATCH", `${at}/blocks`, body);
    expect((await change({ version: 9, fromOrdinal: 1, kind: "chrome" })).status).toBe(409);
    expect((await change({ version: 1, fromOrdinal: 6, kind: "chrome" })).status).toBe(422);
    expect((await change({ version: 1, changes: [{ ordinal: 1, kind: "advert" }] })).status).toBe(422);
    expect((await change({ version: 1 })).status).toBe(422);
    const other = await addMember(await makeProject(), "coordinator");
    expect((await call(other, "PATCH", `/projects/${other.projectId}/articles/${article.articleId}/blocks`, { version: 1, fromOrdinal: 1, kind: "chrome" })).status).toBe(404);
    expect((await change({ version: 1, fromOrdinal: 1, kind: "chrome" }, `/projects/${lead.projectId}/articles/${newId()}`)).status).toBe(404);
  });
});

describe("outlets", () => {
  const at = () => `/projects/${lead.projectId}/outlets`;
  it("carry other names, each of one outlet only, and change by version", async () => {
    const made = await call(lead, "POST", at(), { name: "Middle East Eye", aliases: ["MEE", "mee", "Middle East Eye"], country: "GB", language: "en" });
    expect(made.body).toMatchObject({ name: "Middle East Eye", aliases: ["MEE"], country: "GB", version: 1 });
    expect(await call(lead, "POST", at(), { name: "m\u200bee" })).toMatchObject({ status: 409, body: { detail: expect.stringContaining("Middle East Eye") } });
    const changed = await call(lead, "PATCH", `${at()}/${made.body["id"]}`, { version: 1, name: "MEE", aliases: ["Middle East Eye"], country: null });
    expect(changed.body).toMatchObject({ name: "MEE", aliases: ["Middle East Eye"], country: null, language: "en", version: 2 });
    expect(await call(lead, "PATCH", `${at()}/${made.body["id"]}`, { version: 1, name: "X" })).toMatchObject({ status: 409, body: { current: { version: 2 } } });
    expect((await call(lead, "GET", at())).body["items"]).toHaveLength(1);
    expect((await call(coder, "GET", at())).status).toBe(403);
  });

  it("name the field whose words another outlet carries", async () => {
    await call(lead, "POST", at(), { name: "Middle East Eye", aliases: ["MEE"] });
    const quay = await call(lead, "POST", at(), { name: "Quay Standard" });
    const clash = async (json: object) => (await call(lead, "PATCH", `${at()}/${quay.body["id"]}`, { version: 1, ...json })).body;
    expect(await clash({ name: "mee" })).toMatchObject({ code: "conflict", errors: [{ path: "/name", message: "“mee” is already a name of the outlet “Middle East Eye”." }] });
    expect(await clash({ aliases: ["QS", "middle east eye"] })).toMatchObject({ code: "conflict", errors: [{ path: "/aliases", message: "“middle east eye” is already a name of the outlet “Middle East Eye”." }] });
  });
});
