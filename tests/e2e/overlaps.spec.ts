import { expect, test, type BrowserContext, type Page } from "@playwright/test";
import { putMarks } from "./support/marks";
import { makeMember, makeUser, signInAs } from "./support/site";
import { assignAll, makeStudy, Person } from "./support/study";
import { expectAccessible, shot, watch, type Troubles } from "./support/watch";
import { placeOf } from "./support/words";

// Marks over marks, some with the very same words: every one can be reached with the mouse and with the keyboard, a
// screen reader is told where each begins and ends, and on paper they are numbered.

const SENTENCE = "The stubborn council wasted another summer on plans that nobody had asked for.";
const ARTICLE = `Plans and summers\n${SENTENCE}\nElsewhere nothing happened at all.`;
const at = (words: string) => ({ start: ARTICLE.indexOf(words), end: ARTICLE.indexOf(words) + words.length });

test.describe.configure({ mode: "serial" });
let context: BrowserContext, page: Page, troubles: Troubles;
let ids: string[];

test.beforeAll(async ({ browser, baseURL }) => {
  context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" });
  troubles = await watch(context);
  const other = await browser.newContext();
  const lead = await Person.of(baseURL!, await signInAs(other, baseURL!, await makeUser("Ira Sand")));
  const study = await makeStudy(lead, { name: "Overlaps", text: ARTICLE });
  const user = await makeUser("Uma Reed");
  const assignment = await assignAll(lead, study.id, await makeMember(study.id, user, "annotator", "Uma Reed"));
  const token = await signInAs(context, baseURL!, user);
  const uma = await Person.of(baseURL!, token);
  ids = await putMarks(uma, study.id, assignment, [
    { ...at(SENTENCE), framing: "neutral" },
    { ...at("stubborn council wasted another summer"), framing: "critical" },
    { ...at("stubborn council wasted"), framing: "advocacy" },
    { ...at("wasted another"), framing: "critical" },
    { ...at("wasted another"), framing: "neutral" },
  ]);
  await Promise.all([uma.end(), lead.end(), other.close()]);
  page = await context.newPage();
  await page.goto(`${study.path}/annotate/${assignment}`);
  await expect(page.locator(".reader mark").first()).toBeVisible();
});
test.afterAll(async () => {
  await context.close();
  expect(troubles.list).toEqual([]);
});

const open = (): Promise<string | null> => page.locator(".card.span.open").getAttribute("data-of");
const list = () => page.getByRole("listbox", { name: /marks here/ });
let clicks = 0;
/** Clicks at another letter each time: two clicks at one place in short order are a double click. */
const clickOn = async (words: string): Promise<void> => {
  const { x1, y1 } = await placeOf(page, words);
  await page.mouse.click(x1 + 4 + (clicks++ % 2) * 22, y1);
};

test("clicks reach overlapping marks, the smallest first, then a list shows all", async () => {
  await clickOn("asted");
  const seen: (string | null)[] = [];
  for (let click = 0; click < 5; click++) {
    seen.push(await open());
    await clickOn("asted");
  }
  expect([...new Set(seen)].sort()).toEqual([...ids].sort());
  expect(seen.at(-1)).toBe(ids[0]);
  await expect(list()).toBeVisible();
  await expect(list().getByRole("option")).toHaveCount(5);
  await expectAccessible(page, "list of overlapping marks");
  await shot(page, "overlaps-list");
  await page.keyboard.press("Escape");
  await expect(list()).toHaveCount(0);
  await expect(page.locator(".ProseMirror")).toBeFocused();
});

test("marks with the very same words are both in the list behind the number of those without an underline", async () => {
  const more = page.getByRole("button", { name: /more here/ }).first();
  const box = (await more.boundingBox())!;
  // Its target is at least 24 pixels high, though it looks smaller.
  const [middle, up] = [box.x + box.width / 2, box.y + box.height / 2 - 11];
  expect(await page.evaluate(([x, y]) => document.elementFromPoint(x!, y!)?.closest("button.more") !== null, [middle, up])).toBe(true);
  await more.click();
  await list().getByRole("option").nth(1).click();
  expect(ids.slice(3)).toContain(await open());
  await expect(page.locator(".ProseMirror")).toBeFocused();
});

test("the caret opens the list by key, and arrows and Enter choose from it", async () => {
  await clickOn("asted");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Shift+Enter");
  await expect(list()).toBeFocused();
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  expect(await open()).toBe(ids[0]);
  await expect(page.locator(".ProseMirror")).toBeFocused();
});

test("a screen reader is told where marks begin and end, and which card belongs to them", async () => {
  const cdp = await context.newCDPSession(page);
  type Node = { ignored: boolean; role?: { value: string }; name?: { value: string }; backendDOMNodeId?: number; properties?: { name: string; value: { relatedNodes?: { backendDOMNodeId: number }[] } }[] };
  const { nodes } = (await cdp.send("Accessibility.getFullAXTree")) as unknown as { nodes: Node[] };
  const comments = new Set(nodes.filter((node) => node.role?.value === "comment").map((node) => node.backendDOMNodeId));
  const marks = nodes.filter((node) => node.role?.value === "mark");
  expect(marks.length).toBeGreaterThan(4);
  const described = marks.flatMap((mark) => mark.properties?.filter(({ name }) => name === "details").flatMap(({ value }) => value.relatedNodes ?? []) ?? []);
  expect(described.length).toBeGreaterThanOrEqual(marks.length);
  expect(described.every(({ backendDOMNodeId }) => comments.has(backendDOMNodeId))).toBe(true);
  const said = nodes.filter((node) => node.role?.value === "StaticText").map((node) => node.name?.value.trim());
  expect(said).toContain("mark:");
  expect(said).toContain("marks:");
  expect(said).toContain("end of mark");
  await cdp.detach();
});

test("on paper marks carry the numbers of a table that follows the text", async () => {
  await page.emulateMedia({ media: "print" });
  const table = page.locator(".printed table");
  await expect(table.locator("tbody tr")).toHaveCount(5);
  await expect(table.locator("tbody tr").nth(1)).toContainText("stubborn council wasted another summer");
  expect(await page.locator(".reader mark[data-n]").evaluateAll((marks) => marks.map((mark) => (mark as HTMLElement).dataset["n"]))).toEqual(["1", "2,3", "4,5"]);
  await shot(page, "overlaps-print");
  await page.emulateMedia({ media: "screen" });
  await expect(page.locator(".printed")).toHaveCount(0);
  await expect(page.locator(".reader mark[data-n]")).toHaveCount(0);
  const paper = await page.pdf();
  expect(paper.byteLength).toBeGreaterThan(10_000);
  await page.emulateMedia({ forcedColors: "active" });
  await shot(page, "overlaps-forced");
  await page.emulateMedia({ forcedColors: "none", colorScheme: "dark" });
  await shot(page, "overlaps-dark");
});
