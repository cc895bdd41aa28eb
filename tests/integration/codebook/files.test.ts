import { beforeEach, expect, it } from "vitest";
import { call } from "@/tests/factories/call";
import { addMember, makeProject, type TestMember } from "@/tests/factories/world";
import { emptyBeforeEach } from "@/tests/support/database";

emptyBeforeEach();
let lead: TestMember, path: string;
const filesOf = async (who: TestMember, format: string, id?: string) => {
  const base = `/projects/${who.projectId}/codebook`;
  const version = id ?? (await call(who, "GET", base)).body["current"]["id"];
  return call(who, "GET", `${base}/versions/${version}/export?format=${format}`);
};
const take = (who: TestMember, version: number, format: string, text: string) => call(who, "POST", `/projects/${who.projectId}/codebook/draft/import`, { version, format, text });

beforeEach(async () => {
  lead = await addMember(await makeProject({ name: "Kettle Bridge" }), "coordinator");
  path = `/projects/${lead.projectId}/codebook`;
  await call(lead, "POST", `${path}/draft`);
  await call(lead, "POST", `${path}/draft/preset`, { version: 1, preset: "persuasion" });
  await call(lead, "POST", `${path}/draft/preset`, { version: 2, preset: "frames" });
  expect((await call(lead, "POST", `${path}/publish`, { version: 3 })).status).toBe(200);
});

it("goes to another project as JSON without losing anything, and as a REFI-QDA codebook with its words", async () => {
  const [json, qdc] = [await filesOf(lead, "json"), await filesOf(lead, "qdc")];
  expect([json.status, json.headers.get("content-disposition"), qdc.headers.get("content-type")]).toEqual([200, expect.stringContaining("Kettle-Bridge-codebook-2.json"), "application/xml; charset=utf-8"]);
  const mine = (await call(lead, "GET", path)).body["current"]["content"];
  const other = await addMember(await makeProject({ kind: "class" }), "coordinator");
  await call(other, "POST", `/projects/${other.projectId}/codebook/draft`);
  const taken = await take(other, 1, "json", json.text);
  expect([taken.status, taken.body["report"], taken.body["draft"]["content"]]).toEqual([200, [], mine]);
  await call(other, "DELETE", `/projects/${other.projectId}/codebook/draft`, { version: 2 });
  await call(other, "POST", `/projects/${other.projectId}/codebook/draft`);
  const coded = await take(other, 1, "qdc", qdc.text);
  expect([coded.status, coded.body["draft"]["content"]["sets"].map((set: { name: string; labels: unknown[] }) => [set.name, set.labels.length])]).toEqual([200, [["Persuasion technique", 29], ["Issue frame", 15], ["Primary issue frame", 15]]]);
});

it("is refused with the place of what is wrong, and the draft stays as it was", async () => {
  await call(lead, "POST", `${path}/draft`);
  const { text } = await filesOf(lead, "json");
  const twins = text.replace('"Loaded language"', '"repetition"');
  expect(await take(lead, 1, "json", twins)).toMatchObject({ status: 422, body: { errors: [{ path: expect.stringMatching(/^\/sets\/0\/labels\/\d+\/name$/u), message: expect.stringContaining("the same name stands at") }] } });
  expect(await take(lead, 1, "json", text.slice(0, 999))).toMatchObject({ status: 422, body: { errors: [{ path: "/text" }] } });
  expect(await take(lead, 1, "qdc", text)).toMatchObject({ status: 422, body: { detail: expect.stringMatching(/Line \d+, column \d+: /u) } });
  expect(await take(lead, 1, "qdc", '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><CodeBook xmlns="urn:QDA-XML:codebook:1.0">&e;</CodeBook>')).toMatchObject({ status: 422, body: { detail: expect.stringContaining("DOCTYPE") } });
  expect(await take(lead, 7, "json", text)).toMatchObject({ status: 409, body: { current: { version: 1 } } });
  expect((await take(lead, 1, "json", "x".repeat(5 * 1024 * 1024))).status).toBe(413);
  expect((await call(lead, "GET", path)).body["draft"]["version"]).toBe(1);
});

it("of a draft is nothing to those who may not write it", async () => {
  const draft = await call(lead, "POST", `${path}/draft`);
  const reader = await addMember(lead.projectId, "annotator");
  expect((await filesOf(reader, "json", draft.body["id"])).status).toBe(404);
  expect((await filesOf(reader, "qdc")).status).toBe(200);
  expect((await filesOf(lead, "qdc", draft.body["id"])).status).toBe(200);
});
