import { expect, test, type BrowserContext, type Page } from "@playwright/test";
import { ZipFile } from "yazl";
import { addAll, chooseFiles, expectPreview, looksGood, openRecord, paste, SAVED, textFile, type Chosen } from "./support/import";
import { makeUser, signInAs, sql } from "./support/site";
import { makeStudy, Person } from "./support/study";
import { watch, type Troubles } from "./support/watch";

// A coordinator brings articles in by every way that needs no other machine: what was understood is looked at and put
// right before anything is added, what is refused stands in a report, and a large import can be left and ended.

const PASTED = "Ferry queue doubles\nBy Odd Writer\nThe council bungled the timetable for a third week, passengers said on Monday, and nobody at the town hall would say when the boats come back.\nThe port company kept two boats running through the night and paid for the fuel itself, its books show.\nYou may also like\nTen harbour walks for a long weekend";
const html = (name: string, text: string): Chosen => ({ name, mimeType: "text/html", buffer: Buffer.from(text) });
const lines = (items: readonly unknown[]): string => items.map((item) => (typeof item === "string" ? item : JSON.stringify(item))).join("\n");
const zip = (files: Record<string, Buffer>): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const made = new ZipFile();
    for (const [name, bytes] of Object.entries(files)) made.addBuffer(bytes, name);
    made.end();
    const parts: Buffer[] = [];
    made.outputStream.on("data", (part: Buffer) => parts.push(part)).on("end", () => resolve(Buffer.concat(parts))).on("error", reject);
  });
const sentence = (n: number): string => `In the ${n}th week the ferry company of harbour ${n * 7} counted ${n * 13} passengers and lost ${n % 29} crates of mail.`;

const TOLL = `Toll raised again\n${sentence(51)} ${sentence(52)} ${sentence(53)} ${sentence(54)}`;

test.describe.configure({ mode: "default", timeout: 120_000 });
let context: BrowserContext, page: Page, troubles: Troubles, lead: Person, study: { id: string; path: string };

test.beforeAll(async ({ browser, baseURL }) => {
  context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce", acceptDownloads: true });
  troubles = await watch(context);
  lead = await Person.of(baseURL!, await signInAs(context, baseURL!, await makeUser("Ida Orm")));
  study = await makeStudy(lead, { name: "Quay study", text: "Another article\nwith a line." });
  page = await context.newPage();
});
test.afterAll(async () => {
  await context.close();
  await lead.end();
  expect(troubles.list).toEqual([]);
});

const tally = (name: RegExp) => page.getByRole("group", { name: "Records by what they are" }).getByRole("button", { name });
test("a pasted article is read by itself, put right and added", async () => {
  await page.goto(`${study.path}/articles/new`);
  await looksGood(page, "ways");
  await paste(page, PASTED);
  await expectPreview(page);
  await expect(page.getByRole("list", { name: "Records" })).toContainText("Ferry queue doubles");
  await expect(page.locator(".doc .chrome").first()).toContainText("You may also like");
  await page.getByRole("button", { name: /^Block 5: / }).click();
  await page.getByRole("menuitem", { name: "All paragraphs", exact: true }).click();
  await expect(page.locator(".doc .chrome")).toHaveCount(0);
  await page.getByRole("button", { name: "Correct the text" }).click();
  await page.getByLabel("The text").fill(`${PASTED}\nA last line was added by hand.`);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.locator(".doc")).toContainText("A last line was added by hand.");
  await page.getByLabel("Outlet", { exact: true }).fill("Harbour Ledger");
  await addAll(page, 1);
  expect(await sql("SELECT a.title, o.name FROM article a JOIN outlet o ON o.id = a.outlet_id WHERE a.project_id = $1 AND a.title = 'Ferry queue doubles'", [study.id])).toEqual([{ title: "Ferry queue doubles", name: "Harbour Ledger" }]);
});

test("a saved page says what was read where; a date that can be read in two ways is chosen", async () => {
  await chooseFiles(page, study.path, [html("quay.html", SAVED)]);
  await expect(tally(/needs a look/)).toContainText("1");
  await expect(page.getByRole("list", { name: "Records" })).toContainText("date unclear");
  await expect(page.getByLabel("Publisher", { exact: true })).toHaveValue("Saltmarsh Weekly");
  await expect(page.getByText("can be read two ways")).toBeVisible();
  await looksGood(page, "preview");
  await page.getByRole("radiogroup", { name: "Published" }).getByText("6 May 2024").click();
  await expect(tally(/new article/)).toContainText("1");
  const chrome = page.locator(".doc .chrome", { hasText: "Ten harbour walks" });
  await expect(chrome).toBeVisible();
  await addAll(page, 1);
  await page.getByRole("link", { name: "Open the article" }).click();
  await expect(page.locator(".doc .chrome", { hasText: "Menu of the site" })).toBeVisible();
  const raw = await context.request.get((await page.getByRole("link", { name: "quay.html" }).getAttribute("href"))!);
  expect([raw.headers()["content-type"], await raw.text()]).toEqual([expect.stringMatching(/^text\/plain/), SAVED]);
  expect(await sql("SELECT to_char(published_on, 'YYYY-MM-DD') AS day, byline FROM article WHERE project_id = $1 AND title = 'Quay closes early'", [study.id])).toEqual([{ day: "2024-05-06", byline: "Runa Holt" }]);
});

test("a ZIP with a good and a bad file adds the good one and names the other", async () => {
  const archive = await zip({ "town/good.txt": Buffer.from(`Market moves to the square\n${sentence(4)} ${sentence(5)}`), "town/bad.txt": Buffer.from([0x54, 0x6f, 0x77, 0x6e, 0x20, 0xe9, 0x0a]) });
  await chooseFiles(page, study.path, [{ name: "town.zip", mimeType: "application/zip", buffer: archive }]);
  await expect(tally(/refused/)).toContainText("1");
  await tally(/refused/).click();
  await expect(page.getByRole("list", { name: "Records" }).getByRole("listitem")).toHaveCount(1);
  await openRecord(page, /town\/bad\.txt/);
  await expect(page.getByRole("alert").getByText(/UTF-8/)).toBeVisible();
  await looksGood(page, "refused");
  await addAll(page, 1);
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Report (CSV)" }).click()]);
  const report = await (await download.createReadStream()).toArray().then((parts) => Buffer.concat(parts as Buffer[]).toString("utf8"));
  expect(report.split("\n").find((line) => line.includes("town/bad.txt"))).toMatch(/refused.*UTF-8/);
  expect(report).toContain("town/good.txt");
});

test("a CSV with columns of its own is mapped once, and the mapping is remembered", async () => {
  const table = (first: string) => `kopf,wortlaut,blatt\n"${first}","${first}\n${[1, 2, 3, 4, 5].map((n) => sentence(first.length + n)).join(" ")}",The Daily Tern\n`;
  await page.goto(`${study.path}/articles/new`);
  await page.getByLabel("Files", { exact: true }).setInputFiles([{ name: "june.csv", mimeType: "text/csv", buffer: Buffer.from(table("Toll on the free ferry")) }]);
  await page.getByLabel("What wortlaut carries").selectOption("text");
  await page.getByLabel("What kopf carries").selectOption("title");
  await page.getByLabel("What blatt carries").selectOption("outlet");
  await looksGood(page, "columns");
  await page.getByRole("button", { name: "Read again" }).click();
  await expect(tally(/new article/)).toContainText("1");
  await expect(page.getByLabel("Outlet", { exact: true })).toHaveValue("The Daily Tern");
  await addAll(page, 1);
  await chooseFiles(page, study.path, [{ name: "july.csv", mimeType: "text/csv", buffer: Buffer.from(table("Bells over the water")) }]);
  await expect(tally(/new article/)).toContainText("1");
  await expect(page.getByLabel("Outlet", { exact: true })).toHaveValue("The Daily Tern");
});

test("JSON lines with a copy and a refused record: the copy joins its work", async () => {
  const file = lines([{ title: "Toll raised again", text: TOLL, outlet: "Harbour Ledger" }, { title: "Toll raised again", text: TOLL, publisher: "North Bank Bulletin" }, "{ not json", { title: "Divers find older repairs", text: `Divers find older repairs\n${sentence(11)} ${sentence(12)} ${sentence(13)}` }]);
  await chooseFiles(page, study.path, [{ name: "june.jsonl", mimeType: "application/jsonl", buffer: Buffer.from(file) }]);
  await expect(tally(/cop(y|ies)/)).toContainText("1");
  await expect(tally(/refused/)).toContainText("1");
  await looksGood(page, "copies");
  await addAll(page, 3);
  await expect(page.getByText("1 joined a work as a copy.")).toBeVisible();
  await looksGood(page, "done");
  await page.getByRole("link", { name: "To the articles" }).click();
  await expect(page.getByRole("row", { name: /Toll raised again/ }).first()).toContainText("2 articles carry these words");
});

test("a change that somebody else made first is shown, and what was typed stays", async () => {
  await chooseFiles(page, study.path, [textFile("council.txt", `Council meets in the fish hall\n${sentence(21)} ${sentence(22)}`)]);
  const importId = page.url().split("/").at(-1)!;
  await expect(page.getByLabel("Title", { exact: true })).toHaveValue("Council meets in the fish hall");
  const row = await lead.do<{ version: number }>("GET", `/projects/${study.id}/imports/${importId}/rows/0`);
  await lead.do("PATCH", `/projects/${study.id}/imports/${importId}/rows/0`, { version: row.version, fields: { outletName: "Estuary Radio News" } });
  await page.getByLabel("Byline", { exact: true }).fill("Sefa Lund");
  await page.getByLabel("Byline", { exact: true }).blur();
  await expect(page.getByText("Somebody changed this record meanwhile")).toBeVisible();
  await expect(page.getByLabel("Outlet", { exact: true })).toHaveValue("Estuary Radio News");
  await expect(page.getByLabel("Byline", { exact: true })).toHaveValue("Sefa Lund");
  await page.getByRole("button", { name: "Save mine over it" }).click();
  await expect(page.getByText("Somebody changed this record meanwhile")).toHaveCount(0);
  await page.reload();
  await expect(page.getByLabel("Byline", { exact: true })).toHaveValue("Sefa Lund");
  await page.getByRole("button", { name: "Leave it out" }).click();
  await expect(tally(/left out/)).toContainText("1");
  await page.getByRole("button", { name: "Take it after all" }).click();
  await addAll(page, 1);
});

test("a large import survives a reload, pauses, goes on and is ended; what was added stays", async () => {
  const file = lines(Array.from({ length: 6_000 }, (_, n) => ({ title: `Harbour log ${n}`, text: `Harbour log ${n}\n${Array.from({ length: 6 }, (_, i) => sentence(n * 6 + i)).join(" ")}` })));
  await chooseFiles(page, study.path, [{ name: "log.jsonl", mimeType: "application/jsonl", buffer: Buffer.from(file) }]);
  await page.getByRole("button", { name: /^Add/ }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Adding" })).toBeVisible();
  await page.getByRole("button", { name: "Pause" }).click();
  await expect(page.getByRole("button", { name: "Go on" })).toBeVisible();
  await looksGood(page, "paused");
  await page.reload();
  await expect(page.getByText("Paused.").first()).toBeVisible();
  const before = (await sql<{ n: number }>("SELECT count(*)::int AS n FROM article WHERE project_id = $1", [study.id]))[0]!.n;
  expect(before).toBeLessThan(6_000);
  await page.getByRole("button", { name: "Go on" }).click();
  await expect.poll(async () => (await sql<{ n: number }>("SELECT count(*)::int AS n FROM article WHERE project_id = $1", [study.id]))[0]!.n).toBeGreaterThan(before);
  await page.getByRole("button", { name: "Cancel" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "End the import…" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Cancelled" })).toBeVisible();
  const [row] = await sql<{ n: number; dup: number }>("SELECT count(*)::int AS n, (count(*) - count(DISTINCT title))::int AS dup FROM article WHERE project_id = $1 AND title LIKE 'Harbour log%'", [study.id]);
  expect(row!.dup).toBe(0);
  expect(row!.n).toBeLessThan(6_000);
  await page.goto(`${study.path}/articles/new`);
  await expect(page.getByRole("listitem").filter({ hasText: "log.jsonl" })).toContainText("Cancelled");
});
