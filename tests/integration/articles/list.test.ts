import { beforeEach, describe, expect, it } from "vitest";
import { newId } from "@/lib/kernel/id";
import { rows } from "@/lib/platform/database";
import { call } from "@/tests/factories/call";
import { addArticle, addMember, addOutlet, assign, makeProject, type TestArticle, type TestMember } from "@/tests/factories/world";
import { emptyBeforeEach } from "@/tests/support/database";

emptyBeforeEach();
let lead: TestMember;
let coder: TestMember;
let peer: TestMember;
let articles: TestArticle[];
const list = (who: TestMember, query = "") => call(who, "GET", `/projects/${who.projectId}/articles${query}`);
const titles = (answer: Awaited<ReturnType<typeof list>>): string[] => answer.body["items"].map((item: { title: string }) => item.title);

beforeEach(async () => {
  const projectId = await makeProject();
  lead = await addMember(projectId, "coordinator");
  coder = await addMember(projectId, "annotator");
  peer = await addMember(projectId, "annotator");
  articles = [];
  for (let i = 0; i < 7; i++) {
    articles.push(await addArticle(projectId, `Article ${i}\nText ${i}`));
    await rows("UPDATE article SET created_at = '2026-01-01'::timestamptz + $2 * interval '1 minute' WHERE id = $1", [articles[i]!.articleId, i < 3 ? 1 : i]);
  }
});

describe("the list of articles", () => {
  it("pages in both directions without losing or repeating a row, also where moments are equal", async () => {
    const all = titles(await list(lead));
    expect(all).toHaveLength(7);
    let page = await list(lead, "?limit=3");
    expect(page.body).toMatchObject({ from: 1, previous: null, count: { value: 7, more: false } });
    const forward = [...titles(page)];
    const second = await list(lead, `?limit=3&after=${page.body["next"]}`);
    forward.push(...titles(second));
    const third = await list(lead, `?limit=3&after=${second.body["next"]}`);
    forward.push(...titles(third));
    expect(forward).toEqual(all);
    expect(third.body).toMatchObject({ from: 7, next: null });
    page = await list(lead, `?limit=3&before=${third.body["previous"]}`);
    expect(titles(page)).toEqual(all.slice(3, 6));
    expect(page.body["from"]).toBe(4);
    page = await list(lead, `?limit=3&before=${page.body["previous"]}`);
    expect(titles(page)).toEqual(all.slice(0, 3));
    expect(page.body).toMatchObject({ from: 1, previous: null });
    expect(titles(await list(lead, "?order=newest"))).toEqual(all.toReversed());
  });

  it("is narrowed by title, outlet, publisher, genre, state and work", async () => {
    const tern = await addOutlet(lead.projectId, "Tern");
    await rows("UPDATE article SET outlet_id = $2, genre = 'news', title = '100% of_it' WHERE id = $1", [articles[0]!.articleId, tern]);
    await rows("UPDATE article SET publisher_id = $2, work_id = $3 WHERE id = $1", [articles[6]!.articleId, tern, articles[5]!.workId]);
    await assign(coder, articles[1]!);
    const started = await assign(coder, articles[2]!);
    await rows("UPDATE assignment SET state = 'in_progress' WHERE id = $1", [started]);
    const done = await assign(peer, articles[3]!);
    await rows("UPDATE assignment SET state = 'submitted', submitted_at = now() WHERE id = $1", [done]);
    await rows("UPDATE article SET state = 'archived' WHERE id = $1", [articles[4]!.articleId]);

    expect(titles(await list(lead, "?title=0%25%20OF_"))).toEqual(["100% of_it"]);
    expect(titles(await list(lead, "?title=_"))).toEqual(["100% of_it"]);
    expect(titles(await list(lead, `?outletId=${tern}`))).toEqual(["100% of_it"]);
    expect(titles(await list(lead, "?outletId=unknown"))).toHaveLength(5);
    expect(titles(await list(lead, `?publisherId=${tern}`))).toEqual(["Article 6"]);
    expect(titles(await list(lead, "?genre=news"))).toEqual(["100% of_it"]);
    expect(titles(await list(lead, "?state=assigned"))).toEqual(["Article 1"]);
    expect(titles(await list(lead, "?state=in_progress"))).toEqual(["Article 2"]);
    expect(titles(await list(lead, "?state=submitted"))).toEqual(["Article 3"]);
    expect(titles(await list(lead, "?state=not_assigned")).toSorted()).toEqual(["100% of_it", "Article 5", "Article 6"]);
    expect(titles(await list(lead, "?state=archived"))).toEqual(["Article 4"]);
    expect(titles(await list(lead, "?onePerWork=true"))).not.toContain("Article 6");
    expect((await list(lead, "?onePerWork=true")).body["count"].value).toBe(5);
    const copy = (await list(lead)).body["items"].find((item: { title: string }) => item.title === "Article 5");
    expect(copy).toMatchObject({ copies: 1, counts: { assigned: 0, inProgress: 0, submitted: 0 }, progress: "not_assigned" });
  });

  it("follows an outlet to the one it was merged into", async () => {
    const [tern, gull] = [await addOutlet(lead.projectId, "Tern"), await addOutlet(lead.projectId, "Gull")];
    await rows("UPDATE article SET outlet_id = $2 WHERE id = $1", [articles[0]!.articleId, tern]);
    await rows("UPDATE outlet SET merged_into_id = $2 WHERE id = $1", [tern, gull]);
    expect((await list(lead, `?outletId=${gull}`)).body["items"][0].outlet).toEqual({ id: gull, name: "Gull" });
  });

  it.each(["?limit=101", "?limit=0", "?after=x", "?genre=poem", "?offset=5", "?after=z.0190a1b2-0000-7000-8000-000000000001.1&before=z.0190a1b2-0000-7000-8000-000000000001.1"])("refuses %s", async (query) => {
    expect((await list(lead, query)).status).toBe(422);
  });
});

describe("what an actor sees", () => {
  it("is every article for coordinator, reviewer and observer, and only assigned ones for annotators", async () => {
    const id = await assign(coder, articles[1]!);
    await assign(peer, articles[2]!);
    const [reviewer, observer] = [await addMember(lead.projectId, "reviewer"), await addMember(lead.projectId, "observer")];
    expect(titles(await list(reviewer))).toHaveLength(7);
    const seen = await list(observer);
    expect(titles(seen)).toHaveLength(7);
    expect(seen.body["items"].every((item: Record<string, unknown>) => item["counts"] === null && item["progress"] === null)).toBe(true);
    const mine = await list(coder);
    expect(mine.body).toMatchObject({ count: { value: 1 }, items: [{ title: "Article 1", own: { assignmentId: id, state: "assigned" }, counts: null, progress: null, copies: null }] });
    expect((await call(coder, "GET", `/projects/${coder.projectId}/articles/${articles[1]!.articleId}`)).body).toMatchObject({ copies: null, assigned: null, text: "Article 1\nText 1" });

    const hidden = await call(coder, "GET", `/projects/${coder.projectId}/articles/${articles[2]!.articleId}`);
    const nowhere = await call(coder, "GET", `/projects/${coder.projectId}/articles/${newId()}`);
    const malformed = await call(coder, "GET", `/projects/${coder.projectId}/articles/x`);
    const bare = (answer: { body: Record<string, unknown> }) => ({ ...answer.body, requestId: null });
    expect([hidden.status, nowhere.status, malformed.status]).toEqual([404, 404, 404]);
    expect(bare(hidden)).toEqual(bare(nowhere));
    expect(bare(malformed)).toEqual(bare(nowhere));
    await rows("UPDATE assignment SET state = 'withdrawn' WHERE id = $1", [id]);
    expect(titles(await list(coder))).toEqual([]);
  });

  it("does not depend on peers for an annotator, byte for byte", async () => {
    await assign(coder, articles[1]!);
    const before = [await list(coder), await list(coder, "?state=assigned"), await list(coder, "?onePerWork=true"), await call(coder, "GET", `/projects/${coder.projectId}/articles/${articles[1]!.articleId}`)];
    const theirs = await assign(peer, articles[1]!);
    await rows("UPDATE assignment SET state = 'submitted', submitted_at = now() WHERE id = $1", [theirs]);
    const after = [await list(coder), await list(coder, "?state=assigned"), await list(coder, "?onePerWork=true"), await call(coder, "GET", `/projects/${coder.projectId}/articles/${articles[1]!.articleId}`)];
    expect(after.map((answer) => answer.text)).toEqual(before.map((answer) => answer.text));
  });

  it("is never an article of another project", async () => {
    const other = await addMember(await makeProject(), "coordinator");
    expect(titles(await list(other))).toEqual([]);
    expect((await call(other, "GET", `/projects/${other.projectId}/articles/${articles[0]!.articleId}`)).status).toBe(404);
    expect((await list({ ...other, projectId: lead.projectId })).status).toBe(404);
  });

  it("cannot be changed by anyone but a coordinator", async () => {
    for (const who of [coder, await addMember(lead.projectId, "reviewer"), await addMember(lead.projectId, "observer")]) {
      expect((await call(who, "POST", `/projects/${lead.projectId}/articles`, { text: "x" })).status).toBe(403);
      expect((await call(who, "PATCH", `/projects/${lead.projectId}/articles/${articles[0]!.articleId}`, { version: 1, byline: "x" })).status).toBe(403);
      expect((await call(who, "POST", `/projects/${lead.projectId}/articles/${articles[0]!.articleId}/archive`, { version: 1 })).status).toBe(403);
    }
  });
});
