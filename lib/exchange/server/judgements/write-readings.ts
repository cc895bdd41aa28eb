import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { close } from "@/lib/annotations/server/close";
import { moving } from "@/lib/assignments/server/progress-counts";
import { newId } from "@/lib/kernel/id";
import { rows, type Sql } from "@/lib/platform/database";

/** A reading of one article by one annotator, as it is written. */
export type NewReading = { readonly articleId: string; readonly memberId: string; readonly blind: boolean; readonly judgements: readonly { readonly targetId: string; readonly value: string }[] };

const ASSIGNMENTS = `
INSERT INTO assignment (project_id, id, article_id, member_id, state, source_seen_at)
SELECT $1, x.id, x.article, x.member, 'in_progress', CASE WHEN x.blind THEN NULL ELSE now() END FROM unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::boolean[]) AS x(id, article, member, blind)`;

const JUDGEMENTS = `
WITH made AS (
  INSERT INTO judgement (project_id, assignment_id, target_id, article_id, member_id, codebook_version_id, value, source_blind)
  SELECT $1, x.assignment, x.target, a.article_id, a.member_id, (SELECT id FROM codebook_version WHERE project_id = $1 AND state = 'published' ORDER BY number DESC LIMIT 1), x.value, a.source_seen_at IS NULL
  FROM unnest($2::uuid[], $3::uuid[], $4::text[]) AS x(assignment, target, value) JOIN assignment a ON a.project_id = $1 AND a.id = x.assignment
  RETURNING assignment_id, target_id, version, member_id, value
)
INSERT INTO judgement_event (project_id, assignment_id, target_id, version, member_id, before, after) SELECT $1, assignment_id, target_id, version, member_id, NULL, value FROM made`;

/** Writes readings as submitted work, with their judgements. Gives back the articles whose figures moved. */
export async function writeReadings(actor: MemberActor, readings: readonly NewReading[], tx: Sql): Promise<string[]> {
  const made = readings.map((one) => ({ ...one, id: newId() }));
  const ids = made.map((one) => one.id);
  await moving(actor, tx, actor.projectId, ids, () => rows(ASSIGNMENTS, [actor.projectId, ids, made.map((one) => one.articleId), made.map((one) => one.memberId), made.map((one) => one.blind)], tx));
  const judgements = made.flatMap(({ id, judgements: all }) => all.map((one) => ({ id, ...one })));
  await rows(JUDGEMENTS, [actor.projectId, judgements.map((one) => one.id), judgements.map((one) => one.targetId), judgements.map((one) => one.value)], tx);
  if (made.length > 1_000) await rows("ANALYZE assignment, judgement", [], tx);
  await close(actor, ids, tx);
  return [...new Set(made.map((one) => one.articleId))];
}
