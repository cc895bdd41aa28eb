import { expect as usual, test, type Browser, type BrowserContext, type Page } from "@playwright/test";
import { ADDRESS, startLan, type Lan } from "./support/lan";
import { expectAccessible, expectNoOverflow, shot, watch, type Troubles } from "./support/watch";
import { selectWords } from "./support/words";

// A whole lesson: one teacher, a class behind one address on plain http, from the door to the last question. A class
// has 28; here it is smaller unless SLANTWISE_PUPILS says otherwise.

// Many browsers on one small machine draw slowly.
const expect = usual.configure({ timeout: 30_000 });
const PUPILS = Number(process.env["SLANTWISE_PUPILS"] ?? 6);
const AT_ONCE = 7;
test.describe.configure({ mode: "serial", timeout: 60_000 + PUPILS * 12_000 });
test.skip(ADDRESS === undefined, "this machine has no address on a network");

type Seat = { context: BrowserContext; page: Page };
let lan: Lan, teacher: Seat, path: string, code: string;
const pupils: (Seat & { name: string; phrase: string })[] = [];
const contexts: BrowserContext[] = [];
const troubles: Troubles[] = [];
const refused: string[] = [];

async function seat(browser: Browser, size = { width: 1366, height: 768 }): Promise<Seat> {
  const context = await browser.newContext({ baseURL: lan.site, viewport: size, reducedMotion: "reduce" });
  contexts.push(context);
  troubles.push(await watch(context));
  context.on("response", (response) => {
    if (response.status() === 429 || response.status() >= 500) refused.push(`${response.status()} ${response.url()}`);
  });
  return { context, page: await context.newPage() };
}
/** As many at once as a machine with two cores can draw. */
async function everybody(work: (pupil: (typeof pupils)[number], index: number) => Promise<void>): Promise<void> {
  for (let at = 0; at < pupils.length; at += AT_ONCE) await Promise.all(pupils.slice(at, at + AT_ONCE).map((pupil, n) => work(pupil, at + n)));
}
const goOn = (name: string | RegExp) => teacher.page.getByRole("button", { name }).click();

test.beforeAll(async ({ browser }) => {
  test.setTimeout(300_000);
  lan = await startLan();
  teacher = await seat(browser, { width: 1440, height: 900 });
});
test.afterAll(async () => {
  for (const context of contexts) await context.close();
  await lan.stop();
  expect(troubles.flatMap((one) => one.list)).toEqual([]);
  expect(refused).toEqual([]);
});

test("a teacher signs up, makes the lesson of the sample and opens the door", async () => {
  const { page } = teacher;
  await page.goto(lan.setupLink());
  await page.getByLabel("Name shown to your team").fill("Kim Tell");
  await page.getByLabel("Sign-in name").fill("kim");
  await page.getByRole("textbox", { name: "Passphrase" }).fill("four plain harbour words");
  await page.getByRole("button", { name: /Create account/ }).click();
  await page.waitForURL(/\/p\//);
  await page.goto("/");
  await page.getByRole("link", { name: "Start a lesson" }).click();
  await page.getByRole("button", { name: "Make the lesson" }).click();
  await page.waitForURL(/\/p\/[0-9a-f-]+\/lesson$/u);
  path = new URL(page.url()).pathname.match(/\/p\/[^/]+/u)![0];
  await page.getByRole("link", { name: "Live", exact: true }).click();
  await goOn("Open joining");
  code = (await page.locator("[data-code]").first().innerText()).replace(/\s/gu, "");
  expect(code).toMatch(/^[2-9A-HJ-NP-Z]{10}$/u);
  await expectAccessible(page, "live, before anybody is in");
  await shot(page, "class-live-empty");
});

test("one pupil, at a person's pace, is at the first mark within a minute of scanning", async ({ browser }) => {
  await goOn("Start the lesson");
  await goOn(/^Next: Mark alone/u);
  const { page } = await seat(browser);
  let seconds = 0;
  // How long somebody of twelve looks, reads, writes down, and aims.
  const takes = async (person: number): Promise<void> => {
    seconds += person;
    await page.waitForTimeout(person * 1_000);
  };
  const begun = Date.now();
  await page.goto(`/join#${code}`);
  await expect(page.getByRole("button", { name: "Join", exact: true })).toBeVisible();
  await takes(4);
  await page.getByRole("button", { name: "Join", exact: true }).click();
  await expect(page.locator("[data-phrase]")).toBeVisible();
  await takes(15);
  await page.getByRole("button", { name: "Start" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Mark alone");
  await takes(6);
  await page.getByRole("link", { name: /They knew in April/ }).first().click();
  await expect(page.locator(".ProseMirror")).toBeVisible();
  await takes(12);
  await selectWords(page, "lulled with assurances");
  await takes(3);
  await page.getByRole("dialog").getByRole("button", { name: "Criticises" }).click();
  await expect(page.getByText(/^(Saved \d|All saved)/u).first()).toBeVisible();
  console.log(`from the code to the first mark: ${Math.round((Date.now() - begun) / 1_000)} s, of which a person's ${seconds} s`);
  await teacher.page.getByRole("button", { name: "Go to: Read" }).click();
  await expect(teacher.page.getByRole("button", { name: /^Next: Mark alone/u })).toBeVisible();
});

test("a class joins by the code from one address, none is refused, and the board fills", async ({ browser }) => {
  const { page } = teacher;
  for (let at = 0; at < PUPILS; at += AT_ONCE)
    await Promise.all(
      Array.from({ length: Math.min(AT_ONCE, PUPILS - at) }, async (_, n) => {
        const made = await seat(browser, (at + n) % 3 === 2 ? { width: 390, height: 844 } : undefined);
        await made.page.goto(`/join#${code}`);
        await made.page.getByRole("radio").nth((at + n) % 8).check({ force: true });
        const phrase = made.page.locator("[data-phrase]");
        await made.page.getByRole("button", { name: "Join", exact: true }).click();
        await expect(phrase).toBeVisible();
        const name = (await made.page.getByRole("heading", { level: 1 }).innerText()).replace(/^You are /u, "");
        const words = await phrase.innerText();
        await made.page.getByRole("button", { name: "Start" }).click();
        await expect(made.page.getByRole("heading", { level: 1 })).toHaveText("Read");
        pupils.push({ ...made, name, phrase: words });
      }),
    );
  expect(new Set(pupils.map(({ name }) => name)).size).toBe(PUPILS);
  for (const { name } of pupils) await expect(page.locator("main")).toContainText(name);
  await shot(page, "class-live-joined");
});

test("they mark alone; nobody sees anybody’s marks, and the teacher sees how far each one is", async () => {
  await goOn(/^Next: Mark alone/u);
  const words = ["lulled with assurances", "stopped being a secret", "she hid behind her engineers"];
  await everybody(async ({ page }, index) => {
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Mark alone");
    await page.getByRole("link", { name: /They knew in April/ }).first().click();
    await expect(page.locator(".ProseMirror")).toBeVisible();
    await selectWords(page, words[index % 3]!);
    await page.getByRole("dialog").getByRole("button", { name: index % 2 === 0 ? "Criticises" : "Supports" }).click();
    if (index < 4) await page.getByLabel("Why? One sentence, if you like").fill(index % 2 === 0 ? "It blames." : "It is meant kindly.");
    await selectWords(page, "thirty-six days");
    await page.getByRole("dialog").getByRole("button", { name: index % 2 === 0 ? "Criticises" : "Plain" }).click();
    await expect(page.getByText("Your marks 2")).toBeVisible();
    await expect(page.getByText(/^(Saved \d|All saved)/u).first()).toBeVisible();
    await expect(page.locator(".ProseMirror mark")).not.toHaveCount(0);
    if (index % 2 === 0) await page.getByRole("button", { name: "Hand in" }).click();
  });
  // And the one who came before them.
  await expect(teacher.page.locator("main")).toContainText(`${PUPILS + 1} marking`);
  await shot(teacher.page, "class-live-marking");
  await expectAccessible(teacher.page, "live, while the class marks");
});

test("the reveal shows all of it to all at once, with the newspapers", async () => {
  const { page } = teacher;
  await goOn("Stop and show the heat map");
  await goOn("Show to all");
  await expect(page.getByRole("button", { name: /^Next: Talk/u })).toBeVisible();
  await everybody(async (pupil) => {
    await pupil.page.goto(`${path}/lesson`);
    await expect(pupil.page.getByRole("heading", { level: 1 })).toHaveText("See the class");
    await expect(pupil.page.locator("main")).toContainText("Coastwire");
  });
  await page.getByRole("link", { name: "Discussion", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await shot(page, "class-talk");
  await expectAccessible(page, "discussion");
  await shot(pupils[0]!.page, "class-pupil-reveal");
  await expectAccessible(pupils[0]!.page, "a pupil after the reveal");
  const phone = pupils.at(2)!.page;
  await expectNoOverflow(phone, "a pupil's phone after the reveal");
  await shot(phone, "class-pupil-reveal-phone");
  for (const { page: seen, name } of pupils.slice(0, 3)) for (const other of pupils.filter((one) => one.name !== name)) await expect(seen.locator("main")).not.toContainText(other.name);
});

test("they write headlines, vote, and answer the last question", async () => {
  const { page } = teacher;
  await page.goto(`${path}/live`);
  await goOn(/^Next: Talk/u);
  await goOn(/^Next: Rewrite the headline/u);
  await everybody(async (pupil, index) => {
    await pupil.page.goto(`${path}/lesson`);
    await expect(pupil.page.getByRole("heading", { level: 1 })).toHaveText("Rewrite the headline");
    const field = pupil.page.getByRole("textbox").first();
    await field.fill(`Bridge shut, version ${index + 1}`);
    await pupil.page.getByLabel("The class may read this headline").first().check();
    await expect(pupil.page.getByText("Saved").first()).toBeVisible();
  });
  await pupils[0]!.page.reload();
  await pupils[0]!.page.getByRole("button", { name: /^Vote for: Bridge shut, version/u }).first().click();
  await shot(pupils[0]!.page, "class-pupil-vote");
  await goOn(/^Next: One last question/u);
  await everybody(async (pupil, index) => {
    await pupil.page.goto(`${path}/lesson`);
    await expect(pupil.page.getByRole("heading", { level: 1 })).toHaveText("One last question");
    await pupil.page.getByRole("textbox").first().fill(`The word “hid”, says number ${index + 1}.`);
    await expect(pupil.page.getByText("Saved").first()).toBeVisible();
  });
});

test("the lesson ends, points are given, and the class is erased without a trace", async () => {
  const { page } = teacher;
  await goOn("End the lesson");
  await goOn(/^End$/u);
  await expect(page.getByText("The lesson is over").first()).toBeVisible();
  await page.getByRole("link", { name: "Points", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.locator("main")).toContainText(pupils[0]!.name);
  await shot(page, "class-points");
  await page.getByRole("link", { name: "After", exact: true }).click();
  await shot(page, "class-after");
  await page.getByRole("button", { name: "Erase the class…" }).click();
  await page.getByRole("dialog").getByRole("textbox").fill("A first lesson: the bridge");
  await page.getByRole("dialog").getByRole("button", { name: "Erase the class…" }).click();
  await expect(page.getByText(/0 traces/u)).toBeVisible();
  await shot(page, "class-erased");
  await pupils[0]!.page.goto(`${path}/lesson`);
  await expect(pupils[0]!.page).toHaveURL(/sign-in/u);
});
