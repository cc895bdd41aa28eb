import { describe, expect, it } from "vitest";
import { sessionCookie } from "@/lib/accounts/server/credential";
import { row, rows } from "@/lib/platform/database";
import { call } from "@/tests/factories/call";
import { addArticle, addMember, makeProject, type TestMember } from "@/tests/factories/world";
import { emptyBeforeEach } from "@/tests/support/database";
import { GOOD, Visitor } from "../accounts/door";

emptyBeforeEach();

async function aClass(kind: "class" | "research" = "class"): Promise<TestMember> {
  const projectId = await makeProject({ kind });
  return addMember(projectId, "coordinator");
}
async function codeOf(lead: TestMember, more: object = {}): Promise<{ id: string; code: string }> {
  const made = await call(lead, "POST", `/projects/${lead.projectId}/codes`, more);
  expect(made.status).toBe(201);
  return made.body as { id: string; code: string };
}
const names = async (visitor: Visitor, code: string): Promise<string[]> => (await visitor.api("POST", "/join/look", { code })).body["pseudonyms"];
function keep(visitor: Visitor, answer: { headers: Headers }): void {
  visitor.cookies.set(sessionCookie(), /=([^;]+)/.exec(answer.headers.get("set-cookie") ?? "=")?.[1] ?? "");
}
async function join(visitor: Visitor, code: string) {
  const answer = await visitor.api("POST", "/join", { code, pseudonym: (await names(visitor, code))[0] });
  if (answer.status === 201) keep(visitor, answer);
  return answer;
}

describe("joining a class with a code", () => {
  it("needs a made-up name only, gives four words once, and comes back with them", async () => {
    const lead = await aClass();
    const { code } = await codeOf(lead);
    expect(code).toMatch(/^[2-9A-HJ-NP-Z]{10}$/);
    const pupil = new Visitor();
    const look = await pupil.api("POST", "/join/look", { code: ` ${code.slice(0, 5).toLowerCase()}-${code.slice(5)} ` });
    expect(look.body).toMatchObject({ asks: "pseudonym", role: "annotator", email: null, projectKind: "class" });
    expect(look.body["pseudonyms"]).toHaveLength(8);
    expect((await pupil.api("POST", "/join", { code, pseudonym: "Mary Smith" })).status).toBe(422);
    expect((await pupil.api("POST", "/join", { code })).status).toBe(422);
    const joined = await join(pupil, code);
    expect(joined.body["phrase"]).toMatch(/^[a-z]+ [a-z]+ [a-z]+ [a-z]+$/);
    expect((await pupil.api("GET", "/projects")).body["items"]).toMatchObject([{ id: lead.projectId, role: "annotator", pseudonym: look.body["pseudonyms"] && joined.body["pseudonym"] }]);
    expect(await row("SELECT kind, login, email, password_hash FROM app_user WHERE kind = 'pupil'")).toEqual({ kind: "pupil", login: null, email: null, password_hash: null });
    const again = new Visitor();
    expect((await again.signInWithPhrase(`  ${String(joined.body["phrase"]).toUpperCase().replace(/ /g, "-")} `)).status).toBe(200);
    expect((await again.api("GET", "/projects")).body["items"]).toHaveLength(1);
    expect((await new Visitor().signInWithPhrase("marble otter cabin thistle")).status).toBe(401);
    const stored = JSON.stringify([await rows("SELECT * FROM app_user"), await rows("SELECT * FROM join_code"), await rows("SELECT * FROM operation"), await rows("SELECT * FROM audit_entry")]);
    expect(stored).not.toContain(code);
    expect(stored).not.toContain(joined.body["phrase"]);
  });

  it("lets 28 people behind one address join, and come back, within a minute, and refuses none", async () => {
    const lead = await aClass();
    const { code } = await codeOf(lead, { maxUses: 28 });
    const pupils = Array.from({ length: 28 }, () => new Visitor("203.0.113.9"));
    const start = performance.now();
    // A few mistype first, as happens.
    for (let i = 0; i < 10; i++) expect((await pupils[i]!.api("POST", "/join/look", { code: `${code.slice(0, 9)}${code.endsWith("2") ? "3" : "2"}` })).status).toBe(404);
    const joined = await Promise.all(pupils.map((pupil) => join(pupil, code)));
    expect(new Set(joined.map((one) => one.status))).toEqual(new Set([201]));
    const back = await Promise.all(joined.map((one) => new Visitor("203.0.113.9").signInWithPhrase(one.body["phrase"])));
    expect(new Set(back.map((one) => one.status))).toEqual(new Set([200]));
    expect(performance.now() - start).toBeLessThan(60_000);
    expect(await rows("SELECT 1 FROM member WHERE role = 'annotator'")).toHaveLength(28);
    expect(new Set((await rows<{ p: string }>("SELECT pseudonym AS p FROM member WHERE role = 'annotator'")).map((one) => one.p)).size).toBe(28);
    // The address stands nowhere.
    expect(JSON.stringify([await rows("SELECT * FROM rate_limit"), await rows("SELECT * FROM account_event"), await rows("SELECT * FROM session")])).not.toContain("203.0.113");
  }, 60_000);

  it("makes exactly one member when twenty race for the last use", async () => {
    const lead = await aClass();
    const { code } = await codeOf(lead, { maxUses: 1 });
    const racers = Array.from({ length: 20 }, (_, i) => new Visitor(`198.51.100.${i}`));
    const offers = await Promise.all(racers.map((one) => names(one, code)));
    const answers = await Promise.all(racers.map((one, i) => one.api("POST", "/join", { code, pseudonym: offers[i]![0] })));
    expect(answers.filter((one) => one.status === 201)).toHaveLength(1);
    expect(new Set(answers.filter((one) => one.status !== 201).map((one) => one.status))).toEqual(new Set([404]));
    expect(await rows("SELECT 1 FROM member WHERE role = 'annotator'")).toHaveLength(1);
    expect(await rows("SELECT 1 FROM app_user WHERE kind = 'pupil'")).toHaveLength(1);
    expect(await row("SELECT uses FROM join_code")).toEqual({ uses: 1 });
  });

  it("gives one name to one person, and the other keeps the code and gets new offers", async () => {
    const lead = await aClass();
    const { code } = await codeOf(lead);
    const [first, second] = [new Visitor(), new Visitor()];
    const [name] = await names(first, code);
    const answers = await Promise.all([first, second].map((one) => one.api("POST", "/join", { code, pseudonym: name })));
    expect(answers.map((one) => one.status).sort()).toEqual([201, 409]);
    expect(answers.find((one) => one.status === 409)!.body["current"].pseudonyms).toHaveLength(8);
    expect(await row("SELECT uses FROM join_code")).toEqual({ uses: 1 });
  });

  it("answers wrong, expired, revoked and used-up codes in the same words", async () => {
    const lead = await aClass();
    const [expired, revoked, used] = [await codeOf(lead), await codeOf(lead), await codeOf(lead, { maxUses: 1 })];
    await rows("UPDATE join_code SET expires_at = now() WHERE id = $1", [expired.id]);
    expect((await call(lead, "DELETE", `/projects/${lead.projectId}/codes/${revoked.id}`)).body["state"]).toBe("revoked");
    await join(new Visitor(), used.code);
    const answers = [];
    for (const path of ["/join/look", "/join"]) for (const code of ["2222222222", expired.code, revoked.code, used.code, "x"]) answers.push(await new Visitor(`198.51.100.${answers.length}`).api("POST", path, path === "/join" ? { code, pseudonym: "Amber Heron" } : { code }));
    expect(new Set(answers.map((one) => `${one.status} ${one.text.replace(/"requestId":"[^"]+"/, "")}`)).size).toBe(1);
    expect(answers[0]!.status).toBe(404);
    expect((await call(lead, "GET", `/projects/${lead.projectId}/codes`)).body["items"].map((one: { state: string }) => one.state).sort()).toEqual(["expired", "revoked", "used"]);
  });

  it("stops whoever tries one code after the other, without a hit", async () => {
    const lead = await aClass();
    await codeOf(lead, { maxUses: 1000 });
    const statuses: number[] = [];
    const visitor = new Visitor("203.0.113.66");
    for (let i = 0; i < 1000; i++) statuses.push((await visitor.api("POST", "/join/look", { code: `22222${String(i).padStart(5, "2").replace(/[01]/g, "Z")}` })).status);
    expect(statuses.filter((one) => one === 404)).toHaveLength(15);
    expect(statuses.filter((one) => one === 429)).toHaveLength(985);
  }, 60_000);

  it("gives a newcomer every article where the project says so", async () => {
    const lead = await aClass();
    await addArticle(lead.projectId, "Harbour news\nThe council bungled the closure.");
    await rows("UPDATE project SET assign_everyone = true");
    const { code } = await codeOf(lead);
    const pupil = new Visitor();
    await join(pupil, code);
    expect((await pupil.api("GET", `/projects/${lead.projectId}/assignments/mine`)).body["items"]).toHaveLength(1);
  });

  it("adds a membership, and no account, for somebody who is signed in", async () => {
    const [first, second] = [await aClass(), await aClass()];
    const pupil = new Visitor();
    await join(pupil, (await codeOf(first)).code);
    const { code } = await codeOf(second);
    const look = await pupil.api("POST", "/join/look", { code });
    expect(look.body["asks"]).toBe("nothing");
    const joined = await pupil.api("POST", "/join", { code, pseudonym: look.body["pseudonyms"][0] });
    expect([joined.status, joined.body["phrase"], joined.headers.get("set-cookie")]).toEqual([201, null, null]);
    expect((await pupil.api("GET", "/projects")).body["items"]).toHaveLength(2);
    expect((await pupil.api("POST", "/join", { code })).status).toBe(409);
    expect(await rows("SELECT 1 FROM app_user WHERE kind = 'pupil'")).toHaveLength(1);
  });
});

describe("joining a study", () => {
  const person = { name: "Ada", login: "ada", password: GOOD };

  it("makes a person's account with a code, and asks for all of it", async () => {
    const lead = await aClass("research");
    const { code } = await codeOf(lead);
    const visitor = new Visitor();
    expect((await visitor.api("POST", "/join/look", { code })).body).toMatchObject({ asks: "account", pseudonyms: [] });
    expect((await visitor.api("POST", "/join", { code, pseudonym: "Amber Heron" })).status).toBe(422);
    for (const bad of [{ ...person, password: "password123" }, { ...person, login: "a b" }, { ...person, password: "my ada words" }]) expect((await visitor.api("POST", "/join", { code, person: bad })).status).toBe(422);
    expect((await visitor.api("POST", "/join", { code, person })).status).toBe(201);
    expect((await new Visitor().api("POST", "/join", { code, person })).status).toBe(409);
    expect((await new Visitor().signIn("ada", GOOD)).status).toBe(200);
  });

  it("takes an invitation once, for the role and address that it names", async () => {
    const lead = await aClass("research");
    const made = await call(lead, "POST", `/projects/${lead.projectId}/invitations`, { role: "coordinator", email: "Ada@Example.org" });
    expect(made.body).toMatchObject({ mailed: false, email: "ada@example.org", kind: "invitation", maxUses: 1 });
    const token = /#([\w-]{43})$/.exec(made.body["path"])![1]!;
    const visitor = new Visitor();
    expect((await visitor.api("POST", "/join/look", { code: token })).body).toMatchObject({ asks: "account", email: "ada@example.org", role: "coordinator" });
    const joined = await visitor.api("POST", "/join", { code: token, person });
    expect(joined.status).toBe(201);
    keep(visitor, joined);
    expect((await visitor.api("GET", "/account")).body).toMatchObject({ email: "ada@example.org", login: "ada" });
    expect(await row("SELECT email_verified FROM app_user WHERE login = 'ada'")).toEqual({ email_verified: null });
    expect((await new Visitor().api("POST", "/join", { code: token, person: { ...person, login: "eve" } })).status).toBe(404);
  });

  it("shows what is shown once only once, also when the same operation is sent again", async () => {
    const lead = await aClass();
    const op = "01890000-0000-7000-8000-000000000001";
    const first = await call(lead, "POST", `/projects/${lead.projectId}/codes`, {}, { op });
    const again = await call(lead, "POST", `/projects/${lead.projectId}/codes`, {}, { op });
    expect(first.body["code"]).toHaveLength(10);
    expect(again.body).toMatchObject({ id: first.body["id"], code: null });
    expect(await rows("SELECT 1 FROM join_code")).toHaveLength(1);
    expect((await call(lead, "POST", `/projects/${lead.projectId}/codes`, { role: "coordinator" })).status).toBe(422);
    expect((await call(lead, "POST", `/projects/${lead.projectId}/codes`, { days: 0 })).status).toBe(422);
  });
});

describe("requests from elsewhere", () => {
  it.each([["POST", "/setup"], ["POST", "/join"], ["POST", "/join/look"], ["POST", "/session/reset"], ["DELETE", "/session"]] as const)("%s %s is refused from another origin and for anything but JSON", async (method, path) => {
    for (const headers of [{ origin: "https://evil.example", "sec-fetch-site": "cross-site" }, { origin: "null", "sec-fetch-site": "cross-site" }] as Record<string, string>[]) expect((await call(null, method, path, {}, { headers })).status).toBe(403);
    for (const type of ["text/plain", "application/x-www-form-urlencoded"]) expect((await call(null, method, path, {}, { headers: { "content-type": type } })).status).toBe(415);
  });
});
