import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { operator } from "@/lib/accounts/server/actor";
import { assignNewMember } from "@/lib/assignments/server/assign-new";
import { COUNT_PROGRESS, moving } from "@/lib/assignments/server/progress-counts";
import { leavingArticle } from "@/lib/assignments/server/progress-moves";
import { newId } from "@/lib/kernel/id";
import { row, rows, transaction } from "@/lib/platform/database";
import { purgeArticle } from "@/lib/projects/server/purge";
import { PROGRESS_QUESTIONS } from "@/scripts/check/progress-questions";
import { call as ask, type Answer } from "@/tests/factories/call";
import { addArticle, addMember, addOutlet, addTarget, makeProject, spanOver, type TestArticle, type TestMember } from "@/tests/factories/world";
import { truncateAll } from "@/tests/support/database";

let lead: TestMember, coders: TestMember[], articles: TestArticle[], outlets: (string | null)[], target: string, base: string;

beforeEach(begin);
async function begin(): Promise<void> {
  await truncateAll();
  const projectId = await makeProject();
  lead = await addMember(projectId, "coordinator");
  coders = [await addMember(projectId, "annotator"), await addMember(projectId, "annotator"), await addMember(projectId, "annotator")];
  outlets = [await addOutlet(projectId, "The Daily Tern"), await addOutlet(projectId, "Quay Standard"), null];
  target = await addTarget(projectId, "Town council");
  articles = [];
  for (let n = 0; n < 4; n++) articles.push(await addArticle(projectId, `Article ${n}\nThe council bungled the closure again.`, { outletId: outlets[n % 3]! }));
  base = `/projects/${projectId}`;
}

/** A call whose answer may be a refusal, but nothing that broke (a deadlock that was not resolved, say). */
async function call(who: TestMember, method: string, path: string, body: object): Promise<Answer> {
  const answer = await ask(who, method, path, body);
  expect([method, path, answer.status < 500 || answer.text]).toEqual([method, path, true]);
  return answer;
}

/** What the counts say differently from a recount. */
async function wrong(): Promise<string[]> {
  const found = await Promise.all(PROGRESS_QUESTIONS.map((question) => rows<{ what: string }>(question.sql)));
  return found.flat().map(({ what }) => what);
}

const assignmentsOf = (who: TestMember): Promise<{ id: string; articleId: string; state: string }[]> =>
  rows(`SELECT id, article_id AS "articleId", state FROM assignment WHERE project_id = $1 AND member_id = $2 AND state IN ('assigned', 'in_progress', 'returned') ORDER BY position, id`, [who.projectId, who.memberId]);

async function insert(who: TestMember, article: TestArticle, phase: string, round: number): Promise<void> {
  await rows(
    `WITH made AS (INSERT INTO assignment (project_id, id, article_id, member_id, phase, round, position) VALUES ($1, $2, $3, $4, $5, $6, 99) ON CONFLICT DO NOTHING RETURNING *, 1 AS d), ${COUNT_PROGRESS("made")} SELECT`,
    [who.projectId, newId(), article.articleId, who.memberId, phase, round],
  );
}

async function back(who: TestMember): Promise<void> {
  const found = await rows<{ id: string }>("SELECT id FROM assignment WHERE project_id = $1 AND member_id = $2 AND state = 'submitted' ORDER BY id", [who.projectId, who.memberId]);
  const ids = found.map(({ id }) => id);
  await transaction((tx) => moving(operator(), tx, who.projectId, ids, () => rows("UPDATE assignment SET state = 'returned', version = version + 1 WHERE project_id = $1 AND id = ANY($2::uuid[])", [who.projectId, ids], tx)));
}

async function changeArticle(article: TestArticle, change: (version: number) => [method: string, path: string, body: object]): Promise<number> {
  const found = await row<{ version: number }>("SELECT version FROM article WHERE id = $1", [article.articleId]);
  if (!found) return 0;
  const [method, path, body] = change(found.version);
  return (await call(lead, method, `${base}/articles/${article.articleId}${path}`, body)).status;
}

type Step = { kind: string; who: number; what: number; other: number };
const KINDS = ["assign", "assign", "withdraw", "mark", "mark", "mark", "judge", "submit", "submit", "submit", "return", "archive", "restore", "outlet", "again", "practice", "purge"] as const;

async function take({ kind, who, what, other }: Step): Promise<void> {
  const [coder, article] = [coders[who]!, articles[what]!];
  const pair = { articleIds: [article.articleId], memberIds: [coder.memberId] };
  const open = (await assignmentsOf(coder))[0];
  switch (kind) {
    case "assign": await call(lead, "POST", `${base}/assignments`, pair); return;
    case "withdraw": await call(lead, "DELETE", `${base}/assignments`, pair); return;
    case "mark": if (open) await call(coder, "POST", `${base}/assignments/${open.id}/spans`, spanOver(articles.find((one) => one.articleId === open.articleId)!, "bungled", target, { framing: ["advocacy", "critical", "neutral"][other] })); return;
    case "judge": {
      const seen = open && (await row<{ version: number }>("SELECT version FROM judgement WHERE assignment_id = $1", [open.id]));
      if (open) await call(coder, "PUT", `${base}/assignments/${open.id}/judgements/${target}`, { version: seen?.version ?? 0, value: other - 1 });
      return;
    }
    case "submit": if (open) { await take({ kind: "judge", who, what, other }); await call(coder, "POST", `${base}/assignments/${open.id}/submit`, { version: 0, confirmEmpty: true }); } return;
    case "return": return back(coder);
    case "archive": case "restore": await changeArticle(article, (version) => ["POST", "/archive", { version, archived: kind === "archive" }]); return;
    case "outlet": await changeArticle(article, (version) => ["PATCH", "", { version, outletId: outlets[other] }]); return;
    case "again": return insert(coder, article, "main", 2);
    case "practice": return insert(coder, article, "practice", 3);
    case "purge": if (other === 0 && what === 3) await purgeArticle(operator(), article.articleId, leavingArticle).catch(() => undefined); return;
    default: throw new Error(kind);
  }
}

const step = fc.record({ kind: fc.constantFrom(...KINDS), who: fc.nat(2), what: fc.nat(3), other: fc.nat(2) });

describe("the counts of progress", () => {
  it("equal a recount after every step of whatever happens to a study", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 30 }), async (steps) => {
        await begin();
        // Everybody has everything to begin with, so that most steps find something to do.
        await call(lead, "POST", `${base}/assignments`, { all: true, everyone: true });
        for (const [n, one] of steps.entries()) {
          await take(one).catch((error: Error & { code?: string }) => { if (!/purged|foreign key/.test(error.message)) throw error; });
          expect([n, one.kind, await wrong()]).toEqual([n, one.kind, []]);
        }
      }),
      { numRuns: 8 },
    );
  }, 180_000);

  it("count a whole life of one assignment where it belongs", async () => {
    await call(lead, "POST", `${base}/assignments`, { articleIds: [articles[0]!.articleId], memberIds: [coders[0]!.memberId] });
    const counts = () => rows<{ state: string; outlet: string }>("SELECT state, outlet_id AS outlet FROM rollup_progress WHERE n <> 0");
    expect(await counts()).toEqual([{ state: "assigned", outlet: outlets[0] }]);
    await take({ kind: "mark", who: 0, what: 0, other: 1 });
    expect(await counts()).toEqual([{ state: "in_progress", outlet: outlets[0] }]);
    expect(await changeArticle(articles[0]!, (version) => ["PATCH", "", { version, outletId: outlets[1] }])).toBe(200);
    expect(await counts()).toEqual([{ state: "in_progress", outlet: outlets[1] }]);
    await take({ kind: "submit", who: 0, what: 0, other: 1 });
    expect(await rows("SELECT label, n FROM rollup_label WHERE n <> 0")).toEqual([{ label: "critical", n: 1 }]);
    expect(await changeArticle(articles[0]!, (version) => ["POST", "/archive", { version, archived: true }])).toBe(200);
    expect(await counts()).toEqual([]);
    expect(await rows("SELECT FROM rollup_label WHERE n <> 0")).toEqual([]);
    expect(await changeArticle(articles[0]!, (version) => ["POST", "/archive", { version, archived: false }])).toBe(200);
    expect(await counts()).toEqual([{ state: "submitted", outlet: outlets[1] }]);
    expect(await rows("SELECT assigned, submitted FROM article_progress")).toEqual([{ assigned: 1, submitted: 1 }]);
    await purgeArticle(operator(), articles[0]!.articleId, leavingArticle);
    expect([await counts(), await rows("SELECT FROM article_progress"), await rows("SELECT FROM rollup_day WHERE submitted <> 0")]).toEqual([[], [], []]);
  });

  it("stay right when a change is refused", async () => {
    await call(lead, "POST", `${base}/assignments`, { all: true, everyone: true });
    const path = `${base}/articles/${articles[0]!.articleId}`;
    expect((await call(lead, "POST", `${path}/archive`, { version: 99, archived: true })).status).toBe(409);
    expect((await call(lead, "PATCH", path, { version: 99, outletId: null })).status).toBe(409);
    expect((await call(lead, "PATCH", path, { version: 1, outletId: newId() })).status).toBe(422);
    expect((await call(lead, "POST", `${base}/articles/${newId()}/archive`, { version: 1, archived: true })).status).toBe(404);
    expect(await wrong()).toEqual([]);
  });

  it("stay right when somebody joins again: submitted work that a coordinator withdrew stays away", async () => {
    await rows("UPDATE project SET assign_everyone = true WHERE id = $1", [lead.projectId]);
    await call(lead, "POST", `${base}/assignments`, { all: true, everyone: true });
    await take({ kind: "mark", who: 0, what: 0, other: 1 });
    await take({ kind: "submit", who: 0, what: 0, other: 1 });
    await call(lead, "DELETE", `${base}/assignments`, { all: true, memberIds: [coders[0]!.memberId] });
    expect(await wrong()).toEqual([]);
    await transaction((tx) => assignNewMember(operator(), tx, coders[0]!));
    expect(await wrong()).toEqual([]);
    expect(await rows("SELECT label FROM rollup_label WHERE n > 0")).toEqual([]);
    expect(await rows("SELECT FROM assignment WHERE state = 'submitted'")).toEqual([]);
  });

  it("stay right while twenty people mark and submit, and articles are archived, moved and assigned at the same time", async () => {
    for (let n = coders.length; n < 20; n++) coders.push(await addMember(lead.projectId, "annotator"));
    await call(lead, "POST", `${base}/assignments`, { all: true, everyone: true });
    const work = coders.map(async (coder, who) => {
      for (let n = 0; n < 3; n++) {
        await take({ kind: "mark", who, what: n, other: n });
        await take({ kind: "submit", who, what: n, other: n });
      }
      if (who % 4 === 0) await back(coder);
    });
    const office = (async () => {
      for (let n = 0; n < 12; n++) {
        await take({ kind: ["archive", "outlet", "restore", "outlet"][n % 4]!, who: 0, what: n % 2, other: n % 3 });
        await call(lead, n % 2 ? "POST" : "DELETE", `${base}/assignments`, { articleIds: [articles[3]!.articleId], everyone: true });
      }
    })();
    await Promise.all([...work, office]);
    expect(await wrong()).toEqual([]);
    expect((await row<{ n: number }>("SELECT count(*)::int AS n FROM assignment WHERE first_submitted_at IS NOT NULL"))!.n).toBeGreaterThan(20);
  });
});
