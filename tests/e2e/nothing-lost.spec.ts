import { expect, test, type Browser, type BrowserContext, type Page } from "@playwright/test";
import { makeMember, makeUser, signInAs, sql } from "./support/site";
import { assignAll, makeStudy, Person } from "./support/study";
import { expectAccessible, shot, watch, type Troubles } from "./support/watch";
import { markWords } from "./support/words";

// Two tabs, two devices, a machine that people share, a browser that keeps nothing, an article that was submitted
// elsewhere: what a person marked arrives, or is still there with its words.

const ARTICLE = `Ferry fares rise again
The council raised the fares without a word.
The port company kept two boats free of charge.
Islanders thanked the crew and the harbour master.
A promised review never came before the board.`;

let ann: string, bea: string, project: string, assignment: string, address: string, second: string, base: string;
const contexts: BrowserContext[] = [];
const troubles: Troubles[] = [];

/** A device on which somebody is signed in. */
async function device(browser: Browser, userId: string, script?: () => void): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  contexts.push(context);
  if (script !== undefined) await context.addInitScript(script);
  troubles.push(await watch(context));
  await signInAs(context, base, userId);
  return context;
}
async function open(context: BrowserContext, where = address): Promise<Page> {
  const page = await context.newPage();
  await page.goto(where);
  await expect(page.locator(".ProseMirror")).toContainText("Ferry fares rise again");
  return page;
}

test.beforeAll(async ({ browser, baseURL }) => {
  base = baseURL!;
  const other = await browser.newContext();
  const lead = await Person.of(base, await signInAs(other, base, await makeUser("Ida Quay")));
  const study = await makeStudy(lead, { name: "Ferry fares", text: ARTICLE });
  [ann, bea] = [await makeUser("Ann Ferry"), await makeUser("Bea Ferry")];
  project = study.id;
  assignment = await assignAll(lead, study.id, await makeMember(study.id, ann, "annotator", "Ann Ferry"));
  address = `${study.path}/annotate/${assignment}`;
  second = `${study.path}/annotate/${await assignAll(lead, study.id, await makeMember(study.id, bea, "annotator", "Bea Ferry"))}`;
  await lead.end();
  await other.close();
});
test.afterEach(async () => {
  for (const context of contexts.splice(0)) await context.close();
});
test.afterAll(() => expect(troubles.flatMap(({ list }) => list)).toEqual([]));

const status = (page: Page) => page.locator(".foot .status").first();
const card = (page: Page, words: string) => page.locator(".card.span").filter({ hasText: words });
const saved = (page: Page) => expect(status(page)).toHaveText(/Saved \d/, { timeout: 20_000 });
const stored = async () => (await sql<{ line: string }>("SELECT p.quote || ' ' || s.framing AS line FROM span s JOIN span_part p ON p.span_id = s.id WHERE s.assignment_id = $1 AND s.deleted_at IS NULL ORDER BY s.created_at, s.id", [assignment])).map(({ line }) => line);
const frame = (page: Page, words: string, name: string) => card(page, words).getByRole("group", { name: "Framing" }).getByRole("button", { name }).click();

test("two tabs show each other's marks, and edits in both are no conflict with oneself", async ({ browser }) => {
  const context = await device(browser, ann);
  const [one, two] = [await open(context), await open(context)];
  await one.bringToFront();
  await markWords(one, "raised the fares", "c");
  await saved(one);
  await expect(card(two, "raised the fares")).toBeVisible();
  await two.bringToFront();
  await card(two, "raised the fares").locator(".face").click();
  await frame(two, "raised the fares", "Neutral");
  await saved(two);
  await one.bringToFront();
  // What one undoes is what one saw.
  await expect(card(one, "raised the fares").locator(".face .fr")).toHaveText("Neutral");
  await frame(one, "raised the fares", "Advocacy");
  await saved(one);
  await expect(card(two, "raised the fares")).toContainText("Advocacy");
  expect(await stored()).toEqual(["raised the fares advocacy"]);
  // What was made in this tab can be undone after a reload.
  await one.reload();
  await expect(card(one, "raised the fares")).toContainText("Advocacy");
  await one.getByRole("button", { name: /^Undo/ }).click();
  await saved(one);
  expect(await stored()).toEqual(["raised the fares neutral"]);
});

test("two devices follow each other, and a true conflict outlives a reload", async ({ browser }) => {
  const [desk, phone] = [await device(browser, ann), await device(browser, ann)];
  const [one, two] = [await open(desk), await open(phone)];
  await markWords(one, "two boats free", "a");
  await saved(one);
  await expect(card(two, "two boats free")).toBeVisible({ timeout: 10_000 });
  await card(two, "two boats free").locator(".face").click();
  await phone.setOffline(true);
  await frame(one, "two boats free", "Neutral");
  await saved(one);
  await frame(two, "two boats free", "Critical");
  await expect(status(two)).toHaveText("Offline, 1 change waits on this device");
  await phone.setOffline(false);
  await expect(card(two, "two boats free")).toContainText("Mark changed elsewhere", { timeout: 20_000 });
  await two.reload();
  await card(two, "two boats free").locator(".face").click();
  await expect(card(two, "two boats free").getByRole("row", { name: /Framing/ }).getByRole("cell")).toHaveText(["Critical", "Neutral"]);
  await expectAccessible(two, "a conflict after a reload");
  await shot(two, "lost-conflict");
  expect(await stored()).toContain("two boats free neutral");
  await card(two, "two boats free").getByRole("button", { name: "Keep mine" }).click();
  await saved(two);
  expect(await stored()).toContain("two boats free critical");
  await expect(card(one, "two boats free")).toContainText("Critical", { timeout: 10_000 });
});

test("what is left on a shared machine waits for its owner, unseen and unsent by anybody else", async ({ browser }) => {
  const context = await device(browser, ann);
  const page = await open(context);
  const before = await stored();
  await sql("DELETE FROM session WHERE user_id = $1", [ann]);
  await markWords(page, "Islanders thanked", "a");
  await expect(status(page)).toContainText("Signed out, 1 change waits on this device");
  await signInAs(context, base, bea);
  await page.evaluate(() => window.dispatchEvent(new Event("focus")));
  await expect(status(page)).toContainText("Somebody else is signed in, 1 change waits on this device");
  const hers = await open(context, second);
  await markWords(hers, "harbour master", "n");
  await saved(hers);
  await expect(hers.getByText("Islanders thanked the crew")).toBeVisible();
  await expect(card(hers, "Islanders thanked")).toHaveCount(0);
  await expect(hers.getByRole("complementary", { name: "Not saved yet" })).toHaveCount(0);
  expect(await stored()).toEqual(before);
  await page.close();
  await hers.close();
  await signInAs(context, base, ann);
  const again = await open(context);
  await expect(card(again, "Islanders thanked")).toBeVisible();
  await saved(again);
  expect(await stored()).toEqual([...before, "Islanders thanked advocacy"]);
});

test("signing out with something unsent asks, and keeps it", async ({ browser }) => {
  const context = await device(browser, ann);
  const page = await open(context);
  const before = (await stored()).length;
  await context.route("**/api/v1/**/spans", (route) => route.abort("connectionreset"));
  await markWords(page, "promised review", "c");
  await expect(status(page)).toHaveText("Offline, 1 change waits on this device");
  await page.getByRole("button", { name: /^Account of/ }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  const asked = page.getByRole("dialog", { name: "Some of your work is only here" });
  await expect(asked).toContainText("1 change has not reached the server yet");
  await expectAccessible(page, "signing out with something unsent");
  await shot(page, "lost-sign-out");
  await asked.getByRole("button", { name: "Send it first" }).click();
  await expect(asked.getByRole("status")).toContainText("cannot be reached");
  await asked.getByRole("button", { name: "Leave it here and sign out" }).click();
  await page.waitForURL(/\/sign-in/);
  await context.unroute("**/api/v1/**/spans");
  await signInAs(context, base, ann);
  // Not the project, but the list of projects, where one comes in.
  await page.goto("/");
  await expect.poll(async () => (await stored()).length).toBe(before + 1);
});

test("without locks, as on plain http, a tab that ended while sending holds the next up for seconds only", async ({ browser }) => {
  const context = await device(browser, ann, () => Object.defineProperty(Navigator.prototype, "locks", { value: undefined }));
  const [one, two] = [await open(context), await open(context)];
  const before = (await stored()).length;
  let held = 0;
  await context.route("**/api/v1/**/spans", (route) => (++held === 1 ? undefined : route.continue()));
  await one.bringToFront();
  await markWords(one, "never came", "c");
  await expect.poll(() => held).toBe(1);
  await expect(card(two, "never came")).toBeVisible();
  await one.close({ runBeforeUnload: false });
  await two.bringToFront();
  await markWords(two, "the board", "n");
  await saved(two);
  expect((await stored()).slice(before)).toEqual(["never came critical", "the board neutral"]);
});

test("where the browser keeps nothing, the foot says so and leaving asks", async ({ browser }) => {
  const context = await device(browser, ann, () => Object.defineProperty(window, "indexedDB", { value: { open: () => { throw new DOMException("no", "SecurityError"); } } }));
  const page = await open(context);
  const before = (await stored()).length;
  await context.route("**/api/v1/**/spans", (route) => route.abort("connectionreset"));
  await markWords(page, "without a word", "c");
  await expect(status(page)).toHaveText("Offline, 1 change waits in this tab. Keep it open");
  const asked = page.waitForEvent("dialog");
  await page.evaluate(() => setTimeout(() => window.location.reload(), 0));
  expect((await asked).type()).toBe("beforeunload");
  expect((await stored()).length).toBe(before);
});

test("a mark made while the article was submitted elsewhere is listed with its words", async ({ browser }) => {
  const context = await device(browser, ann);
  const page = await open(context);
  await context.setOffline(true);
  await markWords(page, "the crew", "a");
  await expect(status(page)).toHaveText("Offline, 1 change waits on this device");
  await sql("UPDATE assignment SET state = 'submitted', submitted_at = now(), version = version + 1 WHERE id = $1", [assignment]);
  const before = await stored();
  await context.setOffline(false);
  const banner = page.getByRole("complementary", { name: "Not saved yet" });
  await expect(banner).toContainText("1 change was not taken", { timeout: 20_000 });
  await page.goto(`/p/${project}/annotate`);
  await banner.getByRole("button", { name: "Look at them" }).click();
  const list = page.getByRole("dialog", { name: "Not saved on the server" });
  await expect(list).toContainText("Ferry fares rise again");
  await expect(list).toContainText("Advocacy: the crew");
  await expect(list).toContainText("This article is submitted.");
  await expectAccessible(page, "what the server did not take");
  await shot(page, "lost-not-taken");
  await list.getByRole("button", { name: "Discard…" }).click();
  await list.getByRole("button", { name: "Yes, discard it" }).click();
  await expect(banner).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole("heading", { name: "Your articles" })).toBeVisible();
  await expect(banner).toHaveCount(0);
  expect(await stored()).toEqual(before);
});
