import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { invalid } from "@/lib/kernel/errors";
import { row, rows, type Sql } from "@/lib/platform/database";
import type { Op } from "@/lib/projects/operation";
import { runOperation } from "@/lib/projects/server/operation";
import { recountPlaces } from "./places";
import { addLabels, moving } from "./progress-counts";
import { ALL_ARTICLES, ASSIGN, EVERYONE } from "./assign-sql";

/** Which articles and which members; either all of them or named ones. */
export type Pairing = { articleIds?: readonly string[] | undefined; all?: true | undefined; memberIds?: readonly string[] | undefined; everyone?: true | undefined };
/** `kept` were assigned before and are as they were; `restored` had been withdrawn. */
export type Assigned = { articles: number; members: number; created: number; restored: number; kept: number };
/** Brings the figures of articles up to date; of a domain to the right, so the caller hands it in. */
export type Refresh = (actor: MemberActor, articleIds: readonly string[], tx: Sql) => Promise<void>;

type Written = { id: string; articleId: string; state: string; fresh: boolean };

/** Assigns articles to members in one statement. Doing it twice changes nothing. */
export const assign = (actor: MemberActor, op: Op, wish: Pairing, refresh: Refresh): Promise<Assigned> =>
  runOperation(actor, op, async (tx) => {
    const pairing = once(wish);
    const { articles, members } = await checkPairing(actor, pairing, tx);
    const written = await rows<Written>(
      ASSIGN(pairing.all ? ALL_ARTICLES : "SELECT unnest($2::uuid[])", pairing.everyone ? EVERYONE : `SELECT unnest($${pairing.all ? 2 : 3}::uuid[]) AS id`),
      [actor.projectId, ...(pairing.all ? [] : [pairing.articleIds]), ...(pairing.everyone ? [] : [pairing.memberIds])],
      tx,
    );
    // Withdrawn work that comes back submitted counts again.
    const counted = written.filter((item) => item.state === "submitted").map((item) => item.articleId);
    if (counted.length > 0) await refresh(actor, [...new Set(counted)], tx);
    await addLabels(actor, tx, written.filter((item) => item.state === "submitted").map((item) => item.id));
    await recountPlaces(actor, tx, actor.projectId, written.filter((item) => !item.fresh).map((item) => item.id));
    if (written.length > 1000) await rows("ANALYZE assignment", [], tx);
    const created = written.filter((item) => item.fresh).length;
    const answer = { articles, members, created, restored: written.length - created, kept: articles * members - written.length };
    return { answer, deed: { action: "articles.assigned", subject: "project", subjectId: actor.projectId, detail: answer } };
  });

/** Takes assignments back. Their marks are kept, but count in no figure and cannot be changed. Answers with how many. */
export const withdraw = (actor: MemberActor, op: Op, wish: Pairing, refresh: Refresh): Promise<{ withdrawn: number }> =>
  runOperation(actor, op, async (tx) => {
    const pairing = once(wish);
    await checkPairing(actor, pairing, tx);
    const meant = await rows<{ id: string }>(
      `SELECT s.id FROM assignment s WHERE s.project_id = $1 AND s.state <> 'withdrawn' AND ($2::uuid[] IS NULL OR s.article_id = ANY($2::uuid[])) AND ($3::uuid[] IS NULL OR s.member_id = ANY($3::uuid[]))
       ORDER BY s.id FOR UPDATE`,
      [actor.projectId, pairing.all ? null : pairing.articleIds, pairing.everyone ? null : pairing.memberIds],
      tx,
    );
    const ids = meant.map((one) => one.id);
    const taken = await moving(actor, tx, actor.projectId, ids, () =>
      rows<{ articleId: string; submitted: boolean }>(
        `UPDATE assignment SET state = 'withdrawn', version = version + 1 WHERE project_id = $1 AND id = ANY($2::uuid[]) RETURNING article_id AS "articleId", submitted_at IS NOT NULL AS submitted`,
        [actor.projectId, ids],
        tx,
      ),
    );
    await recountPlaces(actor, tx, actor.projectId, ids);
    const counted = [...new Set(taken.filter((item) => item.submitted).map((item) => item.articleId))];
    if (counted.length > 0) await refresh(actor, counted, tx);
    return { answer: { withdrawn: taken.length }, deed: { action: "articles.withdrawn", subject: "project", subjectId: actor.projectId, detail: { pairing, withdrawn: taken.length } } };
  });

const distinct = (ids: readonly string[] | undefined): string[] | undefined => ids && [...new Set(ids.map((id) => id.toLowerCase()))];
const once = (pairing: Pairing): Pairing => ({ ...pairing, articleIds: distinct(pairing.articleIds), memberIds: distinct(pairing.memberIds) });

async function checkPairing(actor: MemberActor, pairing: Pairing, tx: Sql): Promise<{ articles: number; members: number }> {
  const articles = await row<{ known: number }>(
    `SELECT count(*)::int AS known FROM article WHERE project_id = $1 AND state = 'active' AND ($2::uuid[] IS NULL OR id = ANY($2::uuid[]))`,
    [actor.projectId, pairing.all ? null : pairing.articleIds],
    tx,
  );
  const members = await row<{ known: number }>(
    `SELECT count(*)::int AS known FROM member WHERE project_id = $1 AND state = 'active' AND role <> 'observer' AND ($2::uuid[] IS NULL AND role = 'annotator' OR id = ANY($2::uuid[]))`,
    [actor.projectId, pairing.everyone ? null : pairing.memberIds],
    tx,
  );
  const known = { articles: articles?.known ?? 0, members: members?.known ?? 0 };
  if (!pairing.all && known.articles !== pairing.articleIds?.length)
    throw invalid("Some of these articles do not exist in the project, or are archived. Nothing was assigned.", { errors: [{ path: "/articleIds", message: "unknown or archived article" }] });
  if (!pairing.everyone && known.members !== pairing.memberIds?.length)
    throw invalid("Some of these people are not annotating in the project. Nothing was assigned.", { errors: [{ path: "/memberIds", message: "unknown, removed or observing member" }] });
  return known;
}
