import { nodesWithin, wordsWithin } from "./page-cost";
import { unescapeOnce } from "./entities";
import { readSchemaOrg, type SchemaOrg } from "./schema-org";
import type { Evidence, Proposal } from "./understood";

/** What a page says about itself outside its text, each value with where it stands. */
export type PageFacts = {
  readonly schema: SchemaOrg | null;
  readonly titles: readonly Proposal[];
  readonly authors: readonly Proposal[];
  readonly sites: readonly Proposal[];
  readonly dates: readonly Proposal[];
  readonly languages: readonly Proposal[];
  /** As written, perhaps relative. */
  readonly canonical: string | null;
  readonly addresses: readonly Proposal[];
  readonly sections: readonly string[];
};

/** So often an item that turned out to be empty or endless is looked for again. */
const TRIES = 5;

/** The element that gives the name of a person or house. */
function nameWithin(element: Element): Element | null {
  for (const { node } of nodesWithin(element, 1_000)) if (node.nodeType === 1 && (node as Element).getAttribute("itemprop") === "name") return node as Element;
  return null;
}

/** Gathers facts from elements as a walk over the page meets them. */
export class FactCollector {
  readonly #scripts: string[] = [];
  readonly #metas = new Map<string, string>();
  readonly #items = new Map<string, string>();
  readonly #tries = new Map<string, number>();
  readonly #times: string[] = [];
  #title = "";
  #language = "";
  #canonical: string | null = null;

  visit(element: Element, tag: string): void {
    if (tag === "meta") this.#meta(element);
    else if (tag === "script" && this.#scripts.length < 20 && /ld\+json/iu.test(element.getAttribute("type") ?? "")) this.#scripts.push(element.textContent ?? "");
    else if (tag === "title") this.#title ||= wordsWithin(element, 2_000);
    else if (tag === "link" && /(?:^|\s)canonical(?:\s|$)/iu.test(element.getAttribute("rel") ?? "")) this.#canonical ??= element.getAttribute("href");
    else if (tag === "html") this.#language = element.getAttribute("lang") ?? element.getAttribute("xml:lang") ?? "";
    else if (tag === "time") this.#time(element);
    const item = element.getAttribute("itemprop");
    if (item !== null) this.#item(item.slice(0, 60), element);
  }

  #meta(element: Element): void {
    const key = (element.getAttribute("property") ?? element.getAttribute("name") ?? element.getAttribute("http-equiv") ?? "").toLowerCase();
    const content = element.getAttribute("content") ?? "";
    if (key !== "" && content !== "" && content.length < 5_000 && !this.#metas.has(key)) this.#metas.set(key, content);
  }

  #time(element: Element): void {
    const value = element.getAttribute("datetime") ?? "";
    if (value !== "" && value.length < 60 && this.#times.length < 3) this.#times.push(value);
  }

  #item(name: string, element: Element): void {
    const tries = this.#tries.get(name) ?? 0;
    if (this.#items.has(name) || tries === TRIES || !/^(?:headline|author|datePublished|publisher|inLanguage)$/u.test(name)) return;
    this.#tries.set(name, tries + 1);
    const inner = name === "author" || name === "publisher" ? (nameWithin(element) ?? element) : element;
    const value = inner.getAttribute("content") ?? inner.getAttribute("datetime") ?? wordsWithin(inner, 500);
    if (value.length < 500 && value.trim() !== "") this.#items.set(name, value);
  }

  /** All that was found, in the order of trust. */
  facts(): PageFacts {
    const schema = readSchemaOrg(this.#scripts);
    const from = (evidence: Evidence, value: string | null | undefined): Proposal[] => {
      const plain = unescapeOnce(value ?? "").replace(/\s+/gu, " ").trim();
      return plain === "" ? [] : [{ value: plain, from: evidence, quote: plain.slice(0, 300) }];
    };
    const meta = (...keys: string[]): Proposal[] => keys.flatMap((key) => from(key.startsWith("og:") || key.startsWith("article:") ? "opengraph" : "meta", this.#metas.get(key)));
    const item = (name: string): Proposal[] => from("schema_org", this.#items.get(name));
    return {
      schema,
      titles: [...from("schema_org", schema?.headline), ...item("headline"), ...meta("og:title", "twitter:title", "dc.title", "parsely-title"), ...from("page", this.#title)],
      authors: [...from("schema_org", schema?.authors.join(", ")), ...item("author"), ...meta("author", "article:author", "parsely-author", "dc.creator", "sailthru.author", "byl")],
      sites: [...from("schema_org", schema?.publisher), ...item("publisher"), ...meta("og:site_name", "application-name", "dc.publisher", "apple-mobile-web-app-title")],
      dates: [...from("schema_org", schema?.published), ...item("datePublished"), ...meta("article:published_time", "og:published_time", "parsely-pub-date", "date", "dc.date", "dc.date.issued", "dcterms.created", "publish-date", "publication_date", "sailthru.date", "pubdate"), ...this.#times.slice(0, 1).flatMap((time) => from("page", time))],
      languages: [...from("page", this.#language), ...from("schema_org", schema?.language), ...item("inLanguage"), ...meta("content-language", "language", "dc.language", "og:locale")],
      canonical: this.#canonical,
      addresses: [...from("opengraph", this.#metas.get("og:url")), ...from("schema_org", schema?.address)],
      sections: [...(schema?.sections ?? []), ...meta("article:section").map(({ value }) => value)],
    };
  }
}
