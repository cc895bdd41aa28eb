import { expect, test, type BrowserContext, type Page } from "@playwright/test";
import { makeMember, makeUser, signInAs, sql } from "./support/site";
import { assignAll, makeStudy, Person } from "./support/study";
import { documentOf, putMarks } from "./support/marks";
import { expectAccessible, expectNoOverflow, shot, watch, type Troubles } from "./support/watch";
import { markWords } from "./support/words";

// A capture is corrected while somebody works on it: the coordinator sees first what becomes of the marks, the
// annotator is told, and nothing of their work is lost.

const TEXT = "Ferries wait\nThe council bungled the closure, traders said on Friday.\nA bold mayor, they said, and a timid one.\nThe boats ran late and the council apologised at once.";
const NOW = "Ferries still wait\nThe council bungled the closure, traders said on Friday.\nA bold major, they said, and a timid one.";

test.describe.configure({ mode: "serial" });
let context: BrowserContext, other: BrowserContext, page: Page, desk: Page, lead: Person, reader: Person, troubles: Troubles, article: string, study: string, id: string, assignment: string;

test.beforeAll(async ({ browser, baseURL }) => {
  const [user, annotator] = [await makeUser("Ines Vale"), await makeUser("Noor Abadi")];
  context = await browser.newContext({ reducedMotion: "reduce" });
  other = await browser.newContext({ reducedMotion: "reduce" });
  troubles = await watch(context);
  lead = await Person.of(baseURL!, await signInAs(context, baseURL!, user));
  reader = await Person.of(baseURL!, await signInAs(other, baseURL!, annotator));
  const made = await makeStudy(lead, { name: "Revised study", text: TEXT });
  [study, id, article] = [made.path, made.id, made.articleId];
  assignment = await assignAll(lead, id, await makeMember(id, annotator, "annotator", "Avocet"));
  await documentOf(reader, id, assignment);
  const at = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length, framing: "critical" });
  await putMarks(reader, id, assignment, ["Ferries", "bungled the closure", "bold mayor", "the council apologised"].map(at));
  [page, desk] = [await context.newPage(), await other.newPage()];
});
test.afterAll(async () => {
  await lead.end();
  await reader.end();
  await other.close();
  await context.close();
  expect(troubles.list).toEqual([]);
});

async function look(name: string): Promise<void> {
  for (const [width, height] of [[1440, 900], [390, 844]] as const) {
    await page.setViewportSize({ width, height });
    await expectNoOverflow(page, `${name} at ${width}`);
    await shot(page, `${name}-${width}`);
    await expectAccessible(page, `${name} at ${width}`);
  }
  await page.emulateMedia({ colorScheme: "dark" });
  await shot(page, `${name}-dark`);
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize({ width: 1440, height: 900 });
}

test("a coordinator sees what a corrected text does, and makes it the text", async () => {
  await desk.goto(`${study}/annotate/${assignment}`);
  await expect(desk.getByText("bungled the closure").first()).toBeVisible();
  await page.goto(`${study}/articles/${article}`);
  await page.getByRole("link", { name: "Correct the text" }).click();
  await expect(page.getByRole("button", { name: "Look at what it does" })).toBeDisabled();
  await page.getByLabel("The whole text").fill(NOW);
  await page.getByLabel("Why").fill("The capture had a paragraph of another article");
  await page.getByRole("button", { name: "Look at what it does" }).click();
  const would = page.getByRole("region", { name: "What would become of it" }).first();
  await expect(would).toContainText("1 mark stays");
  await expect(would).toContainText("1 moved");
  await expect(would).toContainText("1 repaired");
  await expect(would).toContainText("1 without words");
  await expect(would.getByRole("row").filter({ hasText: "repaired" })).toContainText("not submitted yet");
  await look("revision-preview");
  expect(await sql("SELECT number FROM revision WHERE project_id = $1", [id])).toEqual([{ number: 1 }]);
  await would.getByRole("button", { name: "Make it the text" }).click();
  await expect(page.getByRole("heading", { level: 2, name: "What revision 2 changed" })).toBeVisible();
  await expect(page.getByRole("list", { name: "Texts of this article" })).toContainText("The capture had a paragraph of another article");
  await expect(page.locator(".diff ins").first()).toContainText("still");
  await look("revision-history");
  const csv = await page.request.get((await page.getByRole("link", { name: "Download as CSV" }).getAttribute("href"))!);
  expect((await csv.text()).split("\r\n").filter((line) => line !== "")).toHaveLength(5);
});

test("the annotator who had it open is told, and loses nothing", async () => {
  await markWords(desk, "a timid one", "c");
  await expect(desk.getByText(/The text of this article was corrected since you opened it, so “a timid one” is not marked/u).first()).toBeAttached();
  await desk.reload();
  await expect(desk.getByText("Ferries still wait").first()).toBeVisible();
  await expect(desk.getByRole("region", { name: "1 mark is not in the corrected text" })).toContainText("the council apologised");
  await shot(desk, "revision-annotator");
  await expectAccessible(desk, "annotate with an orphan");
  expect(await sql("SELECT count(*)::int AS n FROM span WHERE project_id = $1 AND deleted_at IS NULL", [id])).toEqual([{ n: 4 }]);
  await markWords(desk, "a timid one", "c");
  await expect.poll(() => sql("SELECT count(*)::int AS n FROM span WHERE project_id = $1 AND deleted_at IS NULL", [id])).toEqual([{ n: 5 }]);
});
