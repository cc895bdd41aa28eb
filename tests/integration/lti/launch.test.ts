import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { base64url, SignJWT } from "jose";
import { operator } from "@/lib/accounts/server/actor";
import { CLAIM } from "@/lib/lti/claims";
import { addPlatform, disablePlatform, type Platform } from "@/lib/lti/server/platforms";
import { lessonMark } from "@/lib/lti/server/seal";
import { newId } from "@/lib/kernel/id";
import { row, rows } from "@/lib/platform/database";
import { setClock } from "@/lib/platform/clock";
import { call } from "@/tests/factories/call";
import { makeLesson, type LessonWorld } from "@/tests/factories/lesson";
import { emptyBeforeEach, testPool } from "@/tests/support/database";
import { INSTRUCTOR, LEARNER, startPlatform, type LtiPlatform, type Visit } from "@/tests/support/lti-platform";
import { startTool, Walker } from "@/tests/support/lti-tool";

emptyBeforeEach();

let tool: Awaited<ReturnType<typeof startTool>>, platform: LtiPlatform, known: Platform, world: LessonWorld;
const launchUrl = () => `${tool.url}/api/v1/lti/launch`;
const refusedFor = (why: string) => `/lti/refused?why=${why}`;

beforeAll(async () => void (tool = await startTool()));
afterAll(() => tool.close());
beforeEach(async () => {
  platform = await startPlatform(tool.url);
  known = await addPlatform(operator(), platform.settings());
  world = await makeLesson({ pupils: 0, step: 0 });
  await rows("INSERT INTO lti_resource (project_id, id, platform_id, resource_link_id) VALUES ($1, $2, $3, 'link-1')", [world.projectId, newId(), known.id]);
  return () => platform.close();
});

const people = async () => (await rows<{ n: number }>("SELECT count(*)::int AS n FROM app_user WHERE kind = 'pupil'"))[0]!.n;
const nobodyCame = async () => expect([await people(), (await rows("SELECT 1 FROM lti_person")).length, (await rows("SELECT 1 FROM session s JOIN app_user u ON u.id = s.user_id WHERE u.kind = 'pupil'")).length]).toEqual([0, 0, 0]);

/** Everything that the database holds, as text. */
async function wholeDatabase(): Promise<string> {
  const tables = await testPool().query<{ name: string }>("SELECT quote_ident(table_name) AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'");
  const texts: string[] = [];
  for (const { name } of tables.rows) texts.push(JSON.stringify((await testPool().query(`SELECT * FROM ${name}`)).rows));
  return texts.join("\n");
}

describe("a pupil's launch", () => {
  it("opens the lesson under a made-up name, with the articles of the lesson and nothing of who they are", async () => {
    const browser = new Walker(tool.url);
    const arrived = await browser.launch(platform, { subject: "subject-of-ada" });
    expect([arrived.status, arrived.to]).toEqual([303, `/p/${world.projectId}/lesson`]);
    expect((await call({ session: browser.session }, "GET", `/projects/${world.projectId}/lesson`)).status).toBe(200);
    const pupil = await row<{ kind: string; name: string | null; email: string | null; role: string; assigned: number }>(
      "SELECT u.kind, u.name, u.email, m.role, (SELECT count(*)::int FROM assignment s WHERE s.member_id = m.id) AS assigned FROM lti_person l JOIN app_user u ON u.id = l.user_id JOIN member m ON m.user_id = u.id WHERE l.subject = 'subject-of-ada'",
    );
    expect(pupil).toEqual({ kind: "pupil", name: null, email: null, role: "annotator", assigned: 2 });
    const everything = await wholeDatabase();
    expect([everything.includes("Ada Example"), everything.includes("ada@example.org"), everything.split("subject-of-ada").length - 1]).toEqual([false, false, 1]);
  });

  it("brings the same pupil back to the same place, from any browser, and two pupils to two", async () => {
    for (const subject of ["one", "one", "two"]) expect((await new Walker(tool.url).launch(platform, { subject })).to).toBe(`/p/${world.projectId}/lesson`);
    expect((await rows("SELECT 1 FROM member WHERE project_id = $1 AND role = 'annotator'", [world.projectId])).length).toBe(2);
  });

  it("makes one pupil of two launches at once", async () => {
    const all = await Promise.all([1, 2, 3].map(() => new Walker(tool.url).launch(platform, { subject: "one" })));
    expect([all.map(({ to }) => to), await people()]).toEqual([Array(3).fill(`/p/${world.projectId}/lesson`), 1]);
  });

  it("begins with a form as well as with a link", async () => {
    const step = await new Walker(tool.url).post("/api/v1/lti/login", { iss: platform.issuer, login_hint: "h", target_link_uri: launchUrl() });
    expect([step.status, step.to.startsWith(`${platform.url}/auth?`)]).toEqual([303, true]);
  });

  it("goes where the teacher's own link says, and not where a link says that somebody made up", async () => {
    const other = await makeLesson({ pupils: 0, step: 0 });
    const made = await new Walker(tool.url).launch(platform, { subject: "one", resource: "new-link", lesson: `${other.projectId}.${"x".repeat(43)}` });
    expect(made.to).toBe(refusedFor("resource"));
    const picked = await new Walker(tool.url).launch(platform, { subject: "one", resource: "new-link", lesson: lessonMark(operator(), known.id, other.projectId) });
    expect(picked.to).toBe(`/p/${other.projectId}/lesson`);
  });

  it("inside a frame goes on in a new tab, with what the login brought", async () => {
    const step = await new Walker(tool.url).get(`/api/v1/lti/login?${new URLSearchParams({ iss: platform.issuer, login_hint: "h", target_link_uri: launchUrl() }).toString()}`, { "sec-fetch-dest": "iframe" });
    expect([step.to.split("?")[0], new URLSearchParams(step.to.split("?")[1]).get("login_hint"), step.set]).toEqual(["/lti/new-tab", "h", []]);
  });

  it("keeps out who was taken out, and who comes for the first time after the end", async () => {
    await new Walker(tool.url).launch(platform, { subject: "one" });
    await rows("UPDATE lesson SET state = 'ended', step = NULL, step_ends_at = NULL, ended_at = now() WHERE project_id = $1", [world.projectId]);
    expect((await new Walker(tool.url).launch(platform, { subject: "one" })).to).toBe(`/p/${world.projectId}/lesson`);
    expect((await new Walker(tool.url).launch(platform, { subject: "late" })).to).toBe(refusedFor("lesson_over"));
    expect(await people()).toBe(1);
    await rows("UPDATE member SET state = 'removed', removed_at = now() WHERE project_id = $1 AND role = 'annotator'", [world.projectId]);
    const out = new Walker(tool.url);
    expect([(await out.launch(platform, { subject: "one" })).to, out.session]).toEqual([refusedFor("removed"), ""]);
  });
});

describe("a launch that is refused", () => {
  const seconds = () => Math.floor(Date.now() / 1000);
  const claims: [string, string, Partial<Visit> | (() => Partial<Visit>)][] = [
    ["an expired token", "expired", () => ({ more: { exp: seconds() - 61, iat: seconds() - 200 } })],
    ["a token of the future", "expired", () => ({ more: { iat: seconds() + 90 } })],
    ["a token that says it is good for ever", "expired", () => ({ more: { iat: seconds() - 4000, exp: seconds() + 10_000_000 } })],
    ["another audience", "audience", { more: { aud: "somebody-else", azp: "somebody-else" } }],
    ["several audiences of which none asked", "audience", { more: { aud: ["tool-on-simulator", "other"], azp: "other" } }],
    ["another issuer", "issuer", { more: { iss: "https://elsewhere.example.org" } }],
    ["a deployment that is not known", "deployment", { more: { [CLAIM.deployment]: "deployment-9" } }],
    ["another version", "version", { more: { [CLAIM.version]: "1.1" } }],
    ["another message", "message", { more: { [CLAIM.messageType]: "LtiSubmissionReviewRequest" } }],
    ["a launch without a link", "message", { more: { [CLAIM.resource]: undefined } }],
    ["a target on another site", "target", { more: { [CLAIM.target]: "https://evil.example.org/launch" } }],
    ["a role that is neither", "role", { roles: ["http://purl.imsglobal.org/vocab/lis/v2/membership#Mentor"] }],
    ["an administrator who is not in the course", "role", { roles: ["http://purl.imsglobal.org/vocab/lis/v2/institution/person#Administrator"] }],
    ["a pupil who would pick lessons", "role", { deepLink: true, roles: [LEARNER] }],
    ["a link that has no lesson", "resource", { resource: "unknown-link" }],
    ["a token without a subject", "token", { more: { sub: undefined } as never }],
    ["a nonce that was not asked for", "nonce", { more: { nonce: "another" } }],
  ];
  it.each(claims)("%s: %s", async (_name, why, visit) => {
    const browser = new Walker(tool.url);
    const end = await browser.launch(platform, { subject: "one", ...(typeof visit === "function" ? visit() : visit) });
    expect([end.status, end.to, browser.session]).toEqual([303, refusedFor(why), ""]);
    await nobodyCame();
  });

  it("lets a clock be wrong by less than a minute", async () => {
    for (const more of [{ exp: seconds() - 40, iat: seconds() - 90 }, { iat: seconds() + 40 }])
      expect((await new Walker(tool.url).launch(platform, { subject: "one", more })).to).toBe(`/p/${world.projectId}/lesson`);
  });

  it("a signature of another key, no signature, a secret for a signature, and a key that is not the platform's", async () => {
    const browser = new Walker(tool.url);
    const stranger = await startPlatform(tool.url);
    const send = async (make: (nonce: string) => Promise<string>) => {
      const { state, nonce } = await browser.login(platform);
      return (await browser.post("/api/v1/lti/launch", { id_token: await make(nonce), state })).to;
    };
    const header = async (nonce: string) => JSON.parse(Buffer.from((await platform.token({ subject: "one" }, nonce, launchUrl())).split(".")[0]!, "base64url").toString("utf8")) as { kid: string };
    const payload = async (nonce: string) => (await platform.token({ subject: "one" }, nonce, launchUrl())).split(".")[1]!;
    expect(await send(async (nonce) => stranger.token({ subject: "one", more: { iss: platform.issuer } }, nonce, launchUrl(), await header(nonce)))).toBe(refusedFor("signature"));
    expect(await send((nonce) => stranger.token({ subject: "one", more: { iss: platform.issuer } }, nonce, launchUrl()))).toBe(refusedFor("signature"));
    expect(await send(async (nonce) => `${base64url.encode(JSON.stringify({ alg: "none", kid: (await header(nonce)).kid }))}.${await payload(nonce)}.`)).toBe(refusedFor("signature"));
    expect(await send(async (nonce) => new SignJWT(JSON.parse(Buffer.from(await payload(nonce), "base64url").toString("utf8")) as object as never).setProtectedHeader({ alg: "HS256", kid: (await header(nonce)).kid }).sign(new TextEncoder().encode("a secret of thirty-two bytes or more")))).toBe(refusedFor("signature"));
    expect(await send((nonce) => platform.token({ subject: "one" }, nonce, launchUrl(), { kid: "no-such-key" }))).toBe(refusedFor("signature"));
    expect(await send(async (nonce) => (await platform.token({ subject: "one" }, nonce, launchUrl())).replace(/\.[^.]{4}/u, ".AAAA"))).toBe(refusedFor("signature"));
    expect(await send(async () => "no token")).toBe(refusedFor("signature"));
    await nobodyCame();
    await stranger.close();
  });

  it("a state that this machine did not make, that is over, or that another login had", async () => {
    const browser = new Walker(tool.url);
    const [one, two] = [await browser.login(platform), await browser.login(platform)];
    const send = async (nonce: string, state: string) => (await browser.post("/api/v1/lti/launch", { id_token: await platform.token({ subject: "one" }, nonce, launchUrl()), state })).to;
    expect(await send(one.nonce, "x".repeat(200))).toBe(refusedFor("state"));
    expect(await send(one.nonce, two.state)).toBe(refusedFor("nonce"));
    const back = setClock(() => new Date(Date.now() + 601_000));
    try {
      expect(await send(one.nonce, one.state)).toBe(refusedFor("state"));
    } finally {
      back();
    }
    expect((await browser.post("/api/v1/lti/launch", { id_token: "x" })).to).toBe(refusedFor("bad_request"));
    await nobodyCame();
  });

  it("the same answer a second time, and a ticket that was used", async () => {
    const browser = new Walker(tool.url);
    const { state, nonce } = await browser.login(platform);
    const fields = { id_token: await platform.token({ subject: "one" }, nonce, launchUrl()), state };
    expect((await browser.post("/api/v1/lti/launch", fields)).to).toBe("/api/v1/lti/open");
    expect((await browser.post("/api/v1/lti/launch", fields)).to).toBe(refusedFor("replayed"));
    const before = new Map(browser.cookies);
    expect((await browser.get("/api/v1/lti/open")).to).toBe(`/p/${world.projectId}/lesson`);
    for (const [name, value] of before) browser.cookies.set(name, value);
    expect((await browser.get("/api/v1/lti/open")).to).toBe(refusedFor("replayed"));
  });

  it("an answer that another browser began: nobody is signed in as somebody else", async () => {
    const [mine, theirs] = [new Walker(tool.url), new Walker(tool.url)];
    const { state, nonce } = await mine.login(platform);
    const fields = { id_token: await platform.token({ subject: "one" }, nonce, launchUrl()), state };
    await theirs.login(platform);
    expect((await theirs.post("/api/v1/lti/launch", fields)).to).toBe("/api/v1/lti/open");
    expect([(await theirs.get("/api/v1/lti/open")).to, theirs.session]).toEqual([refusedFor("browser"), ""]);
    await nobodyCame();
  });

  it("a platform that is not known, or disabled, before the login and between", async () => {
    const browser = new Walker(tool.url);
    expect((await browser.login({ ...platform, issuer: "https://unknown.example.org" })).step.to).toBe(refusedFor("unknown_platform"));
    const { state, nonce } = await browser.login(platform);
    await disablePlatform(operator(), known.id, true);
    expect((await browser.post("/api/v1/lti/launch", { id_token: await platform.token({ subject: "one" }, nonce, launchUrl()), state })).to).toBe(refusedFor("unknown_platform"));
    expect((await browser.login(platform)).step.to).toBe(refusedFor("unknown_platform"));
  });

  it("a login that would lead to another site, or that lacks what it needs", async () => {
    const browser = new Walker(tool.url);
    expect((await browser.login(platform, { target_link_uri: "https://evil.example.org/" })).step.to).toBe(refusedFor("target"));
    expect((await browser.login(platform, { target_link_uri: "not an address" })).step.to).toBe(refusedFor("target"));
    expect((await browser.login(platform, { login_hint: "" })).step.to).toBe(refusedFor("bad_request"));
    expect((await browser.login(platform, { login_hint: "x".repeat(3000) })).step.to).toBe(refusedFor("bad_request"));
  });
});

it("leads a teacher to a page of her own", async () => {
  expect((await new Walker(tool.url).launch(platform, { subject: "t", roles: [INSTRUCTOR, LEARNER] })).to).toBe("/lti/teacher");
  await nobodyCame();
});
