import { expect, test, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from "@playwright/test";
import { addAll, paste } from "./support/import";
import { makeUser, signInAs, sql } from "./support/site";
import { joinByHttp, signInByHttp } from "./support/study";
import { expectAccessible, expectNoOverflow, shot, watch, type Troubles } from "./support/watch";
import { markWords, saved, touchWords } from "./support/words";

// A lesson: a teacher, a code on the board, pupils with made-up names and four words, one of them on a phone.

const ARTICLE = `Harbour bell rings again
The council botched the repair twice, neighbours said on Friday.
The port company mended the bell in a single night.`;
const WRONG_CODE = "That code opens nothing. It may be mistyped, used up or too old; ask for a new one.";
const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

type Seat = { context: BrowserContext; page: Page; troubles: Troubles };
type Pupil = Seat & { name: string; phrase: string };
const seats: Seat[] = [];
async function seat(browser: Browser, options: BrowserContextOptions = { viewport: { width: 1280, height: 800 } }): Promise<Seat> {
  const context = await browser.newContext(options);
  const troubles = await watch(context);
  const made = { context, page: await context.newPage(), troubles };
  seats.push(made);
  return made;
}
const isPhone = (index: number): boolean => index === 1;

test.describe.configure({ mode: "serial" });
let teacher: Seat;
let path: string, id: string, code: string;
const pupils: Pupil[] = [];

test.beforeAll(async ({ browser, baseURL }) => {
  teacher = await seat(browser);
  await signInAs(teacher.context, baseURL!, await makeUser("Tilda Board"));
});
test.afterAll(async () => {
  for (const one of seats) await one.context.close();
  expect(seats.flatMap((one) => one.troubles.list)).toEqual([]);
});

test("a teacher makes a class with a target, an article and a code", async () => {
  const { page } = teacher;
  await page.goto("/");
  await page.getByLabel("Name of the project").fill("Class 9b");
  await page.getByRole("radio", { name: /^A class/ }).check({ force: true });
  await page.getByRole("button", { name: "Start the project" }).click();
  await page.waitForURL(/\/p\//);
  path = new URL(page.url()).pathname.match(/\/p\/[^/]+/)![0];
  id = path.split("/").at(-1)!;
  await page.goto(`${path}/targets`);
  await page.getByRole("button", { name: "Add the first target" }).click();
  await page.getByLabel("Name", { exact: true }).fill("Town council");
  await page.getByRole("button", { name: "Add target" }).click();
  await expect(page.getByRole("list", { name: "Targets" })).toContainText("Town council");
  await page.goto(`${path}/articles/new`);
  await paste(page, ARTICLE);
  await addAll(page, 1);
  await expect.poll(() => sql("SELECT title FROM article WHERE project_id = $1", [id])).toEqual([{ title: "Harbour bell rings again" }]);
  await page.goto(`${path}/people`);
  await page.getByLabel("How many may use it").fill("60");
  await page.getByRole("button", { name: "Make a join code" }).click();
  code = (await page.locator("[data-code]").first().innerText()).replace(/\s/g, "");
  expect(code).toMatch(/^[2-9A-HJ-NP-Z]{10}$/);
  await expectAccessible(page, "people of a class, with a fresh code");
  await page.getByRole("button", { name: "Show it large" }).click();
  await shot(page, "class-code");
  await page.getByRole("dialog").getByRole("button", { name: "Close" }).click();
});

test("six pupils join with the code and an offered name only, and get four words", async ({ browser }) => {
  for (let index = 0; index < 6; index++) {
    const place = await seat(browser, isPhone(index) ? PHONE : undefined);
    const { page } = place;
    if (index === 0) {
      await page.goto("/join");
      await expectAccessible(page, "join");
      await page.getByLabel("First five characters").pressSequentially(code.slice(0, 5).toLowerCase());
      await expect(page.getByLabel("Last five characters")).toBeFocused();
      await page.keyboard.type(code.slice(5));
      await page.getByRole("button", { name: "Join" }).click();
    } else await page.goto(`/join#${code}`);
    const names = page.getByRole("group", { name: "Your name here" }).getByRole("radio");
    await expect(names.first()).toBeVisible();
    if (index < 2) await expectAccessible(page, "join with a code");
    if (isPhone(index)) await expectNoOverflow(page, "join on a phone");
    const pick = names.nth(index % 3);
    await pick.check({ force: true });
    const name = (await pick.getAttribute("value")) ?? "";
    await page.getByRole("button", { name: "Join", exact: true }).click();
    const words = page.locator("[data-phrase]");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(`You are ${name}`);
    const phrase = await words.innerText();
    expect(phrase.split(" ")).toHaveLength(4);
    if (index < 2) await expectAccessible(page, "phrase card");
    if (isPhone(index)) await expectNoOverflow(page, "phrase card on a phone");
    await shot(page, `class-phrase-${index}`);
    expect(new URL(page.url()).hash).toBe("");
    await page.getByRole("button", { name: "Start" }).click();
    await page.waitForURL(/\/annotate/);
    await expect(page.getByRole("link", { name: "Start" })).toBeVisible();
    pupils.push({ ...place, name, phrase });
  }
  expect(new Set(pupils.map((pupil) => pupil.name)).size).toBe(6);
  expect(await sql("SELECT 1 FROM member m JOIN app_user u ON u.id = m.user_id WHERE m.project_id = $1 AND (u.email IS NOT NULL OR u.login IS NOT NULL) AND u.kind = 'pupil'", [id])).toEqual([]);
});

async function comeBack(page: Page, phrase: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByRole("radio", { name: "With four words" }).check({ force: true });
  await page.getByLabel("Your four words").fill(phrase);
  await page.getByRole("button", { name: "Sign in" }).click();
}

test("one closes the browser and comes back with the four words", async ({ browser }) => {
  const left = pupils[0]!;
  await left.context.close();
  const again = await seat(browser);
  pupils[0] = { ...left, ...again };
  await comeBack(again.page, left.phrase.toUpperCase().replaceAll(" ", " - "));
  await again.page.getByRole("link", { name: "Class 9b" }).click();
  await again.page.waitForURL(/\/annotate/);
  await expect(again.page.getByRole("link", { name: "Start" })).toBeVisible();
});

test("28 join and 28 sign in again from one address within a minute, and none is refused", async ({ baseURL }) => {
  const begun = Date.now();
  const joined = await Promise.all(Array.from({ length: 28 }, (_, index) => joinByHttp(baseURL!, code, index)));
  expect(joined.flatMap((one) => one.refusals)).toEqual([]);
  const back = await Promise.all(joined.map((one) => signInByHttp(baseURL!, one.phrase)));
  expect(back).toEqual(joined.map(() => "in"));
  expect(Date.now() - begun).toBeLessThan(60_000);
  expect(await sql("SELECT count(*)::int AS n, count(DISTINCT pseudonym_key)::int AS names FROM member WHERE project_id = $1 AND role = 'annotator'", [id])).toEqual([{ n: 34, names: 34 }]);
});

test("one does the whole article on a phone, with a finger", async () => {
  const { page, name } = pupils[1]!;
  await page.getByRole("link", { name: "Start" }).tap();
  await touchWords(page, "botched the repair twice");
  const sheet = page.locator(".pop.marking");
  await expect(sheet).toBeVisible();
  const box = (await sheet.boundingBox())!;
  expect(Math.round(box.y + box.height)).toBe(844);
  expect([Math.round(box.x), Math.round(box.width)]).toEqual([0, 390]);
  await expectAccessible(page, "bottom sheet on a phone");
  await expectNoOverflow(page, "annotate on a phone");
  await shot(page, "class-phone-sheet");
  await sheet.getByRole("button", { name: /^Critic/ }).tap();
  await sheet.getByRole("button", { name: "Town council" }).tap();
  await sheet.getByRole("button", { name: "Mark" }).tap();
  await expect(page.locator(".ProseMirror mark")).toHaveCount(1);
  await saved(page);
  await page.getByRole("button", { name: "Submit" }).tap();
  // The judgement is missing: its drawer opens, with the scale in focus.
  await expect(page.getByRole("complementary", { name: "Spans" })).toBeVisible();
  await expect(page.getByRole("radiogroup", { name: "Town council" }).getByRole("radio").first()).toBeFocused();
  await shot(page, "class-phone-spans");
  await expectAccessible(page, "spans on a phone");
  await page.getByRole("radio", { name: /^−1, critic/i }).tap({ force: true });
  await page.getByRole("complementary", { name: "Spans" }).getByRole("button", { name: "Close" }).tap();
  await saved(page);
  await page.getByRole("button", { name: "Submit" }).tap();
  await expect(page.getByText("Submitted. You can read it here")).toBeAttached();
  await expectAccessible(page, "submitted on a phone");
  const spans = await sql("SELECT p.quote, s.framing, a.state FROM span s JOIN span_part p ON p.span_id = s.id JOIN assignment a ON a.id = s.assignment_id JOIN member m ON m.id = s.member_id WHERE m.pseudonym = $1 AND m.project_id = $2", [name, id]);
  expect(spans).toEqual([{ quote: "botched the repair twice", framing: "critical", state: "submitted" }]);
});

test("a new phrase ends the old one and its sessions at once", async () => {
  const pupil = pupils[2]!;
  const { page } = teacher;
  await page.goto(`${path}/people`);
  await page.getByRole("button", { name: `New phrase for ${pupil.name}` }).click();
  await page.getByRole("button", { name: "Make a new phrase" }).click();
  const fresh = await page.getByRole("dialog").locator("[data-phrase]").innerText();
  await expectAccessible(page, "a new phrase");
  await page.getByRole("button", { name: "Done" }).click();
  expect((await pupil.context.request.get(`/api/v1/projects/${id}`)).status()).toBe(401);
  await pupil.page.goto(`${path}/annotate`);
  await expect(pupil.page).toHaveURL(/\/sign-in\?next=/);
  await comeBack(pupil.page, pupil.phrase);
  await expect(pupil.page.getByText("Those four words do not match.")).toBeVisible();
  await comeBack(pupil.page, fresh);
  await expect(pupil.page.getByRole("link", { name: "Class 9b" })).toBeVisible();
});

test("a pupil who is taken out is refused at the next request", async () => {
  const pupil = pupils[3]!;
  const { page } = teacher;
  await page.getByRole("button", { name: `Take ${pupil.name} out` }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Take out" }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  expect((await pupil.context.request.get(`/api/v1/projects/${id}`)).status()).toBe(401);
  await pupil.page.goto(`${path}/annotate`);
  await expect(pupil.page).toHaveURL(/\/sign-in/);
  // The four words still open the account, but neither the class nor the code lets the pupil in again.
  await comeBack(pupil.page, pupil.phrase);
  await expect(pupil.page.getByRole("heading", { name: "No project yet" })).toBeVisible();
  await pupil.page.goto(`${path}/annotate`);
  await expect(pupil.page.getByRole("heading", { name: "There is nothing here" })).toBeVisible();
  await pupil.page.goto(`/join#${code}`);
  await pupil.page.getByRole("button", { name: "Join", exact: true }).click();
  await expect(pupil.page.getByText("A coordinator took you out of this project.")).toBeVisible();
});

test("a revoked, an expired and a wrong code get the same calm sentence", async ({ browser }) => {
  const { page } = teacher;
  await page.goto(`${path}/people`);
  const late = await seat(browser);
  await late.page.goto(`/join#${code}`);
  await expect(late.page.getByRole("group", { name: "Your name here" })).toBeVisible();
  await page.getByRole("button", { name: `Revoke code ${code.slice(0, 2)}` }).click();
  await expect(page.getByRole("button", { name: /^Revoke/ })).toHaveCount(0);
  await late.page.getByRole("button", { name: "Join", exact: true }).click();
  await expect(late.page.getByText(WRONG_CODE)).toBeVisible();
  await page.getByRole("button", { name: "Make a join code" }).click();
  const second = (await page.locator("[data-code]").first().innerText()).replace(/\s/g, "");
  await sql("UPDATE join_code SET expires_at = now() - interval '1 minute' WHERE project_id = $1 AND revoked_at IS NULL", [id]);
  for (const typed of [code, second, "QQQQQ23456"]) {
    await late.page.goto("about:blank");
    await late.page.goto(`/join#${typed}`);
    await expect(late.page.getByText(WRONG_CODE)).toBeVisible();
  }
  await expectAccessible(late.page, "a code that opens nothing");
  await shot(late.page, "class-wrong-code");
});

test("the reveal shows everybody’s work to everybody, and collects what is unfinished", async () => {
  const curious = pupils[4]!;
  await curious.page.getByRole("link", { name: "Start" }).click();
  await markWords(curious.page, "mended the bell", "a");
  await saved(curious.page);
  const article = (await sql<{ id: string }>("SELECT id FROM article WHERE project_id = $1", [id]))[0]!.id;
  const seen = async () => ((await (await curious.context.request.get(`/api/v1/projects/${id}/articles/${article}/spans`)).json()) as { items: unknown[] }).items.length;
  expect(await seen()).toBe(1);
  const { page } = teacher;
  await page.goto(`${path}/settings`);
  await expectAccessible(page, "settings");
  await page.getByRole("button", { name: "Show everybody’s work…" }).click();
  await expectAccessible(page, "before the reveal");
  await page.getByRole("dialog").getByRole("button", { name: "Show everybody’s work to everybody" }).click();
  await expect(page.getByRole("heading", { name: "Shown to everybody" })).toBeVisible();
  expect(await seen()).toBe(2);
  expect(await sql("SELECT DISTINCT a.state FROM assignment a JOIN member m ON m.id = a.member_id WHERE a.project_id = $1 AND m.pseudonym = $2", [id, curious.name])).toEqual([{ state: "submitted" }]);
  await curious.page.goto(`${path}/stance`);
  await expect(curious.page.getByRole("heading", { level: 1 })).toHaveText("There is nothing here");
});
