import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { notFound } from "@/lib/kernel/errors";
import { row, rows } from "@/lib/platform/database";

/** The current revision of an article that the actor may see: an annotator one that is assigned to them and open. Throws 404. */
export async function articleInSight(actor: MemberActor, articleId: string): Promise<{ revision: string }> {
  const article = await row<{ revision: string }>(
    `SELECT ar.current_revision_id AS revision FROM article ar WHERE ar.project_id = $1 AND ar.id = $2
       AND ($4::boolean OR EXISTS (SELECT FROM assignment a WHERE a.project_id = $1 AND a.article_id = ar.id AND a.member_id = $3 AND a.state <> 'withdrawn' AND NOT a.locked))`,
    [actor.projectId, articleId, actor.memberId, actor.role !== "annotator"],
  );
  if (!article) throw notFound();
  return article;
}

/** Remembers on the actor's own assignments of an article that others' work on it was shown, where `shown` holds any. */
export async function rememberSight(actor: MemberActor, articleId: string, shown: readonly { memberId: string }[]): Promise<void> {
  if (shown.every((one) => one.memberId === actor.memberId)) return;
  await rows(`UPDATE assignment SET peers_seen_at = now() WHERE project_id = $1 AND article_id = $2 AND member_id = $3 AND peers_seen_at IS NULL`, [actor.projectId, articleId, actor.memberId]);
}
