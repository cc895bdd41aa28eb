import { beforeEach, describe, expect, it } from "vitest";
import { newId } from "@/lib/kernel/id";
import { rows } from "@/lib/platform/database";
import { call } from "@/tests/factories/call";
import { makeLesson, type LessonWorld } from "@/tests/factories/lesson";
import { spanOver, type Person, type TestMember } from "@/tests/factories/world";
import { emptyBeforeEach } from "@/tests/support/database";

emptyBeforeEach();
let world: LessonWorld, at: string, amber: TestMember, brisk: TestMember;
const give = (who: Person, memberId: string, more: object = {}) => call(who, "PUT", `${at}/grades/${memberId}`, { evidence: 2, reasoning: 1, comment: "Well seen.", ...more });
const mark = async (pupil: TestMember, quote: string, more: object = {}) => {
  const span = spanOver(world.articles[0]!, quote, world.targetId, { voice: null, ...more });
  expect((await call(pupil, "POST", `/projects/${world.projectId}/assignments/${await world.assignmentOf(pupil, world.articles[0]!)}/spans`, span)).status).toBe(201);
  return span;
};

beforeEach(async () => {
  world = await makeLesson({ step: 1 });
  at = `/projects/${world.projectId}/lesson`;
  [amber, brisk] = [world.pupils[0]!, world.pupils[1]!];
});

describe("points", () => {
  it("are given, changed and taken back by the teacher, beside what the pupil did", async () => {
    await mark(amber, "dodging questions", { note: "It sounds like a chase." });
    await mark(amber, "scrambles");
    expect((await give(world.teacher, amber.memberId)).body).toEqual({ evidence: 2, reasoning: 1, comment: "Well seen.", total: 3, version: 1 });
    expect((await give(world.teacher, amber.memberId, { reasoning: null, version: 1 })).body).toMatchObject({ total: null, version: 2 });
    const { body } = await call(world.teacher, "GET", `${at}/grades`);
    expect(body["items"]).toEqual([
      expect.objectContaining({ memberId: amber.memberId, articles: 2, handedIn: 0, marks: 2, reasons: 1, evidence: 2, reasoning: null, version: 2, exit: null }),
      expect.objectContaining({ memberId: brisk.memberId, marks: 0, evidence: null, total: null, version: 0 }),
    ]);
  });

  it("are 0, 1 or 2, for pupils of this class, by the teacher", async () => {
    for (const wrong of [{ evidence: 3 }, { evidence: -1 }, { reasoning: 1.5 }, { comment: "x".repeat(2001) }]) expect((await give(world.teacher, amber.memberId, wrong)).status).toBe(422);
    expect((await give(world.teacher, newId())).status).toBe(404);
    expect((await give(world.teacher, world.teacher.memberId)).status).toBe(404);
    expect((await give(amber, amber.memberId)).status).toBe(403);
    expect((await call(amber, "GET", `${at}/grades`)).status).toBe(403);
    expect((await call(amber, "GET", `${at}/work/${brisk.memberId}`)).status).toBe(403);
  });

  it("of another window are not overwritten, also when there were none, and a repeated change is made once", async () => {
    const op = newId();
    const once = () => call(world.teacher, "PUT", `${at}/grades/${amber.memberId}`, { evidence: 1, reasoning: 1, comment: "" }, { op });
    expect((await once()).text).toBe((await once()).text);
    const stale = await give(world.teacher, amber.memberId);
    expect([stale.status, stale.body["current"].evidence]).toEqual([409, 1]);
    const none = await give(world.teacher, brisk.memberId, { version: 4 });
    expect([none.status, none.body["current"]]).toEqual([409, null]);
    expect(await rows("SELECT 1 FROM grade WHERE project_id = $1 AND member_id = $2", [world.projectId, brisk.memberId])).toEqual([]);
  });

  it("are read by their pupil alone, once they are given", async () => {
    expect((await call(amber, "GET", `${at}/grade`)).body).toEqual({ grade: null });
    await give(world.teacher, amber.memberId, { evidence: null, reasoning: null, comment: "" });
    expect((await call(amber, "GET", `${at}/grade`)).body).toEqual({ grade: null });
    await give(world.teacher, amber.memberId, { version: 1 });
    expect((await call(amber, "GET", `${at}/grade`)).body["grade"]).toMatchObject({ total: 3, comment: "Well seen." });
    expect((await call(brisk, "GET", `${at}/grade`)).body).toEqual({ grade: null });
    expect((await call(world.teacher, "GET", `${at}/grade`)).status).toBe(403);
  });

  it("go into a grade book, where no cell is a formula", async () => {
    await rows("UPDATE member SET pseudonym = '=Amber' WHERE id = $1", [amber.memberId]);
    await rows("UPDATE member SET pseudonym = 'Brisk, Otter' WHERE id = $1", [brisk.memberId]);
    await give(world.teacher, amber.memberId, { comment: "-1 for style\n“really”" });
    const csv = await call(world.teacher, "GET", `${at}/grades.csv`);
    expect(csv.text).toBe('pupil,handed_in,articles,marks,reasons,evidence,reasoning,total,comment\r\n\'=Amber,0,2,0,0,2,1,3,"\'-1 for style\n“really”"\r\n"Brisk, Otter",0,2,0,0,,,,\r\n');
    expect(csv.headers.get("content-disposition")).toContain("points.csv");
    expect((await call(amber, "GET", `${at}/grades.csv`)).status).toBe(403);
  });
});

describe("a pupil's work", () => {
  it("stands in its context, with reasons, headline and last answer", async () => {
    const span = await mark(amber, "dodging questions", { note: "It sounds like a chase." });
    await call(amber, "PUT", `${at}/headlines/${world.articles[0]!.articleId}`, { body: "Bridge shut", reason: "Plain.", shared: false });
    await call(amber, "PUT", `${at}/exit`, { body: "“Dodging”" });
    const { body } = await call(world.teacher, "GET", `${at}/work/${amber.memberId}`);
    expect(body).toMatchObject({ exit: "“Dodging”", articles: [{ state: "in_progress", keyed: false, headline: { body: "Bridge shut", shared: false } }, { state: "assigned", marks: [], headline: null }] });
    const [only] = body["articles"][0].marks;
    expect(only).toMatchObject({ id: span.id, framing: "critical", quote: "dodging questions", reason: "It sounds like a chase.", key: null });
    expect(only.before).toMatch(/The mayor spent Friday $/u);
    expect(only.after).toMatch(/^\. A second/u);
  });

  it("is beside the key as one more view; the key takes nothing out of what the class counts", async () => {
    await mark(amber, "dodging questions");
    await mark(amber, "scrambles", { framing: "neutral" });
    await mark(brisk, "closed");
    for (const pupil of [amber, brisk]) {
      const assignment = await world.assignmentOf(pupil, world.articles[0]!);
      const [{ version } = { version: 0 }] = await rows<{ version: number }>("SELECT version FROM assignment WHERE id = $1", [assignment]);
      await rows("UPDATE target SET is_focus = false WHERE project_id = $1", [world.projectId]);
      expect((await call(pupil, "POST", `/projects/${world.projectId}/assignments/${assignment}/submit`, { version })).text).toContain('"submitted"');
    }
    const heat = async () => (await call(world.teacher, "GET", `/projects/${world.projectId}/lesson/heat?article=${world.articles[0]!.articleId}`)).body;
    const before = await heat();
    expect(before["handedIn"]).toBe(2);
    const place = (quote: string) => spanOver(world.articles[0]!, quote, world.targetId);
    const keyed = ["dodging questions", "scrambles", "could not manage in six months"].map((quote) => ({ id: newId(), parts: place(quote).parts, targetId: world.targetId, framing: "critical", voice: null, labelIds: [], reason: `why ${quote}` }));
    expect((await call(world.teacher, "PUT", `/projects/${world.projectId}/articles/${world.articles[0]!.articleId}/key`, { version: 0, spans: keyed, judgements: [] })).status).toBe(200);
    expect(await heat()).toEqual(before);
    const { body, text } = await call(world.teacher, "GET", `${at}/work/${amber.memberId}`);
    expect(body["articles"][0].keyed).toBe(true);
    expect(body["articles"][0].marks.map((one: { quote: string; key: string }) => [one.quote, one.key])).toEqual([["dodging questions", "agrees"], ["scrambles", "other"], ["could not manage in six months", "missed"]]);
    expect(text).not.toContain("score");
    // A pupil hears nothing of the key.
    const document = await call(amber, "GET", `/projects/${world.projectId}/assignments/${await world.assignmentOf(amber, world.articles[0]!)}/document`);
    expect([document.status, document.text.includes("why dodging")]).toEqual([200, false]);
  });
});
