import "server-only";
import type { Actor } from "@/lib/accounts/server/actor";
import { rows, type Sql } from "@/lib/platform/database";

const BLANK = (list: string, key: string): string =>
  `(SELECT coalesce(jsonb_agg(e.item || '{"${key}": ""}' ORDER BY e.n), '[]') FROM jsonb_array_elements(x.content -> '${list}') WITH ORDINALITY AS e(item, n))`;

/** Every place where a member's own words stand, and how they go; what was coded stays. */
const STATEMENTS: readonly string[] = [
  "UPDATE span SET note = '' WHERE project_id = $1 AND member_id = $2 AND note <> ''",
  `UPDATE span_event SET before = CASE WHEN before ? 'note' THEN before || '{"note": ""}' ELSE before END, after = CASE WHEN after ? 'note' THEN after || '{"note": ""}' ELSE after END
   WHERE project_id = $1 AND member_id = $2 AND (before ? 'note' OR after ? 'note')`,
  "UPDATE judgement SET note = '' WHERE project_id = $1 AND member_id = $2 AND note <> ''",
  `UPDATE judgement_event SET detail = detail || '{"note": ""}' WHERE project_id = $1 AND member_id = $2 AND detail ? 'note'`,
  "UPDATE assignment_note SET body = '' WHERE project_id = $1 AND member_id = $2 AND body <> ''",
  "UPDATE assignment SET skip_reason = '', flag_note = '' WHERE project_id = $1 AND member_id = $2 AND (skip_reason <> '' OR flag_note <> '')",
  `UPDATE submission x SET content = x.content || jsonb_build_object('spans', ${BLANK("spans", "note")}, 'judgements', ${BLANK("judgements", "note")}, 'notes', ${BLANK("notes", "body")})
   FROM assignment a WHERE a.project_id = $1 AND a.member_id = $2 AND x.project_id = a.project_id AND x.assignment_id = a.id`,
  "UPDATE target_suggestion SET reason = '', quote = '' WHERE project_id = $1 AND member_id = $2",
  "UPDATE decision SET note = '' WHERE project_id = $1 AND member_id = $2 AND note <> ''",
  "UPDATE settled_span s SET note = '' FROM decision d WHERE s.project_id = $1 AND d.project_id = s.project_id AND d.id = s.decision_id AND d.member_id = $2 AND s.note <> ''",
  "UPDATE codebook_proposal SET text = CASE WHEN created_by = $2 THEN '' ELSE text END, answer = CASE WHEN decided_by = $2 THEN '' ELSE answer END WHERE project_id = $1 AND $2 IN (created_by, decided_by)",
  "UPDATE question SET text = '' WHERE project_id = $1 AND asked_by = $2",
  // Of a return, its marks and its number stay: they are about somebody else's work.
  `UPDATE message SET body = CASE WHEN body ? 'text' THEN body || '{"text": ""}' WHEN jsonb_typeof(body) = 'object' THEN body || '{"comment": ""}' ELSE '""' END WHERE project_id = $1 AND member_id = $2`,
];

/** Blanks the free text that a member wrote in a project: notes, comments and reasons, also in what submissions and events keep. */
export async function blankText(_actor: Actor, { projectId, memberId }: { projectId: string; memberId: string }, tx: Sql): Promise<void> {
  for (const sql of STATEMENTS) await rows(sql, [projectId, memberId], tx);
}
