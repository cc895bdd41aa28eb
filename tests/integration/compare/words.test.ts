import { beforeEach, describe, expect, it } from "vitest";
import { rows } from "@/lib/platform/database";
import { call } from "@/tests/factories/call";
import { addArticle, addMember, addOutlet, addTarget, assign, makeProject, spanOver, type TestArticle, type TestMember } from "@/tests/factories/world";
import { emptyBeforeEach } from "@/tests/support/database";

emptyBeforeEach();
let lead: TestMember, coder: TestMember, second: TestMember, board: string, mayor: string, tern: string, quay: string;
const at = (path: string) => `/projects/${lead.projectId}/compare/${path}`;
const words = async (query = "", who = lead) => call(who, "GET", at(`words${query}`));
const told = (body: Record<string, unknown>, outletId: string): string[] => (body["outlets"] as { id: string; told: { word: string }[] }[]).find((one) => one.id === outletId)!.told.map((word) => word.word);
const mark = async (who: TestMember, article: TestArticle, quotes: readonly string[], more: Record<string, unknown> = {}, target = board): Promise<void> => {
  const assignmentId = await assign(who, article);
  for (const quote of quotes) expect((await call(who, "POST", `/projects/${lead.projectId}/assignments/${assignmentId}/spans`, spanOver(article, quote, target, { framing: "critical", ...more }))).status).toBe(201);
  const [row] = await rows<{ version: number }>("SELECT version FROM assignment WHERE id = $1", [assignmentId]);
  expect((await call(who, "POST", `/projects/${lead.projectId}/assignments/${assignmentId}/submit`, { version: row!.version, confirmEmpty: true })).status).toBe(200);
};

beforeEach(async () => {
  lead = await addMember(await makeProject(), "coordinator");
  coder = await addMember(lead.projectId, "annotator");
  second = await addMember(lead.projectId, "annotator");
  [tern, quay] = [await addOutlet(lead.projectId, "Tern"), await addOutlet(lead.projectId, "Quay Standard")];
  [board, mayor] = [await addTarget(lead.projectId, "Harbour Board", false), await addTarget(lead.projectId, "Ines Tolk", false)];
  await rows("INSERT INTO target_alias (project_id, id, target_id, alias, alias_key, is_ambiguous) VALUES ($1, gen_random_uuid(), $2, 'HB', 'hb', false), ($1, gen_random_uuid(), $2, 'the board', 'the board', true)", [lead.projectId, board]);
});

describe("words of what coders marked", () => {
  it("are those of counted work, each place once, copies once, by outlet against outlet", async () => {
    const first = await addArticle(lead.projectId, "Pier shut\nThe board bungled the sale. It bungled the lease. A shabby deal.", { outletId: tern });
    await addArticle(lead.projectId, "Pier shut\nThe board bungled the sale. It bungled the lease. A shabby deal.", { outletId: tern, workId: first.workId });
    const other = await addArticle(lead.projectId, "Pier sold\nA shabby end. Some call it prudent, others prudent enough.", { outletId: quay });
    const nobodys = await addArticle(lead.projectId, "Pier\nThey bungled and bungled.", {});
    for (const who of [coder, second]) await mark(who, first, ["bungled the sale", "bungled the lease", "shabby deal"]);
    await mark(coder, other, ["shabby end", "prudent", "prudent enough"], { framing: "advocacy" });
    await mark(coder, nobodys, ["bungled and bungled"]);
    const { status, body } = await words();
    expect(status).toBe(200);
    expect(body["scope"]).toEqual({ set: null, works: 2, unknown: 1, cut: false });
    expect(body["outlets"].map((one: { name: string; works: number }) => [one.name, one.works])).toEqual([["Quay Standard", 1], ["Tern", 1]]);
    expect(told(body, tern)).toContain("bungled");
    expect(told(body, quay)[0]).toBe("prudent");
    expect(body["outlets"][1].told.find((word: { word: string }) => word.word === "bungled")).toMatchObject({ n: 2, others: 0 });
    expect((await words("?framing=critical")).body["outlets"].map((one: { name: string }) => one.name)).toEqual(["Tern"]);
    expect((await words(`?target=${mayor}`)).body["outlets"]).toEqual([]);
  });

  it("are the outlet's own unless all voices are asked for, and never of work that is not handed in", async () => {
    const one = await addArticle(lead.projectId, "Pier shut\nShabby, shabby deal. A quiet day.", { outletId: tern });
    const other = await addArticle(lead.projectId, "Pier sold\nA quiet end. Quiet again.", { outletId: quay });
    await mark(coder, one, ["Shabby, shabby deal"], { voice: "quoted", attribution: "direct" });
    await mark(coder, other, ["quiet end", "Quiet again"]);
    const open = await assign(second, one);
    expect((await call(second, "POST", `/projects/${lead.projectId}/assignments/${open}/spans`, spanOver(one, "quiet day", board, { framing: "critical" }))).status).toBe(201);
    expect((await words()).body["outlets"].map((outlet: { name: string }) => outlet.name)).toEqual(["Quay Standard"]);
    const all = (await words("?voice=all")).body;
    expect(told(all, tern)).toContain("shabby");
    expect(all["outlets"][1].words).toBe(3);
  });

  it("are the settled record's where an article has one", async () => {
    const one = await addArticle(lead.projectId, "Pier shut\nShabby and shabby deal.", { outletId: tern });
    const other = await addArticle(lead.projectId, "Pier sold\nQuiet, quiet end.", { outletId: quay });
    await mark(coder, one, ["Shabby and shabby"]);
    await mark(coder, other, ["Quiet, quiet"]);
    await rows("INSERT INTO adjudication (project_id, article_id, state, settled_by, settled_at) VALUES ($1, $2, 'settled', $3, now()) ON CONFLICT (project_id, article_id) DO UPDATE SET state = 'settled', settled_by = $3, settled_at = now()", [lead.projectId, one.articleId, lead.memberId]);
    expect((await words()).body["outlets"].map((outlet: { name: string }) => outlet.name)).toEqual(["Quay Standard"]);
  });
});

describe("words of whole texts, places and names", () => {
  let setId: string, article: TestArticle;
  beforeEach(async () => {
    article = await addArticle(lead.projectId, "Harbour Board out\nThe Harbour Board fled. The shabby board fled; shabby HB fled. Shabby.\nMenu shabby", { outletId: tern, kinds: { 2: "chrome" } });
    const other = await addArticle(lead.projectId, "HB stays\nThe hb stays. A prudent HB stays prudent, says Ines Tolk’s prudent aide.", { outletId: quay });
    await addArticle(lead.projectId, "Storm\nA storm, a storm, a storm.", { outletId: quay });
    setId = (await call(lead, "POST", `/projects/${lead.projectId}/article-sets`, { name: "Board", kind: "event", articleIds: [article.articleId, other.articleId] })).body["id"] as string;
  });

  it("count what stands in the set, outside chrome", async () => {
    const { body } = await words(`?basis=texts&set=${setId}`);
    expect(body["scope"]).toMatchObject({ set: { id: setId, name: "Board" }, works: 2 });
    expect(told(body, tern)).toEqual(expect.arrayContaining(["shabby", "fled"]));
    expect(told(body, quay)).toContain("prudent");
    expect(body["outlets"][1].told.find((word: { word: string }) => word.word === "shabby").n).toBe(3);
    expect(told((await words("?basis=texts")).body, quay)).toContain("storm");
  });

  it("lead to their places", async () => {
    const { body } = await call(lead, "GET", at(`words/places?basis=texts&set=${setId}&outlet=${tern}&word=shabby`));
    expect(body["items"]).toHaveLength(3);
    for (const { articleId, start, end, quote } of body["items"]) {
      expect(articleId).toBe(article.articleId);
      expect([...article.text].slice(start, end).join("")).toBe(quote);
    }
    expect(body["items"].map((place: { quote: string }) => place.quote)).toEqual(["shabby", "shabby", "Shabby"]);
  });

  it("name each target by outlet, ambiguous names apart", async () => {
    const { status, body } = await call(lead, "GET", at(`naming?set=${setId}`));
    expect(status).toBe(200);
    const of = (targetId: string, outletId: string) => body["targets"].find((one: { targetId: string }) => one.targetId === targetId).groups.find((one: { groupId: string }) => one.groupId === outletId);
    expect(of(board, tern).names.map(({ name, n, ambiguous }: { name: string; n: number; ambiguous: boolean }) => [name, n, ambiguous])).toEqual([["HB", 1, false], ["Harbour Board", 2, false]]);
    expect(of(board, quay)).toMatchObject({ total: 3 });
    expect(of(mayor, quay).names).toMatchObject([{ name: "Ines Tolk", n: 1, share: 1 }]);
  });

  it("come as files that say what they rest on", async () => {
    const csv = await call(lead, "GET", at(`words.csv?basis=texts&set=${setId}`));
    expect(csv.text).toMatch(/^# project,/);
    expect(csv.text).toContain("outlet,word,n,n_others,per_1000,per_1000_others,log_odds,z,outlet_works,outlet_words\r\n");
    expect(csv.text).toMatch(/\r\nTern,shabby,3,0,/);
    const svg = await call(lead, "GET", at(`words.svg?basis=texts&set=${setId}`));
    expect([svg.headers.get("content-type"), svg.text.includes(">shabby<")]).toEqual(["image/svg+xml; charset=utf-8", true]);
    expect((await call(lead, "GET", at(`words.png?basis=texts&set=${setId}`))).headers.get("content-type")).toBe("image/png");
    expect((await call(lead, "GET", at(`naming.csv?set=${setId}`))).text).toContain("target,name,ambiguous,outlet,n,per_1000,share,outlet_works,outlet_words\r\n");
  });

  it("are nothing for an annotator before the reveal, and of their own articles afterwards; foreign sets are not there", async () => {
    await assign(coder, article);
    for (const path of ["words", "words.csv", `words/places?outlet=${tern}&word=shabby`, "naming", "naming.csv"]) {
      const answer = await call(coder, "GET", at(path));
      expect([path, answer.status, answer.body["code"]]).toEqual([path, 404, "not_found"]);
    }
    expect((await call(lead, "POST", `/projects/${lead.projectId}/reveal`, { version: 1 })).status).toBe(200);
    expect((await words("?basis=texts", coder)).body["outlets"].map((outlet: { name: string }) => outlet.name)).toEqual(["Tern"]);
    expect((await words(`?set=${board}`)).status).toBe(404);
    expect((await words(`?target=${setId}`)).status).toBe(404);
  });
});
