import "server-only";
import type { Provider } from "next-auth/providers/index";
import CredentialsImport from "next-auth/providers/credentials";
import GitHubImport, { type GithubProfile } from "next-auth/providers/github";
import GoogleImport, { type GoogleProfile } from "next-auth/providers/google";
import { AppError } from "@/lib/kernel/errors";
import { env } from "@/lib/platform/env";
import { mailAvailable, postMail } from "@/lib/platform/mail";
import type { Actor } from "./actor";
import { signInWithPassword, signInWithPhrase } from "./sign-in";

// next-auth's providers are CommonJS: under plain Node the default export arrives wrapped once more.
const unwrapped = <T>(module: T): T => (module as { default?: T }).default ?? module;
const Credentials = unwrapped(CredentialsImport);
const GitHub = unwrapped(GitHubImport);
const Google = unwrapped(GoogleImport);

/** The identity providers that this installation offers, for the buttons of the sign-in page. */
export function offeredProviders(_actor: Actor): { id: string; name: string }[] {
  const e = env();
  return [
    ...(e.GITHUB_ID && e.GITHUB_SECRET ? [{ id: "github", name: "GitHub" }] : []),
    ...(e.GOOGLE_ID && e.GOOGLE_SECRET ? [{ id: "google", name: "Google" }] : []),
    ...(e.OIDC_ID && e.OIDC_SECRET && e.OIDC_ISSUER ? [{ id: "oidc", name: e.OIDC_NAME }] : []),
  ];
}

/** Whether sign-in links can be sent by e-mail. */
export const offersMail = (_actor: Actor): boolean => mailAvailable();

type GithubEmail = { email: string; primary: boolean; verified: boolean };

/** GitHub with the verified primary address only: an unverified one proves nothing. */
function github(id: string, secret: string): Provider {
  return GitHub({
    clientId: id,
    clientSecret: secret,
    allowDangerousEmailAccountLinking: true,
    userinfo: {
      url: "https://api.github.com/user",
      async request({ client, tokens }) {
        const profile = (await client.userinfo(tokens.access_token!)) as unknown as GithubProfile;
        const answer = await fetch("https://api.github.com/user/emails", { headers: { Authorization: `token ${tokens.access_token}` } });
        const emails = answer.ok ? ((await answer.json()) as GithubEmail[]) : [];
        const email = emails.find((line) => line.primary && line.verified)?.email ?? "";
        return { ...profile, sub: String(profile.id), email } as never;
      },
    },
  });
}

type OidcProfile = { sub: string; name?: string; preferred_username?: string; email?: string; email_verified?: boolean };

function oidc(issuer: string, id: string, secret: string): Provider {
  return {
    id: "oidc",
    name: env().OIDC_NAME,
    type: "oauth",
    wellKnown: `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`,
    authorization: { params: { scope: "openid email profile" } },
    idToken: true,
    checks: ["pkce", "state", "nonce"],
    clientId: id,
    clientSecret: secret,
    // Both sides have verified the address.
    allowDangerousEmailAccountLinking: true,
    profile: (profile: OidcProfile) => ({ id: profile.sub, name: profile.name ?? profile.preferred_username ?? null, email: profile.email_verified ? (profile.email ?? null) : null }),
  };
}

/** Every way to sign in, for one request. The two credentials providers note a thrown refusal in `refusal`, since next-auth keeps its message only. */
export function authProviders(actor: Actor, refusal: { thrown?: unknown }): Provider[] {
  const noting = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      refusal.thrown = error;
      throw new Error("refused");
    }
  };
  const text = (value: unknown): string => (typeof value === "string" ? value : "");
  const e = env();
  return [
    Credentials({ id: "password", name: "Passphrase", credentials: { login: {}, password: {} }, authorize: (given) => noting(() => signInWithPassword(actor, text(given?.login), text(given?.password))) }),
    Credentials({ id: "phrase", name: "Return phrase", credentials: { phrase: {} }, authorize: (given) => noting(() => signInWithPhrase(actor, text(given?.phrase))) }),
    {
      id: "email",
      type: "email",
      name: "Email",
      server: "",
      from: e.MAIL_FROM,
      maxAge: 60 * 60,
      options: { from: e.MAIL_FROM },
      // next-auth wants one provider that is not credentials, or it answers 500 to everything; without SMTP this one refuses.
      async sendVerificationRequest({ identifier, url }) {
        if (!mailAvailable()) throw new AppError("unavailable", "This installation sends no mail.");
        postMail({ to: identifier, subject: "Sign in to Slantwise", text: `Open this link within an hour to sign in to Slantwise. It works once.\n\n${url}\n\nIf you did not ask for it, do nothing.` });
      },
    },
    ...(e.GITHUB_ID && e.GITHUB_SECRET ? [github(String(e.GITHUB_ID), String(e.GITHUB_SECRET))] : []),
    ...(e.GOOGLE_ID && e.GOOGLE_SECRET
      ? [Google({ clientId: String(e.GOOGLE_ID), clientSecret: String(e.GOOGLE_SECRET), allowDangerousEmailAccountLinking: true, profile: (p: GoogleProfile) => ({ id: p.sub, name: p.name, email: p.email_verified ? p.email : "" }) })]
      : []),
    ...(e.OIDC_ID && e.OIDC_SECRET && e.OIDC_ISSUER ? [oidc(String(e.OIDC_ISSUER), String(e.OIDC_ID), String(e.OIDC_SECRET))] : []),
  ];
}
