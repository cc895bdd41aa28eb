import { expect, test, type BrowserContext, type Page } from "@playwright/test";
import { makeMember, makeUser, signInAs, sql } from "./support/site";
import { assignAll, makeStudy, Person } from "./support/study";
import { expectAccessible, expectNoOverflow, shot, watch, type Troubles } from "./support/watch";

// Which words each outlet uses more than the others: of what was marked and of whole texts, each word leading to its
// places, how each outlet names a target; in English and German, in a set and in the whole project.

const TEXTS: readonly (readonly [string, string])[] = [
  ["The Larkmoor Courier", "Board sells the ferry\nThe Harbour Board bungled the sale of the ferry, and bungled it badly. A shabby sale, said the union. The Harbour Board, shabby as ever, met at night. Shabby minutes were kept. The board left."],
  ["Quay Standard", "HB agrees to prudent sale\nThe HB agreed to a prudent sale of the ferry. HB members called the price prudent. It was a prudent evening, and the Harbour Board went home. The prudent course, HB said, was to sell."],
  ["The Daily Tern", "Ferry gone\nThe ferry is gone. Commuters wait on the quay; commuters walk. The board said nothing to commuters, and the commuters said nothing to it."],
];
test.describe.configure({ mode: "serial" });
let context: BrowserContext, page: Page, lead: Person, troubles: Troubles, study: string, setId: string;

test.beforeAll(async ({ browser, baseURL }) => {
  const [user, annotator] = [await makeUser("Ada Moor"), await makeUser("Ben Lark")];
  context = await browser.newContext({ reducedMotion: "reduce" });
  troubles = await watch(context);
  lead = await Person.of(baseURL!, await signInAs(context, baseURL!, user));
  const made = await makeStudy(lead, { name: "Ferry study", text: TEXTS[0]![1] });
  study = made.path;
  await lead.do("PATCH", `/projects/${made.id}/targets/${made.targetId}`, { version: 1, name: "Harbour Board", isFocus: false, aliases: [{ alias: "HB" }, { alias: "the board", isAmbiguous: true }] });
  await lead.do("PATCH", `/projects/${made.id}/articles/${made.articleId}`, { version: 1, outletName: TEXTS[0]![0] });
  const ids = [made.articleId];
  for (const [outletName, text] of TEXTS.slice(1)) ids.push((await lead.do<{ id: string }>("POST", `/projects/${made.id}/articles`, { text, outletName, language: "en" })).id);
  setId = (await lead.do<{ id: string }>("POST", `/projects/${made.id}/article-sets`, { name: "Sale of the ferry", kind: "event", articleIds: ids })).id;
  const other = await browser.newContext();
  const reader = await Person.of(baseURL!, await signInAs(other, baseURL!, annotator));
  const member = await makeMember(made.id, annotator, "annotator", "Heron");
  await assignAll(lead, made.id, member);
  for (const [n, quote, framing] of [[0, "bungled the sale", "critical"], [0, "bungled it badly", "critical"], [0, "A shabby sale", "critical"], [0, "shabby as ever", "critical"], [1, "a prudent sale", "advocacy"], [1, "a prudent evening", "advocacy"]] as const) {
    const [one] = await sql<{ id: string; revisionId: string; text: string }>('SELECT s.id, r.id AS "revisionId", r.text FROM assignment s JOIN article a ON a.project_id = s.project_id AND a.id = s.article_id JOIN revision r ON r.project_id = a.project_id AND r.id = a.current_revision_id WHERE s.member_id = $1 AND s.article_id = $2', [member, ids[n]]);
    const start = one!.text.indexOf(quote);
    await reader.do("POST", `/projects/${made.id}/assignments/${one!.id}/spans`, { id: crypto.randomUUID(), revisionId: one!.revisionId, parts: [{ start, end: start + quote.length, quote }], targetId: made.targetId, framing, voice: "own" });
  }
  for (const { id, version } of await sql<{ id: string; version: number }>("SELECT id, version FROM assignment WHERE member_id = $1", [member])) await reader.do("POST", `/projects/${made.id}/assignments/${id}/submit`, { version, confirmEmpty: true });
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
    await expectNoOverflow(page, `${name} at ${width}`);
    await shot(page, `${name}-${width}`);
    await expectAccessible(page, `${name} at ${width}`);
  }
  await page.emulateMedia({ colorScheme: "dark" });
  await shot(page, `${name}-dark`);
  await expectAccessible(page, `${name}, dark`);
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize({ width: 1440, height: 900 });
}

test("shows what was marked in each outlet, as a plot and a table", async () => {
  await page.goto(`${study}/compare/${setId}/words`);
  await expect(page.getByRole("heading", { level: 1, name: "Words: Sale of the ferry" })).toBeVisible();
  await expect(page.getByRole("img", { name: "Plot of words by outlet" })).toBeVisible();
  const table = page.getByRole("table", { name: "Words by outlet" });
  await expect(table.getByRole("link", { name: "shabby" })).toBeVisible();
  await expect(table.getByRole("link", { name: "prudent", exact: true })).toBeVisible();
  await look("compare-words");
});

test("a word leads to its places, and a place to its article", async () => {
  await page.getByRole("table", { name: "Words by outlet" }).getByRole("link", { name: "shabby", exact: true }).click();
  const places = page.getByRole("region", { name: "“shabby” in The Larkmoor Courier" });
  await expect(places.locator("mark")).toHaveText(["shabby", "shabby"]);
  await expect(places.getByRole("link", { name: "Board sells the ferry" }).first()).toHaveAttribute("href", /\/articles\//);
  await look("compare-words-places");
});

test("whole texts are compared by a form that needs no script, and come as files", async () => {
  await page.goto(`${study}/compare/${setId}/words?basis=texts`);
  await expect(page.getByRole("table", { name: "Words by outlet" }).getByRole("link", { name: "commuters", exact: true })).toBeVisible();
  const csv = await page.request.get((await page.getByRole("link", { name: "Words as csv" }).getAttribute("href"))!);
  expect([csv.status(), (await csv.text()).includes("The Daily Tern,commuters,")]).toEqual([200, true]);
  const png = await page.request.get((await page.getByRole("link", { name: "Words as png" }).getAttribute("href"))!);
  expect([png.status(), (await png.body()).subarray(1, 4).toString()]).toEqual([200, "PNG"]);
  await look("compare-words-texts");
});

test("each outlet's names of a target stand side by side, in German too", async () => {
  const naming = page.getByRole("table", { name: "Names of Harbour Board by outlet" });
  await expect(naming.getByRole("row", { name: /^HB/ })).toContainText("4×");
  await expect(naming.getByRole("row", { name: /^the board/ })).toContainText("may mean something else");
  await context.addCookies([{ name: "slantwise-language", value: "de", url: new URL("/", page.url()).href }]);
  await page.goto(`${study}/compare/words?basis=texts`);
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  await expect(page.getByRole("heading", { level: 1, name: "Wörter des ganzen Projekts" })).toBeVisible();
  await look("compare-words-german");
});

test("says what is missing where there are no marks", async () => {
  await context.clearCookies({ name: "slantwise-language" });
  await page.goto(`${study}/compare/${setId}/words?framing=advocacy`);
  await expect(page.getByText("Too few marked words to compare")).toBeVisible();
  await look("compare-words-none");
});
