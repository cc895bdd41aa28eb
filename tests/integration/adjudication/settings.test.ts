import { beforeEach, expect, it } from "vitest";
import { call } from "@/tests/factories/call";
import { addMember, makeProject, type TestMember } from "@/tests/factories/world";
import { emptyBeforeEach } from "@/tests/support/database";

emptyBeforeEach();

let project: string, lead: TestMember, reviewer: TestMember, ann: TestMember;
const change = (who: TestMember, wish: object, version = 1) => call(who, "PATCH", `/projects/${project}`, { version, ...wish });

beforeEach(async () => {
  project = await makeProject();
  [lead, reviewer, ann] = [await addMember(project, "coordinator"), await addMember(project, "reviewer"), await addMember(project, "annotator")];
});

it("begins with the majority, names shown, and nothing of peers or of the settled record in what annotators get", async () => {
  expect((await call(ann, "GET", `/projects/${project}`)).body).toMatchObject({ boundaryRule: "majority", hideAnnotators: false, askShowsPeers: false, suggestSettled: false });
});

it("changes what is named and leaves the rest", async () => {
  expect((await change(lead, { boundaryRule: "shorter", askShowsPeers: true })).body).toMatchObject({ boundaryRule: "shorter", hideAnnotators: false, askShowsPeers: true, suggestSettled: false, version: 2 });
  expect((await change(lead, { hideAnnotators: true, suggestSettled: true, askShowsPeers: false }, 2)).body).toMatchObject({ boundaryRule: "shorter", hideAnnotators: true, askShowsPeers: false, suggestSettled: true });
});

it("refuses other rules, other members and a stale version, and then changes nothing", async () => {
  for (const wish of [{ boundaryRule: "mean" }, { boundaryRule: null }, { hideAnnotators: "yes" }]) expect((await change(lead, wish)).status).toBe(422);
  for (const who of [reviewer, ann]) expect((await change(who, { suggestSettled: true })).status).toBe(403);
  expect(await change(lead, { suggestSettled: true }, 7)).toMatchObject({ status: 409, body: { current: { suggestSettled: false } } });
  expect((await call(lead, "GET", `/projects/${project}`)).body).toMatchObject({ boundaryRule: "majority", suggestSettled: false, version: 1 });
});
