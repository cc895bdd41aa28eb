import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { refreshArticles } from "@/lib/annotations/server/rollup/refresh";
import { seesFigures } from "@/lib/annotations/server/visible";
import { conflict, notFound } from "@/lib/kernel/errors";
import { row, rows, type Sql } from "@/lib/platform/database";
import type { Op } from "@/lib/projects/operation";
import { holdMerges } from "@/lib/projects/server/merge-lock";
import { runOperation } from "@/lib/projects/server/operation";

/** What a coordinator said of an article and a target: that it addresses it, that it does not, or (null) nothing. `named`: how often certain names of the target stand in the body. */
export type Address = { targetId: string; target: string; addressed: boolean | null; note: string; by: string | null; version: number; named: number };

const SELECT = `
SELECT t.id AS "targetId", t.name AS target, m.addressed, coalesce(m.note, '') AS note, who.pseudonym AS by, coalesce(m.version, 0) AS version,
       (SELECT coalesce(sum(n.n), 0)::int FROM target_mention n JOIN target o ON o.project_id = n.project_id AND o.id = n.target_id WHERE n.project_id = $1 AND n.article_id = $2 AND coalesce(o.merged_into_id, o.id) = t.id) AS named
FROM target t LEFT JOIN address_mark m ON m.project_id = t.project_id AND m.article_id = $2 AND m.target_id = t.id LEFT JOIN member who ON who.project_id = m.project_id AND who.id = m.member_id
WHERE t.project_id = $1 AND t.merged_into_id IS NULL`;

const addressOf = (actor: MemberActor, articleId: string, targetId: string, on?: Sql): Promise<Address | undefined> => row<Address>(`${SELECT} AND t.id = $3`, [actor.projectId, articleId, targetId], on);

/** What coordinators said of an article toward every target in use, and what its words say. 404 for an article that is not there, and for an annotator before the reveal. */
export async function readAddresses(actor: MemberActor, articleId: string): Promise<Address[]> {
  if (!seesFigures(actor) || !(await row("SELECT FROM article WHERE project_id = $1 AND id = $2", [actor.projectId, articleId]))) throw notFound();
  return rows<Address>(`${SELECT} AND (t.archived_at IS NULL OR m.addressed IS NOT NULL) ORDER BY t.position, t.created_at, t.id LIMIT 1000`, [actor.projectId, articleId]);
}

/**
 * Says that an article addresses a target or does not, whatever its names and judgements say; null takes it back. Marks
 * are stronger: an article with one addresses its target. 404 for an article or target that is not there or was merged
 * into another, 409 where somebody said something since `version` (0: nothing was said).
 */
export const setAddress = (actor: MemberActor, op: Op, articleId: string, targetId: string, wish: { version: number; addressed: boolean | null; note?: string | undefined }): Promise<Address> =>
  runOperation(actor, op, async (tx) => {
    await holdMerges(actor, tx);
    if (!(await row("SELECT id FROM article WHERE project_id = $1 AND id = $2 FOR NO KEY UPDATE", [actor.projectId, articleId], tx))) throw notFound();
    const current = await addressOf(actor, articleId, targetId, tx);
    if (!current) throw notFound();
    if (current.version !== wish.version) throw conflict("Somebody said something else about this article since you looked at it.", { current });
    await rows(
      `INSERT INTO address_mark AS m (project_id, article_id, target_id, addressed, note, member_id) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (project_id, article_id, target_id) DO UPDATE SET addressed = excluded.addressed, note = excluded.note, member_id = excluded.member_id, at = now(), version = m.version + 1`,
      [actor.projectId, articleId, targetId, wish.addressed, wish.note ?? "", actor.memberId],
      tx,
    );
    await refreshArticles(actor, [articleId], tx);
    const answer = await addressOf(actor, articleId, targetId, tx);
    if (!answer) throw notFound();
    return { answer, deed: { action: "address.marked", subject: "article", subjectId: articleId, detail: { targetId, addressed: wish.addressed } } };
  });
