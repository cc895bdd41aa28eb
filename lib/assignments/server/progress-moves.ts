import "server-only";
import type { Actor } from "@/lib/accounts/server/actor";
import { rows, type Sql } from "@/lib/platform/database";
import { moving } from "./progress-counts";

/**
 * Runs a change of an article that its assignments are counted by (its outlet, or whether it is in use) and brings the
 * counts of progress along. Assignments are locked before their article, as saving a mark does; the article against
 * being assigned at this moment (a foreign key holds it), and what was assigned until then is counted too.
 */
export async function movingArticle<T>(actor: Actor, tx: Sql, projectId: string, articleId: string, change: () => Promise<T>): Promise<T> {
  const assignments = () => rows<{ id: string }>("SELECT id FROM assignment WHERE project_id = $1 AND article_id = $2 ORDER BY id FOR UPDATE", [projectId, articleId], tx);
  await assignments();
  await rows("SELECT id FROM article WHERE project_id = $1 AND id = $2 FOR UPDATE", [projectId, articleId], tx);
  const ids = (await assignments()).map((one) => one.id);
  return moving(actor, tx, projectId, ids, change);
}

/** The same for a change that deletes the article: its assignments also leave the days on which they were submitted. */
export const leavingArticle = <T>(actor: Actor, tx: Sql, projectId: string, articleId: string, change: () => Promise<T>): Promise<T> =>
  movingArticle(actor, tx, projectId, articleId, async () => {
    await rows(
      `UPDATE rollup_day r SET submitted = r.submitted - x.n FROM (
         SELECT (first_submitted_at AT TIME ZONE 'UTC')::date AS day, member_id, count(*)::int AS n FROM assignment
         WHERE project_id = $1 AND article_id = $2 AND first_submitted_at IS NOT NULL AND phase <> 'practice' GROUP BY 1, 2) x
       WHERE r.project_id = $1 AND r.day = x.day AND r.member_id = x.member_id`,
      [projectId, articleId],
      tx,
    );
    return change();
  });
