import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { AppError, conflict, invalid, notFound } from "@/lib/kernel/errors";
import { preparedRow, row } from "@/lib/platform/database";
import type { Op } from "@/lib/projects/operation";
import { replay, reused } from "@/lib/projects/server/operation";
import type { Span, SpanCodes, SpanPart } from "../span";
import { checkedVersion } from "./given-labels";
import { MOVES, movedParts, type MovedParts } from "./moved-parts";
import { mayHaveSpeaker, speakerName } from "../speaker";
import { closedReason, corrected, explainParts } from "./refusal";
import { servedParts } from "./served";
import { addSpeaker, SPEAKER_NAMED } from "./speakers";
import { CODEBOOK_VERSION, FLAG_OUTDATED, CURRENT_REVISION, OPEN, PARTS_JSON, ROLLUP_DELTA, SEEN_BEFORE, SPAN_JSON, SPAN_STATE } from "./span-sql";

/** How often a change is tried while the codebook is published again and again. */
const TRIES = 4;

/** New codes for a span, or other words (of the revision that is named, or the current one); what is left out stays. */
export type SpanChange = { version: number; revisionId?: string | undefined; codebookVersionId?: string | undefined; parts?: SpanPart[] | undefined } & { [K in keyof SpanCodes]?: SpanCodes[K] | undefined };

/** `moved`: changed, and its words, too. */
type Kind = "changed" | "moved" | "deleted" | "restored" | "confirmed";

const settle = (outcome: "kept" | "changed" | "deleted", when: string): string => `
  UPDATE span_review r SET settled_at = now(), outcome = '${outcome}' FROM made, codebook_version asked, codebook_version stamped
  WHERE r.project_id = $1 AND r.span_id = made.id AND r.settled_at IS NULL AND asked.project_id = $1 AND asked.id = r.codebook_version_id
    AND stamped.project_id = $1 AND stamped.id = made.codebook_version_id AND ${when}`;

// What a change means for the reviews that new codebooks asked for: one made under an older codebook settles none of a later one.
const SETTLE: Readonly<Record<Kind, string>> = {
  changed: settle("changed", "asked.number <= stamped.number"),
  moved: settle("changed", "asked.number <= stamped.number"),
  confirmed: settle("kept", "asked.number <= stamped.number"),
  deleted: settle("deleted", "true"),
  restored: "UPDATE span_review r SET settled_at = NULL, outcome = NULL FROM made WHERE r.project_id = $1 AND r.span_id = made.id AND r.outcome = 'deleted'",
};

const CURRENT_PARTS = (span: string): string => PARTS_JSON(span, CURRENT_REVISION(span));

const keep = (key: string, column: string): string => `CASE WHEN $5::jsonb ? '${key}' THEN $5::jsonb->>'${key}' ELSE span.${column} END`;

/** One statement for every change of a standing or deleted span: the row, its event, the counts and the operation. */
const statement = (kind: Kind, set: string, moves?: typeof MOVES): string => `
WITH ${moves ? `${moves.wished},` : ""} before AS (
  SELECT s.*, p.revealed_at IS NOT NULL OR ${SEEN_BEFORE("peers_seen_at")} OR NOT $9 AS sees, p.revealed_at IS NOT NULL OR ${SEEN_BEFORE("source_seen_at")} OR NOT $9 AS sees_source${moves?.placed ?? ""} FROM span s
  JOIN assignment a ON a.project_id = s.project_id AND a.id = s.assignment_id AND a.state IN ${OPEN} AND NOT a.locked
  JOIN project p ON p.id = s.project_id
  ${moves?.joined ?? ""}
  JOIN codebook_version cv ON cv.project_id = s.project_id AND cv.id = s.codebook_version_id AND cv.version = (SELECT seen.version FROM codebook_version seen WHERE seen.project_id = s.project_id AND seen.id = cv.id)
  WHERE s.project_id = $1 AND s.id = $3 AND s.member_id = $2 AND s.version = $4 AND s.deleted_at IS ${kind === "restored" ? "NOT NULL" : "NULL"}
    AND NOT EXISTS (SELECT FROM target t WHERE t.project_id = $1 AND t.id = ($5::jsonb->>'targetId')::uuid AND (t.archived_at IS NOT NULL OR t.merged_into_id IS NOT NULL))
    AND ($5::jsonb->>'speaker' IS NULL OR ${SPEAKER_NAMED("($5::jsonb->>'speaker')")} IS NOT NULL)
    AND (NOT $5::jsonb ? 'speaker' OR $5::jsonb->>'speaker' IS NULL OR coalesce(CASE WHEN $5::jsonb ? 'voice' THEN $5::jsonb->>'voice' ELSE s.voice END, 'own') <> 'own')
    AND NOT EXISTS (SELECT FROM operation o WHERE o.project_id = $1 AND o.member_id = $2 AND o.op_id = $6) ${moves?.fits ?? ""}
  FOR NO KEY UPDATE OF s FOR SHARE OF a, cv${moves ? ", ar" : ""}
), made AS (
  UPDATE span SET ${set}, version = span.version + 1, updated_at = now(), peers_seen = span.peers_seen OR before.sees, source_blind = span.source_blind AND NOT before.sees_source,
    changed_after_reveal = span.changed_after_reveal OR before.sees AND NOT span.peers_seen OR before.sees_source AND span.source_blind
  FROM before WHERE span.project_id = before.project_id AND span.id = before.id RETURNING span.*
)${moves ? `, ${moves.written}` : ""}, event AS (
  INSERT INTO span_event (project_id, span_id, version, kind, member_id, op_id, before, after)
  SELECT $1, made.id, made.version, '${kind === "moved" ? "changed" : kind}', $2, $6, ${SPAN_STATE("before")}${moves?.was ?? ""}, ${SPAN_STATE("made")}${moves?.is ?? ""} FROM made, before
), counted AS (${ROLLUP_DELTA("before", "made")}
), settled AS (${SETTLE[kind]}
), flagged AS (${FLAG_OUTDATED("made", String(kind !== "deleted" && kind !== "confirmed"))}
), told AS (
  INSERT INTO outbox (project_id, kind, article_id, member_id) SELECT $1, 'span', made.article_id, $2 FROM made
), shown AS (SELECT ${SPAN_JSON("made", `coalesce($10::jsonb, ${moves ? "$11::jsonb" : CURRENT_PARTS("made")})`)} AS answer FROM made
), op AS (
  INSERT INTO operation (project_id, member_id, op_id, request_digest, status, answer)
  SELECT $1, $2, $6, $7, $8, shown.answer FROM shown
)
SELECT answer FROM shown`;

const CODES = `
  target_id = coalesce(($5::jsonb->>'targetId')::uuid, span.target_id), framing = coalesce($5::jsonb->>'framing', span.framing),
  speaker_id = CASE WHEN $5::jsonb ? 'speaker' THEN ${SPEAKER_NAMED("($5::jsonb->>'speaker')")} ELSE span.speaker_id END, voice = ${keep("voice", "voice")}, attribution = ${keep("attribution", "attribution")},
  directness = coalesce($5::jsonb->>'directness', span.directness), device = ${keep("device", "device")},
  confidence = (${keep("confidence", "confidence::text")})::smallint, note = coalesce($5::jsonb->>'note', span.note), label_ids = CASE WHEN $5::jsonb ? 'labelIds' THEN ARRAY(SELECT jsonb_array_elements_text($5::jsonb->'labelIds'))::uuid[] ELSE span.label_ids END,
  codebook_version_id = coalesce(${CODEBOOK_VERSION("($5::jsonb->>'codebookVersionId')")}, span.codebook_version_id)`;

const STATEMENTS: Readonly<Record<Kind, string>> = {
  changed: statement("changed", CODES),
  moved: statement("moved", CODES, MOVES),
  deleted: statement("deleted", "deleted_at = now()"),
  restored: statement("restored", "deleted_at = NULL"),
  confirmed: statement("confirmed", `codebook_version_id = coalesce(${CODEBOOK_VERSION("($5::jsonb->>'codebookVersionId')")}, span.codebook_version_id)`),
};

type Patch = { voice?: SpanCodes["voice"] | undefined; speaker?: SpanCodes["speaker"]; targetId?: string | undefined; labelIds?: readonly string[] | undefined; codebookVersionId?: string | undefined; revisionId?: string | undefined };
type Served = Span["parts"] | null;
/** A change of one span. `moved`: its new words, of a change that has any. */
type Wish = { kind: Kind; op: Op; id: string; version: number; patch: Patch; moved?: MovedParts | undefined; wrong?: AppError | undefined };

async function run(actor: MemberActor, wish: Wish): Promise<Span> {
  const served = await servedParts(actor, wish.id);
  for (let tries = 0; tries < TRIES; tries++) {
    const done = (wish.wrong ? undefined : await store(actor, wish, served)) ?? (await refused(actor, wish, served));
    if (!done && wish.wrong) throw wish.wrong;
    if (done) return done;
    if (wish.patch.speaker) await addSpeaker(actor, wish.patch.speaker);
  }
  throw new AppError("unavailable", "The codebook or the article is being changed at this moment. Nothing was lost; try again.", {}, { "Retry-After": "2" });
}

async function store(actor: MemberActor, { kind, op, id, version, patch, moved }: Wish, served: Served): Promise<Span | undefined> {
  const shown = moved ? moved.served : served;
  const values = [actor.projectId, actor.memberId, id, version, JSON.stringify(patch), op.id, op.digest, 200, actor.role === "annotator", shown && JSON.stringify(shown), ...(moved ? [JSON.stringify(moved.parts)] : [])];
  const done = await preparedRow<{ answer: Span }>(`span-${kind}`, STATEMENTS[kind], values).catch((error: { code?: string; constraint?: string }) => {
    // Two identical requests at once: the second finds the first one's operation in the way and answers as it did.
    if (error.code === "23505" && error.constraint === "operation_pkey") return undefined;
    throw error;
  });
  return done?.answer;
}

/** Answers as the first time, or throws why nothing was changed; null when no reason is left, as after a publication meanwhile. */
async function refused(actor: MemberActor, { kind, op, id, version, patch, moved }: Wish, served: Served): Promise<Span | null> {
  const shown = (span: Span, parts: Served): Span => (parts ? { ...span, parts } : span);
  const again = await row<{ digest: string }>("SELECT request_digest AS digest FROM operation WHERE project_id = $1 AND member_id = $2 AND op_id = $3", [actor.projectId, actor.memberId, op.id]);
  if (again) {
    if (again.digest !== op.digest) throw reused();
    return shown(await replay<Span>(actor, op), moved ? moved.served : served);
  }
  const now = await row<{ state: string; locked: boolean; deleted: boolean; current: Span; unused: string | null; blocks: number[]; revisionId: string }>(
    `SELECT coalesce(a.block_ordinals, '{}') AS blocks, ${CURRENT_REVISION("s")} AS "revisionId", a.state, a.locked, s.deleted_at IS NOT NULL AS deleted, (SELECT t.name FROM target t WHERE t.project_id = $1 AND t.id = $4 AND (t.archived_at IS NOT NULL OR t.merged_into_id IS NOT NULL)) AS unused, ${SPAN_JSON("s", CURRENT_PARTS("s"))} AS current
     FROM span s JOIN assignment a ON a.project_id = s.project_id AND a.id = s.assignment_id WHERE s.project_id = $1 AND s.id = $2 AND s.member_id = $3`,
    [actor.projectId, id, actor.memberId, patch.targetId ?? null],
  );
  if (!now || now.locked) throw notFound();
  const closed = closedReason(now.state);
  if (closed) throw closed;
  if (now.current.version === version && now.unused !== null) throw invalid(`The target “${now.unused}” is no longer in use.`, { errors: [{ path: "/targetId", message: "archived or merged" }] });
  if (now.current.version === version && patch.speaker && !mayHaveSpeaker(patch.voice === undefined ? now.current.voice : patch.voice)) throw onlyOthersSpeak();
  if (now.current.version === version && now.deleted === (kind === "restored")) {
    if (moved && patch.revisionId !== undefined && patch.revisionId !== now.revisionId) throw corrected(moved.served ?? moved.parts);
    const problem = moved && (await explainParts(actor, { revisionId: now.revisionId, parts: moved.served ?? moved.parts }, now.blocks, moved.serve));
    if (problem) throw problem;
    return null;
  }
  throw conflict(now.deleted ? "This span was deleted elsewhere." : "This span was changed elsewhere since you saw it.", { current: now.deleted ? null : shown(now.current, served), version: now.current.version });
}

const onlyOthersSpeak = (): AppError => invalid("Only quoted and embedded words have a speaker.", { errors: [{ path: "/speaker", message: "only quoted or embedded words have a speaker" }] });

/** Changes codes or words of one's own span; a stale version is a conflict that carries the span as it stands. */
export async function changeSpan(actor: MemberActor, op: Op, id: string, { version, parts, ...patch }: SpanChange): Promise<Span> {
  // A voice other than `quoted` has no attribution, and one's own no speaker; saying so here keeps a client from having to send both.
  const named = patch.speaker ? { ...patch, speaker: speakerName(patch.speaker) } : patch.voice !== undefined && !mayHaveSpeaker(patch.voice) ? { ...patch, speaker: null } : patch;
  const voiced = patch.voice !== undefined && patch.voice !== "quoted" ? { ...named, attribution: null } : named;
  const checked = await checkedVersion(actor, patch, id);
  const whole = checked.codebookVersionId === undefined ? voiced : { ...voiced, codebookVersionId: checked.codebookVersionId };
  const moved = parts && (await movedParts(actor, id, parts));
  return run(actor, { kind: moved ? "moved" : "changed", op, id, version, patch: whole, moved, wrong: checked.refusal }).catch((error: { code?: string; constraint?: string }) => {
    if (error.code === "23514" && error.constraint === "span_attribution_check") throw conflict("Only quoted words are direct or reported.");
    if (error.code === "23503") throw notFound();
    throw error;
  });
}

/** Takes a span away; it is kept for the record and can be restored by its author. */
export const deleteSpan = (actor: MemberActor, op: Op, id: string, version: number): Promise<Span> => run(actor, { kind: "deleted", op, id, version, patch: {} });

/** Says that a span stands as it is under the codebook version that was looked at, or the newest, whose changes asked for a look. */
export const confirmSpan = (actor: MemberActor, op: Op, id: string, { version, codebookVersionId }: { version: number; codebookVersionId?: string | undefined }): Promise<Span> =>
  run(actor, { kind: "confirmed", op, id, version, patch: codebookVersionId === undefined ? {} : { codebookVersionId } });

/** Puts a deleted span back. */
export const restoreSpan = (actor: MemberActor, op: Op, id: string, version: number): Promise<Span> => run(actor, { kind: "restored", op, id, version, patch: {} });
