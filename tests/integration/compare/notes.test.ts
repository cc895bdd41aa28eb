import { beforeEach, describe, expect, it } from "vitest";
import { newId } from "@/lib/kernel/id";
import { call } from "@/tests/factories/call";
import { makeEvent, placeOf, rowWith, wordsOf, type EventWorld } from "@/tests/factories/event";
import { addArticle } from "@/tests/factories/world";
import { parseCsv } from "@/tests/support/parse-csv";
import { TELLINGS } from "@/tests/fixtures/compare/tellings";
import { emptyBeforeEach } from "@/tests/support/database";

emptyBeforeEach();
let world: EventWorld, at: string;
beforeEach(async () => {
  world = await makeEvent();
  at = `/${world.setId}`;
});
const LETTER = "A letter of the inspectors, dated 2 April, had asked the harbour board for a decision before summer.";
const draft = (note = "No word of the letter.") => ({ articleId: world.articles.standard.articleId, told: placeOf(world.articles.tern, LETTER), note });
/** Gives an article of the event another text. */
const correct = async (which: "tern" | "standard", from: string, to: string) => {
  const { articleId } = world.articles[which];
  const base = `/projects/${world.lead.projectId}/articles/${articleId}`;
  const { version } = (await call(world.lead, "GET", base)).body as { version: number };
  const made = await call(world.lead, "POST", `${base}/revisions`, { version, text: TELLINGS[which].replace(from, to) });
  expect(made.status, made.text).toBe(201);
};

describe("an omission", () => {
  it("is noted of an article with the words that another one tells, stands in their row, and leaves as a table", async () => {
    const made = await world.api("POST", `${at}/omissions`, draft(), world.reviewer);
    expect(made.status, made.text).toBe(201);
    expect(made.body).toMatchObject({ quote: LETTER, note: "No word of the letter.", by: expect.stringContaining("reviewer"), version: 1 });
    const found = await world.read();
    expect(rowWith(found, LETTER).omissions).toEqual([made.body["id"]]);
    expect(found.rows.flatMap(({ omissions }) => omissions)).toHaveLength(1);
    expect(found.omissions).toMatchObject([{ articleId: world.articles.standard.articleId, toldBy: world.articles.tern.articleId, nowTold: false, mayChange: true }]);
    expect((await world.read("", world.reviewer)).omissions[0]!.mayChange).toBe(true);
    const table = await world.api("GET", `${at}/omissions.csv`);
    expect(parseCsv(table.text)).toMatchObject([["omission_id", "set", "article_id", "article", "outlet", "told_by_id", "told_by", "told_by_outlet", "start", "end", "quote", "text", "note", "noted_by", "noted_at"], [made.body["id"], "Pier closure", world.articles.standard.articleId, "Skerry pier shut overnight", "Quay Standard", world.articles.tern.articleId, "Harbour board blamed for closed pier", "Tern", String(TELLINGS.tern.indexOf(LETTER)), String(TELLINGS.tern.length), LETTER, "current", "No word of the letter.", expect.stringContaining("reviewer"), expect.any(String)]]);
  });

  it("is changed and taken back by its author or a coordinator, who know how it stands", async () => {
    const other = world.coder;
    const made = await world.api("POST", `${at}/omissions`, draft(), world.reviewer);
    const one = `${at}/omissions/${made.body["id"]}`;
    expect((await world.api("PATCH", one, { version: 1, note: "x" }, other)).status).toBe(403);
    expect((await world.api("PATCH", one, { version: 1, note: "Not a word." }, world.lead)).body).toMatchObject({ note: "Not a word.", version: 2 });
    const stale = await world.api("DELETE", one, { version: 1 }, world.reviewer);
    expect([stale.status, stale.body["current"]]).toEqual([409, expect.objectContaining({ note: "Not a word.", version: 2 })]);
    expect((await world.api("DELETE", one, { version: 2 }, world.reviewer)).status).toBe(200);
    expect((await world.api("DELETE", one, { version: 3 }, world.reviewer)).status).toBe(404);
    expect((await world.read()).omissions).toEqual([]);
    const ofLead = await world.api("POST", `${at}/omissions`, draft());
    expect((await world.api("DELETE", `${at}/omissions/${ofLead.body["id"]}`, { version: 1 }, world.reviewer)).status).toBe(403);
    expect((await world.read("", world.reviewer)).omissions[0]!.mayChange).toBe(false);
  });

  it("is refused of the teller itself, of what is not in the set, of page chrome, and of a text that was corrected", async () => {
    const elsewhere = await addArticle(world.lead.projectId, "Storm\nA storm at sea.");
    expect((await world.api("POST", `${at}/omissions`, { ...draft(), articleId: world.articles.tern.articleId })).status).toBe(422);
    expect((await world.api("POST", `${at}/omissions`, { ...draft(), articleId: elsewhere.articleId })).status).toBe(404);
    expect((await world.api("POST", `${at}/omissions`, { ...draft(), told: placeOf(elsewhere, "A storm") })).status).toBe(404);
    expect((await world.api("POST", `${at}/omissions`, { ...draft(), told: placeOf(world.articles.courier, "You may also like") })).status).toBe(422);
    expect((await world.api("POST", `${at}/omissions`, { ...draft(), told: { ...draft().told, end: 9_999 } })).status).toBe(422);
    await correct("tern", "dated 2 April", "dated 3 April");
    const late = await world.api("POST", `${at}/omissions`, draft());
    expect([late.status, late.body["current"].articleId]).toEqual([409, world.articles.tern.articleId]);
  });

  it("follows its words into a corrected text, and says where they are no more or are told after all", async () => {
    await world.api("POST", `${at}/omissions`, draft());
    await correct("tern", "On Thursday engineers", "Two days ago, on Thursday, engineers");
    const moved = await world.read();
    expect(moved.omissions[0]!.told!.start).toBe(TELLINGS.tern.indexOf(LETTER) + "Two days ago, ,".length);
    expect(rowWith(moved, LETTER).omissions).toHaveLength(1);
    await correct("standard", "Skerry pier shut overnight", `Skerry pier shut overnight\n${LETTER}`);
    expect((await world.read()).omissions).toMatchObject([{ nowTold: true }]);
    await correct("tern", `\n${LETTER}`, "\nNothing else is known.");
    expect((await world.read()).omissions).toMatchObject([{ told: null, quote: LETTER }]);
    expect((await world.api("GET", `${at}/omissions.csv`)).text).toContain(",corrected,");
  });
});

describe("the name of a row", () => {
  const place = () => placeOf(world.articles.tern, LETTER);
  it("hangs on one of its places, follows the words, and is given by whoever knows the one that stands", async () => {
    const given = await world.api("PUT", `${at}/names`, { place: place(), name: "The letter" }, world.reviewer);
    expect(given.status, given.text).toBe(200);
    const { id } = given.body["name"] as { id: string };
    const found = await world.read();
    expect(rowWith(found, "letter of 2 April").name).toMatchObject({ id, name: "The letter", version: 1 });
    expect(found.rows.filter(({ name }) => name !== null)).toHaveLength(1);
    const blind = await world.api("PUT", `${at}/names`, { place: place(), name: "A warning" });
    expect([blind.status, blind.body["current"].name]).toEqual([409, "The letter"]);
    expect((await world.api("PUT", `${at}/names`, { place: place(), name: "A warning", replaces: { id, version: 1 } })).body["name"]).toMatchObject({ id, name: "A warning", version: 2 });
    expect((await world.api("PUT", `${at}/names`, { place: place(), name: "", replaces: { id, version: 1 } })).status).toBe(409);
    await correct("tern", "On Thursday engineers", "Engineers");
    expect(rowWith(await world.read(), "letter of 2 April").name?.name).toBe("A warning");
    const now = (await world.read()).columns.find((one) => one.id === world.articles.tern.articleId)!;
    const sentence = now.sentences.find(({ text }) => text === LETTER)!;
    const off = await world.api("PUT", `${at}/names`, { place: { articleId: now.id, revisionId: now.revisionId, start: sentence.start, end: sentence.end }, name: "", replaces: { id, version: 2 } });
    expect(off.body["name"]).toBeNull();
    expect((await world.read()).rows.every(({ name }) => name === null)).toBe(true);
  });
});

describe("a correction", () => {
  const say = (a: object, b: object, verdict: string, more: object = {}) => world.api("POST", "/verdicts", { subject: "passage", a, b, verdict, ...more }, world.reviewer);
  const PAYS = "Nobody would say who pays for the boats after Sunday.";

  it("joins and parts passages, stays while it stands, and is named with who said it", async () => {
    const [lone, letter] = [placeOf(world.articles.courier, PAYS), placeOf(world.articles.tern, LETTER)];
    const joined = await say(lone, letter, "same");
    expect(joined.status, joined.text).toBe(201);
    const found = await world.read();
    expect(wordsOf(found, rowWith(found, PAYS)).join("\n")).toContain(LETTER);
    expect(rowWith(found, PAYS).byHand).toBe(true);
    expect(found.verdicts).toMatchObject([{ id: joined.body["id"], verdict: "same", state: "standing", memberName: expect.stringContaining("reviewer") }]);
    expect([...found.verdicts[0]!.quotes].sort()).toEqual([LETTER, PAYS].sort());
    expect((await world.api("DELETE", `/verdicts/${joined.body["id"]}`, { version: 1 })).status).toBe(200);
    expect((await world.read()).verdicts).toEqual([]);
    const told = placeOf(world.articles.courier, "The inspectors’ letter of 2 April had asked the harbour board for a decision before summer.");
    expect((await say(told, letter, "different")).status).toBe(201);
    const parted = await world.read();
    expect(rowWith(parted, LETTER).cells).toHaveLength(1);
  });

  it("follows its words into a corrected text; where they are no more it is shown without effect", async () => {
    const [lone, letter] = [placeOf(world.articles.courier, PAYS), placeOf(world.articles.tern, LETTER)];
    await say(lone, letter, "same");
    await correct("tern", "On Thursday engineers", "Engineers");
    const moved = await world.read();
    expect(moved.verdicts).toMatchObject([{ state: "carried" }]);
    expect(rowWith(moved, PAYS).cells.length).toBeGreaterThan(1);
    await correct("tern", `\n${LETTER}`, "\nNothing else is known.");
    const gone = await world.read();
    expect(gone.verdicts).toMatchObject([{ state: "changed" }]);
    expect(rowWith(gone, PAYS).cells).toHaveLength(1);
    expect((await world.api("DELETE", `/verdicts/${gone.verdicts[0]!.id}`, { version: 1 })).status).toBe(200);
  });

  it("is nothing that a stranger's article or another set's name can be used for", async () => {
    const strange = { articleId: newId(), revisionId: newId(), start: 0, end: 4 };
    expect((await say(strange, placeOf(world.articles.tern, LETTER), "same")).status).toBe(404);
    expect((await world.api("PUT", `/${newId()}/names`, { place: placeOf(world.articles.tern, LETTER), name: "x" })).status).toBe(404);
  });
});
