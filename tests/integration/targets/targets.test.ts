import { beforeEach, describe, expect, it } from "vitest";
import { newId } from "@/lib/kernel/id";
import { call } from "@/tests/factories/call";
import { addMember, makeProject, type TestMember } from "@/tests/factories/world";
import { emptyBeforeEach } from "@/tests/support/database";

emptyBeforeEach();
let lead: TestMember;
let path: string;
const add = (body: Record<string, unknown>) => call(lead, "POST", path, body);
const names = async (query = ""): Promise<string[]> => (await call(lead, "GET", `${path}${query}`)).body["items"].map((item: { name: string }) => item.name);

beforeEach(async () => {
  lead = await addMember(await makeProject(), "coordinator");
  path = `/projects/${lead.projectId}/targets`;
});

describe("targets", () => {
  it("are stored with aliases, ambiguous ones too, behind one another", async () => {
    const mek = await add({ name: "MEK", description: "A group", aliases: [{ alias: "PMOI" }, { alias: "the group", isAmbiguous: true }, { alias: "pmoi" }] });
    expect(mek.status, mek.text).toBe(201);
    expect(mek.body).toMatchObject({ name: "MEK", isFocus: true, parentId: null, version: 1, aliases: [{ alias: "PMOI", isAmbiguous: false }, { alias: "the group", isAmbiguous: true }] });
    const ncri = await add({ name: "NCRI", parentId: mek.body["id"], isFocus: false, aliases: [{ alias: "the group", isAmbiguous: true }] });
    expect(ncri.body).toMatchObject({ parentId: mek.body["id"], isFocus: false });
    expect(await names()).toEqual(["MEK", "NCRI"]);
    expect((await call(await addMember(lead.projectId, "annotator"), "GET", path)).body["items"]).toHaveLength(2);
  });

  it("refuse a name that is taken however it is spelt, and an alias that finds another target", async () => {
    await add({ name: "People’s Mojahedin", aliases: [{ alias: "PMOI" }] });
    expect(await add({ name: "people's\u00a0MOJAHEDIN" })).toMatchObject({ status: 409 });
    expect(await add({ name: "pmoi" })).toMatchObject({ status: 409, body: { detail: "“pmoi” is already a name of the target “People’s Mojahedin”." } });
    expect(await add({ name: "Other", aliases: [{ alias: "PMOI" }] })).toMatchObject({ status: 409 });
    expect(await add({ name: "Other", aliases: [{ alias: "PMOI", isAmbiguous: true }] })).toMatchObject({ status: 201 });
    expect(await names()).toHaveLength(2);
  });

  it("are made once when two people add them at the same moment", async () => {
    const answers = await Promise.all(Array.from({ length: 5 }, () => add({ name: "MEK" })));
    expect(answers.map((answer) => answer.status).toSorted()).toEqual([201, 409, 409, 409, 409]);
  });

  it("change by version, and never stand below themselves", async () => {
    const [a, b] = [(await add({ name: "A", aliases: [{ alias: "AA" }] })).body, (await add({ name: "B" })).body];
    const change = (id: string, body: Record<string, unknown>) => call(lead, "PATCH", `${path}/${id}`, body);
    expect((await change(b["id"], { version: 1, parentId: a["id"] })).body).toMatchObject({ version: 2, parentId: a["id"], name: "B" });
    expect(await change(a["id"], { version: 1, parentId: b["id"] })).toMatchObject({ status: 422, body: { errors: [{ path: "/parentId" }] } });
    expect(await change(a["id"], { version: 1, parentId: a["id"] })).toMatchObject({ status: 422 });
    expect(await change(a["id"], { version: 1, parentId: newId() })).toMatchObject({ status: 422 });
    expect((await change(a["id"], { version: 1, isFocus: false })).body).toMatchObject({ isFocus: false, aliases: [{ alias: "AA" }], version: 2 });
    expect(await change(a["id"], { version: 1, name: "C" })).toMatchObject({ status: 409, body: { current: { version: 2, name: "A" } } });
    expect((await change(newId(), { version: 1, name: "C" })).status).toBe(404);
    const race = await Promise.all([change(a["id"], { version: 2, parentId: b["id"] }), change(b["id"], { version: 2, parentId: null })]);
    expect(race.map((answer) => answer.status)).toContain(200);
  });

  it("two that are put below each other at the same moment do not make a circle", async () => {
    const [a, b] = [(await add({ name: "A" })).body, (await add({ name: "B" })).body];
    const answers = await Promise.all([
      call(lead, "PATCH", `${path}/${a["id"]}`, { version: 1, parentId: b["id"] }),
      call(lead, "PATCH", `${path}/${b["id"]}`, { version: 1, parentId: a["id"] }),
    ]);
    expect(answers.map((answer) => answer.status).toSorted()).toEqual([200, 422]);
  });

  it("are put into an order, archived and brought back", async () => {
    const made = [];
    for (const name of ["A", "B", "C"]) made.push((await add({ name })).body);
    expect((await call(lead, "POST", `${path}/order`, { ids: [made[2]!["id"], made[0]!["id"]] })).body["items"].map((item: { name: string }) => item.name)).toEqual(["C", "A", "B"]);
    expect((await call(lead, "POST", `${path}/${made[0]!["id"]}/archive`, { version: 1 })).body).toMatchObject({ archived: true });
    expect(await names()).toEqual(["C", "B"]);
    expect(await names("?archived=true")).toEqual(["C", "A", "B"]);
    expect(await add({ name: "a" })).toMatchObject({ status: 409, body: { detail: expect.stringContaining("archived") } });
    expect((await call(lead, "POST", `${path}/${made[0]!["id"]}/archive`, { version: 2, archived: false })).body).toMatchObject({ archived: false, version: 3 });
  });

  it("can be changed by a coordinator only, and not from another project", async () => {
    const { body } = await add({ name: "A" });
    const reviewer = await addMember(lead.projectId, "reviewer");
    expect((await call(reviewer, "POST", path, { name: "B" })).status).toBe(403);
    const other = await addMember(await makeProject(), "coordinator");
    expect((await call(other, "PATCH", `/projects/${other.projectId}/targets/${body["id"]}`, { version: 1, name: "X" })).status).toBe(404);
    expect((await call(other, "POST", `/projects/${other.projectId}/targets`, { name: "X", parentId: body["id"] })).status).toBe(422);
  });
});
