import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { invalid } from "@/lib/kernel/errors";
import { row, rows, type Sql } from "@/lib/platform/database";
import type { Op } from "@/lib/projects/operation";
import { runOperation } from "@/lib/projects/server/operation";
import { classify, unknownMeanings } from "../classify";
import { diffContents } from "../diff";
import { draftSeen } from "./draft";
import { readContent, refusal } from "./draft-checks";
import { CHANGE_TOUCHES, CHANGE_TOUCHES_ANSWER } from "./touches";
import { newestVersion, VERSION, type Version } from "./versions";

/** What was published, and how many marks (spans and answers on articles) need a look because of it. */
export type PublishedNow = { published: Version; affected: number; spans: number; answers: number };

/**
 * Publishes the draft that the caller saw, all or nothing: it becomes the newest version for good, keeps every change
 * with whether it is one of meaning, and marks what such a change touches for review. `meaning` are the ids whose
 * meaning changed, as the coordinator says; merges and splits always do. `meanwhile` runs before the transaction
 * ends, for tests of what others do at that moment.
 */
export const publish = (actor: MemberActor, op: Op, wish: { version: number; meaning: readonly string[]; note: string }, meanwhile?: (tx: Sql) => Promise<unknown>): Promise<PublishedNow> =>
  runOperation(actor, op, async (tx) => {
    const draft = await draftSeen(actor, wish.version, tx);
    const before = await newestVersion(actor, tx);
    const content = await readContent(actor, draft.content, before.content, tx);
    const found = diffContents(before.content, content);
    if (found.length === 0) throw invalid(`The draft says the same as version ${before.number}. Change something first.`);
    const unknown = unknownMeanings(found, wish.meaning);
    if (unknown.length > 0) throw refusal(unknown);
    await fence(actor, tx);
    const changes = JSON.stringify(classify(found, wish.meaning));
    const published = await row<Version>(
      `UPDATE codebook_version v SET state = 'published', published_at = now(), published_by = $3, note = $4, changes = $5, version = version + 1
       WHERE v.project_id = $1 AND v.id = $2 AND v.state = 'draft' RETURNING ${VERSION}`,
      [actor.projectId, draft.id, actor.memberId, wish.note, changes],
      tx,
    );
    await rows("UPDATE codebook SET name = $2 WHERE project_id = $1", [actor.projectId, content.name], tx);
    const flagged = await flag(actor, draft.id, changes, tx);
    const marks = { ...flagged, spans: flagged.spans + (await publishProposals(actor, draft.id, tx)) };
    await rows("INSERT INTO outbox (project_id, kind) VALUES ($1, 'codebook')", [actor.projectId], tx);
    await meanwhile?.(tx);
    const answer = { published: published as Version, affected: marks.spans + marks.answers, ...marks };
    return { answer, deed: { action: "codebook.published", subject: "codebook_version", subjectId: draft.id, detail: { number: draft.number, meaning: wish.meaning, ...marks } } };
  });

// A span being saved holds the version that it is stamped with (FOR SHARE); this waits for such saves, so that they
// are seen below, and changes the rows, so that a save that waits for us finds them changed and looks again.
const fence = (actor: MemberActor, tx: Sql): Promise<unknown> => rows("UPDATE codebook_version SET version = version + 1 WHERE project_id = $1 AND state = 'published'", [actor.projectId], tx);

/** Marks for review what a change of meaning touches; spans and answers stand as they are meanwhile. */
async function flag(actor: MemberActor, versionId: string, changes: string, tx: Sql): Promise<{ spans: number; answers: number }> {
  const spans = await row<{ n: number }>(
    `WITH flagged AS (
       INSERT INTO span_review (project_id, id, span_id, codebook_version_id, reason)
       SELECT $1, gen_random_uuid(), s.id, $2, why.reason FROM span s
       CROSS JOIN LATERAL (SELECT string_agg(DISTINCT c ->> 'reason', ' ') AS reason FROM jsonb_array_elements($3::jsonb) c WHERE (c ->> 'meaning')::boolean AND ${CHANGE_TOUCHES("s", "c")}) why
       WHERE s.project_id = $1 AND s.deleted_at IS NULL AND why.reason IS NOT NULL ORDER BY s.id
       ON CONFLICT DO NOTHING RETURNING 1
     ) SELECT count(*)::int AS n FROM flagged`,
    [actor.projectId, versionId, changes],
    tx,
  );
  const answers = await row<{ n: number }>(
    `WITH flagged AS (
       UPDATE article_answer a SET needs_review = true
       WHERE a.project_id = $1 AND EXISTS (SELECT FROM jsonb_array_elements($2::jsonb) c WHERE (c ->> 'meaning')::boolean AND ${CHANGE_TOUCHES_ANSWER("a.set_id", "a.label_ids", "c")}) RETURNING 1
     ) SELECT count(*)::int AS n FROM flagged`,
    [actor.projectId, changes],
    tx,
  );
  return { spans: spans?.n ?? 0, answers: answers?.n ?? 0 };
}

/** What a mark reads that showed a gap of the codebook. */
const GAP_CLOSED = "The codebook now says more about words like these.";

/** Marks the proposals that stand in the draft as published, and their marks for review. Returns how many marks were not for review already. */
async function publishProposals(actor: MemberActor, versionId: string, tx: Sql): Promise<number> {
  const fresh = await row<{ n: number }>(
    `WITH done AS (UPDATE codebook_proposal SET state = 'published', codebook_version_id = $2, version = version + 1 WHERE project_id = $1 AND state = 'taken' RETURNING span_ids
     ), flagged AS (
       INSERT INTO span_review (project_id, id, span_id, codebook_version_id, reason)
       SELECT $1, gen_random_uuid(), s.id, $2, $3 FROM span s WHERE s.project_id = $1 AND s.deleted_at IS NULL AND s.id IN (SELECT unnest(span_ids) FROM done) ORDER BY s.id
       ON CONFLICT (project_id, span_id, codebook_version_id) DO UPDATE SET reason = span_review.reason || ' ' || excluded.reason RETURNING xmax = 0 AS fresh
     ) SELECT count(*) FILTER (WHERE fresh)::int AS n FROM flagged`,
    [actor.projectId, versionId, GAP_CLOSED],
    tx,
  );
  return fresh?.n ?? 0;
}
