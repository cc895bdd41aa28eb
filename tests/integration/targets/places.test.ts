import * as fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { hitFinder } from "@/lib/codebook/target-names";
import { MAY_HOLD, needlesOf } from "@/lib/codebook/server/name-texts";
import { row, rows } from "@/lib/platform/database";
import { call } from "@/tests/factories/call";
import { addArticle, addMember, assign, makeProject, type TestArticle, type TestMember } from "@/tests/factories/world";
import { emptyBeforeEach } from "@/tests/support/database";
import { line } from "@/tests/unit/text/arbitraries";

emptyBeforeEach();
let lead: TestMember, ann: TestMember, base: string;
beforeEach(async () => {
  lead = await addMember(await makeProject(), "coordinator");
  ann = await addMember(lead.projectId, "annotator");
  base = `/projects/${lead.projectId}`;
});
const add = async (name: string, aliases: object[] = []) => (await call(lead, "POST", `${base}/targets`, { name, aliases, isFocus: false })).body["id"] as string;
type Body = { items: { articleId: string; title: string; hits: number }[]; next: string | null };
async function pages(path: string, limit: number): Promise<Body["items"]> {
  const all: Body["items"] = [];
  for (let after = ""; ; ) {
    const page = (await call(lead, "GET", `${path}?limit=${limit}${after}`)).body as Body;
    all.push(...page.items);
    if (page.next === null) return all;
    after = `&after=${page.next}`;
  }
}

describe("where the names of a target stand", () => {
  it("is found in every article, in the order they came, with places and the words around them", async () => {
    const id = await add("Harbour guild", [{ alias: "HG" }, { alias: "the group", isAmbiguous: true }]);
    await add("Harbour guild of Quay");
    const first = await addArticle(lead.projectId, "Harbour\u00a0guild walks\nBy the harbour guild\n“The HG”, not the harbour guild of Quay.\nThe group left.\nHG HG", { kinds: { 1: "byline", 4: "chrome" } });
    await addArticle(lead.projectId, "Nobody\nnothing here");
    const third = await addArticle(lead.projectId, "Ｈａｒｂｏｕｒ guild again\nThe Har\u00adbour GUILD and the group.");
    const { body } = await call(lead, "GET", `${base}/targets/${id}/hits`);
    expect(body).toMatchObject({ target: { name: "Harbour guild" }, names: [{ name: "Harbour guild", isAmbiguous: false, also: [] }, { name: "HG" }, { name: "the group", isAmbiguous: true }], looked: 3, of: 3, next: null });
    expect(body["items"]).toMatchObject([
      { articleId: first.articleId, title: "Harbour\u00a0guild walks", certain: 2, doubtful: 0, snippets: [{ start: 0, end: 13, words: "Harbour\u00a0guild" }, { words: "HG", before: "“The ", after: "”, not the harbour guild of Quay." }] },
      { articleId: third.articleId, certain: 2, snippets: [{ words: "Ｈａｒｂｏｕｒ guild" }, { words: "Har\u00adbour GUILD" }] },
    ]);
    const asked = (await call(lead, "GET", `${base}/targets/${id}/hits?ambiguous=true`)).body;
    expect(asked["items"].map((one: { certain: number; doubtful: number }) => [one.certain, one.doubtful])).toEqual([[2, 1], [2, 1]]);
    expect(asked["items"][1].snippets[2]).toMatchObject({ words: "the group", needsLook: true });
    expect((await pages(`${base}/targets/${id}/hits`, 1)).map((one) => one.articleId)).toEqual([first.articleId, third.articleId]);
  });

  it("includes the names of what was merged into it, and leaves out archived articles", async () => {
    const [id, front] = [await add("Guild"), await add("Front")];
    const article = await addArticle(lead.projectId, "One\nThe front came.");
    await addArticle(lead.projectId, "Two\nThe guild came.");
    await rows("UPDATE article SET state = 'archived' WHERE project_id = $1 AND title = 'Two'", [lead.projectId]);
    await call(lead, "POST", `${base}/targets/${front}/merge`, { version: 1, intoId: id });
    for (const asked of [id, front]) expect((await call(lead, "GET", `${base}/targets/${asked}/hits`)).body).toMatchObject({ target: { id }, items: [{ articleId: article.articleId, certain: 1 }], of: 1 });
  });

  it("is never certain for a name that another target has as an ambiguous one", async () => {
    const id = await add("Group");
    await add("Guild", [{ alias: "group", isAmbiguous: true }]);
    await addArticle(lead.projectId, "One\nThe group came.");
    expect((await call(lead, "GET", `${base}/targets/${id}/hits`)).body).toMatchObject({ items: [], names: [{ name: "Group", isAmbiguous: true, also: ["Guild"] }] });
    expect((await call(lead, "GET", `${base}/targets/${id}/hits?ambiguous=true`)).body).toMatchObject({ items: [{ certain: 0, doubtful: 1 }] });
  });

  it("is for those who see all articles, of their own project", async () => {
    const id = await add("Guild");
    const path = `${base}/targets/${id}/hits`;
    const foreign = await addMember(await makeProject(), "coordinator");
    expect((await call(null, "GET", path)).status).toBe(401);
    expect((await call(foreign, "GET", path)).status).toBe(404);
    expect((await call(foreign, "GET", `/projects/${foreign.projectId}/targets/${id}/hits`)).status).toBe(404);
    expect((await call(ann, "GET", path)).status).toBe(403);
    expect((await call(ann, "GET", `${base}/targets/${id}/finished`)).status).toBe(403);
    expect((await call(await addMember(lead.projectId, "reviewer"), "GET", path)).status).toBe(200);
    for (const wrong of ["?after=x", "?limit=0", "?ambiguous=maybe"]) expect((await call(lead, "GET", path + wrong)).status).toBe(422);
  });
});

describe("what the database leaves unread", () => {
  const mayHold = async (text: string, needles: string[] | null): Promise<boolean> => (await row<{ may: boolean }>(`SELECT ${MAY_HOLD("$1::text", "$2")} AS may`, [text, needles]))?.may ?? false;
  const named = (name: string) => [{ targetId: "t", target: "T", name, isAmbiguous: false }];

  it("never holds a name", async () => {
    const runs = fc.asyncProperty(fc.array(line, { maxLength: 3 }), line, fc.constantFrom("", "\u00ad", "ß", "…", "\u00a0"), async (around, name, odd) => {
      const text = [...around, name, odd].join(" ");
      if (!(await mayHold(text, needlesOf([{ name, isAmbiguous: false, also: [] }])))) expect(hitFinder(named(name), "t", false)(text)).toEqual([]);
    });
    await fc.assert(runs, { numRuns: 150 });
    const invisible = Array.from({ length: 0x110000 }, (_, point) => point).filter((point) => (point < 0xd800 || point > 0xdfff) && /\p{DI}/u.test(String.fromCodePoint(point)));
    const missed = await rows<{ point: number }>(`SELECT point FROM unnest($1::int[]) AS point WHERE NOT ${MAY_HOLD("chr(point)", "$2")}`, [invisible, ["%no such words%"]]);
    expect(missed).toEqual([]);
  });

  it("is most of what does not hold it", async () => {
    const needles = needlesOf([{ name: "Harbour guild", isAmbiguous: false, also: [] }]);
    expect(await mayHold("A plain text\u00a0with “usual” signs… and nothing – of it, café.", needles)).toBe(false);
    expect(await mayHold("The HARBOUR guild", needles)).toBe(true);
  });
});

describe("work that was finished before a target", () => {
  const finish = async (who: TestMember, article: TestArticle) => {
    const id = await assign(who, article);
    expect((await call(who, "POST", `${base}/assignments/${id}/submit`, { version: 1, confirmEmpty: true })).status).toBe(200);
    return id;
  };

  it("lists articles that name it first, then the others, and nothing that came later", async () => {
    const ben = await addMember(lead.projectId, "annotator");
    const texts = ["One\nNobody is here.", "Two\nThe guild is here, and the guild is there.", "Three\nNobody.", "Four\nThe Guild.", "Five\nThe guild again."];
    const articles: TestArticle[] = [];
    for (const text of texts) articles.push(await addArticle(lead.projectId, text));
    for (const article of articles.slice(0, 4)) await finish(ann, article);
    await finish(ben, articles[1]!);
    await rows("UPDATE assignment SET phase = 'practice' WHERE project_id = $1 AND article_id = $2", [lead.projectId, articles[3]!.articleId]);
    await assign(ben, articles[2]!);
    const made = await call(ann, "POST", `${base}/target-suggestions`, { name: "Guild" });
    const id = (await call(lead, "POST", `${base}/target-suggestions/${made.body["id"]}/accept`, { version: 1 })).body["target"].id as string;
    await finish(ann, articles[4]!);
    const path = `${base}/targets/${id}/finished`;
    for (const limit of [1, 2, 50])
      expect((await pages(path, limit)).map((one) => `${one.title} ${one.hits}`)).toEqual(["Two 2", "Two 2", "One 0", "Three 0"]);
    const page = (await call(lead, "GET", path)).body;
    expect(page["items"][0]).toMatchObject({ assignmentId: expect.any(String), articleId: articles[1]!.articleId, annotator: expect.stringContaining("annotator"), phase: "main", round: 1 });
    expect((await call(lead, "GET", `${path}?after=named.x`)).status).toBe(422);
  });

  it("counts from when a name was accepted, where the target was there before", async () => {
    const id = await add("Harbour guild");
    const article = await addArticle(lead.projectId, "One\nThe HG is here.");
    await finish(ann, article);
    expect(await pages(`${base}/targets/${id}/finished`, 50)).toEqual([]);
    const made = await call(ann, "POST", `${base}/target-suggestions`, { name: "HG" });
    await call(lead, "POST", `${base}/target-suggestions/${made.body["id"]}/accept`, { version: 1, asAliasOf: id });
    expect(await pages(`${base}/targets/${id}/finished`, 50)).toMatchObject([{ title: "One", hits: 1 }]);
  });
});
