import { describe, expect, it } from "vitest";
import { row, rows } from "@/lib/platform/database";
import { call } from "@/tests/factories/call";
import { addArticle, addMember, addTarget, assign, makeProject, spanOver, type TestArticle, type TestMember } from "@/tests/factories/world";
import { emptyBeforeEach } from "@/tests/support/database";

emptyBeforeEach();

const TEXT = "Quay traders wait\nThe council bungled the closure, traders said on Friday.\nThe mayor kept her promise.";
type World = { lead: TestMember; ann: TestMember; council: string; mayor: string; articles: TestArticle[] };

async function world(): Promise<World> {
  const projectId = await makeProject();
  const [lead, ann] = [await addMember(projectId, "coordinator"), await addMember(projectId, "annotator")];
  const [council, mayor] = [await addTarget(projectId, "Council", false), await addTarget(projectId, "Mayor", false)];
  const articles = [];
  for (let i = 0; i < 4; i++) articles.push(await addArticle(projectId, `${TEXT}\nCopy ${i}.`));
  return { lead, ann, council, mayor, articles };
}

const at = (who: TestMember, path: string): string => `/projects/${who.projectId}${path}`;
const keyPath = (lead: TestMember, article: TestArticle): string => at(lead, `/articles/${article.articleId}/key`);
const keyMark = (article: TestArticle, quote: string, targetId: string, more: object = {}) => {
  const { id, parts } = spanOver(article, quote, targetId);
  return { id, parts, targetId, framing: "critical", voice: "own", labelIds: [], reason: `why ${quote}`, ...more };
};

const giveKey = (w: World, article: TestArticle, version = 0) =>
  call(w.lead, "PUT", keyPath(w.lead, article), { version, spans: [keyMark(article, "bungled", w.council), keyMark(article, "kept her promise", w.mayor, { framing: "advocacy" })], judgements: [{ targetId: w.council, value: -1 }] });

async function practise(w: World, article: TestArticle, marks: [quote: string, target: string, more?: Record<string, unknown>][]): Promise<string> {
  const id = await assign(w.ann, article);
  await rows("UPDATE assignment SET phase = 'practice' WHERE id = $1", [id]);
  return submitWith(w, id, article, marks);
}

async function submitWith(w: World, id: string, article: TestArticle, marks: [quote: string, target: string, more?: Record<string, unknown>][]): Promise<string> {
  for (const [quote, target, more] of marks) expect((await call(w.ann, "POST", at(w.ann, `/assignments/${id}/spans`), spanOver(article, quote, target, more))).status).toBe(201);
  const version = (await row<{ version: number }>("SELECT version FROM assignment WHERE id = $1", [id]))!.version;
  const done = await call(w.ann, "POST", at(w.ann, `/assignments/${id}/submit`), { version, confirmEmpty: true });
  expect([done.status, done.text]).toEqual([200, expect.anything()]);
  return id;
}

const asksFor = async (w: World, practiceThreshold: number | null, practiceMinimum = 2) => {
  const { version } = (await call(w.lead, "GET", at(w.lead, ""))).body as { version: number };
  const changed = await call(w.lead, "PATCH", at(w.lead, ""), { version, practiceThreshold, practiceMinimum });
  expect(changed.status).toBe(200);
};

const right: [string, string, Record<string, unknown>?][] = [["bungled", "council"], ["kept her promise", "mayor", { framing: "advocacy" }]];
const rightIn = (w: World): [string, string, Record<string, unknown>?][] => right.map(([quote, target, more]) => [quote, target === "council" ? w.council : w.mayor, more ?? {}]);

describe("a key", () => {
  it("is for coordinators, names every wrong place, and refuses a stale version", async () => {
    const w = await world();
    const [article] = w.articles as [TestArticle];
    expect((await call(null, "GET", keyPath(w.lead, article))).status).toBe(401);
    expect((await call(w.ann, "GET", keyPath(w.ann, article))).status).toBe(403);
    const wrong = keyMark(article, "bungled", w.council);
    const moved = await call(w.lead, "PUT", keyPath(w.lead, article), { version: 0, spans: [{ ...wrong, parts: [{ ...wrong.parts[0], quote: "Bungled" }] }], judgements: [] });
    expect([moved.status, moved.body["errors"]]).toEqual([422, [{ path: "/spans/0/parts/0/quote", message: expect.stringContaining("not what stands there") }]]);
    expect(await rows("SELECT FROM answer_key")).toEqual([]);
    expect((await giveKey(w, article)).body).toMatchObject({ version: 1, scored: 0 });
    const stale = await giveKey(w, article);
    expect([stale.status, stale.body["current"].version]).toEqual([409, 1]);
    expect((await giveKey(w, article, 1)).body["version"]).toBe(2);
  });

  it("takes an article out of every figure, also one that was read before, and brings it back when it goes", async () => {
    const w = await world();
    const [article] = w.articles as [TestArticle];
    await submitWith(w, await assign(w.ann, article), article, rightIn(w));
    const figures = () => rows("SELECT target_id, coders, own_advocacy, own_critical FROM rollup_article ORDER BY 1, 2");
    const before = await figures();
    expect(before.length).toBeGreaterThan(0);
    expect((await giveKey(w, article)).body["scored"]).toBe(1);
    expect(await figures()).toEqual([]);
    expect((await call(w.lead, "DELETE", keyPath(w.lead, article), { version: 1 })).status).toBe(200);
    expect(await figures()).toEqual(before);
    expect(await rows("SELECT FROM practice_result")).toEqual([]);
  });

  it("is made from submitted work, whose notes are the reasons", async () => {
    const w = await world();
    const [article, other] = w.articles as [TestArticle, TestArticle];
    const id = await assign(w.ann, article);
    expect((await call(w.lead, "PUT", keyPath(w.lead, article), { version: 0, fromAssignmentId: id })).status).toBe(409);
    await submitWith(w, id, article, [["bungled", w.council, { note: "a verdict" }]]);
    expect((await call(w.lead, "PUT", keyPath(w.lead, other), { version: 0, fromAssignmentId: id })).status).toBe(422);
    const made = await call(w.lead, "PUT", keyPath(w.lead, article), { version: 0, fromAssignmentId: id });
    expect(made.body["spans"]).toMatchObject([{ reason: "a verdict", framing: "critical", parts: [{ quote: "bungled" }] }]);
    expect((await row<{ score: number }>("SELECT score FROM practice_result"))?.score).toBe(1);
  });
});

describe("practice", () => {
  it("keeps the queue shut until enough practice reaches the threshold, and gives feedback mark by mark", async () => {
    const w = await world();
    const [one, two, real] = w.articles as [TestArticle, TestArticle, TestArticle];
    await giveKey(w, one);
    await giveKey(w, two);
    const locked = await assign(w.ann, real);
    await asksFor(w, 0.7);
    const queue = async () => (await call(w.ann, "GET", at(w.ann, "/assignments/mine"))).body["items"].map((item: { id: string }) => item.id);
    expect(await queue()).toEqual([]);
    for (const answer of [await call(w.ann, "GET", at(w.ann, `/assignments/${locked}/document`)), await call(w.ann, "POST", at(w.ann, `/assignments/${locked}/spans`), spanOver(real, "bungled", w.council)), await call(w.ann, "GET", at(w.ann, `/articles/${real.articleId}`))]) expect(answer.status).toBe(404);

    const first = await practise(w, one, [["bungled", w.council, { framing: "advocacy" }], ["traders", w.council]]);
    const told = (await call(w.ann, "GET", at(w.ann, `/assignments/${first}/feedback`))).body;
    expect(told["lines"].map((line: { verdict: string; own: object | null; key: { reason: string } | null; differs: string[] }) => [line.verdict, line.own !== null, line.key?.reason ?? null, line.differs])).toEqual([
      ["extra", true, null, []], ["different", true, "why bungled", ["framing"]], ["missed", false, "why kept her promise", []],
    ]);
    expect(told["judgements"]).toEqual([{ targetId: w.council, own: null, key: -1 }]);
    expect((await call(w.ann, "GET", at(w.ann, "/practice"))).body).toMatchObject({ threshold: 0.7, minimum: 2, done: 1, mean: 0, passed: false, waiting: 1 });

    await practise(w, two, rightIn(w));
    expect(await queue()).not.toContain(locked);
    // A third article, of which the last two count.
    const three = await addArticle(w.lead.projectId, `${TEXT}\nAnother.`);
    await giveKey(w, three);
    await practise(w, three, rightIn(w));
    expect((await call(w.ann, "GET", at(w.ann, "/practice"))).body).toMatchObject({ passed: true, mean: 1, waiting: 0 });
    expect(await queue()).toContain(locked);
    expect((await call(w.ann, "POST", at(w.ann, `/assignments/${locked}/spans`), spanOver(real, "bungled", w.council))).status).toBe(201);
    expect(await rows("SELECT FROM rollup_article")).toEqual([]);
  });

  it("lets a coordinator open and shut by hand; what is begun stays open", async () => {
    const w = await world();
    const [begun, waiting] = [await assign(w.ann, w.articles[0]!), await assign(w.ann, w.articles[1]!)];
    await asksFor(w, 1);
    const member = async () => (await row<{ version: number }>("SELECT version FROM member WHERE id = $1", [w.ann.memberId]))!.version;
    const qualify = async (qualified: boolean) => call(w.lead, "POST", at(w.lead, `/members/${w.ann.memberId}/qualify`), { version: await member(), qualified });
    const locks = () => rows("SELECT id, locked FROM assignment ORDER BY position");
    expect(await locks()).toEqual([{ id: begun, locked: true }, { id: waiting, locked: true }]);
    expect((await qualify(true)).status).toBe(200);
    expect((await call(w.ann, "POST", at(w.ann, `/assignments/${begun}/spans`), spanOver(w.articles[0]!, "bungled", w.council))).status).toBe(201);
    expect((await call(w.lead, "POST", at(w.lead, `/members/${w.ann.memberId}/qualify`), { version: 99, qualified: false })).status).toBe(409);
    expect((await qualify(false)).status).toBe(200);
    expect(await locks()).toEqual([{ id: begun, locked: false }, { id: waiting, locked: true }]);
    await asksFor(w, null);
    expect(await locks()).toEqual([{ id: begun, locked: false }, { id: waiting, locked: false }]);
  });

  it("opens by a key that was put right, and by a threshold that was lowered", async () => {
    const w = await world();
    await giveKey(w, w.articles[0]!);
    const real = await assign(w.ann, w.articles[1]!);
    await asksFor(w, 0.9, 1);
    await practise(w, w.articles[0]!, [["bungled", w.council]]);
    expect((await row<{ locked: boolean }>("SELECT locked FROM assignment WHERE id = $1", [real]))?.locked).toBe(true);
    await call(w.lead, "PUT", keyPath(w.lead, w.articles[0]!), { version: 1, spans: [keyMark(w.articles[0]!, "bungled", w.council)], judgements: [] });
    expect((await row<{ locked: boolean }>("SELECT locked FROM assignment WHERE id = $1", [real]))?.locked).toBe(false);
  });
});

describe("gold articles", () => {
  it("stand among the others, look like them, and are scored for the coordinator alone", async () => {
    const w = await world();
    for (let i = 0; i < 6; i++) await assign(w.ann, await addArticle(w.lead.projectId, `Headline ${i}\nSome words.`));
    const [gold, practised] = w.articles as [TestArticle, TestArticle];
    for (const article of [gold, practised]) await giveKey(w, article);
    await practise(w, practised, rightIn(w));
    const wish = (seed: string) => ({ articleIds: [gold.articleId, practised.articleId], memberIds: [w.ann.memberId], seed });
    expect((await call(w.lead, "POST", at(w.lead, "/assignments/gold"), { ...wish("a"), articleIds: [w.articles[2]!.articleId] })).status).toBe(422);
    expect((await call(w.lead, "POST", at(w.lead, "/assignments/gold"), wish("a"))).body).toEqual({ added: 1 });
    expect((await call(w.lead, "POST", at(w.lead, "/assignments/gold"), wish("a"))).body).toEqual({ added: 0 });
    const items = (await call(w.ann, "GET", at(w.ann, "/assignments/mine"))).body["items"] as { id: string; articleId: string; phase: string; title: string }[];
    const open = items.filter((item) => item.phase !== "practice");
    expect(new Set(open.map((item) => Object.keys(item).sort().join())).size).toBe(1);
    expect(open.map((item) => item.phase)).toEqual(Array(7).fill("main"));
    expect(open.filter((item) => item.title.startsWith("Headline")).map((item) => item.title)).toEqual([0, 1, 2, 3, 4, 5].map((i) => `Headline ${i}`));
    const id = open.find((item) => item.articleId === gold.articleId)!.id;
    await submitWith(w, id, gold, [["bungled", w.council]]);
    expect((await call(w.ann, "GET", at(w.ann, `/assignments/${id}/feedback`))).status).toBe(404);
    expect((await call(w.lead, "GET", at(w.lead, `/assignments/${id}/feedback`))).body).toMatchObject({ hits: 1, missed: 1, phase: "main" });
    expect(await rows("SELECT kind, score FROM practice_result ORDER BY kind")).toEqual([{ kind: "gold", score: 2 / 3 }, { kind: "practice", score: 1 }]);
  });
});
