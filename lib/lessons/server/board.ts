import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { notFound } from "@/lib/kernel/errors";
import { rows } from "@/lib/platform/database";
import { pupilState, totals, type BoardPupil, type PupilCounts, type PupilState } from "../board";
import { AWAY } from "./presence";
import { readLesson } from "./read-lesson";

/** The class as its teacher sees it. */
export type Board = { articles: number; pupils: BoardPupil[]; totals: Record<PupilState | "away", number> };

const BOARD = `
  SELECT m.id AS "memberId", m.pseudonym, coalesce(p.seen_at < now() - ${AWAY}, true) AS away, p.opened_at IS NOT NULL AS opened,
         coalesce(w.begun, 0)::int AS begun, coalesce(w.handed_in, 0)::int AS "handedIn", coalesce(s.n, 0)::int AS marks
  FROM member m
  LEFT JOIN lesson_presence p ON p.project_id = m.project_id AND p.member_id = m.id
  LEFT JOIN (SELECT a.member_id, count(*) FILTER (WHERE a.state IN ('in_progress', 'returned')) AS begun, count(*) FILTER (WHERE a.state = 'submitted') AS handed_in
             FROM assignment a JOIN lesson_article x ON x.project_id = a.project_id AND x.article_id = a.article_id WHERE a.project_id = $1 AND a.round = 1 GROUP BY 1) w ON w.member_id = m.id
  LEFT JOIN (SELECT s.member_id, count(*) AS n FROM span s JOIN lesson_article x ON x.project_id = s.project_id AND x.article_id = s.article_id WHERE s.project_id = $1 AND s.deleted_at IS NULL GROUP BY 1) s ON s.member_id = m.id
  WHERE m.project_id = $1 AND m.role = 'annotator' AND m.state = 'active' ORDER BY m.pseudonym_key LIMIT 400`;

/** How far every pupil of the class is, by name. */
export async function readBoard(actor: MemberActor): Promise<Board> {
  if (actor.role !== "coordinator") throw notFound();
  const [lesson, found] = await Promise.all([readLesson(actor), rows<PupilCounts & { memberId: string; pseudonym: string; away: boolean }>(BOARD, [actor.projectId])]);
  const articles = lesson.articles.length;
  const pupils = found.map((one) => ({ memberId: one.memberId, pseudonym: one.pseudonym, state: pupilState(one, articles), away: one.away, marks: one.marks, handedIn: one.handedIn }));
  return { articles, pupils, totals: totals(pupils) };
}
