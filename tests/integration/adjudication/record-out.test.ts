import { beforeEach, describe, expect, it } from "vitest";
import { rows } from "@/lib/platform/database";
import { adopting, documentOf, makeBench, rejecting, submitted, type Bench } from "@/tests/factories/adjudication";
import { call } from "@/tests/factories/call";
import { addArticle, addMember, addOutlet, assign, type TestMember } from "@/tests/factories/world";
import { emptyBeforeEach } from "@/tests/support/database";
import { parseCsv } from "@/tests/support/parse-csv";

emptyBeforeEach();

let bench: Bench;
const out = (who: TestMember, file: string) => call(who, "GET", `/projects/${bench.projectId}/export/${file}`);
const table = async (who: TestMember, file: string): Promise<Record<string, string>[]> => {
  const [head, ...lines] = parseCsv((await out(who, file)).text.replace(/^\uFEFF/u, ""));
  return lines.map((line) => Object.fromEntries(head!.map((name, i) => [name, line[i] ?? ""])));
};
const decide = (wish: object) => call(bench.reviewer, "POST", `${bench.at}/decisions`, wish);

beforeEach(async () => {
  bench = await makeBench(2);
  await submitted(bench, bench.annotators[0]!, [{ quote: "the town hall had dithered" }, { quote: "in short supply" }]);
  await submitted(bench, bench.annotators[1]!, [{ quote: "town hall had dithered", framing: "neutral" }]);
  const { clusters } = await documentOf(bench);
  expect([(await decide(adopting(clusters[0]!, 0))).status, (await decide(rejecting(clusters[1]!, { reason: "edge_case" }))).status]).toEqual([201, 201]);
});

describe("the settled record", () => {
  it("leaves in the columns of spans with the decision behind each, and the decisions as a history", async () => {
    const [settled, ...more] = await table(bench.lead, "settled.csv");
    expect(more).toEqual([]);
    expect(settled).toMatchObject({ quote: "the town hall had dithered", target: "Town council", framing: "critical", annotator: "", confidence: "", phase: "", decision_method: "adopted", decision_reason: "", adjudication_state: "open", decided_by: expect.stringContaining("reviewer") });
    expect(settled!["from_spans"]!.split("|")).toHaveLength(2);
    const line = JSON.parse((await out(bench.lead, "settled.jsonl")).text);
    expect(line).toMatchObject({ spanId: settled!["span_id"], decisionId: settled!["decision_id"], parts: [{ quote: "the town hall had dithered", status: "exact" }] });
    expect(Object.keys(line)).not.toContain("annotator");
    const decisions = await table(bench.lead, "decisions.csv");
    expect(decisions.map((one) => [one["number"], one["outcome"], one["method"], one["reason"], one["replaced_by"]])).toEqual([["1", "settled", "adopted", "", ""], ["2", "rejected", "rejected", "edge_case", ""]]);
    expect(decisions[0]!["settled_span_ids"]).toBe(settled!["span_id"]);
  });

  it("drops what another decision took the place of, and the history keeps both", async () => {
    const { clusters } = await documentOf(bench);
    expect((await decide(adopting(clusters[0]!, 1))).status).toBe(201);
    expect((await table(bench.lead, "settled.csv")).map((one) => one["quote"])).toEqual(["town hall had dithered"]);
    const decisions = await table(bench.lead, "decisions.csv");
    expect([decisions.length, decisions[0]!["replaced_by"]]).toEqual([3, decisions[2]!["decision_id"]]);
  });

  it("is nothing to annotators before the reveal, whatever is decided, and everybody's after it", async () => {
    const files = ["settled.csv", "settled.jsonl", "decisions.csv"];
    for (const file of files) expect([(await out(bench.annotators[0]!, file)).status, (await out(bench.annotators[0]!, file)).text]).toEqual([200, expect.not.stringMatching(/dithered|adopted|edge_case/u)]);
    const { version } = (await call(bench.lead, "GET", `/projects/${bench.projectId}`)).body;
    expect((await call(bench.lead, "POST", `/projects/${bench.projectId}/reveal`, { version })).status).toBe(200);
    expect([(await table(bench.annotators[0]!, "settled.csv")).length, (await table(bench.annotators[0]!, "decisions.csv")).length]).toEqual([1, 2]);
  });

  it("says nowhere whose marks were upheld", async () => {
    for (const who of [bench.lead, bench.reviewer]) for (const file of ["settled.csv", "settled.jsonl", "decisions.csv"]) expect((await out(who, file)).text).not.toMatch(/upheld/iu);
  });
});

describe("suggestions from the settled record", () => {
  const HERE = "Ferry diary\nReaders know that the town hall had dithered, and patience was in short supply.";
  let assignment: string, newcomer: TestMember;
  const suggested = async () => (await call(newcomer, "GET", `/projects/${bench.projectId}/assignments/${assignment}/suggestions`)).body["items"];
  const settle = (state: "open" | "settled") => rows(`UPDATE adjudication SET state = $2, settled_at = CASE WHEN $2 = 'settled' THEN now() END WHERE project_id = $1`, [bench.projectId, state]);
  const allow = () => rows("UPDATE project SET suggest_settled = true WHERE id = $1", [bench.projectId]);

  beforeEach(async () => {
    newcomer = await addMember(bench.projectId, "annotator");
    assignment = await assign(newcomer, await addArticle(bench.projectId, HERE));
  });

  it("come only where the project allows it, and only from articles that are settled", async () => {
    await settle("settled");
    expect(await suggested()).toEqual([]);
    await allow();
    expect(await suggested()).toMatchObject([{ quote: "the town hall had dithered", framing: "critical", n: 0, settled: 1, others: [] }]);
    await settle("open");
    expect(await suggested()).toEqual([]);
  });

  it("depend on decisions only: other marks of the same article change nothing", async () => {
    await allow();
    await settle("settled");
    const before = JSON.stringify(await suggested());
    await rows("UPDATE span SET framing = 'neutral', note = 'a peer''s secret' WHERE project_id = $1", [bench.projectId]);
    expect(JSON.stringify(await suggested())).toBe(before);
  });

  it("never come from the article itself, nor from what was replaced", async () => {
    await allow();
    await settle("settled");
    const own = await assign(newcomer, bench.article);
    expect((await call(newcomer, "GET", `/projects/${bench.projectId}/assignments/${own}/suggestions`)).body["items"]).toEqual([]);
    await settle("open");
    const { clusters } = await documentOf(bench);
    await decide(rejecting(clusters[0]!));
    await settle("settled");
    expect(await suggested()).toEqual([]);
  });

  it("match what is shown to whom the source is hidden from", async () => {
    await allow();
    await settle("settled");
    const outlet = await addOutlet(bench.projectId, "The Town Hall");
    await rows("UPDATE article SET outlet_id = $2 WHERE project_id = $1", [bench.projectId, outlet]);
    await rows("UPDATE project SET source_blind = true WHERE id = $1", [bench.projectId]);
    expect(await suggested()).toEqual([]);
  });
});
