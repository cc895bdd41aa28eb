import { expect, test } from "@playwright/test";
import { newId } from "@/lib/kernel/id";
import { makeMember, makeUser, signInAs, sql } from "./support/site";
import { putMarks } from "./support/marks";
import { assignAll, makeStudy, Person } from "./support/study";
import { expectAccessible, expectNoOverflow, shot, watch } from "./support/watch";

// A reviewer asks the annotators about words of an article. It reaches one of them without anything of the others, and the answer comes back.

const TEXT = "Harbour queue doubles\nThe council bungled the roster for a third week, passengers said on Monday.";
const BUNGLED = "bungled the roster";

test("a question reaches the annotator without peers, and the answer comes back", async ({ browser, baseURL }) => {
  test.setTimeout(120_000);
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" });
  const troubles = await watch(context);
  const seat = async (name: string) => {
    const [other, user] = [await browser.newContext(), await makeUser(name)];
    const token = await signInAs(other, baseURL!, user);
    await other.close();
    return { api: await Person.of(baseURL!, token), user };
  };
  const lead = await seat("Ilka Orm");
  const study = await makeStudy(lead.api, { name: "Ferry question", text: TEXT });
  const [coder, peer, reviewer] = [await seat("Ada Roth"), await seat("Cy Peer"), await seat("Ben Aske")];
  await makeMember(study.id, reviewer.user, "reviewer", "Ben Aske");
  const start = TEXT.indexOf(BUNGLED);
  const marks: string[] = [];
  let assignment = "";
  for (const [one, name, framing] of [[peer, "Cy Peer", "advocacy"], [coder, "Ada Roth", "critical"]] as const) {
    assignment = await assignAll(lead.api, study.id, await makeMember(study.id, one.user, "annotator", name));
    marks.push(...(await putMarks(one.api, study.id, assignment, [{ start, end: start + BUNGLED.length, framing }])));
    await one.api.do("PUT", `/projects/${study.id}/assignments/${assignment}/judgements/${study.targetId}`, { version: 0, value: -1 });
    const [{ version }] = (await sql<{ version: number }>("SELECT version FROM assignment WHERE id = $1", [assignment])) as [{ version: number }];
    await one.api.do("POST", `/projects/${study.id}/assignments/${assignment}/submit`, { version });
  }
  const article = `/projects/${study.id}/articles/${study.articleId}`;
  const { asked } = await reviewer.api.do<{ asked: number }>("POST", `${article}/questions`, { id: newId(), start, end: start + BUNGLED.length, quote: BUNGLED, spanIds: marks, text: "What in these words blames them?" });
  expect(asked).toBe(2);

  await signInAs(context, baseURL!, coder.user);
  const page = await context.newPage();
  await page.goto(`${study.path}/annotate`);
  await expect(page.getByText("You were asked something")).toBeVisible();
  await shot(page, "asked-queue");
  await page.getByRole("link", { name: "Harbour queue doubles" }).click();
  await page.getByText("1 new").click();
  await expect(page.getByText("What in these words blames them?")).toBeVisible();
  await expect(page.getByRole("blockquote").filter({ hasText: BUNGLED })).toBeVisible();
  await page.getByRole("button", { name: "Show these words" }).click();
  await expect(page.locator(".ProseMirror")).toBeFocused();
  await expectAccessible(page, "a question in the discussion");
  await shot(page, "asked-1440");
  for (const secret of ["Cy Peer", "What others marked", "For Town council"]) await expect(page.getByText(secret)).toHaveCount(0);
  await page.getByRole("textbox", { name: "Your message" }).click();
  await page.keyboard.type("The verb does.");
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByRole("log", { name: "Messages" }).getByText("The verb does.")).toBeVisible();
  await page.setViewportSize({ width: 390, height: 800 });
  await expectNoOverflow(page, "a question at 390");
  await shot(page, "asked-390");

  const { items } = await reviewer.api.do<{ items: { asked: { answers: { text: string }[] }[] }[] }>("GET", `${article}/questions`);
  expect(items[0]!.asked.flatMap((one) => one.answers.map(({ text }) => text))).toEqual(["The verb does."]);
  await page.goto(`${study.path}/annotate`);
  await expect(page.getByText("You were asked something")).toHaveCount(0);

  // The same disagreement in a meeting: words first, then letters; never a name.
  const room = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" });
  const roomTroubles = await watch(room);
  await signInAs(room, baseURL!, lead.user);
  const wall = await room.newPage();
  await wall.goto(`${study.path}/adjudicate/meeting`);
  await expect(wall.getByRole("blockquote").first()).toContainText(BUNGLED);
  await expect(wall.getByText("for Town council")).toHaveCount(0);
  await wall.locator("main").press("Enter");
  await expect(wall.getByText("for Town council")).toBeVisible();
  await expect(wall.getByText("against Town council")).toBeVisible();
  for (const name of ["Ada Roth", "Cy Peer"]) await expect(wall.getByText(name)).toHaveCount(0);
  await expectAccessible(wall, "meeting");
  await shot(wall, "meeting-1440");
  await wall.setViewportSize({ width: 390, height: 800 });
  await expectNoOverflow(wall, "meeting at 390");
  await shot(wall, "meeting-390");
  await wall.goto(`${study.path}/adjudicate/outcome`);
  await expect(wall.getByRole("heading", { name: "Upheld marks" })).toBeVisible();
  await expectAccessible(wall, "outcome");
  await expectNoOverflow(wall, "outcome at 390");
  await shot(wall, "outcome-390");
  await wall.goto(`${study.path}/settings`);
  await wall.setViewportSize({ width: 1440, height: 900 });
  await expect(wall.getByRole("heading", { name: "Adjudication" })).toBeVisible();
  await wall.getByRole("heading", { name: "Adjudication" }).scrollIntoViewIfNeeded();
  await expectAccessible(wall, "settings of adjudication");
  await shot(wall, "settings-adjudication");
  await room.close();
  expect(roomTroubles.list).toEqual([]);

  for (const one of [lead, coder, peer, reviewer]) await one.api.end();
  await context.close();
  expect(troubles.list).toEqual([]);
});
