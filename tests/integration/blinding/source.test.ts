import { beforeEach, describe, expect, it } from "vitest";
import { snapsOf } from "@/lib/articles/reading";
import { MASK } from "@/lib/articles/source-mask";
import { newId } from "@/lib/kernel/id";
import { rows } from "@/lib/platform/database";
import { call } from "@/tests/factories/call";
import { addArticle, addMember, addOutlet, addTarget, assign, makeProject, spanOver, type TestArticle, type TestMember } from "@/tests/factories/world";
import { emptyBeforeEach } from "@/tests/support/database";

emptyBeforeEach();

const TEXT = "Daily Tern: council dithers\nBy Ana Ash\nThe council bungled the closure, the Daily Tern has learned. MEE said so.\nMore from the Daily Tern";
const SERVED = TEXT.replace("By Ana Ash", MASK.repeat(10)).replace("More from the Daily Tern", MASK.repeat(24)).replaceAll("Daily Tern", MASK.repeat(10)).replace("MEE", MASK.repeat(3));

let project: string, lead: TestMember, ann: TestMember, article: TestArticle, target: string, assignment: string;
const base = () => `/projects/${project}`;
const served = () => ({ ...article, text: SERVED });
const mark = (quote: string, text = served(), who = ann) => call(who, "POST", `${base()}/assignments/${assignment}/spans`, spanOver(text, quote, target));
const set = (change: object, version = 1) => call(lead, "PATCH", base(), { version, ...change });
const judge = (who: TestMember, id: string, value: number, version = 0) => call(who, "PUT", `${base()}/assignments/${id}/judgements/${target}`, { version, value });
const submit = async (who: TestMember, id: string) => {
  await judge(who, id, 0);
  return call(who, "POST", `${base()}/assignments/${id}/submit`, { version: 1, confirmEmpty: true });
};
const GIVEN_AWAY = /Daily|Tern|MEE|Ana Ash|example\.org/u;

beforeEach(async () => {
  project = await makeProject();
  [lead, ann] = [await addMember(project, "coordinator"), await addMember(project, "annotator")];
  const [outletId, older] = [await addOutlet(project, "Daily Tern"), await addOutlet(project, "Middle Quay Eye")];
  await rows("INSERT INTO outlet_alias (project_id, id, outlet_id, alias, alias_key) VALUES ($1, $2, $3, 'MEE', 'mee')", [project, newId(), older]);
  await rows("UPDATE outlet SET merged_into_id = $2 WHERE id = $1", [older, outletId]);
  article = await addArticle(project, TEXT, { kinds: { 1: "byline", 3: "chrome" }, outletId });
  await rows("UPDATE article SET byline = 'By Ana Ash', url = 'https://tern.example.org/a', words = 21");
  target = await addTarget(project, "Town council");
  expect((await set({ sourceBlind: true })).status).toBe(200);
  assignment = await assign(ann, article);
});

describe("a blind annotator", () => {
  it("is served text, title and marks with everything masked that gives the source away, and no exact counts", async () => {
    expect((await mark("bungled the closure")).status).toBe(201);
    const document = await call(ann, "GET", `${base()}/assignments/${assignment}/document`);
    expect(document.body["article"]).toMatchObject({ text: SERVED, title: `${MASK.repeat(10)}: council dithers`, outlet: null, publisher: null, byline: null, url: null, sha256: null, words: 20, sourceHidden: true, sourceReveal: "by_coordinator" });
    // The stored words and sentences would tell how long the words of a hidden name are.
    expect(document.body["article"]).toMatchObject(snapsOf(SERVED, document.body["blocks"], null));
    expect(document.body["article"].tokens).not.toBe(snapsOf(TEXT, document.body["blocks"], null).tokens);
    expect(document.body["queue"].items).toMatchObject([{ title: `${MASK.repeat(10)}: council dithers` }]);
    const read = await call(ann, "GET", `${base()}/articles/${article.articleId}`);
    expect(read.body).toMatchObject({ text: SERVED, outlet: null, byline: null, url: null, ownVoiceCodePoints: null, copies: null, sourceHidden: true, revision: { sha256: null } });
    for (const path of ["assignments/mine", "assignments/next", "articles", `articles/${article.articleId}/spans`, "export/spans.jsonl", "export/spans.csv", "export/judgements.csv"]) {
      const answer = await call(ann, "GET", `${base()}/${path}`);
      expect([path, answer.status, GIVEN_AWAY.exec(answer.text)]).toEqual([path, 200, null]);
    }
    expect((await call(ann, "GET", "/account/download")).text).not.toMatch(GIVEN_AWAY);
    expect((await call(lead, "GET", `${base()}/articles/${article.articleId}`)).body).toMatchObject({ text: TEXT, outlet: { name: "Daily Tern" }, byline: "By Ana Ash" });
  });

  it("marks words beside a mask as served, while the true words are stored", async () => {
    const [op, later] = [newId(), newId()];
    const span = spanOver(served(), `the ${MASK.repeat(10)} has learned`, target);
    const made = await call(ann, "POST", `${base()}/assignments/${assignment}/spans`, span, { op });
    expect([made.status, made.body["parts"]]).toEqual([201, span.parts]);
    expect(await rows("SELECT quote FROM span_part")).toEqual([{ quote: "the Daily Tern has learned" }]);
    expect((await call(ann, "POST", `${base()}/assignments/${assignment}/spans`, span, { op })).text).toBe(made.text);
    const changed = await call(ann, "PATCH", `${base()}/spans/${span.id}`, { version: 1, note: "x" }, { op: later });
    expect(changed.body).toMatchObject({ version: 2, parts: span.parts });
    expect((await call(ann, "PATCH", `${base()}/spans/${span.id}`, { version: 1, note: "x" }, { op: later })).text).toBe(changed.text);
    const stale = await call(ann, "PATCH", `${base()}/spans/${span.id}`, { version: 1, note: "y" });
    expect([stale.status, stale.body["current"].parts]).toEqual([409, span.parts]);
    const [wider, moving] = [spanOver(served(), `closure, the ${MASK.repeat(10)} has learned`, target).parts, newId()];
    const moved = await call(ann, "PATCH", `${base()}/spans/${span.id}`, { version: 2, parts: wider }, { op: moving });
    expect(moved.body).toMatchObject({ version: 3, parts: wider });
    expect(await rows("SELECT quote FROM span_part")).toEqual([{ quote: "closure, the Daily Tern has learned" }]);
    expect((await call(ann, "PATCH", `${base()}/spans/${span.id}`, { version: 2, parts: wider }, { op: moving })).text).toBe(moved.text);
    const guess = await call(ann, "PATCH", `${base()}/spans/${span.id}`, { version: 3, parts: spanOver(article, "the Daily Tern has", target).parts });
    expect([guess.status, guess.body["errors"][0]]).toEqual([422, expect.objectContaining({ code: "quote_mismatch", found: `the ${MASK.repeat(10)} has` })]);
    expect((await call(ann, "DELETE", `${base()}/spans/${span.id}`, { version: 3 })).body["parts"]).toEqual(wider);
    expect(await rows("SELECT answer::text FROM operation WHERE answer::text LIKE '%Tern%' AND member_id = $1", [ann.memberId])).toEqual([]);
  });

  it("cannot find out by guessing what a mask hides, nor mark it alone", async () => {
    const guess = await mark("the Daily Tern has", { ...article, text: TEXT });
    expect([guess.status, guess.body["errors"][0]]).toEqual([422, expect.objectContaining({ code: "quote_mismatch", found: `the ${MASK.repeat(10)} has` })]);
    const [wrong] = spanOver(served(), `the ${MASK.repeat(10)} has`, target).parts;
    const answer = await call(ann, "POST", `${base()}/assignments/${assignment}/spans`, { ...spanOver(served(), "bungled", target), parts: [{ ...wrong, quote: "the Morning Ost has" }] });
    expect([answer.status, answer.body["errors"][0].found]).toEqual([422, `the ${MASK.repeat(10)} has`]);
    for (const at of [0, 5]) {
      const start = SERVED.indexOf("the █") + 4 + at;
      const alone = await call(ann, "POST", `${base()}/assignments/${assignment}/spans`, { ...spanOver(served(), "bungled", target), parts: [{ start, end: start + 1, quote: MASK }] });
      expect([alone.status, alone.body["errors"]?.[0].code]).toEqual([422, "hidden"]);
    }
    expect(await rows("SELECT id FROM span")).toEqual([]);
  });

  it("cannot search or narrow the list by what is hidden", async () => {
    for (const query of ["q=tern", `outletId=${newId()}`, "outletId=unknown", `publisherId=${newId()}`, "onePerWork=true"]) {
      const answer = await call(ann, "GET", `${base()}/articles?${query}`);
      expect([query, answer.status, answer.body["detail"]]).toEqual([query, 422, expect.stringContaining("Sources are hidden")]);
      expect((await call(lead, "GET", `${base()}/articles?${query}`)).status).toBe(200);
    }
    expect((await call(ann, "GET", `${base()}/articles?genre=news&state=assigned`)).status).toBe(200);
  });
});

describe("the source is shown", () => {
  const title = async (who = ann) => (await call(who, "GET", `${base()}/articles/${article.articleId}`)).body["title"] as string;
  const blinds = () => rows("SELECT source_blind, changed_after_reveal FROM span UNION ALL SELECT source_blind, changed_after_reveal FROM judgement");

  it("to whoever submits, where the project says so, on that article alone; what they change then is told apart", async () => {
    expect((await set({ sourceReveal: "own_submission" }, 2)).status).toBe(200);
    const other = await assign(ann, await addArticle(project, TEXT, { outletId: (await rows<{ id: string }>("SELECT id FROM outlet WHERE merged_into_id IS NULL"))[0]!.id }));
    const made = await mark("bungled");
    await submit(ann, assignment);
    expect(await title()).toContain("Daily Tern");
    expect((await call(ann, "GET", `${base()}/assignments/${other}/document`)).body["article"].sourceHidden).toBe(true);
    await rows("UPDATE assignment SET state = 'returned' WHERE id = $1", [assignment]);
    expect((await call(ann, "PATCH", `${base()}/spans/${made.body["id"]}`, { version: 1, framing: "neutral" })).status).toBe(200);
    expect((await judge(ann, assignment, 1, 1)).status).toBe(200);
    expect(await blinds()).toEqual([{ source_blind: false, changed_after_reveal: true }, { source_blind: false, changed_after_reveal: true }]);
    expect((await call(lead, "GET", `${base()}/articles/${article.articleId}`)).body["changedAfterReveal"]).toBe(2);
    expect((await call(ann, "GET", `${base()}/articles/${article.articleId}`)).body["changedAfterReveal"]).toBeNull();
    const csv = await call(lead, "GET", `${base()}/export/judgements.csv`);
    expect(csv.text).toContain("changed_after_reveal");
  });

  it("to everybody by the reveal, which collects unfinished work but no practice", async () => {
    const practice = await assign(ann, await addArticle(project, TEXT));
    await rows("UPDATE assignment SET phase = 'practice', state = 'in_progress' WHERE id = $1", [practice]);
    await mark("bungled");
    expect(await title()).not.toMatch(GIVEN_AWAY);
    expect((await call(lead, "POST", `${base()}/reveal`, { version: 2 })).status).toBe(200);
    expect(await title()).toContain("Daily Tern");
    expect(await rows("SELECT phase, state, source_seen_at IS NOT NULL AS seen FROM assignment ORDER BY phase")).toEqual([{ phase: "main", state: "submitted", seen: true }, { phase: "practice", state: "in_progress", seen: true }]);
    expect(await blinds()).toEqual([{ source_blind: true, changed_after_reveal: false }]);
  });

  it("in a later round to whoever saw it in an earlier one, and the mark says so", async () => {
    await set({ sourceReveal: "own_submission" }, 2);
    await submit(ann, assignment);
    const again = newId();
    await rows("INSERT INTO assignment (project_id, id, article_id, member_id, round) VALUES ($1, $2, $3, $4, 2)", [project, again, article.articleId, ann.memberId]);
    expect((await call(ann, "POST", `${base()}/assignments/${again}/spans`, spanOver(article, "bungled", target))).status).toBe(201);
    expect(await rows("SELECT source_blind FROM span")).toEqual([{ source_blind: false }]);
  });

  it("still to whoever could open the article before sources were hidden", async () => {
    const open = await makeProject();
    [project, lead] = [open, await addMember(open, "coordinator")];
    ann = await addMember(open, "annotator");
    article = await addArticle(open, TEXT, { outletId: await addOutlet(open, "The Daily Tern") });
    assignment = await assign(ann, article);
    await set({ sourceBlind: true });
    expect(await title()).toContain("Daily Tern");
    const late = await addMember(open, "annotator");
    await assign(late, article);
    expect(await title(late)).not.toMatch(GIVEN_AWAY);
  });
});
