import { expect, type Page } from "@playwright/test";

/** What somebody might write to have it run where it is shown. */
export const EVIL = [
  `<img src=x onerror="window.__xss=1">`,
  `</script><script>window.__xss=2</script>`,
  `javascript:window.__xss=3//`,
  `<svg onload="window.__xss=4">`,
  `"><b onmouseover="window.__xss=5" onfocus="window.__xss=5" tabindex=0 autofocus>`,
  "{{7*7}}${7*7}<%= 7*7 %>",
  "safe\u202Efdp.exe",
  "zero\u200Bwidth &lt;i&gt; <iframe srcdoc='<script>parent.__xss=8</script>'>",
] as const;

/** Opens a page and proves that nothing written by a person came alive on it. */
export async function look(page: Page, address: string): Promise<void> {
  const answer = await page.goto(address);
  expect(answer?.status() ?? 200, address).toBeLessThan(500);
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 1000 })));
  await expectDead(page, address);
}
/** Nothing on the page as it stands came alive. */
export async function expectDead(page: Page, where: string): Promise<void> {
  const alive = await page.evaluate(() => ({
    flag: (window as unknown as { __xss?: number }).__xss ?? null,
    handlers: [...document.querySelectorAll("[onerror],[onload],[onfocus],[onmouseover],iframe,img[src='x'],body svg[onload]")].map((one) => one.outerHTML.slice(0, 200)),
    links: [...document.querySelectorAll<HTMLAnchorElement>("a[href]")].map((one) => one.href).filter((href) => !/^https?:/i.test(href)),
    sum: document.body.innerText.includes("4949"),
  }));
  expect({ where, ...alive }).toEqual({ where, flag: null, handlers: [], links: [], sum: false });
}
