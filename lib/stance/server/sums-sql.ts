import "server-only";
import { EACH_CODER, OVER_EACH } from "@/lib/annotations/server/rollup/article-rows";
import { COUNTED_LAYER_OF_ALL, PLACED, SUMMED } from "@/lib/annotations/server/rollup/sums-sql";
import type { DataLayer, StanceChoice } from "../choice";

/** The layer that a choice reads: what was coded with the source hidden, or shown, is people's work, never the record. */
export const layerOf = (choice: StanceChoice): DataLayer => (choice.source === "any" ? choice.data : "raw");

/** Whether a choice keeps every mark that `rollup_article` counts: direct ones under any device, source and codebook. */
export const countsWholeArticles = (choice: StanceChoice): boolean => choice.device === "any" && choice.directness === "direct" && choice.source === "any" && choice.codebookVersion === null;

/** What a statement about a choice is given: $1 project, $2 targets, $3 genre, $4 first and $5 last day, $6 set, $7 device, $8 directness, $9 number of the codebook version. */
export const choiceValues = (projectId: string, choice: StanceChoice, targetIds: readonly string[]): unknown[] => [
  projectId, targetIds, choice.genre, choice.from, choice.to, choice.articleSetId, choice.device, choice.directness, choice.codebookVersion,
];

// Every placeholder is named, so that the database knows what it is.
/** Articles (alias `ar`) that a choice keeps. */
export const ARTICLES_UNDER = `AND ($3::text IS NULL OR ar.genre = $3) AND ($4::date IS NULL OR ar.published_on >= $4) AND ($5::date IS NULL OR ar.published_on <= $5)
    AND ($6::uuid IS NULL OR EXISTS (SELECT FROM article_set_item i WHERE i.project_id = $1 AND i.set_id = $6 AND i.article_id = ar.id)) AND $7::text IS NOT NULL AND $8::text IS NOT NULL AND ($9::int IS NULL OR true)`;

/** Where its children are asked for, a target is read with them: in articles that are about one of these. */
const FAMILY = (choice: StanceChoice): string =>
  choice.children ? "(c.family OR NOT EXISTS (SELECT FROM rollup_article whole WHERE whole.project_id = $1 AND whole.article_id = c.article_id AND whole.target_id = c.target_id AND whole.layer = c.layer AND whole.family))" : "NOT c.family";

/** Rows of `rollup_article` that a choice counts. */
const ADDRESSED = (choice: StanceChoice): string => `SELECT c.* FROM rollup_article c WHERE c.project_id = $1 AND c.target_id = ANY($2::uuid[]) AND ${FAMILY(choice)} AND ${COUNTED_LAYER_OF_ALL(layerOf(choice))}`;

/** The codebook version that a choice names. */
export const VERSION = "(SELECT id FROM codebook_version WHERE project_id = $1 AND state = 'published' AND number = $9)";

/** Whose work on an article (alias `c` of `rollup_coder`) a choice of source and codebook keeps: who made a mark or judgement there, of whatever target, that carries it. */
export function CODERS_UNDER(choice: StanceChoice): string {
  const carried = choice.source === "hidden" ? "c.hidden_version_ids" : choice.source === "shown" ? "c.shown_version_ids" : "c.hidden_version_ids || c.shown_version_ids";
  if (choice.codebookVersion !== null) return `AND ${VERSION} = ANY(${carried})`;
  return choice.source === "any" ? "" : `AND cardinality(${carried}) > 0`;
}

/** Marks (alias `m` of `rollup_mark`) that a choice keeps. A mark whose device was not asked counts among words. */
export function MARKS_UNDER(choice: StanceChoice): string {
  const kept = ["$8 IN ('any', m.directness)", "($7 = 'any' OR ($7 = 'facts') = (m.device = 'facts'))"];
  if (choice.source !== "any") kept.push(choice.source === "hidden" ? "m.source_blind" : "NOT m.source_blind");
  if (choice.codebookVersion !== null) kept.push(`m.codebook_version_id = ${VERSION}`);
  return kept.join(" AND ");
}

/** `each_coder` under a choice: what every coder that it keeps made of each article and target that it keeps. */
export const EACH_UNDER = (choice: StanceChoice): string => `cell AS (
  SELECT article_id, layer, target_id, family, addressed, addressed_published FROM (${ADDRESSED(choice)}) counted
), coder AS (
  SELECT c.article_id, c.layer, c.coder_id, c.code_points FROM rollup_coder c WHERE c.project_id = $1 ${CODERS_UNDER(choice)}
), marked AS (
  SELECT m.* FROM rollup_mark m WHERE m.project_id = $1 AND m.target_id = ANY($2::uuid[]) AND ${MARKS_UNDER(choice)}
), ${EACH_CODER("all", choice.children)}`;

/** `placed` under a choice: one row for an article and target. */
export const PLACED_UNDER = (choice: StanceChoice): string =>
  countsWholeArticles(choice) ? PLACED(choice.by, `(${ADDRESSED(choice)})`, ARTICLES_UNDER) : `${EACH_UNDER(choice)}, ${OVER_EACH}, ${PLACED(choice.by, "over_coders", ARTICLES_UNDER)}`;

/** So many single works are listed. */
const MOST_SINGLES = 500;

/** From `placed` and `summed`, one row: `groups`, `singles` and how many single works there are in all. */
export const LISTED = `single AS (
  SELECT key, target_id, sums, dense_rank() OVER (ORDER BY key) AS place FROM summed WHERE group_id IS NULL
), titled AS (
  SELECT s.target_id, s.key, s.sums || jsonb_build_object('workId', s.key, 'title', (SELECT ar.title FROM article ar WHERE ar.project_id = $1 AND ar.work_id = s.key ORDER BY ar.created_at, ar.id LIMIT 1),
    'articleIds', (SELECT jsonb_agg(p.article_id ORDER BY p.article_id) FROM placed p WHERE p.group_id IS NULL AND p.key = s.key AND p.target_id = s.target_id)) AS sums
  FROM single s WHERE s.place <= ${MOST_SINGLES}
)
SELECT (SELECT coalesce(jsonb_agg(sums ORDER BY group_id, target_id), '[]') FROM summed WHERE group_id IS NOT NULL) AS groups,
       (SELECT coalesce(jsonb_agg(sums ORDER BY key, target_id), '[]') FROM titled) AS singles, (SELECT coalesce(max(place), 0)::int FROM single) AS "singleWorks"`;

/** The same under the default choice, as it is stored for each outlet; works of unknown outlet from the counts per article. */
export const STORED_SUMS = (choice: StanceChoice): string => `${PLACED(choice.by, `(${ADDRESSED(choice)})`, `AND ar.${choice.by}_id IS NULL ${ARTICLES_UNDER}`)}, ${SUMMED.replace("), summed AS (", "), unknown AS (")}, summed AS (
  SELECT group_id, key, target_id, sums FROM unknown
  UNION ALL SELECT outlet_id, outlet_id, target_id, sums FROM rollup_outlet WHERE project_id = $1 AND grouping = '${choice.by}' AND target_id = ANY($2::uuid[])
), ${LISTED}`;

/** One row: `groups`, `singles` (at most 500 works) and how many single works there are in all. */
export const SUMS_UNDER = (choice: StanceChoice): string => `${PLACED_UNDER(choice)}, ${SUMMED}, ${LISTED}`;
