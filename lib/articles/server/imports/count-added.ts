import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { rows, type Sql } from "@/lib/platform/database";
import { audit } from "@/lib/projects/server/operation";

/** Counts a batch of an import that is adding, and puts one line into the project's log for it. */
export async function countAdded(actor: MemberActor, importId: string, batch: { seen: number; bytes: number; kept: number; joined: number; refused: number }, tx: Sql): Promise<void> {
  await rows(
    `UPDATE import SET seen = seen + $3, kept = kept + $4, joined = joined + $5, refused = refused + $6, bytes_read = bytes_read + $7, attempts = 0, updated_at = now()
     WHERE project_id = $1 AND id = $2`,
    [actor.projectId, importId, batch.seen, batch.kept, batch.joined, batch.refused, batch.bytes],
    tx,
  );
  if (batch.kept + batch.joined > 0) await audit(actor, { action: "articles.imported", subject: "import", subjectId: importId, detail: { kept: batch.kept, joined: batch.joined } }, tx);
}
