import { describe, expect, it } from "vitest";
import { daysToRemind, suggestedUntil } from "@/lib/lessons/retention";
import { totalOf } from "@/lib/lessons/rubric";

describe("how long a class is kept", () => {
  it.each([[null, null], ["2026-03-16", null], ["2026-03-15", 14], ["2026-03-02", 1], ["2026-03-01", 0], ["2026-02-27", -2]] as const)("until %s reminds on 1 March with %s days left", (until, days) => {
    expect(daysToRemind(until, "2026-03-01")).toBe(days);
  });

  it.each([["2026-01-15", "2026-04-15"], ["2026-11-30", "2027-02-28"], ["2027-11-30", "2028-02-29"], ["2026-10-01", "2027-01-01"]])("is three months from %s: %s", (today, until) => {
    expect(suggestedUntil(today)).toBe(until);
  });
});

describe("points in all", () => {
  it("are there when both are", () => {
    expect([totalOf({ evidence: 2, reasoning: 1 }), totalOf({ evidence: 0, reasoning: 0 }), totalOf({ evidence: 2, reasoning: null }), totalOf({ evidence: null, reasoning: 0 })]).toEqual([3, 0, null, null]);
  });
});
