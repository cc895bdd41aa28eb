import { beforeEach, describe, expect, it } from "vitest";
import { memberOf } from "@/lib/accounts/server/actor";
import { outletsForHints } from "@/lib/articles/server/outlets";
import { rows } from "@/lib/platform/database";
import { call } from "@/tests/factories/call";

import { addMember, addOutlet, makeProject, type TestMember } from "@/tests/factories/world";
import { emptyBeforeEach } from "@/tests/support/database";

emptyBeforeEach();
let lead: TestMember;
let path: string;

beforeEach(async () => {
  lead = await addMember(await makeProject(), "coordinator");
  path = `/projects/${lead.projectId}/outlets`;
});

const add = (body: object) => call(lead, "POST", path, body);
const article = async (outletName: string): Promise<string> => {
  const made = await call(lead, "POST", `/projects/${lead.projectId}/articles`, { text: `Ferry ${outletName}\nThe boats ran.`, outletName });
  expect(made.status, made.text).toBe(201);
  return made.body["outlet"].name;
};

describe("domains of outlets", () => {
  it("are stored as sites, once each, and replaced as a whole", async () => {
    const made = await add({ name: "Daily Tern", domains: ["https://www.Tern.example/news", "tern.example", "bücher.example"] });
    expect(made).toMatchObject({ status: 201, body: { domains: ["tern.example", "xn--bcher-kva.example"], merged: [], articles: { outlet: 0, publisher: 0 } } });
    const changed = await call(lead, "PATCH", `${path}/${made.body["id"]}`, { version: 1, domains: ["m.tern.example"] });
    expect(changed).toMatchObject({ status: 200, body: { domains: ["m.tern.example"], version: 2 } });
    expect((await call(lead, "PATCH", `${path}/${made.body["id"]}`, { version: 2, owner: "Tern Trust" })).body).toMatchObject({ domains: ["m.tern.example"], owner: "Tern Trust" });
  });

  it("are refused where they are none, and where another outlet has them", async () => {
    expect(await add({ name: "Daily Tern", domains: ["tern.example", "not a site"] })).toMatchObject({ status: 422, body: { errors: [{ path: "/domains/1" }] } });
    await add({ name: "Daily Tern", domains: ["tern.example"] });
    const taken = await add({ name: "Quay Standard", domains: ["Tern.example"] });
    expect(taken).toMatchObject({ status: 409, body: { detail: "“tern.example” is already a site of the outlet “Daily Tern”.", other: { name: "Daily Tern" } } });
    expect(await rows("SELECT name FROM outlet")).toEqual([{ name: "Daily Tern" }]);
  });

  it("lead articles that give a site to the outlet, the nearest site first", async () => {
    await add({ name: "Daily Tern", domains: ["tern.example"] });
    await add({ name: "Tern Sport", domains: ["sport.tern.example"] });
    expect(await article("Tern.example")).toBe("Daily Tern");
    expect(await article("live.sport.tern.example")).toBe("Tern Sport");
    expect(await article("gull.example")).toBe("gull.example");
    expect(await article("news.gull.example")).toBe("gull.example");
    expect(await article("Tern. Example")).toBe("Tern. Example");
  });
});

it("gives outlets as hints, with the names and sites of what was merged into them", async () => {
  const tern = (await add({ name: "Daily Tern", aliases: ["DT"], domains: ["tern.example"] })).body;
  const old = (await add({ name: "Evening Tern", aliases: ["ET"], domains: ["evening.example"] })).body;
  await addOutlet(lead.projectId, "Quay Standard");
  await call(lead, "POST", `${path}/${old["id"]}/merge`, { version: 1, intoId: tern["id"] });
  const hints = await outletsForHints((await memberOf({ session: lead.session, address: "" }, lead.projectId)).member!);
  expect(hints.map((one) => ({ ...one, aliases: [...one.aliases].sort() }))).toEqual([
    { name: "Daily Tern", aliases: ["DT", "ET", "Evening Tern"], domains: ["evening.example", "tern.example"] },
    { name: "Quay Standard", aliases: [], domains: [] },
  ]);
});
