import "server-only";
import { forbidden, notFound } from "@/lib/kernel/errors";
import { row, rows, transaction } from "@/lib/platform/database";
import { foldLogin } from "../login";
import type { Actor } from "./actor";
import { recordAccountEvent } from "./events";

/** Refuses everybody but the person at the machine's own keyboard. */
export function operatorOnly(actor: Actor): void {
  if (actor.kind !== "operator") throw forbidden("Only whoever runs this machine can do this.");
}

export type UserRow = { id: string; kind: "person" | "pupil"; name: string | null; login: string | null; email: string | null; disabled: boolean; projects: number; lastSeenAt: Date | null; createdAt: Date };

/** Every account, oldest first. */
export async function listUsers(actor: Actor): Promise<UserRow[]> {
  operatorOnly(actor);
  return rows<UserRow>(
    `SELECT u.id, u.kind, u.name, u.login, u.email, u.disabled_at IS NOT NULL AS disabled, u.created_at AS "createdAt",
            (SELECT count(*)::int FROM member m WHERE m.user_id = u.id AND m.state = 'active') AS projects,
            (SELECT max(last_seen_at) FROM session s WHERE s.user_id = u.id) AS "lastSeenAt"
     FROM app_user u ORDER BY u.created_at, u.id`,
  );
}

/** The id of an account by its sign-in name, e-mail address or id; throws 404. */
export async function findUser(actor: Actor, wanted: string): Promise<string> {
  operatorOnly(actor);
  const found = await row<{ id: string }>("SELECT id FROM app_user WHERE login = $1 OR email = $1 OR id::text = $1", [foldLogin(wanted)]);
  if (!found) throw notFound();
  return found.id;
}

/** Disables an account (its sessions and API tokens end at once) or enables it again. */
export async function setDisabled(actor: Actor, wanted: string, disabled: boolean): Promise<void> {
  const id = await findUser(actor, wanted);
  await transaction(async (tx) => {
    await rows("UPDATE app_user SET disabled_at = CASE WHEN $2 THEN coalesce(disabled_at, now()) END, version = version + 1 WHERE id = $1", [id, disabled], tx);
    if (disabled) {
      await rows("DELETE FROM session WHERE user_id = $1", [id], tx);
      await rows("DELETE FROM api_token WHERE user_id = $1", [id], tx);
    }
    await recordAccountEvent(actor, disabled ? "disabled" : "enabled", id, {}, tx);
  });
}
