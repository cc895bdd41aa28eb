import "server-only";
import { WAITS } from "./plan-people";
import { COUNT_PROGRESS, TELL_PROGRESS } from "./progress-counts";

/** The phase of an assignment as its annotator is told it: work that measures agreement must not look like it. */
export const TOLD_PHASE = (a: string): string => `CASE WHEN ${a}.phase = 'reliability' THEN 'main' ELSE ${a}.phase END`;

/** A UUIDv7 of this moment made by the database, which before version 18 has no function for it. */
export const UUID7 = `encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid()) PLACING substring(int8send((extract(epoch FROM clock_timestamp()) * 1000)::bigint) FROM 3) FROM 1 FOR 6), 52, 1), 53, 1), 'hex')::uuid`;

/**
 * Assigns every article of `articles` (a query of ids in project $1) to every member of `members`, in one statement.
 * What is assigned already is kept as it is; what was withdrawn comes back where it stood. Who must pass practice first gets them locked. New ones go behind the
 * member's others, in the order in which the articles were added. Answers with one row per new or restored one.
 */
export const ASSIGN = (articles: string, members: string, restores = "assignment.state = 'withdrawn'"): string => `
WITH who AS MATERIALIZED (
  SELECT m.id, ${WAITS} AS locked, coalesce((SELECT max(s.position) FROM assignment s WHERE s.project_id = $1 AND s.member_id = m.id), 0) AS top
  FROM (${members}) x JOIN member m ON m.project_id = $1 AND m.id = x.id JOIN project p ON p.id = m.project_id
), made AS (
INSERT INTO assignment (project_id, id, article_id, member_id, locked, position)
SELECT $1, ${UUID7}, a.id, who.id, who.locked, who.top + row_number() OVER (PARTITION BY who.id ORDER BY a.created_at, a.id)
FROM who CROSS JOIN (SELECT a.id, a.created_at FROM article a WHERE a.project_id = $1 AND a.state = 'active' AND a.id IN (${articles})) a
WHERE NOT EXISTS (SELECT FROM assignment s WHERE s.project_id = $1 AND s.article_id = a.id AND s.member_id = who.id AND s.round = 1 AND s.state <> 'withdrawn')
ORDER BY a.id, who.id
ON CONFLICT (project_id, article_id, member_id, round) DO UPDATE SET
  state = CASE WHEN assignment.submitted_at IS NOT NULL THEN 'submitted'
               WHEN EXISTS (SELECT FROM span s WHERE s.project_id = $1 AND s.assignment_id = assignment.id AND s.deleted_at IS NULL) THEN 'in_progress' ELSE 'assigned' END,
  version = assignment.version + 1, opened_at = now()
WHERE ${restores}
RETURNING project_id, id, article_id, member_id, phase, state, 1 AS d, xmax = 0 AS fresh
), ${COUNT_PROGRESS("made")}, ${TELL_PROGRESS}
SELECT id, article_id AS "articleId", state, fresh FROM made`;

/** Active members who annotate as their office; a coordinator or reviewer can be named, but is not "everyone". */
export const EVERYONE = "SELECT id FROM member WHERE project_id = $1 AND role = 'annotator' AND state = 'active'";
export const ALL_ARTICLES = "SELECT id FROM article WHERE project_id = $1 AND state = 'active'";
