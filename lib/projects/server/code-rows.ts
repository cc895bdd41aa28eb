import "server-only";
import { createHmac } from "node:crypto";
import type { Actor } from "@/lib/accounts/server/actor";
import { AppError } from "@/lib/kernel/errors";
import { row, type Sql } from "@/lib/platform/database";
import { env } from "@/lib/platform/env";
import { checkLimit, countFailure } from "@/lib/platform/limits";
import { foldCode } from "../codes";
import type { Role } from "../permissions";

/** What is stored of a code or invitation: keyed, since 50 bits alone could be searched through. */
export const codeDigest = (_actor: Actor, typed: string): string => createHmac("sha256", env().AUTH_SECRET).update(`join ${foldCode(typed)}`).digest("base64url");

export type OpenCode = { projectId: string; projectName: string; projectKind: "research" | "class"; kind: "code" | "invitation"; role: Role; email: string | null; mailed: boolean };

const OPEN = "c.revoked_at IS NULL AND c.expires_at > now() AND c.uses < c.max_uses AND p.archived_at IS NULL AND p.nameless_at IS NULL";
const COLUMNS = `c.project_id AS "projectId", p.name AS "projectName", p.kind AS "projectKind", c.kind, c.role, c.email, c.hint = 'mail' AS mailed`;

/** The one answer to a wrong, expired, revoked or used-up code. */
export const wrongCode = (_actor: Actor): AppError => new AppError("not_found", "That code opens nothing. It may be mistyped, used up or too old; ask for a new one.");

/**
 * The code behind what somebody typed. Wrong ones are counted against their address; throws 404 or 429. A right one is
 * never refused: a class sits behind one address, and its mistypings must not lock out those who can spell. Of 50 bits
 * nobody guesses one (docs/decisions/0046).
 */
export async function openCode(actor: Actor, typed: string): Promise<OpenCode> {
  const found = await row<OpenCode>(`SELECT ${COLUMNS} FROM join_code c JOIN project p ON p.id = c.project_id WHERE c.code_digest = $1 AND ${OPEN}`, [codeDigest(actor, typed)]);
  if (found) return found;
  await checkLimit("code-address", actor.address);
  await countFailure("code-address", actor.address);
  throw wrongCode(actor);
}

/** Takes one use of the code in the caller's transaction; of many who race for the last use, one gets it. Null for the others. */
export async function useCode(actor: Actor, typed: string, tx: Sql): Promise<OpenCode | null> {
  const taken = await row<OpenCode>(
    `UPDATE join_code c SET uses = c.uses + 1 FROM project p WHERE p.id = c.project_id AND c.code_digest = $1 AND ${OPEN} RETURNING ${COLUMNS}`,
    [codeDigest(actor, typed)],
    tx,
  );
  return taken ?? null;
}
