import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { invalid } from "@/lib/kernel/errors";
import { rows, type Sql } from "@/lib/platform/database";
import type { ArticlesSpec } from "../plan/wish";

/** A chosen article; the oldest copy of a work comes first. */
export type ChosenArticle = { articleId: string; workId: string; outletId: string | null; hasKey: boolean };

const NOT_ASSIGNED = `NOT EXISTS (SELECT FROM assignment s JOIN article c ON c.project_id = s.project_id AND c.id = s.article_id
    WHERE s.project_id = a.project_id AND c.work_id = a.work_id AND s.state <> 'withdrawn')`;

/** The active articles that a wish names, in the order in which they were added. Throws 422 for unknown and archived ones. */
export async function chosenArticles(actor: MemberActor, spec: ArticlesSpec, tx?: Sql): Promise<ChosenArticle[]> {
  const ids = spec.ids && [...new Set(spec.ids)];
  const found = await rows<ChosenArticle & { meant: boolean }>(
    `SELECT a.id AS "articleId", a.work_id AS "workId", o.id AS "outletId",
            EXISTS (SELECT FROM answer_key k WHERE k.project_id = a.project_id AND k.article_id = a.id) AS "hasKey",
            ($3::uuid[] IS NULL OR o.id = ANY($3::uuid[]) OR o.id IS NULL AND $4) AND (NOT $5 OR ${NOT_ASSIGNED}) AS meant
     FROM article a LEFT JOIN LATERAL (SELECT coalesce(x.merged_into_id, x.id) AS id FROM outlet x WHERE x.project_id = a.project_id AND x.id = a.outlet_id) o ON true
     WHERE a.project_id = $1 AND a.state = 'active' AND ($2::uuid[] IS NULL OR a.id = ANY($2::uuid[])) ORDER BY a.created_at, a.id`,
    [actor.projectId, ids ?? null, spec.outletIds?.filter((id) => id !== "unknown") ?? null, spec.outletIds?.includes("unknown") ?? false, spec.unassigned ?? false],
    tx,
  );
  if (ids && found.length !== ids.length)
    throw invalid("Some of these articles do not exist in the project, or are archived. Nothing was assigned.", { errors: [{ path: "/articles/ids", message: "unknown or archived article" }] });
  return found.filter(({ meant }) => meant);
}

/** The titles of some articles. */
export async function titlesOf(actor: MemberActor, articleIds: readonly string[], tx?: Sql): Promise<Map<string, string>> {
  const found = await rows<{ id: string; title: string }>("SELECT id, title FROM article WHERE project_id = $1 AND id = ANY($2::uuid[])", [actor.projectId, articleIds], tx);
  return new Map(found.map(({ id, title }) => [id, title]));
}
