import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { capturedTexts } from "@/lib/articles/server/captured-texts";
import { reanchoring } from "@/lib/articles/reanchor/reanchor";
import { setLocks } from "@/lib/assignments/server/practice-gate";
import { row, rows, type Sql } from "@/lib/platform/database";
import { compareWithKey, practiceStanding, type KeyContent, type KeyedMark } from "../answer-key";

type First = { assignmentId: string; articleId: string; memberId: string; phase: string; revisionId: string; keyRevisionId: string; spans: (KeyedMark & { labelIds?: string[]; orphaned?: boolean })[]; key: KeyContent };

const FIRST = `
SELECT a.id AS "assignmentId", a.article_id AS "articleId", a.member_id AS "memberId", a.phase, s.content -> 'spans' AS spans, s.content ->> 'revisionId' AS "revisionId", k.content AS key, k.revision_id AS "keyRevisionId"
FROM assignment a JOIN answer_key k ON k.project_id = a.project_id AND k.article_id = a.article_id
JOIN submission s ON s.project_id = a.project_id AND s.assignment_id = a.id AND s.number = 1
WHERE a.project_id = $1 AND a.round = 1`;

type Submitted = Pick<First, "revisionId" | "keyRevisionId" | "spans">;

/**
 * Finds the marks of stored submissions on the text of the key, which a correction may have replaced since: what a
 * submission holds never changes. Marks whose words went with it, before or after they were submitted, are left out, as they are of the key. Those of the
 * first releases carry no labels.
 */
export async function marksOnText(actor: MemberActor, submitted: readonly Submitted[], tx?: Sql): Promise<(one: Submitted) => KeyedMark[]> {
  const moved = submitted.filter((one) => one.revisionId !== one.keyRevisionId);
  const texts = await capturedTexts(actor, [...new Set(moved.flatMap((one) => [one.revisionId, one.keyRevisionId]))], tx);
  const finders = new Map<string, ReturnType<typeof reanchoring>>();
  const finder = ({ revisionId, keyRevisionId }: Submitted): ReturnType<typeof reanchoring> | null => {
    const [old, now] = [texts.get(revisionId), texts.get(keyRevisionId)];
    if (revisionId === keyRevisionId || !old || !now) return null;
    const key = `${revisionId} ${keyRevisionId}`;
    const known = finders.get(key) ?? reanchoring(old, now);
    finders.set(key, known);
    return known;
  };
  return (one) => {
    const find = finder(one);
    return one.spans.flatMap(({ orphaned, ...span }): KeyedMark[] => {
      const parts = orphaned ? [] : find ? find(span.parts).parts : span.parts;
      return parts.length === 0 ? [] : [{ ...span, parts, labelIds: span.labelIds ?? [] }];
    });
  };
}

/**
 * Scores first submissions of articles with a key, and opens the queue of annotators who have now passed practice.
 * Only the first submission of a first reading counts: by the second one the key has been seen. Runs in the
 * transaction that submits, or that writes the key; what was scored before is scored anew.
 */
export async function scoreWithKeys(actor: MemberActor, tx: Sql, scope: { assignmentIds: readonly string[] } | { articleId: string }): Promise<void> {
  const found = "articleId" in scope ? await rows<First>(`${FIRST} AND a.article_id = $2`, [actor.projectId, scope.articleId], tx) : await rows<First>(`${FIRST} AND a.id = ANY($2::uuid[])`, [actor.projectId, scope.assignmentIds], tx);
  if (found.length === 0) return;
  const onKeyText = await marksOnText(actor, found, tx);
  const results = found.map((one) => compareWithKey(onKeyText(one), one.key));
  await rows(
    `INSERT INTO practice_result (project_id, assignment_id, article_id, member_id, kind, score, hits, missed, extra, different)
     SELECT $1, * FROM unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::float8[], $7::int[], $8::int[], $9::int[], $10::int[])
     ON CONFLICT (project_id, assignment_id) DO UPDATE SET score = excluded.score, hits = excluded.hits, missed = excluded.missed, extra = excluded.extra, different = excluded.different`,
    [
      actor.projectId, found.map((one) => one.assignmentId), found.map((one) => one.articleId), found.map((one) => one.memberId), found.map((one) => (one.phase === "practice" ? "practice" : "gold")),
      results.map((one) => one.score), results.map((one) => one.hits), results.map((one) => one.missed), results.map((one) => one.extra), results.map((one) => one.different),
    ],
    tx,
  );
  await openPassed(actor, tx, [...new Set(found.filter((one) => one.phase === "practice").map((one) => one.memberId))]);
}

/** Lets annotators through whose practice reaches the project's threshold: those named, or all. Whoever is through stays through. */
export async function openPassed(actor: MemberActor, tx: Sql, memberIds: readonly string[] | null): Promise<void> {
  const rule = await row<{ threshold: number | null; minimum: number }>("SELECT practice_threshold AS threshold, practice_minimum AS minimum FROM project WHERE id = $1", [actor.projectId], tx);
  if (!rule || rule.threshold === null) return;
  const { threshold, minimum } = rule;
  const scores = await rows<{ memberId: string; scores: number[] }>(
    `SELECT r.member_id AS "memberId", array_agg(r.score ORDER BY r.at, r.assignment_id) AS scores
     FROM practice_result r JOIN member m ON m.project_id = r.project_id AND m.id = r.member_id AND m.qualified_at IS NULL
     WHERE r.project_id = $1 AND r.kind = 'practice' AND ($2::uuid[] IS NULL OR r.member_id = ANY($2::uuid[])) GROUP BY r.member_id`,
    [actor.projectId, memberIds],
    tx,
  );
  const passed = scores.filter((one) => practiceStanding(one.scores, { threshold, minimum }).passed).map((one) => one.memberId);
  if (passed.length === 0) return;
  await rows("UPDATE member SET qualified_at = now(), version = version + 1 WHERE project_id = $1 AND id = ANY($2::uuid[])", [actor.projectId, passed], tx);
  await setLocks(actor, tx, actor.projectId, passed);
}
