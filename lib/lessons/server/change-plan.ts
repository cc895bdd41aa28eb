import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { takeBack } from "@/lib/assignments/server/leave";
import { insertTarget, lockTargets } from "@/lib/codebook/server/target-rows";
import { conflict, invalid, notFound } from "@/lib/kernel/errors";
import { row, rows, type Sql } from "@/lib/platform/database";
import { nameKey } from "@/lib/articles/name-key";
import type { Op } from "@/lib/projects/operation";
import { changeBlinding } from "@/lib/projects/server/blinding";
import { runOperation } from "@/lib/projects/server/operation";
import type { Lesson } from "../lesson";
import { planProblem, type LessonPlan } from "../plan";
import { enrolEveryone } from "./enrol";
import { writeLessonArticles } from "./material";
import { readLesson } from "./read-lesson";

const wrong = (path: string, message: string) => invalid(`${path}: ${message}`, { errors: [{ path, message }] });

/**
 * Changes the plan of the version that the teacher saw (a stale one is 409 with the lesson as it stands). While pupils
 * work it may grow: articles and paragraphs can be added, and what nobody has marked taken away; steps that have begun
 * stay. Whatever would take a pupil's mark with it is refused (422) with its place.
 */
export const changePlan = (actor: MemberActor, op: Op, { version, ...plan }: LessonPlan & { version: number }): Promise<Lesson> =>
  runOperation(actor, op, async (tx) => {
    await rows("SELECT 1 FROM lesson WHERE project_id = $1 FOR NO KEY UPDATE", [actor.projectId], tx);
    const current = await readLesson(actor, tx);
    if (current.version !== version) throw conflict("Somebody changed this lesson since you opened it.", { current });
    if (current.state === "ended") throw conflict("This lesson is over. Copy it for the next one.", { current });
    const problem = planProblem(plan, current.step === null ? [] : current.steps.slice(0, current.step + 1));
    if (problem) throw wrong(problem.path, problem.message);
    await lockTargets(actor, tx);
    await rows("UPDATE project SET name = $2, version = version + 1 WHERE id = $1 AND name <> $2", [actor.projectId, plan.name], tx);
    await changeBlinding(actor, { sourceBlind: plan.sourceHidden === current.sourceHidden ? undefined : plan.sourceHidden }, tx);
    await rows(
      "UPDATE lesson SET event = $2, steps = $3, asks_voice = $4, exit_question = $5, version = version + 1 WHERE project_id = $1",
      [actor.projectId, plan.event, JSON.stringify(plan.steps), plan.asksVoice, plan.exitQuestion],
      tx,
    );
    await changeTargets(actor, tx, plan);
    await changeArticles(actor, tx, plan);
    await rows("INSERT INTO outbox (project_id, kind) VALUES ($1, 'lesson')", [actor.projectId], tx);
    return { answer: await readLesson(actor, tx), deed: { action: "lesson.planned", subject: "lesson", subjectId: actor.projectId } };
  });

async function changeTargets(actor: MemberActor, tx: Sql, { targets, steps }: LessonPlan): Promise<void> {
  const inFocus = steps.some(({ kind }) => kind === "judge");
  const kept: string[] = [];
  for (const [place, target] of targets.entries()) {
    if (target.id === undefined) {
      kept.push((await insertTarget(actor, { name: target.name, isFocus: inFocus }, tx)).id);
      continue;
    }
    const renamed = await row("UPDATE target SET name = $3, name_key = $4, version = version + (name <> $3)::int WHERE project_id = $1 AND id = $2 AND archived_at IS NULL RETURNING id", [actor.projectId, target.id, target.name, nameKey(target.name)], tx).catch((error: { code?: string }) => {
      throw error.code === "23505" ? wrong(`/targets/${place}/name`, "is another target’s already") : error;
    });
    if (!renamed) throw wrong(`/targets/${place}/id`, "is no target of this lesson");
    kept.push(target.id);
  }
  await rows("UPDATE target SET position = array_position($2::uuid[], id), is_focus = $3 WHERE project_id = $1 AND id = ANY($2::uuid[])", [actor.projectId, kept, inFocus], tx);
  const left = await rows<{ id: string; name: string; marked: boolean }>(
    `SELECT t.id, t.name, EXISTS (SELECT FROM span s WHERE s.project_id = $1 AND s.target_id = t.id AND s.deleted_at IS NULL) AS marked FROM target t WHERE t.project_id = $1 AND t.archived_at IS NULL AND t.id <> ALL($2::uuid[])`,
    [actor.projectId, kept],
    tx,
  );
  const marked = left.find((one) => one.marked);
  if (marked) throw wrong("/targets", `“${marked.name}” was marked already and stays`);
  await rows("UPDATE target SET archived_at = now(), is_focus = false, version = version + 1 WHERE project_id = $1 AND id = ANY($2::uuid[])", [actor.projectId, left.map(({ id }) => id)], tx);
}

// Marks that stand outside of the blocks that would be open.
const FOLDED = `
  SELECT w.place FROM unnest($2::uuid[], $3::text[]) WITH ORDINALITY AS w(article_id, ordinals, place)
  JOIN article a ON a.project_id = $1 AND a.id = w.article_id
  JOIN span s ON s.project_id = $1 AND s.article_id = a.id AND s.deleted_at IS NULL
  JOIN span_part p ON p.project_id = $1 AND p.span_id = s.id AND p.revision_id = a.current_revision_id
  JOIN block b ON b.project_id = $1 AND b.revision_id = a.current_revision_id AND b.start_offset < p.end_offset AND p.start_offset < b.end_offset
  WHERE b.ordinal <> ALL(w.ordinals::int[]) ORDER BY w.place LIMIT 1`;

async function changeArticles(actor: MemberActor, tx: Sql, { articles }: LessonPlan): Promise<void> {
  const ids = articles.map(({ articleId }) => articleId);
  const folded = await row<{ place: string }>(FOLDED, [actor.projectId, ids, articles.map(({ blockOrdinals }) => `{${blockOrdinals.join(",")}}`)], tx);
  if (folded) throw wrong(`/articles/${Number(folded.place) - 1}/blockOrdinals`, "would fold away words that a pupil has marked");
  const known = await rows<{ id: string }>("SELECT id FROM article WHERE project_id = $1 AND id = ANY($2::uuid[]) AND state = 'active'", [actor.projectId, ids], tx);
  const unknown = ids.findIndex((id) => !known.some((one) => one.id === id));
  if (unknown >= 0) throw wrong(`/articles/${unknown}/articleId`, "is no article of this class");
  const leaving = await rows<{ id: string; state: string }>("SELECT id, state FROM assignment WHERE project_id = $1 AND article_id <> ALL($2::uuid[]) AND state <> 'withdrawn' ORDER BY id FOR UPDATE", [actor.projectId, ids], tx);
  if (leaving.some(({ state }) => state !== "assigned")) throw wrong("/articles", "that pupils have begun stay");
  await takeBack(actor, tx, actor.projectId, leaving.map(({ id }) => id));
  const bare = await writeLessonArticles(actor, tx, articles.map(({ articleId, blockOrdinals }) => ({ articleId, blocks: { ordinals: blockOrdinals } })));
  if (bare !== null) throw wrong(`/articles/${bare}/blockOrdinals`, "need one paragraph that can be marked");
  await enrolEveryone(actor, tx, actor.projectId);
}

/** Articles of the class with their blocks, for the teacher who chooses among them: the lesson's own first. */
export type PlanArticle = { id: string; title: string; outlet: string | null; blocks: { ordinal: number; kind: string; text: string; words: number }[] };

/** What the plan can be made of: every article of the class with its blocks that can carry marks; a class has few. */
export async function planMaterial(actor: MemberActor): Promise<PlanArticle[]> {
  if (actor.role !== "coordinator") throw notFound();
  return rows<PlanArticle>(
    `SELECT a.id, a.title, o.name AS outlet,
            (SELECT coalesce(json_agg(json_build_object('ordinal', b.ordinal, 'kind', b.kind, 'text', substr(r.text, b.start_offset + 1, least(b.end_offset - b.start_offset, 400)), 'words', cardinality(regexp_split_to_array(btrim(substr(r.text, b.start_offset + 1, b.end_offset - b.start_offset)), '\\s+'))) ORDER BY b.ordinal), '[]')
             FROM block b WHERE b.project_id = a.project_id AND b.revision_id = r.id AND b.kind NOT IN ('chrome', 'byline')) AS blocks
     FROM article a JOIN revision r ON r.project_id = a.project_id AND r.id = a.current_revision_id LEFT JOIN outlet o ON o.project_id = a.project_id AND o.id = a.outlet_id
     LEFT JOIN lesson_article x ON x.project_id = a.project_id AND x.article_id = a.id
     WHERE a.project_id = $1 AND a.state = 'active' ORDER BY x.position NULLS LAST, a.created_at, a.id LIMIT 24`,
    [actor.projectId],
  );
}
