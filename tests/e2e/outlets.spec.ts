import { expect, test, type BrowserContext, type Page } from "@playwright/test";
import { makeUser, signInAs, sql } from "./support/site";
import { makeStudy, Person } from "./support/study";
import { expectAccessible, expectNoOverflow, shot, watch, type Troubles } from "./support/watch";

// Two outlets turn out to be one: a coordinator says what is known of them, merges them, and takes them apart again.
// What others say of outlets stands beside them and enters nothing.

test.describe.configure({ mode: "serial" });
let context: BrowserContext, page: Page, lead: Person, troubles: Troubles, study: string, id: string;

test.beforeAll(async ({ browser, baseURL }) => {
  context = await browser.newContext({ reducedMotion: "reduce" });
  troubles = await watch(context);
  lead = await Person.of(baseURL!, await signInAs(context, baseURL!, await makeUser("Ines Vale")));
  const made = await makeStudy(lead, { name: "Outlet study", text: "Ferry sold\nThe harbour guild sold the ferry." });
  [study, id] = [made.path, made.id];
  page = await context.newPage();
});
test.afterAll(async () => {
  await lead.end();
  await context.close();
  expect(troubles.list).toEqual([]);
});

async function look(name: string): Promise<void> {
  for (const [width, height] of [[1440, 900], [390, 844]] as const) {
    await page.setViewportSize({ width, height });
    await expectNoOverflow(page, `${name} at ${width}`);
    await shot(page, `${name}-${width}`);
    await expectAccessible(page, `${name} at ${width}`);
  }
  await page.emulateMedia({ colorScheme: "dark" });
  await shot(page, `${name}-dark`);
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize({ width: 1440, height: 900 });
}

test("says what an outlet is called, where it stands and who owns it", async () => {
  await page.goto(`${study}/outlets`);
  await expect(page.getByText("No outlets yet")).toBeVisible();
  await page.getByRole("button", { name: "Add the first outlet" }).click();
  const form = page.getByRole("form", { name: "Add an outlet" });
  await form.getByLabel("Name", { exact: true }).fill("Daily Tern");
  await form.getByLabel("Other names").fill("DT; The Tern");
  await form.getByLabel("Sites").fill("https://www.tern.example/news; not a site");
  await form.getByLabel("Owner").fill("Tern Trust");
  await form.getByLabel("Country").fill("gb");
  await form.getByRole("button", { name: "Add outlet" }).click();
  await expect(form.getByLabel("Sites")).toHaveAttribute("aria-invalid", "true");
  await form.getByLabel("Sites").fill("https://www.tern.example/news");
  await form.getByRole("button", { name: "Add outlet" }).click();
  const list = page.getByRole("list", { name: "Outlets", exact: true });
  await expect(list).toContainText("tern.example");
  await expect(list).toContainText("Owned by Tern Trust");
  for (const [outletName, publisherName] of [["Evening Tern", "m.tern.example"], ["Daily Tern", "Daily Tern"]]) await lead.do("POST", `/projects/${id}/articles`, { text: `Boats of ${outletName}\nThey ran.`, outletName, publisherName });
  await page.reload();
  await expect(list.getByRole("listitem").filter({ has: page.getByRole("heading", { name: "Daily Tern" }) })).toContainText("1 article, 2 captured from it");
  await look("outlets");
});

test("merges two and takes them apart again", async () => {
  await page.getByRole("button", { name: "Merge Evening Tern into another outlet" }).click();
  const dialog = page.getByRole("dialog", { name: "Merge Evening Tern" });
  await dialog.getByLabel("Into").selectOption({ label: "Daily Tern" });
  await expect(dialog).toContainText("Articles of Evening Tern count as Daily Tern");
  await look("outlets-merge");
  await dialog.getByRole("button", { name: "Merge", exact: true }).click();
  const list = page.getByRole("list", { name: "Outlets", exact: true });
  await expect(list).toContainText("2 articles, 2 captured from it");
  await expect(list.getByRole("heading")).toHaveText(["Daily Tern"]);
  await look("outlets-merged");
  await page.goto(`${study}/articles`);
  await expect(page.getByRole("table")).not.toContainText("Evening Tern,");
  await page.goto(`${study}/outlets`);
  await page.getByRole("button", { name: "Undo the merge of Evening Tern" }).click();
  await expect(list.getByRole("heading")).toHaveText(["Daily Tern", "Evening Tern"]);
});

test("takes in what others say, names the wrong lines, and matches by hand", async () => {
  const ratings = page.getByRole("region", { name: "What others say" });
  await ratings.getByRole("button", { name: "Add ratings" }).click();
  await ratings.getByLabel("Source").fill("A press watch, 2024");
  await ratings.getByLabel("Table").fill("outlet,rating,scale,date\nDT,,1 to 5,\nGull,2,1 to 5,soon");
  await ratings.getByRole("button", { name: "Take them in" }).click();
  await expect(ratings.getByRole("alert")).toContainText("Line 2: The rating is missing.");
  await expect(ratings.getByRole("alert")).toContainText("Line 3:");
  await ratings.getByLabel("Table").fill("outlet,rating,scale,date\nDT,3.5,1 to 5,2024-05-01\nGull,2,1 to 5,");
  await ratings.getByRole("button", { name: "Take them in" }).click();
  const table = ratings.getByRole("table");
  await expect(table).toContainText("Daily Tern as DT");
  await expect(table).toContainText("Gull no outlet of this name");
  await look("outlets-ratings");
  await table.getByLabel("Outlet of Gull").selectOption({ label: "Evening Tern" });
  await expect(table).toContainText("Evening Tern as Gull");
  expect(await sql("SELECT value FROM outlet_rating WHERE project_id = $1 ORDER BY value", [id])).toEqual([{ value: "2" }, { value: "3.5" }]);
  await ratings.getByRole("button", { name: "Remove the ratings from A press watch, 2024" }).click();
  await expect(table).toHaveCount(0);
});
