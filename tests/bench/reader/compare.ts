import type { BrowserContext, Page } from "@playwright/test";
import { median } from "../statistics";
import { documentOf, type Size } from "./article";
import type { Bench } from "./painted";
import type { PageName, Site } from "./site";

/** What one visit to a page found out. Times in milliseconds. */
export interface Visit {
  /** Until the frame in which the marks that were waited for were painted. */
  readonly painted: number;
  /** Until every mark was an element. */
  readonly all: number;
  /** The marks in the window. */
  readonly visible: readonly string[];
  /** From one more span to the frame that shows it. */
  readonly adding: number;
  /** The longest input event while words were dragged over; 0 below 16 ms, which browsers do not report. */
  readonly drag: number;
  /** The page's JavaScript heap after a collection, in bytes. */
  readonly memory: number;
}

type Measured = Window & { bench: Bench; article: unknown; longest: number };
const ADDITIONS = 5;
const MOVES = 40;

/** Opens an article in one of the readers on a fresh page. `awaited`: the marks that count as the first full paint; without them that is all there is to it. */
export async function visit(context: BrowserContext, site: Site, name: PageName, size: Size, awaited: readonly string[] | null): Promise<Visit> {
  const page = await context.newPage();
  try {
    // The loader of TypeScript marks functions with their names by a helper that a page lacks.
    await page.addInitScript("globalThis.__name = (named) => named");
    await page.goto(`${site.url}/${name}`);
    await page.evaluate(async (article) => {
      (window as unknown as Measured).article = article;
      await document.fonts.load("18px 'Source Serif 4 Variable'");
    }, documentOf(size));
    const { painted, all } = await page.evaluate((ids) => (window as unknown as Measured).bench.open(ids), awaited ?? []);
    const visible = await page.evaluate(() => (window as unknown as Measured).bench.visible());
    if (awaited === null) return { painted, all, visible, adding: 0, drag: 0, memory: 0 };
    const memory = await memoryOf(page);
    const drag = await dragOver(page);
    const times: number[] = [];
    for (let n = 0; n < ADDITIONS; n += 1) times.push(await page.evaluate(() => (window as unknown as Measured).bench.add()));
    return { painted, all, visible, adding: median(times), drag, memory };
  } finally {
    await page.close();
  }
}

async function memoryOf(page: Page): Promise<number> {
  await page.waitForTimeout(500);
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  for (let i = 0; i < 3; i += 1) await session.send("HeapProfiler.collectGarbage");
  const { metrics } = await session.send("Performance.getMetrics");
  await session.detach();
  return metrics.find(({ name }) => name === "JSHeapUsedSize")?.value ?? Number.NaN;
}

/** Presses in the middle of the window and drags down some lines. */
async function dragOver(page: Page): Promise<number> {
  await page.evaluate(() => {
    const measured = window as unknown as Measured;
    measured.longest = 0;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) measured.longest = Math.max(measured.longest, duration);
    }).observe({ type: "event", durationThreshold: 16 } as PerformanceObserverInit);
  });
  await page.mouse.move(500, 300);
  await page.mouse.down();
  for (let move = 1; move <= MOVES; move += 1) await page.mouse.move(500 + move * 5, 300 + move * 4);
  await page.mouse.up();
  await page.waitForTimeout(200);
  await page.mouse.click(500, 300);
  return page.evaluate(() => (window as unknown as Measured).longest);
}
