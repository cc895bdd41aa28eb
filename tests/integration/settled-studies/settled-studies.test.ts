import { beforeEach, expect, it } from "vitest";
import { refreshStale } from "@/lib/adjudication/server/refresh";
import { memberOf } from "@/lib/accounts/server/actor";
import { invariant } from "@/lib/kernel/errors";
import { row, rows } from "@/lib/platform/database";
import { DEFAULT_STANCE } from "@/lib/stance/choice";
import { lookUpMentions } from "@/lib/stance/server/mentions";
import { readNamesPending } from "@/lib/stance/server/names-pending";
import { readSums } from "@/lib/stance/server/sums";
import { checkData } from "@/scripts/check/run";
import { type Answer, call } from "@/tests/factories/call";
import { addMember, addOutlet, addTarget, makeProject, type TestMember } from "@/tests/factories/world";
import { emptyBeforeEach } from "@/tests/support/database";

emptyBeforeEach();

// An invented study: one event in two outlets; the second article has no mark and is evidence of nothing but itself.
const FIRST = "Pier shut for good\n\nThe town shut the pier without a word.\n\n“A disgrace,” said Ada Holm. The mayor’s men did their best.";
const SECOND = ["The pier closed on Monday.", "It will be missed."];
const at = (quote: string) => ({ start: FIRST.indexOf(quote), end: FIRST.indexOf(quote) + quote.length, quote });
const SPANS = [
  { parts: [at("shut the pier"), at("without a word")], target: "The town", framing: "critical", voice: "own", device: "words" },
  { parts: [at("A disgrace")], target: "The town", framing: "critical", voice: "quoted", speaker: "Ada Holm", device: "words" },
  { parts: [at("did their best")], target: "Mayor", framing: "advocacy", voice: "own", directness: "indirect", note: "Through his men." },
];
const ARTICLES = [
  { key: "p-1", text: FIRST, outlet: "The Daily Tern", language: "en", publishedOn: "2024-05-09", url: "https://tern.example/pier", event: "The pier", spans: SPANS, judgements: [{ target: "The town", value: -1 }] },
  { key: "p-2", title: "Pier closed", paragraphs: SECOND, outlet: "Quay Standard", event: "The pier", spans: [{ parts: [{ start: 13, end: 21, quote: "The pier" }], target: "Mayor", framing: "neutral", voice: "own" }] },
];
const jsonl = (articles: object[] = ARTICLES): string => articles.map((one) => JSON.stringify(one)).join("\n");

let project: string, lead: TestMember;
const load = (body: object = { jsonl: jsonl() }, what = ""): Promise<Answer> => call(lead, "POST", `/projects/${project}/settled-studies${what}`, body);
const TABLES = ["article", "member", "target", "outlet", "article_set", "article_set_item", "assignment", "adjudication", "decision", "settled_span", "settled_part", "speaker", "rollup_article", "rollup_mark"];
const counts = async () => Object.fromEntries(await Promise.all(TABLES.map(async (table) => [table, (await row<{ n: number }>(`SELECT count(*)::int AS n FROM ${table} WHERE project_id = $1`, [project]))?.n])));
async function actor() {
  const { member } = await memberOf({ session: lead.session, address: "" }, project);
  invariant(member, "the lead is a member");
  return member;
}
beforeEach(async () => {
  project = await makeProject();
  lead = await addMember(project, "coordinator");
});

it("says what a study would bring and writes nothing, then brings it, settled and without annotators", async () => {
  const tern = await addOutlet(project, "The Daily Tern");
  const before = await counts();
  const expected = { articles: { made: 2, known: 0 }, outlets: ["Quay Standard"], targets: ["The town", "Mayor"], events: ["The pier"], spans: 4, judgements: 1 };
  expect(await load(undefined, "/check")).toMatchObject({ status: 200, body: expected });
  expect(await counts()).toEqual(before);
  expect(await load()).toMatchObject({ status: 201, body: expected });
  expect(await counts()).toMatchObject({ article: 2, member: 1, target: 2, outlet: 2, article_set: 1, article_set_item: 2, assignment: 0, adjudication: 2, decision: 7, settled_span: 4, settled_part: 5, speaker: 1 });
  expect(await rows(
    `SELECT ar.external_key AS key, t.name AS target, z.framing, z.voice, k.name AS speaker, z.directness, z.device, z.note, d.method, d.start_offset AS s, d.end_offset AS e, m.id AS by, j.state, (SELECT string_agg(p.quote, ' … ' ORDER BY p.ordinal) FROM settled_part p WHERE p.settled_span_id = z.id) AS quote
     FROM settled_span z JOIN decision d ON d.id = z.decision_id JOIN article ar ON ar.id = z.article_id JOIN target t ON t.id = z.target_id JOIN adjudication j ON j.article_id = ar.id JOIN member m ON m.id = d.member_id LEFT JOIN speaker k ON k.id = z.speaker_id WHERE z.project_id = $1 ORDER BY 1, d.number`,
    [project],
  )).toEqual([
    { key: "p-1", target: "The town", framing: "critical", voice: "own", speaker: null, directness: "direct", device: "words", note: "", method: "added", s: at("shut the pier").start, e: at("without a word").end, by: lead.memberId, state: "settled", quote: "shut the pier … without a word" },
    { key: "p-1", target: "The town", framing: "critical", voice: "quoted", speaker: "Ada Holm", directness: "direct", device: "words", note: "", method: "added", s: at("A disgrace").start, e: at("A disgrace").end, by: lead.memberId, state: "settled", quote: "A disgrace" },
    { key: "p-1", target: "Mayor", framing: "advocacy", voice: "own", speaker: null, directness: "indirect", device: null, note: "Through his men.", method: "added", s: at("did their best").start, e: at("did their best").end, by: lead.memberId, state: "settled", quote: "did their best" },
    { key: "p-2", target: "Mayor", framing: "neutral", voice: "own", speaker: null, directness: "direct", device: null, note: "", method: "added", s: 13, e: 21, by: lead.memberId, state: "settled", quote: "The pier" },
  ]);
  const { groups } = await readSums(await actor(), DEFAULT_STANCE);
  const own = groups.map(({ groupId, targetId, works, sharedWorks, settledArticles, annotatorIds, own: moments }) => ({ tern: groupId === tern, targetId, works, sharedWorks, settledArticles, annotatorIds, mean: moments?.mean }));
  const ids = new Map((await rows<{ name: string; id: string }>("SELECT name, id FROM target WHERE project_id = $1", [project])).map(({ name, id }) => [name, id]));
  const rest = { works: 1, sharedWorks: 1, settledArticles: 1, annotatorIds: [] };
  // Indirect marks are not in the default figure; that the article has one about the mayor makes it address him.
  expect(own).toHaveLength(3);
  expect(own).toEqual(expect.arrayContaining([{ tern: true, targetId: ids.get("The town"), mean: -1, ...rest }, { tern: true, targetId: ids.get("Mayor"), mean: 0, ...rest }, { tern: false, targetId: ids.get("Mayor"), mean: 0, ...rest }]));
  expect(await checkData(process.env["DATABASE_URL"] ?? "")).toEqual([]);
});

it("stays settled when adjudications are looked through, also where an article was changed since", async () => {
  await load();
  const member = await actor();
  expect(await refreshStale(member)).toBe(0);
  await rows("UPDATE article SET version = version + 1 WHERE project_id = $1", [project]);
  expect(await refreshStale(member)).toBe(2);
  expect(await rows("SELECT state, undecided FROM adjudication WHERE project_id = $1", [project])).toEqual([{ state: "settled", undecided: 0 }, { state: "settled", undecided: 0 }]);
});

it("can be opened, which takes it out of the figures, and settled again", async () => {
  await load();
  const settlement = await row<{ id: string; article: string }>("SELECT d.id, d.article_id AS article FROM decision d JOIN article ar ON ar.id = d.article_id WHERE d.project_id = $1 AND d.subject = 'article' AND ar.external_key = 'p-2'", [project]);
  expect((await call(lead, "POST", `/projects/${project}/decisions/${settlement?.id}/reopen`, {})).status).toBe(200);
  const settledArticles = async () => (await readSums(await actor(), DEFAULT_STANCE)).groups.map((one) => one.settledArticles);
  expect(await settledArticles()).toEqual([1, 1]);
  const version = (await row<{ version: number }>("SELECT version FROM adjudication WHERE project_id = $1 AND article_id = $2", [project, settlement?.article]))?.version;
  expect((await call(lead, "POST", `/projects/${project}/articles/${settlement?.article}/settle`, { version })).status).toBe(200);
  expect(await settledArticles()).toEqual([1, 1, 1]);
});

it("changes nothing the second time, and adds what a longer file holds more", async () => {
  await load();
  const once = await counts();
  expect((await load()).body).toEqual({ articles: { made: 0, known: 2 }, outlets: [], targets: [], events: [], spans: 0, judgements: 0 });
  expect(await counts()).toEqual(once);
  const more = await load({ jsonl: jsonl([...ARTICLES, { key: "p-3", text: "Pier again", event: "the pier", spans: [{ parts: [{ start: 0, end: 4, quote: "Pier" }], target: "mayor", framing: "critical" }] }]) });
  expect(more).toMatchObject({ status: 201, body: { articles: { made: 1, known: 2 }, targets: [], events: [], spans: 1 } });
  expect(await counts()).toMatchObject({ article_set: 1, article_set_item: 3, settled_span: 5 });
});

it("counts a settled article in whose body a name stands, once names are looked up, unless a mark alone addresses", async () => {
  const tern = await addOutlet(project, "The Daily Tern");
  const quiet = { key: "p-7", text: "Quiet\nThe town slept.", outlet: "The Daily Tern", spans: [] };
  await load({ jsonl: jsonl([ARTICLES[0]!, quiet]) });
  const member = await actor();
  const town = await row<{ id: string }>("SELECT id FROM target WHERE project_id = $1 AND name = 'The town'", [project]);
  const figure = async () => {
    const found = (await readSums(member, DEFAULT_STANCE)).groups.find((one) => one.groupId === tern && one.targetId === town?.id);
    return [await readNamesPending(member), found?.works, found?.own?.mean];
  };
  expect(await figure()).toEqual([2, 1, -1]);
  expect(await lookUpMentions(member)).toBe(2);
  expect(await figure()).toEqual([0, 2, -0.5]);
  await load({ jsonl: jsonl([ARTICLES[0]!, quiet]), addressedBy: "marked" });
  expect(await figure()).toEqual([0, 1, -1]);
});

it("sets focus, sampling and what addresses a target only where it is asked to", async () => {
  const settings = () => row("SELECT addressed_by, sampling FROM project WHERE id = $1", [project]);
  await load({ jsonl: jsonl(ARTICLES.slice(1)) });
  expect(await settings()).toEqual({ addressed_by: "evidence", sampling: "" });
  await load({ jsonl: jsonl(), focus: [], addressedBy: "marked", sampling: "Every article on the pier." });
  expect(await settings()).toEqual({ addressed_by: "marked", sampling: "Every article on the pier." });
  expect(await rows("SELECT name, is_focus FROM target WHERE project_id = $1 ORDER BY name", [project])).toEqual([{ name: "Mayor", is_focus: true }, { name: "The town", is_focus: false }]);
  expect((await load({ jsonl: jsonl(), focus: ["Council"] })).body).toMatchObject({ status: 422, detail: "/focus: “Council” is no target of the study." });
});

it("refuses what is wrong or contradicts the project, names line and field, and writes nothing", async () => {
  await load();
  const gone = await addTarget(project, "Council");
  await rows("UPDATE target SET archived_at = now() WHERE id = $1", [gone]);
  await rows("INSERT INTO article_set (project_id, id, name, name_key, kind) VALUES ($1, gen_random_uuid(), 'Odds', 'odds', 'other')", [project]);
  const before = await counts();
  const [first, second] = ARTICLES;
  const other = await load({ jsonl: jsonl([{ ...first, spans: SPANS.slice(1) }, { ...second, outlet: "The Daily Tern" }, { key: "p-4", text: "New", spans: [], judgements: [{ target: "Council", value: 0 }], event: "odds" }]) });
  expect([other.status, other.body["errors"].map((one: { line: number; field: string; message: string }) => `${one.line} ${one.field}: ${one.message}`)]).toEqual([
    422,
    [
      "3 target: The target “Council” is archived. Bring it back first.", "3 event: The set “Odds” of the project is none of one event.",
      expect.stringContaining("1 spans: The project has an article with the key “p-1” already, with other marks in its settled record."), expect.stringContaining("2 outlet: The project has an article with the key “p-2” already, of another outlet."),
    ],
  ]);
  const wrong = await load({ jsonl: jsonl([{ ...first, key: "p-5", spans: [{ ...SPANS[0], parts: [{ start: 0, end: 4, quote: "Quay" }] }] }]) }, "/check");
  expect([wrong.status, wrong.body["detail"]]).toEqual([422, "Line 1, spans[0].parts[0].quote: is “Quay”, but the text has “Pier” there."]);
  expect(await counts()).toEqual(before);
});

it("is for coordinators alone", async () => {
  const reviewer = await addMember(project, "reviewer");
  expect((await call(reviewer, "POST", `/projects/${project}/settled-studies`, { jsonl: jsonl() })).status).toBe(403);
});
