import { expect, test, type BrowserContext, type Page } from "@playwright/test";
import { newId } from "@/lib/kernel/id";
import { makeMember, makeUser, signInAs, sql } from "./support/site";
import { assignAll, makeStudy, Person } from "./support/study";
import { expectAccessible, expectNoOverflow, shot, watch } from "./support/watch";

// A reviewer returns an article with a comment and two of its marks; the annotator sees what to look at, changes it and
// submits again; both read what happened.

const TEXT = `Signal station falls silent
The council let the signal station rust for two winters, keepers said on Tuesday.
The port company has paid for the lamp since spring, and for the keepers too.`;
const QUOTES = ["let the signal station rust for two winters", "paid for the lamp since spring", "keepers said"] as const;

test("work goes back with a comment, comes again changed, and its history tells so", async ({ browser, baseURL }) => {
  test.slow();
  const [leading, coding, reviewing]: BrowserContext[] = [await browser.newContext(), await browser.newContext(), await browser.newContext({ reducedMotion: "reduce" })];
  const lead = await Person.of(baseURL!, await signInAs(leading!, baseURL!, await makeUser("Lou Keller")));
  const study = await makeStudy(lead, { name: "Signal stations", text: TEXT });
  const coder = await makeUser("Ida Coder");
  const member = await makeMember(study.id, coder, "annotator", "Heron");
  const ann = await Person.of(baseURL!, await signInAs(coding!, baseURL!, coder));
  const reviewer = await makeUser("Rae Viewer");
  await makeMember(study.id, reviewer, "reviewer", "Plover");
  await signInAs(reviewing!, baseURL!, reviewer);
  const assignment = await assignAll(lead, study.id, member);
  const [revision] = await sql<{ id: string }>("SELECT id FROM revision WHERE article_id = $1", [study.articleId]);
  const work = `/projects/${study.id}/assignments/${assignment}`;
  for (const quote of QUOTES) {
    const start = TEXT.indexOf(quote);
    await ann.do("POST", `${work}/spans`, { id: newId(), revisionId: revision!.id, parts: [{ start, end: start + quote.length, quote }], targetId: study.targetId, framing: "critical", voice: "own", note: quote.startsWith("let") ? "The verb blames." : "" });
  }
  await ann.do("PUT", `${work}/judgements/${study.targetId}`, { version: 0, value: -2, confidence: 3, note: "Only blame." });
  await ann.do("PUT", `${work}/notes/${newId()}`, { version: 0, kind: "omitted", body: "Nobody of the council is heard." });
  await ann.do("POST", `${work}/submit`, { version: 2 });

  const troubles = await watch(reviewing!);
  const page: Page = await reviewing!.newPage();
  await page.goto(`${study.path}/articles/${study.articleId}`);
  await expect(page.getByRole("heading", { name: "Of the whole article" })).toBeVisible();
  await expect(page.getByText("Nobody of the council is heard.")).toBeVisible();
  await expectAccessible(page, "article");
  await expectNoOverflow(page, "article");
  await shot(page, "returns-article");

  await page.getByRole("button", { name: "Return to Heron…" }).click();
  const dialog = page.getByRole("dialog", { name: "Return to Heron" });
  await expect(dialog.getByRole("checkbox")).toHaveCount(3);
  await dialog.getByRole("button", { name: "Return", exact: true }).click();
  await expect(dialog.getByText("Write what to look at.")).toBeVisible();
  await dialog.getByLabel("What to look at", { exact: true }).fill("Paying for the lamp is not blame.\nLook at the second rule.");
  await dialog.getByRole("checkbox", { name: /paid for the lamp/ }).check();
  await expectAccessible(page, "dialog");
  await shot(page, "returns-dialog");
  await dialog.getByRole("button", { name: "Return", exact: true }).click();
  await expect(page.getByText("Returned to Heron.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Return to Heron…" })).toHaveCount(0, { timeout: 20_000 });

  const screen = await coding!.newPage();
  await screen.goto(`${study.path}/annotate/${assignment}`);
  await expect(screen.getByText("Paying for the lamp is not blame.")).toBeVisible();
  await shot(screen, "returns-annotate");
  const [span] = await sql<{ id: string; version: number }>("SELECT s.id, s.version FROM span s JOIN span_part p ON p.span_id = s.id WHERE s.assignment_id = $1 AND p.quote = $2", [assignment, QUOTES[1]]);
  const [other] = await sql<{ id: string; version: number }>("SELECT s.id, s.version FROM span s JOIN span_part p ON p.span_id = s.id WHERE s.assignment_id = $1 AND p.quote = $2", [assignment, QUOTES[2]]);
  await ann.do("PATCH", `/projects/${study.id}/spans/${span!.id}`, { version: span!.version, framing: "advocacy" });
  await ann.do("DELETE", `/projects/${study.id}/spans/${other!.id}`, { version: other!.version });
  await ann.do("PUT", `${work}/judgements/${study.targetId}`, { version: 1, value: -1 });
  const open = await ann.do<{ assignment: { version: number } }>("GET", `${work}/document`);
  await ann.do("POST", `${work}/submit`, { version: open.assignment.version });

  await page.reload();
  await page.getByRole("button", { name: "History of Heron" }).click();
  const history = page.getByRole("dialog", { name: "History of Heron" });
  await expect(history.getByRole("listitem").filter({ hasText: "Submitted again, number 2: 2 marks, 1 judgement, 1 note" })).toBeVisible();
  await expect(history.getByText("Returned by Plover")).toBeVisible();
  await expect(history.getByText("Town council: −2 → −1")).toBeVisible();
  await expectAccessible(page, "history");
  await shot(page, "returns-history");
  for (const [name, width, height] of [["narrow", 390, 844], ["middle", 1024, 768]] as const) {
    await page.setViewportSize({ width, height });
    await expectNoOverflow(page, name);
    await shot(page, `returns-history-${name}`);
  }
  await history.getByRole("button", { name: "Close" }).click();
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoOverflow(page, "article, narrow");
  await shot(page, "returns-article-narrow");
  await page.emulateMedia({ colorScheme: "dark" });
  await page.setViewportSize({ width: 1440, height: 900 });
  await shot(page, "returns-article-dark");
  expect(troubles.list).toEqual([]);
});
