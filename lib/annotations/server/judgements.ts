import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { START } from "@/lib/assignments/server/progress-counts";
import { conflict, invalid, notFound } from "@/lib/kernel/errors";
import { row, rows, type Sql } from "@/lib/platform/database";
import type { Op } from "@/lib/projects/operation";
import { runOperation } from "@/lib/projects/server/operation";
import type { JudgementValue } from "../span";
import { closedReason } from "./refusal";

export type Judgement = { targetId: string; value: JudgementValue | null; version: number };

/** A stored judgement as the API shows it: a number from −2 to +2, or one of the two words. */
export const JUDGEMENT_VALUE = (column: string): string => `CASE WHEN ${column} ~ '^-?[0-2]$' THEN to_jsonb(${column}::int) ELSE to_jsonb(${column}) END`;

const SELECT = `SELECT target_id AS "targetId", ${JUDGEMENT_VALUE("value")} AS value, version FROM judgement WHERE project_id = $1 AND assignment_id = $2 AND target_id = $3 FOR UPDATE`;

/**
 * Sets or clears (`value` null) the actor's stance of the whole article toward one target. `version` is the one
 * last seen, 0 for none yet.
 */
export const judge = (actor: MemberActor, op: Op, assignmentId: string, targetId: string, wish: { value: JudgementValue | null; version: number }): Promise<Judgement> =>
  runOperation(actor, op, async (tx) => {
    const articleId = await openAssignment(actor, assignmentId, tx);
    const target = await row<{ gone: boolean }>("SELECT archived_at IS NOT NULL OR merged_into_id IS NOT NULL AS gone FROM target WHERE project_id = $1 AND id = $2", [actor.projectId, targetId], tx);
    if (!target) throw notFound();
    if (target.gone) throw invalid("This target is no longer in use.");
    const before = await row<Judgement>(SELECT, [actor.projectId, assignmentId, targetId], tx);
    if ((before?.version ?? 0) !== wish.version) throw conflict("This judgement was changed elsewhere since you saw it.", { current: before ?? { targetId, value: null, version: 0 } });
    const version = wish.version + 1;
    await rows(
      `INSERT INTO judgement (project_id, assignment_id, target_id, article_id, member_id, codebook_version_id, value, version, peers_seen, source_blind)
       SELECT $1, $2, $3, $4, $5, (SELECT v.id FROM codebook_version v WHERE v.project_id = $1 AND v.state = 'published' ORDER BY v.number DESC LIMIT 1), $6, $7,
              p.revealed_at IS NOT NULL OR NOT $8, p.source_blind AND $8 AND a.source_seen_at IS NULL
       FROM project p JOIN assignment a ON a.project_id = p.id AND a.id = $2 WHERE p.id = $1
       ON CONFLICT (project_id, assignment_id, target_id) DO UPDATE
       SET value = excluded.value, version = excluded.version, updated_at = now(), codebook_version_id = excluded.codebook_version_id, peers_seen = judgement.peers_seen OR excluded.peers_seen`,
      [actor.projectId, assignmentId, targetId, articleId, actor.memberId, text(wish.value), version, actor.role === "annotator"],
      tx,
    );
    await rows(
      "INSERT INTO judgement_event (project_id, assignment_id, target_id, version, member_id, op_id, before, after) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
      [actor.projectId, assignmentId, targetId, version, actor.memberId, op.id, text(before?.value ?? null), text(wish.value)],
      tx,
    );
    await rows(START, [actor.projectId, assignmentId], tx);
    await rows("INSERT INTO outbox (project_id, kind, article_id, member_id) VALUES ($1, 'judgement', $2, $3)", [actor.projectId, articleId, actor.memberId], tx);
    return { answer: { targetId, value: wish.value, version }, deed: { action: "judgement.set", subject: "assignment", subjectId: assignmentId } };
  });

const text = (value: JudgementValue | null): string | null => (value === null ? null : String(value));

/** The article of an assignment that is the actor's and still open; locked until the transaction ends. */
export async function openAssignment(actor: MemberActor, assignmentId: string, tx: Sql): Promise<string> {
  const found = await row<{ state: string; article_id: string }>("SELECT state, article_id FROM assignment WHERE project_id = $1 AND id = $2 AND member_id = $3 AND NOT locked FOR UPDATE", [actor.projectId, assignmentId, actor.memberId], tx);
  if (!found) throw notFound();
  const closed = closedReason(found.state);
  if (closed) throw closed;
  return found.article_id;
}
