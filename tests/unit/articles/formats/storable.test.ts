import { describe, expect, it } from "vitest";
import { understand } from "@/lib/articles/extract/understand";
import { inMemory } from "@/lib/articles/formats/lines";
import { tableHead } from "@/lib/articles/formats/table-head";
import { zipOf } from "@/tests/support/archives";
import { latin1, readAll, refusalOf, utf8 } from "@/tests/support/read-all";
import { http, warc } from "@/tests/support/warc";

/** Every string in a value, keys too, but for the words of articles and the bytes they were made of. */
const stringsIn = (value: unknown): string[] =>
  typeof value === "string" ? [value] : value instanceof Uint8Array || typeof value !== "object" || value === null ? [] : Object.entries(value).flatMap(([key, one]) => [key, ...stringsIn(one)]);
const unstorable = (value: unknown): string[] => stringsIn(value).filter((one) => one.includes("\0") || !one.isWellFormed());
const BODY = "The harbour board of Port Elm met again on Monday, and the ferry stays where it is until the spring. ".repeat(3);

describe("what no database stores", () => {
  it("is replaced in the keys of JSON, by which a mapping still finds them", async () => {
    const file = '{"a\\u0000":"The ferry sails.","b\\ud800":"x","c":"y\\u0000\\udc00z"}\n';
    for (const [name, text] of [["a.jsonl", file], ["a.json", `[${file}]`]] as const) {
      const head = await tableHead(inMemory(utf8(text)), { name, mediaType: null });
      expect(head).toMatchObject({ columns: ["a\uFFFD", "b\uFFFD", "c"], sample: [["The ferry sails.", "x", "y\uFFFD\uFFFDz"]] });
      expect((await refusalOf(text, name)).message).toContain("a\uFFFD, b\uFFFD, c");
      expect(await readAll(text, name, { mapping: { text: "a\uFFFD", title: "b\uFFFD" } })).toMatchObject([{ record: { content: { text: "The ferry sails." }, fields: { title: "x" } } }]);
    }
  });

  it("is replaced in addresses of web archives", async () => {
    const found = await readAll(warc(latin1(`HTTP/1.1 200 X\r\nContent-Type: text/html; a=\0b\r\n\r\n<p>a`), { address: "https://buoy.example/\0a" }), "a.warc");
    expect(found).toMatchObject([{ record: { place: { entry: "https://buoy.example/\uFFFDa" }, fields: { url: "https://buoy.example/\uFFFDa" } } }]);
    expect(unstorable(found)).toEqual([]);
    expect(unstorable(await readAll(warc(http("\xff", { type: "text/plain" }), { address: "\0" }), "a.warc"))).toEqual([]);
  });

  it("is replaced in the names of a book", async () => {
    const book = await zipOf({
      mimetype: "application/epub+zip",
      "META-INF/container.xml": '<container><rootfiles><rootfile full-path="a.opf"/></rootfiles></container>',
      "a.opf": '<package><manifest><item id="a" href="%00a.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>',
    });
    const found = await readAll(book, "a.epub");
    expect(found).toMatchObject([{ refused: { place: { entry: "\uFFFDa.xhtml" } } }]);
    expect(unstorable(found)).toEqual([]);
  });

  it("is replaced in what a page and its address say of an article, and refused in the article", () => {
    const data = JSON.stringify({ "@type": "NewsArticle", headline: "Ferry \0 stays", author: { name: "Ada \ud800Quill" }, publisher: { name: "The \0Quay" }, datePublished: "2024-05-02", sourceOrganization: { name: "Coast\0wire" } });
    const page = understand({ kind: "html", html: `<html><head><script type="application/ld+json">${data}</script><meta name="author" content="${"x".repeat(299)}😀"></head><body><p>${BODY}</p></body></html>` }, { url: `https://buoy.example/a\0?${"x".repeat(277)}😀` });
    expect(page).toMatchObject({ ok: true, value: { byline: { value: "Ada \uFFFDQuill" }, outlet: { value: "Coast\uFFFDwire" }, publisher: { value: "The \uFFFDQuay" } } });
    expect(unstorable(page)).toEqual([]);
    expect(understand({ kind: "html", html: `<p>${BODY}\0</p>` }, {})).toMatchObject({ ok: false, error: { byte: 3 + BODY.length } });
  });
});
