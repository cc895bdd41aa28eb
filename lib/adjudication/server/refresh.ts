import "server-only";
import { onBehalfOf, type Actor, type MemberActor } from "@/lib/accounts/server/actor";
import { refreshArticles } from "@/lib/annotations/server/rollup/refresh";
import { newId } from "@/lib/kernel/id";
import { row, rows, transaction, type Sql } from "@/lib/platform/database";
import { clusterAgreement, facetsOf } from "../facets";
import { isDecided } from "../standing";
import { readState } from "./article-state";
import { BASIS } from "./marks";

/** How often the row of an article is written that others decide on just then. */
const TRIES = 5;
/** So many articles are brought up to date when somebody opens the queue; the worker does the rest. */
export const REFRESHED_AT_ONCE = 40;

// Written only where nobody decided meanwhile: what was counted would no longer hold.
const WRITE = `
INSERT INTO adjudication AS j (project_id, article_id, basis, annotators, clusters, unanimous, undecided, agreement, first_submitted_at, facets)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
ON CONFLICT (project_id, article_id) DO UPDATE SET basis = excluded.basis, annotators = excluded.annotators, clusters = excluded.clusters, unanimous = excluded.unanimous,
  undecided = excluded.undecided, agreement = excluded.agreement, first_submitted_at = excluded.first_submitted_at, facets = excluded.facets
WHERE j.version = $11 RETURNING j.state`;

/**
 * Computes anew what the queue says of an article: clusters, what of them is undecided, agreement, facets. An article
 * that was settled and has something undecided again (marks came or changed, the text was corrected) is opened, with
 * a decision of nobody's on record. Safe to run at any time and as often as one likes.
 */
export async function refreshArticle(actor: MemberActor, articleId: string): Promise<void> {
  for (let tries = 0; tries < TRIES; tries++) if (await refreshOnce(actor, articleId)) return;
}

// Read outside of a transaction: where something moved meanwhile, the version or the basis says so, and it is read again.
async function refreshOnce(actor: MemberActor, articleId: string): Promise<boolean> {
  const before = await row<{ version: number }>("SELECT version FROM adjudication WHERE project_id = $1 AND article_id = $2", [actor.projectId, articleId]);
  const { marks, decisions, standing, undecided } = await readState(actor, articleId);
  const open = marks.clusters.filter(({ key }) => !isDecided(standing.clusters.get(key)));
  const gaps = decisions.filter(({ reason }) => reason === "codebook_gap").length;
  const first = marks.annotators.map(({ firstSubmittedAt }) => firstSubmittedAt).sort()[0] ?? null;
  const unanimous = marks.clusters.filter(({ state }) => state === "unanimous").length;
  const values = [actor.projectId, articleId, marks.basis, marks.annotators.length, marks.clusters.length, unanimous, undecided, clusterAgreement(marks.clusters), first, JSON.stringify(facetsOf(open, gaps)), before?.version ?? 0];
  return transaction(async (tx) => {
    const written = await row<{ state: string }>(WRITE, values, tx);
    if (written?.state === "settled" && undecided > 0) await openAgain(actor, articleId, "", tx);
    return written !== undefined;
  });
}

/**
 * Opens a settled article again because of what happened to it, in nobody's name: its settlement is replaced by a
 * decision without a member. `note` may say what became of it.
 */
export async function openAgain(actor: MemberActor, articleId: string, note: string, tx: Sql): Promise<void> {
  await rows(
    `WITH was AS (
       SELECT d.* FROM decision d WHERE d.project_id = $1 AND d.article_id = $2 AND d.subject = 'article' AND d.outcome = 'settled' AND NOT EXISTS (SELECT FROM decision_replaced x WHERE x.project_id = $1 AND x.decision_id = d.id)
     ), made AS (
       INSERT INTO decision (project_id, id, article_id, revision_id, codebook_version_id, number, subject, outcome, method, note)
       SELECT $1, $3, $2, was.revision_id, was.codebook_version_id, (SELECT max(number) + 1 FROM decision WHERE project_id = $1 AND article_id = $2), 'article', 'reopened', 'reopened', $4 FROM was LIMIT 1 RETURNING id
     ), replaced AS (INSERT INTO decision_replaced (project_id, decision_id, by_id) SELECT $1, was.id, made.id FROM was, made)
     UPDATE adjudication SET state = 'open', settled_by = NULL, settled_at = NULL, version = version + 1 WHERE project_id = $1 AND article_id = $2`,
    [actor.projectId, articleId, newId(), note],
    tx,
  );
  await refreshArticles(actor, [articleId], tx);
}

/** Articles with counted work, or with a row, whose row says something else than their marks do; the longest waiting first. */
const STALE = `
SELECT ar.id FROM article ar LEFT JOIN adjudication j ON j.project_id = ar.project_id AND j.article_id = ar.id
WHERE ar.project_id = $1 AND ar.state <> 'archived' AND (j.article_id IS NOT NULL OR EXISTS (SELECT FROM article_progress g WHERE g.project_id = ar.project_id AND g.article_id = ar.id AND g.submitted > 0))
  AND j.basis IS DISTINCT FROM ${BASIS} ORDER BY ar.id LIMIT $2`;

/** Brings the rows of at most `most` articles of the project up to date. Answers with how many were not. */
export async function refreshStale(actor: MemberActor, most = REFRESHED_AT_ONCE): Promise<number> {
  const stale = await rows<{ id: string }>(STALE, [actor.projectId, most]);
  for (const { id } of stale) await refreshArticle(actor, id);
  return stale.length;
}

/** The recurring job: goes through the projects until everything is up to date or `milliseconds` have passed by `now`. */
export async function refreshAdjudications(actor: Actor, now: () => number, milliseconds = 20_000): Promise<number> {
  if (actor.kind !== "job" && actor.kind !== "operator") return 0;
  const until = now() + milliseconds;
  let refreshed = 0;
  const projects = await rows<{ projectId: string; memberId: string }>(
    `SELECT DISTINCT ON (m.project_id) m.project_id AS "projectId", m.id AS "memberId" FROM member m JOIN project p ON p.id = m.project_id AND p.archived_at IS NULL WHERE m.role = 'coordinator' AND m.state = 'active' ORDER BY m.project_id, m.id`,
  );
  for (const { projectId, memberId } of projects) {
    const member = await onBehalfOf(actor, projectId, memberId);
    for (let some = 1; member && some > 0 && now() < until; refreshed += some) some = await refreshStale(member, 10);
  }
  return refreshed;
}
