import "server-only";
import { createHash } from "node:crypto";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { carriedOrdinals } from "@/lib/articles/reanchor/carried-kinds";
import { newId } from "@/lib/kernel/id";
import { row, rows, type Sql } from "@/lib/platform/database";
import { OPEN } from "../span-sql";
import type { RevisionPlan } from "./plan";

/** Stores the text, its blocks, and what the article says of it. Returns the revision's id and number. */
export async function writeRevision(actor: MemberActor, articleId: string, { composed }: RevisionPlan, note: string, tx: Sql): Promise<{ id: string; number: number }> {
  const id = newId();
  const made = await row<{ number: number }>(
    `INSERT INTO revision (project_id, id, article_id, number, text, sha256, code_points, created_by, note)
     SELECT $1, $2, $3, max(number) + 1, $4, $5, $6, $7, $8 FROM revision WHERE project_id = $1 AND article_id = $3 RETURNING number`,
    [actor.projectId, id, articleId, composed.text, createHash("sha256").update(composed.text, "utf8").digest(), composed.codePoints, actor.memberId, note],
    tx,
  );
  const { blocks } = composed;
  await rows(
    `INSERT INTO block (project_id, revision_id, ordinal, kind, start_offset, end_offset, reason)
     SELECT $1, $2, x.* FROM unnest($3::int[], $4::text[], $5::int[], $6::int[], $7::text[]) AS x(ordinal, kind, s, e, reason)`,
    [actor.projectId, id, blocks.map((b) => b.ordinal), blocks.map((b) => b.kind), blocks.map((b) => b.start), blocks.map((b) => b.end), blocks.map((b) => b.reason)],
    tx,
  );
  await rows(
    "UPDATE article SET current_revision_id = $3, title = $4, words = $5, code_points = $6, own_voice_code_points = $7, version = version + 1 WHERE project_id = $1 AND id = $2",
    [actor.projectId, articleId, id, composed.title, composed.words, composed.codePoints, composed.ownVoice],
    tx,
  );
  return { id, number: made?.number ?? 0 };
}

/** Adds the parts of every mark that was found again, and what became of each; parts on older revisions stay as they are. */
export async function writeAnchors(actor: MemberActor, revisionId: string, { marks }: RevisionPlan, tx: Sql): Promise<void> {
  const parts = marks.flatMap(({ spanId, anchored }) => anchored.parts.map((part, i) => ({ ...part, spanId, ordinal: i + 1, status: anchored.outcome === "repaired" ? "repaired" : "exact" })));
  await rows(
    `INSERT INTO span_part (project_id, span_id, revision_id, ordinal, start_offset, end_offset, quote, status)
     SELECT $1, x.span_id, $2, x.ordinal, x.s, x.e, x.quote, x.status FROM unnest($3::uuid[], $4::int[], $5::int[], $6::int[], $7::text[], $8::text[]) AS x(span_id, ordinal, s, e, quote, status)`,
    [actor.projectId, revisionId, parts.map((p) => p.spanId), parts.map((p) => p.ordinal), parts.map((p) => p.start), parts.map((p) => p.end), parts.map((p) => p.quote), parts.map((p) => p.status)],
    tx,
  );
  await rows(
    `INSERT INTO span_anchor (project_id, revision_id, span_id, from_revision_id, outcome, score)
     SELECT $1, $2, x.* FROM unnest($3::uuid[], $4::uuid[], $5::text[], $6::float8[]) AS x(span_id, from_id, outcome, score)`,
    [actor.projectId, revisionId, marks.map((m) => m.spanId), marks.map((m) => m.revisionId), marks.map((m) => m.anchored.outcome), marks.map((m) => m.anchored.score)],
    tx,
  );
}

/** Brings the article's key along. Marks of it that are gone stay in it under `orphaned`, where nothing is compared with them. */
export async function writeKey(actor: MemberActor, articleId: string, revisionId: string, { key }: RevisionPlan, tx: Sql): Promise<void> {
  if (key === null) return;
  const gone = key.content.spans.filter((_, i) => key.anchored[i]?.outcome === "orphaned");
  const spans = key.content.spans.flatMap((span, i) => {
    const parts = key.anchored[i]?.parts ?? [];
    return parts.length === 0 ? [] : [{ ...span, parts }];
  });
  const content = { ...key.content, spans, orphaned: [...(key.content.orphaned ?? []), ...gone] };
  await rows("UPDATE answer_key SET revision_id = $3, content = $4, updated_at = now(), version = version + 1 WHERE project_id = $1 AND article_id = $2", [actor.projectId, articleId, revisionId, JSON.stringify(content)], tx);
}

/** Gives assignments of numbered blocks the numbers of these blocks in the new text, counts their versions up, and tells everybody who works on the article. */
export async function carryAssignments(actor: MemberActor, articleId: string, { kept, composed }: RevisionPlan, tx: Sql): Promise<void> {
  const named = await rows<{ id: string; ordinals: number[] }>(
    "SELECT id, block_ordinals AS ordinals FROM assignment WHERE project_id = $1 AND article_id = $2 AND cardinality(block_ordinals) > 0 ORDER BY id",
    [actor.projectId, articleId],
    tx,
  );
  await rows(
    "UPDATE assignment a SET block_ordinals = ARRAY(SELECT jsonb_array_elements_text(x.ordinals::jsonb)::int) FROM unnest($2::uuid[], $3::text[]) AS x(id, ordinals) WHERE a.project_id = $1 AND a.id = x.id",
    [actor.projectId, named.map(({ id }) => id), named.map(({ ordinals }) => JSON.stringify(carriedOrdinals(ordinals, kept, composed.blocks.length)))],
    tx,
  );
  // Whoever submits must have seen this text.
  await rows(`UPDATE assignment SET version = version + 1, revised_version = version + 1 WHERE project_id = $1 AND article_id = $2 AND state IN ${OPEN}`, [actor.projectId, articleId], tx);
  await rows(
    "INSERT INTO outbox (project_id, kind, article_id, member_id) SELECT DISTINCT $1::uuid, 'revised', $2::uuid, member_id FROM assignment WHERE project_id = $1 AND article_id = $2 AND state <> 'withdrawn'",
    [actor.projectId, articleId],
    tx,
  );
}
