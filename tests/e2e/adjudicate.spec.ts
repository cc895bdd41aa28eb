import { expect, test, type Browser, type BrowserContext, type Page } from "@playwright/test";
import { makeReview, type Review } from "./support/reviewing";
import { signInAs, sql } from "./support/site";
import { expectAccessible, expectNoOverflow, shot, watch, type Troubles } from "./support/watch";

// Where annotators differ, a reviewer decides what stands, by keyboard alone; two reviewers never overwrite each other;
// what was decided can be opened again, and nothing that annotators marked is ever changed.

const TEXT = `Town hall dithers, company delivers
For six months the letter lay in a drawer. When the bridge was finally shut, the port company stepped in where the town hall had dithered, running free ferries through the night.
The mayor, cornered on the steps of the town hall, called the closure an abundance of caution and asked residents for patience.
Patience is in short supply on Tallow Street. The crew has warned of worn bearings since the winter before last.
Northlode has not said who pays for the ferries, and nobody on the quay has asked.`;
const WORK = [
  [{ quote: "lay in a drawer" }, { quote: "stepped in where the town hall had dithered", target: 1, framing: "advocacy", note: "The contrast makes the company look good." }, { quote: "cornered on the steps of the town hall" }, { quote: "has warned of worn bearings", framing: "neutral" }],
  [{ quote: "lay in a drawer" }, { quote: "the town hall had dithered" }, { quote: "an abundance of caution" }, { quote: "warned of worn bearings since the winter", framing: "neutral" }],
  [{ quote: "lay in a drawer" }, { quote: "where the town hall had dithered", note: "Is the town hall the mayor?" }, { quote: "an abundance of caution", framing: "neutral" }, { quote: "has warned of worn bearings since the winter before last", framing: "neutral" }],
];

async function enter(browser: Browser, baseURL: string, review: Review, user: string, options: Parameters<Browser["newContext"]>[0] = {}): Promise<{ context: BrowserContext; page: Page; troubles: Troubles }> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce", ...options });
  const troubles = await watch(context);
  await signInAs(context, baseURL, user);
  const page = await context.newPage();
  await page.goto(`${review.path}/adjudicate`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Adjudicate");
  return { context, page, troubles };
}
const heading = (page: Page) => page.getByRole("region", { name: "Comparison" }).getByRole("heading", { level: 2 });
const saved = (page: Page) => expect(page.locator(".foot .status").first()).toHaveText(/Saved/);

test("an article is settled by keyboard alone, and a decision is opened again", async ({ browser, baseURL }) => {
  test.slow();
  const review = await makeReview(browser, baseURL!, "Bridges", TEXT, WORK);
  const { context, page, troubles } = await enter(browser, baseURL!, review, review.reviewer.user);
  await expectAccessible(page, "queue");
  await shot(page, "adjudicate-queue");
  await page.getByRole("link", { name: "Town hall dithers, company delivers" }).press("Enter");
  await expect(heading(page)).toHaveText("Cluster 1 of 5");
  await expectAccessible(page, "screen");
  await page.keyboard.press("]");
  await expect(heading(page)).toHaveText("Cluster 2 of 5");
  await expect(page.getByText("extent, target, and framing differ")).toBeVisible();
  await shot(page, "adjudicate");

  await page.keyboard.press("u");
  await expect(page.getByText("Accept 1 unanimous")).toHaveCount(0);
  await expect(page.locator("mark.cl.decided")).toHaveText("lay in a drawer");

  // None of these, with a reason: a note is needed, since everybody marked it.
  await page.keyboard.press("Shift+Digit0");
  const why = page.getByRole("dialog", { name: "Why does none of these stand?" });
  await why.getByRole("radio", { name: "The codebook does not decide this" }).press("Space");
  await page.keyboard.press("Control+Enter");
  await expect(why.getByText("Everybody marked this, so say why nothing stands.")).toBeVisible();
  await why.getByLabel("In your words").fill("The town hall can be the building, the council or the mayor.");
  await expectAccessible(page, "reason");
  await shot(page, "adjudicate-why");
  await page.keyboard.press("Control+Enter");
  await expect(why).toHaveCount(0);
  await saved(page);

  // On to the next open one: only one marked it. It is edited: other words and another target, which asks why.
  await expect(heading(page)).toHaveText("Cluster 3 of 5");
  await page.keyboard.press("e");
  const extent = page.locator("[data-extent]");
  await expect(extent).toBeFocused();
  await page.keyboard.press("Shift+ArrowRight");
  await expect(extent).toHaveText("on the steps of the town hall");
  await page.getByLabel("Target", { exact: true }).selectOption({ label: "Port company" });
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("Nobody marked it so. Choose a reason.")).toBeVisible();
  await page.getByLabel("Why it is so").selectOption({ label: "An edge case" });
  await page.getByLabel("Why it stands against everybody’s version").fill("The steps belong to the port.");
  await shot(page, "adjudicate-edit");
  await expectAccessible(page, "edit");
  await page.keyboard.press("Control+Enter");
  await expect(extent).toHaveCount(0);
  await saved(page);

  await expect(heading(page)).toHaveText("Cluster 4 of 5");
  await page.keyboard.press("Shift+Digit2");
  await expect(heading(page)).toHaveText("Cluster 5 of 5");
  await expect(page.getByText("Only edges differ in 1 cluster")).toBeVisible();
  await page.keyboard.press("r");
  await expect(page.getByText("1 open in this article")).toBeVisible();

  // The article as a whole: on one target they agree, and that was accepted with the rest.
  const judged = page.locator("[data-judgement]").filter({ hasText: "Town council" });
  await judged.getByRole("button", { name: "−1", exact: true }).press("Enter");
  await expect(judged.getByText("Stands: −1")).toBeVisible();
  const port = page.locator("[data-judgement]").filter({ hasText: "Port company" });
  await expect(port.getByText("Stands: +1")).toBeVisible();
  await saved(page);
  await page.locator(".adjudicate .scroll").focus();
  await page.keyboard.press("Control+Enter");
  await expect(page.locator(".foot").getByText("Settled")).toBeVisible();
  await shot(page, "adjudicate-settled");

  await page.keyboard.press("h");
  const history = page.getByRole("dialog", { name: "Decisions on this article" });
  await expect(history.locator(".history-list > li")).toHaveCount(8);
  await expectAccessible(page, "history");
  await shot(page, "adjudicate-history");
  await history.locator(".history-list > li").filter({ hasText: "adopted" }).filter({ hasText: "A cluster" }).getByRole("button", { name: "Reopen…" }).press("Enter");
  const reopening = page.getByRole("dialog", { name: "Reopen this decision?" });
  await reopening.getByRole("button", { name: "Reopen", exact: true }).press("Enter");
  await expect(reopening.getByText("Say why.")).toBeVisible();
  await reopening.getByLabel("Why", { exact: true }).fill("A second reading.");
  await reopening.getByRole("button", { name: "Reopen", exact: true }).press("Enter");
  await expect(reopening).toHaveCount(0);
  await expect(page.locator(".foot").getByText("1 open in this article")).toBeVisible();

  const [kept] = await sql<{ marks: number; decisions: number }>("SELECT (SELECT count(*)::int FROM span WHERE project_id = $1 AND deleted_at IS NULL AND version = 1) AS marks, (SELECT count(*)::int FROM decision WHERE project_id = $1) AS decisions", [review.id]);
  expect(kept).toEqual({ marks: 12, decisions: 9 });
  await context.close();
  await review.end();
  expect(troubles.list).toEqual([]);
});

test("two reviewers never overwrite each other", async ({ browser, baseURL }) => {
  const review = await makeReview(browser, baseURL!, "Quays", TEXT, WORK);
  const mine = await enter(browser, baseURL!, review, review.reviewer.user);
  const theirs = await enter(browser, baseURL!, review, review.other.user);
  const address = `${review.path}/adjudicate/${review.articleId}`;
  // Without news, as behind a proxy that holds them back, one decides on what one saw.
  await mine.page.route("**/live", (route) => route.abort());
  await mine.page.goto(address);
  await expect(heading(mine.page)).toHaveText("Cluster 1 of 5");
  await theirs.page.goto(address);
  await expect(theirs.page.getByText(/Plover has this until/)).toBeVisible();
  await shot(theirs.page, "adjudicate-claimed");
  await theirs.page.getByRole("button", { name: "Take over" }).click();
  await expect(theirs.page.getByText(/Plover has this until/)).toHaveCount(0);
  await theirs.page.keyboard.press("]");
  await theirs.page.keyboard.press("Shift+Digit1");
  await saved(theirs.page);

  // The claim went over, so the first one is refused until they take it back; then the conflict is shown beside.
  await mine.page.keyboard.press("]");
  await mine.page.keyboard.press("Shift+Digit2");
  await expect(mine.page.getByText(/1 decision is not saved/)).toBeVisible();
  await mine.page.getByRole("button", { name: "Look", exact: true }).click();
  await expect(mine.page.getByText(/Your decision is kept here until it is/)).toBeVisible();
  await shot(mine.page, "adjudicate-unsaved");
  await review.lead.do("POST", `/projects/${review.id}/articles/${review.articleId}/claim`, { takeOver: true });
  await review.lead.do("DELETE", `/projects/${review.id}/articles/${review.articleId}/claim`);
  await mine.page.getByRole("button", { name: "Try again" }).click();
  await expect(mine.page.getByRole("heading", { name: "Somebody decided this meanwhile" })).toBeVisible();
  await expect(mine.page.getByText("Curlew decided")).toBeVisible();
  await expectAccessible(mine.page, "conflict");
  await shot(mine.page, "adjudicate-conflict");
  await mine.page.getByRole("button", { name: "Record mine instead" }).click();
  await saved(mine.page);
  const decisions = await sql<{ number: number; replaced: boolean }>("SELECT d.number, EXISTS (SELECT FROM decision_replaced x WHERE x.decision_id = d.id) AS replaced FROM decision d WHERE d.project_id = $1 ORDER BY d.number", [review.id]);
  expect(decisions).toEqual([{ number: 1, replaced: true }, { number: 2, replaced: false }]);
  await mine.context.close();
  await theirs.context.close();
  await review.end();
  expect([...mine.troubles.list, ...theirs.troubles.list]).toEqual([]);
});

test("what another reviewer decides shows while one looks on", async ({ browser, baseURL }) => {
  const review = await makeReview(browser, baseURL!, "Locks", TEXT, WORK);
  const mine = await enter(browser, baseURL!, review, review.reviewer.user);
  const theirs = await enter(browser, baseURL!, review, review.other.user);
  const address = `${review.path}/adjudicate/${review.articleId}`;
  await theirs.page.goto(address);
  await expect(heading(theirs.page)).toHaveText("Cluster 1 of 5");
  await mine.page.goto(address);
  await expect(heading(mine.page)).toHaveText("Cluster 1 of 5");
  await expect(mine.page.locator("mark.cl.decided")).toHaveCount(0);
  await theirs.page.keyboard.press("u");
  await saved(theirs.page);
  await expect(mine.page.locator("mark.cl.decided")).toHaveText("lay in a drawer");
  await mine.context.close();
  await theirs.context.close();
  await review.end();
  expect([...mine.troubles.list, ...theirs.troubles.list]).toEqual([]);
});

test("the screen fits narrow windows and the dark, and words are chosen with the mouse", async ({ browser, baseURL }) => {
  const review = await makeReview(browser, baseURL!, "Ferries", TEXT, WORK);
  const { context, page, troubles } = await enter(browser, baseURL!, review, review.reviewer.user, { colorScheme: "dark" });
  await expectAccessible(page, "queue, dark");
  for (const width of [390, 1024]) {
    await page.setViewportSize({ width, height: 844 });
    await expectNoOverflow(page, `queue at ${width}`);
    await shot(page, `adjudicate-queue-${width}`);
  }
  await page.goto(`${review.path}/adjudicate/${review.articleId}`);
  await expect(heading(page)).toHaveText("Cluster 1 of 5");
  await page.keyboard.press("]");
  for (const width of [390, 820, 1024, 1440]) {
    await page.setViewportSize({ width, height: 844 });
    await expectNoOverflow(page, `screen at ${width}`);
    await expectAccessible(page, `screen at ${width}`);
    await shot(page, `adjudicate-dark-${width}`);
  }
  await page.keyboard.press("a");
  await expect(page.locator("[data-extent]")).toHaveText("Select words in the article.");
  const box = (await page.getByText("nobody on the quay has asked").boundingBox())!;
  await page.mouse.move(box.x + 4, box.y + box.height - 12);
  await page.mouse.down();
  await page.mouse.move(box.x + 120, box.y + box.height - 12, { steps: 6 });
  await page.mouse.up();
  await expect(page.locator("[data-extent] q")).not.toHaveText("");
  await page.getByRole("button", { name: "Critical" }).click();
  await page.getByLabel("Target", { exact: true }).selectOption({ label: "Town council" });
  await page.keyboard.press("Control+Enter");
  await saved(page);
  const [added] = await sql<{ method: string; quote: string }>("SELECT d.method, p.quote FROM decision d JOIN settled_span s ON s.decision_id = d.id JOIN settled_part p ON p.settled_span_id = s.id WHERE d.project_id = $1", [review.id]);
  expect(added?.method).toBe("added");
  expect(TEXT).toContain(added?.quote);
  await context.close();
  await review.end();
  expect(troubles.list).toEqual([]);
});
