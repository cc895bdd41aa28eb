import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { titleMask } from "@/lib/articles/server/source-mask";
import { invalid } from "@/lib/kernel/errors";
import { row, rows } from "@/lib/platform/database";
import { TOLD_PHASE } from "./assign-sql";
import { readPlace, writePlace, type QueueCounts, type QueueExtras, type QueueItem } from "../queue";
import { poolsOf } from "./take";

export type Queue = QueueExtras & { items: QueueItem[]; counts: QueueCounts; next: string | null };

// Of the annotator's own discussion alone.
const ASKED = `EXISTS (SELECT FROM thread h JOIN message g ON g.project_id = h.project_id AND g.thread_id = h.id AND g.body ? 'passage' WHERE h.project_id = s.project_id AND h.subject = 'assignment' AND h.subject_id = s.id AND h.state = 'open'
  AND NOT EXISTS (SELECT FROM message own WHERE own.project_id = h.project_id AND own.thread_id = h.id AND own.member_id = s.member_id AND own.created_at > g.created_at))`;
const COLUMNS = `s.id, s.article_id AS "articleId", a.title, a.words, s.state, s.position, s.round, ${TOLD_PHASE("s")} AS phase, s.submitted_at AS "submittedAt", s.skipped_at IS NOT NULL AS skipped, ${ASKED} AS asked, to_char(s.due_on, 'YYYY-MM-DD') AS "dueOn"`;
const MINE = `FROM assignment s JOIN article a ON a.project_id = s.project_id AND a.id = s.article_id AND a.state = 'active'
  WHERE s.project_id = $1 AND s.member_id = $2 AND s.state <> 'withdrawn' AND NOT s.locked`;
const LOCKED = MINE.replace("NOT s.locked", "s.locked");

/** The actor's own queue in its own order, at most `limit` (500) at a time, with the counts of the whole of it. What waits for practice is only counted. */
export async function myQueue(actor: MemberActor, at: { after?: string | undefined; limit?: number | undefined } = {}): Promise<Queue> {
  const place = at.after === undefined ? { position: -1, id: "00000000-0000-0000-0000-000000000000" } : readPlace(at.after);
  if (!place) throw invalid("The place in the queue (after) cannot be read. Open the queue from its beginning.", { errors: [{ path: "/after", message: "not a cursor of this queue" }] });
  const limit = at.limit ?? 500;
  const [items, counts, locked, pools] = await Promise.all([
    rows<QueueItem>(`SELECT ${COLUMNS} ${MINE} AND (s.position, s.id) > ($3::int, $4::uuid) ORDER BY s.position, s.id LIMIT $5`, [actor.projectId, actor.memberId, place.position, place.id, limit + 1]),
    row<QueueCounts>(
      `SELECT count(*) FILTER (WHERE s.state = 'assigned')::int AS assigned, count(*) FILTER (WHERE s.state = 'in_progress')::int AS "inProgress",
              count(*) FILTER (WHERE s.state = 'returned')::int AS returned, count(*) FILTER (WHERE s.state = 'submitted')::int AS submitted, count(*) FILTER (WHERE s.skipped_at IS NOT NULL)::int AS skipped ${MINE}`,
      [actor.projectId, actor.memberId],
    ),
    row<{ n: number }>(`SELECT count(*)::int AS n ${LOCKED}`, [actor.projectId, actor.memberId]),
    poolsOf(actor),
  ]);
  const page = items.slice(0, limit);
  const last = page.at(-1);
  return { items: await hideSources(actor, page), counts: counts ?? { assigned: 0, inProgress: 0, returned: 0, submitted: 0, skipped: 0 }, next: items.length > limit && last ? writePlace(last) : null, pool: pools.open, afterPractice: locked?.n ?? 0 };
}

/** The actor's next open assignment behind the named one, then from the beginning, then those that were skipped; null when nothing is open. */
export async function nextAssignment(actor: MemberActor, afterId?: string): Promise<QueueItem | null> {
  const found = await row<QueueItem>(
    `WITH here AS (SELECT position, id FROM assignment WHERE project_id = $1 AND member_id = $2 AND id = $3)
     SELECT ${COLUMNS} ${MINE} AND s.state <> 'submitted' AND s.id IS DISTINCT FROM $3::uuid
     ORDER BY s.skipped_at IS NOT NULL, coalesce((s.position, s.id) < (SELECT position, id FROM here), false), s.position, s.id LIMIT 1`,
    [actor.projectId, actor.memberId, afterId ?? null],
  );
  return found ? ((await hideSources(actor, [found]))[0] ?? null) : null;
}

async function hideSources(actor: MemberActor, items: readonly QueueItem[]): Promise<QueueItem[]> {
  const mask = await titleMask(actor, { articleIds: items.map((item) => item.articleId) });
  return items.map((item) => ({ ...item, title: mask.title(item.articleId, item.title), words: mask.words(item.articleId, item.words) }));
}
