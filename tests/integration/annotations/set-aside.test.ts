import { beforeEach, describe, expect, it } from "vitest";
import { SKIP_REASONS } from "@/lib/assignments/set-aside";
import { newId } from "@/lib/kernel/id";
import { row, rows } from "@/lib/platform/database";
import { call } from "@/tests/factories/call";
import { addArticle, addMember, addTarget, assign, makeProject, spanOver, type TestArticle, type TestMember } from "@/tests/factories/world";
import { emptyBeforeEach } from "@/tests/support/database";
import { parseCsv } from "@/tests/support/parse-csv";

emptyBeforeEach();
let lead: TestMember, reviewer: TestMember, me: TestMember, peer: TestMember, articles: TestArticle[], mine: string[], theirs: string, base: string, target: string;

beforeEach(async () => {
  const projectId = await makeProject();
  [lead, reviewer, me, peer] = [await addMember(projectId, "coordinator"), await addMember(projectId, "reviewer"), await addMember(projectId, "annotator"), await addMember(projectId, "annotator")];
  target = await addTarget(projectId, "Town council");
  articles = [];
  for (let n = 0; n < 3; n++) articles.push(await addArticle(projectId, `Quay news ${n}\nThe council bungled the closure again.`));
  mine = [];
  for (const article of articles) mine.push(await assign(me, article));
  theirs = await assign(peer, articles[0]!);
  base = `/projects/${projectId}`;
});

const on = (id: string | undefined) => `${base}/assignments/${id}`;
const skip = (id = mine[0], reason: unknown = SKIP_REASONS[0], who = me) => call(who, "POST", `${on(id)}/skip`, { reason });
const document = async (id = mine[0]) => (await call(me, "GET", `${on(id)}/document`)).body;
const next = async (after?: string) => (await call(me, "GET", `${base}/assignments/next${after === undefined ? "" : `?after=${after}`}`)).body["next"]?.id ?? null;

async function submit(n: number) {
  await call(me, "POST", `${on(mine[n])}/spans`, spanOver(articles[n]!, "bungled", target));
  await call(me, "PUT", `${on(mine[n])}/judgements/${target}`, { version: 0, value: -1 });
  return call(me, "POST", `${on(mine[n])}/submit`, { version: 0 });
}

describe("skipping an article", () => {
  it("keeps its marks and its state, and puts it behind the others", async () => {
    await call(me, "POST", `${on(mine[0])}/spans`, spanOver(articles[0]!, "bungled", target));
    const skipped = await skip();
    expect([skipped.status, skipped.body]).toEqual([200, { id: mine[0], skippedAt: expect.any(String), skipReason: SKIP_REASONS[0], flaggedAt: null, flagNote: "", nextId: mine[1] }]);
    const found = await document();
    expect(found).toMatchObject({ assignment: { state: "in_progress", skipReason: SKIP_REASONS[0] }, queue: { skipped: 1, nextOpenId: mine[1], items: [{ skipped: true }, { skipped: false }, { skipped: false }] } });
    expect(found["spans"]).toHaveLength(1);
    expect([await next(), await next(mine[2])]).toEqual([mine[1], mine[1]]);
    expect((await call(me, "GET", `${base}/assignments/mine`)).body).toMatchObject({ counts: { skipped: 1, inProgress: 1 }, items: [{ id: mine[0], skipped: true }, {}, {}] });
  });

  it("brings it back at the end, and submitting it ends the skip", async () => {
    await skip();
    expect((await submit(1)).body["nextId"]).toBe(mine[2]);
    expect((await submit(2)).body["nextId"]).toBe(mine[0]);
    expect((await submit(0)).body["nextId"]).toBeNull();
    expect((await document())["assignment"]).toMatchObject({ state: "submitted", skippedAt: null, skipReason: "" });
  });

  it("is taken back, changed in its reason, and the same when sent twice", async () => {
    const first = await skip();
    const again = await skip(mine[0], "The page shows a wall of advertisements");
    expect(again.body).toMatchObject({ skippedAt: first.body["skippedAt"], skipReason: "The page shows a wall of advertisements" });
    const op = newId();
    for (let n = 0; n < 2; n++) expect((await call(me, "DELETE", `${on(mine[0])}/skip`, {}, { op })).body).toMatchObject({ skippedAt: null, skipReason: "" });
    expect(await next()).toBe(mine[0]);
    expect(await rows("SELECT action FROM audit_entry WHERE action LIKE 'assignment.%' ORDER BY at, id")).toEqual([{ action: "assignment.skipped" }, { action: "assignment.skipped" }, { action: "assignment.taken_up" }]);
  });

  it("needs a reason, of at most 500 characters", async () => {
    for (const bad of ["", "   ", "x".repeat(501), 7, null]) expect([bad, (await skip(mine[0], bad)).status]).toEqual([bad, 422]);
    expect((await call(me, "POST", `${on(mine[0])}/skip`, {})).status).toBe(422);
    expect((await call(me, "POST", `${on(mine[0])}/skip`, { reason: "x", until: "tomorrow" })).status).toBe(422);
    expect((await document())["assignment"]["skippedAt"]).toBeNull();
  });

  it("is one's own business: a peer's article is not there, nor is one that waits for practice", async () => {
    await rows("UPDATE assignment SET locked = true WHERE id = $1", [mine[2]]);
    for (const id of [theirs, mine[2], newId()]) {
      expect((await skip(id)).status).toBe(404);
      expect((await call(me, "PUT", `${on(id)}/flag`, { note: "" })).status).toBe(404);
      for (const kind of ["skip", "flag"]) expect((await call(me, "DELETE", `${on(id)}/${kind}`)).status).toBe(404);
    }
    for (const who of [lead, reviewer]) expect((await skip(mine[0], "x", who)).status).toBe(404);
  });

  it("is over once the article is submitted", async () => {
    await submit(0);
    expect((await skip()).status).toBe(409);
    expect((await call(me, "PUT", `${on(mine[0])}/flag`, { note: "" })).status).toBe(409);
    for (const kind of ["skip", "flag"]) expect((await call(me, "DELETE", `${on(mine[0])}/${kind}`)).status).toBe(409);
  });

  it("does not stand in the way of the submission that was under way, nor of other saves", async () => {
    const { version } = (await document())["assignment"];
    await skip();
    await call(me, "PUT", `${on(mine[0])}/flag`, { note: "look" });
    expect((await document())["assignment"]["version"]).toBe(version);
  });

  it("changes no count of progress", async () => {
    const read = async () => (await call(lead, "GET", `${base}/progress`)).body;
    const { aside: none, ...before } = await read();
    await skip();
    await call(me, "PUT", `${on(mine[1])}/flag`, {});
    const { aside, ...after } = await read();
    expect(after).toEqual(before);
    expect([none, aside]).toEqual([{ skipped: { value: 0, more: false }, flagged: { value: 0, more: false } }, { skipped: { value: 1, more: false }, flagged: { value: 1, more: false } }]);
  });
});

describe("flagging an article", () => {
  it("comes with a note or without, and stays after submitting", async () => {
    expect((await call(me, "PUT", `${on(mine[0])}/flag`, {})).body).toMatchObject({ flaggedAt: expect.any(String), flagNote: "" });
    expect((await call(me, "PUT", `${on(mine[0])}/flag`, { note: " Two articles in one. " })).body).toMatchObject({ flagNote: "Two articles in one.", skippedAt: null });
    expect((await call(me, "PUT", `${on(mine[0])}/flag`, { note: "x".repeat(501) })).status).toBe(422);
    await submit(0);
    expect((await document())["assignment"]).toMatchObject({ state: "submitted", flagNote: "Two articles in one." });
  });

  it("is taken off", async () => {
    await call(me, "PUT", `${on(mine[0])}/flag`, { note: "x" });
    expect((await call(me, "DELETE", `${on(mine[0])}/flag`)).body).toMatchObject({ flaggedAt: null, flagNote: "" });
  });
});

describe("what was put aside", () => {
  const aside = async (query = "", who = lead) => call(who, "GET", `${base}/progress/aside${query}`);

  it("is seen with its reasons by coordinators and reviewers, page by page, and by nobody else", async () => {
    await skip(mine[0], "Its text is broken");
    await call(me, "PUT", `${on(mine[0])}/flag`, { note: "See the end" });
    await call(peer, "PUT", `${on(theirs)}/flag`, { note: "=HYPERLINK(1)" });
    const all = (await aside()).body["items"];
    expect(all).toHaveLength(2);
    expect(all[0]).toMatchObject({ assignmentId: mine[0], title: "Quay news 0", memberId: me.memberId, state: "assigned", skipReason: "Its text is broken", flagNote: "See the end" });
    expect((await aside("", reviewer)).body["items"]).toEqual(all);
    expect((await aside("?kind=skipped")).body["items"]).toEqual([all[0]]);
    const first = (await aside("?kind=flagged&limit=1")).body;
    expect((await aside(`?kind=flagged&limit=1&after=${first["next"]}`)).body).toEqual({ items: [all[1]], next: null });
    expect((await aside("", me)).status).toBe(403);
    expect((await aside("?kind=lost")).status).toBe(422);
    const csv = await call(lead, "GET", `${base}/progress/csv?by=aside`);
    expect(parseCsv(csv.text).slice(1).map((line) => line.slice(-3))).toEqual([["Its text is broken", expect.any(String), "See the end"], ["", expect.any(String), "'=HYPERLINK(1)"]]);
  });

  it("leaves out withdrawn work and archived articles", async () => {
    await skip(mine[0]);
    await skip(mine[1]);
    await rows("UPDATE assignment SET state = 'withdrawn' WHERE id = $1", [mine[0]]);
    await rows("UPDATE article SET state = 'archived' WHERE id = $1", [articles[1]!.articleId]);
    expect((await aside()).body["items"]).toEqual([]);
  });

  it("is in the download of whoever wrote it, and their words go with them", async () => {
    await skip(mine[0], "My own words");
    expect((await call(me, "GET", "/account/download")).body["assignments"]).toContainEqual(expect.objectContaining({ id: mine[0], skipReason: "My own words" }));
    expect((await call(me, "POST", "/account/erasure", { confirm: "erase me", notes: true })).status).toBe(200);
    expect(await row("SELECT skip_reason FROM assignment WHERE id = $1", [mine[0]])).toEqual({ skip_reason: "" });
  });
});
