import { beforeEach, describe, expect, it } from "vitest";
import { row, rows } from "@/lib/platform/database";
import { call } from "@/tests/factories/call";
import { addArticle, addMember, addTarget, assign, makeProject, spanOver, type TestArticle, type TestMember } from "@/tests/factories/world";
import { emptyBeforeEach } from "@/tests/support/database";

emptyBeforeEach();
let lead: TestMember, ann: TestMember, ben: TestMember, base: string, article: TestArticle, assignment: string;
const suggest = (who: TestMember, name: string, more: object = {}) => call(who, "POST", `${base}/target-suggestions`, { name, ...more });
const list = async (who: TestMember, query = "") => (await call(who, "GET", `${base}/target-suggestions${query}`)).body;
const accept = (id: string, more: object = {}, who = lead) => call(who, "POST", `${base}/target-suggestions/${id}/accept`, { version: 1, ...more });
const decline = (id: string, more: object = {}) => call(lead, "POST", `${base}/target-suggestions/${id}/decline`, { version: 1, ...more });
const versions = () => rows<{ number: number; state: string; note: string }>("SELECT number, state, note FROM codebook_version WHERE project_id = $1 ORDER BY number", [lead.projectId]);

beforeEach(async () => {
  lead = await addMember(await makeProject(), "coordinator");
  [ann, ben] = [await addMember(lead.projectId, "annotator"), await addMember(lead.projectId, "annotator")];
  base = `/projects/${lead.projectId}`;
  article = await addArticle(lead.projectId, "Quay report\nThe harbour guild bungled it, and the council watched.");
  assignment = await assign(ann, article);
});

describe("a suggested target", () => {
  it("is told to its author and to those who decide, and to no peer", async () => {
    const made = await suggest(ann, "Harbour guild", { reason: "It is everywhere.", articleId: article.articleId, quote: "The harbour guild" });
    expect(made.status, made.text).toBe(201);
    expect(made.body).toMatchObject({ name: "Harbour guild", state: "open", quote: "The harbour guild", articleId: article.articleId, target: null, office: null, version: 1 });
    expect((await list(ann))["items"]).toHaveLength(1);
    expect(await list(ben)).toEqual({ items: [], open: 0, next: null });
    expect((await list(lead))["items"]).toMatchObject([{ office: { suggestedBy: expect.stringContaining("annotator"), left: false, articleTitle: "Quay report", alike: 0 } }]);
    expect((await list(await addMember(lead.projectId, "reviewer")))["open"]).toBe(1);
    expect((await call(await addMember(lead.projectId, "observer"), "GET", `${base}/target-suggestions`)).status).toBe(403);
  });

  it("is refused where a target in use has the name, however it is spelt, and only then", async () => {
    await call(lead, "POST", `${base}/targets`, { name: "Harbour guild", aliases: [{ alias: "The Guild" }, { alias: "the group", isAmbiguous: true }] });
    expect(await suggest(ann, "HARBOUR\u00a0guild")).toMatchObject({ status: 409, body: { target: { name: "Harbour guild" }, errors: [{ path: "/name" }] } });
    expect((await suggest(ann, "the guild")).body["detail"]).toBe("“the guild” is a name of the target “Harbour guild”. Mark that one.");
    expect((await suggest(ann, "The Group")).status).toBe(201);
    const old = (await call(lead, "POST", `${base}/targets`, { name: "Old board" })).body;
    await call(lead, "POST", `${base}/targets/${old["id"]}/archive`, { version: 1 });
    expect((await suggest(ann, "Old board")).status).toBe(201);
    expect((await suggest(ann, "\u200d")).status).toBe(422);
  });

  it("answers the same whether a peer suggested it or not, and refuses one's own twice", async () => {
    await suggest(ann, "Harbour guild");
    const shape = ({ status, body }: Awaited<ReturnType<typeof suggest>>) => ({ status, body: { ...body, id: "", createdAt: "", name: "" } });
    expect(shape(await suggest(ben, "harbour GUILD"))).toEqual(shape(await suggest(ben, "Another one")));
    expect(await suggest(ann, "Harbour  guild")).toMatchObject({ status: 409, body: { detail: expect.stringContaining("You suggested") } });
    const both = await Promise.all([suggest(ann, "Twice"), suggest(ann, "twice")]);
    expect(both.map((one) => one.status).toSorted()).toEqual([201, 409]);
  });

  it("names only an article that its author reads", async () => {
    const unread = await addArticle(lead.projectId, "Not assigned\nto anybody");
    const foreign = await addArticle(await makeProject(), "Foreign\nwords");
    const answers = [await suggest(ann, "A", { articleId: unread.articleId }), await suggest(ann, "A", { articleId: foreign.articleId }), await suggest(lead, "A", { articleId: foreign.articleId })];
    expect(answers.map((one) => [one.status, one.body["errors"]])).toEqual(Array(3).fill([422, [{ path: "/articleId", message: "unknown article" }]]));
  });

  it("stays to be decided when its author leaves, and is listed newest first in pages", async () => {
    for (const name of ["One", "Two", "Three"]) await suggest(ann, name);
    await call(lead, "DELETE", `${base}/members/${ann.memberId}`, { version: 1 });
    const first = await list(lead, "?limit=2&state=open");
    expect(first["items"].map((one: { name: string; office: object }) => [one.name, one.office])).toMatchObject([["Three", { left: true }], ["Two", {}]]);
    const second = await list(lead, `?limit=2&after=${first["next"]}`);
    expect(second).toMatchObject({ items: [{ name: "One" }], next: null, open: 3 });
    expect((await accept(second["items"][0].id)).status).toBe(200);
    expect((await call(lead, "GET", `${base}/target-suggestions?after=x`)).status).toBe(422);
  });
});

describe("accepting", () => {
  it("before coding began makes a target and leaves the codebook alone", async () => {
    const made = await suggest(ann, "harbour guild");
    const done = await accept(made.body["id"], { name: "Harbour guild", isFocus: true, answer: "Good find." });
    expect(done.status, done.text).toBe(200);
    expect(done.body).toMatchObject({ target: { name: "Harbour guild", isFocus: true }, codebookVersion: null, settled: 0, suggestion: { state: "accepted", answer: "Good find.", version: 2, target: { name: "Harbour guild" } } });
    expect(await versions()).toMatchObject([{ number: 1 }]);
    expect((await list(ann))["items"]).toMatchObject([{ state: "accepted", answer: "Good find.", target: { name: "Harbour guild" }, office: null }]);
    expect((await list(ann, "?state=decided"))["items"]).toHaveLength(1);
  });

  it("after coding began publishes the codebook again, before an open draft, so that stamps tell before from after", async () => {
    const council = await addTarget(lead.projectId, "Council", false);
    const before = spanOver(article, "watched", council);
    await call(ann, "POST", `${base}/assignments/${assignment}/spans`, before);
    await rows("INSERT INTO codebook_version (project_id, id, codebook_id, number, state, content) SELECT project_id, gen_random_uuid(), codebook_id, 2, 'draft', content FROM codebook_version WHERE project_id = $1", [lead.projectId]);
    const made = await suggest(ann, "Harbour guild");
    const done = await accept(made.body["id"]);
    expect(done.body).toMatchObject({ codebookVersion: 2, target: { isFocus: false } });
    expect(await versions()).toEqual([{ number: 1, state: "published", note: "" }, { number: 2, state: "published", note: "Target “Harbour guild” accepted" }, { number: 3, state: "draft", note: "" }]);
    const after = spanOver(article, "bungled", done.body["target"].id);
    expect((await call(ann, "POST", `${base}/assignments/${assignment}/spans`, after)).status).toBe(201);
    const stamps = await rows<{ id: string; number: number }>("SELECT s.id, v.number FROM span s JOIN codebook_version v ON v.project_id = s.project_id AND v.id = s.codebook_version_id WHERE s.project_id = $1 ORDER BY v.number", [lead.projectId]);
    expect(stamps).toEqual([{ id: before.id, number: 1 }, { id: after.id, number: 2 }]);
    expect(await row("SELECT count(*)::int AS n FROM span_review WHERE project_id = $1", [lead.projectId])).toEqual({ n: 0 });
    expect((await row<{ same: boolean }>("SELECT count(DISTINCT content) = 1 AS same FROM codebook_version WHERE project_id = $1", [lead.projectId]))?.same).toBe(true);
  });

  it("as another name of a target adds it there", async () => {
    const guild = (await call(lead, "POST", `${base}/targets`, { name: "Harbour guild", aliases: [{ alias: "HG" }] })).body;
    const made = await suggest(ann, "The Harbourers");
    expect((await accept(made.body["id"], { asAliasOf: guild["id"], isFocus: true })).status).toBe(422);
    expect((await accept(made.body["id"], { isAmbiguous: true })).status).toBe(422);
    expect((await accept(made.body["id"], { asAliasOf: made.body["id"] })).status).toBe(422);
    expect(await accept(made.body["id"], { asAliasOf: guild["id"], name: "hg" })).toMatchObject({ status: 409 });
    const done = await accept(made.body["id"], { asAliasOf: guild["id"], isAmbiguous: true });
    expect(done.body).toMatchObject({ target: { id: guild["id"], aliases: [{ alias: "HG" }, { alias: "The Harbourers", isAmbiguous: true }], version: 2 }, suggestion: { target: { name: "Harbour guild" } } });
  });

  it("is refused where the name is taken, and then nothing is decided or published", async () => {
    const council = await addTarget(lead.projectId, "council", false);
    await call(ann, "POST", `${base}/assignments/${assignment}/spans`, spanOver(article, "watched", council));
    const made = await suggest(ann, "Harbour guild");
    expect(await accept(made.body["id"], { name: "COUNCIL" })).toMatchObject({ status: 409, body: { errors: [{ path: "/name" }] } });
    expect((await list(lead))["open"]).toBe(1);
    expect(await versions()).toHaveLength(1);
  });

  it("settles the same suggestion of others with it", async () => {
    const [made] = [await suggest(ann, "Harbour guild"), await suggest(ben, "HARBOUR GUILD")];
    expect((await list(lead))["items"]).toMatchObject([{ office: { alike: 1 } }, { office: { alike: 1 } }]);
    expect((await accept(made.body["id"])).body).toMatchObject({ settled: 1 });
    expect((await list(ben))["items"]).toMatchObject([{ state: "accepted", target: { name: "Harbour guild" } }]);
    expect((await list(lead))["open"]).toBe(0);
  });

  it("happens once: of two coordinators at the same moment one wins, and what is decided stays so", async () => {
    const second = await addMember(lead.projectId, "coordinator");
    const made = await suggest(ann, "Harbour guild");
    const both = await Promise.all([accept(made.body["id"]), accept(made.body["id"], {}, second)]);
    expect(both.map((one) => one.status).toSorted()).toEqual([200, 409]);
    expect(both.find((one) => one.status === 409)?.body).toMatchObject({ detail: "This suggestion was accepted already.", current: { state: "accepted" } });
    expect((await decline(made.body["id"], { version: 2 })).status).toBe(409);
    expect(await row("SELECT count(*)::int AS n FROM target WHERE project_id = $1", [lead.projectId])).toEqual({ n: 1 });
  });
});

describe("declining", () => {
  it("gives the answer to the author, who may suggest it again", async () => {
    const [made] = [await suggest(ann, "Harbour guild"), await suggest(ben, "Harbour guild")];
    expect((await decline(made.body["id"], { version: 3, answer: "x" })).status).toBe(409);
    expect((await decline(made.body["id"], { answer: "Use the council." })).body).toMatchObject({ state: "declined", target: null, answer: "Use the council." });
    expect((await list(ann))["items"]).toMatchObject([{ state: "declined", answer: "Use the council." }]);
    expect((await list(ben))["items"]).toMatchObject([{ state: "open" }]);
    expect((await suggest(ann, "Harbour guild")).status).toBe(201);
  });

  it("and accepting ask who it is first, and are nothing to another project", async () => {
    const id = (await suggest(ann, "Harbour guild")).body["id"];
    const foreign = await addMember(await makeProject(), "coordinator");
    for (const verb of ["accept", "decline"]) {
      expect((await call(null, "POST", `${base}/target-suggestions/${id}/${verb}`, { version: 1 })).status).toBe(401);
      expect((await call(ann, "POST", `${base}/target-suggestions/${id}/${verb}`, { version: 1 })).status).toBe(403);
      expect((await call(foreign, "POST", `${base}/target-suggestions/${id}/${verb}`, { version: 1 })).status).toBe(404);
      expect((await call(foreign, "POST", `/projects/${foreign.projectId}/target-suggestions/${id}/${verb}`, { version: 1 })).status).toBe(404);
    }
  });
});
