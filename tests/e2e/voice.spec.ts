import { expect, test } from "@playwright/test";
import { makeMember, makeUser, signInAs, sql } from "./support/site";
import { assignAll, makeStudy, Person } from "./support/study";
import { expectAccessible, shot, watch } from "./support/watch";
import { markWords, saved, selectWords } from "./support/words";

// Who says what is found when the article comes in; marking confirms it.

const TEXT = `Lock keepers leave the canal
The canal board's plan is a blunder, and its “modern” timetable drowns the old locks.
“We will not open another gate,” said Greta Holm, who keeps the lower lock.
The board's chairman, Ivo Marsh, told reporters that the keepers had been offered more.
Nobody came to the locks on Sunday.`;

test("the voice and the speaker of a place are proposed, and confirmed by marking", async ({ browser, baseURL }) => {
  test.slow();
  const [leading, coding] = [await browser.newContext(), await browser.newContext({ reducedMotion: "reduce" })];
  const lead = await Person.of(baseURL!, await signInAs(leading, baseURL!, await makeUser("Vera Lead")));
  const study = await makeStudy(lead, { name: "Canal voices", text: TEXT });
  const user = await makeUser("Vic Coder");
  const member = await makeMember(study.id, user, "annotator", "Heron");
  const assignment = await assignAll(lead, study.id, member);
  await signInAs(coding, baseURL!, user);
  const troubles = await watch(coding);
  const page = await coding.newPage();
  await page.goto(`${study.path}/annotate/${assignment}`);

  const shares = page.getByRole("list", { name: "Who speaks in the text" });
  await expect(shares).toContainText(/Own voice \d\d %.*Quoted \d+ %.*Reported \d+ %/);
  await expect(page.locator(".reader .said").first()).toHaveText("“We will not open another gate,”");
  await expect(page.locator(".reader .told").first()).toHaveText("the keepers had been offered more");

  await selectWords(page, "will not open");
  const popover = page.locator(".pop.marking");
  await expect(popover.getByRole("group", { name: "Voice" }).getByRole("button", { pressed: true })).toHaveText("Quoted");
  await expect(popover.getByRole("combobox", { name: "Said by" })).toHaveValue("Greta Holm");
  await expectAccessible(page, "a speaker is proposed");
  await shot(page, "voice-popover");
  await page.keyboard.press("c");
  await page.keyboard.press("Enter");
  // A name that is typed counts also when Mark is pressed with the mouse.
  await selectWords(page, "another gate");
  await popover.getByRole("combobox", { name: "Said by" }).fill("Greta Holm’s sister");
  await popover.getByRole("button", { name: "Critical" }).click();
  await popover.getByRole("button", { name: /^Mark/ }).click();
  await markWords(page, "offered more", "a");
  await markWords(page, "modern", "c");
  await saved(page);
  const marks = () => sql<{ quote: string; voice: string; given: string | null; speaker: string | null }>(
    `SELECT p.quote, s.voice, s.attribution AS given, k.name AS speaker FROM span s JOIN span_part p ON p.project_id = s.project_id AND p.span_id = s.id LEFT JOIN speaker k ON k.project_id = s.project_id AND k.id = s.speaker_id WHERE s.assignment_id = '${assignment}' ORDER BY p.start_offset`,
  );
  expect(await marks()).toEqual([
    { quote: "modern", voice: "own", given: null, speaker: null },
    { quote: "will not open", voice: "quoted", given: "direct", speaker: "Greta Holm" },
    { quote: "another gate", voice: "quoted", given: "direct", speaker: "Greta Holm’s sister" },
    { quote: "offered more", voice: "quoted", given: "reported", speaker: "Ivo Marsh" },
  ]);
  expect(troubles.list).toEqual([]);
});
