import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { START } from "@/lib/assignments/server/progress-counts";
import { CHANGE_TOUCHES_ANSWER } from "@/lib/codebook/server/touches";
import { conflict, invalid, notFound } from "@/lib/kernel/errors";
import { row, rows, type Sql } from "@/lib/platform/database";
import type { Op } from "@/lib/projects/operation";
import { runOperation } from "@/lib/projects/server/operation";
import { answerProblem, askedSets, givenOf, type Answers } from "../answers";
import { openAssignment } from "./open-assignment";
import { KEEP_SIGHT, SIGHT } from "./sight-sql";
import { stampedCodebook } from "./stamped-codebook";

/** An article-level answer as the API shows it. No labels: taken back. */
export type Answer = { setId: string; labelIds: string[]; version: number; needsReview: boolean };
export type AnswerWish = { version: number; labelIds: readonly string[]; codebookVersionId?: string | undefined };

/** Whether a version published after the stamped one ($4) changed the meaning of the question ($3) or of a label that was chosen ($5). */
const OUTDATED = `EXISTS (
  SELECT FROM codebook_version stamped JOIN codebook_version v ON v.project_id = stamped.project_id AND v.codebook_id = stamped.codebook_id AND v.state = 'published' AND v.number > stamped.number
  CROSS JOIN LATERAL jsonb_array_elements(v.changes) c
  WHERE stamped.project_id = $1 AND stamped.id = $4 AND (c ->> 'meaning')::boolean AND ${CHANGE_TOUCHES_ANSWER("$3::uuid", "$5::uuid[]", "c")})`;

const WRITE = `
INSERT INTO article_answer (project_id, assignment_id, set_id, article_id, member_id, codebook_version_id, label_ids, version, needs_review, peers_seen, source_blind)
SELECT $1, $2, $3::uuid, x.article_id, x.member_id, $4, $5::uuid[], $6, ${OUTDATED}, x.sees, x.blind
FROM (SELECT a.article_id, a.member_id, ${SIGHT("$7")} FROM assignment a JOIN project p ON p.id = a.project_id WHERE a.project_id = $1 AND a.id = $2) x
ON CONFLICT (project_id, assignment_id, set_id) DO UPDATE
SET label_ids = excluded.label_ids, version = excluded.version, needs_review = excluded.needs_review, updated_at = now(), codebook_version_id = excluded.codebook_version_id, ${KEEP_SIGHT("article_answer")}
RETURNING needs_review AS "needsReview"`;

/** The answers of an assignment by set; locked until the transaction ends. */
export async function standingAnswers(actor: MemberActor, assignmentId: string, tx: Sql): Promise<Map<string, Answer>> {
  const found = await rows<Answer>(
    `SELECT set_id AS "setId", label_ids AS "labelIds", version, needs_review AS "needsReview" FROM article_answer WHERE project_id = $1 AND assignment_id = $2 ORDER BY set_id FOR UPDATE`,
    [actor.projectId, assignmentId],
    tx,
  );
  return new Map(found.map((one) => [one.setId, one]));
}

/** The labels of answers, without the rest. */
export const labelsBySet = (answers: ReadonlyMap<string, Answer>): Answers => new Map([...answers].map(([setId, { labelIds }]) => [setId, labelIds]));

/** Writes one answer and its event; the caller has checked it and holds the assignment. */
export async function writeAnswer(actor: MemberActor, op: Op, assignmentId: string, codebookVersionId: string, before: Answer, labelIds: readonly string[], tx: Sql): Promise<Answer> {
  const version = before.version + 1;
  const written = await row<{ needsReview: boolean }>(WRITE, [actor.projectId, assignmentId, before.setId, codebookVersionId, labelIds, version, actor.role === "annotator"], tx);
  await rows(
    "INSERT INTO article_answer_event (project_id, assignment_id, set_id, version, member_id, op_id, before, after) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
    [actor.projectId, assignmentId, before.setId, version, actor.memberId, op.id, before.labelIds, labelIds],
    tx,
  );
  return { setId: before.setId, labelIds: [...labelIds], version, needsReview: written?.needsReview ?? false };
}

/**
 * Answers one question about the whole article, or takes the answer back (no labels). Checked against the codebook
 * version that the annotator saw; an answer that a later version gave another meaning is kept for a second look.
 */
export const answerSet = (actor: MemberActor, op: Op, assignmentId: string, setId: string, wish: AnswerWish): Promise<Answer> =>
  runOperation(actor, op, async (tx) => {
    const { articleId } = await openAssignment(actor, assignmentId, tx);
    const codebook = await stampedCodebook(actor, wish.codebookVersionId, tx);
    const set = askedSets(codebook.content, "article").find((one) => one.id === setId);
    if (!set) throw notFound();
    const answers = await standingAnswers(actor, assignmentId, tx);
    const before = answers.get(setId) ?? { setId, labelIds: [], version: 0, needsReview: false };
    if (before.version !== wish.version) throw conflict("This answer was changed elsewhere since you saw it.", { current: before });
    const problem = answerProblem(codebook.content, set, wish.labelIds, givenOf(labelsBySet(answers)), before.labelIds);
    if (problem) throw invalid(`${problem.path}: ${problem.message}.`, { errors: [problem] });
    const answer = await writeAnswer(actor, op, assignmentId, codebook.id, before, wish.labelIds, tx);
    await rows(START, [actor.projectId, assignmentId], tx);
    await rows("INSERT INTO outbox (project_id, kind, article_id, member_id) VALUES ($1, 'answer', $2, $3)", [actor.projectId, articleId, actor.memberId], tx);
    return { answer, deed: { action: "answer.set", subject: "assignment", subjectId: assignmentId } };
  });
