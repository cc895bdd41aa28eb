import "server-only";

/** Assignments (alias `a`) whose work counts in figures: practice, later rounds (which measure stability) and articles with a key stay out. */
export const COUNTED_WORK =
  "a.state = 'submitted' AND a.phase <> 'practice' AND a.round = 1 AND NOT EXISTS (SELECT FROM answer_key k WHERE k.project_id = a.project_id AND k.article_id = a.article_id)";

/**
 * Outlet and publisher of an article (alias `ar`), merged ones under the outlet they were merged into, as
 * `outlet.id` and `publisher.id`; null where nobody knows.
 */
export const SOURCES = `
  LEFT JOIN LATERAL (SELECT coalesce(x.merged_into_id, x.id) AS id FROM outlet x WHERE x.project_id = ar.project_id AND x.id = ar.outlet_id) outlet ON true
  LEFT JOIN LATERAL (SELECT coalesce(x.merged_into_id, x.id) AS id FROM outlet x WHERE x.project_id = ar.project_id AND x.id = ar.publisher_id) publisher ON true`;

/** Spans (alias `s`) of an article (`ar`) that count: not those over words that a person has made chrome or byline since, nor those whose words went with a corrected text. */
export const COUNTED_PLACE = `EXISTS (SELECT FROM span_part here WHERE here.project_id = s.project_id AND here.span_id = s.id AND here.revision_id = ar.current_revision_id)
  AND NOT EXISTS (
    SELECT FROM span_part sp JOIN block b ON b.project_id = sp.project_id AND b.revision_id = sp.revision_id AND b.start_offset < sp.end_offset AND sp.start_offset < b.end_offset
    WHERE sp.project_id = s.project_id AND sp.span_id = s.id AND sp.revision_id = ar.current_revision_id AND b.kind IN ('chrome', 'byline'))`;

/**
 * The voice under which a span (alias `s`) of an article (`ar`, with `SOURCES`) is counted: 'none' when it was not
 * asked; 'own_publisher' for an own-voice span of a re-published copy that stands in headline, heading or caption
 * alone, since those are the words of the publisher, not of the outlet.
 */
export const COUNTED_VOICE = `CASE WHEN s.voice = 'own' AND outlet.id <> publisher.id AND (
    SELECT bool_and(b.kind IN ('headline', 'heading', 'caption'))
    FROM span_part sp JOIN block b ON b.project_id = sp.project_id AND b.revision_id = sp.revision_id AND b.start_offset < sp.end_offset AND sp.start_offset < b.end_offset
    WHERE sp.project_id = s.project_id AND sp.span_id = s.id AND sp.revision_id = ar.current_revision_id
  ) THEN 'own_publisher' ELSE coalesce(s.voice, 'none') END`;
