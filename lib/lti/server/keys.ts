import "server-only";
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, SignJWT, type JWK, type JWTPayload } from "jose";
import type { Actor } from "@/lib/accounts/server/actor";
import { row, rows, transaction } from "@/lib/platform/database";
import { invariant } from "@/lib/kernel/errors";
import { seal, unseal } from "./seal";

type KeyRow = { id: string; public_jwk: JWK; sealed_jwk: Buffer };

const NEWEST = "SELECT id, public_jwk, sealed_jwk FROM lti_key ORDER BY created_at DESC, id LIMIT 1";

/** This tool's key, made when it is first asked for. A key that another secret sealed is of no use any more: a new one takes its place. */
async function ownKey(actor: Actor): Promise<{ id: string; jwk: JWK }> {
  const found = await row<KeyRow>(NEWEST);
  const opened = found && unseal(actor, "key", found.sealed_jwk);
  if (found && opened) return { id: found.id, jwk: opened };
  return transaction(async (tx) => {
    await rows("SELECT pg_advisory_xact_lock(hashtext('lti_key'))", [], tx);
    const meanwhile = await row<KeyRow>(NEWEST, [], tx);
    const theirs = meanwhile && unseal(actor, "key", meanwhile.sealed_jwk);
    if (meanwhile && theirs) return { id: meanwhile.id, jwk: theirs };
    const { privateKey, publicKey } = await generateKeyPair("RS256", { modulusLength: 2048, extractable: true });
    const [jwk, open] = [await exportJWK(privateKey), await exportJWK(publicKey)];
    const id = await calculateJwkThumbprint(open);
    await rows("INSERT INTO lti_key (id, public_jwk, sealed_jwk) VALUES ($1, $2, $3)", [id, JSON.stringify({ ...open, kid: id, alg: "RS256", use: "sig" }), seal(actor, "key", jwk)], tx);
    return { id, jwk };
  });
}

/** The public keys by which platforms know this tool, newest first; one is made where there is none. */
export async function publicKeys(actor: Actor): Promise<JWK[]> {
  await ownKey(actor);
  return (await rows<{ public_jwk: JWK }>("SELECT public_jwk FROM lti_key ORDER BY created_at DESC, id LIMIT 5")).map((one) => one.public_jwk);
}

/** Signs what this tool says to a platform; good for five minutes. */
export async function sign(actor: Actor, payload: JWTPayload): Promise<string> {
  const { id, jwk } = await ownKey(actor);
  const key = await importJWK(jwk, "RS256");
  invariant(!(key instanceof Uint8Array), "an RSA key is no secret of bytes");
  return new SignJWT(payload).setProtectedHeader({ alg: "RS256", kid: id, typ: "JWT" }).setIssuedAt().setExpirationTime("5m").sign(key);
}
