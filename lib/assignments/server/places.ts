import "server-only";
import type { Actor } from "@/lib/accounts/server/actor";
import { rows, type Sql } from "@/lib/platform/database";

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
    `UPDATE pool_item p SET taken = least(p.quota, (
       SELECT count(*) FROM assignment s JOIN article a ON a.project_id = s.project_id AND a.id = s.article_id AND a.work_id = p.work_id
       WHERE s.project_id = $1 AND s.batch_id = p.batch_id AND s.state <> 'withdrawn')::int)
     WHERE p.project_id = $1 AND p.id = ANY($2::uuid[])`,
    [projectId, places.map(({ id }) => id)],
    tx,
  );
}
