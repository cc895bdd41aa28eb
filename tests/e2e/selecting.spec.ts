import { expect, test } from "@playwright/test";
import { type Desk, marksOf, openDesk } from "./support/marking";
import { expectAccessible, shot } from "./support/watch";
import { placeOf, saved, selectWords } from "./support/words";

// Selecting: by mouse and keyboard, by character, word, sentence and paragraph, over several paragraphs, in several
// passages, and the edges of a mark that stands. What the database has is what was seen.

const TEXT = `Lock keepers left waiting 🌉 again
By Ada Quill
The council bungled the repair of the lower lock. Dr. Ruiz, its own engineer, had warned of it. Nobody answered.
Keepers said on Friday that the gate’s hinge “broke like a biscuit” in the night.
You may also like: ten canal walks
The port company mended the hinge by noon and sent 👩‍👩‍👧‍👦 home.`;

test.describe.configure({ mode: "serial" });
let desk: Desk;
test.beforeAll(async ({ browser, baseURL }) => {
  desk = await openDesk(browser, baseURL!, { name: "Lower lock", text: TEXT, kinds: { 1: "byline", 4: "chrome" } });
});
test.afterAll(() => desk.end());

const popover = () => desk.page.locator(".pop.marking");
const words = async (): Promise<string> => ((await popover().getAttribute("aria-label")) ?? "").replace("Mark these words: ", "");
const spoken = () => desk.page.locator(".annotate > .vh[role=status]");
const drag = async (from: string, to: string, modifier?: "Control"): Promise<void> => {
  const { page } = desk;
  // The article is short: it stands in the window whole, and nothing scrolls.
  const [start, end] = [await placeOf(page, from), await placeOf(page, to)];
  if (modifier) await page.keyboard.down(modifier);
  await page.mouse.move(start.x1, start.y1);
  await page.mouse.down();
  await page.mouse.move((start.x1 + end.x2) / 2, (start.y1 + end.y2) / 2, { steps: 3 });
  await page.mouse.move(end.x2, end.y2, { steps: 4 });
  await page.mouse.up();
  if (modifier) await page.keyboard.up(modifier);
};
const mark = async (framing = "c"): Promise<void> => {
  await desk.page.keyboard.press(framing);
  await desk.page.keyboard.press("Enter");
  await expect(popover()).toHaveCount(0);
  await saved(desk.page);
};
const close = async (): Promise<void> => {
  await desk.page.keyboard.press("Escape");
  await expect(popover()).toHaveCount(0);
};

test("a double click selects a word, a triple click the paragraph", async () => {
  const { page } = desk;
  const { x1, y1 } = await placeOf(page, "bungled");
  await page.mouse.dblclick(x1 + 10, y1);
  await expect.poll(words).toBe("bungled");
  await close();
  await page.mouse.click(x1 + 10, y1, { clickCount: 3 });
  await expect.poll(words).toBe("The council bungled the repair of the lower lock. Dr. Ruiz, its own engineer, had warned of it. Nobody answered");
  await close();
});

test("G goes through the granularities, also while words are selected, and is remembered", async () => {
  const { page } = desk;
  await selectWords(page, "its own eng");
  await expect.poll(words).toBe("its own engineer");
  await page.keyboard.press("a");
  await page.keyboard.press("g");
  await expect.poll(words).toBe("Dr. Ruiz, its own engineer, had warned of it");
  await expect(popover().getByRole("button", { name: /Advocacy/ })).toHaveAttribute("aria-pressed", "true");
  await page.keyboard.press("g");
  await expect.poll(words).toMatch(/^The council .* Nobody answered$/u);
  const kept = page.waitForResponse((answer) => answer.url().endsWith("/account/reader-settings") && answer.request().postData()?.includes('"character"') === true);
  await page.keyboard.press("g");
  await expect.poll(words).toBe("its own eng");
  await close();
  await expect(page.getByRole("button", { name: "Select by character" })).toBeVisible();
  // It is sent behind the scenes; a reload before that would ask the server too early.
  await kept;
  await page.reload();
  await expect(page.getByRole("button", { name: "Select by character" })).toBeVisible();
  await selectWords(page, "ngled the rep");
  await expect.poll(words).toBe("ngled the rep");
  await close();
  await page.getByRole("button", { name: "Select by character" }).click();
  await expect(page.getByRole("button", { name: "Select by word" })).toBeVisible();
});

test("a selection over paragraphs is one mark with a passage in each, and none in the page's furniture", async () => {
  const { page } = desk;
  await drag("like a biscuit", "The port company");
  await expect.poll(words).toBe("like a biscuit” in the night … The port company");
  await expect(popover().getByRole("listitem")).toHaveCount(2);
  await expect(spoken()).toHaveText(/^2 passages/);
  await shot(page, "selecting-two-passages");
  await page.locator(".pop.marking .targets button").first().click();
  await mark();
  expect(await marksOf(desk)).toEqual([["like a biscuit” in the night", "The port company"]]);
  const open = page.locator(".span.open");
  await expect(open.getByRole("listitem")).toHaveCount(2);
  expect((await page.locator("mark.is-open").allTextContents()).join("")).toBe("like a biscuit” in the nightThe port company");
  await expectAccessible(page, "a mark with two passages");
  await shot(page, "selecting-card");
  await open.getByRole("button", { name: "Take passage 1 out" }).click();
  await expect.poll(() => marksOf(desk)).toEqual([["The port company"]]);
  await page.locator(".ProseMirror").focus();
  await page.keyboard.press("Control+z");
  await expect.poll(() => marksOf(desk)).toEqual([["like a biscuit” in the night", "The port company"]]);
  await page.keyboard.press("Control+z");
  await expect.poll(() => marksOf(desk)).toEqual([]);
});

test("further passages join the draft by key and with Ctrl, and those that overlap become one", async () => {
  const { page } = desk;
  await selectWords(page, "warned of");
  await page.keyboard.press("+");
  await expect(popover().getByRole("group")).toHaveCount(1);
  await drag("bungled the repair", "bungled the repair");
  await expect.poll(words).toBe("bungled the repair … warned of");
  await drag("own engineer", "own engineer", "Control");
  await expect.poll(words).toBe("bungled the repair … own engineer … warned of");
  await drag("repair of the", "repair of the", "Control");
  await expect.poll(words).toBe("bungled the repair of the … own engineer … warned of");
  await popover().getByRole("button", { name: "Take passage 2 out" }).click();
  await expect.poll(words).toBe("bungled the repair of the … warned of");
  await mark();
  expect(await marksOf(desk)).toEqual([["bungled the repair of the", "warned of"]]);
});

test("the edges of the open mark move with the mouse, in one step that can be undone", async () => {
  const { page } = desk;
  const { x2, y2 } = await placeOf(page, ". Nobody answered");
  const box = (await page.locator('.handle[data-edge="end"]').boundingBox())!;
  await page.mouse.move(box.x, box.y + box.height);
  await page.mouse.down();
  await page.mouse.move(x2 - 30, y2 + 8, { steps: 6 });
  await page.mouse.move(x2 - 4, y2 + 12, { steps: 6 });
  await shot(page, "selecting-handles");
  await page.mouse.up();
  await expect.poll(() => marksOf(desk)).toEqual([["bungled the repair of the", "warned of it. Nobody answered"]]);
  expect(await page.evaluate(() => getSelection()?.isCollapsed)).toBe(true);
  await page.keyboard.press("Control+z");
  await expect.poll(() => marksOf(desk)).toEqual([["bungled the repair of the", "warned of"]]);
});

test("and by key: E takes hold, arrows move, Tab goes to the other edge, Enter keeps, Esc takes back", async () => {
  const { page } = desk;
  await page.locator(".ProseMirror").focus();
  await page.keyboard.press("e");
  await expect(spoken()).toHaveText(/^Moving the end/);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect(spoken()).toHaveText(/warned of it\. Nobody$/);
  await page.keyboard.press("Tab");
  await page.keyboard.press("ArrowLeft");
  await expect(spoken()).toHaveText(/council bungled/);
  await expectAccessible(page, "moving edges");
  await page.keyboard.press("Escape");
  expect(await marksOf(desk)).toEqual([["bungled the repair of the", "warned of"]]);
  await page.keyboard.press("e");
  for (let i = 0; i < 5; i += 1) await page.keyboard.press("ArrowRight");
  await expect(spoken()).toHaveText("The end cannot go further.");
  await page.keyboard.press("Enter");
  await expect.poll(() => marksOf(desk)).toEqual([["bungled the repair of the", "warned of it. Nobody answered"]]);
  await page.keyboard.press("Control+z");
  await expect.poll(() => marksOf(desk)).toEqual([["bungled the repair of the", "warned of"]]);
  await page.keyboard.press("Delete");
  await expect.poll(() => marksOf(desk)).toEqual([]);
});

test("Shift and the arrow keys select, and an emoji is never cut", async () => {
  const { page } = desk;
  const { x1, y1 } = await placeOf(page, "home.");
  await page.mouse.click(x1 - 1, y1);
  for (let i = 0; i < 3; i += 1) await page.keyboard.press("Shift+ArrowLeft");
  await expect.poll(words).toMatch(/^👩‍👩‍👧‍👦$|^sent 👩‍👩‍👧‍👦$/u);
  await mark("a");
  await page.keyboard.press("Escape");
  await placeOf(page, "Nobody answered");
  const at = await placeOf(page, "Nobody");
  await page.mouse.click(at.x1 - 1, at.y1);
  await page.keyboard.press("Control+Shift+ArrowRight");
  await page.keyboard.press("Control+Shift+ArrowRight");
  await page.keyboard.up("Shift");
  await expect.poll(words).toMatch(/^Nobody answered$/u);
  await mark("c");
  expect((await marksOf(desk)).flat()).toContain("Nobody answered");
});
