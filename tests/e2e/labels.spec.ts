import { expect, test, type BrowserContext, type Page } from "@playwright/test";
import { richText } from "@/lib/codebook/rich-text";
import { makeLabel, makeSet, publishCodebook } from "./support/codebook";
import { makeMember, makeUser, signInAs, sql } from "./support/site";
import { assignAll, makeStudy, Person } from "./support/study";
import { expectAccessible, expectNoOverflow, shot, watch, type Troubles } from "./support/watch";
import { placeOf, saved, selectWords } from "./support/words";

// A codebook with questions about marks and about the article, coded by mouse and by keyboard, returned, and changed
// while the work is under way.

const ARTICLE = `Harbour light goes dark
The council bungled the repair for a third winter, keepers said on Friday.
“We mended the lamp ourselves,” said Ivo Marsh of the port company.
The port company puffed up its own part in a single night.`;

const loaded = makeLabel("Loaded language", { colour: "purple", glyph: "diamond", shortcut: "l" });
const doubt = makeLabel("Casting doubt", { colour: "sky", shortcut: "d" });
const technique = makeSet("Technique", [loaded, doubt], { required: true, showWhen: { setId: "framing", labelIds: ["critical"] } });
const topics = makeSet("Topic", Array.from({ length: 14 }, (_, i) => makeLabel(`Topic ${String.fromCharCode(65 + i)}`, { colour: "grey" })), { choice: "multiple" });
const news = makeLabel("News");
const opinion = makeLabel("Opinion", { colour: "orange" });
const genre = makeSet("Genre", [news, opinion], { level: "article", required: true });
const side = makeSet("Whose side", [makeLabel("Town"), makeLabel("Port")], { level: "article", required: true, showWhen: { setId: genre.id, labelIds: [opinion.id] } });

test.describe.configure({ mode: "serial" });
let lead: Person, context: BrowserContext, page: Page, troubles: Troubles;
let project: { id: string; path: string }, assignment: string;

test.beforeAll(async ({ browser, baseURL }) => {
  const chief = await browser.newContext();
  lead = await Person.of(baseURL!, await signInAs(chief, baseURL!, await makeUser("Lou Keller")));
  await chief.close();
  project = await makeStudy(lead, { name: "Lights", text: ARTICLE });
  await publishCodebook(lead, project.id, (content) => ({ ...content, sets: [technique, topics, genre, side] }));
  const user = await makeUser("Anna Rook");
  assignment = await assignAll(lead, project.id, await makeMember(project.id, user, "annotator", "Anna Rook"));
  context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" });
  troubles = await watch(context);
  await signInAs(context, baseURL!, user);
  page = await context.newPage();
  await page.goto(`${project.path}/annotate/${assignment}`);
  await expect(page.locator(".ProseMirror")).toContainText("bungled the repair");
});
test.afterAll(async () => {
  await context.close();
  await lead.end();
  expect(troubles.list).toEqual([]);
});

const labelsOf = async (quote: string): Promise<string[]> =>
  (await sql<{ ids: string[] }>("SELECT s.label_ids AS ids FROM span s JOIN span_part p ON p.span_id = s.id WHERE s.project_id = $1 AND p.quote = $2 AND s.deleted_at IS NULL", [project.id, quote]))[0]?.ids ?? [];
const submit = (): Promise<void> => page.getByRole("button", { name: /^Submit/ }).click();
const card = () => page.locator(".span.open");
const state = async (): Promise<string | undefined> => (await sql<{ state: string }>("SELECT state FROM assignment WHERE id = $1", [assignment]))[0]?.state;

test("the guidelines say what every framing and label means, in their place", async () => {
  const guide = page.getByRole("region", { name: "Guidelines" });
  await expect(guide).toContainText("codebook v2");
  await guide.getByText("Casting doubt").click();
  await expect(guide.getByText("What Casting doubt means.")).toBeVisible();
  await expect(guide.getByRole("link", { name: /Open the codebook/ })).toHaveAttribute("href", `${project.path}/codebook`);
  await expectAccessible(page, "guidelines");
});

test("a mark takes its labels in the marking box and on the card, by mouse", async () => {
  await selectWords(page, "bungled the repair");
  const box = page.locator(".pop.marking");
  await expect(box.getByRole("group", { name: "Technique" })).toHaveCount(0);
  await box.getByRole("button", { name: "Critical" }).click();
  await box.getByRole("button", { name: "Town council" }).click();
  await box.getByRole("button", { name: "Loaded language" }).click();
  await expectAccessible(page, "marking box with labels");
  await shot(page, "labels-popover");
  await box.getByRole("button", { name: "Mark", exact: false }).last().click();
  await expect.poll(() => labelsOf("bungled the repair")).toEqual([loaded.id]);
  await card().getByRole("button", { name: "Casting doubt" }).click();
  await expect.poll(() => labelsOf("bungled the repair")).toEqual([doubt.id]);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => labelsOf("bungled the repair")).toEqual([loaded.id]);
  await saved(page);
});

test("a target that is missing is suggested with the words that are selected", async () => {
  await selectWords(page, "Ivo Marsh");
  await page.locator(".pop.marking").getByRole("button", { name: /Suggest a target/ }).click();
  const dialog = page.getByRole("dialog", { name: "Suggest a target" });
  await expect(dialog.getByLabel("Name")).toHaveValue("Ivo Marsh");
  await expectAccessible(page, "suggest a target");
  await dialog.getByRole("button", { name: "Suggest", exact: true }).click();
  await expect.poll(() => sql("SELECT name, quote FROM target_suggestion WHERE project_id = $1", [project.id])).toEqual([{ name: "Ivo Marsh", quote: "Ivo Marsh" }]);
  await expect(dialog).toBeHidden();
  await expect(page.locator(".pop.marking")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.locator(".pop.marking")).toHaveCount(0);
});

test("fourteen labels are found by their name", async () => {
  await card().getByRole("button", { name: "Choose: Topic" }).click();
  await page.keyboard.type("topic k");
  await expect(card().locator(".pick")).toHaveCount(1);
  await expectAccessible(page, "search in labels");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await expect(card().getByRole("button", { name: "Choose: Topic" })).toBeFocused();
  await expect(card().getByRole("button", { name: "Topic K", pressed: true })).toBeVisible();
  await expect.poll(async () => (await labelsOf("bungled the repair")).length).toBe(2);
});

test("another mark is made and labelled with the keyboard alone", async () => {
  const words = page.locator(".ProseMirror");
  await page.keyboard.press("Escape");
  const { x1, y1 } = await placeOf(page, "puffed up");
  await page.mouse.click(x1 - 1, y1);
  await words.focus();
  for (let i = 0; i < 2; i++) await page.keyboard.press("Control+Shift+ArrowRight");
  // The box comes by itself once Shift is let go; Enter would mark if it was there first.
  await expect(page.locator(".pop.marking")).toBeVisible();
  for (const key of ["c", "1", "Enter"]) await page.keyboard.press(key);
  await expect(page.locator(".pop.marking")).toHaveCount(0);
  await page.keyboard.press("d");
  await expect.poll(() => labelsOf("puffed up")).toEqual([doubt.id]);
  await page.keyboard.press("d");
  await expect.poll(() => labelsOf("puffed up")).toEqual([]);
  await saved(page);
});

test("what is required keeps from submitting, and each time the screen leads there", async () => {
  await submit();
  await expect(page.locator(".refused")).toContainText("1 judgement is left: Town council.");
  await page.getByRole("radio", { name: "−1, critical" }).check({ force: true });
  await page.getByRole("button", { name: /Add a note or how sure/ }).click();
  await page.getByRole("group", { name: "How sure you are: Town council" }).getByRole("button", { name: "High" }).click();
  await page.getByRole("textbox", { name: "Note on Town council" }).click();
  await page.getByRole("textbox", { name: "Note on Town council" }).fill("It mocks.");
  await submit();
  await expect(page.locator(".refused")).toHaveText("2 answers are left: Genre, Technique.");
  await expect(page.getByRole("group", { name: "Genre" }).getByRole("button", { name: "News" })).toBeFocused();
  await page.keyboard.press("Enter");
  await submit();
  const missing = card().getByRole("group", { name: "Technique" });
  await expect(missing).toContainText("needed");
  await expect(missing.getByRole("button").first()).toBeFocused();
  await shot(page, "labels-needed");
  await page.keyboard.press("Enter");
  await expect.poll(() => labelsOf("puffed up")).toEqual([loaded.id]);
  await expect(missing).not.toContainText("needed");
});

test("an answer about the article asks a further question, and what is left out is noted", async () => {
  const whole = page.getByRole("region", { name: "The article as a whole" });
  await expect(whole.getByRole("group", { name: "Whose side" })).toHaveCount(0);
  await whole.getByRole("button", { name: "Opinion" }).click();
  await whole.getByRole("group", { name: "Whose side" }).getByRole("button", { name: "Town" }).click();
  await whole.getByRole("button", { name: "Add what is left out" }).click();
  await expect(whole.getByRole("textbox", { name: /^What the article leaves out/ }).last()).toBeFocused();
  await page.keyboard.type("What the repair cost");
  await whole.getByRole("button", { name: "Add what is left out" }).click();
  await expect(whole.getByRole("textbox", { name: /^What the article leaves out/ }).last()).toBeFocused();
  await page.keyboard.type("Why it took three winters");
  await whole.getByRole("button", { name: "Remove what is left out" }).first().click();
  await saved(page);
  await expectAccessible(page, "the article as a whole");
  await shot(page, "labels-whole");
  await expect.poll(() => sql("SELECT kind, body FROM assignment_note WHERE assignment_id = $1 AND deleted_at IS NULL", [assignment])).toEqual([{ kind: "omitted", body: "Why it took three winters" }]);
  expect(await sql("SELECT value, confidence, note FROM judgement WHERE assignment_id = $1", [assignment])).toEqual([{ value: "-1", confidence: 3, note: "It mocks." }]);
  await page.reload();
  await expect(whole.getByRole("button", { name: "Opinion", pressed: true })).toBeVisible();
  await submit();
  await expect.poll(state).toBe("submitted");
});

test("a return says what to look at, and leads to the mark", async () => {
  const [one] = await sql<{ version: number; span: string }>("SELECT a.version, (SELECT s.id FROM span s JOIN span_part p ON p.span_id = s.id WHERE p.quote = 'puffed up' AND s.project_id = a.project_id AND s.deleted_at IS NULL) AS span FROM assignment a WHERE a.id = $1", [assignment]);
  await lead.do("POST", `/projects/${project.id}/assignments/${assignment}/return`, { version: one!.version, comment: "Who says that it puffed up?", spanIds: [one!.span] });
  await page.reload();
  const back = page.getByRole("region", { name: "Returned to you" });
  await expect(back).toContainText("Who says that it puffed up?");
  await expect(page.getByText("Submission 2")).toBeVisible();
  await expect(page.locator(".card.span", { hasText: "Look again" })).toHaveCount(1);
  await expectAccessible(page, "returned");
  await back.getByRole("button", { name: /puffed up/ }).click();
  await expect(card()).toContainText("The reviewer asks you to look at this mark.");
  await card().getByRole("textbox", { name: "Note" }).click();
  await card().getByRole("textbox", { name: "Note" }).fill("The writer says it.");
  await saved(page);
});

test("a codebook that changed its meaning asks for a look; the mark is kept as it is", async () => {
  await publishCodebook(
    lead,
    project.id,
    (content) => ({ ...content, sets: content.sets.map((set) => (set.id === technique.id ? { ...set, labels: set.labels.map((label) => (label.id === loaded.id ? { ...label, definition: richText("Only a word that takes sides by itself.") } : label)) } : set)) }),
    [loaded.id],
  );
  await page.reload();
  await expect(page.getByText("The codebook is now version 3. 2 of your marks need a look.")).toBeVisible();
  await page.getByRole("button", { name: "2 to look at" }).click();
  await expect(card()).toContainText("Codebook 3");
  await expectAccessible(page, "marks to look at");
  await shot(page, "labels-look");
  await card().getByRole("button", { name: "Keep as it is" }).click();
  await expect(page.getByRole("button", { name: "1 to look at" })).toBeVisible();
  await submit();
  await expect(page.locator(".refused")).toHaveText("1 of your marks needs a look.");
  await card().getByRole("button", { name: "Casting doubt" }).click();
  await saved(page);
  expect(await sql("SELECT outcome FROM span_review WHERE project_id = $1 ORDER BY outcome", [project.id])).toEqual([{ outcome: "changed" }, { outcome: "kept" }]);
  await submit();
  await expect.poll(state).toBe("submitted");
  expect(await sql("SELECT count(*)::int AS n FROM submission WHERE assignment_id = $1", [assignment])).toEqual([{ n: 2 }]);
});

test("where blocks are named, the others can be read but not marked", async () => {
  await sql("UPDATE assignment SET state = 'returned', submitted_at = NULL, block_ordinals = '{0,1}' WHERE id = $1", [assignment]);
  await page.reload();
  await expect(page.getByText("Only the headline and the first paragraph are coded here.")).toBeVisible();
  const { x1, y1, x2, y2 } = await placeOf(page, "in a single night");
  await page.mouse.move(x1, y1);
  await page.mouse.down();
  await page.mouse.move(x2, y2, { steps: 4 });
  await page.mouse.up();
  await expect(page.getByText("These words are not coded here.")).toBeVisible();
  await expect(page.locator(".pop.marking")).toHaveCount(0);
  await expectAccessible(page, "named blocks");
  for (const [width, height] of [[820, 1100], [390, 844]] as const) {
    await page.setViewportSize({ width, height });
    await expectNoOverflow(page, `named blocks at ${width}`);
    await page.getByRole("button", { name: /^Spans/ }).click();
    await expectAccessible(page, `drawer at ${width}`);
    await page.getByRole("button", { name: "Close", exact: true }).click();
  }
});
