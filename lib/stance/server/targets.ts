import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { notFound } from "@/lib/kernel/errors";
import { rows } from "@/lib/platform/database";
import type { StanceChoice } from "../choice";

/**
 * The targets of a choice: those that it names, merged ones as what they were merged into, or the focus targets in use.
 * In the order of the project. Throws 404 for a target that the project does not have.
 */
export async function targetsOfChoice(actor: MemberActor, choice: Pick<StanceChoice, "targetIds">): Promise<string[]> {
  const named = choice.targetIds.length > 0;
  const found = await rows<{ id: string; asked: number }>(
    `SELECT r.id, count(*)::int AS asked FROM target t JOIN target r ON r.project_id = t.project_id AND r.id = coalesce(t.merged_into_id, t.id)
     WHERE t.project_id = $1 AND CASE WHEN $2 THEN t.id = ANY($3::uuid[]) ELSE t.is_focus AND t.merged_into_id IS NULL AND t.archived_at IS NULL END GROUP BY r.id, r.position, r.created_at ORDER BY r.position, r.created_at, r.id`,
    [actor.projectId, named, choice.targetIds],
  );
  if (named && found.reduce((sum, { asked }) => sum + asked, 0) !== new Set(choice.targetIds).size) throw notFound();
  return found.map(({ id }) => id);
}
