import { unescapeOnce } from "./entities";

/** What a page says of its article in schema.org terms, as written there. */
export type SchemaOrg = {
  readonly headline: string | null;
  /** People; organisations that stand as author are apart. */
  readonly authors: readonly string[];
  readonly organisations: readonly string[];
  readonly publisher: string | null;
  /** Where the words come from: names or addresses of `isBasedOn`, `sourceOrganization` and the like. */
  readonly originals: readonly string[];
  readonly published: string | null;
  readonly language: string | null;
  readonly address: string | null;
  readonly types: readonly string[];
  readonly sections: readonly string[];
};

type Thing = { readonly [key: string]: unknown };
const ARTICLE = /(?:Article|BlogPosting|LiveBlogPosting|Report|NewsItem)$/u;
/** Bounds against data made to be endless. */
const [SCRIPTS, LENGTH, NODES] = [20, 2_000_000, 20_000];

/** Reads JSON-LD; what is not JSON is passed over. `scripts` are the texts of the elements in page order. */
export function readSchemaOrg(scripts: readonly string[]): SchemaOrg | null {
  const things = scripts.slice(0, SCRIPTS).flatMap((script) => (script.length > LENGTH ? [] : thingsIn(parsed(script))));
  const byId = new Map(things.flatMap((thing) => (typeof thing["@id"] === "string" && Object.keys(thing).length > 1 ? [[thing["@id"], thing] as const] : [])));
  const get = (value: unknown): unknown => (isThing(value) && typeof value["@id"] === "string" && Object.keys(value).length <= 2 ? (byId.get(value["@id"]) ?? value) : value);
  const articles = things.filter((thing) => typesOf(thing).some((type) => ARTICLE.test(type)));
  const article = articles.find(({ headline, datePublished }) => headline !== undefined && datePublished !== undefined) ?? articles[0];
  if (article === undefined) {
    const site = things.find((thing) => typesOf(thing).includes("WebSite"));
    return site === undefined ? null : { headline: null, authors: [], organisations: [], publisher: words(site["name"]), originals: [], published: null, language: null, address: null, types: [], sections: [] };
  }
  const authors = many(article["author"] ?? article["creator"]).map(get);
  const isOrganisation = (value: unknown): boolean => isThing(value) && typesOf(value).some((type) => /Organization$/u.test(type));
  const named = (values: readonly unknown[]): string[] => values.flatMap((value) => nameOf(value) ?? []);
  return {
    headline: words(article["headline"]) ?? words(article["name"]),
    authors: named(authors.filter((author) => !isOrganisation(author))),
    organisations: named(authors.filter(isOrganisation)),
    publisher: named(many(article["publisher"]).map(get))[0] ?? null,
    originals: [...named(many(article["sourceOrganization"]).map(get)), ...many(article["isBasedOn"] ?? article["isBasedOnUrl"]).map(get).flatMap((value) => nameOf(isThing(value) ? (get(value["publisher"]) ?? value["url"] ?? value) : value) ?? [])],
    published: words(article["datePublished"]),
    language: words(article["inLanguage"]) ?? nameOf(article["inLanguage"], "alternateName"),
    address: words(article["url"]) ?? nameOf(article["mainEntityOfPage"], "@id"),
    types: typesOf(article),
    sections: many(article["articleSection"]).flatMap((section) => words(section) ?? []),
  };
}

function parsed(script: string): unknown {
  try {
    return JSON.parse(script.replace(/^\s*(?:\/\*\s*)?(?:\/\/\s*)?<!\[CDATA\[(?:\s*\*\/)?|(?:\/\*\s*)?(?:\/\/\s*)?\]\]>(?:\s*\*\/)?\s*$/gu, ""));
  } catch {
    return null;
  }
}

/** All objects in a value, outer ones first; without recursion, and not endlessly many. */
function thingsIn(value: unknown): Thing[] {
  const queue: unknown[] = [value];
  const found: Thing[] = [];
  for (let at = 0; at < queue.length && at < NODES; at++) {
    const one = queue[at];
    if (Array.isArray(one)) queue.push(...one.slice(0, NODES));
    else if (isThing(one)) {
      found.push(one);
      queue.push(...Object.values(one).slice(0, 200).filter((inner) => typeof inner === "object" && inner !== null));
    }
  }
  return found;
}

const isThing = (value: unknown): value is Thing => typeof value === "object" && value !== null && !Array.isArray(value);
const many = (value: unknown): unknown[] => (value === undefined || value === null ? [] : Array.isArray(value) ? value.slice(0, 20) : [value]);
const typesOf = (thing: Thing): string[] => many(thing["@type"]).filter((type) => typeof type === "string").map((type) => type.replace(/^.*[/:]/u, ""));

function words(value: unknown): string | null {
  const one = many(value)[0];
  if (typeof one !== "string" || one.length > 10_000) return null;
  const plain = unescapeOnce(one).replace(/\s+/gu, " ").trim();
  return plain === "" ? null : plain;
}

const nameOf = (value: unknown, key = "name"): string | null => words(isThing(value) ? value[key] : value);
