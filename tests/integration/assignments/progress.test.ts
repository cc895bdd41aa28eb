import { beforeEach, describe, expect, it } from "vitest";
import { newId } from "@/lib/kernel/id";
import { row, rows } from "@/lib/platform/database";
import { call } from "@/tests/factories/call";
import { addArticle, addMember, addOutlet, addTarget, makeProject, spanOver, type TestArticle, type TestMember } from "@/tests/factories/world";
import { emptyBeforeEach } from "@/tests/support/database";

emptyBeforeEach();
let lead: TestMember, reviewer: TestMember, coders: TestMember[], articles: TestArticle[], base: string, target: string, outlet: string;
const read = async (query = "", who = lead) => (await call(who, "GET", `${base}/progress${query}`)).body;
const names = async () => new Map((await rows<{ id: string; pseudonym: string }>("SELECT id, pseudonym FROM member")).map((one) => [one.id, one.pseudonym]));

beforeEach(async () => {
  const projectId = await makeProject();
  lead = await addMember(projectId, "coordinator");
  reviewer = await addMember(projectId, "reviewer");
  coders = [await addMember(projectId, "annotator"), await addMember(projectId, "annotator")];
  outlet = await addOutlet(projectId, "The Daily Tern");
  target = await addTarget(projectId, "Town council");
  articles = [];
  for (let n = 0; n < 4; n++) articles.push(await addArticle(projectId, `Article ${n}\nThe council bungled the closure again.`, { outletId: n < 3 ? outlet : null }));
  base = `/projects/${projectId}`;
});

const give = () => call(lead, "POST", `${base}/assignments`, { all: true, everyone: true });
async function work(coder: TestMember, article: TestArticle, upTo: "marked" | "submitted"): Promise<void> {
  const { id } = (await row<{ id: string }>("SELECT id FROM assignment WHERE member_id = $1 AND article_id = $2", [coder.memberId, article.articleId]))!;
  expect((await call(coder, "POST", `${base}/assignments/${id}/spans`, spanOver(article, "bungled", target))).status).toBe(201);
  if (upTo === "marked") return;
  await call(coder, "PUT", `${base}/assignments/${id}/judgements/${target}`, { version: 0, value: -1 });
  expect((await call(coder, "POST", `${base}/assignments/${id}/submit`, { version: 0 })).status).toBe(200);
}

describe("progress", () => {
  it("is told for a project in which nothing happened", async () => {
    expect(await read()).toMatchObject({ work: { assigned: 0, submitted: 0 }, phases: [], outlets: [], days: [], waiting: [], finish: { day: null, reason: "nothing_assigned" }, articles: { all: { value: 4, more: false } } });
    expect(await read("/articles")).toEqual({ items: [], next: null });
  });

  it("is right at every step of the work", async () => {
    await give();
    expect(await read()).toMatchObject({ work: { assigned: 8, inProgress: 0, submitted: 0 }, finish: { reason: "too_few" }, articles: { untouched: { value: 4 } } });
    await work(coders[0]!, articles[0]!, "marked");
    expect(await read()).toMatchObject({ work: { assigned: 7, inProgress: 1, submitted: 0 }, labels: [{ id: "framing", labels: [{ n: 0 }, { n: 0 }, { n: 0 }] }] });
    await work(coders[1]!, articles[0]!, "submitted");
    await work(coders[1]!, articles[3]!, "submitted");
    const found = await read();
    expect(found).toMatchObject({
      work: { assigned: 5, inProgress: 1, returned: 0, submitted: 2 },
      phases: [{ phase: "main", submitted: 2 }],
      articles: { done: { value: 0 }, waiting: { value: 2 }, untouched: { value: 2 } },
      outlets: [{ outletId: outlet, name: "The Daily Tern", assigned: 4, inProgress: 1, submitted: 1 }, { outletId: null, name: null, assigned: 1, submitted: 1 }],
      days: [{ submitted: 2, people: 1 }],
      waiting: [{ memberId: coders[0]!.memberId, articles: 2, who: [{ memberId: coders[1]!.memberId, articles: 2 }] }],
    });
    expect(found["labels"][0].labels.find((one: { id: string }) => one.id === "critical").n).toBe(2);
    expect(found["annotators"]).toHaveLength(2);
    expect(found["annotators"].find((one: { memberId: string }) => one.memberId === coders[1]!.memberId)).toMatchObject({ submitted: 2, assigned: 2, lastDay: found["today"], pace: null, passed: null, left: false });
    expect(await read("", reviewer)).toEqual(found);
  });

  it("counts practice apart, and takes it for no pace", async () => {
    await give();
    await rows("UPDATE project SET practice_threshold = 0.7");
    const practised = newId();
    await rows("INSERT INTO assignment (project_id, id, article_id, member_id, phase, round, state) VALUES ($1, $2, $3, $4, 'practice', 2, 'assigned')", [lead.projectId, practised, articles[1]!.articleId, coders[0]!.memberId]);
    await rows("INSERT INTO rollup_progress VALUES ($1, $2, $3, 'practice', 'assigned', 1)", [lead.projectId, coders[0]!.memberId, outlet]);
    await rows("INSERT INTO practice_result (project_id, assignment_id, article_id, member_id, kind, score, hits, missed, extra, different) VALUES ($1, $2, $3, $4, 'practice', 0.8, 4, 1, 0, 0)", [lead.projectId, practised, articles[1]!.articleId, coders[0]!.memberId]);
    const gold = (await row<{ id: string }>("SELECT id FROM assignment WHERE member_id = $1 AND round = 1 LIMIT 1", [coders[0]!.memberId]))!.id;
    await rows("INSERT INTO practice_result (project_id, assignment_id, article_id, member_id, kind, score, hits, missed, extra, different) VALUES ($1, $2, $3, $4, 'gold', 0.5, 1, 1, 0, 0)", [lead.projectId, gold, articles[0]!.articleId, coders[0]!.memberId]);
    const found = await read();
    expect(found["work"].assigned).toBe(8);
    const own = (progress: Record<string, { memberId: string }[]>) => progress["annotators"]!.find((one) => one.memberId === coders[0]!.memberId);
    expect(own(found)).toMatchObject({ assigned: 4, practice: { assigned: 1 }, practiceScore: { score: 0.8, n: 1 }, gold: { score: 0.5, n: 1 }, passed: false });
    expect(own(await read("", reviewer))).toMatchObject({ gold: null });
  });

  it("says what people who left still hold, and does not wait for them in the estimate", async () => {
    await give();
    for (const article of articles) await work(coders[0]!, article, "submitted");
    await rows("UPDATE member SET state = 'removed', removed_at = now() WHERE id = $1", [coders[1]!.memberId]);
    expect(await read()).toMatchObject({ heldByLeavers: 4, finish: { reason: "done" }, waiting: [{ memberId: coders[1]!.memberId, articles: 4 }] });
  });

  it("lists what is overdue per person", async () => {
    await give();
    await rows("UPDATE assignment SET due_on = (now() AT TIME ZONE 'UTC')::date - 1 WHERE member_id = $1", [coders[0]!.memberId]);
    await rows("UPDATE assignment SET due_on = (now() AT TIME ZONE 'UTC')::date WHERE member_id = $1", [coders[1]!.memberId]);
    await work(coders[0]!, articles[0]!, "submitted");
    await rows("UPDATE article SET state = 'archived' WHERE id = $1", [articles[1]!.articleId]);
    expect((await read())["annotators"].map((one: { overdue: { n: number } | null }) => one.overdue?.n ?? 0)).toEqual([2, 0]);
  });

  it("counts merged outlets under the one that took them in, over several merges", async () => {
    const [second, third] = [await addOutlet(lead.projectId, "Quay Standard"), await addOutlet(lead.projectId, "Harbour Post")];
    await give();
    await rows("UPDATE outlet SET merged_into_id = $2 WHERE id = $1", [outlet, second]);
    await rows("UPDATE outlet SET merged_into_id = $2 WHERE id = $1", [second, third]);
    expect((await read())["outlets"]).toMatchObject([{ outletId: third, name: "Harbour Post", assigned: 6 }, { outletId: null, assigned: 2 }]);
  });

  it("gives articles page by page, by how far they are, with those who are open", async () => {
    await give();
    await work(coders[0]!, articles[0]!, "submitted");
    await work(coders[0]!, articles[1]!, "submitted");
    await work(coders[1]!, articles[1]!, "submitted");
    const ids = async (query: string) => (await read(`/articles${query}`))["items"].map((one: { articleId: string }) => one.articleId);
    const all = articles.map((one) => one.articleId).sort();
    expect(await ids("")).toEqual(all);
    const first = await read("/articles?limit=3");
    expect(await ids(`?limit=3&after=${first["next"]}`)).toEqual(all.slice(3));
    expect([await ids("?state=done"), await ids("?state=waiting"), (await ids("?state=untouched")).length]).toEqual([[articles[1]!.articleId], [articles[0]!.articleId], 2]);
    const pseudonyms = await names();
    expect((await read("/articles?state=waiting"))["items"]).toEqual([{ articleId: articles[0]!.articleId, title: "Article 0", outlet: "The Daily Tern", assigned: 2, submitted: 1, open: [{ memberId: coders[1]!.memberId, name: pseudonyms.get(coders[1]!.memberId), state: "assigned", dueOn: null, locked: false, left: false }] }]);
    for (const query of ["?state=archived", "?after=x", "?limit=0", "?other=1"]) expect([query, (await call(lead, "GET", `${base}/progress/articles${query}`)).status]).toEqual([query, 422]);
  });

  it("gives every table as CSV with as many cells as columns", async () => {
    await give();
    await work(coders[0]!, articles[0]!, "submitted");
    for (const [by, lines] of [["annotator", 3], ["article", 5], ["outlet", 3], ["label", 2], ["day", 2]] as const) {
      const answer = await call(lead, "GET", `${base}/progress/csv?by=${by}`);
      const records = answer.text.trimEnd().split("\r\n");
      expect([by, answer.status, records.length, new Set(records.map((line) => line.split(",").length)).size]).toEqual([by, 200, lines, 1]);
      expect(answer.headers.get("content-disposition")).toContain(`progress-${by}.csv`);
    }
    expect((await call(lead, "GET", `${base}/progress/csv?by=nothing`)).status).toBe(422);
  });

  it("is nothing for annotators and observers", async () => {
    const observer = await addMember(lead.projectId, "observer");
    for (const who of [coders[0]!, observer]) for (const path of ["", "/articles", "/csv?by=day"]) expect((await call(who, "GET", `${base}/progress${path}`)).status).toBe(403);
  });
});
