import AxeBuilder from "@axe-core/playwright";
import { expect, test, type BrowserContext, type Page } from "@playwright/test";
import { makeMember, makeUser, signInAs, sql } from "./support/site";
import { assignAll, makeStudy, Person } from "./support/study";
import { expectAccessible, expectNoOverflow, shot, watch, type Troubles } from "./support/watch";
import { newId } from "@/lib/kernel/id";

// Every page at three sizes, light and dark: nothing scrolls sideways, nothing is said in the console, axe is content.
// With SLANTWISE_SHOTS=folder each is kept as a picture.

const SIZES = [[1440, 900], [1024, 768], [390, 844]] as const;
const ARTICLE = `Signal station falls silent
By Rae Dunmore
The council let the signal station rust for two winters, keepers said on Tuesday.
“We patched the roof with our own hands,” said Ivo Marsh of the port company.
The port company has paid for the lamp since spring, and for the keepers too.
You may also like: ten harbour walks`;
const MARKS = [
  ["let the signal station rust for two winters", "critical", "own", 0],
  ["rust for two winters, keepers said", "neutral", "own", 1],
  ["patched the roof with our own hands", "advocacy", "quoted", 1],
  ["paid for the lamp since spring", "advocacy", "own", 1],
] as const;

test.describe.configure({ mode: "serial" });
let context: BrowserContext, page: Page, troubles: Troubles;
const said: string[] = [];
let sample: string, study: string, empty: string, article: string, assignment: string, member: string;

test.beforeAll(async ({ browser, baseURL }) => {
  context = await browser.newContext({ reducedMotion: "reduce" });
  troubles = await watch(context);
  context.on("console", (message) => {
    // A page that is not there is a 404, and the browser says so.
    if (message.type() === "error" && !/the server responded with a status of 404/.test(message.text())) said.push(`${message.page()?.url() ?? ""}: ${message.text()}`);
  });
  const user = await makeUser("Lou Keller");
  const lead = await Person.of(baseURL!, await signInAs(context, baseURL!, user));
  const made = await makeStudy(lead, { name: "A study of signal stations and everything that was ever written about them", text: ARTICLE });
  const second = await lead.do<{ id: string }>("POST", `/projects/${made.id}/targets`, { name: "Port company" });
  const [own] = await sql<{ id: string }>("SELECT id FROM member WHERE project_id = $1 AND user_id = $2", [made.id, user]);
  assignment = await assignAll(lead, made.id, own!.id);
  const [revision] = await sql<{ id: string }>("SELECT id FROM revision WHERE article_id = $1", [made.articleId]);
  for (const [quote, framing, voice, target] of MARKS) {
    const start = ARTICLE.indexOf(quote);
    await lead.do("POST", `/projects/${made.id}/assignments/${assignment}/spans`, { id: newId(), revisionId: revision!.id, parts: [{ start, end: start + quote.length, quote }], targetId: [made.targetId, second.id][target], framing, voice });
  }
  empty = `/p/${(await lead.do<{ id: string }>("POST", "/projects", { name: "Nothing yet", kind: "research" })).id}`;
  study = made.path;
  const [found] = await sql<{ id: string; article: string }>("SELECT p.id, (SELECT a.id FROM article a WHERE a.project_id = p.id ORDER BY a.created_at, a.id LIMIT 1) AS article FROM project p WHERE is_sample");
  member = await makeMember(found!.id, user, "coordinator", "Lou Keller");
  sample = `/p/${found!.id}`;
  article = found!.article;
  await lead.do("POST", `/projects/${made.id}/codebook/draft`);
  await lead.end();
  page = await context.newPage();
});
test.afterAll(async () => {
  await context.close();
  // The sample project is left as it was found.
  await sql("DELETE FROM member WHERE id = $1", [member]);
  expect([...troubles.list, ...said]).toEqual([]);
});

/** The page as it stands, at every size in light and dark. All rules of axe at the largest and the smallest; in the dark only colours differ. */
async function look(name: string): Promise<void> {
  for (const [width, height] of SIZES) {
    await page.emulateMedia({ colorScheme: "light" });
    await page.setViewportSize({ width, height });
    await page.waitForTimeout(60);
    await expectNoOverflow(page, `${name} at ${width}`);
    await shot(page, `${name}-${width}`);
    if (width !== 1024) await expectAccessible(page, `${name} at ${width}`);
    await page.emulateMedia({ colorScheme: "dark" });
    await shot(page, `${name}-${width}-dark`);
    if (width !== 1440) continue;
    const { violations } = await new AxeBuilder({ page }).withRules(["color-contrast"]).analyze();
    expect(violations.flatMap((one) => one.nodes.map((node) => `${name} at ${width}, dark: ${node.html.slice(0, 120)} ${node.failureSummary ?? ""}`))).toEqual([]);
  }
}
async function open(address: string, name: string): Promise<void> {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(address);
  await expect(page.getByRole("heading").first()).toBeVisible();
  await look(name);
}

test("the pages of the sample project", async () => {
  test.setTimeout(240_000);
  for (const [end, name] of [["/articles", "articles"], [`/articles/${article}`, "article"], ["/articles/new", "articles-new"], ["/outlets", "outlets"], ["/progress", "progress"], ["/stance", "stance"], ["/codebook", "codebook"], ["/codebook/compare", "codebook-compare"], ["/codebook/affected", "codebook-affected"], ["/codebook/edit", "codebook-no-draft"], ["/targets", "targets"], ["/people", "people"], ["/people/roles", "roles"], ["/settings", "settings"]] as const) await open(sample + end, name);
});

test("where a target stands, with what was finished without it", async () => {
  const [target] = await sql<{ id: string }>("SELECT t.id FROM target t JOIN project p ON p.id = t.project_id WHERE p.is_sample ORDER BY t.position LIMIT 1");
  await open(`${sample}/targets/${target!.id}`, "target-places");
});

test("the spans behind a number, and a row of the stance table", async () => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(`${sample}/stance`);
  await page.locator("a[href*='/stance/spans']").first().click();
  await page.waitForURL(/stance\/spans/);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await look("stance-spans");
});

test("the annotate screen, its queue and an open mark", async () => {
  test.setTimeout(180_000);
  await open(`${study}/annotate`, "queue");
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(`${study}/annotate/${assignment}`);
  await expect(page.locator(".ProseMirror mark").first()).toBeVisible();
  await look("annotate");
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.locator(".card.span .face").nth(1).click();
  await look("annotate-open");
});

test("the codebook that is being written, part by part", async () => {
  test.setTimeout(240_000);
  await open(`${study}/codebook/edit`, "codebook-edit");
  const wide = () => page.setViewportSize({ width: 1440, height: 900 });
  for (const [part, name] of [["Framing", "Critical"], ["Rules", /^1/]] as const) {
    await wide();
    await page.getByRole("list", { name: "Parts of the codebook" }).getByRole("button", { name: part }).click();
    await page.locator(".cb-fold").getByRole("button", { name, expanded: false }).first().click();
    await look(`codebook-edit-${part.toLowerCase()}`);
  }
});

test("the first pages of a project, and one's own", async () => {
  test.setTimeout(180_000);
  for (const [address, name] of [["/", "projects"], ["/account", "account"], [`${empty}/articles`, "articles-empty"], [`${empty}/targets`, "targets-empty"], [`${empty}/outlets`, "outlets-empty"], [`${empty}/progress`, "progress-empty"], [`${empty}/stance`, "stance-empty"], [`${empty}/annotate`, "queue-empty"], [`${empty}/nothing-of-this-name`, "not-found-inside"]] as const) await open(address, name);
});

test("the pages before signing in", async () => {
  test.setTimeout(180_000);
  await context.clearCookies();
  for (const [address, name] of [["/sign-in", "sign-in"], ["/join", "join"], ["/setup?token=none", "setup-wrong"], ["/sign-in-error?error=AccessDenied", "sign-in-error"], ["/sign-in/reset", "reset"], ["/nothing-of-this-name", "not-found"]] as const) await open(address, name);
});
