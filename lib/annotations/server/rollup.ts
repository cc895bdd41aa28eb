import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { recountBlocks } from "@/lib/assignments/server/plan-blocks";
import { rows, type Sql } from "@/lib/platform/database";
import { holdMerges } from "@/lib/projects/server/merge-lock";

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

/**
 * Writes `rollup_article` anew for some articles: per target and voice the counts over submitted work, the mean
 * over annotators of each one's mean sign (own signs: +1, 0, −1), the mean over all who submitted of net marks per
 * 1,000 own-voice code points, and whether anybody's judgement or span says that the article addresses the target.
 * Only direct hits count; practice is left out. A row 'own_publisher' counts the publisher's marks alone, but its
 * means and `addressed` are those of outlet and publisher together: what the publisher's figure needs.
 * Runs inside the caller's transaction, in key order.
 */
export const REFRESH = `
WITH work AS (
  SELECT a.project_id, a.id, a.article_id, a.member_id, coalesce(a.counted_code_points, sized.own_voice_code_points) AS code_points
  FROM assignment a JOIN article sized ON sized.project_id = a.project_id AND sized.id = a.article_id
  WHERE a.project_id = $1 AND a.article_id = ANY($2::uuid[]) AND ${COUNTED_WORK}
), size AS (
  SELECT article_id, count(DISTINCT member_id)::int AS annotators FROM work GROUP BY article_id
), mark AS (
  SELECT w.article_id, w.member_id, coalesce(merged.merged_into_id, s.target_id) AS target_id, ${COUNTED_VOICE} AS voice,
         count(*) FILTER (WHERE s.framing = 'advocacy')::int AS adv, count(*) FILTER (WHERE s.framing = 'neutral')::int AS neu, count(*) FILTER (WHERE s.framing = 'critical')::int AS crit
  FROM work w JOIN span s ON s.project_id = w.project_id AND s.assignment_id = w.id AND s.deleted_at IS NULL AND s.directness = 'direct'
  JOIN article ar ON ar.project_id = w.project_id AND ar.id = w.article_id ${SOURCES}
  JOIN target merged ON merged.project_id = s.project_id AND merged.id = s.target_id
  WHERE ${COUNTED_PLACE}
  GROUP BY 1, 2, 3, 4
), judged AS (
  SELECT DISTINCT w.article_id, coalesce(merged.merged_into_id, j.target_id) AS target_id
  FROM work w JOIN judgement j ON j.project_id = w.project_id AND j.assignment_id = w.id AND j.value <> 'not_addressed'
  JOIN target merged ON merged.project_id = j.project_id AND merged.id = j.target_id
), addressed AS (
  SELECT article_id, target_id FROM judged
  UNION SELECT article_id, target_id FROM mark WHERE voice <> 'own_publisher'
), cell AS (
  SELECT article_id, target_id, voice FROM mark
  UNION SELECT article_id, target_id, 'own' FROM addressed
), basis AS (
  SELECT article_id, member_id, target_id, voice, adv, neu, crit FROM mark WHERE voice <> 'own_publisher'
  UNION ALL
  SELECT m.article_id, m.member_id, m.target_id, 'own_publisher', sum(m.adv)::int, sum(m.neu)::int, sum(m.crit)::int
  FROM mark m JOIN cell c ON c.article_id = m.article_id AND c.target_id = m.target_id AND c.voice = 'own_publisher'
  WHERE m.voice IN ('own', 'own_publisher') GROUP BY 1, 2, 3
), mean AS (
  SELECT article_id, target_id, voice, avg((adv - crit)::float8 / (adv + neu + crit)) AS sign_mean, sum((adv - crit)::float8 / nullif(w.code_points, 0)) AS net
  FROM basis JOIN work w USING (article_id, member_id) GROUP BY 1, 2, 3
), total AS (
  SELECT c.article_id, c.target_id, c.voice, coalesce(sum(m.adv), 0)::int AS adv, coalesce(sum(m.neu), 0)::int AS neu, coalesce(sum(m.crit), 0)::int AS crit
  FROM cell c LEFT JOIN mark m ON m.article_id = c.article_id AND m.target_id = c.target_id AND m.voice = c.voice
  GROUP BY 1, 2, 3
)
INSERT INTO rollup_article (project_id, article_id, target_id, voice, layer, advocacy, neutral, critical, annotators, sign_mean, net_per_1000, addressed)
SELECT $1, t.article_id, t.target_id, t.voice, 'raw', t.adv, t.neu, t.crit, z.annotators, m.sign_mean,
       coalesce(m.net, 0) / z.annotators * 1000,
       t.voice = 'own_publisher' OR EXISTS (SELECT FROM addressed d WHERE d.article_id = t.article_id AND d.target_id = t.target_id)
FROM total t JOIN size z ON z.article_id = t.article_id
LEFT JOIN mean m ON m.article_id = t.article_id AND m.target_id = t.target_id AND m.voice = t.voice
ORDER BY t.article_id, t.target_id, t.voice`;

/** Counts anew what assignments of named blocks count, and then the figures, which divide by it: after a change of blocks or of what is own voice. */
export async function refreshCounted(actor: MemberActor, articleIds: readonly string[], tx: Sql): Promise<void> {
  await recountBlocks(actor, articleIds, tx);
  await refreshArticles(actor, articleIds, tx);
}

/** Refreshes the article-level counts after a submission, a return, or a change of blocks, outlet or publisher. */
export async function refreshArticles(actor: MemberActor, articleIds: readonly string[], tx: Sql): Promise<void> {
  const ids = [...articleIds].sort();
  await holdMerges(actor, tx);
  // The lock makes two submissions of one article refresh one after the other, each seeing the other's work.
  await rows("SELECT id FROM article WHERE project_id = $1 AND id = ANY($2::uuid[]) ORDER BY id FOR NO KEY UPDATE", [actor.projectId, ids], tx);
  await rows("DELETE FROM rollup_article WHERE project_id = $1 AND article_id = ANY($2::uuid[]) AND layer = 'raw'", [actor.projectId, ids], tx);
  await rows(REFRESH, [actor.projectId, ids], tx);
}
