import "server-only";
import type { Actor } from "@/lib/accounts/server/actor";
import { rows, type Sql } from "@/lib/platform/database";

/** How many of a pool's places (`p`) for a work are taken. */
const TAKEN = `least(p.quota, (
  SELECT count(*) FROM assignment s JOIN article a ON a.project_id = s.project_id AND a.id = s.article_id AND a.work_id = p.work_id
  WHERE s.project_id = p.project_id AND s.batch_id = p.batch_id AND s.state <> 'withdrawn')::int)`;

/**
 * Counts anew how many places of a pool are taken, for the works of these assignments: after they were withdrawn,
 * came back or went to somebody else. The places are locked first, so that a count never misses a taker.
 */
export async function recountPlaces(_actor: Actor, tx: Sql, projectId: string, assignmentIds: readonly string[]): Promise<void> {
  const places = await rows<{ id: string }>(
    `SELECT p.id FROM pool_item p WHERE p.project_id = $1 AND (p.batch_id, p.work_id) IN (
       SELECT s.batch_id, a.work_id FROM assignment s JOIN article a ON a.project_id = s.project_id AND a.id = s.article_id WHERE s.project_id = $1 AND s.id = ANY($2::uuid[]))
     ORDER BY p.id FOR UPDATE`,
    [projectId, assignmentIds],
    tx,
  );
  if (places.length === 0) return;
  await rows(
    `UPDATE pool_item p SET taken = ${TAKEN} WHERE p.project_id = $1 AND p.id = ANY($2::uuid[])`,
    [projectId, places.map(({ id }) => id)],
    tx,
  );
}

/**
 * Brings the places of pools along when articles have gone to another work: a place goes with its article, unless the
 * pool has one for that work already, which then stands for both. Where a work was split (`splitFrom` is what others
 * stayed in), a pool that has a place for one side gets one for the other, too: nothing of the plan is lost. How many
 * are taken is counted anew.
 */
export async function placesFollow(actor: Actor, tx: Sql, projectId: string, articleIds: readonly string[], splitFrom: string | null): Promise<void> {
  const held = await rows<{ workId: string }>(
    `SELECT p.work_id AS "workId" FROM pool_item p WHERE p.project_id = $1 AND (p.article_id = ANY($2::uuid[]) OR p.work_id IN (SELECT work_id FROM article WHERE project_id = $1 AND id = ANY($2::uuid[]))) ORDER BY p.id FOR UPDATE`,
    [projectId, articleIds],
    tx,
  );
  const moved = "p.project_id = $1 AND p.article_id = ANY($2::uuid[]) AND a.project_id = p.project_id AND a.id = p.article_id AND p.work_id <> a.work_id";
  await rows(`DELETE FROM pool_item p USING article a WHERE ${moved} AND EXISTS (SELECT FROM pool_item k WHERE k.project_id = p.project_id AND k.batch_id = p.batch_id AND k.work_id = a.work_id)`, [projectId, articleIds], tx);
  await rows(`UPDATE pool_item p SET work_id = a.work_id FROM article a WHERE ${moved}`, [projectId, articleIds], tx);
  if (splitFrom !== null) await placesOfBoth(actor, tx, projectId, articleIds, splitFrom);
  await rows(
    `UPDATE pool_item p SET taken = ${TAKEN} WHERE p.project_id = $1 AND (p.article_id = ANY($2::uuid[]) OR p.work_id = ANY($3::uuid[]) OR p.work_id = $4 OR p.work_id IN (SELECT work_id FROM article WHERE project_id = $1 AND id = ANY($2::uuid[])))`,
    [projectId, articleIds, held.map(({ workId }) => workId), splitFrom],
    tx,
  );
}

/** Gives each side of a split work a place in the pools that have one for the other side: of an article that somebody in the pool has, or else the earliest. */
const placesOfBoth = (_actor: Actor, tx: Sql, projectId: string, articleIds: readonly string[], splitFrom: string): Promise<unknown> =>
  rows(
    `WITH side AS (SELECT DISTINCT work_id FROM article WHERE project_id = $1 AND id = ANY($2::uuid[]) UNION SELECT $3::uuid)
     INSERT INTO pool_item (project_id, id, batch_id, work_id, article_id, quota)
     SELECT p.project_id, uuidv7(), p.batch_id, side.work_id, c.id, p.quota FROM pool_item p JOIN side ON side.work_id <> p.work_id
     CROSS JOIN LATERAL (
       SELECT a.id FROM article a WHERE a.project_id = $1 AND a.work_id = side.work_id AND a.state = 'active'
       ORDER BY EXISTS (SELECT FROM assignment s WHERE s.project_id = $1 AND s.batch_id = p.batch_id AND s.article_id = a.id AND s.state <> 'withdrawn') DESC, a.created_at, a.id LIMIT 1
     ) c WHERE p.project_id = $1 AND p.work_id IN (SELECT work_id FROM side) ON CONFLICT (project_id, batch_id, work_id) DO NOTHING`,
    [projectId, articleIds, splitFrom],
    tx,
  );
