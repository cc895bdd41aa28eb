import { beforeEach, describe, expect, it } from "vitest";
import { randomFrom } from "@/lib/kernel/random";
import { newId } from "@/lib/kernel/id";
import { row, rows } from "@/lib/platform/database";
import { call } from "@/tests/factories/call";
import { addMember, addOutlet, addTarget, assign, makeProject, type TestArticle, type TestMember } from "@/tests/factories/world";
import { emptyBeforeEach } from "@/tests/support/database";

emptyBeforeEach();
const random = randomFrom(12n);
const paragraph = (count: number): string => `${Array.from({ length: count }, () => `word${random.below(5000)}`).join(" ")}.`;
const agency = Array.from({ length: 10 }, () => paragraph(30));
const WIRE = ["Council of Larkmoor closes the ferry", ...agency].join("\n");
const CUT = ["Larkmoor ferry to close", ...agency.slice(0, 7), paragraph(20)].join("\n");

let lead: TestMember;
let base: string;
type Body = Awaited<ReturnType<typeof call>>["body"];
const add = async (text: string, more: Body = {}): Promise<Body> => (await call(lead, "POST", base, { text, ...more })).body;
const copies = async (id: string): Promise<Body> => (await call(lead, "GET", `${base}/${id}/copies`)).body;
const act = (id: string, what: "join" | "split", body: Body) => call(lead, "POST", `${base}/${id}/copies/${what}`, body);
const workOf = async (id: string): Promise<string> => (await row<{ work_id: string }>("SELECT work_id FROM article WHERE id = $1", [id]))!.work_id;

beforeEach(async () => {
  lead = await addMember(await makeProject(), "coordinator");
  base = `/projects/${lead.projectId}/articles`;
});

describe("the copies of an article", () => {
  it("are shown with what they share and why they were joined; others that share much are shown beside them", async () => {
    const [wire, cut, same] = [await add(WIRE), await add(CUT), await add(`${WIRE.toUpperCase()}!`)];
    const half = await add(["Ferries", ...agency.slice(0, 5), ...Array.from({ length: 5 }, () => paragraph(30))].join("\n"));
    const seen = await copies(wire["id"]);
    expect(seen["members"].map((one: Body) => [one["id"], one["why"]])).toEqual([[cut["id"], "near"], [same["id"], "exact"]]);
    expect(seen["members"][0]["jaccard"]).toBeGreaterThan(0.5);
    expect(seen["members"][0]["containment"]).toBeGreaterThan(0.85);
    expect(seen["members"][1]).toMatchObject({ jaccard: 1, containment: 1 });
    expect(seen["candidates"].map((one: Body) => [one["id"], one["split"]])).toEqual([[half["id"], false]]);
  });

  it("are split for good: no import joins them again, and a copy of either goes to its own side", async () => {
    const [wire, cut] = [await add(WIRE), await add(CUT)];
    const split = await act(cut["id"], "split", { version: 1 });
    expect(split.body).toMatchObject({ id: cut["id"], version: 2, moved: [cut["id"]] });
    expect((await copies(cut["id"]))["candidates"]).toMatchObject([{ id: wire["id"], split: true }]);
    const [again, other] = [await add(CUT), await add(WIRE)];
    expect(await workOf(again["id"])).toBe(await workOf(cut["id"]));
    expect(await workOf(other["id"])).toBe(await workOf(wire["id"]));
    expect(await workOf(wire["id"])).not.toBe(await workOf(cut["id"]));
  });

  it("are joined by hand with all their copies, which takes an earlier split back, and split again as they were", async () => {
    const [one, two] = [await add("One ferry stops today in Larkmoor"), await add("Nothing of the kind at the quay")];
    const copy = await add("One ferry stops today, in Larkmoor");
    const joined = await act(one["id"], "join", { version: 1, otherId: two["id"] });
    expect(joined.body["moved"].toSorted()).toEqual([one["id"], copy["id"]].toSorted());
    expect((await copies(two["id"]))["members"].map((member: Body) => member["why"]).toSorted()).toEqual(["by_hand", "other"]);
    expect(await row("SELECT count(*)::int AS n FROM work")).toEqual({ n: 1 });
    const back = await act(one["id"], "split", { version: 2, together: [copy["id"]] });
    expect(back.status).toBe(200);
    expect(await workOf(copy["id"])).toBe(await workOf(one["id"]));
    expect(await workOf(two["id"])).not.toBe(await workOf(one["id"]));
    expect((await rows("SELECT decision FROM copy_decision")).map((found) => (found as Body)["decision"])).toEqual(["split", "split"]);
    const refused = await act(one["id"], "join", { version: 3, otherId: two["id"] });
    expect(refused.status).toBe(409);
    expect(refused.body["split"].map((pair: Body) => Object.values(pair).toSorted())).toEqual([[copy["id"], two["id"]].toSorted()]);
    expect(await row("SELECT count(*)::int AS n FROM copy_decision")).toEqual({ n: 2 });
    expect((await act(one["id"], "join", { version: 3, otherId: two["id"], confirm: true })).status).toBe(200);
    expect((await row<{ detail: Body }>("SELECT detail FROM audit_entry WHERE action = 'article.joined' ORDER BY at DESC LIMIT 1"))!.detail["undone"]).toHaveLength(2);
    expect((await rows("SELECT decision FROM copy_decision")).map((found) => (found as Body)["decision"])).toEqual(["joined"]);
  });

  it("can be said with the provenance, too, and are then remembered", async () => {
    const [one, two] = [await add("One ferry stops"), await add("Another pier opens")];
    const named = await add("A third", { workOf: one["id"] });
    expect((await copies(named["id"]))["members"]).toMatchObject([{ id: one["id"], why: "by_hand" }]);
    await call(lead, "PATCH", `${base}/${two["id"]}`, { version: 1, workOf: one["id"] });
    expect(await workOf(two["id"])).toBe(await workOf(one["id"]));
    await call(lead, "PATCH", `${base}/${two["id"]}`, { version: 2, workOf: null });
    expect((await copies(two["id"]))["members"]).toEqual([]);
  });

  it("refuse a stale version, an article that is not there, and one that is the article itself", async () => {
    const [one, two] = [await add("One ferry stops"), await add("Another pier opens")];
    expect((await act(one["id"], "join", { version: 7, otherId: two["id"] })).status).toBe(409);
    expect((await act(one["id"], "join", { version: 1, otherId: newId() })).status).toBe(404);
    expect((await act(one["id"], "join", { version: 1, otherId: one["id"] })).status).toBe(422);
    expect((await act(one["id"], "split", { version: 1, together: [two["id"]] })).status).toBe(422);
  });

  it("are nothing for annotators, and can be read but not changed by reviewers", async () => {
    const [one, two] = [await add(WIRE), await add(CUT)];
    const [coder, reviewer] = [await addMember(lead.projectId, "annotator"), await addMember(lead.projectId, "reviewer")];
    expect((await call(coder, "GET", `${base}/${one["id"]}/copies`)).status).toBe(403);
    expect((await call(coder, "GET", `${base}/${one["id"]}/copies/${two["id"]}/diff`)).status).toBe(403);
    expect((await call(reviewer, "GET", `${base}/${one["id"]}/copies`)).status).toBe(200);
    expect((await call(reviewer, "POST", `${base}/${one["id"]}/copies/split`, { version: 1 })).status).toBe(403);
  });
});

describe("two copies beside each other", () => {
  it("show paragraphs that both have, changed words, and what only one has", async () => {
    const one = await add("Ferry stops\nThe council of Larkmoor closed the pier on Monday.\nNobody was asked.\nTrade goes on.");
    const two = await add("Ferry halted\nThe council of Larkmoor shut the pier on Monday.\nTRADE goes on\nA new line of words");
    const seen = (await call(lead, "GET", `${base}/${one["id"]}/copies/${two["id"]}/diff`)).body;
    expect(seen).toMatchObject({ left: { id: one["id"] }, right: { id: two["id"] }, cut: false });
    expect(seen["rows"].map((line: Body) => line["kind"])).toEqual(["changed", "changed", "left", "same", "right"]);
    expect(seen["rows"][1]["parts"].filter((part: Body) => part["side"] !== "both").map((part: Body) => part["text"])).toEqual(["closed", "shut"]);
    expect(seen["rows"][3]).toMatchObject({ left: "Trade goes on.", right: "TRADE goes on" });
  });
});

describe("what counts works", () => {
  it("counts a joined copy once in a figure and a split one twice", async () => {
    const outletId = await addOutlet(lead.projectId, "Larkmoor Post");
    const targetId = await addTarget(lead.projectId, "Council");
    const coder = await addMember(lead.projectId, "annotator");
    const made = [await add(WIRE, { outletId }), await add(CUT, { outletId })];
    for (const article of made) {
      const assignmentId = await assign(coder, { articleId: article["id"] } as TestArticle);
      const judged = await call(coder, "PUT", `/projects/${lead.projectId}/assignments/${assignmentId}/judgements/${targetId}`, { version: 0, value: 1 });
      expect(judged.status, judged.text).toBeLessThan(300);
      const sent = await call(coder, "POST", `/projects/${lead.projectId}/assignments/${assignmentId}/submit`, { version: (await row<{ version: number }>("SELECT version FROM assignment WHERE id = $1", [assignmentId]))!.version, confirmEmpty: true });
      expect(sent.status, sent.text).toBeLessThan(300);
    }
    const works = async () => {
      const stance = (await call(lead, "GET", `/projects/${lead.projectId}/stance`)).body;
      return stance["cells"].map((cell: Body) => cell["works"]);
    };
    expect(await works()).toEqual([1]);
    await act(made[1]!["id"], "split", { version: 1 });
    expect(await works()).toEqual([2]);
    await act(made[1]!["id"], "join", { version: 2, otherId: made[0]!["id"] });
    expect(await works()).toEqual([1]);
  });

  it("brings the places of a pool along: one place list for a work, however its copies were joined", async () => {
    const [one, two] = [await add("One ferry stops"), await add("Another pier opens")];
    const coder = await addMember(lead.projectId, "annotator");
    const wish = { strategy: "pool", perWork: 2, seed: "1" };
    const plan = await call(lead, "POST", `/projects/${lead.projectId}/assignments/plan`, wish);
    const batch = await call(lead, "POST", `/projects/${lead.projectId}/assignments/batches`, { ...wish, digest: plan.body["digest"] });
    expect(batch.status, batch.text).toBeLessThan(300);
    const places = () => rows<{ work_id: string; quota: number; taken: number }>("SELECT work_id, quota, taken FROM pool_item ORDER BY id");
    expect(await places()).toHaveLength(2);
    await call(coder, "POST", `/projects/${lead.projectId}/assignments/take`, {});
    await act(one["id"], "join", { version: 1, otherId: two["id"] });
    expect(await places()).toEqual([{ work_id: await workOf(two["id"]), quota: 2, taken: 1 }]);
    const take = () => call(coder, "POST", `/projects/${lead.projectId}/assignments/take`, {});
    expect((await take()).body["assignmentId"]).toBeNull();
    await act(one["id"], "split", { version: 2 });
    const both = await places();
    expect(both.map((place) => place.work_id).toSorted()).toEqual([await workOf(one["id"]), await workOf(two["id"])].toSorted());
    expect(both.map(({ quota, taken }) => [quota, taken]).toSorted()).toEqual([[2, 0], [2, 1]]);
    expect((await take()).body["assignmentId"]).not.toBeNull();
  });
});
