import { expect, test } from "@playwright/test";
import { marksOf, openDesk } from "./support/marking";
import { placeOf, saved, touchWords } from "./support/words";
import { shot } from "./support/watch";

// By finger, on a tablet: words are snapped without moving the phone's own selection, and the edges of a mark follow a
// finger on their handles.

const TEXT = `Ferry pier shut
The council botched the pier twice, passengers said on Monday. The port company mended it.`;

test("a finger selects whole words, marks them and moves the edges", async ({ browser, baseURL }) => {
  const desk = await openDesk(browser, baseURL!, { name: "Ferry pier", text: TEXT }, { viewport: { width: 1024, height: 768 }, hasTouch: true });
  const { page } = desk;
  await touchWords(page, "otched the pi");
  await expect(page.locator(".pop.marking")).toHaveAttribute("aria-label", "Mark these words: botched the pier");
  expect(await page.evaluate(() => String(getSelection()))).toBe("otched the pi");
  await page.locator(".pop.marking .targets button").first().tap();
  await page.locator(".pop.marking .frames button.crit").tap();
  await page.getByRole("button", { name: /^Mark/ }).tap();
  await saved(page);
  expect(await marksOf(desk)).toEqual([["botched the pier"]]);

  const handle = page.locator('.handle[data-edge="end"]');
  await expect(handle).toBeAttached();
  const { x2, y2 } = await placeOf(page, "passengers said");
  const box = (await handle.boundingBox())!;
  const touch = await page.context().newCDPSession(page);
  const send = (type: "touchStart" | "touchMove" | "touchEnd", x: number, y: number) => touch.send("Input.dispatchTouchEvent", { type, touchPoints: type === "touchEnd" ? [] : [{ x, y }] });
  const [fromX, fromY] = [box.x, box.y + box.height + 6];
  const lift = fromY - (box.y + box.height / 2);
  await send("touchStart", fromX, fromY);
  for (let i = 1; i <= 6; i += 1) await send("touchMove", fromX + ((x2 - fromX) * i) / 6, fromY + ((y2 + lift - fromY) * i) / 6);
  await send("touchEnd", 0, 0);
  await expect.poll(() => marksOf(desk)).toEqual([["botched the pier twice, passengers said"]]);
  await shot(page, "touch");
  await desk.end();
});
