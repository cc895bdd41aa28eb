import { beforeEach, describe, expect, it } from "vitest";
import { newId } from "@/lib/kernel/id";
import { row, rows } from "@/lib/platform/database";
import { adopting, documentOf, handIn, makeBench, rejecting, submitted, type Bench } from "@/tests/factories/adjudication";
import { call } from "@/tests/factories/call";
import { addTarget, assign } from "@/tests/factories/world";
import { emptyBeforeEach } from "@/tests/support/database";

emptyBeforeEach();

let bench: Bench;
beforeEach(async () => {
  bench = await makeBench(2);
  const [a, b] = bench.annotators;
  await submitted(bench, a!, [{ quote: "stepped in where the town hall had dithered" }, { quote: "in short supply" }, { quote: "ferries", target: 1 }]);
  await submitted(bench, b!, [{ quote: "the town hall had dithered" }, { quote: "in short supply" }]);
});

const post = (who: Bench["lead"], path: string, body: object = {}) => call(who, "POST", `${bench.at}${path}`, body);
const bulk = (kind: string, clusterKeys: string[], more: object = {}) => post(bench.reviewer, "/decisions/bulk", { kind, clusterKeys, ...more });

describe("accepting many at once", () => {
  it("settles unanimous clusters and boundaries by the project's rule, and names what is neither", async () => {
    await rows("UPDATE project SET boundary_rule = 'longer' WHERE id = $1", [bench.projectId]);
    const keys = (await documentOf(bench)).clusters.map(({ key }) => key);
    const unanimous = await bulk("unanimous", keys);
    expect([unanimous.status, unanimous.body["decisions"].length, unanimous.body["skipped"].map((one: { reason: string }) => one.reason)]).toEqual([201, 1, ["not_of_this_kind", "not_of_this_kind"]]);
    const ruled = await bulk("boundaries", keys);
    expect([ruled.body["decisions"][0].settled[0].parts[0].quote, ruled.body["decisions"][0].method, ruled.body["adjudication"].undecided]).toEqual(["stepped in where the town hall had dithered", "rule", 1]);
    expect((await bulk("boundaries", keys)).body["skipped"]).toHaveLength(3);
    expect((await documentOf(bench)).clusters.map(({ decision }) => decision?.method ?? null)).toEqual(["rule", null, "unanimous"]);
  });

  it("takes the words that most marked, or that more than half marked", async () => {
    const ruled = await bulk("boundaries", [(await documentOf(bench)).clusters[0]!.key]);
    expect(ruled.body["decisions"][0].settled[0].parts[0].quote).toBe("the town hall had dithered");
  });

  it("that is sent again is answered as the first time", async () => {
    const keys = (await documentOf(bench)).clusters.map(({ key }) => key);
    const op = newId();
    const body = { kind: "unanimous", clusterKeys: keys };
    const first = await call(bench.reviewer, "POST", `${bench.at}/decisions/bulk`, body, { op });
    expect((await call(bench.reviewer, "POST", `${bench.at}/decisions/bulk`, body, { op })).text).toBe(first.text);
  });
});

async function decideAll(): Promise<number> {
  const { clusters } = await documentOf(bench);
  for (const cluster of clusters) expect((await post(bench.reviewer, "/decisions", adopting(cluster))).status).toBe(201);
  return (await documentOf(bench)).adjudication.version;
}

describe("settling an article", () => {
  it("is refused while anything is undecided, and says what", async () => {
    const { clusters, adjudication } = await documentOf(bench);
    await post(bench.reviewer, "/decisions", adopting(clusters[0]!));
    const refused = await post(bench.reviewer, "/settle", { version: adjudication.version + 2 });
    expect([refused.status, refused.body["reason"], refused.body["undecided"]?.clusters.map((one: { number: number }) => one.number)]).toEqual([409, "undecided", [2, 3]]);
  });

  it("is refused in an older version, and afterwards nothing more is decided until somebody reopens", async () => {
    const version = await decideAll();
    expect((await post(bench.reviewer, "/settle", { version: version - 1 })).body["reason"]).toBe("version");
    const settled = await post(bench.reviewer, "/settle", { version });
    expect([settled.status, settled.body["state"]]).toEqual([200, "settled"]);
    const { clusters } = await documentOf(bench);
    expect((await post(bench.reviewer, "/decisions", rejecting(clusters[0]!))).body["reason"]).toBe("settled");
    const opened = await call(bench.other, "POST", `/projects/${bench.projectId}/decisions/${clusters[0]!.decision!.id}/reopen`, { note: "Look at rule 2.3." });
    expect([opened.status, opened.body["state"], opened.body["undecided"]]).toEqual([200, "open", 1]);
    expect(await row("SELECT count(*)::int AS n FROM decision_replaced")).toEqual({ n: 2 });
    const after = await documentOf(bench);
    expect([after.clusters[0]!.decision, after.adjudication.undecided]).toEqual([null, 1]);
    const history = await call(bench.reviewer, "GET", `${bench.at}/decisions`);
    expect(history.body["items"].map((one: { outcome: string; subject: string }) => [one.subject, one.outcome])).toEqual([["cluster", "reopened"], ["article", "settled"], ["cluster", "settled"], ["cluster", "settled"], ["cluster", "settled"]]);
    expect((await call(bench.other, "POST", `/projects/${bench.projectId}/decisions/${clusters[0]!.decision!.id}/reopen`, {})).status).toBe(409);
  });

  // Whoever read a place and did not mark it changes no mark there: only the cluster with the new mark is open again.
  it("ends in nobody's name when an annotator's marks come in later", async () => {
    await post(bench.reviewer, "/settle", { version: await decideAll() });
    const late = await makeLate();
    await submitted(bench, late, [{ quote: "the town hall" }]);
    const queue = await call(bench.reviewer, "GET", `/projects/${bench.projectId}/adjudication`);
    expect(queue.body["items"][0]).toMatchObject({ state: "reopened", undecided: 1 });
    const [last] = (await call(bench.reviewer, "GET", `${bench.at}/decisions`)).body["items"];
    expect([last.subject, last.outcome, last.by]).toEqual(["article", "reopened", null]);
  });

  it("waits for what was said of the whole article too", async () => {
    const focus = await addTarget(bench.projectId, "Kettle Bridge", true);
    const late = await makeLate();
    const assignmentId = await assign(late, bench.article);
    await call(late, "PUT", `/projects/${bench.projectId}/assignments/${assignmentId}/judgements/${focus}`, { version: 0, value: -1 });
    await handIn(bench, late, assignmentId);
    const version = await decideAll();
    const refused = await post(bench.reviewer, "/settle", { version });
    expect(refused.body["undecided"]?.targetIds).toEqual([focus]);
    const judgement = { id: newId(), subject: "judgement", targetId: focus, outcome: "settled", method: "adopted", value: -1 };
    expect((await post(bench.reviewer, "/decisions", { ...judgement, value: 2 })).status).toBe(422);
    const made = await post(bench.reviewer, "/decisions", judgement);
    expect([made.status, made.body["value"], made.body["adjudication"]?.undecided]).toEqual([201, -1, 0]);
    expect((await post(bench.other, "/decisions", { ...judgement, id: newId() })).body["reason"]).toBe("decided");
    expect((await post(bench.reviewer, "/settle", { version: version + 1 })).status).toBe(200);
  });
});

async function makeLate() {
  const { addMember } = await import("@/tests/factories/world");
  return addMember(bench.projectId, "annotator");
}

describe("a claim", () => {
  it("keeps others from deciding until it runs out, and can be taken over in so many words", async () => {
    const { clusters } = await documentOf(bench);
    expect((await post(bench.reviewer, "/claim")).body["claimedBy"]?.id).toBe(bench.reviewer.memberId);
    const refused = await post(bench.other, "/decisions", adopting(clusters[0]!));
    expect([refused.status, refused.body["reason"], refused.body["claimedBy"]?.id]).toEqual([409, "claimed", bench.reviewer.memberId]);
    expect([(await post(bench.other, "/claim")).status, (await post(bench.other, "/settle", { version: 1 })).body["reason"]]).toEqual([409, "claimed"]);
    await rows("UPDATE adjudication SET claimed_until = now() + interval '1 minute'");
    expect((await post(bench.reviewer, "/decisions", adopting(clusters[0]!))).status).toBe(201);
    expect(await row("SELECT claimed_until > now() + interval '10 minutes' AS renewed FROM adjudication")).toEqual({ renewed: true });
    expect((await post(bench.other, "/claim", { takeOver: true })).body["claimedBy"]?.id).toBe(bench.other.memberId);
    await rows("UPDATE adjudication SET claimed_until = now() - interval '1 second'");
    expect((await post(bench.reviewer, "/decisions", adopting(clusters[1]!))).status).toBe(201);
    await post(bench.other, "/claim");
    expect((await call(bench.other, "DELETE", `${bench.at}/claim`)).body["claimedBy"]).toBeNull();
  });
});

describe("an archived article", () => {
  it("can be read, is in no queue, and nothing is decided about it", async () => {
    const { clusters } = await documentOf(bench);
    await post(bench.reviewer, "/decisions", adopting(clusters[0]!));
    await rows("UPDATE article SET state = 'archived', version = version + 1 WHERE id = $1", [bench.article.articleId]);
    expect((await post(bench.reviewer, "/decisions", adopting(clusters[1]!))).body["reason"]).toBe("archived");
    expect((await documentOf(bench)).clusters[0]!.decision).not.toBeNull();
    expect((await call(bench.reviewer, "GET", `/projects/${bench.projectId}/adjudication`)).body["items"]).toEqual([]);
  });
});
