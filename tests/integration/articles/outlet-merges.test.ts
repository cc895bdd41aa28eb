import { beforeEach, describe, expect, it } from "vitest";
import { MASK } from "@/lib/articles/source-mask";
import { rows } from "@/lib/platform/database";
import { type Answer, call } from "@/tests/factories/call";
import { addArticle, addMember, addOutlet, addTarget, assign, makeProject, spanOver, type TestArticle, type TestMember } from "@/tests/factories/world";
import { emptyBeforeEach } from "@/tests/support/database";

emptyBeforeEach();
const TEXT = "Ferries beat the town hall\nThe council bungled the closure, the Evening Tern said on Friday.";
let project: string, lead: TestMember, ann: TestMember, tern: string, evening: string, quay: string, council: string, copy: TestArticle;
const outlets = () => `/projects/${project}/outlets`;
const merge = (id: string, intoId: string, version = 1, who = lead) => call(who, "POST", `${outlets()}/${id}/merge`, { version, intoId });
const unmerge = (id: string, version = 2) => call(lead, "POST", `${outlets()}/${id}/unmerge`, { version });

async function submitted(article: TestArticle): Promise<void> {
  const path = `/projects/${project}/assignments/${await assign(ann, article)}`;
  expect((await call(ann, "POST", `${path}/spans`, spanOver(article, "Ferries beat", council))).status).toBe(201);
  expect((await call(ann, "POST", `${path}/spans`, spanOver(article, "bungled", council))).status).toBe(201);
  await call(ann, "PUT", `${path}/judgements/${council}`, { version: 0, value: -1 });
  expect((await call(ann, "POST", `${path}/submit`, { version: 1 })).status).toBe(200);
}

beforeEach(async () => {
  project = await makeProject();
  [lead, ann] = [await addMember(project, "coordinator"), await addMember(project, "annotator")];
  [tern, evening, quay] = [await addOutlet(project, "Daily Tern"), await addOutlet(project, "Evening Tern"), await addOutlet(project, "Quay Standard")];
  council = await addTarget(project, "Council");
  copy = await addArticle(project, TEXT, { outletId: evening, publisherId: tern });
  await submitted(copy);
  await submitted(await addArticle(project, TEXT, { outletId: tern, publisherId: tern }));
  await submitted(await addArticle(project, TEXT, { outletId: quay, publisherId: evening }));
});

type Named = { name: string } | null;
type Cell = { groupId: string; articles: number; counts: { own: object } };
type Listed = { outlet: Named; publisher: Named };

/** Everything that tells of outlets, as a coordinator reads it. */
async function everything() {
  const get = async (path: string) => {
    const answer = await call(lead, "GET", `/projects/${project}${path}`);
    expect([path, answer.status]).toEqual([path, 200]);
    return answer;
  };
  const named = ({ body }: Answer) => body["items"].map((one: Listed) => `${one.outlet?.name} / ${one.publisher?.name}`);
  const cells = ({ body }: Answer) => body["cells"].map((cell: Cell) => [body["outlets"].find((one: { id: string }) => one.id === cell.groupId)?.name, cell.articles, cell.counts.own]);
  const plan = await call(lead, "POST", `/projects/${project}/assignments/plan`, { strategy: "everyone", articles: { outletIds: [tern] } });
  expect(plan.status, plan.text).toBe(200);
  return {
    list: named(await get("/articles")),
    byOutlet: named(await get(`/articles?outletId=${tern}`)),
    byPublisher: named(await get(`/articles?publisherId=${tern}`)),
    outlets: (await get("/outlets")).body["items"].map((one: { name: string; merged: object[]; articles: object }) => [one.name, one.merged.length, one.articles]),
    stance: cells(await get("/stance?by=outlet")),
    publishers: cells(await get("/stance?by=publisher")),
    behind: (await get(`/stance/spans?target=${council}&outlet=${tern}`)).body["items"].length,
    kept: await rows("SELECT article_id, target_id, own_critical, publisher_critical FROM rollup_article ORDER BY 1, 2"),
    plan: plan.body["works"],
    progress: (await get("/progress")).body["outlets"],
    spans: (await get("/export/spans.jsonl")).text.trim().split("\n").map((line) => JSON.parse(line)).map((span) => `${span.outlet} / ${span.publisher}`).sort(),
    document: (await call(ann, "GET", `/projects/${project}/articles/${copy.articleId}`)).body["outlet"],
  };
}

describe("a merge of outlets", () => {
  it("shows at once in lists, filters, figures, plans, progress and exports, and is undone to the letter", async () => {
    const before = await everything();
    expect(before.list).toEqual(["Evening Tern / Daily Tern", "Daily Tern / Daily Tern", "Quay Standard / Evening Tern"]);
    const done = await merge(evening, tern);
    expect(done, done.text).toMatchObject({ status: 200, body: { articles: 2, outlet: { id: tern, merged: [{ id: evening, name: "Evening Tern", version: 2 }], articles: { outlet: 2, publisher: 3 } } } });
    const after = await everything();
    expect(after.list).toEqual(["Daily Tern / Daily Tern", "Daily Tern / Daily Tern", "Quay Standard / Daily Tern"]);
    expect([after.byOutlet.length, after.byPublisher.length, after.behind]).toEqual([2, 3, before.behind + 1 + 1]);
    expect(after.outlets).toEqual([["Daily Tern", 1, { outlet: 2, publisher: 3 }], ["Quay Standard", 0, { outlet: 1, publisher: 0 }]]);
    // The copy is the outlet's own now: its headline counts as the outlet's.
    expect(before.stance).toContainEqual(["Evening Tern", 1, { advocacy: 0, neutral: 0, critical: 1 }]);
    expect(after.stance).toContainEqual(["Daily Tern", 2, { advocacy: 0, neutral: 0, critical: 4 }]);
    expect(after.publishers).toEqual([["Daily Tern", 3, { advocacy: 0, neutral: 0, critical: 6 }]]);
    expect(after.spans.filter((line) => line.includes("Evening"))).toEqual([]);
    expect([before.plan, after.plan]).toEqual([1, 2]);
    expect(after.progress.map((one: { name: string; submitted: number }) => [one.name, one.submitted])).toEqual([["Daily Tern", 2], ["Quay Standard", 1]]);
    expect(after.document).toMatchObject({ id: tern });
    expect((await unmerge(evening)).body).toMatchObject({ articles: 2, outlet: { id: evening, version: 3, merged: [] } });
    expect(await everything()).toEqual(before);
  });

  it("keeps the names: an article that gives the merged one counts under the other, and nobody else may take it", async () => {
    await merge(evening, tern);
    const added = await call(lead, "POST", `/projects/${project}/articles`, { text: "Boats\nThey ran.", outletName: "evening tern" });
    expect(added.body["outlet"]).toMatchObject({ id: tern });
    expect(await call(lead, "POST", outlets(), { name: "Evening Tern" })).toMatchObject({ status: 409, body: { detail: "“Evening Tern” is already a name of the outlet “Evening Tern”, which is merged into “Daily Tern”.", other: { id: tern } } });
    expect(await call(lead, "PATCH", `${outlets()}/${tern}`, { version: 1, aliases: ["Evening Tern"] })).toMatchObject({ status: 409, body: { detail: "“Evening Tern” is already a name of the outlet “Evening Tern”, which is merged into this one and brings it along." } });
  });

  it("is one level deep: no chain, no circle, not into itself, not twice", async () => {
    expect(await merge(tern, tern)).toMatchObject({ status: 422, body: { errors: [{ path: "/intoId" }] } });
    expect((await merge(evening, tern)).status).toBe(200);
    expect(await merge(quay, evening)).toMatchObject({ status: 422, body: { detail: "“Evening Tern” is merged into “Daily Tern” itself. Choose “Daily Tern”.", root: { id: tern } } });
    expect(await merge(tern, evening)).toMatchObject({ status: 422 });
    expect(await merge(tern, quay)).toMatchObject({ status: 409, body: { merged: [{ id: evening }] } });
    expect(await merge(evening, quay, 2)).toMatchObject({ status: 409 });
    expect(await merge(evening, quay, 1)).toMatchObject({ status: 409, body: { current: { version: 2 } } });
    expect(await unmerge(quay, 1)).toMatchObject({ status: 409 });
    expect(await rows("SELECT count(*)::int AS n FROM outlet WHERE merged_into_id IS NOT NULL")).toEqual([{ n: 1 }]);
  });

  it("made both ways at the same moment ends in one merge, never in a circle", async () => {
    const answers = await Promise.all([merge(tern, evening), merge(evening, tern), merge(quay, tern), merge(quay, evening)]);
    expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
    const pointers = await rows<{ deep: boolean }>("SELECT EXISTS (SELECT FROM outlet r WHERE r.id = o.merged_into_id AND r.merged_into_id IS NOT NULL) AS deep FROM outlet o WHERE o.merged_into_id IS NOT NULL");
    expect(pointers.length).toBe(answers.filter(({ status }) => status === 200).length);
    expect(pointers.filter(({ deep }) => deep)).toEqual([]);
  });

  it("is for coordinators", async () => {
    for (const who of [ann, await addMember(project, "reviewer"), await addMember(project, "observer")]) expect((await merge(evening, tern, 1, who)).status).toBe(403);
  });

  it("hides the names and sites of the merged one from whoever reads blind", async () => {
    await call(lead, "PATCH", `${outlets()}/${evening}`, { version: 1, domains: ["evening.example"] });
    await merge(evening, tern, 2);
    await call(lead, "PATCH", `/projects/${project}`, { version: 1, sourceBlind: true });
    const text = "Boats\nThe Evening Tern wrote it on evening.example yesterday.";
    const article = await addArticle(project, text, { outletId: tern });
    await assign(ann, article);
    expect((await call(ann, "GET", `/projects/${project}/articles/${article.articleId}`)).body["text"]).toBe(`Boats\nThe ${MASK.repeat(12)} wrote it on ${MASK.repeat(15)} yesterday.`);
  });
});
