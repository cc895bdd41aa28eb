import { beforeEach, describe, expect, it } from "vitest";
import { newId } from "@/lib/kernel/id";
import { call } from "@/tests/factories/call";
import { addMember, makeProject, type TestMember } from "@/tests/factories/world";
import { emptyBeforeEach } from "@/tests/support/database";

emptyBeforeEach();
let lead: TestMember;
let base: string;
const api = (method: string, path: string, body?: object, who = lead) => call(who, method, `/projects/${lead.projectId}${path}`, body);
const add = async (text: string, more: Record<string, unknown> = {}): Promise<string> => {
  const made = await api("POST", "/articles", { text, language: "en", ...more });
  expect(made.status, made.text).toBe(201);
  return made.body["id"] as string;
};
type Proposed = { words: string[]; from: string; to: string; articles: { id: string }[] };

beforeEach(async () => {
  lead = await addMember(await makeProject(), "coordinator");
  base = "/article-sets";
});

describe("a set of articles", () => {
  it("is made, filled by hand and by a search, narrowed to, changed and deleted", async () => {
    const [one, two] = [await add("Ferry stops\nThe council of Larkmoor met."), await add("Pier opens\nThe council of Larkmoor met once more.")];
    await add("Storm\nA storm at sea.");
    const made = await api("POST", base, { name: "Ferry closure", articleIds: [one] });
    expect(made.status, made.text).toBe(201);
    expect(made.body).toMatchObject({ name: "Ferry closure", kind: "event", articles: 1, works: 1, version: 1 });
    const path = `${base}/${made.body["id"]}`;
    expect((await api("POST", `${path}/articles`, { filters: { q: "larkmoor" } })).body).toEqual({ added: 1, all: 2 });
    expect((await api("GET", path)).body).toMatchObject({ articles: 2, works: 2 });
    expect((await api("GET", `/articles?setId=${made.body["id"]}`)).body["items"].map((item: { id: string }) => item.id)).toEqual([one, two]);
    expect((await api("DELETE", `${path}/articles`, { articleIds: [one, newId()] })).body).toEqual({ removed: 1 });
    expect((await api("PATCH", path, { version: 1, name: "Ferry row", kind: "other", note: "Both sides" })).body).toMatchObject({ name: "Ferry row", kind: "other", note: "Both sides", version: 2 });
    expect((await api("GET", base)).body["items"]).toHaveLength(1);
    expect((await api("DELETE", path, { version: 1 })).status).toBe(409);
    expect((await api("DELETE", path, { version: 2 })).status).toBe(200);
    expect((await api("GET", path)).status).toBe(404);
    expect((await api("GET", "/articles")).body["count"].value).toBe(3);
  });

  it("is filled by many searches at one moment", async () => {
    await add("Ferry stops\nThe council of Larkmoor met.");
    const sets = await Promise.all(Array.from({ length: 24 }, async (_, i) => (await api("POST", base, { name: `Set ${i}` })).body["id"] as string));
    const filled = await Promise.all(sets.map((id) => api("POST", `${base}/${id}/articles`, { filters: { q: "larkmoor" } })));
    expect(filled.map((one) => one.body)).toEqual(sets.map(() => ({ added: 1, all: 1 })));
  });

  it("refuses a name twice, and an article of another project", async () => {
    await api("POST", base, { name: "Ferry closure" });
    expect((await api("POST", base, { name: "FERRY  closure" })).status).toBe(409);
    expect((await api("POST", base, { name: "Other", articleIds: [newId()] })).status).toBe(422);
  });

  it("is nothing for annotators; reviewers read it", async () => {
    const [coder, reviewer] = [await addMember(lead.projectId, "annotator"), await addMember(lead.projectId, "reviewer")];
    expect((await api("GET", base, undefined, coder)).status).toBe(403);
    expect((await api("GET", base, undefined, reviewer)).status).toBe(200);
    expect((await api("POST", base, { name: "x" }, reviewer)).status).toBe(403);
  });
});

describe("proposals", () => {
  const ferry = (more: string) => `${more}\nThe harbour board of Larkmoor halted the ferry to Skerry Isle after inspectors found rust in the hull.`;
  const fire = (more: string) => `${more}\nFirefighters fought flames at the Thornbury textile mill through the night while families waited outside.`;

  it("put works of one event and of three days together, with the words and days that say so", async () => {
    const a = await add(ferry("Ferry halted"), { publishedOn: "2024-03-01" });
    const b = await add(`${ferry("Rust stops Larkmoor boats")} Islanders protested at the quay.`, { publishedOn: "2024-03-03" });
    const c = await add(fire("Mill ablaze"), { publishedOn: "2024-03-02" });
    const d = await add(fire("Night of flames in Thornbury").replace("waited outside", "prayed nearby"), { publishedOn: "2024-03-02" });
    await add(ferry("A year on, the ferry of Larkmoor again"), { publishedOn: "2024-04-20" });
    await add(ferry("No date, no event"));
    const { items, looked, next } = (await api("GET", `${base}/proposals`)).body as { items: Proposed[]; looked: number; next: null };
    expect(items.map((one) => one.articles.map((article) => article.id).toSorted())).toEqual([[a, b].toSorted(), [c, d].toSorted()]);
    expect(items[0]).toMatchObject({ from: "2024-03-01", to: "2024-03-03" });
    expect(items[0]!.words.map((word) => word.toLowerCase())).toEqual(expect.arrayContaining(["ferry"]));
    expect([looked, next]).toEqual([5, null]);
    await api("POST", base, { name: "Ferry halted", articleIds: [a, b] });
    expect(((await api("GET", `${base}/proposals`)).body["items"] as Proposed[])).toHaveLength(1);
    expect((await api("GET", `${base}/proposals?until=2024-02-01`)).body).toMatchObject({ items: [], looked: 0 });
  });

  it("never come from copies of one work alone", async () => {
    const text = ferry("Ferry halted");
    const one = await add(text, { publishedOn: "2024-03-01" });
    await add(text.toUpperCase(), { publishedOn: "2024-03-02" });
    await add(fire("Mill ablaze"), { publishedOn: "2024-03-02" });
    expect((await api("GET", `${base}/proposals`)).body["items"]).toEqual([]);
    await add(`${ferry("Larkmoor boats stay in port")} Islanders protested at the quay.`, { publishedOn: "2024-03-02" });
    const [found] = (await api("GET", `${base}/proposals`)).body["items"] as Proposed[];
    expect(found!.articles).toHaveLength(3);
    expect(found!.articles.map((article) => article.id)).toContain(one);
  });
});
