import { describe, expect, it } from "vitest";
import { paragraphsOf } from "@/lib/articles/formats/pdf-lines";
import { docxOf, epubOf, paragraph } from "@/tests/support/archives";
import { latin1, readAll, utf8 } from "@/tests/support/read-all";
import { http, warc } from "@/tests/support/warc";

/** A million characters of it. What took time with the square of that would run for hours, and past any time limit. */
const many = (piece: string): string => piece.repeat(Math.ceil(1_000_000 / piece.length)).slice(0, 1_000_000);

const FILES: readonly (readonly [name: string, beginning: string, pieces: readonly string[]])[] = [
  ["a.txt", "x", ["a", " ", "\u202E", "😀"]],
  ["a", "", ["<?xml ", "<!--", "\t", "Subject: "]],
  ["a.html", "<html><meta ", ["<", "<!--", "<meta ", "charset=", " "]],
  ["a.csv", "text,title\n", ['"', '""', '",', "\n", ";"]],
  ["a.jsonl", '{"text":"', ["{", '{"', "[", "\n", "\\u0041"]],
  ["a.json", '[{"text":"', ["[", '{"a":', ","]],
  ["a.mhtml", "Content-Type: multipart/related; boundary=a\r\n\r\n--a\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n", ["--", "\n--a\n", "=", "=\r\n", "\n", "a"]],
  ["a.xml", "<rss><channel><item><description>", ["<", "&", "&#65;", "<!--", "]]>"]],
  ["a.warc", "WARC/1.1\n", ["\nWARC/1.1\n", "\n", "\r\n", "a: b\r\n", "WARC/1."]],
];

describe("a million characters of the same", () => {
  it.each(FILES)("are read or refused in one pass in %s, alone and behind a beginning", async (name, beginning, pieces) => {
    for (const piece of pieces) {
      for (const start of ["", beginning]) {
        const found = await readAll(start + many(piece), name);
        const sentences = new Set(found.map((each) => ("refused" in each ? each.refused.message.slice(-1) : ".")));
        expect([...sentences].join("")).toMatch(/^[.]?$/u);
      }
    }
  }, 30_000);

  it("are read or refused in one pass within archives", async () => {
    for (const piece of ["\n", "a", "1\r\na\r\n"]) {
      await readAll(warc(http(many(piece), { more: "Transfer-Encoding: chunked\r\n" })), "a.warc");
      await readAll(warc(utf8(`HTTP/1.1 200 OK\r\n${many(piece)}`)), "a.warc");
    }
    for (const piece of ["<", "<body "]) await readAll(await epubOf({ "a.xhtml": `<body ${many(piece)}` }), "a.epub", { limits: { ratio: 10_000 } });
    expect(await readAll(await docxOf(paragraph(many("A- "))), "a.docx", { limits: { ratio: 10_000 } })).toHaveLength(1);
    await readAll(latin1(many("\x1f\x8b\x08\0\0\0\0\0\0\0")), "a.gz");
  }, 30_000);

  it("are put into lines and paragraphs in one pass", () => {
    const items = Array.from({ length: 100_000 }, (_, i) => ({ text: "ab", x: i, y: 100, width: 1, height: 10 }));
    expect(paragraphsOf([items])).toHaveLength(1);
    expect(paragraphsOf([items.map((item, i) => ({ ...item, x: 0, y: -10 * i }))])).toHaveLength(1);
  }, 20_000);
});
