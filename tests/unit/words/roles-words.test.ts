import { expect, it } from "vitest";
import { roles } from "@/components/words/en/roles";
import { PERMISSIONS, ROLES } from "@/lib/projects/permissions";

it("says every role and permission, and none that there is not", () => {
  const said = Object.entries(roles.permissions).flatMap(([area, words]) => (typeof words === "string" ? [area] : Object.keys(words).map((key) => `${area}.${key}`)));
  expect(said.sort()).toEqual(Object.keys(PERMISSIONS).sort());
  expect(Object.keys(roles.of).sort()).toEqual([...ROLES].sort());
});
