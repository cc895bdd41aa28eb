import { expect, type Page } from "@playwright/test";
import { expectAccessible, expectNoOverflow, shot } from "./watch";

/** A file as a person chooses it. */
export type Chosen = { name: string; mimeType: string; buffer: Buffer };
/** A text file. */
export const textFile = (name: string, text: string): Chosen => ({ name, mimeType: "text/plain", buffer: Buffer.from(text) });

/** Everything was read and stands there to be looked at. */
export const expectPreview = (page: Page): Promise<void> => expect(page.getByRole("heading", { level: 1, name: "Before anything is added" })).toBeVisible({ timeout: 20_000 });

/** Chooses files on the page for adding articles, and waits until they were read. */
export async function chooseFiles(page: Page, projectUrl: string, files: readonly Chosen[]): Promise<void> {
  await page.goto(`${projectUrl}/articles/new`);
  await page.getByLabel("Files", { exact: true }).setInputFiles([...files]);
  await expectPreview(page);
}

/** Pastes into the field for one article as a browser does: words, and beside them HTML where there is some. */
export async function paste(page: Page, words: string, html = ""): Promise<void> {
  await page.getByLabel("Paste one article").evaluate((field, [text, markup]) => {
    const data = new DataTransfer();
    data.setData("text/plain", text!);
    if (markup) data.setData("text/html", markup);
    field.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  }, [words, html] as const);
}

/** Adds what stands in the preview, and waits until all of it is there. */
export async function addAll(page: Page, n: number): Promise<void> {
  await page.getByRole("button", { name: `Add ${n} article${n === 1 ? "" : "s"}`, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Added", exact: true })).toBeVisible({ timeout: 20_000 });
}

/** Opens a record of the list by the beginning of its title. */
export async function openRecord(page: Page, title: string | RegExp): Promise<void> {
  await page.getByRole("list", { name: "Records" }).getByRole("button", { name: title }).click();
}

/** A page as a browser saves it, of an invented paper, with menus and teasers around the article and a date that can be read in two ways. */
export const SAVED = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Quay closes early | Saltmarsh Weekly</title>
<meta property="og:site_name" content="Saltmarsh Weekly"><link rel="canonical" href="https://saltmarsh.example/news/quay-closes"></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/harbour">Harbour</a></li><li><a href="/letters">Letters</a></li></ul></nav>
<article><h1>Quay closes early</h1><p class="byline">By Runa Holt</p><p>Published 05/06/2024</p>
<p>The harbour master shut the quay at noon on Tuesday because two of the old piles had moved in the storm, and the boats were sent to the north side.</p>
<p>“I do not read my own post, and no mayor does,” she said when she was asked who had known of the letter in which the piles were named.</p>
<p>The inspectors had written to the town hall in April, and their letter lay there for six weeks before anybody opened it, the diary shows.</p></article>
<aside><h2>You may also like</h2><ul><li><a href="/walks">Ten harbour walks for a long weekend</a></li></ul></aside><footer>© 2024 Saltmarsh Weekly</footer></body></html>`;

/** The page as it stands is right on a phone, a tablet and a desk, and in the dark. */
export async function looksGood(page: Page, name: string): Promise<void> {
  for (const width of [320, 820, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await expectNoOverflow(page, `${name} at ${width}`);
    await shot(page, `import-${name}-${width}`);
    await expectAccessible(page, `${name} at ${width}`);
  }
  await page.emulateMedia({ colorScheme: "dark" });
  await expectAccessible(page, `${name}, dark`);
  await shot(page, `import-${name}-dark`);
  await page.emulateMedia({ colorScheme: "light", forcedColors: "active" });
  await expectNoOverflow(page, `${name}, forced colours`);
  await shot(page, `import-${name}-forced`);
  await page.emulateMedia({ colorScheme: "light", forcedColors: "none" });
}
