import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { LIMITS } from "@/lib/articles/formats/limits";
import { inMemory } from "@/lib/articles/formats/lines";
import { readRecords } from "@/lib/articles/formats/read-records";
import type { Cursor } from "@/lib/articles/formats/record";
import { zipOf } from "@/tests/support/archives";
import { brief, differsFromAll, latin1, readAll, refusalOf, utf8 } from "@/tests/support/read-all";
import { http, packed, together, warc } from "@/tests/support/warc";

const page = (n: number) => warc(http(`<p>Page ${n}</p>`), { address: `https://buoy.example/${n}` });
const info = warc("software: test", { type: "warcinfo", media: "application/warc-fields" });
const image = warc(http(latin1("\x89PNG"), { type: "image/png" }), { address: "https://buoy.example/i.png" });
const moved = warc(http("", { status: 302 }));
const asked = warc("GET / HTTP/1.1\r\n\r\n", { type: "request", media: "application/http; msgtype=request" });
const records = [info, page(1), asked, image, page(2), moved, page(3)];

describe("a web archive", () => {
  it.each([["not packed", together(...records)], ["packed record by record", packed(...records)], ["packed as one", new Uint8Array(gzipSync(together(...records)))]])("gives its pages with address and moment, and passes over the rest (%s)", async (_, bytes) => {
    const found = await readAll(bytes, "crawl.warc.gz");
    expect(found.map(brief)).toEqual(["<p>Page 1</p>", "<p>Page 2</p>", "<p>Page 3</p>"]);
    expect(found[0]).toMatchObject({ record: { place: { entry: "https://buoy.example/1" }, fields: { url: "https://buoy.example/1", capturedAt: "2024-05-02T10:00:00Z" }, raw: { mediaType: "text/html; charset=utf-8", bytes: utf8("<p>Page 1</p>") } } });
    expect(await differsFromAll(bytes, "crawl.warc.gz")).toEqual([]);
  });

  it("can rest behind what is passed over, and goes on from there", async () => {
    const file = together(...Array.from({ length: 5 }, () => warc(http("x", { type: "image/png" }))), warc(http("<p>a")));
    for (const [bytes, name] of [[file, "a.warc"], [packed(file), "a.warc.gz"], [await zipOf({ "a.warc": file }), "a.zip"]] as const) {
      const options = { name, mediaType: null, mapping: null, limits: LIMITS };
      const steps = [];
      for await (const step of readRecords(inMemory(bytes), { ...options, from: null })) steps.push(step);
      expect(steps.map((step) => "passed" in step)).toEqual([true, true, true, true, true, false]);
      for (const { next } of steps.slice(0, 5)) {
        const rest = await readAll(bytes, name, { from: JSON.parse(JSON.stringify(next)) as Cursor });
        expect(rest).toMatchObject([{ next: { record: 1 } }]);
        expect(rest.map(brief)).toEqual(["<p>a"]);
      }
    }
  });

  it("goes on behind any number of empty lines", async () => {
    for (const lines of [0, 1, 32, 40, 600_000]) expect((await readAll(together(warc(http("<p>a")), "\r\n".repeat(lines), warc(http("<p>b")), "\r\n".repeat(lines)), "a.warc")).map(brief)).toEqual(["<p>a", "<p>b"]);
  });

  it("unpacks and decodes what servers packed and declared", async () => {
    const bytes = together(
      warc(http(new Uint8Array(gzipSync("<p>zipped</p>")), { more: "Content-Encoding: gzip\r\n" })),
      warc(http("4\r\n<p>c\r\n7;x=y\r\nhunked\n\r\n0\r\n\r\n", { more: "Transfer-Encoding: chunked\r\n" })),
      warc(http("<p>header left behind", { more: "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n" })),
      warc(http(latin1("<p>F\xe4hre"), { type: "text/html; charset=iso-8859-1" })),
      warc("<p>saved</p>", { type: "resource", media: "text/html" }),
      warc(http("Plain.", { type: "text/plain" })),
    );
    expect((await readAll(bytes, "a.warc")).map(brief)).toEqual(["<p>zipped</p>", "<p>chunked\n", "<p>header left behind", "<p>Fähre", "<p>saved</p>", "Plain."]);
  });

  it("refuses a damaged record and goes on with the next", async () => {
    const cut = warc(http("<p>cut"), { length: "99999999" });
    const plain = together(page(1), "rubbish in between\r\n\r\n", page(2), cut, page(3));
    expect((await readAll(plain, "a.warc")).map(brief)).toEqual(["<p>Page 1</p>", ": broken_record", "<p>Page 2</p>", ": broken_record", "<p>Page 3</p>"]);
    expect(await differsFromAll(plain, "a.warc")).toEqual([]);
    const bad = packed(page(2)).map((byte, i) => (i > 20 && i < 60 ? 0xff : byte));
    const broken = together(packed(page(1)), bad, packed(page(3)), packed(page(4)).subarray(0, 60));
    expect((await readAll(broken, "a.warc.gz")).map(brief)).toEqual(["<p>Page 1</p>", ": broken_record", "<p>Page 3</p>", ": broken_record"]);
    expect(await differsFromAll(broken, "a.warc.gz")).toEqual([]);
  });

  it("refuses bombs, packed by the archive or by the server, and goes on", async () => {
    const zeros = new Uint8Array(30 * 1024 * 1024);
    const found = await readAll(packed(page(1), warc(http(zeros)), warc(http(new Uint8Array(gzipSync(zeros)), { more: "Content-Encoding: gzip\r\n" }), { address: "https://b.example/bomb" }), page(2)), "a.warc.gz");
    expect(found.map(brief)).toEqual(["<p>Page 1</p>", ": gzip_bomb", "https://b.example/bomb: page_too_large", "<p>Page 2</p>"]);
  });

  it.each([["plain", together], ["packed", packed]])("names a page that is too large, and passes over large media (%s)", async (_, join) => {
    const noise = Uint8Array.from({ length: 200_000 }, (_, i) => 65 + ((i * i * 7919) >>> 5) % 50);
    const bytes = join(page(1), warc(http(noise), { address: "https://b.example/large" }), warc(http(noise, { type: "video/mp4" })), page(2));
    expect((await readAll(bytes, "a.warc", { limits: { pageBytes: 100_000 } })).map(brief)).toEqual(["<p>Page 1</p>", "https://b.example/large: page_too_large", "<p>Page 2</p>"]);
  });

  it("refuses pages that are no text, with the byte", async () => {
    const [only] = await readAll(warc(http(latin1("<p>\xff"))), "a.warc");
    expect(only).toMatchObject({ refused: { code: "not_utf8", byte: 3, place: { entry: "https://buoy.example/a" } } });
  });

  it("is not taken for another gzip file, nor opened within an archive", async () => {
    expect(await refusalOf(new Uint8Array(gzipSync("words of a text")), "a.txt.gz")).toMatchObject({ code: "gzip" });
    expect(await refusalOf(latin1("\x1f\x8b\x08broken"), "a.gz")).toMatchObject({ code: "gzip" });
    expect((await readAll(await zipOf({ "a.warc.gz": packed(page(1)), "b.warc": page(2) }), "a.zip")).map(brief)).toEqual(["a.warc.gz: nested_archive", "<p>Page 2</p>"]);
  });
});
