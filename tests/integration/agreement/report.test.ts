import { beforeAll, describe, expect, it } from "vitest";
import { rows } from "@/lib/platform/database";
import { call } from "@/tests/factories/call";
import { addArticle, addMember, addTarget, assign, makeProject, spanOver, type TestArticle, type TestMember } from "@/tests/factories/world";
import { truncateAll } from "@/tests/support/database";

const TEXT = "Ferries wait\nThe council bungled the closure, traders said on Friday.\nYou may also like: a bold mayor";

let project: string, lead: TestMember, ann: TestMember, bob: TestMember, observer: TestMember, council: string, mayor: string;
let article: TestArticle, silent: TestArticle;

type Mark = [quote: string, target: string, codes?: Record<string, unknown>];

async function read(who: TestMember, of: TestArticle, marks: Mark[]): Promise<string> {
  const id = await assign(who, of);
  const path = `/projects/${project}/assignments/${id}`;
  for (const [quote, target, codes] of marks) expect((await call(who, "POST", `${path}/spans`, spanOver(of, quote, target, codes))).status).toBe(201);
  for (const target of [council, mayor]) await call(who, "PUT", `${path}/judgements/${target}`, { version: 0, value: -1 });
  expect((await call(who, "POST", `${path}/submit`, { version: 1, confirmEmpty: true })).status).toBe(200);
  return id;
}

const ask = (query = "", who: TestMember = lead) => call(who, "GET", `/projects/${project}/agreement${query}`);

beforeAll(async () => {
  await truncateAll();
  project = await makeProject();
  [lead, ann, bob, observer] = [await addMember(project, "coordinator"), await addMember(project, "annotator"), await addMember(project, "annotator"), await addMember(project, "observer")];
  [council, mayor] = [await addTarget(project, "Council"), await addTarget(project, "Mayor")];
  article = await addArticle(project, TEXT, { kinds: { 2: "chrome" } });
  silent = await addArticle(project, "Nothing happens\nThe tide came in.");
  await read(ann, article, [["bungled", council], ["traders said", mayor, { framing: "neutral" }]]);
  await read(bob, article, [["council bungled", council, { framing: "neutral" }]]);
  await read(ann, silent, []);
  await read(bob, silent, []);
});

describe("the report", () => {
  it("has places and framings of the articles that two submitted, the body without chrome as length", async () => {
    const { status, body } = await ask();
    expect(status).toBe(200);
    expect(body).toMatchObject({ kind: "report", counts: { articles: 2, sharedArticles: 2, works: 2, continua: 2, spans: 3, submissions: 4 }, phases: ["pilot", "reliability", "main"] });
    const place = body["layers"].find((line: { layer: string }) => line.layer === "place");
    // 12 + 56 and 15 + 17 code points can be marked.
    expect(place).toMatchObject({ coefficient: "bar_u_alpha", unit: "character", units: 12 + 56 + 15 + 17, spans: 3, articles: 2, annotators: 2 });
    expect(body["headline"]).toMatchObject({ coefficient: "cu_alpha", level: "ordinal", unit: "marked_character", units: 7, figure: { value: expect.any(Number) } });
  });

  it.each(["place", "framing", "target", "voice", "device", "judgement"])("has every part for the layer %s", async (layer) => {
    const { status, body } = await ask(`?layer=${layer}`);
    expect(status).toBe(200);
    expect(body["headline"].key).toBe(layer);
    expect(body["pairs"]).toHaveLength(1);
    expect(body["weeks"]).toHaveLength(1);
    expect(body["causes"].map((cause: { kind: string; passages: number }) => [cause.kind, cause.passages])).toEqual([["only_some", 1], ["framing", 1]]);
    if (layer === "framing") expect(body["confusion"].counts).toEqual([[0, 1, 0], [1, 0, 0], [0, 0, 0]]);
    if (layer === "judgement") expect(body["headline"].figure).toEqual({ value: null, reason: "no_variation" });
  });

  it("is computed from the same snapshot as its data version, and anew when anything changed", async () => {
    const before = (await ask()).body["dataVersion"];
    expect((await ask()).body["dataVersion"]).toBe(before);
    await rows("UPDATE target SET name = 'Town council', version = version + 1 WHERE id = $1", [council]);
    const after = (await ask()).body;
    expect(after["dataVersion"]).not.toBe(before);
    expect(after["targets"][0].name).toBe("Town council");
  });

  it("is for coordinators, reviewers and observers", async () => {
    expect((await ask("", observer)).status).toBe(200);
    for (const path of ["", "/choices", ".csv", "/units.csv"]) expect((await ask(path, ann)).status).toBe(403);
  });

  it.each([
    ["?layer=mood", "/layer"], ["?layer=voice&level=ordinal", "/level"], ["?annotatorIds=x", "/annotatorIds"], ["?annotatorIds=019aa000-0000-7000-8000-000000000000", "/annotatorIds"],
    ["?seed=abc", "/seed"], ["?round=0", "/round"], ["?colour=red", ""], ["?codebookVersion=9", "/codebookVersion"], ["?layer=set:019aa000-0000-7000-8000-000000000000", "/layer"],
  ])("refuses %s, and names the place", async (query, place) => {
    const { status, body } = await ask(query);
    expect(status).toBe(422);
    expect(body["errors"][0].path).toContain(place);
  });

  it("gives tables, and what can be chosen", async () => {
    const csv = await ask(".csv");
    expect(csv.text.split("\r\n")[0]).toContain("part,key,name");
    const units = await ask("/units.csv");
    expect(units.text.trim().split("\r\n")).toHaveLength(1 + 4 + 3 + 8);
    expect((await ask("/choices")).body).toMatchObject({ annotators: [{ id: ann.memberId, submitted: 2 }, { id: bob.memberId, submitted: 2 }], phases: [{ phase: "main", submitted: 4 }], rounds: [1], codebookVersions: [1] });
    await rows("INSERT INTO article_set (project_id, id, name, name_key) VALUES ($1, '019aa000-0000-7000-8000-00000000000b', 'June', 'june')", [project]);
    expect((await ask("/choices")).body).toMatchObject({ articleSets: [{ name: "June", articles: 0 }] });
  });
});

