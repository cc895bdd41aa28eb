import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { moving } from "@/lib/assignments/server/progress-counts";
import { newId } from "@/lib/kernel/id";
import { row, rows, type Sql } from "@/lib/platform/database";
import { JUDGEMENT_VALUE } from "./judgements";
import { scoreWithKeys } from "./practice-results";
import { refreshArticles } from "./rollup/refresh";
import { PARTS_JSON, SPAN_JSON } from "./span-sql";

const NUMBER = (mark: string): string => `'codebookVersion', (SELECT v.number FROM codebook_version v WHERE v.project_id = $1 AND v.id = ${mark}.codebook_version_id)`;

/** The last revision on which a span had words; its own revision, as long as it stands. */
const LAST_REVISION = `(SELECT r.id FROM span_part p JOIN revision r ON r.project_id = p.project_id AND r.id = p.revision_id WHERE p.project_id = s.project_id AND p.span_id = s.id ORDER BY r.number DESC LIMIT 1)`;

/** What stands in assignment `x` of project $1 with article `ar`, as a submission keeps it: orphans, too, with the words that they had last and the revision of these. */
const CONTENT = `jsonb_build_object(
  'revisionId', ar.current_revision_id,
  'spans', (SELECT coalesce(jsonb_agg(${SPAN_JSON("s", PARTS_JSON("s", "last.id"))} || jsonb_build_object(${NUMBER("s")}) || CASE WHEN last.id = ar.current_revision_id THEN '{}' ELSE jsonb_build_object('orphaned', true, 'revisionId', last.id) END ORDER BY s.created_at, s.id), '[]')
            FROM span s CROSS JOIN LATERAL ${LAST_REVISION} last WHERE s.project_id = $1 AND s.assignment_id = x.assignment_id AND s.deleted_at IS NULL),
  'judgements', (SELECT coalesce(jsonb_agg(jsonb_build_object('targetId', j.target_id, 'value', ${JUDGEMENT_VALUE("j.value")}, 'confidence', j.confidence, 'note', j.note, ${NUMBER("j")}) ORDER BY j.target_id), '[]')
                 FROM judgement j WHERE j.project_id = $1 AND j.assignment_id = x.assignment_id AND j.value IS NOT NULL),
  'answers', (SELECT coalesce(jsonb_agg(jsonb_build_object('setId', w.set_id, 'labelIds', w.label_ids, ${NUMBER("w")}) ORDER BY w.set_id), '[]')
              FROM article_answer w WHERE w.project_id = $1 AND w.assignment_id = x.assignment_id AND cardinality(w.label_ids) > 0),
  'notes', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', n.id, 'kind', n.kind, 'body', n.body) ORDER BY n.created_at, n.id), '[]')
            FROM assignment_note n WHERE n.project_id = $1 AND n.assignment_id = x.assignment_id AND n.deleted_at IS NULL))`;

/** Marks assignments as submitted, skipped ones too, and keeps what stood in each at that moment. Returns the moment. */
export async function close(actor: MemberActor, assignmentIds: readonly string[], tx: Sql): Promise<string> {
  await rows(
    `INSERT INTO submission (project_id, id, assignment_id, number, content)
     SELECT $1, x.submission_id, x.assignment_id, 1 + (SELECT count(*) FROM submission s WHERE s.project_id = $1 AND s.assignment_id = x.assignment_id), ${CONTENT}
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
    `WITH done AS (UPDATE assignment SET state = 'submitted', submitted_at = now(), first_submitted_at = coalesce(first_submitted_at, now()), skipped_at = NULL, skip_reason = '', version = version + 1
       WHERE project_id = $1 AND id = ANY($2::uuid[]) RETURNING article_id, member_id),
     told AS (INSERT INTO outbox (project_id, kind, article_id, member_id) SELECT $1, 'submitted', article_id, member_id FROM done)
     SELECT now() AS at`,
    [actor.projectId, assignmentIds],
    tx,
  ));
  await scoreWithKeys(actor, tx, { assignmentIds });
  return (closed?.at ?? new Date(0)).toISOString();
}

/** Submits what every annotator of the project (or one of them) has begun, practice aside, as it stands. Returns how many were collected. */
export async function collectUnfinished(actor: MemberActor, tx: Sql, memberId: string | null = null): Promise<number> {
  const begun = await rows<{ id: string; article_id: string }>(
    "SELECT id, article_id FROM assignment WHERE project_id = $1 AND state IN ('in_progress', 'returned') AND phase <> 'practice' AND ($2::uuid IS NULL OR member_id = $2) ORDER BY id FOR UPDATE",
    [actor.projectId, memberId],
    tx,
  );
  if (begun.length === 0) return 0;
  await close(actor, begun.map((one) => one.id), tx);
  await refreshArticles(actor, [...new Set(begun.map((one) => one.article_id))], tx);
  return begun.length;
}
