import "server-only";
import type { Actor } from "@/lib/accounts/server/actor";
import { rows, type Sql } from "@/lib/platform/database";

/**
 * Locks what waits for practice and unlocks the rest: where a project asks for practice, the articles of an annotator
 * who has not passed are locked, unless they are practice or begun. For all members, or for those named.
 */
export async function setLocks(_actor: Actor, tx: Sql, projectId: string, memberIds: readonly string[] | null = null): Promise<void> {
  await rows(
    `UPDATE assignment a SET locked = NOT a.locked, version = a.version + 1
     FROM project p, member m
     WHERE a.project_id = $1 AND p.id = a.project_id AND m.project_id = a.project_id AND m.id = a.member_id AND ($2::uuid[] IS NULL OR m.id = ANY($2::uuid[]))
       AND a.locked <> (p.practice_threshold IS NOT NULL AND m.role = 'annotator' AND m.qualified_at IS NULL AND a.phase <> 'practice' AND a.state = 'assigned')`,
    [projectId, memberIds],
    tx,
  );
}
