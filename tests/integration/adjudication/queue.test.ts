import { beforeEach, describe, expect, it } from "vitest";
import { job } from "@/lib/accounts/server/actor";
import { refreshAdjudications } from "@/lib/adjudication/server/refresh";
import { newId } from "@/lib/kernel/id";
import { row, rows } from "@/lib/platform/database";
import { adopting, documentOf, makeBench, rejecting, submitted, TEXT, type Bench } from "@/tests/factories/adjudication";
import { call } from "@/tests/factories/call";
import { addArticle, type TestArticle } from "@/tests/factories/world";
import { emptyBeforeEach } from "@/tests/support/database";

emptyBeforeEach();

let bench: Bench, second: TestArticle, at: string;
beforeEach(async () => {
  bench = await makeBench(2);
  at = `/projects/${bench.projectId}`;
  second = await addArticle(bench.projectId, `Quay waits\n${TEXT.split("\n").slice(1).join("\n")}`, { kinds: { 3: "chrome" } });
  const [a, b] = bench.annotators;
  await submitted(bench, a!, [{ quote: "had dithered" }, { quote: "in short supply" }]);
  await submitted(bench, b!, [{ quote: "had dithered" }, { quote: "in short supply" }]);
  await submitted(bench, a!, [{ quote: "had dithered", target: 1 }, { quote: "In Short Supply".toLowerCase() }], second);
  await submitted(bench, b!, [{ quote: "had dithered", target: 2 }], second);
});

const queue = async (query = "", who = bench.reviewer) => (await call(who, "GET", `${at}/adjudication?${query}`)).body;
const titles = async (query: string): Promise<string[]> => ((await queue(query))["items"] as { articleId: string }[]).map(({ articleId }) => (articleId === second.articleId ? "second" : "first"));

describe("the queue", () => {
  it("has the articles with the least agreement first, with what is open", async () => {
    const found = await queue();
    expect(found["items"].map((one: Record<string, unknown>) => [one["articleId"], one["agreement"], one["clusters"], one["unanimous"], one["undecided"], one["annotators"], one["state"]])).toEqual([
      [second.articleId, 0, 2, 0, 2, 2, "open"],
      [bench.article.articleId, 1, 2, 2, 2, 2, "open"],
    ]);
    expect(found["totals"]).toEqual({ articles: 2, settled: 0, reopened: 0, undecided: 4 });
    expect(await titles("sort=age")).toEqual(["first", "second"]);
  });

  it("is filtered by target, label, state, pair, gap and by what is one's own", async () => {
    const pair = bench.annotators.map(({ memberId }) => memberId).join(",");
    expect([await titles(`target=${bench.targets[2]}`), await titles("label=critical"), await titles("state=unanimous"), await titles(`pair=${pair}`)]).toEqual([["second"], ["second", "first"], ["first"], ["second"]]);
    expect([await titles("gap=true"), await titles("mine=true")]).toEqual([[], []]);
    await call(bench.reviewer, "POST", `${bench.at}/claim`);
    const { clusters } = await documentOf(bench);
    await call(bench.reviewer, "POST", `${bench.at}/decisions`, rejecting(clusters[0]!, { reason: "codebook_gap" }));
    expect([await titles("gap=true"), await titles("mine=true")]).toEqual([["first"], ["first"]]);
    await rows("UPDATE project SET hide_annotators = true WHERE id = $1", [bench.projectId]);
    expect((await call(bench.reviewer, "GET", `${at}/adjudication?pair=${pair}`)).status).toBe(422);
    expect((await call(bench.lead, "GET", `${at}/adjudication?pair=${pair}`)).status).toBe(200);
  });

  it("goes on where a page ended", async () => {
    await queue();
    const first = await queue(`cursor=0~${second.articleId}`);
    expect(first["items"].map((one: { articleId: string }) => one.articleId)).toEqual([bench.article.articleId]);
    expect((await call(bench.reviewer, "GET", `${at}/adjudication?cursor=nowhere`)).status).toBe(422);
  });

  it("is brought up to date by the worker, and leaves what is up to date alone", async () => {
    let now = 0;
    expect(await refreshAdjudications(job(), () => now++)).toBe(2);
    expect(await refreshAdjudications(job(), () => now++)).toBe(0);
    await rows("UPDATE target SET merged_into_id = $2, version = version + 1 WHERE id = $1", [bench.targets[2], bench.targets[1]]);
    expect(await refreshAdjudications(job(), () => now++)).toBe(2);
    expect(await row("SELECT unanimous FROM adjudication WHERE article_id = $1", [second.articleId])).toEqual({ unanimous: 1 });
  });
});

describe("applying a decision to similar ones", () => {
  it("previews the same words about the same target elsewhere, and decides the chosen", async () => {
    const { clusters } = await documentOf(bench);
    const [, supply] = clusters;
    const path = `${bench.at}/clusters/${supply!.key}/similar`;
    expect((await call(bench.reviewer, "GET", path)).body["reason"]).toBe("undecided");
    await call(bench.reviewer, "POST", `${bench.at}/decisions`, adopting(supply!, 0, { method: "edited", from: [], reason: "edge_case", note: "Weighed.", settled: [{ ...adopting(supply!).settled[0], framing: "neutral" }] }));
    const found = (await call(bench.reviewer, "GET", path)).body;
    expect(found["items"].map((one: Record<string, unknown>) => [one["articleId"], one["quote"], one["state"]])).toEqual([[second.articleId, "in short supply", "only_some"]]);
    const chosen = { clusters: found["items"].map(({ articleId, spans }: Record<string, unknown>) => ({ articleId, spans })) };
    const op = newId();
    const done = await call(bench.reviewer, "POST", path, chosen, { op });
    expect([done.status, done.body["refused"], done.body["decisions"].map((one: Record<string, unknown>) => one["method"])]).toEqual([201, [], ["similar"]]);
    expect((await call(bench.reviewer, "POST", path, chosen, { op })).body["decisions"]).toEqual(done.body["decisions"]);
    expect((await call(bench.reviewer, "POST", path, chosen)).body["refused"]).toHaveLength(0);
    expect((await documentOf(bench, bench.reviewer, `${at}/articles/${second.articleId}`)).clusters[1]!.decision!.settled[0]!.framing).toBe("neutral");
  });
});

describe("a corrected text", () => {
  const correct = async (text: string) => {
    const { version } = (await row<{ version: number }>("SELECT version FROM article WHERE id = $1", [bench.article.articleId]))!;
    const made = await call(bench.lead, "POST", `${bench.at}/revisions`, { version, text, blocks: [{ ordinal: 3, kind: "chrome" }] });
    if (made.status >= 300) throw new Error(made.text);
  };

  it("takes settled marks along to their new places, and reopens what is no more", async () => {
    const { clusters, adjudication: _ } = await documentOf(bench);
    for (const cluster of clusters) await call(bench.reviewer, "POST", `${bench.at}/decisions`, adopting(cluster));
    const { adjudication } = await documentOf(bench);
    expect((await call(bench.reviewer, "POST", `${bench.at}/settle`, { version: adjudication.version })).status).toBe(200);
    await correct(TEXT.replace("The port company", "On Friday the port company"));
    const moved = await documentOf(bench);
    expect([moved.adjudication.state, moved.clusters.map(({ decision }) => decision?.settled[0]?.parts[0]?.quote)]).toEqual(["settled", ["had dithered", "in short supply"]]);
    expect(moved.clusters[0]!.decision!.settled[0]!.parts[0]!.start).toBe(clusters[0]!.start + 10);
    await correct(TEXT.replace("Patience is in short supply on Tallow Street.", "Nobody knows what the first winter in seven years will bring to all these streets."));
    const after = await documentOf(bench);
    expect([after.adjudication.state, after.clusters.length]).toEqual(["open", 1]);
    const history = (await call(bench.reviewer, "GET", `${bench.at}/decisions`)).body["items"] as Record<string, unknown>[];
    expect(history[0]).toMatchObject({ outcome: "reopened", by: null, note: expect.stringContaining("corrected") });
    expect(await row("SELECT count(*)::int AS n FROM settled_span")).toEqual({ n: 2 });
  });
});
