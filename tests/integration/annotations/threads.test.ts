import { beforeEach, describe, expect, it } from "vitest";
import { newId } from "@/lib/kernel/id";
import { mayHear } from "@/lib/live/server/feed";
import { rows } from "@/lib/platform/database";
import { call } from "@/tests/factories/call";
import { addArticle, addMember, addTarget, assign, makeProject, spanOver, type TestArticle, type TestMember } from "@/tests/factories/world";
import { emptyBeforeEach } from "@/tests/support/database";

emptyBeforeEach();

let project: string, lead: TestMember, reviewer: TestMember, ann: TestMember, bob: TestMember, article: TestArticle, assignment: string, base: string, mark: string;
const read = (who: TestMember | null) => call(who, "GET", `${base}/thread`);
const say = (who: TestMember | null, text: string, more: object = {}) => call(who, "POST", `${base}/thread/messages`, { text, ...more });
const close = (who: TestMember, state: "open" | "closed") => call(who, "PUT", `${base}/thread`, { state });
const version = async (): Promise<number> => (await call(ann, "GET", `${base}/document`)).body["assignment"].version;
const giveBack = async () => call(reviewer, "POST", `${base}/return`, { version: await version(), comment: "Look at the verb." });
const submit = async () => call(ann, "POST", `${base}/submit`, { version: await version() });

beforeEach(async () => {
  project = await makeProject();
  [lead, reviewer, ann, bob] = [await addMember(project, "coordinator"), await addMember(project, "reviewer"), await addMember(project, "annotator"), await addMember(project, "annotator")];
  article = await addArticle(project, "Headline\nThe council bungled it, traders said.");
  const target = await addTarget(project, "Council");
  assignment = await assign(ann, article);
  base = `/projects/${project}/assignments/${assignment}`;
  const span = spanOver(article, "bungled", target);
  mark = span.id;
  await call(ann, "POST", `${base}/spans`, span);
  await call(ann, "PUT", `${base}/judgements/${target}`, { version: 0, value: -2 });
  expect((await submit()).status).toBe(200);
});

describe("a discussion of returned work", () => {
  it("asks for a sign-in, and is nothing to other annotators, observers and strangers", async () => {
    await giveBack();
    await assign(bob, article);
    for (const ask of [() => read(null), () => say(null, "x")]) expect((await ask()).status).toBe(401);
    const stranger = await addMember(await makeProject(), "coordinator");
    for (const who of [bob, stranger]) expect([(await read(who)).status, (await say(who, "x")).status]).toEqual([404, 404]);
    const observer = await addMember(project, "observer");
    expect([(await read(observer)).status, (await say(observer, "x")).status]).toEqual([403, 403]);
    expect((await close(ann, "closed")).status).toBe(403);
    expect(await rows("SELECT FROM message WHERE body ? 'text'")).toEqual([]);
  });

  it("is of the two sides: pseudonyms, what is new since one's own last word, and a mark that is pointed at", async () => {
    await giveBack();
    expect((await read(ann)).body).toMatchObject({ state: "open", mayPost: true, mayClose: false, unread: 0, messages: [] });
    expect((await say(ann, "Which **rule** do you mean?")).body).toMatchObject({ mine: true, by: expect.stringContaining("annotator"), text: "Which **rule** do you mean?", spanId: null });
    expect((await say(reviewer, "The second.", { spanId: mark })).status).toBe(201);
    await say(lead, "And the third.");
    expect((await read(ann)).body).toMatchObject({ unread: 2, messages: [{ mine: true }, { mine: false, by: expect.stringContaining("reviewer"), spanId: mark }, { by: expect.stringContaining("coordinator") }] });
    expect((await read(lead)).body).toMatchObject({ unread: 0, mayClose: true });
    expect((await say(ann, "x", { spanId: newId() })).status).toBe(422);
    for (const text of ["", "  ", "x".repeat(4001)]) expect((await say(ann, text)).status).toBe(422);
  });

  it("keeps messages apart from returns, in the document and in the history", async () => {
    await giveBack();
    await say(ann, "Which rule?");
    const document = (await call(ann, "GET", `${base}/document`)).body;
    expect([document["returns"].map((one: { comment: string }) => one.comment), document["discussed"]]).toEqual([["Look at the verb."], true]);
    expect((await call(ann, "GET", `${base}/history`)).body["events"].filter((one: { kind: string }) => one.kind === "returned")).toHaveLength(1);
  });

  it("goes on after the work is submitted again, opens nothing, and ends when a reviewer closes it", async () => {
    await giveBack();
    await submit();
    expect((await say(ann, "I kept the second mark.")).status).toBe(201);
    expect(await rows("SELECT state FROM assignment WHERE id = $1", [assignment])).toEqual([{ state: "submitted" }]);
    expect((await close(reviewer, "closed")).body).toEqual({ state: "closed" });
    expect((await read(ann)).body).toMatchObject({ state: "closed", mayPost: false });
    for (const who of [ann, reviewer]) expect((await say(who, "x")).body).toMatchObject({ status: 409, detail: "This discussion is closed." });
    await close(lead, "open");
    expect((await say(ann, "Thank you.")).status).toBe(201);
    await close(lead, "closed");
    await giveBack();
    expect((await read(ann)).body).toMatchObject({ state: "open", messages: [{}, {}] });
  });

  it("can be begun by a reviewer once there is a submission, not by the annotator", async () => {
    expect((await read(ann)).body).toMatchObject({ state: null, mayPost: false });
    expect((await say(ann, "Hello?")).status).toBe(409);
    expect((await close(reviewer, "closed")).status).toBe(409);
    expect((await say(reviewer, "A question about your second mark.")).status).toBe(201);
    expect((await read(ann)).body).toMatchObject({ state: "open", unread: 1, mayPost: true });
    await rows("UPDATE assignment SET state = 'withdrawn', submitted_at = NULL WHERE id = $1", [assignment]);
    expect([(await read(ann)).status, (await say(ann, "x")).status, (await read(reviewer)).status]).toEqual([404, 404, 200]);
  });

  it("leaves one's own work to be closed by another", async () => {
    await giveBack();
    await rows("UPDATE member SET role = 'reviewer' WHERE id = $1", [ann.memberId]);
    expect((await read(ann)).body).toMatchObject({ mayClose: false, mayPost: true });
    expect((await close(ann, "closed")).status).toBe(403);
  });

  it("answers a repeated message as the first time", async () => {
    await giveBack();
    const op = newId();
    const post = () => call(ann, "POST", `${base}/thread/messages`, { text: "Once." }, { op });
    const [first, again] = [await post(), await post()];
    expect(again.body).toEqual(first.body);
    expect((await read(ann)).body["messages"]).toHaveLength(1);
  });

  it("begins once when two reviewers write at the same moment", async () => {
    const said = await Promise.all(Array.from({ length: 12 }, (_, i) => say(i % 2 === 0 ? reviewer : lead, `Word ${i}.`)));
    expect(said.map((one) => one.status)).toEqual(Array.from({ length: 12 }, () => 201));
    expect(await rows("SELECT FROM thread")).toHaveLength(1);
    expect((await read(ann)).body["messages"]).toHaveLength(12);
  });

  it("is heard of by its annotator and by those who review, and by nobody else", async () => {
    await giveBack();
    await say(reviewer, "The second.");
    const [news] = await rows<{ kind: string; memberId: string }>(`SELECT kind, member_id AS "memberId" FROM outbox WHERE kind = 'message'`);
    expect(news).toEqual({ kind: "message", memberId: ann.memberId });
    const hears = (who: TestMember, revealed = false) => mayHear({ memberId: who.memberId, role: who.role, revealed, revealedBySubmission: true }, news!, true);
    expect([ann, lead, reviewer].map((who) => hears(who))).toEqual([true, true, true]);
    for (const who of [bob, await addMember(project, "observer")]) expect([hears(who), hears(who, true)]).toEqual([false, false]);
  });

  it("loses the words of whoever is erased with their notes, and keeps that something was said", async () => {
    await giveBack();
    await say(ann, "I am Ida.", { spanId: mark });
    expect((await call(ann, "POST", "/account/erasure", { confirm: "erase me", notes: true })).status).toBe(200);
    expect((await read(reviewer)).body["messages"]).toMatchObject([{ text: "", by: "withdrawn-1", spanId: mark }]);
    expect(JSON.stringify(await rows("SELECT body FROM message UNION ALL SELECT answer FROM operation"))).not.toContain("Ida");
  });
});
