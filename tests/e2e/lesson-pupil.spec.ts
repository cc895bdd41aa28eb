import { expect, test, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from "@playwright/test";
import { makeUser, signInAs, sql } from "./support/site";
import { Person } from "./support/study";
import { lookInClass, shot, watch, type Troubles } from "./support/watch";

// A pupil's way through a whole lesson, step by step, as the teacher leads it.

test.describe.configure({ mode: "serial" });
const CHROMEBOOK: BrowserContextOptions = { viewport: { width: 1366, height: 768 } };
const STEPS = ["read", "mark", "judge", "reveal", "talk", "rewrite", "exit"].map((kind) => ({ kind, minutes: 5, help: kind === "talk" ? "Talk to whoever sits beside you." : "" }));
const seats: { context: BrowserContext; troubles: Troubles }[] = [];
let teacher: Person, id: string, code: string, page: Page, phrase: string, name: string;

async function seat(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ reducedMotion: "reduce", ...CHROMEBOOK });
  seats.push({ context, troubles: await watch(context) });
  return context.newPage();
}
const lead = <T>(method: "GET" | "POST" | "PATCH", path: string, data?: object): Promise<T> => teacher.do<T>(method, `/projects/${id}/lesson${path}`, data);
const version = async (): Promise<number> => (await lead<{ version: number }>("GET", "")).version;
const move = async (to: object): Promise<unknown> => lead("POST", "/steps", { version: await version(), ...to });
const heading = (text: string) => expect(page.getByRole("heading", { level: 1 })).toHaveText(text);
const judgements = () => sql<{ value: string }>("SELECT value FROM judgement WHERE project_id = $1 ORDER BY article_id, target_id", [id]);

test.beforeAll(async ({ browser, baseURL }) => {
  const context = await browser.newContext();
  teacher = await Person.of(baseURL!, await signInAs(context, baseURL!, await makeUser("Mara Chalk")));
  await context.close();
  id = (await teacher.do<{ projectId: string }>("POST", "/lessons", { from: "sample", name: "8a: the bridge" })).projectId;
  await sql("UPDATE lesson SET steps = $2, event = 'A bridge is shut' WHERE project_id = $1", [id, JSON.stringify(STEPS)]);
  await sql("UPDATE target SET is_focus = true WHERE project_id = $1", [id]);
  code = (await lead<{ code: string }>("POST", "/door", { open: true })).code;
});
test.afterAll(async () => {
  await teacher.end();
  for (const one of seats) await one.context.close();
  expect(seats.flatMap((one) => one.troubles.list)).toEqual([]);
});

test("a misread code is told kindly, stays to be looked at again, and the right one opens", async ({ browser }) => {
  page = await seat(browser);
  await page.goto("/join");
  await page.getByLabel("First five characters").pressSequentially("ab-o2 3cd");
  await page.keyboard.type("ef23456");
  await expect(page.getByRole("status").filter({ hasText: "Codes have no O, 0, I or 1." })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert").filter({ hasText: "That code opens nothing." })).toContainText("Your teacher has the code on the board.");
  await expect(page.getByLabel("First five characters")).toHaveValue("ABO23");
  await lookInClass(page, "pupil-join-wrong", [1366, 768]);
  await page.getByLabel("First five characters").fill(code.slice(0, 5).toLowerCase());
  await page.getByLabel("Last five characters").fill(code.slice(5));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("group", { name: "Your name here" }).getByRole("radio").first()).toBeChecked();
  await lookInClass(page, "pupil-join-names", [1366, 768]);
  await page.getByRole("button", { name: "Join", exact: true }).click();
  phrase = (await page.locator("[data-phrase]").innerText()).trim();
  name = (await page.getByRole("heading", { level: 1 }).innerText()).replace("You are ", "");
  await lookInClass(page, "pupil-phrase", [1366, 768]);
  await page.keyboard.press("Enter");
  await heading("Your teacher starts the lesson.");
  await expect(page.getByText(`You are ${name}.`)).toBeVisible();
  await lookInClass(page, "pupil-waiting", [1366, 768]);
});

test("the page goes on by itself: the open parts of the articles beside each other, and the time left", async () => {
  await move({ move: "start" });
  await heading("Read");
  await expect(page.getByText("Step 1 of 7")).toBeVisible();
  await expect(page.getByRole("timer")).toHaveText(/^[45]:\d\d$/u);
  await expect(page.getByRole("list", { name: "The steps of the lesson" }).locator("[aria-current=step]")).toHaveText("Read");
  const [{ n } = { n: 0 }] = await sql<{ n: number }>("SELECT count(*)::int AS n FROM lesson_article WHERE project_id = $1", [id]);
  await expect(page.getByRole("article")).toHaveCount(n);
  const tops = await page.getByRole("article").evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top));
  expect(new Set(tops).size).toBe(1);
  await expect(page.getByRole("article").first()).not.toContainText("Coastwire");
  await lookInClass(page, "pupil-read", [1366, 768]);
});

test("a stopped clock stands, and one that ran out takes nothing away", async () => {
  await lead("POST", "/clock", { version: await version(), do: "pause" });
  await expect(page.getByText("left, the clock is stopped")).toBeVisible();
  await sql("UPDATE lesson SET paused_seconds = NULL, step_ends_at = now() - interval '1 minute' WHERE project_id = $1", [id]);
  await page.reload();
  await expect(page.getByText("Time is up")).toBeVisible();
  await expect(page.getByRole("article").first()).toBeVisible();
  await lookInClass(page, "pupil-time-up", [1366, 768]);
});

test("to mark, there is a way to each article", async () => {
  await move({ move: "next" });
  await heading("Mark alone");
  await expect(page.getByRole("list", { name: "Articles" }).getByRole("listitem").first()).toContainText("no marks yet");
  await lookInClass(page, "pupil-mark", [1366, 768]);
});

test("judging asks in plain words, by the keyboard alone, and an answer waits while there is no net", async () => {
  await move({ move: "next" });
  await heading("Judge");
  const first = page.getByRole("group", { name: /^On the whole, does this article support or criticise/ }).first();
  await first.getByRole("radio", { name: "neither" }).focus();
  await page.keyboard.press("Space");
  await expect(first.getByText("Saved")).toBeVisible();
  await page.keyboard.press("ArrowLeft");
  await expect.poll(judgements).toEqual([{ value: "-1" }]);
  await lookInClass(page, "pupil-judge", [1366, 768]);
  await page.context().setOffline(true);
  await first.getByRole("radio", { name: "criticises strongly" }).check({ force: true });
  await expect(first.getByText("No connection: your answer is kept here and sent later.")).toBeVisible();
  await shot(page, "pupil-judge-offline");
  expect(await judgements()).toEqual([{ value: "-1" }]);
  await page.context().setOffline(false);
  await expect.poll(judgements, { timeout: 15_000 }).toEqual([{ value: "-2" }]);
  await expect(first.getByText("Saved")).toBeVisible();
});

test("on another machine the four words bring the same lesson, and the code leads there again", async ({ browser }) => {
  const other = await seat(browser);
  await other.goto("/sign-in");
  await other.getByRole("radio", { name: "With four words" }).check({ force: true });
  await other.getByLabel("Your four words").fill(phrase);
  await other.getByRole("button", { name: "Sign in", exact: true }).click();
  await other.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
  await other.goto(`/join#${code}`);
  await other.waitForURL(/\/p\/[^/]+\/lesson$/u);
  const first = other.getByRole("group", { name: /^On the whole/ }).first();
  await expect(first.getByRole("radio", { name: "criticises strongly" })).toBeChecked();
  await first.getByRole("radio", { name: "I can’t tell" }).check({ force: true });
  // The other window hears of it.
  await expect(page.getByRole("group", { name: /^On the whole/ }).first().getByRole("radio", { name: "I can’t tell" })).toBeChecked();
  await lead("POST", "/collect", {});
  await expect(first.getByRole("radio", { name: "neither" })).toBeDisabled();
  await expect(other.getByText("Handed in. Your answers stand as they are.")).toBeVisible();
  await other.close();
});

test("the reveal names the newspapers, and who is late still marks, apart", async ({ browser }) => {
  await expect(page.getByText("Coastwire")).toHaveCount(0);
  await move({ move: "next" });
  await heading("See the class");
  await expect(page.getByText("Coastwire").first()).toBeVisible();
  await lookInClass(page, "pupil-reveal", [1366, 768]);
  const late = await seat(browser);
  await late.goto(`/join#${code}`);
  await late.getByRole("button", { name: "Join", exact: true }).click();
  await late.getByRole("button", { name: "Start" }).click();
  await expect(late.getByText("it is counted apart")).toBeVisible();
  await late.getByRole("link", { name: /^Read and mark/ }).first().click();
  await late.waitForURL(/\/annotate\//u);
  await late.close();
});

test("talk, headlines, the last question, and what one did", async () => {
  await move({ move: "next" });
  await heading("Talk");
  await expect(page.getByText("Talk to whoever sits beside you.")).toBeVisible();
  await move({ move: "next" });
  await heading("Rewrite the headline");
  await page.getByLabel("Your headline, which takes no side").first().fill("Bridge closed until inspection");
  await expect(page.getByText("Saved").first()).toBeVisible();
  await lookInClass(page, "pupil-rewrite", [1366, 768]);
  await move({ move: "next" });
  await heading("One last question");
  await lookInClass(page, "pupil-exit", [1366, 768]);
  await lead("POST", "/end", { version: await version() });
  await heading("The lesson is over.");
  await expect(page.getByRole("heading", { name: "What you did" })).toBeVisible();
  await lookInClass(page, "pupil-over", [1366, 768]);
});
