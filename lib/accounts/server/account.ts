import "server-only";
import { conflict, forbidden, invalid, invariant } from "@/lib/kernel/errors";
import { row, rows, transaction } from "@/lib/platform/database";
import { forgetLimits, spend } from "@/lib/platform/limits";
import { passwordFault } from "../password";
import type { Actor } from "./actor";
import { recordAccountEvent } from "./events";
import { hashingPlace, rehash, verifyPassword } from "./hashing";
import { endSessions } from "./sessions";

export type AccountRow = { id: string; kind: "person" | "pupil"; name: string | null; login: string | null; email: string | null; hasPassword: boolean; createdAt: Date; version: number };

const SELECT = `SELECT id, kind, name, login, email, password_hash IS NOT NULL AS "hasPassword", created_at AS "createdAt", version FROM app_user`;

/** The actor's own account. */
export async function accountOf(actor: Actor): Promise<AccountRow> {
  const found = await row<AccountRow>(`${SELECT} WHERE id = $1`, [actor.userId]);
  invariant(found, "whoever is signed in has an account");
  return found;
}

/** Refuses API tokens where the person themselves must be at the keyboard. */
export function inPerson(actor: Actor): void {
  if (actor.kind !== "session") throw forbidden("Do this on the account page; an API token cannot.");
}

/** Changes the name that is shown to the team. */
export async function changeName(actor: Actor, change: { version: number; name: string }): Promise<AccountRow> {
  inPerson(actor);
  if (actor.userKind === "pupil") throw forbidden("An account made with a class code keeps its made-up name.");
  const changed = await row("UPDATE app_user SET name = $3, version = version + 1 WHERE id = $1 AND version = $2 RETURNING id", [actor.userId, change.version, change.name]);
  const current = await accountOf(actor);
  if (!changed) throw conflict("Your account was changed elsewhere since you opened this page.", { current });
  await recordAccountEvent(actor, "name_changed", actor.userId);
  return current;
}

const wrongAt = (path: string, message: string) => invalid(message, { errors: [{ path, message }] });

/** Changes the passphrase; the old one is needed. Every other session ends. Ten tries in ten minutes. */
export async function changePassword(actor: Actor, change: { old: string; password: string }): Promise<{ ended: number }> {
  inPerson(actor);
  invariant(actor.userId, "a session has a person");
  if (actor.userKind === "pupil") throw forbidden("You sign in with four words. Your teacher can give you new ones.");
  await spend("password-change", actor.userId);
  const account = await row<{ login: string | null; email: string | null; hash: string | null }>("SELECT login, email, password_hash AS hash FROM app_user WHERE id = $1", [actor.userId]);
  if (!account?.hash) throw conflict("You sign in through another service, so there is no passphrase to change.");
  const old = account.hash;
  const fault = passwordFault(change.password, account);
  const fresh = await hashingPlace(actor, async () => {
    if (!(await verifyPassword(actor, old, change.old))) throw wrongAt("/old", "That is not your present passphrase.");
    if (fault) throw wrongAt("/password", fault);
    return rehash(actor, change.password);
  });
  return transaction(async (tx) => {
    const changed = await row("UPDATE app_user SET password_hash = $3, version = version + 1 WHERE id = $1 AND password_hash = $2 RETURNING id", [actor.userId, old, fresh], tx);
    if (!changed) throw conflict("Your passphrase was changed elsewhere at this moment.");
    const ended = await endSessions(actor, true, tx);
    await recordAccountEvent(actor, "password_changed", actor.userId, {}, tx);
    return { ended };
  });
}

/** The subjects under which the limits know a person. */
export const limitSubjects = (_actor: Actor, person: { id: string; login: string | null; email: string | null }): string[] => [person.id, ...[person.login, person.email].flatMap((name) => (name ? [`account ${name}`, name] : []))];

/** Forgets every limit that stands under a person's names. */
export async function forgetPersonLimits(actor: Actor, person: { id: string; login: string | null; email: string | null }): Promise<void> {
  for (const subject of limitSubjects(actor, person)) await forgetLimits(subject);
}

/** Signs the actor out everywhere, here too. */
export async function signOutEverywhere(actor: Actor): Promise<{ ended: number }> {
  inPerson(actor);
  const ended = await endSessions(actor, false);
  await recordAccountEvent(actor, "sessions_ended", actor.userId, { ended });
  return { ended };
}

/** What was recorded about the account itself, for its owner. */
export const accountEvents = (actor: Actor): Promise<{ kind: string; at: Date }[]> => rows("SELECT kind, at FROM account_event WHERE user_id = $1 ORDER BY at DESC LIMIT 10000", [actor.userId]);
