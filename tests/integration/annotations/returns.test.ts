import { setTimeout as pause } from "node:timers/promises";
import { beforeEach, describe, expect, it } from "vitest";
import { newId } from "@/lib/kernel/id";
import { row, rows } from "@/lib/platform/database";
import { checkData } from "@/scripts/check/run";
import { call } from "@/tests/factories/call";
import { putSets } from "@/tests/factories/put-sets";
import { makeSet } from "@/tests/factories/questions";
import { addArticle, addMember, addOutlet, addTarget, makeProject, spanOver, type TestArticle, type TestMember } from "@/tests/factories/world";
import { emptyBeforeEach, testPool } from "@/tests/support/database";

emptyBeforeEach();

const issue = makeSet("Issue", ["Economy", "Security"]);
let project: string, lead: TestMember, reviewer: TestMember, ann: TestMember, bob: TestMember, article: TestArticle, target: string, assignment: string, base: string, mark: string;

const to = (path: string, who: TestMember, json: object) => call(who, "POST", `/projects/${project}/assignments${path}`, json);
const giveBack = (who = reviewer, json: object = {}) => to(`/${assignment}/return`, who, { version: 3, comment: "Look at the verb again.", spanIds: [mark], ...json });
const submit = (version: number) => to(`/${assignment}/submit`, ann, { version });
const assignmentOf = async (who: TestMember, of = article): Promise<string> => (await row<{ id: string }>("SELECT id FROM assignment WHERE member_id = $1 AND article_id = $2", [who.memberId, of.articleId]))!.id;
const wrong = () => checkData(process.env["DATABASE_URL"] ?? "", () => undefined).then((found) => found.map((one) => [one.name, one.places]));

beforeEach(async () => {
  project = await makeProject();
  [lead, reviewer, ann, bob] = [await addMember(project, "coordinator"), await addMember(project, "reviewer"), await addMember(project, "annotator"), await addMember(project, "annotator")];
  article = await addArticle(project, "Headline\nThe council bungled it, traders said.");
  target = await addTarget(project, "Council");
  await putSets(project, [issue]);
  expect((await to("", lead, { articleIds: [article.articleId], memberIds: [ann.memberId, bob.memberId] })).status).toBe(200);
  assignment = await assignmentOf(ann);
  base = `/projects/${project}/assignments/${assignment}`;
  const span = spanOver(article, "bungled", target);
  mark = span.id;
  await call(ann, "POST", `${base}/spans`, span);
  await call(ann, "PUT", `${base}/judgements/${target}`, { version: 0, value: -2 });
  await call(ann, "PUT", `${base}/answers/${issue.id}`, { version: 0, labelIds: [issue.labels[0]!.id] });
  expect((await submit(1)).status).toBe(200);
});

describe("giving work back", () => {
  it("asks for a sign-in, is nothing to another project, and is not for annotators and observers", async () => {
    expect((await call(null, "POST", `${base}/return`, { version: 3, comment: "x" })).status).toBe(401);
    const stranger = await addMember(await makeProject(), "coordinator");
    expect((await call(stranger, "POST", `${base}/return`, { version: 3, comment: "x" })).status).toBe(404);
    expect((await giveBack(ann)).status).toBe(403);
    expect((await giveBack(await addMember(project, "observer"))).status).toBe(403);
    expect(await rows("SELECT FROM thread")).toEqual([]);
  });

  it("opens the work again, says to the annotator what to look at, and takes it out of the counts", async () => {
    const done = await giveBack();
    expect([done.status, done.body]).toEqual([200, { id: assignment, state: "returned", version: 4, number: 1 }]);
    const open = (await call(ann, "GET", `${base}/document`)).body;
    expect(open["assignment"]).toMatchObject({ state: "returned", submittedAt: null, version: 4 });
    expect(open["returns"]).toEqual([{ at: expect.any(String), by: expect.stringContaining("reviewer"), comment: "Look at the verb again.", spanIds: [mark], number: 1 }]);
    expect(await rows("SELECT FROM rollup_article")).toEqual([]);
    expect(await rows("SELECT state, n FROM rollup_progress WHERE member_id = $1 AND n <> 0", [ann.memberId])).toEqual([{ state: "returned", n: 1 }]);
    expect(await rows("SELECT assigned, submitted FROM article_progress")).toEqual([{ assigned: 2, submitted: 0 }]);
    expect(await rows("SELECT kind FROM outbox WHERE kind = 'returned' AND member_id = $1", [ann.memberId])).toHaveLength(1);
    expect(await rows("SELECT action, detail FROM audit_entry WHERE action = 'assignment.returned'")).toEqual([{ action: "assignment.returned", detail: { number: 1, spans: 1 } }]);
    expect(await wrong()).toEqual([]);
  });

  it("lets the annotator change and submit again, but not before having seen the return, and keeps every submission", async () => {
    await giveBack();
    expect((await call(ann, "PATCH", `/projects/${project}/spans/${mark}`, { version: 1, framing: "neutral" })).status).toBe(200);
    const blind = await submit(3);
    expect([blind.status, blind.body["current"]]).toEqual([409, { id: assignment, state: "returned", version: 4 }]);
    expect((await submit(4)).status).toBe(200);
    expect(await rows("SELECT number, content -> 'spans' -> 0 ->> 'framing' AS framing FROM submission ORDER BY number")).toEqual([{ number: 1, framing: "critical" }, { number: 2, framing: "neutral" }]);
    expect(await rows("SELECT state FROM thread")).toEqual([{ state: "open" }]);
    expect((await giveBack(lead, { version: 5 })).body["number"]).toBe(2);
    expect(await rows("SELECT state FROM thread")).toEqual([{ state: "open" }]);
    expect(await wrong()).toEqual([]);
  });

  it("refuses a stale version, work that is not submitted, one's own, and marks of other work", async () => {
    expect((await giveBack(reviewer, { version: 2 })).body).toMatchObject({ status: 409, current: { id: assignment, state: "submitted", version: 3 } });
    expect((await to(`/${await assignmentOf(bob)}/return`, reviewer, { version: 1, comment: "x" })).body).toMatchObject({ status: 409, current: { state: "assigned" } });
    const strange = await giveBack(reviewer, { spanIds: [mark, newId()] });
    expect([strange.status, strange.body["errors"]]).toEqual([422, [{ path: "/spanIds/1", message: "is no mark of this work" }]]);
    await rows("UPDATE member SET role = 'coordinator' WHERE id = $1", [ann.memberId]);
    expect((await giveBack(ann)).body).toMatchObject({ status: 403, detail: expect.stringContaining("your own work") });
    for (const json of [{ comment: " " }, { comment: "x".repeat(4001) }, { spanIds: Array.from({ length: 201 }, newId) }]) expect((await giveBack(reviewer, json)).status).toBe(422);
    expect(await rows("SELECT FROM message")).toEqual([]);
  });

  it("refuses the work of somebody who is gone, and of an archived article, with a sentence", async () => {
    await rows("UPDATE article SET state = 'archived' WHERE id = $1", [article.articleId]);
    expect((await giveBack()).body).toMatchObject({ status: 409, detail: expect.stringContaining("archived") });
    await rows("UPDATE member SET state = 'removed', removed_at = now() WHERE id = $1", [ann.memberId]);
    expect((await giveBack()).body).toMatchObject({ status: 409, detail: expect.stringContaining("no longer in the project") });
  });

  it("comes back with its marks, not as submitted, when it was withdrawn in between", async () => {
    await giveBack();
    const pairing = { articleIds: [article.articleId], memberIds: [ann.memberId] };
    await call(lead, "DELETE", `/projects/${project}/assignments`, pairing);
    await to("", lead, pairing);
    expect(await rows("SELECT state FROM assignment WHERE id = $1", [assignment])).toEqual([{ state: "in_progress" }]);
    expect(await wrong()).toEqual([]);
  });
});

describe("giving many back", () => {
  it("returns what can be, and names the rest with the reason", async () => {
    const [own, other] = [await assignmentOf(bob), await addArticle(project, "Another\nThe council erred.")];
    await to("", lead, { articleIds: [other.articleId], memberIds: [reviewer.memberId] });
    const mine = await assignmentOf(reviewer, other);
    await call(reviewer, "PUT", `/projects/${project}/assignments/${mine}/judgements/${target}`, { version: 0, value: 0 });
    await to(`/${mine}/submit`, reviewer, { version: 1, confirmEmpty: true });
    const nowhere = newId();
    const done = await to("/return", reviewer, { assignmentIds: [assignment, own, mine, nowhere, assignment], comment: "The rule on headlines changed." });
    expect([done.status, done.body]).toEqual([200, { returned: 1, skipped: [{ assignmentId: own, reason: "not_submitted" }, { assignmentId: mine, reason: "own" }, { assignmentId: nowhere, reason: "not_found" }] }]);
    expect(await rows("SELECT body FROM message")).toEqual([{ body: { comment: "The rule on headlines changed.", spanIds: [], number: 1 } }]);
    expect(await wrong()).toEqual([]);
  });

  it("refuses an empty list and too many", async () => {
    for (const assignmentIds of [[], Array.from({ length: 1001 }, newId)]) expect((await to("/return", reviewer, { assignmentIds, comment: "x" })).status).toBe(422);
  });
});

describe("the history", () => {
  const history = (who: TestMember) => call(who, "GET", `${base}/history`);

  it("is for its annotator, coordinators and reviewers, and nothing to others", async () => {
    expect((await call(null, "GET", `${base}/history`)).status).toBe(401);
    for (const who of [ann, lead, reviewer]) expect((await history(who)).status).toBe(200);
    expect((await history(bob)).status).toBe(404);
    expect((await history(await addMember(project, "observer"))).status).toBe(403);
    expect((await history(await addMember(await makeProject(), "coordinator"))).status).toBe(404);
  });

  it("tells submissions with what they changed, and returns with their marks, in turn", async () => {
    await giveBack();
    const added = spanOver(article, "traders", target, { framing: "neutral" });
    await call(ann, "POST", `${base}/spans`, added);
    await call(ann, "PATCH", `/projects/${project}/spans/${mark}`, { version: 1, framing: "neutral", note: "Reported only." });
    await call(ann, "PUT", `${base}/judgements/${target}`, { version: 1, value: -1 });
    await call(ann, "PUT", `${base}/answers/${issue.id}`, { version: 1, labelIds: [issue.labels[1]!.id] });
    await call(ann, "PUT", `${base}/notes/${newId()}`, { version: 0, kind: "omitted", body: "No trader is named." });
    await submit(4);
    const { assignment: head, events } = (await history(reviewer)).body;
    expect(head).toMatchObject({ id: assignment, annotator: expect.stringContaining("annotator"), state: "submitted", round: 1 });
    expect(events.map((one: { kind: string }) => one.kind)).toEqual(["assigned", "begun", "submitted", "returned", "submitted"]);
    expect(events[2]).toMatchObject({ number: 1, spans: 1, judgements: 1, answers: 1, notes: 0, changes: null });
    expect(events[3]).toMatchObject({ number: 1, comment: "Look at the verb again.", spans: [{ id: mark, quote: "bungled", framing: "critical", target: "Council" }] });
    expect(events[4]["changes"]).toEqual({
      spans: { added: [expect.objectContaining({ id: added.id, quote: "traders" })], removed: [], changed: [{ before: expect.objectContaining({ framing: "critical", note: "" }), after: expect.objectContaining({ framing: "neutral", note: "Reported only." }) }] },
      judgements: [{ targetId: target, target: "Council", before: -2, after: -1 }],
      answers: [{ setId: issue.id, set: "Issue", before: ["Economy"], after: ["Security"] }],
      notes: { added: 1, removed: 0, changed: 0 },
    });
    expect((await history(ann)).body).toEqual((await history(lead)).body);
  });
});

describe("the history of a blind annotator", () => {
  it("shows words as they were served, while a reviewer reads what stands there", async () => {
    await rows("UPDATE project SET source_blind = true WHERE id = $1", [project]);
    const own = await addArticle(project, "Headline\nThe Daily Tern bungled it.", { outletId: await addOutlet(project, "Daily Tern") });
    await to("", lead, { articleIds: [own.articleId], memberIds: [bob.memberId] });
    const path = `/projects/${project}/assignments/${await assignmentOf(bob, own)}`;
    const span = spanOver(own, "Daily Tern bungled", target);
    expect((await call(bob, "POST", `${path}/spans`, { ...span, parts: [{ ...span.parts[0], quote: "██████████ bungled" }] })).status).toBe(201);
    await call(bob, "PUT", `${path}/judgements/${target}`, { version: 0, value: 0 });
    expect((await call(bob, "POST", `${path}/submit`, { version: 2 })).status).toBe(200);
    expect((await call(reviewer, "POST", `${path}/return`, { version: 3, comment: "Look again.", spanIds: [span.id] })).status).toBe(200);
    const quote = async (who: TestMember) => (await call(who, "GET", `${path}/history`)).body["events"].at(-1).spans[0].quote;
    expect(await quote(bob)).toBe("██████████ bungled");
    expect(await quote(reviewer)).toBe("Daily Tern bungled");
  });
});

describe("at the same moment", () => {
  it("two reviewers who return one work make one return", async () => {
    const answers = await Promise.all([giveBack(reviewer), giveBack(lead)]);
    expect(answers.map((one) => one.status).sort()).toEqual([200, 409]);
    expect(answers.find((one) => one.status === 409)!.body["current"]).toMatchObject({ state: "returned", version: 4 });
    expect(await rows("SELECT FROM message")).toHaveLength(1);
    expect(await wrong()).toEqual([]);
  });

  it("a return and saves of the annotator each happen or not, and nothing is half there", async () => {
    const saves = Array.from({ length: 8 }, (_, n) => call(ann, "POST", `${base}/spans`, spanOver(article, ["Headline", "council", "traders", "said"][n % 4]!, target)));
    const [done, ...saved] = await Promise.all([giveBack(), ...saves]);
    expect(done.status).toBe(200);
    expect(saved.every(({ status }) => status === 201 || status === 409)).toBe(true);
    expect(await rows("SELECT FROM span")).toHaveLength(1 + saved.filter(({ status }) => status === 201).length);
    expect(await wrong()).toEqual([]);
  });

  it("a return whose connection is cut before its end leaves everything as it was", async () => {
    const client = await testPool().connect();
    await client.query("BEGIN");
    await client.query("SELECT FROM article FOR UPDATE");
    const returning = giveBack();
    for (let tries = 0; tries < 50; tries++) {
      const { rowCount } = await client.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'");
      if (rowCount) break;
      await pause(100);
    }
    await client.query("COMMIT");
    client.release();
    expect((await returning).status).toBe(503);
    expect(await rows("SELECT state, version FROM assignment WHERE id = $1", [assignment])).toEqual([{ state: "submitted", version: 3 }]);
    expect(await rows("SELECT FROM thread")).toEqual([]);
    expect(await wrong()).toEqual([]);
    expect((await giveBack()).status).toBe(200);
  });
});
