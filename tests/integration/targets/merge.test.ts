import { beforeEach, describe, expect, it } from "vitest";
import { newId } from "@/lib/kernel/id";
import { rows } from "@/lib/platform/database";
import { call } from "@/tests/factories/call";
import { addArticle, addMember, assign, makeProject, spanOver, type TestArticle, type TestMember } from "@/tests/factories/world";
import { emptyBeforeEach } from "@/tests/support/database";

emptyBeforeEach();
let lead: TestMember, reader: TestMember, base: string;
const add = async (name: string, more: object = {}) => (await call(lead, "POST", `${base}/targets`, { name, isFocus: false, ...more })).body as { id: string; version: number };
const merge = (id: string, intoId: string, version = 1) => call(lead, "POST", `${base}/targets/${id}/merge`, { version, intoId });
const unmerge = (id: string, version = 2) => call(lead, "POST", `${base}/targets/${id}/unmerge`, { version });
const counts = () => rows("SELECT * FROM rollup_article WHERE project_id = $1 ORDER BY article_id, target_id", [lead.projectId]);

beforeEach(async () => {
  lead = await addMember(await makeProject(), "coordinator");
  reader = await addMember(lead.projectId, "annotator");
  base = `/projects/${lead.projectId}`;
});

async function mark(article: TestArticle, marks: [quote: string, target: string, framing: string][], judged: string[] = [], submit = true): Promise<string> {
  const assignment = await assign(reader, article);
  const path = `${base}/assignments/${assignment}`;
  for (const [quote, target, framing] of marks) expect((await call(reader, "POST", `${path}/spans`, spanOver(article, quote, target, { framing }))).status).toBe(201);
  for (const target of judged) expect((await call(reader, "PUT", `${path}/judgements/${target}`, { version: 0, value: 1 })).status).toBe(200);
  if (submit) expect((await call(reader, "POST", `${path}/submit`, { version: 2, confirmEmpty: true })).status).toBe(200);
  return assignment;
}

describe("merging a target", () => {
  it("counts its marks and judgements as the other's, and undoing it brings everything back exactly", async () => {
    const [group, front] = [await add("The Group"), await add("Its front", { aliases: [{ alias: "the board" }] })];
    const article = await addArticle(lead.projectId, "Quay report\nThe group is brave and the board is cruel, they said.\nMore of it.");
    const other = await addArticle(lead.projectId, "Another\nThe board is kind to all.");
    await mark(article, [["brave", group.id, "advocacy"], ["cruel", front.id, "critical"]], [front.id]);
    await mark(other, [], [front.id]);
    await mark(await addArticle(lead.projectId, "Third\nThe group is small."), [["small", group.id, "critical"]]);
    const before = await counts();

    const merged = await merge(front.id, group.id);
    expect(merged.status, merged.text).toBe(200);
    expect(merged.body).toMatchObject({ articles: 2, target: { id: group.id, merged: [{ id: front.id, name: "Its front", version: 2 }] } });
    const during = await counts();
    expect(during).not.toEqual(before);
    expect(during).toContainEqual(expect.objectContaining({ article_id: article.articleId, target_id: group.id, own_advocacy: 1, own_critical: 1 }));
    expect(during).not.toContainEqual(expect.objectContaining({ target_id: front.id }));
    expect((await call(lead, "GET", `${base}/targets`)).body["items"]).toMatchObject([{ name: "The Group", merged: [{ name: "Its front" }] }]);

    expect(await unmerge(front.id)).toMatchObject({ status: 200, body: { articles: 2, target: { name: "Its front", aliases: [{ alias: "the board" }], version: 3 } } });
    expect(await counts()).toEqual(before);
    expect((await call(lead, "GET", `${base}/targets`)).body["items"]).toMatchObject([{ name: "The Group", merged: [] }, { name: "Its front" }]);
  });

  it("keeps the marks on it, shows them under the other's name, and takes no new ones", async () => {
    const [group, front] = [await add("The Group"), await add("Its front")];
    const article = await addArticle(lead.projectId, "Quay report\nThe board is cruel and small.");
    const assignment = await mark(article, [["cruel", front.id, "critical"]], [], false);
    await merge(front.id, group.id);
    const document = (await call(reader, "GET", `${base}/assignments/${assignment}/document`)).body;
    expect(document["targets"]).toMatchObject([{ id: group.id }]);
    expect(document["formerTargets"]).toEqual([{ id: front.id, name: "The Group", rootId: group.id }]);
    expect(document["spans"]).toMatchObject([{ targetId: front.id }]);
    expect((await call(reader, "POST", `${base}/assignments/${assignment}/spans`, spanOver(article, "small", front.id))).status).toBe(422);
    await unmerge(front.id);
    expect((await call(reader, "GET", `${base}/assignments/${assignment}/document`)).body["formerTargets"]).toEqual([]);
    await call(lead, "POST", `${base}/targets/${front.id}/archive`, { version: 3 });
    expect((await call(reader, "GET", `${base}/assignments/${assignment}/document`)).body["formerTargets"]).toEqual([{ id: front.id, name: "Its front", rootId: null }]);
  });

  it("is refused into itself, nothing, what is archived, and what is merged, whose root is named", async () => {
    const [a, b, c] = [await add("A"), await add("B"), await add("C")];
    expect(await merge(a.id, a.id)).toMatchObject({ status: 422, body: { errors: [{ path: "/intoId" }] } });
    expect(await merge(a.id, newId())).toMatchObject({ status: 422, body: { errors: [{ path: "/intoId" }] } });
    await merge(b.id, c.id);
    expect(await merge(a.id, b.id)).toMatchObject({ status: 422, body: { detail: "“B” is merged into “C” itself. Choose “C”.", root: { id: c.id } } });
    await call(lead, "POST", `${base}/targets/${c.id}/archive`, { version: 1 });
    expect(await merge(a.id, c.id)).toMatchObject({ status: 422, body: { detail: expect.stringContaining("out of use") } });
  });

  it("is refused for a target that others stand below or were merged into, which are named", async () => {
    const [a, b, c] = [await add("A"), await add("B"), await add("C")];
    await merge(b.id, a.id);
    expect(await merge(a.id, c.id)).toMatchObject({ status: 409, body: { detail: "“B” is merged into “A”. Undo that first, then merge each where it belongs." } });
    await unmerge(b.id);
    await call(lead, "PATCH", `${base}/targets/${b.id}`, { version: 3, parentId: a.id });
    expect(await merge(a.id, c.id)).toMatchObject({ status: 409, body: { below: [{ name: "B" }] } });
    expect((await merge(b.id, a.id, 4)).status).toBe(200);
  });

  it("goes by version, once, and leaves the merged target alone until it is undone", async () => {
    const [a, b, c] = [await add("A"), await add("B", { aliases: [{ alias: "BB" }] }), await add("C")];
    expect(await merge(b.id, a.id, 7)).toMatchObject({ status: 409, body: { current: { version: 1 } } });
    const both = await Promise.all([merge(b.id, a.id), merge(b.id, c.id)]);
    expect(both.map((one) => one.status).toSorted()).toEqual([200, 409]);
    expect((await unmerge(b.id, 1)).status).toBe(409);
    expect(await call(lead, "PATCH", `${base}/targets/${b.id}`, { version: 2, name: "X" })).toMatchObject({ status: 409, body: { detail: expect.stringContaining("Undo that first") } });
    expect((await call(lead, "POST", `${base}/targets/${b.id}/archive`, { version: 2 })).status).toBe(409);
    expect(await call(lead, "POST", `${base}/targets`, { name: "D", parentId: b.id })).toMatchObject({ status: 422, body: { errors: [{ path: "/parentId" }] } });
    expect(await call(lead, "POST", `${base}/targets`, { name: "bb" })).toMatchObject({ status: 409, body: { detail: expect.stringContaining("which is merged into") } });
    expect(await unmerge(a.id, 1)).toMatchObject({ status: 409, body: { detail: "“A” is not merged into another target." } });
  });

  it("two that are merged into each other at the same moment make no circle", async () => {
    const [a, b] = [await add("A"), await add("B")];
    const both = await Promise.all([merge(a.id, b.id), merge(b.id, a.id)]);
    expect(both.map((one) => one.status).toSorted()).toEqual([200, 422]);
  });

  it("and a submission at the same moment leave the figures as if one came after the other", async () => {
    const [group, front] = [await add("The Group"), await add("Its front")];
    const articles = [];
    for (let i = 0; i < 6; i++) articles.push(await addArticle(lead.projectId, `Report ${i}\nThe board is cruel.`));
    const open = [];
    for (const article of articles) open.push(await mark(article, [["cruel", front.id, "critical"]], [], false));
    const answers = await Promise.all([...open.slice(0, 3).map((id) => call(reader, "POST", `${base}/assignments/${id}/submit`, { version: 2 })), merge(front.id, group.id), ...open.slice(3).map((id) => call(reader, "POST", `${base}/assignments/${id}/submit`, { version: 2 }))]);
    expect(answers.map((one) => one.status)).toEqual(Array(7).fill(200));
    expect((await counts()).map((one) => (one as { target_id: string }).target_id)).toEqual(Array(6).fill(group.id));
  });

  it("asks who it is first, and is nothing to another project", async () => {
    const [a, b] = [await add("A"), await add("B")];
    expect((await call(null, "POST", `${base}/targets/${a.id}/merge`, { version: 1, intoId: b.id })).status).toBe(401);
    expect((await call(reader, "POST", `${base}/targets/${a.id}/merge`, { version: 1, intoId: b.id })).status).toBe(403);
    const foreign = await addMember(await makeProject(), "coordinator");
    expect((await call(foreign, "POST", `${base}/targets/${a.id}/merge`, { version: 1, intoId: b.id })).status).toBe(404);
    expect((await call(foreign, "POST", `/projects/${foreign.projectId}/targets/${a.id}/merge`, { version: 1, intoId: b.id })).status).toBe(404);
    const own = (await call(foreign, "POST", `/projects/${foreign.projectId}/targets`, { name: "Own" })).body as { id: string };
    expect((await call(foreign, "POST", `/projects/${foreign.projectId}/targets/${own.id}/merge`, { version: 1, intoId: b.id })).status).toBe(422);
  });
});
