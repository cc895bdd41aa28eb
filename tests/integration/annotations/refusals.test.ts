import { beforeEach, describe, expect, it } from "vitest";
import { rows } from "@/lib/platform/database";
import { call } from "@/tests/factories/call";
import { addArticle, addMember, addTarget, assign, makeProject, spanOver, type TestArticle, type TestMember } from "@/tests/factories/world";
import { emptyBeforeEach } from "@/tests/support/database";

emptyBeforeEach();

let project: string, lead: TestMember, ann: TestMember, article: TestArticle, target: string, assignment: string;
beforeEach(async () => {
  project = await makeProject();
  [lead, ann] = [await addMember(project, "coordinator"), await addMember(project, "annotator")];
  article = await addArticle(project, "Headline\nThe council bungled it.");
  target = await addTarget(project, "Council");
  assignment = await assign(ann, article);
});
const at = (rest: string) => `/projects/${project}/${rest}`;

describe("a span", () => {
  it("is not moved to a target that is no longer in use, and that is what the refusal says", async () => {
    const old = await addTarget(project, "Old mayor");
    await call(lead, "POST", at(`targets/${old}/archive`), { version: 1 });
    const span = spanOver(article, "bungled", target);
    await call(ann, "POST", at(`assignments/${assignment}/spans`), span);
    const moved = await call(ann, "PATCH", at(`spans/${span.id}`), { version: 1, targetId: old });
    expect([moved.status, moved.body["detail"]]).toEqual([422, "The target “Old mayor” is no longer in use."]);
    const stale = await call(ann, "PATCH", at(`spans/${span.id}`), { version: 7, targetId: old });
    expect([stale.status, stale.body["current"]]).toEqual([409, expect.objectContaining({ version: 1 })]);
  });

  it("is answered under its id in small letters, as it is stored", async () => {
    const span = spanOver(article, "bungled", target);
    const made = await call(ann, "POST", at(`assignments/${assignment}/spans`), { ...span, id: span.id.toUpperCase() });
    expect([made.status, made.body["id"]]).toEqual([201, span.id]);
    expect(await rows("SELECT answer->>'id' AS id FROM operation")).toEqual([{ id: span.id }]);
  });

  it("of a withdrawn assignment is no longer listed for its author", async () => {
    await call(ann, "POST", at(`assignments/${assignment}/spans`), spanOver(article, "bungled", target));
    const list = () => call(ann, "GET", at(`articles/${article.articleId}/spans`));
    expect((await list()).status).toBe(200);
    await call(lead, "DELETE", at("assignments"), { articleIds: [article.articleId], memberIds: [ann.memberId] });
    expect([(await list()).status, (await call(ann, "GET", at(`articles/${article.articleId}`))).status]).toEqual([404, 404]);
  });
});

it("leaves archived articles out of the queue beside the text and of what comes next", async () => {
  const [shelved, other] = [await addArticle(project, "Shelved"), await addArticle(project, "Other")];
  await assign(ann, shelved);
  const next = await assign(ann, other);
  await call(lead, "POST", at(`articles/${shelved.articleId}/archive`), { version: 1 });
  const queue = (await call(ann, "GET", at(`assignments/${assignment}/document`))).body["queue"];
  expect([queue.total, queue.nextId, queue.items.map((item: { title: string }) => item.title)]).toEqual([2, next, ["Headline", "Other"]]);
  await call(ann, "PUT", at(`assignments/${assignment}/judgements/${target}`), { version: 0, value: 0 });
  expect((await call(ann, "POST", at(`assignments/${assignment}/submit`), { version: 2, confirmEmpty: true })).body["nextId"]).toBe(next);
});
