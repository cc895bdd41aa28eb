import { expect, test, type BrowserContext, type Page } from "@playwright/test";
import { EVIL, expectDead, look } from "./support/dead";
import { makeMember, makeUser, signInAs, sql } from "./support/site";
import { assignAll, Person } from "./support/study";
import { watch, type Troubles } from "./support/watch";
import { newId } from "@/lib/kernel/id";

// Everything that a person can write is shown somewhere. Whatever it says, it is shown as text: nothing of it runs,
// no link leads where it should not, and nobody is sent to another site.

const ORDERS = /[\u200b\u202e]/u;
const WRONG_ADDRESSES = ["javascript:alert(1)", " javascript:alert(1)", "java\tscript:alert(1)", "data:text/html,<script>1</script>", "vbscript:x", "//evil.example", "/\\evil.example", "ftp://evil.example/", "https:", "<img src=x>"];
const WRONG_NEXT = ["//evil.example", "/\\evil.example", "\\\\evil.example", "https:evil.example", "https:/evil.example", "https://evil.example/", "javascript:alert(1)", "java\nscript:alert(1)", "data:text/html,x", "/\t/evil.example", "/%09/evil.example", "///evil.example", "http://evil.example@127.0.0.1/", " //evil.example", "/api/auth/signout"];

test.describe.configure({ mode: "serial" });
type Seat = { context: BrowserContext; page: Page; troubles: Troubles; api: Person };
let lead: Seat, annotator: Seat, stranger: { context: BrowserContext; page: Page; troubles: Troubles };
let id: string, path: string, code: string;
const articles: { id: string; assignment: string; title: string }[] = [];

test.beforeAll(async ({ browser, baseURL }) => {
  const seat = async (name: string | null): Promise<Seat & { userId: string }> => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const troubles = await watch(context);
    const userId = name === null ? "" : await makeUser(name);
    const token = name === null ? null : await signInAs(context, baseURL!, userId);
    return { context, troubles, page: await context.newPage(), api: await Person.of(baseURL!, token), userId };
  };
  const [leader, marker] = [await seat(EVIL[0]), await seat(EVIL[3])];
  [lead, annotator, stranger] = [leader, marker, await seat(null)];
  const project = await lead.api.do<{ id: string }>("POST", "/projects", { name: EVIL[0] + EVIL[1] + EVIL[6], description: EVIL.join(" "), kind: "class", assignEveryone: true });
  id = project.id;
  path = `/p/${id}`;
  const targets: string[] = [];
  for (const text of EVIL) targets.push((await lead.api.do<{ id: string }>("POST", `/projects/${id}/targets`, { name: text, description: text, aliases: [{ alias: `${text}2`, isAmbiguous: false }] })).id);
  const member = await makeMember(id, marker.userId, "annotator", "Plain Pine");
  for (const text of EVIL) {
    const made = await lead.api.do<{ id: string; title: string }>("POST", `/projects/${id}/articles`, { text: `${text}\n${text}\nA line with ${text} inside.`, byline: text, outletName: text, publisherName: `${text} too`, url: `https://ok.example/?q=${text.replace(/[^!-~]/gu, "+")}` });
    articles.push({ id: made.id, title: made.title, assignment: "" });
  }
  await assignAll(lead.api, id, member);
  for (const [index, article] of articles.entries()) {
    const [row] = await sql<{ id: string; revision: string }>("SELECT a.id, r.id AS revision FROM assignment a JOIN revision r ON r.article_id = a.article_id WHERE a.article_id = $1 AND a.member_id = $2", [article.id, member]);
    article.assignment = row!.id;
    const quote = [...EVIL[index]!].slice(0, 20).join("");
    await annotator.api.do("POST", `/projects/${id}/assignments/${row!.id}/spans`, { id: newId(), revisionId: row!.revision, parts: [{ start: 0, end: [...quote].length, quote }], targetId: targets[index], framing: "critical", voice: "own", note: EVIL.join("\n") });
  }
  const { items } = await lead.api.do<{ items: { id: string; version: number }[] }>("GET", `/projects/${id}/members`);
  await lead.api.do("PATCH", `/projects/${id}/members/${member}`, { version: items.find((one) => one.id === member)!.version, pseudonym: EVIL[3] });
  code = (await lead.api.do<{ code: string }>("POST", `/projects/${id}/codes`, { maxUses: 100 })).code;
});
test.afterAll(async () => {
  for (const one of [lead, annotator, stranger]) await one.context.close();
  await lead.api.end();
  await annotator.api.end();
  expect([lead, annotator, stranger].flatMap((one) => one.troubles.list)).toEqual([]);
});

test("what could not be shown safely is refused on the way in", async () => {
  for (const url of WRONG_ADDRESSES) expect([url, (await lead.api.ask("POST", `/projects/${id}/articles`, { text: "A line.", url })).status()]).toEqual([url, 422]);
  for (const text of EVIL) {
    expect((await lead.api.ask("POST", `/projects/${id}/articles`, { text: "A line.", genre: text })).status(), text).toBe(422);
    expect((await lead.api.ask("POST", `/projects/${id}/articles`, { text: "A line.", language: text })).status(), text).toBe(422);
    expect((await lead.api.ask("POST", "/join", { code, pseudonym: text })).status(), text).toBeGreaterThanOrEqual(400);
  }
  const names = await sql<{ text: string }>("SELECT name AS text FROM project WHERE id = $1 UNION ALL SELECT name FROM target WHERE project_id = $1 UNION ALL SELECT title FROM article WHERE project_id = $1 UNION ALL SELECT byline FROM article WHERE project_id = $1 UNION ALL SELECT pseudonym FROM member WHERE project_id = $1", [id]);
  expect(names.filter(({ text }) => ORDERS.test(text ?? ""))).toEqual([]);
});

test("no page of a coordinator runs what others wrote", async () => {
  const { page } = lead;
  for (const address of ["/", "/account", ...["/articles", "/articles/new", "/annotate", "/stance", "/stance?by=publisher", "/targets", "/people", "/people/roles", "/settings"].map((end) => path + end)]) await look(page, address);
  await page.goto(`${path}/targets`);
  for (const text of EVIL.slice(0, 6)) await expect(page.getByRole("list", { name: "Targets" })).toContainText(text);
  for (const [index, article] of articles.entries()) {
    await look(page, `${path}/articles/${article.id}`);
    if (index < 6) await expect(page.getByRole("heading", { level: 1 })).toHaveText(EVIL[index]!);
  }
});

test("nor does any page of an annotator, with the notes and the marking box open", async () => {
  const { page } = annotator;
  for (const address of ["/", "/account", ...["/annotate", "/articles", "/stance", "/people"].map((end) => path + end)]) await look(page, address);
  for (const [index, article] of articles.entries()) {
    await look(page, `${path}/annotate/${article.assignment}`);
    await expect(page.locator(".ProseMirror h1")).toHaveText(EVIL[index]!);
    await page.locator(".card.span .face").click();
    for (const text of EVIL) await expect(page.locator(".card.span.open").getByRole("textbox", { name: "Note" })).toContainText(text);
    await page.locator(".ProseMirror").focus();
    await page.keyboard.press("Control+End");
    await page.keyboard.press("Shift+Home");
    await page.keyboard.press("Enter");
    await expectDead(page, `annotate ${index}`);
  }
});

test("nor do addresses, codes and names that somebody types or puts into a link", async () => {
  for (const text of [EVIL[1], EVIL.join(" ")]) {
    const q = encodeURIComponent(text);
    for (const end of [`/articles?q=${q}`, `/articles?after=${q}`, `/articles?genre=${q}&outletId=${q}`, `/stance?by=${q}`, `/stance/spans?target=${q}&outlet=${q}`, `/annotate?after=${q}`, `/articles/${q}`, `/annotate/${q}`]) await look(lead.page, path + end);
    for (const address of [`/sign-in-error?error=${q}`, `/sign-in?error=${q}&sent=${q}`, `/setup?token=${q}`, `/sign-in/reset?token=${q}`, `/p/${q}`, `/${q}`]) await look(stranger.page, address);
  }
  const { page } = stranger;
  for (const text of ["%", "%E0%A4%A", ...EVIL.map(encodeURIComponent)]) {
    await page.goto("about:blank");
    await look(page, `/join#${text}`);
    await expect(page.getByText("That code opens nothing.").or(page.getByText("There were many tries")).first()).toBeVisible();
  }
  await page.goto("/sign-in");
  await page.getByLabel("Sign-in name or e-mail").fill(EVIL[0]);
  await page.getByRole("textbox", { name: "Passphrase" }).fill(EVIL[1]);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText("do not match")).toBeVisible();
  await expectDead(page, "sign-in");
  // The tries above were ours; they are not to slow the other runs from this address.
  await sql("DELETE FROM rate_limit WHERE key LIKE 'code-address:%' OR key LIKE 'sign-in-%'");
});

test("nobody is sent to another site after signing in", async ({ baseURL }) => {
  const origin = new URL(baseURL!).origin;
  const here = (url: string): boolean => !/^[/\\]{2}/.test(url) && new URL(url, origin).origin === origin && !url.startsWith("/api/");
  const visitor = await Person.of(baseURL!, null);
  const { pseudonyms } = await visitor.do<{ pseudonyms: string[] }>("POST", "/join/look", { code });
  const { phrase } = await visitor.do<{ phrase: string }>("POST", "/join", { code, pseudonym: pseudonyms[0] });
  for (const next of WRONG_NEXT) {
    const q = encodeURIComponent(next);
    for (const name of ["next", "callbackUrl"]) {
      const page = await lead.context.request.get(`/sign-in?${name}=${q}`, { maxRedirects: 0 });
      expect([next, here(page.headers()["location"] ?? "/")]).toEqual([next, true]);
    }
    const csrf = await fetch(`${origin}/api/auth/csrf`);
    const { csrfToken } = (await csrf.json()) as { csrfToken: string };
    const cookie = csrf.headers.getSetCookie().map((line) => line.split(";")[0]).join("; ");
    const answer = await fetch(`${origin}/api/auth/callback/phrase`, { method: "POST", redirect: "manual", headers: { "content-type": "application/json", origin, cookie }, body: JSON.stringify({ phrase, csrfToken, callbackUrl: next }) });
    const { url } = (await answer.json()) as { url: string };
    expect([next, answer.status, here(url)]).toEqual([next, 200, true]);
  }
  const { page } = stranger;
  await page.goto(`/sign-in?next=${encodeURIComponent("/\\evil.example")}`);
  await page.getByRole("radio", { name: "With four words" }).check({ force: true });
  await page.getByLabel("Your four words").fill(phrase);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { level: 1, name: /project/i })).toBeVisible();
  expect(new URL(page.url()).origin).toBe(origin);
  await expectDead(page, "after signing in");
  await visitor.end();
});
