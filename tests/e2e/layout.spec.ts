import { expect, test, type Browser, type BrowserContext, type Page } from "@playwright/test";
import { newId } from "@/lib/kernel/id";
import { makeMember, makeUser, signInAs, sql } from "./support/site";
import { assignAll, makeStudy, Person } from "./support/study";
import { expectAccessible, expectNoOverflow, shot, watch } from "./support/watch";

// The annotate screen from a desk to a small phone, light and dark, in forced colours: panes beside the text, behind a
// rail, as drawers and as a sheet. What a person moved or folded is found again.

const TEXT = `Lock keepers walk out at dawn
The council botched the lock rota for a fourth month, keepers said on Sunday.
“We opened every gate by hand,” said Mara Quill of the lock company.
The lock company has paid for lamps and gloves since spring, and for the keepers too.
You may also like: ten towpath walks`;
const MARKS = [["botched the lock rota", "critical", "own", 0], ["opened every gate by hand", "advocacy", "quoted", 1], ["paid for lamps and gloves since spring", "advocacy", "own", 1]] as const;
const WIDTHS = [[1440, 900], [1180, 820], [1024, 768], [820, 1180], [390, 844], [320, 640]] as const;

let address: string, userId: string;

test.beforeAll(async ({ browser, baseURL }) => {
  const seat = await browser.newContext();
  const lead = await Person.of(baseURL!, await signInAs(seat, baseURL!, await makeUser("Lou Keller")));
  const study = await makeStudy(lead, { name: "Lock layout", text: TEXT });
  const second = await lead.do<{ id: string }>("POST", `/projects/${study.id}/targets`, { name: "The lock company of the upper and the lower canal" });
  for (const n of [1, 2, 3]) await lead.do("POST", `/projects/${study.id}/articles`, { text: `Lock story number ${n} has a headline that does not fit in one line\nThe council botched it.` });
  userId = await makeUser("Ida Coder");
  const member = await makeMember(study.id, userId, "annotator", "Heron");
  const assignment = await assignAll(lead, study.id, member);
  const coder = await Person.of(baseURL!, await signInAs(seat, baseURL!, userId));
  const [place] = await sql<{ id: string; revision: string }>("SELECT s.id, r.id AS revision FROM assignment s JOIN revision r ON r.article_id = s.article_id WHERE s.project_id = $1 AND s.member_id = $2 AND s.article_id = $3", [study.id, member, study.articleId]);
  for (const [quote, framing, voice, target] of MARKS) {
    const start = TEXT.indexOf(quote);
    await coder.do("POST", `/projects/${study.id}/assignments/${place!.id}/spans`, { id: newId(), revisionId: place!.revision, parts: [{ start, end: start + quote.length, quote }], targetId: [study.targetId, second.id][target], framing, voice });
  }
  const [other] = await sql<{ id: string }>("SELECT id FROM assignment WHERE project_id = $1 AND member_id = $2 AND id <> $3 ORDER BY position DESC LIMIT 1", [study.id, member, place!.id]);
  await coder.do("POST", `/projects/${study.id}/assignments/${other!.id}/skip`, { reason: "Its text is broken" });
  address = `${study.path}/annotate/${place!.id}`;
  expect(assignment).toBeTruthy();
  for (const one of [lead, coder]) await one.end();
  await seat.close();
});

async function open(browser: Browser, baseURL: string, more: Parameters<Browser["newContext"]>[0] = {}): Promise<{ context: BrowserContext; page: Page; end: () => Promise<void> }> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce", ...more });
  const troubles = await watch(context);
  await signInAs(context, baseURL, userId);
  const page = await context.newPage();
  await page.goto(address);
  await expect(page.locator(".reader mark").first()).toBeVisible();
  return { context, page, end: async () => (await context.close(), expect(troubles.list).toEqual([])) };
}

/** Everything that can be pressed is at least 24 px high and wide, or has that much room to itself; links in sentences aside. */
async function expectLargeTargets(page: Page, where: string): Promise<void> {
  const small = await page.evaluate(() => {
    const boxes = [...document.querySelectorAll<HTMLElement>(".annotate button, .annotate a.btn, .annotate .queue a, .annotate select, .annotate summary")].filter((one) => one.checkVisibility() && !one.classList.contains("link"));
    return boxes.flatMap((one) => {
      const { width, height } = one.getBoundingClientRect();
      return width >= 23.5 && height >= 23.5 ? [] : [`${one.getAttribute("aria-label") ?? one.textContent} ${Math.round(width)}×${Math.round(height)}`];
    });
  });
  expect(small.map((one) => `${where}: ${one}`)).toEqual([]);
}

for (const [name, more] of [["light", {}], ["dark", { colorScheme: "dark" }], ["forced", { forcedColors: "active" }]] as const)
  test(`stands at every width, ${name}`, async ({ browser, baseURL }) => {
    test.slow();
    const { page, end } = await open(browser, baseURL!, more);
    for (const [width, height] of WIDTHS) {
      const where = `${name} ${width}`;
      await page.setViewportSize({ width, height });
      await expect(page.getByRole("button", { name: /^Submit/ })).toBeVisible();
      await expectNoOverflow(page, where);
      await expectAccessible(page, where);
      await expectLargeTargets(page, where);
      await shot(page, `layout-${name}-${width}`);
      for (const button of [page.getByRole("button", { name: "Flag" }), page.getByRole("button", { name: "Skip" }), ...(width <= 820 ? [page.getByRole("button", { name: /^Spans 3/ })] : [])]) await expect(button).toBeInViewport({ ratio: 1 });
    }
    await end();
  });

test("shows drawers on a tablet and a sheet on a phone, keeps focus in them, and gives it back", async ({ browser, baseURL }) => {
  const { page, end } = await open(browser, baseURL!);
  for (const [width, height] of [[820, 1180], [390, 844]] as const) {
    await page.setViewportSize({ width, height });
    const opener = page.getByRole("button", { name: /^Spans 3/ });
    await opener.click();
    const sheet = page.getByRole("dialog", { name: "Spans" });
    await expect(sheet).toBeVisible();
    await expectAccessible(page, `sheet ${width}`);
    await expectNoOverflow(page, `sheet ${width}`);
    await expectLargeTargets(page, `sheet ${width}`);
    await shot(page, `layout-sheet-${width}`);
    for (let n = 0; n < 40; n++) {
      await page.keyboard.press("Tab");
      expect(await page.evaluate(() => document.activeElement === document.body || document.activeElement?.closest(".pane-layer") !== null)).toBe(true);
    }
    await page.keyboard.press("Escape");
    await expect(sheet).toBeHidden();
    await expect(opener).toBeFocused();
    const queue = page.getByRole("button", { name: "Queue", exact: true });
    await queue.click();
    await expect(page.getByRole("dialog", { name: "Queue and guidelines" })).toBeVisible();
    await expect(page.getByRole("link", { name: /Skipped/ })).toBeVisible();
    await expectAccessible(page, `queue ${width}`);
    await shot(page, `layout-queue-${width}`);
    await page.keyboard.press("Escape");
    await expect(queue).toBeFocused();
  }
  await end();
});

test("lets panes be resized, folded and reset, and finds them again", async ({ browser, baseURL }) => {
  const { page, end } = await open(browser, baseURL!);
  const border = page.getByRole("separator", { name: "Width of the spans" });
  const width = () => page.locator(".pane.right").evaluate((one) => Math.round(one.getBoundingClientRect().width));
  expect(await width()).toBe(336);
  await border.focus();
  await page.keyboard.press("ArrowLeft");
  const byKey = await width();
  expect(byKey).toBeGreaterThan(336);
  const box = (await border.boundingBox())!;
  await page.mouse.move(box.x, box.y + 200);
  await page.mouse.down();
  await page.mouse.move(box.x - 40, box.y + 200, { steps: 4 });
  await page.mouse.up();
  await expect.poll(width).toBeGreaterThan(byKey + 20);
  const dragged = await width();
  await page.reload();
  await expect(page.locator(".reader mark").first()).toBeVisible();
  expect(Math.abs((await width()) - dragged)).toBeLessThanOrEqual(1);
  await expectNoOverflow(page, "resized");
  await page.getByRole("separator", { name: "Width of the spans" }).dblclick();
  await expect.poll(width).toBe(336);

  await page.getByRole("button", { name: "Fold the guidelines" }).click();
  await page.getByRole("button", { name: "Text size and lines" }).click();
  await page.getByRole("radio", { name: "Large" }).check({ force: true });
  await page.getByRole("radio", { name: "Long" }).check({ force: true });
  await expectAccessible(page, "text menu");
  await shot(page, "layout-text-menu");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Collapse pane" }).click();
  await page.reload();
  await expect(page.locator(".reader mark").first()).toBeVisible();
  await expect(page.getByRole("button", { name: "Open pane" })).toBeVisible();
  await shot(page, "layout-folded-large");
  await page.getByRole("button", { name: "Open pane" }).click();
  await expect(page.getByRole("button", { name: "Show the guidelines" })).toBeVisible();
  expect(await page.locator(".reader").evaluate((one) => getComputedStyle(one).zoom)).toBe("1.22");
  expect(await width()).toBe(336);
  await end();
});

test("shows the marks toward one target or of one voice, and all again", async ({ browser, baseURL }) => {
  const { page, end } = await open(browser, baseURL!);
  const cards = page.locator("[role=comment]:visible");
  await expect(cards).toHaveCount(3);
  await page.getByRole("button", { name: /^Spans shown by target/ }).click();
  await page.getByRole("menuitem", { name: "Town council" }).click();
  await expect(cards).toHaveCount(1);
  await expect(page.locator(".reader mark")).toHaveCount(1);
  await page.getByRole("button", { name: /^Marks shown by voice/ }).click();
  await page.getByRole("menuitem", { name: "Quoted" }).click();
  await expect(page.getByText("3 spans are not shown.")).toBeVisible();
  await shot(page, "layout-filtered");
  await expectAccessible(page, "filtered");
  await page.getByRole("button", { name: "Show all" }).click();
  await expect(cards).toHaveCount(3);
  await end();
});
