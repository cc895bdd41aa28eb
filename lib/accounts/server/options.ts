import "server-only";
import { randomBytes } from "node:crypto";
import type { AuthOptions } from "next-auth";
import { env, isHttps } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import { row } from "@/lib/platform/database";
import { safePath } from "../safe-path";
import { authAdapter, type Invitations } from "./adapter";
import type { Actor } from "./actor";
import { sessionCookie } from "./credential";
import { authProviders } from "./providers";
import { ABSOLUTE_SECONDS } from "./sessions";

const cookie = (name: string, host: "__Host-" | "__Secure-" | "" = "", maxAge?: number) => ({
  name: `${isHttps() ? host : ""}${name}`,
  options: { httpOnly: true, sameSite: "lax" as const, path: "/", secure: isHttps(), ...(maxAge ? { maxAge } : {}) },
});

/** The name of the cookie in which next-auth keeps where to go after an identity provider. */
export const callbackCookie = (_actor: Actor): string => cookie("slantwise-next", "__Secure-").name;

/** What happens inside next-auth and it does not tell: what a credentials provider threw, and under which address it believes to stand. */
export type Notes = { thrown?: unknown; base?: string };

/** Whether an identity from outside may come in: it has an account here (by provider or verified address), or an open invitation for its address. */
async function mayEnter(actor: Actor, invitations: Invitations, provider: string, identity: string, email: string | null | undefined): Promise<boolean> {
  const known = await row<{ disabled: boolean | null }>(
    `SELECT bool_or(u.disabled_at IS NOT NULL) AS disabled FROM app_user u
     WHERE u.id = (SELECT user_id FROM account WHERE provider = $1 AND provider_account_id = $2) OR (u.email = $3 AND u.email_verified IS NOT NULL)`,
    [provider, identity, email?.toLowerCase() ?? null],
  );
  if (known && known.disabled !== null) return !known.disabled;
  return email ? invitations.pending(actor, email.toLowerCase()) : false;
}

/** next-auth's options for one request. `notes` receives what it keeps to itself. */
export function authOptions(actor: Actor, invitations: Invitations, notes: Notes): AuthOptions {
  const adapter = authAdapter(actor, invitations);
  return {
    adapter,
    secret: env().AUTH_SECRET,
    useSecureCookies: isHttps(),
    // The cookie lives as long as a session can at most; the row in the database ends it earlier, after 7 idle days.
    session: { strategy: "database", maxAge: ABSOLUTE_SECONDS, updateAge: 10 * 60, generateSessionToken: () => randomBytes(32).toString("base64url") },
    providers: authProviders(actor, notes),
    pages: { signIn: "/sign-in", signOut: "/account", error: "/sign-in-error", verifyRequest: "/sign-in?sent=1" },
    cookies: {
      sessionToken: { name: sessionCookie(), options: cookie("").options },
      callbackUrl: cookie("slantwise-next", "__Secure-"),
      csrfToken: cookie("slantwise-csrf", "__Host-"),
      pkceCodeVerifier: cookie("slantwise-pkce", "__Secure-", 900),
      state: cookie("slantwise-state", "__Secure-", 900),
      nonce: cookie("slantwise-nonce", "__Secure-", 900),
    },
    callbacks: {
      signIn: async ({ user, account }) => {
        if (account?.type === "credentials") return true;
        return account ? mayEnter(actor, invitations, account.provider, account.providerAccountId, user.email) : false;
      },
      redirect: ({ url, baseUrl }) => {
        notes.base = baseUrl;
        return safePath(url, baseUrl);
      },
      session: ({ session, user }) => ({ expires: session.expires, user: { id: user.id, name: user.name ?? null } }),
      jwt: ({ token, user }) => (user ? { ...token, sub: user.id } : token),
    },
    jwt: {
      maxAge: ABSOLUTE_SECONDS,
      // With database sessions only the credentials callback comes here: it gets a session row like everybody else.
      async encode({ token }) {
        const sessionToken = randomBytes(32).toString("base64url");
        if (!token?.sub) throw new Error("A session needs a person");
        await adapter.createSession!({ sessionToken, userId: token.sub, expires: new Date(0) });
        return sessionToken;
      },
      decode: () => null as never,
    },
    logger: {
      // Codes only: what next-auth hands over beside them may hold tokens and addresses.
      error: (code, detail) => log.warn({ code, err: String((detail as { message?: unknown })?.message ?? "").slice(0, 200) }, "next-auth error"),
      warn: () => undefined,
      debug: () => undefined,
    },
  };
}
