import { deflateRawSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { inMemory } from "@/lib/articles/formats/lines";
import type { ByteSource } from "@/lib/articles/formats/record";
import { docxOf, paragraph, rawZip, zipOf } from "@/tests/support/archives";
import { brief, differsFromAll, inPieces, latin1, readAll, refusalOf, utf8 } from "@/tests/support/read-all";

describe("a ZIP archive", () => {
  const files = { "a.txt": "One", "news/": "", "news/b.html": "<p>Two</p>", "news/c.csv": 'text,title\n"Three, 3",t\nbad\n', "__MACOSX/._a.txt": "x", "d.txt": "Vier ü" };

  it.each(["usual", "stream", "zip64"] as const)("gives the articles of its files with their names, folders too (%s)", async (how) => {
    const found = await readAll(await zipOf(files, how), "a.zip");
    expect(found.map(brief)).toEqual(["One", "<p>Two</p>", "Three, 3", "news/c.csv 3: unequal_columns", "Vier ü"]);
    expect(found.map((each) => ("record" in each ? each.record.place : each.refused.place))).toEqual([
      { entry: "a.txt" }, { entry: "news/b.html" }, { entry: "news/c.csv", line: 2 }, { entry: "news/c.csv", line: 3 }, { entry: "d.txt" },
    ]);
  });

  it("is known by its bytes, not its name, and does not depend on the pieces in which it is read", async () => {
    const bytes = await zipOf(files);
    expect((await readAll(inPieces(bytes, 7), "words.txt")).map(brief)).toEqual((await readAll(bytes, "a.zip")).map(brief));
  });

  it("is read on from anywhere, also from within one of its tables", async () => {
    expect(await differsFromAll(await zipOf(files), "a.zip")).toEqual([]);
  });

  it("reads Word documents within it, and refuses archives", async () => {
    const found = await readAll(await zipOf({ "a.docx": await docxOf(paragraph("Inside")), "more.zip": await zipOf({ "b.txt": "x" }), "style.css": "p {}", "z.png": latin1("\x89PNG\r\n"), "z.txt": "End" }), "a.zip");
    expect(found.map(brief)).toEqual(["<p>Inside</p>", "more.zip: nested_archive", "style.css: not_an_article", "z.png: not_an_article", "End"]);
  });

  it.each([
    ["../../etc/passwd", "unsafe_name"],
    ["a/../../b.txt", "unsafe_name"],
    ["..\\..\\b.txt", "unsafe_name"],
    ["/etc/passwd", "unsafe_name"],
    ["C:\\b.txt", "unsafe_name"],
    ["c:b.txt", "unsafe_name"],
    ["a\0.txt", "unsafe_name"],
    ["", "unsafe_name"],
    ["first.txt", "duplicate_name"],
  ])("refuses an entry named %j and reads the rest", async (name, code) => {
    const found = await readAll(rawZip([{ name: "first.txt" }, { name }, { name: "last.txt" }]), "a.zip");
    expect(found.map((each) => ("refused" in each ? each.refused.code : each.record.place.entry))).toEqual(["first.txt", code, "last.txt"]);
  });

  const zeros = new Uint8Array(10 * 1024 * 1024);
  it.each([
    ["an encrypted entry", { flags: 1 }, "encrypted"],
    ["a link", { attributes: (0o120777 << 16) >>> 0, content: utf8("/etc/passwd") }, "link"],
    ["an entry packed in another way", { method: 12 }, "unknown_packing"],
    ["a bomb that says so", { content: zeros }, "zip_bomb"],
    ["a bomb that says it is small", { content: zeros, size: 1000 }, "lying_size"],
    ["an entry that is shorter than it says", { size: 1000 }, "lying_size"],
    ["an entry over the limit", { packed: deflateRawSync(utf8("x")), size: 60 * 1024 * 1024 }, "page_too_large"],
    ["a damaged entry", { packed: utf8("not deflated at all") }, "broken_archive"],
    ["an entry with a wrong checksum", { sum: 7 }, "broken_entry"],
  ])("refuses %s and reads the rest", async (_, entry, code) => {
    const found = await readAll(rawZip([{ name: "first.txt" }, { name: "bad.txt", ...entry }, { name: "last.txt" }]), "a.zip");
    expect(found.map((each) => ("refused" in each ? each.refused.code : each.record.place.entry))).toEqual(["first.txt", code, "last.txt"]);
  });

  it("refuses what goes over the sum of all entries, by what entries say, which holds for each", async () => {
    const found = await readAll(rawZip([1, 2, 3, 4].map((n) => ({ name: `${n}.txt`, content: utf8("x".repeat(100)) }))), "a.zip", { limits: { unpackedBytes: 250 } });
    expect(found.map((each) => ("refused" in each ? each.refused.code : "taken"))).toEqual(["taken", "taken", "archive_too_large", "archive_too_large"]);
  });

  it("is refused whole when entries share bytes", async () => {
    expect(await refusalOf(rawZip([{ name: "a.txt" }, { name: "b.txt", at: 0 }]), "a.zip")).toMatchObject({ code: "overlapping_entries" });
  });

  it("is refused whole with too many entries, before they are listed", async () => {
    const many = rawZip(Array.from({ length: 10_001 }, (_, i) => ({ name: `${i}`, content: new Uint8Array(), packed: new Uint8Array(), method: 0 })));
    expect(await refusalOf(many, "a.zip")).toMatchObject({ code: "too_many_entries", message: "The archive has 10,001 entries. It may have 10,000." });
  });

  it.each([
    ["cut off", (bytes: Uint8Array) => bytes.subarray(0, bytes.length - 30)],
    ["with a damaged list of contents", (bytes: Uint8Array) => bytes.map((byte, i) => (byte === 2 && bytes[i - 1] === 1 && bytes[i - 2] === 75 ? 7 : byte))],
    ["with bytes after its end", (bytes: Uint8Array) => new Uint8Array([...bytes, ...utf8("x".repeat(100))])],
  ])("is refused whole: %s", async (_, damage) => {
    expect(await refusalOf(damage(rawZip([{ name: "a.txt" }, { name: "b.txt" }])), "a.zip")).toMatchObject({ code: "broken_archive" });
  });

  it("does not call a lost connection a damaged archive", async () => {
    const bytes = await zipOf(files);
    const lost: ByteSource = { size: bytes.length, read: async (offset, length) => (offset === 0 || offset > bytes.length - 100 ? inMemory(bytes).read(offset, length) : Promise.reject(new Error("connection lost"))) };
    await expect(readAll(lost, "a.zip")).rejects.toThrow("connection lost");
  });
});
