import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { conflict, invariant, notFound } from "@/lib/kernel/errors";
import { row, rows, type Sql } from "@/lib/platform/database";
import type { Op } from "@/lib/projects/operation";
import { runOperation } from "@/lib/projects/server/operation";
import { totalOf, type Level } from "../rubric";
import { readLesson } from "./read-lesson";

/** Points that a teacher gave: levels for evidence and reasoning, their sum when both are there, and a comment. */
export type Grade = { evidence: Level | null; reasoning: Level | null; comment: string; total: number | null; version: number };
/** A pupil with what they did and the points for it; version 0 before there are any. */
export type GradeRow = Grade & { memberId: string; pseudonym: string; articles: number; handedIn: number; marks: number; reasons: number; headlines: number; exit: string | null };

type Stored = Omit<Grade, "total">;
const counted = <T extends Stored>(stored: T): T & Grade => ({ ...stored, total: totalOf(stored) });

const LIST = `
  SELECT m.id AS "memberId", m.pseudonym, g.evidence, g.reasoning, coalesce(g.comment, '') AS comment, coalesce(g.version, 0) AS version,
         (SELECT count(*)::int FROM assignment a JOIN lesson_article x ON x.project_id = a.project_id AND x.article_id = a.article_id WHERE a.project_id = m.project_id AND a.member_id = m.id AND a.state <> 'withdrawn') AS articles,
         (SELECT count(*)::int FROM assignment a JOIN lesson_article x ON x.project_id = a.project_id AND x.article_id = a.article_id WHERE a.project_id = m.project_id AND a.member_id = m.id AND a.state = 'submitted') AS "handedIn",
         s.marks, s.reasons, (SELECT count(*)::int FROM headline h WHERE h.project_id = m.project_id AND h.member_id = m.id) AS headlines,
         (SELECT e.body FROM exit_answer e WHERE e.project_id = m.project_id AND e.member_id = m.id) AS exit
  FROM member m LEFT JOIN grade g ON g.project_id = m.project_id AND g.member_id = m.id
  CROSS JOIN LATERAL (SELECT count(*)::int AS marks, count(*) FILTER (WHERE s.note <> '')::int AS reasons FROM span s JOIN lesson_article x ON x.project_id = s.project_id AND x.article_id = s.article_id WHERE s.project_id = m.project_id AND s.member_id = m.id AND s.deleted_at IS NULL) s
  WHERE m.project_id = $1 AND m.role = 'annotator' AND ($2::uuid IS NULL OR m.id = $2) AND (m.state = 'active' OR g.member_id IS NOT NULL OR s.marks > 0) ORDER BY m.pseudonym_key, m.id`;

/** Every pupil of the class with what they did and their points, by name; for the teacher. */
export async function listGrades(actor: MemberActor, memberId: string | null = null, tx?: Sql): Promise<GradeRow[]> {
  if (actor.role !== "coordinator") throw notFound();
  await readLesson(actor, tx);
  return (await rows<Stored & Omit<GradeRow, keyof Grade>>(LIST, [actor.projectId, memberId], tx)).map(counted);
}

/** A pupil's own points, or null until some were given. */
export async function myGrade(actor: MemberActor): Promise<Grade | null> {
  await readLesson(actor);
  const found = await row<Stored>("SELECT evidence, reasoning, comment, version FROM grade WHERE project_id = $1 AND member_id = $2", [actor.projectId, actor.memberId]);
  return found && (found.evidence !== null || found.reasoning !== null || found.comment !== "") ? counted(found) : null;
}

/** Gives a pupil points. A stale version (none: the first time) is 409 with the points as they stand; whoever is no pupil of the class is 404. */
export const setGrade = (actor: MemberActor, op: Op, memberId: string, wish: { evidence: Level | null; reasoning: Level | null; comment: string; version?: number | undefined }): Promise<Grade> =>
  runOperation(actor, op, async (tx) => {
    if (!(await row("SELECT 1 FROM member m JOIN lesson l ON l.project_id = m.project_id WHERE m.project_id = $1 AND m.id = $2 AND m.role = 'annotator' FOR SHARE OF m", [actor.projectId, memberId], tx))) throw notFound();
    const stored = async () => {
      const found = await row<Stored>("SELECT evidence, reasoning, comment, version FROM grade WHERE project_id = $1 AND member_id = $2", [actor.projectId, memberId], tx);
      return found ? counted(found) : null;
    };
    const kept = await row(
      `INSERT INTO grade (project_id, member_id, evidence, reasoning, comment, graded_by) SELECT $1, $2, $3, $4, $5, $6 WHERE $7::int = 0 OR EXISTS (SELECT FROM grade WHERE project_id = $1 AND member_id = $2)
       ON CONFLICT (project_id, member_id) DO UPDATE SET evidence = excluded.evidence, reasoning = excluded.reasoning, comment = excluded.comment, graded_by = excluded.graded_by, updated_at = now(), version = grade.version + 1
       WHERE grade.version = $7 RETURNING version`,
      [actor.projectId, memberId, wish.evidence, wish.reasoning, wish.comment, actor.memberId, wish.version ?? 0],
      tx,
    );
    if (!kept) throw conflict("These points were changed in another window.", { current: await stored() });
    await rows("INSERT INTO outbox (project_id, kind, member_id) VALUES ($1, 'grade', $2)", [actor.projectId, memberId], tx);
    const answer = await stored();
    invariant(answer, "the points were just written");
    return { answer, deed: { action: "points.given", subject: "member", subjectId: memberId } };
  });
