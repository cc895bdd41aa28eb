import { expect, type CDPSession, type Page } from "@playwright/test";

/** Runs in the page: the place of words in the reader, also where they are drawn in several pieces; null where they are not in one block. */
function rangeOf(wanted: string): Range | null {
  for (const block of document.querySelectorAll(".reader > *")) {
    const at = block.textContent.indexOf(wanted);
    if (at < 0) continue;
    const range = document.createRange();
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(), before = 0; node; before += node.textContent!.length, node = walker.nextNode()) {
      const length = node.textContent!.length;
      if (before <= at && at < before + length) range.setStart(node, at - before);
      if (before < at + wanted.length && at + wanted.length <= before + length) {
        range.setEnd(node, at + wanted.length - before);
        return range;
      }
    }
  }
  return null;
}

/** Where words of the reader stand in the window: the middle of their first and of their last letter. */
export async function placeOf(page: Page, words: string): Promise<{ x1: number; y1: number; x2: number; y2: number }> {
  await expect(page.locator(".reader")).toContainText(words);
  const place = await page.evaluate(`(() => {
    const range = (${rangeOf.toString()})(${JSON.stringify(words)});
    if (range === null) return null;
    range.startContainer.parentElement.scrollIntoView({ block: "center" });
    const rects = [...range.getClientRects()];
    const [first, last] = [rects[0], rects.at(-1)];
    return { x1: first.left + 2, y1: first.top + first.height / 2, x2: last.right - 2, y2: last.top + last.height / 2 };
  })()`) as { x1: number; y1: number; x2: number; y2: number } | null;
  if (!place) throw new Error(`“${words}” does not stand in one block on the page`);
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
  await page.evaluate(`(() => {
    const range = (${rangeOf.toString()})(${JSON.stringify(words)});
    window.getSelection().setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset);
  })()`);
}

/** The foot says that everything is saved. */
export const saved = (page: Page): Promise<void> => expect(page.getByText(/^(Saved \d|All saved)/).first()).toBeVisible();
