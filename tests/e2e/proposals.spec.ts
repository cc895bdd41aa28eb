import { expect, test } from "@playwright/test";
import { makeMember, makeUser, signInAs, sql } from "./support/site";
import { putMarks } from "./support/marks";
import { assignAll, makeStudy, Person } from "./support/study";
import { expectAccessible, expectNoOverflow, shot, watch } from "./support/watch";

// A reviewer proposes what the codebook should say; the coordinator takes it into the draft, publishes, and its mark is up for a look.

const TEXT = "Harbour queue doubles\nThe council so cleverly forgot the roster again, passengers said on Monday.";
const CLEVER = "so cleverly forgot";

test("a proposal goes from a reviewer into the draft, is published, and its mark is looked at again", async ({ browser, baseURL }) => {
  test.setTimeout(120_000);
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" });
  const troubles = await watch(context);
  const lead = await Person.of(baseURL!, await signInAs(context, baseURL!, await makeUser("Ilka Orm")));
  const study = await makeStudy(lead, { name: "Ferry gap", text: TEXT });
  const seat = async (name: string, role: string) => {
    const [other, user] = [await browser.newContext(), await makeUser(name)];
    const token = await signInAs(other, baseURL!, user);
    await other.close();
    return { api: await Person.of(baseURL!, token), memberId: await makeMember(study.id, user, role, name) };
  };
  const [coder, reviewer] = [await seat("Ada Roth", "annotator"), await seat("Ben Aske", "reviewer")];
  const assignment = await assignAll(lead, study.id, coder.memberId);
  const start = TEXT.indexOf(CLEVER);
  const [mark] = await putMarks(coder.api, study.id, assignment, [{ start, end: start + CLEVER.length }]);
  await coder.api.do("PUT", `/projects/${study.id}/assignments/${assignment}/judgements/${study.targetId}`, { version: 0, value: -1 });
  const [{ version }] = (await sql<{ version: number }>("SELECT version FROM assignment WHERE id = $1", [assignment])) as [{ version: number }];
  await coder.api.do("POST", `/projects/${study.id}/assignments/${assignment}/submit`, { version });
  await reviewer.api.do("POST", `/projects/${study.id}/codebook/proposals`, { text: "Praise that cannot be meant is criticism.", place: "critical", spanIds: [mark], articleId: study.articleId });

  const page = await context.newPage();
  await page.goto(`${study.path}/codebook`);
  await page.getByRole("link", { name: "1 proposed change" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Proposed changes" })).toBeVisible();
  await page.getByText("1 mark attached").click();
  await expect(page.getByRole("link", { name: CLEVER })).toBeVisible();
  await expectAccessible(page, "proposals");
  await expectNoOverflow(page, "proposals");
  await shot(page, "proposals-1440");

  await page.goto(`${study.path}/codebook/edit`);
  await page.getByRole("button", { name: /Start a draft from version/ }).click();
  await page.getByRole("button", { name: "Proposed changes" }).click();
  await page.getByRole("button", { name: /^Take “Praise/ }).click();
  await expectAccessible(page, "proposals over the draft");
  await shot(page, "proposals-draft");
  await page.getByRole("button", { name: "Take into the draft", exact: true }).click();
  await expect(page.getByText("in the draft", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Close" }).click();
  await page.getByRole("button", { name: "Publish…" }).click();
  await page.getByRole("radiogroup", { name: "What the change to Critical does" }).getByText("only wording").click();
  await page.getByRole("button", { name: "Publish version 2" }).click();
  await page.waitForURL(/codebook\/affected/);
  await expect(page.getByText("The codebook now says more about words like these.")).toBeVisible();
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto(`${study.path}/codebook/proposals`);
  await expect(page.getByText("in version 2")).toBeVisible();
  await expectNoOverflow(page, "proposals at 390");
  await shot(page, "proposals-390");
  for (const one of [lead, coder.api, reviewer.api]) await one.end();
  await context.close();
  expect(troubles.list).toEqual([]);
});
