import { setTimeout as pause } from "node:timers/promises";
import { beforeEach, describe, expect, it } from "vitest";
import { memberOf } from "@/lib/accounts/server/actor";
import { publish } from "@/lib/codebook/server/publish";
import { newId } from "@/lib/kernel/id";
import { row, rows, type Sql } from "@/lib/platform/database";
import { call, type Answer } from "@/tests/factories/call";
import { makeLabel, makeSet, reword } from "@/tests/factories/labels";
import { publishChange } from "@/tests/factories/publish";
import { addArticle, addMember, addTarget, assign, makeProject, spanOver, type TestArticle, type TestMember } from "@/tests/factories/world";
import { emptyBeforeEach } from "@/tests/support/database";

emptyBeforeEach();
const irony = makeLabel("Irony");
let lead: TestMember, coder: TestMember, article: TestArticle, target: string, spans: string, path: string, old: string;

beforeEach(async () => {
  const projectId = await makeProject();
  [lead, coder] = [await addMember(projectId, "coordinator"), await addMember(projectId, "annotator")];
  article = await addArticle(projectId, "Bridge shut\nThe council bungled the closure.");
  target = await addTarget(projectId, "Council");
  spans = `/projects/${projectId}/assignments/${await assign(coder, article)}/spans`;
  path = `/projects/${projectId}/codebook`;
  const { body } = await publishChange(lead, (content) => ({ ...content, sets: [makeSet("Tone", [irony])] }));
  old = body["published"]["id"];
  const draft = (await call(lead, "POST", `${path}/draft`)).body;
  await call(lead, "PUT", `${path}/draft`, { version: 1, content: reword(draft["content"], irony.id, "The opposite is meant.") });
});

async function publishing(meanwhile: (tx: Sql) => Promise<unknown>) {
  const actor = (await memberOf({ session: lead.session, address: "" }, lead.projectId)).member!;
  return publish(actor, { id: newId(), digest: "test" }, { version: 2, meaning: [irony.id], note: "" }, meanwhile);
}
const save = (more: object = {}) => call(coder, "POST", spans, spanOver(article, "bungled", target, { labelIds: [irony.id], codebookVersionId: old, ...more }));
const open = async () => (await call(lead, "GET", `${path}/affected`)).body["open"];

/** Does something while the publication holds its locks, and lets it end only when that has begun. */
async function during(work: () => Promise<Answer>): Promise<Answer> {
  let doing: Promise<Answer> | undefined;
  await publishing(async () => {
    doing = work();
    await pause(300);
  });
  return doing!;
}

describe("a publication while annotators work", () => {
  it("misses no span that is saved at that moment under the older codebook", async () => {
    expect((await during(() => save())).status).toBe(201);
    expect(await open()).toBe(1);
  });

  it("misses no span that is given the label at that moment, and counts none twice", async () => {
    const made = await save({ labelIds: [] });
    const changed = await during(() => call(coder, "PATCH", `/projects/${lead.projectId}/spans/${made.body["id"]}`, { version: 1, labelIds: [irony.id], codebookVersionId: old }));
    expect([changed.status, changed.body["labelIds"]]).toEqual([200, [irony.id]]);
    expect(await open()).toBe(1);
  });

  it("lets neither a confirmation under the older codebook nor a deletion taken back settle its review", async () => {
    const { body: made } = await save();
    const span = `/projects/${lead.projectId}/spans/${made["id"]}`;
    await publishing(async () => undefined);
    expect((await call(coder, "POST", `${span}/confirm`, { version: 1, codebookVersionId: old })).status).toBe(200);
    expect(await open()).toBe(1);
    await call(coder, "DELETE", span, { version: 2 });
    expect(await open()).toBe(0);
    await call(coder, "POST", `${span}/restore`, { version: 3 });
    expect(await open()).toBe(1);
    expect((await call(coder, "POST", `${span}/confirm`, { version: 4 })).status).toBe(200);
    expect(await open()).toBe(0);
  });

  it("flags a span that comes back from deletion after the codebook changed", async () => {
    const { body: made } = await save();
    const span = `/projects/${lead.projectId}/spans/${made["id"]}`;
    await call(coder, "DELETE", span, { version: 1 });
    expect((await publishing(async () => undefined)).affected).toBe(0);
    expect((await call(coder, "POST", `${span}/restore`, { version: 2 })).status).toBe(200);
    expect(await open()).toBe(1);
  });
});

describe("a publication that is cut off", () => {
  it("leaves nothing half done when its connection dies, and can be done again", async () => {
    await save();
    const before = await state();
    await expect(publishing(async (tx) => {
      const pid = await row<{ pid: number }>("SELECT pg_backend_pid() AS pid", [], tx);
      expect(await row<{ n: number }>("SELECT count(*)::int AS n FROM span_review", [], tx)).toEqual({ n: 1 });
      await rows("SELECT pg_terminate_backend($1)", [pid?.pid]);
      await pause(100);
      await rows("SELECT 1", [], tx);
    })).rejects.toThrow();
    expect(await state()).toEqual(before);
    expect((await call(lead, "POST", `${path}/publish`, { version: 2, meaning: [irony.id] })).body).toMatchObject({ affected: 1, published: { number: 3 } });
  });

  const state = async (): Promise<unknown[]> => [
    await rows("SELECT id, state, version, changes, published_at FROM codebook_version ORDER BY number"),
    await rows("SELECT * FROM span_review"),
    await rows("SELECT op_id FROM operation ORDER BY op_id"),
    await rows("SELECT kind FROM outbox WHERE kind = 'codebook'"),
    await rows("SELECT action FROM audit_entry ORDER BY id"),
  ];
});

describe("labels of a span", () => {
  it("are refused with their place where the codebook does not have them, or has them no longer", async () => {
    const other = makeLabel("Scorn");
    expect((await save({ labelIds: [irony.id, newId()] })).body["errors"]).toMatchObject([{ path: "/labelIds/1" }]);
    expect((await save({ labelIds: [irony.id, irony.id] })).body["errors"]).toMatchObject([{ path: "/labelIds/1", message: "stands twice" }]);
    await call(lead, "DELETE", `${path}/draft`, { version: 2 });
    await publishChange(lead, (content) => ({ ...content, sets: [{ ...content.sets[0]!, labels: [{ ...irony, archived: true }, other] }] }));
    const refused = await save({ codebookVersionId: undefined });
    expect([refused.status, refused.body["errors"][0]["message"]]).toEqual([422, "“Irony” is archived"]);
    expect((await save({ codebookVersionId: newId() })).body["errors"][0]["path"]).toBe("/codebookVersionId");
    const made = await save();
    expect(made.status).toBe(201);
    const change = (body: object) => call(coder, "PATCH", `/projects/${lead.projectId}/spans/${made.body["id"]}`, body);
    expect((await change({ version: 1, note: "x" })).status).toBe(200);
    // What it carries may stay, but not come back.
    expect((await change({ version: 2, labelIds: [irony.id] })).body["labelIds"]).toEqual([irony.id]);
    expect((await change({ version: 3, labelIds: [irony.id, other.id] })).body["errors"]).toMatchObject([{ path: "/labelIds/1", message: "“Tone” takes one label" }]);
    expect((await change({ version: 3, labelIds: [other.id] })).body["labelIds"]).toEqual([other.id]);
    expect((await change({ version: 4, labelIds: [irony.id] })).body["errors"]).toMatchObject([{ path: "/labelIds/0" }]);
  });

  it("answer a repeated save as the first time, though the label was archived since", async () => {
    await call(lead, "DELETE", `${path}/draft`, { version: 2 });
    const span = spanOver(article, "bungled", target, { labelIds: [irony.id] });
    const op = newId();
    const first = await call(coder, "POST", spans, span, { op });
    await publishChange(lead, (content) => ({ ...content, sets: content.sets.map((set) => ({ ...set, labels: set.labels.map((label) => ({ ...label, archived: true })) })) }));
    expect((await call(coder, "POST", spans, span, { op })).text).toBe(first.text);
  });
});
