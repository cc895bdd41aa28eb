import { beforeEach, describe, expect, it } from "vitest";
import { newId } from "@/lib/kernel/id";
import { rows } from "@/lib/platform/database";
import { call } from "@/tests/factories/call";
import { makeEvent, rowWith, wordsOf, type EventWorld } from "@/tests/factories/event";
import { addArticle, assign, spanOver } from "@/tests/factories/world";
import { TELLINGS } from "@/tests/fixtures/compare/tellings";
import { emptyBeforeEach } from "@/tests/support/database";

emptyBeforeEach();
let world: EventWorld;
beforeEach(async () => {
  world = await makeEvent();
});
const outletsIn = (lines: readonly string[]): string[] => lines.map((line) => line.slice(0, line.indexOf(":")));

describe("articles of a set side by side", () => {
  it("stand in rows of what tells the same, headlines first, and say what each leaves out", async () => {
    const found = await world.read();
    expect(found.set).toMatchObject({ id: world.setId, name: "Pier closure" });
    expect(found.columns.map(({ outlet }) => outlet?.name)).toEqual(["Courier", "Quay Standard", "Tern"]);
    expect(found.rows[0]!.headlines).toBe(true);
    expect(outletsIn(wordsOf(found, found.rows[0]!))).toEqual(["Courier", "Quay Standard", "Tern"]);
    expect(outletsIn(wordsOf(found, rowWith(found, "gauge")))).toEqual(["Courier", "Quay Standard", "Tern"]);
    expect(outletsIn(wordsOf(found, rowWith(found, "letter of 2 April")))).toEqual(["Courier", "Tern"]);
    expect(outletsIn(wordsOf(found, rowWith(found, "who pays")))).toEqual(["Courier"]);
    expect(found.rows.some((row) => wordsOf(found, row).some((line) => line.includes("You may also like")))).toBe(false);
    const passages = found.rows.length - 1;
    expect(found.columns.map(({ absent, alone }) => [absent, alone])).toEqual(["Courier", "Quay Standard", "Tern"].map((name) => {
      const own = found.rows.slice(1).filter((row) => outletsIn(wordsOf(found, row)).includes(name));
      return [passages - own.length, own.filter((row) => row.cells.length === 1).length];
    }));
    expect(found.columns[0]!.absent).toBe(0);
    expect(found.columns[2]!.absent).toBeGreaterThan(0);
  });

  it("are those asked for; what is not in the set, or archived, is counted as missing", async () => {
    const { courier, tern } = world.articles;
    const found = await world.read(`?articles=${tern.articleId},${courier.articleId},${newId()}`);
    expect(found.columns.map(({ id }) => id)).toEqual([tern.articleId, courier.articleId]);
    expect([found.missing, found.choosable.length]).toEqual([1, 3]);
    expect((await call(world.lead, "POST", `/projects/${world.lead.projectId}/articles/${tern.articleId}/archive`, { version: 1 })).status).toBe(200);
    const later = await world.read(`?articles=${tern.articleId},${courier.articleId}`);
    expect([later.columns.map(({ id }) => id), later.missing, later.choosable.length]).toEqual([[courier.articleId], 1, 2]);
  });

  it("can be compared without a set, where nothing is named or noted", async () => {
    const ids = [world.articles.courier.articleId, world.articles.tern.articleId];
    const { status, body } = await world.api("GET", `/articles?articles=${ids.join(",")}`);
    expect(status).toBe(200);
    expect([body["set"], body["columns"].length, body["omissions"]]).toEqual([null, 2, []]);
  });

  it("are shown with what there is, where an article holds no words of its own, or the set one article or none", async () => {
    const menu = await addArticle(world.lead.projectId, "Menu\nSubscribe", { kinds: { 0: "chrome", 1: "chrome" } });
    await call(world.lead, "POST", `/projects/${world.lead.projectId}/article-sets/${world.setId}/articles`, { articleIds: [menu.articleId] });
    const found = await world.read(`?articles=${menu.articleId},${world.articles.tern.articleId}`);
    expect(found.columns.map(({ sentences, ownShare, absent }) => [sentences.length, ownShare, absent])).toEqual([[0, null, 2], [3, 1, 0]]);
    expect((await world.read(`?articles=${menu.articleId}`)).rows).toEqual([]);
    const empty = await call(world.lead, "POST", `/projects/${world.lead.projectId}/article-sets`, { name: "Nothing" });
    const nothing = await world.api("GET", `/${empty.body["id"]}`);
    expect([nothing.status, nothing.body["columns"], nothing.body["rows"]]).toEqual([200, [], []]);
  });

  it("say which are copies of one work, and keep them apart as columns", async () => {
    const copy = await addArticle(world.lead.projectId, TELLINGS.tern.replace("Harbour board blamed for closed pier", "Board blamed"), { workId: world.articles.tern.workId });
    await call(world.lead, "POST", `/projects/${world.lead.projectId}/article-sets/${world.setId}/articles`, { articleIds: [copy.articleId] });
    const found = await world.read(`?articles=${copy.articleId},${world.articles.tern.articleId},${world.articles.courier.articleId}`);
    expect(found.columns.map(({ copies }) => copies)).toEqual([[world.articles.tern.articleId], [copy.articleId], []]);
    expect(rowWith(found, "dated 2 April").cells.map(({ articleId }) => articleId)).toEqual([copy.articleId, world.articles.tern.articleId, world.articles.courier.articleId]);
  });
});

describe("marks beside the words", () => {
  const mark = async (who = world.coder) => {
    const assignment = await assign(who, world.articles.tern);
    const made = await call(who, "POST", `/projects/${who.projectId}/assignments/${assignment}/spans`, spanOver(world.articles.tern, "blamed", world.targetId, { note: "secret", voice: "own" }));
    expect(made.status, made.text).toBe(201);
    const submit = () => call(who, "POST", `/projects/${who.projectId}/assignments/${assignment}/submit`, { version: 1 });
    return { id: made.body["id"] as string, submit };
  };
  const tern = async (query = "", who = world.lead) => (await world.read(query, who)).columns.find(({ id }) => id === world.articles.tern.articleId)!;

  it("are those that were submitted, never with a name or a note, and none when none are asked for", async () => {
    const { id, submit } = await mark();
    expect((await tern()).marks).toEqual([]);
    expect((await submit()).status).toBe(200);
    const { layer, marks } = await tern();
    expect(layer).toBe("raw");
    const start = TELLINGS.tern.indexOf("blamed");
    expect(marks).toEqual([{ id, framing: "critical", voice: "own", target: "Harbour board", parts: [{ start, end: start + 6 }] }]);
    expect(await tern("?marks=none")).toMatchObject({ layer: "none", marks: [] });
  });

  it("count as seen by whoever works on the article too, from when they were shown", async () => {
    const own = await assign(world.reviewer, world.articles.tern);
    const seen = async () => (await rows<{ at: Date | null }>("SELECT peers_seen_at AS at FROM assignment WHERE id = $1", [own]))[0]!.at;
    const { submit } = await mark();
    await submit();
    await world.read("?marks=none", world.reviewer);
    expect(await seen()).toBeNull();
    await world.read("", world.reviewer);
    expect(await seen()).not.toBeNull();
  });

  it("are those of the settled record where an article is settled", async () => {
    const { id, submit } = await mark();
    await submit();
    const base = `/projects/${world.lead.projectId}/articles/${world.articles.tern.articleId}`;
    const document = await call(world.reviewer, "GET", `${base}/adjudication`);
    const [cluster] = document.body["clusters"];
    const { parts, targetId, voice, attribution, speaker, directness, device, labelIds } = cluster.spans[0];
    const decided = await call(world.reviewer, "POST", `${base}/decisions`, { id: newId(), spans: [{ id, version: cluster.spans[0].version }], outcome: "settled", method: "edited", from: [id], settled: [{ parts, targetId, framing: "neutral", voice, attribution, speaker, directness, device, labelIds, note: "" }], replaces: [], reason: "other", note: "It only says who is blamed." });
    expect(decided.status, decided.text).toBe(201);
    expect((await tern()).layer).toBe("raw");
    const head = await call(world.reviewer, "GET", `${base}/adjudication`);
    const settled = await call(world.reviewer, "POST", `${base}/settle`, { version: head.body["adjudication"].version });
    expect(settled.status, settled.text).toBe(200);
    expect(await tern()).toMatchObject({ layer: "settled", marks: [{ framing: "neutral", target: "Harbour board" }] });
  });

  it("are nothing for annotators before the reveal, and afterwards those on their own articles", async () => {
    const { submit } = await mark();
    await submit();
    for (const path of [`/${world.setId}`, `/articles?articles=${world.articles.tern.articleId}`, `/${world.setId}/omissions.csv`]) expect((await world.api("GET", path, undefined, world.coder)).status).toBe(404);
    await call(world.lead, "POST", `/projects/${world.lead.projectId}/reveal`, { version: 1 });
    const found = await world.read("", world.coder);
    expect(found.columns.map(({ id }) => id)).toEqual([world.articles.tern.articleId]);
    expect(found.choosable).toHaveLength(1);
    expect((await world.api("POST", `/${world.setId}/omissions`, {}, world.coder)).status).toBe(403);
  });
});

it("compares six articles of 100,000 characters, and says what was left out", async () => {
  const filler = (n: number) => Array.from({ length: 1_200 }, (_, i) => `Skerry pier report ${n} says that boat ${(i * 7 + n) % 997} waited at quay ${i % 89} for crew ${(i * 13) % 613}.`).join(" ");
  const ids: string[] = [];
  for (let n = 0; n < 6; n++) ids.push((await addArticle(world.lead.projectId, `Pier report ${n}\n${filler(n)}`)).articleId);
  const { status, body } = await world.api("GET", `/articles?articles=${ids.join(",")}`);
  expect(status).toBe(200);
  for (const column of body["columns"]) expect([column.sentences.length <= 250, column.leftOut > 900]).toEqual([true, true]);
});
