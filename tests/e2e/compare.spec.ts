import { expect, test, type BrowserContext, type Page } from "@playwright/test";
import { TELLINGS } from "@/tests/fixtures/compare/tellings";
import { makeMember, makeUser, signInAs, sql } from "./support/site";
import { assignAll, makeStudy, Person } from "./support/study";
import { expectAccessible, expectNoOverflow, shot, watch, type Troubles } from "./support/watch";

// Three articles on one event side by side: what tells the same on one line, what only one tells, what was marked;
// noting an omission, naming a row, correcting the alignment and taking that back; paper and projector.

test.describe.configure({ mode: "serial" });
let context: BrowserContext, page: Page, lead: Person, troubles: Troubles, study: string, id: string, setId: string;
const articles: string[] = [];
const LETTER = "A letter of the inspectors, dated 2 April";

test.beforeAll(async ({ browser, baseURL }) => {
  const [user, annotator] = [await makeUser("Ines Vale"), await makeUser("Jo Brant")];
  context = await browser.newContext({ reducedMotion: "reduce" });
  troubles = await watch(context);
  lead = await Person.of(baseURL!, await signInAs(context, baseURL!, user));
  const made = await makeStudy(lead, { name: "Pier study", text: TELLINGS.courier });
  [study, id] = [made.path, made.id];
  await lead.do("PATCH", `/projects/${id}/targets/${made.targetId}`, { version: 1, name: "Harbour board", isFocus: false });
  await lead.do("PATCH", `/projects/${id}/articles/${made.articleId}`, { version: 1, outletName: "The Larkmoor Courier", publishedOn: "2026-05-08" });
  await lead.do("PATCH", `/projects/${id}/articles/${made.articleId}/blocks`, { version: 2, changes: [{ ordinal: TELLINGS.courier.split("\n").length - 1, kind: "chrome" }] });
  articles.push(made.articleId);
  for (const [text, outletName, publisherName] of [[TELLINGS.standard, "Quay Standard", "Quay Standard"], [TELLINGS.tern, "The Daily Tern", "North Bank Bulletin"]] as const)
    articles.push((await lead.do<{ id: string }>("POST", `/projects/${id}/articles`, { text, outletName, publisherName, publishedOn: "2026-05-09", language: "en" })).id);
  const other = await browser.newContext();
  const reader = await Person.of(baseURL!, await signInAs(other, baseURL!, annotator));
  const member = await makeMember(id, annotator, "annotator", "Heron");
  await assignAll(lead, id, member);
  for (const [n, quote, framing, voice] of [[0, "Nobody would say", "critical", "own"], [1, "We sent two ferries", "advocacy", "quoted"], [2, "blamed", "critical", "own"], [2, "had to close", "neutral", "own"], [2, "to close the pier", "critical", "own"]] as const) {
    const [assignment] = await sql<{ id: string; revisionId: string; text: string }>('SELECT s.id, r.id AS "revisionId", r.text FROM assignment s JOIN article a ON a.project_id = s.project_id AND a.id = s.article_id JOIN revision r ON r.project_id = a.project_id AND r.id = a.current_revision_id WHERE s.member_id = $1 AND s.article_id = $2', [member, articles[n]]);
    const start = assignment!.text.indexOf(quote);
    await reader.do("POST", `/projects/${id}/assignments/${assignment!.id}/spans`, { id: crypto.randomUUID(), revisionId: assignment!.revisionId, parts: [{ start, end: start + quote.length, quote }], targetId: made.targetId, framing, voice });
  }
  for (const { id: assignment, version } of await sql<{ id: string; version: number }>("SELECT id, version FROM assignment WHERE member_id = $1", [member])) await reader.do("POST", `/projects/${id}/assignments/${assignment}/submit`, { version });
  await reader.end();
  await other.close();
  page = await context.newPage();
});
test.afterAll(async () => {
  await lead.end();
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
    await expectAccessible(page, `${name} at ${width}, dark`);
  }
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize({ width: 1440, height: 900 });
}
const row = (words: string) => page.locator(".cmp-row").filter({ hasText: words });

test("articles chosen in the list become an event", async () => {
  await page.goto(`${study}/compare`);
  await expect(page.getByRole("heading", { name: "No event to compare yet" })).toBeVisible();
  await look("compare-none");
  await page.getByRole("link", { name: "Open the list of articles" }).click();
  await page.getByRole("checkbox", { name: "All on this page" }).check();
  await page.getByRole("link", { name: "Compare 3" }).click();
  await expect(page).toHaveURL(/compare\/articles\?articles=/);
  await expect(row("gauge").getByRole("group")).toHaveCount(3);
  await expect(page.getByRole("button", { name: /Note the omission/ })).toHaveCount(0);
  await page.getByLabel("Name of the event").fill("Skerry pier closes");
  await page.getByRole("button", { name: "Make a set of these" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Skerry pier closes");
  setId = /compare\/([0-9a-f-]{36})/u.exec(page.url())![1]!;
  await page.goto(`${study}/compare?articles=${articles.join(",")}`);
  await expect(page.getByRole("listitem").filter({ hasText: "Skerry pier closes" })).toContainText("3 articles, 3 works, 3 outlets");
  await look("compare-list");
  await page.getByRole("link", { name: "Skerry pier closes" }).click();
  await expect(page.getByText("3 of 3 articles on this event")).toBeVisible();
});

test("passages that tell the same stand on one line, headlines first, with their marks", async () => {
  await page.goto(`${study}/compare/${setId}?articles=${articles.join(",")}`);
  await expect(page.locator(".cmp-row").first()).toContainText("Headlines");
  await expect(row(LETTER).getByRole("group", { name: "The Larkmoor Courier" })).toContainText("letter of 2 April");
  await expect(row(LETTER).getByRole("group", { name: "Quay Standard" })).toContainText("Not in this article");
  await expect(row("who pays")).toContainText("Only in The Larkmoor Courier");
  await expect(row("who pays").locator("mark")).toHaveAttribute("title", "critical, Harbour board, own voice");
  await expect(page.locator(".cmp-head").nth(2)).toContainText("re-published by North Bank Bulletin");
  await expect(page.locator(".cmp-row").getByText("You may also like")).toHaveCount(0);
  await look("compare");
  await page.getByRole("link", { name: "No marks" }).click();
  await expect(page.locator(".cmp-row mark")).toHaveCount(0);
  await page.getByRole("link", { name: "Submitted marks" }).click();
  await expect(page.locator(".cmp-row mark").first()).toBeVisible();
});

test("a key goes from difference to difference", async () => {
  await page.locator("main").focus();
  await page.keyboard.press("n");
  const first = await page.locator(".cmp-row[data-current]").getAttribute("id");
  await expect(page.locator(`#${first}`)).toBeFocused();
  await page.keyboard.press("n");
  await expect(page.locator(".cmp-row[data-current]")).not.toHaveAttribute("id", first!);
  await page.keyboard.press("Shift+N");
  await expect(page.locator(".cmp-row[data-current]")).toHaveAttribute("id", first!);
  await shot(page, "compare-difference");
});

test("an omission is noted where it is missing, changed, taken back and put there again", async () => {
  await row(LETTER).getByRole("button", { name: /Note the omission: Quay Standard/ }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("Quay Standard says nothing of this, told by The Larkmoor Courier:");
  await dialog.getByLabel("Note").fill("No word of the letter, though it quotes the company.");
  await shot(page, "compare-omission");
  await expectAccessible(page, "omission");
  await dialog.getByRole("button", { name: "Note it" }).click();
  await expect(row(LETTER).getByRole("group", { name: "Quay Standard" })).toContainText("No word of the letter");
  await row(LETTER).getByRole("button", { name: /^Change the note/ }).click();
  await dialog.getByLabel("Note").fill("Not a word of the letter.");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(row(LETTER)).toContainText("Not a word of the letter.");
  await row(LETTER).getByRole("button", { name: /^Take back/ }).click();
  await expect(row(LETTER)).not.toContainText("Not a word of the letter.");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(row(LETTER)).toContainText("Not a word of the letter.");
  const csv = await lead.page(`/api/v1/projects/${id}/compare/${setId}/omissions.csv`);
  expect(await csv.text()).toContain("Not a word of the letter.");
});

test("a row is named, and the alignment corrected by keyboard and taken back", async () => {
  await row(LETTER).getByRole("button", { name: /^Rename/ }).focus();
  await page.keyboard.press("Enter");
  await page.getByLabel("Name of the passage").fill("The inspectors’ letter");
  await page.keyboard.press("Enter");
  await expect(row(LETTER).getByRole("heading", { level: 3 })).toHaveText("The inspectors’ letter");

  await row(LETTER).getByRole("button", { name: /^Correct the passage of The Daily Tern/ }).focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("radio", { name: /do not tell the same/ })).toBeChecked();
  await shot(page, "compare-correct");
  await expectAccessible(page, "correct");
  await dialog.getByRole("button", { name: "Correct", exact: true }).press("Enter");
  await expect(row(LETTER)).toContainText("Only in The Daily Tern");
  await expect(page.getByRole("region", { name: "Corrections" })).toContainText("does not tell the same");

  await row("who pays").getByRole("button", { name: /^Correct the passage/ }).click();
  await dialog.getByLabel("Find a passage").fill("company said on Friday");
  await dialog.getByRole("radio", { name: /Quay Standard/ }).check();
  await shot(page, "compare-join");
  await dialog.getByRole("button", { name: "Correct", exact: true }).click();
  await expect(row("who pays")).toContainText("We sent two ferries");
  await expect(row("who pays")).toContainText("By hand");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(row("who pays")).not.toContainText("We sent two ferries");
  await page.getByRole("button", { name: /^Take back: .*letter/ }).last().click();
  await expect(row(LETTER)).toContainText("In 2 of 3");
});

test("somebody who was first is told to the next, and nothing is lost", async () => {
  await row("who pays").getByRole("button", { name: /^Rename/ }).click();
  const found = await lead.do<{ columns: { id: string; revisionId: string; sentences: { text: string; start: number; end: number }[] }[] }>("GET", `/projects/${id}/compare/${setId}`);
  const column = found.columns.find((one) => one.sentences.some(({ text }) => text.includes("who pays")))!;
  const { start, end } = column.sentences.find(({ text }) => text.includes("who pays"))!;
  await lead.do("PUT", `/projects/${id}/compare/${setId}/names`, { place: { articleId: column.id, revisionId: column.revisionId, start, end }, name: "Who pays" });
  await page.getByLabel("Name of the passage").fill("The bill");
  await page.keyboard.press("Enter");
  await expect(row("who pays")).toContainText("Somebody named this row since you opened it.");
  await expect(page.getByLabel("Name of the passage")).toHaveValue("The bill");
  await expect(row("who pays").getByRole("heading", { level: 3 })).toHaveText("Who pays");
  await page.keyboard.press("Enter");
  await expect(row("who pays").getByRole("heading", { level: 3 })).toHaveText("The bill");
});

test("whole texts scroll together", async () => {
  await page.getByRole("link", { name: "Full text" }).click();
  await expect(page.locator(".cmp-text")).toHaveCount(3);
  await look("compare-full");
  await page.setViewportSize({ width: 1000, height: 560 });
  const texts = page.locator(".cmp-text");
  await texts.nth(0).evaluate((box) => (box.scrollTop = 200));
  await expect.poll(() => texts.nth(2).evaluate((box) => box.scrollTop)).toBeGreaterThan(20);
  await page.setViewportSize({ width: 1440, height: 900 });
});

test("names of outlets can be hidden, and a hand-out printed", async () => {
  await page.goto(`${study}/compare/${setId}?articles=${articles.join(",")}&names=hidden`);
  await expect(page.getByRole("heading", { level: 2 }).filter({ hasText: /^Article [ABC]$/ })).toHaveCount(3);
  await expect(page.locator(".compare")).not.toContainText("Tern");
  await page.emulateMedia({ media: "print" });
  for (const [name, width, height] of [["portrait", 794, 1123], ["landscape", 1123, 794]] as const) {
    await page.setViewportSize({ width, height });
    await expectNoOverflow(page, `print ${name}`);
    await expect(page.locator(".cmp-tools .btn").first()).toBeHidden();
    await shot(page, `compare-print-${name}`);
  }
  await page.emulateMedia({ media: "screen" });
  await page.setViewportSize({ width: 1440, height: 900 });
});

test("the projector shows one passage after the other", async () => {
  await page.goto(`${study}/compare/${setId}/projector?articles=${articles.join(",")}`);
  await expect(page.locator(".x12[role=status]")).toContainText("Passage 1 of");
  await page.keyboard.press("ArrowRight");
  await expect(page.locator(".cmp-slide")).toHaveCount(1);
  await expect(page.locator(".x12[role=status]")).toContainText("Passage 2 of");
  await look("compare-projector");
  await page.getByRole("switch", { name: "Show outlet names" }).uncheck();
  await expect(page.locator(".cmp-slide")).not.toContainText("Quay Standard");
  await expect(page.locator(".cmp-slide")).not.toContainText("Heron");
});

test("without script everything is there to read", async ({ browser, baseURL }) => {
  const plain = await browser.newContext({ javaScriptEnabled: false, storageState: await context.storageState() });
  const bare = await plain.newPage();
  await bare.goto(`${baseURL}${study}/compare/${setId}?view=full`);
  await expect(bare.locator(".cmp-text").first()).toContainText("Nobody would say who pays");
  await bare.getByRole("link", { name: "Passages aligned" }).click();
  await expect(bare.locator(".cmp-row").filter({ hasText: LETTER })).toContainText("Not in this article");
  await bare.goto(`${baseURL}${study}/compare/${setId}/projector`);
  await expect(bare.locator(".cmp-slide").last()).toBeAttached();
  await plain.close();
});

test("a set that lost its articles, and one that is not there, say so", async () => {
  await lead.do("POST", `/projects/${id}/articles/${articles[1]}/archive`, { version: 1 });
  await page.goto(`${study}/compare/${setId}?articles=${articles.slice(0, 2).join(",")}`);
  await expect(page.getByRole("heading", { name: "One article alone cannot be compared" })).toBeVisible();
  await expect(page.getByText("1 of the articles in the address is not in this set any more")).toBeVisible();
  await look("compare-one");
  await page.getByRole("button", { name: "Change articles" }).first().click();
  await page.getByRole("dialog").getByRole("checkbox", { name: /The Daily Tern/ }).check();
  await shot(page, "compare-choose");
  await expectAccessible(page, "choose");
  await page.getByRole("dialog").getByRole("button", { name: "Compare 2" }).click();
  await expect(page.locator(".cmp-head")).toHaveCount(2);
  expect((await lead.page(`${study}/compare/01930000-0000-7000-8000-000000000000`)).status()).toBe(404);
});
