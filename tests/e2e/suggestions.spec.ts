import { expect, test, type Page } from "@playwright/test";
import { makeMember, makeUser, signInAs, sql } from "./support/site";
import { assignAll, makeStudy, Person } from "./support/study";
import { expectAccessible, expectNoOverflow, shot, watch } from "./support/watch";
import { markWords, placeOf, saved } from "./support/words";

// Phrases that one coded in one article come back in another, for those who turn that on: accepted, changed and
// dismissed by key alone.

const FIRST = `Lantern festival opens
The harbour board botched the lantern parade, vendors said.
A grand old custom returned, and the pilots cheered the whole night.`;
const SECOND = `Lantern festival ends
Again the harbour board botched the lantern parade.
It was a grand old custom, people said, and “a grand old custom” again on Sunday.
Nobody disputed that the pilots cheered the whole night.`;

const outlined = (page: Page) => page.evaluate(() => [...((CSS as unknown as { highlights: Map<string, Set<Range>> }).highlights.get("suggested-words") ?? [])].map(String));

test("what was coded before is suggested, and taken up, changed or dismissed by key", async ({ browser, baseURL }) => {
  test.slow();
  const [leading, coding] = [await browser.newContext(), await browser.newContext({ reducedMotion: "reduce" })];
  const lead = await Person.of(baseURL!, await signInAs(leading, baseURL!, await makeUser("Lena Lead")));
  const study = await makeStudy(lead, { name: "Lantern suggestions", text: FIRST });
  await lead.do("POST", `/projects/${study.id}/articles`, { text: SECOND });
  const user = await makeUser("Sol Coder");
  const member = await makeMember(study.id, user, "annotator", "Curlew");
  const first = await assignAll(lead, study.id, member);
  const [second] = await sql<{ id: string }>("SELECT id FROM assignment WHERE member_id = $1 AND id <> $2", [member, first]);
  await signInAs(coding, baseURL!, user);
  const troubles = await watch(coding);
  const page = await coding.newPage();

  await page.goto(`${study.path}/annotate/${first}`);
  await markWords(page, "botched the lantern parade", "c");
  await markWords(page, "grand old custom", "a");
  await markWords(page, "cheered the whole night", "a");
  await saved(page);

  await page.goto(`${study.path}/annotate/${second!.id}`);
  await placeOf(page, "Nobody disputed");
  expect(await outlined(page)).toEqual([]);
  await page.getByRole("button", { name: "Reading settings" }).click();
  await page.getByRole("switch", { name: "Suggest phrases I coded before" }).check();
  await shot(page, "suggestions-settings");
  await expectAccessible(page, "reading settings");
  await page.keyboard.press("Escape");
  const strip = page.getByRole("group", { name: "Suggestions" });
  await expect(strip).toContainText("4 suggestions");
  expect(await outlined(page)).toEqual(["botched the lantern parade", "grand old custom", "grand old custom", "cheered the whole night"]);
  await expect(page.locator(".reader mark")).toHaveCount(0);
  await shot(page, "suggestions-outlined");

  await page.locator(".reader").focus();
  await page.keyboard.press("Control+Home");
  await page.keyboard.press(".");
  await expect(strip).toContainText("1 of 4");
  await expect(strip).toContainText("You coded it so once before");
  await expect(page.getByRole("status").filter({ hasText: "Suggestion 1 of 4: botched the lantern parade. Critical toward Town council." })).toHaveCount(1);
  await expectAccessible(page, "a suggestion");
  for (const [name, width, height] of [["wide", 1440, 900], ["narrow", 390, 844]] as const) {
    await page.setViewportSize({ width, height });
    await expectNoOverflow(page, name);
    await shot(page, `suggestions-${name}`);
  }
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.emulateMedia({ forcedColors: "active" });
  await shot(page, "suggestions-forced");
  await page.emulateMedia({ forcedColors: "none", colorScheme: "dark" });
  await shot(page, "suggestions-dark");
  await page.emulateMedia({ colorScheme: "light" });

  await page.keyboard.press("=");
  await expect(strip).toContainText("1 of 3");
  await expect(strip).toContainText("grand old custom");
  await page.keyboard.press(";");
  await expect(page.locator(".pop.marking")).toBeVisible();
  await page.keyboard.press("n");
  await page.keyboard.press("Enter");
  await expect(page.locator(".pop.marking")).toHaveCount(0);
  await page.keyboard.press(".");
  await page.keyboard.press("-");
  await expect(strip).toContainText("1 of 1");
  await saved(page);
  await expect(page.locator(".reader mark")).toHaveCount(2);
  const kept = await sql<{ quote: string; framing: string; voice: string; began: boolean }>("SELECT p.quote, s.framing, s.voice, s.from_suggestion AS began FROM span s JOIN span_part p ON p.span_id = s.id WHERE s.assignment_id = $1 ORDER BY p.start_offset", [second!.id]);
  expect(kept).toEqual([{ quote: "botched the lantern parade", framing: "critical", voice: "own", began: true }, { quote: "grand old custom", framing: "neutral", voice: "own", began: true }]);

  await page.reload();
  await expect(strip).toContainText("1 suggestion");
  await expect.poll(() => outlined(page)).toEqual(["cheered the whole night"]);
  await page.keyboard.press("Tab");
  await strip.getByRole("button", { name: "Next suggestion" }).click();
  await strip.getByRole("button", { name: /^Accept/ }).click();
  await expect(strip).toHaveCount(0);
  await page.keyboard.press("Control+z");
  await expect(strip).toContainText("1 suggestion");

  const settings = await leading.newPage();
  await settings.goto(`${study.path}/settings`);
  await settings.getByRole("checkbox", { name: /phrases suggested that they coded before/ }).uncheck();
  await expect(settings.getByText("Saved.").first()).toBeVisible();
  await expectAccessible(settings, "settings");
  await page.reload();
  await placeOf(page, "Nobody disputed");
  await page.getByRole("button", { name: "Reading settings" }).click();
  await expect(page.getByText("This project does not allow suggestions.")).toBeVisible();
  await expect(strip).toHaveCount(0);
  expect(troubles.list).toEqual([]);
});
