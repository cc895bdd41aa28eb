import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { JUDGEMENT_VALUE } from "@/lib/annotations/server/judgements";
import { COUNTED_WORK } from "@/lib/annotations/server/rollup";
import type { Confidence, JudgementValue } from "@/lib/annotations/span";
import { resolveLabel } from "@/lib/codebook/lineage";
import { currentCodebook } from "@/lib/codebook/server/cached";
import { rows } from "@/lib/platform/database";
import { answerStanding, type AnswerStanding, type Said } from "../answers";
import type { Decision } from "../decision";

export type JudgementSaid = Said<JudgementValue> & { confidence: Confidence | null; note: string };
export type JudgementStanding = Omit<AnswerStanding<JudgementValue, Decision>, "values"> & { targetId: string; values: JudgementSaid[] };
export type SetStanding = AnswerStanding<string[], Decision> & { setId: string };
/** What was said of the whole article, by question. */
export type ArticleStanding = { judgements: JudgementStanding[]; answers: SetStanding[] };

const AT = `to_char(greatest(x.updated_at, a.first_submitted_at) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const COUNTED = (table: string): string => `FROM assignment a JOIN ${table} x ON x.project_id = a.project_id AND x.assignment_id = a.id`;
const WHERE = `WHERE a.project_id = $1 AND a.article_id = $2 AND ${COUNTED_WORK}`;

/** Judgements of targets and answers to sets on an article, of everybody whose work counts, with the decisions on them among `decisions`. `annotators`: how many these people are. */
export async function readAnswers(actor: MemberActor, articleId: string, annotators: number, decisions: readonly Decision[]): Promise<ArticleStanding> {
  const values = [actor.projectId, articleId];
  const judged = await rows<JudgementSaid & { targetId: string }>(
    `SELECT t.id AS "targetId", a.member_id AS "memberId", ${JUDGEMENT_VALUE("x.value")} AS value, x.confidence, x.note, ${AT} AS at ${COUNTED("judgement")}
     JOIN target t0 ON t0.project_id = x.project_id AND t0.id = x.target_id JOIN target t ON t.project_id = x.project_id AND t.id = coalesce(t0.merged_into_id, t0.id)
     ${WHERE} AND x.value IS NOT NULL ORDER BY t.position, t.id, t0.merged_into_id NULLS FIRST, a.id`,
    values,
  );
  const answered = await rows<Said<string[]> & { setId: string }>(`SELECT x.set_id AS "setId", a.member_id AS "memberId", x.label_ids AS value, ${AT} AS at ${COUNTED("article_answer")} ${WHERE} AND cardinality(x.label_ids) > 0 ORDER BY x.set_id, a.id`, values);
  const { content } = await currentCodebook(actor);
  const place = (setId: string): number => content.sets.findIndex((set) => set.id === setId);
  // Of a target and one merged into it, what was said of the one itself counts.
  const judgements = grouped(judged, (one) => one.targetId).map(([targetId, said]): JudgementStanding => {
    const own = said.filter((one, i) => said.findIndex((other) => other.memberId === one.memberId) === i).map(({ targetId: _, ...one }) => one);
    return { targetId, ...answerStanding(own, annotators, decisions.find((one) => one.subject === "judgement" && one.targetId === targetId) ?? null), values: own };
  });
  const answers = grouped(answered, (one) => one.setId).map(([setId, said]): SetStanding => ({
    setId,
    ...answerStanding(said.map(({ setId: _, ...one }) => ({ ...one, value: [...new Set(one.value.map((id) => resolveLabel(content, id)))] })), annotators, decisions.find((one) => one.subject === "answer" && one.setId === setId) ?? null),
  }));
  return { judgements, answers: answers.sort((a, b) => place(a.setId) - place(b.setId)) };
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return [...groups];
}
