import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { moving } from "@/lib/assignments/server/progress-counts";
import { conflict, invalid } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/id";
import { row, rows, type Sql } from "@/lib/platform/database";
import type { Op } from "@/lib/projects/operation";
import { runOperation } from "@/lib/projects/server/operation";
import { refreshArticles } from "@/lib/annotations/server/rollup";
import { JUDGEMENT_VALUE, openAssignment } from "./judgements";
import { scoreWithKeys } from "./practice-results";
import { SPAN_JSON, PARTS_JSON } from "./span-sql";

export type Submitted = { state: "submitted"; version: number; submittedAt: string; nextId: string | null };

/**
 * Submits the actor's article. Every focus target must be judged; an article without spans must be confirmed once,
 * because that is a finding. The first submission is kept for ever.
 */
export const submit = (actor: MemberActor, op: Op, assignmentId: string, wish: { version: number; confirmEmpty?: boolean | undefined }): Promise<Submitted> =>
  runOperation(actor, op, async (tx) => {
    const articleId = await openAssignment(actor, assignmentId, tx);
    const missing = await rows<{ targetId: string; name: string }>(
      `SELECT t.id AS "targetId", t.name FROM target t
       WHERE t.project_id = $1 AND t.is_focus AND t.archived_at IS NULL AND t.merged_into_id IS NULL
         AND NOT EXISTS (SELECT FROM judgement j WHERE j.project_id = $1 AND j.assignment_id = $2 AND j.target_id = t.id AND j.value IS NOT NULL)
       ORDER BY t.position, t.created_at, t.id`,
      [actor.projectId, assignmentId],
      tx,
    );
    if (missing.length > 0) throw invalid(`Judge the article as a whole first: ${missing.map((target) => target.name).join(", ")}.`, { reason: "judgements_missing", missing });
    const marks = await row<{ n: number }>("SELECT count(*)::int AS n FROM span WHERE project_id = $1 AND assignment_id = $2 AND deleted_at IS NULL", [actor.projectId, assignmentId], tx);
    if (marks?.n === 0 && !wish.confirmEmpty) throw conflict("You marked nothing in this article. That is a finding of its own; submit it if you mean it.", { reason: "no_spans" });
    const submittedAt = await close(actor, [assignmentId], tx);
    await refreshArticles(actor, [articleId], tx);
    const after = await row<{ version: number; nextId: string | null }>(
      `SELECT a.version, (SELECT n.id FROM assignment n JOIN article ar ON ar.project_id = n.project_id AND ar.id = n.article_id AND ar.state = 'active'
                          WHERE n.project_id = $1 AND n.member_id = $3 AND n.state IN ('assigned', 'in_progress', 'returned') AND NOT n.locked
                          ORDER BY (n.position, n.id) <= (a.position, a.id), n.position, n.id LIMIT 1) AS "nextId"
       FROM assignment a WHERE a.project_id = $1 AND a.id = $2`,
      [actor.projectId, assignmentId, actor.memberId],
      tx,
    );
    return { answer: { state: "submitted" as const, version: after?.version ?? wish.version + 1, submittedAt, nextId: after?.nextId ?? null }, deed: { action: "assignment.submitted", subject: "assignment", subjectId: assignmentId, detail: { spans: marks?.n ?? 0 } } };
  });

/** Marks assignments as submitted and keeps what stood in each at that moment. Returns the moment. */
async function close(actor: MemberActor, assignmentIds: readonly string[], tx: Sql): Promise<string> {
  await rows(
    `INSERT INTO submission (project_id, id, assignment_id, number, content)
     SELECT $1, x.submission_id, x.assignment_id, 1 + (SELECT count(*) FROM submission s WHERE s.project_id = $1 AND s.assignment_id = x.assignment_id),
            jsonb_build_object(
              'spans', (SELECT coalesce(jsonb_agg(${SPAN_JSON("s", PARTS_JSON("s", "ar.current_revision_id"))} ORDER BY s.created_at, s.id), '[]') FROM span s WHERE s.project_id = $1 AND s.assignment_id = x.assignment_id AND s.deleted_at IS NULL),
              'judgements', (SELECT coalesce(jsonb_agg(jsonb_build_object('targetId', j.target_id, 'value', ${JUDGEMENT_VALUE("j.value")}) ORDER BY j.target_id), '[]') FROM judgement j WHERE j.project_id = $1 AND j.assignment_id = x.assignment_id))
     FROM unnest($2::uuid[], $3::uuid[]) AS x(assignment_id, submission_id)
     JOIN assignment a ON a.project_id = $1 AND a.id = x.assignment_id JOIN article ar ON ar.project_id = $1 AND ar.id = a.article_id`,
    [actor.projectId, assignmentIds, assignmentIds.map(() => newId())],
    tx,
  );
  await rows(
    `INSERT INTO rollup_day (project_id, day, member_id, submitted)
     SELECT $1, (now() AT TIME ZONE 'UTC')::date, member_id, count(*)::int FROM assignment WHERE project_id = $1 AND id = ANY($2::uuid[]) AND first_submitted_at IS NULL AND phase <> 'practice' GROUP BY member_id ORDER BY member_id
     ON CONFLICT (project_id, day, member_id) DO UPDATE SET submitted = rollup_day.submitted + excluded.submitted`,
    [actor.projectId, assignmentIds],
    tx,
  );
  const closed = await moving(actor, tx, actor.projectId, assignmentIds, () => row<{ at: Date }>(
    `WITH done AS (UPDATE assignment SET state = 'submitted', submitted_at = now(), first_submitted_at = coalesce(first_submitted_at, now()), version = version + 1
       WHERE project_id = $1 AND id = ANY($2::uuid[]) RETURNING article_id, member_id),
     told AS (INSERT INTO outbox (project_id, kind, article_id, member_id) SELECT $1, 'submitted', article_id, member_id FROM done)
     SELECT now() AS at`,
    [actor.projectId, assignmentIds],
    tx,
  ));
  await scoreWithKeys(actor, tx, { assignmentIds });
  return (closed?.at ?? new Date(0)).toISOString();
}

/** Submits what every annotator of the project has begun, as it stands. Returns how many were collected. */
export async function collectUnfinished(actor: MemberActor, tx: Sql): Promise<number> {
  const begun = await rows<{ id: string; article_id: string }>(
    "SELECT id, article_id FROM assignment WHERE project_id = $1 AND state IN ('in_progress', 'returned') ORDER BY id FOR UPDATE",
    [actor.projectId],
    tx,
  );
  if (begun.length === 0) return 0;
  await close(actor, begun.map((one) => one.id), tx);
  await refreshArticles(actor, [...new Set(begun.map((one) => one.article_id))], tx);
  return begun.length;
}
