import { beforeAll, describe, expect, it } from "vitest";
import type { AdjudicationDocument } from "@/lib/adjudication/server/document";
import { onBehalfOf, operator, type MemberActor } from "@/lib/accounts/server/actor";
import { recountProject } from "@/lib/annotations/server/rollup/recount";
import { invariant } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/id";
import { randomFrom, type Random } from "@/lib/kernel/random";
import { row, rows } from "@/lib/platform/database";
import { checkData } from "@/scripts/check/run";
import { DEFAULT_STANCE, type StanceChoice } from "@/lib/stance/choice";
import { readObservations } from "@/lib/stance/server/observations";
import { readSums, recompute } from "@/lib/stance/server/sums";
import type { Sums } from "@/lib/stance/sums";
import { adopting, rejecting } from "@/tests/factories/adjudication";
import { call } from "@/tests/factories/call";
import { addArticle, addMember, addOutlet, addTarget, assign, makeProject, spanOver, type TestArticle, type TestMember } from "@/tests/factories/world";
import { truncateAll } from "@/tests/support/database";

const TEXT = "Harbour levy doubled\nThe council doubled the levy and the mayor hid.\nTraders cheered, a clerk said, while others wept.\nMore from the harbour";
const WORDS = ["doubled", "council", "levy", "mayor hid", "cheered", "a clerk said", "wept", "others", "Harbour levy", "More from"];
const CHANGES = 240;

let project: string, lead: TestMember, people: TestMember[], actor: MemberActor;
let outlets: string[], targets: string[], articles: TestArticle[];
const random: Random = randomFrom(20261127n);
const one = <T>(of: readonly T[]): T => of[random.below(of.length)]!;
const at = (path: string) => `/projects/${project}${path}`;
/** How often each way of changing something did so. */
const done: Record<string, number> = {};

/** A change that may be refused because of what is there (a conflict, nothing to do), but never because of how it is said. */
async function change(way: string, who: TestMember, method: string, path: string, payload: unknown): Promise<void> {
  const { status, text } = await call(who, method, path, payload);
  invariant([200, 201, 409].includes(status) || text.includes("page chrome"), `${way}: ${status} ${text}`);
  if (status < 300) done[way] = (done[way] ?? 0) + 1;
}

beforeAll(async () => {
  await truncateAll();
  project = await makeProject();
  lead = await addMember(project, "coordinator");
  people = [await addMember(project, "annotator"), await addMember(project, "annotator"), await addMember(project, "annotator")];
  outlets = [await addOutlet(project, "The Tern"), await addOutlet(project, "Quay Post"), await addOutlet(project, "Buoy Daily")];
  targets = [await addTarget(project, "Council", false), await addTarget(project, "Mayor", false), await addTarget(project, "Clerks", false)];
  await rows("UPDATE target SET parent_id = $2 WHERE id = $1", [targets[2], targets[0]]);
  articles = [];
  for (let i = 0; i < 9; i++) {
    const [outletId, publisherId] = [i % 4 === 3 ? null : outlets[i % 3]!, outlets[(i * 2) % 3]!];
    articles.push(await addArticle(project, `${TEXT} ${i}`, { outletId, publisherId, ...(i % 3 === 2 ? { workId: articles[i - 2]!.workId } : {}) }));
  }
  const found = await onBehalfOf(operator(), project, lead.memberId);
  invariant(found, "the coordinator is a member");
  actor = found;
});

async function submit(): Promise<void> {
  const [who, article] = [one(people), one(articles)];
  const open = await row<{ id: string; state: string }>("SELECT id, state FROM assignment WHERE article_id = $1 AND member_id = $2", [article.articleId, who.memberId]);
  if (open?.state === "submitted") return;
  const [active] = await rows("SELECT 1 FROM article WHERE id = $1 AND state = 'active'", [article.articleId]);
  if (!active) return;
  if (open?.state === "withdrawn") return change("giveAgain", lead, "POST", at("/assignments"), { articleIds: [article.articleId], memberIds: [who.memberId] });
  const id = open?.id ?? (await assign(who, article));
  const inUse = (await rows<{ id: string }>("SELECT id FROM target WHERE merged_into_id IS NULL ORDER BY id")).map((target) => target.id);
  const marks = random.below(5);
  for (let i = 0; i < marks; i++) {
    const voice = one(["own", "own", "quoted", "embedded", null]);
    await change("mark", who, "POST", at(`/assignments/${id}/spans`), spanOver(article, one(WORDS), one(inUse), { framing: one(["advocacy", "neutral", "critical", "critical"]), voice, attribution: voice === "quoted" ? "direct" : null, directness: one(["direct", "direct", "indirect"]), device: one(["words", "facts", null]) }));
  }
  if (random.below(2) === 0) await change("judge", who, "PUT", at(`/assignments/${id}/judgements/${one(inUse)}`), { version: 0, value: one([-2, 0, 1, "unclear", "not_addressed"]) });
  const { body } = await call(who, "GET", at(`/assignments/${id}/document`));
  await change("submit", who, "POST", at(`/assignments/${id}/submit`), { version: body["assignment"].version, confirmEmpty: true });
}

async function settle(): Promise<void> {
  const path = at(`/articles/${one(articles).articleId}`);
  const document = (await call(lead, "GET", `${path}/adjudication`)).body as AdjudicationDocument;
  for (const cluster of document.clusters ?? []) await call(lead, "POST", `${path}/decisions`, random.below(4) === 0 ? rejecting(cluster) : adopting(cluster));
  for (const { targetId, values } of document.judgements ?? []) await call(lead, "POST", `${path}/decisions`, { id: newId(), subject: "judgement", targetId, outcome: "settled", method: "adopted", value: values[0]!.value });
  const { body } = await call(lead, "GET", `${path}/adjudication`);
  if (body["adjudication"]) await change("settle", lead, "POST", `${path}/settle`, { version: body["adjudication"].version });
}

async function reopen(): Promise<void> {
  const settled = await row<{ id: string }>("SELECT d.id FROM adjudication j JOIN decision d ON d.article_id = j.article_id AND d.subject = 'cluster' AND d.outcome = 'settled' WHERE j.state = 'settled' ORDER BY d.id LIMIT 1");
  if (settled) await change("reopen", lead, "POST", at(`/decisions/${settled.id}/reopen`), { note: "" });
}

const submittedWork = () =>
  row<{ id: string; articleId: string; version: number }>(`SELECT id, article_id AS "articleId", version FROM assignment WHERE state = 'submitted' ORDER BY md5(id::text || $1) LIMIT 1`, [String(random.next())]);

async function giveBack(): Promise<void> {
  const found = await submittedWork();
  if (found) await change("giveBack", lead, "POST", at(`/assignments/${found.id}/return`), { version: found.version, comment: "Look again." });
}

async function withdraw(): Promise<void> {
  const found = await submittedWork();
  if (found) await change("withdraw", lead, "DELETE", at(`/assignments/${found.id}`), { version: found.version });
}

/** Gives an article a key, with which it counts nowhere, or takes it away. */
async function key(): Promise<void> {
  const keyed = await row<{ articleId: string; version: number }>(`SELECT article_id AS "articleId", version FROM answer_key LIMIT 1`);
  if (keyed) return change("unkey", lead, "DELETE", at(`/articles/${keyed.articleId}/key`), { version: keyed.version });
  const found = await submittedWork();
  if (found) await change("key", lead, "PUT", at(`/articles/${found.articleId}/key`), { version: 0, fromAssignmentId: found.id });
}

const versionOf = async (table: string, id: string): Promise<number> => (await row<{ version: number }>(`SELECT version FROM ${table} WHERE id = $1`, [id]))?.version ?? 0;

async function merge(table: "outlet" | "target", of: readonly string[]): Promise<void> {
  const id = one(of);
  const merged = await row("SELECT FROM " + table + " WHERE id = $1 AND merged_into_id IS NOT NULL", [id]);
  const others = await rows<{ id: string }>("SELECT id FROM " + table + " WHERE id <> $1 AND id = ANY($2::uuid[]) AND merged_into_id IS NULL ORDER BY id", [id, of]);
  if (others.length === 0) return;
  const intoId = one(others).id;
  await change(`${merged ? "unmerge" : "merge"} ${table}`, lead, "POST", at(`/${table}s/${id}/${merged ? "unmerge" : "merge"}`), { version: await versionOf(table, id), ...(merged ? {} : { intoId }) });
}

async function changeArticle(): Promise<void> {
  const { articleId } = one(articles);
  const wish = one<Record<string, unknown>>([{ publisherId: one(outlets) }, { outletId: one([...outlets, null]) }, { genre: one(["news", "opinion"]) }, { publishedOn: one(["2024-01-02", null]) }, { workOf: one([null, ...articles.map((other) => other.articleId).filter((id) => id !== articleId)]) }]);
  await change("changeArticle", lead, "PATCH", at(`/articles/${articleId}`), { version: await versionOf("article", articleId), ...wish });
}

async function changeBlocks(): Promise<void> {
  const { articleId } = one(articles);
  const version = await versionOf("article", articleId);
  await change("changeBlocks", lead, "PATCH", at(`/articles/${articleId}/blocks`), { version, changes: [{ ordinal: random.below(4), kind: one(["chrome", "headline", "paragraph", "quotation"]) }], confirm: true });
}

async function archive(): Promise<void> {
  const { articleId } = one(articles);
  const found = await row<{ state: string }>("SELECT state FROM article WHERE id = $1", [articleId]);
  await change("archive", lead, "POST", at(`/articles/${articleId}/archive`), { version: await versionOf("article", articleId), archived: found?.state === "active" });
}

const WAYS = [submit, submit, submit, submit, settle, settle, reopen, giveBack, () => merge("outlet", outlets), () => merge("target", targets), changeArticle, changeArticle, changeBlocks, changeBlocks, withdraw, key, archive];

const CHOICES: Partial<StanceChoice>[] = [{}, { by: "publisher" }, { data: "raw" }, { children: true }, { device: "words", directness: "any" }, { source: "shown" }, { genre: "news" }, { codebookVersion: 1, by: "publisher" }, { from: "2024-01-01", children: true, device: "facts" }];
const choiceOf = (more: Partial<StanceChoice>): StanceChoice => ({ ...DEFAULT_STANCE, targetIds: targets, ...more });

/** The same with every number rounded to 12 decimals, since the order of sums may differ. */
const rounded = (sums: Sums): unknown => JSON.parse(JSON.stringify(sums), (_, value: unknown) => (typeof value === "number" ? Math.round(value * 1e12) / 1e12 + 0 : value));

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const grouped = <T>(items: readonly T[], key: (item: T) => string): T[][] => [...new Set(items.map(key))].map((name) => items.filter((item) => key(item) === name));

describe("counts that are kept", () => {
  it(`are what is computed anew from the marks, after each of ${CHANGES} random changes`, async () => {
    let [spans, settledSeen] = [0, 0];
    for (let i = 0; i < 12; i++) await submit();
    for (let i = 0; i < CHANGES; i++) {
      await one(WAYS)();
      const choice = choiceOf(CHOICES[i % CHOICES.length]!);
      for (const now of [choiceOf({}), choiceOf({ by: "publisher" }), choice]) {
        const kept = await readSums(actor, now);
        expect(rounded(kept), `change ${i}`).toEqual(rounded(await recompute(actor, now)));
        spans += kept.groups.reduce((sum, group) => sum + group.spans, 0);
        settledSeen += kept.groups.reduce((sum, group) => sum + group.settledArticles, 0);
      }
    }
    expect(spans).toBeGreaterThan(1000);
    expect(settledSeen).toBeGreaterThan(0);
    const happened = Object.entries(done).filter(([, times]) => times > 1).map(([way]) => way);
    expect(happened).toEqual(expect.arrayContaining(["submit", "settle", "giveBack", "merge outlet", "merge target", "changeArticle", "changeBlocks"]));
    expect(await checkData(process.env["DATABASE_URL"] ?? "")).toEqual([]);
  }, 240_000);

  it("sum what coders made of articles: coder, article, work, outlet, each a plain mean", async () => {
    for (const more of CHOICES)
      for (const voice of ["own", "quoted", "all"] as const) {
        const choice = choiceOf({ ...more, voice });
        const { groups } = await readSums(actor, choice);
        for (const group of groups) {
          const seen = await readObservations(actor, choice, { targetId: group.targetId, groupId: group.groupId });
          const works = grouped(seen, (each) => each.workId).map((work) => mean(grouped(work, (each) => each.articleId).map((article) => mean(article.map((each) => each.value)))));
          expect(group[voice]?.n).toBe(works.length);
          expect(group[voice]?.mean).toBeCloseTo(mean(works), 12);
        }
      }
  });

  it("hold every one of two submissions at once for one outlet", async () => {
    const fresh = await Promise.all([0, 1, 2, 3].map((i) => addArticle(project, `${TEXT} at once ${i}`, { outletId: outlets[0]!, publisherId: outlets[0]! })));
    const open = await Promise.all(fresh.map(async (article, i) => ({ who: people[i % 3]!, id: await assign(people[i % 3]!, article) })));
    for (const [i, { who, id }] of open.entries()) expect((await call(who, "POST", at(`/assignments/${id}/spans`), spanOver(fresh[i]!, "levy", targets[0]!))).status).toBe(201);
    const answers = await Promise.all(open.map(({ who, id }) => call(who, "POST", at(`/assignments/${id}/submit`), { version: 2, confirmEmpty: true })));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    for (const by of ["outlet", "publisher"] as const) expect(rounded(await readSums(actor, choiceOf({ by })))).toEqual(rounded(await recompute(actor, choiceOf({ by }))));
  });

  it("are read from the marks where they no longer hold, and made anew by the worker", async () => {
    const before = await readSums(actor, choiceOf({}));
    await rows("UPDATE project SET rollup_version = 0");
    for (const table of ["rollup_mark", "rollup_coder", "rollup_judgement", "rollup_article", "rollup_outlet"]) await rows(`DELETE FROM ${table}`);
    expect(rounded(await readSums(actor, choiceOf({})))).toEqual(rounded(before));
    expect(await recountProject(actor)).toBe(true);
    expect(await row("SELECT rollup_version FROM project")).toEqual({ rollup_version: 1 });
    expect(rounded(await readSums(actor, choiceOf({})))).toEqual(rounded(before));
    // The last random changes may have merged all outlets into one.
    expect(before.groups.length).toBeGreaterThan(0);
  });
});
