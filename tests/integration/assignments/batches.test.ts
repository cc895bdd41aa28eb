import { beforeEach, describe, expect, it } from "vitest";
import { newId } from "@/lib/kernel/id";
import { row, rows } from "@/lib/platform/database";
import { call } from "@/tests/factories/call";
import { addArticle, addMember, addOutlet, addTarget, makeProject, spanOver, type TestArticle, type TestMember } from "@/tests/factories/world";
import { emptyBeforeEach } from "@/tests/support/database";

emptyBeforeEach();
let lead: TestMember;
let coders: TestMember[];
let articles: TestArticle[];
let path: string;
type Wish = Record<string, unknown>;
const preview = (wish: Wish, who: TestMember | null = lead) => call(who, "POST", `${path}/plan`, wish);
const confirm = (wish: Wish, shown: { seed: string; digest: string }) => call(lead, "POST", `${path}/batches`, { ...wish, seed: shown.seed, digest: shown.digest });
const assign = async (wish: Wish) => confirm(wish, (await preview(wish)).body as { seed: string; digest: string });
const count = async (where = "TRUE") => (await row<{ n: number }>(`SELECT count(*)::int AS n FROM assignment WHERE state <> 'withdrawn' AND ${where}`))?.n;
const loads = async () => (await rows<{ n: number }>("SELECT count(*)::int AS n FROM assignment WHERE state <> 'withdrawn' GROUP BY member_id ORDER BY 1")).map(({ n }) => n);
const holds = (list: TestArticle[]) => ({ ids: list.map(({ articleId }) => articleId) });

beforeEach(async () => {
  lead = await addMember(await makeProject(), "coordinator");
  coders = [];
  articles = [];
  for (let i = 0; i < 4; i++) coders.push(await addMember(lead.projectId, "annotator"));
  for (let i = 0; i < 12; i++) articles.push(await addArticle(lead.projectId, `Article ${i}\nThe mayor ${i} said “this is it” today.\nA second paragraph.`));
  path = `/projects/${lead.projectId}/assignments`;
});

describe("who may assign", () => {
  it("is the coordinator of the project: not a stranger, not another project's, not an annotator", async () => {
    const other = await addMember(await makeProject(), "coordinator");
    for (const way of ["plan", "batches"]) {
      const send = (who: TestMember | null) => call(who, "POST", `${path}/${way}`, { strategy: "everyone", seed: "1", ...(way === "batches" ? { digest: "x" } : {}) });
      expect((await send(null)).status).toBe(401);
      expect((await send(other)).status).toBe(404);
      expect((await send(coders[0]!)).status).toBe(403);
    }
    expect((await call(null, "GET", `${path}/batches`)).status).toBe(401);
    expect((await call(other, "GET", `${path}/batches`)).status).toBe(404);
    expect((await call(coders[0]!, "GET", `${path}/batches`)).status).toBe(403);
    expect(await count()).toBe(0);
  });
});

describe("a balanced batch", () => {
  it("is shown before anything is changed, and then done just so", async () => {
    const wish = { strategy: "balanced", perWork: 2, dueOn: "2099-01-31" };
    const shown = (await preview(wish)).body;
    expect(shown).toMatchObject({ works: 12, assignments: 24, copies: 0, warnings: [], overlap: { min: 2, max: 2, none: 0 }, short: { count: 0, items: [] } });
    expect(shown["people"].map((one: { added: number; total: number }) => [one.added, one.total])).toEqual(coders.map(() => [6, 6]));
    expect(await count()).toBe(0);
    const done = await confirm(wish, shown as never);
    expect([done.status, done.body]).toEqual([201, { batchId: expect.any(String), created: 24, restored: 0, works: 12, people: 4, places: 0 }]);
    expect([await count(), await loads()]).toEqual([24, [6, 6, 6, 6]]);
    const [batch] = (await call(lead, "GET", `${path}/batches`)).body["items"];
    expect(batch).toMatchObject({ id: done.body["batchId"], strategy: "balanced", phase: "main", round: 1, perWork: 2, seed: shown["seed"], dueOn: "2099-01-31", assignments: 24, submitted: 0, articles: 12, people: 4, places: 0 });
    expect((await call(coders[0]!, "GET", `${path}/mine`)).body["items"][0]).toMatchObject({ dueOn: "2099-01-31", phase: "main", position: 1 });
  });

  it("gives everybody an order of their own, the same again for the same seed", async () => {
    const wish = { strategy: "everyone", seed: "abc" };
    await assign(wish);
    const order = async (who: TestMember) => (await call(who, "GET", `${path}/mine`)).body["items"].map((item: { title: string }) => item.title);
    const before = [await order(coders[0]!), await order(coders[1]!)];
    expect(before[0]).not.toEqual(before[1]);
    await rows("DELETE FROM assignment");
    await assign(wish);
    expect([await order(coders[0]!), await order(coders[1]!)]).toEqual(before);
    await rows("DELETE FROM assignment");
    await assign({ ...wish, seed: "abd" });
    expect(await order(coders[0]!)).not.toEqual(before[0]);
  });

  it("is done once, however often it is sent", async () => {
    const wish = { strategy: "balanced" };
    const shown = (await preview(wish)).body;
    const op = newId();
    const send = () => call(lead, "POST", `${path}/batches`, { ...wish, seed: shown["seed"], digest: shown["digest"] }, { op });
    const answers = await Promise.all([send(), send(), send()]);
    expect(new Set(answers.map((answer) => answer.text)).size).toBe(1);
    expect([answers[0]!.status, await count()]).toEqual([201, 24]);
    expect((await confirm(wish, shown as never)).status).toBe(409);
  });

  it("answers 409 with the new preview when articles, people or assignments changed since", async () => {
    const wish = { strategy: "balanced" };
    const changes = [
      () => addArticle(lead.projectId, "Another\nOne."),
      () => rows("UPDATE article SET state = 'archived' WHERE id = $1", [articles[0]!.articleId]),
      () => addMember(lead.projectId, "annotator"),
      () => rows("UPDATE member SET state = 'removed' WHERE id = $1", [coders[3]!.memberId]),
      () => call(lead, "POST", path, { articleIds: [articles[1]!.articleId], memberIds: [coders[0]!.memberId] }),
    ];
    for (const change of changes) {
      const shown = (await preview(wish)).body;
      await change();
      const refused = await confirm(wish, shown as never);
      expect([refused.status, refused.body["code"]]).toEqual([409, "conflict"]);
      const current = refused.body["current"];
      expect(current).toMatchObject({ strategy: "balanced", seed: shown["seed"] });
      expect(current.digest).not.toBe(shown["digest"]);
    }
    const last = (await preview(wish)).body;
    expect((await confirm(wish, last as never)).status).toBe(201);
  });

  it("fills up what stands, and says when there is nothing to do", async () => {
    await call(lead, "POST", path, { all: true, memberIds: [coders[0]!.memberId] });
    const shown = (await preview({ strategy: "balanced", perWork: 2 })).body;
    expect(shown["people"].map((one: { added: number }) => one.added).toSorted()).toEqual([0, 4, 4, 4]);
    expect(shown["warnings"]).toEqual(["3 pairs of people would share no article. More articles, or more people per article, mend that.", "The new loads differ by 4, because of what people have already."]);
    await assign({ strategy: "balanced", perWork: 2 });
    expect((await preview({ strategy: "balanced", perWork: 2 })).body).toMatchObject({ assignments: 0, warnings: expect.arrayContaining(["All of this is assigned already."]) });
    expect(await count()).toBe(24);
  });

  it("brings back what was withdrawn, where it stood and with its marks", async () => {
    await call(lead, "POST", path, { articleIds: [articles[0]!.articleId], memberIds: [coders[0]!.memberId] });
    const { id } = (await call(coders[0]!, "GET", `${path}/mine`)).body["items"][0];
    await call(coders[0]!, "POST", `${path}/${id}/spans`, spanOver(articles[0]!, "mayor", await addTarget(lead.projectId, "Mayor")));
    await call(lead, "DELETE", path, { all: true, everyone: true });
    expect((await assign({ strategy: "everyone", memberIds: [coders[0]!.memberId] })).body).toMatchObject({ created: 11, restored: 1 });
    expect((await call(coders[0]!, "GET", `${path}/mine`)).body["items"][0]).toMatchObject({ id, state: "in_progress", position: 1 });
    // Marks made in one phase do not wander into another.
    await call(lead, "DELETE", path, { all: true, everyone: true });
    expect((await preview({ strategy: "everyone", phase: "pilot", memberIds: [coders[0]!.memberId] })).body).toMatchObject({ assignments: 11 });
  });
});

describe("copies of one work", () => {
  it("count once: they are left out, and whoever has one counts toward the number", async () => {
    const copy = await addArticle(lead.projectId, "Article 0 again\nThe same words.", { workId: articles[0]!.workId });
    const both = { articles: holds([articles[0]!, copy]) };
    expect((await preview({ strategy: "everyone", ...both })).body).toMatchObject({ works: 1, copies: 1, assignments: 4, warnings: ["1 article is a copy of others here. A work counts once, so it is left out."] });
    await call(lead, "POST", path, { articleIds: [copy.articleId], memberIds: [coders[0]!.memberId] });
    expect((await preview({ strategy: "balanced", perWork: 2, ...both })).body).toMatchObject({ assignments: 1 });
    await assign({ strategy: "balanced", perWork: 2, ...both });
    expect(await row("SELECT count(DISTINCT member_id)::int AS people, count(*)::int AS n FROM assignment s JOIN article a ON a.id = s.article_id WHERE a.work_id = $1", [articles[0]!.workId])).toEqual({ people: 2, n: 2 });
    const pairs = [{ articleId: articles[0]!.articleId, memberId: coders[0]!.memberId }, { articleId: copy.articleId, memberId: coders[0]!.memberId }];
    expect((await preview({ strategy: "by_hand", pairs })).body).toMatchObject({ assignments: 0 });
  });
});

describe("other strategies", () => {
  it("spread by outlet, by a reliability design and by hand", async () => {
    const outlet = await addOutlet(lead.projectId, "The Daily Tern");
    await rows("UPDATE article SET outlet_id = $1 WHERE id = ANY($2::uuid[])", [outlet, articles.slice(0, 6).map(({ articleId }) => articleId)]);
    expect((await preview({ strategy: "strata", articles: { outletIds: [outlet] }, perWork: 2 })).body).toMatchObject({ works: 6, assignments: 12 });
    expect((await preview({ strategy: "strata", articles: { outletIds: ["unknown"] }, perWork: 2 })).body).toMatchObject({ works: 6 });
    await assign({ strategy: "strata", perWork: 2 });
    expect((await rows<{ n: number }>("SELECT count(*)::int AS n FROM assignment s JOIN article a ON a.id = s.article_id GROUP BY s.member_id, a.outlet_id")).every(({ n }) => n === 3)).toBe(true);
    await rows("DELETE FROM assignment");
    expect((await assign({ strategy: "reliability", perWork: 3, share: 0.25, phase: "reliability" })).body).toMatchObject({ created: 18 });
    expect((await rows<{ n: number }>("SELECT count(*)::int AS n FROM assignment GROUP BY article_id ORDER BY 1 DESC")).map(({ n }) => n)).toEqual([3, 3, 3, ...Array.from({ length: 9 }, () => 1)]);
    expect((await preview({ strategy: "balanced", articles: { unassigned: true } })).status).toBe(422);
    await rows("DELETE FROM assignment");
    const pair = { articleId: articles[3]!.articleId, memberId: lead.memberId };
    expect((await assign({ strategy: "by_hand", pairs: [pair] })).body).toMatchObject({ created: 1, people: 1 });
    expect(await row("SELECT member_id AS \"memberId\", article_id AS \"articleId\" FROM assignment")).toEqual(pair);
  });

  it("give in a second round what each submitted in the first, in a new order", async () => {
    await assign({ strategy: "balanced", perWork: 2, seed: "1" });
    await rows("UPDATE assignment SET state = 'submitted', submitted_at = now(), first_submitted_at = now() WHERE article_id <> $1", [articles[0]!.articleId]);
    const again = await assign({ strategy: "everyone", round: 2, seed: "2" });
    expect(again.body).toMatchObject({ created: 22 });
    expect(await row("SELECT count(*)::int AS n FROM assignment s WHERE round = 2 AND NOT EXISTS (SELECT FROM assignment f WHERE f.round = 1 AND f.article_id = s.article_id AND f.member_id = s.member_id AND f.state = 'submitted')")).toEqual({ n: 0 });
    expect((await preview({ strategy: "everyone", round: 3 })).body).toMatchObject({ assignments: 0, warnings: ["Nobody here submitted these articles in round 2, so there is nothing for round 3."] });
  });
});

describe("practice", () => {
  it("locks what annotators get before they passed it, and keeps it out of their queue", async () => {
    await rows("UPDATE project SET practice_threshold = 0.6 WHERE id = $1", [lead.projectId]);
    await rows("UPDATE member SET qualified_at = now() WHERE id = $1", [coders[0]!.memberId]);
    const shown = (await preview({ strategy: "everyone" })).body;
    expect(shown["warnings"]).toEqual(["3 people have not passed practice yet and will see these articles afterwards."]);
    await assign({ strategy: "everyone", articles: holds(articles.slice(0, 2)) });
    await call(lead, "POST", path, { articleIds: [articles[3]!.articleId], everyone: true });
    await assign({ strategy: "everyone", articles: holds(articles.slice(2, 3)), phase: "practice" });
    const queue = async (who: TestMember) => (await call(who, "GET", `${path}/mine`)).body;
    expect(await queue(coders[0]!)).toMatchObject({ counts: { assigned: 4 }, afterPractice: 0 });
    expect(await queue(coders[1]!)).toMatchObject({ counts: { assigned: 1 }, afterPractice: 3 });
    expect((await queue(coders[1]!))["items"].map((item: { phase: string }) => item.phase)).toEqual(["practice"]);
  });
});

describe("parts of articles", () => {
  it("are stored with what they count, and follow the kinds of blocks", async () => {
    const wish = { strategy: "everyone", articles: holds([articles[0]!]), memberIds: [coders[0]!.memberId], blocks: { headline: true, lead: 1 } };
    await assign(wish);
    const stored = () => row<{ ordinals: number[]; n: number }>("SELECT block_ordinals AS ordinals, counted_code_points AS n FROM assignment");
    expect(await stored()).toEqual({ ordinals: [0, 1], n: "Article 0".length + "The mayor 0 said ".length + " today.".length });
    const change = (ordinal: number, kind: string, version: number) => call(lead, "PATCH", `/projects/${lead.projectId}/articles/${articles[0]!.articleId}/blocks`, { version, changes: [{ ordinal, kind }] });
    expect((await change(1, "quotation", 1)).status).toBe(200);
    expect(await stored()).toEqual({ ordinals: [0, 1], n: "Article 0".length });
    const { id } = (await call(coders[0]!, "GET", `${path}/mine`)).body["items"][0];
    const target = await addTarget(lead.projectId, "Mayor");
    expect((await call(coders[0]!, "POST", `${path}/${id}/spans`, spanOver(articles[0]!, "second", target))).status).toBe(422);
    expect((await call(coders[0]!, "POST", `${path}/${id}/spans`, spanOver(articles[0]!, "mayor", target))).status).toBe(201);
  });

  it("leave out articles that have none of them, and are refused when none has", async () => {
    const short = await addArticle(lead.projectId, "Only a headline");
    expect((await preview({ strategy: "everyone", articles: holds([short, articles[0]!]), blocks: { ordinals: [2] } })).body).toMatchObject({ works: 1, withoutBlocks: 1, warnings: ["1 article has none of the named parts and is left out."] });
    const refused = await preview({ strategy: "everyone", blocks: { kinds: ["caption"] } });
    expect([refused.status, refused.body["errors"]]).toEqual([422, [{ path: "/blocks", message: "names parts that no article has" }]]);
  });
});

describe("bad input", () => {
  it("is refused with the place that is wrong, and assigns nothing", async () => {
    const observer = await addMember(lead.projectId, "observer");
    const foreign = await addMember(await makeProject(), "annotator");
    await rows("UPDATE article SET state = 'archived' WHERE id = $1", [articles[11]!.articleId]);
    const cases: [Wish, string][] = [
      [{ strategy: "balanced", perWork: 5 }, "/perWork"],
      [{ strategy: "balanced", perWork: 0 }, "/perWork"],
      [{ strategy: "balanced", memberIds: [observer.memberId] }, "/memberIds"],
      [{ strategy: "balanced", memberIds: [foreign.memberId] }, "/memberIds"],
      [{ strategy: "balanced", memberIds: [newId()] }, "/memberIds"],
      [{ strategy: "balanced", articles: { ids: [newId()] } }, "/articles/ids"],
      [{ strategy: "balanced", articles: holds([articles[11]!]) }, "/articles/ids"],
      [{ strategy: "balanced", articles: { outletIds: [newId()] } }, "/articles"],
      [{ strategy: "balanced", seed: "not a seed" }, "/seed"],
      [{ strategy: "balanced", seed: "12345678901234567" }, "/seed"],
      [{ strategy: "balanced", dueOn: "2026-02-30" }, "/dueOn"],
      [{ strategy: "balanced", blocks: {} }, "/blocks"],
      [{ strategy: "fair" }, "/strategy"],
      [{ strategy: "balanced", phase: "late" }, "/phase"],
      [{ strategy: "reliability", share: 1.5 }, "/share"],
      [{ strategy: "by_hand" }, "/pairs"],
      [{ strategy: "balanced", pairs: [{ articleId: articles[0]!.articleId, memberId: coders[0]!.memberId }] }, "/pairs"],
      [{ strategy: "by_hand", pairs: [{ articleId: articles[0]!.articleId, memberId: observer.memberId }] }, "/memberIds"],
    ];
    for (const [wish, place] of cases) {
      const refused = await preview(wish);
      expect([JSON.stringify(wish), refused.status, refused.body["errors"]?.[0]?.path]).toEqual([JSON.stringify(wish), 422, place]);
    }
    expect((await preview({ strategy: "balanced", dueOn: "2001-01-01" })).body).toMatchObject({ assignments: 22, warnings: ["The due date is in the past."] });
    expect([await count(), await row("SELECT count(*)::int AS n FROM assignment_batch")]).toEqual([0, { n: 0 }]);
  });
});
