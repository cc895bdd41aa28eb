import { isId } from "@/lib/kernel/id";
import { GENRES, isDay, languageTag, type Genre } from "./provenance";
import { PROGRESS, type Progress } from "./progress";

/** What a list of articles is narrowed to. `unknown` stands for "no outlet known". */
export type ArticleFilters = {
  /** Words that the article has, as `searchWords` reads them. */
  readonly q?: string | undefined;
  /** Letters that stand in the title. */
  readonly title?: string | undefined;
  readonly outletId?: string | undefined;
  readonly publisherId?: string | undefined;
  readonly genre?: Genre | undefined;
  /** A language tag; a language alone stands for all of its kinds. */
  readonly language?: string | undefined;
  /** The first and the last day of publication, YYYY-MM-DD. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** A target of which an unambiguous name stands in the article. */
  readonly targetId?: string | undefined;
  readonly setId?: string | undefined;
  readonly state?: Progress | "archived" | undefined;
  readonly onePerWork?: boolean | undefined;
};
/** By the moment of being added, or the best matches of a search first. */
export type ArticleOrder = "oldest" | "newest" | "best";
/** A list as its address says it. */
export type ArticleQuery = ArticleFilters & { readonly order: ArticleOrder; readonly after?: string | undefined; readonly before?: string | undefined };

export const STATES = [...PROGRESS, "archived"] as const;
export const UNKNOWN = "unknown";
/** The longest search that is taken, in UTF-16 units. */
export const MAX_SEARCH = 200;

type Params = Readonly<Record<string, string | readonly string[] | undefined>>;

const one = (value: string | readonly string[] | undefined): string | undefined => (typeof value === "string" && value !== "" ? value : undefined);
const oneOf = <T extends string>(value: string | undefined, among: readonly T[]): T | undefined => among.find((item) => item === value);
const idOr = (value: string | undefined): string | undefined => (value === UNKNOWN || isId(value) ? value : undefined);

const idOnly = (value: string | undefined): string | undefined => (isId(value) ? value : undefined);
const dayOr = (value: string | undefined): string | undefined => (value !== undefined && isDay(value) ? value : undefined);

const ORDERS = ["oldest", "newest", "best"] as const;
/** The order of a list that asks for none. */
export const usualOrder = ({ q }: ArticleFilters): ArticleOrder => (q ? "best" : "oldest");

/** Reads filters from an address; what means nothing is left out, so that an old link still opens a list. */
export function readQuery(params: Params): ArticleQuery {
  const q = one(params["q"])?.replaceAll("\u0000", "").toWellFormed().trim().slice(0, MAX_SEARCH);
  const found = {
    q: q === "" ? undefined : q,
    outletId: idOr(one(params["outlet"])),
    publisherId: idOr(one(params["publisher"])),
    genre: oneOf(one(params["genre"]), GENRES),
    language: languageTag(one(params["language"]) ?? "") ?? undefined,
    from: dayOr(one(params["from"])),
    to: dayOr(one(params["to"])),
    targetId: idOnly(one(params["target"])),
    setId: idOnly(one(params["set"])),
    state: oneOf(one(params["state"]), STATES),
    onePerWork: one(params["copies"]) === "one" ? true : undefined,
    order: oneOf(one(params["order"]), q ? ORDERS : ORDERS.slice(0, 2)) ?? usualOrder({ q }),
    after: one(params["after"]),
    before: one(params["before"]),
  };
  return found;
}

/** The address part ("?…" or "") for filters, order and a place in the list. */
export function writeQuery(query: Partial<ArticleQuery>): string {
  const params = new URLSearchParams();
  const put = (name: string, value: string | undefined) => value !== undefined && value !== "" && params.set(name, value);
  put("q", query.q);
  put("outlet", query.outletId);
  put("publisher", query.publisherId);
  put("genre", query.genre);
  put("language", query.language);
  put("from", query.from);
  put("to", query.to);
  put("target", query.targetId);
  put("set", query.setId);
  put("state", query.state);
  put("copies", query.onePerWork ? "one" : undefined);
  put("order", query.order === usualOrder(query) || (query.order === "best" && !query.q) ? undefined : query.order);
  put("after", query.after);
  put("before", query.before);
  const text = params.toString();
  return text === "" ? "" : `?${text}`;
}

/** What a list may not be narrowed by while sources are hidden: which articles are left would tell them. */
export const TELLING = ["q", "title", "outletId", "publisherId", "targetId", "setId", "onePerWork"] as const satisfies readonly (keyof ArticleFilters)[];

/** The query without what would tell a hidden source. */
export const withoutTelling = (query: ArticleQuery): ArticleQuery => ({ ...query, ...Object.fromEntries(TELLING.map((name) => [name, undefined])), order: query.order === "best" ? "oldest" : query.order });

/** Whether anything is left out of the list. */
export const isFiltered = (query: ArticleFilters): boolean =>
  [query.q, query.title, query.outletId, query.publisherId, query.genre, query.language, query.from, query.to, query.targetId, query.setId, query.state, query.onePerWork].some((value) => value !== undefined && value !== false);
