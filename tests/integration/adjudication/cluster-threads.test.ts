import { describe, expect, it } from "vitest";
import { newId } from "@/lib/kernel/id";
import { mayHear } from "@/lib/live/server/feed";
import { rows } from "@/lib/platform/database";
import { call } from "@/tests/factories/call";
import { addMember, type TestMember } from "@/tests/factories/world";
import { emptyBeforeEach } from "@/tests/support/database";
import { submitted, type Submitted } from "./submitted";

emptyBeforeEach();

const path = (world: Submitted, mark = world.marks[0]![0]!) => `${world.base}/articles/${world.article.articleId}/threads/${mark}`;
const say = (world: Submitted, who: TestMember, text: string, mentions: string[] = []) => call(who, "POST", `${path(world)}/messages`, { text, mentions });
const read = async (world: Submitted, who: TestMember) => (await call(who, "GET", `${world.base}/articles/${world.article.articleId}/threads`)).body;
const mentions = async (world: Submitted, who: TestMember, query = "") => (await call(who, "GET", `${world.base}/mentions${query}`)).body;

describe("the discussion of a cluster", () => {
  it("is held by those who adjudicate, under a mark of it", async () => {
    const world = await submitted([["bungled the roster"]]);
    expect(await read(world, world.lead)).toMatchObject({ memberId: world.lead.memberId, mayShowPeers: false, items: [], people: [{ name: expect.stringContaining("reviewer") }, { name: expect.stringContaining("reviewer") }] });
    expect((await say(world, world.reviewer, "Is this **irony**?")).status).toBe(201);
    await say(world, world.lead, "It is.");
    expect(await read(world, world.second)).toMatchObject({ items: [{ spanId: world.marks[0]![0], state: "open", unseen: 0, messages: [{ text: "Is this **irony**?", mine: false, by: expect.stringContaining("reviewer") }, { text: "It is." }] }] });
    for (const who of [world.annotators[0]!, await addMember(world.project, "observer")]) expect([(await say(world, who, "x")).status, (await call(who, "GET", `${world.base}/articles/${world.article.articleId}/threads`)).status, (await call(who, "GET", `${world.base}/mentions`)).status]).toEqual([403, 403, 403]);
    expect((await call(world.annotators[0]!, "GET", `${world.base}/assignments/${world.assignments[0]}/thread`)).body).toMatchObject({ state: null, messages: [] });
  });

  it("tells whoever is named, until they have seen it", async () => {
    const world = await submitted([["bungled the roster"]]);
    expect((await say(world, world.reviewer, "@you, which rule?", [world.lead.memberId])).body).toMatchObject({ mentions: [expect.stringContaining("coordinator")] });
    expect(await mentions(world, world.lead)).toMatchObject({ unseen: 1, items: [{ articleId: world.article.articleId, articleTitle: "Ferries late", spanId: world.marks[0]![0], text: "@you, which rule?", seen: false }] });
    expect(await mentions(world, world.second)).toMatchObject({ unseen: 0, items: [] });
    expect((await read(world, world.lead))["items"][0].unseen).toBe(1);
    expect((await call(world.lead, "POST", `${path(world)}/seen`)).body).toEqual({ seen: 1 });
    expect([(await mentions(world, world.lead, "?unseen=true"))["items"], (await mentions(world, world.lead))["items"].length, (await mentions(world, world.lead))["unseen"]]).toEqual([[], 1, 0]);
  });

  it("lists mentions page by page", async () => {
    const world = await submitted([["bungled the roster"]]);
    for (const text of ["one", "two", "three"]) await say(world, world.reviewer, text, [world.lead.memberId]);
    const first = await mentions(world, world.lead, "?limit=2");
    const rest = await mentions(world, world.lead, `?limit=2&after=${first["next"]}`);
    expect([...first["items"], ...rest["items"]].map((one: { text: string }) => one.text)).toEqual(["three", "two", "one"]);
    expect(rest["next"]).toBeNull();
  });

  it("refuses empty words, and to name annotators, strangers and oneself", async () => {
    const world = await submitted([["bungled the roster"]]);
    for (const text of ["", " ", "x".repeat(4_001)]) expect((await say(world, world.lead, text)).status).toBe(422);
    for (const id of [world.annotators[0]!.memberId, newId(), world.lead.memberId]) expect((await say(world, world.lead, "x", [id])).body).toMatchObject({ status: 422, errors: [{ path: "/mentions/0" }] });
    expect(await rows("SELECT FROM thread")).toEqual([]);
  });

  it("is about a submitted mark of this article, and nothing else", async () => {
    const [world, other] = [await submitted([["bungled the roster"]]), await submitted([["bungled the roster"]])];
    for (const mark of [other.marks[0]![0]!, newId()]) expect((await call(world.lead, "POST", `${path(world, mark)}/messages`, { text: "x" })).status).toBe(404);
    expect((await call(world.lead, "PUT", path(world), { state: "closed" })).status).toBe(409);
    expect((await call(world.lead, "POST", `${path(world)}/seen`)).status).toBe(404);
    await rows("UPDATE assignment SET first_submitted_at = NULL WHERE id = $1", [world.assignments[0]]);
    expect((await say(world, world.lead, "x")).status).toBe(409);
  });

  it("is closed and opened again by anybody who adjudicates", async () => {
    const world = await submitted([["bungled the roster"]]);
    await say(world, world.reviewer, "Done?");
    expect((await call(world.second, "PUT", path(world), { state: "closed" })).body).toEqual({ state: "closed" });
    expect((await say(world, world.lead, "x")).body).toMatchObject({ status: 409, detail: "This discussion is closed." });
    await call(world.lead, "PUT", path(world), { state: "open" });
    expect((await say(world, world.lead, "Once more.")).status).toBe(201);
  });

  it("begins once when several write at the same moment, and each is said once", async () => {
    const world = await submitted([["bungled the roster"]]);
    const op = newId();
    const twice = () => call(world.lead, "POST", `${path(world)}/messages`, { text: "Once." }, { op });
    const all = await Promise.all([...Array.from({ length: 6 }, (_, i) => say(world, i % 2 ? world.reviewer : world.second, `Word ${i}.`)), twice(), twice()]);
    expect(all.map((one) => one.status)).toEqual(Array.from({ length: 8 }, () => 201));
    expect([(await rows("SELECT FROM thread")).length, (await read(world, world.lead))["items"][0].messages.length]).toEqual([1, 7]);
  });

  it("is heard of by those who adjudicate and by nobody else", async () => {
    const world = await submitted([["bungled the roster"]]);
    await say(world, world.reviewer, "Hm.");
    const [news] = await rows<{ kind: string; memberId: string | null }>(`SELECT kind, member_id AS "memberId" FROM outbox WHERE kind = 'talk'`);
    const hears = (who: TestMember) => mayHear({ memberId: who.memberId, role: who.role, revealed: true, revealedBySubmission: true }, news!, true);
    expect([world.lead, world.second, world.annotators[0]!, await addMember(world.project, "observer")].map(hears)).toEqual([true, true, false, false]);
  });
});
