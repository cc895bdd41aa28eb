import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { guessMapping } from "@/lib/articles/formats/mapping";
import { inMemory } from "@/lib/articles/formats/lines";
import { tableHead } from "@/lib/articles/formats/table-head";
import { brief, differsFromAll, inPieces, latin1, readAll, refusalOf, utf16, utf8 } from "@/tests/support/read-all";

const head = (text: string | Uint8Array, name: string) => tableHead(inMemory(typeof text === "string" ? utf8(text) : text), { name, mediaType: null });

describe("a CSV file", () => {
  const file = 'Title,Body,Date\r\nFerry,"It sails,\nagain ""today""",2024-05-01\r\n\r\nBridge,Closed,2024-05-02\r\n';

  it("gives a record per row, with its line", async () => {
    expect((await readAll(file, "a.csv")).map((each) => "record" in each && { ...each.record })).toEqual([
      { place: { line: 2 }, content: { kind: "text", text: 'It sails,\nagain "today"' }, fields: { title: "Ferry", publishedOn: "2024-05-01" }, raw: null },
      { place: { line: 5 }, content: { kind: "text", text: "Closed" }, fields: { title: "Bridge", publishedOn: "2024-05-02" }, raw: null },
    ]);
  });

  it.each([[";"], ["\t"], [","]])("finds out that cells are divided by %j", async (mark) => {
    const rows = [["title", "text"], ["One, two; three", "a"], ["Four", "b, c; d, e"]].map((row) => row.map((cell) => (cell.includes(mark) ? `"${cell}"` : cell)).join(mark));
    expect((await readAll(rows.join("\n"), "a.csv")).map(brief)).toEqual(["a", "b, c; d, e"]);
  });

  it("is read with a byte order mark, in UTF-16 as spreadsheets write it, and with the line ends of old Macs", async () => {
    expect((await readAll(`\uFEFF${file}`, "a.csv")).map(brief)).toEqual(['It sails,\nagain "today"', "Closed"]);
    expect((await readAll(utf16("title\ttext\nÄ\tü", "le"), "a.csv")).map(brief)).toEqual(["ü"]);
    expect((await readAll("text,title\ra,b\rc,d\r", "a.csv")).map((each) => [brief(each), "record" in each && each.record.place.line])).toEqual([["a", 2], ["c", 3]]);
  });

  it("refuses a row that cannot be read, with its line, and goes on", async () => {
    const rows = latin1('text,title\nok,1\na,b,c\nshort\n"x" y,2\nbad \xe9,3\nnul\0,4\n,no words\n"""fine""",5\n');
    const found = await readAll(rows, "a.csv");
    expect(found.map(brief)).toEqual(["ok", "3: unequal_columns", "4: unequal_columns", "5: text_after_quote", "6: not_utf8", "7: nul", "8: no_text", '"fine"']);
    expect(found[1]).toMatchObject({ refused: { message: "Line 3 has 3 cells and the first line has 2." } });
    expect(found[4]).toMatchObject({ refused: { byte: rows.indexOf(0xe9) } });
  });

  it("goes on after the line in which a quotation mark is never closed", async () => {
    expect((await readAll('text,title\n"open,1\nb,2\n"c""",3\n""""""\n', "a.csv")).map(brief)).toEqual(["2: text_after_quote", '5: unequal_columns']);
    expect((await readAll('text,title\n"open,1\nb,2\nc,""\nd,4', "a.csv")).map(brief)).toEqual(["2: quote_never_closed", "b", "c", "d"]);
  });

  it("lets no cell go over the end of its line from then on, so that a file of such marks is not read again for each", async () => {
    expect((await readAll('text,title\na","\na","\nd,4\n', "a.csv")).map(brief)).toEqual(["2: quote_never_closed", "3: quote_never_closed", "d"]);
    expect(await differsFromAll('text,title\nz,0\na","\na","\nd,4\n', "a.csv")).toEqual([]);
    const found = await readAll(`text,b\n${'a","\n'.repeat(50_000)}`, "a.csv");
    expect([found.length, ...new Set(found.map((each) => "refused" in each && each.refused.code))]).toEqual([50_000, "quote_never_closed"]);
  });

  it("looks for a byte order mark at its beginning only", async () => {
    expect((await readAll(latin1("text,title\na,1\n\xff\xfeb\0,2\nc,3\n"), "a.csv")).map(brief)).toEqual(["a", "3: not_utf8", "c"]);
    expect((await readAll(latin1('{"text":"a"}\n\xfe\xff{\n\xef\xbb\xbf{"text":"b\x07"}\n\xef\xbb\xbf{"text":"c"}'), "a.jsonl")).map((each) => ("refused" in each ? each.refused.byte : brief(each)))).toEqual(["a", 13, 30, "c"]);
  });

  it("refuses an enormous cell by its line and keeps the rest, in bounded memory", async () => {
    const enormous = "x".repeat(10 * 1024 * 1024);
    const found = await readAll(inPieces(utf8(`text,title\na,1\n"${enormous}\n${enormous}",2\nb,3\n`), 1 << 16), "a.csv");
    expect(found.map(brief)).toEqual(["a", "3: cell_too_large", "b"]);
    expect(found[1]).toMatchObject({ refused: { message: "Line 3 has a cell of more than 8 MB." } });
    expect(found[2]).toMatchObject({ record: { place: { line: 5 } } });
  });

  it("is read on from anywhere as it would have been read through, whatever the rows hold", async () => {
    const cell = fc.string({ unit: fc.constantFrom('"', ",", "\n", "\r", "a", "é", "😀", ";"), maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(fc.array(cell, { maxLength: 12 }), async (cells) => {
        expect(await differsFromAll(`text,title\n${cells.join("")}`, "a.csv")).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it("does not depend on where the pieces of a file end", async () => {
    const bytes = utf8('text;title\r\n"a""b\r\nc";1\r\nd;2\r"é😀";3\n"x"y;4\n"never;5\n');
    const whole = await readAll(bytes, "a.csv");
    expect(whole.map(brief)).toEqual(['a"b\r\nc', "d", "é😀", "6: text_after_quote", "7: quote_never_closed"]);
    for (const piece of [1, 2, 3, 5, 7]) expect(await readAll(inPieces(bytes, piece), "a.csv")).toEqual(whole);
  });

  it("gives back every cell that is written by the rules", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: fc.constantFrom('"', ",", "\n", "\r", "a", "é", "😀", ";", " "), minLength: 1, maxLength: 9 }), { minLength: 1, maxLength: 9 }), async (cells) => {
        const rows = cells.map((cell) => `"x${cell.replaceAll('"', '""')}",t\r\n`);
        expect((await readAll(`text,title\r\n${rows.join("")}`, "a.csv")).map(brief)).toEqual(cells.map((cell) => `x${cell}`));
      }),
      { numRuns: 200 },
    );
  });

  it("asks which column holds the words where none has a usual name", async () => {
    expect(await refusalOf("alpha,beta\n1,2\n", "a.csv")).toMatchObject({ code: "no_text_column", message: "Choose what holds the words of the articles. The file has: alpha, beta." });
    expect((await readAll("alpha,beta\n1,2\n", "a.csv", { mapping: { text: "beta", title: "alpha" } })).map(brief)).toEqual(["2"]);
    expect(await refusalOf("alpha,beta\n1,2\n", "a.csv", { mapping: { text: "gamma" } })).toMatchObject({ code: "no_text_column" });
  });

  it("shows its columns, five rows and a guess", async () => {
    expect(await head(`Datum;Überschrift;Text;Text\n${"1;a;b;c\n".repeat(9)}`, "a.csv")).toEqual({
      kind: "csv",
      columns: ["Datum", "Überschrift", "Text", "Text (2)"],
      sample: Array.from({ length: 5 }, () => ["1", "a", "b", "c"]),
      guessed: expect.objectContaining({ text: "Text", title: "Überschrift", publishedOn: "Datum", url: null }),
    });
    expect((await head(`text\n${"😀".repeat(300)}`, "a.csv"))?.sample).toEqual([["😀".repeat(200)]]);
    expect(await head("plain words", "a.txt")).toBeNull();
  });
});

describe("a file of JSON lines", () => {
  it("gives a record per line, takes words, numbers and lists of words, and passes over other keys", async () => {
    const lines = ['{"body":"One","headline":"A","authors":["Ada","Bo"],"date":20240501,"extra":{"deep":1}}', "", '{"body":"Two","title":null}\r', '{"html":"<p>Three</p>","url":"https://a.example/"}'];
    expect((await readAll(lines.join("\n"), "a.jsonl")).map((each) => "record" in each && each.record)).toEqual([
      { place: { line: 1 }, content: { kind: "text", text: "One" }, fields: { byline: "Ada, Bo", publishedOn: "20240501" }, raw: null },
      { place: { line: 3 }, content: { kind: "text", text: "Two" }, fields: {}, raw: null },
      { place: { line: 4 }, content: { kind: "html", html: "<p>Three</p>" }, fields: { url: "https://a.example/" }, raw: null },
    ]);
  });

  it("takes a list of words as paragraphs where it is the text, and as names where it is the byline", async () => {
    const [only] = await readAll('{"text":["The ferry sails.","It is late."],"author":["Ada Quill","Bo Reed"]}', "a.jsonl");
    expect(only).toMatchObject({ record: { content: { text: "The ferry sails.\n\nIt is late." }, fields: { byline: "Ada Quill, Bo Reed" } } });
  });

  it("refuses a line that cannot be read, with its number, and goes on", async () => {
    const lines = latin1('{"text":"ok"}\n{"text":"cut\n[1]\n"x"\n{"text":"a\\u0000b"}\n{"text":"\\ud83d"}\n{"text":{"of":1}}\n{"other":1}\n{"text":"\xe9"}\n{"text":"end"}');
    const found = await readAll(lines, "a.jsonl");
    expect(found.map(brief)).toEqual(["ok", "2: not_json", "3: not_an_object", "4: not_an_object", "5: nul", "6: lone_surrogate", "7: not_words", "8: no_text", "9: not_utf8", "end"]);
    expect(found[4]).toMatchObject({ refused: { message: "Line 5: “text” has a null character (U+0000) as its character 2. Remove it and try again." } });
    expect(found[8]).toMatchObject({ refused: { byte: lines.indexOf(0xe9) } });
  });

  it("passes over a line that is too long without holding it", async () => {
    const source = inPieces(utf8(`{"text":"a"}\n{"text":"${"x".repeat(3_000_000)}"}\n{"text":"b"}\n`), 1 << 16);
    expect((await readAll(source, "a.jsonl", { limits: { pageBytes: 1_000_000 } })).map(brief)).toEqual(["a", "2: line_too_large", "b"]);
  });

  it("is read on from anywhere as it would have been read through", async () => {
    const line = fc.constantFrom('{"text":"é😀"}', '{"text":"b","title":"t"}', "", "{", '{"other":1}', '{"text":"c"}\r');
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 10 }), async (lines) => {
        expect(await differsFromAll(`{"text":"a"}\n${lines.join("\n")}`, "a.jsonl")).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it("does not take what objects inherit for keys", async () => {
    expect((await readAll('{"text":"a","__proto__":{"title":"x"}}', "a.jsonl", { mapping: { text: "text", title: "title", url: "constructor" } })).map((each) => "record" in each && each.record.fields)).toEqual([{}]);
  });
});

describe("a JSON list", () => {
  const list = '[{"text":"a","lang":"en"},\n 7,\n {"text":""},\n {"text":"d"}]';

  it("gives a record per object, by its number in the list", async () => {
    const found = await readAll(list, "a.json");
    expect(found.map(brief)).toEqual(["a", "2: not_an_object", "3: no_text", "d"]);
    expect(found[0]).toMatchObject({ record: { fields: { language: "en" } } });
    expect(await differsFromAll(list, "a.json")).toEqual([]);
    expect(await head(list, "a.json")).toMatchObject({ kind: "jsonl", columns: ["text", "lang"] });
  });

  it("may be one object, written over several lines", async () => {
    expect(await readAll('{\n  "title": "Ferry",\n  "text": "It sails."\n}\n', "a.json")).toMatchObject([{ record: { content: { text: "It sails." }, fields: { title: "Ferry" } } }]);
    expect((await readAll('{"text":"a"}\n{"text":"b"}\n', "a.json")).map(brief)).toEqual(["a", "b"]);
    expect(await refusalOf('{\n"articles": [{"text": "a"}]\n}', "a.json")).toMatchObject({ code: "no_text_column" });
  });

  it("is refused when cut off or too large", async () => {
    expect(await refusalOf('[{"text":"a"},', "a.json")).toMatchObject({ code: "not_json" });
    expect(await refusalOf(list, "a.json", { limits: { pageBytes: 20 } })).toMatchObject({ code: "list_too_large" });
    expect(await refusalOf("[".repeat(2_000_000), "a.json")).toMatchObject({ code: "not_json" });
  });
});

describe("usual names of columns", () => {
  it.each([
    [["id", "Article Text", "Headline", "Author(s)", "Source", "Date published", "Link"], { text: "Article Text", title: "Headline", outlet: "Source", publishedOn: "Date published", url: "Link", byline: null }],
    [["content", "body", "title", "lang", "pub_date"], { text: "body", title: "title", language: "lang", publishedOn: "pub_date" }],
    [["Quelle", "Titel", "Volltext", "Autorin", "Sprache"], { outlet: "Quelle", title: "Titel", text: "Volltext", byline: "Autorin", language: "Sprache" }],
  ])("are recognised in %j", (columns, expected) => {
    expect(guessMapping(columns)).toMatchObject(expected);
  });
});
