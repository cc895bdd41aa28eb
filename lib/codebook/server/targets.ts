import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { rows } from "@/lib/platform/database";
import type { Op } from "@/lib/projects/operation";
import { countFiguresAnew } from "@/lib/projects/server/figures-anew";
import { runOperation } from "@/lib/projects/server/operation";
import type { Target } from "../target";
import { insertTarget, lockTargets, ownTarget, SELECT_TARGET, targetOf, updateTarget, type TargetDraft } from "./target-rows";

export type TargetChange = Omit<TargetDraft, "id" | "name"> & { version: number; name?: string | undefined };

/** The project's targets in their order; archived ones only when asked, merged ones under the one they were merged into. */
export const listTargets = (actor: MemberActor, also: { archived?: boolean | undefined } = {}): Promise<Target[]> =>
  rows<Target>(`${SELECT_TARGET} WHERE t.project_id = $1 AND t.merged_into_id IS NULL AND ($2 OR t.archived_at IS NULL) ORDER BY t.position, t.created_at, t.id LIMIT 1000`, [actor.projectId, also.archived ?? false]);

/** Adds a target behind the others. Refuses a name that is taken, however it is spelt (409), and an unknown parent (422). */
export const createTarget = (actor: MemberActor, op: Op, draft: TargetDraft): Promise<Target> =>
  runOperation(actor, op, async (tx) => {
    await lockTargets(actor, tx);
    const answer = await insertTarget(actor, draft, tx);
    return { answer, deed: { action: "target.created", subject: "target", subjectId: answer.id, detail: { name: answer.name } } };
  });

/** Changes a target of the version the caller saw; `aliases` is the whole list. */
export const changeTarget = (actor: MemberActor, op: Op, id: string, { version, ...change }: TargetChange): Promise<Target> =>
  runOperation(actor, op, async (tx) => {
    await lockTargets(actor, tx);
    const current = await ownTarget(actor, id, version, tx);
    const next = { ...current, ...Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) } as Target;
    if (next.parentId !== current.parentId) await countFiguresAnew(actor, tx);
    return { answer: await updateTarget(actor, next, tx), deed: { action: "target.changed", subject: "target", subjectId: id, detail: change } };
  });

/** Takes a target out of use, or brings it back; marks about it stay. */
export const archiveTarget = (actor: MemberActor, op: Op, id: string, wish: { version: number; archived: boolean }): Promise<Target> =>
  runOperation(actor, op, async (tx) => {
    await lockTargets(actor, tx);
    await ownTarget(actor, id, wish.version, tx);
    await rows("UPDATE target SET archived_at = CASE WHEN $3 THEN now() END, version = version + 1 WHERE project_id = $1 AND id = $2", [actor.projectId, id, wish.archived], tx);
    return { answer: await targetOf(actor, id, tx), deed: { action: wish.archived ? "target.archived" : "target.restored", subject: "target", subjectId: id } };
  });

/** Puts the named targets into this order; the others follow as they stood. */
export const orderTargets = (actor: MemberActor, op: Op, ids: readonly string[]): Promise<Target[]> =>
  runOperation(actor, op, async (tx) => {
    await lockTargets(actor, tx);
    await rows(
      `UPDATE target t SET position = o.place FROM (
         SELECT x.id, row_number() OVER (ORDER BY array_position($2::uuid[], x.id) NULLS LAST, x.position, x.created_at, x.id)::int AS place FROM target x WHERE x.project_id = $1
       ) o WHERE t.project_id = $1 AND t.id = o.id AND t.position <> o.place`,
      [actor.projectId, ids],
      tx,
    );
    const answer = await rows<Target>(`${SELECT_TARGET} WHERE t.project_id = $1 AND t.merged_into_id IS NULL AND t.archived_at IS NULL ORDER BY t.position, t.id`, [actor.projectId], tx);
    return { answer, deed: { action: "targets.ordered", subject: "project", subjectId: actor.projectId } };
  });
