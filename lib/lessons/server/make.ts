import "server-only";
import { justJoined, type Actor, type MemberActor } from "@/lib/accounts/server/actor";
import { startingCodebook } from "@/lib/codebook/presets/starting";
import { forbidden, invalid, invariant, notFound } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/id";
import { row, rows, transaction, type Sql } from "@/lib/platform/database";
import { audit } from "@/lib/projects/server/operation";
import { insertProject } from "@/lib/projects/server/projects";
import type { Step } from "../lesson";
import { USUAL_STEPS } from "../plan";
import { enrolEveryone } from "./enrol";
import { copyArticles, copyTargets, mayCopyFrom, USUAL_BLOCKS, writeLessonArticles } from "./material";

/** What a new lesson is made of. `name` is the class's, as its pupils read it when they join. */
export type LessonWish =
  | { readonly from: "sample"; readonly name: string }
  | { readonly from: "empty"; readonly name: string }
  | { readonly from: "project"; readonly name: string; readonly projectId: string; readonly articleIds: readonly string[] }
  | { readonly from: "lesson"; readonly name: string; readonly projectId: string; readonly as: "class" | "template" | "next" };

type Contents = { state: "draft" | "template"; event: string; steps: readonly Step[]; asksVoice: boolean; exitQuestion: string; sourceHidden: boolean };
const USUAL: Contents = { state: "draft", event: "", steps: USUAL_STEPS, asksVoice: false, exitQuestion: "", sourceHidden: true };

/** Makes a class with its lesson in one transaction; whoever makes it leads it. Throws 403 for pupils, 404 where what is to be copied is not the actor's. */
export async function makeLesson(actor: Actor, wish: LessonWish): Promise<{ projectId: string }> {
  if (actor.userKind !== "person") throw forbidden("An account made with a class code cannot make lessons.");
  return transaction(async (tx) => {
    if (wish.from === "empty") return { projectId: (await makeClass(actor, wish.name, USUAL, tx)).projectId };
    if (wish.from === "sample") return fromSample(actor, wish.name, tx);
    if (!(await mayCopyFrom(actor, wish.projectId, tx))) throw notFound();
    return wish.from === "project" ? fromArticles(actor, wish, tx) : fromLesson(actor, wish, tx);
  });
}

async function makeClass(actor: Actor, name: string, lesson: Contents, tx: Sql): Promise<MemberActor> {
  const { projectId } = await insertProject(actor, { name, kind: "class", assignEveryone: false }, startingCodebook("class"), tx);
  const memberId = newId();
  await rows(
    `INSERT INTO member (project_id, id, user_id, role, pseudonym, pseudonym_key)
     SELECT $1, $2, u.id, 'coordinator', coalesce(u.name, u.login, 'Teacher'), lower(coalesce(u.name, u.login, 'Teacher')) FROM app_user u WHERE u.id = $3`,
    [projectId, memberId, actor.userId],
    tx,
  );
  await rows("UPDATE project SET source_blind = $2 WHERE id = $1", [projectId, lesson.sourceHidden], tx);
  await rows("INSERT INTO lesson (project_id, state, event, steps, asks_voice, exit_question) VALUES ($1, $2, $3, $4, $5, $6)", [projectId, lesson.state, lesson.event, JSON.stringify(lesson.steps), lesson.asksVoice, lesson.exitQuestion], tx);
  const teacher = await justJoined(actor, projectId, memberId, tx);
  invariant(teacher, "the teacher was just written");
  await audit(teacher, { action: "lesson.made", subject: "lesson", subjectId: projectId }, tx);
  return teacher;
}

const SAMPLE_OUTLETS = ["coastwire", "the daily tern", "harbour ledger"];
const SAMPLE_TARGETS = ["town council", "northlode port company"];

// An agency's plain report, and two newspapers that stand on two sides. Whoever leads the sample may have changed it: then three others.
async function fromSample(actor: Actor, name: string, tx: Sql): Promise<{ projectId: string }> {
  const sample = await row<{ id: string }>("SELECT id FROM project WHERE is_sample ORDER BY created_at LIMIT 1", [], tx);
  if (!sample) throw notFound();
  const articles = await rows<{ id: string }>(
    `SELECT id FROM (SELECT DISTINCT ON (a.work_id) a.id, array_position($2::text[], o.name_key) AS place, a.genre = 'opinion' AS opinion, a.created_at FROM article a LEFT JOIN outlet o ON o.project_id = a.project_id AND o.id = a.outlet_id
       WHERE a.project_id = $1 AND a.state = 'active' ORDER BY a.work_id, place NULLS LAST, a.created_at) x ORDER BY x.opinion, x.place NULLS LAST, x.created_at LIMIT 3`,
    [sample.id, SAMPLE_OUTLETS],
    tx,
  );
  const targets = await rows<{ id: string }>("SELECT id FROM target WHERE project_id = $1 AND archived_at IS NULL AND merged_into_id IS NULL ORDER BY array_position($2::text[], name_key) NULLS LAST, position LIMIT 2", [sample.id, SAMPLE_TARGETS], tx);
  const teacher = await makeClass(actor, name, { ...USUAL, event: "Kettle Bridge is closed overnight (invented)", exitQuestion: "Which word did most of the work, and for whom?" }, tx);
  await fill(teacher, tx, sample.id, articles.map(({ id }) => ({ id, blocks: USUAL_BLOCKS })), targets.map(({ id }) => id), false);
  return { projectId: teacher.projectId };
}

async function fromArticles(actor: Actor, wish: LessonWish & { from: "project" }, tx: Sql): Promise<{ projectId: string }> {
  const teacher = await makeClass(actor, wish.name, USUAL, tx);
  await fill(teacher, tx, wish.projectId, wish.articleIds.map((id) => ({ id, blocks: USUAL_BLOCKS })), [], false);
  return { projectId: teacher.projectId };
}

type Origin = Contents & { articles: { id: string; ordinals: number[] }[]; targets: string[] };

const ORIGIN = `
  SELECT l.event, l.steps, l.asks_voice AS "asksVoice", l.exit_question AS "exitQuestion", p.source_blind AS "sourceHidden",
         (SELECT coalesce(json_agg(json_build_object('id', x.article_id, 'ordinals', x.block_ordinals) ORDER BY x.position), '[]') FROM lesson_article x JOIN article a ON a.project_id = x.project_id AND a.id = x.article_id AND a.state = 'active' WHERE x.project_id = l.project_id) AS articles,
         ARRAY(SELECT t.id::text FROM target t WHERE t.project_id = l.project_id AND t.archived_at IS NULL AND t.merged_into_id IS NULL ORDER BY t.position, t.created_at, t.id LIMIT 3) AS targets
  FROM lesson l JOIN project p ON p.id = l.project_id WHERE l.project_id = $1`;

async function fromLesson(actor: Actor, wish: LessonWish & { from: "lesson" }, tx: Sql): Promise<{ projectId: string }> {
  const origin = await row<Origin>(ORIGIN, [wish.projectId], tx);
  if (!origin) throw notFound();
  const teacher = await makeClass(actor, wish.name, { ...origin, state: wish.as === "template" ? "template" : "draft" }, tx);
  // The next lesson of a class is about something else: it takes over the pupils and the steps, and no article.
  if (wish.as === "next") await takePupils(teacher, tx, wish.projectId);
  else await fill(teacher, tx, wish.projectId, origin.articles.map(({ id, ordinals }) => ({ id, blocks: { ordinals } })), origin.targets, origin.steps.some(({ kind }) => kind === "judge"));
  return { projectId: teacher.projectId };
}

async function fill(teacher: MemberActor, tx: Sql, from: string, articles: readonly { id: string; blocks: typeof USUAL_BLOCKS }[], targets: readonly string[], judges: boolean): Promise<void> {
  const made = await copyArticles(teacher, tx, from, articles.map(({ id }) => id));
  await copyTargets(teacher, tx, from, targets, judges);
  const lesson = articles.map(({ blocks }, place) => ({ articleId: made[place]!, blocks }));
  const bare = await writeLessonArticles(teacher, tx, lesson);
  if (bare !== null) throw invalid(`/articleIds/${bare}: has no paragraph that could be marked`, { errors: [{ path: `/articleIds/${bare}`, message: "has no paragraph that could be marked" }] });
}

async function takePupils(teacher: MemberActor, tx: Sql, from: string): Promise<void> {
  await rows(
    `INSERT INTO member (project_id, id, user_id, role, pseudonym, pseudonym_key)
     SELECT $1, gen_random_uuid(), m.user_id, m.role, m.pseudonym, m.pseudonym_key FROM member m JOIN app_user u ON u.id = m.user_id WHERE m.project_id = $2 AND m.state = 'active' AND m.role = 'annotator' AND u.kind = 'pupil' ORDER BY m.joined_at
     ON CONFLICT DO NOTHING`,
    [teacher.projectId, from],
    tx,
  );
  await enrolEveryone(teacher, tx, teacher.projectId);
}
