import { expect, test, type BrowserContext, type Page } from "@playwright/test";
import { SaxesParser } from "saxes";
import { newId } from "@/lib/kernel/id";
import { makeLabel, makeSet } from "@/tests/factories/labels";
import { codebookWith } from "@/tests/factories/questions";
import { parseCsv } from "@/tests/support/parse-csv";
import { makeMember, makeUser, signInAs, sql } from "./support/site";
import { Person } from "./support/study";
import { expectAccessible, expectNoOverflow, shot, watch, type Troubles } from "./support/watch";

// Three outlets over a spring, two coders on everything, one of whom does not see the source: every picture of stance.

const TEXT = "Ferry queue doubles\nThe council bungled the timetable for a third week, passengers said.\nThe port company patched the pier with its own hands and paid the crew.\nNobody at the council answered the telephone on Monday, and the harbour master smirked.";
/** Per outlet: how many works, from which day on, every how many days, and how it frames the fund in each (by turns). */
const OUTLETS = [
  { name: "The Daily Tern", works: 9, first: "2026-03-02", every: 3, frames: ["critical", "critical", "neutral", "critical", "advocacy"] },
  { name: "Quay Standard", works: 6, first: "2026-03-05", every: 5, frames: ["neutral", "advocacy", "critical"] },
  { name: "Lode Valley Post and Harbour Advertiser", works: 2, first: "2026-03-10", every: 7, frames: ["advocacy"] },
  { name: null, works: 1, first: "2026-03-11", every: 1, frames: ["critical"] },
] as const;
const QUOTES = [["passengers said", "Passengers"], ["third week", "Passengers"], ["own hands", "Harbour master"], ["paid the crew", null]] as const;
const GENRES = ["news", "news", "opinion"] as const;

test.describe.configure({ mode: "serial" });
let context: BrowserContext, page: Page, troubles: Troubles, lead: Person, heron: Person;
let path: string, projectId: string, targetId: string;
const labels = [makeLabel("Loaded word"), makeLabel("Irony or mockery of whoever is spoken of"), makeLabel("Guilt by association")];

const dayAfter = (first: string, days: number): string => new Date(Date.parse(first) + days * 86_400_000).toISOString().slice(0, 10);

async function work(name: string, seat: number, baseURL: string, browser: import("@playwright/test").Browser): Promise<Person> {
  const user = await makeUser(name);
  const memberId = await makeMember(projectId, user, "annotator", name);
  const place = await browser.newContext();
  const person = await Person.of(baseURL, await signInAs(place, baseURL, user));
  await place.close();
  await lead.do("POST", `/projects/${projectId}/assignments`, { all: true, memberIds: [memberId] });
  const open = await sql<{ id: string; revision: string; text: string; outlet: string | null }>("SELECT a.id, r.id AS revision, r.text, o.name AS outlet FROM assignment a JOIN article ar ON ar.id = a.article_id JOIN revision r ON r.id = ar.current_revision_id LEFT JOIN outlet o ON o.id = ar.outlet_id WHERE a.project_id = $1 AND a.member_id = $2 ORDER BY ar.created_at, ar.id", [projectId, memberId]);
  for (const [index, one] of open.entries()) {
    const frames = OUTLETS.find((outlet) => outlet.name === one.outlet)!.frames;
    const mark = (quote: string, codes: Record<string, unknown>) => {
      const start = one.text.indexOf(quote);
      return person.do("POST", `/projects/${projectId}/assignments/${one.id}/spans`, { id: newId(), revisionId: one.revision, parts: [{ start, end: start + quote.length, quote }], targetId, voice: "own", ...codes });
    };
    await mark("bungled the timetable", { framing: frames[(index + (seat === 1 && index % 4 === 0 ? 1 : 0)) % frames.length], labelIds: index % 2 === seat ? [labels[index % 3]!.id] : [], device: index % 3 === 0 ? "facts" : "words" });
    if (index % 3 === seat) await mark("patched the pier", { framing: frames[(index + 1) % frames.length] });
    const [quote, speaker] = QUOTES[index % QUOTES.length]!;
    await mark(quote, { framing: index % 2 === 0 ? "critical" : "neutral", voice: "quoted", attribution: "reported", ...(speaker === null ? {} : { speaker }) });
    // Half of Heron's work was done with the source hidden.
    if (seat === 0 && index % 2 === 0) await sql("UPDATE span SET source_blind = true WHERE assignment_id = $1", [one.id]);
    await person.do("POST", `/projects/${projectId}/assignments/${one.id}/submit`, { version: 0 });
  }
  return person;
}

test.beforeAll(async ({ browser, baseURL }) => {
  test.setTimeout(180_000);
  context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" });
  troubles = await watch(context);
  lead = await Person.of(baseURL!, await signInAs(context, baseURL!, await makeUser("Ada Lund")));
  projectId = (await lead.do<{ id: string }>("POST", "/projects", { name: "Ferry pictures", kind: "research" })).id;
  path = `/p/${projectId}/stance/pictures`;
  targetId = (await lead.do<{ id: string }>("POST", `/projects/${projectId}/targets`, { name: "Pier fund", isFocus: false })).id;
  await sql("UPDATE codebook_version SET content = $2 WHERE project_id = $1 AND state = 'published'", [projectId, JSON.stringify(codebookWith([makeSet("Technique", labels, { choice: "multiple" })]))]);
  for (const outlet of OUTLETS)
    for (let n = 0; n < outlet.works; n++) {
      const { id } = await lead.do<{ id: string }>("POST", `/projects/${projectId}/articles`, { text: TEXT.replace("Ferry queue doubles", `Ferry queue doubles, part ${n}, ${outlet.name ?? "found"}`), ...(outlet.name === null ? {} : { outletName: outlet.name }) });
      await sql("UPDATE article SET published_on = $2::date, genre = $3 WHERE id = $1", [id, n === 5 ? null : dayAfter(outlet.first, n * outlet.every), GENRES[n % 3]]);
    }
  page = await context.newPage();
});
test.afterAll(async () => {
  await context.close();
  await lead.end();
  expect(troubles.list).toEqual([]);
});

const section = (title: string) => page.getByRole("region", { name: title });

test("says of each picture why it is not there while nothing is submitted", async () => {
  await page.goto(path);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("More pictures of stance toward Pier fund");
  await expect(section("How much is marked, and which way")).toContainText("No counted work addresses Pier fund under this choice.");
  await expect(page.getByRole("region").filter({ has: page.locator(".refused") })).toHaveCount(8);
  await expectAccessible(page, "no pictures");
});

test("draws every picture with its title, its description and a table of the same numbers", async ({ browser, baseURL }) => {
  test.setTimeout(180_000);
  heron = await work("Heron", 0, baseURL!, browser);
  await (await work("Wader", 1, baseURL!, browser)).end();
  await page.goto(path);
  await expect(page.locator(".refused")).toHaveCount(0);
  for (const title of ["How much is marked, and which way", "Its own words, and those it quotes", "Who is quoted", "Over time", "News, opinion and other genres apart", "Outlets and labels", "How far annotators are from each other, by outlet", "What seeing the masthead changes"]) {
    const part = section(title).first();
    await expect(part.locator("svg.plot:visible")).toHaveCount(1);
    const drawing = part.locator("svg.plot:visible");
    expect(await drawing.locator("title").first().textContent()).toBe(title);
    expect((await drawing.locator("desc").textContent())!.length).toBeGreaterThan(40);
    await part.locator("summary").click();
    await expect(part.getByRole("table").getByRole("row")).not.toHaveCount(1);
  }
  await expect(section("How much is marked, and which way").first()).toContainText("1 work of unknown outlet is not in this picture.");
  await expect(section("Over time").first()).toContainText("2 articles have no day of publication");
  await expectAccessible(page, "pictures");
  await expectNoOverflow(page, "pictures");
  await page.setViewportSize({ width: 1440, height: 6400 });
  await shot(page, "pictures-with-tables");
  await page.setViewportSize({ width: 1440, height: 900 });
});

test("counts in its table what people marked", async () => {
  const [counted] = await sql<{ n: number }>("SELECT count(*)::int AS n FROM span s JOIN article ar ON ar.id = s.article_id JOIN outlet o ON o.id = ar.outlet_id WHERE s.project_id = $1 AND s.voice = 'own' AND s.framing = 'critical' AND o.name = 'The Daily Tern'", [projectId]);
  const row = section("How much is marked, and which way").first().getByRole("row", { name: /^The Daily Tern own/ });
  await expect(row.getByRole("cell").nth(2)).toHaveText(String(counted!.n));
});

test("opens one picture alone, keeps the choice, and hides annotators' names", async () => {
  await page.goto(`${path}?picture=annotators&data=raw`);
  await expect(page.locator(".sect")).toHaveCount(1);
  await expect(page.getByRole("table")).toContainText("Heron");
  await page.getByRole("combobox", { name: "Annotators" }).selectOption("hidden");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page).toHaveURL(/names=hidden/);
  await expect(page).toHaveURL(/data=raw/);
  await expect(page.getByRole("table")).not.toContainText("Heron");
  await expect(page.locator(".pictures")).toContainText("as marked, never the settled record");
  await shot(page, "pictures-annotators");
  await page.getByRole("link", { name: "All pictures" }).click();
  await expect(page.locator(".sect")).toHaveCount(8);
});

test("gives every picture as CSV, SVG and PNG", async () => {
  for (const name of ["counts", "voice", "speakers", "time", "genre", "labels", "annotators", "masthead"]) {
    await page.goto(`${path}?picture=${name}`);
    const href = async (format: string): Promise<string> => (await page.locator(".files").getByRole("link", { name: new RegExp(`as ${format}$`) }).getAttribute("href"))!;
    const get = async (format: string) => page.request.get(await href(format));
    const csv = parseCsv((await (await get("CSV")).text()).replace(/^\uFEFF/u, ""));
    const head = csv.findIndex((record) => !record[0]!.startsWith("#"));
    expect(csv.slice(0, head).map(([key]) => key)).toEqual(expect.arrayContaining(["# choice", "# method", "# target", "# data_version"]));
    expect(csv.length - head, name).toBeGreaterThan(1);
    const svg = await (await get("SVG")).text();
    new SaxesParser().write(svg).close();
    expect(svg).toContain("<desc");
    const png = await get("PNG");
    expect((await png.body()).subarray(1, 4).toString()).toBe("PNG");
    if (process.env["SLANTWISE_SHOTS"]) (await import("node:fs")).writeFileSync(`${process.env["SLANTWISE_SHOTS"]}/file-${name}.png`, await png.body());
  }
  const refused = await page.request.get(`/api/v1/projects/${projectId}/stance/pictures.csv?picture=labels&measured=judgements&target=${targetId}`);
  expect([refused.status(), (await refused.json()).detail]).toEqual([422, "This picture is of marked words, not of judgements."]);
});

test("fits a phone and a narrow page, in the dark too", async () => {
  for (const [width, scheme] of [[390, "light"], [768, "light"], [1440, "dark"]] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    await page.setViewportSize({ width, height: 900 });
    await page.goto(path);
    await expectNoOverflow(page, `pictures at ${width}`);
    await expectAccessible(page, `pictures at ${width} ${scheme}`);
    await page.setViewportSize({ width, height: 4200 });
    await shot(page, `pictures-${width}-${scheme}`);
  }
  await page.emulateMedia({ colorScheme: "light" });
});

test("shows an annotator nothing before the reveal", async () => {
  const answer = await heron.page(path);
  const text = await answer.text();
  expect(text).toContain("Figures are shown when the coordinator reveals");
  expect(text).not.toContain("Who is quoted");
  expect((await heron.page(`/api/v1/projects/${projectId}/stance/pictures.csv?picture=counts&target=${targetId}`)).status()).toBe(404);
  await heron.end();
});
