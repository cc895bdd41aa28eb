import { describe, expect, it } from "vitest";
import { newId } from "@/lib/kernel/id";
import { mayHear } from "@/lib/live/server/feed";
import { rows } from "@/lib/platform/database";
import { call } from "@/tests/factories/call";
import { addMember, addOutlet, spanOver, type TestMember } from "@/tests/factories/world";
import { emptyBeforeEach } from "@/tests/support/database";
import { placeOf, submits, submitted, type Submitted } from "./submitted";

emptyBeforeEach();

const ask = (world: Submitted, more: object = {}, who: TestMember = world.reviewer) => call(who, "POST", `${world.base}/articles/${world.article.articleId}/questions`, { id: newId(), ...placeOf("bungled the roster"), spanIds: world.marks[0] ?? [], text: "Why **critical**?", ...more });
const questions = async (world: Submitted, who: TestMember = world.reviewer) => (await call(who, "GET", `${world.base}/articles/${world.article.articleId}/questions`)).body["items"];
const thread = async (world: Submitted, i: number) => call(world.annotators[i]!, "GET", `${world.base}/assignments/${world.assignments[i]}/thread`);
const say = (world: Submitted, i: number, text: string) => call(world.annotators[i]!, "POST", `${world.base}/assignments/${world.assignments[i]}/thread/messages`, { text });

describe("asking the annotators", () => {
  it("puts one message with the passage into the discussion of each, and gathers what they answer", async () => {
    const world = await submitted([["bungled the roster"], ["roster for weeks"], []]);
    expect((await ask(world)).body).toMatchObject({ asked: 3 });
    expect((await thread(world, 2)).body).toMatchObject({ state: "open", mayPost: true, unread: 1, messages: [{ text: "Why **critical**?", by: expect.stringContaining("reviewer"), passage: { ...placeOf("bungled the roster"), current: true }, peers: null, spanId: null }] });
    expect((await say(world, 1, "It reads as blame.")).status).toBe(201);
    const [question] = await questions(world);
    expect(question).toMatchObject({ text: "Why **critical**?", by: expect.stringContaining("reviewer"), spanIds: world.marks[0], showsPeers: false, current: true });
    expect(question.asked.map((one: { answers: { text: string }[] }) => one.answers.map(({ text }) => text)).sort()).toEqual([[], [], ["It reads as blame."]]);
    expect(question.asked.map((one: { letter: string }) => one.letter).sort()).toEqual(["A", "B", "C"]);
    await ask(world, { text: "And the second?" });
    await say(world, 1, "That too.");
    expect((await questions(world)).map((one: { asked: { answers: { text: string }[] }[] }) => one.asked.flatMap(({ answers }) => answers.map(({ text }) => text)))).toEqual([["It reads as blame."], ["That too."]]);
  });

  it("says in the annotator's list that something was asked, until they answer", async () => {
    const world = await submitted([["bungled the roster"]]);
    const asked = async () => (await call(world.annotators[0]!, "GET", `${world.base}/assignments/mine`)).body["items"][0].asked;
    expect(await asked()).toBe(false);
    await ask(world);
    expect(await asked()).toBe(true);
    await say(world, 0, "Because of the verb.");
    expect(await asked()).toBe(false);
  });

  it("tells an annotator nothing of others: neither their marks, nor that they marked, nor who else was asked", async () => {
    const plain = await submitted([["bungled the roster"]]);
    const crowd = await submitted([["bungled the roster"]]);
    await submits(crowd, ["bungled the roster", "kept its word"], { framing: "advocacy", note: "a peer's secret" });
    await submits(crowd, []);
    await ask(plain);
    const before = await thread(crowd, 0);
    await ask(crowd, { spanIds: crowd.marks.flat() });
    const bare = (text: string) => text.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/gu, "id").replaceAll(/"at":"[^"]+"/gu, "at").replaceAll(/(reviewer|annotator|coordinator) \d+/gu, "$1");
    expect(bare((await thread(crowd, 0)).text)).toBe(bare((await thread(plain, 0)).text));
    expect((await thread(crowd, 0)).text).not.toBe(before.text);
    const seen = async (world: Submitted) => (await rows<{ seen: boolean }>("SELECT peers_seen_at IS NOT NULL AS seen FROM assignment WHERE id = $1", [world.assignments[0]]))[0]?.seen;
    expect([await seen(plain), await seen(crowd)]).toEqual([false, false]);
  });

  it("tells only whom it asks", async () => {
    const world = await submitted([["bungled the roster"], ["kept its word"]]);
    const before = (await thread(world, 1)).text;
    expect((await ask(world, { assignmentIds: [world.assignments[0]] })).body).toMatchObject({ asked: 1 });
    expect((await thread(world, 1)).text).toBe(before);
    const news = await rows<{ kind: string; memberId: string }>(`SELECT kind, member_id AS "memberId" FROM outbox WHERE kind = 'message'`);
    const hears = ({ memberId, role }: TestMember) => mayHear({ memberId, role, revealed: false, revealedBySubmission: false }, news[0]!, false);
    expect([news.length, hears(world.annotators[0]!), hears(world.annotators[1]!)]).toEqual([1, true, false]);
  });

  it("shows what others marked only where the project allows it and it is wished, and then they count as having seen it", async () => {
    const world = await submitted([["bungled the roster"], []]);
    await submits(world, ["roster for weeks"], { framing: "advocacy", voice: "quoted" });
    const spanIds = world.marks.flat();
    expect(await ask(world, { spanIds, showPeers: true })).toMatchObject({ status: 409, body: { detail: expect.stringContaining("does not let a question show") } });
    expect((await thread(world, 0)).body["messages"]).toEqual([]);
    await call(world.lead, "PATCH", world.base, { version: 1, askShowsPeers: true });
    expect((await ask(world, { spanIds, showPeers: true })).status).toBe(201);
    expect((await thread(world, 0)).body["messages"][0].peers).toEqual([{ quote: "roster for weeks", target: "Council", framing: "advocacy", voice: "quoted" }]);
    expect((await thread(world, 1)).body["messages"][0].peers).toHaveLength(2);
    // What they make or change from now on carries that they knew.
    const [annotator, assignment] = [world.annotators[0]!, `${world.base}/assignments/${world.assignments[0]}`];
    const { version } = (await call(annotator, "GET", `${assignment}/document`)).body["assignment"];
    await call(world.reviewer, "POST", `${assignment}/return`, { version, comment: "Look again." });
    expect((await call(annotator, "POST", `${assignment}/spans`, spanOver(world.article, "kept its word", world.target))).status).toBe(201);
    await call(annotator, "PATCH", `${world.base}/spans/${world.marks[0]![0]}`, { version: 1, note: "x" });
    expect(await rows("SELECT peers_seen, changed_after_reveal FROM span WHERE assignment_id = $1 ORDER BY created_at", [world.assignments[0]])).toEqual([{ peers_seen: true, changed_after_reveal: true }, { peers_seen: true, changed_after_reveal: false }]);
  });

  it("leaves marks made after a question without peers as blind as before", async () => {
    const world = await submitted([["bungled the roster"], ["kept its word"]]);
    await call(world.lead, "PATCH", world.base, { version: 1, askShowsPeers: true });
    await ask(world, { spanIds: world.marks.flat() });
    const assignment = `${world.base}/assignments/${world.assignments[0]}`;
    const { version } = (await call(world.annotators[0]!, "GET", `${assignment}/document`)).body["assignment"];
    await call(world.reviewer, "POST", `${assignment}/return`, { version, comment: "Look again." });
    expect((await call(world.annotators[0]!, "POST", `${assignment}/spans`, spanOver(world.article, "kept its word", world.target))).body["id"]).toBeDefined();
    expect(await rows("SELECT FROM span WHERE peers_seen")).toEqual([]);
  });

  it("hides the source in the passage and in what others marked from whom it is hidden", async () => {
    const world = await submitted([["traders said"]]);
    await submits(world, ["The council bungled the roster"]);
    const outlet = await addOutlet(world.project, "The Council");
    await rows("UPDATE article SET outlet_id = $2 WHERE id = $1", [world.article.articleId, outlet]);
    await rows("UPDATE project SET source_blind = true, ask_shows_peers = true WHERE id = $1", [world.project]);
    await ask(world, { ...placeOf("The council bungled"), spanIds: world.marks.flat(), showPeers: true });
    const [message] = (await thread(world, 0)).body["messages"];
    expect([message.passage.quote, message.peers[0].quote]).toEqual(["███████████ bungled", "███████████ bungled the roster"]);
  });

  it("names annotators by letters to reviewers where the project says so, and by name to coordinators", async () => {
    const world = await submitted([["bungled the roster"]]);
    await ask(world);
    await call(world.lead, "PATCH", world.base, { version: 1, hideAnnotators: true });
    expect([(await questions(world))[0].asked[0], (await questions(world, world.lead))[0].asked[0]]).toMatchObject([{ name: null, letter: "A" }, { name: expect.stringContaining("annotator") }]);
  });

  it("is among what whoever asked can download of themselves, without what others marked", async () => {
    const world = await submitted([["bungled the roster"]]);
    await submits(world, ["kept its word"], { framing: "advocacy" });
    await call(world.lead, "PATCH", world.base, { version: 1, askShowsPeers: true });
    await ask(world, { spanIds: world.marks.flat(), showPeers: true });
    await call(world.reviewer, "POST", `${world.base}/codebook/proposals`, { text: "Say what blame is." });
    const file = await call(world.reviewer, "GET", "/account/download");
    expect(file.body).toMatchObject({ questions: [{ text: "Why **critical**?" }], proposals: [{ text: "Say what blame is.", state: "open" }], decisions: [], messages: [{ body: { text: "Why **critical**?" } }, {}] });
    expect(file.text).not.toContain("kept its word");
  });

  it("refuses words that are not there, marks and work of elsewhere, and asking nobody", async () => {
    const [world, other] = [await submitted([["bungled the roster"]]), await submitted([["bungled the roster"]])];
    for (const wrong of [{ quote: "bungled the rosters" }, { start: 40, end: 40 }, { end: 2_000_000 }, { spanIds: [other.marks[0]![0]] }, { spanIds: [newId()] }, { assignmentIds: [other.assignments[0]] }, { assignmentIds: [] }, { text: " " }, { text: "x".repeat(4_001) }, { showPeers: "yes" }])
      expect([JSON.stringify(wrong).slice(0, 60), (await ask(world, wrong)).status]).toEqual([JSON.stringify(wrong).slice(0, 60), 422]);
    expect((await ask(await submitted([]))).status).toBe(409);
    for (const who of [world.annotators[0]!, await addMember(world.project, "observer")]) expect((await ask(world, {}, who)).status).toBe(403);
    expect((await ask({ ...world, article: other.article })).status).toBe(404);
    expect(await rows("SELECT FROM question")).toEqual([]);
    const id = newId();
    expect([(await ask(world, { id })).status, (await ask(world, { id })).status]).toEqual([201, 409]);
  });

  it("does not ask whoever asks, and reopens a discussion that was closed", async () => {
    const world = await submitted([["bungled the roster"], ["kept its word"]]);
    await rows("UPDATE member SET role = 'reviewer' WHERE id = $1", [world.annotators[1]!.memberId]);
    await ask(world);
    await call(world.reviewer, "PUT", `${world.base}/assignments/${world.assignments[0]}/thread`, { state: "closed" });
    expect((await ask(world, { text: "Again?" }, world.annotators[1]!)).body).toMatchObject({ asked: 1 });
    expect((await thread(world, 0)).body).toMatchObject({ state: "open", messages: [{}, { text: "Again?" }] });
  });

  it("begins each discussion once when two ask at the same moment", async () => {
    const world = await submitted([["bungled the roster"], ["kept its word"]]);
    const all = await Promise.all([ask(world), ask(world, {}, world.lead), ask(world, {}, world.second)]);
    expect(all.map((one) => one.status)).toEqual([201, 201, 201]);
    expect((await rows("SELECT FROM thread")).length).toBe(2);
    expect((await thread(world, 0)).body["messages"]).toHaveLength(3);
  });
});
