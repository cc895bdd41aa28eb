import { readFileSync } from "node:fs";
import { beforeEach, describe, expect, it } from "vitest";
import { rows } from "@/lib/platform/database";
import { call } from "@/tests/factories/call";
import { addMember, makeProject, type TestMember } from "@/tests/factories/world";
import { emptyBeforeEach } from "@/tests/support/database";
import { parseCsv } from "@/tests/support/parse-csv";

emptyBeforeEach();
type Mention = { articleId: string; start: number; end: number; quote: string; told: string; block: number; from?: string | null };
type Fact = { key: string; subject: string; a: Mention; b: Mention; compatible: boolean; words: string[]; verdict: { id: string; verdict: string; version: number } | null };
type Article = { id: string; revisionId: string };
const { articles } = JSON.parse(readFileSync("tests/fixtures/compare/timeline-glassworks.json", "utf8")) as { articles: { id: string; language: string; publishedOn: string; text: string }[] };

let lead: TestMember, annotator: TestMember, set: string;
const api = (method: string, path: string, body?: object, who = lead) => call(who, method, `/projects/${lead.projectId}${path}`, body);
const read = async () => (await api("GET", `/compare/${set}/timeline`)).body as unknown as { articles: Article[]; times: Mention[]; figures: Mention[]; facts: Fact[] };
const move = (facts: Fact[]): Fact => facts.find(({ a, b }) => [a, b].some(({ quote }) => quote === "Between 1968 and 1971") && [a, b].some(({ told }) => told.startsWith("It moved")))!;

beforeEach(async () => {
  const projectId = await makeProject();
  [lead, annotator] = [await addMember(projectId, "coordinator"), await addMember(projectId, "annotator")];
  const ids: string[] = [];
  for (const { id, text, language, publishedOn } of articles) {
    const made = await api("POST", "/articles", { text, language, publishedOn, outletName: `The ${id}` });
    expect(made.status, made.text).toBe(201);
    ids.push(made.body["id"] as string);
  }
  set = (await api("POST", "/article-sets", { name: "The fire at the glassworks", articleIds: ids })).body["id"] as string;
});

describe("the timeline of a set", () => {
  it("names times and figures with their sentences and blocks, and proposes facts of which nobody said anything", async () => {
    const { times, figures, facts } = await read();
    expect(times.length).toBeGreaterThan(15);
    expect(figures.length).toBeGreaterThan(8);
    for (const one of [...times, ...figures]) expect(one.told).toContain(one.quote);
    expect(times.find(({ quote }) => quote === "Between 1968 and 1971")?.block).toBe(4);
    expect(move(facts)).toMatchObject({ subject: "time", compatible: false, verdict: null });
    expect(facts.every(({ verdict }) => verdict === null)).toBe(true);
  });

  it("calls a pair a conflict once a person did, and no more once that is taken back", async () => {
    const { facts, articles: told } = await read();
    const fact = move(facts);
    const place = ({ articleId, start, end }: Mention) => ({ articleId, revisionId: told.find(({ id }) => id === articleId)!.revisionId, start, end });
    const said = await api("POST", "/compare/verdicts", { subject: "fact", a: place(fact.a), b: place(fact.b), verdict: "conflict", note: "Five years apart." });
    expect(said.status, said.text).toBe(201);
    const conflict = move((await read()).facts);
    expect(conflict.verdict).toMatchObject({ verdict: "conflict", note: "Five years apart.", memberId: lead.memberId });
    await api("DELETE", `/compare/verdicts/${conflict.verdict!.id}`, { version: conflict.verdict!.version });
    expect(move((await read()).facts).verdict).toBeNull();
  });

  it("keeps what a person said of two places that nothing proposes", async () => {
    const { times, articles: told, facts } = await read();
    const [a, b] = [times.find(({ quote }) => quote === "1920s")!, times.find(({ told: sentence, quote }) => quote === "last year" && sentence.includes("bottles"))!];
    expect(facts.some((fact) => [fact.a, fact.b].some(({ quote }) => quote === "1920s"))).toBe(false);
    const place = ({ articleId, start, end }: Mention) => ({ articleId, revisionId: told.find(({ id }) => id === articleId)!.revisionId, start, end });
    expect((await api("POST", "/compare/verdicts", { subject: "fact", a: place(a), b: place(b), verdict: "different" })).status).toBe(201);
    expect((await read()).facts.find((fact) => [fact.a, fact.b].some(({ quote }) => quote === "1920s"))).toMatchObject({ words: [], verdict: { verdict: "different" } });
  });

  it("names nothing of page chrome or a byline", async () => {
    const { articles: told, times } = await read();
    const tern = told[2]!.id;
    expect(times.some(({ quote, articleId }) => articleId === tern && quote === "1920s")).toBe(true);
    await rows("UPDATE block SET kind = 'chrome' WHERE project_id = $1 AND revision_id = $2 AND ordinal = 1", [lead.projectId, told[2]!.revisionId]);
    expect((await read()).times.some(({ quote, articleId }) => articleId === tern && quote === "1920s")).toBe(false);
  });

  it("is nothing to an annotator before the reveal", async () => {
    const path = `/compare/${set}/timeline`;
    for (const format of ["", ".csv", ".svg", ".png"]) expect((await api("GET", path + format, undefined, annotator)).status).toBe(404);
    expect((await api("POST", "/compare/verdicts", {}, annotator)).status).toBe(403);
  });

  it("comes as a table with every time, figure and fact, and as a drawing", async () => {
    const { times, figures, facts } = await read();
    const csv = await api("GET", `/compare/${set}/timeline.csv`);
    const records = parseCsv(csv.text.replace(/^\uFEFF/u, "")).filter((record) => !record[0]!.startsWith("#"));
    expect(records[0]!.slice(0, 3)).toEqual(["row", "article_id", "article"]);
    expect(records.slice(1).map(([row]) => row).filter((row) => row === "time")).toHaveLength(times.length);
    expect(records).toHaveLength(1 + times.length + figures.length + facts.length);
    const svg = await api("GET", `/compare/${set}/timeline.svg`);
    expect(svg.text).toContain("<title id=\"title\">Timeline: The fire at the glassworks</title>");
    expect((await api("GET", `/compare/${set}/timeline.png`)).headers.get("content-type")).toBe("image/png");
  });
});
