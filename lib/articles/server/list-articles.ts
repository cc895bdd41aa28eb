import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { invalid } from "@/lib/kernel/errors";
import { row, rows } from "@/lib/platform/database";
import { readCursor, readRankCursor, writeCursor, writeRankCursor } from "../cursor";
import type { ArticleFilters, ArticleQuery } from "../filters";
import { progressOf } from "../progress";
import { articleFilter, refuseTelling, searchesOf, type Searches } from "./article-filter-sql";
import { HEAD_COLUMNS, HEAD_JOINS, viewColumns, type ArticleHead, type ArticleView, type ListedArticle } from "./article-sql";
import { matchesIn, type Match } from "./search/matches";
import { RANKED } from "./search/query";
import { titleMask } from "./source-mask";
import { binder, visibleArticles } from "./visible";

/** The most that is counted; beyond it a screen says "10,000+". */
export const COUNT_LIMIT = 10_000;
export type Counted = { value: number; more: boolean };
export type ArticlePage = { items: ListedArticle[]; from: number; count: Counted; next: string | null; previous: string | null };

function cursorOf<C>(text: string | undefined, name: string, read: (text: string) => C | null): C | null {
  if (text === undefined) return null;
  const cursor = read(text);
  if (!cursor) throw invalid(`The place in the list (${name}) cannot be read. Open the list from its beginning.`, { errors: [{ path: `/${name}`, message: "not a cursor of this list" }] });
  return cursor;
}

/**
 * One page of articles in the order they were added, or the best matches of a search first, without any text. `after`
 * and `before` are cursors of an earlier answer; the number of rows read does not grow with the place in the list,
 * but for the best matches: the newest `RANKED` articles of the list are compared, and which can be read forwards only.
 */
export async function listArticles(actor: MemberActor, query: ArticleQuery & { limit: number }): Promise<ArticlePage> {
  refuseTelling(actor, query);
  const searches = await searchesOf(actor, query);
  const [found, count] = await Promise.all([query.order === "best" ? bestMatches(actor, query, searches) : inOrder(actor, query, searches), countFound(actor, query, searches)]);
  const ids = found.items.map((article) => article.id);
  const [mask, matches] = await Promise.all([titleMask(actor, { articleIds: ids }), searches.q === null ? new Map<string, Match>() : matchesIn(actor, ids, searches.q)]);
  return { ...found, count, items: found.items.map((article) => mask.head({ ...article, progress: article.counts && progressOf(article.counts), match: matches.get(article.id) ?? null })) };
}

type Found = Omit<ArticlePage, "items" | "count"> & { items: (ArticleHead & ArticleView)[] };

async function inOrder(actor: MemberActor, query: ArticleQuery & { limit: number }, searches: Searches): Promise<Found> {
  const [after, before] = [cursorOf(query.after, "after", readCursor), cursorOf(query.before, "before", readCursor)];
  if (after && before) throw invalid("Give after or before, not both.");
  const { values, bind } = binder();
  const forward = !before;
  const ascending = (query.order === "oldest") === forward;
  const place = after ?? before;
  const beyond = place ? ` AND (a.created_at, a.id) ${ascending ? ">" : "<"} (${bind(place.createdAt)}::timestamptz, ${bind(place.id)}::uuid)` : "";
  const direction = ascending ? "ASC" : "DESC";
  const picked = `SELECT a.* FROM article a WHERE ${articleFilter(actor, query, searches, bind)}${beyond} ORDER BY a.created_at ${direction}, a.id ${direction} LIMIT ${query.limit + 1}`;
  const statement = `SELECT ${HEAD_COLUMNS}, ${viewColumns(actor, bind)} FROM (${picked}) a ${HEAD_JOINS} ORDER BY a.created_at ${direction}, a.id ${direction}`;
  const found = await rows<ArticleHead & ArticleView>(statement, values);
  const more = found.length > query.limit;
  const page = found.slice(0, query.limit);
  if (!forward) page.reverse();
  const from = after ? after.at + 1 : before ? Math.max(1, before.at - page.length) : 1;
  const edge = (article: ArticleHead | undefined, at: number) => (article ? writeCursor({ createdAt: article.createdAt.toISOString(), id: article.id, at }) : null);
  const hasNext = forward ? more : page.length > 0;
  const hasPrevious = forward ? after !== null && page.length > 0 : more;
  return { items: page, from, next: hasNext ? edge(page.at(-1), from + page.length - 1) : null, previous: hasPrevious ? edge(page[0], from) : null };
}

async function bestMatches(actor: MemberActor, query: ArticleQuery & { limit: number }, searches: Searches): Promise<Found> {
  if (searches.q === null || query.before !== undefined) throw invalid(searches.q === null ? "The best matches are those of a search: give q." : "The best matches are read forwards: give after.", { errors: [{ path: "/order", message: "needs q, and after only" }] });
  const after = cursorOf(query.after, "after", readRankCursor);
  const { values, bind } = binder();
  const beyond = after ? ` WHERE (hit.rank < ${bind(after.rank)}::float4 OR hit.rank = ${bind(after.rank)}::float4 AND a.id > ${bind(after.id)}::uuid)` : "";
  // What the list leaves out must not use up the places of those that are compared.
  const picked = `WITH few AS MATERIALIZED (SELECT a.id FROM article a WHERE ${articleFilter(actor, query, searches, bind)} ORDER BY a.created_at DESC, a.id DESC LIMIT ${RANKED}), hit AS (
      SELECT s.article_id, max(ts_rank(s.words, ${bind(searches.q.rank)}::tsquery, 1)) AS rank FROM few JOIN search_chunk s ON s.project_id = ${bind(actor.projectId)} AND s.article_id = few.id
      WHERE s.words @@ ${bind(searches.q.match)}::tsquery GROUP BY s.article_id
    ) SELECT a.*, hit.rank FROM hit JOIN article a ON a.project_id = ${bind(actor.projectId)} AND a.id = hit.article_id${beyond} ORDER BY hit.rank DESC, a.id LIMIT ${query.limit + 1}`;
  const found = await rows<ArticleHead & ArticleView & { rank: number }>(`SELECT ${HEAD_COLUMNS}, ${viewColumns(actor, bind)}, a.rank FROM (${picked}) a ${HEAD_JOINS} ORDER BY a.rank DESC, a.id`, values);
  const page = found.slice(0, query.limit);
  const [from, last] = [(after?.at ?? 0) + 1, page.at(-1)];
  return { items: page.map(({ rank: _rank, ...article }) => article), from, next: found.length > query.limit && last ? writeRankCursor({ rank: last.rank, id: last.id, at: from + page.length - 1 }) : null, previous: null };
}

const capped = (n: number): Counted => ({ value: Math.min(n, COUNT_LIMIT), more: n > COUNT_LIMIT });

/** How many articles the filters leave, counted up to `COUNT_LIMIT`. */
export const countArticles = async (actor: MemberActor, filters: ArticleFilters): Promise<Counted> => countFound(actor, filters, await searchesOf(actor, filters));

async function countFound(actor: MemberActor, filters: ArticleFilters, searches: Searches): Promise<Counted> {
  const { values, bind } = binder();
  const found = await row<{ n: number }>(`SELECT count(*)::int AS n FROM (SELECT FROM article a WHERE ${articleFilter(actor, filters, searches, bind)} LIMIT ${COUNT_LIMIT + 1}) x`, values);
  return capped(found?.n ?? 0);
}

export type CollectionSize = { articles: Counted; works: Counted; outlets: number };

/** The size of the collection as the actor sees it: articles, works, outlets; the last two only where all articles are visible. */
export async function collectionSize(actor: MemberActor): Promise<CollectionSize> {
  const articles = await countArticles(actor, {});
  const { values, bind } = binder();
  const found = await row<{ works: number; outlets: number }>(
    `SELECT (SELECT count(*)::int FROM (SELECT DISTINCT a.work_id FROM article a WHERE ${visibleArticles(actor, bind)} AND a.state = 'active' LIMIT ${COUNT_LIMIT + 1}) w) AS works,
            (SELECT count(*)::int FROM outlet o WHERE o.project_id = ${bind(actor.projectId)} AND o.merged_into_id IS NULL) AS outlets`,
    values,
  );
  return { articles, works: capped(found?.works ?? 0), outlets: found?.outlets ?? 0 };
}
