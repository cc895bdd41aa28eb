import { readFileSync } from "node:fs";
import { expect, test, type BrowserContext, type Page } from "@playwright/test";
import { makeMember, makeUser, signInAs, sql } from "./support/site";
import { assignAll, makeStudy, Person } from "./support/study";
import { expectAccessible, shot, watch, type Troubles } from "./support/watch";
import { newId } from "@/lib/kernel/id";

// Two coordinators write a codebook in the browser, an annotator marks by it; a change of meaning lists the marks it touches.

const TEXT = `Harbour queue doubles
The council bungled the roster for a third week, passengers said on Monday.
The port company kept the ferries running when nobody else would.`;
const BUNGLED = "bungled the roster";

type Seat = { context: BrowserContext; page: Page; troubles: Troubles; api: Person; userId: string };
let lead: Seat, second: Seat, coder: Seat;
let id: string, base: string, assignment: string;

test.describe.configure({ mode: "serial" });
test.setTimeout(120_000);

test.beforeAll(async ({ browser, baseURL }) => {
  const seat = async (name: string): Promise<Seat> => {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" });
    const troubles = await watch(context);
    const userId = await makeUser(name);
    return { context, troubles, userId, api: await Person.of(baseURL!, await signInAs(context, baseURL!, userId)), page: await context.newPage() };
  };
  [lead, second, coder] = [await seat("Ilka Orm"), await seat("Ben Aske"), await seat("Ada Roth")];
  const study = await makeStudy(lead.api, { name: "Ferry codebook", text: TEXT });
  [id, base] = [study.id, `${study.path}/codebook`];
  await makeMember(id, second.userId, "coordinator", "Ben Aske");
  assignment = await assignAll(lead.api, id, await makeMember(id, coder.userId, "annotator", "Ada Roth"));
  const [revision] = await sql<{ id: string }>("SELECT id FROM revision WHERE article_id = $1", [study.articleId]);
  for (const [quote, framing] of [[BUNGLED, "critical"], ["kept the ferries running", "advocacy"]] as const) {
    const start = TEXT.indexOf(quote);
    await coder.api.do("POST", `/projects/${id}/assignments/${assignment}/spans`, { id: newId(), revisionId: revision!.id, parts: [{ start, end: start + quote.length, quote }], targetId: study.targetId, framing, voice: "own" });
  }
  await coder.api.do("PUT", `/projects/${id}/assignments/${assignment}/judgements/${study.targetId}`, { version: 0, value: -1 });
  const [{ version }] = (await sql<{ version: number }>("SELECT version FROM assignment WHERE id = $1", [assignment])) as [{ version: number }];
  await coder.api.do("POST", `/projects/${id}/assignments/${assignment}/submit`, { version });
});
test.afterAll(async () => {
  const troubles = [lead, second, coder].flatMap((one) => one.troubles.list);
  for (const one of [lead, second, coder]) {
    await one.api.end();
    await one.context.close();
  }
  expect(troubles).toEqual([]);
});

const saved = (page: Page) => expect(page.getByText(/^Saved \d/)).toBeVisible();
const part = (page: Page, name: string) => page.getByRole("list", { name: "Parts of the codebook" }).getByRole("button", { name }).click();

/** Opens the draft of one coordinator at a part of it. */
async function write({ page }: Seat, name: string): Promise<void> {
  await page.goto(`${base}/edit`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  const begin = page.getByRole("button", { name: /Start a draft from version/ });
  if (await begin.isVisible()) await begin.click();
  await part(page, name);
}
/** Replaces what a rich-text field says, by keyboard. */
async function fill(page: Page, field: string, words: string): Promise<void> {
  await page.getByRole("textbox", { name: field }).click();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type(words);
}

test("an annotator reads the published codebook, and may not write it", async () => {
  const { page } = coder;
  await page.goto(base);
  await expect(page.getByRole("heading", { name: "Critical" })).toBeVisible();
  await expect(page.getByRole("link", { name: /Change the codebook/ })).toHaveCount(0);
  await expectAccessible(page, "codebook");
  expect((await coder.api.page(`${base}/edit`)).status()).toBe(404);
  expect((await coder.api.page(`${base}/affected`)).status()).toBe(404);
});

test("a coordinator starts from a preset", async () => {
  const { page } = lead;
  await page.goto(base);
  await page.getByRole("link", { name: "Change the codebook" }).click();
  await expect(page.getByRole("heading", { name: "Nothing is being written" })).toBeVisible();
  await expectAccessible(page, "no draft");
  await page.getByRole("button", { name: "Start a draft from version 1" }).click();
  await expect(page.getByRole("heading", { name: "Draft of version 2" })).toBeVisible();
  await page.getByRole("button", { name: "Add a preset…" }).click();
  await expectAccessible(page, "presets");
  await page.getByRole("radio", { name: "Issue frames" }).check();
  await page.getByRole("button", { name: "Add to the draft" }).click();
  await expect(page.getByRole("list", { name: "Parts of the codebook" }).getByRole("listitem")).toHaveCount(5);
  await page.getByText("Read", { exact: true }).click();
  await expect(page.getByText("Asked of every article").first()).toBeVisible();
});

test("a coordinator writes a label set by keyboard and mouse; what is wrong is said at its field", async () => {
  const { page } = lead;
  await write(lead, "Introduction");
  await fill(page, "Introduction", "Read this before the first article.");
  await saved(page);

  await page.getByRole("button", { name: "Add a label set" }).click();
  await page.getByLabel("Name of the new set").fill("Tone");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Tone" })).toBeVisible();
  await page.getByRole("combobox", { name: "Asked when" }).selectOption({ label: "Framing is …" });
  await page.getByRole("checkbox", { name: "Critical" }).check();
  for (const name of ["Loaded words", "Doubt"]) {
    await page.getByRole("button", { name: "Add a label", exact: true }).click();
    await page.getByLabel("Name of the new label").fill(name);
    await page.keyboard.press("Enter");
  }
  await page.getByRole("textbox", { name: "Key" }).fill("c");
  await expect(page.getByText(/The key C has a meaning of its own/)).toBeVisible();
  await expect(page.getByText(/Not saved/)).toBeVisible();
  await page.getByRole("textbox", { name: "Key" }).fill("d");
  await saved(page);
  await page.getByRole("radio", { name: "Star" }).check();
  await page.getByRole("textbox", { name: "Definition" }).click();
  await page.keyboard.type("Questions the target without a reason.");
  await page.keyboard.press("Enter");
  await page.keyboard.type("- and says so");
  await saved(page);
  await page.getByRole("button", { name: "Move Doubt up" }).press("Enter");
  await expect(page.getByRole("button", { name: "Move Doubt up" })).toBeFocused();
  await saved(page);
  await expectAccessible(page, "label form");

  const [draft] = await sql<{ content: { sets: { showWhen: object; labels: { name: string; shortcut: string; glyph: string; definition: object }[] }[] } }>("SELECT content FROM codebook_version WHERE project_id = $1 AND state = 'draft'", [id]);
  const tone = draft!.content.sets.at(-1)!;
  const [doubt, loaded] = tone.labels;
  expect(tone.showWhen).toEqual({ setId: "framing", labelIds: ["advocacy", "critical"] });
  expect([loaded!.name, doubt!.name, doubt!.shortcut, doubt!.glyph]).toEqual(["Loaded words", "Doubt", "d", "star"]);
  expect(doubt!.definition).toEqual({ type: "doc", content: [
    { type: "paragraph", content: [{ type: "text", text: "Questions the target without a reason." }] },
    { type: "bulletList", content: [{ type: "listItem", content: [{ type: "paragraph", content: [{ type: "text", text: "and says so" }] }] }] },
  ] });
});

test("examples are taken from real marks", async () => {
  const { page } = lead;
  await write(lead, "Framing");
  await page.getByRole("button", { name: "Critical" }).click();
  await page.getByRole("button", { name: "Take examples from marks…" }).click();
  await page.getByLabel("Search the marked words").fill("roster");
  await expectAccessible(page, "marks to choose");
  await page.getByRole("checkbox", { name: BUNGLED }).check();
  await page.getByRole("button", { name: "Take the chosen one" }).click();
  await expect(page.getByText("from a real mark")).toBeVisible();
  await saved(page);
});

test("publishing asks what each change means, and keeps the note", async () => {
  const { page } = lead;
  await page.getByRole("button", { name: "Publish…" }).click();
  const publish = page.getByRole("button", { name: "Publish version 2" });
  await expect(publish).toBeDisabled();
  await page.getByRole("button", { name: "The rest is only wording" }).click();
  await page.getByLabel("Note for the coders").fill("Techniques are asked from now on.");
  await expectAccessible(page, "publish");
  await shot(page, "codebook-publish");
  await publish.click();
  await page.waitForURL(new RegExp(`${base}$`));
  await expect(page.getByText("Techniques are asked from now on.")).toBeVisible();
  await expect(page.getByText("Asked when Framing is Advocacy or Critical")).toBeVisible();
  await expect(page.getByRole("link", { name: /Marks to look at/ })).toHaveCount(0);
  await page.getByRole("link", { name: "Compare with version 1" }).click();
  await expect(page.locator("ins").filter({ hasText: "Read this before the first article." }).first()).toBeVisible();
  await expectAccessible(page, "compare");
});

test("of two coordinators at one draft, the second gets both sides and loses nothing", async () => {
  await write(lead, "Framing");
  await lead.page.getByRole("button", { name: "Critical" }).click();
  await write(second, "Framing");
  await second.page.getByRole("button", { name: "Critical" }).click();
  await fill(lead.page, "Definition", "Words that blame or mock the target.");
  await saved(lead.page);
  await fill(second.page, "Definition", "Words that blame, mock or doubt the target, whoever says them.");
  await second.page.getByRole("button", { name: "Neutral" }).click();
  await second.page.getByRole("textbox", { name: "Name", exact: true }).fill("Plain");
  await expect(second.page.getByRole("heading", { name: "Another coordinator saved this draft too" })).toBeVisible();
  await expectAccessible(second.page, "merge");
  await shot(second.page, "codebook-merge");
  const save = second.page.getByRole("button", { name: "Save the two as one" });
  await expect(save).toBeDisabled();
  await second.page.getByRole("radio", { name: "Take theirs" }).check();
  await save.click();
  await saved(second.page);
  const [draft] = await sql<{ names: string; definition: string }>("SELECT content -> 'framing' -> 1 ->> 'name' AS names, content -> 'framing' -> 2 ->> 'definition' AS definition FROM codebook_version WHERE project_id = $1 AND state = 'draft'", [id]);
  expect(draft!.names).toBe("Plain");
  expect(draft!.definition).toContain("Words that blame or mock the target.");
});

test("a change of meaning lists the marks it touches, and their article goes back with a comment", async () => {
  const { page } = second;
  await page.getByRole("button", { name: "Publish…" }).click();
  const answer = (name: string, words: string) => page.getByRole("radiogroup", { name: `What the change to ${name} does` }).getByText(words).click();
  await answer("Critical", "changes meaning");
  await answer("Plain", "only wording");
  await expect(page.getByText("About 1 mark will be listed for a look.")).toBeVisible();
  await page.getByRole("button", { name: "Publish version 3" }).click();
  await page.waitForURL(/\/codebook\/affected\?version=3$/);
  await expect(page.getByRole("link", { name: BUNGLED })).toBeVisible();
  await expect(page.getByText("kept the ferries running")).toHaveCount(0);
  await expectAccessible(page, "affected");
  await shot(page, "codebook-affected");
  await page.getByRole("checkbox", { name: `Choose ${BUNGLED} of Ada Roth` }).check();
  await page.getByRole("button", { name: "Return these articles to their annotators…" }).click();
  await page.getByLabel("What they should look at").fill("Critical means less now.");
  await page.getByRole("button", { name: "Return 1 article" }).click();
  await expect(page.getByText("returned, waits for its annotator")).toBeVisible();
  await expect.poll(() => sql("SELECT state FROM assignment WHERE id = $1", [assignment])).toEqual([{ state: "returned" }]);
  await page.getByText("Settled", { exact: true }).click();
  await expect(page.getByText("No mark matches")).toBeVisible();
});

test("a codebook is taken out and in again; a file that is not right is refused with the place", async () => {
  const { page } = second;
  await page.goto(base);
  await page.getByRole("button", { name: "Download" }).click();
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("menuitem", { name: "As JSON" }).click()]);
  const text = readFileSync(await file.path(), "utf8");
  expect(file.suggestedFilename()).toMatch(/\.json$/);
  await write(second, "Framing");
  await page.getByRole("button", { name: "Import a file…" }).click();
  const choose = (name: string, content: string) => page.getByLabel("Codebook file").setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(content) });
  await choose("broken.json", text.replace('"Plain"', '""'));
  await expect(page.getByText(/broken\.json was not read/)).toContainText("/framing/1/name");
  await choose("latin.qdc", "");
  await expect(page.getByText("latin.qdc was not read. It is empty.")).toBeVisible();
  await expectAccessible(page, "import");
  await choose("codebook.json", text.replace('"Plain"', '"Even"'));
  await expect(page.getByRole("heading", { name: "The file is in the draft" })).toBeVisible();
  await page.getByRole("button", { name: "Look at the draft" }).click();
  await expect(page.getByRole("button", { name: "Even" })).toBeVisible();
});

test("whoever writes while the draft is published elsewhere is told, and can take the words along", async () => {
  const { page } = lead;
  await write(lead, "Introduction");
  await second.page.getByRole("button", { name: "Publish…" }).click();
  await second.page.getByRole("radiogroup", { name: "What the change to Even does" }).getByText("only wording").click();
  await second.page.getByRole("button", { name: "Publish version 4" }).click();
  await second.page.waitForURL(new RegExp(`${base}$`));
  await fill(page, "Introduction", "Too late.");
  await expect(page.getByRole("heading", { name: "This draft is no longer there" })).toBeVisible();
  await expectAccessible(page, "draft gone");
});
