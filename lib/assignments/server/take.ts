import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { AppError, notFound } from "@/lib/kernel/errors";
import { row, rows, type Sql } from "@/lib/platform/database";
import type { Op } from "@/lib/projects/operation";
import { runOperation } from "@/lib/projects/server/operation";
import type { BlocksSpec } from "../plan/wish";
import type { Refresh } from "./assign";
import { insertPairs } from "./insert-pairs";
import { countedBlocks } from "./plan-blocks";
import { WAITS } from "./plan-people";

/** The assignment that was taken; without one, why: nothing is left for this member, or practice comes first. */
export type Taken = { assignmentId: string | null; reason: "nothing_left" | "practice_first" | "no_pool" | null };

/** Pools (batch `b`) that a member (`m`, of project `p`) may take from, as far as practice is not asked. */
const POOL_OF_MEMBER = `b.strategy = 'pool' AND (jsonb_typeof(b.settings -> 'memberIds') IS DISTINCT FROM 'array' OR b.settings -> 'memberIds' ? m.id::text)`;
const OPEN_TO_MEMBER = `${POOL_OF_MEMBER} AND (b.phase = 'practice' OR NOT ${WAITS})`;

// The order is the member's own: by a hash of seed, work and member; what was taken back from them comes last.
// Nobody gets a work of which they have a copy in this round, or one that they began in another phase of it.
const PICK = (lock: string): string => `
SELECT i.id, i.article_id AS "articleId", b.id AS "batchId", b.phase, b.round, b.seed, to_char(b.due_on, 'YYYY-MM-DD') AS "dueOn", b.settings -> 'blocks' AS blocks
FROM pool_item i
JOIN assignment_batch b ON b.project_id = i.project_id AND b.id = i.batch_id
JOIN member m ON m.project_id = i.project_id AND m.id = $2
JOIN project p ON p.id = i.project_id
JOIN article a ON a.project_id = i.project_id AND a.id = i.article_id AND a.state = 'active'
LEFT JOIN LATERAL (
  SELECT bool_or(s.state <> 'withdrawn' OR s.phase <> b.phase AND (s.submitted_at IS NOT NULL OR EXISTS (SELECT FROM span x WHERE x.project_id = s.project_id AND x.assignment_id = s.id AND x.deleted_at IS NULL))) AS bars,
         bool_or(s.state = 'withdrawn') AS back
  FROM article c JOIN assignment s ON s.project_id = c.project_id AND s.article_id = c.id AND s.member_id = $2 AND s.round = b.round
  WHERE c.project_id = $1 AND c.work_id = i.work_id
) mine ON true
WHERE i.project_id = $1 AND i.taken < i.quota AND ${OPEN_TO_MEMBER} AND mine.bars IS NOT TRUE
ORDER BY coalesce(mine.back, false), hashtextextended(i.work_id::text || $2::text, ('x' || lpad(b.seed, 16, '0'))::bit(64)::bigint), i.id
LIMIT 1 FOR UPDATE OF i ${lock}`;

type Place = { id: string; articleId: string; batchId: string; phase: string; round: number; seed: string; dueOn: string | null; blocks: BlocksSpec | null };

/**
 * Gives the actor the next article of the pools. However many people ask at once, a work never gets more people than
 * it has places: the place is locked before it is taken. First among the places that nobody is at just now; only
 * when there is none, waiting for those.
 */
export const takeNext = (actor: MemberActor, op: Op, refresh: Refresh): Promise<Taken> =>
  runOperation(actor, op, async (tx) => {
    // One request of a member after the other, and none while an assignment to them is being written.
    const me = await holdMe(actor, tx);
    const place = (await row<Place>(PICK("SKIP LOCKED"), [actor.projectId, actor.memberId], tx)) ?? (await row<Place>(PICK(""), [actor.projectId, actor.memberId], tx));
    const deed = { action: "article.taken", subject: "assignment" };
    if (!place) {
      const answer: Taken = { assignmentId: null, reason: me.open ? "nothing_left" : me.pool ? "practice_first" : "no_pool" };
      return { answer, deed: { ...deed, detail: { reason: answer.reason } } };
    }
    const blocks = place.blocks ? await countedBlocks(actor, place.blocks, [place.articleId], tx) : null;
    const { ids } = await insertPairs(actor, tx, place, [{ articleId: place.articleId, memberIds: [actor.memberId] }], blocks, refresh);
    const assignmentId = ids[0];
    if (!assignmentId) throw busy();
    await rows("UPDATE pool_item SET taken = taken + 1 WHERE project_id = $1 AND id = $2", [actor.projectId, place.id], tx);
    await rows("INSERT INTO outbox (project_id, kind, article_id, member_id) VALUES ($1, 'assigned', $2, $3)", [actor.projectId, place.articleId, actor.memberId], tx);
    const answer: Taken = { assignmentId, reason: null };
    return { answer, deed: { ...deed, subjectId: assignmentId, detail: { articleId: place.articleId, batchId: place.batchId } } };
  });

const busy = (): AppError => new AppError("unavailable", "Articles are being assigned at this moment. Nothing was lost; try again.", {}, { "Retry-After": "2" });

async function holdMe(actor: MemberActor, tx: Sql): Promise<{ pool: boolean; open: boolean }> {
  const held = await row("SELECT id FROM member WHERE project_id = $1 AND id = $2 AND state = 'active' FOR NO KEY UPDATE", [actor.projectId, actor.memberId], tx);
  if (!held) throw notFound();
  return poolsOf(actor, tx);
}

/** Whether there are pools that the actor may take from, and whether now. Does not depend on what anybody took. */
export async function poolsOf(actor: MemberActor, tx?: Sql): Promise<{ pool: boolean; open: boolean }> {
  const found = await row<{ pool: boolean; open: boolean }>(
    `SELECT count(*) > 0 AS pool, count(*) FILTER (WHERE ${OPEN_TO_MEMBER}) > 0 AS open
     FROM assignment_batch b JOIN project p ON p.id = b.project_id JOIN member m ON m.project_id = b.project_id AND m.id = $2 WHERE b.project_id = $1 AND ${POOL_OF_MEMBER}`,
    [actor.projectId, actor.memberId],
    tx,
  );
  return found ?? { pool: false, open: false };
}
