import "server-only";
import type { Actor } from "@/lib/accounts/server/actor";
import { forgetPersonLimits, inPerson } from "@/lib/accounts/server/account";
import { findUser, operatorOnly } from "@/lib/accounts/server/admin";
import { recordAccountEvent } from "@/lib/accounts/server/events";
import { conflict, invariant, notFound } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/id";
import { row, rows, transaction, type Sql } from "@/lib/platform/database";
import { blankText } from "./blank-text";
import type { AfterLeave } from "./join";

type Person = { id: string; login: string | null; email: string | null };
type Membership = { projectId: string; id: string };

/** Projects with other members that the person alone leads; they must be handed over before the person can go. */
export const ledAlone = (actor: Actor, userId = actor.userId, tx?: Sql): Promise<{ id: string; name: string }[]> =>
  rows(
    `SELECT p.id, p.name FROM member m JOIN project p ON p.id = m.project_id
     WHERE m.user_id = $1 AND m.state = 'active' AND m.role = 'coordinator'
       AND NOT EXISTS (SELECT 1 FROM member o WHERE o.project_id = p.id AND o.id <> m.id AND o.state = 'active' AND o.role = 'coordinator' AND o.user_id IS NOT NULL)
       AND EXISTS (SELECT 1 FROM member o WHERE o.project_id = p.id AND o.id <> m.id AND o.state = 'active' AND o.user_id IS NOT NULL)
     ORDER BY p.name`,
    [userId],
    tx,
  );

/** Erases the actor's own account; see `erase`. Refused while they alone lead a project with other members. */
export async function eraseMe(actor: Actor, wish: { notes: boolean }, afterLeave?: AfterLeave): Promise<void> {
  inPerson(actor);
  invariant(actor.userId, "a session has a person");
  await erase(actor, actor.userId, wish.notes, true, afterLeave);
}

/** Erases a person, for whoever runs the machine: by sign-in name, e-mail address or id. `force` also when a project is left without a coordinator. */
export async function erasePerson(actor: Actor, wanted: string, wish: { notes: boolean; force?: boolean }, afterLeave?: AfterLeave): Promise<void> {
  operatorOnly(actor);
  await erase(actor, await findUser(actor, wanted), wish.notes, !wish.force, afterLeave);
}

/**
 * Deletes user, sessions, identities, tokens and limits; every membership stays as "withdrawn-n" with its marks, and
 * without the free text of its notes if that is wished. What the audit log says of the member stays under its id.
 */
async function erase(actor: Actor, userId: string, notes: boolean, handOver: boolean, afterLeave?: AfterLeave): Promise<void> {
  const person = await transaction(async (tx) => {
    const found = await row<Person>("SELECT id, login, email FROM app_user WHERE id = $1 FOR UPDATE", [userId], tx);
    if (!found) throw notFound();
    const memberships = await rows<Membership>(`SELECT project_id AS "projectId", id FROM member WHERE user_id = $1 ORDER BY project_id FOR NO KEY UPDATE`, [userId], tx);
    await rows("SELECT 1 FROM member WHERE project_id = ANY($1) AND role = 'coordinator' AND state = 'active' ORDER BY project_id, id FOR NO KEY UPDATE", [memberships.map((m) => m.projectId)], tx);
    const led = handOver ? await ledAlone(actor, userId, tx) : [];
    if (led.length > 0) throw conflict(`First make somebody else coordinator of ${led.map((p) => `“${p.name}”`).join(", ")}; others work there.`, { projects: led });
    for (const membership of memberships) {
      await withdraw(actor, membership, notes, tx);
      await afterLeave?.(actor, tx, { projectId: membership.projectId, memberId: membership.id });
    }
    await rows("UPDATE account_event SET user_id = NULL WHERE user_id = $1", [userId], tx);
    if (found.email) {
      await rows("UPDATE join_code SET email = NULL WHERE email = $1", [found.email], tx);
      await rows("DELETE FROM verification_token WHERE identifier = $1", [found.email], tx);
    }
    await rows("DELETE FROM verification_token WHERE identifier = $1", [`reset ${userId}`], tx);
    await rows("DELETE FROM app_user WHERE id = $1", [userId], tx);
    await recordAccountEvent(actor, "erased", null, {}, tx);
    return found;
  });
  await forgetPersonLimits(actor, person);
}

async function withdraw(actor: Actor, { projectId, id }: Membership, notes: boolean, tx: Sql): Promise<void> {
  await rows("SELECT 1 FROM project WHERE id = $1 FOR NO KEY UPDATE", [projectId], tx);
  await rows(
    `UPDATE member SET user_id = NULL, state = 'withdrawn', removed_at = coalesce(removed_at, now()), version = version + 1, pseudonym = w.name, pseudonym_key = w.name
     FROM (SELECT 'withdrawn-' || (1 + coalesce(max(substring(pseudonym_key FROM '^withdrawn-([0-9]{1,8})$')::int), 0)) AS name FROM member WHERE project_id = $1) w
     WHERE project_id = $1 AND id = $2`,
    [projectId, id],
    tx,
  );
  // Stored answers of operations may hold what the person typed, or their name.
  await rows("UPDATE operation SET answer = 'null' WHERE project_id = $1 AND member_id = $2", [projectId, id], tx);
  await rows("DELETE FROM dismissed_phrase WHERE project_id = $1 AND member_id = $2", [projectId, id], tx);
  await rows("INSERT INTO audit_entry (project_id, id, member_id, action, subject, subject_id) VALUES ($1, $2, $3, 'member.withdrawn', 'member', $3)", [projectId, newId(), id], tx);
  if (notes) await blankText(actor, { projectId, memberId: id }, tx);
}
