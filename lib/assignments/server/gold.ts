import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { invalid } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/id";
import { rows, type Sql } from "@/lib/platform/database";
import type { Op } from "@/lib/projects/operation";
import { runOperation } from "@/lib/projects/server/operation";
import { setLocks } from "./practice-gate";
import { COUNT_PROGRESS } from "./progress-counts";

/** Whom to give articles with a key, mixed unseen into their queue; `seed` makes the places reproducible. */
export type GoldWish = { memberIds: readonly string[]; articleIds: readonly string[]; seed: string };

/**
 * Mixes articles with a key into the queues of annotators, at places that nobody can tell from others. Who has read
 * a copy of the work before, as practice or otherwise, does not get it. Answers with how many were added.
 */
export const mixGold = (actor: MemberActor, op: Op, wish: GoldWish): Promise<{ added: number }> =>
  runOperation(actor, op, async (tx) => {
    const [articleIds, memberIds] = [[...new Set(wish.articleIds)], [...new Set(wish.memberIds)]];
    await check(actor, { ...wish, articleIds, memberIds }, tx);
    const pairs = await rows<{ articleId: string; memberId: string }>(
      `SELECT DISTINCT ON (m.id, a.work_id) a.id AS "articleId", m.id AS "memberId" FROM article a CROSS JOIN member m
       WHERE a.project_id = $1 AND a.id = ANY($2::uuid[]) AND m.project_id = $1 AND m.id = ANY($3::uuid[])
         AND NOT EXISTS (SELECT FROM assignment s JOIN article x ON x.project_id = s.project_id AND x.id = s.article_id WHERE s.project_id = $1 AND s.member_id = m.id AND x.work_id = a.work_id)
       ORDER BY m.id, a.work_id, a.created_at, a.id`,
      [actor.projectId, articleIds, memberIds],
      tx,
    );
    const ids = pairs.map(() => newId());
    await rows(
      `WITH made AS (
         INSERT INTO assignment (project_id, id, article_id, member_id) SELECT $1, x.id, x.article_id, x.member_id FROM unnest($2::uuid[], $3::uuid[], $4::uuid[]) x(id, article_id, member_id) ORDER BY x.article_id, x.member_id
         RETURNING project_id, article_id, member_id, phase, state, 1 AS d
       ), ${COUNT_PROGRESS("made")} SELECT`,
      [actor.projectId, ids, pairs.map((pair) => pair.articleId), pairs.map((pair) => pair.memberId)],
      tx,
    );
    await rows(PLACES, [actor.projectId, memberIds, ids, wish.seed], tx);
    await setLocks(actor, tx, actor.projectId, memberIds);
    return { answer: { added: pairs.length }, deed: { action: "gold.mixed", subject: "project", subjectId: actor.projectId, detail: { articleIds, memberIds, seed: wish.seed, added: pairs.length } } };
  });

// What is not begun keeps its order; the new ones stand between, each at a place drawn from the seed.
const PLACES = `
UPDATE assignment a SET position = x.place FROM (
  SELECT q.id, (q.first + row_number() OVER (PARTITION BY q.member_id ORDER BY CASE WHEN q.fresh THEN q.drawn * q.n ELSE q.number - 0.5 END, q.id) - 1)::int AS place
  FROM (
    SELECT s.id, s.member_id, s.id = ANY($3::uuid[]) AS fresh,
           count(*) FILTER (WHERE s.id <> ALL($3::uuid[])) OVER w AS n,
           coalesce(min(s.position) FILTER (WHERE s.id <> ALL($3::uuid[])) OVER w, (SELECT coalesce(max(o.position), 0) + 1 FROM assignment o WHERE o.project_id = $1 AND o.member_id = s.member_id AND o.id <> ALL($3::uuid[]))) AS first,
           row_number() OVER (PARTITION BY s.member_id, s.id = ANY($3::uuid[]) ORDER BY s.position, s.id) AS number,
           (hashtextextended(s.article_id::text || s.member_id::text || $4, 0) & 1048575)::float8 / 1048576 AS drawn
    FROM assignment s WHERE s.project_id = $1 AND s.member_id = ANY($2::uuid[]) AND s.state = 'assigned' AND s.phase <> 'practice'
    WINDOW w AS (PARTITION BY s.member_id)
  ) q
) x WHERE a.project_id = $1 AND a.id = x.id AND a.position <> x.place`;

async function check(actor: MemberActor, wish: GoldWish, tx: Sql): Promise<void> {
  const keyed = await rows("SELECT k.article_id FROM answer_key k JOIN article a ON a.project_id = k.project_id AND a.id = k.article_id AND a.state = 'active' WHERE k.project_id = $1 AND k.article_id = ANY($2::uuid[])", [actor.projectId, wish.articleIds], tx);
  if (keyed.length !== wish.articleIds.length) throw invalid("Some of these articles have no key, are archived, or do not exist. Nothing was assigned.", { errors: [{ path: "/articleIds", message: "an article without a key" }] });
  const known = await rows("SELECT id FROM member WHERE project_id = $1 AND id = ANY($2::uuid[]) AND state = 'active' AND role = 'annotator' FOR NO KEY UPDATE", [actor.projectId, wish.memberIds], tx);
  if (known.length !== wish.memberIds.length) throw invalid("Some of these people do not annotate in the project. Nothing was assigned.", { errors: [{ path: "/memberIds", message: "not an active annotator" }] });
}
