import { beforeEach, describe, expect, it } from "vitest";
import { operator } from "@/lib/accounts/server/actor";
import { assignNewMember } from "@/lib/assignments/server/assign-new";
import { newId } from "@/lib/kernel/id";
import { row, rows, transaction } from "@/lib/platform/database";
import { call } from "@/tests/factories/call";
import { addArticle, addMember, addTarget, makeProject, spanOver, type TestArticle, type TestMember } from "@/tests/factories/world";
import { emptyBeforeEach } from "@/tests/support/database";

emptyBeforeEach();
let lead: TestMember;
let coders: TestMember[];
let articles: TestArticle[];
let path: string;
const give = (body: Record<string, unknown>) => call(lead, "POST", path, body);
const take = (body: Record<string, unknown>) => call(lead, "DELETE", path, body);
const mine = (who: TestMember, query = "") => call(who, "GET", `${path}/mine${query}`);

beforeEach(async () => {
  lead = await addMember(await makeProject(), "coordinator");
  coders = [await addMember(lead.projectId, "annotator"), await addMember(lead.projectId, "annotator")];
  articles = [];
  for (let i = 0; i < 3; i++) articles.push(await addArticle(lead.projectId, `Article ${i}\nThe mayor ${i}`));
  path = `/projects/${lead.projectId}/assignments`;
});

describe("assigning", () => {
  it("gives everything to everyone once, however often it is asked, also at the same moment", async () => {
    const answers = await Promise.all([1, 2, 3].map(() => give({ all: true, everyone: true })));
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200]);
    expect(answers.reduce((sum, answer) => sum + answer.body["created"], 0)).toBe(6);
    expect((await give({ all: true, everyone: true })).body).toEqual({ articles: 3, members: 2, created: 0, restored: 0, kept: 6 });
    expect(await row("SELECT count(*)::int AS n FROM assignment")).toEqual({ n: 6 });
    expect((await rows<{ id: string }>("SELECT id FROM assignment")).every(({ id }) => id[14] === "7" && "89ab".includes(id[19]!))).toBe(true);
  });

  it("gives named articles to named members, behind those they have", async () => {
    await give({ articleIds: [articles[2]!.articleId], memberIds: [coders[0]!.memberId] });
    await give({ articleIds: [articles[0]!.articleId, articles[1]!.articleId, articles[0]!.articleId.toUpperCase()], memberIds: [coders[0]!.memberId, lead.memberId] });
    const queue = await mine(coders[0]!);
    expect(queue.body["items"].map((item: { title: string; position: number }) => [item.title, item.position])).toEqual([["Article 2", 1], ["Article 0", 2], ["Article 1", 3]]);
    expect(queue.body["counts"]).toEqual({ assigned: 3, inProgress: 0, returned: 0, submitted: 0, skipped: 0 });
    expect((await mine(lead)).body["items"]).toHaveLength(2);
    expect((await mine(coders[1]!)).body["items"]).toEqual([]);
  });

  it("leaves out archived articles and people who do not annotate", async () => {
    await rows("UPDATE article SET state = 'archived' WHERE id = $1", [articles[0]!.articleId]);
    expect((await give({ all: true, everyone: true })).body).toMatchObject({ articles: 2, members: 2, created: 4 });
    const observer = await addMember(lead.projectId, "observer");
    for (const body of [
      { articleIds: [articles[0]!.articleId], everyone: true },
      { articleIds: [newId()], everyone: true },
      { all: true, memberIds: [observer.memberId] },
      { all: true, memberIds: [(await addMember(await makeProject(), "annotator")).memberId] },
      { all: true },
      { all: true, articleIds: [articles[1]!.articleId], everyone: true },
    ]) expect((await give(body)).status, JSON.stringify(body)).toBe(422);
    expect((await call(coders[0]!, "POST", path, { all: true, everyone: true })).status).toBe(403);
  });

  it("withdraws and keeps the marks, and gives back what was begun as it was", async () => {
    await give({ all: true, everyone: true });
    const target = await addTarget(lead.projectId, "Mayor");
    const first = (await mine(coders[0]!)).body["items"][0];
    const article = articles[0]!;
    expect((await call(coders[0]!, "POST", `${path}/${first.id}/spans`, spanOver(article, "mayor", target))).status).toBe(201);
    expect((await take({ articleIds: [article.articleId], everyone: true })).body).toEqual({ withdrawn: 2 });
    expect((await mine(coders[0]!)).body["items"]).toHaveLength(2);
    expect((await call(coders[0]!, "GET", `/projects/${lead.projectId}/articles/${article.articleId}`)).status).toBe(404);
    expect(await row("SELECT count(*)::int AS n FROM span WHERE deleted_at IS NULL")).toEqual({ n: 1 });
    expect((await give({ all: true, everyone: true })).body).toMatchObject({ created: 0, restored: 2, kept: 4 });
    const back = await mine(coders[0]!);
    expect(back.body["items"][0]).toMatchObject({ id: first.id, state: "in_progress" });
    expect((await mine(coders[1]!)).body["counts"]).toMatchObject({ assigned: 3 });
  });

  it("lets figures follow when submitted work is withdrawn and comes back", async () => {
    await give({ articleIds: [articles[0]!.articleId], memberIds: [coders[0]!.memberId] });
    const target = await addTarget(lead.projectId, "Mayor", false);
    const { id } = (await mine(coders[0]!)).body["items"][0];
    await call(coders[0]!, "POST", `${path}/${id}/spans`, spanOver(articles[0]!, "mayor", target));
    await rows("UPDATE assignment SET state = 'submitted', submitted_at = now() WHERE id = $1", [id]);
    const figures = async () => (await row<{ n: number }>("SELECT count(*)::int AS n FROM rollup_article WHERE own_critical > 0"))?.n;
    await take({ all: true, everyone: true });
    expect(await figures()).toBe(0);
    await give({ all: true, everyone: true });
    expect(await figures()).toBe(1);
    expect(await row("SELECT state FROM assignment WHERE id = $1", [id])).toEqual({ state: "submitted" });
  });
});

describe("the own queue", () => {
  it("is paged by place and knows what comes next", async () => {
    await give({ all: true, everyone: true });
    const first = await mine(coders[0]!, "?limit=2");
    const second = await mine(coders[0]!, `?limit=2&after=${first.body["next"]}`);
    const ids = [...first.body["items"], ...second.body["items"]].map((item: { id: string }) => item.id);
    expect([ids.length, new Set(ids).size, second.body["next"]]).toEqual([3, 3, null]);
    expect((await mine(coders[0]!, "?after=1")).status).toBe(422);
    const next = async (after?: string) => (await call(coders[0]!, "GET", `${path}/next${after ? `?after=${after}` : ""}`)).body["next"]?.id ?? null;
    expect(await next()).toBe(ids[0]);
    expect(await next(ids[0])).toBe(ids[1]);
    expect(await next(ids[2])).toBe(ids[0]);
    await rows("UPDATE assignment SET state = 'submitted', submitted_at = now() WHERE id = ANY($1::uuid[])", [[ids[0], ids[1]]]);
    expect(await next(ids[1])).toBe(ids[2]);
    expect(await next(ids[2])).toBeNull();
  });

  it("says the same whatever the peers do", async () => {
    await give({ all: true, everyone: true });
    const before = [(await mine(coders[0]!)).text, (await call(coders[0]!, "GET", `${path}/next`)).text];
    await rows("UPDATE assignment SET state = 'submitted', submitted_at = now() WHERE member_id = $1", [coders[1]!.memberId]);
    expect([(await mine(coders[0]!)).text, (await call(coders[0]!, "GET", `${path}/next`)).text]).toEqual(before);
  });
});

describe("a project that assigns everything to everyone", () => {
  it("gives whoever joins every article, and misses none that is added at the same moment", async () => {
    await rows("UPDATE project SET assign_everyone = true WHERE id = $1", [lead.projectId]);
    const join = async () => {
      const person = await addMember(lead.projectId, "annotator");
      await transaction((tx) => assignNewMember(operator(), tx, person));
    };
    await Promise.all([
      ...Array.from({ length: 4 }, join),
      ...Array.from({ length: 4 }, (_, i) => call(lead, "POST", `/projects/${lead.projectId}/articles`, { text: `Added ${i}` })),
    ]);
    await Promise.all(coders.map((coder) => transaction((tx) => assignNewMember(operator(), tx, coder))));
    expect(await row("SELECT count(*)::int AS n FROM assignment")).toEqual({ n: 6 * 7 });
  });

  it("leaves others alone", async () => {
    expect(await transaction((tx) => assignNewMember(operator(), tx, coders[0]!))).toBe(0);
    await rows("UPDATE project SET assign_everyone = true WHERE id = $1", [lead.projectId]);
    expect(await transaction((tx) => assignNewMember(operator(), tx, { projectId: lead.projectId, memberId: lead.memberId }))).toBe(0);
  });
});
