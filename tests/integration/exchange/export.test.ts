import { beforeEach, describe, expect, it } from "vitest";
import { sessionCookie } from "@/lib/accounts/server/credential";
import { api } from "@/lib/api/app";
import { undefuse } from "@/lib/exchange/csv";
import { newId } from "@/lib/kernel/id";
import { rows } from "@/lib/platform/database";
import { type Answer, call } from "@/tests/factories/call";
import { addArticle, addMember, addOutlet, addTarget, assign, makeProject, spanOver, type TestArticle, type TestMember } from "@/tests/factories/world";
import { emptyBeforeEach } from "@/tests/support/database";
import { parseCsv } from "@/tests/support/parse-csv";

emptyBeforeEach();

const TEXT = "=SUM(A1) 🌉 dithers\n@mayor said “yes, no”\n+1 for the 👩🏽‍🚒 crew, e\u0301tude\nسلام بر شما";
let project: string, ann: TestMember, bob: TestMember, coordinator: TestMember, article: TestArticle, target: string, mine: string, theirs: string;

const url = (file: string) => `/projects/${project}/export/${file}`;
const jsonl = async (who: TestMember) => (await call(who, "GET", url("spans.jsonl"))).text.split("\n").filter((line) => line !== "").map((line) => JSON.parse(line) as Answer["body"]);
async function csv(who: TestMember, file = "spans.csv"): Promise<Record<string, string>[]> {
  const { text } = await call(who, "GET", url(file));
  const [head = [], ...records] = parseCsv(text);
  return records.map((record) => Object.fromEntries(head.map((name, i) => [name, record[i] ?? ""])));
}
const mark = async (who: TestMember, assignment: string, quote: string, more: Record<string, unknown> = {}): Promise<string> => {
  const span = spanOver(article, quote, target, more);
  expect((await call(who, "POST", `/projects/${project}/assignments/${assignment}/spans`, span)).status).toBe(201);
  return span.id;
};
async function finish(who: TestMember, assignment: string): Promise<void> {
  await call(who, "PUT", `/projects/${project}/assignments/${assignment}/judgements/${target}`, { version: 0, value: -2 });
  expect((await call(who, "POST", `/projects/${project}/assignments/${assignment}/submit`, { version: 1, confirmEmpty: true })).status).toBe(200);
}

beforeEach(async () => {
  project = await makeProject({ name: "=Bridge study" });
  [ann, bob, coordinator] = [await addMember(project, "annotator"), await addMember(project, "annotator"), await addMember(project, "coordinator")];
  await rows("UPDATE member SET pseudonym = '@annotator' WHERE id = $1", [ann.memberId]);
  article = await addArticle(project, TEXT, { outletId: await addOutlet(project, "-Tern"), publisherId: await addOutlet(project, "＝Quay") });
  target = await addTarget(project, "+Council");
  [mine, theirs] = [await assign(ann, article), await assign(bob, article)];
});

describe("exported spans", () => {
  it("stand at their offsets in code points, in both forms, with text of every kind", async () => {
    for (const quote of ["=SUM(A1)", "🌉 dithers", "@mayor", "“yes, no”", "+1 for the 👩🏽‍🚒 crew", "e\u0301tude", "سلام"]) await mark(ann, mine, quote, { note: "=2+2\r\n\tline" });
    await finish(ann, mine);
    const [lines, records] = [await jsonl(coordinator), await csv(coordinator)];
    expect([lines.length, records.length]).toEqual([7, 7]);
    const letters = [...TEXT];
    for (const line of lines)
      for (const part of line["parts"]) {
        expect(letters.slice(part.start, part.end).join("")).toBe(part.quote);
        expect(letters.slice(Math.max(0, part.start - 32), part.start).join("")).toBe(part.prefix);
        expect(letters.slice(part.end, part.end + 32).join("")).toBe(part.suffix);
      }
    for (const record of records) {
      expect(letters.slice(Number(record["start"]), Number(record["end"])).join("")).toBe(undefuse(record["quote"] ?? ""));
      expect(undefuse(record["note"] ?? "")).toBe("=2+2\r\n\tline");
      expect([record["annotator"], record["outlet"], record["publisher"], record["target"]]).toEqual(["'@annotator", "'-Tern", "'＝Quay", "'+Council"]);
      expect(record["title"]).toBe("'=SUM(A1) 🌉 dithers");
    }
  });

  it("hold what was said and how it was made", async () => {
    const id = await mark(ann, mine, "dithers", { framing: "critical", voice: "quoted", attribution: "reported", speaker: "Ana Núñez", device: "words", directness: "indirect", confidence: 2 });
    await finish(ann, mine);
    const [stored] = await rows<{ sha: string }>("SELECT encode(sha256, 'hex') AS sha FROM revision");
    expect((await jsonl(coordinator))[0]).toMatchObject({
      spanId: id, version: 1, annotator: "@annotator", target: "+Council", framing: "critical", voice: "quoted", attribution: "reported", speaker: "Ana Núñez", directness: "indirect", device: "words", confidence: 2, labels: [],
      articleId: article.articleId, outlet: "-Tern", publisher: "＝Quay", textSha256: stored?.sha, textCodePoints: [...TEXT].length, sourceBlind: false, peersSeen: false, fromSuggestion: false,
      codebookVersion: 1, phase: "main", round: 1, assignmentState: "submitted", createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/u),
    });
    expect((await csv(coordinator))[0]).toMatchObject({ span_id: id, part: "1", parts: "1", confidence: "2", source_blind: "false", codebook_version: "1", round: "1" });
  });

  it("have one row per part in CSV, one line in JSON", async () => {
    const parts = [spanOver(article, "dithers", target).parts[0], spanOver(article, "said", target).parts[0]];
    await mark(ann, mine, "dithers", { parts });
    await finish(ann, mine);
    expect((await jsonl(coordinator)).map((line) => line["parts"].length)).toEqual([2]);
    expect((await csv(coordinator)).map((one) => [one["part"], one["parts"], one["quote"]])).toEqual([["1", "2", "dithers"], ["2", "2", "said"]]);
  });

  it("never name a person: no name, login or e-mail anywhere", async () => {
    await rows("UPDATE app_user SET email = 'ann@example.org', login = 'ann-login' WHERE id = $1", [ann.userId]);
    await mark(ann, mine, "dithers");
    await finish(ann, mine);
    for (const file of ["spans.jsonl", "spans.csv", "judgements.csv"]) expect((await call(coordinator, "GET", url(file))).text).not.toMatch(new RegExp(`${ann.name}|${ann.userId}|ann@example|ann-login`, "u"));
  });
});

describe("whose spans", () => {
  it("are one's own before the reveal, and everybody's submitted ones after it", async () => {
    const [own, gone] = [await mark(ann, mine, "dithers"), await mark(ann, mine, "mayor")];
    await call(ann, "DELETE", `/projects/${project}/spans/${gone}`, { version: 1 });
    const peer = await mark(bob, theirs, "crew");
    const ids = async (who: TestMember) => (await jsonl(who)).map((line) => line["spanId"]);
    expect([await ids(ann), await ids(coordinator)]).toEqual([[own], []]);
    await finish(bob, theirs);
    expect([await ids(ann), await ids(coordinator)]).toEqual([[own], [peer]]);
    expect((await csv(ann, "judgements.csv")).length).toBe(0);
    expect((await call(coordinator, "POST", `/projects/${project}/reveal`, { version: 1 })).status).toBe(200);
    expect(await ids(ann)).toEqual([own, peer].sort());
    expect((await csv(ann, "judgements.csv")).map((one) => one["judgement"])).toEqual(["-2"]);
  });
});

describe("judgements", () => {
  it("are numbers or words, and what was taken back is not there", async () => {
    await call(ann, "PUT", `/projects/${project}/assignments/${mine}/judgements/${target}`, { version: 0, value: 1 });
    await call(ann, "DELETE", `/projects/${project}/assignments/${mine}/judgements/${target}`, { version: 1 });
    expect(await csv(ann, "judgements.csv")).toEqual([]);
    await finish(bob, theirs);
    expect((await csv(coordinator, "judgements.csv"))[0]).toMatchObject({ judgement: "-2", target: "'+Council", assignment_state: "submitted", codebook_version: "1" });
  });
});

describe("the answer", () => {
  it("is a download with the project's name, and an empty project gives the first line alone", async () => {
    const answer = await call(coordinator, "GET", url("spans.csv"));
    expect(answer.headers.get("content-disposition")).toBe(`attachment; filename="Bridge-study-spans.csv"; filename*=UTF-8''Bridge-study-spans.csv`);
    expect([answer.headers.get("content-type"), answer.headers.get("cache-control")]).toEqual(["text/csv; charset=utf-8; header=present", "private, no-store"]);
    // Reading an answer as text drops the byte order mark, so the bytes are looked at.
    const bytes = await api.request(`http://localhost/api/v1${url("spans.csv")}`, { headers: { host: "localhost", cookie: `${sessionCookie()}=${coordinator.session}` } });
    expect([...new Uint8Array(await bytes.arrayBuffer()).slice(0, 7)]).toEqual([0xef, 0xbb, 0xbf, ...Buffer.from("span")]);
    expect(answer.text).toMatch(/^span_id,part,[a-z_,0-9]+\r\n$/u);
    expect((await call(coordinator, "GET", url("spans.jsonl"))).text).toBe("");
  });
});

describe("ten thousand spans", () => {
  it("come in pages, each once, in the order of their ids", async () => {
    const [version] = await rows<{ id: string }>("SELECT id FROM codebook_version");
    const ids = Array.from({ length: 10_000 }, () => newId());
    await rows(
      `INSERT INTO span (project_id, id, assignment_id, article_id, member_id, target_id, codebook_version_id, framing, voice, directness)
       SELECT $1, x.id, $2, $3, $4, $5, $6, 'critical', 'own', 'direct' FROM unnest($7::uuid[]) AS x(id)`,
      [project, mine, article.articleId, ann.memberId, target, version?.id, ids],
    );
    await rows("INSERT INTO span_part (project_id, span_id, revision_id, ordinal, start_offset, end_offset, quote) SELECT $1, x.id, $2, 1, 0, 8, '=SUM(A1)' FROM unnest($3::uuid[]) AS x(id)", [project, article.revisionId, ids]);
    const lines = await jsonl(ann);
    expect(lines.map((line) => line["spanId"])).toEqual([...ids].sort());
    const records = await csv(ann);
    expect(records.length).toBe(10_000);
    expect(records.every((one) => one["quote"] === "'=SUM(A1)")).toBe(true);
  });
});
