import "server-only";
import { createHash } from "node:crypto";
import { isId } from "@/lib/kernel/id";
import { preparedRow, row, rows, type Sql } from "@/lib/platform/database";
import { may, type Permission, type Role } from "@/lib/projects/permissions";

declare const minted: unique symbol;

/** Who asks. Only this file makes one; every server function takes one first. */
export type Actor = {
  readonly [minted]: true;
  readonly kind: "anonymous" | "session" | "token" | "operator" | "job";
  readonly userId: string | null;
  readonly userName: string | null;
  readonly userKind: "person" | "pupil" | null;
  readonly sessionId: string | null;
  /** The network address, for rate limits only; never stored for pupils. */
  readonly address: string;
};

/** An actor who is an active member of a project. */
export type MemberActor = Actor & {
  readonly projectId: string;
  readonly memberId: string;
  readonly role: Role;
  readonly projectKind: "research" | "class";
  /** Whether the coordinator has revealed everybody's work, and every source, to everybody. */
  readonly revealed: boolean;
  /** Whether an annotator sees others' marks on an article once the own work on it is submitted. */
  readonly revealedBySubmission: boolean;
  /** Whether sources are kept from this member, except on articles whose source was shown to them. */
  readonly sourceBlind: boolean;
};

export type Credential = { readonly session?: string | undefined; readonly bearer?: string | undefined; readonly address: string };

/** What is stored of a session or API token: 256 random bits need no slow hash. */
export const tokenDigest = (token: string): string => createHash("sha256").update(token).digest("base64url");

const mint = <T extends Omit<Actor, typeof minted>>(actor: T): T & Actor => Object.freeze(actor) as T & Actor;

/** Nobody in particular: for signing in, joining and the first set-up. */
export const anonymous = (address: string): Actor =>
  mint({ kind: "anonymous", userId: null, userName: null, userKind: null, sessionId: null, address });

/** The person at the machine's own keyboard (`npm run admin`, the sample project). */
export const operator = (): Actor => mint({ kind: "operator", userId: null, userName: null, userKind: null, sessionId: null, address: "" });

/** A job of the worker process. */
export const job = (): Actor => mint({ kind: "job", userId: null, userName: null, userKind: null, sessionId: null, address: "" });

type Found = {
  session_id: string | null;
  stale: boolean;
  user_id: string;
  name: string | null;
  kind: "person" | "pupil";
  member_id: string | null;
  role: Role | null;
  project_kind: "research" | "class" | null;
  revealed: boolean | null;
  by_submission: boolean | null;
  source_blind: boolean | null;
};

const IDLE = "interval '7 days'";
const ABSOLUTE = "interval '30 days'";

const lookup = (source: string) => `
  SELECT ${source === "session" ? "c.id AS session_id, c.last_seen_at < now() - interval '10 minutes' AS stale" : "NULL AS session_id, c.last_used_at IS NULL OR c.last_used_at < now() - interval '10 minutes' AS stale"},
         u.id AS user_id, u.name, u.kind, m.id AS member_id, m.role, p.kind AS project_kind, p.revealed_at IS NOT NULL AS revealed, p.reveal = 'own_submission' AS by_submission, p.source_blind
  FROM ${source} c
  JOIN app_user u ON u.id = c.user_id AND u.disabled_at IS NULL
  LEFT JOIN member m ON m.project_id = $2::uuid AND m.user_id = u.id AND m.state = 'active'
  LEFT JOIN project p ON p.id = m.project_id
  WHERE c.token_digest = $1 AND ${source === "session" ? `c.expires > now() AND c.created_at > now() - ${ABSOLUTE}` : "c.expires_at > now()"}`;
const BY_SESSION = lookup("session");
const BY_TOKEN = lookup("api_token");

async function find(credential: Credential, projectId: string | null): Promise<Found | undefined> {
  if (credential.bearer) {
    const digest = tokenDigest(credential.bearer);
    const found = await preparedRow<Found>("actor-by-token", BY_TOKEN, [digest, projectId]);
    if (found?.stale) await rows("UPDATE api_token SET last_used_at = now() WHERE token_digest = $1", [digest]);
    return found;
  }
  if (!credential.session) return undefined;
  const digest = tokenDigest(credential.session);
  const found = await preparedRow<Found>("actor-by-session", BY_SESSION, [digest, projectId]);
  if (found?.stale)
    await rows(`UPDATE session SET last_seen_at = now(), expires = least(now() + ${IDLE}, created_at + ${ABSOLUTE}) WHERE token_digest = $1`, [digest]);
  return found;
}

type Sight = { revealed: boolean | null; by_submission: boolean | null; source_blind: boolean | null };

/** What the settings of a project mean for what a member of this role sees. Only annotators are ever blind. */
const sight = (role: Role, found: Sight) => ({
  revealed: found.revealed ?? false,
  revealedBySubmission: found.by_submission ?? false,
  sourceBlind: role === "annotator" && (found.source_blind ?? false) && !(found.revealed ?? false),
});

const person = (credential: Credential, found: Found) => ({
  kind: credential.bearer ? ("token" as const) : ("session" as const),
  userId: found.user_id,
  userName: found.name,
  userKind: found.kind,
  sessionId: found.session_id,
  address: credential.address,
});

/** The actor behind a session cookie or bearer token; anonymous when it is missing, expired, revoked or its user disabled. */
export async function actorOf(credential: Credential): Promise<Actor> {
  const found = await find(credential, null);
  return found ? mint(person(credential, found)) : anonymous(credential.address);
}

/** The same in one query with the membership; null where the project id is malformed, unknown, or not theirs. */
export async function memberOf(credential: Credential, projectId: string): Promise<{ actor: Actor; member: MemberActor | null }> {
  const found = await find(credential, isId(projectId) ? projectId : null);
  if (!found) return { actor: anonymous(credential.address), member: null };
  const base = person(credential, found);
  if (!found.member_id || !found.role || !found.project_kind) return { actor: mint(base), member: null };
  const member = mint({ ...base, projectId: projectId.toLowerCase(), memberId: found.member_id, role: found.role, projectKind: found.project_kind, ...sight(found.role, found) });
  return { actor: member, member };
}

/** The machine's operator or a job acting as a given member, for the sample project and imports. */
export async function onBehalfOf(actor: Actor, projectId: string, memberId: string): Promise<MemberActor | null> {
  if (actor.kind !== "operator" && actor.kind !== "job") return null;
  const found = await row<Sight & { role: Role; kind: "research" | "class" }>(
    "SELECT m.role, p.kind, p.revealed_at IS NOT NULL AS revealed, p.reveal = 'own_submission' AS by_submission, p.source_blind FROM member m JOIN project p ON p.id = m.project_id WHERE m.project_id = $1 AND m.id = $2",
    [projectId, memberId],
  );
  if (!found) return null;
  return mint({ ...actor, projectId, memberId, role: found.role, projectKind: found.kind, ...sight(found.role, found) });
}

/** The member whose row the caller's transaction has just written (joining), before it is committed; null for any other row. */
export async function justJoined(actor: Actor, projectId: string, memberId: string, tx: Sql): Promise<MemberActor | null> {
  const found = await row<Sight & { user_id: string; name: string | null; user_kind: "person" | "pupil"; role: Role; kind: "research" | "class" }>(
    `SELECT u.id AS user_id, u.name, u.kind AS user_kind, m.role, p.kind, p.revealed_at IS NOT NULL AS revealed, p.reveal = 'own_submission' AS by_submission, p.source_blind
     FROM member m JOIN project p ON p.id = m.project_id JOIN app_user u ON u.id = m.user_id
     WHERE m.project_id = $1 AND m.id = $2 AND m.state = 'active' AND m.xmin = pg_current_xact_id()::xid`,
    [projectId, memberId],
    tx,
  );
  if (!found) return null;
  return mint({ kind: "session", userId: found.user_id, userName: found.name, userKind: found.user_kind, sessionId: null, address: actor.address, projectId, memberId, role: found.role, projectKind: found.kind, ...sight(found.role, found) });
}

/** Whether a member holds a permission (see `lib/projects/permissions.ts`). */
export const allowed = (actor: MemberActor, permission: Permission): boolean => may(actor.role, permission);
