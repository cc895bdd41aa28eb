import { describe, expect, it } from "vitest";
import { brief, latin1, readAll, refusalOf, utf16, utf8 } from "@/tests/support/read-all";
import { http, warc } from "@/tests/support/warc";

const words = "The ferry to Sandholm sails again. Überfahrt: 4 €, 😀.";

describe("a text file", () => {
  it("is one record with its bytes as they came", async () => {
    const [only, ...rest] = await readAll(`\uFEFF${words}\r\nTwo`, "ferry.txt");
    expect(rest).toEqual([]);
    expect(only).toMatchObject({ record: { place: {}, content: { kind: "text", text: `${words}\r\nTwo` }, fields: {} }, next: { record: 1 } });
    expect(only && "record" in only && only.record.raw?.bytes).toEqual(utf8(`\uFEFF${words}\r\nTwo`));
  });

  it("is nothing more when read on from its end", async () => {
    const [only] = await readAll(words, "ferry.txt");
    expect(await readAll(words, "ferry.txt", { from: only!.next })).toEqual([]);
  });

  it.each(["le", "be"] as const)("is read in UTF-16 %s by its byte order mark", async (order) => {
    expect((await readAll(utf16(words, order), "ferry.txt")).map(brief)).toEqual([words]);
  });

  it("is read in the encoding that its media type declares, as browsers understand the name", async () => {
    expect((await readAll(latin1("na\xefve \x93quoted\x94 \x80"), "a.txt", { mediaType: "text/plain; charset=iso-8859-1" })).map(brief)).toEqual(["naïve “quoted” €"]);
    expect((await readAll(latin1("\xcf\xf0\xe8\xe2\xe5\xf2"), "a.txt", { mediaType: 'text/plain; charset="windows-1251"' })).map(brief)).toEqual(["Привет"]);
    expect((await readAll(latin1("\x82\xb1\x82\xf1"), "a.txt", { mediaType: "text/plain;charset=Shift_JIS" })).map(brief)).toEqual(["こん"]);
  });

  it("believes the byte order mark before the declaration", async () => {
    expect((await readAll(utf8(`\uFEFF${words}`), "a.txt", { mediaType: "text/plain; charset=windows-1252" })).map(brief)).toEqual([words]);
  });

  it("keeps marks of direction, zero-width characters and what is not normalised", async () => {
    const odd = "a\u202Eb\u2066c\u200Bd\u200Fe\u0301 \uFEFF f";
    expect((await readAll(odd, "a.txt")).map(brief)).toEqual([odd]);
  });

  it.each([
    ["bytes that are not UTF-8", latin1("abc \xe9 d"), undefined, { code: "not_utf8", byte: 4 }],
    ["a surrogate written in UTF-8", latin1("ab\xed\xa0\x80c"), undefined, { code: "not_utf8", byte: 2 }],
    ["bytes that the declared encoding does not have", latin1("ab\x82"), "text/plain; charset=shift_jis", { code: "not_in_encoding", byte: 2 }],
    ["an encoding that is not read", latin1("+ADw-b+AD4-"), "text/plain; charset=utf-7", { code: "unknown_encoding" }],
    ["UTF-32", latin1("\xff\xfe\0\0a\0\0\0"), undefined, { code: "unknown_encoding" }],
    ["half a surrogate pair in UTF-16", utf16("ab\uD83Dc", "le"), undefined, { code: "lone_surrogate", byte: 6 }],
    ["the second half alone in UTF-16", utf16("\uDE00", "be"), undefined, { code: "lone_surrogate", byte: 2 }],
    ["half a unit at the end of UTF-16", utf16("abc", "le").subarray(0, 7), undefined, { code: "not_in_encoding", byte: 6 }],
    ["a null character", utf8("é\0a"), undefined, { code: "nul", byte: 2 }],
    ["a null character in UTF-16", utf16("é\0a", "le"), undefined, { code: "nul", byte: 4 }],
    ["a null character in an encoding of one or two bytes", latin1("\x93\xfa\x96\x7b\0"), "text/plain; charset=shift_jis", { code: "nul", byte: 4 }],
    ["a control character in an encoding of one to four bytes", latin1("a\x81\x30\x81\x30\xd6\xd0\x07b"), "text/plain; charset=gb18030", { code: "control", byte: 7 }],
    ["a control character in an encoding of one byte", latin1("\xe9t\xe9\x07b"), "text/plain; charset=windows-1252", { code: "control", byte: 3 }],
    ["a control character", utf8("ring the bell\u0007"), undefined, { code: "control", byte: 13 }],
    ["an escape sequence", utf8("\u001B[31mred"), undefined, { code: "control", byte: 0 }],
  ])("is refused for %s, with the byte", async (_, bytes, mediaType, expected) => {
    const refused = await refusalOf(bytes, "a.txt", mediaType === undefined ? {} : { mediaType });
    expect(refused).toMatchObject(expected);
    expect(refused.message).toMatch("byte" in expected ? new RegExp(`byte ${expected.byte}\\b`, "u") : /encoding utf-(7|32)/u);
  });

  it("is refused when empty, too large, or too long", async () => {
    expect(await refusalOf("", "a.txt")).toMatchObject({ code: "empty" });
    expect(await refusalOf("a".repeat(101), "a.txt", { limits: { pageBytes: 100 } })).toMatchObject({ code: "page_too_large" });
    expect(await refusalOf("😀".repeat(6), "a.txt", { limits: { codePoints: 5 } })).toMatchObject({ code: "text_too_long" });
    expect(await readAll("😀".repeat(5), "a.txt", { limits: { codePoints: 5 } })).toHaveLength(1);
  });
});

describe("what objects inherit", () => {
  it.each(["constructor", "__proto__", "toString", "valueof"])("is neither a format nor an encoding: %s", async (name) => {
    expect((await readAll("The ferry stops.", `a.${name}`, { mediaType: name })).map(brief)).toEqual(["The ferry stops."]);
    expect((await readAll(warc(http("<p>a", { more: `Content-Encoding: ${name}\r\n` })), "a.warc")).map(brief)).toEqual(["<p>a"]);
  });
});

describe("a file that is no article", () => {
  it.each([
    ["\x89PNG\r\n\x1a\n0000", "page.html", "This is a PNG image."],
    ["\xff\xd8\xff\xe0", "a.txt", "This is a JPEG image."],
    ["RIFF0000WEBPVP8 ", "a.txt", "This is a WebP image."],
    ["\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a.docx", "This is an old or encrypted Office document (.doc, .xls, .ppt)."],
    ["{\\rtf1 hello}", "a.txt", "This is an RTF document."],
    ["Rar!\x1a\x07\x01\0", "a.zip", "This is a RAR archive."],
    ["\x7fELF\x02", "a.csv", "This is a program."],
  ])("is named by its bytes, whatever it is called", async (bytes, name, sentence) => {
    const refused = await refusalOf(latin1(bytes), name);
    expect(refused.code).toBe("not_an_article");
    expect(refused.message).toContain(sentence);
  });
});
