import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { invalid } from "@/lib/kernel/errors";
import { TELLING, UNKNOWN, type ArticleFilters } from "../filters";
import { compileSearch, compileTarget, type Compiled } from "./search/query";
import { seesProgress, visibleArticles, type Bind } from "./visible";

/** What a list is narrowed to by the words of articles; null where nothing is asked, and then nothing is left out. */
export type Searches = { readonly q: Compiled | null; readonly target: Compiled | null };

function stateClause(actor: MemberActor, state: ArticleFilters["state"], bind: Bind, a: string): string {
  if (state === "archived") return `${a}.state = 'archived'`;
  const active = `${a}.state = 'active'`;
  if (state === undefined) return active;
  // Whoever may not see others' progress filters by the state of the own assignment.
  const who = seesProgress(actor) ? "s.state <> 'withdrawn'" : `s.member_id = ${bind(actor.memberId)} AND s.state <> 'withdrawn'`;
  const assignmentsOf = (condition: string): string => `SELECT FROM assignment s WHERE s.project_id = ${a}.project_id AND s.article_id = ${a}.id AND ${condition}`;
  const some = `EXISTS (${assignmentsOf(who)})`;
  const pending = `EXISTS (${assignmentsOf(`${who} AND s.state <> 'submitted'`)})`;
  const begun = `EXISTS (${assignmentsOf(`${who} AND s.state <> 'assigned'`)})`;
  const clauses = { not_assigned: `NOT ${some}`, assigned: `${some} AND NOT ${begun}`, in_progress: `${pending} AND ${begun}`, submitted: `${some} AND NOT ${pending}` };
  return `${active} AND ${clauses[state]}`;
}

function outletClause(column: "outlet_id" | "publisher_id", value: string | undefined, bind: Bind, a: string): string {
  if (value === undefined) return "TRUE";
  if (value === UNKNOWN) return `${a}.${column} IS NULL`;
  const id = bind(value);
  return `${a}.${column} IN (SELECT x.id FROM outlet x WHERE x.project_id = ${a}.project_id AND (x.id = ${id} OR x.merged_into_id = ${id}))`;
}

const like = (text: string): string => `%${text.replace(/[\\%_]/gu, "\\$&")}%`;

/** Refuses filters that would tell a source that is hidden from the actor. */
export function refuseTelling(actor: MemberActor, filters: ArticleFilters): void {
  const named = actor.sourceBlind ? TELLING.filter((name) => filters[name] !== undefined && filters[name] !== false) : [];
  if (named.length === 0) return;
  throw invalid("Sources are hidden from you in this project, so the list cannot be searched or narrowed by headline, outlet or publisher.", { errors: named.map((name) => ({ path: `/${name}`, message: "would tell a hidden source" })) });
}

/** Reads what the filters search for, under the rules of every language that the project has. */
export async function searchesOf(actor: MemberActor, filters: ArticleFilters): Promise<Searches> {
  const [q, target] = await Promise.all([filters.q === undefined ? null : compileSearch(actor, filters.q), filters.targetId === undefined ? null : compileTarget(actor, filters.targetId)]);
  return { q, target };
}

/** Whether words stand in an article. */
const holds = (search: Compiled | null, bind: Bind, a: string): string =>
  search === null ? "TRUE" : `${a}.id IN (SELECT s.article_id FROM search_chunk s WHERE s.project_id = ${a}.project_id AND s.words @@ ${bind(search.match)}::tsquery)`;

/** What the list holds for this actor under these filters; alias `a`. */
export function articleFilter(actor: MemberActor, filters: ArticleFilters, searches: Searches, bind: Bind): string {
  const meets = meetsAll(actor, filters, searches, bind, "a");
  // The first copy that the list would hold stands for its work.
  return filters.onePerWork ? `${meets} AND NOT EXISTS (SELECT FROM article e WHERE e.work_id = a.work_id AND (e.created_at, e.id) < (a.created_at, a.id) AND ${meetsAll(actor, filters, searches, bind, "e")})` : meets;
}

function meetsAll(actor: MemberActor, filters: ArticleFilters, searches: Searches, bind: Bind, a: string): string {
  const clauses = [
    visibleArticles(actor, bind, a),
    stateClause(actor, filters.state, bind, a),
    outletClause("outlet_id", filters.outletId, bind, a),
    outletClause("publisher_id", filters.publisherId, bind, a),
    filters.genre === undefined ? "TRUE" : `${a}.genre = ${bind(filters.genre)}`,
    filters.language === undefined ? "TRUE" : `(${a}.language = ${bind(filters.language)} OR starts_with(${a}.language, ${bind(`${filters.language}-`)}))`,
    filters.from === undefined ? "TRUE" : `${a}.published_on >= ${bind(filters.from)}::date`,
    filters.to === undefined ? "TRUE" : `${a}.published_on <= ${bind(filters.to)}::date`,
    filters.title === undefined ? "TRUE" : `${a}.title ILIKE ${bind(like(filters.title))}`,
    filters.setId === undefined ? "TRUE" : `${a}.id IN (SELECT i.article_id FROM article_set_item i WHERE i.project_id = ${a}.project_id AND i.set_id = ${bind(filters.setId)})`,
    holds(searches.q, bind, a),
    holds(searches.target, bind, a),
  ];
  return clauses.filter((clause) => clause !== "TRUE").join(" AND ");
}
