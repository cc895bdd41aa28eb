import { expect, test, type BrowserContext, type Page } from "@playwright/test";
import { textFile } from "./support/import";
import { makeMember, makeUser, signInAs, sql } from "./support/site";
import { assignAll, makeStudy, Person } from "./support/study";
import { expectNoOverflow, shot, watch, type Troubles } from "./support/watch";

// The interface in its second language: chosen from the menu, kept on this machine, and the same on every page. The
// article is in German too, so that an English word on a page is one that the catalogue does not have.

const TEXT = "Fähre über Nacht verkauft\nDer Hafenbund verkaufte die Fähre, während alle schliefen, sagten Wärter.\nDer Rat sah zu.";
const ENGLISH = /\b(the|and|of|your|you|with|this|yet|are|from|who|by|has|have|that|to)\b/i;

test.describe.configure({ mode: "serial" });
let context: BrowserContext, page: Page, lead: Person, troubles: Troubles, study: string, article: string;

test.beforeAll(async ({ browser, baseURL }) => {
  const [user, annotator] = [await makeUser("Ilse Wagner"), await makeUser("Jonas Brandt")];
  context = await browser.newContext({ reducedMotion: "reduce" });
  troubles = await watch(context);
  lead = await Person.of(baseURL!, await signInAs(context, baseURL!, user));
  const made = await makeStudy(lead, { name: "Hafenstudie", text: TEXT });
  [study, article] = [made.path, made.articleId];
  await lead.do("PATCH", `/projects/${made.id}/targets/${made.targetId}`, { version: 1, name: "Stadtrat", isFocus: false });
  const other = await browser.newContext();
  const reader = await Person.of(baseURL!, await signInAs(other, baseURL!, annotator));
  const member = await makeMember(made.id, annotator, "annotator", "Reiher");
  await assignAll(lead, made.id, member);
  const [first] = await sql<{ id: string }>("SELECT id FROM assignment WHERE project_id = $1 AND member_id = $2", [made.id, member]);
  await reader.do("POST", `/projects/${made.id}/assignments/${first!.id}/submit`, { version: 1, confirmEmpty: true });
  await reader.end();
  await other.close();
  page = await context.newPage();
  // A message that a page did not get is reported there.
  page.on("console", (message) => message.type() === "error" && /MISSING_MESSAGE|IntlError/.test(message.text()) && troubles.list.push(message.text()));
});
test.afterAll(async () => {
  await lead.end();
  await context.close();
  expect(troubles.list).toEqual([]);
});

/** Every word of the page is German, and the longer words fit. */
async function expectGerman(path: string, name: string): Promise<void> {
  await page.goto(path);
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  await expect(page).toHaveTitle(/./);
  expect(await page.title(), name).not.toMatch(ENGLISH);
  await expect(page.locator("main").first()).toBeVisible();
  await expect(page.locator(".sk")).toHaveCount(0);
  const lines = (await page.locator("body").innerText()).split("\n");
  // What the API says of a plan is in English.
  const fromApi = await page.locator(".plan-warnings li").allInnerTexts();
  expect(lines.filter((line) => ENGLISH.test(line) && !fromApi.includes(line.trim())), name).toEqual([]);
  for (const width of [390, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await expectNoOverflow(page, `${name} at ${width}`);
    await shot(page, `german-${name}-${width}`);
  }
}

test("somebody chooses German from the menu, and it stays", async () => {
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your projects");
  await page.getByRole("button", { name: "Account of Ilse Wagner" }).click();
  await page.getByRole("menuitem", { name: "Deutsch" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Deine Projekte");
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Deine Projekte");
});

test("every page of a study is in German", async () => {
  test.setTimeout(180_000);
  await expectGerman("/", "projects");
  await expectGerman("/account", "account");
  for (const section of ["articles", "articles/new", "articles/judgements", "assign", "adjudicate", "progress", "agreement", "stance", "stance/kept", "stance/pictures", "targets", "outlets", "sets", "compare", "people", "people/roles", "settings", "annotate", "codebook/proposals", "adjudicate/meeting", "adjudicate/outcome", "compare/words"]) await expectGerman(`${study}/${section}`, section.replace("/", "-"));
  await expectGerman(`${study}/articles/${article}`, "article");
  await expectGerman(`${study}/adjudicate/${article}`, "adjudicate-article");
  await expectGerman(`${study}/articles/${article}/revisions`, "revisions");
  await expectGerman(`${study}/articles/${article}/revisions/new`, "revise");
  for (const way of ["addresses", "feed", "browser"]) await expectGerman(`${study}/articles/new?way=${way}`, `way-${way}`);
  await expectGerman(`${study}/articles/from-page`, "from-page");
});

test("an import is in German before anything is added and afterwards", async () => {
  await page.goto(`${study}/articles/new`);
  await page.getByLabel("Dateien", { exact: true }).setInputFiles([textFile("hafen.txt", "Wärter streiken am Hafen\nVon Ilse Roth\nDie Wärter legten am Montag die Arbeit nieder, weil der Rat die Brücke geschlossen hatte.\nLesen Sie auch\nZehn Wege am Hafen")]);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Bevor etwas hinzukommt", { timeout: 20_000 });
  const address = new URL(page.url()).pathname;
  await expectGerman(address, "import");
  await page.getByRole("button", { name: "1 Artikel hinzufügen" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Hinzugefügt", { timeout: 20_000 });
  await expectGerman(address, "import-done");
  await expectGerman(`${study}/articles/new`, "articles-new-after");
});

test("dialogs have their words too", async () => {
  await page.goto(`${study}/articles/${article}`);
  await page.getByRole("button", { name: "Verlauf von Reiher" }).click();
  await expect(page.getByRole("dialog")).toContainText("Abgegeben: keine Markierungen");
  await page.getByRole("dialog").getByRole("button", { name: "Schließen" }).click();
  await page.getByRole("button", { name: "An Reiher zurückgeben …" }).click();
  await expect(page.getByRole("dialog")).toContainText("Was anzusehen ist");
  await page.getByRole("dialog").getByRole("button", { name: "Abbrechen" }).click();
  await page.goto(`${study}/people`);
  await page.getByRole("button", { name: "Reiher umbenennen" }).click();
  await expect(page.getByRole("dialog")).toContainText("Diesen Namen sehen die anderen");
});

test("the pages before signing in are in German, and nothing is English by accident", async ({ browser, baseURL }) => {
  const stranger = await browser.newContext();
  await stranger.addCookies([{ name: "slantwise-language", value: "de", url: baseURL! }]);
  const kept = page;
  page = await stranger.newPage();
  for (const [path, name] of [["/sign-in", "sign-in"], ["/sign-in/reset", "reset"], ["/sign-in-error?error=AccessDenied", "refused"], ["/join", "join"], ["/setup?token=none", "setup"], ["/nirgendwo", "nothing"]] as const) await expectGerman(path, name);
  await stranger.close();
  page = kept;
});

test("and back to English", async () => {
  await page.goto("/");
  await page.getByRole("button", { name: "Konto von Ilse Wagner" }).click();
  await page.getByRole("menuitem", { name: "English" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Your projects");
});
