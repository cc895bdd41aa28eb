import { expect, it } from "vitest";
import { basis, finding, workSentence } from "@/components/progress/finding";
import { datesIn } from "@/components/words/dates-in";
import { english } from "@/components/words/english";
import { formatter, translator } from "@/components/words/words";

const t = translator("en", english, "progress");
const told = { t, format: formatter("en"), longDay: (day: string) => datesIn("en").longDay(day, "2026-11-20") };

const work = (submitted: number, inProgress: number, assigned: number) => ({ submitted, returned: 0, inProgress, assigned });
const none = (reason: "nothing_assigned" | "done" | "too_few") => ({ day: null, reason });
const until = (day: string) => ({ day, pace: 4.25, activeDays: 9, since: "2026-11-01", reason: null });

it("says the finding first, in the words of the step that a study is at", () => {
  expect(finding(told, work(0, 0, 0), none("nothing_assigned"))).toBe("Nothing is assigned yet");
  expect(finding(told, work(0, 0, 40), none("too_few"))).toBe("No one has begun: 40 assignments wait");
  expect(finding(told, work(0, 1, 39), none("too_few"))).toBe("0 of 40 assignments are submitted");
  expect(finding(told, work(31, 2, 7), until("2026-12-03"))).toBe("31 of 40 assignments are submitted; at this pace the rest takes until 3 December");
  expect(finding(told, work(31, 2, 7), until("2027-01-03"))).toContain("until 3 January 2027");
  expect(finding(told, work(40, 0, 0), none("done"))).toBe("All 40 assignments are submitted");
  expect(finding(told, work(1, 0, 0), none("done"))).toBe("The one assignment is submitted");
  expect(told.longDay("2026-03-09")).toBe("9 March");
});

it("says what the day is worked out from, or why there is none", () => {
  expect(basis(told, until("2026-12-03"))).toBe("Worked out from 4.3 first submissions on each of 9 days since 1 November; days off are counted as they passed.");
  expect(basis(told, none("too_few"))).toMatch(/five submissions/u);
  expect(basis(told, none("done"))).toBe("");
});

it("says how far work is", () => {
  expect(workSentence(t, { submitted: 31, returned: 0, inProgress: 2, assigned: 1_007 })).toBe("31 submitted, 2 in progress, 1,007 to do");
  expect(workSentence(t, { submitted: 0, returned: 0, inProgress: 0, assigned: 0 })).toBe("nothing assigned");
});
