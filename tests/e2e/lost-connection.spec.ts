import { expect, test, type BrowserContext, type Page } from "@playwright/test";
import { makeMember, makeUser, signInAs, sql } from "./support/site";
import { assignAll, makeStudy, Person } from "./support/study";
import { expectAccessible, shot, watch, type Troubles } from "./support/watch";
import { markWords } from "./support/words";

// The net goes away, the server is out of breath, the tab is closed, the session ends: nothing is lost, none
// is saved twice, and the screen says how it stands.

const ARTICLE = `Lighthouse keeper retires
The council forgot the lamp oil in March.
The port company lent its own barrels within the hour.
Sailors praised the port company and the old keeper.
The mayor promised a report that nobody has seen.`;

test.describe.configure({ mode: "serial" });
let context: BrowserContext, page: Page, troubles: Troubles;
let userId: string, assignment: string, address: string;

test.beforeAll(async ({ browser, baseURL }) => {
  context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  troubles = await watch(context);
  const other = await browser.newContext();
  const lead = await Person.of(baseURL!, await signInAs(other, baseURL!, await makeUser("Lena Wick")));
  const study = await makeStudy(lead, { name: "Lamp oil", text: ARTICLE });
  userId = await makeUser("Ole Marsh");
  assignment = await assignAll(lead, study.id, await makeMember(study.id, userId, "annotator", "Ole Marsh"));
  address = `${study.path}/annotate/${assignment}`;
  await lead.end();
  await other.close();
  await signInAs(context, baseURL!, userId);
  page = await context.newPage();
  await page.goto(address);
});
test.afterAll(async () => {
  await context.close();
  expect(troubles.list).toEqual([]);
});

const status = (where: Page) => where.locator(".foot .status").first();
const stored = () => sql<{ quote: string; framing: string }>("SELECT p.quote, s.framing FROM span s JOIN span_part p ON p.span_id = s.id WHERE s.assignment_id = $1 AND s.deleted_at IS NULL ORDER BY s.created_at, s.id", [assignment]);
const events = () => sql<{ n: number }>("SELECT count(*)::int AS n FROM span_event e JOIN span s ON s.id = e.span_id WHERE s.assignment_id = $1", [assignment]);

test("marks made offline wait, say so, and arrive once each and in order", async () => {
  await expect(page.locator(".ProseMirror")).toContainText("lamp oil");
  await context.setOffline(true);
  await markWords(page, "forgot the lamp oil", "c");
  await expect(status(page)).toHaveText("Offline, 1 change waits on this device");
  await markWords(page, "lent its own barrels", "a");
  await markWords(page, "old keeper", "n");
  await expect(status(page)).toHaveText("Offline, 3 changes wait on this device");
  await expect(page.locator(".card.span.pend")).toHaveCount(3);
  await expectAccessible(page, "annotate, offline");
  await shot(page, "lost-offline");
  expect(await stored()).toEqual([]);
  await context.setOffline(false);
  await expect(status(page)).toHaveText(/Saved \d/);
  const three = [{ quote: "forgot the lamp oil", framing: "critical" }, { quote: "lent its own barrels", framing: "advocacy" }, { quote: "old keeper", framing: "neutral" }];
  expect(await stored()).toEqual(three);
  expect(await events()).toEqual([{ n: 3 }]);
  await page.reload();
  await expect(page.locator(".ProseMirror mark")).toHaveCount(3);
  expect(await stored()).toEqual(three);
});

test("leaving with something unsent does not ask, because it is kept and sent from wherever the person goes", async () => {
  const before = (await stored()).length;
  await context.route("**/api/v1/**/spans", (route) => route.abort("connectionreset"));
  await markWords(page, "nobody has seen", "c");
  await expect(status(page)).toHaveText("Offline, 1 change waits on this device");
  let asked = 0;
  page.once("dialog", () => (asked += 1));
  await page.reload();
  await expect(page.locator(".ProseMirror mark", { hasText: "nobody has seen" })).toBeVisible();
  await expect(status(page)).toHaveText("Offline, 1 change waits on this device");
  await page.goto(address.replace(/\/[^/]+$/, ""));
  await expect(page.getByRole("complementary", { name: "Not saved yet" })).toContainText("Offline, 1 change waits on this device");
  await expectAccessible(page, "the queue, with something unsent");
  await shot(page, "lost-queue");
  await context.unroute("**/api/v1/**/spans");
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
  await expect(page.getByRole("complementary", { name: "Not saved yet" })).toHaveCount(0);
  expect(asked).toBe(0);
  await expect.poll(async () => (await stored()).slice(before).map(({ quote }) => quote)).toEqual(["nobody has seen"]);
});

test("an answer of 503, and an answer that was lost on the way, are tried again and count once", async () => {
  await page.goto(address);
  const before = (await stored()).length;
  let refused = 0;
  await context.route("**/api/v1/projects/*/assignments/*/spans", async (route) => {
    refused += 1;
    if (refused === 1) return route.fulfill({ status: 503, contentType: "application/problem+json", body: JSON.stringify({ status: 503, code: "unavailable", title: "Not now", detail: "The server is busy." }) });
    // The server does the work, but its answer never arrives.
    if (refused === 2) await route.fetch();
    return refused === 2 ? route.abort("connectionreset") : route.continue();
  });
  await markWords(page, "promised a report", "c");
  await expect(status(page)).toHaveText("Offline, 1 change waits on this device");
  await expect(status(page)).toHaveText(/Saved \d/, { timeout: 10_000 });
  expect(refused).toBe(3);
  await context.unroute("**/api/v1/projects/*/assignments/*/spans");
  const after = await stored();
  expect(after).toHaveLength(before + 1);
  expect(after.at(-1)).toEqual({ quote: "promised a report", framing: "critical" });
});

test("a laptop that slept while the server was away sends what it holds when it wakes", async () => {
  const before = (await stored()).length;
  await context.route("**/api/v1/**/spans", (route) => route.abort("connectionreset"));
  await markWords(page, "within the hour", "n");
  await expect(status(page)).toHaveText("Offline, 1 change waits on this device");
  const sleep = await context.newCDPSession(page);
  await sleep.send("Page.setWebLifecycleState", { state: "frozen" });
  await context.unroute("**/api/v1/**/spans");
  await sleep.send("Page.setWebLifecycleState", { state: "active" });
  await expect(status(page)).toHaveText(/Saved \d/, { timeout: 20_000 });
  expect((await stored()).slice(before).map(({ quote }) => quote)).toEqual(["within the hour"]);
});

test("a session that ends while marking: signing in again elsewhere brings everything home", async ({ baseURL }) => {
  await page.goto(address);
  await expect(page.locator(".ProseMirror mark").first()).toBeVisible();
  const before = (await stored()).length;
  await sql("DELETE FROM session WHERE user_id = $1", [userId]);
  await markWords(page, "praised the port company", "a");
  await expect(status(page)).toContainText("Signed out, 1 change waits on this device");
  await markWords(page, "Sailors", "n");
  await expect(status(page)).toContainText("Signed out, 2 changes wait on this device");
  await expect(page.locator(".ProseMirror")).toContainText("Lighthouse keeper retires");
  await expectAccessible(page, "annotate, signed out");
  await shot(page, "lost-signed-out");
  expect(await stored()).toHaveLength(before);
  await expect(page.getByRole("link", { name: "Sign in in another tab" })).toBeVisible();
  await signInAs(context, baseURL!, userId);
  // Coming back to the window, as from the tab where one signed in.
  await page.evaluate(() => window.dispatchEvent(new Event("focus")));
  await expect(status(page)).toHaveText(/Saved \d/, { timeout: 20_000 });
  expect((await stored()).slice(before).map((span) => span.quote)).toEqual(["praised the port company", "Sailors"]);
});
