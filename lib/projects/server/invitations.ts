import "server-only";
import { justJoined, type Actor } from "@/lib/accounts/server/actor";
import { recordAccountEvent } from "@/lib/accounts/server/events";
import { invariant } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/id";
import { row, rows, transaction } from "@/lib/platform/database";
import type { Role } from "../permissions";
import type { AfterJoin } from "./join";
import { addUnderAnyPseudonym } from "./newcomers";
import { audit } from "./operation";

const OPEN = "kind = 'invitation' AND email = $1 AND revoked_at IS NULL AND expires_at > now() AND uses < max_uses";

/** Whether an invitation for this (verified) address is open. */
export const pendingInvitation = async (_actor: Actor, email: string): Promise<boolean> => Boolean(await row(`SELECT 1 FROM join_code WHERE ${OPEN} LIMIT 1`, [email]));

/** Takes every open invitation for a verified address and makes the person and their memberships; null when there is none or the address has an account. */
export const acceptInvitations = (actor: Actor, person: { email: string; name: string | null }, afterJoin?: AfterJoin): Promise<string | null> =>
  transaction(async (tx) => {
    const taken = await rows<{ projectId: string; role: Role }>(`UPDATE join_code SET uses = uses + 1 WHERE ${OPEN} RETURNING project_id AS "projectId", role`, [person.email], tx);
    if (taken.length === 0) return null;
    const id = newId();
    const made = await row("INSERT INTO app_user (id, name, email, email_verified) VALUES ($1, $2, $3, now()) ON CONFLICT (email) DO NOTHING RETURNING id", [id, person.name?.slice(0, 100) ?? null, person.email], tx);
    if (!made) throw new Error("The address of the invitation has an account that is not verified");
    for (const { projectId, role } of new Map(taken.map((line) => [line.projectId, line])).values()) {
      const memberId = await addUnderAnyPseudonym(actor, { projectId, userId: id, role }, tx);
      await afterJoin?.(actor, tx, { projectId, memberId });
      const member = await justJoined(actor, projectId, memberId, tx);
      invariant(member, "the member was just written");
      await audit(member, { action: "member.joined", subject: "member", subjectId: memberId, detail: { by: "invitation", role } }, tx);
    }
    await recordAccountEvent(actor, "joined", id, { by: "invitation" }, tx);
    return id;
  });
