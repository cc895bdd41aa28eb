import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { labelsOf } from "@/lib/codebook/content";
import { resolveLabel } from "@/lib/codebook/lineage";
import { rows } from "@/lib/platform/database";
import type { Confidence, JudgementValue, NoteKind } from "../span";
import { articleInSight, rememberSight } from "./article-sight";
import { JUDGEMENT_VALUE } from "./judgements";
import { currentCodebook } from "@/lib/codebook/server/cached";
import { peerSight, visibleMarks } from "./visible";

type By = { assignmentId: string; memberId: string; annotator: string; round: number };
export type ShownJudgement = By & { targetId: string; target: string; value: JudgementValue; confidence: Confidence | null; note: string };
export type ShownAnswer = By & { setId: string; set: string; labelIds: string[]; labels: string[]; needsReview: boolean };
export type ShownNote = By & { id: string; kind: NoteKind; body: string };
/** What was said of one article as a whole, as far as the actor may see it. */
export type ArticleAnswers = { judgements: ShownJudgement[]; answers: ShownAnswer[]; notes: ShownNote[] };

const BY = `s.assignment_id AS "assignmentId", s.member_id AS "memberId", m.pseudonym AS annotator, a.round`;
const FROM = (table: string): string => `
  FROM ${table} s JOIN assignment a ON a.project_id = s.project_id AND a.id = s.assignment_id JOIN member m ON m.project_id = s.project_id AND m.id = s.member_id`;
const SEEN = `s.project_id = $1 AND s.article_id = $2 AND ${visibleMarks("$3", "$4")}`;

/** Judgements, answers and notes on one article that the actor may see, by annotator; at most 5,000 of each. */
export async function articleAnswers(actor: MemberActor, articleId: string): Promise<ArticleAnswers> {
  await articleInSight(actor, articleId);
  const values = [actor.projectId, articleId, actor.memberId, peerSight(actor)];
  const [judgements, given, notes, { content }] = await Promise.all([
    rows<ShownJudgement>(
      `SELECT ${BY}, s.target_id AS "targetId", t.name AS target, ${JUDGEMENT_VALUE("s.value")} AS value, s.confidence, s.note ${FROM("judgement")}
       JOIN target t ON t.project_id = s.project_id AND t.id = s.target_id WHERE ${SEEN} AND s.value IS NOT NULL ORDER BY m.pseudonym_key, a.round, t.position, t.id LIMIT 5000`,
      values,
    ),
    rows<Omit<ShownAnswer, "set" | "labels">>(`SELECT ${BY}, s.set_id AS "setId", s.label_ids AS "labelIds", s.needs_review AS "needsReview" ${FROM("article_answer")} WHERE ${SEEN} AND cardinality(s.label_ids) > 0 ORDER BY m.pseudonym_key, a.round, s.set_id LIMIT 5000`, values),
    rows<ShownNote>(`SELECT ${BY}, s.id, s.kind, s.body ${FROM("assignment_note")} WHERE ${SEEN} AND s.deleted_at IS NULL ORDER BY m.pseudonym_key, a.round, s.created_at, s.id LIMIT 5000`, values),
    currentCodebook(actor),
  ]);
  const sets = new Map(content.sets.map((set, place) => [set.id, { name: set.name, place }]));
  const names = new Map(labelsOf(content).map(({ label }) => [label.id, label.name]));
  const place = (setId: string): number => sets.get(setId)?.place ?? content.sets.length;
  const answers = given.map((one): ShownAnswer => ({ ...one, set: sets.get(one.setId)?.name ?? one.setId, labels: [...new Set(one.labelIds.map((id) => names.get(resolveLabel(content, id)) ?? id))] }));
  await rememberSight(actor, articleId, [...judgements, ...answers, ...notes]);
  const turns = [...new Set(answers.map((one) => one.assignmentId))];
  return { judgements, answers: answers.sort((a, b) => turns.indexOf(a.assignmentId) - turns.indexOf(b.assignmentId) || place(a.setId) - place(b.setId)), notes };
}
