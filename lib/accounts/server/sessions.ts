import "server-only";
import { randomBytes } from "node:crypto";
import { notFound } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/id";
import { row, rows, type Sql } from "@/lib/platform/database";
import { isHttps } from "@/lib/platform/env";
import { tokenDigest, type Actor } from "./actor";
import { sessionCookie } from "./credential";

/** A session ends after 7 days without use, and after 30 days in any case. */
const IDLE_DAYS = 7;
export const ABSOLUTE_SECONDS = 30 * 24 * 60 * 60;

/** Starts a session; answers with the token, which exists nowhere else, for the cookie. */
export async function startSession(_actor: Actor, userId: string, tx?: Sql): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await rows(
    `INSERT INTO session (id, token_digest, user_id, expires) SELECT $1, $2, id, now() + make_interval(days => ${IDLE_DAYS}) FROM app_user WHERE id = $3 AND disabled_at IS NULL`,
    [newId(), tokenDigest(token), userId],
    tx,
  );
  return token;
}

/** The Set-Cookie line for a session token; an empty token takes the cookie away. */
export function sessionCookieLine(_actor: Actor, token: string): string {
  const life = token === "" ? "Max-Age=0" : `Max-Age=${ABSOLUTE_SECONDS}`;
  return `${sessionCookie()}=${token}; ${life}; Path=/; HttpOnly; SameSite=Lax${isHttps() ? "; Secure" : ""}`;
}

export type SessionRow = { id: string; startedAt: Date; lastSeenAt: Date; current: boolean };

/** The actor's own live sessions, the present one first. */
export const listSessions = (actor: Actor): Promise<SessionRow[]> =>
  rows<SessionRow>(
    `SELECT id, created_at AS "startedAt", last_seen_at AS "lastSeenAt", id = $2 AS current FROM session
     WHERE user_id = $1 AND expires > now() AND created_at > now() - interval '30 days' ORDER BY id = $2 DESC, last_seen_at DESC LIMIT 200`,
    [actor.userId, actor.sessionId],
  );

/** Ends one of the actor's own sessions. */
export async function endSession(actor: Actor, id: string): Promise<void> {
  const ended = await row("DELETE FROM session WHERE user_id = $1 AND id = $2 RETURNING id", [actor.userId, id]);
  if (!ended) throw notFound();
}

/** Ends every session of the actor; with `keepPresent` all but the one in use. */
export async function endSessions(actor: Actor, keepPresent: boolean, tx?: Sql): Promise<number> {
  const ended = await rows("DELETE FROM session WHERE user_id = $1 AND ($2::uuid IS NULL OR id <> $2) RETURNING id", [actor.userId, keepPresent ? actor.sessionId : null], tx);
  return ended.length;
}

/** Ends the present session. Says nothing when there is none. */
export async function signOut(actor: Actor): Promise<void> {
  if (actor.sessionId) await rows("DELETE FROM session WHERE id = $1", [actor.sessionId]);
}
