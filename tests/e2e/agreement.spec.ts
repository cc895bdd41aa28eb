import { expect, test, type BrowserContext, type Page } from "@playwright/test";
import { SaxesParser } from "saxes";
import { newId } from "@/lib/kernel/id";
import type { UnitRecord } from "@/tests/support/agreement/naive";
import { recomputed } from "@/tests/support/agreement/recompute";
import { parseCsv } from "@/tests/support/parse-csv";
import { makeMember, makeUser, signInAs, sql } from "./support/site";
import { Person } from "./support/study";
import { expectAccessible, expectNoOverflow, shot, watch, type Troubles } from "./support/watch";

// Three people submit the same articles; what the page says of them, its choices, its files.

const TEXT = "Ferry queue doubles\nThe council bungled the timetable for a third week, passengers said.\nThe port company patched the pier with its own hands and paid the crew.\nNobody at the council answered the telephone on Monday.";
/** What each of the three marks: words, framing, target. They differ as people do. */
const MARKS = [
  [["bungled the timetable", "critical", 0], ["patched the pier with its own hands", "advocacy", 1], ["Nobody at the council answered", "critical", 0]],
  [["bungled the timetable for a third week", "critical", 0], ["patched the pier", "advocacy", 1]],
  [["bungled", "critical", 0], ["paid the crew", "neutral", 1], ["answered the telephone", "neutral", 0], ["patched the pier with its own hands", "advocacy", 1]],
] as const;
const ARTICLES = 4;

test.describe.configure({ mode: "serial" });
let context: BrowserContext, page: Page, troubles: Troubles, lead: Person;
let path: string, projectId: string;
const targets: string[] = [];
const coders: { http: Person; memberId: string; name: string }[] = [];

test.beforeAll(async ({ browser, baseURL }) => {
  context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" });
  troubles = await watch(context);
  lead = await Person.of(baseURL!, await signInAs(context, baseURL!, await makeUser("Ada Lund")));
  projectId = (await lead.do<{ id: string }>("POST", "/projects", { name: "Ferry agreement", kind: "research" })).id;
  path = `/p/${projectId}/agreement`;
  for (const name of ["Town council", "Port company"]) targets.push((await lead.do<{ id: string }>("POST", `/projects/${projectId}/targets`, { name })).id);
  for (let n = 1; n <= ARTICLES; n++) await lead.do("POST", `/projects/${projectId}/articles`, { text: TEXT.replace("Ferry queue doubles", `Ferry queue doubles, part ${n}`), outletName: "The Daily Tern" });
  for (const name of ["Heron", "Tern", "Wader"]) {
    const user = await makeUser(name);
    const memberId = await makeMember(projectId, user, "annotator", name);
    const seat = await browser.newContext();
    coders.push({ http: await Person.of(baseURL!, await signInAs(seat, baseURL!, user)), memberId, name });
    await seat.close();
  }
  page = await context.newPage();
});
test.afterAll(async () => {
  await context.close();
  for (const one of [lead, ...coders.map((coder) => coder.http)]) await one.end();
  expect(troubles.list).toEqual([]);
});

type Open = { id: string; revision: string; text: string };

/** Marks and submits all articles of one of the three; in every other article they leave their last mark out. */
async function work(n: number): Promise<void> {
  const open = await sql<Open>("SELECT a.id, r.id AS revision, r.text FROM assignment a JOIN article ar ON ar.id = a.article_id JOIN revision r ON r.id = ar.current_revision_id WHERE a.project_id = $1 AND a.member_id = $2 ORDER BY ar.created_at", [projectId, coders[n]!.memberId]);
  for (const [index, one] of open.entries()) {
    for (const [quote, framing, target] of index % 2 === 0 ? MARKS[n]! : MARKS[n]!.slice(0, -1)) {
      const start = one.text.indexOf(quote);
      await coders[n]!.http.do("POST", `/projects/${projectId}/assignments/${one.id}/spans`, { id: newId(), revisionId: one.revision, parts: [{ start, end: start + quote.length, quote }], targetId: targets[target], framing, voice: "own" });
    }
    for (const targetId of targets) await coders[n]!.http.do("PUT", `/projects/${projectId}/assignments/${one.id}/judgements/${targetId}`, { version: 0, value: n === 2 && index === 0 ? 1 : -1 });
    await coders[n]!.http.do("POST", `/projects/${projectId}/assignments/${one.id}/submit`, { version: 0 });
  }
}

const title = () => page.getByRole("heading", { level: 1 });
const row = (table: string, name: string) => page.getByRole("table", { name: table }).getByRole("row", { name: new RegExp(`^${name}`) });

test("says what is missing while there is nothing to compare, and with one annotator", async () => {
  await page.goto(path);
  await expect(title()).toHaveText("Nothing is submitted yet");
  await expectAccessible(page, "nothing submitted");
  await lead.do("POST", `/projects/${projectId}/assignments`, { all: true, everyone: true });
  await work(0);
  await page.reload();
  await expect(title()).toHaveText("Only one annotator has submitted");
  await expect(page.getByRole("row", { name: /^Only one annotator on the article/ })).toContainText("4");
});

test("shows the figures once others have submitted, with all that belongs beside them", async () => {
  for (const n of [1, 2]) await work(n);
  await page.goto(path);
  await expect(title()).toHaveText(/^On framing, you agree/);
  await expect(page.locator(".ag-lead .big:visible")).toHaveText(/^−?[01]\.\d\d$/);
  await expect(page.locator(".ag-lead")).toContainText("of the time; chance alone would give");
  await expect(page.locator(".ag-caveats")).toContainText("Only 4 articles");
  for (const name of ["Where marks stand", "Framing", "Target", "Article as a whole"]) await expect(row("Layer by layer", name)).toContainText(/[01]\.\d\d|undefined/);
  for (const name of ["critical", "neutral", "advocacy"]) await expect(row("Label by label", name)).toBeVisible();
  await expect(page.getByRole("img", { name: "Who agrees with whom" })).toBeVisible();
  await expect(row("How much each one marks", "Heron")).toContainText("4");
  await expect(page.getByText("What cost most")).toBeVisible();
  for (const [width, name] of [[1440, "wide"], [390, "phone"]] as const) {
    await page.setViewportSize({ width, height: 900 });
    for (const scheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme: scheme });
      await expectAccessible(page, `agreement ${name} ${scheme}`);
      await shot(page, `agreement-${name}-${scheme}`);
    }
    await expectNoOverflow(page, `agreement ${name}`);
  }
  await page.emulateMedia({ colorScheme: "light" });
  for (const width of [390, 1440]) {
    await page.setViewportSize({ width, height: 3600 });
    await shot(page, `agreement-long-${width}`);
  }
  await page.setViewportSize({ width: 1440, height: 900 });
});

test("a choice changes the address and the figures, and can be taken back", async () => {
  const before = await page.locator(".ag-lead .big:visible").innerText();
  await page.getByRole("navigation", { name: "What is compared" }).getByRole("link", { name: "Where marks stand" }).click();
  await page.waitForURL(/layer=place/);
  await expect(title()).toHaveText(/^On where marks stand/);
  await page.goBack();
  await expect(title()).toHaveText(/^On framing/);
  await page.getByRole("combobox", { name: "Target" }).selectOption({ label: "Port company" });
  await page.getByRole("button", { name: "Show" }).click();
  await page.waitForURL(new RegExp(`targetIds=${targets[1]}`));
  await expect(page.getByRole("row", { name: /^Target by target/ })).toHaveCount(0);
  await expect(page.locator(".ag-lead .big:visible")).not.toHaveText(before);
  await page.goto(`${path}?names=hidden`);
  await expect(page.getByRole("main").getByText("Heron")).toHaveCount(0);
  await expect(page.getByRole("table", { name: "How much each one marks" }).getByRole("rowheader", { name: "A", exact: true })).toBeVisible();
});

/** What a link on the page leads to, as the signed-in reader gets it. */
async function fileOf(name: string): Promise<{ type: string; bytes: Buffer; text: string }> {
  const href = await page.getByRole("link", { name, exact: true }).getAttribute("href");
  const answer = await context.request.get(href!);
  expect(answer.status(), name).toBe(200);
  const bytes = await answer.body();
  return { type: answer.headers()["content-type"]!, bytes, text: bytes.toString("utf8") };
}

test("every figure is to be had as CSV, SVG and PNG, which say what they rest on", async () => {
  await page.goto(path);
  for (const title of ["Layer by layer", "Label by label", "Target by target", "Other coefficients", "Who agrees with whom", "What one says where another says something", "Week by week", "How much each one marks", "What cost most"]) {
    const csv = parseCsv((await fileOf(`${title} as CSV`)).text.replace("\uFEFF", ""));
    const facts = new Map(csv.filter(([first]) => first?.startsWith("# ")).map(([name, value]) => [name!.slice(2), value]));
    for (const fact of ["choice", "n", "interval", "data_version", "date"]) expect(facts.get(fact), `${title}: ${fact}`).toBeTruthy();
    const rows = csv.filter(([first]) => !first?.startsWith("# "));
    expect(rows.every((cells) => cells.length === rows[0]!.length), title).toBe(true);
    const svg = await fileOf(`${title} as SVG`);
    expect(svg.type).toContain("image/svg+xml");
    expect(() => new SaxesParser({ xmlns: true }).write(svg.text).close(), title).not.toThrow();
    expect(svg.text).toContain(facts.get("data_version")!);
    const png = await fileOf(`${title} as PNG`);
    expect([...png.bytes.subarray(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    expect(png.bytes.includes("iTXtdata_version")).toBe(true);
    expect(png.bytes.length).toBeGreaterThan(3_000);
  }
});

test("what the page shows is what a second program counts from its own data", async () => {
  const [columns, ...rows] = parseCsv((await fileOf("The data as CSV")).text.replace("\uFEFF", ""));
  const records = rows.map((cells): UnitRecord => Object.fromEntries(columns!.map((column, i) => [column, cells[i] ?? ""])));
  const again = recomputed(records, targets);
  const two = (value: number | null): string => (value === null ? "undefined" : value.toFixed(2).replace("-", "−"));
  const framing = again.framing("ordinal");
  await expect(page.locator(".ag-lead .big:visible")).toHaveText(two(framing.value));
  await expect(page.locator(".ag-lead .x12").first()).toHaveText(`${two(framing.low)} to ${two(framing.high)}`);
  await expect(row("Layer by layer", "Where marks stand")).toContainText(two(again.place().value));
  await expect(row("Layer by layer", "Article as a whole")).toContainText(two(again.judgement().value));
  for (const [k, name] of ["critical", "neutral", "advocacy"].entries()) await expect(row("Label by label", name)).toContainText(two(again.framingLabel(k).value));
  for (const [index, name] of ["Town council", "Port company"].entries()) await expect(row("Target by target", name)).toContainText(two(again.framing("ordinal", { target: targets[index]! }).value));
});

test("the report has a methods paragraph with sources, and nothing but the report on paper", async () => {
  await page.getByRole("link", { name: "Reliability report" }).click();
  await expect(title()).toHaveText("Reliability report");
  const methods = page.locator(".ag-methods");
  for (const part of ["3 annotators coded 4 articles", "first submissions", "Krippendorff et al. 2016", "95 %", "delete-one jackknife", "computed with Slantwise"]) await expect(methods).toContainText(part);
  await expect(page.locator(".ag-refs")).toContainText("Quality & Quantity");
  await expectAccessible(page, "reliability report");
  await shot(page, "reliability-report");
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("banner")).toBeHidden();
  await expect(page.locator(".ag-files").first()).toBeHidden();
  await expect(page.getByRole("table", { name: "Layer by layer" })).toBeVisible();
  const folder = process.env["SLANTWISE_SHOTS"];
  if (folder) await page.pdf({ path: `${folder}/reliability-report.pdf`, format: "A4", printBackground: true });
  await page.emulateMedia({ media: "screen" });
});

test("by the keyboard alone: a layer, a table, the passages of a cause", async () => {
  await page.goto(path);
  const target = page.getByRole("navigation", { name: "What is compared" }).getByRole("link", { name: "Target" });
  await target.focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/layer=target/);
  // A navigation that is cut short by the next one is done again by the framework, over the next one.
  await expect(target).toHaveAttribute("aria-current", "page");
  await page.goto(path);
  const cause = page.locator(".ag-causes summary", { hasText: "Marked by some only" });
  await cause.focus();
  await page.keyboard.press("Enter");
  const passage = page.locator(".ag-causes details[open] a").first();
  await expect(passage).toBeVisible();
  expect(await passage.getAttribute("href")).toMatch(/adjudicate\/[0-9a-f-]{36}\?at=\d+$/);
});

test("the sample project shows its figures, or says what is missing", async () => {
  const [sample] = await sql<{ id: string }>("SELECT id FROM project WHERE is_sample");
  const [user] = await sql<{ id: string }>("SELECT user_id AS id FROM member WHERE project_id = $1 AND role = 'coordinator'", [projectId]);
  const member = await makeMember(sample!.id, user!.id, "observer", "Ada Lund");
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(`/p/${sample!.id}/agreement`);
  await expect(title()).toHaveText(/^On framing, (you agree|agreement is undefined)/);
  await expectAccessible(page, "sample project");
  await shot(page, "agreement-sample");
  await page.goto(`/p/${sample!.id}/agreement?layer=place`);
  await shot(page, "agreement-sample-place");
  // The sample project is left as it was found.
  await sql("DELETE FROM member WHERE id = $1", [member]);
});

test("a class sees counts alone, and no report", async () => {
  const lesson = await lead.do<{ id: string }>("POST", "/projects", { name: "Ferry lesson", kind: "class" });
  await page.goto(`/p/${lesson.id}/agreement`);
  await expect(title()).toHaveText("Nobody in the class has submitted yet");
  expect((await lead.page(`/p/${lesson.id}/agreement/report`)).status()).toBe(404);
  expect((await lead.ask("GET", `/projects/${lesson.id}/agreement/figures.csv?figure=layers`)).status()).toBe(404);
});

test("is nothing to annotators, and to strangers", async () => {
  expect((await coders[0]!.http.page(path)).status()).toBe(404);
  expect((await coders[0]!.http.ask("GET", `/projects/${projectId}/agreement/figures.svg?figure=pairs`)).status()).toBe(403);
});
