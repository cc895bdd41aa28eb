import { expect, test, type Page } from "@playwright/test";
import { newId } from "@/lib/kernel/id";
import { makeUser, makeMember, signInAs, sql } from "./support/site";
import { assignAll, makeStudy, Person } from "./support/study";
import { expectAccessible, shot, watch } from "./support/watch";

// The whole job of an annotator with the keyboard alone. After every step focus is somewhere, never on nothing.

const TEXT = `Towpath flooded for a week
The council neglected the towpath, boaters said on Monday.
The towpath stayed closed while the council met twice.`;

/** Focus is on something that a person can name. */
async function held(page: Page, after: string): Promise<void> {
  // Whatever takes focus after a step may have to be drawn first.
  await expect.poll(() => page.evaluate(() => document.activeElement !== null && document.activeElement !== document.body), { message: `focus after ${after}` }).toBe(true);
}

async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) {
    await page.keyboard.press(key);
    await held(page, key);
  }
}

/** Presses Tab until the focused thing has this name. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let n = 0; n < 120; n++) {
    await page.keyboard.press("Tab");
    const found = await page.evaluate(() => {
      const one = document.activeElement;
      if (one === null || one === document.body) return "";
      const label = one instanceof HTMLInputElement ? [...(one.labels ?? [])].map((words) => words.textContent).join(" ") : "";
      return one.getAttribute("aria-label") ?? `${label} ${one.textContent}`.trim();
    });
    if (name.test(found)) return;
  }
  throw new Error(`Tab never comes to ${name}`);
}

test("an article is opened, marked, judged, skipped and submitted without a mouse", async ({ browser, baseURL }) => {
  test.slow();
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" });
  const troubles = await watch(context);
  const seat = await browser.newContext();
  const lead = await Person.of(baseURL!, await signInAs(seat, baseURL!, await makeUser("Lou Keller")));
  const study = await makeStudy(lead, { name: "Towpaths by keyboard", text: TEXT });
  await lead.do("POST", `/projects/${study.id}/articles`, { text: "Second towpath story\nThe council said nothing." });
  const login = `ida-${newId()}`;
  const coder = await makeUser("Ida Coder");
  await sql("UPDATE app_user SET login = $2 WHERE id = $1", [coder, login]);
  const member = await makeMember(study.id, coder, "annotator", "Heron");
  await assignAll(lead, study.id, member);
  await signInAs(context, baseURL!, coder);
  const page = await context.newPage();

  await page.goto(`${study.path}/annotate`);
  await tabTo(page, /^Start$/);
  await page.keyboard.press("Enter");
  await expect(page.locator(".reader")).toBeVisible();
  const title = await page.locator(".reader h1").textContent();
  const skipsFirst = title !== "Towpath flooded for a week";

  const skip = async (): Promise<void> => {
    await tabTo(page, /Article, read-only/);
    await press(page, "s");
    const dialog = page.getByRole("dialog", { name: "Skip this article?" });
    await expect(dialog).toBeVisible();
    await expectAccessible(page, "skip");
    await shot(page, "keyboard-skip");
    await press(page, "Escape");
    await expect(page.locator(".reader")).toBeFocused();
    await press(page, "s");
    await expect(dialog).toBeVisible();
    await press(page, "ArrowDown", "ArrowDown");
    await tabTo(page, /^Skip$/);
    await page.keyboard.press("Enter");
    await expect(dialog).toHaveCount(0);
  };
  if (skipsFirst) {
    await skip();
    await expect(page.locator(".reader h1")).toHaveText("Towpath flooded for a week");
    await held(page, "the step to the next article");
  }

  await tabTo(page, /Article, read-only/);
  await expect(page.locator(".reader")).toBeFocused();
  await press(page, "Control+Home", "ArrowDown", "Home");
  for (let n = 0; n < 2; n++) await press(page, "Control+ArrowRight");
  await page.keyboard.down("Shift");
  for (let n = 0; n < 3; n++) await page.keyboard.press("Control+ArrowRight");
  await page.keyboard.up("Shift");
  await expect(page.locator(".pop.marking")).toBeVisible();
  await press(page, "c", "1", "Enter");
  await expect(page.getByRole("button", { name: /Critical Town council/ })).toBeVisible();
  await expect(page.locator(".reader")).toBeFocused();
  await press(page, "Enter");
  await expect(page.locator(".span.open .face")).toBeFocused();
  await expectAccessible(page, "card");
  await tabTo(page, /^High$/);
  await press(page, "Enter", "Escape");
  await expect(page.locator(".reader")).toBeFocused();

  await press(page, "/");
  await expect(page.getByRole("searchbox", { name: "Words to find in the article" })).toBeFocused();
  await page.keyboard.type("the towpath");
  await expect(page.getByText("2 found, 2 ticked")).toBeVisible();
  await press(page, "Tab", "Tab");
  await expectAccessible(page, "find");
  await shot(page, "keyboard-find");
  await tabTo(page, /^Mark 2 places$/);
  await press(page, "Enter");
  await expect(page.getByText("2 places marked.")).toBeVisible();
  await expect(page.getByText("marked so already")).toHaveCount(2);
  await press(page, "Escape");
  await expect(page.locator(".reader")).toBeFocused();
  await press(page, "Control+z");
  await expect(page.locator("[role=comment]:visible")).toHaveCount(1);
  await press(page, "Control+Shift+z");
  await expect(page.locator("[role=comment]:visible")).toHaveCount(3);

  await tabTo(page, /^List view$/);
  await press(page, "Enter");
  await expect(page.getByRole("button", { name: "Mark words in paragraph 2" })).toBeVisible();
  await expectAccessible(page, "list");
  await shot(page, "keyboard-list");
  await tabTo(page, /Critical.*The towpath/);
  await press(page, "Enter");
  await tabTo(page, /^Go to the words/);
  await press(page, "Enter");
  await expect(page.locator(".reader")).toBeFocused();
  await press(page, "Escape");
  await expect(page.locator(".span.open .face")).toBeFocused();
  await tabTo(page, /^Delete span$/);
  await press(page, "Enter");
  await expect(page.locator("[role=comment]:visible")).toHaveCount(2);
  await expect(page.locator("[role=comment] .face:focus")).toHaveCount(1);

  await press(page, "?");
  const keys = page.getByRole("dialog", { name: "Keys" });
  await expect(keys).toBeVisible();
  await expectAccessible(page, "keys");
  await shot(page, "keyboard-keys");
  await tabTo(page, /^Flag this article: F/);
  await page.keyboard.press("Enter");
  await page.keyboard.press("s");
  await expect(keys.getByRole("alert")).toContainText("Skip this article");
  await page.keyboard.press("x");
  await expect(keys.getByRole("button", { name: /^Flag this article: X/ })).toBeVisible();
  await held(page, "a new key");
  await press(page, "Escape");
  await expect(keys).toHaveCount(0);
  await expect(page.getByRole("button", { name: /^Flag/ })).toContainText("X");
  await press(page, "x");
  await expect(page.getByRole("dialog", { name: "Flag this article?" })).toBeVisible();
  await expectAccessible(page, "flag");
  await page.keyboard.type("Two towpaths are meant.");
  await tabTo(page, /^Flag$/);
  await press(page, "Enter");
  await expect(page.getByRole("button", { name: /^Flagged/ })).toBeVisible();

  for (let n = 0; n < 120 && (await page.locator(".judge input:focus").count()) === 0; n++) await page.keyboard.press("Tab");
  await press(page, "ArrowRight");
  await expect(page.locator(".judge input:checked")).toHaveCount(1);
  await press(page, "Control+Enter");
  await expect.poll(() => sql("SELECT state, flag_note FROM assignment WHERE project_id = $1 AND state = 'submitted'", [study.id])).toEqual([{ state: "submitted", flag_note: "Two towpaths are meant." }]);
  if (!skipsFirst) {
    await expect(page.locator(".reader h1")).toHaveText("Second towpath story");
    await held(page, "the step to the next article");
    await skip();
  }
  await expect.poll(() => sql("SELECT state, skip_reason <> '' AS said FROM assignment WHERE project_id = $1 AND skipped_at IS NOT NULL", [study.id])).toEqual([{ state: "assigned", said: true }]);
  const marks = await sql<{ quote: string }>("SELECT p.quote FROM span s JOIN span_part p ON p.project_id = s.project_id AND p.span_id = s.id WHERE s.project_id = $1 AND s.deleted_at IS NULL ORDER BY p.start_offset", [study.id]);
  expect(marks).toHaveLength(2);
  expect(marks[0]!.quote).toBe("neglected the towpath");
  for (const one of [lead]) await one.end();
  await seat.close();
  await context.close();
  expect(troubles.list).toEqual([]);
});
