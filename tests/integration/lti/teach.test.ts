import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { actorOf, operator } from "@/lib/accounts/server/actor";
import { CLAIM } from "@/lib/lti/claims";
import { ltiCookieOf } from "@/lib/lti/server/cookies";
import { addPlatform, disablePlatform, type Platform } from "@/lib/lti/server/platforms";
import { standingOf } from "@/lib/lti/server/teach";
import { newId } from "@/lib/kernel/id";
import { rows } from "@/lib/platform/database";
import { call, type Answer } from "@/tests/factories/call";
import { makeLesson, type LessonWorld } from "@/tests/factories/lesson";
import { makePerson } from "@/tests/factories/world";
import { emptyBeforeEach } from "@/tests/support/database";
import { DEPLOYMENT, INSTRUCTOR, startPlatform, type LtiPlatform, type Visit } from "@/tests/support/lti-platform";
import { startTool, Walker } from "@/tests/support/lti-tool";

emptyBeforeEach();

let tool: Awaited<ReturnType<typeof startTool>>, platform: LtiPlatform, known: Platform, world: LessonWorld;
beforeAll(async () => void (tool = await startTool()));
afterAll(() => tool.close());
beforeEach(async () => {
  platform = await startPlatform(tool.url);
  known = await addPlatform(operator(), platform.settings());
  world = await makeLesson({ pupils: 0, step: 0 });
  return () => platform.close();
});

const cookieLine = (browser: Walker) => [...browser.cookies].map(([name, value]) => `${name}=${value}`).join("; ");
/** What the teacher's page would show this browser. */
async function standing(browser: Walker) {
  const head = new Headers({ cookie: cookieLine(browser) });
  const actor = await actorOf({ session: browser.session || undefined, address: "" });
  const found = await standingOf(actor, ltiCookieOf(actor, "ticket", head), ltiCookieOf(actor, "browser", head));
  return found.ok ? found.value : found.error;
}
/** A request of our own page in this browser. */
async function ask(browser: Walker, method: string, path: string, payload: object = {}): Promise<Answer> {
  const answer = await call(null, method, path, payload, { headers: { cookie: cookieLine(browser) } });
  for (const line of answer.headers.getSetCookie()) browser.cookies.set(line.split("=")[0]!, line.slice(line.indexOf("=") + 1, line.indexOf(";")));
  return answer;
}
const signIn = (browser: Walker, who: { session: string }) => void browser.cookies.set("slantwise-session", who.session);
const teach = (more: Partial<Visit> = {}): Visit => ({ subject: "teacher-1", roles: [INSTRUCTOR], ...more });

/** A browser in which the teacher has linked her account and chosen nothing yet. */
async function linked(visit: Visit = teach()): Promise<Walker> {
  const browser = new Walker(tool.url);
  signIn(browser, world.teacher);
  await browser.launch(platform, visit);
  if (typeof (await standing(browser)) === "object" && (await standing(browser) as { kind: string }).kind === "link") expect((await ask(browser, "POST", "/lti/link")).status).toBe(200);
  return browser;
}

describe("a teacher's launch", () => {
  it("asks her to sign in, then for her consent, then which lesson, and pupils come into that one", async () => {
    const browser = new Walker(tool.url);
    expect((await browser.launch(platform, teach())).to).toBe("/lti/teacher");
    expect(await standing(browser)).toEqual({ kind: "sign_in", platform: "Moorside Moodle" });
    signIn(browser, world.teacher);
    expect(await standing(browser)).toEqual({ kind: "link", platform: "Moorside Moodle", name: world.teacher.name });
    expect((await rows("SELECT 1 FROM lti_person")).length).toBe(0);
    expect((await ask(browser, "POST", `/projects/${world.projectId}/lesson/lti`)).status).toBe(409);
    expect((await ask(browser, "POST", "/lti/link")).status).toBe(200);
    expect(await standing(browser)).toEqual({ kind: "choose", platform: "Moorside Moodle", deepLink: false, lessons: [{ id: world.projectId, name: "Room 14: the bridge" }] });
    expect((await new Walker(tool.url).launch(platform, { subject: "pupil" })).to).toBe("/lti/refused?why=resource");
    expect((await ask(browser, "POST", `/projects/${world.projectId}/lesson/lti`)).status).toBe(200);
    expect(await standing(browser)).toEqual({ kind: "go", projectId: world.projectId });
    expect((await new Walker(tool.url).launch(platform, { subject: "pupil" })).to).toBe(`/p/${world.projectId}/lesson`);
  });

  it("signs her in the next time, once for each launch", async () => {
    await linked();
    const browser = new Walker(tool.url);
    await browser.launch(platform, teach());
    expect((await actorOf({ session: browser.session, address: "" })).userId).toBe(world.teacher.userId);
    const kept = new Map(browser.cookies);
    browser.cookies.delete("slantwise-session");
    expect((await browser.get("/api/v1/lti/open")).to).toBe("/lti/refused?why=other_account");
    for (const [name, value] of kept) browser.cookies.set(name, value);
    expect((await browser.get("/api/v1/lti/open")).set).toEqual([]);
  });

  it("never links by an e-mail address, nor with a pupil, nor with a second account", async () => {
    await rows("UPDATE app_user SET email = 'ada@example.org' WHERE id = $1", [world.teacher.userId]);
    const browser = new Walker(tool.url);
    await browser.launch(platform, teach());
    expect(await standing(browser)).toMatchObject({ kind: "sign_in" });
    signIn(browser, await makePerson("A pupil", "pupil"));
    expect([await standing(browser), (await ask(browser, "POST", "/lti/link")).status]).toEqual([{ kind: "pupil_here", platform: "Moorside Moodle" }, 409]);
    await linked();
    signIn(browser, await makePerson("Another teacher"));
    expect([await standing(browser), (await ask(browser, "POST", "/lti/link")).status]).toEqual(["other_account", 409]);
    expect((await rows("SELECT 1 FROM lti_person WHERE user_id = $1", [world.teacher.userId])).length).toBe(1);
  });

  it("asks for the launch that began in this browser, for every step", async () => {
    const [browser, other] = [await linked(), new Walker(tool.url)];
    signIn(other, world.teacher);
    await other.login(platform);
    other.cookies.set("slantwise-lti-ticket", browser.cookies.get("slantwise-lti-ticket")!);
    expect([await standing(other), (await ask(other, "POST", `/projects/${world.projectId}/lesson/lti`)).status]).toEqual(["browser", 409]);
    expect((await ask(other, "POST", "/lti/link")).status).toBe(409);
    expect((await rows("SELECT 1 FROM lti_resource")).length).toBe(0);
  });

  it("leads to nobody else's lesson, and keeps the lesson that was chosen first", async () => {
    const browser = await linked();
    await ask(browser, "POST", `/projects/${world.projectId}/lesson/lti`);
    const other = await makeLesson({ pupils: 0 });
    const [hers, stranger] = [await linked(teach()), new Walker(tool.url)];
    expect((await ask(hers, "POST", `/projects/${other.projectId}/lesson/lti`)).status).toBe(404);
    signIn(stranger, other.teacher);
    await stranger.launch(platform, teach({ subject: "teacher-2" }));
    await ask(stranger, "POST", "/lti/link");
    expect(await standing(stranger)).toBe("not_teacher");
    expect((await ask(stranger, "POST", `/projects/${other.projectId}/lesson/lti`)).status).toBe(409);
  });
});

describe("deep linking", () => {
  it("sends a signed link back, by which pupils find the lesson", async () => {
    const browser = await linked(teach({ deepLink: true }));
    expect(await standing(browser)).toMatchObject({ kind: "choose", deepLink: true });
    const link = await ask(browser, "POST", `/projects/${world.projectId}/lesson/lti/link`);
    expect([link.status, link.body["returnUrl"], link.body["name"]]).toEqual([200, `${platform.url}/links`, "Room 14: the bridge"]);
    await fetch(link.body["returnUrl"] as string, { method: "POST", body: new URLSearchParams({ JWT: link.body["jwt"] as string }) });
    const [arrived] = platform.links as [Record<string, unknown>];
    const [item] = arrived[CLAIM.items] as [{ type: string; url: string; custom: { lesson: string }; lineItem: { scoreMaximum: number } }];
    expect([arrived[CLAIM.messageType], arrived[CLAIM.version], arrived[CLAIM.deployment], arrived[CLAIM.data]]).toEqual(["LtiDeepLinkingResponse", "1.3.0", DEPLOYMENT, "keep this"]);
    expect([item.type, item.lineItem.scoreMaximum]).toEqual(["ltiResourceLink", 4]);
    expect((await new Walker(tool.url).launch(platform, { subject: "pupil", resource: "made-by-link", lesson: item.custom.lesson })).to).toBe(`/p/${world.projectId}/lesson`);
  });

  it("goes to no address that is not encrypted, and only for whoever asked", async () => {
    const browser = await linked(teach({ deepLink: true, more: { [CLAIM.deepLinking]: { deep_link_return_url: "http://elsewhere.example.org/links", accept_types: ["ltiResourceLink"] } } }));
    expect([await standing(browser), (await ask(browser, "POST", `/projects/${world.projectId}/lesson/lti/link`)).status]).toEqual(["deep_link", 409]);
    const plain = await linked(teach());
    expect((await ask(plain, "POST", `/projects/${world.projectId}/lesson/lti/link`)).status).toBe(409);
    expect((await new Walker(tool.url).launch(platform, teach({ deepLink: true, more: { [CLAIM.deepLinking]: { deep_link_return_url: `${platform.url}/links`, accept_types: ["file"] } } }))).to).toBe("/lti/refused?why=deep_link");
  });
});

describe("points", () => {
  const scores = (op?: string) => call(world.teacher, "POST", `/projects/${world.projectId}/lesson/lti/scores`, {}, op === undefined ? {} : { op });
  const grade = (subject: string, evidence: number | null, reasoning: number | null) =>
    rows(
      `INSERT INTO grade (project_id, member_id, evidence, reasoning) SELECT m.project_id, m.id, $2, $3 FROM lti_person l JOIN member m ON m.user_id = l.user_id WHERE l.subject = $1
       ON CONFLICT (project_id, member_id) DO UPDATE SET evidence = excluded.evidence, reasoning = excluded.reasoning`,
      [subject, evidence, reasoning],
    );
  beforeEach(async () => {
    await rows("INSERT INTO lti_resource (project_id, id, platform_id, resource_link_id) VALUES ($1, $2, $3, 'link-1')", [world.projectId, newId(), known.id]);
    for (const subject of ["one", "two"]) await new Walker(tool.url).launch(platform, { subject });
  });

  it("go to the grade book once, and again when they change; what is not given is not sent", async () => {
    await grade("one", 2, 1);
    await grade("two", 2, null);
    const op = newId();
    expect((await scores(op)).body).toEqual({ pupils: 2, sent: 1, waiting: 0, failed: 0 });
    expect(platform.scores).toEqual([{ userId: "one", scoreGiven: 3, scoreMaximum: 4, activityProgress: "Completed", gradingProgress: "FullyGraded", timestamp: expect.stringMatching(/^\d{4}-.*Z$/u) as string }]);
    await grade("two", 0, 0);
    expect((await scores(op)).body).toEqual({ pupils: 2, sent: 1, waiting: 0, failed: 0 });
    await grade("one", 2, 2);
    expect((await call(world.teacher, "GET", `/projects/${world.projectId}/lesson/lti/scores`)).body).toEqual({ pupils: 2, sent: 0, waiting: 2, failed: 0 });
    expect((await scores()).body).toEqual({ pupils: 2, sent: 2, waiting: 0, failed: 0 });
    expect(platform.scores.map(({ userId, scoreGiven }) => `${String(userId)} ${String(scoreGiven)}`).sort()).toEqual(["one 3", "one 4", "two 0"]);
  });

  it("are not lost when the platform fails, has gone, or is disabled, and go out afterwards", async () => {
    await grade("one", 2, 1);
    platform.grades = "fails";
    expect((await scores()).body).toEqual({ pupils: 2, sent: 0, waiting: 1, failed: 1 });
    await rows("UPDATE lti_platform SET token_url = $1", [`${platform.url}/nothing`]);
    platform.grades = "well";
    expect((await scores()).body).toEqual({ pupils: 2, sent: 0, waiting: 1, failed: 1 });
    await rows("UPDATE lti_platform SET token_url = $1", [`${platform.url}/token`]);
    await disablePlatform(operator(), known.id, true);
    expect((await scores()).body).toEqual({ pupils: 2, sent: 0, waiting: 1, failed: 1 });
    await disablePlatform(operator(), known.id, false);
    expect((await scores()).body).toEqual({ pupils: 2, sent: 1, waiting: 0, failed: 0 });
    expect([platform.scores.length, await rows("SELECT points, fault FROM lti_score")]).toEqual([1, [{ points: 3, fault: null }]]);
  });

  it("are sent to no address that a launch made up", async () => {
    await grade("one", 1, 1);
    await rows("UPDATE lti_resource SET line_item_url = 'http://elsewhere.example.org/items/1'");
    expect((await scores()).body).toMatchObject({ sent: 0, failed: 1 });
    expect(await rows("SELECT fault FROM lti_score")).toEqual([{ fault: "address" }]);
  });

  it("are a teacher's to send, and tell pupils nothing", async () => {
    const browser = new Walker(tool.url);
    await browser.launch(platform, { subject: "one" });
    for (const method of ["GET", "POST"]) expect((await call({ session: browser.session }, method, `/projects/${world.projectId}/lesson/lti/scores`)).status).toBe(403);
  });
});
