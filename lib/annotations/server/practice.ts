import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { textMask } from "@/lib/articles/server/source-mask";
import { setLocks } from "@/lib/assignments/server/practice-gate";
import { conflict, notFound } from "@/lib/kernel/errors";
import { row, rows, type Sql } from "@/lib/platform/database";
import type { Op } from "@/lib/projects/operation";
import { memberRow, type MemberRow } from "@/lib/projects/server/members";
import { runOperation } from "@/lib/projects/server/operation";
import { compareWithKey, practiceStanding, type KeyComparison, type KeyContent, type KeyedMark } from "../answer-key";
import type { JudgementValue } from "../span";
import { JUDGEMENT_VALUE } from "./judgements";
import { marksOnText, openPassed } from "./practice-results";

/** What an annotator learns after a practice article. */
export type Feedback = KeyComparison & {
  assignmentId: string;
  articleId: string;
  title: string;
  annotator: string;
  phase: string;
  judgements: { targetId: string; own: JudgementValue | null; key: JudgementValue }[];
  targets: { id: string; name: string }[];
};

type Found = { articleId: string; title: string; annotator: string; phase: string; own: boolean; revisionId: string; keyRevisionId: string; spans: (KeyedMark & { labelIds?: string[]; orphaned?: boolean })[]; judgements: { targetId: string; value: JudgementValue | null }[]; key: KeyContent | null };

/**
 * The newest submission of an assignment beside the article's key. For its annotator only after practice: a key article
 * in the real queue is nothing to them but an article. For those who manage keys, any. 404 for everything else, 409 for practice without a key.
 */
export async function feedback(actor: MemberActor, assignmentId: string): Promise<Feedback> {
  const found = await row<Found>(
    `SELECT a.article_id AS "articleId", ar.title, m.pseudonym AS annotator, a.phase, a.member_id = $3 AS own, s.content -> 'spans' AS spans, s.content ->> 'revisionId' AS "revisionId", k.revision_id AS "keyRevisionId",
            (SELECT coalesce(json_agg(json_build_object('targetId', j.target_id, 'value', ${JUDGEMENT_VALUE("j.value")})), '[]') FROM judgement j WHERE j.project_id = $1 AND j.assignment_id = a.id) AS judgements, k.content AS key
     FROM assignment a LEFT JOIN answer_key k ON k.project_id = a.project_id AND k.article_id = a.article_id
     JOIN article ar ON ar.project_id = a.project_id AND ar.id = a.article_id JOIN member m ON m.project_id = a.project_id AND m.id = a.member_id
     JOIN LATERAL (SELECT content FROM submission s WHERE s.project_id = a.project_id AND s.assignment_id = a.id ORDER BY s.number DESC LIMIT 1) s ON true
     WHERE a.project_id = $1 AND a.id = $2 AND a.state = 'submitted' AND ($4::boolean AND k.content IS NOT NULL OR a.member_id = $3 AND a.phase = 'practice')`,
    [actor.projectId, assignmentId, actor.memberId, actor.role === "coordinator"],
  );
  if (!found) throw notFound();
  const { spans, key, judgements, own: _own, revisionId, keyRevisionId, ...about } = found;
  if (key === null) throw conflict("This practice article has no key yet. Your work is stored, and is compared as soon as there is one.");
  const submitted = { spans, revisionId, keyRevisionId };
  const compared = compareWithKey((await marksOnText(actor, [submitted]))(submitted), key);
  const ids = [...new Set([...compared.lines.flatMap((line) => [line.own?.targetId, line.key?.targetId]), ...key.judgements.map((one) => one.targetId)].filter((id) => id !== undefined))];
  const targets = await rows<{ id: string; name: string }>("SELECT t.id, coalesce(r.name, t.name) AS name FROM target t LEFT JOIN target r ON r.project_id = t.project_id AND r.id = t.merged_into_id WHERE t.project_id = $1 AND t.id = ANY($2::uuid[])", [actor.projectId, ids]);
  const mask = await textMask(actor, { articleIds: [about.articleId] });
  const masked = <M extends KeyedMark>(mark: M | null): M | null => mark && { ...mark, parts: mask.parts(about.articleId, mark.parts, keyRevisionId) };
  const lines = compared.lines.map((line) => ({ ...line, own: masked(line.own), key: masked(line.key) }));
  return { ...compared, ...about, lines, title: mask.title(about.articleId, about.title), assignmentId, targets, judgements: key.judgements.map((one) => ({ targetId: one.targetId, key: one.value, own: judgements.find((mine) => mine.targetId === one.targetId)?.value ?? null })) };
}

/** How far the actor is with practice; `threshold` null where the project asks for none. */
export type Practice = { threshold: number | null; minimum: number; passed: boolean; done: number; mean: number | null; articles: number; waiting: number };

/** The actor's own practice: how many articles are done, the mean that counts, and how many articles wait behind it. */
export async function myPractice(actor: MemberActor): Promise<Practice> {
  const found = await row<{ threshold: number | null; minimum: number; qualified: boolean; scores: number[]; articles: number; waiting: number }>(
    `SELECT p.practice_threshold AS threshold, p.practice_minimum AS minimum, m.qualified_at IS NOT NULL OR m.role <> 'annotator' AS qualified,
            ARRAY(SELECT r.score FROM practice_result r WHERE r.project_id = $1 AND r.member_id = $2 AND r.kind = 'practice' ORDER BY r.at, r.assignment_id) AS scores,
            (SELECT count(*)::int FROM assignment a WHERE a.project_id = $1 AND a.member_id = $2 AND a.phase = 'practice' AND a.state <> 'withdrawn') AS articles,
            (SELECT count(*)::int FROM assignment a WHERE a.project_id = $1 AND a.member_id = $2 AND a.locked AND a.state <> 'withdrawn') AS waiting
     FROM project p JOIN member m ON m.project_id = p.id AND m.id = $2 WHERE p.id = $1`,
    [actor.projectId, actor.memberId],
  );
  if (!found) throw notFound();
  const { threshold, minimum, qualified, scores, articles, waiting } = found;
  const standing = practiceStanding(scores, { threshold: threshold ?? 0, minimum });
  return { threshold, minimum, passed: qualified, done: standing.done, mean: standing.mean, articles, waiting };
}

/** Lets somebody through without enough practice, or asks for it again; what they have begun stays open. */
export async function qualify(actor: MemberActor, op: Op, memberId: string, wish: { version: number; qualified: boolean }): Promise<MemberRow> {
  await runOperation(actor, op, async (tx) => {
    await rows("SELECT id FROM member WHERE project_id = $1 AND id = $2 FOR NO KEY UPDATE", [actor.projectId, memberId], tx);
    const current = await memberRow(actor, memberId, tx);
    if (current.version !== wish.version) throw conflict("Somebody changed this member since you looked.", { current });
    await rows("UPDATE member SET qualified_at = CASE WHEN $3 THEN now() END, qualified_by = CASE WHEN $3 THEN $4::uuid END, version = version + 1 WHERE project_id = $1 AND id = $2", [actor.projectId, memberId, wish.qualified, actor.memberId], tx);
    await setLocks(actor, tx, actor.projectId, [memberId]);
    return { answer: { memberId }, deed: { action: wish.qualified ? "member.qualified" : "member.unqualified", subject: "member", subjectId: memberId } };
  });
  return memberRow(actor, memberId);
}

/** After the settings of practice changed: whoever passes under the new ones is let through, then everything is locked or opened as they say. */
export async function applyPracticeRules(actor: MemberActor, tx: Sql): Promise<void> {
  await openPassed(actor, tx, null);
  await setLocks(actor, tx, actor.projectId);
}
