import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { row } from "@/lib/platform/database";
import { call } from "@/tests/factories/call";
import { addMember, makeProject, type TestMember } from "@/tests/factories/world";
import { truncateAll } from "@/tests/support/database";

const BASIL = path.resolve(import.meta.dirname, "../../../../shared/data/basil/articles");
type Captured = { title: string; date: string; source: string; "triplet-uuid": string; "body-paragraphs": string[][] };

/** 100 events, each as three outlets told it (Fan et al. 2019): none is a copy of another, and the events can be found. */
describe.skipIf(!existsSync(BASIL))("the articles of BASIL", () => {
  let lead: TestMember;
  const eventOf = new Map<string, string>();

  beforeAll(async () => {
    await truncateAll();
    lead = await addMember(await makeProject(), "coordinator");
    for (const file of readdirSync(BASIL, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".json")).toSorted()) {
      const one = JSON.parse(readFileSync(path.join(BASIL, file), "utf8")) as Captured;
      const text = [one.title, ...one["body-paragraphs"].flat()].join("\n");
      const made = await call(lead, "POST", `/projects/${lead.projectId}/articles`, { text, language: "en", publishedOn: one.date, outletName: one.source });
      expect(made.status, made.text.slice(0, 200)).toBe(201);
      eventOf.set(made.body["id"] as string, one["triplet-uuid"]);
    }
  }, 300_000);

  it("stay 300 works", async () => expect(await row("SELECT count(*)::int AS works FROM work")).toEqual({ works: eventOf.size }));

  it("are proposed as events, nearly all of them, and hardly any wrong", async () => {
    const { items } = (await call(lead, "GET", `/projects/${lead.projectId}/article-sets/proposals`)).body as { items: { articles: { id: string }[] }[] };
    const shown = items.map((one) => one.articles.map((article) => eventOf.get(article.id)));
    const whole = shown.filter((events) => events.length === 3 && new Set(events).size === 1).length;
    const pure = shown.filter((events) => new Set(events).size === 1).length;
    console.info(`${shown.length} proposals: ${pure} of one event, ${whole} with all three of its articles`);
    expect(pure / shown.length).toBeGreaterThan(0.9);
  });
});
