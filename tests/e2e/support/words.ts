import { expect, type CDPSession, type Page } from "@playwright/test";

/** Where words of the reader stand in the window: the middle of their first and of their last letter. */
export async function placeOf(page: Page, words: string): Promise<{ x1: number; y1: number; x2: number; y2: number }> {
  await expect(page.locator(".ProseMirror")).toContainText(words);
  const place = await page.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.querySelector(".ProseMirror")!, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent!.indexOf(wanted);
      if (at < 0) continue;
      node.parentElement!.scrollIntoView({ block: "center" });
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      const rects = [...range.getClientRects()];
      const [first, last] = [rects[0]!, rects.at(-1)!];
      return { x1: first.left + 2, y1: first.top + first.height / 2, x2: last.right - 2, y2: last.top + last.height / 2 };
    }
    return null;
  }, words);
  if (!place) throw new Error(`“${words}” does not stand in one piece on the page`);
  return place;
}

/** Selects words with the mouse. */
export async function selectWords(page: Page, words: string): Promise<void> {
  const { x1, y1, x2, y2 } = await placeOf(page, words);
  await page.mouse.move(x1, y1);
  await page.mouse.down();
  await page.mouse.move((x1 + x2) / 2, y2, { steps: 3 });
  await page.mouse.move(x2, y2, { steps: 3 });
  await page.mouse.up();
  await expect(page.locator(".pop.marking")).toBeVisible();
}

/** Selects words, chooses by key, and marks them. */
export async function markWords(page: Page, words: string, framing: "a" | "c" | "n"): Promise<void> {
  await selectWords(page, words);
  await page.keyboard.press(framing);
  await page.keyboard.press("Enter");
  await expect(page.locator(".pop.marking")).toHaveCount(0);
}

/** Selects words by touch: a long press on the first, then the handle is drawn to the last. */
export async function touchWords(page: Page, words: string): Promise<void> {
  const { x1, y1 } = await placeOf(page, words);
  const touch: CDPSession = await page.context().newCDPSession(page);
  await touch.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [{ x: x1 + 4, y: y1 }] });
  await page.waitForTimeout(700);
  await touch.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  await touch.detach();
  // The handles themselves belong to the phone's own keyboard and are not in this browser; what they do is this.
  await page.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.querySelector(".ProseMirror")!, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent!.indexOf(wanted);
      if (at >= 0) return window.getSelection()!.setBaseAndExtent(node, at, node, at + wanted.length);
    }
  }, words);
}

/** The foot says that everything is saved. */
export const saved = (page: Page): Promise<void> => expect(page.getByText(/^(Saved \d|All saved)/).first()).toBeVisible();
