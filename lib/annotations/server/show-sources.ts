import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { row, rows, type Sql } from "@/lib/platform/database";
import { audit } from "@/lib/projects/server/operation";
import { OPEN } from "./span-sql";

/** Remembers for every assignment that its annotator has been shown the source from now on. */
export const showAllSources = (actor: MemberActor, tx: Sql): Promise<unknown> =>
  rows("UPDATE assignment SET source_seen_at = now() WHERE (project_id, id) IN (SELECT s.project_id, s.id FROM assignment s WHERE s.project_id = $1 AND s.source_seen_at IS NULL ORDER BY s.id FOR UPDATE)", [actor.projectId], tx);

type Rules = { revealsSource: boolean; afterAll: boolean };

/**
 * What a submission shows by the project's settings. Where the last one shows everything, submissions go one after
 * the other from here on, so that one of them is the last.
 */
export async function revealRules(actor: MemberActor, tx: Sql): Promise<Rules> {
  const found = await row<Rules>(
    "SELECT source_blind AND source_reveal = 'own_submission' AND revealed_at IS NULL AS \"revealsSource\", reveal = 'after_all' AND revealed_at IS NULL AS \"afterAll\" FROM project WHERE id = $1",
    [actor.projectId],
    tx,
  );
  if (found?.afterAll) await rows("SELECT id FROM project WHERE id = $1 FOR NO KEY UPDATE", [actor.projectId], tx);
  return found ?? { revealsSource: false, afterAll: false };
}

/** Shows what the rules show once the actor has submitted an article: its source to them, and with the last open one everything to everybody. */
export async function showAfterSubmission(actor: MemberActor, articleId: string, rules: Rules, tx: Sql): Promise<void> {
  if (rules.revealsSource && actor.role === "annotator")
    await rows("UPDATE assignment SET source_seen_at = now() WHERE project_id = $1 AND article_id = $2 AND member_id = $3 AND source_seen_at IS NULL", [actor.projectId, articleId, actor.memberId], tx);
  if (!rules.afterAll || !(await nothingIsOpen(actor, tx))) return;
  const shown = await row("UPDATE project SET revealed_at = now(), version = version + 1 WHERE id = $1 AND revealed_at IS NULL RETURNING id", [actor.projectId], tx);
  if (!shown) return;
  await showAllSources(actor, tx);
  await audit(actor, { action: "project.revealed", subject: "project", subjectId: actor.projectId, detail: { because: "after_all" } }, tx);
}

/** Whether nobody has anything left to submit: practice aside, no open assignment of an active member, and no place left in a pool. */
async function nothingIsOpen(actor: MemberActor, tx: Sql): Promise<boolean> {
  const open = await row(
    `SELECT FROM assignment s JOIN article ar ON ar.project_id = s.project_id AND ar.id = s.article_id AND ar.state = 'active' JOIN member m ON m.project_id = s.project_id AND m.id = s.member_id AND m.state = 'active'
     WHERE s.project_id = $1 AND s.state IN ${OPEN} AND s.phase <> 'practice'
     UNION ALL SELECT FROM pool_item i JOIN assignment_batch b ON b.project_id = i.project_id AND b.id = i.batch_id AND b.phase <> 'practice' JOIN article ar ON ar.project_id = i.project_id AND ar.id = i.article_id AND ar.state = 'active' WHERE i.project_id = $1 AND i.taken < i.quota LIMIT 1`,
    [actor.projectId],
    tx,
  );
  return open === undefined;
}
