import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { rows } from "@/lib/platform/database";
import type { ArticleProgressState } from "../progress";
import type { AssignmentState } from "../queue";


export type OpenWork = { memberId: string; name: string; state: AssignmentState; dueOn: string | null; locked: boolean; left: boolean };
/** `open` names at most twenty people; `assigned` minus `submitted` says how many there are. */
export type ArticleProgress = { articleId: string; title: string; outlet: string | null; assigned: number; submitted: number; open: OpenWork[] };
export type ArticleProgressPage = { items: ArticleProgress[]; next: string | null };

const FIRST = "00000000-0000-0000-0000-000000000000";
// Each is the condition of a partial index.
const WHICH: Readonly<Record<ArticleProgressState | "all", string>> = {
  all: "p.assigned > 0",
  waiting: "p.submitted > 0 AND p.submitted < p.assigned",
  done: "p.assigned > 0 AND p.submitted = p.assigned",
  untouched: "p.assigned > 0 AND p.submitted = 0",
};

/** One page of assigned articles in the order of their ids; practice is left out. Reads as many rows as it answers with. */
export async function progressArticles(actor: MemberActor, wish: { state?: ArticleProgressState | undefined; after?: string | undefined; limit: number }): Promise<ArticleProgressPage> {
  const found = await rows<ArticleProgress>(
    `SELECT p.article_id AS "articleId", a.title, o.name AS outlet, p.assigned, p.submitted,
            (SELECT coalesce(json_agg(json_build_object('memberId', x.member_id, 'name', x.pseudonym, 'state', x.state, 'dueOn', x.due_on, 'locked', x.locked, 'left', x.member_state <> 'active')), '[]')
             FROM (SELECT s.member_id, m.pseudonym, s.state, s.due_on, s.locked, m.state AS member_state FROM assignment s JOIN member m ON m.project_id = s.project_id AND m.id = s.member_id
                   WHERE s.project_id = $1 AND s.article_id = p.article_id AND s.state IN ('assigned', 'in_progress', 'returned') AND s.phase <> 'practice' ORDER BY m.pseudonym_key, s.round LIMIT 20) x) AS open
     FROM (SELECT p.* FROM article_progress p WHERE p.project_id = $1 AND ${WHICH[wish.state ?? "all"]} AND p.article_id > $2::uuid ORDER BY p.article_id LIMIT $3) p
     JOIN article a ON a.project_id = $1 AND a.id = p.article_id
     LEFT JOIN outlet o0 ON o0.project_id = $1 AND o0.id = a.outlet_id LEFT JOIN outlet o ON o.project_id = $1 AND o.id = coalesce(o0.merged_into_id, o0.id)
     ORDER BY p.article_id`,
    [actor.projectId, wish.after ?? FIRST, wish.limit + 1],
  );
  const items = found.slice(0, wish.limit);
  return { items, next: found.length > wish.limit ? (items.at(-1)?.articleId ?? null) : null };
}
