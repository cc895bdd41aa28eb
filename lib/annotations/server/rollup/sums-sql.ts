import "server-only";
import { SOURCES } from "../rollup";

/** Who stands for an article's words: who wrote them, or who put them up. */
export type By = "outlet" | "publisher";

/** Rows of articles (alias `c`) that count under a layer: the settled record in place of the annotators where there is one, or never. Asked once for each row: for a few outlets. */
export const COUNTED_LAYER = (data: "adjudicated" | "raw"): string =>
  data === "raw" ? "c.layer = 'raw'" : "(c.layer = 'adjudicated' OR NOT EXISTS (SELECT FROM rollup_coder settled WHERE settled.project_id = $1 AND settled.article_id = c.article_id AND settled.layer = 'adjudicated'))";

/** The same asked of all articles at once: for a whole project. */
export const COUNTED_LAYER_OF_ALL = (data: "adjudicated" | "raw"): string =>
  data === "raw" ? "c.layer = 'raw'" : "(c.layer = 'adjudicated' OR c.article_id NOT IN (SELECT settled.article_id FROM rollup_coder settled WHERE settled.project_id = $1 AND settled.layer = 'adjudicated'))";

/** By publisher, the words that it set above a copy are its own. */
const own = (by: By, framing: string): string => (by === "publisher" ? `c.own_${framing} + c.publisher_${framing}` : `c.own_${framing}`);
const FRAMINGS = ["advocacy", "neutral", "critical"] as const;
const VOICES = ["own", "quoted", "embedded", "none"] as const;
const COLUMNS = VOICES.flatMap((voice) => FRAMINGS.map((framing) => `${voice}_${framing}`));

/**
 * The relation `placed`: rows as `rollup_article` has them (`source`, alias `c`), with the group, work and key under
 * which they are summed. A work of unknown outlet is a group of its own. `where` may name the article as `ar`.
 */
export const PLACED = (by: By, source: string, where: string): string => `placed AS (
  SELECT c.article_id, c.target_id, c.layer = 'adjudicated' AS settled, c.coder_ids, ar.work_id, ${by}.id AS group_id, coalesce(${by}.id, ar.work_id) AS key,
         ${FRAMINGS.map((framing) => `${own(by, framing)} AS own_${framing}`).join(", ")}, ${COLUMNS.slice(3).map((column) => `c.${column}`).join(", ")},
         ${by === "publisher" ? "c.own_sign_published AS own, c.quoted_sign AS quoted, c.all_sign_published AS every, c.net_per_1000_published AS rate" : "c.own_sign AS own, c.quoted_sign AS quoted, c.all_sign AS every, c.net_per_1000 AS rate"}
  FROM ${source} c JOIN article ar ON ar.project_id = $1 AND ar.id = c.article_id AND ar.state = 'active' ${SOURCES}
  WHERE ${by === "publisher" ? "c.addressed_published" : "c.addressed"} ${where}
)`;

/** n, mean, variance, least and greatest of the values of works that have one; null where none has. */
export const MOMENTS = (column: string): string =>
  `CASE WHEN count(${column}) > 0 THEN jsonb_build_object('n', count(${column}), 'mean', avg(${column}), 'variance', coalesce(var_samp(${column}), 0), 'min', min(${column}), 'max', max(${column})) END`;

/** Below so many works, each is shown by itself. */
const FEW = 3;

/**
 * From `placed`: works as means over their copies, and `summed`, one row for a group (or single work) and a target:
 * group_id, key, target_id and `sums`, which is a GroupSums of lib/stance/sums.ts as JSON.
 */
export const SUMMED = `work AS (
  SELECT group_id, key, target_id, work_id, count(*)::int AS articles, count(*) FILTER (WHERE settled)::int AS settled,
         bool_or(settled) OR bool_or(cardinality(coder_ids) > 1) OR min(coder_ids) <> max(coder_ids) AS shared,
         avg(own) AS own, avg(quoted) AS quoted, avg(every) AS every, avg(rate) AS rate, ${COLUMNS.map((column) => `sum(${column})::int AS ${column}`).join(", ")}
  FROM placed GROUP BY group_id, key, target_id, work_id
), people AS MATERIALIZED (
  SELECT key, target_id, array_agg(DISTINCT id ORDER BY id) AS ids FROM (SELECT DISTINCT key, target_id, coder_ids FROM placed) several, unnest(coder_ids) AS id GROUP BY key, target_id
), totals AS (
  SELECT group_id, key, target_id, jsonb_build_object('groupId', group_id, 'targetId', target_id, 'articles', sum(articles)::int, 'works', count(*)::int, 'spans', sum(${COLUMNS.join(" + ")})::int,
    'sharedWorks', count(*) FILTER (WHERE shared)::int, 'settledArticles', sum(settled)::int,
    'counts', jsonb_build_object(${VOICES.map((voice) => `'${voice}', jsonb_build_object(${FRAMINGS.map((framing) => `'${framing}', sum(${voice}_${framing})::int`).join(", ")})`).join(", ")}),
    'own', ${MOMENTS("own")}, 'quoted', ${MOMENTS("quoted")}, 'all', ${MOMENTS("every")}, 'rate', ${MOMENTS("rate")}) AS sums, count(*) < ${FEW} AS few
  FROM work GROUP BY group_id, key, target_id
), points AS (
  SELECT key, target_id, jsonb_agg(jsonb_build_object('workId', work_id, 'own', own, 'quoted', quoted, 'all', every, 'rate', rate) ORDER BY work_id) AS points
  FROM work JOIN totals USING (key, target_id) WHERE totals.few GROUP BY key, target_id
), summed AS (
  SELECT t.group_id, key, target_id, t.sums || jsonb_build_object('points', coalesce(x.points, '[]'), 'annotatorIds', coalesce(to_jsonb(p.ids), '[]')) AS sums FROM totals t LEFT JOIN people p USING (key, target_id) LEFT JOIN points x USING (key, target_id)
)`;
