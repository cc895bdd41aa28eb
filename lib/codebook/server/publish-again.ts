import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { newId } from "@/lib/kernel/id";
import { row, rows, type Sql } from "@/lib/platform/database";

/**
 * Publishes what the codebook says once more as its next version, where coding has begun, so that stamps tell the
 * marks made before from those made after a change outside of it (a new target). An open draft becomes the version
 * after that. Answers with the new number, or null where nothing is coded yet. Runs in the caller's transaction.
 */
export async function publishAgain(actor: MemberActor, note: string, tx: Sql): Promise<number | null> {
  const begun = await row<{ begun: boolean }>("SELECT EXISTS (SELECT FROM span WHERE project_id = $1) OR EXISTS (SELECT FROM judgement WHERE project_id = $1) OR EXISTS (SELECT FROM submission WHERE project_id = $1) AS begun", [actor.projectId], tx);
  if (!begun?.begun) return null;
  // As those do who write a draft: one after the other.
  await rows("SELECT id FROM codebook WHERE project_id = $1 FOR NO KEY UPDATE", [actor.projectId], tx);
  await rows("UPDATE codebook_version SET number = number + 1 WHERE project_id = $1 AND state = 'draft'", [actor.projectId], tx);
  const made = await row<{ number: number }>(
    `INSERT INTO codebook_version (project_id, id, codebook_id, number, state, content, published_at, published_by, note)
     SELECT v.project_id, $2, v.codebook_id, v.number + 1, 'published', v.content, now(), $3, $4 FROM codebook_version v WHERE v.project_id = $1 AND v.state = 'published' ORDER BY v.number DESC LIMIT 1 RETURNING number`,
    [actor.projectId, newId(), actor.memberId, note],
    tx,
  );
  await rows("INSERT INTO outbox (project_id, kind) VALUES ($1, 'codebook')", [actor.projectId], tx);
  return made?.number ?? null;
}
