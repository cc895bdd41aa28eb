import "server-only";
import { COUNTED_WORK, SOURCES } from "@/lib/annotations/server/rollup";
import { FAMILY, RECORD_CODER, SETTLED, STANDING } from "@/lib/annotations/server/rollup/base-sql";
import { LAST_PLACED, PASSAGE, PLACE, VOICE } from "@/lib/annotations/server/rollup/mark-rows";
import type { StanceChoice } from "../choice";
import { ARTICLES_UNDER, layerOf, MARKS_UNDER } from "./sums-sql";

// Whether an article counts with its settled record.
const RECORD = "EXISTS (SELECT FROM adjudication j WHERE j.project_id = ar.project_id AND j.article_id = ar.id AND j.state = 'settled')";
const words = (mark: string): string => `${mark}.id, ${mark}.article_id, ${mark}.framing, ${mark}.voice AS said, ${mark}.attribution, ${mark}.speaker_id, ${mark}.directness, coalesce(${mark}.device, 'none') AS device, ${mark}.note, ${mark}.codebook_version_id`;

/** Which articles a query is about: $10 group, $11 work, $12 article; with a work alone, copies of unknown outlet. */
const PLACED = (by: StanceChoice["by"]): string => `AND ($10::uuid IS NULL OR ${by}.id = (SELECT coalesce(x.merged_into_id, x.id) FROM outlet x WHERE x.project_id = $1 AND x.id = $10))
    AND ($11::uuid IS NULL OR ar.work_id = $11 AND ($10::uuid IS NOT NULL OR $12::uuid IS NOT NULL OR ${by}.id IS NULL)) AND ($12::uuid IS NULL OR ar.id = $12)`;

/**
 * The relation `mark`: the marks that a figure under a choice counts, one row each, as the sums of `rollup_mark` count
 * them. Takes $1..$9 as `choiceValues` and $10..$12 as above; $2 is one target. `voice` is what the sums call it, with
 * `publisher` for what a publisher set above a copy, and `said` what its annotator said; `revision_id` the text on which the mark lies. `where` may keep
 * fewer articles (alias `ar`).
 */
export const MARK = (choice: StanceChoice, where = ""): string => `${FAMILY}, wanted AS (
  SELECT unnest($2::uuid[]) AS id ${choice.children ? "UNION SELECT id FROM family WHERE top = ANY($2::uuid[])" : ""}
), piece AS (
  SELECT ${words("s")}, a.member_id AS coder_id, root.id AS target_id, s.source_blind, ${VOICE("s")} AS voice, ${PASSAGE("span_part", "span_id", "s")} AS passage, place.revision_id
  FROM article ar ${SOURCES} JOIN assignment a ON a.project_id = ar.project_id AND a.article_id = ar.id AND ${COUNTED_WORK}
  JOIN span s ON s.project_id = a.project_id AND s.assignment_id = a.id AND s.deleted_at IS NULL
  JOIN target t ON t.project_id = s.project_id AND t.id = s.target_id CROSS JOIN LATERAL (SELECT coalesce(t.merged_into_id, t.id) AS id) root
  CROSS JOIN LATERAL (${PLACE("span_part", "span_id", "s", "ar.current_revision_id")}) place
  WHERE ar.project_id = $1 AND ar.state = 'active' AND root.id IN (SELECT id FROM wanted) AND place.here AND NOT place.outside ${layerOf(choice) === "adjudicated" ? `AND NOT ${RECORD}` : ""} ${ARTICLES_UNDER} ${PLACED(choice.by)} ${where}
  ${layerOf(choice) === "adjudicated" ? `UNION ALL
  SELECT ${words("z")}, ${RECORD_CODER}, root.id, false, ${VOICE("z")}, ${PASSAGE("settled_part", "settled_span_id", "z")}, place.revision_id
  FROM article ar ${SOURCES} JOIN adjudication j ON j.project_id = ar.project_id AND j.article_id = ar.id AND ${SETTLED}
  JOIN decision d ON d.project_id = j.project_id AND d.article_id = j.article_id AND ${STANDING}
  JOIN settled_span z ON z.project_id = d.project_id AND z.decision_id = d.id
  JOIN target t ON t.project_id = z.project_id AND t.id = z.target_id CROSS JOIN LATERAL (SELECT coalesce(t.merged_into_id, t.id) AS id) root
  CROSS JOIN LATERAL (${PLACE("settled_part", "settled_span_id", "z", LAST_PLACED)}) place
  WHERE ar.project_id = $1 AND ar.state = 'active' AND root.id IN (SELECT id FROM wanted) AND place.here AND NOT place.outside ${ARTICLES_UNDER} ${PLACED(choice.by)} ${where}` : ""}
), once AS (
  ${choice.children ? "SELECT DISTINCT ON (article_id, coder_id, coalesce(passage, id::text)) * FROM piece ORDER BY article_id, coder_id, coalesce(passage, id::text), directness, target_id <> ALL($2::uuid[]), id" : "SELECT * FROM piece"}
), mark AS MATERIALIZED (
  SELECT m.* FROM once m WHERE ${MARKS_UNDER(choice)}
)`;
