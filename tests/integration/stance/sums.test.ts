import { beforeAll, describe, expect, it } from "vitest";
import { onBehalfOf, operator, type MemberActor } from "@/lib/accounts/server/actor";
import type { AdjudicationDocument } from "@/lib/adjudication/server/document";
import { invariant } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/id";
import { rows, transaction } from "@/lib/platform/database";
import { refreshArticles } from "@/lib/annotations/server/rollup/refresh";
import { DEFAULT_STANCE, type StanceChoice } from "@/lib/stance/choice";
import { readObservations } from "@/lib/stance/server/observations";
import { readJudgementSums, readSums } from "@/lib/stance/server/sums";
import { stanceVersion } from "@/lib/stance/server/version";
import { NO_ONE } from "@/lib/stance/sums";
import { adopting, rejecting } from "@/tests/factories/adjudication";
import { call } from "@/tests/factories/call";
import { addArticle, addMember, addOutlet, addTarget, assign, makeProject, spanOver, type TestArticle, type TestMember } from "@/tests/factories/world";
import { truncateAll } from "@/tests/support/database";

const TEXT = "Ferries beat the town hall\nThe council bungled the closure, traders said on Friday.\nA bold mayor, they said, and a timid one.";

let project: string, lead: TestMember, ann: TestMember, bob: TestMember, actor: MemberActor;
let tern: string, mayor: string, council: string, first: TestArticle, second: TestArticle, stray: TestArticle;

type Mark = [quote: string, target: string, codes?: Record<string, unknown>];

async function read(who: TestMember, article: TestArticle, marks: Mark[], judgements: Record<string, unknown>): Promise<string> {
  const id = await assign(who, article);
  const path = `/projects/${project}/assignments/${id}`;
  for (const [quote, target, codes] of marks) expect((await call(who, "POST", `${path}/spans`, spanOver(article, quote, target, codes))).status).toBe(201);
  for (const target of [mayor, council]) await call(who, "PUT", `${path}/judgements/${target}`, { version: 0, value: judgements[target] ?? "not_addressed" });
  expect((await call(who, "POST", `${path}/submit`, { version: 1, confirmEmpty: true })).status).toBe(200);
  return id;
}

beforeAll(async () => {
  await truncateAll();
  project = await makeProject();
  [ann, bob, lead] = [await addMember(project, "annotator"), await addMember(project, "annotator"), await addMember(project, "coordinator")];
  tern = await addOutlet(project, "The Daily Tern");
  [mayor, council] = [await addTarget(project, "Mayor"), await addTarget(project, "Council")];
  const known = { outletId: tern, publisherId: tern };
  [first, second, stray] = [await addArticle(project, TEXT, known), await addArticle(project, `${TEXT} More.`, known), await addArticle(project, TEXT)];
  // first: Ann is critical twice and neutral once in own voice; Bob marks nothing about the council but judges it.
  await read(ann, first, [["bungled", council], ["closure", council], ["council", council, { framing: "neutral" }], ["traders said", council, { framing: "advocacy", voice: "quoted", attribution: "reported" }]], { [council]: -2 });
  await read(bob, first, [["bold", mayor, { framing: "advocacy" }], ["timid", mayor, { directness: "indirect", device: "facts" }]], { [council]: -1, [mayor]: 2 });
  // second: only Ann, who says that it is about the council and marks nothing.
  await read(ann, second, [], { [council]: "unclear" });
  await read(ann, stray, [["bungled", council]], { [council]: 0 });
  const found = await onBehalfOf(operator(), project, lead.memberId);
  invariant(found, "the coordinator is a member");
  actor = found;
});

const choice = (more: Partial<StanceChoice> = {}): StanceChoice => ({ ...DEFAULT_STANCE, ...more });
const groupOf = async (target: string, more: Partial<StanceChoice> = {}) => (await readSums(actor, choice(more))).groups.find((one) => one.targetId === target);

describe("sums over works", () => {
  it("weigh every coder of an article that addresses the target, 0 without a mark", async () => {
    const group = await groupOf(council);
    // first: (−2/3 + 0) / 2 = −1/3; second: 0, addressed by a judgement alone. Mean −1/6.
    expect(group).toMatchObject({ groupId: tern, articles: 2, works: 2, spans: 4, sharedWorks: 1, settledArticles: 0, annotatorIds: [ann.memberId, bob.memberId].sort() });
    expect(group?.counts).toEqual({ own: { advocacy: 0, neutral: 1, critical: 2 }, quoted: { advocacy: 1, neutral: 0, critical: 0 }, embedded: { advocacy: 0, neutral: 0, critical: 0 }, none: { advocacy: 0, neutral: 0, critical: 0 } });
    expect(group?.own?.mean).toBeCloseTo(-1 / 6, 12);
    expect(group?.own?.variance).toBeCloseTo(1 / 18, 12);
    // every voice: Ann (1 − 2) / 4, Bob 0 → −1/8; second 0.
    expect(group?.all?.mean).toBeCloseTo(-1 / 16, 12);
    expect(group?.points.map((one) => one.quoted).sort()).toEqual([0, 0.5]);
  });

  it("leave an article out that does not address the target, whoever read it", async () => {
    expect(await groupOf(mayor)).toMatchObject({ articles: 1, works: 1, sharedWorks: 1, own: { n: 1, mean: 0.5 } });
  });

  it("list works of unknown outlet by themselves", async () => {
    const { singles, singleWorks } = await readSums(actor, choice());
    expect(singleWorks).toBe(1);
    expect(singles).toEqual([expect.objectContaining({ groupId: null, workId: stray.workId, articleIds: [stray.articleId], works: 1, own: { n: 1, mean: -1, variance: 0, min: -1, max: -1 } })]);
  });

  it("take directness and device from the marks, and keep the denominator", async () => {
    expect(await groupOf(mayor, { directness: "indirect" })).toMatchObject({ articles: 1, spans: 1, own: { mean: -0.5 } });
    expect(await groupOf(mayor, { directness: "any", device: "facts" })).toMatchObject({ spans: 1, own: { mean: -0.5 } });
    expect(await groupOf(mayor, { directness: "any" })).toMatchObject({ spans: 2, own: { mean: 0 } });
    expect(await groupOf(mayor, { directness: "direct", device: "facts" })).toMatchObject({ spans: 0, own: { mean: 0 } });
  });

  it("keep by source and codebook those who coded so, and nobody where nobody did", async () => {
    expect(await groupOf(council, { source: "shown" })).toEqual(await groupOf(council));
    expect(await groupOf(council, { source: "hidden" })).toBeUndefined();
    expect(await groupOf(council, { codebookVersion: 1 })).toEqual(await groupOf(council));
    await rows("UPDATE rollup_mark SET source_blind = true WHERE coder_id = $1 AND article_id = $2", [ann.memberId, first.articleId]);
    await rows("UPDATE rollup_coder SET hidden_version_ids = shown_version_ids, shown_version_ids = '{}' WHERE coder_id = $1 AND article_id = $2", [ann.memberId, first.articleId]);
    const hidden = await groupOf(council, { source: "hidden" });
    expect(hidden).toMatchObject({ articles: 1, annotatorIds: [ann.memberId], sharedWorks: 0 });
    expect(hidden?.own?.mean).toBeCloseTo(-2 / 3, 12);
    expect(await groupOf(council, { source: "shown" })).toMatchObject({ articles: 2, own: { mean: 0 }, spans: 0 });
    await transaction((tx) => refreshArticles(actor, [first.articleId], tx));
  });

  it("narrow by genre, days and set", async () => {
    await rows("UPDATE article SET genre = 'opinion', published_on = '2024-03-02' WHERE id = $1", [second.articleId]);
    expect(await groupOf(council, { genre: "opinion" })).toMatchObject({ articles: 1, own: { mean: 0 } });
    expect(await groupOf(council, { from: "2024-03-02", to: "2024-03-02" })).toMatchObject({ articles: 1 });
    expect(await groupOf(council, { from: "2024-03-03" })).toBeUndefined();
    expect(await groupOf(council, { articleSetId: project })).toBeUndefined();
  });

  it("give judgements a scale of their own, with what is no number beside", async () => {
    const { groups, singles } = await readJudgementSums(actor, choice({ measured: "judgements" }));
    expect(groups.find((one) => one.targetId === council)).toMatchObject({ articles: 1, works: 1, judgements: 2, unclear: 1, notAddressed: 0, sharedWorks: 1, value: { n: 1, mean: -1.5 } });
    expect(singles).toMatchObject([{ workId: stray.workId, value: { mean: 0 } }]);
  });

  it("rest on what every coder made of every article", async () => {
    const seen = await readObservations(actor, choice(), { targetId: council, groupId: tern });
    expect(seen.map((one) => [one.articleId, one.coderId, one.spans]).sort()).toEqual([[first.articleId, ann.memberId, 3], [first.articleId, bob.memberId, 0], [second.articleId, ann.memberId, 0]].sort());
    const all = await readObservations(actor, choice(), { targetId: council });
    expect(all).toHaveLength(4);
    expect((await readObservations(actor, choice({ measured: "judgements" }), { targetId: council, groupId: tern })).map((one) => one.value).sort()).toEqual([-1, -2]);
  });
});

describe("the settled record", () => {
  const at = () => `/projects/${project}/articles/${first.articleId}`;
  const post = (path: string, body: object) => call(lead, "POST", `${at()}${path}`, body);

  /** Lets every mark of the article stand but the neutral one, and settles −2 for the council and +2 for the mayor. */
  async function settle(): Promise<string> {
    const { clusters } = (await call(lead, "GET", `${at()}/adjudication`)).body as AdjudicationDocument;
    for (const cluster of clusters) expect((await post("/decisions", cluster.spans[0]?.framing === "neutral" ? rejecting(cluster) : adopting(cluster))).status).toBe(201);
    for (const [targetId, value] of [[council, -2], [mayor, 2]] as const) expect((await post("/decisions", { id: newId(), subject: "judgement", targetId, outcome: "settled", method: "adopted", value })).status).toBe(201);
    const before = await call(lead, "GET", `${at()}/adjudication`);
    const done = await post("/settle", { version: before.body["adjudication"].version });
    expect([done.status, done.body["state"]], done.text).toEqual([200, "settled"]);
    return before.body["clusters"][0].decision.id;
  }

  it("counts in place of its annotators, as two of them, until it is opened again; raw figures never see it", async () => {
    const [raw, adjudicated, judged, version] = [await groupOf(council, { data: "raw" }), await groupOf(council), await readJudgementSums(actor, choice()), await stanceVersion(actor)];
    const decisionId = await settle();
    expect(await stanceVersion(actor)).not.toBe(version);
    expect(await groupOf(council, { data: "raw" })).toEqual(raw);
    // first: the record has two critical marks in own voice and one advocacy in quoted voice; second as before, Ann's.
    expect(await groupOf(council)).toMatchObject({ articles: 2, settledArticles: 1, sharedWorks: 1, spans: 3, annotatorIds: [ann.memberId], own: { mean: -0.5 }, quoted: { mean: 0.5 } });
    expect(await groupOf(mayor)).toMatchObject({ annotatorIds: [], settledArticles: 1, sharedWorks: 1, own: { mean: 1 } });
    expect((await readJudgementSums(actor, choice())).groups.find((one) => one.targetId === council)).toMatchObject({ judgements: 1, settledArticles: 1, sharedWorks: 1, value: { mean: -2 } });
    expect((await readObservations(actor, choice(), { targetId: mayor })).map((one) => [one.coderId, one.value])).toEqual([[NO_ONE, 1]]);
    expect(await groupOf(council, { source: "shown" })).toEqual(await groupOf(council, { source: "shown", data: "raw" }));
    expect((await call(lead, "POST", `/projects/${project}/decisions/${decisionId}/reopen`, { note: "" })).status).toBe(200);
    expect(await groupOf(council)).toEqual(adjudicated);
    expect(await readJudgementSums(actor, choice())).toEqual(judged);
  });
});

describe("the version of the figures", () => {
  it("moves when articles join a set and leave it", async () => {
    const path = `/projects/${project}/article-sets`;
    const made = await call(lead, "POST", path, { name: "Closure", articleIds: [first.articleId] });
    expect(made.status, made.text).toBe(201);
    const versions = [await stanceVersion(actor)];
    for (const method of ["POST", "DELETE"]) {
      expect((await call(lead, method, `${path}/${made.body["id"]}/articles`, { articleIds: [second.articleId] })).status).toBe(200);
      versions.push(await stanceVersion(actor));
    }
    expect(new Set(versions).size).toBe(3);
    expect((await call(lead, "GET", `${path}/${made.body["id"]}`)).body["version"]).toBe(made.body["version"]);
  });
});
