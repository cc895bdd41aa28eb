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

/** How often each count stands for some assignments; the key is its kind and its columns, as JSON. */
type Standing = ReadonlyMap<string, number>;

const STANDING = `
WITH a AS (
  SELECT s.project_id, s.id, s.article_id, s.member_id, s.phase, s.state, coalesce(ar.outlet_id, '${NO_OUTLET}') AS outlet_id
  FROM assignment s JOIN article ar ON ar.project_id = s.project_id AND ar.id = s.article_id AND ar.state = 'active'
  WHERE s.project_id = $1 AND s.id = ANY($2::uuid[]) AND s.state <> 'withdrawn'
)
SELECT json_build_array('member', member_id, outlet_id, phase, state)::text AS key, count(*)::int AS n FROM a GROUP BY member_id, outlet_id, phase, state
UNION ALL SELECT json_build_array('assigned', article_id)::text, count(*)::int FROM a WHERE phase <> 'practice' GROUP BY article_id
UNION ALL SELECT json_build_array('submitted', article_id)::text, count(*)::int FROM a WHERE phase <> 'practice' AND state = 'submitted' GROUP BY article_id
UNION ALL SELECT json_build_array('label', a.member_id, l.label)::text, count(*)::int
FROM a JOIN span s ON s.project_id = a.project_id AND s.assignment_id = a.id AND s.deleted_at IS NULL
CROSS JOIN LATERAL (SELECT s.framing AS label UNION ALL SELECT unnest(s.label_ids)::text) l
WHERE a.phase <> 'practice' AND a.state = 'submitted' GROUP BY a.member_id, l.label`;

/** A CTE that tells those who see how far everybody is that `made` holds new work; it is nobody's own, so nobody else hears of it. */
export const TELL_PROGRESS = "told AS (INSERT INTO outbox (project_id, kind) SELECT project_id, 'progress' FROM made LIMIT 1)";

// Keys are written in their order, and one table after the other, so that two writers never deadlock. An article that
// was deleted meanwhile took its own row along.
const APPLY = `
WITH delta AS (SELECT key::jsonb AS key, key::jsonb ->> 0 AS kind, n FROM unnest($2::text[], $3::int[]) AS x(key, n)
), told AS (INSERT INTO outbox (project_id, kind) VALUES ($1, 'progress')
), counted_members AS (
  INSERT INTO rollup_progress (project_id, member_id, outlet_id, phase, state, n)
  SELECT $1, (key ->> 1)::uuid, (key ->> 2)::uuid, key ->> 3, key ->> 4, n FROM delta WHERE kind = 'member' ORDER BY 2, 3, 4, 5
  ON CONFLICT (project_id, member_id, outlet_id, phase, state) DO UPDATE SET n = rollup_progress.n + excluded.n
), counted_articles AS (
  INSERT INTO article_progress (project_id, article_id, assigned, submitted)
  SELECT $1, (key ->> 1)::uuid, coalesce(sum(n) FILTER (WHERE kind = 'assigned'), 0)::int, coalesce(sum(n) FILTER (WHERE kind = 'submitted'), 0)::int
  FROM delta WHERE kind IN ('assigned', 'submitted') AND EXISTS (SELECT FROM article ar WHERE ar.project_id = $1 AND ar.id = (key ->> 1)::uuid) GROUP BY 2 ORDER BY 2
  ON CONFLICT (project_id, article_id) DO UPDATE SET assigned = article_progress.assigned + excluded.assigned, submitted = article_progress.submitted + excluded.submitted
)
INSERT INTO rollup_label (project_id, member_id, label, n)
SELECT $1, (key ->> 1)::uuid, key ->> 2, n FROM delta WHERE kind = 'label' ORDER BY 2, 3
ON CONFLICT (project_id, member_id, label) DO UPDATE SET n = rollup_label.n + excluded.n`;

async function standing(projectId: string, assignmentIds: readonly string[], tx: Sql): Promise<Standing> {
  const found = await rows<{ key: string; n: number }>(STANDING, [projectId, assignmentIds], tx);
  return new Map(found.map(({ key, n }) => [key, n]));
}

async function apply(projectId: string, before: Standing, after: Standing, tx: Sql): Promise<void> {
  const delta = [...new Set([...before.keys(), ...after.keys()])].map((key) => [key, (after.get(key) ?? 0) - (before.get(key) ?? 0)] as const).filter(([, n]) => n !== 0);
  if (delta.length > 0) await rows(APPLY, [projectId, delta.map(([key]) => key), delta.map(([, n]) => n)], tx);
}

const NOTHING: Standing = new Map();

/** Adds the labels of assignments that were just put back as submitted; their states are counted already. */
export async function addLabels(actor: MemberActor, tx: Sql, assignmentIds: readonly string[]): Promise<void> {
  if (assignmentIds.length === 0) return;
  const found = await standing(actor.projectId, assignmentIds, tx);
  await apply(actor.projectId, NOTHING, new Map([...found].filter(([key]) => key.startsWith('["label"'))), tx);
}

/** Adds (or with −1 takes away) what these assignments stand for in every count of progress: their state, and the labels of those that are submitted. */
export async function shiftProgress(_actor: Actor, tx: Sql, projectId: string, assignmentIds: readonly string[], sign: 1 | -1): Promise<void> {
  if (assignmentIds.length === 0) return;
  const found = await standing(projectId, assignmentIds, tx);
  await (sign === 1 ? apply(projectId, NOTHING, found, tx) : apply(projectId, found, NOTHING, tx));
}

/**
 * Runs a change of these assignments (their state, phase, article's outlet or article's state) and brings every count
 * of progress along, in the caller's transaction. The assignments are locked first, in the order of their ids; the
 * counts, which others wait for, only at the end and only where they differ.
 */
export async function moving<T>(_actor: Actor, tx: Sql, projectId: string, assignmentIds: readonly string[], change: () => Promise<T>): Promise<T> {
  if (assignmentIds.length === 0) return change();
  await rows("SELECT id FROM assignment WHERE project_id = $1 AND id = ANY($2::uuid[]) ORDER BY id FOR UPDATE", [projectId, assignmentIds], tx);
  const before = await standing(projectId, assignmentIds, tx);
  const result = await change();
  await apply(projectId, before, await standing(projectId, assignmentIds, tx), tx);
  return result;
}
