import "server-only";
import type { Actor } from "@/lib/accounts/server/actor";
import { articleIn, furtherItems, itemRecord, keyOfItem, readFeed, type Feed } from "@/lib/articles/formats/feed";
import { LIMITS } from "@/lib/articles/formats/limits";
import { inMemory } from "@/lib/articles/formats/lines";
import type { ReadFile } from "@/lib/articles/formats/read-records";
import type { Cursor, ReadResult } from "@/lib/articles/formats/record";
import { formatOf, SNIFFED, type Format } from "@/lib/articles/formats/sniff";
import { refuse, take, type Trouble } from "@/lib/articles/formats/trouble";
import { now } from "@/lib/platform/clock";
import { fetchPage } from "./fetch-page";
import { usualMeans, type FetchMeans } from "./means";

/** `feed`: the addresses are of feeds, and their items are what is read. `read` reads a page; `means` is for tests. */
export type AddressOptions = { readonly read: ReadFile; readonly feed: boolean; readonly from: Cursor | null; readonly means?: FetchMeans };

/**
 * The articles at addresses, in their order, one at a time and with a second between two requests to one host; a refusal
 * with its sentence for each that cannot be read. Fields get the address at which a page was found and the moment. Of a
 * feed, an item that holds its article is taken as it is, and another is fetched by its address.
 * In cursors `byte` counts addresses that are done and `line` is the number of the one at work; `inner` tells the item of
 * a feed after which reading goes on, by what it is and where it stood: the feed is fetched again then, and has perhaps changed.
 */
export async function* readAddresses(actor: Actor, addresses: readonly string[], options: AddressOptions): AsyncGenerator<ReadResult> {
  const means = options.means ?? usualMeans();
  const fetching: Fetching = { get: politely(means, (address) => fetchPage(actor, address, means)), read: options.read };
  const seen = new Set(addresses.slice(0, options.from?.line ?? 0));
  let record = options.from?.record ?? 0;
  for (let i = options.from?.line ?? 0; i < addresses.length; i++) {
    const address = addresses[i] ?? "";
    const inner = options.from?.line === i ? (options.from.inner ?? null) : null;
    if (seen.has(address)) {
      yield refuse({ entry: address }, { code: "duplicate_address", message: "This address is in the list twice." }, { record: ++record, byte: i + 1, line: i + 1 });
      continue;
    }
    seen.add(address);
    for await (const { result, item } of options.feed ? itemsAt(address, fetching, inner) : pageAt(address, fetching)) {
      const next: Cursor = item === null ? { record: ++record, byte: i + 1, line: i + 1 } : { record: ++record, byte: i, line: i, inner: item };
      yield { ...result, next };
    }
  }
}

type Get = (address: string) => ReturnType<typeof fetchPage>;
type Fetching = { readonly get: Get; readonly read: ReadFile };
/** A result, and after which item of the feed reading goes on; null where the address is done. */
type Step = { readonly result: ReadResult; readonly item: Cursor | null };
const PAGES: readonly Format[] = ["html", "text", "pdf", "mhtml"];
const NO_PAGE: { readonly [format: string]: Trouble; readonly other: Trouble } = {
  feed: { code: "is_a_feed", message: "There is a feed at this address, not a page. Import it as a feed." },
  other: { code: "wrong_type", message: "There is an archive or a table at this address, not a page. Download it and import the file." },
};
const NOWHERE: Cursor = { record: 0, byte: 0, line: 0 };

/** Waits before a host is asked again. */
function politely(means: FetchMeans, get: Get): Get {
  const asked = new Map<string, number>();
  return async (address) => {
    const host = URL.canParse(address) ? new URL(address).host : "";
    const wait = (asked.get(host) ?? -Infinity) + means.pauseMilliseconds - means.moment();
    if (wait > 0) await means.sleep(wait);
    const found = await get(address);
    asked.set(host, means.moment());
    return found;
  };
}

async function* pageAt(address: string, { get, read }: Fetching): AsyncGenerator<Step> {
  const page = await get(address);
  if (!page.ok) return yield { result: refuse({ entry: address }, page.error, NOWHERE), item: null };
  const { bytes, mediaType, finalUrl } = page.value;
  const format = formatOf(bytes.subarray(0, SNIFFED), "", mediaType);
  if (typeof format === "string" && !PAGES.includes(format)) return yield { result: refuse({ entry: address }, NO_PAGE[format] ?? NO_PAGE.other, NOWHERE), item: null };
  // Each of these is one result, so that no cursor is needed within a page.
  for await (const found of read(inMemory(bytes), { name: "", mediaType, mapping: null, from: null, limits: LIMITS })) {
    if ("passed" in found) continue;
    if ("refused" in found) yield { result: refuse({ entry: address }, found.refused, NOWHERE), item: null };
    else {
      const fields = { url: finalUrl, ...found.record.fields, capturedAt: now().toISOString() };
      yield { result: take({ ...found.record, place: { ...found.record.place, entry: address }, fields }, NOWHERE), item: null };
    }
  }
}

async function* itemsAt(address: string, fetching: Fetching, after: Cursor | null): AsyncGenerator<Step> {
  const refused = (trouble: Trouble): Step => ({ result: refuse({ entry: address }, trouble, NOWHERE), item: null });
  const page = await fetching.get(address);
  if (!page.ok) return yield refused(page.error);
  if (formatOf(page.value.bytes.subarray(0, SNIFFED), "", page.value.mediaType) !== "feed") return yield refused({ code: "no_feed", message: "There is no feed at this address." });
  const feed = readFeed(page.value.bytes, LIMITS);
  if (!feed.ok) return yield refused(feed.error);
  if (feed.value.items.length === 0) return yield refused({ code: "no_items", message: "The feed names no articles." });
  const from = placeAfter(feed.value, after);
  if (from === null) return yield refused({ code: "feed_changed", message: "The feed has changed while it was read. Import it again for the articles that are missing." });
  for (let i = from; i < feed.value.items.length; i++) yield* itemAt(feed.value, i, page.value.finalUrl, fetching);
  if (feed.value.further > 0) yield refused(furtherItems(feed.value));
}

/** Where reading goes on in a feed that was fetched again: behind the item that was given last, or, of several alike, the one that stands nearest to where it stood. Null where it is gone. */
function placeAfter({ items }: Feed, after: Cursor | null): number | null {
  if (after === null) return 0;
  const away = (place: number): number => Math.abs(place - after.line);
  const places = items.flatMap((item, i) => (keyOfItem(item) === after.after ? [i + 1] : []));
  return places.length === 0 ? null : places.reduce((a, b) => (away(b) < away(a) ? b : a));
}

async function* itemAt(feed: Feed, i: number, base: string, fetching: Fetching): AsyncGenerator<Step> {
  const item = feed.items[i];
  if (item === undefined) return;
  const done: Cursor | null = i + 1 === feed.items.length && feed.further === 0 ? null : { record: 0, byte: 0, line: i + 1, after: keyOfItem(item) };
  const url = item.url !== "" && URL.canParse(item.url, base) ? new URL(item.url, base).href : "";
  const html = articleIn(item);
  if (html !== null) {
    const record = itemRecord({ ...item, url }, html, feed);
    return yield { result: take({ ...record, fields: { ...record.fields, capturedAt: now().toISOString() } }, NOWHERE), item: done };
  }
  if (url === "") return yield { result: refuse({ entry: base }, { code: "summary_only", message: "An item of the feed has neither its article nor an address." }, NOWHERE), item: done };
  for await (const { result } of pageAt(url, fetching)) yield { result, item: done };
}
