import { expect, test, type BrowserContext, type Page } from "@playwright/test";
import { makeMember, makeUser, signInAs, sql } from "./support/site";
import { assignAll, makeStudy, Person } from "./support/study";
import { expectAccessible, expectNoOverflow, shot, watch, type Troubles } from "./support/watch";

// A target that was missing: an annotator suggests it, the coordinator accepts it, looks at what was finished
// before, and at where it stands; then two targets turn out to be one, and are taken apart again.

const ARTICLES = [
  "Ferry sold at night\nThe harbour guild sold the ferry while the town slept, keepers said.\nThe council looked on.",
  "Council counts gulls\nNobody was asked. The council counted the gulls twice.",
  "Guild answers\n“We kept it afloat,” the Harbour\u00a0Guild said. The group has paid for the paint since spring.",
];

test.describe.configure({ mode: "serial" });
let context: BrowserContext, page: Page, lead: Person, reader: Person, troubles: Troubles, study: string, id: string;

test.beforeAll(async ({ browser, baseURL }) => {
  const [user, annotator] = [await makeUser("Ines Vale"), await makeUser("Noor Abadi")];
  context = await browser.newContext({ reducedMotion: "reduce" });
  troubles = await watch(context);
  lead = await Person.of(baseURL!, await signInAs(context, baseURL!, user));
  const made = await makeStudy(lead, { name: "Harbour study", text: ARTICLES[0]! });
  [study, id] = [made.path, made.id];
  await lead.do("PATCH", `/projects/${id}/targets/${made.targetId}`, { version: 1, isFocus: false });
  for (const text of ARTICLES.slice(1)) await lead.do("POST", `/projects/${id}/articles`, { text });
  const other = await browser.newContext();
  reader = await Person.of(baseURL!, await signInAs(other, baseURL!, annotator));
  await other.close();
  const member = await makeMember(id, annotator, "annotator", "Avocet");
  await assignAll(lead, id, member);
  for (const one of await sql<{ id: string }>("SELECT id FROM assignment WHERE project_id = $1 AND member_id = $2", [id, member])) await reader.do("POST", `/projects/${id}/assignments/${one.id}/submit`, { version: 1, confirmEmpty: true });
  await reader.do("POST", `/projects/${id}/target-suggestions`, { name: "Harbour guild", reason: "Two of three articles are about it.", articleId: made.articleId, quote: "The harbour guild sold the ferry while the town slept" });
  page = await context.newPage();
});
test.afterAll(async () => {
  await lead.end();
  await reader.end();
  await context.close();
  expect(troubles.list).toEqual([]);
});

async function look(name: string): Promise<void> {
  for (const [width, height] of [[1440, 900], [390, 844]] as const) {
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme: "light" });
    await expectNoOverflow(page, `${name} at ${width}`);
    await shot(page, `${name}-${width}`);
    await expectAccessible(page, `${name} at ${width}`);
    await page.emulateMedia({ colorScheme: "dark" });
    await shot(page, `${name}-${width}-dark`);
  }
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize({ width: 1440, height: 900 });
}

test("a coordinator reads a suggestion and accepts it", async () => {
  await page.goto(`${study}/targets`);
  const panel = page.getByRole("region", { name: "Suggested by annotators" });
  await expect(panel).toContainText("Avocet");
  await expect(panel).toContainText("1 suggestion waits");
  await look("targets-suggested");
  await panel.getByRole("button", { name: "Accept Harbour guild" }).click();
  await look("targets-accept");
  await panel.getByLabel("Answer, if you like").fill("Found it in two of them. Thank you.");
  await panel.getByRole("button", { name: "Add the target" }).click();
  await expect(panel).toContainText("Harbour guild is a target now. The codebook is at version 2.");
  await expect(page.getByRole("list", { name: "Targets", exact: true })).toContainText("Harbour guild");
  await look("targets-accepted");
});

test("finds what was finished without it, what names it first", async () => {
  await page.getByRole("link", { name: "Look at what was finished before" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Harbour guild" })).toBeVisible();
  const finished = page.getByRole("region", { name: "Finished without it" });
  await expect(finished.getByRole("row")).toHaveCount(3);
  if (await finished.getByRole("button", { name: "Look further" }).isVisible()) await finished.getByRole("button", { name: "Look further" }).click();
  await expect(finished.getByRole("row")).toHaveCount(4);
  await expect(finished.getByRole("row").nth(1)).toContainText("once");
  await expect(finished.getByRole("row").nth(3)).toContainText("Council counts gulls");
  const hits = page.getByRole("region", { name: "Where it stands" });
  await expect(hits.getByRole("list", { name: "Articles that name it" }).getByRole("link")).toHaveText(["Ferry sold at night", "Guild answers"]);
  await look("target-places");
  await finished.getByRole("button", { name: "Choose all that name it" }).click();
  await finished.getByRole("button", { name: "Give back 2…" }).click();
  await expect(page.getByRole("dialog")).toContainText("Give back 2 articles");
  await look("target-give-back");
  await page.getByRole("dialog").getByRole("button", { name: "Give back" }).click();
  await expect(finished.getByRole("row")).toHaveCount(2);
  expect(await sql("SELECT state, count(*)::int AS n FROM assignment WHERE project_id = $1 GROUP BY 1 ORDER BY 1", [id])).toEqual([{ state: "returned", n: 2 }, { state: "submitted", n: 1 }]);
});

test("shows an ambiguous name only when asked, as something to look at", async () => {
  const target = (await lead.do<{ items: { id: string; name: string; version: number }[] }>("GET", `/projects/${id}/targets`)).items.find((one) => one.name === "Harbour guild")!;
  await lead.do("PATCH", `/projects/${id}/targets/${target.id}`, { version: target.version, aliases: [{ alias: "the group", isAmbiguous: true }] });
  await page.reload();
  const hits = page.getByRole("region", { name: "Where it stands" });
  await expect(hits).not.toContainText("needs a look");
  await hits.getByLabel("Look for its ambiguous names too").check();
  await expect(hits).toContainText("needs a look");
  await look("target-ambiguous");
});

test("merges two targets and takes them apart again", async () => {
  await page.getByRole("link", { name: "All targets" }).click();
  await page.getByRole("button", { name: "More about Harbour guild" }).click();
  await page.getByRole("menuitem", { name: "Merge into another…" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Into").selectOption({ label: "Town council" });
  await look("targets-merge");
  await dialog.getByRole("button", { name: "Merge" }).click();
  const merged = page.getByRole("list", { name: "Merged into Town council" });
  await expect(merged).toContainText("Harbour guild");
  await look("targets-merged");
  await merged.getByRole("button", { name: "Undo the merge of Harbour guild" }).click();
  await expect(page.getByRole("heading", { name: "Harbour guild", level: 2 })).toBeVisible();
});

test("the annotator reads the answer and suggests another", async ({ baseURL, browser }) => {
  const other = await browser.newContext({ reducedMotion: "reduce" });
  const [user] = await sql<{ user_id: string }>("SELECT user_id FROM member WHERE project_id = $1 AND pseudonym = 'Avocet'", [id]);
  await signInAs(other, baseURL!, user!.user_id);
  const before = page;
  page = await other.newPage();
  await page.goto(`${study}/targets`);
  const panel = page.getByRole("region", { name: "What you suggested" });
  await expect(panel).toContainText("Found it in two of them.");
  await panel.getByRole("button", { name: "Suggest a target" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Name").fill("town COUNCIL");
  await dialog.getByRole("button", { name: "Suggest", exact: true }).click();
  await expect(dialog).toContainText("is a name of the target “Town council”");
  await look("suggest");
  await dialog.getByLabel("Name").fill("Paint club");
  await dialog.getByRole("button", { name: "Suggest", exact: true }).click();
  await expect(panel).toContainText("Paint club");
  await look("suggested-own");

  // The same from the article, with the words that were read.
  const [open] = await sql<{ id: string }>("SELECT a.id FROM assignment a JOIN article r ON r.project_id = a.project_id AND r.id = a.article_id WHERE a.project_id = $1 AND r.title = 'Guild answers'", [id]);
  await page.goto(`${study}/annotate/${open!.id}`);
  await page.locator(".ProseMirror").getByText("paint").dblclick({ position: { x: 300, y: 8 } });
  const popover = page.getByRole("dialog", { name: /^Mark these words/ });
  const words = (await popover.getAttribute("aria-label"))!.replace("Mark these words: ", "");
  await look("annotate-popover");
  await popover.getByRole("button", { name: "Suggest a target…" }).click();
  await expect(page.getByRole("dialog", { name: "Suggest a target" }).getByLabel("Name")).toHaveValue(words);
  await look("annotate-suggest");
  await page.getByRole("dialog", { name: "Suggest a target" }).getByRole("button", { name: "Cancel" }).click();
  await other.close();
  page = before;
});
