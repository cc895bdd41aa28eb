import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { notFound } from "@/lib/kernel/errors";
import { row, type Sql } from "@/lib/platform/database";
import { closedReason } from "./refusal";

/** What a write to an assignment needs to know of it. */
export type OpenAssignment = { articleId: string; state: string; version: number; revisedVersion: number };

/** An assignment that is the actor's, unlocked and still open; its row is locked until the transaction ends. */
export async function openAssignment(actor: MemberActor, assignmentId: string, tx: Sql): Promise<OpenAssignment> {
  const found = await row<OpenAssignment>(
    `SELECT article_id AS "articleId", state, version, revised_version AS "revisedVersion" FROM assignment
     WHERE project_id = $1 AND id = $2 AND member_id = $3 AND NOT locked FOR UPDATE`,
    [actor.projectId, assignmentId, actor.memberId],
    tx,
  );
  if (!found) throw notFound();
  const closed = closedReason(found.state);
  if (closed) throw closed;
  return found;
}
