import { expect, test, type BrowserContext, type Page } from "@playwright/test";
import { newId } from "@/lib/kernel/id";
import { makeUser, signInAs, sql } from "./support/site";
import { joinByHttp, Person } from "./support/study";
import { expectAccessible, expectNoOverflow, lookInClass, shot, watch, type Troubles } from "./support/watch";

// A teacher leads a lesson: the door, the steps, the pupils as they work, the heat map that only they see, the reveal, the talk and the wall.

test.describe.configure({ mode: "serial" });
test.setTimeout(120_000);
type Heat = { blocks: { start: number; text: string }[]; segments: unknown[] };
type Pupil = { person: Person; memberId: string; context: BrowserContext };
let context: BrowserContext, page: Page, teacher: Person, troubles: Troubles;
let id: string, at: string, articleId: string, targetId: string, revisionId: string;
const pupils: Pupil[] = [];
let words: { start: number; quote: string }[] = [];

test.beforeAll(async ({ browser, baseURL }) => {
  context = await browser.newContext({ reducedMotion: "reduce", viewport: { width: 1440, height: 900 } });
  troubles = await watch(context);
  teacher = await Person.of(baseURL!, await signInAs(context, baseURL!, await makeUser("Karin Tjaden")));
  page = await context.newPage();
  id = (await teacher.do<{ projectId: string }>("POST", "/lessons", { from: "sample", name: "Room 14: the bridge" })).projectId;
  at = `/projects/${id}/lesson`;
  const lesson = await teacher.do<{ articles: { articleId: string }[]; targets: { id: string }[] }>("GET", at);
  [articleId, targetId] = [lesson.articles[0]!.articleId, lesson.targets[0]!.id];
  revisionId = (await sql<{ id: string }>("SELECT current_revision_id AS id FROM article WHERE id = $1", [articleId]))[0]!.id;
  const { blocks } = await teacher.do<Heat>("GET", `${at}/heat?article=${articleId}`);
  // A name of a newspaper inside the words would stand masked before pupils.
  const outlets = await sql<{ name: string }>("SELECT name FROM outlet WHERE project_id = $1", [id]);
  words = blocks.filter(({ text }) => text.length > 60 && !outlets.some(({ name }) => text.includes(name))).map(({ start, text }) => ({ start: start + 10, quote: [...text].slice(10, 40).join("") }));
});
test.afterAll(async () => {
  for (const { person, context: own } of pupils) {
    await person.end();
    await own.close();
  }
  await teacher.end();
  await context.close();
  expect(troubles.list).toEqual([]);
});

async function join(baseURL: string, context: BrowserContext, code: string, index: number): Promise<Pupil> {
  const before = (await sql<{ id: string }>("SELECT id FROM member WHERE project_id = $1", [id])).map((one) => one.id);
  await joinByHttp(baseURL, code, index);
  const [one] = await sql<{ id: string; user: string }>("SELECT id, user_id AS user FROM member WHERE project_id = $1 AND NOT (id = ANY($2::uuid[]))", [id, before]);
  return { person: await Person.of(baseURL, await signInAs(context, baseURL, one!.user)), memberId: one!.id, context };
}

async function mark({ person, memberId }: Pupil, place: number, framing: string, note = "", length = 30): Promise<void> {
  const [work] = await sql<{ id: string }>("SELECT id FROM assignment WHERE project_id = $1 AND member_id = $2 AND article_id = $3", [id, memberId, articleId]);
  const { start, quote } = words[place]!;
  await person.do("POST", `/projects/${id}/assignments/${work!.id}/spans`, { id: newId(), revisionId, parts: [{ start, end: start + length, quote: [...quote].slice(0, length).join("") }], targetId, framing, voice: null, note });
}

test("shows the code, large too, and starts with one press", async ({ browser, baseURL }) => {
  await page.goto(`/p/${id}/live`);
  await expect(page.getByText("Not started")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1, name: "What the class marked" })).toBeVisible();
  await page.getByRole("button", { name: "Open joining" }).click();
  const code = (await page.locator("[data-code]").innerText()).replaceAll(" ", "");
  expect(code).toMatch(/^[2-9A-HJ-NP-Z]{10}$/u);
  await page.getByRole("button", { name: "Show large" }).click();
  await expect(page.getByRole("img", { name: "QR code that opens the lesson" })).toBeVisible();
  await expect(page.getByRole("dialog").getByText("Nobody is in yet")).toBeVisible();
  await shot(page, "live-door");
  await expectAccessible(page, "the door, large");
  for (let n = 0; n < 5; n++) pupils.push(await join(baseURL!, await browser.newContext(), code, n));
  await expect(page.getByRole("dialog").getByText("5 pupils are in")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("list", { name: "Pupils" }).getByRole("listitem")).toHaveCount(5);
  await page.getByRole("button", { name: "Start the lesson" }).click();
  await expect(page.getByRole("timer")).toContainText("left to read");
});

test("adds minutes, pauses, and stands there after the teacher's computer was started anew", async () => {
  await page.getByRole("button", { name: "Pause" }).click();
  await expect(page.getByRole("timer")).toContainText("paused");
  const face = page.getByRole("timer").locator("b");
  const before = (await face.textContent())!;
  await page.getByRole("button", { name: "Add 5 minutes" }).click();
  await expect(face).not.toHaveText(before);
  const stands = (await face.textContent())!;
  await page.reload();
  await expect(face).toHaveText(stands);
  await page.getByRole("button", { name: "Go on" }).click();
  await page.getByRole("button", { name: "Next: Mark alone" }).click();
  await expect(page.getByRole("timer")).toContainText("left to mark");
});

test("follows the pupils as they mark, and counts what they hand in, for the teacher alone", async () => {
  const list = page.getByRole("list", { name: "Pupils" });
  await expect(list.locator("[data-state=away]")).toHaveCount(5);
  for (const pupil of pupils) await (await pupil.context.newPage()).goto(`/p/${id}/lesson`);
  await mark(pupils[0]!, 0, "critical", "It says they failed, and nobody is quoted saying so.");
  await expect(list.locator("[data-state=marking]")).toHaveCount(1, { timeout: 3_000 });
  await mark(pupils[1]!, 0, "critical");
  await mark(pupils[2]!, 0, "advocacy", "It is really there to praise.");
  await mark(pupils[3]!, 0, "advocacy", "", 20);
  await mark(pupils[4]!, 0, "neutral", "That is just how long it took.");
  for (const [n, pupil] of pupils.entries()) await mark(pupil, 1, n < 3 ? "critical" : "neutral", "", 12);
  await mark(pupils[0]!, 2, "critical");
  await expect(page.locator(".ct-remarks")).toContainText("Nobody has handed in");
  expect((await pupils[0]!.person.ask("GET", `${at}/heat?article=${articleId}`)).status()).toBe(404);
  expect((await pupils[0]!.person.page(`/p/${id}/talk`)).status()).toBe(404);
  expect((await pupils[0]!.person.page(`/p/${id}/live`)).status()).toBe(404);
  await page.getByRole("button", { name: "Collect…" }).click();
  await page.getByRole("button", { name: "Collect", exact: true }).click();
  await expect(page.getByText("5 articles handed in")).toBeVisible();
  const count = page.getByRole("button", { name: /^5 marked this: 2 criticises, 1 plain, 2 supports/u });
  await expect(count).toBeVisible();
  await count.click();
  await expect(page.getByRole("region", { name: "Chosen for discussion" }).getByText("5 of the 5 who marked")).toBeVisible();
  await expect(page.getByText("It says they failed, and nobody is quoted saying so.")).toBeVisible();
  await expect(page.getByRole("region", { name: "Chosen for discussion" })).not.toContainText(await list.getByRole("listitem").first().locator(".cut").innerText());
  await lookInClass(page, "live");
});

test("goes through the disputed words by key, pins one with a question and puts it on the wall", async () => {
  await page.getByRole("heading", { name: "What the class marked" }).click();
  await page.keyboard.press("n");
  const chosen = page.getByRole("region", { name: "Chosen for discussion" });
  await expect(chosen.getByRole("blockquote")).toBeVisible();
  await chosen.getByLabel("To ask the class").fill("Who says so, the paper or a person?");
  await chosen.getByRole("button", { name: "Put on screen" }).click();
  await expect(chosen.getByRole("button", { name: "Take off the screen" })).toBeVisible();
  const wall = await context.newPage();
  await wall.goto(`/p/${id}/talk/screen`);
  await expect(wall.getByText("The class’s marks are shown here when")).toBeVisible();
  await expect(wall.getByText("Who says so")).toHaveCount(0);
  await wall.close();
});

test("asks once before it shows everything to all, and pupils see counts and their own marks", async () => {
  await page.getByRole("button", { name: /^Go to: See the class/u }).click();
  await expect(page.getByRole("dialog")).toContainText("This cannot be taken back");
  await page.getByRole("dialog").getByRole("button", { name: "Show to all" }).click();
  await expect(page.getByText("the class sees this too")).toBeVisible();
  const own = await pupils[0]!.context.newPage();
  await own.goto(`/p/${id}/talk`);
  await expect(own.locator(".ct-k.mine").first()).toBeVisible();
  await own.getByRole("button", { name: /^5 marked this: 2 criticises/u }).click();
  await expect(own.getByText("It is really there to praise.")).toBeVisible();
  await expect(own.getByText("yours", { exact: true })).toBeVisible();
  await expectAccessible(own, "a pupil's view of the class");
  await shot(own, "talk-pupil");
  await own.setViewportSize({ width: 390, height: 844 });
  await expectNoOverflow(own, "a pupil's view of the class at 390");
  await shot(own, "talk-pupil-390");
  await own.close();
});

test("leads the talk from a list of pinned and disputed words, and the wall follows", async () => {
  await page.goto(`/p/${id}/talk`);
  const wall = await context.newPage();
  await wall.goto(`/p/${id}/talk/screen`);
  await expect(wall.getByText("Who says so, the paper or a person?")).toBeVisible();
  await wall.setViewportSize({ width: 1280, height: 720 });
  await expectAccessible(wall, "the wall");
  await expectNoOverflow(wall, "the wall");
  await shot(wall, "wall-passage");
  const pin = page.getByRole("complementary", { name: "Pinned" }).getByRole("button").first();
  await pin.click();
  await expect(page.getByRole("region", { name: "Chosen for discussion" }).getByRole("button", { name: "Take off the screen" })).toBeVisible();
  await lookInClass(page, "talk");
  await page.getByRole("button", { name: "Take off the screen" }).click();
  await expect(wall.getByRole("img", { name: /marked this/u }).first()).toBeVisible();
  await shot(wall, "wall-article");
  await wall.close();
});
