import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { invalid, notFound } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/id";
import { row, rows } from "@/lib/platform/database";
import type { Op } from "@/lib/projects/operation";
import { runOperation } from "@/lib/projects/server/operation";
import { hasGamma } from "../../gamma/layer-continua";
import type { GammaOrder } from "../../gamma/result";
import { checkChoice } from "../check-choice";
import { choiceOfGamma, gammaJob, type GammaJob } from "./job-rows";

/** So many γ of a project are kept; older ones that have ended go. */
const KEPT = 50;

/** Orders a γ; where the same is waiting or at work already, answers that one. @throws not_found in a class; invalid for a choice that has no γ */
export async function orderGamma(actor: MemberActor, op: Op, wanted: GammaOrder): Promise<GammaJob> {
  if (actor.projectKind === "class") throw notFound();
  await checkChoice(actor, wanted.choice);
  if (!hasGamma(wanted.choice.layer)) throw invalid("Judgements of whole articles have no places, so there is no γ of them.", { errors: [{ path: "/choice/layer", message: "has no γ" }] });
  const order = JSON.stringify({ ...wanted, choice: choiceOfGamma(wanted.choice) });
  return runOperation(actor, op, async (tx) => {
    // Two who ask at once would both find none.
    await rows("SELECT id FROM project WHERE id = $1 FOR NO KEY UPDATE", [actor.projectId], tx);
    const same = await row<{ id: string }>("SELECT id FROM job WHERE project_id = $1 AND kind = 'gamma' AND state IN ('queued', 'running') AND NOT cancel_requested AND payload = $2::jsonb", [actor.projectId, order], tx);
    const id = same?.id ?? newId();
    if (!same) {
      await rows("INSERT INTO job (project_id, id, kind, payload, created_by) VALUES ($1, $2, 'gamma', $3::jsonb, $4)", [actor.projectId, id, order, actor.memberId], tx);
      await rows(`DELETE FROM job WHERE project_id = $1 AND kind = 'gamma' AND state IN ('done', 'failed', 'cancelled') AND id NOT IN (SELECT id FROM job WHERE project_id = $1 AND kind = 'gamma' ORDER BY id DESC LIMIT ${KEPT})`, [actor.projectId], tx);
    }
    return { answer: await gammaJob(actor, id, tx), deed: { action: "agreement.gamma", subject: "job", subjectId: id } };
  });
}

/** Asks a γ to stop: at once where nobody is at it, else after the document at work. One that has ended stays as it is. @throws not_found */
export async function cancelGamma(actor: MemberActor, op: Op, id: string): Promise<GammaJob> {
  await gammaJob(actor, id);
  return runOperation(actor, op, async (tx) => {
    await rows(
      `UPDATE job SET cancel_requested = true, state = CASE WHEN state = 'queued' OR (cursor->>'until')::float8 < extract(epoch FROM now()) THEN 'cancelled' ELSE state END, updated_at = now()
       WHERE project_id = $1 AND id = $2 AND kind = 'gamma' AND state IN ('queued', 'running')`,
      [actor.projectId, id],
      tx,
    );
    return { answer: await gammaJob(actor, id, tx), deed: { action: "agreement.gamma_cancel", subject: "job", subjectId: id } };
  });
}
