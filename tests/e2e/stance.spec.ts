import { expect, test, type BrowserContext, type Page } from "@playwright/test";
import { newId } from "@/lib/kernel/id";
import { parseCsv } from "@/tests/support/parse-csv";
import { makeMember, makeUser, signInAs, sql } from "./support/site";
import { Person } from "./support/study";
import { expectAccessible, expectNoOverflow, shot, watch, type Troubles } from "./support/watch";

// Two people submit articles of four outlets and one of nobody's; what the stance page says of them, under which choice,
// down to the words.

const TEXT = (n: number): string => `Lighthouse budget, part ${n}\nThe council bungled the budget for year ${n}, keepers said.\n“The council has lost its way,” said Ivo Marsh of the port company.\nThe port company paid the keepers on time and mended the lamp.\nReport ${n} was filed on Monday.`;
const OUTLETS = [["Skerry Herald", 7], ["Cape Observer", 4], ["Tidewater Post", 2], ["Reef Gazette", 1], [null, 1]] as const;

test.describe.configure({ mode: "serial" });
test.setTimeout(300_000);
let context: BrowserContext, page: Page, troubles: Troubles, lead: Person, waiting: Person;
let projectId: string, base: string;
const targets: string[] = [];
const coders: Person[] = [];
const members: string[] = [];

type Open = { id: string; revision: string; text: string };
type Mark = { quote: string; framing: string; target: number; voice?: string };

/** What a coder marks in the n-th article: the second is harsher on the council, and every fourth article has no mark of the council's. */
const marksOf = (coder: number, n: number): Mark[] => [
  ...(n % 4 === 3 ? [] : [{ quote: coder === 0 ? "bungled" : "bungled the budget", framing: "critical", target: 0 }]),
  ...(coder === 1 && n % 3 === 0 ? [{ quote: "filed on Monday", framing: "neutral", target: 0 }] : []),
  { quote: "lost its way", framing: "critical", target: 0, voice: "quoted" },
  { quote: "paid the keepers on time", framing: "advocacy", target: 1 },
];

async function work(coder: number): Promise<void> {
  const [http, memberId] = [coders[coder]!, members[coder]!];
  const open = await sql<Open>("SELECT a.id, ar.current_revision_id AS revision, r.text FROM assignment a JOIN article ar ON ar.id = a.article_id JOIN revision r ON r.id = ar.current_revision_id WHERE a.project_id = $1 AND a.member_id = $2 ORDER BY a.position", [projectId, memberId]);
  for (const one of open) {
    const n = Number(/part (\d+)/u.exec(one.text)?.[1]);
    for (const { quote, framing, target, voice = "own" } of marksOf(coder, n)) {
      const start = one.text.indexOf(quote);
      await http.do("POST", `/projects/${projectId}/assignments/${one.id}/spans`, { id: newId(), revisionId: one.revision, parts: [{ start, end: start + quote.length, quote }], targetId: targets[target], framing, voice });
    }
    for (const targetId of targets) await http.do("PUT", `/projects/${projectId}/assignments/${one.id}/judgements/${targetId}`, { version: 0, value: targetId === targets[0] ? -1 : 1 });
    await http.do("POST", `/projects/${projectId}/assignments/${one.id}/submit`, { version: 0 });
  }
}

test.beforeAll(async ({ browser, baseURL }) => {
  context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" });
  troubles = await watch(context);
  lead = await Person.of(baseURL!, await signInAs(context, baseURL!, await makeUser("Nora Skagen")));
  projectId = (await lead.do<{ id: string }>("POST", "/projects", { name: "Lighthouse stance", kind: "research" })).id;
  base = `/p/${projectId}/stance`;
  for (const name of ["Town council", "Port company"]) targets.push((await lead.do<{ id: string }>("POST", `/projects/${projectId}/targets`, { name })).id);
  let n = 0;
  for (const [outletName, articles] of OUTLETS) for (let i = 0; i < articles; i++) await lead.do("POST", `/projects/${projectId}/articles`, { text: TEXT(++n), ...(outletName === null ? {} : { outletName }), publishedOn: `2026-04-${String(n).padStart(2, "0")}`, genre: n % 2 ? "news" : "opinion" });
  for (const name of ["Plover", "Dunlin"]) {
    const user = await makeUser(name);
    members.push(await makeMember(projectId, user, "annotator", name));
    const seat = await browser.newContext();
    coders.push(await Person.of(baseURL!, await signInAs(seat, baseURL!, user)));
    await seat.close();
  }
  const seat = await browser.newContext();
  const user = await makeUser("Knot");
  await makeMember(projectId, user, "annotator", "Knot");
  waiting = await Person.of(baseURL!, await signInAs(seat, baseURL!, user));
  await seat.close();
  page = await context.newPage();
});
test.afterAll(async () => {
  await context.close();
  for (const one of [lead, waiting, ...coders]) await one.end();
  expect(troubles.list).toEqual([]);
});

const title = () => page.getByRole("heading", { level: 1 });
const row = (name: string) => page.getByRole("table", { name: /^Counts and figures/ }).getByRole("row", { name: new RegExp(`^${name}`) });
const card = () => page.locator("#card");

/** The page at three widths, in light and dark. */
async function look(name: string): Promise<void> {
  for (const width of [1440, 768, 390]) {
    await page.setViewportSize({ width, height: 900 });
    for (const scheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme: scheme });
      if (width !== 768) await expectAccessible(page, `${name} ${width} ${scheme}`);
      await shot(page, `${name}-${width}-${scheme}`);
    }
    await expectNoOverflow(page, `${name} at ${width}`);
  }
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize({ width: 1440, height: 900 });
}

test("says what is missing before anything is submitted", async () => {
  await page.goto(base);
  await expect(title()).toHaveText("No submitted work yet");
  await expectAccessible(page, "nothing submitted");
  await lead.do("POST", `/projects/${projectId}/assignments`, { all: true, memberIds: members });
  for (const n of [0, 1]) await work(n);
});

test("shows every outlet toward every target, and what may be said of it", async () => {
  await page.goto(base);
  await expect(title()).toHaveText("How each outlet frames each target");
  await expect(page.getByRole("group", { name: "Stance by outlet and target" }).locator("visible=true").first()).toBeVisible();
  await expect(page.getByText(/there are fewer than two with enough works to compare/)).toBeVisible();
  await expect(row("Skerry Herald")).toContainText("tentative");
  await expect(row("Reef Gazette")).toContainText("not enough");
  await expect(row("Lighthouse budget, part 15")).toContainText("by itself");
  await look("stance");
});

test("a row opens its card, with everything that it rests on", async () => {
  await row("Skerry Herald").getByRole("link", { name: "Skerry Herald", exact: true }).click();
  await page.waitForURL(/outlet=/);
  await expect(card().getByRole("heading", { level: 2 })).toHaveText("Skerry Herald on Town council");
  for (const fact of ["Estimated", "Annotators", "Published", "Sampling", "Codebook", "Per 1,000", "Leanings off", "Who read", "Method"]) await expect(card().getByText(fact, { exact: true }).first()).toBeVisible();
  await expect(card()).toContainText("2, each two with 7 to 7 articles in common");
  await expect(card().getByRole("heading", { name: "Agreement on this layer" })).toBeVisible();
  await expect(card().getByRole("heading", { name: "Methods paragraph" })).toBeVisible();
  await look("stance-card");
  await page.setViewportSize({ width: 1440, height: 2600 });
  await shot(page, "stance-card-long");
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("search", { name: "Figures" })).toBeHidden();
  await expect(page.getByRole("table", { name: /^Counts and figures/ })).toBeHidden();
  await expect(card().getByRole("heading", { level: 2 })).toBeVisible();
  await shot(page, "stance-print");
  await page.emulateMedia({ media: "screen" });
  await page.setViewportSize({ width: 1440, height: 900 });
});

test("holds an outlet against another", async () => {
  await card().getByRole("combobox", { name: "Other" }).selectOption({ label: "Cape Observer" });
  await card().getByRole("button", { name: "Compare" }).click();
  await expect(card()).toContainText(/Skerry Herald minus Cape Observer: [−+]?\d\.\d\d/);
});

test("goes down to the words: works, articles, annotators, marks, and their place", async () => {
  await card().getByRole("link", { name: "Read the 7 articles" }).click();
  await expect(title()).toHaveText("The works behind Skerry Herald on Town council");
  await expect(page.locator(".st-work")).toHaveCount(7);
  await look("stance-works");
  await page.locator(".st-work[open] .st-coders").first().getByRole("link", { name: /^\d critical/ }).first().click();
  await page.waitForURL(/stance\/spans/);
  await expect(page.getByRole("blockquote").first()).toContainText("bungled");
  await expectAccessible(page, "marks behind a count");
  await shot(page, "stance-spans");
  await page.getByRole("blockquote").first().getByRole("link").click();
  await page.waitForURL(/articles\/[0-9a-f-]+#span-/);
});

test("works without a script, and its address is the choice", async ({ browser, baseURL }) => {
  const bare = await browser.newContext({ javaScriptEnabled: false, storageState: await context.storageState() });
  const still = await bare.newPage();
  await still.goto(new URL(base, baseURL).href);
  await still.getByRole("radio", { name: "Judgements" }).check({ force: true });
  await still.getByRole("combobox", { name: "Genre" }).selectOption("news");
  await still.getByRole("button", { name: "Show" }).click();
  expect(still.url()).toContain("measured=judgements");
  await expect(still.locator("svg.plot.at-wide").first()).toContainText("+2");
  await still.getByRole("group", { name: "Stance by outlet and target" }).first().locator("a").filter({ hasText: /Report card of Skerry Herald/ }).first().click();
  expect(still.url()).toContain("outlet=");
  expect(await still.locator("body").textContent()).toContain("Skerry Herald on Town council");
  await bare.close();
  await page.goto(`${base}?measured=judgements`);
  await expect(page.getByRole("columnheader", { name: "Unclear" })).toBeVisible();
  await look("stance-judgements");
});

test("an address that cannot be read is told, with the usual figure", async () => {
  for (const [asked, field] of [["voice=loud", "voice"], ["from=yesterday", "from"], [`target=${newId()}`, "target"], [`set=${newId()}`, "set"], ["codebook=99", "codebook"]] as const) {
    await page.goto(`${base}?${asked}`);
    await expect(page.getByRole("alert").filter({ hasText: `“${field}”` })).toBeVisible();
    await expect(row("Skerry Herald")).toBeVisible();
  }
  await shot(page, "stance-bad-address");
});

test("shows the figure under other choices on one axis", async () => {
  await page.goto(base);
  await row("Skerry Herald").getByRole("link", { name: "Skerry Herald", exact: true }).click();
  await card().getByRole("link", { name: "Under other choices" }).click();
  await expect(title()).toHaveText("Skerry Herald on Town council under other choices");
  await expect(page.getByRole("row", { name: /^As chosen/ })).toBeVisible();
  await expect(page.getByRole("row", { name: /^Quoted speech/ })).toBeVisible();
  await look("stance-sensitivity");
  const [href] = await page.getByRole("link", { name: "CSV" }).evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  const csv = parseCsv(await (await context.request.get(href!)).text()).filter((one) => !String(one[0]).includes("# "));
  expect(csv.length).toBe(await page.getByRole("row").count());
});

test("gives the figure as SVG, PNG and CSV under the choice at hand", async () => {
  await page.goto(`${base}?voice=all`);
  await page.getByText("SVG, PNG, CSV").click();
  await shot(page, "stance-files");
  for (const [name, type, begins] of [[/^SVG/, "image/svg+xml", "<?xml"], [/^PNG/, "image/png", "\u{fffd}PNG"], [/^CSV, the rows/, "text/csv", "\u{feff}"]] as const) {
    const answer = await context.request.get((await page.getByRole("link", { name }).getAttribute("href"))!);
    expect([answer.status(), answer.headers()["content-type"]?.split(";")[0]]).toEqual([200, type]);
    const text = (await answer.body()).toString("utf8");
    expect(text.startsWith(begins)).toBe(true);
    expect(text).toContain("every voice");
  }
});

test("keeps a figure for good, and says later whether it still holds", async () => {
  await page.goto(base);
  await page.getByRole("textbox", { name: "Name" }).fill("Figure 2 of the lighthouse paper");
  await page.getByRole("button", { name: "Keep this figure" }).click();
  const link = page.getByRole("link", { name: new RegExp(`${base}/kept/`) });
  await expect(link).toBeVisible();
  const address = (await link.getAttribute("href"))!;
  await page.goto(address);
  await expect(title()).toHaveText("Figure 2 of the lighthouse paper");
  await expect(page.getByText("Today’s data give the same numbers.")).toBeVisible();
  await look("stance-kept");
  const [span] = await sql<{ id: string }>("SELECT id FROM article WHERE project_id = $1 AND title LIKE '%part 1'", [projectId]);
  const { version } = await lead.do<{ version: number }>("GET", `/projects/${projectId}/articles/${span!.id}`);
  await lead.do("PATCH", `/projects/${projectId}/articles/${span!.id}`, { version, outletName: "Cape Observer" });
  await page.goto(address);
  await expect(page.getByText(/^Today’s data give \d+ other/).first()).toBeVisible();
  await page.goto(`${base}/kept`);
  await expect(page.getByRole("link", { name: "Figure 2 of the lighthouse paper" })).toBeVisible();
  await look("stance-kept-list");
});

test("by the keyboard alone: a target, a row, its works", async () => {
  await page.goto(base);
  const heading = page.locator("svg.plot.at-wide a").filter({ hasText: "Table toward Port company" });
  await heading.focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(new RegExp(`on=${targets[1]}`));
  await expect(page.getByRole("table", { name: /toward Port company/ })).toBeVisible();
  await row("Cape Observer").getByRole("link", { name: "Cape Observer", exact: true }).focus();
  await page.keyboard.press("Enter");
  await expect(card().getByRole("heading", { level: 2 })).toHaveText("Cape Observer on Port company");
  await row("Cape Observer").getByRole("link", { name: /Read the works of Cape Observer$/ }).focus();
  await page.keyboard.press("Enter");
  await expect(title()).toHaveText("The works behind Cape Observer on Port company");
});

test("is nothing to annotators before the reveal, in every page and file", async () => {
  const shown = await waiting.page(base);
  expect(await shown.text()).toContain("Figures are shown when the coordinator reveals");
  const [outlet] = await sql<{ id: string }>("SELECT id FROM outlet WHERE project_id = $1 AND name = 'Skerry Herald'", [projectId]);
  for (const end of ["", "/works", "/sensitivity", "/kept", `/works?target=${targets[0]}&outlet=${outlet!.id}`]) expect(await (await waiting.page(base + end)).text()).not.toContain("Skerry Herald");
  for (const figure of ["dot-plot", "sensitivity"]) expect((await waiting.ask("GET", `/projects/${projectId}/stance/figures.csv?figure=${figure}&target=${targets[0]}&outlet=${outlet!.id}`)).status()).toBe(404);
});
