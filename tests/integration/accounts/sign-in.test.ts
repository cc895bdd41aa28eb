import { hash, parseOptions } from "@node-rs/argon2";
import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { operator } from "@/lib/accounts/server/actor";
import { setDisabled } from "@/lib/accounts/server/admin";
import { hashPassword } from "@/lib/accounts/server/hashing";
import { sessionCookie } from "@/lib/accounts/server/credential";
import { row, rows } from "@/lib/platform/database";
import { emptyBeforeEach } from "@/tests/support/database";
import { GOOD, makeAccount, Visitor } from "./door";

emptyBeforeEach();

describe("signing in with a passphrase", () => {
  it("gives a session whose token is stored as a digest only, in a plain HttpOnly cookie", async () => {
    const { login } = await makeAccount();
    const visitor = new Visitor();
    const answer = await visitor.signIn(login, GOOD, { callbackUrl: "/account" });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ url: "/account" });
    const line = answer.headers.getSetCookie().find((one) => one.startsWith(`${sessionCookie()}=`))!;
    expect(line).toMatch(/HttpOnly/);
    expect(line).toMatch(/SameSite=Lax/);
    expect(line).toMatch(/Path=\//);
    expect(line).not.toMatch(/Secure/);
    const stored = await row<{ token_digest: string; days: number }>("SELECT token_digest, round(extract(epoch FROM expires - now()) / 86400)::int AS days FROM session");
    expect(stored).toEqual({ token_digest: createHash("sha256").update(visitor.session).digest("base64url"), days: 7 });
    expect((await visitor.api("GET", "/session")).body["user"]).toMatchObject({ name: `Name of ${login}` });
    expect(await (await visitor.get("session")).json()).toMatchObject({ user: { name: `Name of ${login}` } });
  });

  it("takes the e-mail address too, and neither case nor outer spaces of the name matter", async () => {
    await makeAccount({ login: "ilka", email: "ilka@example.org" });
    expect((await new Visitor().signIn(" Ilka ", GOOD)).status).toBe(200);
    expect((await new Visitor().signIn("ILKA@example.org", GOOD)).status).toBe(200);
    expect((await new Visitor().signIn("ilka", `${GOOD} `)).status).toBe(401);
  });

  it("gives a new token at each sign-in and ends the session that the browser had", async () => {
    const { login } = await makeAccount();
    const visitor = new Visitor();
    await visitor.signIn(login, GOOD);
    const first = visitor.session;
    await visitor.signIn(login, GOOD);
    expect(visitor.session).not.toBe(first);
    expect(await rows("SELECT id FROM session")).toHaveLength(1);
  });

  it("answers an unknown name, a wrong passphrase, a pupil's empty one and a disabled account with the same words", async () => {
    await makeAccount({ login: "there" });
    await makeAccount({ login: "gone" });
    await setDisabled(operator(), "gone", true);
    const texts = [];
    for (const [login, password] of [["nobody", GOOD], ["there", "not this one at all"], ["gone", GOOD], ["", ""]] as const) {
      const answer = await new Visitor().signIn(login, password);
      texts.push([answer.status, ((await answer.json()) as { detail: string }).detail]);
    }
    expect(new Set(texts.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(texts[0]![0]).toBe(401);
  });

  it("takes as long for an unknown name as for a wrong passphrase", async () => {
    await makeAccount({ login: "there" });
    const times = { nobody: [] as number[], there: [] as number[] };
    for (let i = 0; i < 10; i++)
      for (const login of ["nobody", "there"] as const) {
        const visitor = new Visitor(`198.51.100.${i}`);
        const csrfToken = await visitor.csrf();
        const start = performance.now();
        await visitor.post("callback/password", { csrfToken, login, password: "not this one at all" });
        times[login].push(performance.now() - start);
      }
    // The quickest of each, taken in turns: what else the machine does only ever adds. Without a hash the ratio is near 0.1.
    const ratio = Math.min(...times.nobody) / Math.min(...times.there);
    expect(ratio).toBeGreaterThan(0.6);
    expect(ratio).toBeLessThan(1.6);
  });

  it("stores argon2id with m=19456, t=2, p=1, and strengthens older hashes at sign-in", async () => {
    expect(await hashPassword(operator(), GOOD)).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    await makeAccount({ login: "old", hash: await hash(GOOD, { algorithm: 2, memoryCost: 8192, timeCost: 1, parallelism: 1 }) });
    expect((await new Visitor().signIn("old", GOOD)).status).toBe(200);
    const stored = await row<{ hash: string }>("SELECT password_hash AS hash FROM app_user WHERE login = 'old'");
    expect(parseOptions(stored!.hash)).toMatchObject({ memoryCost: 19456, timeCost: 2 });
    expect((await new Visitor().signIn("old", GOOD)).status).toBe(200);
  });

  it("keeps its own CSRF token, origin and content type checks", async () => {
    const { login } = await makeAccount();
    const visitor = new Visitor();
    const csrfToken = await visitor.csrf();
    const body = { csrfToken, login, password: GOOD };
    expect((await visitor.post("callback/password", { login, password: GOOD })).status).toBe(403);
    expect((await visitor.post("callback/password", { ...body, csrfToken: "0".repeat(64) })).status).toBe(403);
    for (const headers of [{ origin: "https://evil.example", "sec-fetch-site": "cross-site" }, { origin: "null", "sec-fetch-site": "cross-site" }, { origin: "null" }, { "sec-fetch-site": "same-site" }]) expect((await visitor.post("callback/password", body, headers as never)).status).toBe(403);
    for (const type of ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data"]) expect((await visitor.post("callback/password", body, { "content-type": type })).status).toBe(415);
    expect((await visitor.get(`callback/password?login=${login}&password=${encodeURIComponent(GOOD)}&csrfToken=${csrfToken}`)).status).not.toBe(200);
    expect(await rows("SELECT id FROM session")).toHaveLength(0);
    expect((await visitor.post("callback/password", body)).status).toBe(200);
  });

  it("returns to paths of this site only", async () => {
    const { login } = await makeAccount();
    const places = ["//evil.example", "/\\evil.example", "https:evil.example", "https://evil.example/x", "http://127.0.0.1:4320.evil.example/", "javascript:alert(1)", "/\t/evil.example", "\\\\evil.example", "/api/v1/account/download", "x", "", "/%5cevil"];
    for (const callbackUrl of places) {
      const answer = await new Visitor().signIn(login, GOOD, { callbackUrl });
      const { url } = (await answer.json()) as { url: string };
      expect([callbackUrl, answer.status, url]).toEqual([callbackUrl, 200, callbackUrl === "/%5cevil" ? "/%5cevil" : "/"]);
    }
    const visitor = new Visitor();
    const answer = await visitor.get(`signin?callbackUrl=${encodeURIComponent("//evil.example")}`);
    expect(answer.status).toBe(302);
    expect(answer.headers.get("location")).toBe("/sign-in?callbackUrl=%2F");
    expect((await (await new Visitor().signIn(login, GOOD, { callbackUrl: "http://127.0.0.1:4320/p/x?y=1" })).json()) as object).toEqual({ url: "/p/x?y=1" });
  });

  it("never shows a page of next-auth", async () => {
    const visitor = new Visitor();
    for (const path of ["signin", "signout", "error", "error?error=Configuration", "verify-request", "error?callbackUrl=/sign-in-error", "signin?error=OAuthSignin", "callback/none", "callback/email"]) {
      const answer = await visitor.get(path);
      expect(answer.headers.get("content-type") ?? "").not.toMatch(/html/);
      if (answer.status === 302) expect(answer.headers.get("location")).toMatch(/^\/(?!\/)/);
    }
    expect((await visitor.get("_log")).status).toBe(404);
    expect((await visitor.post("_log", {})).status).toBe(404);
    expect((await visitor.post("session", {})).status).toBe(404);
  });

  it("signs out through next-auth and through the API, and the row goes", async () => {
    const { login } = await makeAccount();
    const visitor = new Visitor();
    await visitor.signIn(login, GOOD);
    expect((await visitor.post("signout", { csrfToken: await visitor.csrf() })).status).toBe(200);
    expect(visitor.session).toBe("");
    await visitor.signIn(login, GOOD);
    const { session } = visitor;
    expect((await visitor.api("DELETE", "/session")).status).toBe(200);
    expect(await rows("SELECT id FROM session")).toHaveLength(0);
    visitor.cookies.set(sessionCookie(), session);
    expect((await visitor.api("GET", "/account")).status).toBe(401);
  });

  it("ends sessions after seven idle days, thirty days in any case, and when the account is disabled", async () => {
    const { login, userId } = await makeAccount();
    const visitor = new Visitor();
    await visitor.signIn(login, GOOD);
    const status = async () => (await visitor.api("GET", "/account")).status;
    expect(await status()).toBe(200);
    await rows("UPDATE session SET last_seen_at = now() - interval '6 days', expires = now() + interval '1 day', created_at = now() - interval '28 days'");
    expect(await status()).toBe(200);
    const left = await row<{ days: number }>("SELECT round(extract(epoch FROM expires - now()) / 86400)::int AS days FROM session");
    expect(left!.days).toBe(2);
    await rows("UPDATE session SET created_at = now() - interval '31 days', expires = now() + interval '7 days'");
    expect(await status()).toBe(401);
    expect(await (await visitor.get("session")).json()).toEqual({});
    await visitor.signIn(login, GOOD);
    await rows("UPDATE session SET expires = now() - interval '1 second'");
    expect(await status()).toBe(401);
    await visitor.signIn(login, GOOD);
    expect(await status()).toBe(200);
    await rows("UPDATE app_user SET disabled_at = now() WHERE id = $1", [userId]);
    expect(await status()).toBe(401);
    expect(await (await visitor.get("session")).json()).toEqual({});
  });
});
