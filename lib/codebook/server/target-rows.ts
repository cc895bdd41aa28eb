import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { conflict, notFound } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/id";
import { row, rows, type Sql } from "@/lib/platform/database";
import type { Target, TargetAlias } from "../target";
import { checkTarget, type CheckedAliases } from "./target-checks";

export type TargetDraft = { id?: string | undefined; name: string; description?: string | undefined; parentId?: string | null | undefined; isFocus?: boolean | undefined; aliases?: readonly TargetAlias[] | undefined };

/** A target as the API shows it, from the alias `t`. */
export const SELECT_TARGET = `SELECT t.id, t.name, t.description, t.parent_id AS "parentId", t.is_focus AS "isFocus", t.position, t.archived_at IS NOT NULL AS archived, t.version,
  coalesce((SELECT json_agg(json_build_object('alias', x.alias, 'isAmbiguous', x.is_ambiguous) ORDER BY x.is_ambiguous, x.alias_key)
            FROM target_alias x WHERE x.project_id = t.project_id AND x.target_id = t.id), '[]') AS aliases,
  coalesce((SELECT json_agg(json_build_object('id', m.id, 'name', m.name, 'version', m.version) ORDER BY m.name_key) FROM target m WHERE m.project_id = t.project_id AND m.merged_into_id = t.id), '[]') AS merged FROM target t`;

/** Makes writers of targets wait for one another: names, parents and merges are checked against all other targets. */
export const lockTargets = (actor: MemberActor, tx: Sql): Promise<unknown> => rows("SELECT id FROM project WHERE id = $1 FOR NO KEY UPDATE", [actor.projectId], tx);

/** One target of the project, or 404. */
export async function targetOf(actor: MemberActor, id: string, tx?: Sql): Promise<Target> {
  const found = await row<Target>(`${SELECT_TARGET} WHERE t.project_id = $1 AND t.id = $2`, [actor.projectId, id], tx);
  if (!found) throw notFound();
  return found;
}

/** The target at the version that the caller saw; a stale one is a conflict with the target as it stands. */
export async function seenTarget(actor: MemberActor, id: string, version: number, tx: Sql): Promise<Target> {
  const current = await targetOf(actor, id, tx);
  if (current.version !== version) throw conflict("Somebody changed this target since you opened it.", { current });
  return current;
}

/** The same, and not merged into another: a merged target rests as it is until that is undone. */
export async function ownTarget(actor: MemberActor, id: string, version: number, tx: Sql): Promise<Target> {
  const current = await seenTarget(actor, id, version, tx);
  const root = await row<{ id: string; name: string }>("SELECT r.id, r.name FROM target t JOIN target r ON r.project_id = t.project_id AND r.id = t.merged_into_id WHERE t.project_id = $1 AND t.id = $2", [actor.projectId, id], tx);
  if (root) throw conflict(`“${current.name}” is merged into “${root.name}”. Undo that first.`, { root });
  return current;
}

/** Writes a new target behind the others, in the caller's transaction, which holds `lockTargets`. */
export async function insertTarget(actor: MemberActor, draft: TargetDraft, tx: Sql): Promise<Target> {
  const id = draft.id ?? newId();
  const checked = await checkTarget(actor, { id, name: draft.name, parentId: draft.parentId ?? null, aliases: draft.aliases ?? [] }, tx);
  const made = await row(
    `INSERT INTO target (project_id, id, name, name_key, description, parent_id, is_focus, position)
     VALUES ($1, $2, $3, $4, $5, $6, $7, (SELECT coalesce(max(position), 0) + 1 FROM target WHERE project_id = $1)) ON CONFLICT DO NOTHING RETURNING id`,
    [actor.projectId, id, draft.name, checked.key, draft.description ?? "", draft.parentId ?? null, draft.isFocus ?? true],
    tx,
  );
  if (!made) throw conflict("A target with this id exists already.");
  await writeAliases(actor, id, checked.aliases, tx);
  return targetOf(actor, id, tx);
}

/** Writes the changed target, of which `aliases` is the whole list; in the caller's transaction, which holds `lockTargets`. */
export async function updateTarget(actor: MemberActor, next: Target, tx: Sql): Promise<Target> {
  const checked = await checkTarget(actor, next, tx);
  await rows(
    "UPDATE target SET name = $3, name_key = $4, description = $5, parent_id = $6, is_focus = $7, version = version + 1 WHERE project_id = $1 AND id = $2",
    [actor.projectId, next.id, next.name, checked.key, next.description, next.parentId, next.isFocus],
    tx,
  );
  await rows("DELETE FROM target_alias WHERE project_id = $1 AND target_id = $2", [actor.projectId, next.id], tx);
  await writeAliases(actor, next.id, checked.aliases, tx);
  return targetOf(actor, next.id, tx);
}

const writeAliases = (actor: MemberActor, id: string, aliases: CheckedAliases, tx: Sql): Promise<unknown> =>
  rows(
    `INSERT INTO target_alias (project_id, id, target_id, alias, alias_key, is_ambiguous)
     SELECT $1, x.id, $2, x.alias, x.key, x.ambiguous FROM unnest($3::uuid[], $4::text[], $5::text[], $6::boolean[]) AS x(id, alias, key, ambiguous)`,
    [actor.projectId, id, aliases.map(() => newId()), aliases.map((a) => a.alias), aliases.map((a) => a.key), aliases.map((a) => a.isAmbiguous)],
    tx,
  );
