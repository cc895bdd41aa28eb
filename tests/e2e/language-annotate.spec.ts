import { expect, test, type Page } from "@playwright/test";
import { makeMember, makeUser, signInAs } from "./support/site";
import { assignAll, makeStudy, Person } from "./support/study";
import { expectAccessible, expectNoOverflow, shot, watch } from "./support/watch";
import { markWords, placeOf, selectWords } from "./support/words";

// The annotate screen in the second language. Article and target are in German too, so that an English word on the
// screen is one that the catalogue does not have; the codebook's own words, which are its authors', are left out.

const TEXT = "Hafenfest verschoben\nDer Stadtrat verschob das Hafenfest schon wieder, klagten Händler.\nDie Stadtmusik spielte trotzdem bis Mitternacht.";
const ENGLISH = /\b(the|and|of|your|you|with|this|yet|are|from|who|by|has|have|that|to|is|mark|span|spans|words|article)\b/i;

/** Everything that is read or heard on the screen as it stands, but for the codebook. */
const wordsOn = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const said: string[] = [];
    for (const one of document.querySelectorAll<HTMLElement>("body *")) {
      if (one.closest("script, style, .guide .entries, .guide .guide-set, .guide > .opens, .frames, next-route-announcer, .label-set") !== null) continue;
      for (const name of ["aria-label", "title", "placeholder", "aria-valuetext", "aria-placeholder"]) said.push(one.getAttribute(name) ?? "");
      for (const node of one.childNodes) if (node.nodeType === Node.TEXT_NODE) said.push(node.textContent ?? "");
    }
    return said.map((words) => words.trim()).filter((words) => words !== "");
  });

const expectGerman = async (page: Page, where: string): Promise<void> => {
  expect((await wordsOn(page)).filter((words) => ENGLISH.test(words)), where).toEqual([]);
  await expectAccessible(page, where);
  await shot(page, `annotate-german-${where.replaceAll(" ", "-")}`);
};

test("somebody annotates in German, and goes back to English", async ({ browser, baseURL }) => {
  test.slow();
  const [leading, coding] = [await browser.newContext(), await browser.newContext({ reducedMotion: "reduce" })];
  const lead = await Person.of(baseURL!, await signInAs(leading, baseURL!, await makeUser("Lotte Leitung")));
  const study = await makeStudy(lead, { name: "Hafenfest", text: TEXT });
  await lead.do("PATCH", `/projects/${study.id}/targets/${study.targetId}`, { version: 1, name: "Stadtrat", isFocus: true });
  const user = await makeUser("Karl Koder");
  await assignAll(lead, study.id, await makeMember(study.id, user, "annotator", "Kiebitz"));
  await signInAs(coding, baseURL!, user);
  const troubles = await watch(coding);
  const page = await coding.newPage();
  // A message that the screen did not get is reported there.
  page.on("console", (message) => message.type() === "error" && /MISSING_MESSAGE|IntlError/.test(message.text()) && troubles.list.push(message.text()));

  await page.goto(`${study.path}/annotate`);
  await page.getByRole("button", { name: "Account of Kiebitz" }).or(page.getByRole("button", { name: "Account of Karl Koder" })).click();
  await page.getByRole("menuitem", { name: "Deutsch" }).click();
  await page.getByRole("link", { name: "Hafenfest verschoben" }).first().click();
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  await expect(page.getByRole("heading", { name: "Liste", exact: true })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Richtlinien" })).toBeVisible();
  await placeOf(page, "schon wieder");
  await expectGerman(page, "opened");

  await selectWords(page, "verschob das Hafenfest");
  await expect(page.getByRole("dialog", { name: "Diese Worte markieren: verschob das Hafenfest" })).toBeVisible();
  await expectGerman(page, "marking");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Wähle ein Framing: A, C oder N.")).toBeVisible();
  await page.keyboard.press("Escape");
  await markWords(page, "verschob das Hafenfest", "c");
  const card = page.locator('[aria-label="Critical, Ziel Stadtrat, von dir"]');
  await expect(card).toContainText("Stimme");
  await expect(page.getByText(/^Gespeichert \d\d:\d\d/).first()).toBeVisible();
  await expectGerman(page, "card");

  await page.locator(".reader").focus();
  await page.keyboard.press("?");
  const keys = page.getByRole("dialog", { name: "Tasten" });
  await expect(keys).toContainText("Die offene Markierung löschen");
  await expect(keys).toContainText("Strg ↵");
  await expect(keys.getByText("Entf", { exact: true })).toBeVisible();
  await expectGerman(page, "keys");
  await keys.getByRole("button", { name: "Schließen" }).last().click();

  await page.locator(".reader").focus();
  await page.keyboard.press("/");
  await page.getByRole("searchbox").fill("Stadtrat");
  await expect(page.getByRole("search")).toContainText("1 gefunden, 1 angehakt");
  await expectGerman(page, "finding");
  await page.keyboard.press("Escape");

  await page.getByRole("button", { name: "Abgeben" }).click();
  await expect(page.getByText("1 Urteil fehlt noch: Stadtrat.").first()).toBeVisible();
  await page.getByRole("button", { name: "Zurückstellen" }).click();
  await expect(page.getByRole("dialog", { name: "Diesen Artikel zurückstellen?" })).toContainText("Sein Text ist kaputt");
  await expectGerman(page, "skipping");
  await page.getByRole("button", { name: "Abbrechen" }).click();
  for (const width of [390, 1024]) {
    await page.setViewportSize({ width, height: 844 });
    await expectNoOverflow(page, `${width}`);
    await expectGerman(page, `${width}`);
  }

  await page.setViewportSize({ width: 1280, height: 800 });
  await page.getByRole("button", { name: /^Konto von/ }).click();
  await page.getByRole("menuitem", { name: "English" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page.getByRole("heading", { name: "Queue", exact: true })).toBeVisible();
  await expect(page.locator('[aria-label="Critical toward Stadtrat, by you"]')).toBeAttached();
  expect(troubles.list).toEqual([]);
  await lead.end();
  await Promise.all([leading.close(), coding.close()]);
});
