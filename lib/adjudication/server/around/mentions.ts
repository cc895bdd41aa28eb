import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { invalid, notFound } from "@/lib/kernel/errors";
import { isId } from "@/lib/kernel/id";
import { row, rows } from "@/lib/platform/database";
import type { Op } from "@/lib/projects/operation";
import { runOperation } from "@/lib/projects/server/operation";
import type { MentionLine } from "../../around/talk";

/** Messages about clusters that name the member of a placeholder, as `n`, with message `g`, thread `h` and article `ar`. */
const MINE = `FROM mention n JOIN message g ON g.project_id = n.project_id AND g.id = n.message_id JOIN thread h ON h.project_id = g.project_id AND h.id = g.thread_id AND h.subject = 'cluster'
  JOIN article ar ON ar.project_id = h.project_id AND ar.id = h.article_id WHERE n.project_id = $1 AND n.member_id = $2`;

/** Where the actor was named, the newest first, at most `limit`; `unseen` counts those they have not seen. */
export async function myMentions(actor: MemberActor, wish: { unseen?: boolean | undefined; after?: string | undefined; limit?: number | undefined } = {}): Promise<{ items: MentionLine[]; unseen: number; next: string | null }> {
  const limit = wish.limit ?? 20;
  if (wish.after !== undefined && !isId(wish.after)) throw invalid("The place in the list (after) cannot be read. Open the list from its beginning.", { errors: [{ path: "/after", message: "not a cursor of this list" }] });
  const [found, counted] = await Promise.all([
    rows<MentionLine>(
      `SELECT g.id AS "messageId", ar.id AS "articleId", ar.title AS "articleTitle", h.subject_id AS "spanId", m.pseudonym AS by, to_json(g.created_at) #>> '{}' AS at, left(coalesce(g.body ->> 'text', ''), 300) AS text, n.seen_at IS NOT NULL AS seen
       ${MINE.replace("WHERE", "LEFT JOIN member m ON m.project_id = g.project_id AND m.id = g.member_id WHERE")}
         AND (NOT $3::boolean OR n.seen_at IS NULL) AND ($4::uuid IS NULL OR g.id < $4) ORDER BY g.id DESC LIMIT $5`,
      [actor.projectId, actor.memberId, wish.unseen ?? false, wish.after ?? null, limit + 1],
    ),
    row<{ n: number }>(`SELECT count(*)::int AS n ${MINE} AND n.seen_at IS NULL`, [actor.projectId, actor.memberId]),
  ]);
  const items = found.slice(0, limit);
  return { items, unseen: counted?.n ?? 0, next: found.length > limit ? (items.at(-1)?.messageId ?? null) : null };
}

/** The actor has seen what was said of the cluster of a mark. Returns how many messages named them that were new. */
export const seeMentions = (actor: MemberActor, op: Op, articleId: string, spanId: string): Promise<{ seen: number }> =>
  runOperation(actor, op, async (tx) => {
    const thread = await row<{ id: string }>("SELECT id FROM thread WHERE project_id = $1 AND subject = 'cluster' AND subject_id = $2 AND article_id = $3", [actor.projectId, spanId, articleId], tx);
    if (!thread) throw notFound();
    const seen = await rows("UPDATE mention n SET seen_at = now() FROM message g WHERE n.project_id = $1 AND n.member_id = $2 AND n.seen_at IS NULL AND g.project_id = n.project_id AND g.id = n.message_id AND g.thread_id = $3 RETURNING n.message_id", [actor.projectId, actor.memberId, thread.id], tx);
    return { answer: { seen: seen.length }, deed: { action: "mentions.seen", subject: "article", subjectId: articleId } };
  });
