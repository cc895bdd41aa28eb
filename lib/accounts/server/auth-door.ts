import "server-only";
import type { NextApiRequest, NextApiResponse } from "next";
import NextAuthImport from "next-auth";
import { AppError } from "@/lib/kernel/errors";
import { rows } from "@/lib/platform/database";
import { env } from "@/lib/platform/env";
import { spend } from "@/lib/platform/limits";
import { mailAvailable } from "@/lib/platform/mail";
import { safePath } from "../safe-path";
import { tokenDigest, type Actor } from "./actor";
import type { Invitations } from "./adapter";
import { Collected, moved, plain, refused } from "./auth-answer";
import { credentialOf, sessionCookie } from "./credential";
import { authOptions, callbackCookie, type Notes } from "./options";

// The package is CommonJS: under plain Node the default export arrives wrapped once more.
const NextAuth = ((NextAuthImport as unknown as { default?: typeof NextAuthImport }).default ?? NextAuthImport) as typeof NextAuthImport;

const BODY_LIMIT = 16 * 1024;
const POSTED = new Set(["signin", "callback", "signout"]);
const READ = new Set(["csrf", "session", "providers", "signin", "signout", "callback", "error", "verify-request"]);

async function bodyOf(request: Request): Promise<Record<string, string>> {
  const type = (request.headers.get("content-type") ?? "").split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json") throw new AppError("unsupported_media_type", "Send the body as application/json.");
  const bytes = await request.arrayBuffer();
  if (bytes.byteLength > BODY_LIMIT) throw new AppError("too_large", "The body is too large.");
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw new AppError("invalid", "The body is not JSON.");
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new AppError("invalid", "The body must be an object.");
  return Object.fromEntries(Object.entries(value).filter((pair): pair is [string, string] => typeof pair[1] === "string" && pair[1].isWellFormed() && !pair[1].includes("\u0000")));
}

function cookiesOf(headers: Headers): Record<string, string> {
  const pairs = (headers.get("cookie") ?? "").split(";").map((part) => part.trim().split("="));
  const decode = (text: string) => {
    try {
      return decodeURIComponent(text);
    } catch {
      return text;
    }
  };
  return Object.fromEntries(pairs.flatMap(([name, ...value]) => (name ? [[name, decode(value.join("="))]] : [])));
}

/** What a failed sign-in says; the same for an unknown name, a wrong passphrase and a disabled account. */
const MISMATCH: Record<string, string> = {
  password: "That name and passphrase do not match. After 25 tries in an hour the account rests for a while.",
  phrase: "Those four words do not match. Check their spelling; your teacher can give you a new phrase.",
};

/**
 * The one other door beside the API: everything under /api/auth. Puts our own checks around next-auth (origin, JSON
 * bodies, limits, same-site redirects, no page of its own) and turns refusals into problem documents.
 * `checkOrigin` is the API's own check.
 */
export async function authenticate(actor: Actor, request: Request, invitations: Invitations, checkOrigin: (headers: Headers) => void): Promise<Response> {
  try {
    return await answered(actor, request, invitations, checkOrigin);
  } catch (error) {
    return refused(actor, error);
  }
}

type Asked = { action: string; providerId: string; post: boolean };

async function answered(actor: Actor, request: Request, invitations: Invitations, checkOrigin: (headers: Headers) => void): Promise<Response> {
  const url = new URL(request.url);
  const [action = "", providerId = ""] = url.pathname.split("/").slice(3);
  const post = request.method === "POST";
  if (!(post ? POSTED : READ).has(action) || !["GET", "POST"].includes(request.method)) throw new AppError("not_found", "There is nothing here, or nothing that you may see.");
  if (post) checkOrigin(request.headers);
  const body = post ? await bodyOf(request) : {};
  const query: Record<string, string> = Object.fromEntries(url.searchParams);
  const callbackUrl = safePath(body.callbackUrl ?? query.callbackUrl, url.origin);
  if (post && action === "signin" && providerId === "email") await letterAllowed(actor, body.email ?? "");
  const cookies = cookiesOf(request.headers);
  // Every sign-in starts afresh: next-auth would otherwise tie a new identity to whoever is signed in on this machine.
  if (action === "callback") delete cookies[sessionCookie()];
  const kept = callbackCookie(actor);
  if (cookies[kept] !== undefined) cookies[kept] = safePath(cookies[kept], url.origin);

  const notes: Notes = {};
  const collected = new Collected();
  const asked = {
    method: request.method,
    // A callback of an identity provider goes where its sign-in was started for, which next-auth keeps in a cookie.
    query: { ...query, ...(post || query.callbackUrl !== undefined ? { callbackUrl } : {}), nextauth: [action, providerId].filter(Boolean) },
    body: { ...body, ...(post ? { callbackUrl } : {}), json: "true" },
    cookies,
    headers: { ...Object.fromEntries(request.headers), ...publicHost(url) },
  };
  await NextAuth(asked as unknown as NextApiRequest, collected as unknown as NextApiResponse, authOptions(actor, invitations, notes));
  if (notes.thrown) throw notes.thrown;
  return outcome(actor, request, { action, providerId, post }, collected, notes.base);
}

/**
 * Under which address links and redirects of next-auth lead back. Without NEXTAUTH_URL it believes the request, and
 * whoever forges a Host header would have the links of sign-in letters lead to themselves.
 */
function publicHost(url: URL): Record<string, string> {
  const known = env().PUBLIC_URL ? new URL(env().PUBLIC_URL!) : url;
  return { "x-forwarded-host": known.host, "x-forwarded-proto": known.protocol.replace(":", "") };
}

/** Sign-in letters: refused without a mail server, and limited per address and per recipient, whether or not they are known. */
async function letterAllowed(actor: Actor, email: string): Promise<void> {
  if (!mailAvailable()) throw new AppError("unavailable", "This installation sends no mail. Sign in with your passphrase.");
  await spend("letter-address", actor.address);
  await spend("letter-recipient", email.trim().toLowerCase().slice(0, 320));
}

async function outcome(actor: Actor, request: Request, { action, providerId, post }: Asked, collected: Collected, base: string | undefined): Promise<Response> {
  const wanted = collected.redirect();
  const place = String(collected.getHeader("content-type") ?? "").includes("text/html") ? "/sign-in-error" : base && wanted?.startsWith(base) ? wanted.slice(base.length) || "/" : wanted;
  const cookies = collected.cookies();
  if (post && place?.includes("csrf=true")) throw new AppError("bad_origin", "This page is too old. Load it again and repeat.");
  if (post && action === "callback" && collected.code === 401) throw new AppError("unauthenticated", MISMATCH[providerId] ?? "That does not match.");
  // Whether a letter was sent must not tell whether the address is known here.
  if (post && action === "signin" && providerId === "email") return plain(actor, 200, { url: "/sign-in?sent=1" }, cookies);
  if (action === "callback" && cookies.some((line) => line.startsWith(`${sessionCookie()}=`))) await dropOld(request);
  if (place === undefined) return plain(actor, collected.code, collected.sent === "" ? {} : collected.sent, cookies);
  return post ? plain(actor, collected.code, { url: place }, cookies) : moved(actor, place, cookies);
}

/** A new sign-in ends the session that the browser had before. */
async function dropOld(request: Request): Promise<void> {
  const { session } = credentialOf(request.headers);
  if (session) await rows("DELETE FROM session WHERE token_digest = $1", [tokenDigest(session)]);
}
