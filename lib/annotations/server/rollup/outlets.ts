import "server-only";
import type { Actor } from "@/lib/accounts/server/actor";
import { rows, type Sql } from "@/lib/platform/database";
import { COUNTED_LAYER, PLACED, SUMMED, type By } from "./sums-sql";

/** The outlets of $2 with all that were merged into them. */
const THESE = "(SELECT o.id FROM outlet o WHERE o.project_id = $1 AND coalesce(o.merged_into_id, o.id) = ANY($2::uuid[]))";

/** Sums of the outlets (or publishers) $2 of project $1 toward the targets $3 (null: all), into a table like `rollup_outlet`. */
export const OUTLET_ROWS = (by: By, into: string): string => `
WITH ${PLACED(by, "rollup_article", `AND c.project_id = $1 AND NOT c.family AND ($3::uuid[] IS NULL OR c.target_id = ANY($3)) AND ar.${by}_id IN ${THESE} AND ${COUNTED_LAYER("adjudicated")}`)}, ${SUMMED}
INSERT INTO ${into} (project_id, grouping, outlet_id, target_id, sums) SELECT $1, '${by}', group_id, target_id, sums FROM summed ORDER BY group_id, target_id`;

/** Of which articles, and whose figures they are in; read before and after a change. */
export type Touched = { readonly outletIds: readonly string[]; readonly targetIds: readonly string[] };

/** The outlets and targets in whose figures some articles are, as their counts stand. */
export async function touchedBy(_actor: Actor, projectId: string, articleIds: readonly string[], tx: Sql): Promise<Touched> {
  const found = await rows<{ outletId: string | null; targetId: string }>(
    `SELECT DISTINCT side.id AS "outletId", c.target_id AS "targetId" FROM rollup_article c CROSS JOIN LATERAL (VALUES (c.outlet_id), (c.publisher_id)) side(id) WHERE c.project_id = $1 AND c.article_id = ANY($2::uuid[])`,
    [projectId, articleIds],
    tx,
  );
  return { outletIds: [...new Set(found.flatMap(({ outletId }) => outletId ?? []))], targetIds: [...new Set(found.map(({ targetId }) => targetId))] };
}

/** Says that a figure of the project changed. */
const tick = (projectId: string, tx: Sql): Promise<unknown> =>
  rows("INSERT INTO rollup_clock AS k (project_id, slot, n) VALUES ($1, pg_backend_pid() % 8, 1) ON CONFLICT (project_id, slot) DO UPDATE SET n = k.n + 1", [projectId], tx);

/**
 * Sums up the works of some outlets and publishers anew under the default choice, toward some targets (null: all).
 * Whoever sums an outlet keeps others from it until the transaction ends: of two submissions at once, the second one
 * sums with the first one's work.
 */
export async function recountOutlets(_actor: Actor, projectId: string, outletIds: readonly string[], targetIds: readonly string[] | null, tx: Sql): Promise<void> {
  const roots = (await rows<{ id: string }>("SELECT DISTINCT coalesce(merged_into_id, id) AS id FROM outlet WHERE project_id = $1 AND id = ANY($2::uuid[]) ORDER BY 1", [projectId, outletIds], tx)).map(({ id }) => id);
  const all = [...new Set([...roots, ...outletIds])].sort();
  if (all.length > 0) {
    await rows("SELECT pg_advisory_xact_lock(hashtextextended('sums ' || id, 0)) FROM (SELECT id FROM unnest($1::text[]) AS id ORDER BY id OFFSET 0) one", [all], tx);
    await rows("DELETE FROM rollup_outlet WHERE project_id = $1 AND outlet_id = ANY($2::uuid[]) AND ($3::uuid[] IS NULL OR target_id = ANY($3))", [projectId, all, targetIds], tx);
    for (const by of ["outlet", "publisher"] as const) await rows(OUTLET_ROWS(by, "rollup_outlet"), [projectId, roots, targetIds], tx);
  }
  await tick(projectId, tx);
}
