import { beforeEach, describe, expect, it } from "vitest";
import { plainText } from "@/lib/codebook/rich-text";
import { newId } from "@/lib/kernel/id";
import { rows } from "@/lib/platform/database";
import { call } from "@/tests/factories/call";
import { addArticle, addMember, addTarget, assign, makeProject, spanOver, type TestArticle, type TestMember } from "@/tests/factories/world";
import { emptyBeforeEach } from "@/tests/support/database";

emptyBeforeEach();
let lead: TestMember, reviewer: TestMember, ann: TestMember, bob: TestMember, article: TestArticle, target: string, mark: string, open: string, base: string, path: string;
const propose = (who: TestMember, more: object = {}) => call(who, "POST", path, { text: "Say what irony is.", place: "critical", spanIds: [mark], ...more });
const list = async (who: TestMember, query = "") => (await call(who, "GET", path + query)).body;
const publish = async (version: number) => call(lead, "POST", `${base}/codebook/publish`, { version, meaning: [], note: "" });

beforeEach(async () => {
  const project = await makeProject();
  [lead, reviewer, ann, bob] = [await addMember(project, "coordinator"), await addMember(project, "reviewer"), await addMember(project, "annotator"), await addMember(project, "annotator")];
  article = await addArticle(project, "Bridge shut\nThe council so cleverly closed it, traders said.");
  target = await addTarget(project, "Council");
  base = `/projects/${project}`;
  path = `${base}/codebook/proposals`;
  const [first, second] = [await assign(ann, article), await assign(bob, article)];
  const [submitted, begun] = [spanOver(article, "so cleverly", target), spanOver(article, "closed it", target)];
  [mark, open] = [submitted.id, begun.id];
  await call(ann, "POST", `${base}/assignments/${first}/spans`, submitted);
  await call(bob, "POST", `${base}/assignments/${second}/spans`, begun);
  await call(ann, "PUT", `${base}/assignments/${first}/judgements/${target}`, { version: 0, value: -1 });
  expect((await call(ann, "POST", `${base}/assignments/${first}/submit`, { version: 2 })).status).toBe(200);
});

describe("a proposal", () => {
  it("is made by whoever adjudicates, with the marks that showed the need, and read by them alone", async () => {
    const made = await propose(reviewer, { articleId: article.articleId });
    expect([made.status, made.body]).toMatchObject([201, { state: "open", place: "critical", by: expect.stringContaining("reviewer"), mine: true, articleTitle: "Bridge shut", spans: [{ spanId: mark, quote: "so cleverly", target: "Council", deleted: false }], versionNumber: null }]);
    expect(await list(lead)).toMatchObject({ open: 1, next: null, items: [{ id: made.body["id"], mine: false }] });
    for (const who of [ann, await addMember(lead.projectId, "observer")]) expect([(await call(who, "GET", path)).status, (await propose(who)).status]).toEqual([403, 403]);
  });

  it("refuses empty words, places and marks that are not there, and marks that are not submitted", async () => {
    for (const text of ["", "  ", "x".repeat(4_001)]) expect((await propose(reviewer, { text })).status).toBe(422);
    const wrong = await propose(reviewer, { place: "rule:nowhere", spanIds: [mark, open, newId()], articleId: newId(), decisionId: newId() });
    expect([wrong.status, wrong.body["errors"].map((one: { path: string }) => one.path)]).toEqual([422, ["/spanIds/1", "/spanIds/2", "/place", "/decisionId", "/articleId"]]);
    expect(await list(lead)).toMatchObject({ items: [], open: 0 });
    expect((await call(lead, "GET", `${path}?after=nonsense`)).status).toBe(422);
  });

  it("is written into the draft, published with it, and puts its marks up for a look", async () => {
    const made = (await propose(reviewer)).body;
    const taken = await call(lead, "POST", `${path}/${made["id"]}/take`, { version: 1, draftVersion: null });
    expect(taken).toMatchObject({ status: 200, body: { proposal: { state: "taken" }, draft: { number: 2 } } });
    const critical = taken.body["draft"].content.framing.find((one: { id: string }) => one.id === "critical");
    expect(plainText(critical.definition)).toMatch(/\nSay what irony is\.$/u);
    expect((await call(lead, "GET", `${base}/codebook/draft/changes`)).body).toMatchObject({ proposed: 1 });
    const done = await publish(taken.body["draft"].version);
    expect(done.body).toMatchObject({ published: { number: 2 }, spans: 1 });
    expect((await list(reviewer, "?state=decided"))["items"]).toMatchObject([{ state: "published", versionNumber: 2, decidedBy: expect.stringContaining("coordinator") }]);
    expect((await call(reviewer, "GET", `${base}/codebook/affected`)).body).toMatchObject({ open: 1, items: [{ spanId: mark, versionNumber: 2, reason: "The codebook now says more about words like these." }] });
    expect((await call(lead, "POST", `${path}/${made["id"]}/decline`, { version: 3 })).body).toMatchObject({ status: 409, current: { state: "published" } });
  });

  it("counts a mark once that the change of meaning touches as well", async () => {
    const made = (await propose(reviewer)).body;
    const { draft } = (await call(lead, "POST", `${path}/${made["id"]}/take`, { version: 1, draftVersion: null })).body;
    const done = await call(lead, "POST", `${base}/codebook/publish`, { version: draft.version, meaning: ["critical"], note: "" });
    // Bob's mark is critical too.
    expect(done.body["spans"]).toBe(2);
    expect((await rows("SELECT FROM span_review WHERE span_id = $1", [mark])).length).toBe(1);
  });

  it("becomes a rule of its own where it is about no place yet, or where the coordinator chooses another place", async () => {
    const [first, second] = [(await propose(reviewer, { place: "" })).body, (await propose(reviewer, { place: "introduction", text: "Second." })).body];
    const { draft } = (await call(lead, "POST", `${path}/${first["id"]}/take`, { version: 1, draftVersion: null })).body;
    expect(plainText(draft.content.rules.at(-1).text)).toBe("Say what irony is.");
    expect((await call(lead, "POST", `${path}/${second["id"]}/take`, { version: 1, draftVersion: null })).status).toBe(409);
    expect((await call(lead, "POST", `${path}/${second["id"]}/take`, { version: 1, draftVersion: draft.version, place: "set:gone" })).status).toBe(409);
    const other = await call(lead, "POST", `${path}/${second["id"]}/take`, { version: 1, draftVersion: draft.version, place: "advocacy" });
    expect(other.body).toMatchObject({ proposal: { place: "advocacy", state: "taken" }, draft: { version: draft.version + 1 } });
    expect((await call(lead, "POST", `${path}/${second["id"]}/take`, { version: 2, draftVersion: draft.version + 1 })).body["detail"]).toBe("This proposal stands in the draft already.");
  });

  it("waits again when the draft that held it is thrown away, and its marks are left alone", async () => {
    const made = (await propose(reviewer)).body;
    const { draft } = (await call(lead, "POST", `${path}/${made["id"]}/take`, { version: 1, draftVersion: null })).body;
    expect((await call(lead, "DELETE", `${base}/codebook/draft`, { version: draft.version })).status).toBe(200);
    expect((await list(lead))["items"]).toMatchObject([{ state: "open", decidedAt: null }]);
    expect(await rows("SELECT FROM span_review")).toEqual([]);
  });

  it("is declined with an answer to its author, once, by a coordinator who saw it as it stands", async () => {
    const made = (await propose(reviewer)).body;
    const decline = (who: TestMember, version: number) => call(who, "POST", `${path}/${made["id"]}/decline`, { version, answer: "Rule 3 says so." });
    expect([(await decline(reviewer, 1)).status, (await decline(lead, 7)).status]).toEqual([403, 409]);
    expect((await decline(lead, 1)).body).toMatchObject({ state: "declined", answer: "Rule 3 says so." });
    expect(await list(reviewer, "?state=decided")).toMatchObject({ open: 0, items: [{ answer: "Rule 3 says so.", mine: true }] });
    expect((await decline(lead, 2)).status).toBe(409);
  });

  it("is taken once when two coordinators do it at the same moment", async () => {
    const made = (await propose(reviewer)).body;
    const both = await Promise.all([1, 2, 3].map(() => call(lead, "POST", `${path}/${made["id"]}/take`, { version: 1, draftVersion: null })));
    expect(both.map((one) => one.status).sort()).toEqual([200, 409, 409]);
  });
});
