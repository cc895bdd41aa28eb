import { beforeAll, describe, expect, it } from "vitest";
import { onBehalfOf, operator, type MemberActor } from "@/lib/accounts/server/actor";
import { refreshArticles } from "@/lib/annotations/server/rollup/refresh";
import { currentCodebook } from "@/lib/codebook/server/cached";
import { mergeLabel } from "@/lib/codebook/lineage";
import { newId } from "@/lib/kernel/id";
import { rows, transaction } from "@/lib/platform/database";
import { DEFAULT_STANCE, type StanceChoice } from "@/lib/stance/choice";
import type { PictureData } from "@/lib/stance/pictures/any";
import type { PictureName } from "@/lib/stance/pictures/picture";
import { readPictures } from "@/lib/stance/server/pictures/read-pictures";
import { call } from "@/tests/factories/call";
import { makeLabel, makeSet } from "@/tests/factories/labels";
import { putSets } from "@/tests/factories/put-sets";
import { addArticle, addMember, addOutlet, addTarget, assign, makeProject, spanOver, type TestArticle, type TestMember } from "@/tests/factories/world";
import { truncateAll } from "@/tests/support/database";

// The target's name stands in no text, so that marks alone say which articles address it.
const TEXT = "Ferries beat the town hall\nThe council bungled the closure, traders said on Friday.\nA bold mayor, they said, and a timid one.";
const CRITICAL = { framing: "critical" }, ADVOCACY = { framing: "advocacy" };

let project: string, ann: TestMember, bob: TestMember, lead: TestMember, tern: string, quay: string, fund: string;
let irony: ReturnType<typeof makeLabel>, sneer: ReturnType<typeof makeLabel>;
const articles: Record<string, TestArticle> = {};

type Mark = [quote: string, codes: Record<string, unknown>];

async function read(who: TestMember, article: TestArticle, marks: readonly Mark[]): Promise<void> {
  const path = `/projects/${project}/assignments/${await assign(who, article)}`;
  for (const [quote, codes] of marks) expect((await call(who, "POST", `${path}/spans`, spanOver(article, quote, fund, codes))).status).toBe(201);
  expect((await call(who, "POST", `${path}/submit`, { version: 1, confirmEmpty: true })).status).toBe(200);
}

const actorOf = async (who: TestMember): Promise<MemberActor> => (await onBehalfOf(operator(), project, who.memberId))!;

async function article(name: string, outletId: string | null, on: string | null, genre: string | null): Promise<TestArticle> {
  const made = await addArticle(project, TEXT, { outletId, publisherId: outletId });
  await rows("UPDATE article SET published_on = $2::date, genre = $3 WHERE id = $1", [made.articleId, on, genre]);
  return (articles[name] = made);
}

beforeAll(async () => {
  await truncateAll();
  project = await makeProject();
  [ann, bob, lead] = [await addMember(project, "annotator"), await addMember(project, "annotator"), await addMember(project, "coordinator")];
  [tern, quay, fund] = [await addOutlet(project, "The Daily Tern"), await addOutlet(project, "Quay Standard"), await addTarget(project, "Zilch fund", false)];
  [irony, sneer] = [makeLabel("Irony"), makeLabel("Sneer")];
  await putSets(project, [makeSet("Technique", [irony, sneer], { choice: "multiple" })]);
  const t1 = await article("t1", tern, "2026-03-02", "news");
  const t2 = await article("t2", tern, "2026-03-08", "news");
  const t3 = await article("t3", tern, "2026-03-16", "opinion");
  const q1 = await article("q1", quay, null, null);
  const u1 = await article("u1", null, "2026-03-02", "news");
  await article("silent", quay, "2026-03-02", "news");
  await read(ann, t1, [["bungled", { ...CRITICAL, labelIds: [irony.id] }]]);
  await read(bob, t1, [["bold", ADVOCACY]]);
  await read(ann, t2, [["bungled", { ...CRITICAL, device: "facts" }], ["timid", { ...CRITICAL, directness: "indirect" }]]);
  await read(bob, t2, [["bungled", { ...CRITICAL, labelIds: [irony.id, sneer.id] }]]);
  await read(ann, t3, [["traders said", { ...CRITICAL, voice: "quoted", attribution: "reported", speaker: "Traders" }]]);
  await read(bob, q1, [["bold", ADVOCACY], ["timid", { ...CRITICAL, voice: "quoted", attribution: "reported" }]]);
  await read(ann, u1, [["bungled", CRITICAL]]);
  await read(ann, articles["silent"]!, []);
  // Ann coded with the source hidden, Bob saw it.
  await rows("UPDATE span SET source_blind = (member_id = $2) WHERE project_id = $1", [project, ann.memberId]);
  const ids = Object.values(articles).map((one) => one.articleId);
  await transaction(async (tx) => refreshArticles(await actorOf(lead), ids, tx));
});

async function picture<Name extends PictureName>(name: Name, change: Partial<StanceChoice> = {}, who = lead, hideNames = false): Promise<{ data: PictureData[Name]; reason: string | null }> {
  const [made] = await readPictures(await actorOf(who), { choice: { ...DEFAULT_STANCE, ...change }, targetId: fund, hideNames }, [name]);
  const found = made!.picture;
  return found.value === null ? { data: null as never, reason: found.reason } : { data: found.value as PictureData[Name], reason: null };
}

describe("pictures of stance", () => {
  it("counts marks per outlet in own and quoted words, and says how many works are of unknown outlets", async () => {
    const { data } = await picture("counts");
    expect(data.rows.map(({ name, works, own, quoted }) => [name, works, own, quoted])).toEqual([
      ["Quay Standard", 1, { advocacy: 1, neutral: 0, critical: 0 }, { advocacy: 0, neutral: 0, critical: 1 }],
      ["The Daily Tern", 3, { advocacy: 1, neutral: 0, critical: 3 }, { advocacy: 0, neutral: 0, critical: 1 }],
    ]);
    expect(data.unknownWorks).toBe(1);
  });

  it("sets own words beside quoted ones over the same works", async () => {
    const { data } = await picture("voice", { voice: "quoted" });
    // The Tern's works: own 0 (Ann −1, Bob 1), −1, 0; quoted 0, 0, −1.
    expect(data.rows[1]).toMatchObject({ name: "The Daily Tern", own: { works: 3, mean: expect.closeTo(-1 / 3, 12) as number }, quoted: { works: 3, mean: expect.closeTo(-1 / 3, 12) as number }, overlap: true });
    expect(data.rows[0]).toMatchObject({ own: { works: 1, mean: null, points: [{ value: 1 }] }, quoted: { points: [{ value: -1 }] } });
  });

  it("names who is quoted, whatever voice was chosen, and quotations without a name apart", async () => {
    const { data } = await picture("speakers");
    expect(data.rows.map(({ name, works, top, rest, unnamed }) => [name, works, top.map((one) => [one.name, one.works, one.counts.critical]), rest, unnamed?.counts.critical ?? null])).toEqual([
      ["Quay Standard", 1, [], null, 1], ["The Daily Tern", 1, [["Traders", 1, 1]], null, null],
    ]);
  });

  it("splits by week, with the works that have no day beside it", async () => {
    const { data } = await picture("time");
    expect([data.unit, data.starts, data.undatedArticles]).toEqual(["week", ["2026-03-02", "2026-03-09", "2026-03-16"], 1]);
    expect(data.rows.map((row) => [row.name, row.undatedWorks, row.buckets.map((bucket) => [bucket.start, bucket.mean.points.map((point) => point.value).sort()])])).toEqual([["Quay Standard", 1, []], ["The Daily Tern", 0, [["2026-03-02", [-1, 0]], ["2026-03-16", [0]]]]]);
  });

  it("splits by genre", async () => {
    const { data } = await picture("genre");
    expect(data.rows.map((row) => [row.name, row.genres.map((cell) => [cell.genre, cell.mean.works])])).toEqual([["Quay Standard", [[null, 1]]], ["The Daily Tern", [["news", 2], ["opinion", 1]]]]);
  });

  it("counts labels by the coders who gave them, in the chosen voice and directness, merged ones where they went", async () => {
    const cellsOf = (data: PictureData["labels"], labelId: string) => data.cells.filter((cell) => cell.labelId === labelId && cell.outletId === tern).map((cell) => [cell.value, cell.marks])[0];
    const { data } = await picture("labels");
    expect(data.outlets.map(({ name, works }) => [name, works])).toEqual([["Quay Standard", 1], ["The Daily Tern", 3]]);
    // Irony: half of work t1 (Ann), half of t2 (Bob), none of t3; facts: Ann in t2.
    expect([cellsOf(data, irony.id), cellsOf(data, sneer.id), cellsOf(data, "facts")]).toEqual([[expect.closeTo(1 / 3, 12), 2], [expect.closeTo(1 / 6, 12), 1], [expect.closeTo(1 / 6, 12), 1]]);
    expect((await picture("labels", { voice: "quoted" })).reason).toBe("no_labels");
    const codebook = await currentCodebook(await actorOf(lead));
    await rows("INSERT INTO codebook_version (project_id, id, codebook_id, number, state, content, published_at) SELECT project_id, $2, codebook_id, number + 1, 'published', $3, now() FROM codebook_version WHERE project_id = $1 AND id = $4", [project, newId(), JSON.stringify(mergeLabel(codebook.content, sneer.id, irony.id)), codebook.id]);
    const merged = (await picture("labels")).data;
    expect([cellsOf(merged, irony.id), cellsOf(merged, sneer.id)]).toEqual([[expect.closeTo(1 / 3, 12), 3], undefined]);
  });

  it("takes annotators' distances within shared articles, and hides names as letters", async () => {
    const { data } = await picture("annotators");
    expect(data.cells.map((cell) => [cell.annotatorId === ann.memberId ? "ann" : "bob", cell.outletId, cell.works, cell.mean])).toEqual([["ann", null, 2, -0.5], ["ann", tern, 2, -0.5], ["bob", null, 2, 0.5], ["bob", tern, 2, 0.5]]);
    expect(data.severity.value?.shifts.reduce((sum, one) => sum + one.shift, 0)).toBeCloseTo(0, 12);
    expect((await picture("annotators", {}, lead, true)).data.annotators.map((one) => one.name)).toEqual(["A", "B"]);
    expect((await picture("annotators", { genre: "opinion" })).reason).toBe("no_overlap");
  });

  it("compares work coded with the source hidden and shown, within works coded both ways", async () => {
    const { data } = await picture("masthead");
    expect(data.rows.map((row) => [row.name, row.hidden.works, row.shown.works, row.difference?.kind ?? null, [...(row.difference?.points ?? [])].sort()])).toEqual([["Quay Standard", 0, 1, null, []], ["The Daily Tern", 3, 2, "paired", [0, 2]]]);
    expect((await picture("masthead", { source: "hidden" })).reason).toBe("condition_chosen");
    expect((await picture("masthead", { genre: "opinion" })).reason).toBe("one_condition");
  });

  it("has no picture of words for judgements, nor of anything where no work is left", async () => {
    for (const name of ["counts", "voice", "speakers", "labels"] as const) expect((await picture(name, { measured: "judgements" })).reason).toBe("marks_only");
    for (const name of ["counts", "voice", "time", "genre", "labels", "annotators", "masthead"] as const) expect((await picture(name, { from: "2027-01-01" })).reason).toBe("no_works");
    expect((await picture("speakers", { from: "2027-01-01" })).reason).toBe("no_quotes");
  });

  it("shows nothing to an annotator before the reveal, and in a class to no pupil ever", async () => {
    await expect(picture("counts", {}, ann)).rejects.toMatchObject({ code: "not_found" });
    await rows("UPDATE project SET kind = 'class', revealed_at = now() WHERE id = $1", [project]);
    await expect(picture("counts", {}, ann)).rejects.toMatchObject({ code: "not_found" });
    expect((await picture("annotators")).reason).toBeNull();
  });

  it("has nothing under a target that the project does not have", async () => {
    await expect(readPictures(await actorOf(lead), { choice: DEFAULT_STANCE, targetId: newId(), hideNames: false }, ["time"])).rejects.toMatchObject({ code: "not_found" });
  });
});
