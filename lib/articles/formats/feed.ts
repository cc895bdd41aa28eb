import { ok, type Result } from "@/lib/kernel/result";
import { storable } from "@/lib/text/storable";
import { withoutTags } from "./html-words";
import type { Limits } from "./limits";
import { wholeOf } from "./lines";
import type { ByteSource, Cursor, Fields, FoundRecord, ReadResult } from "./record";
import { count, refuse, take, type Trouble } from "./trouble";
import { walkXml } from "./xml";

/** What a feed says of one article; everything as written there. `content` is HTML. */
export type FeedItem = { readonly title: string; readonly url: string; readonly publishedOn: string; readonly byline: string; readonly summary: string; readonly content: string };

/** A feed (RSS 0.9 to 2, Atom): its name, its language, and its newest items in their order, and how many there are beyond. Empty = not said. */
export type Feed = { readonly title: string; readonly language: string; readonly items: readonly FeedItem[]; readonly further: number };

/** Which element says what; prefixes as nearly every feed writes them. */
const SAYS: { readonly [name: string]: keyof FeedItem } = {
  title: "title", link: "url", pubdate: "publishedOn", "dc:date": "publishedOn", published: "publishedOn", updated: "publishedOn",
  "dc:creator": "byline", author: "byline", description: "summary", summary: "summary", "content:encoded": "content", content: "content",
};
const MOST_ITEMS = 1000;
/** Shorter content is a teaser, as feeds give it to lead to their pages. */
const ARTICLE_LENGTH = 1000;

type Open = { -readonly [key in keyof FeedItem]: string };
const blank = (): Open => ({ title: "", url: "", publishedOn: "", byline: "", summary: "", content: "" });
const plainName = (name: string): string => name.toLowerCase().replace(/^(?:atom|rss):/u, "");
const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

/** Reads a feed. Refuses what is no feed, a DOCTYPE, and XML that is damaged or too deep. At most 1,000 items are read; the others are counted. */
export function readFeed(bytes: Uint8Array, limits: Limits): Result<Feed, Trouble> {
  const items: FeedItem[] = [];
  const feed = { title: "", language: "" };
  let further = 0;
  let item: Open | null = null;
  let path: string[] = [];
  let [text, inside] = ["", 0];
  const walked = walkXml(bytes, limits, {
    open: (raw, attributes) => {
      const name = plainName(raw);
      path.push(name);
      if (inside > 0) {
        text += `<${raw}${Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`).join("")}>`;
        return;
      }
      if (name === "item" || name === "entry") item = blank();
      else if (path.length === 1) feed.language = attributes["xml:lang"] ?? "";
      // The words within an XHTML content are its markup, not elements of the feed.
      if (item !== null && name === "content" && attributes.type === "xhtml") inside = path.length;
      if (item !== null && name === "link" && attributes.href !== undefined && (attributes.rel ?? "alternate") === "alternate") item.url ||= attributes.href;
      if (name !== "name" && name !== "email" && name !== "uri") text = "";
    },
    text: (more) => {
      text += inside > 0 ? escaped(more) : more;
    },
    close: (raw) => {
      const name = plainName(raw);
      if (inside > 0 && path.length > inside) text += `</${raw}>`;
      else {
        inside = 0;
        close(name);
      }
      path.pop();
    },
  });
  function close(name: string): void {
    const parent = path.at(-2) ?? "";
    if (name === "item" || name === "entry") {
      if (item !== null && items.length < MOST_ITEMS) items.push(item);
      else if (item !== null) further += 1;
      item = null;
    } else if (item !== null) {
      const field = parent === "author" ? (name === "name" ? "byline" : undefined) : (parent === "item" || parent === "entry") && Object.hasOwn(SAYS, name) ? SAYS[name] : undefined;
      // An author's element in Atom holds others; its own text is what stands between them.
      if (field !== undefined) item[field] ||= text.trim();
    } else if ((parent === "channel" || parent === "feed") && (name === "title" || name === "language")) feed[name] ||= text.trim();
    if (parent !== "author") text = "";
  }
  if (!walked.ok) return walked;
  path = [];
  return ok({ ...feed, items, further });
}

/** What is said of the items that are not read. */
export const furtherItems = ({ further }: Feed): Trouble => ({ code: "too_many_items", message: `The feed names ${count(further)} further articles. At most ${count(MOST_ITEMS)} are read; import the others by their addresses.` });

/** By what an item is found again in a feed that has changed since. */
export const keyOfItem = ({ url, title }: FeedItem): string => storable(url === "" ? title : url).slice(0, 500).toWellFormed();

/** The article that an item holds, as HTML: its content, or what some feeds write in the place of a summary; null where it only leads to it. */
export function articleIn(item: FeedItem): string | null {
  return [item.content, item.summary].find((html) => withoutTags(html).trim().length >= ARTICLE_LENGTH) ?? null;
}

/** The article that an item holds, as a record; its address is where it stands. */
export function itemRecord(item: FeedItem, html: string, feed: Feed): FoundRecord {
  const said: Fields = { title: item.title, url: item.url, byline: item.byline, publishedOn: item.publishedOn, language: feed.language };
  const fields: Fields = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== ""));
  return { place: { entry: item.url }, content: { kind: "html", html }, fields, raw: { mediaType: "text/html", bytes: new TextEncoder().encode(html) } };
}

/** A feed that was saved as a file: a record for each item that holds its article; the others are refused with their address. */
export async function* readFeedFile(source: ByteSource, options: { from: Cursor | null; limits: Limits }): AsyncGenerator<ReadResult> {
  const end: Cursor = { record: (options.from?.record ?? 0) + 1, byte: source.size, line: 0 };
  if (source.size > options.limits.pageBytes) return yield refuse({}, { code: "page_too_large", message: "The feed is too large." }, end);
  const feed = readFeed(await wholeOf(source), options.limits);
  if (!feed.ok) return yield refuse({}, feed.error, end);
  const { items } = feed.value;
  if (items.length === 0) return yield refuse({}, { code: "no_items", message: "The feed names no articles." }, end);
  const steps = items.length + (feed.value.further > 0 ? 1 : 0);
  let record = options.from?.record ?? 0;
  for (let i = options.from?.line ?? 0; i < steps; i++) {
    const item = items[i];
    const next: Cursor = { record: ++record, byte: Math.floor((source.size * (i + 1)) / steps), line: i + 1 };
    if (item === undefined) {
      yield refuse({}, furtherItems(feed.value), next);
      continue;
    }
    const html = articleIn(item);
    if (html !== null) yield take(itemRecord(item, html, feed.value), next);
    else yield refuse({ entry: item.url }, { code: "summary_only", message: "The feed has only a teaser of this article. Import it by its address." }, next);
  }
}
