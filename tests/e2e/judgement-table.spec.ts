import { expect, test } from "@playwright/test";
import { makeUser, signInAs } from "./support/site";
import { makeStudy, Person } from "./support/study";
import { expectAccessible, expectNoOverflow, shot, watch } from "./support/watch";

// Judgements of a published study go in by CSV: what is wrong is said line by line, what it brings before anything is written.

const HEAD = "article,title,outlet,genre,annotator,target,value,blind";
const LINES = ["k-1,Locks open,Lockside Echo,news,Rater A,Lock keepers,-1,yes", "k-1,Locks open,Lockside Echo,news,Rater B,Lock keepers,0,no", "k-2,Locks shut,Lockside Echo,opinion,Rater A,Lock keepers,2,yes"];

test("a table of judgements is looked at, put right and loaded", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" });
  const troubles = await watch(context);
  const user = await makeUser("Lead of Locks study");
  const lead = await Person.of(baseURL!, await signInAs(context, baseURL!, user));
  const study = await makeStudy(lead, { name: "Locks study", text: "Locks\nThe locks are shut." });
  const page = await context.newPage();
  await page.goto(`${study.path}/articles/new`);
  await page.getByRole("link", { name: "Load judgements of another study" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Judgements of another study");
  await expectAccessible(page, "table");
  const table = page.getByRole("textbox", { name: "The table" });
  await table.fill([HEAD, ...LINES, "k-2,Locks shut,Lockside Gazette,opinion,Rater C,Lock keepers,3,yes"].join("\n"));
  await page.getByRole("button", { name: "See what it brings" }).click();
  await expect(page.locator("form").getByRole("alert")).toContainText("Line 5: “3” is no judgement");
  await shot(page, "judgement-table-wrong");

  await table.fill([HEAD, ...LINES].join("\n"));
  await page.getByRole("button", { name: "See what it brings" }).click();
  await expect(page.getByRole("definition").filter({ hasText: "Rater A, Rater B" })).toBeVisible();
  await expectAccessible(page, "what it brings");
  await shot(page, "judgement-table");
  await page.setViewportSize({ width: 390, height: 800 });
  await expectNoOverflow(page, "narrow");
  await shot(page, "judgement-table-390");
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.getByRole("button", { name: "Load 3 judgements" }).click();
  await expect(page.getByRole("heading", { name: "The judgements are loaded" })).toBeFocused();
  await page.getByRole("link", { name: "See the articles" }).click();
  await expect(page.getByRole("link", { name: "Locks shut" })).toBeVisible();
  await lead.end();
  await context.close();
  expect(troubles.list).toEqual([]);
});
