import "server-only";
import { COUNTED_WORK } from "../rollup";

/** Which articles of the project $1 a statement is about: those of $2, or all. */
export type Extent = "some" | "all";

/** The condition that keeps a statement to its articles. */
export const within = (column: string, extent: Extent): string => (extent === "some" ? `AND ${column} = ANY($2::uuid[])` : "");

/** The coder of the settled record. */
export const RECORD_CODER = "'00000000-0000-0000-0000-000000000000'::uuid";

/** Articles (alias `j`, an adjudication) that count with their settled record; with a key, an article counts in no figure. */
export const SETTLED = "j.state = 'settled' AND NOT EXISTS (SELECT FROM answer_key k WHERE k.project_id = j.project_id AND k.article_id = j.article_id)";

/** Decisions (alias `d`) that nothing has replaced. */
export const STANDING = "d.outcome = 'settled' AND NOT EXISTS (SELECT FROM decision_replaced gone WHERE gone.project_id = d.project_id AND gone.decision_id = d.id)";

/** A target with itself and all below it, as rows (top, id); only for targets with others below them. Merged ones stand as what they were merged into. */
export const FAMILY = `family AS (
  WITH RECURSIVE edge AS (
    SELECT coalesce(p.merged_into_id, p.id) AS top, t.id FROM target t JOIN target p ON p.project_id = t.project_id AND p.id = t.parent_id
    WHERE t.project_id = $1 AND t.merged_into_id IS NULL AND coalesce(p.merged_into_id, p.id) <> t.id
  ), below AS (SELECT top, id FROM edge UNION SELECT below.top, edge.id FROM below JOIN edge ON edge.top = below.id)
  SELECT top, id FROM below UNION SELECT top, top FROM below
)`;

/** The fifteen counts of a row: voice by framing. */
export const COUNTS = ["own", "publisher", "quoted", "embedded", "none"].flatMap((voice) => ["advocacy", "neutral", "critical"].map((framing) => `${voice}_${framing}`));

/** What was said of targets in judgements that count, by layer and coder; of a target and one merged into it, what was said of the one itself. */
export const SAID = (extent: Extent): string => `said AS (
  SELECT DISTINCT ON (article_id, layer, coder_id, target_id) article_id, layer, coder_id, target_id, value, source_blind, codebook_version_id FROM (
    SELECT a.article_id, 'raw' AS layer, a.member_id AS coder_id, coalesce(t.merged_into_id, t.id) AS target_id, t.merged_into_id IS NOT NULL AS merged, x.value, x.source_blind, x.codebook_version_id, x.target_id AS under
    FROM assignment a JOIN judgement x ON x.project_id = a.project_id AND x.assignment_id = a.id AND x.value IS NOT NULL JOIN target t ON t.project_id = x.project_id AND t.id = x.target_id
    WHERE a.project_id = $1 ${within("a.article_id", extent)} AND ${COUNTED_WORK}
    UNION ALL
    SELECT d.article_id, 'adjudicated', ${RECORD_CODER}, coalesce(t.merged_into_id, t.id), t.merged_into_id IS NOT NULL, d.value #>> '{}', false, d.codebook_version_id, d.target_id
    FROM adjudication j JOIN decision d ON d.project_id = j.project_id AND d.article_id = j.article_id AND d.subject = 'judgement' AND d.value #>> '{}' IS NOT NULL AND ${STANDING}
    JOIN target t ON t.project_id = d.project_id AND t.id = d.target_id
    WHERE j.project_id = $1 ${within("j.article_id", extent)} AND ${SETTLED}
  ) every_one ORDER BY article_id, layer, coder_id, target_id, merged, under
)`;
