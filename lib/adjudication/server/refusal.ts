import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { addSpeaker } from "@/lib/annotations/server/speakers";
import { conflict, invalid, notFound, type AppError } from "@/lib/kernel/errors";
import { row } from "@/lib/platform/database";
import type { Decision } from "../decision";
import { DECISION_JSON, STANDS } from "./decision-rows";
import { BASIS } from "./marks";
import { ALREADY_GONE, BAD_PARTS, CLAIMED_BY_OTHER, IN_THE_WAY, WISHES, type Entry, type Ground } from "./record";
import { refreshArticle } from "./refresh";

type Found = {
  archived: boolean; current: boolean; state: "open" | "settled" | null; claimed: boolean; claimedBy: unknown; claimedUntil: string | null; same: boolean; version: boolean;
  inTheWay: Decision[] | null; alreadyGone: Decision[] | null; badParts: { settledId: string; ordinal: number }[] | null; badTargets: string[] | null; strangers: string[] | null;
};

const shown = (ids: string): string => `(SELECT jsonb_agg(${DECISION_JSON("ar.current_revision_id")} ORDER BY d.number DESC) FROM decision d WHERE d.project_id = $1 AND d.id IN (${ids}))`;
// What came in the place of decisions that are gone, at the end of each chain; where it was only taken back, what was taken back.
const INSTEAD = `WITH RECURSIVE chain AS (SELECT gone.id FROM gone UNION SELECT x.by_id FROM chain JOIN decision_replaced x ON x.project_id = $1 AND x.decision_id = chain.id) SELECT c.id FROM chain c WHERE NOT EXISTS (SELECT FROM decision_replaced x WHERE x.project_id = $1 AND x.decision_id = c.id)`;

const EXPLAIN = `
WITH ${WISHES("$4")}
SELECT ar.state = 'archived' AS archived, ar.current_revision_id = $5 AS current, j.state, coalesce(${CLAIMED_BY_OTHER("$2::uuid")}, false) AS claimed,
  (SELECT jsonb_build_object('id', m.id, 'name', m.pseudonym) FROM member m WHERE m.project_id = $1 AND m.id = j.claimed_by) AS "claimedBy", j.claimed_until AS "claimedUntil",
  ${BASIS} = $6 AS same, $7::uuid IS NULL OR EXISTS (SELECT FROM codebook_version v WHERE v.project_id = $1 AND v.id = $7 AND v.state = 'published') AS version,
  ${shown(IN_THE_WAY)} AS "inTheWay", CASE WHEN EXISTS (${ALREADY_GONE}) THEN ${shown(INSTEAD)} END AS "alreadyGone",
  (SELECT json_agg(json_build_object('settledId', bad.settled_id, 'ordinal', bad.ordinal)) FROM (${BAD_PARTS}) bad) AS "badParts",
  (SELECT json_agg(z."targetId") FROM settled z WHERE NOT EXISTS (SELECT FROM target t WHERE t.project_id = $1 AND t.id = z."targetId" AND t.merged_into_id IS NULL)) AS "badTargets",
  (SELECT json_agg(DISTINCT z.speaker) FROM settled z WHERE z.speaker IS NOT NULL AND NOT EXISTS (SELECT FROM speaker k WHERE k.project_id = $1 AND k.name_key = z.speaker)) AS strangers
FROM article ar JOIN revision r ON r.project_id = ar.project_id AND r.id = ar.current_revision_id
LEFT JOIN adjudication j ON j.project_id = ar.project_id AND j.article_id = ar.id
WHERE ar.project_id = $1 AND ar.id = $3`;

/**
 * Why decisions were not stored, looked up only after the one statement stored nothing; null where nothing stands
 * against them any more: then they are tried again. Brings about what was lacking on the way (the article's row, a
 * speaker's name).
 */
export async function explainRefusal(actor: MemberActor, articleId: string, ground: Ground, entries: readonly Entry[]): Promise<AppError | null> {
  const found = await row<Found>(EXPLAIN, [actor.projectId, actor.memberId, articleId, JSON.stringify(entries.map((entry, i) => ({ ...entry, n: i + 1 }))), ground.revisionId, ground.basis, ground.codebookVersionId]);
  if (!found) return notFound();
  if (found.archived) return conflict("This article is archived. What was decided about it is kept; nothing can be changed.", { reason: "archived" });
  if (found.state === null) {
    await refreshArticle(actor, articleId);
    return null;
  }
  if (found.state === "settled") return conflict("This article is settled. Reopen it before you decide anything anew.", { reason: "settled" });
  if (found.claimed) return conflict("Somebody else works on this article at this moment. You can take it over.", { reason: "claimed", claimedBy: found.claimedBy, claimedUntil: found.claimedUntil });
  if (!found.same || !found.current) return null;
  const standing = [...(found.inTheWay ?? []), ...(found.alreadyGone ?? [])];
  if (standing[0]) return conflict("Somebody decided this meanwhile. Nothing was overwritten; look at it, then decide again if you want to replace it.", { reason: "decided", current: standing[0] });
  if (!found.version) return invalid("This is not a published version of the project's codebook.", { errors: [{ path: "/codebookVersionId", message: "unknown version" }] });
  const bad = found.badParts?.[0];
  if (bad) {
    const at = entries.flatMap(({ settled }) => settled).findIndex(({ id }) => id === bad.settledId);
    return invalid("These words do not stand there, or cannot be marked.", { errors: [{ path: `/settled/${at}/parts/${bad.ordinal - 1}`, message: "is not what stands there, lies over other parts, or over words that cannot be marked" }] });
  }
  if (found.badTargets) return invalid("This target does not exist in the project, or was merged.", { errors: [{ path: "/settled", message: "unknown target" }] });
  for (const name of found.strangers ?? []) await addSpeaker(actor, name);
  return null;
}

/** The decision on an article, or 404: for commands that name one. */
export async function decisionOf(actor: MemberActor, decisionId: string): Promise<Decision & { articleId: string; standing: boolean }> {
  const found = await row<{ decision: Decision; articleId: string; standing: boolean }>(
    `SELECT ${DECISION_JSON("ar.current_revision_id")} AS decision, d.article_id AS "articleId", ${STANDS} AS standing FROM decision d JOIN article ar ON ar.project_id = d.project_id AND ar.id = d.article_id WHERE d.project_id = $1 AND d.id = $2`,
    [actor.projectId, decisionId],
  );
  if (!found) throw notFound();
  return { ...found.decision, articleId: found.articleId, standing: found.standing };
}
