import { expect, test, type BrowserContext, type Page } from "@playwright/test";
import { makeUser, signInAs, sql } from "./support/site";
import { Person } from "./support/study";
import { lookInClass, watch, type Troubles } from "./support/watch";

// A teacher's way to a lesson: two clicks from the sample, articles of their own, a copy for the next class.

test.describe.configure({ mode: "serial" });
let context: BrowserContext, page: Page, teacher: Person, troubles: Troubles, lesson: string;

test.beforeAll(async ({ browser, baseURL }) => {
  context = await browser.newContext({ reducedMotion: "reduce" });
  troubles = await watch(context);
  teacher = await Person.of(baseURL!, await signInAs(context, baseURL!, await makeUser("Petra Holm")));
  page = await context.newPage();
});
test.afterAll(async () => {
  await teacher.end();
  await context.close();
  expect(troubles.list).toEqual([]);
});

test("is two clicks from the sample to a lesson of forty minutes", async () => {
  await page.goto("/");
  await page.getByRole("link", { name: "Start a lesson" }).click();
  await lookInClass(page, "lesson-start");
  await page.getByRole("button", { name: "Make the lesson" }).click();
  await page.waitForURL(/\/p\/[0-9a-f-]+\/lesson$/u);
  lesson = new URL(page.url()).pathname;
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("A first lesson: the bridge");
  await expect(page.getByText("40 minutes in all")).toBeVisible();
  await expect(page.getByText("Ready", { exact: true })).toBeVisible();
  await expect(page.getByRole("group")).toHaveCount(3 + 1);
  await lookInClass(page, "lesson-plan");
});

test("is changed by the keyboard, saved whole, and says where something is wrong", async () => {
  await page.getByLabel("What happened, in a few words").fill("A bridge is shut");
  const council = page.getByLabel("Name 1");
  await council.fill("Northlode Port Company");
  await page.getByRole("button", { name: "Save", exact: true }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert").filter({ hasText: "is in the lesson already" })).toBeVisible();
  await council.fill("Town hall");
  await page.getByRole("button", { name: "Move Rewrite the headline up" }).click();
  await page.getByRole("button", { name: "Judge" }).click();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("alert").filter({ hasText: "asks for a judgement after" })).toBeVisible();
  for (let n = 0; n < 5; n++) await page.getByRole("button", { name: "Move Judge up" }).click();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Plan saved")).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("What happened, in a few words")).toHaveValue("A bridge is shut");
  await expect(page.getByLabel("Name 1")).toHaveValue("Town hall");
});

test("tells a second window that the plan changed meanwhile", async () => {
  const other = await context.newPage();
  await other.goto(lesson);
  await other.getByLabel("What happened, in a few words").fill("From the other window");
  await other.getByRole("button", { name: "Save", exact: true }).click();
  await expect(other.getByText("Plan saved")).toBeVisible();
  await other.close();
  await page.getByLabel("What happened, in a few words").fill("From this one");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Somebody changed this lesson" })).toBeVisible();
  await page.getByRole("button", { name: "Load it again" }).click();
  await expect(page.getByLabel("What happened, in a few words")).toHaveValue("From the other window");
});

test("is made of one's own articles, chosen from a study", async () => {
  const { id } = await teacher.do<{ id: string }>("POST", "/projects", { name: "Holm's study", kind: "research" });
  for (const side of ["saved", "ruined"]) await teacher.do("POST", `/projects/${id}/articles`, { text: `Council ${side} the fair\n\nThe fair was ${side} on Friday by the council.\n\nNobody else was asked.`, outletName: `The ${side} post` });
  await page.goto("/lessons/new");
  await page.getByRole("link", { name: "Holm's study" }).click();
  const form = page.getByRole("form", { name: "Holm's study" });
  await form.getByLabel("Council saved the fair").check();
  await expect(form.getByRole("button")).toBeDisabled();
  await form.getByLabel("Council ruined the fair").check();
  await form.getByRole("button").click();
  await page.waitForURL(/\/p\/[0-9a-f-]+\/lesson$/u);
  await expect(page.getByText("Say about whom pupils mark.")).toBeVisible();
  await page.getByRole("button", { name: "Add a name" }).click();
  await page.getByLabel("Name 1").fill("The council");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Ready", { exact: true })).toBeVisible();
});

test("is kept as a template and copied for the next class", async () => {
  await page.goto(lesson);
  await page.getByText("Kept without pupils").click();
  await page.getByLabel("Its name").fill("The bridge, kept");
  await page.getByRole("button", { name: "Copy", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("The bridge, kept");
  await page.goto("/");
  await expect(page.getByRole("listitem").filter({ hasText: "The bridge, kept" })).toContainText("template");
  await page.getByRole("link", { name: "Start a lesson" }).click();
  await page.getByRole("button", { name: "Copy The bridge, kept for a class" }).click();
  await page.waitForURL(/\/p\/[0-9a-f-]+\/lesson$/u);
  await expect(page.getByText("not started")).toBeVisible();
  expect(await sql("SELECT count(*)::int AS n FROM lesson_article WHERE project_id = $1", [page.url().split("/").at(-2)])).toEqual([{ n: 3 }]);
});

test("prints its articles with the newspapers covered, and a worksheet", async () => {
  await page.goto(lesson);
  const { code } = await teacher.do<{ code: string }>("POST", `/projects/${lesson.split("/").at(-2)}/lesson/door`, { open: true });
  await page.getByRole("link", { name: "Hand-outs" }).click();
  await expect(page.getByRole("article", { name: "Come in" })).toContainText(`${code.slice(0, 5)} ${code.slice(5)}`);
  await expect(page.getByRole("article", { name: "Article A" })).toContainText("█████████");
  await expect(page.getByRole("article", { name: "Article A" })).not.toContainText("Coastwire");
  await expect(page.getByRole("article", { name: "Worksheet" })).toContainText("Which word did most of the work, and for whom?");
  await lookInClass(page, "hand-outs");
  const folder = process.env["SLANTWISE_SHOTS"];
  if (folder) await page.pdf({ path: `${folder}/hand-outs.pdf`, format: "A4" });
});
