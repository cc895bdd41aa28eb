import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { titleMask } from "@/lib/articles/server/source-mask";
import { rows } from "@/lib/platform/database";

/** One article of the lesson as its pupil has it. */
export type MyArticle = { articleId: string; assignmentId: string; title: string; state: "assigned" | "in_progress" | "submitted" | "returned"; marks: number };

/** The actor's own articles of the lesson, in its order, with how many marks of theirs stand in each. */
export async function myLesson(actor: MemberActor): Promise<MyArticle[]> {
  const mine = await rows<MyArticle>(
    `SELECT s.article_id AS "articleId", s.id AS "assignmentId", a.title, s.state, (SELECT count(*)::int FROM span m WHERE m.project_id = s.project_id AND m.assignment_id = s.id AND m.deleted_at IS NULL) AS marks
     FROM assignment s JOIN lesson_article x ON x.project_id = s.project_id AND x.article_id = s.article_id JOIN article a ON a.project_id = s.project_id AND a.id = s.article_id
     WHERE s.project_id = $1 AND s.member_id = $2 AND s.state <> 'withdrawn' AND NOT s.locked ORDER BY x.position`,
    [actor.projectId, actor.memberId],
  );
  const mask = await titleMask(actor, { articleIds: mine.map(({ articleId }) => articleId) });
  return mine.map((one) => ({ ...one, title: mask.title(one.articleId, one.title) }));
}
