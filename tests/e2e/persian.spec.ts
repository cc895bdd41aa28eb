import { expect, test, type Page } from "@playwright/test";
import { addAll, chooseFiles, textFile } from "./support/import";
import { marksOf } from "./support/marking";
import { makeMember, makeUser, signInAs, sql } from "./support/site";
import { assignAll, makeStudy, Person } from "./support/study";
import { expectNoOverflow, shot, watch } from "./support/watch";
import { placeOf, saved, selectWords } from "./support/words";

// An invented Persian article with a Hebrew and an English line in it comes in through the screen and is marked by
// mouse and by keyboard. What the database has is what was seen, and no mark breaks the joining of letters.

const TEXT = `پل کتل بسته شد
شورای شهر تعمیر پل را برای سومین هفته به تعویق انداخت. مسافران می‌گویند شرکت Northlode Port Company قایق‌ها را نگه داشت.
הגשר נסגר בלילה.
The bridge was closed overnight, the port said.`;

const wordWidth = (page: Page, word: string): Promise<number> =>
  page.evaluate((wanted) => {
    const block = [...document.querySelectorAll(".ProseMirror > *")].find((one) => one.textContent!.includes(wanted))!;
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    let at = block.textContent!.indexOf(wanted);
    let end = at + wanted.length;
    let begun = false;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const { length } = node.textContent!;
      if (!begun && at < length) {
        range.setStart(node, at);
        begun = true;
      }
      if (end <= length) {
        range.setEnd(node, end);
        break;
      }
      at -= length;
      end -= length;
    }
    const rects = [...range.getClientRects()];
    return Math.max(...rects.map((rect) => rect.right)) - Math.min(...rects.map((rect) => rect.left));
  }, word);

test("a Persian article is imported, marked by mouse and key, and painted right", async ({ browser, baseURL }) => {
  test.slow();
  const chief = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const lead = await Person.of(baseURL!, await signInAs(chief, baseURL!, await makeUser("Pol Lead")));
  const study = await makeStudy(lead, { name: "Pol", text: "Another article\nwith a line." });
  const intake = await chief.newPage();
  await chooseFiles(intake, study.path, [textFile("pol.txt", TEXT)]);
  await intake.getByLabel("Language", { exact: true }).fill("fa");
  await addAll(intake, 1);
  await expect.poll(() => sql("SELECT language FROM article WHERE project_id = $1 AND title = 'پل کتل بسته شد'", [study.id])).toEqual([{ language: "fa" }]);
  await intake.close();
  const user = await makeUser("Pol Coder");
  const memberId = await makeMember(study.id, user, "annotator", "Heron");
  await assignAll(lead, study.id, memberId);
  const [mine] = await sql<{ id: string }>("SELECT s.id FROM assignment s JOIN article a ON a.id = s.article_id WHERE s.member_id = $1 AND a.language = 'fa'", [memberId]);
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" });
  const troubles = await watch(context);
  await signInAs(context, baseURL!, user);
  const page = await context.newPage();
  await page.goto(`${study.path}/annotate/${mine!.id}`);
  await expect(page.locator(".ProseMirror")).toContainText("شورای", { timeout: 20_000 });
  expect(await page.locator(".ProseMirror > *").evaluateAll((blocks) => blocks.map((block) => getComputedStyle(block).direction))).toEqual(["rtl", "rtl", "rtl", "ltr"]);

  const words = async (): Promise<string> => ((await page.locator(".pop.marking").getAttribute("aria-label")) ?? "").replace("Mark these words: ", "");
  const before = await wordWidth(page, "انداخت");
  await selectWords(page, "انداخت");
  await expect.poll(words).toBe("انداخت");
  const [popover, sheet, place] = [await page.locator(".pop.marking").boundingBox(), await page.locator(".sheet").boundingBox(), await placeOf(page, "انداخت")];
  expect(popover!.x).toBeGreaterThanOrEqual(sheet!.x - 1);
  // It begins under the word, to the right, and runs to the left.
  expect(Math.abs(popover!.x + popover!.width - Math.max(place.x1, place.x2, sheet!.x + popover!.width))).toBeLessThan(16);
  await page.keyboard.press("1");
  await page.keyboard.press("c");
  await page.keyboard.press("Enter");
  await saved(page);
  await shot(page, "persian");

  // A mark that begins inside a word leaves its letters joined.
  for (let i = 0; i < 3; i += 1) await page.keyboard.press("g");
  await expect(page.getByRole("button", { name: "Select by character" })).toBeVisible();
  const whole = await wordWidth(page, "مسافران");
  await selectWords(page, "سافر");
  await expect.poll(words).toBe("سافر");
  await page.keyboard.press("a");
  await page.keyboard.press("Enter");
  await saved(page);
  expect(Math.abs((await wordWidth(page, "مسافران")) - whole)).toBeLessThan(0.6);
  expect(Math.abs((await wordWidth(page, "انداخت")) - before)).toBeLessThan(0.6);
  await page.keyboard.press("g");

  // In a line from right to left the left arrow goes on in the text, as browsers have it.
  const at = await placeOf(page, "شورای");
  await page.mouse.click((at.x1 + at.x2) / 2, at.y1);
  await expect(page.locator(".ProseMirror")).toBeFocused();
  await page.keyboard.down("Shift");
  for (let i = 0; i < 6; i += 1) await page.keyboard.press("ArrowLeft");
  await page.keyboard.up("Shift");
  await expect.poll(words).toBe("شورای شهر");
  await page.keyboard.press("n");
  await page.keyboard.press("Enter");
  await saved(page);
  await page.keyboard.press("e");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Enter");
  await expect.poll(() => marksOf({ projectId: study.id })).toEqual([["شورای شهر تعمیر"], ["انداخت"], ["سافر"]]);

  await selectWords(page, "Northlode Port");
  await expect.poll(words).toBe("Northlode Port");
  await page.keyboard.press("a");
  await page.keyboard.press("Enter");
  await selectWords(page, "נסגר בלילה");
  await expect.poll(words).toBe("נסגר בלילה");
  await page.keyboard.press("c");
  await page.keyboard.press("Enter");
  await expect.poll(() => marksOf({ projectId: study.id })).toEqual([["شورای شهر تعمیر"], ["انداخت"], ["سافر"], ["Northlode Port"], ["נסגר בלילה"]]);
  await expectNoOverflow(page, "persian");
  await shot(page, "persian-marked");
  await context.close();
  await chief.close();
  await lead.end();
  expect(troubles.list).toEqual([]);
});
