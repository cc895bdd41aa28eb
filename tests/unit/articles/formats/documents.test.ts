import { describe, expect, it } from "vitest";
import { docxOf, epubOf, paragraph, zipOf } from "@/tests/support/archives";
import { brief, differsFromAll, latin1, readAll, refusalOf, utf16, utf8 } from "@/tests/support/read-all";

const records = async (...given: Parameters<typeof readAll>) => (await readAll(...given)).map((each) => ("record" in each ? { ...each.record, raw: each.record.raw?.mediaType } : each.refused));

describe("a saved page", () => {
  it.each([
    ["in UTF-8", utf8("<html><p>Fähre"), undefined],
    ["as its meta element says", latin1('<html><head><meta charset="iso-8859-1"><p>F\xe4hre'), undefined],
    ["as its old meta element says", latin1("<html><head><META http-equiv='Content-Type' content='text/html; charset=windows-1252'><p>F\xe4hre"), undefined],
    ["as its XML declaration says", latin1('<?xml version="1.0" encoding="iso-8859-1"?><html><p>F\xe4hre'), undefined],
    ["as its media type says, against its meta element", latin1('<html><meta charset="utf-8"><p>F\xe4hre'), "text/html; charset=iso-8859-1"],
    ["in UTF-16", utf16('<html><meta charset="utf-8"><p>Fähre', "le"), undefined],
  ])("is read %s", async (_, bytes, mediaType) => {
    const [only] = await readAll(bytes, "page.html", mediaType === undefined ? {} : { mediaType });
    expect(only && brief(only)).toMatch(/<p>Fähre$/u);
    expect(only && "record" in only && [only.record.content.kind, only.record.raw?.bytes]).toEqual(["html", bytes]);
  });

  it("is known by its first words, whatever it is called", async () => {
    for (const page of ["<!DOCTYPE html><p>a", "\n <HTML lang=en>", '<?xml version="1.0"?>\n<!-- saved -->\n<html>']) {
      expect(await records(page, "saved")).toMatchObject([{ content: { kind: "html" } }]);
    }
    expect(await records("a < b is no page", "saved")).toMatchObject([{ content: { kind: "text" } }]);
  });

  it("is refused with the byte where it is not what it declares", async () => {
    expect(await refusalOf(latin1("<html><p>F\xe4hre"), "a.html")).toMatchObject({ code: "not_utf8", byte: 10 });
    expect(await refusalOf(latin1("<html><p>\0"), "a.html")).toMatchObject({ code: "nul", byte: 9 });
    expect(await refusalOf(utf8(`<html><p>${"x".repeat(200)}`), "a.html", { limits: { pageBytes: 100 } })).toMatchObject({ code: "page_too_large" });
  });
});

describe("a page saved as one file", () => {
  const mhtml = (part: string, body: string) =>
    `From: <Saved by Blink>\r\nSnapshot-Content-Location: https://buoy.example/ferry\r\nDate: Thu, 2 May 2024 10:00:00 +0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="--b=_1"\r\n\r\n\r\n----b=_1\r\n${part}\r\n\r\n${body}\r\n----b=_1\r\nContent-Type: text/html\r\n\r\n<html>A frame</html>\r\n----b=_1--\r\n`;

  it("gives the page, where it comes from and when it was saved, and no frames", async () => {
    const file = mhtml("Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable", "<html><p>F=C3=A4hre =3D ferry, a long =\r\nline</p></html>");
    expect(await records(file, "a.mhtml")).toEqual([
      { place: {}, content: { kind: "html", html: "<html><p>Fähre = ferry, a long line</p></html>\r\n" }, fields: { url: "https://buoy.example/ferry", capturedAt: "Thu, 2 May 2024 10:00:00 +0000" }, raw: "multipart/related" },
    ]);
  });

  it("keeps to the encodings that its part declares", async () => {
    expect(await records(mhtml("Content-Type: text/html; charset=windows-1252\r\nContent-Transfer-Encoding: quoted-printable", "=93F=E4hre=94"), "a.mht")).toMatchObject([{ content: { html: "“Fähre”\r\n" } }]);
    expect(await records(mhtml("Content-Type: text/html\r\nContent-Transfer-Encoding: base64", Buffer.from("<p>Fähre</p>").toString("base64")), "a.mht")).toMatchObject([{ content: { html: "<p>Fähre</p>" } }]);
    expect(await refusalOf(mhtml("Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable", "F=E4hre"), "a.mht")).toMatchObject({ code: "not_utf8" });
  });

  it("is refused where there is no page in it", async () => {
    expect(await refusalOf("MIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\nhello", "a.mhtml")).toMatchObject({ code: "no_page" });
    expect(await refusalOf("Content-Type: multipart/related; boundary=x\r\n\r\n--x\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x", "a.mhtml")).toMatchObject({ code: "no_page" });
  });
});

describe("a Word document", () => {
  it("gives its words with headings and quotations, and what it says of itself", async () => {
    const core = '<cp:coreProperties xmlns:cp="c" xmlns:dc="d"><dc:title>Ferry &amp; bridge</dc:title><dc:creator>Ada Holm</dc:creator></cp:coreProperties>';
    const file = await docxOf(paragraph("Ferry", "Titel") + paragraph("It sails &lt;again&gt;.") + paragraph("At last, he said.", "Zitat"), { "docProps/core.xml": core });
    expect(await records(file, "a.docx")).toEqual([
      { place: {}, content: { kind: "html", html: "<h1>Ferry</h1><p>It sails &lt;again&gt;.</p><blockquote>At last, he said.</blockquote>" }, fields: { title: "Ferry & bridge", byline: "Ada Holm" }, raw: "application/vnd.openxmlformats-officedocument.wordprocessingml.document" },
    ]);
  });

  const document = (inside: string) => ({ "word/document.xml": inside });
  it.each([
    ["macros", docxOf(paragraph("x"), { "word/vbaProject.bin": "x" }), "macros"],
    ["macros that only its types tell of", docxOf(paragraph("x"), { "[Content_Types].xml": '<Types><Override PartName="/word/document.xml" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>' }), "macros"],
    ["a DOCTYPE", docxOf("", document('<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>')), "doctype"],
    ["a billion laughs", docxOf("", document(`<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "${"&a;".repeat(10)}">]><x>&b;</x>`)), "doctype"],
    ["a DOCTYPE in UTF-16", docxOf("", {}).then(() => zipOf({ "[Content_Types].xml": "<Types/>", "word/document.xml": utf16("<!DOCTYPE x><x/>", "le") })), "doctype"],
    ["elements too deep", docxOf(`${"<w:p>".repeat(100_000)}`), "too_deep"],
    ["damaged XML", docxOf("<w:p>"), "broken_xml"],
    ["an encoding that is not read", docxOf("", document('<?xml version="1.0" encoding="UTF-7"?><x/>')), "unknown_encoding"],
    ["no words", docxOf(""), "no_text"],
    ["no document", zipOf({ "[Content_Types].xml": "<Types/>", "word/other.xml": "<x/>" }), "broken_document"],
  ])("is refused with %s", async (_, file, code) => {
    expect(await refusalOf(await file, "a.docx", { limits: { ratio: 2000 } })).toMatchObject({ code });
  });

  it("reads a million numeric references without growing", async () => {
    const found = await readAll(await docxOf(paragraph(`${"&#65;".repeat(1_000_000)}`)), "a.docx", { limits: { ratio: 2000 } });
    expect(found.map((each) => brief(each) === `<p>${"A".repeat(1_000_000)}</p>`)).toEqual([true]);
  });

  it("is told apart from other Office files, which are named", async () => {
    expect((await refusalOf(await zipOf({ "[Content_Types].xml": "<Types/>", "xl/workbook.xml": "<x/>" }), "a.xlsx")).message).toContain("This is an Excel workbook");
    expect((await refusalOf(await zipOf({ mimetype: "x", "META-INF/manifest.xml": "<x/>", "content.xml": "<x/>" }), "a.odt")).message).toContain("This is an OpenDocument file");
  });
});

describe("a book", () => {
  const pages = { "one.xhtml": "<!DOCTYPE html><html><body><h1>Ferry</h1><p>It sails.</p></body></html>", "cover.xhtml": "<html><head><title>Cover</title></head><body><img/></body></html>", "über uns.xhtml": "<html><body>Two</body></html>" };

  it("gives a record for each document with words, in its reading order", async () => {
    const book = await epubOf(pages);
    expect(await records(book, "a.epub")).toMatchObject([
      { place: { entry: "OPS/one.xhtml" }, content: { kind: "html" }, fields: { byline: "Ada Holm", publisher: "Buoy Press", language: "en", publishedOn: "2024-05-02" } },
      { place: { entry: "OPS/über uns.xhtml" } },
    ]);
    expect(await differsFromAll(book, "a.epub")).toEqual([]);
    expect(await records(await epubOf({ "one.xhtml": pages["one.xhtml"] }), "a.epub")).toMatchObject([{ fields: { title: "The Weekly Buoy" } }]);
  });

  it.each([
    ["a DOCTYPE in its package", epubOf(pages, { "OPS/book.opf": '<!DOCTYPE package [<!ENTITY x "y">]><package/>' }), "doctype"],
    ["two DOCTYPEs", epubOf(pages, { "META-INF/container.xml": "<!DOCTYPE a><!DOCTYPE b><container/>" }), "doctype"],
    ["no package", epubOf(pages, { "META-INF/container.xml": '<container><rootfile full-path="../../etc/passwd"/></container>' }), "broken_document"],
    ["no documents", epubOf({}, { "OPS/book.opf": "<package><spine/></package>" }), "no_text"],
    ["locked documents", epubOf(pages, { "META-INF/encryption.xml": '<encryption xmlns:enc="e"><enc:CipherReference URI="OPS/one.xhtml"/></encryption>' }), "encrypted"],
  ])("is refused with %s", async (_, file, code) => {
    expect(await refusalOf(await file, "a.epub")).toMatchObject({ code });
  });

  it("refuses a document that declares entities and reads the rest", async () => {
    const found = await readAll(await epubOf({ "a.xhtml": '<!DOCTYPE html [<!ENTITY a "b">]><html><body>x&a;</body></html>', "b.xhtml": "<html><body>fine</body></html>" }), "a.epub");
    expect(found.map(brief)).toEqual(["OPS/a.xhtml: doctype", "<html><body>fine</body></html>"]);
  });
});
