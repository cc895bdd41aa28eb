import { expect, test } from "@playwright/test";
import { makeMember, makeUser, signInAs, sql } from "./support/site";
import { assignAll, makeStudy, Person } from "./support/study";
import { expectAccessible, expectNoOverflow, shot, watch } from "./support/watch";
import { markWords, saved } from "./support/words";

// A note is written with lists and bold words and is text in the database; the work comes back, and both sides talk.

const TEXT = `Ropewalk reopens after years
The council neglected the ropewalk for a decade, weavers said.
Visitors came in numbers on the first day.`;

test("notes hold bold words, lists and links as text, and keys typed there do nothing else", async ({ browser, baseURL }) => {
  test.slow();
  const [leading, coding, reviewing] = [await browser.newContext(), await browser.newContext({ reducedMotion: "reduce" }), await browser.newContext()];
  const lead = await Person.of(baseURL!, await signInAs(leading, baseURL!, await makeUser("Mara Lead")));
  const study = await makeStudy(lead, { name: "Ropewalk notes", text: TEXT });
  const user = await makeUser("Noa Coder");
  const member = await makeMember(study.id, user, "annotator", "Godwit");
  const ann = await Person.of(baseURL!, await signInAs(coding, baseURL!, user));
  const reviewer = await makeUser("Rolf Reader");
  await makeMember(study.id, reviewer, "reviewer", "Dunlin");
  const review = await Person.of(baseURL!, await signInAs(reviewing, baseURL!, reviewer));
  const assignment = await assignAll(lead, study.id, member);
  const work = `/projects/${study.id}/assignments/${assignment}`;
  const troubles = await watch(coding);
  const page = await coding.newPage();
  await page.goto(`${study.path}/annotate/${assignment}`);
  await markWords(page, "neglected the ropewalk", "c");
  const card = page.locator(".card.span.open");
  const note = card.getByRole("textbox", { name: "Note" });
  await note.click();
  await expect(card.getByRole("toolbar")).toBeVisible();
  await page.keyboard.type("a jk verb ");
  await page.keyboard.press("Control+b");
  await page.keyboard.type("that blames");
  await page.keyboard.press("Control+b");
  await page.keyboard.press("Enter");
  await page.keyboard.type("- one");
  await page.keyboard.press("Enter");
  await page.keyboard.type("2 * 3, snake_case");
  await expectAccessible(page, "a note");
  await expectNoOverflow(page, "a note");
  await shot(page, "memo-editing");
  await page.locator(".art h1").first().click();
  await saved(page);
  await expect.poll(async () => (await sql<{ note: string }>("SELECT note FROM span WHERE assignment_id = $1", [assignment]))[0]?.note).toBe("a jk verb **that blames**\n\n- one\n- 2 * 3, snake_case");
  await expect(page.locator(".reader mark").first()).toBeVisible();
  await page.locator(".card.span .face").click();
  await expect(card.locator(".memo strong")).toHaveText("that blames");
  await expect(card.locator(".memo li")).toHaveCount(2);
  await shot(page, "memo-reading");
  await page.locator(".reader").focus();
  await page.keyboard.press("Control+z");
  await expect.poll(async () => (await sql<{ note: string }>("SELECT note FROM span WHERE assignment_id = $1", [assignment]))[0]?.note).toBe("");
  await page.getByRole("button", { name: "Add what is left out" }).click();
  await expect(page.getByRole("textbox", { name: "What the article leaves out" })).toBeFocused();
  await page.keyboard.type("Nobody of the council is heard.");
  await saved(page);
  await expect.poll(async () => (await sql<{ body: string }>("SELECT body FROM assignment_note WHERE assignment_id = $1", [assignment]))[0]?.body).toBe("Nobody of the council is heard.");
  await ann.do("PUT", `${work}/judgements/${study.targetId}`, { version: 0, value: -1 });
  const { assignment: open } = await ann.do<{ assignment: { version: number } }>("GET", `${work}/document`);
  await ann.do("POST", `${work}/submit`, { version: open.version });
  await review.do("POST", `${work}/return`, { version: open.version + 1, comment: "See the rule on verbs." });

  await page.reload();
  await page.getByText("Discussion").click();
  const message = page.getByRole("textbox", { name: "Your message" });
  await message.fill("Which **rule** do you mean?");
  await page.reload();
  await page.getByText("Discussion").click();
  await expect(message).toContainText("Which **rule** do you mean?");
  await shot(page, "memo-discussion-writing");
  await expectAccessible(page, "writing a message");
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByRole("log")).toContainText("Which **rule** do you mean?");

  const screen = await reviewing.newPage();
  await screen.goto(`${study.path}/articles/${study.articleId}`);
  await screen.getByRole("button", { name: "History of Godwit" }).click();
  const history = screen.getByRole("dialog", { name: "History of Godwit" });
  await history.getByText(/Discussion · 1 message, 1 new/).click();
  await expect(history.getByRole("log")).toContainText("Godwit");
  await history.getByRole("textbox", { name: "Your message" }).fill("The second one.");
  await history.getByRole("button", { name: "Send" }).click();
  await expect(history.getByRole("log")).toContainText("The second one.");
  await expectAccessible(screen, "discussion of a reviewer");
  await shot(screen, "memo-discussion-reviewer");
  // It comes by itself.
  await expect(page.getByRole("log")).toContainText("The second one.", { timeout: 15_000 });
  await expect(page.getByRole("log")).toContainText("Dunlin");
  await shot(page, "memo-discussion");
  await expectAccessible(page, "discussion");
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoOverflow(page, "discussion, narrow");
  await shot(page, "memo-discussion-narrow");
  await page.setViewportSize({ width: 1280, height: 800 });
  await history.getByRole("button", { name: "Close the discussion" }).click();
  await expect(page.getByText("This discussion is closed.")).toBeVisible({ timeout: 15_000 });
  await expect(page.getByRole("textbox", { name: "Your message" })).toHaveCount(0);
  expect(troubles.list).toEqual([]);
});
