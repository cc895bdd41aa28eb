import { beforeAll, describe, expect, it } from "vitest";
import { job, onBehalfOf, operator, type MemberActor } from "@/lib/accounts/server/actor";
import { recountFigures } from "@/lib/annotations/server/rollup/recount";
import { invariant } from "@/lib/kernel/errors";
import { rows } from "@/lib/platform/database";
import { DEFAULT_STANCE } from "@/lib/stance/choice";
import { lookUpAllMentions, lookUpMentions, mentionsPending } from "@/lib/stance/server/mentions";
import { readSums, recompute } from "@/lib/stance/server/sums";
import { checkData } from "@/scripts/check/run";
import { call } from "@/tests/factories/call";
import { addArticle, addMember, addOutlet, addTarget, assign, makeProject, type TestArticle, type TestMember } from "@/tests/factories/world";
import { truncateAll } from "@/tests/support/database";

const TEXT = "Ferries late\nKettle Bridge was shut and Kettle Bridge stayed shut.\nSubscribe to Quay Radio";

let project: string, lead: TestMember, ann: TestMember, actor: MemberActor, article: TestArticle, other: TestArticle, bridge: string, radio: string;
const at = (path: string) => `/projects/${project}${path}`;

/** How many articles stand in the figure of a target, as it is stored, which is as it is computed. */
async function counted(targetId: string): Promise<number> {
  const choice = { ...DEFAULT_STANCE, targetIds: [targetId] };
  const [kept, anew] = [await readSums(actor, choice), await recompute(actor, choice)];
  expect(kept).toEqual(anew);
  return kept.groups[0]?.articles ?? 0;
}
const lookUp = async (): Promise<void> => { while ((await lookUpMentions(actor)) > 0); };

beforeAll(async () => {
  await truncateAll();
  project = await makeProject();
  [lead, ann] = [await addMember(project, "coordinator"), await addMember(project, "annotator")];
  const outletId = await addOutlet(project, "The Tern");
  [bridge, radio] = [await addTarget(project, "Kettle Bridge", false), await addTarget(project, "Quay Radio", false)];
  [article, other] = [await addArticle(project, TEXT, { outletId, publisherId: outletId, kinds: { 2: "chrome" } }), await addArticle(project, "Nothing here\nNobody is named.", { outletId, publisherId: outletId })];
  for (const one of [article, other]) {
    const id = await assign(ann, one);
    expect((await call(ann, "POST", at(`/assignments/${id}/submit`), { version: 1, confirmEmpty: true })).status).toBe(200);
  }
  const found = await onBehalfOf(operator(), project, lead.memberId);
  invariant(found, "the coordinator is a member");
  actor = found;
});

describe("names of targets in articles", () => {
  it("make an article count once they were looked up: certain ones, in what is read", async () => {
    expect([await counted(bridge), await mentionsPending(actor)]).toEqual([0, 2]);
    expect(await lookUpAllMentions(job(), Date.now)).toBe(2);
    expect(await mentionsPending(actor)).toBe(0);
    expect(await rows("SELECT article_id, target_id, n FROM target_mention")).toEqual([{ article_id: article.articleId, target_id: bridge, n: 2 }]);
    expect([await counted(bridge), await counted(radio)]).toEqual([1, 0]);
  });

  it("follow what blocks are, and which names there are", async () => {
    const version = async () => (await rows<{ version: number }>("SELECT version FROM article WHERE id = $1", [article.articleId]))[0]!.version;
    expect((await call(lead, "PATCH", at(`/articles/${article.articleId}/blocks`), { version: await version(), changes: [{ ordinal: 2, kind: "paragraph" }] })).status).toBe(200);
    expect(await mentionsPending(actor)).toBe(1);
    await lookUp();
    expect(await counted(radio)).toBe(1);
    const { body } = await call(lead, "GET", at("/targets"));
    const target = body["items"].find((one: { id: string }) => one.id === radio);
    expect((await call(lead, "PATCH", at(`/targets/${radio}`), { version: target.version, aliases: [{ alias: "Nobody", isAmbiguous: false }] })).status).toBe(200);
    expect(await mentionsPending(actor)).toBe(2);
    await lookUp();
    expect([await counted(bridge), await counted(radio)]).toEqual([1, 2]);
    await call(lead, "PATCH", at(`/targets/${radio}`), { version: target.version + 1, aliases: [{ alias: "Nobody", isAmbiguous: true }] });
    await lookUp();
    expect([await counted(bridge), await counted(radio)]).toEqual([1, 1]);
  });

  it("yield to what somebody judged", async () => {
    const [assignment] = await rows<{ id: string; version: number }>("SELECT id, version FROM assignment WHERE article_id = $1", [article.articleId]);
    await call(lead, "POST", at(`/assignments/${assignment!.id}/return`), { version: assignment!.version, comment: "Judge it." });
    await call(ann, "PUT", at(`/assignments/${assignment!.id}/judgements/${bridge}`), { version: 0, value: "not_addressed" });
    const document = await call(ann, "GET", at(`/assignments/${assignment!.id}/document`));
    expect((await call(ann, "POST", at(`/assignments/${assignment!.id}/submit`), { version: document.body["assignment"].version, confirmEmpty: true })).status).toBe(200);
    expect(await counted(bridge)).toBe(0);
  });
});

describe("a coordinator's word", () => {
  const path = (one: TestArticle, target: string) => at(`/articles/${one.articleId}/addresses/${target}`);

  it("makes an article count or not, whatever its names and judgements say, until it is taken back", async () => {
    const said = await call(lead, "PUT", path(article, bridge), { version: 0, addressed: true, note: "It is about nothing else." });
    expect([said.status, said.body]).toEqual([200, { targetId: bridge, target: "Kettle Bridge", addressed: true, note: "It is about nothing else.", by: expect.any(String), version: 1, named: 2 }]);
    expect(await counted(bridge)).toBe(1);
    expect((await call(lead, "PUT", path(article, radio), { version: 0, addressed: false })).status).toBe(200);
    expect(await counted(radio)).toBe(0);
    expect((await call(lead, "PUT", path(article, bridge), { version: 0, addressed: false })).body["current"]).toMatchObject({ version: 1 });
    expect((await call(lead, "PUT", path(article, bridge), { version: 1, addressed: null })).body).toMatchObject({ addressed: null, version: 2 });
    expect(await counted(bridge)).toBe(0);
    const list = await call(lead, "GET", at(`/articles/${article.articleId}/addresses`));
    expect(list.body["items"].map((one: { target: string; addressed: unknown }) => [one.target, one.addressed])).toEqual([["Kettle Bridge", null], ["Quay Radio", false]]);
  });

  it("is not for annotators before the reveal, nor of what is not there", async () => {
    expect((await call(ann, "GET", at(`/articles/${article.articleId}/addresses`))).status).toBe(404);
    expect((await call(ann, "PUT", path(article, bridge), { version: 2, addressed: true })).status).toBe(403);
    expect((await call(lead, "PUT", path(article, project), { version: 0, addressed: true })).status).toBe(404);
  });

  it("is all that counts beside marks where the project says so", async () => {
    await call(lead, "PUT", path(article, radio), { version: 1, addressed: null });
    await call(lead, "PUT", path(other, bridge), { version: 0, addressed: true });
    expect([await counted(radio), await counted(bridge)]).toEqual([1, 1]);
    const now = (await call(lead, "GET", `/projects/${project}`)).body;
    const changed = await call(lead, "PATCH", `/projects/${project}`, { version: now["version"], addressedBy: "marked", sampling: "Every article of March." });
    expect(changed.body).toMatchObject({ addressedBy: "marked", sampling: "Every article of March." });
    // Read from the marks until the worker has counted anew.
    expect([await counted(radio), await counted(bridge)]).toEqual([0, 1]);
    expect(await recountFigures(job(), Date.now)).toBe(1);
    expect([await counted(radio), await counted(bridge)]).toEqual([0, 1]);
    expect(await checkData(process.env["DATABASE_URL"] ?? "")).toEqual([]);
  });
});
