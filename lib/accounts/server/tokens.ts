import "server-only";
import { randomBytes } from "node:crypto";
import { conflict, forbidden, notFound } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/id";
import { row, rows } from "@/lib/platform/database";
import { inPerson } from "./account";
import { tokenDigest, type Actor } from "./actor";
import { recordAccountEvent } from "./events";

export type TokenRow = { id: string; name: string; createdAt: Date; lastUsedAt: Date | null; expiresAt: Date };

const COLUMNS = `id, name, created_at AS "createdAt", last_used_at AS "lastUsedAt", expires_at AS "expiresAt"`;
const MOST = 20;

/** The actor's API tokens; never the tokens themselves. */
export const listTokens = (actor: Actor): Promise<TokenRow[]> => rows<TokenRow>(`SELECT ${COLUMNS} FROM api_token WHERE user_id = $1 ORDER BY created_at DESC`, [actor.userId]);

/** Makes an API token that may do what its owner may; the token is in this answer and nowhere else. */
export async function makeToken(actor: Actor, wanted: { name: string; days: number }): Promise<TokenRow & { token: string }> {
  inPerson(actor);
  if (actor.userKind === "pupil") throw forbidden("An account made with a class code has no API tokens.");
  const token = `slw_${randomBytes(32).toString("base64url")}`;
  const made = await row<TokenRow>(
    `INSERT INTO api_token (id, user_id, name, token_digest, expires_at)
     SELECT $1, $2, $3, $4, now() + make_interval(days => $5) WHERE (SELECT count(*) FROM api_token WHERE user_id = $2) < ${MOST} RETURNING ${COLUMNS}`,
    [newId(), actor.userId, wanted.name, tokenDigest(token), wanted.days],
  );
  if (!made) throw conflict(`You have ${MOST} tokens. Revoke one that you no longer need.`);
  await recordAccountEvent(actor, "token_made", actor.userId, { token: made.id });
  return { ...made, token };
}

/** Revokes one of the actor's tokens, at once. */
export async function revokeToken(actor: Actor, id: string): Promise<void> {
  inPerson(actor);
  const revoked = await row("DELETE FROM api_token WHERE user_id = $1 AND id = $2 RETURNING id", [actor.userId, id]);
  if (!revoked) throw notFound();
  await recordAccountEvent(actor, "token_revoked", actor.userId, { token: id });
}
