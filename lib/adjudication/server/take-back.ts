import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { newId } from "@/lib/kernel/id";
import { refreshArticles } from "@/lib/annotations/server/rollup/refresh";
import { row, rows, type Sql } from "@/lib/platform/database";
import { CLAIM } from "./record";

// A reopened article takes the settlement of the article back as well, in the same breath.
const REOPEN = `
WITH was AS (SELECT * FROM decision WHERE project_id = $1 AND id = $3), made AS (
  INSERT INTO decision (project_id, id, article_id, revision_id, codebook_version_id, number, subject, target_id, set_id, start_offset, end_offset, outcome, method, note, member_id)
  SELECT $1, $4, $2, was.revision_id, was.codebook_version_id, (SELECT max(number) + 1 FROM decision WHERE project_id = $1 AND article_id = $2), was.subject, was.target_id, was.set_id, was.start_offset, was.end_offset, 'reopened', 'reopened', $5, $6 FROM was RETURNING id
)
INSERT INTO decision_replaced (project_id, decision_id, by_id)
SELECT $1, d.id, made.id FROM made, decision d
WHERE d.project_id = $1 AND d.article_id = $2 AND (d.id = $3 OR d.subject = 'article' AND d.outcome = 'settled') AND NOT EXISTS (SELECT FROM decision_replaced x WHERE x.project_id = $1 AND x.decision_id = d.id)`;

/** Takes a decision back in the caller's transaction, in somebody's name or (`memberId` null) in nobody's. The row of the article must be locked. `opened`: how many things are undecided through it. */
export async function takeBack(actor: MemberActor, articleId: string, { decisionId, note, memberId, opened }: { decisionId: string; note: string; memberId: string | null; opened: number }, tx: Sql): Promise<void> {
  await rows(REOPEN, [actor.projectId, articleId, decisionId, newId(), note, memberId], tx);
  const before = await row<{ state: string }>("SELECT state FROM adjudication WHERE project_id = $1 AND article_id = $2", [actor.projectId, articleId], tx);
  // A decision whose marks went after the article was settled was counted nowhere; all is counted anew, as the basis says.
  await rows(
    `UPDATE adjudication SET state = 'open', settled_by = NULL, settled_at = NULL, version = version + 1, undecided = greatest(0, undecided + $3), basis = rtrim(basis, '*') || '*', claimed_until = CASE WHEN claimed_by = $4 THEN now() + ${CLAIM} ELSE claimed_until END WHERE project_id = $1 AND article_id = $2`,
    [actor.projectId, articleId, opened, memberId],
    tx,
  );
  if (before?.state === "settled") await refreshArticles(actor, [articleId], tx);
}
