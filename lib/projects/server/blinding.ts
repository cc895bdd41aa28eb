import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { invalid } from "@/lib/kernel/errors";
import { row, rows, type Sql } from "@/lib/platform/database";
import { blindingProblem, type Blinding, type BlindingChange, type Standing } from "../blinding";

const BEGUN = `EXISTS (SELECT FROM assignment s WHERE s.project_id = $1 AND (s.state IN ('in_progress', 'submitted', 'returned') OR s.first_submitted_at IS NOT NULL))
  OR EXISTS (SELECT FROM span s WHERE s.project_id = $1) OR EXISTS (SELECT FROM judgement s WHERE s.project_id = $1)`;
/** Every assignment of an annotator whose article they could read until now, or once could. */
const COULD_SEE = `s.project_id = $1 AND s.source_seen_at IS NULL AND EXISTS (SELECT FROM member m WHERE m.project_id = $1 AND m.id = s.member_id AND m.role = 'annotator')`;

/** Whether annotators have begun, and how many assignments they could open by now; for the settings. */
export async function blindingStanding(actor: MemberActor): Promise<{ begun: boolean; opened: number }> {
  const found = await row<{ begun: boolean; opened: number }>(`SELECT ${BEGUN} AS begun, (SELECT count(*)::int FROM assignment s WHERE ${COULD_SEE} AND s.state <> 'withdrawn') AS opened`, [actor.projectId]);
  return found ?? { begun: false, opened: 0 };
}

/** Changes what is kept from annotators; refuses (422) what would show them what they were promised not to see. The caller holds the project's row. */
export async function changeBlinding(actor: MemberActor, change: BlindingChange, tx: Sql): Promise<void> {
  if (change.reveal === undefined && change.sourceBlind === undefined && change.sourceReveal === undefined) return;
  const found = await row<Blinding & Standing>(
    `SELECT reveal, source_blind AS "sourceBlind", source_reveal AS "sourceReveal", kind, revealed_at IS NOT NULL AS revealed, ${BEGUN} AS begun FROM project WHERE id = $1`,
    [actor.projectId],
    tx,
  );
  const problem = found && blindingProblem(found, change, found);
  if (problem) throw invalid(problem.message, { errors: [{ path: `/${problem.path}`, message: problem.message }] });
  await rows(
    "UPDATE project SET reveal = coalesce($2, reveal), source_blind = coalesce($3, source_blind), source_reveal = coalesce($4, source_reveal) WHERE id = $1",
    [actor.projectId, change.reveal ?? null, change.sourceBlind ?? null, change.sourceReveal ?? null],
    tx,
  );
  if (change.sourceBlind === true && found?.sourceBlind === false) await rememberSeen(actor, tx);
}

// What could be opened before sources were hidden may have been seen; hiding it afterwards would only pretend.
const rememberSeen = (actor: MemberActor, tx: Sql): Promise<unknown> =>
  rows(`UPDATE assignment SET source_seen_at = now() WHERE (project_id, id) IN (SELECT s.project_id, s.id FROM assignment s WHERE ${COULD_SEE} ORDER BY s.id FOR UPDATE)`, [actor.projectId], tx);
