import { describe, expect, test } from "vitest";
import { stanceTable } from "@/lib/stance/outlets";
import type { StanceRow } from "@/lib/stance/rows";
import { counts, row, signs } from "./rows.fixture";

const only = (rows: readonly StanceRow[], grouping: "outlet" | "publisher" = "outlet") => {
  const cell = stanceTable(rows, grouping).cells[0];
  if (cell === undefined) throw new Error("no cell");
  return cell;
};

describe("article → work → outlet", () => {
  test("copies are averaged within a work, then works within the outlet, by hand", () => {
    // Work 1 has copies −1 and 0: (−1 + 0) / 2 = −0.5. Work 2: 0.5. Work 3: −0.9.
    // Outlet: (−0.5 + 0.5 − 0.9) / 3 = −0.3. Over articles it would be (−1 + 0 + 0.5 − 0.9) / 4 = −0.35.
    const rows = [row({ workId: "1", signMean: -1 }), row({ workId: "1", signMean: 0 }), row({ workId: "2", signMean: 0.5 }), row({ workId: "3", signMean: -0.9 })];
    const cell = only(rows);
    expect(cell.sign.mean.value).toBeCloseTo(-0.3, 12);
    expect(cell).toMatchObject({ articles: 4, works: 3, annotators: 2 });
  });

  test("counts are summed per voice, and the people are counted once", () => {
    const cell = only([
      row({ own: counts(2, 1, 0), quoted: counts(1, 0, 0), signMean: -2 / 3, annotators: ["a", "b"] }),
      row({ own: counts(0, 1, 1), embedded: counts(0, 0, 1), signMean: 0.5, annotators: ["b", "c"] }),
    ]);
    expect(cell.counts).toEqual({ own: counts(2, 2, 1), quoted: counts(1, 0, 0), embedded: counts(0, 0, 1) });
    expect(cell).toMatchObject({ spans: 7, annotators: 3 });
  });

  test("the rate counts works that say nothing for or against; the sign mean cannot", () => {
    // Rates −3, 0 and 0: mean −1. Only one work has marks, so the sign has one point.
    const cell = only([row({ signMean: -1, netPer1000: -3 }), row(), row()]);
    expect(cell.rate.mean.value).toBeCloseTo(-1, 12);
    expect(cell.rate.works).toBe(3);
    expect(cell.sign.works).toBe(1);
    expect(cell.sign.mean).toEqual({ value: null, reason: "fewer_than_three_works" });
  });

  test("articles that do not address the target are read, but not counted", () => {
    const cell = only([row({ signMean: -1, netPer1000: -3 }), row({ addressed: false }), row({ addressed: false })]);
    expect(cell).toMatchObject({ articlesRead: 3, articles: 1, works: 1 });
    expect(cell.rate.works).toBe(1);
  });

  test("an outlet that never addresses the target is a cell with nothing in it", () => {
    const cell = only([row({ addressed: false })]);
    expect(cell).toMatchObject({ articlesRead: 1, articles: 0, works: 0, annotators: 0, spans: 0 });
    expect(cell.sign.status.reasons).toEqual(["no_works"]);
  });

  test("targets are kept apart", () => {
    const table = stanceTable([row({ targetId: "mayor", signMean: -1 }), row({ targetId: "union", signMean: 1 })], "outlet");
    expect(table.cells.map((cell) => [cell.targetId, cell.sign.points[0]?.value])).toEqual([["mayor", -1], ["union", 1]]);
  });

  test("the same article twice is refused", () => {
    const one = row();
    expect(() => stanceTable([one, one], "outlet")).toThrow(/comes twice/);
  });
});

describe("by outlet and by publisher", () => {
  const agency = [
    row({ workId: "wire", outletId: "coastwire", publisherId: "coastwire", signMean: -0.2 }),
    row({ workId: "wire", outletId: "coastwire", publisherId: "quay", signMean: -0.4 }),
    row({ workId: "wire", outletId: "coastwire", publisherId: "quay", signMean: -0.6 }),
  ];

  test("by outlet a work counts once, whoever put it up", () => {
    const table = stanceTable(agency, "outlet");
    expect(table.cells).toHaveLength(1);
    expect(table.cells[0]).toMatchObject({ outletId: "coastwire", works: 1, articles: 3 });
    expect(table.cells[0]?.sign.points[0]?.value).toBeCloseTo(-0.4, 12);
  });

  test("by publisher it counts once for each", () => {
    const cells = stanceTable(agency, "publisher").cells;
    expect(cells.map((cell) => [cell.outletId, cell.works, cell.articles])).toEqual([["coastwire", 1, 1], ["quay", 1, 2]]);
    expect(cells[1]?.sign.points[0]?.value).toBeCloseTo(-0.5, 12);
  });

  test("works of unknown outlet stand singly, copies together, and never in an outlet", () => {
    const rows = [
      row({ workId: "x", outletId: null, signMean: -1, own: counts(1, 0, 0) }),
      row({ workId: "x", outletId: null, signMean: 0, own: counts(1, 0, 1) }),
      row({ workId: "y", outletId: null }),
      row({ workId: "z", outletId: null, addressed: false }),
    ];
    const table = stanceTable(rows, "outlet");
    expect(table.cells).toEqual([]);
    expect(table.singles.map((single) => [single.workId, single.articles, single.sign])).toEqual([
      ["x", 2, { value: -0.5 }],
      ["y", 1, { value: null, reason: "no_own_marks" }],
    ]);
    expect(table.singles[0]?.counts.own).toEqual(counts(2, 0, 1));
    expect(table.singles[1]?.quoted).toEqual({ value: null, reason: "no_quoted_marks" });
  });
});

describe("what an estimate can carry", () => {
  const works = (n: number, change: Partial<StanceRow> = {}) => only(signs(Array.from({ length: n }, (_, i) => (i % 2 ? -0.5 : 0)), change)).sign.status;

  test.each([
    [1, "not_enough", ["fewer_than_five_works"]],
    [4, "not_enough", ["fewer_than_five_works"]],
    [5, "tentative", ["fewer_than_twenty_works"]],
    [19, "tentative", ["fewer_than_twenty_works"]],
    [20, "enough", []],
  ])("%i works: %s", (n, level, reasons) => {
    expect(works(n)).toMatchObject({ level, reasons });
  });

  test("forty works are not enough when no two annotators share one", () => {
    expect(works(40, { annotators: ["a"] })).toEqual({
      level: "not_enough",
      reasons: ["no_shared_work"],
      sentence: "Not enough to compare: no work was read by two annotators or settled.",
    });
  });

  test("both reasons are given when both hold", () => {
    expect(works(1, { annotators: ["a"] })).toMatchObject({
      reasons: ["fewer_than_five_works", "no_shared_work"],
      sentence: "Not enough to compare: 1 work, where 5 are needed, and no work was read by two annotators or settled.",
    });
  });

  test("two annotators share a work when they read two copies of it", () => {
    const rows = [...signs([-1, -0.5, 0, 0.5], { annotators: ["a"] }), row({ workId: "k", signMean: 0, annotators: ["a"] }), row({ workId: "k", signMean: 0, annotators: ["b"] })];
    expect(only(rows).sign).toMatchObject({ sharedWorks: 1, status: { level: "tentative" } });
  });

  test("the sentences say what there is and what it takes", () => {
    expect(works(7).sentence).toBe("Tentative: 7 works, where 20 are enough.");
    expect(works(20).sentence).toBe("Enough to compare: 20 works, 20 of them read by two annotators or settled.");
    expect(only([row({ addressed: false })]).sign.status.sentence).toBe("Not enough to compare: there is no work to count.");
  });
});
