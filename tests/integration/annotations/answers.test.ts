import { beforeEach, describe, expect, it } from "vitest";
import type { LabelSet } from "@/lib/codebook/content";
import { newId } from "@/lib/kernel/id";
import { rows } from "@/lib/platform/database";
import { call } from "@/tests/factories/call";
import { publishNext, putSets } from "@/tests/factories/put-sets";
import { codebookWith, makeLabel, makeSet } from "@/tests/factories/questions";
import { addArticle, addMember, addTarget, assign, makeProject, spanOver, type TestArticle, type TestMember } from "@/tests/factories/world";
import { emptyBeforeEach } from "@/tests/support/database";

emptyBeforeEach();

let project: string, ann: TestMember, bob: TestMember, article: TestArticle, target: string, assignment: string, base: string;
let issue: LabelSet, who: LabelSet;
const label = (set: LabelSet, name: string): string => set.labels.find((one) => one.name === name)!.id;
const answer = (set: LabelSet, names: string[], version: number, more: object = {}) => call(ann, "PUT", `${base}/answers/${set.id}`, { version, labelIds: names.map((name) => label(set, name)), ...more });
const document = async () => (await call(ann, "GET", `${base}/document`)).body;

beforeEach(async () => {
  project = await makeProject();
  [ann, bob] = [await addMember(project, "annotator"), await addMember(project, "annotator")];
  article = await addArticle(project, "Headline\nThe council bungled it.");
  target = await addTarget(project, "Council");
  assignment = await assign(ann, article);
  base = `/projects/${project}/assignments/${assignment}`;
  issue = makeSet("Issue", ["Economy", "Security", makeLabel("Old", { archived: true })], { required: true });
  who = makeSet("Who is heard", ["Traders", "Officials"], { choice: "multiple", required: true, showWhen: { setId: issue.id, labelIds: [label(issue, "Economy")] } });
  await putSets(project, [issue, who]);
});

describe("an answer about the whole article", () => {
  it("is nothing to the signed-out, to others and to another project", async () => {
    const path = `${base}/answers/${issue.id}`;
    expect((await call(null, "PUT", path, { version: 0, labelIds: [] })).status).toBe(401);
    expect((await call(bob, "PUT", path, { version: 0, labelIds: [] })).status).toBe(404);
    const stranger = await addMember(await makeProject(), "coordinator");
    expect((await call(stranger, "PUT", path, { version: 0, labelIds: [] })).status).toBe(404);
    expect((await call(ann, "PUT", `${base}/answers/${newId()}`, { version: 0, labelIds: [] })).status).toBe(404);
  });

  it("is stored with its event, starts the assignment and stands in the document", async () => {
    const saved = await answer(issue, ["Security"], 0);
    expect([saved.status, saved.body]).toEqual([200, { setId: issue.id, labelIds: [label(issue, "Security")], version: 1, needsReview: false }]);
    expect((await answer(issue, ["Economy"], 1)).body["version"]).toBe(2);
    expect(await rows("SELECT version, before, after FROM article_answer_event ORDER BY version")).toEqual([
      { version: 1, before: [], after: [label(issue, "Security")] },
      { version: 2, before: [label(issue, "Security")], after: [label(issue, "Economy")] },
    ]);
    const shown = await document();
    expect(shown["answers"]).toEqual([{ setId: issue.id, labelIds: [label(issue, "Economy")], version: 2, needsReview: false }]);
    expect(shown["assignment"]).toMatchObject({ state: "in_progress", round: 1, dueOn: null, blockOrdinals: [] });
  });

  it("is a conflict with what stands when it is stale, and is taken back with no labels", async () => {
    await answer(issue, ["Security"], 0);
    const stale = await answer(issue, ["Economy"], 0);
    expect([stale.status, stale.body["current"]]).toEqual([409, { setId: issue.id, labelIds: [label(issue, "Security")], version: 1, needsReview: false }]);
    expect((await answer(issue, [], 1)).body).toMatchObject({ labelIds: [], version: 2 });
  });

  it("refuses two labels of a single choice, a label twice, a foreign one, an archived one and a question that is not asked", async () => {
    const wrong = async (labelIds: string[], set = issue) => (await call(ann, "PUT", `${base}/answers/${set.id}`, { version: 0, labelIds })).body["errors"];
    expect(await wrong([label(issue, "Economy"), label(issue, "Security")])).toEqual([{ path: "/labelIds", message: "“Issue” takes one label" }]);
    expect(await wrong([label(issue, "Economy"), label(issue, "Economy")])).toEqual([{ path: "/labelIds", message: "names a label twice" }]);
    expect(await wrong([label(who, "Traders")])).toEqual([{ path: "/labelIds/0", message: "is no label of “Issue”" }]);
    expect(await wrong([label(issue, "Old")])).toEqual([{ path: "/labelIds/0", message: "“Old” is no longer in use" }]);
    expect(await wrong([label(who, "Traders")], who)).toEqual([{ path: "/labelIds", message: "“Who is heard” is not asked here; another answer decides that" }]);
    expect(await rows("SELECT FROM article_answer")).toEqual([]);
  });

  it("refuses a codebook version that is unknown, and asks for a look where a newer one changed the meaning", async () => {
    expect((await answer(issue, ["Economy"], 0, { codebookVersionId: newId() })).body["errors"]).toEqual([{ path: "/codebookVersionId", message: "unknown or unpublished version" }]);
    const seen = (await document())["codebookVersion"].id;
    await publishNext(project, codebookWith([issue, who]), [{ labelId: label(issue, "Economy"), meaning: true, reason: "Redefined" }]);
    expect((await answer(issue, ["Security"], 0, { codebookVersionId: seen })).body["needsReview"]).toBe(false);
    expect((await answer(issue, ["Economy"], 1, { codebookVersionId: seen })).body["needsReview"]).toBe(true);
    await answer(who, ["Traders"], 0);
    await call(ann, "PUT", `${base}/judgements/${target}`, { version: 0, value: 0 });
    const early = await call(ann, "POST", `${base}/submit`, { version: 2, confirmEmpty: true });
    expect([early.status, early.body["reason"], early.body["setIds"]]).toEqual([422, "reviews_open", [issue.id]]);
    expect((await answer(issue, ["Economy"], 2)).body["needsReview"]).toBe(false);
    expect((await call(ann, "POST", `${base}/submit`, { version: 2, confirmEmpty: true })).status).toBe(200);
  });
});

describe("submitting", () => {
  it("names every required question without an answer, and the marks that lack one", async () => {
    const technique = makeSet("Technique", ["Doubt", "Appeal"], { level: "span", required: true, showWhen: { setId: "framing", labelIds: ["critical"] } });
    await putSets(project, [issue, who, technique]);
    const plain = spanOver(article, "bungled", target);
    await call(ann, "POST", `${base}/spans`, plain);
    await call(ann, "POST", `${base}/spans`, spanOver(article, "council", target, { framing: "neutral" }));
    await call(ann, "PUT", `${base}/judgements/${target}`, { version: 0, value: -1 });
    const refused = async () => (await call(ann, "POST", `${base}/submit`, { version: 1 })).body;
    expect(await refused()).toMatchObject({ status: 422, reason: "answers_missing", missing: [{ setId: issue.id, name: "Issue" }, { setId: technique.id, name: "Technique", spanIds: [plain.id] }] });
    await answer(issue, ["Economy"], 0);
    await call(ann, "PATCH", `/projects/${project}/spans/${plain.id}`, { version: 1, labelIds: [label(technique, "Doubt")] });
    expect((await refused())["missing"]).toEqual([{ setId: who.id, name: "Who is heard" }]);
    await answer(who, ["Traders", "Officials"], 0);
    expect((await refused())["state"]).toBe("submitted");
  });

  it("takes back an answer to a question that is no longer asked, and keeps the rest in the submission", async () => {
    await answer(issue, ["Economy"], 0);
    await answer(who, ["Traders"], 0);
    await answer(issue, ["Security"], 1);
    await call(ann, "PUT", `${base}/judgements/${target}`, { version: 0, value: 1, confidence: 2, note: "Mostly the quotations." });
    await call(ann, "PUT", `${base}/notes/${newId()}`, { version: 0, kind: "omitted", body: "No trader is heard." });
    expect((await call(ann, "POST", `${base}/submit`, { version: 1, confirmEmpty: true })).status).toBe(200);
    expect(await rows("SELECT label_ids, version FROM article_answer WHERE set_id = $1", [who.id])).toEqual([{ label_ids: [], version: 2 }]);
    const [kept] = await rows<{ content: Record<string, unknown> }>("SELECT content FROM submission");
    expect(kept!.content).toMatchObject({
      spans: [],
      judgements: [{ targetId: target, value: 1, confidence: 2, note: "Mostly the quotations.", codebookVersion: 1 }],
      answers: [{ setId: issue.id, labelIds: [label(issue, "Security")], codebookVersion: 1 }],
      notes: [{ kind: "omitted", body: "No trader is heard." }],
    });
    expect((await answer(issue, ["Economy"], 2)).status).toBe(409);
  });

  it("is refused while a mark waits for a look under the newest codebook", async () => {
    await putSets(project, []);
    const span = spanOver(article, "bungled", target);
    await call(ann, "POST", `${base}/spans`, span);
    await call(ann, "PUT", `${base}/judgements/${target}`, { version: 0, value: -1 });
    const version = await publishNext(project, codebookWith([]), [{ labelId: "critical", meaning: true, reason: "Narrower now" }]);
    await rows("INSERT INTO span_review (project_id, span_id, id, codebook_version_id, reason) VALUES ($1, $2, $3, $4, 'Narrower now')", [project, span.id, newId(), version]);
    expect((await document())["reviews"]).toEqual([{ spanId: span.id, reason: "Narrower now", versionNumber: 2 }]);
    const refused = await call(ann, "POST", `${base}/submit`, { version: 2 });
    expect([refused.status, refused.body["reason"], refused.body["spanIds"]]).toEqual([422, "reviews_open", [span.id]]);
    expect((await call(ann, "POST", `/projects/${project}/spans/${span.id}/confirm`, { version: 1 })).status).toBe(200);
    expect((await document())["spans"][0].codebookVersion).toBe(2);
    expect((await call(ann, "POST", `${base}/submit`, { version: 2 })).status).toBe(200);
  });

  it("refuses a version that never was", async () => {
    expect((await call(ann, "POST", `${base}/submit`, { version: 99 })).body).toMatchObject({ status: 409, current: { id: assignment, state: "assigned", version: 1 } });
  });
});

describe("a judgement's confidence and note", () => {
  const judge = (json: object) => call(ann, "PUT", `${base}/judgements/${target}`, json);
  it("are stored, stay when left out, and go with the judgement", async () => {
    expect((await judge({ version: 0, value: 1, confidence: 3, note: "Clear" })).body).toEqual({ targetId: target, value: 1, confidence: 3, note: "Clear", version: 1 });
    expect((await judge({ version: 1, value: 2 })).body).toMatchObject({ value: 2, confidence: 3, note: "Clear" });
    expect((await judge({ version: 1, value: 2 })).body["current"]).toEqual({ targetId: target, value: 2, confidence: 3, note: "Clear", version: 2 });
    expect((await call(ann, "DELETE", `${base}/judgements/${target}`, { version: 2 })).body).toMatchObject({ value: null, confidence: null, note: "" });
    expect(await rows("SELECT detail FROM judgement_event ORDER BY version")).toEqual([{ detail: { confidence: 3, note: "Clear" } }, { detail: { confidence: 3, note: "Clear" } }, { detail: { confidence: null, note: "" } }]);
  });

  it("are refused outside their range", async () => {
    expect((await judge({ version: 0, value: 1, confidence: 4 })).status).toBe(422);
    expect((await judge({ version: 0, value: 1, note: "x".repeat(4001) })).status).toBe(422);
  });

  it("say whether they were changed after others' marks were seen", async () => {
    await judge({ version: 0, value: 1 });
    await rows("UPDATE assignment SET peers_seen_at = now()");
    await judge({ version: 1, value: 2 });
    expect(await rows("SELECT peers_seen, changed_after_reveal FROM judgement")).toEqual([{ peers_seen: true, changed_after_reveal: true }]);
  });
});

describe("notes", () => {
  const note = (id: string, json: object, from = ann) => call(from, "PUT", `${base}/notes/${id}`, json);
  it("are written, changed, deleted and come back, each against the version that was seen", async () => {
    const id = newId();
    expect((await note(id, { version: 0, kind: "omitted", body: "  No trader is heard. " })).body).toEqual({ id, kind: "omitted", body: "No trader is heard.", version: 1 });
    expect((await note(id, { version: 0, kind: "note", body: "x" })).body).toMatchObject({ status: 409, current: { id, version: 1 } });
    expect((await note(id, { version: 1, kind: "note", body: "Two sources." })).body["version"]).toBe(2);
    expect((await document())["notes"]).toEqual([{ id, kind: "note", body: "Two sources.", version: 2 }]);
    expect((await call(ann, "DELETE", `${base}/notes/${id}`, { version: 1 })).status).toBe(409);
    expect((await call(ann, "DELETE", `${base}/notes/${id}`, { version: 2 })).status).toBe(200);
    expect((await document())["notes"]).toEqual([]);
    expect((await note(id, { version: 2, kind: "note", body: "x" })).body).toMatchObject({ status: 409, current: null, version: 3 });
    expect((await note(id, { version: 3, kind: "note", body: "Two sources." })).body["version"]).toBe(4);
  });

  it("are nothing to others, and refused when empty, long, too many or of a closed article", async () => {
    const id = newId();
    expect((await note(id, { version: 0, kind: "note", body: "x" }, bob)).status).toBe(404);
    expect((await note(id, { version: 3, kind: "note", body: "x" })).status).toBe(404);
    for (const json of [{ version: 0, kind: "note", body: " \n" }, { version: 0, kind: "note", body: "x".repeat(4001) }, { version: 0, kind: "other", body: "x" }]) expect((await note(id, json)).status).toBe(422);
    await rows("INSERT INTO assignment_note (project_id, id, assignment_id, article_id, member_id, kind, body) SELECT $1, gen_random_uuid(), $2, $3, $4, 'note', 'x' FROM generate_series(1, 100)", [project, assignment, article.articleId, ann.memberId]);
    expect((await note(id, { version: 0, kind: "note", body: "x" })).body).toMatchObject({ status: 409, detail: expect.stringContaining("100 notes") });
    await rows("UPDATE assignment SET state = 'submitted', submitted_at = now()");
    expect((await note(id, { version: 0, kind: "note", body: "x" })).body).toMatchObject({ status: 409, state: "submitted" });
  });

  it("of an article that is locked are nothing", async () => {
    await rows("UPDATE assignment SET locked = true");
    expect((await note(newId(), { version: 0, kind: "note", body: "x" })).status).toBe(404);
    expect((await answer(issue, ["Economy"], 0)).status).toBe(404);
  });
});

describe("what was said of an article", () => {
  const read = (who: TestMember) => call(who, "GET", `/projects/${project}/articles/${article.articleId}/answers`);
  beforeEach(async () => {
    await answer(issue, ["Economy"], 0);
    await answer(who, ["Officials", "Traders"], 0);
    await call(ann, "PUT", `${base}/judgements/${target}`, { version: 0, value: -1, confidence: 2, note: "Mild." });
    await call(ann, "PUT", `${base}/notes/${newId()}`, { version: 0, kind: "omitted", body: "No trader is heard." });
  });

  it("is shown to its author at once, and to reviewers and observers once submitted, with names", async () => {
    const [reviewer, observer] = [await addMember(project, "reviewer"), await addMember(project, "observer")];
    const own = await read(ann);
    expect(own.body).toEqual({
      judgements: [expect.objectContaining({ assignmentId: assignment, target: "Council", value: -1, confidence: 2, note: "Mild.", round: 1 })],
      answers: [expect.objectContaining({ set: "Issue", labels: ["Economy"] }), expect.objectContaining({ set: "Who is heard", labels: ["Officials", "Traders"] })],
      notes: [expect.objectContaining({ kind: "omitted", body: "No trader is heard." })],
    });
    expect((await read(reviewer)).body).toEqual({ judgements: [], answers: [], notes: [] });
    expect((await call(ann, "POST", `${base}/submit`, { version: 2, confirmEmpty: true })).status).toBe(200);
    for (const other of [reviewer, observer]) expect((await read(other)).body).toEqual(own.body);
  });

  it("is nothing to the signed-out, to annotators without the article, and to other projects", async () => {
    expect((await call(null, "GET", `/projects/${project}/articles/${article.articleId}/answers`)).status).toBe(401);
    expect((await read(bob)).status).toBe(404);
    expect((await read(await addMember(await makeProject(), "coordinator"))).status).toBe(404);
    await assign(bob, article);
    await rows("UPDATE assignment SET locked = true WHERE member_id = $1", [bob.memberId]);
    expect((await read(bob)).status).toBe(404);
  });

  it("is kept from a peer until the reveal, which then is remembered on the peer's own work", async () => {
    const own = await assign(bob, article);
    await call(ann, "POST", `${base}/submit`, { version: 2, confirmEmpty: true });
    expect((await read(bob)).body).toEqual({ judgements: [], answers: [], notes: [] });
    expect(await rows("SELECT FROM assignment WHERE peers_seen_at IS NOT NULL")).toEqual([]);
    await rows("UPDATE project SET revealed_at = now() WHERE id = $1", [project]);
    expect((await read(bob)).body["judgements"]).toHaveLength(1);
    expect(await rows("SELECT id FROM assignment WHERE peers_seen_at IS NOT NULL")).toEqual([{ id: own }]);
  });
});
