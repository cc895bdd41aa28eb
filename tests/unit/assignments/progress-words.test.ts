import { expect, it } from "vitest";
import { basis, finding, longDay } from "@/lib/assignments/progress-words";

const work = (submitted: number, inProgress: number, assigned: number) => ({ submitted, returned: 0, inProgress, assigned });
const none = (reason: "nothing_assigned" | "done" | "too_few") => ({ day: null, reason });
const until = (day: string) => ({ day, pace: 4.25, activeDays: 9, since: "2026-11-01", reason: null });

it("says the finding first, in the words of the step that a study is at", () => {
  const today = "2026-11-20";
  expect(finding(work(0, 0, 0), none("nothing_assigned"), today)).toBe("Nothing is assigned yet");
  expect(finding(work(0, 0, 40), none("too_few"), today)).toBe("No one has begun: 40 assignments wait");
  expect(finding(work(0, 1, 39), none("too_few"), today)).toBe("0 of 40 assignments are submitted");
  expect(finding(work(31, 2, 7), until("2026-12-03"), today)).toBe("31 of 40 assignments are submitted; at this pace the rest takes until 3 December");
  expect(finding(work(31, 2, 7), until("2027-01-03"), today)).toContain("until 3 January 2027");
  expect(finding(work(40, 0, 0), none("done"), today)).toBe("All 40 assignments are submitted");
  expect(finding(work(1, 0, 0), none("done"), today)).toBe("The one assignment is submitted");
  expect(longDay("2026-03-09", today)).toBe("9 March");
});

it("says what the day is worked out from, or why there is none", () => {
  expect(basis(until("2026-12-03"), "2026-11-20")).toBe("Worked out from 4.3 first submissions on each of 9 days since 1 November; days off are counted as they passed.");
  expect(basis(none("too_few"), "2026-11-20")).toMatch(/five submissions/u);
  expect(basis(none("done"), "2026-11-20")).toBe("");
});
