import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { binder, visibleArticles } from "@/lib/articles/server/visible";
import { rows } from "@/lib/platform/database";
import { checkCompares } from "./sight";

/** A set of one event as the list of comparisons shows it; days are those of publication. */
export type ComparableSet = { id: string; name: string; articles: number; works: number; outlets: readonly string[]; outletCount: number; from: string | null; to: string | null; omissions: number; conflicts: number };

/** Sets that one answer lists, and outlets that it names of each. */
const MOST_SETS = 500;
const MOST_OUTLETS = 12;

/**
 * The sets of one event whose articles the actor may see, the newest event first, with what people noted: omissions,
 * and facts of which somebody said that they conflict. At most 500; for annotators only those with articles of theirs.
 */
export async function comparableSets(actor: MemberActor): Promise<ComparableSet[]> {
  checkCompares(actor);
  const { values, bind } = binder();
  const project = bind(actor.projectId);
  const seen = visibleArticles(actor, bind);
  return rows<ComparableSet>(
    `WITH item AS (
       SELECT i.set_id, a.id, a.work_id, a.published_on, coalesce(o.merged_into_id, o.id) AS outlet_id FROM article_set s
       JOIN article_set_item i ON i.project_id = s.project_id AND i.set_id = s.id JOIN article a ON a.project_id = i.project_id AND a.id = i.article_id
       LEFT JOIN outlet o ON o.project_id = a.project_id AND o.id = a.outlet_id
       WHERE s.project_id = ${project} AND s.kind = 'event' AND a.state = 'active' AND ${seen}
     ), summed AS (
       SELECT set_id, count(*)::int AS articles, count(DISTINCT work_id)::int AS works, min(published_on) AS first, max(published_on) AS last, array_agg(DISTINCT outlet_id) AS outlet_ids, count(DISTINCT outlet_id)::int AS outlet_count FROM item GROUP BY set_id
     )
     SELECT s.id, s.name, coalesce(n.articles, 0) AS articles, coalesce(n.works, 0) AS works, coalesce(n.outlet_count, 0) AS "outletCount", to_char(n.first, 'YYYY-MM-DD') AS "from", to_char(n.last, 'YYYY-MM-DD') AS "to",
       (SELECT coalesce(array_agg(x.name ORDER BY x.name), '{}') FROM (SELECT o.name FROM outlet o WHERE o.project_id = s.project_id AND o.id = ANY(n.outlet_ids) ORDER BY o.name LIMIT ${MOST_OUTLETS}) x) AS outlets,
       (SELECT count(*)::int FROM omission m WHERE m.project_id = s.project_id AND m.set_id = s.id AND m.deleted_at IS NULL AND m.article_id IN (SELECT id FROM item WHERE item.set_id = s.id)) AS omissions,
       (SELECT count(*)::int FROM comparison_verdict v JOIN item x ON x.set_id = s.id AND x.id = v.article_id JOIN item y ON y.set_id = s.id AND y.id = v.other_article_id
        WHERE v.project_id = s.project_id AND v.subject = 'fact' AND v.verdict = 'conflict' AND v.withdrawn_at IS NULL) AS conflicts
     FROM article_set s LEFT JOIN summed n ON n.set_id = s.id WHERE s.project_id = ${project} AND s.kind = 'event' AND (n.articles > 0 OR ${bind(actor.role !== "annotator")}::boolean)
     ORDER BY n.last DESC NULLS LAST, s.created_at DESC, s.id LIMIT ${MOST_SETS}`,
    values,
  );
}
