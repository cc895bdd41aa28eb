import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test, type Browser, type BrowserContext, type Page } from "@playwright/test";
import { addAll, chooseFiles, openRecord, textFile } from "./support/import";
import { setupLink, sql } from "./support/site";
import { expectAccessible, expectNoOverflow, shot, watch, type Troubles } from "./support/watch";
import { placeOf, saved, selectWords } from "./support/words";

// The main job from an empty machine to a figure: set-up, articles, targets, people, marking blind, judging,
// submitting, stance, export. One browser per person; nothing is mocked.

const ARTICLE = `Ferry queue doubles as council dithers 🌉
By Odd Writer
The council bungled the timetable for a third week, passengers said on Monday.
“We kept the boats running when nobody else would,” said Ines Marlow of the port company.
You may also like: ten harbour walks
Leave a comment`;

type Seat = { context: BrowserContext; page: Page; troubles: Troubles };
async function seat(browser: Browser): Promise<Seat> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const troubles = await watch(context);
  return { context, page: await context.newPage(), troubles };
}
const PASSWORD = "four plain harbour words";

test.describe.configure({ mode: "serial" });
let lead: Seat, ann: Seat, bob: Seat;
let projectUrl: string;

test.beforeAll(async ({ browser }) => {
  [lead, ann, bob] = [await seat(browser), await seat(browser), await seat(browser)];
});
test.afterAll(async () => {
  const troubles = [lead, ann, bob].flatMap((one) => one.troubles.list);
  for (const one of [lead, ann, bob]) await one.context.close();
  expect(troubles).toEqual([]);
});

test("the one-time link makes the first coordinator, and works once", async () => {
  const { page } = lead;
  const link = setupLink();
  await page.goto(link);
  await expectAccessible(page, "set-up");
  await shot(page, "first-run");
  await page.getByLabel("Name shown to your team").fill("Ilka Orm");
  await page.getByLabel("Sign-in name").fill("ilka");
  await page.getByRole("textbox", { name: "Passphrase" }).fill(PASSWORD);
  await page.getByRole("radio", { name: /The sample project/ }).check({ force: true });
  await page.getByRole("button", { name: /Create account/ }).click();
  await page.waitForURL(/\/p\//);
  await expect(page.getByRole("link", { name: "Slantwise" }).first()).toBeVisible();
  const again = await ann.page.goto(link);
  expect(again?.ok()).toBeTruthy();
  await expect(ann.page.getByRole("button", { name: /Create account/ })).toHaveCount(0);
});

test("the sample project has something true to show on every page", async () => {
  const { page } = lead;
  const sample = page.url().match(/\/p\/[^/]+/)![0];
  for (const [section, words] of [["articles", "Marrowby bridge shut"], ["stance", "Not enough to compare"], ["targets", "Mayor Varrick"], ["people", "Ilka Orm"], ["settings", "Sample"]] as const) {
    await page.goto(`${sample}/${section}`);
    await expect(page.getByText(words).first()).toBeVisible();
    await expectAccessible(page, section);
    await expectNoOverflow(page, section);
    await shot(page, section);
  }
});

test("a coordinator makes a study with a target and an article", async () => {
  const { page } = lead;
  await page.goto("/");
  await expectAccessible(page, "projects");
  await page.getByRole("button", { name: "New project" }).click();
  await page.getByLabel("Name of the project").fill("Ferry study");
  await page.getByRole("button", { name: "Start the project" }).click();
  await page.waitForURL(/\/p\//);
  projectUrl = page.url().match(/.*\/p\/[^/]+/)![0];

  await page.goto(`${projectUrl}/targets`);
  await expectAccessible(page, "no targets yet");
  await page.getByRole("button", { name: "Add the first target" }).click();
  await page.getByLabel("Name", { exact: true }).fill("Town council");
  await page.getByRole("button", { name: "Add target" }).click();
  await expect(page.getByRole("list", { name: "Targets" })).toContainText("Town council");

  await page.goto(`${projectUrl}/articles/new`);
  await expectAccessible(page, "add articles");
  await chooseFiles(page, projectUrl, [textFile("ferry.txt", ARTICLE), { name: "latin1.txt", mimeType: "text/plain", buffer: Buffer.from([0x54, 0x6f, 0x77, 0x6e, 0x20, 0xe9, 0x0a]) }]);
  await openRecord(page, /latin1\.txt/);
  await expect(page.getByText(/UTF-8.*byte 5/).first()).toBeVisible();
  await openRecord(page, /^Ferry queue/);
  await shot(page, "add-article");
  await expectAccessible(page, "articles to add");
  await addAll(page, 1);
  await expect.poll(() => sql("SELECT title FROM article WHERE title LIKE 'Ferry queue doubles as council%'")).toHaveLength(1);
});

test("blocks get their kinds on the article's page; the text stays", async () => {
  const { page } = lead;
  const [article] = await sql<{ id: string }>("SELECT id FROM article WHERE title LIKE 'Ferry queue doubles as council%'");
  await page.goto(`${projectUrl}/articles/${article!.id}`);
  await expectAccessible(page, "article");
  const kind = async (block: number, choice: string) => {
    await page.getByRole("button", { name: new RegExp(`^Block ${block}: `) }).click();
    await page.getByRole("menuitem", { name: choice, exact: true }).click();
  };
  await kind(2, "Byline");
  await expect.poll(async () => (await sql<{ kind: string }>("SELECT kind FROM block b JOIN revision r ON r.id = b.revision_id WHERE r.article_id = $1 AND ordinal = 1", [article!.id]))[0]?.kind).toBe("byline");
  await kind(5, "All page chrome");
  await expect.poll(() => sql("SELECT ordinal FROM block b JOIN revision r ON r.id = b.revision_id WHERE r.article_id = $1 AND kind = 'chrome' ORDER BY 1", [article!.id])).toEqual([{ ordinal: 4 }, { ordinal: 5 }]);
  await shot(page, "article");
});

async function invite(name: string, login: string, who: Seat): Promise<void> {
  const { page } = lead;
  await page.goto(`${projectUrl}/people`);
  await page.getByRole("button", { name: "Invite", exact: true }).click();
  await who.page.goto(await page.locator("[data-invitation]").innerText());
  await who.page.getByLabel("Name shown to your team").fill(name);
  await expectAccessible(who.page, "join");
  await who.page.getByLabel("Sign-in name").fill(login);
  await who.page.getByRole("textbox", { name: "Passphrase" }).fill(PASSWORD);
  await who.page.getByRole("button", { name: /^Join/ }).click();
  await who.page.waitForURL(/\/p\//);
}

test("two annotators come in by invitation, and everybody gets the article", async () => {
  await invite("Ann Reed", "ann", ann);
  await invite("Bob Lund", "bob", bob);
  const { page } = lead;
  await page.goto(`${projectUrl}/people`);
  await expectAccessible(page, "people");
  await page.goto(`${projectUrl}/articles`);
  await page.getByRole("button", { name: "Assign" }).first().click();
  await page.getByRole("button", { name: /^Assign/ }).last().click();
  await expect.poll(() => sql("SELECT a.state FROM assignment a JOIN member m ON m.id = a.member_id WHERE m.role = 'annotator' AND a.project_id = $1", [projectUrl.split("/").at(-1)])).toHaveLength(2);
});

test("one marks by mouse, edits on the card, undoes, and a reload loses nothing", async () => {
  const { page } = ann;
  await page.goto(`${projectUrl}/annotate`);
  await expectAccessible(page, "queue");
  await page.getByRole("link", { name: "Start" }).click();
  await expect(page.locator(".ProseMirror")).toContainText("bungled the timetable");
  await selectWords(page, "bungled the timetable");
  await expect(page.getByRole("dialog").or(page.locator(".pop.marking")).first()).toBeVisible();
  await shot(page, "annotate-popover");
  await expectAccessible(page, "popover");
  await page.keyboard.press("c");
  await page.keyboard.press("Enter");
  await expect(page.locator(".ProseMirror mark").first()).toBeVisible();
  await saved(page);
  await expect.poll(() => sql("SELECT quote, framing, voice FROM span s JOIN span_part p ON p.span_id = s.id WHERE s.member_id = (SELECT m.id FROM member m JOIN app_user u ON u.id = m.user_id WHERE u.name = 'Ann Reed')")).toEqual([{ quote: "bungled the timetable", framing: "critical", voice: "own" }]);

  await selectWords(page, "kept the boats running");
  await page.keyboard.press("a");
  await page.keyboard.press("Enter");
  await expect(page.locator(".ProseMirror mark")).toHaveCount(2);
  await saved(page);
  await expect.poll(() => sql("SELECT voice, attribution FROM span s JOIN span_part p ON p.span_id = s.id WHERE quote = 'kept the boats running'")).toEqual([{ voice: "quoted", attribution: "direct" }]);
  const mark = await placeOf(page, "bungled the timetable");
  await page.mouse.click(mark.x1 + 20, mark.y1);
  await shot(page, "annotate");
  await expectAccessible(page, "card open");
  await page.getByRole("button", { name: "Words", exact: true }).first().click();
  await saved(page);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByRole("button", { name: "Redo" }).click();
  await saved(page);
  await page.reload();
  await expect(page.locator(".ProseMirror mark")).toHaveCount(2);
  await expect.poll(() => sql("SELECT device FROM span s JOIN span_part p ON p.span_id = s.id WHERE quote = 'bungled the timetable' AND s.project_id = $1", [projectUrl.split("/").at(-1)])).toEqual([{ device: "words" }]);
});

test("the other does the whole job with the keyboard alone, and sees none of the first one's marks", async () => {
  const { page } = bob;
  await page.goto(`${projectUrl}/annotate`);
  await page.getByRole("link", { name: "Start" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.locator(".ProseMirror")).toContainText("bungled the timetable");
  await expect(page.locator(".ProseMirror mark")).toHaveCount(0);
  await page.locator(".ProseMirror").focus();
  await page.keyboard.press("Control+Home");
  for (let i = 0; i < 2; i++) await page.keyboard.press("Control+Shift+ArrowRight");
  await page.keyboard.press("Enter");
  await page.keyboard.press("n");
  await page.keyboard.press("Enter");
  await expect(page.locator(".ProseMirror mark").first()).toBeVisible();
  await saved(page);
  await expect.poll(() => sql("SELECT quote, framing FROM span s JOIN span_part p ON p.span_id = s.id WHERE s.member_id = (SELECT m.id FROM member m JOIN app_user u ON u.id = m.user_id WHERE u.name = 'Bob Lund')")).toEqual([{ quote: "Ferry queue", framing: "neutral" }]);
  await page.getByRole("radio", { name: /^(−|-)1|−1|critical/ }).first().focus();
  await page.keyboard.press("Space");
  await saved(page);
  await page.keyboard.press("Control+Enter");
  await expect.poll(() => sql("SELECT a.state FROM assignment a JOIN member m ON m.id = a.member_id JOIN app_user u ON u.id = m.user_id WHERE u.name = 'Bob Lund'")).toEqual([{ state: "submitted" }]);
});

test("submitting asks for the judgement first; then the outlet honestly says that it is not enough", async () => {
  const { page } = ann;
  await lead.page.goto(`${projectUrl}/articles`);
  await expect(lead.page.getByRole("row", { name: /Ferry queue/ })).toContainText("In progress");
  await page.getByRole("button", { name: /^Submit/ }).click();
  await expect(page.getByText("1 judgement is left: Town council.").first()).toBeVisible();
  await page.getByRole("radio", { name: /2/ }).first().click({ force: true });
  await saved(page);
  await page.getByRole("button", { name: /^Submit/ }).click();
  await expect.poll(() => sql("SELECT count(*)::int AS n FROM assignment WHERE state = 'submitted' AND project_id = $1", [projectUrl.split("/").at(-1)])).toEqual([{ n: 2 }]);
  // The coordinator's list follows by itself.
  await expect(lead.page.getByRole("row", { name: /Ferry queue/ })).toContainText("Submitted", { timeout: 10_000 });
  await lead.page.goto(`${projectUrl}/stance`);
  await expect(lead.page.getByText(/not enough to compare|by itself/i).first()).toBeVisible();
  await expectAccessible(lead.page, "stance of the study");
  await page.goto(`${projectUrl}/stance`);
  await expect(page.getByText(/reveal/i).first()).toBeVisible();
});

test("the export verifies, and is the annotator's own before the reveal", async () => {
  const id = projectUrl.split("/").at(-1);
  const all = (await (await lead.context.request.get(`/api/v1/projects/${id}/export/spans.jsonl`)).text()).trim().split("\n").map((line) => JSON.parse(line) as { parts: { start: number; end: number; quote: string }[] });
  expect(all).toHaveLength(3);
  const points = [...ARTICLE];
  for (const span of all) for (const part of span.parts) expect(points.slice(part.start, part.end).join("")).toBe(part.quote);
  const own = (await (await ann.context.request.get(`/api/v1/projects/${id}/export/spans.jsonl`)).text()).trim().split("\n");
  expect(own).toHaveLength(2);
  const csv = await (await lead.context.request.get(`/api/v1/projects/${id}/export/spans.csv`)).text();
  expect(csv).toContain("bungled the timetable");
});

const CORPUS = path.resolve(import.meta.dirname, "../../../shared/corpus");
test("the five captured articles go in by file, where they are at hand", async () => {
  test.skip(!existsSync(CORPUS), "the corpus is not beside the project");
  const { page } = lead;
  await chooseFiles(page, projectUrl, readdirSync(CORPUS).filter((name) => name.endsWith(".txt")).map((name) => ({ name, mimeType: "text/plain", buffer: readFileSync(path.join(CORPUS, name)) })));
  await addAll(page, 5);
  await expect.poll(() => sql("SELECT count(*)::int AS n FROM article WHERE project_id = $1", [projectUrl.split("/").at(-1)])).toEqual([{ n: 6 }]);
});
