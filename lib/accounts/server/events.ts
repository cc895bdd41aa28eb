import "server-only";
import { newId } from "@/lib/kernel/id";
import { rows, type Sql } from "@/lib/platform/database";
import { log } from "@/lib/platform/log";
import type { Actor } from "./actor";

/** What is recorded about an account; never an address, a name or a secret. */
export type AccountEventKind =
  | "set_up"
  | "signed_in"
  | "sign_in_failed"
  | "signed_out"
  | "joined"
  | "password_changed"
  | "password_reset"
  | "reset_link_made"
  | "phrase_issued"
  | "sessions_ended"
  | "token_made"
  | "token_revoked"
  | "name_changed"
  | "disabled"
  | "enabled"
  | "erased";

/** Records an event of an account, inside the caller's transaction if it has one. */
export async function recordAccountEvent(actor: Actor, kind: AccountEventKind, userId: string | null, detail: Record<string, unknown> = {}, tx?: Sql): Promise<void> {
  await rows("INSERT INTO account_event (id, user_id, kind, detail) VALUES ($1, $2, $3, $4)", [newId(), userId, kind, JSON.stringify({ by: actor.kind, ...detail })], tx);
  log.info({ event: kind, userId, by: actor.kind }, "account event");
}
