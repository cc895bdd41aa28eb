import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { row } from "@/lib/platform/database";

/**
 * How many articles that somebody submitted, or that are settled, wait for the names of targets to be looked up in them. Until then, "addresses"
 * may miss an article that only a name would tell of. 0 where names are no evidence in this project.
 */
export async function readNamesPending(actor: MemberActor): Promise<number> {
  const found = await row<{ n: number }>(
    `SELECT count(*)::int AS n FROM article ar WHERE ar.project_id = $1 AND (SELECT addressed_by = 'evidence' FROM project WHERE id = $1)
       AND NOT EXISTS (SELECT FROM mention_basis b WHERE b.project_id = $1 AND b.article_id = ar.id)
       AND (EXISTS (SELECT FROM article_progress p WHERE p.project_id = $1 AND p.article_id = ar.id AND p.submitted > 0) OR EXISTS (SELECT FROM adjudication j WHERE j.project_id = $1 AND j.article_id = ar.id AND j.state = 'settled'))`,
    [actor.projectId],
  );
  return found?.n ?? 0;
}
