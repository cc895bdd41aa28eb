import "server-only";
import { compactVerify, decodeProtectedHeader } from "jose";
import type { Actor } from "@/lib/accounts/server/actor";
import { err, ok, type Result } from "@/lib/kernel/result";
import { now } from "@/lib/platform/clock";
import { row, rows } from "@/lib/platform/database";
import { toolAddresses } from "../addresses";
import { checkToken } from "../check";
import { readToken, type LaunchToken } from "../claims";
import type { Refusal } from "../refusals";
import { openPlatform, platformOf } from "./platforms";
import { platformKeys } from "./platform-keys";
import { digestOf, freshSecret, same, seal, unseal } from "./seal";

/** How long a launch may take from its beginning to the platform's answer, and from there to the lesson. */
export const LAUNCH_SECONDS = 600;
const LONGEST_TOKEN = 32 * 1024;

/** What a login carries through the platform and back, sealed: nobody can make one, change one, or read it. */
type State = { readonly platform: string; readonly nonce: string; readonly browser: string; readonly until: number };

/** Who was let in, sealed into a cookie of the browser until the lesson opens or the teacher has chosen. */
export type Ticket = Pick<LaunchToken, "subject" | "resourceLink" | "context" | "lesson" | "lineItem" | "deepLink"> & {
  readonly launch: string;
  readonly platform: string;
  readonly browser: string;
  readonly until: number;
  /** Who was signed in by this launch, which is used up then; null before. */
  readonly user: string | null;
  readonly role: "teacher" | "pupil";
  readonly wish: "lesson" | "deep_link";
};

export type LoginForm = { readonly iss: string; readonly loginHint: string; readonly target: string; readonly clientId: string | null; readonly deploymentId: string | null; readonly messageHint: string | null };

/**
 * Begins a launch: answers with the platform's address that asks who somebody is. Nothing is written, so that whoever
 * calls this a million times fills no table. `browser` is the secret of the browser's own cookie.
 */
export async function beginLogin(actor: Actor, form: LoginForm, browser: string, base: string): Promise<Result<string, Refusal>> {
  if (!URL.canParse(form.target) || new URL(form.target).origin !== new URL(base).origin) return err("target");
  const platform = await platformOf(actor, form.iss, form.clientId, form.deploymentId);
  if (!platform) return err("unknown_platform");
  const nonce = freshSecret(actor);
  const state: State = { platform: platform.id, nonce: digestOf(actor, nonce), browser: digestOf(actor, browser), until: now().getTime() + LAUNCH_SECONDS * 1000 };
  const url = new URL(platform.authUrl);
  const wanted = {
    scope: "openid",
    response_type: "id_token",
    response_mode: "form_post",
    prompt: "none",
    client_id: platform.clientId,
    redirect_uri: toolAddresses(base).launch,
    login_hint: form.loginHint,
    ...(form.messageHint === null ? {} : { lti_message_hint: form.messageHint }),
    nonce,
    state: seal(actor, "state", state).toString("base64url"),
  };
  for (const [name, value] of Object.entries(wanted)) url.searchParams.set(name, value);
  return ok(url.href);
}

/**
 * Takes the platform's answer: checks its signature by the platform's keys, then every claim, and that this answer to
 * this login comes for the first time. Answers with a sealed ticket; nobody is signed in yet (see `openTicket`).
 */
export async function takeLaunch(actor: Actor, idToken: string, sealedState: string, base: string): Promise<Result<string, Refusal>> {
  const state = unseal(actor, "state", Buffer.from(sealedState, "base64url")) as State | null;
  if (!state || state.until <= now().getTime()) return err("state");
  const platform = await openPlatform(actor, state.platform);
  if (!platform) return err("unknown_platform");
  const read = await verified(actor, idToken, platform.jwksUrl);
  if (!read.ok) return read;
  const token = read.value;
  const coming = checkToken(token, { issuer: platform.issuer, clientId: platform.clientId, now: now().getTime() / 1000, origin: new URL(base).origin });
  if (!coming.ok) return coming;
  if (!same(actor, digestOf(actor, token.nonce), state.nonce)) return err("nonce");
  const deployed = await platformOf(actor, token.issuer, platform.clientId, token.deployment);
  if (!deployed) return err("deployment");
  const launch = digestOf(actor, sealedState);
  const until = now().getTime() + LAUNCH_SECONDS * 1000;
  await rows("DELETE FROM lti_launch WHERE expires_at < $1", [now()]);
  // The row outlives state and ticket both, so that neither is good again.
  const first = await row("INSERT INTO lti_launch (state_digest, platform_id, nonce_digest, expires_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING RETURNING state_digest", [launch, deployed.id, state.nonce, new Date(Math.max(until, state.until))]);
  if (!first) return err("replayed");
  const { subject, resourceLink, context, lesson, lineItem, deepLink } = token;
  const ticket: Ticket = { subject, resourceLink, context, lesson, lineItem, deepLink, launch, platform: deployed.id, browser: state.browser, until, user: null, ...coming.value };
  return ok(sealTicket(actor, ticket));
}

/** A ticket as the browser keeps it. */
export const sealTicket = (actor: Actor, ticket: Ticket): string => seal(actor, "ticket", ticket).toString("base64url");

async function verified(actor: Actor, idToken: string, jwksUrl: string): Promise<Result<LaunchToken, Refusal>> {
  if (idToken.length > LONGEST_TOKEN) return err("token");
  const kid = keyIdOf(idToken);
  if (kid === null) return err("signature");
  const keys = await platformKeys(actor, jwksUrl, kid);
  if (!keys.ok) return err("platform_keys");
  try {
    const { payload } = await compactVerify(idToken, keys.value, { algorithms: ["RS256"] });
    const token = readToken(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(payload)));
    return token ? ok(token) : err("token");
  } catch (error) {
    return err(error instanceof SyntaxError || error instanceof TypeError ? "token" : "signature");
  }
}

/** The key that an RS256 token names; null for a token of any other kind, before anybody is asked for keys. */
function keyIdOf(idToken: string): string | null {
  try {
    const { alg, kid } = decodeProtectedHeader(idToken);
    return alg === "RS256" && typeof kid === "string" ? kid : null;
  } catch {
    return null;
  }
}

/** The ticket in a browser's cookie, if the launch began in this very browser and is not over. A ticket that has signed somebody in is good for them alone. */
export async function openTicket(actor: Actor, sealed: string | null, browser: string | null): Promise<Result<Ticket, Refusal>> {
  const ticket = sealed === null ? null : (unseal(actor, "ticket", Buffer.from(sealed, "base64url")) as Ticket | null);
  if (!ticket || browser === null || !same(actor, digestOf(actor, browser), ticket.browser)) return err("browser");
  if (ticket.until <= now().getTime()) return err("expired");
  if (ticket.user !== null && ticket.user !== actor.userId) return err("other_account");
  const open = await row("SELECT 1 FROM lti_launch l JOIN lti_platform p ON p.id = l.platform_id AND p.disabled_at IS NULL WHERE l.state_digest = $1 AND (l.used_at IS NULL) = $2", [ticket.launch, ticket.user === null]);
  return open ? ok(ticket) : err("replayed");
}
