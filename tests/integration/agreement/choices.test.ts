import { beforeEach, describe, expect, it } from "vitest";
import { mergeLabel, renameLabel } from "@/lib/codebook/lineage";
import { rows } from "@/lib/platform/database";
import { call } from "@/tests/factories/call";
import { makeLabel, makeSet } from "@/tests/factories/labels";
import { publishChange } from "@/tests/factories/publish";
import { putSets } from "@/tests/factories/put-sets";
import { addArticle, addMember, addTarget, assign, makeProject, spanOver, type TestArticle, type TestMember } from "@/tests/factories/world";
import { truncateAll } from "@/tests/support/database";

const TEXT = "Ferries wait\nThe council bungled the closure, traders said on Friday.\nA bold mayor waved.";

let project: string, lead: TestMember, ann: TestMember, bob: TestMember, council: string, mayor: string;

type Mark = [quote: string, target: string, codes?: Record<string, unknown>];

const submit = async (who: TestMember, assignment: string): Promise<void> => {
  const [{ version } = { version: 0 }] = await rows<{ version: number }>("SELECT version FROM assignment WHERE id = $1", [assignment]);
  for (const target of [council, mayor]) await call(who, "PUT", `/projects/${project}/assignments/${assignment}/judgements/${target}`, { version: 0, value: -1 });
  expect((await call(who, "POST", `/projects/${project}/assignments/${assignment}/submit`, { version, confirmEmpty: true })).status).toBe(200);
};

async function mark(who: TestMember, assignment: string, of: TestArticle, marks: readonly Mark[]): Promise<string[]> {
  const ids: string[] = [];
  for (const [quote, target, codes] of marks) {
    const made = await call(who, "POST", `/projects/${project}/assignments/${assignment}/spans`, spanOver(of, quote, target, codes));
    expect(made.status, made.text).toBe(201);
    ids.push(made.body["id"]);
  }
  return ids;
}

async function read(who: TestMember, of: TestArticle, marks: readonly Mark[]): Promise<string> {
  const assignment = await assign(who, of);
  await mark(who, assignment, of, marks);
  await submit(who, assignment);
  return assignment;
}

async function report(query = "") {
  const { status, body, text } = await call(lead, "GET", `/projects/${project}/agreement${query}`);
  expect(status, text).toBe(200);
  return body;
}
/** Why how many assignments and marks are left out. */
const leftOut = async (query = "") => Object.fromEntries((await report(query))["leftOut"].map((one: { reason: string; assignments: number; spans: number }) => [one.reason, [one.assignments, one.spans]]));
const spans = async (query = "") => (await report(query))["counts"].spans;

beforeEach(async () => {
  await truncateAll();
  project = await makeProject();
  [lead, ann, bob] = [await addMember(project, "coordinator"), await addMember(project, "annotator"), await addMember(project, "annotator")];
  [council, mayor] = [await addTarget(project, "Council"), await addTarget(project, "Mayor")];
});

describe("which submission", () => {
  it("is the first, also after a return, unless the latest is asked for", async () => {
    const article = await addArticle(project, TEXT);
    const assignment = await read(ann, article, [["bungled", council]]);
    await read(bob, article, [["bungled", council]]);
    const [{ version } = { version: 0 }] = await rows<{ version: number }>("SELECT version FROM assignment WHERE id = $1", [assignment]);
    expect((await call(lead, "POST", `/projects/${project}/assignments/${assignment}/return`, { version, comment: "Look again." })).status).toBe(200);
    expect(await spans()).toBe(2);
    expect(await spans("?submissions=latest")).toBe(2);
    await mark(ann, assignment, article, [["bold", mayor, { framing: "advocacy" }]]);
    expect(await spans("?submissions=latest")).toBe(2);
    await submit(ann, assignment);
    expect([await spans(), await spans("?submissions=latest")]).toEqual([2, 3]);
  });
});

describe("what is left out", () => {
  it("is work of those who had seen others' marks before they submitted, not after", async () => {
    const article = await addArticle(project, TEXT);
    const [first] = [await read(ann, article, [["bungled", council]]), await read(bob, article, [["bungled", council]])];
    await rows("UPDATE assignment SET peers_seen_at = first_submitted_at + interval '1 second' WHERE id = $1", [first]);
    expect(await leftOut()).toEqual({});
    await rows("UPDATE assignment SET peers_seen_at = first_submitted_at - interval '1 second' WHERE id = $1", [first]);
    expect(await leftOut()).toEqual({ peers_seen: [1, 1], one_annotator_only: [1, 1] });
    expect(await spans("?peers=any")).toBe(2);
  });

  it("is practice, other rounds, articles with a key, archived ones, and what is not submitted", async () => {
    const [article, keyed, archived, open] = [await addArticle(project, TEXT), await addArticle(project, TEXT), await addArticle(project, TEXT), await addArticle(project, TEXT)];
    for (const one of [article, keyed, archived]) for (const who of [ann, bob]) await read(who, one, [["bungled", council]]);
    for (const who of [ann, bob]) await assign(who, open);
    await rows("INSERT INTO answer_key (project_id, article_id, revision_id, codebook_version_id, content) SELECT $1, $2, $3, (SELECT id FROM codebook_version WHERE project_id = $1), '{}'", [project, keyed.articleId, keyed.revisionId]);
    await rows("UPDATE article SET state = 'archived' WHERE id = $1", [archived.articleId]);
    expect(await leftOut()).toEqual({ not_submitted: [2, 0], key_article: [2, 2], archived: [2, 2] });
    await rows("UPDATE assignment SET round = 2 WHERE article_id = $1 AND member_id = $2", [article.articleId, ann.memberId]);
    await rows("UPDATE assignment SET phase = 'practice' WHERE article_id = $1 AND member_id = $2", [article.articleId, bob.memberId]);
    expect(await leftOut()).toMatchObject({ other_round: [1, 1], practice: [1, 1] });
    expect((await report())["headline"].figure).toEqual({ value: null, reason: "no_shared_article" });
  });

  it("is a reliability study's rest, unless phases are named", async () => {
    const [main, reliability] = [await addArticle(project, TEXT), await addArticle(project, TEXT)];
    for (const one of [main, reliability]) for (const who of [ann, bob]) await read(who, one, [["bungled", council]]);
    await rows("UPDATE assignment SET phase = 'reliability' WHERE article_id = $1", [reliability.articleId]);
    expect(await report()).toMatchObject({ phases: ["reliability"], counts: { sharedArticles: 1 }, leftOut: [{ reason: "other_phase", assignments: 2, spans: 2 }] });
    expect(await report("?phases=main,reliability")).toMatchObject({ phases: ["main", "reliability"], counts: { sharedArticles: 2 }, leftOut: [] });
  });

  it("is by hidden source what was read with it shown, also before sources were hidden", async () => {
    const [before, blind] = [await addArticle(project, TEXT), await addArticle(project, TEXT)];
    for (const who of [ann, bob]) await read(who, before, [["bungled", council]]);
    expect(await leftOut("?source=hidden")).toMatchObject({ source: [2, 2] });
    expect(await leftOut("?source=shown")).toEqual({});
    await rows("UPDATE project SET source_blind = true WHERE id = $1", [project]);
    await rows("UPDATE assignment SET source_seen_at = now()");
    for (const who of [ann, bob]) await read(who, blind, [["bungled", council]]);
    expect((await report("?source=hidden"))["counts"]).toMatchObject({ sharedArticles: 1, spans: 2 });
    expect((await report("?source=shown"))["counts"]).toMatchObject({ sharedArticles: 1, spans: 2 });
  });

  it("is a mark that began as a suggestion, where that is asked for", async () => {
    const article = await addArticle(project, TEXT);
    await read(ann, article, [["bungled", council], ["bold", mayor, { fromSuggestion: true }]]);
    await read(bob, article, []);
    expect(await leftOut("?suggestions=without")).toEqual({ suggested: [0, 1] });
  });
});

describe("a corrected text", () => {
  it("has the marks where they were anchored again, and leaves out those whose words went", async () => {
    const article = await addArticle(project, TEXT);
    await read(ann, article, [["bungled", council], ["bold", mayor]]);
    const after = async (text: string, version: number) => expect((await call(lead, "POST", `/projects/${project}/articles/${article.articleId}/revisions`, { version, text })).status).toBeLessThan(300);
    await after(TEXT.replace("Ferries wait", "Ferries wait in vain").replace("\nA bold mayor waved.", "\nThe tide came in."), 1);
    const [now] = await rows<{ id: string; text: string }>("SELECT r.id, r.text FROM article a JOIN revision r ON r.id = a.current_revision_id WHERE a.id = $1", [article.articleId]);
    await read(bob, { ...article, revisionId: now!.id, text: now!.text }, [["bungled", council, { framing: "neutral" }]]);
    const found = await report("?layer=place");
    expect(found["headline"].figure).toEqual({ value: 1 });
    expect(found["counts"]).toMatchObject({ sharedArticles: 1, spans: 2 });
    expect(found["leftOut"]).toEqual([{ reason: "older_text", assignments: 0, spans: 1 }]);
  });

  it("has marks where they were anchored whatever was chosen by hand since, and compares no work that was moved before the text was corrected again", async () => {
    const article = await addArticle(project, TEXT);
    const assignment = await read(ann, article, [["bungled", council]]);
    await read(bob, article, [["bungled", council]]);
    expect((await call(lead, "POST", `/projects/${project}/articles/${article.articleId}/revisions`, { version: 1, text: `${TEXT}\nThe tide came in.` })).status).toBeLessThan(300);
    expect(await spans()).toBe(2);
    const [{ version } = { version: 0 }] = await rows<{ version: number }>("SELECT version FROM assignment WHERE id = $1", [assignment]);
    await call(lead, "POST", `/projects/${project}/assignments/${assignment}/return`, { version, comment: "Look again." });
    const [span] = await rows<{ id: string; version: number; revision: string }>("SELECT s.id, s.version, a.current_revision_id AS revision FROM span s JOIN article a ON a.id = s.article_id WHERE s.assignment_id = $1", [assignment]);
    const [{ start } = { start: 0 }] = await rows<{ start: number }>("SELECT strpos(text, 'bungled the closure') - 1 AS start FROM revision WHERE id = $1", [span!.revision]);
    const moved = await call(ann, "PATCH", `/projects/${project}/spans/${span!.id}`, { version: span!.version, revisionId: span!.revision, parts: [{ start, end: start + 19, quote: "bungled the closure" }] });
    expect(moved.status, moved.text).toBe(200);
    expect(await report("?layer=place")).toMatchObject({ headline: { figure: { value: 1 } }, counts: { spans: 2 }, leftOut: [] });
    expect((await call(lead, "POST", `/projects/${project}/articles/${article.articleId}/revisions`, { version: 2, text: `${TEXT}\nThe tide came in again.` })).status).toBeLessThan(300);
    expect(await leftOut()).toEqual({ older_text: [1, 1], one_annotator_only: [1, 1] });
  });
});

describe("no figure", () => {
  it("is there for one annotator, nor for two who read different articles, and says why", async () => {
    const [one, two] = [await addArticle(project, TEXT), await addArticle(project, TEXT)];
    await read(ann, one, [["bungled", council]]);
    for (const layer of ["place", "framing", "judgement"]) expect((await report(`?layer=${layer}`))["headline"].figure.reason).toBe("one_annotator");
    await read(bob, two, [["bungled", council]]);
    expect((await report())["headline"].figure).toEqual({ value: null, reason: "no_shared_article" });
    expect((await report())["counts"]).toMatchObject({ articles: 2, sharedArticles: 0 });
  });
});

describe("names that changed", () => {
  it("are followed: a target merged, a label renamed and one merged away between two versions", async () => {
    const article = await addArticle(project, TEXT);
    const [loaded, charged] = [makeLabel("Loaded"), makeLabel("Charged")];
    const set = makeSet("Words", [loaded, charged]);
    await putSets(project, [set]);
    await read(ann, article, [["bungled", mayor, { labelIds: [charged.id] }], ["bold", council, { labelIds: [loaded.id] }]]);
    await read(bob, article, [["bungled", council, { labelIds: [loaded.id] }], ["bold", council, { labelIds: [charged.id] }]]);
    expect((await report(`?layer=set:${set.id}`))["headline"].figure.value).not.toBeNull();
    await publishChange(lead, (content) => renameLabel(mergeLabel(content, charged.id, loaded.id), loaded.id, "Loaded words"));
    await rows("UPDATE target SET merged_into_id = $2, version = version + 1 WHERE id = $1", [mayor, council]);
    const found = await report(`?layer=set:${set.id}`);
    expect(found["perLabel"].map((line: { name: string }) => line.name)).toEqual(["Loaded words"]);
    expect(found["headline"].figure).toEqual({ value: null, reason: "no_variation" });
    expect(found["layers"].find((line: { layer: string }) => line.layer === "target").figure).toEqual({ value: null, reason: "no_variation" });
    expect(found["targets"]).toEqual([{ id: council, name: "Council" }]);
    expect(await spans("?codebookVersion=1")).toBe(4);
    expect(await leftOut("?codebookVersion=2")).toMatchObject({ codebook_version: [2, 4] });
  });

  it("are those of today for members who left, whose submitted work stays", async () => {
    const article = await addArticle(project, TEXT);
    for (const who of [ann, bob]) await read(who, article, [["bungled", council]]);
    await rows("UPDATE member SET state = 'withdrawn', user_id = NULL, pseudonym = 'withdrawn-1', pseudonym_key = 'withdrawn-1' WHERE id = $1", [ann.memberId]);
    expect((await report())["annotators"].map((one: { name: string }) => one.name)).toContain("withdrawn-1");
    await rows("UPDATE assignment SET state = 'withdrawn' WHERE member_id = $1", [ann.memberId]);
    expect(await leftOut()).toEqual({ withdrawn_member: [1, 1], one_annotator_only: [1, 1] });
  });
});

describe("filters", () => {
  it("are by annotator, target, article, set and genre", async () => {
    const cat = await addMember(project, "annotator");
    const [one, two] = [await addArticle(project, TEXT), await addArticle(project, TEXT)];
    for (const article of [one, two]) for (const who of [ann, bob]) await read(who, article, [["bungled", council], ["bold", mayor]]);
    await read(cat, one, [["bungled", council]]);
    await rows("UPDATE article SET genre = 'opinion' WHERE id = $1", [two.articleId]);
    await rows("INSERT INTO article_set (project_id, id, name, name_key) VALUES ($1, $2, 'June', 'june')", [project, "019aa000-0000-7000-8000-00000000000a"]);
    await rows("INSERT INTO article_set_item (project_id, set_id, article_id) VALUES ($1, $2, $3)", [project, "019aa000-0000-7000-8000-00000000000a", two.articleId]);
    expect(await spans()).toBe(9);
    expect(await spans(`?annotatorIds=${ann.memberId},${cat.memberId}`)).toBe(3);
    expect(await spans(`?targetIds=${mayor}`)).toBe(4);
    expect(await spans(`?articleIds=${one.articleId}`)).toBe(5);
    expect(await spans("?genre=opinion")).toBe(4);
    expect(await spans("?articleSetId=019aa000-0000-7000-8000-00000000000a")).toBe(4);
  });

  it("give a class counts, and never a coefficient", async () => {
    await rows("UPDATE project SET kind = 'class' WHERE id = $1", [project]);
    const article = await addArticle(project, TEXT);
    for (const who of [ann, bob]) await read(who, article, [["bungled", council]]);
    expect(await report()).toEqual({ kind: "class", articles: [{ articleId: article.articleId, title: "Ferries wait", submitted: 2, spans: 2, places: 1, placesOfSeveral: 1, sameFraming: 1 }] });
    for (const path of [".csv", "/units.csv"]) expect((await call(lead, "GET", `/projects/${project}/agreement${path}`)).status).toBe(404);
  });
});
