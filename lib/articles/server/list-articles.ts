import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { invalid } from "@/lib/kernel/errors";
import { row, rows } from "@/lib/platform/database";
import { readCursor, writeCursor, type Cursor } from "../cursor";
import { TELLING, UNKNOWN, type ArticleFilters, type ArticleQuery } from "../filters";
import { progressOf } from "../progress";
import { HEAD_COLUMNS, HEAD_JOINS, viewColumns, type ArticleHead, type ArticleView, type ListedArticle } from "./article-sql";
import { titleMask } from "./source-mask";
import { binder, seesProgress, visibleArticles, type Bind } from "./visible";

/** The most that is counted; beyond it a screen says "10,000+". */
export const COUNT_LIMIT = 10_000;
export type Counted = { value: number; more: boolean };
export type ArticlePage = { items: ListedArticle[]; from: number; count: Counted; next: string | null; previous: string | null };

const assignmentsOf = (condition: string): string => `SELECT FROM assignment s WHERE s.project_id = a.project_id AND s.article_id = a.id AND ${condition}`;

function stateClause(actor: MemberActor, state: ArticleFilters["state"], bind: Bind): string {
  if (state === "archived") return "a.state = 'archived'";
  const active = "a.state = 'active'";
  if (state === undefined) return active;
  // Whoever may not see others' progress filters by the state of the own assignment.
  const who = seesProgress(actor) ? "s.state <> 'withdrawn'" : `s.member_id = ${bind(actor.memberId)} AND s.state <> 'withdrawn'`;
  const some = `EXISTS (${assignmentsOf(who)})`;
  const pending = `EXISTS (${assignmentsOf(`${who} AND s.state <> 'submitted'`)})`;
  const begun = `EXISTS (${assignmentsOf(`${who} AND s.state <> 'assigned'`)})`;
  const clauses = { not_assigned: `NOT ${some}`, assigned: `${some} AND NOT ${begun}`, in_progress: `${pending} AND ${begun}`, submitted: `${some} AND NOT ${pending}` };
  return `${active} AND ${clauses[state]}`;
}

function outletClause(column: string, value: string | undefined, bind: Bind): string {
  if (value === undefined) return "TRUE";
  if (value === UNKNOWN) return `a.${column} IS NULL`;
  const id = bind(value);
  return `a.${column} IN (SELECT x.id FROM outlet x WHERE x.project_id = a.project_id AND (x.id = ${id} OR x.merged_into_id = ${id}))`;
}

const like = (text: string): string => `%${text.replace(/[\\%_]/gu, "\\$&")}%`;

/** What the list holds for this actor under these filters; alias `a`. */
function where(actor: MemberActor, filters: ArticleFilters, bind: Bind): string {
  const visible = visibleArticles(actor, bind);
  const clauses = [
    visible,
    stateClause(actor, filters.state, bind),
    outletClause("outlet_id", filters.outletId, bind),
    outletClause("publisher_id", filters.publisherId, bind),
    filters.genre === undefined ? "TRUE" : `a.genre = ${bind(filters.genre)}`,
    filters.q === undefined ? "TRUE" : `a.title ILIKE ${bind(like(filters.q))}`,
  ];
  if (filters.onePerWork) {
    // The first copy that the actor may see stands for its work.
    clauses.push(`NOT EXISTS (SELECT FROM article e WHERE ${visibleArticles(actor, bind, "e")} AND e.work_id = a.work_id AND e.state = a.state AND (e.created_at, e.id) < (a.created_at, a.id))`);
  }
  return clauses.filter((clause) => clause !== "TRUE").join(" AND ");
}

function cursorOf(text: string | undefined, name: string): Cursor | null {
  if (text === undefined) return null;
  const cursor = readCursor(text);
  if (!cursor) throw invalid(`The place in the list (${name}) cannot be read. Open the list from its beginning.`, { errors: [{ path: `/${name}`, message: "not a cursor of this list" }] });
  return cursor;
}

/**
 * One page of articles in the order they were added, without any text. `after` and `before` are cursors of an
 * earlier answer; the number of rows read does not grow with the place in the list.
 */
export async function listArticles(actor: MemberActor, query: ArticleQuery & { limit: number }): Promise<ArticlePage> {
  const [after, before] = [cursorOf(query.after, "after"), cursorOf(query.before, "before")];
  if (after && before) throw invalid("Give after or before, not both.");
  refuseTelling(actor, query);
  const { values, bind } = binder();
  const forward = !before;
  const ascending = (query.order === "oldest") === forward;
  const place = after ?? before;
  const beyond = place ? ` AND (a.created_at, a.id) ${ascending ? ">" : "<"} (${bind(place.createdAt)}::timestamptz, ${bind(place.id)}::uuid)` : "";
  const direction = ascending ? "ASC" : "DESC";
  const picked = `SELECT a.* FROM article a WHERE ${where(actor, query, bind)}${beyond} ORDER BY a.created_at ${direction}, a.id ${direction} LIMIT ${query.limit + 1}`;
  const statement = `SELECT ${HEAD_COLUMNS}, ${viewColumns(actor, bind)} FROM (${picked}) a ${HEAD_JOINS} ORDER BY a.created_at ${direction}, a.id ${direction}`;
  const [found, count] = await Promise.all([rows<ArticleHead & ArticleView>(statement, values), countArticles(actor, query)]);
  const more = found.length > query.limit;
  const page = found.slice(0, query.limit);
  if (!forward) page.reverse();
  const from = after ? after.at + 1 : before ? Math.max(1, before.at - page.length) : 1;
  const edge = (article: ArticleHead | undefined, at: number) => (article ? writeCursor({ createdAt: article.createdAt.toISOString(), id: article.id, at }) : null);
  const hasNext = forward ? more : page.length > 0;
  const hasPrevious = forward ? after !== null && page.length > 0 : more;
  const mask = await titleMask(actor, { articleIds: page.map((article) => article.id) });
  return {
    items: page.map((article) => mask.head({ ...article, progress: article.counts && progressOf(article.counts) })),
    from,
    count,
    next: hasNext ? edge(page.at(-1), from + page.length - 1) : null,
    previous: hasPrevious ? edge(page[0], from) : null,
  };
}

function refuseTelling(actor: MemberActor, filters: ArticleFilters): void {
  const named = actor.sourceBlind ? TELLING.filter((name) => filters[name] !== undefined && filters[name] !== false) : [];
  if (named.length === 0) return;
  throw invalid("Sources are hidden from you in this project, so the list cannot be searched or narrowed by headline, outlet or publisher.", { errors: named.map((name) => ({ path: `/${name}`, message: "would tell a hidden source" })) });
}

const capped = (n: number): Counted => ({ value: Math.min(n, COUNT_LIMIT), more: n > COUNT_LIMIT });

/** How many articles the filters leave, counted up to `COUNT_LIMIT`. */
export async function countArticles(actor: MemberActor, filters: ArticleFilters): Promise<Counted> {
  const { values, bind } = binder();
  const found = await row<{ n: number }>(`SELECT count(*)::int AS n FROM (SELECT FROM article a WHERE ${where(actor, filters, bind)} LIMIT ${COUNT_LIMIT + 1}) x`, values);
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
