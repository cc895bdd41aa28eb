import { expect, test, type BrowserContext, type Page } from "@playwright/test";
import { newsText, wordsOf } from "@/tests/bench/text";
import { putMarks } from "./support/marks";
import { makeMember, makeUser, signInAs, sql } from "./support/site";
import { assignAll, makeStudy, Person } from "./support/study";
import { shot, watch, type Troubles } from "./support/watch";
import { placeOf, saved, selectWords } from "./support/words";

// A long article with two thousand marks: opened, scrolled, clicked, added to and deleted from; then the database holds
// what the person saw.

const MARKS = 2000;
const WORDS = "A lone heron stood on the empty slipway.";
const ARTICLE = `The long minutes of the harbour board\n${newsText(50_000, 3)}\n${WORDS}\n${newsText(50_000, 4)}`;

test.describe.configure({ mode: "serial" });
let context: BrowserContext, page: Page, troubles: Troubles;
let projectId: string;
let ids: string[];

test.beforeAll(async ({ browser, baseURL }) => {
  test.setTimeout(180_000);
  context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" });
  troubles = await watch(context);
  const other = await browser.newContext();
  const lead = await Person.of(baseURL!, await signInAs(other, baseURL!, await makeUser("Moa Pier")));
  const study = await makeStudy(lead, { name: "Many marks", text: ARTICLE });
  projectId = study.id;
  const user = await makeUser("Tor Quay");
  const assignment = await assignAll(lead, study.id, await makeMember(study.id, user, "annotator", "Tor Quay"));
  const tor = await Person.of(baseURL!, await signInAs(context, baseURL!, user));
  const words = wordsOf(ARTICLE).filter(({ quote }) => /^[a-z]+$/i.test(quote) && !WORDS.includes(quote));
  const at = (n: number): number => Math.floor((n * words.length) / MARKS);
  ids = await putMarks(tor, study.id, assignment, Array.from({ length: MARKS }, (_, n) => ({ start: words[at(n)]!.start, end: words[at(n)]!.end, framing: ["critical", "advocacy", "neutral"][n % 3]! })));
  await Promise.all([tor.end(), lead.end(), other.close()]);
  page = await context.newPage();
  await page.goto(`${study.path}/annotate/${assignment}`);
  await expect(page.locator(".reader mark").first()).toBeVisible();
});
test.afterAll(async () => {
  await context.close();
  expect(troubles.list).toEqual([]);
});

const drawnIds = (): Promise<string[]> => page.locator(".reader mark").evaluateAll((marks) => [...new Set(marks.flatMap((mark) => (mark as HTMLElement).dataset["span"]!.split(" ")))].sort());
const standing = async (): Promise<string[]> => (await sql<{ id: string }>("SELECT id FROM span WHERE project_id = $1 AND deleted_at IS NULL", [projectId])).map(({ id }) => id).sort();

test("every mark is an element of the text soon after the page opened, and cards exist near the window only", async () => {
  await expect.poll(async () => (await drawnIds()).length).toBe(MARKS);
  expect(await drawnIds()).toEqual([...ids].sort());
  expect(await page.locator(".card.span").count()).toBeLessThan(120);
  await shot(page, "many-marks");
});

test("wherever one scrolls, marks and their cards are there", async () => {
  for (const share of [0.9, 0.3, 0.6]) {
    await page.locator(".scroll").evaluate((pane, to) => { pane.scrollTop = pane.scrollHeight * to; }, share);
    await expect.poll(() => page.locator(".card.span").evaluateAll((cards) => cards.filter((card) => { const { top } = card.getBoundingClientRect(); return top > 0 && top < innerHeight; }).length)).toBeGreaterThan(3);
    const inView = await page.locator(".reader mark").evaluateAll((marks) => marks.filter((mark) => { const { top } = mark.getBoundingClientRect(); return top > 100 && top < innerHeight - 100; }).length);
    expect(inView).toBeGreaterThan(5);
  }
  await shot(page, "many-marks-middle");
});

test("a mark far down is opened, one is added and one deleted, and the database holds what is drawn", async () => {
  // The paragraphs on the way are laid out as they come near, so the words move once more after the first scroll.
  await placeOf(page, "lone heron stood");
  await page.waitForTimeout(300);
  await selectWords(page, "lone heron stood");
  for (const key of ["c", "1", "Enter"]) await page.keyboard.press(key);
  await expect(page.locator(".pop.marking")).toHaveCount(0);
  await expect(page.locator(".card.span.open")).toContainText("lone heron stood");
  await page.keyboard.press("j");
  const next = await page.locator(".card.span.open").getAttribute("data-of");
  expect(ids).toContain(next);
  await page.keyboard.press("Delete");
  await expect(page.locator(`.reader mark[data-span~="${next}"]`)).toHaveCount(0);
  await saved(page);
  await expect.poll(standing).toHaveLength(MARKS);
  await expect.poll(drawnIds).toEqual(await standing());
});

test("the list view shows marks page by page", async () => {
  await page.getByRole("button", { name: "List view" }).click();
  await expect(page.locator(".card.span")).toHaveCount(200);
  await page.getByRole("button", { name: "Show 200 more" }).click();
  await expect(page.locator(".card.span")).toHaveCount(400);
});
