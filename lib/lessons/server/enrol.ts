import "server-only";
import type { Actor } from "@/lib/accounts/server/actor";
import { ASSIGN, EVERYONE } from "@/lib/assignments/server/assign-sql";
import { assignNewMember } from "@/lib/assignments/server/assign-new";
import { row, rows, type Sql } from "@/lib/platform/database";

const LESSON_ARTICLES = "SELECT article_id FROM lesson_article WHERE project_id = $1";

// Whoever joins while the lesson's articles change waits for the change, and then gets what it is now.
const hasLesson = async (projectId: string, tx: Sql): Promise<boolean> => (await row("SELECT project_id FROM lesson WHERE project_id = $1 FOR NO KEY UPDATE", [projectId], tx)) !== undefined;

/**
 * Gives an annotator who just joined (or became one) what the lesson asks for: its articles in its order, with the
 * blocks that are not folded away. In a project without a lesson, what the project gives to everybody.
 * @returns how many assignments were made
 */
export async function enrolMember(actor: Actor, tx: Sql, member: { readonly projectId: string; readonly memberId: string }): Promise<number> {
  if (!(await hasLesson(member.projectId, tx))) return assignNewMember(actor, tx, member);
  const made = await rows(ASSIGN(LESSON_ARTICLES, `${EVERYONE} AND id = $2`, "assignment.state = 'withdrawn' AND assignment.submitted_at IS NULL"), [member.projectId, member.memberId], tx);
  await fitAssignments(actor, tx, member.projectId);
  return made.length;
}

/** Gives every pupil of the class the articles that the lesson has now, and every assignment that is not submitted its blocks and order. The caller takes back what left the lesson. */
export async function enrolEveryone(actor: Actor, tx: Sql, projectId: string): Promise<void> {
  await rows(ASSIGN(LESSON_ARTICLES, EVERYONE, "assignment.state = 'withdrawn' AND assignment.submitted_at IS NULL"), [projectId], tx);
  await fitAssignments(actor, tx, projectId);
}

const fitAssignments = (_actor: Actor, tx: Sql, projectId: string): Promise<unknown> =>
  rows(
    `UPDATE assignment s SET block_ordinals = x.block_ordinals, counted_code_points = x.counted_code_points, position = x.position
     FROM lesson_article x WHERE x.project_id = $1 AND s.project_id = $1 AND s.article_id = x.article_id AND s.state IN ('assigned', 'in_progress', 'returned')
       AND (s.block_ordinals, s.counted_code_points, s.position) IS DISTINCT FROM (x.block_ordinals, x.counted_code_points, x.position)`,
    [projectId],
    tx,
  );
