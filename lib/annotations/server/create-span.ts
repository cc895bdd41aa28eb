import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { AppError, conflict } from "@/lib/kernel/errors";
import { preparedRow } from "@/lib/platform/database";
import { COUNT_PROGRESS, STARTED } from "@/lib/assignments/server/progress-counts";
import type { Op } from "@/lib/projects/operation";
import { replay } from "@/lib/projects/server/operation";
import type { Span, SpanCodes, SpanPart } from "../span";
import { speakerName } from "../speaker";
import { checkedVersion } from "./given-labels";
import { explainRefusal } from "./refusal";
import { trueParts } from "./served";
import { addSpeaker, SPEAKER_NAMED } from "./speakers";
import { CODEBOOK_VERSION, FLAG_OUTDATED, OPEN, PARTS_FIT, ROLLUP_DELTA, SEEN_BEFORE, SPAN_STATE } from "./span-sql";

/** How often a span is tried whose article is changed again and again just then. */
const TRIES = 4;

export type NewSpan = SpanCodes & { id: string; revisionId: string; parts: SpanPart[]; codebookVersionId?: string | undefined; fromSuggestion?: boolean | undefined };

// One statement, one round trip: span, parts, event, counts, outbox and operation stand or fall together, and the
// quote is compared with the stored text in the same statement that writes it. The blocks are those of the article's
// version: where it was changed while the statement waited for it, the locked row no longer fits, and it is run again.
// The same holds for the codebook's version, whose row every publication changes. The assignment is locked as if it
// were changed, since the first mark does change it: two first marks that shared the lock would deadlock.
const CREATE = `
WITH part AS (
  SELECT p.ordinal::int, p.s, p.e, p.q FROM unnest($5::int[], $6::int[], $7::text[]) WITH ORDINALITY AS p(s, e, q, ordinal)
), place AS (
  SELECT a.id AS assignment_id, a.article_id, ${SEEN_BEFORE("source_seen_at")} AS source_seen, r.id AS revision_id, p.source_blind, p.revealed_at IS NOT NULL AS revealed,
         cv.id AS codebook_version_id, ${SEEN_BEFORE("peers_seen_at")} AS peers_seen
  FROM assignment a
  JOIN project p ON p.id = a.project_id
  JOIN article ar ON ar.project_id = a.project_id AND ar.id = a.article_id AND ar.version = (SELECT seen.version FROM article seen WHERE seen.project_id = a.project_id AND seen.id = a.article_id)
  JOIN codebook_version cv ON cv.project_id = a.project_id AND cv.id = ${CODEBOOK_VERSION("$21")} AND cv.version = (SELECT seen.version FROM codebook_version seen WHERE seen.project_id = a.project_id AND seen.id = cv.id)
  JOIN revision r ON r.project_id = a.project_id AND r.id = ar.current_revision_id AND r.id = $4
  JOIN target t ON t.project_id = a.project_id AND t.id = $9 AND t.archived_at IS NULL AND t.merged_into_id IS NULL
  WHERE a.project_id = $1 AND a.id = $3 AND a.member_id = $2 AND a.state IN ${OPEN} AND NOT a.locked AND ($24::text IS NULL OR ${SPEAKER_NAMED("$24")} IS NOT NULL) ${PARTS_FIT}
  FOR NO KEY UPDATE OF a FOR SHARE OF ar, cv
), op AS (
  INSERT INTO operation (project_id, member_id, op_id, request_digest, status, answer)
  SELECT $1, $2, $17, $18, 201, $19::jsonb FROM place
  ON CONFLICT DO NOTHING RETURNING op_id
), made AS (
  INSERT INTO span (project_id, id, assignment_id, article_id, member_id, target_id, codebook_version_id, framing, voice, attribution, directness, device, confidence, note, source_blind, peers_seen, label_ids, from_suggestion, speaker_id)
  SELECT $1, $8, place.assignment_id, place.article_id, $2, $9, place.codebook_version_id, $10, $11, $12, $13, $14, $15, $16,
         place.source_blind AND NOT place.source_seen AND NOT place.revealed AND $20, place.revealed OR place.peers_seen OR NOT $20, $22::uuid[], $23, ${SPEAKER_NAMED("$24")}
  FROM place, op RETURNING *
), parts AS (
  INSERT INTO span_part (project_id, span_id, revision_id, ordinal, start_offset, end_offset, quote)
  SELECT $1, made.id, place.revision_id, part.ordinal, part.s, part.e, part.q FROM made, place, part
), event AS (
  INSERT INTO span_event (project_id, span_id, version, kind, member_id, op_id, after)
  SELECT $1, made.id, 1, 'created', $2, $17, ${SPAN_STATE("made")} FROM made
), flagged AS (${FLAG_OUTDATED("made")}
), counted AS (${ROLLUP_DELTA(null, "made")}
), started AS (
  UPDATE assignment SET state = 'in_progress', version = assignment.version + 1 FROM made
  WHERE assignment.project_id = $1 AND assignment.id = made.assignment_id AND assignment.state = 'assigned'
  RETURNING assignment.project_id, assignment.article_id, assignment.member_id, assignment.phase
), moved AS (${STARTED}
), ${COUNT_PROGRESS("moved")}, told AS (
  INSERT INTO outbox (project_id, kind, article_id, member_id) SELECT $1, 'span', made.article_id, $2 FROM made
)
SELECT id FROM made`;

/**
 * Stores one span of the actor's own assignment. The answer of a repeated operation is that of the first time.
 * Refuses, naming the reason: a foreign or submitted assignment, a range outside the text or across chrome, a quote
 * that is not what stands there, an id or operation already used.
 */
export async function createSpan(actor: MemberActor, op: Op, assignmentId: string, span: NewSpan): Promise<Span> {
  const speaker = span.speaker ? speakerName(span.speaker) : null;
  const answer: Span = {
    id: span.id, version: 1, memberId: actor.memberId, targetId: span.targetId, framing: span.framing, voice: span.voice,
    attribution: span.attribution, speaker, directness: span.directness, device: span.device, confidence: span.confidence, note: span.note, labelIds: span.labelIds, fromSuggestion: span.fromSuggestion ?? false, parts: span.parts,
  };
  const checked = await checkedVersion(actor, span);
  const { parts, serve } = await trueParts(actor, assignmentId, span);
  const values = [
    actor.projectId, actor.memberId, assignmentId, span.revisionId,
    parts.map((part) => part.start), parts.map((part) => part.end), parts.map((part) => part.quote),
    span.id, span.targetId, span.framing, span.voice, span.attribution, span.directness, span.device, span.confidence, span.note,
    op.id, op.digest, JSON.stringify(answer), actor.role === "annotator", checked.codebookVersionId ?? null, span.labelIds, span.fromSuggestion ?? false, speaker,
  ];
  for (let tries = 0; tries < TRIES; tries++) {
    if (!checked.refusal && (await store(values))) return answer;
    const done = await replay<Span>(actor, op).catch(() => null);
    if (done) return { ...done, parts: done.parts.map((part) => ({ ...part, quote: serve(part.start, part.quote) })) };
    const refusal = checked.refusal ?? await explainRefusal(actor, op, assignmentId, span, serve);
    if (refusal) throw refusal;
    if (speaker !== null) await addSpeaker(actor, speaker);
  }
  throw new AppError("unavailable", "This article is being changed at this moment. Nothing was lost; try again.", {}, { "Retry-After": "2" });
}

async function store(values: readonly unknown[]): Promise<boolean> {
  try {
    return (await preparedRow("create-span", CREATE, values)) !== undefined;
  } catch (error) {
    if ((error as { code?: string }).code !== "23505") throw error;
    throw conflict("A span with this id exists already.");
  }
}
