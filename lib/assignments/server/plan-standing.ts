import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { rows, type Sql } from "@/lib/platform/database";
import { PairCounts } from "../plan/pair-counts";

/** What stands of one work, for the chosen people by their number. */
export type Standing = {
  workId: string;
  holders: number[];
  others: number;
  barred: number[];
  /** The copy that a person had (it was withdrawn) or submitted in the round before. */
  copies: { person: number; articleId: string }[];
};

export type PhaseAndRound = { readonly phase: string; readonly round: number };

// "Begun" of what was withdrawn: its marks belong to the phase in which they were made.
const BEGUN = `(s.submitted_at IS NOT NULL OR EXISTS (SELECT FROM span x WHERE x.project_id = s.project_id AND x.assignment_id = s.id AND x.deleted_at IS NULL)
    OR EXISTS (SELECT FROM judgement j WHERE j.project_id = s.project_id AND j.assignment_id = s.id))`;

/**
 * Who holds which of these works in a phase and round, counting every copy; who cannot get it: whoever has it in
 * another phase of the round, and in a later round whoever did not submit it in the one before.
 */
export const standingOf = (actor: MemberActor, at: PhaseAndRound, workIds: readonly string[], memberIds: readonly string[], tx?: Sql): Promise<Standing[]> =>
  rows<Standing>(
    `WITH who AS (SELECT id, (n - 1)::int AS n FROM unnest($5::uuid[]) WITH ORDINALITY AS w(id, n)),
     had AS (
       SELECT c.work_id, s.article_id, s.round, s.member_id, who.n, s.state <> 'withdrawn' AS stands, s.phase = $2 AS fits, s.first_submitted_at IS NOT NULL AND (s.phase <> 'practice' OR $2 = 'practice') AS done, c.state = 'active' AS usable,
              s.round = $3 AND s.state = 'withdrawn' AND s.phase <> $2 AND ${BEGUN} AS elsewhere
       FROM assignment s JOIN article c ON c.project_id = s.project_id AND c.id = s.article_id LEFT JOIN who ON who.id = s.member_id
       WHERE s.project_id = $1 AND s.round IN ($3, $3 - 1) AND c.work_id = ANY($4::uuid[])
     ), before AS (SELECT DISTINCT work_id, n FROM had WHERE round = $3 - 1 AND stands AND done AND n IS NOT NULL),
     late AS (SELECT w.id AS work_id, who.n FROM unnest($4::uuid[]) AS w(id) CROSS JOIN who WHERE $3 > 1 AND NOT EXISTS (SELECT FROM before b WHERE b.work_id = w.id AND b.n = who.n)),
     place AS (
       SELECT p.work_id, sum(p.quota - p.taken)::int AS n FROM pool_item p JOIN assignment_batch b ON b.project_id = p.project_id AND b.id = p.batch_id AND b.phase = $2 AND b.round = $3
       JOIN article a ON a.project_id = p.project_id AND a.id = p.article_id AND a.state = 'active' WHERE p.project_id = $1 AND p.work_id = ANY($4::uuid[]) GROUP BY 1
     ), now AS (
       SELECT work_id, array_agg(DISTINCT n) FILTER (WHERE round = $3 AND stands AND fits AND n IS NOT NULL) AS holders,
              count(DISTINCT member_id) FILTER (WHERE round = $3 AND stands AND fits AND n IS NULL)::int AS others,
              array_agg(DISTINCT n) FILTER (WHERE n IS NOT NULL AND (elsewhere OR round = $3 AND stands AND NOT fits)) AS barred,
              jsonb_agg(jsonb_build_object('person', n, 'articleId', article_id) ORDER BY round DESC, article_id) FILTER (WHERE n IS NOT NULL AND usable AND (round = $3 AND NOT stands OR round = $3 - 1 AND stands AND done)) AS copies
       FROM had GROUP BY 1
     ), no AS (SELECT work_id, array_agg(n) AS people FROM late GROUP BY 1)
     SELECT w.id AS "workId", coalesce(now.holders, '{}') AS holders, coalesce(now.others, 0) + coalesce(place.n, 0) AS others,
            coalesce(now.barred, '{}') || coalesce(no.people, '{}') AS barred, coalesce(now.copies, '[]') AS copies
     FROM unnest($4::uuid[]) AS w(id) LEFT JOIN now ON now.work_id = w.id LEFT JOIN place ON place.work_id = w.id LEFT JOIN no ON no.work_id = w.id
     WHERE now.work_id IS NOT NULL OR place.work_id IS NOT NULL OR no.work_id IS NOT NULL`,
    [actor.projectId, at.phase, at.round, workIds, memberIds],
    tx,
  );

/** How many works each pair of the chosen people shares in a phase and round, over the whole project. */
export async function sharedPairs(actor: MemberActor, at: PhaseAndRound, memberIds: readonly string[], tx?: Sql): Promise<PairCounts> {
  const groups = await rows<{ holders: number[]; n: number }>(
    `SELECT holders, count(*)::int AS n FROM (
       SELECT array_agg(DISTINCT (w.n - 1)::int ORDER BY (w.n - 1)::int) AS holders FROM assignment s
       JOIN article c ON c.project_id = s.project_id AND c.id = s.article_id JOIN unnest($4::uuid[]) WITH ORDINALITY AS w(id, n) ON w.id = s.member_id
       WHERE s.project_id = $1 AND s.phase = $2 AND s.round = $3 AND s.state <> 'withdrawn' GROUP BY c.work_id) x
     WHERE cardinality(holders) > 1 GROUP BY holders`,
    [actor.projectId, at.phase, at.round, memberIds],
    tx,
  );
  const pairs = new PairCounts(memberIds.length);
  for (const { holders, n } of groups) pairs.addGroup(holders, n);
  return pairs;
}
