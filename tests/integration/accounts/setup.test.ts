import { describe, expect, it } from "vitest";
import { anonymous, operator } from "@/lib/accounts/server/actor";
import { issueSetupToken, setupMinutesLeft } from "@/lib/accounts/server/setup-token";
import { row, rows } from "@/lib/platform/database";
import { makeProject } from "@/tests/factories/world";
import { emptyBeforeEach } from "@/tests/support/database";
import { GOOD, makeAccount, Visitor } from "./door";

emptyBeforeEach();

const form = (token: string, more: object = {}) => ({ token, person: { name: "Ilka Orm", login: "ilka", password: GOOD }, kind: "research", start: "empty", ...more });

describe("the first set-up", () => {
  it("makes the first account with its project and signs in", async () => {
    const token = await issueSetupToken(operator());
    expect(await setupMinutesLeft(anonymous(""), token)).toBeGreaterThan(50);
    const visitor = new Visitor();
    const made = await visitor.api("POST", "/setup", form(token, { kind: "class", start: "own" }));
    expect(made.status).toBe(201);
    expect(made.headers.get("set-cookie")).toMatch(/HttpOnly; SameSite=Lax/);
    visitor.cookies.set("slantwise-session", /=([^;]+)/.exec(made.headers.get("set-cookie")!)![1]!);
    const projects = await visitor.api("GET", "/projects");
    expect(projects.body["items"]).toMatchObject([{ id: made.body["projectId"], role: "coordinator", kind: "class" }]);
    expect((await new Visitor().signIn("ilka", GOOD)).status).toBe(200);
    expect(await setupMinutesLeft(anonymous(""), token)).toBeNull();
    await expect(issueSetupToken(operator())).rejects.toThrow(/exists already/);
  });

  it("leads the sample project when that is the start", async () => {
    const sample = await makeProject();
    await rows("UPDATE project SET is_sample = true WHERE id = $1", [sample]);
    const made = await new Visitor().api("POST", "/setup", form(await issueSetupToken(operator()), { start: "sample" }));
    expect(made.body["projectId"]).toBe(sample);
    expect(await row("SELECT role, pseudonym FROM member WHERE project_id = $1", [sample])).toEqual({ role: "coordinator", pseudonym: "Ilka Orm" });
  });

  it("works once, however many try at once, with one token or with several", async () => {
    const tokens = [await issueSetupToken(operator()), await issueSetupToken(operator())];
    const answers = await Promise.all(Array.from({ length: 20 }, (_, i) => new Visitor(`198.51.100.${i}`).api("POST", "/setup", form(tokens[i % 2]!, { person: { name: "Ilka", login: `ilka${i}`, password: GOOD } }))));
    expect(answers.filter((one) => one.status === 201)).toHaveLength(1);
    expect(new Set(answers.filter((one) => one.status !== 201).map((one) => one.status))).toEqual(new Set([404]));
    expect(await rows("SELECT 1 FROM app_user")).toHaveLength(1);
    expect(await rows("SELECT 1 FROM project")).toHaveLength(1);
  });

  it("refuses a wrong, an old and a used token in the same words, and everybody once an account exists", async () => {
    const old = await issueSetupToken(operator());
    await rows("UPDATE setup_token SET expires_at = now() - interval '1 minute'");
    const used = await issueSetupToken(operator());
    await rows("UPDATE setup_token SET used_at = now() WHERE expires_at > now()");
    const fresh = await issueSetupToken(operator());
    const answers = [];
    for (const token of ["wrong", old, used]) answers.push(await new Visitor().api("POST", "/setup", form(token)));
    expect(new Set(answers.map((one) => `${one.status} ${one.body["detail"]}`)).size).toBe(1);
    await makeAccount();
    expect((await new Visitor().api("POST", "/setup", form(fresh))).status).toBe(404);
  });

  it("says what is wrong with a name or passphrase and keeps the link good", async () => {
    const token = await issueSetupToken(operator());
    for (const person of [{ name: "I", login: "ilka", password: "short" }, { name: "I", login: "ilka", password: "my ilka words" }, { name: "I", login: "no spaces", password: GOOD }, { name: "  ", login: "ilka", password: GOOD }])
      expect((await new Visitor().api("POST", "/setup", form(token, { person }))).status).toBe(422);
    expect((await new Visitor().api("POST", "/setup", form(token, { admin: true }))).status).toBe(422);
    expect((await new Visitor().api("POST", "/setup", form(token))).status).toBe(201);
  });
});
