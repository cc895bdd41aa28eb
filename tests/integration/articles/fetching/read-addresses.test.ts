import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { job } from "@/lib/accounts/server/actor";
import { readRecords } from "@/lib/articles/formats/read-records";
import type { Cursor, ReadResult } from "@/lib/articles/formats/record";
import { readAddresses } from "@/lib/articles/server/fetching/read-addresses";
import { startSites, testMeans, type Sites } from "@/tests/support/sites";
import { brief } from "@/tests/support/read-all";

let sites: Sites;
let live: string[] = [];
const long = `<p>${"The ferry sails again. ".repeat(60)}</p>`;
beforeAll(async () => {
  sites = await startSites((request, response) => {
    const type = (value: string) => response.writeHead(200, { "content-type": value, connection: "close" });
    if (request.url === "/feed") {
      return type("application/rss+xml").end(
        `<rss><channel><title>The Buoy</title><language>en</language><item><title>One</title><link>/one</link><description>Teaser</description></item><item><title>Two</title><link>http://buoy.example:${sites.port}/two</link><content:encoded><![CDATA[${long}]]></content:encoded></item><item><title>Lost</title></item><item><title>Gone</title><link>/gone</link></item></channel></rss>`,
      );
    }
    if (request.url === "/live") return type("application/rss+xml").end(`<rss><channel>${live.map((name) => `<item><title>${name}</title><link>/${name}</link></item>`).join("")}</channel></rss>`);
    if (request.url === "/gone") return response.writeHead(410, { connection: "close" }).end();
    if (request.url === "/zip") return type("text/html").end("PK\x03\x04");
    return type("text/html; charset=iso-8859-1").end(Buffer.from(`<html>\xe4 ${request.url}`, "latin1"));
  });
});
afterAll(() => sites.close());

const at = (path: string, host = "buoy.example") => `http://${host}:${sites.port}${path}`;
async function read(addresses: string[], feed = false, from: Cursor | null = null, more = {}): Promise<ReadResult[]> {
  const found: ReadResult[] = [];
  for await (const each of readAddresses(job(), addresses, { read: readRecords, feed, from, means: testMeans(sites.port, {}, more) })) found.push(each);
  return found;
}
const timeless = (found: ReadResult[]) => JSON.stringify(found).replace(/"capturedAt":"[^"]*"/gu, "");

describe("reading addresses", () => {
  it("gives a record of each page, in its own encoding, with where and when it was found", async () => {
    const [only] = await read([at("/a")]);
    expect(only).toMatchObject({ record: { place: { entry: at("/a") }, content: { kind: "html", html: "<html>ä /a" }, fields: { url: at("/a"), capturedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/u) } }, next: { record: 1, byte: 1 } });
  });

  it("refuses one by one and reads the rest", async () => {
    const found = await read([at("/gone"), "file:///etc/passwd", at("/a"), at("/a"), at("/feed"), at("/zip")]);
    expect(found.map((each) => ("refused" in each ? each.refused.code : "taken"))).toEqual(["http_status", "bad_address", "taken", "duplicate_address", "is_a_feed", "wrong_type"]);
    expect(found.map((each) => ("refused" in each ? each.refused.place.entry : null))[0]).toBe(at("/gone"));
  });

  it("waits between two requests to one host, and not for another", async () => {
    const slept: number[] = [];
    let moment = 0;
    await read([at("/a"), at("/b"), at("/c", "other.example"), at("/d")], false, null, { moment: () => moment, sleep: async (ms: number) => {
      slept.push(ms);
      moment += ms;
    } });
    expect(slept).toEqual([1000, 1000]);
  });

  it("takes articles from a feed, and fetches those of which it has only a teaser", async () => {
    const found = await read([at("/feed")], true);
    expect(found.map(brief)).toEqual(["<html>ä /one", long, expect.stringContaining(": summary_only"), expect.stringContaining(": http_status")]);
    expect(found[1]).toMatchObject({ record: { fields: { title: "Two", url: at("/two"), language: "en" } } });
    expect((await read([at("/a"), at("/gone")], true)).map((each) => "refused" in each && each.refused.code)).toEqual(["no_feed", "http_status"]);
  });

  it("is read on from anywhere as it would have been read through", async () => {
    for (const [addresses, feed] of [[[at("/a"), at("/gone"), at("/a"), at("/b")], false], [[at("/feed"), at("/a"), at("/feed?2")], true]] as const) {
      const all = await read([...addresses], feed);
      for (const [i, { next }] of all.entries()) expect(timeless(await read([...addresses], feed, next))).toBe(timeless(all.slice(i + 1)));
    }
  });

  it("goes on behind the item that was given last when a feed has changed", async () => {
    live = ["c", "b", "a"];
    const [first] = await read([at("/live"), at("/x")], true);
    live = ["e", "d", "c", "b", "a"];
    expect((await read([at("/live"), at("/x")], true, first?.next)).map(brief)).toEqual(["<html>ä /b", "<html>ä /a", expect.stringContaining(": no_feed")]);
    live = ["z"];
    expect((await read([at("/live"), at("/x")], true, first?.next)).map(brief)).toEqual([expect.stringContaining(": feed_changed"), expect.stringContaining(": no_feed")]);
  });
});
