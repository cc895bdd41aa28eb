import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { nameKey } from "@/lib/articles/name-key";
import { conflict, invalid, notFound } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/id";
import { row, rows, type Sql } from "@/lib/platform/database";
import type { Op } from "@/lib/projects/operation";
import { runOperation } from "@/lib/projects/server/operation";
import { distinctAliases, makesCycle, type Target, type TargetAlias } from "../target";

export type TargetDraft = { id?: string | undefined; name: string; description?: string | undefined; parentId?: string | null | undefined; isFocus?: boolean | undefined; aliases?: readonly TargetAlias[] | undefined };
export type TargetChange = Omit<TargetDraft, "id" | "name"> & { version: number; name?: string | undefined };

const SELECT = `SELECT t.id, t.name, t.description, t.parent_id AS "parentId", t.is_focus AS "isFocus", t.position, t.archived_at IS NOT NULL AS archived, t.version,
  coalesce((SELECT json_agg(json_build_object('alias', x.alias, 'isAmbiguous', x.is_ambiguous) ORDER BY x.is_ambiguous, x.alias_key)
            FROM target_alias x WHERE x.project_id = t.project_id AND x.target_id = t.id), '[]') AS aliases FROM target t`;

/** The project's targets in their order; archived ones only when asked, merged ones never. */
export const listTargets = (actor: MemberActor, also: { archived?: boolean | undefined } = {}): Promise<Target[]> =>
  rows<Target>(`${SELECT} WHERE t.project_id = $1 AND t.merged_into_id IS NULL AND ($2 OR t.archived_at IS NULL) ORDER BY t.position, t.created_at, t.id LIMIT 1000`, [actor.projectId, also.archived ?? false]);

async function targetOf(actor: MemberActor, id: string, tx: Sql): Promise<Target> {
  const found = await row<Target>(`${SELECT} WHERE t.project_id = $1 AND t.id = $2`, [actor.projectId, id], tx);
  if (!found) throw notFound();
  return found;
}

// Names and parents are checked against all other targets, so their writers wait for one another.
const lockTargets = (actor: MemberActor, tx: Sql): Promise<unknown> => rows("SELECT id FROM project WHERE id = $1 FOR NO KEY UPDATE", [actor.projectId], tx);

/** Adds a target behind the others. Refuses a name that is taken, however it is spelt (409), and an unknown parent (422). */
export const createTarget = (actor: MemberActor, op: Op, draft: TargetDraft): Promise<Target> =>
  runOperation(actor, op, async (tx) => {
    await lockTargets(actor, tx);
    const id = draft.id ?? newId();
    const checked = await check(actor, { id, name: draft.name, parentId: draft.parentId ?? null, aliases: draft.aliases ?? [] }, tx);
    const made = await row(
      `INSERT INTO target (project_id, id, name, name_key, description, parent_id, is_focus, position)
       VALUES ($1, $2, $3, $4, $5, $6, $7, (SELECT coalesce(max(position), 0) + 1 FROM target WHERE project_id = $1)) ON CONFLICT DO NOTHING RETURNING id`,
      [actor.projectId, id, draft.name, checked.key, draft.description ?? "", draft.parentId ?? null, draft.isFocus ?? true],
      tx,
    );
    if (!made) throw conflict("A target with this id exists already.");
    await writeAliases(actor, id, checked.aliases, tx);
    const answer = await targetOf(actor, id, tx);
    return { answer, deed: { action: "target.created", subject: "target", subjectId: id, detail: { name: answer.name } } };
  });

/** Changes a target of the version the caller saw; `aliases` is the whole list. */
export const changeTarget = (actor: MemberActor, op: Op, id: string, change: TargetChange): Promise<Target> =>
  runOperation(actor, op, async (tx) => {
    await lockTargets(actor, tx);
    const current = await seen(actor, id, change.version, tx);
    const next = { ...current, ...Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) } as Target;
    const checked = await check(actor, next, tx);
    await rows(
      "UPDATE target SET name = $3, name_key = $4, description = $5, parent_id = $6, is_focus = $7, version = version + 1 WHERE project_id = $1 AND id = $2",
      [actor.projectId, id, next.name, checked.key, next.description, next.parentId, next.isFocus],
      tx,
    );
    if (change.aliases !== undefined || change.name !== undefined) {
      await rows("DELETE FROM target_alias WHERE project_id = $1 AND target_id = $2", [actor.projectId, id], tx);
      await writeAliases(actor, id, checked.aliases, tx);
    }
    return { answer: await targetOf(actor, id, tx), deed: { action: "target.changed", subject: "target", subjectId: id, detail: change } };
  });

/** Takes a target out of use, or brings it back; marks about it stay. */
export const archiveTarget = (actor: MemberActor, op: Op, id: string, wish: { version: number; archived: boolean }): Promise<Target> =>
  runOperation(actor, op, async (tx) => {
    await lockTargets(actor, tx);
    await seen(actor, id, wish.version, tx);
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
    const answer = await rows<Target>(`${SELECT} WHERE t.project_id = $1 AND t.merged_into_id IS NULL AND t.archived_at IS NULL ORDER BY t.position, t.id`, [actor.projectId], tx);
    return { answer, deed: { action: "targets.ordered", subject: "project", subjectId: actor.projectId } };
  });

async function seen(actor: MemberActor, id: string, version: number, tx: Sql): Promise<Target> {
  const current = await targetOf(actor, id, tx);
  if (current.version !== version) throw conflict("Somebody changed this target since you opened it.", { current });
  return current;
}

type Wanted = { id: string; name: string; parentId: string | null; aliases: readonly TargetAlias[] };

async function check(actor: MemberActor, wanted: Wanted, tx: Sql): Promise<{ key: string; aliases: ReturnType<typeof distinctAliases> }> {
  const key = nameKey(wanted.name);
  if (key === "") throw invalid("The target needs a name that can be seen.", { errors: [{ path: "/name", message: "must not be empty" }] });
  const nodes = await rows<{ id: string; parentId: string | null }>(`SELECT id, parent_id AS "parentId" FROM target WHERE project_id = $1`, [actor.projectId], tx);
  if (wanted.parentId !== null && !nodes.some((node) => node.id === wanted.parentId) && wanted.parentId !== wanted.id)
    throw invalid("The target above it does not exist in the project.", { errors: [{ path: "/parentId", message: "unknown target" }] });
  if (makesCycle(nodes, wanted.id, wanted.parentId))
    throw invalid("A target cannot stand below itself. Choose another one above it.", { errors: [{ path: "/parentId", message: "makes a circle" }] });
  const aliases = distinctAliases(wanted.name, wanted.aliases);
  await refuseTaken(actor, wanted, key, aliases, tx);
  return { key, aliases };
}

// An alias that is not ambiguous finds its target by itself, so it can belong to one target only.
async function refuseTaken(actor: MemberActor, wanted: Wanted, key: string, aliases: ReturnType<typeof distinctAliases>, tx: Sql): Promise<void> {
  const taken = await row<{ key: string; name: string; archived: boolean; isName: boolean }>(
    `SELECT f.key, t.name, t.archived_at IS NOT NULL AS archived, f.is_name AS "isName" FROM (
       SELECT id AS target_id, name_key AS key, true AS is_name FROM target WHERE project_id = $1 AND name_key = ANY($3::text[])
       UNION ALL SELECT target_id, alias_key, false FROM target_alias WHERE project_id = $1 AND NOT is_ambiguous AND alias_key = ANY($3::text[])
     ) f JOIN target t ON t.project_id = $1 AND t.id = f.target_id WHERE t.id <> $2 ORDER BY f.is_name DESC LIMIT 1`,
    [actor.projectId, wanted.id, [key, ...aliases.filter((alias) => !alias.isAmbiguous).map((alias) => alias.key)]],
    tx,
  );
  if (!taken) return;
  const spelt = taken.key === key ? wanted.name : (aliases.find((alias) => alias.key === taken.key)?.alias ?? taken.key);
  const whose = taken.isName && taken.name === spelt ? `There is a target “${taken.name}” already` : `“${spelt}” is already a name of the target “${taken.name}”`;
  throw conflict(`${whose}${taken.archived ? ", which is archived. Bring that one back instead" : ""}.`, { other: { name: taken.name } });
}

const writeAliases = (actor: MemberActor, id: string, aliases: ReturnType<typeof distinctAliases>, tx: Sql): Promise<unknown> =>
  rows(
    `INSERT INTO target_alias (project_id, id, target_id, alias, alias_key, is_ambiguous)
     SELECT $1, x.id, $2, x.alias, x.key, x.ambiguous FROM unnest($3::uuid[], $4::text[], $5::text[], $6::boolean[]) AS x(id, alias, key, ambiguous)`,
    [actor.projectId, id, aliases.map(() => newId()), aliases.map((a) => a.alias), aliases.map((a) => a.key), aliases.map((a) => a.isAmbiguous)],
    tx,
  );
