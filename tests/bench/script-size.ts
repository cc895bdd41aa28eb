import { chromium, type Browser } from "@playwright/test";
import { CHROMIUM_FLAGS, findChromium } from "@/tests/support/chromium";
import type { Bed, Line } from "./bed";

type Cookie = { readonly name: string; readonly value: string; readonly url: string };

/** Compressed bytes of the scripts that a page loads at first, in kB, as they come over the network. */
async function scripts(browser: Browser, url: string, cookie: Cookie): Promise<number> {
  const context = await browser.newContext();
  await context.addCookies([cookie]);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  const [sizes, kinds] = [new Map<string, number>(), new Map<string, string>()];
  session.on("Network.responseReceived", ({ requestId, type }) => kinds.set(requestId, type));
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => sizes.set(requestId, encodedDataLength));
  // The live stream never ends, so the network is never idle.
  await page.goto(url, { waitUntil: "load" });
  await page.waitForTimeout(2000);
  await context.close();
  return [...sizes].reduce((sum, [id, size]) => sum + (kinds.get(id) === "Script" ? size : 0), 0) / 1000;
}

/** What the annotate page loads beyond a page that is not there, and beyond another page of the project, of the same build. */
export async function scriptSize({ world, ours }: Bed): Promise<Line[]> {
  const { executablePath, env } = findChromium();
  const browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS, env: { ...(process.env as Record<string, string>), ...env } });
  try {
    const [name = "", value = ""] = world.cookie.split("=");
    const size = (path: string): Promise<number> => scripts(browser, ours.base + path, { name, value, url: ours.base });
    const [missing, beside, whole] = [await size("/not-there"), await size(`/p/${world.projectId}/stance`), await size(`/p/${world.projectId}/annotate/${world.short.assignmentId}`)];
    const line = (reference: number, of: string): Line => ({ what: `Script of the annotate page, above ${of}`, unit: "kB", goal: { atMost: 200 }, reference: `${reference.toFixed(0)} kB`, ours: `${whole.toFixed(0)} kB`, value: whole - reference });
    return [line(missing, "a page that is not there"), line(beside, "another page of the project")];
  } finally {
    await browser.close();
  }
}
