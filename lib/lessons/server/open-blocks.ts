import "server-only";

/** The blocks of article `a` that the lesson (its `lesson_article` is `x`) leaves open, on revision `r`, as JSON in their order: ordinal, kind, start in code points, text. */
export const OPEN_BLOCKS = `(SELECT coalesce(json_agg(json_build_object('ordinal', b.ordinal, 'kind', b.kind, 'start', b.start_offset, 'text', substr(r.text, b.start_offset + 1, b.end_offset - b.start_offset)) ORDER BY b.ordinal), '[]')
  FROM block b WHERE b.project_id = a.project_id AND b.revision_id = r.id AND b.ordinal = ANY(x.block_ordinals))`;
