import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { job } from "@/lib/accounts/server/actor";
import { startGamma } from "@/lib/agreement/server/gamma/gamma-loop";
import { claimGamma, type OpenGamma } from "@/lib/agreement/server/gamma/open-gamma";
import { runGamma } from "@/lib/agreement/server/gamma/run-gamma";
import { row, rows } from "@/lib/platform/database";
import { call } from "@/tests/factories/call";
import { addArticle, addMember, addTarget, assign, makeProject, spanOver, type TestMember } from "@/tests/factories/world";
import { truncateAll } from "@/tests/support/database";

const PLACES = 6;
let project: string, lead: TestMember, ann: TestMember, bob: TestMember, observer: TestMember;
const path = () => `/projects/${project}/agreement/gamma`;

/** Ends every lease, as time would. */
const expire = () => rows("UPDATE job SET cursor = cursor || '{\"until\": 0}' WHERE kind = 'gamma' AND cursor IS NOT NULL");
const claim = async (): Promise<OpenGamma> => {
  const open = await claimGamma(job());
  if (!open) throw new Error("nothing waits");
  return open;
};
const slice = async (documents = Infinity) => runGamma(job(), await claim(), { stopped: () => false, documents });
const order = async (more: object = {}) => (await call(lead, "POST", path(), { choice: { layer: "framing" }, ...more })).body;
const look = async (id: string) => (await call(observer, "GET", `${path()}/${id}`)).body;
async function finished(id: string): Promise<Awaited<ReturnType<typeof look>>> {
  for (let i = 0; i < 50 && ["queued", "running"].includes((await look(id))["state"]); i++) await slice();
  return look(id);
}

beforeAll(async () => {
  await truncateAll();
  project = await makeProject();
  [lead, ann, bob, observer] = [await addMember(project, "coordinator"), await addMember(project, "annotator"), await addMember(project, "annotator"), await addMember(project, "observer")];
  const council = await addTarget(project, "Council");
  for (let i = 0; i < PLACES; i++) {
    const article = await addArticle(project, `Ferry ${i} waits\nThe council bungled closure number ${i}, traders said on Friday, while the harbour board praised its calm.`);
    for (const [who, quotes] of [[ann, ["bungled", "praised"]], [bob, i % 2 ? ["bungled"] : ["council bungled", "calm"]]] as const) {
      const at = `/projects/${project}/assignments/${await assign(who, article)}`;
      for (const quote of quotes) expect((await call(who, "POST", `${at}/spans`, spanOver(article, quote, council))).status).toBe(201);
      await call(who, "PUT", `${at}/judgements/${council}`, { version: 0, value: -1 });
      expect((await call(who, "POST", `${at}/submit`, { version: 1, confirmEmpty: true })).status).toBe(200);
    }
  }
});
beforeEach(() => rows("DELETE FROM job WHERE kind = 'gamma'"));

describe("a γ", () => {
  it("is ordered, computed in slices with progress, and says with what it was computed", async () => {
    const { id } = await order({ precision: null });
    expect(await look(id)).toMatchObject({ state: "queued", done: 0, total: null, result: null });
    await slice(2);
    expect(await look(id)).toMatchObject({ state: "running", done: 2, total: PLACES, result: null });
    const { state, result, samples, choice } = await finished(id);
    expect([state, samples, choice["seed"]]).toEqual(["done", 30, "1"]);
    expect(result).toMatchObject({ sampler: "rotate-annotators", alpha: 1, beta: 1, deltaEmpty: 1, articles: PLACES, annotators: 2, left: 0, dataVersion: expect.any(String), interval: { value: { documents: PLACES } } });
    const sums = result.documents.reduce(([o, e]: number[], one: { weight: number; observed: number; expected: number }) => [o! + one.weight * one.observed, e! + one.weight * one.expected], [0, 0]);
    expect(result.gamma.value).toBeCloseTo(1 - sums[0] / sums[1], 12);
    expect(result.documents.map((one: { title: string }) => one.title).sort()).toEqual(Array.from({ length: PLACES }, (_, i) => `Ferry ${i} waits`));
    expect((await call(observer, "GET", `${path()}?interval=bootstrap`)).body["job"]).toMatchObject({ id, state: "done" });
    expect((await call(observer, "GET", `${path()}?layer=target`)).body["job"]).toBeNull();
  });

  it("is the same however often it was interrupted, by a killed worker too, and another with another seed", async () => {
    const whole = await finished((await order())["id"]);
    await rows("DELETE FROM job WHERE kind = 'gamma'");
    const { id } = await order();
    await slice(1);
    const killed = await claim();
    let steps = 0;
    await runGamma(job(), killed, { stopped: () => ++steps > 40 });
    await claimGamma(job());
    expect(await claimGamma(job()), "nobody else gets a job whose lease runs").toBeNull();
    await expire();
    expect((await finished(id))["result"]).toEqual(whole["result"]);
    const other = await finished((await order({ choice: { layer: "framing", seed: "2" } }))["id"]);
    expect(other["result"].documents[0].observed).toBe(whole["result"].documents[0].observed);
    expect(other["result"].gamma.value).not.toBe(whole["result"].gamma.value);
  });

  it("is not doubled by two workers, of whom one lost its lease", async () => {
    const { id } = await order();
    const slow = await claim();
    await expire();
    const quick = await claim();
    expect(quick.id).toBe(slow.id);
    await Promise.all([runGamma(job(), slow, { stopped: () => false }), runGamma(job(), quick, { stopped: () => false })]);
    const { state, result, done } = await finished(id);
    expect([state, done]).toEqual(["done", PLACES]);
    expect(new Set(result.documents.map((one: { articleId: string }) => one.articleId)).size).toBe(PLACES);
    expect(result.documents).toHaveLength(PLACES);
  });

  it("goes on when two loops run at once, and both end when asked", async () => {
    const { id } = await order();
    const loops = [startGamma(job()), startGamma(job())];
    for (let i = 0; i < 200 && (await look(id))["state"] !== "done"; i++) await new Promise((resolve) => setTimeout(resolve, 25));
    await Promise.all(loops.map((loop) => loop.stop()));
    expect((await look(id))["result"].documents).toHaveLength(PLACES);
  });

  it("is cancelled at once while it waits, and between documents while somebody is at it", async () => {
    const waiting = (await order())["id"];
    expect((await call(lead, "POST", `${path()}/${waiting}/cancel`, {})).body).toMatchObject({ state: "cancelled" });
    expect(await claimGamma(job())).toBeNull();
    const { id } = await order();
    const open = await claim();
    expect((await call(lead, "POST", `${path()}/${id}/cancel`, {})).body).toMatchObject({ state: "running", cancelRequested: true });
    await runGamma(job(), open, { stopped: () => false, documents: 1 });
    expect(await look(id)).toMatchObject({ state: "cancelled", result: null });
    const done = await finished((await order())["id"]);
    expect((await call(lead, "POST", `${path()}/${done["id"]}/cancel`, {})).body["state"]).toBe("done");
  });

  it("gives up a document at which the worker ended three times, and goes on behind it", async () => {
    const { id } = await order();
    await slice(2);
    for (let i = 0; i < 3; i++) {
      await claim();
      await expire();
    }
    const { state, result } = await finished(id);
    expect(state).toBe("done");
    expect(result.documents.map((one: { reason?: string }) => one.reason ?? "fine")).toEqual(["fine", "fine", "failed", "fine", "fine", "fine"]);
    expect(result.left).toBe(1);
  });

  it("begins again when the marks changed under it, and not for ever", async () => {
    const { id } = await order();
    for (let i = 0; i < 4; i++) {
      await slice(2);
      expect(await look(id)).toMatchObject({ state: "running", done: 2 });
      await rows("UPDATE target SET name = 'Council of ' || $1, version = version + 1", [String(i)]);
    }
    await slice(2);
    expect(await look(id)).toMatchObject({ state: "failed", error: expect.stringContaining("kept changing") });
  });

  it("is not computed twice: who asks for the same gets the one that waits", async () => {
    const first = await order();
    expect((await order())["id"]).toBe(first["id"]);
    expect((await order({ samples: 40 }))["id"]).not.toBe(first["id"]);
  });

  it("ends when whoever ordered it may not do so any more", async () => {
    const { id } = await order();
    await rows("UPDATE member SET role = 'annotator' WHERE id = $1", [lead.memberId]);
    await slice();
    await rows("UPDATE member SET role = 'coordinator' WHERE id = $1", [lead.memberId]);
    expect(await look(id)).toMatchObject({ state: "failed", error: expect.stringContaining("your own name") });
  });

  it("says why there is none: nobody marked anything in the choice, or the layer has no places", async () => {
    const nobody = await addTarget(project, `Nobody ${Math.random()}`);
    expect((await finished((await order({ choice: { layer: "framing", targetIds: nobody } }))["id"]))["result"]).toMatchObject({ gamma: { value: null, reason: "nothing_marked" }, interval: { value: null }, documents: [] });
    const { status, body } = await call(lead, "POST", path(), { choice: { layer: "judgement" } });
    expect([status, body["errors"][0].path]).toEqual([422, "/choice/layer"]);
  });

  it.each(["place", "target", "voice", "device"])("is computed of the layer %s", async (layer) => {
    const { state, result } = await finished((await order({ choice: { layer } }))["id"]);
    expect(state).toBe("done");
    expect("value" in result.gamma).toBe(true);
  });
});

describe("who may what", () => {
  it("is read by observers, ordered by those who adjudicate, and nothing to annotators", async () => {
    const { id } = await order();
    expect((await call(observer, "POST", path(), { choice: {} })).status).toBe(403);
    expect((await call(observer, "POST", `${path()}/${id}/cancel`, {})).status).toBe(403);
    for (const at of [path(), `${path()}/${id}`]) expect((await call(ann, "GET", at)).status).toBe(403);
    const elsewhere = await addMember(await makeProject(), "coordinator");
    expect((await call(elsewhere, "GET", `/projects/${elsewhere.projectId}/agreement/gamma/${id}`)).status).toBe(404);
  });

  it("is not there in a class", async () => {
    await rows("UPDATE project SET kind = 'class' WHERE id = $1", [project]);
    try {
      expect((await call(lead, "GET", path())).status).toBe(404);
      expect((await call(lead, "POST", path(), { choice: {} })).status).toBe(404);
      expect((await row<{ n: number }>("SELECT count(*)::int AS n FROM job WHERE kind = 'gamma'"))?.n).toBe(0);
    } finally {
      await rows("UPDATE project SET kind = 'research' WHERE id = $1", [project]);
    }
  });
});
