import { beforeEach, describe, expect, it } from "vitest";
import { newId } from "@/lib/kernel/id";
import { rows } from "@/lib/platform/database";
import { call } from "@/tests/factories/call";
import { addArticle, addMember, addOutlet, assign, makeProject, type TestArticle, type TestMember } from "@/tests/factories/world";
import { emptyBeforeEach } from "@/tests/support/database";

emptyBeforeEach();
let lead: TestMember, coder: TestMember, articles: TestArticle[];
const list = (who = lead) => call(who, "GET", `/projects/${lead.projectId}/compare`);
const makeSet = async (name: string, ids: readonly string[], kind = "event"): Promise<string> => (await call(lead, "POST", `/projects/${lead.projectId}/article-sets`, { name, kind, articleIds: ids })).body["id"] as string;

beforeEach(async () => {
  lead = await addMember(await makeProject(), "coordinator");
  coder = await addMember(lead.projectId, "annotator");
  const outlets = [await addOutlet(lead.projectId, "Tern"), await addOutlet(lead.projectId, "Quay Standard"), null];
  articles = [];
  for (const [i, text] of ["Pier shut\nThe board closed the pier.", "Board shuts pier\nThe pier is closed.", "Storm\nA storm at sea."].entries()) articles.push(await addArticle(lead.projectId, text, { outletId: outlets[i]! }));
  await rows("UPDATE article SET published_on = '2026-05-08'::date + n FROM (SELECT id AS x, (row_number() OVER (ORDER BY created_at, id))::int AS n FROM article) q WHERE q.x = article.id");
});

describe("the events that can be compared", () => {
  it("are the sets of one event, with days, outlets and what was noted", async () => {
    const ids = articles.map((one) => one.articleId);
    const setId = await makeSet("Pier closure", ids);
    await makeSet("Reading list", ids, "other");
    const [a, b] = [...ids.slice(0, 2)].sort();
    const revision = (id: string) => articles.find((one) => one.articleId === id)!.revisionId;
    const verdict = (verdictIs: string, start: number, more = "") => rows(`INSERT INTO comparison_verdict (project_id, id, subject, article_id, revision_id, start_offset, end_offset, other_article_id, other_revision_id, other_start_offset, other_end_offset, verdict ${more && ", withdrawn_at"}) VALUES ($1, gen_random_uuid(), 'fact', $2, $3, $6, $6 + 2, $4, $5, 0, 4, $7 ${more})`, [lead.projectId, a, revision(a!), b, revision(b!), start, verdictIs]);
    await verdict("conflict", 0);
    await verdict("same", 1);
    await verdict("conflict", 2, ", now()");
    for (const deleted of [null, new Date()]) await rows("INSERT INTO omission (project_id, id, set_id, article_id, revision_id, start_offset, end_offset, quote, deleted_at) VALUES ($1, $2, $3, $4, $5, 0, 4, 'Pier', $6)", [lead.projectId, newId(), setId, ids[1], articles[0]!.revisionId, deleted]);
    const { status, body } = await list();
    expect(status).toBe(200);
    expect(body["items"]).toEqual([{ id: setId, name: "Pier closure", articles: 3, works: 3, outlets: ["Quay Standard", "Tern"], outletCount: 2, from: "2026-05-09", to: "2026-05-11", omissions: 1, conflicts: 1 }]);
  });

  it("leave archived articles out, and name an empty set to whoever can fill it", async () => {
    await makeSet("Pier closure", [articles[0]!.articleId]);
    expect((await call(lead, "POST", `/projects/${lead.projectId}/articles/${articles[0]!.articleId}/archive`, { version: 1 })).status).toBe(200);
    expect((await list()).body["items"]).toMatchObject([{ articles: 0, outlets: [], from: null }]);
  });

  it("are nothing for an annotator before the reveal, and afterwards those with articles of theirs", async () => {
    await makeSet("Pier closure", articles.slice(0, 2).map((one) => one.articleId));
    await makeSet("Storm", [articles[2]!.articleId]);
    await assign(coder, articles[0]!);
    const before = await list(coder);
    expect([before.status, before.body["code"]]).toEqual([404, "not_found"]);
    expect((await call(lead, "POST", `/projects/${lead.projectId}/reveal`, { version: 1 })).status).toBe(200);
    expect((await list(coder)).body["items"]).toMatchObject([{ name: "Pier closure", articles: 1, outlets: ["Tern"] }]);
    expect((await list()).body["items"]).toHaveLength(2);
  });
});
