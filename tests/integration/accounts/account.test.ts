import { describe, expect, it } from "vitest";
import { operator } from "@/lib/accounts/server/actor";
import { listUsers, setDisabled } from "@/lib/accounts/server/admin";
import { resetPassword } from "@/lib/accounts/server/reset";
import { row, rows } from "@/lib/platform/database";
import { erasePerson } from "@/lib/projects/server/erase";
import { leavingArticle } from "@/lib/assignments/server/progress-moves";
import { purgeArticle, purgeProject } from "@/lib/projects/server/purge";
import { call } from "@/tests/factories/call";
import { addArticle, addMember, addTarget, assign, makeProject, spanOver } from "@/tests/factories/world";
import { emptyBeforeEach } from "@/tests/support/database";
import { GOOD, makeAccount, Visitor } from "./door";

emptyBeforeEach();

async function signedIn(login = "ilka"): Promise<Visitor & { userId: string }> {
  const { userId } = await makeAccount({ login });
  const visitor = new Visitor();
  await visitor.signIn(login, GOOD);
  return Object.assign(visitor, { userId });
}

describe("the passphrase", () => {
  it("changes with the old one only, and every other session ends", async () => {
    const [here, there] = [await signedIn(), new Visitor()];
    await there.signIn("ilka", GOOD);
    const change = (old: string, password: string) => here.api("POST", "/account/password", { old, password });
    expect((await change("wrong", "walnut ferry lantern")).status).toBe(422);
    for (const bad of ["seven77", "password123", "qwertyuiop", "my ilka phrase", "slantwise rules", "x".repeat(257)]) expect([bad, (await change(GOOD, bad)).status]).toEqual([bad, 422]);
    expect((await change(GOOD, "walnut ferry lantern")).body).toEqual({ ended: 1 });
    expect((await here.api("GET", "/account")).status).toBe(200);
    expect((await there.api("GET", "/account")).status).toBe(401);
    expect((await new Visitor().signIn("ilka", "walnut ferry lantern")).status).toBe(200);
  });

  it("takes ten tries in ten minutes", async () => {
    const here = await signedIn();
    const statuses = [];
    for (let i = 0; i < 11; i++) statuses.push((await here.api("POST", "/account/password", { old: "wrong", password: "walnut ferry lantern" })).status);
    expect(statuses.slice(0, 10)).toEqual(Array(10).fill(422));
    expect(statuses[10]).toBe(429);
  });
});

describe("sessions and tokens", () => {
  it("lists and ends one's own sessions and nobody else's", async () => {
    const [here, there, other] = [await signedIn(), new Visitor(), await signedIn("other")];
    await there.signIn("ilka", GOOD);
    const { items } = (await here.api("GET", "/account/sessions")).body as { items: { id: string; current: boolean }[] };
    expect(items.map((one) => one.current)).toEqual([true, false]);
    expect((await other.api("DELETE", `/account/sessions/${items[1]!.id}`)).status).toBe(404);
    expect((await here.api("DELETE", `/account/sessions/${items[1]!.id}`)).status).toBe(200);
    expect((await there.api("GET", "/account")).status).toBe(401);
    await there.signIn("ilka", GOOD);
    expect((await here.api("POST", "/account/sign-out-everywhere")).body).toEqual({ ended: 2 });
    for (const visitor of [here, there]) expect((await visitor.api("GET", "/account")).status).toBe(401);
    expect((await other.api("GET", "/account")).status).toBe(200);
  });

  it("makes API tokens that are shown once, do what their owner may but no account business, and end when revoked", async () => {
    const here = await signedIn();
    const made = (await here.api("POST", "/account/tokens", { name: "My script", days: 30 })).body;
    expect(made["token"]).toMatch(/^slw_[\w-]{43}$/);
    expect(JSON.stringify(await rows("SELECT * FROM api_token"))).not.toContain(made["token"]);
    expect((await here.api("GET", "/account/tokens")).text).not.toContain(made["token"]);
    const bearer = { headers: { authorization: `Bearer ${made["token"]}` } };
    expect((await call(null, "GET", "/account", undefined, bearer)).status).toBe(200);
    for (const [method, path, body] of [["POST", "/account/tokens", { name: "x", days: 1 }], ["POST", "/account/password", { old: GOOD, password: "walnut ferry lantern" }], ["POST", "/account/erasure", { confirm: "erase me", notes: false }], ["GET", "/account/download", undefined]] as const) expect((await call(null, method, path, body, bearer)).status).toBe(403);
    expect((await here.api("DELETE", `/account/tokens/${made["id"]}`)).status).toBe(200);
    expect((await call(null, "GET", "/account", undefined, bearer)).status).toBe(401);
  });
});

describe("what is mine", () => {
  async function atWork() {
    const here = await signedIn();
    const projectId = await makeProject();
    const lead = await addMember(projectId, "coordinator");
    const me = await addMember(projectId, "annotator", { userId: here.userId, session: here.session, name: "ilka" });
    const article = await addArticle(projectId, "Harbour news\nThe council bungled the closure.");
    const target = await addTarget(projectId, "Council");
    const assignment = await assign(me, article);
    await call(me, "POST", `/projects/${projectId}/assignments/${assignment}/spans`, spanOver(article, "bungled", target, { note: "my own words" }));
    return { here, projectId, lead, me, article };
  }

  it("comes as one file with account, memberships, marks and notes", async () => {
    const { here } = await atWork();
    const file = await here.api("GET", "/account/download");
    expect(file.headers.get("content-disposition")).toContain("attachment");
    expect(file.body).toMatchObject({ account: { login: "ilka" }, readerSettings: { singleKeys: true, granularity: "word" }, memberships: [{ role: "annotator" }], spans: [{ note: "my own words", target: "Council", parts: [{ quote: "bungled" }] }] });
    expect(file.text).not.toContain("argon2");
  });

  it("is erased with the person, while marks stay under a withdrawn name, with or without notes", async () => {
    const { here, projectId, me } = await atWork();
    expect((await here.api("POST", "/account/erasure", { confirm: "yes", notes: true })).status).toBe(422);
    expect((await here.api("POST", "/account/erasure", { confirm: "Erase me", notes: true })).status).toBe(200);
    expect((await here.api("GET", "/account")).status).toBe(401);
    expect(await row("SELECT user_id, pseudonym, state FROM member WHERE project_id = $1 AND id = $2", [projectId, me.memberId])).toEqual({ user_id: null, pseudonym: "withdrawn-1", state: "withdrawn" });
    expect(await rows("SELECT note FROM span")).toEqual([{ note: "" }]);
    for (const table of ["app_user", "session", "account", "api_token", "rate_limit"]) expect([table, (await rows(`SELECT * FROM ${table} WHERE to_jsonb(${table})::text LIKE '%ilka%' OR to_jsonb(${table})::text LIKE $1`, [`%${here.userId}%`])).length]).toEqual([table, 0]);
    const everything = JSON.stringify([await rows("SELECT * FROM audit_entry"), await rows("SELECT * FROM span_event"), await rows("SELECT * FROM operation"), await rows("SELECT * FROM account_event")]);
    expect(everything).not.toMatch(/my own words|Name of ilka/);
  });

  it("asks to hand over first whoever alone leads a project with others", async () => {
    const { lead, projectId, me } = await atWork();
    const refused = await call(lead, "POST", "/account/erasure", { confirm: "erase me", notes: false });
    expect(refused.status).toBe(409);
    expect(refused.body["projects"]).toMatchObject([{ id: projectId }]);
    expect((await call(lead, "GET", "/account/hand-over")).body["items"]).toMatchObject([{ id: projectId }]);
    await call(lead, "PATCH", `/projects/${projectId}/members/${me.memberId}`, { version: 1, role: "coordinator" });
    expect((await call(lead, "POST", "/account/erasure", { confirm: "erase me", notes: false })).status).toBe(200);
    expect(await row("SELECT note FROM span")).toEqual({ note: "my own words" });
  });

  it("can be purged by whoever runs the machine: an article, a person, a project", async () => {
    const { here, projectId, article } = await atWork();
    expect(await purgeArticle(operator(), article.articleId, leavingArticle)).toMatchObject({ title: "Harbour news" });
    expect(JSON.stringify([await rows("SELECT * FROM span"), await rows("SELECT * FROM revision"), await rows("SELECT * FROM operation"), await rows("SELECT * FROM work")])).not.toMatch(/bungled|harbour/i);
    await erasePerson(operator(), "ilka", { notes: false });
    expect((await here.api("GET", "/account")).status).toBe(401);
    await purgeProject(operator(), projectId);
    expect(await rows("SELECT 1 FROM member")).toEqual([]);
    await expect(purgeProject(operator(), projectId)).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("whoever runs the machine", () => {
  it("makes a link for a new passphrase, disables and enables, and lists people", async () => {
    const here = await signedIn();
    const { path } = await resetPassword(operator(), "ilka");
    const token = new URL(path, "http://x").searchParams.get("token");
    expect((await here.api("POST", "/session/reset", { token, password: "walnut ferry lantern" })).status).toBe(200);
    await here.signIn("ilka", "walnut ferry lantern");
    await setDisabled(operator(), "ilka", true);
    expect((await here.api("GET", "/account")).status).toBe(401);
    expect((await new Visitor().signIn("ilka", "walnut ferry lantern")).status).toBe(401);
    await setDisabled(operator(), "ilka", false);
    expect((await new Visitor().signIn("ilka", "walnut ferry lantern")).status).toBe(200);
    expect(await listUsers(operator())).toMatchObject([{ login: "ilka", disabled: false, projects: 0 }]);
    await expect(resetPassword(operator(), "nobody")).rejects.toMatchObject({ code: "not_found" });
  });
});
