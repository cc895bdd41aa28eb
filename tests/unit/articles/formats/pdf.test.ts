import { describe, expect, it } from "vitest";
import { paragraphsOf, type PdfItem } from "@/lib/articles/formats/pdf-lines";
import { pdfOf } from "@/tests/support/pdf";
import { brief, readAll, refusalOf, utf8 } from "@/tests/support/read-all";

describe("a PDF", () => {
  it("gives its paragraphs, told by gaps, sizes, indents and short last lines", async () => {
    const file = pdfOf([
      [
        [72, 720, 20, "Ferry to Sandholm sails again"],
        [72, 690, 12, "The ferry that was laid up in autumn sails again, says the well-"],
        [72, 676, 12, "known harbour master (aged 60)."],
        [72, 650, 12, "A second paragraph stands after a wider gap and is long enough"],
        [72, 636, 12, "to have another line that ends here."],
        [90, 622, 12, "An indented one begins a third, which goes on to the right margin"],
        [72, 608, 12, "and then on the next page where"],
      ],
      [
        [72, 720, 12, "the sentence ends \x93at last\x94."],
        [72, 690, 12, "The end."],
      ],
    ]);
    expect((await readAll(file, "a.pdf")).map(brief)).toEqual([
      [
        "Ferry to Sandholm sails again",
        "The ferry that was laid up in autumn sails again, says the well-known harbour master (aged 60).",
        "A second paragraph stands after a wider gap and is long enough to have another line that ends here.",
        "An indented one begins a third, which goes on to the right margin and then on the next page where the sentence ends “at last”.",
        "The end.",
      ].join("\n\n"),
    ]);
  });

  it("keeps its bytes, and its title where the page says so too", async () => {
    const file = pdfOf([[[72, 720, 20, "Ferry sails again"]]], { title: "Ferry Sails Again" });
    expect(await readAll(file, "a")).toMatchObject([{ record: { fields: { title: "Ferry Sails Again" }, raw: { mediaType: "application/pdf", bytes: file } } }]);
    expect(await readAll(pdfOf([[[72, 720, 20, "Ferry sails again"]]], { title: "Microsoft Word - x.docx" }), "a.pdf")).toMatchObject([{ record: { fields: {} } }]);
  });

  it.each([
    ["scanned", pdfOf([[], [[72, 40, 10, "2"]]]), "scanned"],
    ["encrypted", pdfOf([[[72, 720, 12, "secret words of an article"]]], { trailer: `/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<${"ab".repeat(32)}>/U<${"cd".repeat(32)}>>>` }), "encrypted"],
    ["damaged", utf8("%PDF-1.4\nnothing of a PDF"), "broken_document"],
    ["with more words than an article may have", pdfOf([[[72, 720, 12, "x".repeat(200)]]]), "text_too_long"],
  ])("is refused by name when %s", async (_, file, code) => {
    expect(await refusalOf(file, "a.pdf", { limits: { codePoints: 50 } })).toMatchObject({ code });
  });
});

describe("lines of a page", () => {
  const at = (x: number, y: number, text: string, height = 10): PdfItem => ({ text, x, y, width: 5 * text.length, height });
  it("lose soft hyphens at their ends, and nothing else", () => {
    expect(paragraphsOf([[at(0, 100, "the har\u00AD"), at(0, 88, "bour and the well-"), at(0, 76, "known 3-"), at(0, 64, "4 boats")]])).toEqual(["the harbour and the well-known 3- 4 boats"]);
  });

  it("are put together from pieces beside each other, columns one after the other", () => {
    expect(paragraphsOf([[at(0, 100, "One"), at(17, 100, "two"), at(32.2, 100, ","), at(0, 88, "in the left column"), at(300, 100, "goes on at the right.")]])).toEqual(["One two, in the left column goes on at the right."]);
    expect(paragraphsOf([[]])).toEqual([]);
  });
});
