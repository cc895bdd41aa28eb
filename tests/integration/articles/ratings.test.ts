import { beforeEach, describe, expect, it } from "vitest";
import { call } from "@/tests/factories/call";
import { addMember, makeProject, type TestMember } from "@/tests/factories/world";
import { emptyBeforeEach } from "@/tests/support/database";

emptyBeforeEach();
let lead: TestMember, path: string, tern: string;
const CSV = "outlet,rating,scale,note,date\nDT,3.5,1 to 5,leans,2024-05-01\nnews.tern.example,=4,,,\nGull,high,,,";
const add = (source = "A watch", csv = CSV, who = lead) => call(who, "POST", `${path}/outlet-ratings`, { source, csv });
const list = async () => (await call(lead, "GET", `${path}/outlet-ratings`)).body["items"] as { id: string; name: string; outlet: { name: string } | null; value: string; number: number | null }[];

beforeEach(async () => {
  lead = await addMember(await makeProject(), "coordinator");
  path = `/projects/${lead.projectId}`;
  tern = (await call(lead, "POST", `${path}/outlets`, { name: "Daily Tern", aliases: ["DT"], domains: ["tern.example"] })).body["id"];
});

describe("ratings from outside", () => {
  it("find their outlets by alias and site; the others wait for a person", async () => {
    expect(await add()).toMatchObject({ status: 201, body: { source: "A watch", rows: 3, unmatched: 1 } });
    const items = await list();
    expect(items.map((one) => [one.name, one.outlet?.name ?? null, one.value, one.number])).toEqual([["DT", "Daily Tern", "3.5", 3.5], ["Gull", null, "high", null], ["news.tern.example", "Daily Tern", "=4", null]]);
    const gull = items.find((one) => one.name === "Gull")!;
    expect(await call(lead, "PATCH", `${path}/outlet-ratings/${gull.id}`, { outletId: tern })).toMatchObject({ status: 200, body: { outlet: { name: "Daily Tern" } } });
    expect((await call(lead, "PATCH", `${path}/outlet-ratings/${gull.id}`, { outletId: gull.id })).status).toBe(422);
  });

  it("follow a merge of their outlet, and its undoing", async () => {
    await add();
    const gull = (await call(lead, "POST", `${path}/outlets`, { name: "Gull" })).body["id"];
    await call(lead, "POST", `${path}/outlets/${tern}/merge`, { version: 1, intoId: gull });
    expect((await list())[0]).toMatchObject({ name: "DT", outlet: { name: "Gull" } });
    await call(lead, "POST", `${path}/outlets/${tern}/unmerge`, { version: 2 });
    expect((await list())[0]).toMatchObject({ name: "DT", outlet: { name: "Daily Tern" } });
  });

  it("are refused with their lines, and from a source that is there", async () => {
    expect(await add("A watch", "name,rating\nTern,\nGull,2,3")).toMatchObject({ status: 422, body: { errors: [{ path: "/csv", line: 3 }] } });
    expect(await add("A watch", "name,rating\nTern,\nGull,")).toMatchObject({ status: 422, body: { detail: "Line 2: The rating is missing.", errors: [{ line: 2 }, { line: 3 }] } });
    await add();
    expect(await add()).toMatchObject({ status: 409 });
    expect((await list())).toHaveLength(3);
  });

  it("are removed by source, written as CSV without formulas, and never told to annotators", async () => {
    await add();
    await add("Another", "name,rating\nDT,1");
    const csv = await call(lead, "GET", `${path}/outlet-ratings/csv`);
    expect(csv.text.split("\r\n").slice(1, -1)).toEqual(["A watch,DT,Daily Tern,3.5,1 to 5,leans,2024-05-01", "A watch,Gull,,high,,,", "A watch,news.tern.example,Daily Tern,'=4,,,", "Another,DT,Daily Tern,1,,,"]);
    expect(await call(lead, "DELETE", `${path}/outlet-ratings`, { source: "A watch" })).toMatchObject({ status: 200, body: { removed: 3 } });
    expect(await list()).toHaveLength(1);
    expect((await call(lead, "DELETE", `${path}/outlet-ratings`, { source: "A watch" })).status).toBe(404);
    const ann = await addMember(lead.projectId, "annotator");
    expect((await call(ann, "GET", `${path}/outlet-ratings`)).status).toBe(403);
    expect((await call(await addMember(lead.projectId, "reviewer"), "POST", `${path}/outlet-ratings`, { source: "x", csv: CSV })).status).toBe(403);
  });
});
