import { expect, test, type BrowserContext, type Page } from "@playwright/test";
import { ADDRESS, startLan, type Lan } from "./support/lan";
import { SESSION_COOKIE } from "./support/site";
import { Person } from "./support/study";
import { expectAccessible, shot, watch, type Troubles } from "./support/watch";
import { markWords, saved } from "./support/words";

// A classroom on plain http: `npm start -- --lan` with data of its own, reached at an address that is not loopback,
// where browsers keep back everything that needs a secure context.

const ARTICLE = "Tide table misprinted\nThe council hid the mistake for a week.\nThe port company printed a new one.";
const PASSWORD = "four plain harbour words";

test.describe.configure({ mode: "serial", timeout: 120_000 });
test.skip(ADDRESS === undefined, "this machine has no address on a network");

let lan: Lan, site: string;
let teacher: { context: BrowserContext; page: Page; troubles: Troubles };
const open: BrowserContext[] = [];
const troubles: Troubles[] = [];

test.beforeAll(async ({ browser }) => {
  test.setTimeout(300_000);
  lan = await startLan({ SLANTWISE_SAMPLE: "0" });
  site = lan.site;
  teacher = await seat(browser.newContext({ viewport: { width: 1280, height: 800 }, baseURL: site }));
});
test.afterAll(async () => {
  for (const context of open) await context.close();
  await lan.stop();
  expect(troubles.flatMap((one) => one.list)).toEqual([]);
});

async function seat(making: Promise<BrowserContext>): Promise<{ context: BrowserContext; page: Page; troubles: Troubles }> {
  const context = await making;
  open.push(context);
  const seen = await watch(context);
  troubles.push(seen);
  return { context, page: await context.newPage(), troubles: seen };
}
const insecure = async (page: Page): Promise<void> => expect(await page.evaluate(() => [window.isSecureContext, typeof crypto.randomUUID, typeof navigator.clipboard])).toEqual([false, "undefined", "undefined"]);
const banner = (page: Page) => page.getByText("Local network without encryption");

test("it says where it is, and the first coordinator signs up and in without a secure context", async () => {
  expect(lan.said()).toContain(`Slantwise is at ${site}`);
  const { page, context } = teacher;
  await page.goto(lan.setupLink());
  expect(new URL(page.url()).origin).toBe(site);
  await insecure(page);
  await page.getByLabel("Name shown to your team").fill("Lan Ashore");
  await page.getByLabel("Sign-in name").fill("lan");
  await page.getByRole("textbox", { name: "Passphrase" }).fill(PASSWORD);
  await page.getByRole("button", { name: /Create account/ }).click();
  await page.waitForURL(/\/p\//);
  await expect(banner(page)).toBeVisible();
  await page.goto("/account");
  await expect(banner(page)).toBeVisible();
  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  await page.waitForURL(/\/sign-in/);
  await page.getByLabel("Sign-in name or e-mail").fill("lan");
  await page.getByRole("textbox", { name: "Passphrase" }).fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/project/i);
  await expect(banner(page)).toBeVisible();
  const cookie = (await context.cookies()).find((one) => one.name === SESSION_COOKIE);
  expect(cookie).toMatchObject({ secure: false, httpOnly: true, sameSite: "Lax", domain: ADDRESS });
});

let project: string, token: string;

test("a pupil joins by code, marks, and it is saved; copying does not throw", async ({ browser }) => {
  const { page, context } = teacher;
  token = (await context.cookies()).find((one) => one.name === SESSION_COOKIE)!.value;
  const api = await Person.of(site, token);
  project = (await api.do<{ id: string }>("POST", "/projects", { name: "Tides", kind: "class", assignEveryone: true })).id;
  await api.do("POST", `/projects/${project}/targets`, { name: "Town council" });
  const article = await api.do<{ id: string }>("POST", `/projects/${project}/articles`, { text: ARTICLE });
  await page.goto(`/p/${project}/people`);
  await page.getByRole("button", { name: "Make a join code" }).click();
  const code = (await page.locator("[data-code]").first().innerText()).replace(/\s/g, "");
  for (const name of ["Copy the code", "Copy the link"]) {
    await page.getByRole("button", { name }).click();
    await expect(page.getByRole("status").filter({ hasText: /Copied|Select it by hand/ }).first()).toBeAttached();
  }
  await expectAccessible(page, "people, on a local network");
  await shot(page, "lan-people");

  const pupil = await seat(browser.newContext({ viewport: { width: 1280, height: 800 }, baseURL: site }));
  await pupil.page.goto(`/join#${code}`);
  await insecure(pupil.page);
  await expect(banner(pupil.page)).toBeVisible();
  await expectAccessible(pupil.page, "join, on a local network");
  await pupil.page.getByRole("button", { name: "Join", exact: true }).click();
  await pupil.page.getByRole("button", { name: "Copy the words" }).click();
  await pupil.page.getByRole("button", { name: "Start" }).click();
  await pupil.page.getByRole("link", { name: "Start" }).click();
  await expect(banner(pupil.page)).toBeVisible();
  await markWords(pupil.page, "hid the mistake", "c");
  await saved(pupil.page);
  await shot(pupil.page, "lan-annotate");
  await pupil.page.reload();
  await expect(pupil.page.locator(".ProseMirror mark")).toHaveCount(1);
  const own = await pupil.context.request.get(`/api/v1/projects/${project}/articles/${article.id}/spans`);
  const { items } = (await own.json()) as { items: { parts: { quote: string }[] }[] };
  expect(items.map((item) => item.parts[0]?.quote)).toEqual(["hid the mistake"]);
  await api.end();
});

test("SIGTERM ends it within five seconds, with a stream open", async () => {
  const stream = await fetch(`${site}/api/v1/projects/${project}/live`, { headers: { cookie: `${SESSION_COOKIE}=${token}` } });
  expect(stream.status).toBe(200);
  const reading = stream.body!.getReader().read().then(() => "ended", () => "ended");
  const begun = Date.now();
  await lan.end();
  expect(Date.now() - begun).toBeLessThan(5_000);
  expect(await reading).toBe("ended");
  await expect(fetch(`${site}/api/v1/health`)).rejects.toThrow();
});
