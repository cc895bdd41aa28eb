import { expect, test, type Browser, type BrowserContext, type Page } from "@playwright/test";
import { makeMember, makeUser, signInAs, sql } from "./support/site";
import { assignAll, Person } from "./support/study";
import { lookInClass, shot, watch, type Troubles } from "./support/watch";

// From the rewriting to the end of a class: headlines that survive a lost connection, votes, the last question, points
// by keyboard, a table for the grade book, names forgotten, a pupil and a class erased.

test.describe.configure({ mode: "serial" });
const TEXTS = ["Bridge shut as town hall scrambles\n\nThe bridge was closed on Thursday. The mayor spent Friday dodging questions.", "Ferries carry the town while the bridge rests\n\nTwo free ferries ran by five. The mayor answered every question."];
type Pupil = { context: BrowserContext; page: Page; api: Person; memberId: string };
const troubles: Troubles[] = [];
let teacher: Person, board: Page, boardContext: BrowserContext, amber: Pupil, brisk: Pupil, projectId: string, articles: string[];

async function pupil(browser: Browser, baseURL: string, pseudonym: string): Promise<Pupil> {
  const context = await browser.newContext({ reducedMotion: "reduce", baseURL });
  troubles.push(await watch(context));
  const userId = await makeUser(pseudonym);
  await sql("UPDATE app_user SET kind = 'pupil', login = NULL WHERE id = $1", [userId]);
  const api = await Person.of(baseURL, await signInAs(context, baseURL, userId));
  const memberId = await makeMember(projectId, userId, "annotator", pseudonym);
  await assignAll(teacher, projectId, memberId);
  return { context, page: await context.newPage(), api, memberId };
}

const goTo = (kind: string) => sql("UPDATE lesson SET state = 'running', step = (SELECT n - 1 FROM jsonb_array_elements(steps) WITH ORDINALITY AS e(step, n) WHERE step ->> 'kind' = $2), version = version + 1 WHERE project_id = $1", [projectId, kind]);

test.beforeAll(async ({ browser, baseURL }) => {
  boardContext = await browser.newContext({ reducedMotion: "reduce", baseURL: baseURL! });
  troubles.push(await watch(boardContext));
  teacher = await Person.of(baseURL!, await signInAs(boardContext, baseURL!, await makeUser("Petra Holm")));
  board = await boardContext.newPage();
  projectId = (await teacher.do<{ projectId: string }>("POST", "/lessons", { from: "empty", name: "Room 14" })).projectId;
  articles = [];
  for (const text of TEXTS) articles.push((await teacher.do<{ id: string }>("POST", `/projects/${projectId}/articles`, { text })).id);
  const { version } = await teacher.do<{ version: number }>("GET", `/projects/${projectId}/lesson`);
  const steps = ["mark", "reveal", "rewrite", "exit"].map((kind) => ({ kind, minutes: 5, help: "" }));
  await teacher.do("PUT", `/projects/${projectId}/lesson`, { version, name: "Room 14", event: "The bridge", steps, asksVoice: false, exitQuestion: "Which word did the most work?", sourceHidden: false, articles: articles.map((articleId) => ({ articleId, blockOrdinals: [0, 1] })), targets: [{ name: "Town hall" }] });
  amber = await pupil(browser, baseURL!, "Amber Heron");
  brisk = await pupil(browser, baseURL!, "Brisk Otter");
});
test.afterAll(async () => {
  await Promise.all([teacher, amber.api, brisk.api].map((one) => one.end()));
  for (const context of [boardContext, amber.context, brisk.context]) await context.close();
  expect(troubles.flatMap(({ list }) => list)).toEqual([]);
});

/** The part of the page in which one writes the headline of an article. */
const writing = (page: Page, title = "Bridge shut as town hall scrambles") => page.getByRole("region", { name: title }).filter({ has: page.getByLabel("Your headline, which takes no side") });

test("keeps a headline over a lost connection and a reload, and shares it when its author agrees", async () => {
  const marked = "dodging questions";
  const [{ id: assignment, revision } = { id: "", revision: "" }] = await sql<{ id: string; revision: string }>("SELECT s.id, a.current_revision_id AS revision FROM assignment s JOIN article a ON a.id = s.article_id WHERE s.member_id = $1 AND s.article_id = $2", [amber.memberId, articles[0]]);
  const [{ id: targetId } = { id: "" }] = await sql<{ id: string }>("SELECT id FROM target WHERE project_id = $1", [projectId]);
  const start = TEXTS[0]!.indexOf(marked);
  await amber.api.do("POST", `/projects/${projectId}/assignments/${assignment}/spans`, { id: crypto.randomUUID(), revisionId: revision, parts: [{ start, end: start + marked.length, quote: marked }], targetId, framing: "critical", note: "It sounds like a chase." });
  await sql("UPDATE project SET revealed_at = now() WHERE id = $1", [projectId]);
  await goTo("rewrite");
  const { page, context } = amber;
  await page.goto(`/p/${projectId}/lesson`);
  await expect(writing(page)).toContainText("Not written yet");
  await context.setOffline(true);
  await writing(page).getByLabel("Your headline, which takes no side").fill("Bridge closed since Thursday");
  await expect(writing(page)).toContainText("No connection. Kept on this device");
  await context.setOffline(false);
  await page.reload();
  await expect(writing(page).getByLabel("Your headline, which takes no side")).toHaveValue("Bridge closed since Thursday");
  await expect(writing(page).getByText("Saved", { exact: true })).toBeVisible();
  await writing(page).getByLabel("What did you change, and why?").fill("Nobody scrambles now.");
  await writing(page).getByLabel("The class may read this headline").check();
  await expect.poll(() => sql("SELECT body, reason, shared FROM headline WHERE member_id = $1", [amber.memberId])).toEqual([{ body: "Bridge closed since Thursday", reason: "Nobody scrambles now.", shared: true }]);
  await page.reload();
  await expect(writing(page).getByLabel("What did you change, and why?")).toHaveValue("Nobody scrambles now.");
  await lookInClass(page, "write-step");
});

test("asks whoever wrote something else in another window", async () => {
  const { page, api } = amber;
  const [{ version } = { version: 0 }] = await sql<{ version: number }>("SELECT version FROM headline WHERE member_id = $1", [amber.memberId]);
  await api.do("PUT", `/projects/${projectId}/lesson/headlines/${articles[0]}`, { body: "From the other window", reason: "", shared: true, version });
  await writing(page).getByLabel("Your headline, which takes no side").fill("Bridge closed after inspection");
  await expect(writing(page).getByRole("alert")).toContainText("From the other window");
  await shot(page, "write-conflict");
  await writing(page).getByRole("button", { name: "Keep what stands here" }).click();
  await expect(writing(page).getByText("Saved", { exact: true })).toBeVisible();
  await expect.poll(() => sql("SELECT body FROM headline WHERE member_id = $1", [amber.memberId])).toEqual([{ body: "Bridge closed after inspection" }]);
});

test("lets the class read and vote without names, and counts after one's own vote", async () => {
  await brisk.api.do("PUT", `/projects/${projectId}/lesson/headlines/${articles[0]}`, { body: "Bridge closed, cause open", reason: "", shared: true });
  const { page } = brisk;
  await page.goto(`/p/${projectId}/lesson`);
  await page.getByRole("button", { name: "Vote for: Bridge closed after inspection" }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "Bridge closed after inspection" })).toContainText("1 vote");
  await expect(page.getByRole("main")).not.toContainText("Amber Heron");
  await expect(page.getByRole("listitem").filter({ hasText: "Bridge closed, cause open" })).toContainText("yours");
  // Amber has not voted: no counts for her.
  await expect(amber.page.getByRole("listitem").filter({ hasText: "Bridge closed, cause open" })).toBeVisible();
  await expect(amber.page.getByRole("main")).not.toContainText("1 vote");
  await lookInClass(page, "vote-step");
  const { items } = await teacher.do<{ items: { id: string; body: string; version: number }[] }>("GET", `/projects/${projectId}/lesson/headlines`);
  const rude = items.find(({ body }) => body === "Bridge closed, cause open")!;
  await teacher.do("PATCH", `/projects/${projectId}/lesson/headlines/${rude.id}`, { hidden: true, version: rude.version });
  await expect(amber.page.getByRole("listitem").filter({ hasText: "Bridge closed, cause open" })).toHaveCount(0);
  await expect(page.getByText("Your teacher took this headline off")).toBeVisible();
});

test("asks one last question", async () => {
  await goTo("exit");
  const { page } = amber;
  await page.goto(`/p/${projectId}/lesson`);
  await page.getByLabel("Which word did the most work?").fill("“Scrambles”: it makes them look silly.");
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  await lookInClass(page, "exit-step");
  expect(await sql("SELECT body FROM exit_answer WHERE member_id = $1", [amber.memberId])).toEqual([{ body: "“Scrambles”: it makes them look silly." }]);
});

test("gives points by the keyboard beside what a pupil did, and a table for the grade book", async () => {
  await board.goto(`/p/${projectId}/points`);
  await expect(board.getByRole("heading", { name: "Amber Heron" })).toBeVisible();
  await expect(board.getByText("It sounds like a chase.")).toBeVisible();
  await expect(board.getByText("“Scrambles”: it makes them look silly.")).toBeVisible();
  await board.locator('[data-place="0 evidence"]').focus();
  for (const key of ["2", "ArrowRight", "1", "ArrowDown", "0"]) await board.keyboard.press(key);
  await expect(board.getByRole("heading", { name: "Brisk Otter" })).toBeVisible();
  await expect(board.getByRole("row", { name: /Amber Heron/u })).toContainText("3");
  await board.keyboard.press("ArrowUp");
  await board.getByLabel("Comment for the pupil").fill("Well seen.");
  await expect(board.getByText("Saved", { exact: true })).toBeVisible();
  await expect.poll(() => sql("SELECT m.pseudonym, g.evidence, g.reasoning, g.comment FROM grade g JOIN member m ON m.id = g.member_id WHERE g.project_id = $1 ORDER BY 1", [projectId])).toEqual([{ pseudonym: "Amber Heron", evidence: 2, reasoning: 1, comment: "Well seen." }, { pseudonym: "Brisk Otter", evidence: null, reasoning: 0, comment: "" }]);
  await lookInClass(board, "points");
  const csv = await teacher.ask("GET", `/projects/${projectId}/lesson/grades.csv`);
  expect(await csv.text()).toContain("Amber Heron,0,2,1,1,2,1,3,Well seen.\r\n");
  await sql("UPDATE lesson SET state = 'ended', step = NULL, ended_at = now(), version = version + 1 WHERE project_id = $1", [projectId]);
  await amber.page.goto(`/p/${projectId}/lesson`);
  await expect(amber.page.getByRole("region", { name: "Your points" })).toContainText("Well seen.");
  await lookInClass(amber.page, "my-points");
});

test("reminds of the day, and erases a pupil after the name was typed, with the search told", async () => {
  await board.goto(`/p/${projectId}/after`);
  await lookInClass(board, "after");
  const [{ day } = { day: "" }] = await sql<{ day: string }>("SELECT (current_date + 10)::text AS day");
  await board.getByLabel("Keep this class until").fill(day);
  await board.getByRole("button", { name: "Save", exact: true }).click();
  await expect(board.getByText("Saved.")).toBeVisible();
  await board.goto("/");
  await expect(board.getByText("You keep this class for 10 more days.")).toBeVisible();
  await board.getByRole("link", { name: "Decide what becomes of it" }).click();
  await expect(board.getByRole("complementary", { name: "Keeping this class" })).toBeVisible();
  await board.getByLabel("Pupil", { exact: true }).selectOption({ label: "Brisk Otter" });
  await board.getByRole("button", { name: "Erase…" }).click();
  const dialog = board.getByRole("dialog");
  await dialog.getByLabel("Type Brisk Otter to confirm").fill("Amber Heron");
  await dialog.getByRole("button", { name: "Erase…" }).click();
  await expect(dialog.getByRole("alert")).toContainText("That is not the name.");
  await shot(board, "after-ask");
  await dialog.getByLabel("Type Brisk Otter to confirm").fill("Brisk Otter");
  await dialog.getByRole("button", { name: "Erase…" }).click();
  await expect(board.getByText("Brisk Otter is erased.")).toBeVisible();
  await expect(board.getByText(/Searched \d+ tables with \d+ columns: 0 traces\./u)).toBeVisible();
  await lookInClass(board, "after-erased");
  expect(await sql("SELECT 1 FROM member WHERE id = $1", [brisk.memberId])).toEqual([]);
  expect((await brisk.api.ask("GET", `/projects/${projectId}/lesson`)).status()).toBe(401);
});

test("forgets the names and keeps the marks", async () => {
  await board.getByRole("button", { name: "Forget the names…" }).click();
  await board.getByRole("dialog").getByLabel("Type Room 14 to confirm").fill("room 14");
  await board.getByRole("dialog").getByRole("button", { name: "Forget the names…" }).click();
  await expect(board.getByText("This class has no names any more.").first()).toBeVisible();
  expect(await sql("SELECT pseudonym, user_id FROM member WHERE id = $1", [amber.memberId])).toEqual([{ pseudonym: "Pupil 1", user_id: null }]);
  expect(await sql("SELECT count(*)::int AS n FROM span WHERE member_id = $1", [amber.memberId])).toEqual([{ n: 1 }]);
});

test("erases the class", async () => {
  await board.reload();
  await board.getByRole("button", { name: "Erase the class…" }).click();
  await board.getByRole("dialog").getByLabel("Type Room 14 to confirm").fill("Room 14");
  await board.getByRole("dialog").getByRole("button", { name: "Erase the class…" }).click();
  await expect(board.getByText("Room 14 is erased.")).toBeVisible();
  expect(await sql("SELECT 1 FROM project WHERE id = $1", [projectId])).toEqual([]);
  await board.getByRole("link", { name: "To your classes" }).click();
  await expect(board.getByRole("main")).not.toContainText("Room 14");
});
