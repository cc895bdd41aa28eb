import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { COUNT_LIMIT, type Counted } from "@/lib/articles/server/list-articles";
import { row, rows } from "@/lib/platform/database";
import type { ProgressCount } from "../progress";
import type { LabelCount } from "../progress-labels";
import type { WaitingPair } from "../progress-waiting";
import { NO_OUTLET } from "./progress-counts";

/** Somebody who has or had work, with what the progress page says of them. */
export type ProgressMember = { id: string; pseudonym: string; annotates: boolean; left: boolean; qualified: boolean; locked: boolean };
export type MemberDay = { day: string; memberId: string; submitted: number };
export type PracticeScore = { memberId: string; kind: "practice" | "gold"; score: number; n: number };
/** How many days with activity are shown, and read. */
export const DAYS = 60;
/** How many articles that wait, and overdue assignments, are looked at: the oldest. */
export const LOOKED_AT = 1_000;

export type ProgressFacts = { today: string; practiceThreshold: number | null };
/** The day by the database's clock (UTC), and how practice is set. */
export const readFacts = async (actor: MemberActor): Promise<ProgressFacts> =>
  (await row<ProgressFacts>(`SELECT to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS today, practice_threshold AS "practiceThreshold" FROM project WHERE id = $1`, [actor.projectId]))!;

export const readMembers = (actor: MemberActor): Promise<ProgressMember[]> =>
  rows<ProgressMember>(
    `SELECT m.id, m.pseudonym, m.role = 'annotator' AND m.state = 'active' AS annotates, m.state <> 'active' AS left, m.qualified_at IS NOT NULL AS qualified,
            EXISTS (SELECT FROM assignment s WHERE s.project_id = m.project_id AND s.member_id = m.id AND s.locked) AS locked
     FROM member m WHERE m.project_id = $1 ORDER BY m.pseudonym_key LIMIT 2000`,
    [actor.projectId],
  );

export const readCounts = (actor: MemberActor): Promise<ProgressCount[]> =>
  rows<ProgressCount>(`SELECT member_id AS "memberId", nullif(outlet_id, '${NO_OUTLET}') AS "outletId", phase, state, n FROM rollup_progress WHERE project_id = $1 AND n <> 0`, [actor.projectId]);

/** First submissions per day and member of the newest days with activity. */
export const readDays = (actor: MemberActor, days = DAYS): Promise<MemberDay[]> =>
  rows<MemberDay>(
    `SELECT to_char(r.day, 'YYYY-MM-DD') AS day, r.member_id AS "memberId", r.submitted FROM rollup_day r
     WHERE r.project_id = $1 AND r.submitted > 0 AND r.day >= coalesce((SELECT min(d.day) FROM (SELECT DISTINCT x.day FROM rollup_day x WHERE x.project_id = $1 AND x.submitted > 0 ORDER BY x.day DESC LIMIT $2) d), '-infinity')
     ORDER BY r.day, r.member_id`,
    [actor.projectId, days],
  );

/** Every day of every member behind the named one, oldest first. */
export const readMemberDays = (actor: MemberActor, after: MemberDay | null, limit: number): Promise<MemberDay[]> =>
  rows<MemberDay>(
    `SELECT to_char(day, 'YYYY-MM-DD') AS day, member_id AS "memberId", submitted FROM rollup_day
     WHERE project_id = $1 AND submitted > 0 AND (day, member_id) > (coalesce($2::date, '-infinity'), $3::uuid) ORDER BY day, member_id LIMIT $4`,
    [actor.projectId, after?.day ?? null, after?.memberId ?? "00000000-0000-0000-0000-000000000000", limit],
  );

/** The last day of each member with a first submission. */
export const readLastDays = (actor: MemberActor): Promise<{ memberId: string; day: string }[]> =>
  rows(`SELECT member_id AS "memberId", to_char(max(day), 'YYYY-MM-DD') AS day FROM rollup_day WHERE project_id = $1 AND submitted > 0 GROUP BY member_id`, [actor.projectId]);

export const readLabelCounts = (actor: MemberActor): Promise<LabelCount[]> =>
  rows<LabelCount>(`SELECT member_id AS "memberId", label, n FROM rollup_label WHERE project_id = $1 AND n <> 0`, [actor.projectId]);

/** Who holds up whom, over the oldest articles that some have submitted and others have not. */
export const readWaiting = (actor: MemberActor): Promise<WaitingPair[]> =>
  rows<WaitingPair>(
    // The articles as an array are looked up in one go through the index; joined, each costs a way of its own.
    `WITH x AS (
       SELECT s.article_id, array_agg(s.member_id) FILTER (WHERE s.state <> 'submitted') AS open, array_agg(s.member_id) FILTER (WHERE s.state = 'submitted') AS done, array_agg(s.submitted_at) FILTER (WHERE s.state = 'submitted') AS at
       FROM assignment s WHERE s.project_id = $1 AND s.state <> 'withdrawn' AND s.phase <> 'practice'
         AND s.article_id = ANY(ARRAY(SELECT article_id FROM article_progress WHERE project_id = $1 AND submitted > 0 AND submitted < assigned ORDER BY article_id LIMIT ${LOOKED_AT}))
       GROUP BY s.article_id
     )
     SELECT o.member_id AS "heldBy", d.member_id AS waits, count(DISTINCT x.article_id)::int AS articles, to_char(min(d.at) AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS since
     FROM x, unnest(x.open) AS o(member_id), unnest(x.done, x.at) AS d(member_id, at) WHERE d.member_id <> o.member_id
     GROUP BY GROUPING SETS ((o.member_id), (o.member_id, d.member_id))`,
    [actor.projectId],
  );

export type Overdue = { memberId: string; n: number; since: string };
/** Open work of active articles that was due before today, per member; the longest overdue are looked at. */
export const readOverdue = (actor: MemberActor): Promise<Overdue[]> =>
  rows<Overdue>(
    `SELECT o.member_id AS "memberId", count(*)::int AS n, to_char(min(o.due_on), 'YYYY-MM-DD') AS since
     FROM (SELECT s.member_id, s.article_id, s.due_on FROM assignment s WHERE s.project_id = $1 AND s.due_on IS NOT NULL AND s.due_on < (now() AT TIME ZONE 'UTC')::date AND s.state IN ('assigned', 'in_progress', 'returned')
           ORDER BY s.due_on LIMIT ${LOOKED_AT}) o
     JOIN article ar ON ar.project_id = $1 AND ar.id = o.article_id AND ar.state = 'active' GROUP BY o.member_id`,
    [actor.projectId],
  );

export const readPractice = (actor: MemberActor): Promise<PracticeScore[]> =>
  rows<PracticeScore>(
    `SELECT member_id AS "memberId", kind, avg(score)::float8 AS score, count(*)::int AS n FROM practice_result WHERE project_id = $1 AND (kind = 'practice' OR $2) GROUP BY member_id, kind`,
    // Which articles of the real queue are gold is for those who make the keys.
    [actor.projectId, actor.role === "coordinator"],
  );

/** Articles by how far they are, each counted up to `COUNT_LIMIT`; `left` is what a pool still has to give. */
export type ArticleCounts = { done: Counted; waiting: Counted; untouched: Counted; pool: Counted };
export async function readArticleCounts(actor: MemberActor): Promise<ArticleCounts> {
  const some = (where: string): string => `(SELECT count(*)::int FROM (SELECT FROM article_progress WHERE project_id = $1 AND ${where} LIMIT ${COUNT_LIMIT + 1}) x)`;
  const found = await row<Record<keyof ArticleCounts, number>>(
    `SELECT ${some("assigned > 0 AND submitted = assigned")} AS done, ${some("submitted > 0 AND submitted < assigned")} AS waiting, ${some("assigned > 0 AND submitted = 0")} AS untouched,
            (SELECT coalesce(sum(x.quota - x.taken), 0)::int FROM (SELECT quota, taken FROM pool_item WHERE project_id = $1 AND taken < quota LIMIT ${COUNT_LIMIT + 1}) x) AS pool`,
    [actor.projectId],
  );
  const capped = (n = 0): Counted => ({ value: Math.min(n, COUNT_LIMIT), more: n > COUNT_LIMIT });
  return { done: capped(found?.done), waiting: capped(found?.waiting), untouched: capped(found?.untouched), pool: capped(found?.pool) };
}

/** The outlet that each of these counts for (the one that took it in, over as many merges as there were), with its name. */
export const readRoots = (actor: MemberActor, ids: readonly string[]): Promise<{ id: string; rootId: string; name: string }[]> =>
  rows(
    `WITH RECURSIVE up AS (
       SELECT o.id, o.id AS root, o.merged_into_id, o.name, 0 AS steps FROM outlet o WHERE o.project_id = $1 AND o.id = ANY($2::uuid[])
       UNION ALL SELECT up.id, o.id, o.merged_into_id, o.name, up.steps + 1 FROM up JOIN outlet o ON o.project_id = $1 AND o.id = up.merged_into_id WHERE up.steps < 20
     ) SELECT DISTINCT ON (id) id, root AS "rootId", name FROM up ORDER BY id, steps DESC`,
    [actor.projectId, ids],
  );
