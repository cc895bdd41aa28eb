import "server-only";

/**
 * Every assignment of project $1 as the choice looks at it. $2: whether the latest submission is asked for, else the
 * first. $3: whether the source is asked about; then the marks are looked at, since a project may have begun to hide
 * sources when work was done already. Later rounds count as having seen what an earlier one had seen.
 */
export const ASSIGNMENTS = `
SELECT a.id, a.article_id AS "articleId", a.member_id AS "memberId", a.phase, a.round, a.state, a.block_ordinals AS "blockOrdinals", to_json(a.first_submitted_at) #>> '{}' AS "firstSubmittedAt",
  coalesce(least(a.peers_seen_at, earlier.peers_seen_at, CASE WHEN m.role = 'annotator' THEN p.revealed_at END) <= asked.at, false) AS "peersSeen",
  CASE WHEN NOT $3::boolean THEN NULL ELSE m.role = 'annotator' AND p.source_blind
    AND coalesce(least(a.source_seen_at, earlier.source_seen_at, p.revealed_at) > asked.at, true)
    AND NOT EXISTS (SELECT FROM span s WHERE s.project_id = $1 AND s.assignment_id = a.id AND NOT s.source_blind AND s.updated_at <= asked.at)
    AND NOT EXISTS (SELECT FROM judgement j WHERE j.project_id = $1 AND j.assignment_id = a.id AND NOT j.source_blind AND j.updated_at <= asked.at) END AS "sourceHidden",
  k.article_id IS NOT NULL AS keyed, ar.state <> 'active' AS archived
FROM assignment a JOIN project p ON p.id = a.project_id JOIN article ar ON ar.project_id = a.project_id AND ar.id = a.article_id JOIN member m ON m.project_id = a.project_id AND m.id = a.member_id
LEFT JOIN answer_key k ON k.project_id = a.project_id AND k.article_id = a.article_id
LEFT JOIN LATERAL (SELECT min(e.peers_seen_at) AS peers_seen_at, min(e.source_seen_at) AS source_seen_at FROM assignment e
  WHERE e.project_id = a.project_id AND e.article_id = a.article_id AND e.member_id = a.member_id AND e.round < a.round) earlier ON a.round > 1
CROSS JOIN LATERAL (SELECT CASE WHEN $2::boolean THEN (SELECT max(u.submitted_at) FROM submission u WHERE u.project_id = $1 AND u.assignment_id = a.id) ELSE a.first_submitted_at END AS at) asked
WHERE a.project_id = $1 ORDER BY a.id`;

/** Which submission of an assignment `a` is asked for: the latest where $2, else the first. */
const ASKED = "u.number = CASE WHEN $2::boolean THEN (SELECT max(n.number) FROM submission n WHERE n.project_id = $1 AND n.assignment_id = a.id) ELSE 1 END";

/** The submissions of the assignments $3, their JSON as text. The first releases kept no revision; they had but one. */
export const SUBMISSIONS = `
SELECT a.id AS "assignmentId", u.content::text AS content,
  r.number > 1 AND (u.content ->> 'revisionId') IS DISTINCT FROM r.id::text AS older,
  coalesce((SELECT max(v.number) FROM codebook_version v WHERE v.project_id = $1 AND v.state = 'published' AND v.published_at <= u.submitted_at), 1) AS "codebookVersion"
FROM assignment a JOIN submission u ON u.project_id = $1 AND u.assignment_id = a.id AND ${ASKED}
JOIN article ar ON ar.project_id = $1 AND ar.id = a.article_id JOIN revision r ON r.project_id = $1 AND r.id = ar.current_revision_id
WHERE a.project_id = $1 AND a.id = ANY($3::uuid[]) ORDER BY a.id`;

/** How many marks the submissions of the assignments $3 hold, for those that are left out. */
export const MARKS = `
SELECT a.id, coalesce(jsonb_array_length(u.content -> 'spans'), 0) AS spans
FROM assignment a JOIN submission u ON u.project_id = $1 AND u.assignment_id = a.id AND ${ASKED} WHERE a.project_id = $1 AND a.id = ANY($3::uuid[])`;

export const ARTICLES = `
SELECT a.id, a.title, a.work_id AS "workId", a.words,
  (SELECT coalesce(json_agg(json_build_array(b.ordinal, b.start_offset, b.end_offset, b.kind NOT IN ('chrome', 'byline')) ORDER BY b.ordinal), '[]') FROM block b WHERE b.project_id = $1 AND b.revision_id = a.current_revision_id) AS blocks
FROM article a WHERE a.project_id = $1 AND a.id = ANY($2::uuid[]) ORDER BY a.id`;

/** Events of the span `s` in which its words were chosen anew by hand since the submission `u`. */
const MOVED = "span_event e WHERE e.project_id = $1 AND e.span_id = s.id AND e.at > u.submitted_at AND e.before ? 'parts'";

/**
 * Where the marks of the assignments $3 stand on the current text that were submitted on an older one: as they were
 * anchored again, whatever was chosen by hand since (the event of the first such change has what stood before). Nowhere
 * where their words went; null for those that had been removed or moved by hand before the text was corrected.
 */
export const LATER_PLACES = `
SELECT s.id AS "spanId", CASE WHEN EXISTS (SELECT FROM ${MOVED} AND e.at < r.created_at) THEN NULL
    ELSE coalesce((SELECT (SELECT coalesce(json_agg(json_build_array(x.part -> 'start', x.part -> 'end') ORDER BY x.place), '[]') FROM jsonb_array_elements(e.before -> 'parts') WITH ORDINALITY AS x(part, place)) FROM ${MOVED} ORDER BY e.version LIMIT 1),
      (SELECT json_agg(json_build_array(sp.start_offset, sp.end_offset) ORDER BY sp.ordinal) FROM span_part sp WHERE sp.project_id = $1 AND sp.span_id = s.id AND sp.revision_id = r.id),
      CASE WHEN EXISTS (SELECT FROM span_anchor n WHERE n.project_id = $1 AND n.span_id = s.id AND n.outcome = 'orphaned') THEN '[]'::json END) END AS parts
FROM assignment a JOIN submission u ON u.project_id = $1 AND u.assignment_id = a.id AND ${ASKED}
JOIN article ar ON ar.project_id = $1 AND ar.id = a.article_id JOIN revision r ON r.project_id = $1 AND r.id = ar.current_revision_id JOIN span s ON s.project_id = $1 AND s.assignment_id = a.id
WHERE a.project_id = $1 AND a.id = ANY($3::uuid[]) ORDER BY s.id`;

export const NAMES = `
SELECT (SELECT coalesce(json_agg(json_build_object('id', m.id, 'name', m.pseudonym) ORDER BY m.joined_at, m.id), '[]') FROM member m WHERE m.project_id = $1) AS members,
  (SELECT coalesce(json_agg(json_build_object('id', t.id, 'name', t.name, 'mergedIntoId', t.merged_into_id) ORDER BY t.position, t.name_key, t.id), '[]') FROM target t WHERE t.project_id = $1) AS targets,
  (SELECT v.content FROM codebook_version v WHERE v.project_id = $1 AND v.state = 'published' ORDER BY v.number DESC LIMIT 1) AS codebook`;

/** Articles of project $1 in the set $2 (any where null), of the genre $3 (any where null). */
export const ASKED_ARTICLES = `
SELECT a.id FROM article a WHERE a.project_id = $1 AND ($2::uuid IS NULL OR EXISTS (SELECT FROM article_set_item i WHERE i.project_id = $1 AND i.set_id = $2 AND i.article_id = a.id)) AND ($3::text IS NULL OR a.genre = $3)
  AND (cardinality($4::uuid[]) = 0 OR a.id = ANY($4::uuid[]))`;
