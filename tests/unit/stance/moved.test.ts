import { expect, test } from "vitest";
import { cellsOf, ofSpans } from "@/lib/stance/cells";
import { DEFAULT_STANCE } from "@/lib/stance/choice";
import { movedSince } from "@/lib/stance/moved";
import type { KeptResult } from "@/lib/stance/behind";
import { sumsOf } from "./sums.fixture";

const result = (sums: ReturnType<typeof sumsOf>[], more: object = {}): KeptResult => {
  const { cells, toward } = cellsOf(DEFAULT_STANCE, ["mayor"], sums.flatMap((one) => ofSpans(DEFAULT_STANCE, one) ?? []));
  return { kind: "table", table: { choice: DEFAULT_STANCE, targets: [], outlets: [], cells, singles: [], singleWorks: 0, workTitles: {}, toward: toward.map((one) => ({ ...one, notAdjusted: null })), namesPending: 0, dataVersion: "1", at: "2026-06-01T00:00:00.000Z", ...more } };
};
const then = result([sumsOf("quay", [0, 0, 0.3]), sumsOf("tern", [-1, -1, 0.5])]);

test("the same numbers are the same, whatever the names, moments, data versions and the order of keys", () => {
  const kept = JSON.parse(JSON.stringify(then, (_, one: unknown) => (one !== null && typeof one === "object" && !Array.isArray(one) ? Object.fromEntries(Object.entries(one).reverse()) : one))) as KeptResult;
  expect(movedSince(kept, result([sumsOf("quay", [0, 0, 0.3]), sumsOf("tern", [-1, -1, 0.5])], { dataVersion: "2", at: "2027-01-01T00:00:00.000Z", outlets: [{ id: "tern", name: "Tern" }] }))).toEqual({ same: true, moved: [] });
});

test("a mean that moved, a figure that is new and one that is gone are listed", () => {
  // (0 + 0 + .3) / 3 = .1, later (0 + 0 + .6) / 3 = .2; (−1 − 1 + .5) / 3 = −.5; a new one of (1 + 1 + 1) / 3 = 1.
  const { same, moved } = movedSince(then, result([sumsOf("quay", [0, 0, 0.6]), sumsOf("post", [1, 1, 1])]));
  expect(same).toBe(false);
  const rounded = (value: number | null) => (value === null ? null : Math.round(value * 1e9) / 1e9);
  expect(moved.map((one) => [one.id, rounded(one.kept), rounded(one.today)])).toEqual([["quay", 0.1, 0.2], ["tern", -0.5, null], ["post", null, 1]]);
});

test("another number than the mean is a difference too", () => {
  expect(movedSince(then, result([sumsOf("quay", [0, 0, 0.3], { spans: 4 }), sumsOf("tern", [-1, -1, 0.5])])).moved.map((one) => one.id)).toEqual(["quay"]);
});
