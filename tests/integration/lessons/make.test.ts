import { beforeEach, describe, expect, it } from "vitest";
import { loadSample } from "@/prisma/seed/load-sample";
import { row, rows } from "@/lib/platform/database";
import { call } from "@/tests/factories/call";
import { makeLesson } from "@/tests/factories/lesson";
import { addArticle, addMember, addOutlet, makePerson, makeProject, type Person } from "@/tests/factories/world";
import { emptyBeforeEach } from "@/tests/support/database";

emptyBeforeEach();
let teacher: Person;
const make = (who: Person, wish: object) => call(who, "POST", "/lessons", { name: "8b", ...wish });
const lessonOf = async (who: Person, projectId: string) => (await call(who, "GET", `/projects/${projectId}/lesson`)).body;

beforeEach(async () => {
  teacher = await makePerson("Kim Tell");
});

describe("a lesson", () => {
  it("is made of the sample: three newspapers, two targets, forty minutes, newspapers hidden", async () => {
    await loadSample();
    const { status, body } = await make(teacher, { from: "sample" });
    expect(status).toBe(201);
    const lesson = await lessonOf(teacher, body["projectId"]);
    expect(lesson).toMatchObject({ state: "draft", sourceHidden: true, targets: [{ name: "Town council" }, { name: "Northlode Port Company" }] });
    expect(lesson["articles"].map((one: { blockOrdinals: number[] }) => one.blockOrdinals.length)).toEqual([4, 4, 4]);
    const outlets = await rows("SELECT o.name FROM lesson_article x JOIN article a ON a.project_id = x.project_id AND a.id = x.article_id JOIN outlet o ON o.project_id = a.project_id AND o.id = a.outlet_id WHERE x.project_id = $1 ORDER BY x.position", [body["projectId"]]);
    expect(outlets).toEqual([{ name: "Coastwire" }, { name: "The Daily Tern" }, { name: "Harbour Ledger" }]);
    // Other names of a newspaper would give it away in the text.
    expect((await rows<{ alias: string }>("SELECT alias FROM outlet_alias WHERE project_id = $1 ORDER BY alias", [body["projectId"]])).map((one) => one.alias)).toContain("the Tern");
    expect(await row("SELECT kind, assign_everyone AS everyone, source_blind AS hidden FROM project WHERE id = $1", [body["projectId"]])).toEqual({ kind: "class", everyone: false, hidden: true });
  });

  it("is made of articles of a project that one leads, and of no other", async () => {
    const lead = await addMember(await makeProject(), "coordinator", teacher);
    const outletId = await addOutlet(lead.projectId, "Quay Standard");
    const articles = [await addArticle(lead.projectId, "One\n\nThe board dithers.", { outletId, kinds: { 1: "quotation" } }), await addArticle(lead.projectId, "Two\n\nThe board acts.")];
    const wish = { from: "project", projectId: lead.projectId, articleIds: [articles[1]!.articleId, articles[0]!.articleId] };
    const { body } = await make(teacher, wish);
    const copies = await rows("SELECT r.text, o.name AS outlet FROM lesson_article x JOIN article a ON a.project_id = x.project_id AND a.id = x.article_id JOIN revision r ON r.project_id = a.project_id AND r.id = a.current_revision_id LEFT JOIN outlet o ON o.project_id = a.project_id AND o.id = a.outlet_id WHERE x.project_id = $1 ORDER BY x.position", [body["projectId"]]);
    expect(copies).toEqual([{ text: articles[1]!.text, outlet: null }, { text: articles[0]!.text, outlet: "Quay Standard" }]);
    expect((await row<{ kind: string }>("SELECT b.kind FROM block b JOIN revision r ON r.project_id = b.project_id AND r.id = b.revision_id WHERE b.project_id = $1 AND b.ordinal = 1 AND r.text LIKE 'One%'", [body["projectId"]]))?.kind).toBe("quotation");
    const stranger = await makePerson();
    const before = await row("SELECT count(*)::int AS n FROM project");
    expect((await make(stranger, wish)).status).toBe(404);
    expect((await make(teacher, { ...wish, articleIds: [articles[0]!.articleId, (await addArticle(await makeProject(), "Three\n\nElse.")).articleId] })).status).toBe(404);
    expect(await row("SELECT count(*)::int - 1 AS n FROM project")).toEqual(before);
  });

  it("is not made by pupils, nor without a name, nor of nothing", async () => {
    expect((await make(await makePerson("Amber Heron", "pupil"), { from: "empty" })).status).toBe(403);
    expect((await call(teacher, "POST", "/lessons", { from: "empty", name: " " })).body["errors"][0].path).toBe("/name");
    expect((await make(teacher, { from: "sample" })).status).toBe(404);
    expect((await make(teacher, { from: "project", projectId: "x", articleIds: [] })).status).toBe(422);
  });

  it("is kept as a template without its pupils, and copied for another class", async () => {
    const { projectId, teacher: lead, pupils } = await makeLesson();
    const template = (await make(lead, { from: "lesson", projectId, as: "template", name: "The bridge" })).body["projectId"];
    expect(await lessonOf(lead, template)).toMatchObject({ state: "template", event: "The bridge", articles: [{ blockOrdinals: [0, 1, 2] }, { blockOrdinals: [0, 1, 2] }], targets: [{ name: "Town hall" }] });
    expect(await rows("SELECT user_id FROM member WHERE project_id = $1", [template])).toEqual([{ user_id: lead.userId }]);
    const other = (await make(lead, { from: "lesson", projectId: template, as: "class", name: "9c" })).body["projectId"];
    expect(await lessonOf(lead, other)).toMatchObject({ state: "draft", step: null, exitQuestion: "Which word did the most work?" });
    expect((await make(pupils[0]!, { from: "lesson", projectId, as: "class" })).status).toBe(403);
    expect((await make(await makePerson(), { from: "lesson", projectId, as: "class" })).status).toBe(404);
  });

  it("follows another with the same pupils, who join nothing", async () => {
    const { projectId, teacher: lead, pupils } = await makeLesson();
    await rows("UPDATE member SET state = 'removed', removed_at = now() WHERE project_id = $1 AND id = $2", [projectId, pupils[1]!.memberId]);
    const next = (await make(lead, { from: "lesson", projectId, as: "next", name: "Week two" })).body["projectId"];
    expect((await rows("SELECT user_id, role FROM member WHERE project_id = $1 ORDER BY role", [next]))).toEqual([{ user_id: pupils[0]!.userId, role: "annotator" }, { user_id: lead.userId, role: "coordinator" }]);
    expect(await lessonOf(pupils[0]!, next)).toMatchObject({ state: "draft", articles: [], targets: [] });
  });
});
