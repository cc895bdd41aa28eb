import { expect, test, type BrowserContext, type Page } from "@playwright/test";
import { newId } from "@/lib/kernel/id";
import { makeMember, makeUser, signInAs, sql } from "./support/site";
import { Person } from "./support/study";
import { expectAccessible, expectNoOverflow, shot, watch, type Troubles } from "./support/watch";

// A coordinator keeps the progress page open while two annotators work: every number follows without a reload.

const TEXT = "Ferry queue doubles\nThe council bungled the timetable for a third week.";
test.describe.configure({ mode: "serial" });
let context: BrowserContext, page: Page, troubles: Troubles, lead: Person;
let path: string, projectId: string, targetId: string;
const coders: { http: Person; memberId: string }[] = [];

test.beforeAll(async ({ browser, baseURL }) => {
  context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" });
  troubles = await watch(context);
  lead = await Person.of(baseURL!, await signInAs(context, baseURL!, await makeUser("Ilka Orm")));
  projectId = (await lead.do<{ id: string }>("POST", "/projects", { name: "Ferry progress", kind: "research" })).id;
  path = `/p/${projectId}/progress`;
  targetId = (await lead.do<{ id: string }>("POST", `/projects/${projectId}/targets`, { name: "Town council" })).id;
  for (const n of [1, 2, 3]) await lead.do("POST", `/projects/${projectId}/articles`, { text: `${TEXT} ${n}`, outletName: n === 3 ? null : "The Daily Tern" });
  for (const name of ["Heron", "Tern"]) {
    const user = await makeUser(name);
    const memberId = await makeMember(projectId, user, "annotator", name);
    const seat = await browser.newContext();
    coders.push({ http: await Person.of(baseURL!, await signInAs(seat, baseURL!, user)), memberId });
    await seat.close();
  }
  page = await context.newPage();
});
test.afterAll(async () => {
  await context.close();
  for (const one of [lead, ...coders.map((coder) => coder.http)]) await one.end();
  expect(troubles.list).toEqual([]);
});

type Open = { id: string; articleId: string };
const queue = (n: number): Promise<Open[]> => sql<Open>(`SELECT id, article_id AS "articleId" FROM assignment WHERE project_id = $1 AND member_id = $2 AND state <> 'submitted' ORDER BY position`, [projectId, coders[n]!.memberId]);

async function mark(n: number): Promise<Open> {
  const open = (await queue(n))[0]!;
  const [revision] = await sql<{ id: string }>("SELECT id FROM revision WHERE article_id = $1", [open.articleId]);
  const start = TEXT.indexOf("bungled");
  await coders[n]!.http.do("POST", `/projects/${projectId}/assignments/${open.id}/spans`, { id: newId(), revisionId: revision!.id, parts: [{ start, end: start + 7, quote: "bungled" }], targetId, framing: "critical", voice: "own" });
  return open;
}

async function submit(n: number): Promise<void> {
  const open = await mark(n);
  await coders[n]!.http.do("PUT", `/projects/${projectId}/assignments/${open.id}/judgements/${targetId}`, { version: 0, value: -1 });
  await coders[n]!.http.do("POST", `/projects/${projectId}/assignments/${open.id}/submit`, { version: 0 });
}

const title = () => page.getByRole("heading", { level: 1 });
const rowOf = (table: string, name: string) => page.getByRole("table", { name: table }).getByRole("row", { name: new RegExp(`^${name}`) });

test("says what is missing before anything is assigned", async () => {
  await page.goto(path);
  await expect(title()).toHaveText("Nothing is assigned yet");
  await expectAccessible(page, "nothing assigned");
});

test("says that no one has begun, and waits for nobody", async () => {
  await lead.do("POST", `/projects/${projectId}/assignments`, { all: true, everyone: true });
  await page.reload();
  await expect(title()).toHaveText("No one has begun: 6 assignments wait.");
  await expect(page.getByRole("main").getByText("Nobody waits for anybody", { exact: false })).toBeVisible();
  await expect(rowOf("Work per annotator", "Heron")).toContainText("3");
});

test("follows marks and submissions without a reload, and is right at every step", async () => {
  await mark(0);
  await expect(title()).toHaveText("0 of 6 assignments are submitted.");
  await submit(0);
  await expect(title()).toHaveText("1 of 6 assignments is submitted.");
  await expect(rowOf("Who waits for whom", "Tern")).toContainText("Heron for 1");
  await expect(rowOf("Framing", "Critical")).toContainText("2");
  for (const n of [1, 0, 1]) await submit(n);
  await expect(title()).toHaveText("4 of 6 assignments are submitted.");
  await submit(0);
  await expect(title()).toHaveText(/^5 of 6 assignments are submitted; at this pace the rest takes until \d+ [A-Z][a-z]+( \d{4})?\.$/);
  await expect(rowOf("Work per outlet", "The Daily Tern")).toContainText("4");
  await expectAccessible(page, "progress");
  await expectNoOverflow(page, "progress");
  await shot(page, "progress");
  await submit(1);
  await expect(title()).toHaveText("All 6 assignments are submitted.");
  await expect(page.getByRole("img", { name: "First submissions per day" }).first()).toBeVisible();
  const [recount] = await sql<{ n: number }>("SELECT count(*)::int AS n FROM span WHERE project_id = $1 AND framing = 'critical'", [projectId]);
  await expect(rowOf("Framing", "Critical")).toContainText(String(recount!.n));
});

test("lists articles by how far they are, and gives every table as CSV", async () => {
  await page.getByRole("link", { name: /^All submitted/ }).click();
  await page.waitForURL(/state=done/);
  await expect(page.getByRole("table", { name: "Article by article" }).getByRole("row")).toHaveCount(4);
  await page.getByRole("link", { name: /^None submitted/ }).click();
  await expect(page.getByText("No article is at this point")).toBeVisible();
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Article by article as CSV" }).click()]);
  expect(download.suggestedFilename()).toBe("Ferry-progress-progress-article.csv");
});

test("an archived article leaves the page at once", async () => {
  const [article] = await sql<{ id: string; version: number }>("SELECT id, version FROM article WHERE project_id = $1 ORDER BY created_at LIMIT 1", [projectId]);
  await page.goto(path);
  await lead.do("POST", `/projects/${projectId}/articles/${article!.id}/archive`, { version: article!.version, archived: true });
  await expect(title()).toHaveText("All 4 assignments are submitted.");
});

test("is a page that does not exist for annotators", async () => {
  const answer = await coders[0]!.http.page(path);
  expect(answer.status()).toBe(404);
  expect(await answer.text()).not.toContain("assignments are submitted");
});
