import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { rows, type Sql } from "@/lib/platform/database";

/**
 * Writes `rollup_article` anew for some articles: per target and voice the counts over submitted work, the mean
 * over annotators of each one's mean sign (own signs: +1, 0, −1), the mean over all who submitted of net marks per
 * 1,000 own-voice code points, and whether anybody's judgement or span says that the article addresses the target.
 * Only direct hits count; practice is left out. Runs inside the caller's transaction, in key order.
 */
export const REFRESH = `
WITH work AS (
  SELECT a.project_id, a.id, a.article_id, a.member_id FROM assignment a
  WHERE a.project_id = $1 AND a.article_id = ANY($2::uuid[]) AND a.state = 'submitted' AND a.phase <> 'practice'
), size AS (
  SELECT article_id, count(DISTINCT member_id)::int AS annotators FROM work GROUP BY article_id
), mark AS (
  SELECT w.article_id, w.member_id, coalesce(merged.merged_into_id, s.target_id) AS target_id, coalesce(s.voice, 'none') AS voice,
         count(*) FILTER (WHERE s.framing = 'advocacy')::int AS adv, count(*) FILTER (WHERE s.framing = 'neutral')::int AS neu, count(*) FILTER (WHERE s.framing = 'critical')::int AS crit
  FROM work w JOIN span s ON s.project_id = w.project_id AND s.assignment_id = w.id AND s.deleted_at IS NULL AND s.directness = 'direct'
  JOIN target merged ON merged.project_id = s.project_id AND merged.id = s.target_id
  GROUP BY 1, 2, 3, 4
), addressed AS (
  SELECT w.article_id, j.target_id FROM work w JOIN judgement j ON j.project_id = w.project_id AND j.assignment_id = w.id AND j.value <> 'not_addressed'
  UNION SELECT article_id, target_id FROM mark
), cell AS (
  SELECT article_id, target_id, voice FROM mark
  UNION SELECT article_id, target_id, 'own' FROM addressed
), total AS (
  SELECT c.article_id, c.target_id, c.voice, coalesce(sum(m.adv), 0)::int AS adv, coalesce(sum(m.neu), 0)::int AS neu, coalesce(sum(m.crit), 0)::int AS crit,
         avg((m.adv - m.crit)::float8 / (m.adv + m.neu + m.crit)) AS sign_mean, coalesce(sum(m.adv - m.crit), 0)::float8 AS net
  FROM cell c LEFT JOIN mark m ON m.article_id = c.article_id AND m.target_id = c.target_id AND m.voice = c.voice
  GROUP BY 1, 2, 3
)
INSERT INTO rollup_article (project_id, article_id, target_id, voice, layer, advocacy, neutral, critical, annotators, sign_mean, net_per_1000, addressed)
SELECT $1, t.article_id, t.target_id, t.voice, 'raw', t.adv, t.neu, t.crit, z.annotators, t.sign_mean,
       CASE WHEN ar.own_voice_code_points > 0 THEN t.net / z.annotators / ar.own_voice_code_points * 1000 ELSE 0 END,
       EXISTS (SELECT FROM addressed d WHERE d.article_id = t.article_id AND d.target_id = t.target_id)
FROM total t JOIN size z ON z.article_id = t.article_id JOIN article ar ON ar.project_id = $1 AND ar.id = t.article_id
ORDER BY t.article_id, t.target_id, t.voice`;

/** Refreshes the article-level counts after a submission, a return or a change of blocks. */
export async function refreshArticles(actor: MemberActor, articleIds: readonly string[], tx: Sql): Promise<void> {
  const ids = [...articleIds].sort();
  // The lock makes two submissions of one article refresh one after the other, each seeing the other's work.
  await rows("SELECT id FROM article WHERE project_id = $1 AND id = ANY($2::uuid[]) ORDER BY id FOR UPDATE", [actor.projectId, ids], tx);
  await rows("DELETE FROM rollup_article WHERE project_id = $1 AND article_id = ANY($2::uuid[]) AND layer = 'raw'", [actor.projectId, ids], tx);
  await rows(REFRESH, [actor.projectId, ids], tx);
}
