import "server-only";
import { allowed, type MemberActor } from "@/lib/accounts/server/actor";
import { pseudonymKey } from "@/lib/accounts/pseudonyms";
import { conflict, invalid, notFound } from "@/lib/kernel/errors";
import { row, rows, type Sql } from "@/lib/platform/database";
import type { Op } from "../operation";
import type { Role } from "../permissions";
import type { AfterJoin, AfterLeave } from "./join";
import { runOperation } from "./operation";

export type MemberRow = {
  id: string;
  pseudonym: string;
  name: string | null;
  role: Role;
  state: "active" | "removed" | "withdrawn";
  account: "person" | "pupil" | "none";
  isSample: boolean;
  /** Through with practice, or let through; says nothing where the project asks for none. */
  qualified: boolean;
  you: boolean;
  joinedAt: Date;
  version: number;
};

/** Real names are for those who manage members; reviewers read pseudonyms. */
const select = (actor: MemberActor) => `
  SELECT m.id, m.pseudonym, ${allowed(actor, "members.manage") ? "u.name" : "NULL::text AS name"}, m.role, m.state, coalesce(u.kind, 'none') AS account,
         m.is_sample AS "isSample", m.qualified_at IS NOT NULL AS qualified, m.id = $2 AS you, m.joined_at AS "joinedAt", m.version
  FROM member m LEFT JOIN app_user u ON u.id = m.user_id`;

/** The members of the project, active ones first. */
export const listMembers = (actor: MemberActor): Promise<MemberRow[]> =>
  rows<MemberRow>(
    `${select(actor)} WHERE m.project_id = $1 ORDER BY m.state <> 'active', array_position(ARRAY['coordinator','reviewer','annotator','observer'], m.role), m.pseudonym_key LIMIT 2000`,
    [actor.projectId, actor.memberId],
  );

/** One member of the project. */
export async function memberRow(actor: MemberActor, id: string, tx?: Sql): Promise<MemberRow> {
  const found = await row<MemberRow>(`${select(actor)} WHERE m.project_id = $1 AND m.id = $3`, [actor.projectId, actor.memberId, id], tx);
  if (!found) throw notFound();
  return found;
}

/** Locks the coordinators (not their keys: operations and log lines point at members) and refuses when `id` is the last of them: somebody must always lead. */
async function notTheLast(actor: MemberActor, id: string, tx: Sql): Promise<void> {
  const leading = await rows<{ id: string }>("SELECT id FROM member WHERE project_id = $1 AND role = 'coordinator' AND state = 'active' AND user_id IS NOT NULL ORDER BY id FOR NO KEY UPDATE", [actor.projectId], tx);
  if (leading.length === 1 && leading[0]!.id === id) throw conflict("A project needs a coordinator. Make somebody else coordinator first.");
}

/** Locks the row that is to change; 409 with the current row when it is not of the version that the caller saw. */
async function current(actor: MemberActor, id: string, version: number, tx: Sql): Promise<MemberRow> {
  await rows("SELECT 1 FROM member WHERE project_id = $1 AND id = $2 FOR NO KEY UPDATE", [actor.projectId, id], tx);
  const found = await memberRow(actor, id, tx);
  if (found.version !== version) throw conflict("Somebody changed this member since you looked.", { current: found });
  return found;
}

export type MemberChange = { version: number; role?: Role | undefined; pseudonym?: string | undefined };

/** Changes role or pseudonym; a new role holds from the member's next request. */
export async function changeMember(actor: MemberActor, op: Op, id: string, change: MemberChange, afterJoin?: AfterJoin): Promise<MemberRow> {
  await runOperation(actor, op, async (tx) => {
    if (change.role && change.role !== "coordinator") await notTheLast(actor, id, tx);
    const before = await current(actor, id, change.version, tx);
    if (before.state !== "active") throw conflict("This member has left the project.", { current: before });
    if (before.account === "pupil" && change.role && !["annotator", "observer"].includes(change.role)) throw invalid("An account made with a class code can be annotator or observer. For more, invite the person.");
    if (before.account === "pupil" && change.pseudonym?.normalize("NFKC").includes("@")) throw invalid("No e-mail address belongs here. Choose a made-up name.", { errors: [{ path: "/pseudonym", message: "must not be an e-mail address" }] });
    const key = change.pseudonym === undefined ? null : pseudonymKey(change.pseudonym);
    const taken = key && (await row("SELECT 1 FROM member WHERE project_id = $1 AND pseudonym_key = $2 AND id <> $3", [actor.projectId, key, id], tx));
    if (taken) throw conflict("Another member has this name.", { current: before });
    await rows(
      "UPDATE member SET role = coalesce($3, role), pseudonym = coalesce($4, pseudonym), pseudonym_key = coalesce($5, pseudonym_key), version = version + 1 WHERE project_id = $1 AND id = $2",
      [actor.projectId, id, change.role ?? null, change.pseudonym ?? null, key],
      tx,
    );
    if (before.role === "coordinator" && change.role && change.role !== "coordinator") await revokeInvitations(actor, id, tx);
    if (change.role && change.role !== before.role) await afterJoin?.(actor, tx, { projectId: actor.projectId, memberId: id });
    // Pseudonyms stay out of the log: a person who is erased must not be found there.
    return { answer: { id }, deed: { action: "member.changed", subject: "member", subjectId: id, detail: { ...(change.role ? { role: [before.role, change.role] } : {}), renamed: change.pseudonym !== undefined } } };
  }).catch((error: { code?: string; constraint?: string }) => {
    // Somebody took the name in the moment since it was looked up.
    throw error.code === "23505" && error.constraint === "member_project_id_pseudonym_key_key" ? conflict("Another member has this name.") : error;
  });
  return memberRow(actor, id);
}

/** Ends what a coordinator invited others to and nobody has used yet, so that it is no way back in. Codes for annotators and observers stay. */
async function revokeInvitations(actor: MemberActor, id: string, tx: Sql): Promise<void> {
  await rows(
    "UPDATE join_code SET revoked_at = now() WHERE project_id = $1 AND created_by = $2 AND revoked_at IS NULL AND uses < max_uses AND role IN ('coordinator', 'reviewer')",
    [actor.projectId, id],
    tx,
  );
}

async function takeOut(actor: MemberActor, id: string, tx: Sql, afterLeave?: AfterLeave): Promise<void> {
  await revokeInvitations(actor, id, tx);
  await rows("UPDATE member SET state = 'removed', removed_at = now(), version = version + 1 WHERE project_id = $1 AND id = $2", [actor.projectId, id], tx);
  // Of a pupil without any other class nothing is left that a session could be good for.
  await rows(
    `DELETE FROM session s USING member m JOIN app_user u ON u.id = m.user_id
     WHERE m.project_id = $1 AND m.id = $2 AND s.user_id = u.id AND u.kind = 'pupil' AND NOT EXISTS (SELECT 1 FROM member o WHERE o.user_id = u.id AND o.state = 'active')`,
    [actor.projectId, id],
    tx,
  );
  await afterLeave?.(actor, tx, { projectId: actor.projectId, memberId: id });
}

/** Takes a member out: their marks stay, their access ends with this transaction. */
export async function removeMember(actor: MemberActor, op: Op, id: string, version: number, afterLeave?: AfterLeave): Promise<MemberRow> {
  await runOperation(actor, op, async (tx) => {
    await notTheLast(actor, id, tx);
    const before = await current(actor, id, version, tx);
    if (before.state !== "active") throw conflict("This member has left the project already.", { current: before });
    await takeOut(actor, id, tx, afterLeave);
    return { answer: { id }, deed: { action: "member.removed", subject: "member", subjectId: id } };
  });
  return memberRow(actor, id);
}

/** Leaves the project oneself; marks stay. */
export const leaveProject = (actor: MemberActor, op: Op, afterLeave?: AfterLeave): Promise<{ left: true }> =>
  runOperation(actor, op, async (tx) => {
    await notTheLast(actor, actor.memberId, tx);
    await takeOut(actor, actor.memberId, tx, afterLeave);
    return { answer: { left: true as const }, deed: { action: "member.left", subject: "member", subjectId: actor.memberId } };
  });
