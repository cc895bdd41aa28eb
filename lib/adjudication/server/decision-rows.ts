import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { SPEAKER } from "@/lib/annotations/server/span-sql";
import { rows } from "@/lib/platform/database";
import type { Decision } from "../decision";

/** One mark of the settled record (alias `z`) with its parts on a revision, its target as it is called since merges. */
export const SETTLED_JSON = (revision: string): string => `jsonb_build_object(
  'id', z.id, 'targetId', (SELECT coalesce(t.merged_into_id, t.id) FROM target t WHERE t.project_id = z.project_id AND t.id = z.target_id), 'framing', z.framing, 'voice', z.voice, 'attribution', z.attribution,
  'speaker', ${SPEAKER("z")}, 'directness', z.directness, 'device', z.device, 'labelIds', to_jsonb(z.label_ids), 'note', z.note,
  'parts', (SELECT coalesce(jsonb_agg(jsonb_build_object('start', p.start_offset, 'end', p.end_offset, 'quote', p.quote) ORDER BY p.ordinal), '[]') FROM settled_part p WHERE p.project_id = z.project_id AND p.settled_span_id = z.id AND p.revision_id = ${revision}))`;

/** A decision (alias `d`) as the API shows it; its settled marks on `revision`. Whom it upheld is told elsewhere, to those whom it concerns. */
export const DECISION_JSON = (revision: string): string => `jsonb_build_object(
  'id', d.id, 'number', d.number, 'subject', d.subject, 'targetId', (SELECT coalesce(t.merged_into_id, t.id) FROM target t WHERE t.project_id = d.project_id AND t.id = d.target_id), 'setId', d.set_id, 'start', d.start_offset, 'end', d.end_offset, 'outcome', d.outcome, 'method', d.method,
  'reason', d.reason, 'note', d.note, 'value', d.value, 'at', to_char(d.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'revisionId', d.revision_id,
  'by', (SELECT jsonb_build_object('id', m.id, 'name', m.pseudonym) FROM member m WHERE m.project_id = d.project_id AND m.id = d.member_id),
  'codebookVersion', (SELECT v.number FROM codebook_version v WHERE v.project_id = d.project_id AND v.id = d.codebook_version_id),
  'replacedBy', (SELECT x.by_id FROM decision_replaced x WHERE x.project_id = d.project_id AND x.decision_id = d.id),
  'spans', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', s.span_id, 'version', s.version) ORDER BY s.span_id), '[]') FROM decision_span s WHERE s.project_id = d.project_id AND s.decision_id = d.id),
  'settled', (SELECT coalesce(jsonb_agg(${SETTLED_JSON(revision)} ORDER BY z.id), '[]') FROM settled_span z WHERE z.project_id = d.project_id AND z.decision_id = d.id))`;

/** Decisions (alias `d`) that nothing has replaced, except those that only took another one back. */
export const STANDS = "d.outcome <> 'reopened' AND NOT EXISTS (SELECT FROM decision_replaced gone WHERE gone.project_id = d.project_id AND gone.decision_id = d.id)";

/** The decisions on an article that stand, in the order in which they were made; settled marks on its current revision. */
export async function standingDecisions(actor: MemberActor, articleId: string): Promise<Decision[]> {
  const found = await rows<{ decision: Decision }>(
    `SELECT ${DECISION_JSON("ar.current_revision_id")} AS decision FROM decision d JOIN article ar ON ar.project_id = d.project_id AND ar.id = d.article_id
     WHERE d.project_id = $1 AND d.article_id = $2 AND ${STANDS} ORDER BY d.number`,
    [actor.projectId, articleId],
  );
  return found.map(({ decision }) => decision);
}
