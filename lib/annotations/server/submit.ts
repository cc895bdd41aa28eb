import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { NEXT_ID } from "@/lib/assignments/server/next";
import { conflict, invalid } from "@/lib/kernel/errors";
import { row, rows, type Sql } from "@/lib/platform/database";
import type { Op } from "@/lib/projects/operation";
import { runOperation } from "@/lib/projects/server/operation";
import { idleAnswers, missingAnswers, type AnsweredSpan } from "../answers";
import { labelsBySet, standingAnswers, writeAnswer } from "./answers";
import { close } from "./close";
import { openAssignment, type OpenAssignment } from "./open-assignment";
import { refreshArticles } from "./rollup/refresh";
import { CURRENT_REVISION } from "./span-sql";
import { revealRules, showAfterSubmission } from "./show-sources";
import { stampedCodebook } from "./stamped-codebook";

export type Submitted = { state: "submitted"; version: number; submittedAt: string; nextId: string | null };

/**
 * Submits the actor's article. Every focus target must be judged, every required question answered, and every span
 * looked at whose label changed its meaning; an article without spans must be confirmed once, because that is a
 * finding. The first submission is kept for ever.
 */
export const submit = (actor: MemberActor, op: Op, assignmentId: string, wish: { version: number; confirmEmpty?: boolean | undefined }): Promise<Submitted> =>
  runOperation(actor, op, async (tx) => {
    const rules = await revealRules(actor, tx);
    const open = await openAssignment(actor, assignmentId, tx);
    checkSeen(assignmentId, open, wish.version);
    await checkJudged(actor, assignmentId, tx);
    await checkAnswered(actor, op, assignmentId, tx);
    await checkReviewed(actor, assignmentId, tx);
    const placed = await placedMarks(actor, assignmentId, tx);
    if (placed === 0 && !wish.confirmEmpty) throw conflict("You marked nothing in this article. That is a finding of its own; submit it if you mean it.", { reason: "no_spans" });
    const submittedAt = await close(actor, [assignmentId], tx);
    await refreshArticles(actor, [open.articleId], tx);
    await showAfterSubmission(actor, open.articleId, rules, tx);
    const after = await row<{ version: number; nextId: string | null }>(
      `SELECT a.version, ${NEXT_ID("a", 3)} AS "nextId" FROM assignment a WHERE a.project_id = $1 AND a.id = $2`,
      [actor.projectId, assignmentId, actor.memberId],
      tx,
    );
    return { answer: { state: "submitted" as const, version: after?.version ?? open.version + 1, submittedAt, nextId: after?.nextId ?? null }, deed: { action: "assignment.submitted", subject: "assignment", subjectId: assignmentId, detail: { spans: placed } } };
  });

/**
 * The annotator's own first write moves an assignment on, and so does a new due date; a client that worked without
 * connection cannot know of it, and loses nothing. A return is different: its comment must be read first. So is a
 * corrected text: marks may have lost their words, and others may have come to stand on words that were never marked.
 */
function checkSeen(id: string, open: OpenAssignment, version: number): void {
  if (version < open.revisedVersion) throw conflict("The text of this article was corrected since you opened it. Load it again and look at your marks, then submit it.", { reason: "revised", current: { id, state: open.state, version: open.version } });
  if (version === open.version || (version < open.version && open.state !== "returned")) return;
  throw conflict("This article was returned or changed since you opened it. Load it again, then submit it.", { current: { id, state: open.state, version: open.version } });
}

async function checkJudged(actor: MemberActor, assignmentId: string, tx: Sql): Promise<void> {
  const missing = await rows<{ targetId: string; name: string }>(
    `SELECT t.id AS "targetId", t.name FROM target t
     WHERE t.project_id = $1 AND t.is_focus AND t.archived_at IS NULL AND t.merged_into_id IS NULL
       AND NOT EXISTS (SELECT FROM judgement j WHERE j.project_id = $1 AND j.assignment_id = $2 AND j.target_id = t.id AND j.value IS NOT NULL)
     ORDER BY t.position, t.created_at, t.id`,
    [actor.projectId, assignmentId],
    tx,
  );
  if (missing.length > 0) throw invalid(`Judge the article as a whole first: ${missing.map((target) => target.name).join(", ")}.`, { reason: "judgements_missing", missing });
}

/** Refuses while a required question has no answer, and takes back answers to questions that are no longer asked. */
async function checkAnswered(actor: MemberActor, op: Op, assignmentId: string, tx: Sql): Promise<void> {
  const { id, content } = await stampedCodebook(actor, undefined, tx);
  const answers = await standingAnswers(actor, assignmentId, tx);
  const spans = await rows<AnsweredSpan>(`SELECT id, framing, label_ids AS "labelIds" FROM span WHERE project_id = $1 AND assignment_id = $2 AND deleted_at IS NULL ORDER BY created_at, id`, [actor.projectId, assignmentId], tx);
  const given = labelsBySet(answers);
  const missing = missingAnswers(content, given, spans);
  if (missing.length > 0) {
    const words = missing.map(({ name, spanIds }) => (spanIds === undefined ? `“${name}”` : `“${name}” on ${spanIds.length === 1 ? "1 mark" : `${spanIds.length} marks`}`));
    throw invalid(`Answer what the codebook asks first: ${words.join(", ")}.`, { reason: "answers_missing", missing });
  }
  for (const setId of idleAnswers(content, given)) {
    const before = answers.get(setId);
    if (before) await writeAnswer(actor, op, assignmentId, id, before, [], tx);
  }
}

/** How many marks stand in the text as it is now; those that lost their words with a correction mark nothing. */
async function placedMarks(actor: MemberActor, assignmentId: string, tx: Sql): Promise<number> {
  const found = await row<{ n: number }>(
    `SELECT count(*)::int AS n FROM span s WHERE s.project_id = $1 AND s.assignment_id = $2 AND s.deleted_at IS NULL
       AND EXISTS (SELECT FROM span_part p WHERE p.project_id = s.project_id AND p.span_id = s.id AND p.revision_id = ${CURRENT_REVISION("s")})`,
    [actor.projectId, assignmentId],
    tx,
  );
  return found?.n ?? 0;
}

async function checkReviewed(actor: MemberActor, assignmentId: string, tx: Sql): Promise<void> {
  const spans = await rows<{ id: string }>(
    `SELECT s.id FROM span s WHERE s.project_id = $1 AND s.assignment_id = $2 AND s.deleted_at IS NULL
       AND EXISTS (SELECT FROM span_review v WHERE v.project_id = $1 AND v.span_id = s.id AND v.settled_at IS NULL) ORDER BY s.created_at, s.id`,
    [actor.projectId, assignmentId],
    tx,
  );
  const answers = await rows<{ id: string }>("SELECT set_id AS id FROM article_answer WHERE project_id = $1 AND assignment_id = $2 AND needs_review AND cardinality(label_ids) > 0 ORDER BY set_id", [actor.projectId, assignmentId], tx);
  const open = spans.length + answers.length;
  if (open === 0) return;
  throw invalid(`The codebook changed what ${open === 1 ? "1 of your answers means" : `${open} of your answers mean`}. Keep or change each, then submit.`, {
    reason: "reviews_open",
    spanIds: spans.map((one) => one.id),
    setIds: answers.map((one) => one.id),
  });
}
