import { expect, test, type Browser, type BrowserContext, type Page } from "@playwright/test";
import { newId } from "@/lib/kernel/id";
import { INSTRUCTOR, startPlatform, type LtiPlatform } from "@/tests/support/lti-platform";
import { makeUser, signInAs, sql } from "./support/site";
import { Person } from "./support/study";
import { lookInClass, shot, watch } from "./support/watch";

// From a course on a learning platform into a lesson and back: a teacher puts a lesson there, pupils open it, points return.

test.describe.configure({ mode: "serial" });
let platform: LtiPlatform, teacherId: string, teacher: Person, context: BrowserContext, page: Page, projectId: string;

test.beforeAll(async ({ browser, baseURL }) => {
  platform = await startPlatform(baseURL!);
  const { name, issuer, client, deployment, auth, token, jwks } = platform.settings() as Record<"name" | "issuer" | "client" | "deployment" | "auth" | "token" | "jwks", string>;
  await sql("INSERT INTO lti_platform (id, name, issuer, client_id, deployment_id, auth_url, token_url, jwks_url) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)", [newId(), name, issuer, client, deployment, auth, token, jwks]);
  teacherId = await makeUser("Petra Holm");
  context = await browser.newContext({ reducedMotion: "reduce" });
  teacher = await Person.of(baseURL!, await signInAs(context, baseURL!, teacherId));
  projectId = (await teacher.do<{ projectId: string }>("POST", "/lessons", { from: "sample", name: "A first lesson: the bridge" })).projectId;
  page = await context.newPage();
});
test.afterAll(async () => {
  await teacher.end();
  await context.close();
  await platform.close();
});

/** A pupil clicks the link of the course in a browser of their own. */
async function pupil(browser: Browser, subject: string, lesson: string): Promise<{ context: BrowserContext; page: Page }> {
  platform.visits.set(subject, { subject, resource: "link-in-course", lesson });
  const mine = await browser.newContext({ reducedMotion: "reduce" });
  const theirs = await mine.newPage();
  await theirs.goto(`${platform.url}/course?as=${subject}`);
  await theirs.getByRole("button", { name: "Open the lesson" }).click();
  return { context: mine, page: theirs };
}

const markOf = (): string => ((platform.links[0] as Record<string, unknown>)["https://purl.imsglobal.org/spec/lti-dl/claim/content_items"] as [{ custom: { lesson: string } }])[0].custom.lesson;

test("a teacher links her account once, chooses a lesson, and the course gets its link", async () => {
  platform.visits.set("petra", { subject: "petra", roles: [INSTRUCTOR], deepLink: true });
  await page.goto(`${platform.url}/course?as=petra`);
  await page.getByRole("button", { name: "Open the lesson" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Link Moorside Moodle with your account");
  await lookInClass(page, "lti-link", [1366, 768]);
  await page.getByRole("button", { name: "Link and go on" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Choose a lesson for this link");
  await lookInClass(page, "lti-choose", [1366, 768]);
  await page.getByRole("button", { name: "Choose A first lesson: the bridge" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Put the lesson into your course");
  await lookInClass(page, "lti-send", [1366, 768]);
  await page.getByRole("button", { name: "Back to the course" }).click();
  await expect(page.getByText("The link is in the course.")).toBeVisible();
  expect(platform.links).toHaveLength(1);
});

test("a pupil comes from the course into the lesson, under a made-up name, and comes back to the same place", async ({ browser, baseURL }) => {
  const first = await pupil(browser, "subject-1", markOf());
  const troubles = await watch(first.context);
  await first.page.waitForURL(`${baseURL!}/p/${projectId}/lesson`);
  await expect(first.page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(first.page.getByText("Ada Example")).toHaveCount(0);
  await shot(first.page, "lti-pupil");
  await first.page.reload();
  await expect(first.page.getByRole("heading", { level: 1 })).toBeVisible();
  await first.context.close();
  const again = await pupil(browser, "subject-1", markOf());
  await again.page.waitForURL(`${baseURL!}/p/${projectId}/lesson`);
  await again.context.close();
  expect(await sql("SELECT u.name, u.email, m.role FROM lti_person l JOIN app_user u ON u.id = l.user_id JOIN member m ON m.user_id = u.id WHERE l.subject = 'subject-1'")).toEqual([{ name: null, email: null, role: "annotator" }]);
  expect(troubles.list).toEqual([]);
});

test("inside the page of a course, one link opens the lesson in a tab of its own", async ({ browser, baseURL }) => {
  platform.visits.set("subject-2", { subject: "subject-2", resource: "link-in-course" });
  const mine = await browser.newContext({ reducedMotion: "reduce" });
  const theirs = await mine.newPage();
  await theirs.goto(`${platform.url}/frame?as=subject-2`);
  const link = theirs.frameLocator("iframe").getByRole("link", { name: "Open in a new tab" });
  await expect(link).toBeVisible();
  await shot(theirs, "lti-frame");
  const [tab] = await Promise.all([mine.waitForEvent("page"), link.click()]);
  await tab.waitForURL(`${baseURL!}/p/${projectId}/lesson`);
  await mine.close();
});

test("a launch that is refused says why, in a sentence", async () => {
  platform.visits.set("mentor", { subject: "mentor", roles: [] });
  await page.goto(`${platform.url}/course?as=mentor`);
  await page.getByRole("button", { name: "Open the lesson" }).click();
  await expect(page.getByText("Your course says neither that you teach nor that you learn in it.")).toBeVisible();
  await lookInClass(page, "lti-refused", [1366, 768]);
});

test("points go to the grade book of the course", async () => {
  await sql("INSERT INTO grade (project_id, member_id, evidence, reasoning) SELECT m.project_id, m.id, 2, 1 FROM lti_person l JOIN member m ON m.user_id = l.user_id WHERE l.subject = 'subject-1'");
  await page.goto(`/p/${projectId}/points`);
  await page.getByRole("button", { name: "Send points" }).click();
  await expect(page.getByText("1 sent · 0 to send")).toBeVisible();
  expect(platform.scores.map(({ userId, scoreGiven, scoreMaximum }) => [userId, scoreGiven, scoreMaximum])).toEqual([["subject-1", 3, 4]]);
  await lookInClass(page, "lti-points", [1366, 768]);
});
