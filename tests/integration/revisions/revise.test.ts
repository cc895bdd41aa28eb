import { beforeEach, describe, expect, it } from "vitest";
import { newId } from "@/lib/kernel/id";
import { row, rows } from "@/lib/platform/database";
import { call } from "@/tests/factories/call";
import { addArticle, addMember, addTarget, assign, makeProject, spanOver, type TestArticle, type TestMember } from "@/tests/factories/world";
import { emptyBeforeEach } from "@/tests/support/database";

emptyBeforeEach();
const TEXT = "Home\nFerries wait\nThe council bungled the closure, traders said on Friday.\nA bold mayor, they said, and a timid one.\nThe boats 🛶 ran late and the council apologised at once.\nMore ferries";
const NOW = "Home\nFerries still wait\nThe council bungled the closure, traders said on Friday.\nA bold major, they said, and a timid one.\nMore ferries";
let project: string, lead: TestMember, ann: TestMember, bob: TestMember, target: string, article: TestArticle;
const at = () => `/projects/${project}/articles/${article.articleId}`;
const revise = (text: string, version = 1, more: object = {}) => call(lead, "POST", `${at()}/revisions`, { version, text, ...more });
const mark = async (who: TestMember, assignment: string, quote: string, on = article) => {
  const made = await call(who, "POST", `/projects/${project}/assignments/${assignment}/spans`, spanOver(on, quote, target));
  expect(made.status, made.text).toBe(201);
  return made.body["id"] as string;
};
const now = async (): Promise<TestArticle> => {
  const { body } = await call(lead, "GET", at());
  return { ...article, revisionId: body["revision"].id, text: body["text"] };
};

beforeEach(async () => {
  project = await makeProject();
  [lead, ann, bob] = [await addMember(project, "coordinator"), await addMember(project, "annotator"), await addMember(project, "annotator")];
  target = await addTarget(project, "Council");
  article = await addArticle(project, TEXT, { kinds: { 0: "chrome", 1: "headline", 5: "chrome" } });
  await rows("UPDATE article SET title = 'Ferries wait'");
});

/** Marks of two annotators: one exact, one moved (its words are behind the new headline), one repaired, one orphaned. */
async function marks() {
  const [first, second] = [await assign(ann, article), await assign(bob, article)];
  const ids = { exact: await mark(ann, first, "Ferries"), moved: await mark(ann, first, "bungled the closure"), repaired: await mark(bob, second, "bold mayor"), orphaned: await mark(bob, second, "the council apologised") };
  return { first, second, ids };
}

const submitted = (id: string) => rows("UPDATE assignment SET first_submitted_at = now() WHERE id = $1", [id]);

describe("a corrected text", () => {
  it("is previewed with what would become of every mark, and nothing is stored", async () => {
    const { ids, second } = await marks();
    await submitted(second);
    const seen = await call(lead, "POST", `${at()}/revisions/preview`, { text: NOW });
    expect(seen.status, seen.text).toBe(200);
    expect(seen.body).toMatchObject({ version: 1, marks: { exact: 1, moved: 1, repaired: 1, orphaned: 1 }, key: null, title: "Ferries still wait" });
    expect(seen.body["blocks"].map((block: { kind: string }) => block.kind)).toEqual(["chrome", "headline", "paragraph", "paragraph", "chrome"]);
    expect(seen.body["items"]).toMatchObject([
      { spanId: ids.moved, open: true, outcome: "moved", before: null, after: null, target: null, annotator: null },
      { spanId: ids.repaired, open: false, outcome: "repaired", before: "bold mayor", after: "bold major", annotator: expect.stringContaining("annotator") },
      { spanId: ids.orphaned, outcome: "orphaned", before: "the council apologised", after: null, score: null },
    ]);
    expect(await rows("SELECT number FROM revision")).toEqual([{ number: 1 }]);
  });

  it("becomes a revision: text, kinds, title, counts, reading, copies and search; old parts stay and new ones stand", async () => {
    await call(lead, "PATCH", `${at()}/blocks`, { version: 1, changes: [{ ordinal: 3, kind: "quotation" }] });
    await call(lead, "PATCH", `${at()}/blocks`, { version: 2, changes: [{ ordinal: 3, kind: "paragraph" }] });
    const { ids } = await marks();
    const before = await rows("SELECT span_id, revision_id, ordinal, start_offset, quote FROM span_part ORDER BY span_id");
    const made = await revise(NOW, 3, { note: "A typo" });
    expect(made.status, made.text).toBe(201);
    expect(made.body).toMatchObject({ number: 2, version: 4, marks: { exact: 1, moved: 1, repaired: 1, orphaned: 1 } });
    const read = (await call(lead, "GET", at())).body;
    expect(read).toMatchObject({ text: NOW, title: "Ferries still wait", revision: { number: 2 }, codePoints: NOW.length, words: NOW.split(/\s+/u).length - 3 });
    expect(read["blocks"].map(({ kind, reason }: { kind: string; reason: string | null }) => `${kind} ${reason}`)).toEqual(["chrome null", "headline null", "paragraph null", "paragraph by_hand", "chrome null"]);
    expect(await rows("SELECT span_id, revision_id, ordinal, start_offset, quote FROM span_part WHERE revision_id = $1 ORDER BY span_id", [article.revisionId])).toEqual(before);
    expect(await rows("SELECT p.quote, p.status, n.outcome FROM span_anchor n LEFT JOIN span_part p ON p.span_id = n.span_id AND p.revision_id = n.revision_id ORDER BY n.outcome")).toEqual([
      { quote: "Ferries", status: "exact", outcome: "exact" },
      { quote: "bungled the closure", status: "exact", outcome: "moved" },
      { quote: null, status: null, outcome: "orphaned" },
      { quote: "bold major", status: "repaired", outcome: "repaired" },
    ]);
    expect(await rows("SELECT FROM span_part p JOIN revision r ON r.id = p.revision_id WHERE substr(r.text, p.start_offset + 1, p.end_offset - p.start_offset) <> p.quote")).toEqual([]);
    const revision = read["revision"].id;
    expect(await row("SELECT tokens <> '' AS tokens, note FROM revision WHERE id = $1", [revision])).toEqual({ tokens: true, note: "A typo" });
    expect(await row("SELECT revision_id FROM copy_print")).toEqual({ revision_id: revision });
    expect(await rows("SELECT FROM search_chunk WHERE words @@ to_tsquery('simple', 'apologised')")).toEqual([]);
    expect(ids.exact).not.toBe(ids.moved);
  });

  it("is refused when it corrects nothing, when somebody was faster, and from those who may not write articles", async () => {
    expect(await revise(TEXT)).toMatchObject({ status: 422, body: { errors: [{ path: "/text" }] } });
    expect(await revise("\u0000")).toMatchObject({ status: 422 });
    expect((await revise(NOW)).status).toBe(201);
    expect(await revise(TEXT)).toMatchObject({ status: 409, body: { current: { version: 2 } } });
    for (const who of [ann, await addMember(project, "reviewer"), await addMember(project, "observer")]) expect((await call(who, "POST", `${at()}/revisions`, { version: 2, text: TEXT })).status).toBe(403);
    const answers = await Promise.all(Array.from({ length: 6 }, (_, i) => revise(`${NOW}\n${i}`, 2)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409, 409]);
  });

  it("can be corrected again: an orphan comes back with its words", async () => {
    const { ids, second } = await marks();
    await revise(NOW);
    expect((await revise(TEXT, 2)).body).toMatchObject({ number: 3, marks: { exact: 2, moved: 1, repaired: 1, orphaned: 0 } });
    const document = await call(bob, "GET", `/projects/${project}/assignments/${second}/document`);
    expect(document.body["spans"].find((span: { id: string }) => span.id === ids.orphaned)).toMatchObject({ parts: [{ quote: "the council apologised" }] });
    expect(document.body["spans"].find((span: { id: string }) => span.id === ids.repaired)).toMatchObject({ parts: [{ quote: "bold mayor" }] });
  });
});

describe("an annotator", () => {
  it("reads the new text with the marks on it, and orphans with their old words", async () => {
    const { second, ids } = await marks();
    const standing = async () => (await call(bob, "GET", `/projects/${project}/assignments/${second}/changes`)).body["changes"];
    const before = await standing();
    await revise(NOW);
    expect(await standing()).not.toBe(before);
    const { body } = await call(bob, "GET", `/projects/${project}/assignments/${second}/document`);
    expect(body["article"].text).toBe(NOW);
    const spans = new Map(body["spans"].map((span: { id: string }) => [span.id, span]));
    expect(spans.get(ids.repaired)).toMatchObject({ parts: [{ quote: "bold major" }], version: 1 });
    expect(spans.get(ids.orphaned)).toMatchObject({ parts: [], lost: [{ quote: "the council apologised" }] });
    expect(await rows("SELECT count(*)::int AS n FROM outbox WHERE kind = 'revised'")).toEqual([{ n: 2 }]);
  });

  it("who has the old text open is told so, with the words, and nothing is stored", async () => {
    const { first, ids } = await marks();
    await revise(NOW);
    const late = await call(ann, "POST", `/projects/${project}/assignments/${first}/spans`, spanOver(article, "a timid one", target));
    expect(late).toMatchObject({ status: 409, body: { reason: "revised", detail: "The text of this article was corrected since you opened it, so “a timid one” is not marked. Load the page again and mark these words in the new text." } });
    const [part] = spanOver(article, "the closure", target).parts;
    const moved = await call(ann, "PATCH", `/projects/${project}/spans/${ids.moved}`, { version: 1, revisionId: article.revisionId, parts: [part] });
    expect(moved).toMatchObject({ status: 409, body: { reason: "revised" } });
    expect(await row("SELECT count(*)::int AS n FROM span")).toEqual({ n: 4 });
    const coded = await call(ann, "PATCH", `/projects/${project}/spans/${ids.moved}`, { version: 1, framing: "advocacy" });
    expect(coded).toMatchObject({ status: 200, body: { framing: "advocacy", parts: [{ quote: "bungled the closure" }] } });
    expect(coded.body["parts"][0].start).toBe((await now()).text.indexOf("bungled"));
  });

  it("gives an orphan other words, and it stands again", async () => {
    const { second, ids } = await marks();
    await revise(NOW);
    const on = await now();
    const again = await call(bob, "PATCH", `/projects/${project}/spans/${ids.orphaned}`, { version: 1, revisionId: on.revisionId, parts: spanOver(on, "and a timid one", target).parts });
    expect(again, again.text).toMatchObject({ status: 200, body: { parts: [{ quote: "and a timid one" }] } });
    const { body } = await call(bob, "GET", `/projects/${project}/assignments/${second}/document`);
    expect(body["spans"].find((span: { id: string }) => span.id === ids.orphaned)).not.toHaveProperty("lost");
  });

  it("keeps what was submitted: its state, its stored content, and its figures without orphans", async () => {
    const { second } = await marks();
    const path = `/projects/${project}/assignments/${second}`;
    await call(bob, "PUT", `${path}/judgements/${target}`, { version: 0, value: -1 });
    expect((await call(bob, "POST", `${path}/submit`, { version: 2 })).status).toBe(200);
    const content = await row("SELECT content FROM submission");
    expect(await rows("SELECT own_critical AS critical FROM rollup_article")).toEqual([{ critical: 2 }]);
    await revise(NOW);
    expect(await row("SELECT state FROM assignment WHERE id = $1", [second])).toEqual({ state: "submitted" });
    expect(await row("SELECT content FROM submission")).toEqual(content);
    expect(await rows("SELECT own_critical AS critical FROM rollup_article")).toEqual([{ critical: 1 }]);
    const lines = (await call(lead, "GET", `/projects/${project}/export/spans.jsonl`)).text.trim().split("\n").map((line) => JSON.parse(line));
    expect(lines.map((span) => [span.revision, span.parts[0].status]).sort()).toEqual([[1, "orphaned"], [2, "repaired"]]);
  });

  it("who saw only the old text submits nothing; orphans mark nothing, and stay in what is submitted", async () => {
    const assignment = await assign(bob, article);
    const path = `/projects/${project}/assignments/${assignment}`;
    const orphan = await mark(bob, assignment, "the council apologised");
    await call(bob, "PUT", `${path}/judgements/${target}`, { version: 0, value: -1 });
    const submit = (version: number, more: object = {}) => call(bob, "POST", `${path}/submit`, { version, ...more });
    const version = async () => (await call(bob, "GET", `${path}/document`)).body["assignment"].version as number;
    const seen = await version();
    await revise(NOW);
    for (const stale of [seen, 1]) expect(await submit(stale, { confirmEmpty: true })).toMatchObject({ status: 409, body: { reason: "revised" } });
    expect(await submit(await version())).toMatchObject({ status: 409, body: { reason: "no_spans" } });
    expect((await submit(await version(), { confirmEmpty: true })).status).toBe(200);
    expect((await row<{ spans: unknown }>("SELECT content -> 'spans' AS spans FROM submission"))!.spans).toMatchObject([{ id: orphan, orphaned: true, revisionId: article.revisionId, parts: [{ quote: "the council apologised" }] }]);
  });

  it("with numbered blocks keeps these blocks", async () => {
    const assignment = await assign(ann, article);
    await rows("UPDATE assignment SET block_ordinals = '{2,4}' WHERE id = $1", [assignment]);
    const text = `A line before\n${NOW}`;
    expect((await call(lead, "POST", `${at()}/revisions/preview`, { text })).body["lostBlocks"]).toEqual([4]);
    expect((await revise(text)).body["lostBlocks"]).toEqual([4]);
    expect(await row("SELECT block_ordinals AS o FROM assignment")).toEqual({ o: [3] });
  });
});

describe("the report", () => {
  it("sums up to the marks, tells old and new words, and comes as CSV", async () => {
    const { first: open, second } = await marks();
    await submitted(second);
    const gone = await mark(ann, (await row<{ id: string }>("SELECT id FROM assignment WHERE member_id = $1", [ann.memberId]))!.id, "ran late");
    await call(ann, "DELETE", `/projects/${project}/spans/${gone}`, { version: 1 });
    const made = await revise(NOW, 1, { note: "A typo" });
    const history = await call(lead, "GET", `${at()}/revisions`);
    expect(history.body["items"]).toMatchObject([{ number: 2, note: "A typo", current: true, marks: { exact: 1, moved: 1, repaired: 1, orphaned: 1 }, by: expect.stringContaining("coordinator") }, { number: 1, current: false, marks: { exact: 0, moved: 0, repaired: 0, orphaned: 0 } }]);
    const report = await call(lead, "GET", `${at()}/revisions/${made.body["id"]}`);
    expect(report.body["items"].map((one: { before: string | null; after: string | null }) => [one.before, one.after]).sort()).toEqual([[null, null], ["bold mayor", "bold major"], ["the council apologised", null]]);
    const first = await call(lead, "GET", `${at()}/revisions/${made.body["id"]}?limit=2`);
    const rest = await call(lead, "GET", `${at()}/revisions/${made.body["id"]}?limit=2&after=${first.body["next"]}`);
    expect([...first.body["items"], ...rest.body["items"]]).toEqual(report.body["items"]);
    const csv = await call(lead, "GET", `${at()}/revisions/${made.body["id"]}/report.csv`);
    expect(csv.text.split("\r\n").filter((line) => line !== "")).toHaveLength(1 + 4);
    for (const secret of ["bungled", "Ferries"]) expect(csv.text + report.text).not.toContain(secret);
    await submitted(open);
    expect((await call(lead, "GET", `${at()}/revisions/${made.body["id"]}/report.csv`)).text).toContain("bungled the closure");
    const diff = await call(lead, "GET", `${at()}/revisions/${made.body["id"]}/diff`);
    expect(diff.body["paragraphs"].map((one: { is: string }) => one.is)).toEqual(["same", "edited", "same", "edited", "gone", "same"]);
  });

  it("is for those who see everybody's work, and never for annotators", async () => {
    await marks();
    const made = await revise(NOW);
    const reviewer = await addMember(project, "reviewer");
    for (const path of ["", `/${made.body["id"]}`, `/${made.body["id"]}/diff`, `/${made.body["id"]}/report.csv`]) {
      expect((await call(reviewer, "GET", `${at()}/revisions${path}`)).status).toBe(200);
      expect((await call(ann, "GET", `${at()}/revisions${path}`)).status).toBe(403);
    }
    expect((await call(lead, "GET", `${at()}/revisions/${newId()}`)).status).toBe(404);
  });
});

it("the key goes along, and stored submissions are compared with it on its text", async () => {
  const [practised, second] = [await assign(ann, article), await assign(bob, article)];
  await rows("UPDATE assignment SET phase = 'practice'");
  const key = { spans: ["bungled the closure", "the council apologised"].map((quote) => ({ ...spanOver(article, quote, target), labelIds: [], reason: "" })).map(({ id, parts, targetId, framing, voice, labelIds, reason }) => ({ id, parts, targetId, framing, voice, labelIds, reason })), judgements: [] };
  const put = await call(lead, "PUT", `${at()}/key`, { version: 0, ...key });
  expect(put.status, put.text).toBe(200);
  for (const quote of ["bungled the closure", "the council apologised"]) await mark(ann, practised, quote);
  await call(ann, "PUT", `/projects/${project}/assignments/${practised}/judgements/${target}`, { version: 0, value: -1 });
  expect((await call(ann, "POST", `/projects/${project}/assignments/${practised}/submit`, { version: 2 })).status).toBe(200);
  expect(await rows("SELECT score, hits FROM practice_result")).toEqual([{ score: 1, hits: 2 }]);
  const made = await revise(NOW);
  expect(made.body["key"]).toEqual({ exact: 0, moved: 1, repaired: 0, orphaned: 1 });
  const after = (await call(lead, "GET", `${at()}/key`)).body;
  expect(after["spans"] ?? after["key"]?.spans).toMatchObject([{ parts: [{ quote: "bungled the closure" }] }]);
  expect(await row("SELECT content -> 'orphaned' -> 0 -> 'parts' -> 0 ->> 'quote' AS gone FROM answer_key")).toEqual({ gone: "the council apologised" });
  const told = await call(ann, "GET", `/projects/${project}/assignments/${practised}/feedback`);
  expect(told, told.text).toMatchObject({ status: 200, body: { score: 1, hits: 1, lines: [{ verdict: "hit", own: { parts: [{ quote: "bungled the closure" }] } }] } });
  expect(second).not.toBe(practised);
});

it("a correction scores again, and an orphan is no mark too many", async () => {
  const first = await assign(ann, article);
  const second = await assign(bob, article);
  await rows("UPDATE assignment SET phase = 'practice'");
  const { parts, targetId, framing, voice } = spanOver(article, "the council apologised", target);
  expect((await call(lead, "PUT", `${at()}/key`, { version: 0, spans: [{ id: newId(), parts, targetId, framing, voice, labelIds: [], reason: "" }], judgements: [] })).status).toBe(200);
  await mark(ann, first, "bungled the closure");
  await mark(bob, second, "bungled the closure");
  await mark(bob, second, "the council apologised");
  for (const [who, id] of [[ann, first], [bob, second]] as const) await call(who, "PUT", `/projects/${project}/assignments/${id}/judgements/${target}`, { version: 0, value: -1 });
  const submit = async (who: TestMember, id: string) => expect((await call(who, "POST", `/projects/${project}/assignments/${id}/submit`, { version: (await row<{ version: number }>("SELECT version FROM assignment WHERE id = $1", [id]))!.version })).status).toBe(200);
  await submit(ann, first);
  const scored = (id: string) => row("SELECT hits, missed, extra FROM practice_result WHERE assignment_id = $1", [id]);
  expect(await scored(first)).toEqual({ hits: 0, missed: 1, extra: 1 });
  await revise(NOW);
  expect(await scored(first)).toEqual({ hits: 0, missed: 0, extra: 1 });
  await submit(bob, second);
  expect(await scored(second)).toEqual({ hits: 0, missed: 0, extra: 1 });
});

it("a source-blind annotator reads the old words of an orphan as they were served", async () => {
  await rows("UPDATE article SET byline = 'By Ana Ash'");
  await call(lead, "PATCH", `/projects/${project}`, { version: 1, sourceBlind: true });
  const text = "Head\nThe council met Ana Ash, who left.\nThe end came soon.";
  article = await addArticle(project, text);
  await rows("UPDATE article SET byline = 'By Ana Ash' WHERE id = $1", [article.articleId]);
  const assignment = await assign(ann, article);
  const served = { ...article, text: text.replace("Ana Ash", "█".repeat(7)) };
  expect((await call(ann, "POST", `/projects/${project}/assignments/${assignment}/spans`, spanOver(served, `met ${"█".repeat(7)}, who left`, target))).status).toBe(201);
  await revise("Head\nThe end came soon.");
  const { body, text: all } = await call(ann, "GET", `/projects/${project}/assignments/${assignment}/document`);
  expect(body["spans"]).toMatchObject([{ parts: [], lost: [{ quote: `met ${"█".repeat(7)}, who left` }] }]);
  expect(all).not.toContain("Ana");
});

it("two thousand marks go along in one transaction", async () => {
  const lines = Array.from({ length: 400 }, (_, i) => `Paragraph ${i} tells of boat ${i * 7} and quay ${i * 13}, and of nothing else at all.`);
  article = await addArticle(project, ["Boats", ...lines].join("\n"));
  const assignment = await assign(ann, article);
  const places = Array.from({ length: 2000 }, (_, i) => {
    const [line, words] = [i % 400, ["tells of boat", "and quay", "of nothing", "else at", "all"][Math.floor(i / 400)]!];
    const start = ["Boats", ...lines.slice(0, line)].join("\n").length + 1 + lines[line]!.indexOf(words);
    return { id: newId(), start, end: start + words.length, quote: words };
  });
  const version = await row<{ id: string }>("SELECT id FROM codebook_version WHERE project_id = $1", [project]);
  await rows("INSERT INTO span (project_id, id, assignment_id, article_id, member_id, target_id, codebook_version_id, framing, voice, directness) SELECT $1, x.id, $2, $3, $4, $5, $6, 'critical', 'own', 'direct' FROM unnest($7::uuid[]) AS x(id)", [project, assignment, article.articleId, ann.memberId, target, version!.id, places.map((p) => p.id)]);
  await rows("INSERT INTO span_part (project_id, span_id, revision_id, ordinal, start_offset, end_offset, quote) SELECT $1, x.id, $2, 1, x.s, x.e, x.q FROM unnest($3::uuid[], $4::int[], $5::int[], $6::text[]) AS x(id, s, e, q)", [project, article.revisionId, places.map((p) => p.id), places.map((p) => p.start), places.map((p) => p.end), places.map((p) => p.quote)]);
  const made = await revise(["New head line", ...lines.filter((_, i) => i !== 399)].join("\n"));
  expect(made.body["marks"]).toEqual({ exact: 0, moved: 1995, repaired: 0, orphaned: 5 });
  expect(await row("SELECT count(*)::int AS n FROM span_part p JOIN article a ON a.current_revision_id = p.revision_id")).toEqual({ n: 1995 });
  expect(await rows("SELECT FROM span_part p JOIN revision r ON r.id = p.revision_id WHERE substr(r.text, p.start_offset + 1, p.end_offset - p.start_offset) <> p.quote")).toEqual([]);
});
