import { beforeEach, describe, expect, it } from "vitest";
import { newId } from "@/lib/kernel/id";
import { rows } from "@/lib/platform/database";
import { call } from "@/tests/factories/call";
import { addArticle, addMember, addTarget, assign, makeProject, spanOver, type TestArticle, type TestMember } from "@/tests/factories/world";
import { emptyBeforeEach } from "@/tests/support/database";

emptyBeforeEach();

const TEXT = "Town hall dithers 🌉 again\nBy Ana Núñez\nThe council bungled the closure, traders said. “We did what neighbours do,” she said.\nYou may also like: ten walks";

let project: string, ann: TestMember, bob: TestMember, article: TestArticle, target: string, assignment: string;
const spansUrl = () => `/projects/${project}/assignments/${assignment}/spans`;
const counts = () => rows<{ framing: string; voice: string; n: number }>("SELECT framing, voice, n FROM rollup_count WHERE n <> 0 ORDER BY framing, voice");

beforeEach(async () => {
  project = await makeProject();
  ann = await addMember(project, "annotator");
  bob = await addMember(project, "annotator");
  article = await addArticle(project, TEXT, { kinds: { 1: "byline", 3: "chrome" } });
  target = await addTarget(project, "Town council");
  assignment = await assign(ann, article);
});

describe("marking words", () => {
  it("asks anyone who is not signed in to do so", async () => {
    expect((await call(null, "POST", spansUrl(), spanOver(article, "bungled", target))).status).toBe(401);
  });

  it("answers a member of another project as if nothing were there", async () => {
    const stranger = await addMember(await makeProject(), "coordinator");
    const foreign = await call(stranger, "POST", spansUrl(), spanOver(article, "bungled", target));
    expect(foreign.status).toBe(404);
    const random = await call(stranger, "POST", `/projects/${newId()}/assignments/${newId()}/spans`, {});
    expect({ ...foreign.body, requestId: "" }).toEqual({ ...random.body, requestId: "" });
  });

  it("stores the span, its part, an event and the count, and starts the assignment", async () => {
    const made = await call(ann, "POST", spansUrl(), spanOver(article, "bungled the closure", target, { device: "words", note: "a verdict" }));
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ version: 1, framing: "critical", voice: "own", directness: "direct", device: "words", note: "a verdict", memberId: ann.memberId });
    expect(await rows("SELECT start_offset, end_offset, quote FROM span_part")).toEqual([{ start_offset: 51, end_offset: 70, quote: "bungled the closure" }]);
    expect(await rows("SELECT kind, version FROM span_event")).toEqual([{ kind: "created", version: 1 }]);
    expect(await counts()).toEqual([{ framing: "critical", voice: "own", n: 1 }]);
    expect(await rows("SELECT state FROM assignment")).toEqual([{ state: "in_progress" }]);
  });

  it("counts code points, so that an emoji before the words moves nothing", async () => {
    const made = await call(ann, "POST", spansUrl(), spanOver(article, "again", target));
    expect(made.body["parts"]).toEqual([{ start: 20, end: 25, quote: "again" }]);
  });

  it("answers a repeated operation as the first time, and refuses the same id for another change", async () => {
    const [op, span] = [newId(), spanOver(article, "bungled", target)];
    const first = await call(ann, "POST", spansUrl(), span, { op });
    const again = await call(ann, "POST", spansUrl(), span, { op });
    expect([again.status, again.body]).toEqual([201, first.body]);
    const other = await call(ann, "POST", spansUrl(), spanOver(article, "traders", target), { op });
    expect([other.status, other.body["code"]]).toEqual([422, "operation_reused"]);
    expect(await rows("SELECT id FROM span")).toHaveLength(1);
  });

  it("stores one span when the same operation arrives twenty times at once", async () => {
    const [op, span] = [newId(), spanOver(article, "bungled", target)];
    const answers = await Promise.all(Array.from({ length: 20 }, () => call(ann, "POST", spansUrl(), span, { op })));
    expect(new Set(answers.map((one) => one.status))).toEqual(new Set([201]));
    expect(await counts()).toEqual([{ framing: "critical", voice: "own", n: 1 }]);
  });

  it.each<[string, (span: ReturnType<typeof spanOver>) => object, string]>([
    ["outside the text", (s) => ({ ...s, parts: [{ start: 5, end: 5000, quote: "x".repeat(40) }] }), "outside"],
    ["of no length", (s) => ({ ...s, parts: [{ start: 5, end: 5, quote: "x" }] }), "no length"],
    ["with another quote", (s) => ({ ...s, parts: [{ ...s.parts[0], quote: "blundered the closure".slice(0, 7) }] }), "not what stands there"],
    ["across chrome", () => spanOver(article, "You may also", target), "chrome"],
    ["in a byline", () => spanOver(article, "Ana", target), "byline"],
    ["on another revision", (s) => ({ ...s, revisionId: newId() }), "revision"],
    ["with an unknown target", (s) => ({ ...s, targetId: newId() }), "target"],
    ["with an unknown key", (s) => ({ ...s, memberId: newId() }), "memberId"],
    ["with a lone surrogate", (s) => ({ ...s, note: "half \ud83c" }), "surrogate"],
    ["with U+0000", (s) => ({ ...s, note: "nul \u0000" }), "U+0000"],
    ["reported but own", (s) => ({ ...s, attribution: "reported" }), "quoted"],
    ["with parts out of order", (s) => ({ ...s, parts: [...spanOver(article, "traders", target).parts, ...s.parts] }), "before"],
  ])("refuses a span %s, says why, and stores nothing", async (_name, change, words) => {
    const refused = await call(ann, "POST", spansUrl(), change(spanOver(article, "bungled", target)));
    expect(refused.status).toBe(422);
    expect(refused.text).toContain(words);
    expect(await rows("SELECT id FROM span UNION ALL SELECT op_id FROM operation")).toEqual([]);
  });

  it("does not let one mark on another's assignment", async () => {
    expect((await call(bob, "POST", spansUrl(), spanOver(article, "bungled", target))).status).toBe(404);
  });
});

describe("changing, deleting and restoring", () => {
  const mark = async (quote = "bungled") => (await call(ann, "POST", spansUrl(), spanOver(article, quote, target))).body as { id: string };
  const url = (id: string) => `/projects/${project}/spans/${id}`;

  it("moves the count with the code and keeps before and after", async () => {
    const { id } = await mark();
    const changed = await call(ann, "PATCH", url(id), { version: 1, framing: "neutral", voice: "quoted", attribution: "direct" });
    expect(changed.body).toMatchObject({ version: 2, framing: "neutral", voice: "quoted", attribution: "direct", parts: [{ quote: "bungled" }] });
    expect(await counts()).toEqual([{ framing: "neutral", voice: "quoted", n: 1 }]);
    expect(await rows("SELECT before->>'framing' AS before, after->>'framing' AS after FROM span_event WHERE version = 2")).toEqual([{ before: "critical", after: "neutral" }]);
    const back = await call(ann, "PATCH", url(id), { version: 2, voice: "own" });
    expect(back.body).toMatchObject({ voice: "own", attribution: null });
  });

  it("refuses a stale version with the row as it stands", async () => {
    const { id } = await mark();
    await call(ann, "PATCH", url(id), { version: 1, note: "first" });
    const stale = await call(ann, "PATCH", url(id), { version: 1, note: "second" });
    expect([stale.status, stale.body["current"].note]).toEqual([409, "first"]);
  });

  it("deletes softly and restores, counting right at each step", async () => {
    const { id } = await mark();
    expect((await call(ann, "DELETE", url(id), { version: 1 })).body).toMatchObject({ version: 2 });
    expect(await counts()).toEqual([]);
    expect((await call(ann, "PATCH", url(id), { version: 2, note: "late" })).status).toBe(409);
    expect((await call(ann, "POST", `${url(id)}/restore`, { version: 2 })).body).toMatchObject({ version: 3, framing: "critical" });
    expect(await counts()).toEqual([{ framing: "critical", voice: "own", n: 1 }]);
  });

  it("lets exactly one of many editors of a version win each round", async () => {
    const { id } = await mark();
    const answers = await Promise.all(Array.from({ length: 20 }, (_, i) => call(ann, "PATCH", url(id), { version: 1, note: `n${i}` })));
    expect(answers.filter((one) => one.status === 200)).toHaveLength(1);
    expect(answers.filter((one) => one.status === 409)).toHaveLength(19);
  });

  it("answers a peer as if the span did not exist", async () => {
    const { id } = await mark();
    const peer = await call(bob, "PATCH", url(id), { version: 1, note: "mine" });
    const nothing = await call(bob, "PATCH", url(newId()), { version: 1, note: "mine" });
    expect({ ...peer.body, requestId: "" }).toEqual({ ...nothing.body, requestId: "" });
  });
});

describe("judging and submitting", () => {
  const submitUrl = () => `/projects/${project}/assignments/${assignment}/submit`;
  const judgeUrl = () => `/projects/${project}/assignments/${assignment}/judgements/${target}`;

  it("asks for every focus target, then about an article without spans, then submits for good", async () => {
    const first = await call(ann, "POST", submitUrl(), { version: 1 });
    expect([first.status, first.body["reason"], first.body["missing"]]).toEqual([422, "judgements_missing", [{ targetId: target, name: "Town council" }]]);
    expect((await call(ann, "PUT", judgeUrl(), { version: 0, value: -2 })).body).toEqual({ targetId: target, value: -2, confidence: null, note: "", version: 1 });
    const empty = await call(ann, "POST", submitUrl(), { version: 1 });
    expect([empty.status, empty.body["reason"]]).toEqual([409, "no_spans"]);
    const done = await call(ann, "POST", submitUrl(), { version: 1, confirmEmpty: true });
    expect(done.body).toMatchObject({ state: "submitted", nextId: null });
    expect(await rows("SELECT number, content->'judgements'->0->'value' AS value FROM submission")).toEqual([{ number: 1, value: -2 }]);
    const late = await call(ann, "POST", spansUrl(), spanOver(article, "bungled", target));
    expect([late.status, late.text]).toEqual([409, expect.stringContaining("submitted")]);
    expect((await call(ann, "PUT", judgeUrl(), { version: 1, value: 0 })).status).toBe(409);
  });

  it("refreshes the article's figures from submitted work only", async () => {
    await call(ann, "POST", spansUrl(), spanOver(article, "bungled", target));
    await call(ann, "POST", spansUrl(), spanOver(article, "We did what neighbours do", target, { framing: "advocacy", voice: "quoted", attribution: "direct" }));
    await call(ann, "PUT", judgeUrl(), { version: 0, value: "unclear" });
    expect(await rows("SELECT * FROM rollup_article")).toEqual([]);
    await call(ann, "POST", submitUrl(), { version: 2 });
    const figures = await rows("SELECT own_advocacy, own_critical, quoted_advocacy, coders, own_sign, quoted_sign, all_sign, addressed FROM rollup_article");
    expect(figures).toEqual([{ own_advocacy: 0, own_critical: 1, quoted_advocacy: 1, coders: 1, own_sign: -1, quoted_sign: 1, all_sign: 0, addressed: true }]);
  });

  it("keeps a judgement's version honest and lets it be taken back", async () => {
    await call(ann, "PUT", judgeUrl(), { version: 0, value: 1 });
    expect((await call(ann, "PUT", judgeUrl(), { version: 0, value: 2 })).body["current"]).toMatchObject({ value: 1, version: 1 });
    expect((await call(ann, "DELETE", judgeUrl(), { version: 1 })).body).toEqual({ targetId: target, value: null, confidence: null, note: "", version: 2 });
  });
});

describe("reading", () => {
  it("gives the annotator the document with own marks only, and peers' marks only after the reveal", async () => {
    const theirs = await assign(bob, article);
    await call(bob, "POST", `/projects/${project}/assignments/${theirs}/spans`, spanOver(article, "traders", target));
    await call(bob, "PUT", `/projects/${project}/assignments/${theirs}/judgements/${target}`, { version: 0, value: 1 });
    await call(bob, "POST", `/projects/${project}/assignments/${theirs}/submit`, { version: 2 });
    await call(ann, "POST", spansUrl(), spanOver(article, "bungled", target));
    const document = await call(ann, "GET", `/projects/${project}/assignments/${assignment}/document`);
    expect(document.body["spans"].map((span: { parts: { quote: string }[] }) => span.parts[0]?.quote)).toEqual(["bungled"]);
    expect(document.body["queue"]).toMatchObject({ total: 1, position: 1, items: [{ state: "in_progress" }] });
    const list = () => call(ann, "GET", `/projects/${project}/articles/${article.articleId}/spans`);
    expect((await list()).body["items"]).toHaveLength(1);
    const coordinator = await addMember(project, "coordinator");
    expect((await call(coordinator, "POST", `/projects/${project}/reveal`, { version: 1 })).status).toBe(200);
    expect((await list()).body["items"]).toHaveLength(2);
    expect(await rows("SELECT peers_seen_at IS NOT NULL AS seen FROM assignment WHERE member_id = $1", [ann.memberId])).toEqual([{ seen: true }]);
  });
});
