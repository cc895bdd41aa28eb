import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { nameKey } from "@/lib/articles/name-key";
import { conflict, invalid } from "@/lib/kernel/errors";
import { row, rows, type Sql } from "@/lib/platform/database";
import { distinctAliases, makesCycle, type TargetAlias } from "../target";

export type CheckedAliases = ReturnType<typeof distinctAliases>;
type Wanted = { id: string; name: string; parentId: string | null; aliases: readonly TargetAlias[] };

/** Refuses what a target cannot be: without a visible name, under itself, under a merged or unknown target, of a name that is taken. */
export async function checkTarget(actor: MemberActor, wanted: Wanted, tx: Sql): Promise<{ key: string; aliases: CheckedAliases }> {
  const key = nameKey(wanted.name);
  if (key === "") throw invalid("The target needs a name that can be seen.", { errors: [{ path: "/name", message: "must not be empty" }] });
  await checkParent(actor, wanted, tx);
  const aliases = distinctAliases(wanted.name, wanted.aliases);
  await refuseTaken(actor, wanted, key, aliases, tx);
  return { key, aliases };
}

async function checkParent(actor: MemberActor, wanted: Wanted, tx: Sql): Promise<void> {
  if (wanted.parentId === null) return;
  const nodes = await rows<{ id: string; name: string; parentId: string | null; mergedInto: string | null }>(
    `SELECT t.id, t.name, t.parent_id AS "parentId", r.name AS "mergedInto" FROM target t LEFT JOIN target r ON r.project_id = t.project_id AND r.id = t.merged_into_id WHERE t.project_id = $1`,
    [actor.projectId],
    tx,
  );
  const parent = nodes.find((node) => node.id === wanted.parentId);
  if (!parent && wanted.parentId !== wanted.id) throw invalid("The target above it does not exist in the project.", { errors: [{ path: "/parentId", message: "unknown target" }] });
  if (parent?.mergedInto != null) throw invalid(`“${parent.name}” is merged into “${parent.mergedInto}”. Choose that one.`, { errors: [{ path: "/parentId", message: "merged into another target" }] });
  if (makesCycle(nodes, wanted.id, wanted.parentId)) throw invalid("A target cannot stand below itself. Choose another one above it.", { errors: [{ path: "/parentId", message: "makes a circle" }] });
}

/** The target that a name finds by itself, however it is spelt: one that has the name, or one of whose unambiguous aliases it is. */
export const targetOfNames = (actor: MemberActor, keys: readonly string[], tx?: Sql, except: string | null = null): Promise<{ key: string; id: string; name: string; archived: boolean; isName: boolean; root: { id: string; name: string; archived: boolean } | null } | undefined> =>
  row(
    `SELECT f.key, t.id, t.name, t.archived_at IS NOT NULL AS archived, f.is_name AS "isName", CASE WHEN r.id IS NOT NULL THEN json_build_object('id', r.id, 'name', r.name, 'archived', r.archived_at IS NOT NULL) END AS root FROM (
       SELECT id AS target_id, name_key AS key, true AS is_name FROM target WHERE project_id = $1 AND name_key = ANY($2::text[])
       UNION ALL SELECT target_id, alias_key, false FROM target_alias WHERE project_id = $1 AND NOT is_ambiguous AND alias_key = ANY($2::text[])
     ) f JOIN target t ON t.project_id = $1 AND t.id = f.target_id LEFT JOIN target r ON r.project_id = $1 AND r.id = t.merged_into_id
     WHERE t.id IS DISTINCT FROM $3::uuid ORDER BY f.is_name DESC, t.id LIMIT 1`,
    [actor.projectId, keys, except],
    tx,
  );

// An alias that is not ambiguous finds its target by itself, so it can belong to one target only.
async function refuseTaken(actor: MemberActor, wanted: Wanted, key: string, aliases: CheckedAliases, tx: Sql): Promise<void> {
  const taken = await targetOfNames(actor, [key, ...aliases.filter((alias) => !alias.isAmbiguous).map((alias) => alias.key)], tx, wanted.id);
  if (!taken) return;
  const ofName = taken.key === key;
  const spelt = ofName ? wanted.name : (aliases.find((alias) => alias.key === taken.key)?.alias ?? taken.key);
  const whose = taken.isName && taken.name === spelt ? `There is a target “${taken.name}” already` : `“${spelt}” is already a name of the target “${taken.name}”`;
  const state = taken.root ? (taken.root.id === wanted.id ? ", which is merged into this one and found with it" : `, which is merged into “${taken.root.name}”`) : taken.archived ? ", which is archived. Bring that one back instead" : "";
  const sentence = `${whose}${state}.`;
  throw conflict(sentence, { other: { name: taken.name }, errors: [{ path: ofName ? "/name" : "/aliases", message: sentence }] });
}
