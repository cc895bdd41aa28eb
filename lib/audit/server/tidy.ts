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
  // An import that nobody went on with: the bytes go, and with them what it could still have become.
  "UPDATE import SET state = 'cancelled', finished_at = now(), version = version + 1 WHERE state IN ('receiving', 'reading', 'ready', 'adding') AND updated_at < now() - interval '30 days'",
  "DELETE FROM import_chunk c USING import_file f, import i WHERE f.project_id = c.project_id AND f.id = c.file_id AND i.project_id = f.project_id AND i.id = f.import_id AND i.state IN ('done', 'cancelled', 'failed')",
  "UPDATE import_row r SET raw = NULL FROM import i WHERE i.project_id = r.project_id AND i.id = r.import_id AND i.state IN ('done', 'cancelled', 'failed') AND r.raw IS NOT NULL",
];

/** Clears away what has run out: sessions, tokens, limits, the outbox of live updates, operations of 90 days ago, and what was sent for imports that are over or were left for 30 days. */
export async function tidy(actor: Actor): Promise<void> {
  if (actor.kind !== "job" && actor.kind !== "operator") return;
  for (const statement of OLD) await rows(statement);
}
