import { beforeEach, describe, expect, it } from "vitest";
import { mergeLabel } from "@/lib/codebook/lineage";
import { newId } from "@/lib/kernel/id";
import { rows } from "@/lib/platform/database";
import { call } from "@/tests/factories/call";
import { publishChange } from "@/tests/factories/publish";
import { makeLabel, makeSet, reword } from "@/tests/factories/labels";
import { addArticle, addMember, addTarget, assign, makeProject, spanOver, type TestArticle, type TestMember } from "@/tests/factories/world";
import { emptyBeforeEach } from "@/tests/support/database";

emptyBeforeEach();
const TEXT = "Bridge shut\nThe council bungled the closure and praised itself, traders said.";
let lead: TestMember, coder: TestMember, article: TestArticle, assignmentId: string, targetId: string, path: string;
const labels = [makeLabel("Irony"), makeLabel("Praise"), makeLabel("Flattery")];
const set = makeSet("Tone", labels);

const mark = async (quote: string, more: Record<string, unknown> = {}) => {
  const span = spanOver(article, quote, targetId, more);
  const made = await call(coder, "POST", `/projects/${lead.projectId}/assignments/${assignmentId}/spans`, span);
  return { id: span.id, status: made.status, body: made.body };
};
const affected = async (query = "") => (await call(lead, "GET", `${path}/affected${query}`)).body;

beforeEach(async () => {
  const projectId = await makeProject();
  [lead, coder] = [await addMember(projectId, "coordinator"), await addMember(projectId, "annotator")];
  article = await addArticle(projectId, TEXT);
  targetId = await addTarget(projectId, "Town council");
  assignmentId = await assign(coder, article);
  path = `/projects/${projectId}/codebook`;
  expect((await publishChange(lead, (content) => ({ ...content, sets: [set] }))).status).toBe(200);
});

describe("publishing", () => {
  it("marks for review what a change of meaning touches, and nothing for a change of wording", async () => {
    const made = [await mark("bungled", { labelIds: [labels[0]!.id] }), await mark("praised itself", { framing: "advocacy", labelIds: [labels[1]!.id] })];
    expect(made.map((one) => one.status)).toEqual([201, 201]);
    const wording = await publishChange(lead, (content) => reword(content, labels[0]!.id, "Said the other way round, with a wink."));
    expect([wording.body["published"]["number"], wording.body["affected"], (await affected())["open"]]).toEqual([3, 0, 0]);
    const meaning = await publishChange(lead, (content) => reword(content, labels[0]!.id, "Only where the writer means the opposite."), [labels[0]!.id]);
    expect(meaning.body).toMatchObject({ affected: 1, spans: 1, answers: 0, published: { number: 4, changes: [{ labelId: labels[0]!.id, meaning: true, reason: "“Irony”: definition changed." }] } });
    expect(await affected()).toMatchObject({ open: 1, settled: 0, next: null, items: [{ spanId: made[0]!.id, articleTitle: "Bridge shut", assignmentState: "in_progress", quote: null, framing: null, reason: "“Irony”: definition changed.", versionNumber: 4, outcome: null }] });
    expect((await publishChange(lead, (content) => reword(content, "critical", "Blame only."), ["critical"])).body["affected"]).toBe(1);
    expect((await affected("?version=5"))["items"]).toHaveLength(1);
  });

  it("touches every span when a rule changes, and spans of merged labels with the label that took them in", async () => {
    await mark("bungled", { labelIds: [labels[2]!.id] });
    await mark("shut");
    const merged = await publishChange(lead, (content) => mergeLabel(content, labels[2]!.id, labels[1]!.id));
    expect(merged.body).toMatchObject({ affected: 1, published: { changes: [{ meaning: true, reason: "“Flattery” was merged into “Praise”." }] } });
    expect((await publishChange(lead, (content) => reword(content, labels[1]!.id, "Praise and flattery."), [labels[1]!.id])).body["affected"]).toBe(1);
    const rule = { id: "shortest", title: "Mark the shortest words", text: content("Only the words that matter."), example: null, counterExample: null };
    expect((await publishChange(lead, (now) => ({ ...now, rules: [...now.rules, rule] }), ["rule:shortest"])).body["affected"]).toBe(2);
  });

  it("asks for a look at the answers on articles too", async () => {
    const [topic, other] = [makeLabel("Economy"), makeLabel("Health")];
    const frames = makeSet("Topic", [topic, other], { level: "article" });
    const { body } = await publishChange(lead, (now) => ({ ...now, sets: [...now.sets, frames] }));
    await rows("INSERT INTO article_answer (project_id, assignment_id, set_id, article_id, member_id, codebook_version_id, label_ids) VALUES ($1, $2, $3, $4, $5, $6, $7)", [lead.projectId, assignmentId, frames.id, article.articleId, coder.memberId, body["published"]["id"], [topic.id]]);
    expect((await publishChange(lead, (now) => reword(now, other.id, "Bodies."), [other.id])).body["affected"]).toBe(0);
    expect((await publishChange(lead, (now) => reword(now, topic.id, "Money."), [topic.id])).body).toMatchObject({ affected: 1, spans: 0, answers: 1 });
    expect(await rows("SELECT needs_review FROM article_answer")).toEqual([{ needs_review: true }]);
  });

  it("shows beforehand what the draft changes and how much it touches", async () => {
    await mark("bungled", { labelIds: [labels[0]!.id] });
    const draft = (await call(lead, "POST", `${path}/draft`)).body;
    await call(lead, "PUT", `${path}/draft`, { version: 1, content: reword(draft["content"], labels[0]!.id, "Wink.") });
    const answer = await call(lead, "GET", `${path}/draft/changes`);
    expect(answer.body).toMatchObject({ changes: [{ labelId: labels[0]!.id, kind: "reworded", name: "Irony", setName: "Tone", before: "What Irony means.", after: "Wink.", mayChangeMeaning: true, alwaysMeaning: false }], affected: { [labels[0]!.id]: 1 } });
    const { body } = await call(lead, "GET", path);
    expect((await call(coder, "GET", `${path}/diff?from=${body["versions"][1]["id"]}&to=${body["versions"][0]["id"]}`)).body["changes"].map((one: { kind: string }) => one.kind)).toEqual(["added", "added", "added", "added"]);
    expect((await call(coder, "GET", `${path}/diff?from=${body["current"]["id"]}&to=${draft["id"]}`)).status).toBe(404);
  });

  it("refuses what names no change, a stale draft, an empty draft, and a second publication", async () => {
    const draft = (await call(lead, "POST", `${path}/draft`)).body;
    const send = (body: object) => call(lead, "POST", `${path}/publish`, body);
    expect((await send({ version: 1 })).body["detail"]).toContain("says the same");
    await call(lead, "PUT", `${path}/draft`, { version: 1, content: reword(draft["content"], "neutral", "Weighs.") });
    expect(await send({ version: 1 })).toMatchObject({ status: 409, body: { current: { version: 2 } } });
    expect(await send({ version: 2, meaning: ["neutral", newId()] })).toMatchObject({ status: 422, body: { errors: [{ path: "/meaning/1" }] } });
    const both = await Promise.all([send({ version: 2 }), send({ version: 2 })]);
    expect(both.map((one) => one.status).toSorted()).toEqual([200, 409]);
  });

  it("answers a repeated request as the first time, and leaves deleted spans alone", async () => {
    const gone = await mark("bungled", { labelIds: [labels[0]!.id] });
    await call(coder, "DELETE", `/projects/${lead.projectId}/spans/${gone.id}`, { version: 1 });
    const draft = (await call(lead, "POST", `${path}/draft`)).body;
    await call(lead, "PUT", `${path}/draft`, { version: 1, content: reword(draft["content"], labels[0]!.id, "Wink.") });
    const op = newId();
    const answers = [];
    for (let n = 0; n < 2; n++) answers.push(await call(lead, "POST", `${path}/publish`, { version: 2, meaning: [labels[0]!.id] }, { op }));
    expect(answers[0]!.body["affected"]).toBe(0);
    expect(answers[1]!.text).toBe(answers[0]!.text);
    expect((await call(lead, "GET", path)).body["versions"]).toHaveLength(3);
  });
});

const content = (text: string) => ({ type: "doc" as const, content: [{ type: "paragraph" as const, content: [{ type: "text" as const, text }] }] });
