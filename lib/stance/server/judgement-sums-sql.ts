import "server-only";
import { MOMENTS, COUNTED_LAYER_OF_ALL } from "@/lib/annotations/server/rollup/sums-sql";
import { SOURCES } from "@/lib/annotations/server/rollup";
import { JUDGEMENT_ROWS } from "@/lib/annotations/server/rollup/mark-rows";
import type { StanceChoice } from "../choice";
import { ARTICLES_UNDER, layerOf, LISTED, VERSION } from "./sums-sql";

/** Rows of `rollup_judgement`, counted anew where a choice keeps only those that carry a blindness or a codebook version. */
function source(choice: StanceChoice): string {
  const kept = [
    ...(choice.source === "any" ? [] : [choice.source === "hidden" ? "source_blind" : "NOT source_blind"]),
    ...(choice.codebookVersion === null ? [] : [`codebook_version_id = ${VERSION}`]),
  ];
  return kept.length === 0 ? "rollup_judgement" : `(${JUDGEMENT_ROWS("all", kept.join(" AND "))})`;
}

/** One row over judgements under a choice: `groups`, `singles` and how many single works there are. Only articles that address the target count, even where somebody judged them. */
export const JUDGEMENTS_UNDER = (choice: StanceChoice): string => `judged AS (
  SELECT c.* FROM ${source(choice)} c
  JOIN rollup_article addressing ON addressing.project_id = $1 AND addressing.article_id = c.article_id AND addressing.target_id = c.target_id AND addressing.layer = c.layer AND NOT addressing.family AND ${choice.by === "publisher" ? "addressing.addressed_published" : "addressing.addressed"}
  WHERE c.project_id = $1 AND c.target_id = ANY($2::uuid[]) AND ${COUNTED_LAYER_OF_ALL(layerOf(choice))}
), placed AS (
  SELECT c.article_id, c.target_id, c.layer = 'adjudicated' AS settled, c.coder_ids, ar.work_id, ${choice.by}.id AS group_id, coalesce(${choice.by}.id, ar.work_id) AS key, c.n, c.unclear, c.not_addressed, c.total::float8 / nullif(c.n, 0) AS value
  FROM judged c JOIN article ar ON ar.project_id = $1 AND ar.id = c.article_id AND ar.state = 'active' ${SOURCES} WHERE true ${ARTICLES_UNDER}
), work AS (
  SELECT group_id, key, target_id, work_id, count(value)::int AS articles, count(value) FILTER (WHERE settled)::int AS settled, sum(n)::int AS n, sum(unclear)::int AS unclear, sum(not_addressed)::int AS not_addressed, avg(value) AS value,
         count(value) > 0 AND (bool_or(settled AND n > 0) OR bool_or(cardinality(coder_ids) > 1) OR min(coder_ids) FILTER (WHERE n > 0) <> max(coder_ids) FILTER (WHERE n > 0)) AS shared
  FROM placed GROUP BY group_id, key, target_id, work_id
), people AS MATERIALIZED (
  SELECT key, target_id, array_agg(DISTINCT id ORDER BY id) AS ids FROM (SELECT DISTINCT key, target_id, coder_ids FROM placed) several, unnest(coder_ids) AS id GROUP BY key, target_id
), totals AS (
  SELECT group_id, key, target_id, jsonb_build_object('groupId', group_id, 'targetId', target_id, 'articles', sum(articles)::int, 'works', count(value)::int, 'judgements', sum(n)::int, 'unclear', sum(unclear)::int, 'notAddressed', sum(not_addressed)::int,
    'sharedWorks', count(*) FILTER (WHERE shared)::int, 'settledArticles', sum(settled)::int,
    'value', ${MOMENTS("value")}, 'points', CASE WHEN count(value) < 3 THEN coalesce(jsonb_agg(jsonb_build_object('workId', work_id, 'value', value) ORDER BY work_id) FILTER (WHERE value IS NOT NULL), '[]') ELSE '[]' END) AS sums
  FROM work GROUP BY group_id, key, target_id
), summed AS (
  SELECT t.group_id, key, target_id, t.sums || jsonb_build_object('annotatorIds', coalesce(to_jsonb(p.ids), '[]')) AS sums FROM totals t LEFT JOIN people p USING (key, target_id)
), ${LISTED}`;
