import "server-only";
import { CHANGE_TOUCHES } from "@/lib/codebook/server/touches";

/** The name of a span's speaker. */
export const SPEAKER = (span: string): string => `(SELECT k.name FROM speaker k WHERE k.project_id = ${span}.project_id AND k.id = ${span}.speaker_id)`;

/** One span as the API shows it, from the aliases `s` and its parts. Every key is named here. */
export const SPAN_JSON = (span: string, parts: string): string => `jsonb_build_object(
  'id', ${span}.id, 'version', ${span}.version, 'memberId', ${span}.member_id, 'targetId', ${span}.target_id,
  'framing', ${span}.framing, 'voice', ${span}.voice, 'attribution', ${span}.attribution, 'speaker', ${SPEAKER(span)}, 'directness', ${span}.directness,
  'device', ${span}.device, 'confidence', ${span}.confidence, 'note', ${span}.note, 'labelIds', to_jsonb(${span}.label_ids), 'fromSuggestion', ${span}.from_suggestion, 'parts', ${parts})`;

/** The parts of a span on one revision, in their order. */
export const PARTS_JSON = (span: string, revision: string): string => `(
  SELECT coalesce(jsonb_agg(jsonb_build_object('start', sp.start_offset, 'end', sp.end_offset, 'quote', sp.quote) ORDER BY sp.ordinal), '[]')
  FROM span_part sp WHERE sp.project_id = ${span}.project_id AND sp.span_id = ${span}.id AND sp.revision_id = ${revision})`;

/** The revision of its article on which a span is shown, or would be. */
export const CURRENT_REVISION = (span: string): string => `(SELECT x.current_revision_id FROM article x WHERE x.project_id = ${span}.project_id AND x.id = ${span}.article_id)`;

/**
 * Whether the rows of `part` (ordinal, s, e, q) can carry a span on the revision `r` in the assignment `a`: inside the
 * text, words that stand there, in order and apart, in blocks that are coded here.
 */
export const PARTS_FIT = `
    AND NOT EXISTS (SELECT FROM part WHERE NOT (part.s >= 0 AND part.s < part.e AND part.e <= r.code_points AND part.q ~ '[^[:space:]]' AND substr(r.text, part.s + 1, part.e - part.s) = part.q))
    AND NOT EXISTS (SELECT FROM part JOIN block b ON b.project_id = a.project_id AND b.revision_id = r.id AND b.start_offset < part.e AND b.end_offset > part.s AND (b.kind IN ('chrome', 'byline') OR cardinality(a.block_ordinals) > 0 AND b.ordinal <> ALL(a.block_ordinals)))
    AND NOT EXISTS (SELECT FROM part x JOIN part y ON x.ordinal < y.ordinal AND y.s < x.e)`;

/** What of a span its events keep as before and after. */
export const SPAN_STATE = (span: string): string => `jsonb_build_object(
  'targetId', ${span}.target_id, 'framing', ${span}.framing, 'voice', ${span}.voice, 'attribution', ${span}.attribution, 'speaker', ${SPEAKER(span)},
  'directness', ${span}.directness, 'device', ${span}.device, 'confidence', ${span}.confidence, 'note', ${span}.note,
  'labelIds', to_jsonb(${span}.label_ids), 'codebookVersionId', ${span}.codebook_version_id, 'deleted', ${span}.deleted_at IS NOT NULL)`;

/** The key of a span's row in `rollup_count`, in the order of its primary key. */
const ROLLUP_KEY = "project_id, article_id, member_id, target_id, voice, framing, layer, source_blind, codebook_version_id, from_suggestion";

const rollupRow = (span: string, delta: string): string => `
  SELECT ${span}.project_id, ${span}.article_id, ${span}.member_id, ${span}.target_id, coalesce(${span}.voice, 'none') AS voice, ${span}.framing,
         'raw' AS layer, ${span}.source_blind, ${span}.codebook_version_id, ${span}.from_suggestion, ${delta} AS d FROM ${span}`;

/** Adds up what a change takes from and adds to the counts, in key order, so that two savers never deadlock. */
export const ROLLUP_DELTA = (before: string | null, after: string | null): string => `
  INSERT INTO rollup_count (${ROLLUP_KEY}, n)
  SELECT ${ROLLUP_KEY}, sum(d)::int FROM (
    ${[before && rollupRow(before, "CASE WHEN deleted_at IS NULL THEN -1 ELSE 0 END"), after && rollupRow(after, "CASE WHEN deleted_at IS NULL THEN 1 ELSE 0 END")].filter(Boolean).join(" UNION ALL ")}
  ) change GROUP BY ${ROLLUP_KEY} HAVING sum(d) <> 0 ORDER BY ${ROLLUP_KEY}
  ON CONFLICT (${ROLLUP_KEY}) DO UPDATE SET n = rollup_count.n + excluded.n`;

/** States of an assignment in which its annotator may still write. */
export const OPEN = "('assigned', 'in_progress', 'returned')";

/**
 * Whether the annotator of an assignment (alias `a`) saw others' marks or the source before: through this assignment,
 * or in a later round through an earlier one of the same article.
 */
export const SEEN_BEFORE = (moment: "peers_seen_at" | "source_seen_at"): string => `(a.${moment} IS NOT NULL OR a.round > 1 AND EXISTS (
    SELECT FROM assignment earlier WHERE earlier.project_id = a.project_id AND earlier.article_id = a.article_id AND earlier.member_id = a.member_id AND earlier.${moment} IS NOT NULL))`;

/** The published codebook version of project $1 that the placeholder names, or the newest. */
export const CODEBOOK_VERSION = (named: string): string => `(SELECT v.id FROM codebook_version v WHERE v.project_id = $1 AND v.state = 'published' AND (${named}::uuid IS NULL OR v.id = ${named}::uuid) ORDER BY v.number DESC LIMIT 1)`;

/**
 * Marks a span that was coded under an older codebook for review, where a later version changed the meaning of
 * something it carries. Under the newest version there is nothing to compare, and it costs nothing.
 */
export const FLAG_OUTDATED = (span: string, when = "true"): string => `
  INSERT INTO span_review (project_id, id, span_id, codebook_version_id, reason)
  SELECT $1, gen_random_uuid(), ${span}.id, v.id, string_agg(DISTINCT c ->> 'reason', ' ')
  FROM ${span} JOIN codebook_version stamped ON stamped.project_id = $1 AND stamped.id = ${span}.codebook_version_id
  JOIN codebook_version v ON v.project_id = $1 AND v.codebook_id = stamped.codebook_id AND v.state = 'published' AND v.number > stamped.number
  CROSS JOIN LATERAL jsonb_array_elements(v.changes) c
  WHERE ${when} AND (c ->> 'meaning')::boolean AND ${CHANGE_TOUCHES(span, "c")}
  GROUP BY ${span}.id, v.id ON CONFLICT DO NOTHING`;
