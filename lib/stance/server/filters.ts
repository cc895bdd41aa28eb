import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { SOURCES } from "@/lib/annotations/server/rollup";
import type { StanceFilters } from "../report";
import { rowsFromCounts } from "./counts";

const FILTERS = `counted AS (
  SELECT ar.genre, ar.published_on, outlet.id IS DISTINCT FROM publisher.id AS differ
  FROM (SELECT DISTINCT article_id FROM rollup_coder WHERE project_id = $1) c JOIN article ar ON ar.project_id = $1 AND ar.id = c.article_id AND ar.state = 'active' ${SOURCES}
)
SELECT (SELECT count(*)::int FROM counted) AS "articlesRead",
  (SELECT coalesce(json_agg(json_build_object('genre', genre, 'articles', n) ORDER BY n DESC, genre), '[]') FROM (SELECT genre, count(*)::int AS n FROM counted WHERE genre IS NOT NULL GROUP BY genre) g) AS genres,
  (SELECT CASE WHEN count(published_on) > 0 THEN json_build_object('from', min(published_on), 'to', max(published_on)) END FROM counted) AS days,
  (SELECT count(*)::int FROM counted WHERE published_on IS NULL) AS "withoutDay",
  (SELECT coalesce(bool_or(differ), false) FROM counted) AS "publishersDiffer",
  (SELECT coalesce(json_agg(v.number ORDER BY v.number DESC), '[]') FROM codebook_version v WHERE v.project_id = $1 AND v.state = 'published'
     AND EXISTS (SELECT FROM rollup_coder c WHERE c.project_id = $1 AND (v.id = ANY(c.hidden_version_ids) OR v.id = ANY(c.shown_version_ids)))) AS "codebookVersions",
  (SELECT coalesce(json_agg(json_build_object('id', s.id, 'name', s.name) ORDER BY s.name_key, s.id), '[]') FROM (SELECT * FROM article_set WHERE project_id = $1 ORDER BY name_key, id LIMIT 500) s) AS "articleSets",
  (SELECT coalesce(json_agg(json_build_object('id', t.id, 'name', t.name, 'isFocus', t.is_focus) ORDER BY t.position, t.created_at, t.id), '[]') FROM (SELECT * FROM target WHERE project_id = $1 AND merged_into_id IS NULL AND archived_at IS NULL ORDER BY position, created_at, id LIMIT 1000) t) AS targets,
  EXISTS (SELECT FROM rollup_coder WHERE project_id = $1 AND layer = 'raw' AND cardinality(hidden_version_ids) > 0) AS hidden,
  EXISTS (SELECT FROM rollup_coder WHERE project_id = $1 AND layer = 'raw' AND cardinality(shown_version_ids) > 0) AS shown,
  EXISTS (SELECT FROM rollup_mark WHERE project_id = $1 AND directness = 'indirect') AS indirect,
  EXISTS (SELECT FROM rollup_mark WHERE project_id = $1 AND device <> 'facts') AS words,
  EXISTS (SELECT FROM rollup_mark WHERE project_id = $1 AND device = 'facts') AS facts,
  EXISTS (SELECT FROM rollup_judgement WHERE project_id = $1 AND n > 0) AS judgements,
  EXISTS (SELECT FROM rollup_mark WHERE project_id = $1) AS spans,
  EXISTS (SELECT FROM rollup_coder WHERE project_id = $1 AND layer = 'adjudicated') AS settled,
  EXISTS (SELECT FROM target WHERE project_id = $1 AND parent_id IS NOT NULL AND merged_into_id IS NULL AND archived_at IS NULL) AS children`;

/** What there is to choose from in the actor's project. For whoever `seesFigures` alone: it is read from everybody's work. */
export async function readFilters(actor: MemberActor): Promise<StanceFilters> {
  const [found] = await rowsFromCounts<StanceFilters>(actor, FILTERS, [actor.projectId]);
  if (!found) throw new Error("the filters are one row");
  return found;
}
