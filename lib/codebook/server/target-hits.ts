import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { readCursor, writeCursor, type Cursor } from "@/lib/articles/cursor";
import { invalid, notFound } from "@/lib/kernel/errors";
import { row, rows } from "@/lib/platform/database";
import type { ArticleHits } from "../hits";
import { hitFinder, searchedNames, type SearchedName } from "../target-names";
import { hitsInArticles, MAY_HOLD, needlesOf, targetNames } from "./name-texts";

export type HitArticle = { articleId: string; title: string; outlet: string | null } & ArticleHits;
/** `looked` is how many articles this answer went through; `next` goes on behind them, also where none of them had a hit. */
export type TargetHits = { target: { id: string; name: string }; names: SearchedName[]; items: HitArticle[]; looked: number; of: number; next: string | null };

/** One answer goes through at most so many articles and code points, and reads the texts of so many at a time. */
const WINDOW = 2_000;
const CODE_POINTS = 12_000_000;
const SLICE = 25;

const WINDOW_SQL = `
SELECT w.id, w.created_at AS "createdAt", w.title, o.name AS outlet, ${MAY_HOLD("r.text", "$4")} AS candidate FROM (
  SELECT a.*, sum(a.code_points) OVER (ORDER BY a.created_at, a.id) - a.code_points AS before FROM (
    SELECT * FROM article a WHERE a.project_id = $1 AND a.state = 'active' AND (a.created_at, a.id) > ($2::timestamptz, $3::uuid) ORDER BY a.created_at, a.id LIMIT ${WINDOW}
  ) a
) w JOIN revision r ON r.project_id = w.project_id AND r.id = w.current_revision_id
LEFT JOIN outlet o0 ON o0.project_id = w.project_id AND o0.id = w.outlet_id LEFT JOIN outlet o ON o.project_id = w.project_id AND o.id = coalesce(o0.merged_into_id, o0.id)
WHERE w.before < ${CODE_POINTS} ORDER BY w.created_at, w.id`;

type Looked = { id: string; createdAt: Date; title: string; outlet: string | null; candidate: boolean };

/**
 * Articles in which a name of the target stands, in the order in which they were added. Ambiguous names only when
 * asked for, and then as hits that need a look. Sees the words that every reader of the article sees, so it is for
 * those who see all of them: the caller's permission says so.
 */
export async function targetHits(actor: MemberActor, id: string, wish: { after?: string | undefined; ambiguous?: boolean | undefined; limit?: number | undefined } = {}): Promise<TargetHits> {
  const target = await rootOf(actor, id);
  const cursor = cursorOf(wish.after);
  const all = await targetNames(actor, target.id);
  const names = searchedNames(all, target.id);
  const wanted = names.filter((name) => wish.ambiguous || !name.isAmbiguous);
  const total = await row<{ n: number }>("SELECT count(*)::int AS n FROM article WHERE project_id = $1 AND state = 'active'", [actor.projectId]);
  const answer = { target, names, items: [], looked: 0, of: total?.n ?? 0, next: null };
  if (wanted.length === 0) return answer;
  const window = await rows<Looked>(WINDOW_SQL, [actor.projectId, cursor.createdAt, cursor.id, needlesOf(wanted)]);
  const { items, looked } = await look(actor, window, hitFinder(all, target.id, wish.ambiguous ?? false), wish.limit ?? 50);
  const last = window[looked - 1];
  const more = looked < window.length || (await row("SELECT id FROM article WHERE project_id = $1 AND state = 'active' AND (created_at, id) > ($2, $3) LIMIT 1", [actor.projectId, last?.createdAt, last?.id])) !== undefined;
  return { ...answer, items, looked, next: last && more ? writeCursor({ createdAt: last.createdAt.toISOString(), id: last.id, at: cursor.at + looked }) : null };
}

async function look(actor: MemberActor, window: readonly Looked[], find: ReturnType<typeof hitFinder>, limit: number): Promise<{ items: HitArticle[]; looked: number }> {
  const items: HitArticle[] = [];
  const candidates = window.filter((article) => article.candidate);
  for (let at = 0; at < candidates.length; at += SLICE) {
    const slice = candidates.slice(at, at + SLICE);
    const found = await hitsInArticles(actor, slice.map((article) => article.id), find);
    for (const article of slice) {
      const hits = found.get(article.id);
      if (!hits) continue;
      items.push({ articleId: article.id, title: article.title, outlet: article.outlet, ...hits });
      if (items.length === limit) return { items, looked: window.indexOf(article) + 1 };
    }
  }
  return { items, looked: window.length };
}

/** The target, or the one it was merged into. */
export async function rootOf(actor: MemberActor, id: string): Promise<{ id: string; name: string }> {
  const found = await row<{ id: string; name: string }>("SELECT r.id, r.name FROM target t JOIN target r ON r.project_id = t.project_id AND r.id = coalesce(t.merged_into_id, t.id) WHERE t.project_id = $1 AND t.id = $2", [actor.projectId, id]);
  if (!found) throw notFound();
  return found;
}

function cursorOf(text: string | undefined): Cursor {
  if (text === undefined) return { createdAt: "-infinity", id: "00000000-0000-0000-0000-000000000000", at: 0 };
  const cursor = readCursor(text);
  if (!cursor) throw invalid("The place in the list (after) cannot be read. Open the list from its beginning.", { errors: [{ path: "/after", message: "not a cursor of this list" }] });
  return cursor;
}
