import "server-only";
import { COUNTED_WORK, SOURCES } from "../rollup";
import { COUNTS, type Extent, FAMILY, RECORD_CODER, SAID, SETTLED, STANDING, within } from "./base-sql";

/** How a mark lies in the text of one revision: whether it has words there, whether some are chrome or byline, and whether all are what a publisher sets above a copy. */
export const PLACE = (parts: string, owner: string, mark: string, revision: string): string => `
  SELECT count(*) > 0 AS here, coalesce(bool_or(b.kind IN ('chrome', 'byline')), false) AS outside, coalesce(bool_and(b.kind IN ('headline', 'heading', 'caption')), false) AS above, min(sp.revision_id::text)::uuid AS revision_id
  FROM ${parts} sp LEFT JOIN block b ON b.project_id = sp.project_id AND b.revision_id = sp.revision_id AND b.start_offset < sp.end_offset AND sp.start_offset < b.end_offset
  WHERE sp.project_id = ${mark}.project_id AND sp.${owner} = ${mark}.id AND sp.revision_id = ${revision}`;

/** Which words a mark is on; asked only where marks of several targets are counted together. */
export const PASSAGE = (parts: string, owner: string, mark: string): string => `CASE WHEN root.id IN (SELECT id FROM family) THEN (
    SELECT string_agg(sp.start_offset || '-' || sp.end_offset, ',' ORDER BY sp.ordinal) FROM ${parts} sp WHERE sp.project_id = ${mark}.project_id AND sp.${owner} = ${mark}.id AND sp.revision_id = place.revision_id) END`;

export const VOICE = (mark: string): string => `CASE WHEN ${mark}.voice = 'own' AND outlet.id <> publisher.id AND place.above THEN 'publisher' ELSE coalesce(${mark}.voice, 'none') END`;

// A settled mark whose words were not yet found in a corrected text counts as it lay in the last text in which they were.
export const LAST_PLACED = "(SELECT r.id FROM settled_part p JOIN revision r ON r.project_id = p.project_id AND r.id = p.revision_id WHERE p.project_id = z.project_id AND p.settled_span_id = z.id ORDER BY r.number DESC LIMIT 1)";

const COUNT = COUNTS.map((column) => {
  const [voice, framing] = column.split("_");
  return `count(*) FILTER (WHERE voice = '${voice}' AND framing = '${framing}')::smallint AS ${column}`;
}).join(", ");

/**
 * The rows of `rollup_mark` from what is marked: the marks of counted work under the layer 'raw', those of the settled
 * record (one coder, nobody) under 'adjudicated'. A row of a family counts each passage of a coder once, however many
 * of its targets it was marked toward: its direct mark before an indirect one, the mark toward the target itself before
 * one toward a target below it.
 */
export const MARK_ROWS = (extent: Extent): string => `
WITH ${FAMILY}, piece AS (
  SELECT s.id, s.article_id, root.id AS target_id, 'raw' AS layer, a.member_id AS coder_id, s.directness, coalesce(s.device, 'none') AS device, s.source_blind, s.codebook_version_id, s.framing,
         ${VOICE("s")} AS voice, ${PASSAGE("span_part", "span_id", "s")} AS passage
  FROM assignment a JOIN span s ON s.project_id = a.project_id AND s.assignment_id = a.id AND s.deleted_at IS NULL
  JOIN article ar ON ar.project_id = a.project_id AND ar.id = a.article_id ${SOURCES}
  JOIN target t ON t.project_id = s.project_id AND t.id = s.target_id CROSS JOIN LATERAL (SELECT coalesce(t.merged_into_id, t.id) AS id) root
  CROSS JOIN LATERAL (${PLACE("span_part", "span_id", "s", "ar.current_revision_id")}) place
  WHERE a.project_id = $1 ${within("a.article_id", extent)} AND ${COUNTED_WORK} AND place.here AND NOT place.outside
  UNION ALL
  SELECT z.id, z.article_id, root.id, 'adjudicated', ${RECORD_CODER}, z.directness, coalesce(z.device, 'none'), false, z.codebook_version_id, z.framing, ${VOICE("z")}, ${PASSAGE("settled_part", "settled_span_id", "z")}
  FROM adjudication j JOIN decision d ON d.project_id = j.project_id AND d.article_id = j.article_id AND ${STANDING}
  JOIN settled_span z ON z.project_id = d.project_id AND z.decision_id = d.id
  JOIN article ar ON ar.project_id = j.project_id AND ar.id = j.article_id ${SOURCES}
  JOIN target t ON t.project_id = z.project_id AND t.id = z.target_id CROSS JOIN LATERAL (SELECT coalesce(t.merged_into_id, t.id) AS id) root
  CROSS JOIN LATERAL (${PLACE("settled_part", "settled_span_id", "z", LAST_PLACED)}) place
  WHERE j.project_id = $1 ${within("j.article_id", extent)} AND ${SETTLED} AND place.here AND NOT place.outside
), below AS (
  SELECT DISTINCT piece.article_id, piece.layer, family.top FROM piece JOIN family ON family.id = piece.target_id AND family.id <> family.top
), counted AS (
  SELECT article_id, target_id, layer, false AS family, coder_id, directness, device, source_blind, codebook_version_id, voice, framing FROM piece
  UNION ALL
  SELECT article_id, top, layer, true, coder_id, directness, device, source_blind, codebook_version_id, voice, framing FROM (
    SELECT DISTINCT ON (piece.article_id, piece.layer, piece.coder_id, family.top, piece.passage) piece.*, family.top FROM piece JOIN family ON family.id = piece.target_id
    ORDER BY piece.article_id, piece.layer, piece.coder_id, family.top, piece.passage, piece.directness, piece.target_id <> family.top, piece.id
  ) once WHERE EXISTS (SELECT FROM below WHERE below.article_id = once.article_id AND below.layer = once.layer AND below.top = once.top)
)
SELECT $1::uuid AS project_id, article_id, target_id, layer, family, coder_id, directness, device, source_blind, codebook_version_id, ${COUNT}
FROM counted GROUP BY article_id, target_id, layer, family, coder_id, directness, device, source_blind, codebook_version_id`;

/**
 * The rows of `rollup_coder`, from `rollup_mark` and what was judged: whose work on an article counts, the own-voice
 * code points that it was done on, and the codebook versions that its marks and judgements carry, apart by whether the
 * source was hidden.
 */
export const CODER_ROWS = (extent: Extent): string => `
WITH ${SAID(extent)}, carried AS (
  SELECT article_id, layer, coder_id, source_blind, codebook_version_id FROM rollup_mark WHERE project_id = $1 ${within("article_id", extent)} AND NOT family
  UNION SELECT article_id, layer, coder_id, source_blind, codebook_version_id FROM said
), versions AS (
  SELECT article_id, layer, coder_id, array_agg(codebook_version_id ORDER BY codebook_version_id) FILTER (WHERE source_blind) AS hidden, array_agg(codebook_version_id ORDER BY codebook_version_id) FILTER (WHERE NOT source_blind) AS shown
  FROM carried GROUP BY article_id, layer, coder_id
), coder AS (
  SELECT a.article_id, 'raw' AS layer, a.member_id AS coder_id, coalesce(a.counted_code_points, ar.own_voice_code_points) AS code_points
  FROM assignment a JOIN article ar ON ar.project_id = a.project_id AND ar.id = a.article_id WHERE a.project_id = $1 ${within("a.article_id", extent)} AND ${COUNTED_WORK}
  UNION ALL
  SELECT j.article_id, 'adjudicated', ${RECORD_CODER}, ar.own_voice_code_points
  FROM adjudication j JOIN article ar ON ar.project_id = j.project_id AND ar.id = j.article_id WHERE j.project_id = $1 ${within("j.article_id", extent)} AND ${SETTLED}
)
SELECT $1::uuid AS project_id, article_id, layer, coder_id, code_points, coalesce(hidden, '{}') AS hidden_version_ids, coalesce(shown, '{}') AS shown_version_ids
FROM coder LEFT JOIN versions USING (article_id, layer, coder_id)`;

/** The rows of `rollup_judgement`: what was said of each target of an article, over coders. `where` may keep some of what was `said`. */
export const JUDGEMENT_ROWS = (extent: Extent, where = "true"): string => `
WITH ${SAID(extent)}
SELECT $1::uuid AS project_id, article_id, target_id, layer, count(*) FILTER (WHERE number)::int AS n, coalesce(sum(CASE WHEN number THEN value::int END), 0)::int AS total,
       count(*) FILTER (WHERE value = 'unclear')::int AS unclear, count(*) FILTER (WHERE value = 'not_addressed')::int AS not_addressed,
       coalesce(array_agg(coder_id ORDER BY coder_id) FILTER (WHERE number AND layer = 'raw'), '{}') AS coder_ids
FROM said CROSS JOIN LATERAL (SELECT value ~ '^-?[0-2]$' AS number) kind WHERE ${where} GROUP BY article_id, target_id, layer`;
