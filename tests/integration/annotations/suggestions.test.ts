import { beforeEach, describe, expect, it } from "vitest";
import { newId } from "@/lib/kernel/id";
import { rows } from "@/lib/platform/database";
import { checkData } from "@/scripts/check/run";
import { call } from "@/tests/factories/call";
import { addArticle, addMember, addOutlet, addTarget, assign, makeProject, spanOver, type TestArticle, type TestMember } from "@/tests/factories/world";
import { emptyBeforeEach } from "@/tests/support/database";

emptyBeforeEach();

const EARLIER = "Quay news\nThe council bungled the closure, and traders kept their word.";
const LATER = "More quay news\nAgain the council bungled the closure.\nThe port kept its promise.";
let project: string, ann: TestMember, bob: TestMember, lead: TestMember, earlier: TestArticle, later: TestArticle, council: string, first: string, second: string;

const mark = (who: TestMember, assignment: string, article: TestArticle, quote: string, more: object = {}) => call(who, "POST", `/projects/${project}/assignments/${assignment}/spans`, { ...spanOver(article, quote, council), ...more });
const ask = (who = ann, assignment = second) => call(who, "GET", `/projects/${project}/assignments/${assignment}/suggestions`);
const dismiss = (phrase: string, who = ann, targetId = council) => call(who, "POST", `/projects/${project}/assignments/${second}/suggestions/dismiss`, { targetId, phrase });
const items = async (): Promise<{ quote: string; targetId: string; framing: string; n: number }[]> => (await ask()).body["items"];

beforeEach(async () => {
  project = await makeProject();
  [lead, ann, bob] = [await addMember(project, "coordinator"), await addMember(project, "annotator"), await addMember(project, "annotator")];
  [earlier, later] = [await addArticle(project, EARLIER), await addArticle(project, LATER)];
  council = await addTarget(project, "Council");
  [first, second] = [await assign(ann, earlier), await assign(ann, later)];
  expect((await mark(ann, first, earlier, "bungled the closure")).status).toBe(201);
});

describe("suggestions", () => {
  it("ask for a sign-in, and are nothing to others of the project or outside it", async () => {
    expect((await ask(null as never)).status).toBe(401);
    for (const who of [bob, lead, await addMember(await makeProject(), "coordinator")]) expect((await ask(who)).status).toBe(404);
    expect((await dismiss("bungled the closure", bob)).status).toBe(404);
  });

  it("are phrases that one coded in other articles, with target and framing", async () => {
    expect(await items()).toEqual([{ start: 33, end: 52, quote: "bungled the closure", targetId: council, framing: "critical", n: 1, others: [] }]);
    expect((await ask(ann, first)).body["items"]).toEqual([]);
  });

  it("are never of a peer's marks, also not after the reveal", async () => {
    const before = await ask();
    const theirs = await assign(bob, earlier);
    await mark(bob, theirs, earlier, "kept their word", { framing: "advocacy" });
    await mark(bob, theirs, earlier, "bungled the closure", { framing: "neutral" });
    await rows("UPDATE project SET revealed_at = now()");
    expect((await ask()).body).toEqual(before.body);
  });

  it("follow a merged target, and leave out one that is no longer used, deleted marks and passages in two parts", async () => {
    const root = await addTarget(project, "Town council");
    await rows("UPDATE target SET merged_into_id = $2, archived_at = now() WHERE id = $1", [council, root]);
    expect(await items()).toMatchObject([{ targetId: root }]);
    await rows("UPDATE target SET archived_at = now() WHERE id = $1", [root]);
    expect(await items()).toEqual([]);
    await rows("UPDATE target SET archived_at = NULL WHERE id = $1", [root]);
    await rows("UPDATE span SET deleted_at = now()");
    expect(await items()).toEqual([]);
  });

  it("end where one's own mark with the target lies over the words, and when dismissed", async () => {
    const own = await mark(ann, second, later, "the closure");
    expect(await items()).toEqual([]);
    await call(ann, "DELETE", `/projects/${project}/spans/${own.body["id"]}`, { version: 1 });
    expect(await items()).toHaveLength(1);
    expect((await dismiss("Bungled  THE closure")).body).toEqual({ dismissed: true });
    expect((await dismiss("Bungled  THE closure")).status).toBe(200);
    expect(await items()).toEqual([]);
    expect((await dismiss("bungled the closure", ann, newId())).status).toBe(422);
    for (const phrase of ["", " ", "x".repeat(2000)]) expect((await dismiss(phrase)).status).toBe(422);
  });

  it("are none where the project forbids them, in practice, and on submitted work; an unseen key makes no difference", async () => {
    expect((await call(lead, "PATCH", `/projects/${project}`, { version: 1, allowSuggestions: false })).body).toMatchObject({ allowSuggestions: false, version: 2 });
    expect(await items()).toEqual([]);
    await call(lead, "PATCH", `/projects/${project}`, { version: 2, allowSuggestions: true });
    expect(await items()).toHaveLength(1);
    await rows("UPDATE assignment SET phase = 'practice' WHERE id = $1", [second]);
    expect(await items()).toEqual([]);
    await rows("UPDATE assignment SET phase = 'main', state = 'submitted', submitted_at = now() WHERE id = $1", [second]);
    expect(await items()).toEqual([]);
    await rows("UPDATE assignment SET state = 'in_progress', submitted_at = NULL WHERE id = $1", [second]);
    await rows("INSERT INTO answer_key (project_id, article_id, revision_id, codebook_version_id, content) SELECT $1, $2, $3, id, '{\"spans\": [], \"judgements\": []}' FROM codebook_version WHERE project_id = $1", [project, later.articleId, later.revisionId]);
    expect(await items()).toHaveLength(1);
    // What was practised is no decision that comes again.
    await rows("DELETE FROM answer_key");
    await rows("UPDATE assignment SET phase = 'practice' WHERE id = $1", [first]);
    expect(await items()).toEqual([]);
  });

  it("never hold a name that is hidden from the annotator, here or where the phrase was coded", async () => {
    const tern = await addOutlet(project, "Daily Tern");
    const blind = await addArticle(project, "Third\nThe Daily Tern bungled the opening; the Gazette erred badly.", { outletId: tern });
    const other = await addArticle(project, "Fourth\nWhere the Daily Tern bungled the opening, the Gazette erred badly.", { outletId: await addOutlet(project, "Gazette") });
    const [third, fourth] = [await assign(ann, blind), await assign(ann, other)];
    await mark(ann, third, blind, "Daily Tern bungled");
    await mark(ann, third, blind, "bungled the opening");
    await mark(ann, third, blind, "Gazette erred");
    const found = async () => (await ask(ann, fourth)).body["items"].map((one: { quote: string }) => one.quote);
    expect(await found()).toEqual(["Daily Tern bungled", "Gazette erred"]);
    await rows("UPDATE project SET source_blind = true");
    expect(await found()).toEqual(["bungled the opening"]);
  });
});

describe("a mark that began as a suggestion", () => {
  it("says so for ever, in the document, in what is submitted and in the counts", async () => {
    const made = await mark(ann, second, later, "bungled the closure", { fromSuggestion: true });
    expect(made.body).toMatchObject({ fromSuggestion: true });
    const spans = `/projects/${project}/spans/${made.body["id"]}`;
    expect((await call(ann, "PATCH", spans, { version: 1, framing: "neutral" })).body).toMatchObject({ fromSuggestion: true });
    expect((await call(ann, "PATCH", spans, { version: 2, fromSuggestion: false })).status).toBe(422);
    const document = (await call(ann, "GET", `/projects/${project}/assignments/${second}/document`)).body;
    expect(document["spans"]).toMatchObject([{ fromSuggestion: true, framing: "neutral" }]);
    expect(await rows("SELECT from_suggestion, framing, n FROM rollup_count WHERE n <> 0 ORDER BY from_suggestion")).toEqual([{ from_suggestion: false, framing: "critical", n: 1 }, { from_suggestion: true, framing: "neutral", n: 1 }]);
    await call(ann, "PUT", `/projects/${project}/assignments/${second}/judgements/${council}`, { version: 0, value: -1 });
    expect((await call(ann, "POST", `/projects/${project}/assignments/${second}/submit`, { version: document["assignment"].version })).status).toBe(200);
    expect(await rows("SELECT content #> '{spans,0,fromSuggestion}' AS began FROM submission")).toEqual([{ began: true }]);
    expect(await checkData(process.env["DATABASE_URL"] ?? "", () => undefined)).toEqual([]);
  });
});

it("forgets dismissed phrases with their person", async () => {
  await dismiss("bungled the closure");
  expect(await rows("SELECT phrase_key FROM dismissed_phrase")).toEqual([{ phrase_key: "bungled the closure" }]);
  expect((await call(ann, "POST", "/account/erasure", { confirm: "erase me", notes: false })).status).toBe(200);
  expect(await rows("SELECT FROM dismissed_phrase")).toEqual([]);
});
