import { readFileSync } from "node:fs";
import { expect, test, type BrowserContext, type Page } from "@playwright/test";
import { makeUser, signInAs, sql } from "./support/site";
import { makeStudy, Person } from "./support/study";
import { expectAccessible, expectNoOverflow, shot, watch, type Troubles } from "./support/watch";

// The dates of an invented event on a strip above the comparison; what cannot both be true is a conflict once a person says so.

test.describe.configure({ mode: "serial" });
const FERRY = JSON.parse(readFileSync(new URL("../fixtures/compare/timeline-ferry.json", import.meta.url), "utf8")) as { articles: { id: string; text: string; publishedOn: string; language: string }[] };
let context: BrowserContext, page: Page, lead: Person, troubles: Troubles, at: string, projectId: string;

test.beforeAll(async ({ browser, baseURL }) => {
  context = await browser.newContext({ reducedMotion: "reduce" });
  troubles = await watch(context);
  lead = await Person.of(baseURL!, await signInAs(context, baseURL!, await makeUser("Tuva Lind")));
  const study = await makeStudy(lead, { name: "Brenna study", text: FERRY.articles[0]!.text });
  projectId = study.id;
  const ids: string[] = [];
  for (const { id, text, publishedOn, language } of FERRY.articles) ids.push((await lead.do<{ id: string }>("POST", `/projects/${study.id}/articles`, { text, publishedOn, language, outletName: `The Skarn ${id}` })).id);
  const { id: setId } = await lead.do<{ id: string }>("POST", `/projects/${study.id}/article-sets`, { name: "The Brenna aground", kind: "event", articleIds: ids });
  at = `${study.path}/compare/${setId}`;
  page = await context.newPage();
});
test.afterAll(async () => {
  await lead.end();
  await context.close();
  expect(troubles.list).toEqual([]);
});

async function look(name: string): Promise<void> {
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 });
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await expectNoOverflow(page, `${name} at ${width}`);
      await expectAccessible(page, `${name} at ${width}, ${colorScheme}`);
      await shot(page, `${name}-${width}-${colorScheme}`);
    }
  }
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize({ width: 1440, height: 900 });
}

test("the strip stands above the comparison and leads to all dates and figures", async () => {
  await page.goto(at);
  const strip = page.getByRole("region", { name: "When each article says that things happened" });
  await expect(strip.getByRole("img")).toBeVisible();
  await look("timeline-above");
  await page.getByRole("link", { name: "No names" }).click();
  await expect(strip).toHaveCount(0);
  await page.goBack();
  await strip.getByRole("link", { name: "All dates and figures" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Timeline of The Brenna aground");
});

test("two dates are a conflict once a person says so, by key, and no longer once it is taken back", async () => {
  const fact = page.getByRole("article", { name: "2015 and 2017" }).first();
  await expect(fact).toContainText("apart");
  await expect(fact).toHaveAttribute("data-standing", "open");
  await fact.focus();
  await page.keyboard.press("c");
  await expect(fact).toHaveAttribute("data-standing", "conflict");
  await fact.getByLabel("Note").fill("The register would tell.");
  await fact.getByLabel("Note").press("Enter");
  await expect.poll(() => sql("SELECT verdict, note FROM comparison_verdict WHERE project_id = $1 AND withdrawn_at IS NULL", [projectId])).toEqual([{ verdict: "conflict", note: "The register would tell." }]);
  await page.reload();
  await expect(page.getByRole("article", { name: "2015 and 2017" }).first()).toHaveAttribute("data-standing", "conflict");
  await look("timeline");
  await page.getByRole("article", { name: "2015 and 2017" }).first().focus();
  await page.keyboard.press("u");
  await expect.poll(() => sql("SELECT 1 FROM comparison_verdict WHERE project_id = $1 AND withdrawn_at IS NULL", [projectId])).toEqual([]);
});

test("it comes as files, and every date leads to its sentence", async () => {
  for (const format of ["svg", "png", "csv"]) expect((await page.request.get(`/api/v1/projects/${projectId}/compare/${at.split("/").at(-1)}/timeline.${format}`)).status()).toBe(200);
  await page.getByRole("region", { name: "Dates" }).getByRole("link").first().click();
  await expect(page).toHaveURL(/\/articles\/[0-9a-f-]+#block-\d+$/u);
});
