import "server-only";
import { randomBytes } from "node:crypto";
import { AppError, forbidden, invalid, notFound } from "@/lib/kernel/errors";
import { row, rows, transaction } from "@/lib/platform/database";
import { env } from "@/lib/platform/env";
import { checkLimit, countFailure, spend } from "@/lib/platform/limits";
import { mailAvailable, postMail } from "@/lib/platform/mail";
import { foldLogin } from "../login";
import { passwordFault } from "../password";
import { forgetPersonLimits } from "./account";
import { tokenDigest, type Actor } from "./actor";
import { recordAccountEvent } from "./events";
import { hashPassword } from "./hashing";

const PREFIX = "reset ";

/** Makes a one-time link for a new passphrase and forgets older ones; answers with its path. */
async function makeLink(actor: Actor, userId: string, hours: number): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await rows("DELETE FROM verification_token WHERE identifier = $1", [PREFIX + userId]);
  await rows("INSERT INTO verification_token (identifier, token, expires) VALUES ($1, $2, now() + make_interval(hours => $3))", [PREFIX + userId, tokenDigest(token), hours]);
  await recordAccountEvent(actor, "reset_link_made", userId);
  return `/sign-in/reset?token=${token}`;
}

/** For whoever runs the machine: a link, good once for 24 hours, with which a person sets a new passphrase. */
export async function resetPassword(actor: Actor, loginOrEmail: string): Promise<{ path: string }> {
  if (actor.kind !== "operator") throw forbidden("Only whoever runs this machine can do this.");
  const found = await row<{ id: string; kind: string }>("SELECT id, kind FROM app_user WHERE login = $1 OR email = $1", [foldLogin(loginOrEmail)]);
  if (!found || found.kind !== "person") throw notFound();
  return { path: await makeLink(actor, found.id, 24) };
}

/** Sends a reset link to a verified address; answers the same, and as fast, for an address that is not known. */
export async function sendResetLink(actor: Actor, email: string): Promise<void> {
  const base = env().PUBLIC_URL?.replace(/\/$/, "");
  if (!mailAvailable() || !base) throw new AppError("unavailable", "This installation sends no mail. Whoever runs it can make a link for you.");
  const address = foldLogin(email).slice(0, 320);
  await spend("letter-address", actor.address);
  await spend("letter-recipient", address);
  const found = await row<{ id: string }>("SELECT id FROM app_user WHERE email = $1 AND email_verified IS NOT NULL AND disabled_at IS NULL AND password_hash IS NOT NULL", [address]);
  if (!found) return;
  const path = await makeLink(actor, found.id, 1);
  postMail({ to: address, subject: "A new passphrase for Slantwise", text: `Open this link within an hour to set a new passphrase. It works once.\n\n${base}${path}\n\nIf you did not ask for it, do nothing.` });
}

const wrongLink = () => new AppError("not_found", "This link was used already, or is too old. Ask for a new one.");

/** Sets a new passphrase with the token of a link: every session and API token of the person ends. */
export async function resetWithToken(actor: Actor, token: string, password: string): Promise<void> {
  await checkLimit("reset-address", actor.address);
  const digest = tokenDigest(token);
  const LINK = `FROM verification_token v JOIN app_user u ON v.identifier = '${PREFIX}' || u.id::text WHERE v.token = $1 AND v.expires > now() AND u.disabled_at IS NULL`;
  const person = await row<{ id: string; login: string | null; email: string | null }>(`SELECT u.id, u.login, u.email ${LINK}`, [digest]);
  if (!person) {
    await countFailure("reset-address", actor.address);
    throw wrongLink();
  }
  const fault = passwordFault(password, person);
  if (fault) throw invalid(fault, { errors: [{ path: "/password", message: fault }] });
  const hash = await hashPassword(actor, password);
  await transaction(async (tx) => {
    const used = await row("DELETE FROM verification_token WHERE token = $1 AND identifier = $2 AND expires > now() RETURNING token", [digest, PREFIX + person.id], tx);
    if (!used) throw wrongLink();
    await rows("UPDATE app_user SET password_hash = $2, version = version + 1 WHERE id = $1", [person.id, hash], tx);
    await rows("DELETE FROM session WHERE user_id = $1", [person.id], tx);
    await rows("DELETE FROM api_token WHERE user_id = $1", [person.id], tx);
    await recordAccountEvent(actor, "password_reset", person.id, {}, tx);
  });
  await forgetPersonLimits(actor, person);
}
