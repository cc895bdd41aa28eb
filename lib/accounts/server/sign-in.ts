import "server-only";
import { row, rows } from "@/lib/platform/database";
import { log } from "@/lib/platform/log";
import { checkLimit, countFailure, spent } from "@/lib/platform/limits";
import { foldLogin } from "../login";
import { PASSWORD_MAX } from "../password";
import type { Actor } from "./actor";
import { recordAccountEvent } from "./events";
import { hashingPlace, isWeaker, phraseDigest, rehash, verifyPassword } from "./hashing";

/** Who signed in. */
export type SignedIn = { readonly id: string; readonly name: string | null; readonly email: string | null };

const ACCOUNT_REST = 25;
const ACCOUNT_CEILING = 100;

/** Throws 429 when this address, or this account, has had its failures. */
async function checkSignIn(address: string, account: string): Promise<void> {
  await checkLimit("sign-in-address", address);
  // While an account rests, an address without failures there may still try a few times: nobody can lock a person out
  // from afar. Past the ceiling nobody may, until the hour is over.
  if ((await spent("sign-in-account", account)) < ACCOUNT_REST) return;
  await checkLimit("sign-in-account", account, ACCOUNT_CEILING);
  await checkLimit("sign-in-pair", `${address} ${account}`);
}

async function failed(actor: Actor, account: string, userId: string | null): Promise<null> {
  await countFailure("sign-in-address", actor.address);
  await countFailure("sign-in-account", account);
  await countFailure("sign-in-pair", `${actor.address} ${account}`);
  if (userId) await recordAccountEvent(actor, "sign_in_failed", userId);
  else log.info({ event: "sign_in_failed" }, "account event");
  return null;
}

/**
 * The person behind a sign-in name (or e-mail address) and passphrase; null for an unknown name, a wrong passphrase
 * and a disabled account alike, after the same work. Throws `too_many` and `unavailable`.
 */
export async function signInWithPassword(actor: Actor, login: string, password: string): Promise<SignedIn | null> {
  const account = `account ${foldLogin(login).slice(0, 320)}`;
  await checkSignIn(actor.address, account);
  return hashingPlace(actor, async () => {
    // Again, in the queue's own place: tries that were sent all at once must not slip past the count together.
    await checkSignIn(actor.address, account);
    const found = await row<SignedIn & { hash: string | null; disabled: boolean }>(
      "SELECT id, name, email, password_hash AS hash, disabled_at IS NOT NULL AS disabled FROM app_user WHERE login = $1 OR email = $1 ORDER BY login = $1 DESC NULLS LAST LIMIT 1",
      [foldLogin(login)],
    );
    const right = await verifyPassword(actor, found?.hash ?? null, password.slice(0, PASSWORD_MAX * 4));
    if (!found || !right || found.disabled) return failed(actor, account, found?.id ?? null);
    if (found.hash && isWeaker(actor, found.hash)) await rows("UPDATE app_user SET password_hash = $3 WHERE id = $1 AND password_hash = $2", [found.id, found.hash, await rehash(actor, password)]);
    return { id: found.id, name: found.name, email: found.email };
  });
}

/**
 * The pupil behind a return phrase; null for a wrong phrase and a disabled account. Throws `too_many` and `unavailable`.
 * A whole class mistypes behind one address, so the limit is its own, and wide (docs/decisions/0046).
 */
export async function signInWithPhrase(actor: Actor, phrase: string): Promise<SignedIn | null> {
  await checkLimit("phrase-address", actor.address);
  return hashingPlace(actor, async () => {
    await checkLimit("phrase-address", actor.address);
    const digest = await phraseDigest(actor, phrase);
    const found = digest && (await row<SignedIn>("SELECT id, name, email FROM app_user WHERE phrase_digest = $1 AND disabled_at IS NULL", [digest]));
    if (found) return found;
    await countFailure("phrase-address", actor.address);
    log.info({ event: "sign_in_failed" }, "account event");
    return null;
  });
}
