import "server-only";
import type { Actor, MemberActor } from "@/lib/accounts/server/actor";
import { newId } from "@/lib/kernel/id";
import { conflict, invalid } from "@/lib/kernel/errors";
import { row, rows, type Sql } from "@/lib/platform/database";

/**
 * Brings along what counts works when articles have gone to another one; `splitFrom` is the work in which others stayed,
 * null where the articles were joined to others. Of a domain to the right, so the caller hands it in.
 */
export type WorksMoved = (actor: Actor, tx: Sql, projectId: string, articleIds: readonly string[], splitFrom: string | null) => Promise<void>;

/** Makes all that joins or splits copies in a project wait for one another; until the transaction ends. */
export const holdWorks = (actor: MemberActor, tx: Sql): Promise<unknown> => rows("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", [`copies:${actor.projectId}`], tx);

/** A work of its own. */
export async function insertWork(actor: MemberActor, tx: Sql): Promise<string> {
  const id = newId();
  await rows("INSERT INTO work (project_id, id) VALUES ($1, $2)", [actor.projectId, id], tx);
  return id;
}

/** That a person said of two articles that they are no copies of each other. */
export type Split = { articleId: string; otherId: string; memberId: string | null; at: Date };
type Member = { id: string; workId: string };
const membersOf = (actor: MemberActor, articleId: string, tx: Sql): Promise<Member[]> =>
  rows<Member>(
    `SELECT a.id, a.work_id AS "workId" FROM article x JOIN article a ON a.project_id = x.project_id AND a.work_id = x.work_id WHERE x.project_id = $1 AND x.id = $2 ORDER BY a.id`,
    [actor.projectId, articleId],
    tx,
  );

/**
 * A person says that two articles carry the same words: the article and its copies go to the work of the other one.
 * What somebody split between the two groups is taken back; where that is of other articles than this one, it must be
 * said (`confirm`), or the request is refused (409, with the pairs). Answers with the articles that moved, none where
 * they were in one work already, and the decisions that were taken back.
 */
export async function joinWorks(actor: MemberActor, tx: Sql, articleId: string, otherId: string, confirm: boolean, moved: WorksMoved): Promise<{ moved: string[]; undone: Split[] }> {
  await holdWorks(actor, tx);
  const [own, others] = [await membersOf(actor, articleId, tx), await membersOf(actor, otherId, tx)];
  const [from, to] = [own[0]?.workId, others[0]?.workId];
  if (to === undefined) throw invalid("The article that this is a copy of does not exist in the project.", { errors: [{ path: "/workOf", message: "unknown article" }] });
  if (articleId === otherId) throw invalid("An article is no copy of itself.", { errors: [{ path: "/workOf", message: "is the article itself" }] });
  const undone = await rows<Split>(
    `DELETE FROM copy_decision WHERE project_id = $1 AND decision = 'split' AND ((article_id = ANY($2::uuid[]) AND other_id = ANY($3::uuid[])) OR (article_id = ANY($3::uuid[]) AND other_id = ANY($2::uuid[])))
     RETURNING article_id AS "articleId", other_id AS "otherId", member_id AS "memberId", at`,
    [actor.projectId, own.map((one) => one.id), others.map((one) => one.id)],
    tx,
  );
  // Refused inside the transaction, which takes the deletion back.
  const unsaid = undone.filter((pair) => pair.articleId !== articleId && pair.otherId !== articleId);
  if (unsaid.length > 0 && !confirm) {
    const titles = await rows<{ title: string }>("SELECT title FROM article WHERE project_id = $1 AND id = ANY($2::uuid[]) ORDER BY created_at, id LIMIT 6", [actor.projectId, unsaid.flatMap((pair) => [pair.articleId, pair.otherId])], tx);
    throw conflict(`Somebody said of copies of these two that they are no copies of each other: ${titles.map(({ title }) => `“${title}”`).join(", ")}. Joining takes that back.`, { split: unsaid.map((pair) => ({ articleId: pair.articleId, otherId: pair.otherId })) });
  }
  await decide(actor, tx, [articleId], [otherId], "joined");
  const ids = from === to ? [] : own.map((one) => one.id);
  if (ids.length > 0) await toWork(actor, tx, ids, to, null, moved);
  return { moved: ids, undone };
}

/**
 * A person says that an article, and those that are named with it, carry other words than the rest of its work: they
 * go to a work of their own, and no import joins them again. Answers with the articles that moved.
 */
export async function splitWork(actor: MemberActor, tx: Sql, articleId: string, together: readonly string[], moved: WorksMoved): Promise<string[]> {
  await holdWorks(actor, tx);
  const all = await membersOf(actor, articleId, tx);
  const leaving = new Set([articleId, ...together]);
  const [go, stay] = [all.filter((one) => leaving.has(one.id)).map((one) => one.id), all.filter((one) => !leaving.has(one.id)).map((one) => one.id)];
  if (go.length < leaving.size) throw invalid("Not all of these articles are copies of this one any more.", { errors: [{ path: "/together", message: "names an article of another work" }] });
  if (stay.length === 0) return [];
  await decide(actor, tx, go, stay, "split");
  await toWork(actor, tx, go, await insertWork(actor, tx), all[0]!.workId, moved);
  return go;
}

const decide = (actor: MemberActor, tx: Sql, ones: readonly string[], others: readonly string[], decision: "joined" | "split"): Promise<unknown> =>
  rows(
    `INSERT INTO copy_decision (project_id, article_id, other_id, decision, member_id)
     SELECT $1, least(a.id, b.id), greatest(a.id, b.id), $4, $5 FROM unnest($2::uuid[]) AS a(id) CROSS JOIN unnest($3::uuid[]) AS b(id) ORDER BY 2, 3
     ON CONFLICT (project_id, article_id, other_id) DO UPDATE SET decision = excluded.decision, member_id = excluded.member_id, at = now()`,
    [actor.projectId, ones, others, decision, actor.memberId],
    tx,
  );

async function toWork(actor: MemberActor, tx: Sql, articleIds: readonly string[], workId: string, splitFrom: string | null, moved: WorksMoved): Promise<void> {
  const before = await row<{ ids: string[] }>("SELECT array_agg(DISTINCT work_id::text) AS ids FROM article WHERE project_id = $1 AND id = ANY($2::uuid[])", [actor.projectId, articleIds], tx);
  await rows("UPDATE article SET work_id = $3 WHERE project_id = $1 AND id = ANY($2::uuid[])", [actor.projectId, articleIds, workId], tx);
  await moved(actor, tx, actor.projectId, articleIds, splitFrom);
  await dropEmptyWorks(actor, tx, before?.ids ?? []);
}

/** Deletes those of some works to which no article belongs any more. */
export const dropEmptyWorks = (actor: MemberActor, tx: Sql, workIds: readonly string[]): Promise<unknown> =>
  rows("DELETE FROM work w WHERE w.project_id = $1 AND w.id = ANY($2::uuid[]) AND NOT EXISTS (SELECT FROM article a WHERE a.project_id = w.project_id AND a.work_id = w.id)", [actor.projectId, workIds], tx);
