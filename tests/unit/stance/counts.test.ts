import { expect, test } from "vitest";
import { meanSign, netOf, sumCounts } from "@/lib/stance/counts";
import { counts } from "./rows.fixture";

test("neutral marks pull the sign toward zero and add nothing to the net", () => {
  expect(meanSign(counts(1, 3, 0))).toBe(-0.25);
  expect(netOf(counts(1, 3, 0))).toBe(-1);
  expect(meanSign(counts(0, 0, 0))).toBeNull();
  expect(sumCounts([])).toEqual(counts(0, 0, 0));
  expect(sumCounts([counts(1, 2, 0), counts(0, 1, 3)])).toEqual(counts(1, 3, 3));
});
