import "server-only";
import type { Actor, MemberActor } from "@/lib/accounts/server/actor";
import { rows, type Sql } from "@/lib/platform/database";

/** Stands for "no outlet known" in the counts, whose key holds no null. */
export const NO_OUTLET = "00000000-0000-0000-0000-000000000000";

/**
 * Two data-modifying CTEs that add what `source` holds to the counts of progress. `source` is a relation with
 * project_id, article_id, member_id, phase, state and d (how many to add, negative to take away). Withdrawn work and
 * archived articles count nowhere, practice not per article. Keys are written in their order, so that two writers
 * never deadlock.
 */
export const COUNT_PROGRESS = (source: string): string => `
counted_members AS (
  INSERT INTO rollup_progress (project_id, member_id, outlet_id, phase, state, n)
  SELECT x.project_id, x.member_id, coalesce(ar.outlet_id, '${NO_OUTLET}'), x.phase, x.state, sum(x.d)::int
  FROM ${source} x JOIN article ar ON ar.project_id = x.project_id AND ar.id = x.article_id AND ar.state = 'active'
  WHERE x.state <> 'withdrawn' GROUP BY 1, 2, 3, 4, 5 HAVING sum(x.d) <> 0 ORDER BY 1, 2, 3, 4, 5
  ON CONFLICT (project_id, member_id, outlet_id, phase, state) DO UPDATE SET n = rollup_progress.n + excluded.n
), counted_articles AS (
  INSERT INTO article_progress (project_id, article_id, assigned, submitted)
  SELECT x.project_id, x.article_id, sum(x.d)::int, coalesce(sum(x.d) FILTER (WHERE x.state = 'submitted'), 0)::int
  FROM ${source} x JOIN article ar ON ar.project_id = x.project_id AND ar.id = x.article_id AND ar.state = 'active'
  WHERE x.state <> 'withdrawn' AND x.phase <> 'practice'
  GROUP BY 1, 2 HAVING sum(x.d) <> 0 OR coalesce(sum(x.d) FILTER (WHERE x.state = 'submitted'), 0) <> 0 ORDER BY 1, 2
  ON CONFLICT (project_id, article_id) DO UPDATE SET assigned = article_progress.assigned + excluded.assigned, submitted = article_progress.submitted + excluded.submitted
)`;

/** The rows of `started` (assignments whose first mark was made) as what they take from and add to the counts. */
export const STARTED = `
  SELECT project_id, article_id, member_id, phase, v.state, v.d FROM started CROSS JOIN (VALUES ('assigned', -1), ('in_progress', 1)) v(state, d)`;

/** Marks an assignment ($2, of project $1) as begun, where it was not, and counts it. */
export const START = `
WITH started AS (
  UPDATE assignment SET state = 'in_progress', version = version + 1 WHERE project_id = $1 AND id = $2 AND state = 'assigned' RETURNING project_id, article_id, member_id, phase
), moved AS (${STARTED}), ${COUNT_PROGRESS("moved")}
SELECT`;

/** Adds the labels of submitted assignments ($2, of project $1) to the counts, $3 times. */
const COUNT_LABELS = `
INSERT INTO rollup_label (project_id, member_id, label, n)
SELECT $1, s.member_id, l.label, count(*)::int * $3::int
FROM assignment a JOIN span s ON s.project_id = a.project_id AND s.assignment_id = a.id AND s.deleted_at IS NULL
CROSS JOIN LATERAL (SELECT s.framing AS label UNION ALL SELECT unnest(s.label_ids)::text) l
WHERE a.project_id = $1 AND a.id = ANY($2::uuid[]) AND a.state = 'submitted' AND a.phase <> 'practice'
GROUP BY 2, 3 ORDER BY 2, 3
ON CONFLICT (project_id, member_id, label) DO UPDATE SET n = rollup_label.n + excluded.n`;

/** Adds the labels of assignments that were just put back as submitted; their states are counted already. */
export async function addLabels(actor: MemberActor, tx: Sql, assignmentIds: readonly string[]): Promise<void> {
  if (assignmentIds.length > 0) await rows(COUNT_LABELS, [actor.projectId, assignmentIds, 1], tx);
}

/** Adds (or with −1 takes away) what these assignments stand for in every count of progress: their state, and the labels of those that are submitted. */
export async function shiftProgress(_actor: Actor, tx: Sql, projectId: string, assignmentIds: readonly string[], sign: 1 | -1): Promise<void> {
  if (assignmentIds.length === 0) return;
  await rows(
    `WITH source AS (
       SELECT project_id, article_id, member_id, phase, state, $3::int AS d FROM assignment WHERE project_id = $1 AND id = ANY($2::uuid[])
     ), ${COUNT_PROGRESS("source")} ${COUNT_LABELS}`,
    [projectId, assignmentIds, sign],
    tx,
  );
}

/**
 * Runs a change of these assignments (their state, phase, article's outlet or article's state) and brings every count
 * of progress along, in the caller's transaction. The assignments are locked first, in the order of their ids.
 */
export async function moving<T>(actor: Actor, tx: Sql, projectId: string, assignmentIds: readonly string[], change: () => Promise<T>): Promise<T> {
  await rows("SELECT id FROM assignment WHERE project_id = $1 AND id = ANY($2::uuid[]) ORDER BY id FOR UPDATE", [projectId, assignmentIds], tx);
  await shiftProgress(actor, tx, projectId, assignmentIds, -1);
  const result = await change();
  await shiftProgress(actor, tx, projectId, assignmentIds, 1);
  return result;
}
