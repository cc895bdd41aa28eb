import { describe, expect, test } from "vitest";
import { stanceTable } from "@/lib/stance/outlets";
import { directionOf, overlap, reading } from "@/lib/stance/reading";
import { row } from "./rows.fixture";

const cellOf = (own: readonly number[], quoted: readonly (number | null)[] = []) => {
  const rows = own.map((signMean, i) => row({ signMean, quotedSignMean: quoted[i] ?? null }));
  const cell = stanceTable(rows, "outlet").cells[0];
  if (cell === undefined) throw new Error("no cell");
  return cell;
};
const repeat = (values: readonly number[], times: number) => Array.from({ length: times }, () => values).flat();

describe("intervals", () => {
  test("are clear of zero only when they do not touch it", () => {
    expect(directionOf({ low: 0.01, high: 0.2 })).toBe("advocacy");
    expect(directionOf({ low: -0.2, high: -0.01 })).toBe("critical");
    expect(directionOf({ low: 0, high: 0.2 })).toBeNull();
    expect(directionOf({ low: -0.2, high: 0 })).toBeNull();
  });

  test("overlap when they share a point, whichever comes first", () => {
    expect(overlap({ low: -0.5, high: -0.2 }, { low: -0.2, high: 0.1 })).toBe(true);
    expect(overlap({ low: -0.2, high: 0.1 }, { low: -0.5, high: -0.2 })).toBe(true);
    expect(overlap({ low: -0.5, high: -0.3 }, { low: -0.2, high: 0.1 })).toBe(false);
  });
});

describe("the reading of a cell", () => {
  test("says the own voice first, then the people quoted, and whether that is clear", () => {
    const own = repeat([-0.6, -0.4, -0.5, -0.3], 5);
    expect(reading(cellOf(own, own.map((value) => value - 0.05)))).toBe(
      "Critical in its own words. The people it quotes are more critical, but not clearly so: the two intervals overlap.",
    );
    expect(reading(cellOf(own, own.map((value) => value + 0.9)))).toBe("Critical in its own words. The people it quotes are less critical.");
  });

  test("an interval that includes zero leans neither way clearly", () => {
    expect(reading(cellOf(repeat([-0.5, 0.5], 10)))).toBe("In its own words it leans neither way clearly.");
  });

  test("tentative figures say so, and thin ones say nothing else", () => {
    expect(reading(cellOf([0.5, 0.6, 0.4, 0.5, 0.6]))).toBe("In its own words it speaks for the target. Tentative: 5 works, where 20 are enough.");
    expect(reading(cellOf([0.5, 0.6]))).toBe("Not enough to compare: 2 works, where 5 are needed.");
  });

  test("works that all read the same have no interval to speak of", () => {
    expect(reading(cellOf(repeat([-1], 20)))).toBe("In its own words every work reads the same, so there is no interval.");
  });
});
