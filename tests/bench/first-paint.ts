import { chromium, type BrowserContext, type Page } from "@playwright/test";
import { rows } from "@/lib/platform/database";
import { CHROMIUM_FLAGS, findChromium } from "@/tests/support/chromium";
import type { Bed, Line } from "./bed";
import { interleaved } from "./statistics";
import type { Desk } from "./world";

const DRAGS = 5;
const MOVES = 30;

interface Watched {
  /** Milliseconds from the start of the navigation to the frame after the one that drew what is waited for. */
  painted: Promise<number>;
  events: { name: string; duration: number }[];
}

/** Runs in the page before anything of ours. */
function watch(selector: string): void {
  const page = window as unknown as Watched;
  page.events = [];
  new PerformanceObserver((list) => {
    for (const { name, duration } of list.getEntries()) page.events.push({ name, duration });
  }).observe({ type: "event", buffered: true, durationThreshold: 16 } as PerformanceObserverInit);
  page.painted = new Promise((resolve) => {
    const look = () => {
      if (document.querySelector(selector) === null) requestAnimationFrame(look);
      else requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now())));
    };
    requestAnimationFrame(look);
  });
}

async function visit(context: BrowserContext, url: string, selector: string): Promise<{ page: Page; painted: number }> {
  const page = await context.newPage();
  // The loader of TypeScript marks functions with their names by a helper that a page lacks.
  await page.addInitScript("globalThis.__name = (named) => named");
  await page.addInitScript(watch, selector);
  await page.goto(url, { waitUntil: "commit" });
  return { page, painted: await page.evaluate(() => (window as unknown as Watched).painted) };
}

/** Drags over some words in the middle of the window and marks them, as a person does. */
async function dragAndMark(page: Page, round: number): Promise<void> {
  const before = await page.locator(".reader mark").count();
  const box = await page.locator(".reader").boundingBox();
  if (box === null) throw new Error("the text is not on the page");
  const [left, top] = [box.x + 60 + round * 20, 300];
  await page.mouse.move(left, top);
  await page.mouse.down();
  for (let move = 1; move <= MOVES; move += 1) await page.mouse.move(left + move * 8, top);
  await page.mouse.up();
  await page.locator(".pop.marking").waitFor();
  for (const key of ["1", "c", "Enter"]) await page.keyboard.press(key);
  await page.locator(".pop.marking").waitFor({ state: "detached" });
  await page.waitForFunction((count) => document.querySelectorAll(".reader mark").length !== count, before);
  await page.keyboard.press("Escape");
  await page.mouse.wheel(0, 900);
  await page.waitForTimeout(300);
}

/**
 * In Chromium: the first paint of 2,000 spans on 100,000 characters against the same article without spans, from the
 * start of the navigation; and the longest input event while words are dragged over and marked there.
 */
export async function firstPaint({ world, ours }: Bed): Promise<Line[]> {
  const { executablePath, env } = findChromium();
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS, env: { ...(process.env as Record<string, string>), ...env } });
  try {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    context.on("request", () => (ours.requests += 1));
    const [name = "", value = ""] = world.cookie.split("=");
    await context.addCookies([{ name, value, url: ours.base }]);
    const address = (desk: Desk) => `${ours.base}/p/${world.projectId}/annotate/${desk.assignmentId}`;
    const last = await rows<{ id: string }>("SELECT span_id AS id FROM span_part WHERE project_id = $1 AND revision_id = $2 ORDER BY start_offset DESC LIMIT 1", [world.projectId, world.marked.article.revisionId]);
    const painted = async (desk: Desk, selector: string) => {
      const seen = await visit(context, address(desk), selector);
      await seen.page.close();
      return seen.painted;
    };
    const lastMark = `.reader mark[data-span~="${last[0]?.id ?? ""}"]`;
    const pair = await interleaved(() => painted(world.plain, ".reader > :last-child"), () => painted(world.marked, lastMark));
    const { page } = await visit(context, address(world.marked), lastMark);
    for (let round = 0; round < DRAGS; round += 1) await dragAndMark(page, round);
    const events = await page.evaluate(() => (window as unknown as Watched).events);
    const longest = events.reduce((most, event) => (event.duration > most.duration ? event : most), { name: "none over 16 ms", duration: 0 });
    return [
      {
        what: "First paint of 2,000 spans", unit: "×", goal: { atMost: 3 }, drift: pair.drift,
        reference: `${pair.reference.toFixed(0)} ms, the same article without`, ours: `${pair.ours.toFixed(0)} ms`, value: pair.ours / pair.reference,
      },
      { what: "Longest input event while marking there", unit: "ms", goal: { atMost: 200 }, reference: "", ours: `${longest.duration.toFixed(0)} ms (${longest.name})`, value: longest.duration },
    ];
  } finally {
    await browser.close();
  }
}
