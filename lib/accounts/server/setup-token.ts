import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { conflict, forbidden } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/id";
import { row, rows, type Sql } from "@/lib/platform/database";
import type { Actor } from "./actor";

const MINUTES = 60;
const digest = (token: string): Buffer => createHash("sha256").update(token).digest();

/** Whether somebody with a passphrase exists, so that the first set-up is over. */
export const isSetUp = async (_actor: Actor, tx?: Sql): Promise<boolean> => Boolean(await row("SELECT 1 FROM app_user WHERE password_hash IS NOT NULL LIMIT 1", [], tx));

/** Makes the token of a set-up link: good once, for an hour, and only while nobody has an account with a passphrase. For the launcher. */
export async function issueSetupToken(actor: Actor): Promise<string> {
  if (actor.kind !== "operator") throw forbidden("Only the program itself makes set-up links.");
  if (await isSetUp(actor)) throw conflict("The first account exists already. Use npm run admin to reset its passphrase.");
  const token = randomBytes(24).toString("base64url");
  await rows("DELETE FROM setup_token WHERE expires_at < now() - interval '7 days'");
  await rows("INSERT INTO setup_token (id, token_hash, expires_at) VALUES ($1, $2, now() + make_interval(mins => $3))", [newId(), digest(token), MINUTES]);
  return token;
}

/** Minutes for which a set-up link still works; null when it does not. */
export async function setupMinutesLeft(actor: Actor, token: string): Promise<number | null> {
  const found = await row<{ minutes: number }>("SELECT ceil(extract(epoch FROM expires_at - now()) / 60)::int AS minutes FROM setup_token WHERE token_hash = $1 AND used_at IS NULL AND expires_at > now()", [digest(token)]);
  return found && !(await isSetUp(actor)) ? found.minutes : null;
}

/** Takes the token in the caller's transaction: of many calls at once, one gets true. */
export async function useSetupToken(actor: Actor, token: string, tx: Sql): Promise<boolean> {
  await rows("SELECT pg_advisory_xact_lock(hashtext('slantwise set-up'))", [], tx);
  if (await isSetUp(actor, tx)) return false;
  const used = await row("UPDATE setup_token SET used_at = now() WHERE token_hash = $1 AND used_at IS NULL AND expires_at > now() RETURNING id", [digest(token)], tx);
  return used !== undefined;
}
