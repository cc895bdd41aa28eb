import "server-only";
import type { Actor } from "@/lib/accounts/server/actor";
import { rows, type Sql } from "@/lib/platform/database";
import { recountPlaces } from "./places";
import { moving } from "./progress-counts";

/** Takes back what a member who goes had not submitted, so that others can have it; the marks are kept, and what was submitted stays. Answers with how many. */
export async function withdrawOpen(actor: Actor, tx: Sql, { projectId, memberId }: { readonly projectId: string; readonly memberId: string }): Promise<number> {
  const open = await rows<{ id: string }>("SELECT id FROM assignment WHERE project_id = $1 AND member_id = $2 AND state IN ('assigned', 'in_progress', 'returned') ORDER BY id FOR UPDATE", [projectId, memberId], tx);
  return takeBack(actor, tx, projectId, open.map(({ id }) => id));
}

/** Withdraws assignments that are not submitted, counts them out, and frees their places. */
export async function takeBack(actor: Actor, tx: Sql, projectId: string, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0;
  await moving(actor, tx, projectId, ids, () => rows("UPDATE assignment SET state = 'withdrawn', version = version + 1 WHERE project_id = $1 AND id = ANY($2::uuid[])", [projectId, ids], tx));
  await recountPlaces(actor, tx, projectId, ids);
  return ids.length;
}
