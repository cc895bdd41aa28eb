import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test, type BrowserContext, type Page } from "@playwright/test";
import { type KillableServer, startServer } from "@/tests/integration/kill/server";
import { makeMember, makeUser, signInAs, sql } from "./support/site";
import { assignAll, makeStudy, Person } from "./support/study";
import { watch, type Troubles } from "./support/watch";
import { placeOf, saved, selectWords } from "./support/words";

// 200 marks, one after the other by keyboard, while the server is killed with SIGKILL again and again and the tab is
// closed in the middle with marks unsent: at the end the database holds what the person saw, each once, in order.

const MARKS = 200;
const WORDS = Array.from({ length: MARKS }, (_, n) => `harbour${String(n).padStart(3, "0")}`);
const LINES = Array.from({ length: MARKS / 8 }, (_, n) => WORDS.slice(n * 8, n * 8 + 8).join(" "));

test.describe.configure({ timeout: 180_000 });
let server: KillableServer, context: BrowserContext, page: Page, troubles: Troubles;
let assignment: string, queue: string;

test.beforeAll(async ({ browser, baseURL }) => {
  test.setTimeout(120_000);
  const { databaseUrl } = JSON.parse(readFileSync(path.join(process.env["SLANTWISE_TEST_DATA_DIR"]!, "running.json"), "utf8")) as { databaseUrl: string };
  const other = await browser.newContext();
  const lead = await Person.of(baseURL!, await signInAs(other, baseURL!, await makeUser("Mina Kill")));
  const study = await makeStudy(lead, { name: "Harbour words", text: `Harbour words\n${LINES.join("\n")}` });
  const userId = await makeUser("Tam Burst");
  assignment = await assignAll(lead, study.id, await makeMember(study.id, userId, "annotator", "Tam Burst"));
  await lead.end();
  await other.close();
  server = await startServer(databaseUrl);
  context = await browser.newContext({ viewport: { width: 1280, height: 800 }, baseURL: server.url });
  troubles = await watch(context);
  await signInAs(context, server.url, userId);
  page = await context.newPage();
  queue = `${study.path}/annotate`;
});
test.afterAll(async () => {
  await context.close();
  await server.stop();
  expect(troubles.list).toEqual([]);
});

/** Marks words from `first` to before `end`, by keyboard, starting at the caret. */
async function burst(first: number, end: number): Promise<void> {
  for (let n = first; n < end; n += 1) {
    await page.keyboard.press("Control+Shift+ArrowRight");
    await page.waitForSelector(".pop.marking");
    await page.keyboard.press("Enter");
    await page.keyboard.press("ArrowRight");
    // At the end of a line the next word begins in the next one.
    if (n % 8 === 7) await page.keyboard.press("ArrowRight");
  }
}
const stored = () => sql<{ quote: string }>("SELECT p.quote FROM span s JOIN span_part p ON p.span_id = s.id WHERE s.assignment_id = $1 AND s.deleted_at IS NULL ORDER BY s.created_at, s.id", [assignment]);
const status = () => page.locator(".foot .status").first();

test("every mark of a burst arrives once and in order, whatever is killed meanwhile", async () => {
  await page.goto(`${queue}/${assignment}`);
  await selectWords(page, WORDS[0]!);
  await page.keyboard.press("c");
  await page.keyboard.press("Enter");
  await page.keyboard.press("ArrowRight");
  await burst(1, 50);
  const first = server.killAndRestart();
  await burst(50, 110);
  await first;

  // The server dies, the person goes on, and closes the tab.
  await server.kill();
  await burst(110, 130);
  await expect(status()).toHaveText(/Offline, \d+ changes wait on this device/);
  await page.close();
  expect((await stored()).length).toBeLessThan(130);
  await server.restart();
  page = await context.newPage();
  // Not the article but the list: what is left is sent from here.
  await page.goto(queue);
  await expect.poll(async () => (await stored()).length, { timeout: 30_000 }).toBe(130);

  await page.goto(`${queue}/${assignment}`);
  await expect(page.locator(".ProseMirror mark")).toHaveCount(130);
  const { x1, y1 } = await placeOf(page, WORDS[130]!);
  await page.mouse.click(x1 - 2, y1);
  await page.keyboard.press("Home");
  for (let n = 128; n < 130; n += 1) await page.keyboard.press("Control+ArrowRight");
  await page.keyboard.press("Control+Shift+ArrowRight");
  await page.keyboard.press("c");
  await page.keyboard.press("Enter");
  await page.keyboard.press("ArrowRight");
  await burst(131, 160);
  const last = server.killAndRestart();
  await burst(160, MARKS);
  await last;

  await expect(status()).toHaveText(/Saved \d/, { timeout: 60_000 });
  await saved(page);
  const quotes = (await stored()).map(({ quote }) => quote);
  expect(quotes).toEqual(WORDS);
  expect((await page.locator(".ProseMirror mark").allInnerTexts()).map((text) => text.trim())).toEqual(WORDS);
  expect(await sql("SELECT FROM span_event e JOIN span s ON s.id = e.span_id WHERE s.assignment_id = $1", [assignment])).toHaveLength(MARKS);
  await page.reload();
  await expect(page.locator(".ProseMirror mark")).toHaveCount(MARKS);
});
