import { createSign, generateKeyPairSync } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { newId } from "@/lib/kernel/id";
import { row, rows } from "@/lib/platform/database";
import { addMember, makeProject } from "@/tests/factories/world";
import { emptyBeforeEach } from "@/tests/support/database";
import { GOOD, makeAccount, ORIGIN, Visitor } from "./door";

const ports = vi.hoisted(() => {
  const ports = { oidc: 20_000 + (process.pid % 20_000), smtp: 20_001 + (process.pid % 20_000) + 1 };
  Object.assign(process.env, { OIDC_ID: "us", OIDC_SECRET: "secret of ours", OIDC_ISSUER: `http://127.0.0.1:${ports.oidc}`, OIDC_NAME: "School", SMTP_URL: `smtp://127.0.0.1:${ports.smtp}` });
  return ports;
});

emptyBeforeEach();

const issuer = `http://127.0.0.1:${ports.oidc}`;
const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const claims: Record<string, unknown> = {};
let provider: Server;
let smtp: SMTPServer;
const letters: { to: string; text: string }[] = [];

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");
function idToken(): string {
  const now = Math.floor(Date.now() / 1000);
  const text = `${part({ alg: "RS256", kid: "k" })}.${part({ iss: issuer, aud: "us", iat: now, exp: now + 300, ...claims })}`;
  return `${text}.${createSign("RSA-SHA256").update(text).sign(privateKey).toString("base64url")}`;
}

beforeAll(async () => {
  provider = createServer((request, response) => {
    const send = (body: unknown) => response.setHeader("content-type", "application/json").end(JSON.stringify(body));
    if (request.url!.includes("openid-configuration")) send({ issuer, authorization_endpoint: `${issuer}/authorize`, token_endpoint: `${issuer}/token`, jwks_uri: `${issuer}/jwks`, response_types_supported: ["code"], subject_types_supported: ["public"], id_token_signing_alg_values_supported: ["RS256"] });
    else if (request.url!.includes("jwks")) send({ keys: [{ ...publicKey.export({ format: "jwk" }), kid: "k", alg: "RS256", use: "sig" }] });
    else send({ access_token: "access", token_type: "Bearer", id_token: idToken() });
  }).listen(ports.oidc, "127.0.0.1");
  smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, session, done) {
      let text = "";
      stream.on("data", (chunk: Buffer) => (text += chunk.toString()));
      stream.on("end", () => {
        letters.push({ to: session.envelope.rcptTo.map((one) => one.address).join(), text: text.replace(/=\r\n/g, "").replace(/=3D/g, "=") });
        done();
      });
    },
  });
  await new Promise<void>((resolve) => smtp.listen(ports.smtp, "127.0.0.1", resolve));
  expect((provider.address() as AddressInfo).port).toBe(ports.oidc);
});
afterAll(async () => {
  await new Promise((resolve) => provider.close(resolve));
  await new Promise<void>((resolve) => smtp.close(() => resolve()));
});

/** Signs in at the fake provider as somebody, all the way through its callback. */
async function through(visitor: Visitor, who: { sub: string; email?: string; email_verified?: boolean; name?: string }, callbackUrl = "/account"): Promise<Response> {
  const start = await visitor.post("signin/oidc", { csrfToken: await visitor.csrf(), callbackUrl });
  const url = new URL(((await start.json()) as { url: string }).url);
  expect(url.origin).toBe(issuer);
  expect(url.searchParams.get("code_challenge_method")).toBe("S256");
  for (const key of Object.keys(claims)) delete claims[key];
  Object.assign(claims, who, { nonce: url.searchParams.get("nonce") });
  return visitor.get(`callback/oidc?code=abc&state=${encodeURIComponent(url.searchParams.get("state")!)}`);
}

async function invitation(email: string, role = "annotator"): Promise<{ projectId: string }> {
  const projectId = await makeProject();
  const coordinator = await addMember(projectId, "coordinator");
  await rows("INSERT INTO join_code (project_id, id, code_digest, hint, kind, role, email, expires_at, max_uses, created_by) VALUES ($1, $2, $3, 'mail', 'invitation', $4, $5, now() + interval '1 day', 1, $6)", [projectId, newId(), newId(), role, email, coordinator.memberId]);
  return { projectId };
}

const place = (answer: Response) => answer.headers.get("location");
const letter = async (): Promise<{ to: string; text: string }> => {
  await vi.waitFor(() => expect(letters.length).toBeGreaterThan(0), 5000);
  return letters.pop()!;
};

describe("an identity of another service", () => {
  it("is refused without an account and without an invitation, and leaves nothing behind", async () => {
    await invitation("other@example.org");
    for (const who of [{ sub: "1", email: "stranger@example.org", email_verified: true }, { sub: "2", email: "other@example.org", email_verified: false }, { sub: "3" }]) {
      const visitor = new Visitor();
      expect(place(await through(visitor, who))).toBe("/api/auth/error?error=AccessDenied");
      expect(place(await visitor.get("error?error=AccessDenied"))).toBe("/sign-in-error?error=AccessDenied");
      expect(visitor.session).toBe("");
    }
    expect(await rows("SELECT 1 FROM app_user WHERE email IS NOT NULL")).toEqual([]);
    expect(await rows("SELECT 1 FROM account")).toEqual([]);
  });

  it("comes in through an open invitation for its verified address, once, and then by itself", async () => {
    const { projectId } = await invitation("ada@example.org", "reviewer");
    const visitor = new Visitor();
    expect(place(await through(visitor, { sub: "7", email: "Ada@example.org", email_verified: true, name: "Ada" }))).toBe("/account");
    expect((await visitor.api("GET", "/projects")).body["items"]).toMatchObject([{ id: projectId, role: "reviewer" }]);
    expect(await row("SELECT uses FROM join_code")).toEqual({ uses: 1 });
    const again = new Visitor();
    expect(place(await through(again, { sub: "7" }))).toBe("/account");
    expect(await row("SELECT access_token, id_token, provider_account_id FROM account")).toEqual({ access_token: null, id_token: null, provider_account_id: "7" });
    await rows("UPDATE app_user SET disabled_at = now() WHERE email = 'ada@example.org'");
    expect(place(await through(new Visitor(), { sub: "7" }))).toBe("/api/auth/error?error=AccessDenied");
  });

  it("does not open an account whose address nobody verified", async () => {
    await makeAccount({ login: "early", email: "ada@example.org" });
    expect(place(await through(new Visitor(), { sub: "8", email: "ada@example.org", email_verified: true }))).toBe("/api/auth/error?error=AccessDenied");
    await rows("UPDATE app_user SET email_verified = now() WHERE login = 'early'");
    expect(place(await through(new Visitor(), { sub: "8", email: "ada@example.org", email_verified: true }))).toBe("/account");
  });

  it("is never tied to whoever is signed in on the machine", async () => {
    const { login } = await makeAccount();
    const visitor = new Visitor();
    await visitor.signIn(login, GOOD);
    expect(place(await through(visitor, { sub: "9", email: "x@example.org", email_verified: true }))).toBe("/api/auth/error?error=AccessDenied");
    expect(await rows("SELECT 1 FROM account")).toEqual([]);
  });

  it("is refused with a state that is not its own", async () => {
    await invitation("ada@example.org");
    const visitor = new Visitor();
    await visitor.post("signin/oidc", { csrfToken: await visitor.csrf() });
    expect(place(await visitor.get("callback/oidc?code=abc&state=forged"))).toBe("/api/auth/error?error=OAuthCallback");
    expect(visitor.session).toBe("");
  });
});

describe("a sign-in letter", () => {
  const ask = async (visitor: Visitor, email: string) => visitor.post("signin/email", { csrfToken: await visitor.csrf(), email });

  it("goes to verified addresses and open invitations only, with the same answer for all others", async () => {
    await makeAccount({ login: "ada", email: "ada@example.org", verified: true });
    await makeAccount({ login: "bob", email: "bob@example.org" });
    for (const email of ["stranger@example.org", "bob@example.org", "ada@example.org"]) {
      const answer = await ask(new Visitor(), email);
      expect([answer.status, await answer.json()]).toEqual([200, { url: "/sign-in?sent=1" }]);
    }
    const { to, text } = await letter();
    expect(to).toBe("ada@example.org");
    expect(letters).toEqual([]);
    const link = new URL(/http:\S+/.exec(text)![0]);
    const visitor = new Visitor();
    expect(place(await visitor.get(`callback/email${link.search}`))).toBe("/");
    expect((await visitor.api("GET", "/account")).body["login"]).toBe("ada");
    expect(place(await new Visitor().get(`callback/email${link.search}`))).toMatch(/error=Verification/);
  });

  it("leads to the public address, whatever Host the request names", async () => {
    await makeAccount({ login: "ada", email: "ada@example.org", verified: true });
    const before = process.env["NEXTAUTH_URL"];
    delete process.env["NEXTAUTH_URL"];
    process.env["AUTH_TRUST_HOST"] = "1";
    try {
      const visitor = new Visitor();
      const csrfToken = await visitor.csrf();
      const forged = { host: "evil.example", origin: "http://evil.example", "x-forwarded-host": "evil.example" };
      expect((await visitor.post("signin/email", { csrfToken, email: "ada@example.org" }, forged)).status).toBe(200);
      const { text } = await letter();
      expect(new URL(/http\S+/.exec(text)![0]).origin).toBe(ORIGIN);
    } finally {
      process.env["NEXTAUTH_URL"] = before ?? ORIGIN;
      delete process.env["AUTH_TRUST_HOST"];
    }
  });

  it("is limited to five per address in half an hour, known or not", async () => {
    const statuses = [];
    for (let i = 0; i < 6; i++) statuses.push((await ask(new Visitor(`198.51.100.${i}`), "stranger@example.org")).status);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
  });
});

describe("a link for a new passphrase", () => {
  it("is mailed to a verified address, works once, and ends sessions and tokens", async () => {
    const { login } = await makeAccount({ email: "ada@example.org", verified: true });
    const visitor = new Visitor();
    await visitor.signIn(login, GOOD);
    expect((await visitor.api("POST", "/session/reset-link", { email: "nobody@example.org" })).status).toBe(202);
    expect((await visitor.api("POST", "/session/reset-link", { email: "Ada@example.org" })).status).toBe(202);
    const { text } = await letter();
    expect(letters).toEqual([]);
    const token = /token=([\w-]+)/.exec(text)![1]!;
    expect((await visitor.api("POST", "/session/reset", { token, password: "password1" })).status).toBe(422);
    expect((await visitor.api("POST", "/session/reset", { token, password: "walnut ferry lantern" })).status).toBe(200);
    expect((await visitor.api("GET", "/account")).status).toBe(401);
    expect((await visitor.api("POST", "/session/reset", { token, password: "walnut ferry lantern" })).status).toBe(404);
    expect((await new Visitor().signIn(login, GOOD)).status).toBe(401);
    expect((await new Visitor().signIn(login, "walnut ferry lantern")).status).toBe(200);
  });
});
