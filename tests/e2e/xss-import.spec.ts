import { expect, test, type BrowserContext, type Page } from "@playwright/test";
import { ZipFile } from "yazl";
import { EVIL, expectDead, look } from "./support/dead";
import { chooseFiles, expectPreview, paste } from "./support/import";
import { makeUser, signInAs, sql } from "./support/site";
import { makeStudy, Person } from "./support/study";
import { watch, type Troubles } from "./support/watch";

// Pages, names of files, columns of tables and reasons of refusals come from strangers. On the way through an import
// and behind it they are words: nothing of them runs, whatever a parser or a browser makes of the markup.

/** Markup that becomes another when it is written out and read again, and shapes that slipped through filters. */
const MUTATING = [
  `<svg></p><style><a id="</style><img src=1 onerror=window.__xss=20>">`,
  `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=window.__xss=21&gt;">`,
  `<noscript><p title="</noscript><img src=x onerror=window.__xss=22>">`,
  `<form><math><mtext></form><form><mglyph><svg><mtext><style><path id="</style><img onerror=window.__xss=23 src>">`,
  `<template><script>window.__xss=24</script></template><xmp><p title="</xmp><svg/onload=window.__xss=24>">`,
  `<a href="jav&#x09;ascript:window.__xss=25">a</a><a href="data:text/html,<script>parent.__xss=25</script>">b</a><base href="javascript:window.__xss=25//">`,
  `<iframe srcdoc="&lt;script&gt;parent.__xss=26&lt;/script&gt;"></iframe><object data="data:text/html,<script>1</script>"></object><embed src="javascript:window.__xss=26">`,
  `<meta http-equiv="refresh" content="0;url=javascript:window.__xss=27"><link rel="stylesheet" href="javascript:window.__xss=27">`,
  `<img src=x onerror=window.__xss=28><details open ontoggle=window.__xss=28><video><source onerror=window.__xss=28></video><marquee onstart=window.__xss=28>`,
  `<textarea><img title="</textarea><img src=x onerror=window.__xss=29>"></textarea><title><img title="</title><img src=x onerror=window.__xss=29>"></title>`,
  `&lt;img src=x onerror=window.__xss=30&gt;&amp;lt;script&amp;gt;window.__xss=30&amp;lt;/script&amp;gt;`,
  `<script type="application/ld+json">{"@type":"NewsArticle","headline":"</script><script>window.__xss=31</script>","author":"<svg onload=window.__xss=31>"}</script>`,
] as const;
const BODY = "The ferry was shut at noon because two of the old piles had moved in the storm, and the boats were sent to the north side of the harbour for the night.";
const page_ = (evil: string, n: number): string => `<!doctype html><html><head><meta charset="utf-8"><title>${evil} ${n}</title><meta property="og:site_name" content="${evil.replaceAll('"', "&quot;")}"><meta name="author" content="${evil.replaceAll('"', "&quot;")}"></head><body><article><h1>Ferry shut ${n} ${evil}</h1><p>By ${evil}</p><p>${n} ${BODY}</p>${evil}<p>${n} ${BODY} ${evil}</p></article><footer>${evil}</footer></body></html>`;
const chosen = (name: string, mimeType: string, text: string | Buffer) => ({ name, mimeType, buffer: Buffer.from(text) });

test.describe.configure({ mode: "serial", timeout: 180_000 });
let context: BrowserContext, page: Page, troubles: Troubles, lead: Person, study: { id: string; path: string };
test.beforeAll(async ({ browser, baseURL }) => {
  context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  troubles = await watch(context);
  lead = await Person.of(baseURL!, await signInAs(context, baseURL!, await makeUser("Ola Trap")));
  study = await makeStudy(lead, { name: "Traps", text: "One article\nwith a line." });
  page = await context.newPage();
});
test.afterAll(async () => {
  await context.close();
  await lead.end();
  expect(troubles.list).toEqual([]);
});

/** Every record of the open import, one after another. */
async function openAll(where: string): Promise<void> {
  const records = page.getByRole("list", { name: "Records" }).getByRole("button");
  await expect(records.first()).toBeVisible();
  const n = await records.count();
  for (let i = 0; i < n; i += 1) {
    await records.nth(i).click();
    await expect(page.locator(".both > .prev .sk")).toHaveCount(0);
    await expectDead(page, `${where}, record ${i}`);
  }
}
async function addWhatThereIs(): Promise<void> {
  await page.getByRole("button", { name: /^Add \d/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Added", exact: true })).toBeVisible({ timeout: 30_000 });
  await expectDead(page, "after adding");
}

test("hostile pages go through preview and adding as words", async () => {
  const pages = [...MUTATING, ...EVIL].map((evil, n) => chosen(`${n} ${evil.replaceAll("/", "∕").slice(0, 60)}.html`, "text/html", page_(evil, n)));
  await chooseFiles(page, study.path, pages);
  await openAll("pages");
  await addWhatThereIs();
  expect((await sql<{ n: number }>("SELECT count(*)::int AS n FROM article WHERE project_id = $1", [study.id]))[0]!.n).toBeGreaterThan(12);
});

test("names inside of archives, columns, cells and what is refused are words", async () => {
  const archive = new ZipFile();
  for (const [n, evil] of EVIL.entries()) {
    archive.addBuffer(Buffer.from([0xff, 0xe9, 0x41]), `${evil.replaceAll(/[\\:]/gu, "_").replace(/^\/+/u, "")}/${n}.txt`);
    archive.addBuffer(Buffer.from(`${evil}\nBy ${evil}\n${BODY} ${n + 40}\nSource: ${evil}`), `${n}.txt`);
  }
  archive.end();
  const parts: Buffer[] = [];
  for await (const part of archive.outputStream) parts.push(part as Buffer);
  const zipped = Buffer.concat(parts);
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const csv = [["text", EVIL[0], EVIL[4]].map(quoted).join(","), ...EVIL.map((evil, n) => [`${evil}\n${BODY} ${n + 60}`, evil, evil].map(quoted).join(","))].join("\n");
  const jsonl = [...EVIL.map((evil, n) => JSON.stringify({ title: evil, text: `${evil}\n${BODY} ${n + 80}`, byline: evil, outlet: evil, publisher: evil, url: evil, publishedOn: evil, language: evil, genre: evil, [evil]: evil })), ...EVIL].join("\n");
  await chooseFiles(page, study.path, [chosen(`${EVIL[3]}.zip`.replaceAll("/", "∕"), "application/zip", zipped), chosen("cells.csv", "text/csv", csv), chosen("lines.jsonl", "application/jsonl", jsonl)]);
  await page.getByRole("button", { name: "Change", exact: true }).click();
  await expectDead(page, "columns");
  await openAll("names");
  await addWhatThereIs();
});

test("what is pasted as HTML, and every page that shows what came in, stays words", async () => {
  await page.goto(`${study.path}/articles/new`);
  await paste(page, `Ferry shut\n${BODY}`, `<html><body><!--StartFragment-->${page_(MUTATING.join(""), 99)}<!--EndFragment--></body></html>`);
  await expectPreview(page);
  await openAll("pasted");
  await addWhatThereIs();
  const found = await sql<{ id: string }>("SELECT id FROM article WHERE project_id = $1 ORDER BY id", [study.id]);
  for (const address of ["/articles/new", "/articles", "/articles?order=newest", "/outlets", "/progress", "/stance"]) await look(page, study.path + address);
  for (const { id } of found) await look(page, `${study.path}/articles/${id}`);
  for (const { id } of await sql<{ id: string }>("SELECT id FROM import WHERE project_id = $1", [study.id])) {
    await look(page, `${study.path}/articles/imports/${id}`);
    const report = await context.request.get(`/api/v1/projects/${study.id}/imports/${id}/report.csv`);
    expect(report.headers()["content-type"]).toMatch(/^text\/csv/);
    expect(report.headers()["content-disposition"]).toMatch(/^attachment/);
  }
});
