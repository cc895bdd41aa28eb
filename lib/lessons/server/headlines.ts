import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { conflict, notFound } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/id";
import { row, rows, type Sql } from "@/lib/platform/database";
import type { Op } from "@/lib/projects/operation";
import { runOperation } from "@/lib/projects/server/operation";
import { headlineStage, type HeadlineStage } from "../headline";
import { readLesson } from "./read-lesson";

/** A headline as one may read it. `votes` is null where one may not know them yet; `pseudonym` is for the teacher alone. */
export type Headline = {
  id: string; articleId: string; body: string; reason: string; shared: boolean; hidden: boolean; mine: boolean; chosen: boolean;
  votes: number | null; pseudonym: string | null; memberId: string | null; version: number;
};
export type Headlines = { stage: HeadlineStage; items: Headline[] };
export type HeadlineWish = { body: string; reason: string; shared: boolean; version?: number | undefined };

// An id of ours tells when it was made, and so who wrote first; its digest tells nothing.
const LIST = `
  SELECT h.id, h.article_id AS "articleId", h.body, h.reason, h.shared, h.hidden_at IS NOT NULL AS hidden, h.member_id = $2 AS mine, h.version,
         EXISTS (SELECT FROM headline_vote v WHERE v.project_id = h.project_id AND v.headline_id = h.id AND v.member_id = $2) AS chosen,
         CASE WHEN $3 OR $5 OR EXISTS (SELECT FROM headline_vote v WHERE v.project_id = h.project_id AND v.article_id = h.article_id AND v.member_id = $2)
              THEN (SELECT count(*)::int FROM headline_vote v WHERE v.project_id = h.project_id AND v.headline_id = h.id) END AS votes,
         CASE WHEN $3 THEN m.pseudonym END AS pseudonym, CASE WHEN $3 THEN m.id END AS "memberId"
  FROM headline h JOIN member m ON m.project_id = h.project_id AND m.id = h.member_id JOIN lesson_article x ON x.project_id = h.project_id AND x.article_id = h.article_id
  WHERE h.project_id = $1 AND ($3 OR h.member_id = $2 OR $4 AND h.shared AND h.hidden_at IS NULL AND m.state <> 'removed')
  ORDER BY x.position, md5(h.id::text)`;

const teaches = (actor: MemberActor): boolean => actor.role === "coordinator";

/** The headlines that the actor may read: a pupil's own always, the class's when it is time; all of them for the teacher. */
export async function readHeadlines(actor: MemberActor, tx?: Sql): Promise<Headlines> {
  const stage = headlineStage(await readLesson(actor, tx));
  const sees = actor.role === "annotator" || teaches(actor) ? stage : "own";
  const items = await rows<Headline>(LIST, [actor.projectId, actor.memberId, teaches(actor), sees !== "own", sees === "past"], tx);
  return { stage, items };
}

const own = async (actor: MemberActor, articleId: string, tx: Sql): Promise<Headline | null> =>
  (await readHeadlines(actor, tx)).items.find((one) => one.mine && one.articleId === articleId) ?? null;

/** Throws 404 for an article that the lesson has not given to the actor. Whoever writes or votes waits for a change of the lesson. */
async function holdArticle(actor: MemberActor, articleId: string, tx: Sql): Promise<void> {
  const given = await row(
    `SELECT 1 FROM lesson l JOIN lesson_article x ON x.project_id = l.project_id AND x.article_id = $2 JOIN assignment s ON s.project_id = x.project_id AND s.article_id = x.article_id AND s.member_id = $3 AND s.state <> 'withdrawn' AND NOT s.locked
     WHERE l.project_id = $1 FOR SHARE OF l`,
    [actor.projectId, articleId, actor.memberId],
    tx,
  );
  if (!given) throw notFound();
}

/** Tells the teacher and the writer; the whole class only where it reads headlines already. */
async function tell(actor: MemberActor, everybody: boolean, tx: Sql): Promise<void> {
  if (everybody) await rows("INSERT INTO outbox (project_id, kind) VALUES ($1, 'headlines')", [actor.projectId], tx);
  else await rows("INSERT INTO outbox (project_id, kind, member_id) VALUES ($1, 'writing', $2)", [actor.projectId, actor.memberId], tx);
}

/**
 * Keeps the actor's headline for one of their articles. Votes for other words than those that stand now are gone.
 * A stale `version` (none: the first time) is 409 with the row as it stands.
 */
export const writeHeadline = (actor: MemberActor, op: Op, articleId: string, wish: HeadlineWish): Promise<Headline> =>
  runOperation(actor, op, async (tx) => {
    await holdArticle(actor, articleId, tx);
    const before = await row<{ id: string; body: string; shared: boolean; version: number }>("SELECT id, body, shared, version FROM headline WHERE project_id = $1 AND member_id = $2 AND article_id = $3 FOR UPDATE", [actor.projectId, actor.memberId, articleId], tx);
    if ((before?.version ?? 0) !== (wish.version ?? 0)) throw conflict("Your headline was changed in another window.", { current: await own(actor, articleId, tx) });
    const kept = await row<{ id: string }>(
      `INSERT INTO headline (project_id, id, member_id, article_id, body, reason, shared) VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (project_id, member_id, article_id) DO UPDATE SET body = excluded.body, reason = excluded.reason, shared = excluded.shared, updated_at = now(), version = headline.version + 1
       WHERE headline.version = $8 RETURNING id`,
      [actor.projectId, newId(), actor.memberId, articleId, wish.body, wish.reason, wish.shared, wish.version ?? 0],
      tx,
    );
    // Two windows wrote their first at the same moment.
    if (!kept) throw conflict("Your headline was changed in another window.", { current: await own(actor, articleId, tx) });
    if (before && (before.body !== wish.body || !wish.shared)) await rows("DELETE FROM headline_vote WHERE project_id = $1 AND headline_id = $2", [actor.projectId, kept.id], tx);
    const { stage } = await readHeadlines(actor, tx);
    await tell(actor, stage !== "own" && (wish.shared || before?.shared === true), tx);
    const answer = await own(actor, articleId, tx);
    if (!answer) throw notFound();
    return { answer, deed: { action: "headline.written", subject: "headline", subjectId: kept.id } };
  });

/** Takes a headline off the class's screens, or puts it back. */
export const hideHeadline = (actor: MemberActor, op: Op, headlineId: string, { hidden, version }: { hidden: boolean; version: number }): Promise<Headline> =>
  runOperation(actor, op, async (tx) => {
    const found = async () => (await readHeadlines(actor, tx)).items.find(({ id }) => id === headlineId);
    await rows("SELECT 1 FROM headline WHERE project_id = $1 AND id = $2 FOR UPDATE", [actor.projectId, headlineId], tx);
    const current = await found();
    if (!current) throw notFound();
    if (current.version !== version) throw conflict("This headline changed since you looked.", { current });
    await rows("UPDATE headline SET hidden_at = CASE WHEN $3 THEN coalesce(hidden_at, now()) END, version = version + 1 WHERE project_id = $1 AND id = $2", [actor.projectId, headlineId, hidden], tx);
    const { stage } = await readHeadlines(actor, tx);
    await tell(actor, stage !== "own" && current.shared, tx);
    const answer = await found();
    if (!answer) throw notFound();
    return { answer, deed: { action: hidden ? "headline.hidden" : "headline.shown", subject: "headline", subjectId: headlineId } };
  });

/** Gives the actor's one vote for an article to a headline of somebody else that the class reads; null takes it back. Answers with what the actor may read now. */
export const vote = (actor: MemberActor, op: Op, articleId: string, headlineId: string | null): Promise<Headlines> =>
  runOperation(actor, op, async (tx) => {
    await holdArticle(actor, articleId, tx);
    const { stage, items } = await readHeadlines(actor, tx);
    if (stage === "own") throw conflict("Votes are taken when the class reads its headlines.");
    if (headlineId === null) await rows("DELETE FROM headline_vote WHERE project_id = $1 AND member_id = $2 AND article_id = $3", [actor.projectId, actor.memberId, articleId], tx);
    else {
      const chosen = items.find((one) => one.id === headlineId && one.articleId === articleId);
      if (!chosen) throw notFound();
      if (chosen.mine) throw conflict("Vote for somebody else’s headline.");
      await rows("INSERT INTO headline_vote (project_id, member_id, article_id, headline_id) VALUES ($1, $2, $3, $4) ON CONFLICT (project_id, member_id, article_id) DO UPDATE SET headline_id = excluded.headline_id, at = now()", [actor.projectId, actor.memberId, articleId, headlineId], tx);
    }
    await tell(actor, true, tx);
    return { answer: await readHeadlines(actor, tx), deed: { action: headlineId === null ? "vote.taken" : "vote.given", subject: "headline", ...(headlineId === null ? {} : { subjectId: headlineId }) } };
  });
