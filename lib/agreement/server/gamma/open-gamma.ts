import "server-only";
import { type Actor, allowed, type MemberActor, onBehalfOf } from "@/lib/accounts/server/actor";
import { newId } from "@/lib/kernel/id";
import { row, rows } from "@/lib/platform/database";
import type { GammaDocument, GammaFigures, GammaOrder } from "../../gamma/result";
import type { GammaCursor, GammaOptions } from "./job-rows";

/** How long a job is left to whoever has it without a word from them. */
const LEASE_SECONDS = 15;
const LEASE = `extract(epoch FROM now()) + ${LEASE_SECONDS}`;

/** A job that this process has for a while. */
export type OpenGamma = { readonly projectId: string; readonly id: string; readonly createdBy: string | null; readonly order: GammaOrder; readonly cursor: GammaCursor & { readonly lease: string }; readonly cancelRequested: boolean };

/** Takes the job that waits longest, if any: it belongs to nobody else until the lease ends. Counts the attempt before it is made. */
export async function claimGamma(actor: Actor): Promise<OpenGamma | null> {
  if (actor.kind !== "job") return null;
  const begun: Omit<GammaCursor, "until"> = { next: 0, attempts: 0, restarts: 0, dataVersion: null, lease: null };
  return (
    (await row<OpenGamma>(
      `UPDATE job j SET state = 'running', updated_at = now(), result = coalesce(j.result, '{"documents": []}'),
         cursor = $1::jsonb || coalesce(j.cursor, '{}') || jsonb_build_object('lease', $2::text, 'until', ${LEASE}, 'attempts', coalesce((j.cursor->>'attempts')::int, 0) + 1)
       FROM (SELECT project_id, id FROM job WHERE kind = 'gamma' AND state IN ('queued', 'running') AND coalesce((cursor->>'until')::float8, 0) < extract(epoch FROM now()) ORDER BY updated_at, id LIMIT 1 FOR UPDATE SKIP LOCKED) w
       WHERE j.project_id = w.project_id AND j.id = w.id
       RETURNING j.project_id AS "projectId", j.id, j.created_by AS "createdBy", j.payload AS order, j.cursor, j.cancel_requested AS "cancelRequested"`,
      [JSON.stringify(begun), newId()],
    )) ?? null
  );
}

/** The member for whom a γ is computed; null where they may not any more. */
export async function ownerOfGamma(actor: Actor, open: OpenGamma): Promise<MemberActor | null> {
  const active = open.createdBy !== null && (await row("SELECT m.id FROM member m JOIN app_user u ON u.id = m.user_id WHERE m.project_id = $1 AND m.id = $2 AND m.state = 'active' AND u.disabled_at IS NULL", [open.projectId, open.createdBy]));
  const owner = active && open.createdBy !== null ? await onBehalfOf(actor, open.projectId, open.createdBy) : null;
  return owner !== null && owner.projectKind !== "class" && allowed(owner, "adjudicate") ? owner : null;
}

const MINE = "project_id = $1 AND id = $2 AND state = 'running' AND cursor->>'lease' = $3";
const idOf = (open: OpenGamma): [string, string, string] => [open.projectId, open.id, open.cursor.lease];

/** Whether a job that is written is still this process's, and whether it should stop. */
export type Still = { readonly cancelRequested: boolean } | undefined;

/** Says that this process is still at it. */
export const renewGamma = (_actor: Actor, open: OpenGamma): Promise<Still> =>
  row(`UPDATE job SET cursor = cursor || jsonb_build_object('until', ${LEASE}), updated_at = now() WHERE ${MINE} RETURNING cancel_requested AS "cancelRequested"`, idOf(open));

/** Begins a job on one state of the data, or again on another one: what was found on an older one goes. */
export const beginGamma = (_actor: Actor, open: OpenGamma, dataVersion: string, total: number, restarts: number): Promise<Still> =>
  row(
    `UPDATE job SET done = 0, total = $4, result = '{"documents": []}', cursor = cursor || jsonb_build_object('next', 0, 'dataVersion', $5::text, 'restarts', $6::int, 'until', ${LEASE}), updated_at = now() WHERE ${MINE} RETURNING cancel_requested AS "cancelRequested"`,
    [...idOf(open), total, dataVersion, restarts],
  );

/** Writes documents together with the place to go on from, at `next`; whoever wrote others meanwhile makes it nothing. */
export const writeGamma = (_actor: Actor, open: OpenGamma, next: number, documents: readonly GammaDocument[], attempts = 0): Promise<Still> =>
  row(
    `UPDATE job SET done = $4, result = jsonb_set(result, '{documents}', (result->'documents') || $5::jsonb), cursor = cursor || jsonb_build_object('next', $4::int, 'attempts', $6::int, 'until', ${LEASE}), updated_at = now()
     WHERE ${MINE} AND (cursor->>'next')::int = $7 RETURNING cancel_requested AS "cancelRequested"`,
    [...idOf(open), next, JSON.stringify(documents), attempts, next - documents.length],
  );

/** All documents that are written. */
export const writtenGamma = async (_actor: Actor, open: OpenGamma): Promise<readonly GammaDocument[]> =>
  (await row<{ documents: GammaDocument[] }>(`SELECT result->'documents' AS documents FROM job WHERE ${MINE}`, idOf(open)))?.documents ?? [];

/** Puts a job back for the next slice. */
export const leaveGamma = (_actor: Actor, open: OpenGamma): Promise<unknown> =>
  rows(`UPDATE job SET cursor = cursor || jsonb_build_object('until', 0, 'attempts', 0), updated_at = now() WHERE ${MINE}`, idOf(open));

/** Ends a job that was computed. */
export const finishGamma = (_actor: Actor, open: OpenGamma, figures: GammaFigures, options: GammaOptions): Promise<unknown> =>
  rows(`UPDATE job SET state = 'done', result = result || jsonb_build_object('figures', $4::jsonb, 'options', $5::jsonb), updated_at = now() WHERE ${MINE}`, [...idOf(open), JSON.stringify(figures), JSON.stringify(options)]);

/** Ends a job without a γ. `error` is a sentence for those who ordered it. */
export const endGamma = (_actor: Actor, open: OpenGamma, state: "failed" | "cancelled", error: string | null): Promise<unknown> =>
  rows(`UPDATE job SET state = $4, error = $5, updated_at = now() WHERE ${MINE}`, [...idOf(open), state, error]);
