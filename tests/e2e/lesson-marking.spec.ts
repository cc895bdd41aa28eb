import { expect, test, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from "@playwright/test";
import { makeUser, signInAs, sql } from "./support/site";
import { Person } from "./support/study";
import { expectAccessible, expectNoOverflow, shot, watch, type Troubles } from "./support/watch";
import { placeOf, saved, selectWords, touchWords } from "./support/words";

// Pupils come in by the code on the board and mark: by mouse, by finger, by the keyboard alone, without a net, on another machine.

test.describe.configure({ mode: "serial" });
const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const CHROMEBOOK: BrowserContextOptions = { viewport: { width: 1366, height: 768 } };
const seats: { context: BrowserContext; troubles: Troubles }[] = [];
let teacher: Person, id: string, code: string, page: Page, phrase: string;

async function seat(browser: Browser, options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext({ reducedMotion: "reduce", ...options });
  seats.push({ context, troubles: await watch(context) });
  return context.newPage();
}
const lead = async <T>(method: string, path: string, data?: object): Promise<T> => teacher.do<T>(method as "GET", `/projects/${id}/lesson${path}`, data);
const version = async (): Promise<number> => (await lead<{ version: number }>("GET", "")).version;
const marks = () => sql<{ quote: string; framing: string; voice: string | null; note: string; target: string }>("SELECT p.quote, s.framing, s.voice, s.note, t.name AS target FROM span s JOIN span_part p ON p.span_id = s.id JOIN target t ON t.id = s.target_id WHERE s.project_id = $1 AND s.deleted_at IS NULL ORDER BY s.created_at, s.id", [id]);

test.beforeAll(async ({ browser, baseURL }) => {
  const context = await browser.newContext();
  teacher = await Person.of(baseURL!, await signInAs(context, baseURL!, await makeUser("Rita Board")));
  await context.close();
  id = (await teacher.do<{ projectId: string }>("POST", "/lessons", { from: "sample", name: "9b reads" })).projectId;
  code = (await lead<{ code: string }>("POST", "/door", { open: true })).code;
  await lead("POST", "/steps", { version: await version(), move: "start" });
  await lead("POST", "/steps", { version: await version(), move: "next" });
});
test.afterAll(async () => {
  await teacher.end();
  for (const one of seats) await one.context.close();
  expect(seats.flatMap((one) => one.troubles.list)).toEqual([]);
});

test("a pupil scans the code, takes a name, notes four words, and is in the lesson", async ({ browser }) => {
  page = await seat(browser, CHROMEBOOK);
  await page.goto(`/join#${code}`);
  await page.getByRole("button", { name: "Join", exact: true }).click();
  phrase = (await page.locator("[data-phrase]").innerText()).trim().replace(/\s+/gu, " ");
  expect(phrase.split(" ")).toHaveLength(4);
  await page.getByRole("button", { name: "Start" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Mark alone");
  await expect(page.getByText("Select the words that take a side")).toBeVisible();
  await expectAccessible(page, "pupil's lesson");
  await shot(page, "pupil-lesson-1366");
});

test("selected words get one of three marks, toward the chosen name, without a voice", async () => {
  await page.getByRole("link", { name: /Read and mark: They knew in April/ }).click();
  await selectWords(page, "lulled with assurances");
  await expectAccessible(page, "marking in a lesson");
  await shot(page, "lesson-mark-1366");
  await page.getByRole("dialog").getByRole("button", { name: "Criticises" }).click();
  await page.getByLabel("Why? One sentence, if you like").fill("As if people were put to sleep.");
  await page.getByRole("button", { name: "Northlode Port Company" }).click();
  await selectWords(page, "stopped being a secret");
  await page.getByRole("dialog").getByRole("button", { name: "Plain" }).click();
  await saved(page);
  await expect.poll(marks).toEqual([
    { quote: "lulled with assurances", framing: "critical", voice: null, note: "As if people were put to sleep.", target: "Town council" },
    { quote: "stopped being a secret", framing: "neutral", voice: null, note: "", target: "Northlode Port Company" },
  ]);
  await expect(page.getByText("The council has dithe")).toBeHidden();
});

test("the keyboard alone marks, changes, explains and takes away", async () => {
  await page.locator(".ProseMirror").focus();
  await page.keyboard.press("Control+Home");
  for (let n = 0; n < 3; n++) await page.keyboard.press("Control+Shift+ArrowRight");
  await expect(page.locator(".pop.marking")).toBeVisible();
  await page.keyboard.press("a");
  await expect(page.locator(".pop.marking")).toHaveCount(0);
  await expect.poll(async () => (await marks()).map(({ framing }) => framing)).toEqual(["critical", "neutral", "advocacy"]);
  await page.keyboard.press("Delete");
  await expect.poll(async () => (await marks()).length).toBe(2);
  await page.keyboard.press("Control+z");
  await expect.poll(async () => (await marks()).length).toBe(3);
});

test("without a net marks wait on the device, and arrive once it is back", async () => {
  await page.context().setOffline(true);
  await selectWords(page, "any other business").catch(() => selectWords(page, "thirty-six days"));
  await page.keyboard.press("c");
  await expect(page.locator(".foot")).toContainText("Offline, 1 change waits on this device");
  expect(await marks()).toHaveLength(3);
  await shot(page, "lesson-mark-offline");
  await page.context().setOffline(false);
  await saved(page);
  await expect.poll(async () => (await marks()).length).toBe(4);
});

test("on another machine, a phone, the four words bring everything back, and a finger marks", async ({ browser }) => {
  const phone = await seat(browser, PHONE);
  await phone.goto("/sign-in");
  await phone.getByRole("radio", { name: "With four words" }).check({ force: true });
  await phone.getByLabel("Your four words").fill(phrase);
  await phone.getByRole("button", { name: "Sign in", exact: true }).click();
  await phone.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
  await phone.goto(`/p/${id}`);
  await expect(phone.getByRole("heading", { level: 1 })).toHaveText("Mark alone");
  await shot(phone, "pupil-lesson-390");
  await expectNoOverflow(phone, "pupil's lesson on a phone");
  await phone.getByRole("link", { name: /Read and mark: They knew in April/ }).click();
  await expect(phone.locator(".ProseMirror mark")).not.toHaveCount(0);
  await touchWords(phone, "twenty minutes");
  await expect(phone.locator(".pop.marking")).toBeVisible();
  await expectNoOverflow(phone, "marking on a phone");
  await expectAccessible(phone, "marking on a phone");
  await shot(phone, "lesson-mark-390");
  await phone.getByRole("dialog").getByRole("button", { name: "Supports" }).tap();
  await expect.poll(async () => (await marks()).length).toBe(5);
  await phone.emulateMedia({ colorScheme: "dark" });
  await expectAccessible(phone, "marking on a phone, dark");
  await shot(phone, "lesson-mark-390-dark");
  expect((await placeOf(phone, "lulled")).x1).toBeGreaterThan(0);
});

test("handing in goes on to the next article, and at last back to the lesson", async () => {
  await page.reload();
  await page.getByRole("button", { name: "Hand in" }).click();
  await page.waitForURL((url) => !url.pathname.endsWith("x"));
  await expect(page.getByText("Your marks 0")).toBeVisible();
  await page.getByRole("button", { name: "Hand in" }).click();
  await expect(page.getByRole("dialog")).toContainText("marked nothing");
  await page.keyboard.press("Escape");
  await page.getByRole("link", { name: "Lesson", exact: true }).last().click();
  await expect(page.getByRole("listitem").filter({ hasText: "They knew in April" })).toContainText("handed in");
});

test("after the reveal a latecomer still marks, and reads that it counts apart", async ({ browser }) => {
  await lead("POST", "/steps", { version: await version(), move: "next" });
  const late = await seat(browser, CHROMEBOOK);
  await late.goto(`/join#${code}`);
  await late.getByRole("button", { name: "Join", exact: true }).click();
  await late.getByRole("button", { name: "Start" }).click();
  await late.getByRole("link", { name: /Read and mark: Northlode steps in/ }).click();
  await expect(late.getByText("Yours count apart from now on.")).toBeVisible();
  await selectWords(late, "issued so much as a sentence");
  await late.keyboard.press("c");
  await expect.poll(() => sql("SELECT peers_seen FROM span WHERE project_id = $1 ORDER BY created_at DESC LIMIT 1", [id])).toEqual([{ peers_seen: true }]);
});
