import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { csvRecords, defuse, undefuse } from "@/lib/exchange/csv";
import { attachment } from "@/lib/exchange/file-name";
import { stanceCsv, STANCE_COLUMNS } from "@/lib/exchange/stance-csv";
import { stanceTable } from "@/lib/stance/outlets";
import { parseCsv } from "@/tests/support/parse-csv";
import { counts, row } from "@/tests/unit/stance/rows.fixture";

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

describe("the stance table", () => {
  const table = stanceTable([row({ own: counts(2, 0, 1), signMean: -0.5 }), row({ outletId: null, title: "=cmd()" })], "outlet");
  const [head = [], ...rest] = parseCsv(stanceCsv(table, [{ id: "mayor", name: "Mayor" }], [{ id: "tern", name: "The Daily Tern" }]).slice(1));
  const value = (line: number, column: (typeof STANCE_COLUMNS)[number]) => rest[line]?.[head.indexOf(column)];

  test("has every column in every row", () => {
    expect(head).toEqual([...STANCE_COLUMNS]);
    for (const line of rest) expect(line).toHaveLength(head.length);
  });

  test("gives the counts and the works themselves where there is no mean", () => {
    expect([value(0, "own_critical"), value(0, "own_advocacy"), value(0, "own_mean"), value(0, "own_work_1"), value(0, "status")]).toEqual(["2", "1", "", "-0.5", "not_enough"]);
    expect([value(1, "kind"), value(1, "name"), value(1, "articles_read")]).toEqual(["work", "'=cmd()", ""]);
  });
});
