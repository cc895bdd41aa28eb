import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { csvRecords, defuse, undefuse } from "@/lib/exchange/csv";
import { attachment } from "@/lib/exchange/file-name";
import { parseCsv } from "@/tests/support/parse-csv";

const nasty = fc.string({ unit: fc.constantFrom("=", "+", "-", "@", "\t", "\r", "\n", '"', "'", ",", "＝", "a", " ", "🌉", "é") });

describe("defusing", () => {
  test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\nx", "＝1", "＋1", "－1", "＠x", "'=1", "''-x"])("%j gets an apostrophe", (text) => expect(defuse(text)).toBe(`'${text}`));
  test.each(["", "a=1", "'quoted'", "’tis", "−2", " =1", "1-2"])("%j stays as it is", (text) => expect(defuse(text)).toBe(text));
  test("can be taken back exactly, whatever the text", () => {
    fc.assert(fc.property(nasty, (text) => undefuse(defuse(text)) === text));
  });
});

describe("records", () => {
  test("numbers and truth values are never touched, null is empty, text is", () => {
    expect(csvRecords([[-2, "-2", null, true, false, 0.5, ""]])).toBe("-2,'-2,,true,false,0.5,\r\n");
  });

  test("are read back as they were, whatever stands in a cell", () => {
    fc.assert(
      fc.property(fc.array(fc.array(nasty, { minLength: 2, maxLength: 4 }), { maxLength: 4 }), (records) => {
        expect(parseCsv(csvRecords(records)).map((record) => record.map(undefuse))).toEqual(records);
      }),
    );
  });
});

describe("the name of a download", () => {
  test("is plain for old programs and keeps its letters for others", () => {
    expect(attachment("Größe: “Kettle” Bridge/2025", "spans.csv")).toBe(`attachment; filename="Gro-e-Kettle-Bridge-2025-spans.csv"; filename*=UTF-8''Gr%C3%B6%C3%9Fe-Kettle-Bridge-2025-spans.csv`);
    expect(attachment('"; x=1\r\n', "spans.csv")).toBe(`attachment; filename="x-1-spans.csv"; filename*=UTF-8''x-1-spans.csv`);
    expect(attachment("橋", "s.csv")).toBe(`attachment; filename="project-s.csv"; filename*=UTF-8''%E6%A9%8B-s.csv`);
  });
});
