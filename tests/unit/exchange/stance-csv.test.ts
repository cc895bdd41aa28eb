import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import { STANCE_COLUMNS, stanceCsv } from "@/lib/exchange/stance-csv";
import { cellsOf, ofSpans, singleOfSpans } from "@/lib/stance/cells";
import { DEFAULT_STANCE } from "@/lib/stance/choice";
import type { StanceTable } from "@/lib/stance/report";
import { sumsOf } from "@/tests/unit/stance/sums.fixture";

const sums = [sumsOf("quay", [0.5]), sumsOf("tern", [-1, -0.5, 0, 0, 0, 0, 0], { counts: { ...sumsOf(null, []).counts, own: { advocacy: 1, neutral: 0, critical: 2 } } })];
const { cells, toward } = cellsOf(DEFAULT_STANCE, ["mayor"], sums.flatMap((one) => ofSpans(DEFAULT_STANCE, one) ?? []));
const table: StanceTable = {
  choice: { ...DEFAULT_STANCE, targetIds: ["mayor"] }, targets: [{ id: "mayor", name: "Mayor", isFocus: true }], outlets: [{ id: "tern", name: "The Daily Tern" }, { id: "quay", name: "Quay Standard" }], cells,
  singles: [singleOfSpans(DEFAULT_STANCE, { ...sumsOf(null, [1]), groupId: null, workId: "w", title: "=cmd()", articleIds: [] })], singleWorks: 1, workTitles: {}, toward: toward.map((one) => ({ ...one, notAdjusted: null })), namesPending: 0, dataVersion: "7", at: "2026-06-01T00:00:00.000Z",
};
const [head = [], ...rows] = parse(stanceCsv(table).slice(1), { comment: "#", comment_no_infix: true }) as string[][];
const value = (line: number, column: (typeof STANCE_COLUMNS)[number]) => rows[line]?.[head.indexOf(column)];

describe("stance.csv", () => {
  test("has every column in every row, behind lines that say what was chosen", () => {
    expect(head).toEqual([...STANCE_COLUMNS]);
    for (const line of rows) expect(line).toHaveLength(head.length);
    expect(stanceCsv(table)).toContain("# voice: own\r\n# data: adjudicated\r\n# targetIds: mayor\r\n");
    expect(stanceCsv(table)).toContain("# data_version: 7\r\n");
  });
  test("puts outlets that can be compared first, then those that cannot, then single works", () => {
    expect(rows.map((_, i) => [value(i, "name"), value(i, "status")])).toEqual([["The Daily Tern", "tentative"], ["Quay Standard", "not_enough"], ["'=cmd()", "single"]]);
  });
  test("gives counts, mean and ends, and the works themselves where there is no mean", () => {
    // (−1 − .5) / 7
    expect([value(0, "own_critical"), value(0, "own_advocacy"), Number(value(0, "figure_mean")).toFixed(4), value(0, "interval_cut"), value(0, "work_1")]).toEqual(["2", "1", "-0.2143", "false", ""]);
    expect([value(1, "figure_mean"), value(1, "figure_undefined_because"), value(1, "work_1")]).toEqual(["", "fewer_than_three_works", "0.5"]);
    expect([value(2, "kind"), value(2, "figure_undefined_because"), value(2, "work_1")]).toEqual(["work", "single_work", "1"]);
  });
});
