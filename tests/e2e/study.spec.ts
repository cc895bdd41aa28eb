import { expect, test, type BrowserContext, type Page } from "@playwright/test";
import { newId } from "@/lib/kernel/id";
import { makeMember, makeUser, signInAs, sql } from "./support/site";
import { Person } from "./support/study";
import { expectAccessible, shot, watch, type Troubles } from "./support/watch";
import { markWords, saved } from "./support/words";

// A study from its codebook to a change of meaning: a preset, practice with a key, balanced blocks, blind coding by
// two who qualify, progress that is right at every step.

type Seat = { context: BrowserContext; page: Page; troubles: Troubles; api: Person; userId: string; memberId: string };
const OUTLETS = ["The Daily Tern", "Harbour Ledger", "Quay Standard", "Lode Valley Post"];
const text = (n: number): string => `Ferry report ${n}\nBy Odd Writer\nThe council bungled the schedule for week ${n}, passengers said on Monday.\nThe port company kept the ferries running, ${OUTLETS[n % 4]} has learned.`;

let lead: Seat, ann: Seat, bob: Seat, others: Seat[];
let id: string, base: string, council: string;
const practice: string[] = [];

test.describe.configure({ mode: "serial" });
test.setTimeout(240_000);

test.beforeAll(async ({ browser, baseURL }) => {
  const seat = async (name: string): Promise<Seat> => {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" });
    const troubles = await watch(context);
    const userId = await makeUser(name);
    return { context, troubles, userId, memberId: "", api: await Person.of(baseURL!, await signInAs(context, baseURL!, userId)), page: await context.newPage() };
  };
  [lead, ann, bob] = [await seat("Ilka Orm"), await seat("Anke Reed"), await seat("Bob Lind")];
  others = [await seat("Cleo Marr"), await seat("Dov Pell")];
  id = (await lead.api.do<{ id: string }>("POST", "/projects", { name: "Ferry study in blocks", kind: "research" })).id;
  base = `/p/${id}`;
  council = (await lead.api.do<{ id: string }>("POST", `/projects/${id}/targets`, { name: "Town council" })).id;
  for (const [who, name] of [[ann, "Ann"], [bob, "Bob"], [others[0]!, "Cleo"], [others[1]!, "Dov"]] as const) who.memberId = await makeMember(id, who.userId, "annotator", name);
  for (let n = 1; n <= 14; n++) {
    const article = await lead.api.do<{ id: string }>("POST", `/projects/${id}/articles`, { text: text(n), outletName: OUTLETS[n % 4], byline: "Odd Writer", blocks: [{ ordinal: 1, kind: "byline" }] });
    if (n > 12) practice.push(article.id);
  }
  for (const articleId of practice) {
    const [row] = await sql<{ text: string }>("SELECT r.text FROM revision r JOIN article a ON a.current_revision_id = r.id WHERE a.id = $1", [articleId]);
    const start = row!.text.indexOf("bungled");
    await lead.api.do("PUT", `/projects/${id}/articles/${articleId}/key`, { version: 0, spans: [{ id: newId(), parts: [{ start, end: start + 7, quote: "bungled" }], targetId: council, framing: "critical", voice: "own", labelIds: [], reason: "A verdict, and no source is named for it." }], judgements: [{ targetId: council, value: -1 }] });
  }
});
test.afterAll(async () => {
  const everybody = [lead, ann, bob, ...others];
  const troubles = everybody.flatMap((one) => one.troubles.list);
  for (const one of everybody) {
    await one.api.end();
    await one.context.close();
  }
  expect(troubles).toEqual([]);
});

/** What the progress page is made of, as the API gives it. */
const submittedOf = async (): Promise<{ all: number; submitted: number }> => {
  const { work } = await lead.api.do<{ work: Record<string, number> }>("GET", `/projects/${id}/progress`);
  return { all: Object.values(work).reduce((sum, n) => sum + n, 0), submitted: work["submitted"] ?? 0 };
};

test("a coordinator adds a preset to the codebook and publishes it", async () => {
  const { page } = lead;
  await page.goto(`${base}/codebook/edit`);
  await page.getByRole("button", { name: "Start a draft from version 1" }).click();
  await page.getByRole("button", { name: "Add a preset…" }).click();
  await page.getByRole("radio", { name: /Issue frames/ }).check({ force: true });
  await page.getByRole("button", { name: "Add to the draft" }).click();
  await expect(page.getByRole("list", { name: "Parts of the codebook" })).toContainText(/frame/i);
  // What an article is framed as is asked, not demanded, in this study.
  await sql("UPDATE codebook_version SET content = jsonb_set(content, '{sets}', (SELECT jsonb_agg(s || '{\"required\": false}') FROM jsonb_array_elements(content->'sets') s)) WHERE project_id = $1 AND state = 'draft'", [id]);
  await page.reload();
  await page.getByRole("button", { name: "Publish…" }).click();
  const rest = page.getByRole("button", { name: "The rest is only wording" });
  if (await rest.isVisible().catch(() => false)) await rest.click();
  await page.getByRole("button", { name: "Publish version 2" }).click();
  await page.waitForURL(new RegExp(`${base}/codebook$`));
  await shot(page, "study-codebook");
});

test("hides sources, asks for practice, and assigns it", async () => {
  const { page } = lead;
  await page.goto(`${base}/settings`);
  await page.getByRole("checkbox", { name: /Practise before the real articles/ }).check();
  await page.getByLabel("Score that opens the queue").fill("0.9");
  await page.getByLabel("Practice articles", { exact: true }).fill("2");
  await page.getByRole("button", { name: "Save practice" }).click();
  await expect(page.getByText("Saved").first()).toBeVisible();
  const { version } = await lead.api.do<{ version: number }>("GET", `/projects/${id}`);
  await lead.api.do("PATCH", `/projects/${id}`, { version, sourceBlind: true, sourceReveal: "own_submission" });
  const wish = { strategy: "everyone", articles: { ids: practice }, phase: "practice" };
  const plan = await lead.api.do<{ seed: string; digest: string; assignments: number }>("POST", `/projects/${id}/assignments/plan`, wish);
  expect(plan.assignments).toBe(8);
  await lead.api.do("POST", `/projects/${id}/assignments/batches`, { ...wish, seed: plan.seed, digest: plan.digest });
});

test("assigns twelve articles to four people in balanced blocks of two, after looking at it", async () => {
  const { page } = lead;
  // The two with a key are known to everybody from practice, so they are left out by themselves.
  await page.goto(`${base}/assign`);
  await expect(page.getByRole("heading", { name: "What this does" })).toBeVisible();
  const confirm = page.getByRole("button", { name: "Assign 12 articles to 4 people" });
  await expect(confirm).toBeEnabled();
  await expectAccessible(page, "assign");
  await shot(page, "study-assign");
  await confirm.click();
  await expect.poll(() => sql("SELECT member_id, count(*)::int AS n FROM assignment WHERE project_id = $1 AND phase = 'main' GROUP BY 1", [id]).then((rows) => (rows as { n: number }[]).map((row) => row.n))).toEqual([6, 6, 6, 6]);
  const pairs = await sql<{ n: number }>("SELECT count(*)::int AS n FROM assignment a JOIN assignment b ON b.article_id = a.article_id AND b.member_id > a.member_id AND b.phase = 'main' WHERE a.project_id = $1 AND a.phase = 'main' GROUP BY a.member_id, b.member_id", [id]);
  expect(pairs.map((pair) => pair.n)).toEqual([2, 2, 2, 2, 2, 2]);
  expect(await submittedOf()).toEqual({ all: 24, submitted: 0 });
});

/** Opens the first article of a queue, marks, judges, and submits. */
async function code(who: Seat, words: string, framing: "a" | "c" | "n"): Promise<void> {
  const { page } = who;
  await page.goto(`${base}/annotate`);
  await page.getByRole("link", { name: /^(Start|Go on)$/ }).click();
  await markWords(page, words, framing);
  await page.getByRole("radio", { name: /^−1, critical/ }).check({ force: true });
  await saved(page);
  await page.getByRole("button", { name: /Submit/ }).click();
}

test("two annotators practise, read what the key says, and qualify", async () => {
  for (const who of [ann, bob]) {
    const { page } = who;
    await page.goto(`${base}/annotate`);
    await expect(page.getByText(/0 of 2 practice articles submitted/)).toBeVisible();
    for (const nth of [1, 2]) {
      await code(who, "bungled", "c");
      await page.waitForURL(/\/feedback$/);
      await expect(page.getByText("1 as in the key, 0 coded otherwise")).toBeVisible();
      await expect(page.getByText("A verdict, and no source is named for it.")).toBeVisible();
      if (nth === 1) await expectAccessible(page, "feedback");
      if (nth === 1 && who === ann) await shot(page, "study-feedback");
    }
    await page.goto(`${base}/annotate`);
    await expect(page.getByText(/Practice is passed with 1.00/)).toBeVisible();
  }
  // The other two wait: nothing of the study is theirs to see yet.
  const { items } = await others[0]!.api.do<{ items: { phase: string }[] }>("GET", `/projects/${id}/assignments/mine`);
  expect(items.map((item) => item.phase)).toEqual(["practice", "practice"]);
  expect(await submittedOf()).toEqual({ all: 24, submitted: 0 });
});

test("they code blind to the source, and see it once they have submitted", async () => {
  const { page } = ann;
  await page.goto(`${base}/annotate`);
  await page.getByRole("link", { name: /^(Start|Go on)$/ }).click();
  await expect(page.locator(".ProseMirror")).toContainText("bungled");
  for (const outlet of OUTLETS) await expect(page.locator(".ProseMirror")).not.toContainText(outlet);
  await shot(page, "study-blind");
  const assignment = page.url().split("/").at(-1)!;
  await code(ann, "bungled", "c");
  await expect.poll(async () => (await submittedOf()).submitted).toBe(1);
  await page.goto(`${base}/annotate/${assignment}`);
  await expect(page.locator(".ProseMirror")).toContainText(/has learned/);
  expect(await page.locator(".ProseMirror").innerText()).toMatch(new RegExp(OUTLETS.join("|")));
  await code(bob, "bungled the schedule", "c");
  await expect.poll(submittedOf).toEqual({ all: 24, submitted: 2 });
  await lead.page.goto(`${base}/progress`);
  await expect(lead.page.getByText(/2 of 24/).first()).toBeVisible();
  await shot(lead.page, "study-progress");
});

test("a changed definition lists the marks that it touches, and progress follows a return", async () => {
  const { page } = lead;
  await page.goto(`${base}/codebook/edit`);
  await page.getByRole("button", { name: "Start a draft from version 2" }).click();
  await page.getByRole("list", { name: "Parts of the codebook" }).getByRole("button", { name: "Framing" }).click();
  await page.getByRole("button", { name: "Critical" }).click();
  await page.getByRole("textbox", { name: "Definition" }).click();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("Words that blame or mock the target; a plain bad fact is not enough.");
  await expect(page.getByText(/^Saved \d/)).toBeVisible();
  await page.getByRole("button", { name: "Publish…" }).click();
  await page.getByRole("radio", { name: "changes meaning" }).check({ force: true });
  await page.getByRole("button", { name: "Publish version 3" }).click();
  await page.waitForURL(/\/codebook\/affected/);
  await expect(page.getByRole("blockquote").filter({ hasText: "bungled" }).first()).toBeVisible();
  await expectAccessible(page, "affected marks");
  await shot(page, "study-affected");
  const reviews = await sql<{ n: number }>("SELECT count(*)::int AS n FROM span_review WHERE project_id = $1 AND settled_at IS NULL", [id]);
  // Two of practice and one of the study each.
  expect(reviews[0]!.n).toBe(6);
  const [one] = await sql<{ id: string; version: number }>("SELECT id, version FROM assignment WHERE project_id = $1 AND phase = 'main' AND state = 'submitted' AND member_id = $2", [id, ann.memberId]);
  await lead.api.do("POST", `/projects/${id}/assignments/${one!.id}/return`, { version: one!.version, comment: "Version 3 says more about plain facts.", spanIds: [] });
  expect(await submittedOf()).toEqual({ all: 24, submitted: 1 });
  await ann.page.goto(`${base}/annotate/${one!.id}`);
  await expect(ann.page.getByText("Version 3 says more about plain facts.")).toBeVisible();
  await ann.page.locator(".card.span .face").first().click();
  await ann.page.getByRole("button", { name: "Keep as it is" }).first().click();
  await saved(ann.page);
  await ann.page.getByRole("button", { name: /Submit/ }).click();
  await expect.poll(submittedOf).toEqual({ all: 24, submitted: 2 });
});
