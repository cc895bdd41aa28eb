import { expect, it } from "vitest";
import { namedIn } from "@/lib/adjudication/around/talk";

const people = [{ id: "1", name: "Ada" }, { id: "2", name: "Ada Roth" }, { id: "3", name: "Bo" }];

it("finds whom a text names, the longer of two names that begin alike, each once", () => {
  expect(namedIn("@Ada Roth, and @Bo? @Bo!", people)).toEqual(["2", "3"]);
  expect(namedIn("@Ada and @Ada Roth", people)).toEqual(["1", "2"]);
  expect(namedIn("Ada Roth, bo@example.org", people)).toEqual([]);
});
