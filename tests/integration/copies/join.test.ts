import { createHash } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { rows, row } from "@/lib/platform/database";
import { randomFrom } from "@/lib/kernel/random";
import { call } from "@/tests/factories/call";
import { addMember, makeProject, type TestMember } from "@/tests/factories/world";
import { emptyBeforeEach } from "@/tests/support/database";

emptyBeforeEach();
let lead: TestMember;
beforeEach(async () => void (lead = await addMember(await makeProject(), "coordinator")));

const add = async (text: string, more: Record<string, unknown> = {}, who = lead): Promise<Record<string, unknown>> => {
  const made = await call(who, "POST", `/projects/${who.projectId}/articles`, { text, ...more });
  expect(made.status, made.text).toBe(201);
  return made.body;
};
const workOf = async (article: Record<string, unknown>): Promise<string> => (await row<{ work_id: string }>("SELECT work_id FROM article WHERE id = $1", [article["id"]]))!.work_id;

const random = randomFrom(11n);
const paragraph = (count: number): string => `${Array.from({ length: count }, () => `word${random.below(5000)}`).join(" ")}.`;
/** An agency's report of twelve paragraphs of 40 words. */
const agency = Array.from({ length: 12 }, () => paragraph(40));

describe("an article that comes in", () => {
  it("joins the work of an agency report that it carries with a new headline and an added paragraph", async () => {
    const wire = await add(["Council of Larkmoor closes the ferry", ...agency].join("\n"));
    const copy = await add(["Ferry row splits Larkmoor", ...agency, paragraph(40)].join("\n"));
    expect(await workOf(copy)).toBe(await workOf(wire));
    expect(copy["sameText"]).toBeNull();
  });

  it("joins the work of the report that it cuts by a third, or to a quarter", async () => {
    const wire = await add(["Council of Larkmoor closes the ferry", ...agency].join("\n"));
    const cut = await add(["Larkmoor ferry to close", ...agency.slice(0, 8)].join("\n"));
    const short = await add(["No more ferry", ...agency.slice(0, 4)].join("\n"));
    expect([await workOf(cut), await workOf(short)]).toEqual(Array(2).fill(await workOf(wire)));
    expect(await row("SELECT count(*)::int AS n FROM work")).toEqual({ n: 1 });
  });

  it("stays by itself where it only quotes a statement, or tells the same event in other words", async () => {
    const statement = paragraph(60);
    const release = await add(["Statement of the harbour board", statement].join("\n"));
    const report = await add(["Board speaks", ...agency.slice(0, 8), statement].join("\n"));
    const other = await add(["Board speaks", ...Array.from({ length: 8 }, () => paragraph(40)), agency[0]].join("\n"));
    expect(new Set([await workOf(release), await workOf(report), await workOf(other)]).size).toBe(3);
  });

  it("joins words that differ in marks and case only, and says which article has them, in whatever page they stood", async () => {
    const one = await add("Larkmoor’s ferry stops\nThe council – at last – decided.");
    const two = await add("LARKMOOR'S FERRY STOPS\nThe council, at last, decided\nRead also: storms", { blocks: [{ ordinal: 2, kind: "chrome" }] });
    expect(two["sameText"]).toEqual({ id: one["id"], title: "Larkmoor’s ferry stops" });
    expect(await workOf(two)).toBe(await workOf(one));
  });

  it("joins no chain: each like the one before, the last unlike the first", async () => {
    const lines = Array.from({ length: 24 }, () => paragraph(40));
    const made = [];
    for (let i = 0; i < 10; i++) made.push(await add(lines.slice(i, i + 12).join("\n")));
    const works = await Promise.all(made.map(workOf));
    expect(works[1]).toBe(works[0]);
    expect(works[9]).not.toBe(works[0]);
    expect(new Set(works).size).toBeGreaterThan(2);
  });

  it("joins nothing for want of words", async () => {
    const furniture = { blocks: [{ ordinal: 0, kind: "chrome" }] };
    expect(await workOf(await add("Menu", furniture))).not.toBe(await workOf(await add("Search", furniture)));
  });

  it("knows nothing of other projects", async () => {
    const text = ["Council of Larkmoor closes the ferry", ...agency].join("\n");
    await add(text);
    const elsewhere = await addMember(await makeProject(), "coordinator");
    const copy = await add(text, {}, elsewhere);
    expect(copy["sameText"]).toBeNull();
    const keys = await rows<{ n: number }>("SELECT count(*)::int AS n FROM copy_print a JOIN copy_print b ON a.project_id < b.project_id AND a.bands && b.bands");
    expect(keys).toEqual([{ n: 0 }]);
  });

  it("ends in one work with a near copy that comes in at the same moment", async () => {
    const made = await Promise.all([0, 1, 2, 3].map((i) => add([`Headline ${i}`, ...agency, paragraph(10)].join("\n"))));
    expect(new Set(await Promise.all(made.map(workOf))).size).toBe(1);
  });

  it("stores the digest of its words, and both again when a block becomes page furniture", async () => {
    const made = await add("Ferry stops today\nThe council of Larkmoor decided");
    const digest = async () => (await row<{ d: Buffer }>("SELECT words_digest AS d FROM copy_print"))!.d.toString("hex");
    const of = (words: string) => createHash("sha256").update(words).digest("hex");
    expect(await digest()).toBe(of("ferry stops today the council of larkmoor decided"));
    await call(lead, "PATCH", `/projects/${lead.projectId}/articles/${made["id"]}/blocks`, { version: 1, changes: [{ ordinal: 1, kind: "chrome" }] });
    expect(await digest()).toBe(of("ferry stops today"));
    expect(await row("SELECT count(*)::int AS n FROM search_chunk WHERE words @@ to_tsquery('simple', 'council')")).toEqual({ n: 0 });
  });
});
