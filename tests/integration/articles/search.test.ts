import { beforeEach, describe, expect, it } from "vitest";
import { newId } from "@/lib/kernel/id";
import { row, rows } from "@/lib/platform/database";
import { call } from "@/tests/factories/call";
import { addMember, addTarget, assign, makeProject, type TestArticle, type TestMember } from "@/tests/factories/world";
import { emptyBeforeEach } from "@/tests/support/database";

emptyBeforeEach();
let lead: TestMember;
let base: string;
type Item = { id: string; title: string; match: { text: string; marks: { start: number; end: number }[] } | null };
const add = async (text: string, more: Record<string, unknown> = {}): Promise<string> => {
  const made = await call(lead, "POST", base, { text, ...more });
  expect(made.status, made.text).toBe(201);
  return made.body["id"] as string;
};
const find = async (query: Record<string, string>, who = lead): Promise<Item[]> => {
  const found = await call(who, "GET", `${base}?${new URLSearchParams(query)}`);
  expect(found.status, found.text).toBe(200);
  return found.body["items"] as Item[];
};
const titles = async (query: Record<string, string>, who = lead): Promise<string[]> => (await find(query, who)).map((item) => item.title).toSorted();

beforeEach(async () => {
  lead = await addMember(await makeProject(), "coordinator");
  base = `/projects/${lead.projectId}/articles`;
});

describe("a search", () => {
  it("finds bent words under the rules of each article's language, phrases and what is left out", async () => {
    await add("Ferry closed\nThe council closes two piers.", { language: "en" });
    await add("Fähre steht\nDer Rat schließt die Häfen.", { language: "de-AT" });
    await add("Council meets\nA pier opens.");
    expect(await titles({ q: "pier" })).toEqual(["Council meets", "Ferry closed"]);
    expect(await titles({ q: "closing" })).toEqual(["Ferry closed"]);
    expect(await titles({ q: "hafen" })).toEqual(["Fähre steht"]);
    expect(await titles({ q: '"council closes"' })).toEqual(["Ferry closed"]);
    expect(await titles({ q: '"closes council"' })).toEqual([]);
    expect(await titles({ q: "council -ferry" })).toEqual(["Council meets"]);
    expect(await titles({ q: "hafen or opens" })).toEqual(["Council meets", "Fähre steht"]);
    expect(await titles({ q: "the" })).toEqual([]);
  });

  it("says how many there are, shows where the words stand, and leaves page furniture out", async () => {
    await add(`Ferry\n${"Nothing of note happened at the quay. ".repeat(30)}Then the harbour board met. ${"More of that. ".repeat(30)}\nRead also: storms`, { language: "en", blocks: [{ ordinal: 2, kind: "chrome" }] });
    const [found] = await find({ q: "boards" });
    expect([...found!.match!.text].length).toBeLessThanOrEqual(160);
    expect(found!.match!.marks.map(({ start, end }) => [...found!.match!.text].slice(start, end).join(""))).toEqual(["board"]);
    expect((await call(lead, "GET", `${base}?q=boards`)).body["count"]).toEqual({ value: 1, more: false });
    expect(await find({ q: "storms" })).toEqual([]);
    expect((await find({}))[0]!.match).toBeNull();
  });

  it("finds words in scripts without spaces", async () => {
    await add("港口谈判失败\n市议会关闭了渡口。", { language: "zh" });
    expect(await titles({ q: "渡口" })).toHaveLength(1);
    expect(await titles({ q: "口渡" })).toHaveLength(0);
    expect(await titles({ targetId: await addTarget(lead.projectId, "市议会") })).toHaveLength(1);
    expect(await titles({ targetId: await addTarget(lead.projectId, "会议市") })).toHaveLength(0);
  });

  it("finds phrases far behind in a text of short words", async () => {
    await add(`Records\n${"a b c d e f ".repeat(3_000)}\nlarkmoor ferry`);
    expect(await titles({ q: '"larkmoor ferry"' })).toEqual(["Records"]);
    expect(await titles({ q: '"ferry larkmoor"' })).toEqual([]);
  });

  it("puts the best matches first, page after page, and other orders when asked", async () => {
    for (let i = 0; i < 7; i++) await add(`Report ${i}\n${"ferry ".repeat(i + 1)}${"quay ".repeat(40 - i)}`, { language: "en" });
    const first = await call(lead, "GET", `${base}?q=ferry&limit=3`);
    const rest = await call(lead, "GET", `${base}?q=ferry&limit=10&after=${first.body["next"]}`);
    const order = [...first.body["items"], ...rest.body["items"]].map((item: Item) => item.title);
    expect(order).toEqual([6, 5, 4, 3, 2, 1, 0].map((i) => `Report ${i}`));
    expect(rest.body).toMatchObject({ from: 4, next: null, previous: null });
    const oldest = await call(lead, "GET", `${base}?q=ferry&order=oldest&limit=2`);
    expect(oldest.body["items"].map((item: Item) => item.title)).toEqual(["Report 0", "Report 1"]);
    expect((await call(lead, "GET", `${base}?order=best`)).status).toBe(422);
    expect((await call(lead, "GET", `${base}?q=ferry&after=zz`)).status).toBe(422);
  });

  it("is narrowed by language, days of publication and the names of a target", async () => {
    const council = await addTarget(lead.projectId, "Council of Larkmoor");
    await rows("INSERT INTO target_alias (project_id, id, target_id, alias, alias_key, is_ambiguous) VALUES ($1, $2, $4, 'town hall', 'town hall', false), ($1, $3, $4, 'the board', 'the board', true)", [lead.projectId, newId(), newId(), council]);
    await add("One\nThe council of Larkmoor met.", { language: "en-GB", publishedOn: "2024-02-01" });
    await add("Two\nNews from the town hall.", { language: "en", publishedOn: "2024-02-05" });
    await add("Three\nThe board of the council met in Larkmoor.", { language: "de" });
    expect(await titles({ targetId: council })).toEqual(["One", "Two"]);
    expect(await titles({ targetId: council, q: "news" })).toEqual(["Two"]);
    expect(await titles({ language: "en" })).toEqual(["One", "Two"]);
    expect(await titles({ language: "en-GB" })).toEqual(["One"]);
    expect(await titles({ from: "2024-02-02" })).toEqual(["Two"]);
    expect(await titles({ from: "2024-02-01", to: "2024-02-01" })).toEqual(["One"]);
    expect(await titles({ targetId: newId() })).toEqual([]);
  });

  it("sees no other project, and for annotators only what they have", async () => {
    const one = await add("Ferry\nCouncil", { language: "en" });
    await add("Pier\nCouncil", { language: "en" });
    const coder = await addMember(lead.projectId, "annotator");
    await assign(coder, { articleId: one } as TestArticle);
    expect(await titles({ q: "council" }, coder)).toEqual(["Ferry"]);
    const elsewhere = await addMember(await makeProject(), "coordinator");
    await call(elsewhere, "POST", `/projects/${elsewhere.projectId}/articles`, { text: "Council elsewhere", language: "en" });
    expect((await call(elsewhere, "GET", `/projects/${elsewhere.projectId}/articles?q=council`)).body["count"].value).toBe(1);
  });

  it("shows the first copy that it finds for each work, not one that it leaves out", async () => {
    const text = "Ferry halted\nThe council of Larkmoor met.";
    await add(text, { language: "en", title: "As agency" });
    await add(text, { language: "en", genre: "opinion", title: "As opinion" });
    await add(text, { language: "en", genre: "opinion", title: "As opinion, later" });
    expect(await row("SELECT count(*)::int AS n FROM work")).toEqual({ n: 1 });
    expect(await titles({ onePerWork: "true", q: "ferry" })).toEqual(["As agency"]);
    expect(await titles({ onePerWork: "true", q: "ferry", genre: "opinion" })).toEqual(["As opinion"]);
  });

  it("compares the articles of the list, however many pieces of others match", async () => {
    const everywhere = await add("Records\nferry", { language: "en" });
    await rows("INSERT INTO search_chunk (project_id, article_id, ordinal, words) SELECT project_id, article_id, g, words FROM search_chunk, generate_series(1, 10500) g WHERE article_id = $1", [everywhere]);
    const one = await add("Ferry halted", { language: "en", genre: "opinion" });
    const coder = await addMember(lead.projectId, "annotator");
    await assign(coder, { articleId: one } as TestArticle);
    expect(await titles({ q: "ferry" })).toEqual(["Ferry halted", "Records"]);
    expect(await titles({ q: "ferry", genre: "opinion" })).toEqual(["Ferry halted"]);
    expect(await titles({ q: "ferry" }, coder)).toEqual(["Ferry halted"]);
  });

  it("finds every part of an enormous article, and long tokens do no harm", async () => {
    const filler = Array.from({ length: 60_000 }, (_, i) => `w${i}`).join(" ");
    await add(`Records\n${filler}\n${"x".repeat(300_000)}\nLighthouse`, { language: "en" });
    expect(await titles({ q: "lighthouse" })).toEqual(["Records"]);
    expect(await titles({ q: "w59999" })).toEqual(["Records"]);
    expect((await rows("SELECT FROM search_chunk")).length).toBeGreaterThan(3);
  });

  it("follows a change of language", async () => {
    const id = await add("Häfen\nDer Rat schließt die Häfen.");
    expect(await titles({ q: "hafen" })).toEqual([]);
    await call(lead, "PATCH", `${base}/${id}`, { version: 1, language: "de" });
    expect(await titles({ q: "hafen" })).toEqual(["Häfen"]);
  });
});
