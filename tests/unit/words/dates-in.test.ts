import { expect, test } from "vitest";
import { datesIn } from "@/components/words/dates-in";

test("moments are written in UTC, as each language writes them", () => {
  const [english, german] = [datesIn("en"), datesIn("de")];
  expect([english.day("2026-11-22T14:02:00Z"), english.moment("2026-11-22T14:02:00Z")]).toEqual(["22 Nov 2026", "22 Nov, 14:02 UTC"]);
  expect([german.day("2026-11-22T14:02:00Z"), german.moment("2026-11-22T14:02:00Z")]).toEqual(["22. Nov. 2026", "22. Nov., 14:02 UTC"]);
});
