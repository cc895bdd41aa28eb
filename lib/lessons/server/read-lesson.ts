import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { titleMask } from "@/lib/articles/server/source-mask";
import { notFound } from "@/lib/kernel/errors";
import { row, type Sql } from "@/lib/platform/database";
import type { Lesson, LessonArticle, LessonState, LessonTarget, Step, StepClock } from "../lesson";

type Row = {
  state: LessonState; event: string; steps: Step[]; step: number | null; endsAt: Date | null; pausedSeconds: number | null; asksVoice: boolean; exitQuestion: string; namesShown: boolean;
  onScreenId: string | null; startedAt: Date | null; endedAt: Date | null; version: number; sourceBlind: boolean; revealed: boolean; articles: LessonArticle[]; targets: LessonTarget[];
};

const SELECT = `
  SELECT l.state, l.event, l.steps, l.step, l.step_ends_at AS "endsAt", l.paused_seconds AS "pausedSeconds", l.asks_voice AS "asksVoice", l.exit_question AS "exitQuestion", l.names_shown AS "namesShown",
         l.on_screen_id AS "onScreenId", l.started_at AS "startedAt", l.ended_at AS "endedAt", l.version, p.source_blind AS "sourceBlind", p.revealed_at IS NOT NULL AS revealed,
         (SELECT coalesce(json_agg(json_build_object('articleId', a.id, 'title', a.title, 'blockOrdinals', x.block_ordinals) ORDER BY x.position, a.id), '[]')
          FROM lesson_article x JOIN article a ON a.project_id = x.project_id AND a.id = x.article_id WHERE x.project_id = l.project_id) AS articles,
         (SELECT coalesce(json_agg(json_build_object('id', t.id, 'name', t.name) ORDER BY t.position, t.created_at, t.id), '[]')
          FROM target t WHERE t.project_id = l.project_id AND t.archived_at IS NULL AND t.merged_into_id IS NULL) AS targets
  FROM lesson l JOIN project p ON p.id = l.project_id WHERE l.project_id = $1`;

const clockOf = ({ endsAt, pausedSeconds }: Row): StepClock | null => {
  if (pausedSeconds !== null) return { endsAt: null, pausedSeconds };
  return endsAt === null ? null : { endsAt, pausedSeconds: null };
};

/** The lesson of the actor's project, or null where it has none: a study, or a class without one. */
export async function findLesson(actor: MemberActor, tx?: Sql): Promise<Lesson | null> {
  const found = await row<Row>(SELECT, [actor.projectId], tx);
  if (!found) return null;
  const { endsAt: _endsAt, pausedSeconds: _paused, sourceBlind, ...rest } = found;
  const mask = await titleMask(actor, { articleIds: found.articles.map(({ articleId }) => articleId) });
  const articles = found.articles.map((article) => ({ ...article, title: mask.title(article.articleId, article.title) }));
  return { ...rest, articles, clock: clockOf(found), asksJudgement: found.steps.some((step) => step.kind === "judge"), sourceHidden: sourceBlind && !found.revealed };
}

/** The same; throws 404 where there is none. */
export async function readLesson(actor: MemberActor, tx?: Sql): Promise<Lesson> {
  const found = await findLesson(actor, tx);
  if (!found) throw notFound();
  return found;
}
