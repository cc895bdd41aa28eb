import "server-only";
import { z } from "zod";
import type { Actor } from "@/lib/accounts/server/actor";
import { conflict, forbidden, invalid, notFound } from "@/lib/kernel/errors";
import { isId, newId } from "@/lib/kernel/id";
import { row, rows } from "@/lib/platform/database";
import { platformAddress } from "../addresses";
import { allowsLoopback } from "./ask-platform";

/** A learning platform as this machine knows it. */
export type Platform = { id: string; name: string; issuer: string; clientId: string; deploymentId: string; authUrl: string; tokenUrl: string; jwksUrl: string; disabled: boolean };

const COLUMNS = `id, name, issuer, client_id AS "clientId", deployment_id AS "deploymentId", auth_url AS "authUrl", token_url AS "tokenUrl", jwks_url AS "jwksUrl", disabled_at IS NOT NULL AS disabled`;

const text = z.string().trim().min(1).max(255);
const New = z.strictObject({ name: text, issuer: text, client: text, deployment: text, auth: text, token: text, jwks: text });

const forOperator = (actor: Actor): void => {
  if (actor.kind !== "operator") throw forbidden("Only the person who runs this machine adds platforms.");
};

/** Adds a platform, as the operator. Throws 422 for an address that is not https, 409 for one that is there already. */
export async function addPlatform(actor: Actor, given: Readonly<Record<string, string>>): Promise<Platform> {
  forOperator(actor);
  const parsed = New.safeParse(given);
  if (!parsed.success) throw invalid(`Give all of --name, --issuer, --client, --deployment, --auth, --token and --jwks, each with its value. Wrong or missing: ${[...new Set(parsed.error.issues.flatMap((issue) => (issue.code === "unrecognized_keys" ? issue.keys : [String(issue.path[0])])))].join(", ")}.`);
  const it = parsed.data;
  for (const [name, address] of Object.entries({ auth: it.auth, token: it.token, jwks: it.jwks })) {
    const checked = platformAddress(address, allowsLoopback(actor));
    if (!checked.ok) throw invalid(`--${name} ${checked.error}.`);
  }
  const made = await row<Platform>(
    `INSERT INTO lti_platform (id, name, issuer, client_id, deployment_id, auth_url, token_url, jwks_url) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
     ON CONFLICT (issuer, client_id, deployment_id) DO NOTHING RETURNING ${COLUMNS}`,
    [newId(), it.name, it.issuer, it.client, it.deployment, it.auth, it.token, it.jwks],
  );
  if (!made) throw conflict("There is a platform with this issuer, client id and deployment id. List them with lti-platform list; lti-platform enable takes a “disable” back.");
  return made;
}

/** All platforms, as the operator. */
export async function listPlatforms(actor: Actor): Promise<Platform[]> {
  forOperator(actor);
  return rows<Platform>(`SELECT ${COLUMNS} FROM lti_platform ORDER BY created_at, id LIMIT 1000`);
}

/** Lets nobody in from a platform any more, or takes that back, as the operator. People who are signed in stay so. */
export async function disablePlatform(actor: Actor, id: string, disabled: boolean): Promise<Platform> {
  forOperator(actor);
  const changed = isId(id) ? await row<Platform>(`UPDATE lti_platform SET disabled_at = CASE WHEN $2 THEN coalesce(disabled_at, now()) END, version = version + 1 WHERE id = $1 RETURNING ${COLUMNS}`, [id, disabled]) : undefined;
  if (!changed) throw notFound();
  return changed;
}

/** The platform that a login names; client and deployment narrow it down where they are given. Null for none, and for several clients. */
export async function platformOf(_actor: Actor, issuer: string, clientId: string | null, deploymentId: string | null): Promise<Platform | null> {
  const found = await rows<Platform>(
    `SELECT ${COLUMNS} FROM lti_platform WHERE disabled_at IS NULL AND issuer = $1 AND ($2::text IS NULL OR client_id = $2) AND ($3::text IS NULL OR deployment_id = $3) ORDER BY created_at, id LIMIT 100`,
    [issuer, clientId, deploymentId],
  );
  return new Set(found.map((one) => one.clientId)).size === 1 ? found[0]! : null;
}

/** A platform that is not disabled, by its id. */
export const openPlatform = async (_actor: Actor, id: string): Promise<Platform | null> => (await row<Platform>(`SELECT ${COLUMNS} FROM lti_platform WHERE id = $1 AND disabled_at IS NULL`, [id])) ?? null;
