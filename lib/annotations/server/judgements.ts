import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { START } from "@/lib/assignments/server/progress-counts";
import { conflict, invalid, notFound } from "@/lib/kernel/errors";
import { row, rows } from "@/lib/platform/database";
import type { Op } from "@/lib/projects/operation";
import { runOperation } from "@/lib/projects/server/operation";
import type { Confidence, JudgementValue } from "../span";
import { openAssignment } from "./open-assignment";
import { KEEP_SIGHT, SIGHT } from "./sight-sql";
import { CODEBOOK_VERSION } from "./span-sql";

export type Judgement = { targetId: string; value: JudgementValue | null; confidence: Confidence | null; note: string; version: number };
/** `version` is the one last seen, 0 for none yet. Confidence and note that are left out stay. */
export type JudgementWish = { version: number; value: JudgementValue | null; confidence?: Confidence | null | undefined; note?: string | undefined };

/** A stored judgement as the API shows it: a number from −2 to +2, or one of the two words. */
export const JUDGEMENT_VALUE = (column: string): string => `CASE WHEN ${column} ~ '^-?[0-2]$' THEN to_jsonb(${column}::int) ELSE to_jsonb(${column}) END`;

const SELECT = `SELECT target_id AS "targetId", ${JUDGEMENT_VALUE("value")} AS value, confidence, note, version FROM judgement WHERE project_id = $1 AND assignment_id = $2 AND target_id = $3 FOR UPDATE`;

const WRITE = `
INSERT INTO judgement (project_id, assignment_id, target_id, article_id, member_id, codebook_version_id, value, confidence, note, version, peers_seen, source_blind)
SELECT $1, $2, $3, x.article_id, x.member_id, ${CODEBOOK_VERSION("NULL")}, $4, $5, $6, $7, x.sees, x.blind
FROM (SELECT a.article_id, a.member_id, ${SIGHT("$8")} FROM assignment a JOIN project p ON p.id = a.project_id WHERE a.project_id = $1 AND a.id = $2) x
ON CONFLICT (project_id, assignment_id, target_id) DO UPDATE
SET value = excluded.value, confidence = excluded.confidence, note = excluded.note, version = excluded.version, updated_at = now(), codebook_version_id = excluded.codebook_version_id, ${KEEP_SIGHT("judgement")}`;

/** Sets the actor's stance of the whole article toward one target, with confidence and note; `value` null takes all three back. */
export const judge = (actor: MemberActor, op: Op, assignmentId: string, targetId: string, wish: JudgementWish): Promise<Judgement> =>
  runOperation(actor, op, async (tx) => {
    const { articleId } = await openAssignment(actor, assignmentId, tx);
    const target = await row<{ gone: boolean }>("SELECT archived_at IS NOT NULL OR merged_into_id IS NOT NULL AS gone FROM target WHERE project_id = $1 AND id = $2", [actor.projectId, targetId], tx);
    if (!target) throw notFound();
    if (target.gone) throw invalid("This target is no longer in use.");
    const nothing: Judgement = { targetId, value: null, confidence: null, note: "", version: 0 };
    const before = (await row<Judgement>(SELECT, [actor.projectId, assignmentId, targetId], tx)) ?? nothing;
    if (before.version !== wish.version) throw conflict("This judgement was changed elsewhere since you saw it.", { current: before });
    const { value, confidence = before.confidence, note = before.note } = wish;
    const after: Judgement = { ...(value === null ? nothing : { targetId, value, confidence, note }), version: wish.version + 1 };
    await rows(WRITE, [actor.projectId, assignmentId, targetId, text(after.value), after.confidence, after.note, after.version, actor.role === "annotator"], tx);
    await rows(
      "INSERT INTO judgement_event (project_id, assignment_id, target_id, version, member_id, op_id, before, after, detail) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
      [actor.projectId, assignmentId, targetId, after.version, actor.memberId, op.id, text(before.value), text(after.value), JSON.stringify({ confidence: after.confidence, note: after.note })],
      tx,
    );
    await rows(START, [actor.projectId, assignmentId], tx);
    await rows("INSERT INTO outbox (project_id, kind, article_id, member_id) VALUES ($1, 'judgement', $2, $3)", [actor.projectId, articleId, actor.memberId], tx);
    return { answer: after, deed: { action: "judgement.set", subject: "assignment", subjectId: assignmentId } };
  });

const text = (value: JudgementValue | null): string | null => (value === null ? null : String(value));
