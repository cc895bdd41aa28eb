import "server-only";
import type { Actor } from "@/lib/accounts/server/actor";
import { rows } from "@/lib/platform/database";

// What may go, and after how long. Operations must outlive any client that could still repeat them.
const OLD = [
  "DELETE FROM session WHERE expires < now()",
  "DELETE FROM verification_token WHERE expires < now()",
  "DELETE FROM setup_token WHERE expires_at < now() - interval '1 day'",
  "DELETE FROM rate_limit WHERE expire < (extract(epoch FROM now()) * 1000)::bigint",
  "DELETE FROM outbox WHERE at < now() - interval '1 day'",
  "DELETE FROM operation WHERE created_at < now() - interval '90 days'",
  // An import that nobody went on with; what was sent for it is cleared with that of all that are over.
  "UPDATE import SET state = 'cancelled', finished_at = now(), version = version + 1 WHERE state IN ('receiving', 'reading', 'ready', 'adding') AND updated_at < now() - interval '30 days'",
];

/** Clears away what has run out: sessions, tokens, limits, the outbox of live updates, operations of 90 days ago, and imports that were left for 30 days. */
export async function tidy(actor: Actor): Promise<void> {
  if (actor.kind !== "job" && actor.kind !== "operator") return;
  for (const statement of OLD) await rows(statement);
}
