import { describe, expect, it } from "vitest";
import { readFeed } from "@/lib/articles/formats/feed";
import { LIMITS } from "@/lib/articles/formats/limits";
import type { Cursor } from "@/lib/articles/formats/record";
import { brief, differsFromAll, latin1, readAll, refusalOf, utf8 } from "@/tests/support/read-all";

const feed = (text: string | Uint8Array) => readFeed(typeof text === "string" ? utf8(text) : text, LIMITS);
const none = { title: "", url: "", publishedOn: "", byline: "", summary: "", content: "" };

describe("a feed", () => {
  it("is read as RSS 2", () => {
    expect(feed(`<?xml version="1.0"?><rss version="2.0" xmlns:content="c" xmlns:dc="d"><channel><title>The Buoy</title><link>https://buoy.example/</link><language>en-gb</language><image><title>Logo</title></image>
      <item><title>Ferry &amp; bridge</title><link> https://buoy.example/1 </link><pubDate>Thu, 02 May 2024 10:00:00 GMT</pubDate><dc:creator>Ada Holm</dc:creator><description><![CDATA[<b>Short</b>]]></description><content:encoded><![CDATA[<p>Long</p>]]></content:encoded><source url="x">Wire</source><media:title>Picture</media:title></item>
      <item><title>Two</title></item></channel></rss>`)).toEqual({ ok: true, value: { title: "The Buoy", language: "en-gb", further: 0, items: [
        { title: "Ferry & bridge", url: "https://buoy.example/1", publishedOn: "Thu, 02 May 2024 10:00:00 GMT", byline: "Ada Holm", summary: "<b>Short</b>", content: "<p>Long</p>" },
        { ...none, title: "Two" },
      ] } });
  });

  it("is read as Atom, with content as XHTML and authors", () => {
    expect(feed(`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de"><title>Die Boje</title><author><name>Redaktion</name></author><entry><title>Fähre</title><link rel="self" href="https://boje.example/self"/><link href="https://boje.example/1"/><published>2024-05-02</published><updated>2024-05-03</updated><author><name>Ada</name><uri>https://x.example</uri></author><summary>Kurz</summary><content type="xhtml"><div xmlns="x"><p class="a &quot;b&quot;">Lang &lt;1&gt; <title>t</title></p></div></content></entry></feed>`)).toEqual({
      ok: true,
      value: { title: "Die Boje", language: "de", further: 0, items: [{ title: "Fähre", url: "https://boje.example/1", publishedOn: "2024-05-02", byline: "Ada", summary: "Kurz", content: '<div xmlns="x"><p class="a &quot;b&quot;">Lang &lt;1> <title>t</title></p></div>' }] },
    });
  });

  it("is read as RSS 1, in its declared encoding", () => {
    expect(feed(latin1('<?xml version="1.0" encoding="ISO-8859-1"?><rdf:RDF xmlns:rdf="r"><channel><title>B</title></channel><item><title>F\xe4hre</title><link>https://b.example/1</link><dc:date>2024-05-02</dc:date></item></rdf:RDF>'))).toMatchObject({
      ok: true, value: { title: "B", items: [{ title: "Fähre", url: "https://b.example/1", publishedOn: "2024-05-02" }] },
    });
  });

  it.each([
    ["outside files", '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><item><title>&x;</title></item></channel></rss>', "doctype"],
    ["a billion laughs", `<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "${"&a;".repeat(10)}">]><rss>&b;</rss>`, "doctype"],
    ["an unknown entity", "<rss><channel><title>&nbsp;</title></channel></rss>", "broken_xml"],
    ["elements without end", "<rss><channel>", "broken_xml"],
    ["elements too deep", `<rss>${"<a>".repeat(100_000)}`, "too_deep"],
    ["an encoding that is not read", '<?xml version="1.0" encoding="utf-7"?><rss/>', "unknown_encoding"],
    ["a null character", "<rss>\0</rss>", "nul"],
  ])("is refused with %s", (_, text, code) => {
    expect(feed(text)).toMatchObject({ ok: false, error: { code } });
  });

  it("names how many articles it has beyond 1,000", async () => {
    const found = await readAll(`<rss><channel>${"<item><link>https://a.example/</link></item>".repeat(1_012)}</channel></rss>`, "feed.xml");
    expect(found).toHaveLength(1_001);
    expect(found.at(-1)).toMatchObject({ refused: { code: "too_many_items", message: expect.stringContaining("names 12 further articles") } });
    expect((await readAll(`<rss><channel>${"<item><link>https://a.example/</link></item>".repeat(1_012)}</channel></rss>`, "feed.xml", { from: JSON.parse(JSON.stringify(found[999]?.next)) as Cursor })).map(brief)).toEqual([": too_many_items"]);
  });

  it("saved as a file gives what it holds, and names the rest", async () => {
    const long = `<p>${"Words of the article. ".repeat(60)}</p>`;
    const file = `<rss><channel><item><link>https://a.example/1</link><content:encoded><![CDATA[${long}]]></content:encoded></item><item><link>https://a.example/2</link><description>x</description></item></channel></rss>`;
    expect((await readAll(file, "feed.xml")).map(brief)).toEqual([long, "https://a.example/2: summary_only"]);
    expect(await differsFromAll(file, "feed.xml")).toEqual([]);
    expect((await readAll(file.replaceAll("content:encoded", "description"), "feed.xml")).map(brief)).toEqual([long, "https://a.example/2: summary_only"]);
    expect(await refusalOf("<rss><channel/></rss>", "feed.xml")).toMatchObject({ code: "no_items" });
    expect(await refusalOf('<?xml version="1.0"?><other/>', "a.xml")).toMatchObject({ code: "unknown_xml" });
  });
});
