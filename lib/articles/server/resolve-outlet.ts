import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { invalid } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/id";
import { row, rows, type Sql } from "@/lib/platform/database";
import { nameKey } from "../name-key";

/** How a caller says which outlet is meant: by id, by name (found or made), or null for unknown. */
export type OutletChoice = { readonly id?: string | null | undefined; readonly name?: string | null | undefined };

/** Makes writers of names wait for one another within the project, so that a name is checked and taken in one step. */
export const lockNames = async (actor: MemberActor, tx: Sql): Promise<void> => {
  await rows("SELECT id FROM project WHERE id = $1 FOR NO KEY UPDATE", [actor.projectId], tx);
};

/** The outlet that carries a key as its name or as an alias; a merged one leads to the one it was merged into. */
export async function outletByKey(actor: MemberActor, key: string, tx: Sql): Promise<{ id: string; name: string } | undefined> {
  return row(
    `SELECT o.id, o.name FROM (
       SELECT id FROM outlet WHERE project_id = $1 AND name_key = $2
       UNION ALL SELECT outlet_id FROM outlet_alias WHERE project_id = $1 AND alias_key = $2
     ) f JOIN outlet x ON x.project_id = $1 AND x.id = f.id
     JOIN outlet o ON o.project_id = $1 AND o.id = coalesce(x.merged_into_id, x.id) LIMIT 1`,
    [actor.projectId, key],
    tx,
  );
}

/**
 * The id of the outlet that is meant; one that nobody has named yet is made. Undefined when nothing is said, null
 * when the outlet is said to be unknown. `field` names the place in the request for a refusal.
 */
export async function resolveOutlet(actor: MemberActor, choice: OutletChoice, field: "outlet" | "publisher", tx: Sql): Promise<string | null | undefined> {
  if (choice.id !== undefined && choice.name !== undefined)
    throw invalid(`Give ${field}Id or ${field}Name, not both.`, { errors: [{ path: `/${field}Id`, message: "given together with a name" }] });
  if (choice.id === null || choice.name === null) return null;
  if (choice.id !== undefined) {
    const found = await row<{ id: string }>("SELECT id FROM outlet WHERE project_id = $1 AND id = $2", [actor.projectId, choice.id], tx);
    if (!found) throw invalid(`This ${field} does not exist in the project.`, { errors: [{ path: `/${field}Id`, message: "unknown outlet" }] });
    return found.id;
  }
  if (choice.name === undefined) return undefined;
  const key = nameKey(choice.name);
  if (key === "") throw invalid(`The ${field} needs a name that can be seen.`, { errors: [{ path: `/${field}Name`, message: "must not be empty" }] });
  const known = await outletByKey(actor, key, tx);
  if (known) return known.id;
  await lockNames(actor, tx);
  return (await outletByKey(actor, key, tx))?.id ?? (await insertOutlet(actor, { name: choice.name, key }, tx));
}

async function insertOutlet(actor: MemberActor, outlet: { name: string; key: string }, tx: Sql): Promise<string> {
  const id = newId();
  await rows("INSERT INTO outlet (project_id, id, name, name_key) VALUES ($1, $2, $3, $4)", [actor.projectId, id, outlet.name, outlet.key], tx);
  return id;
}
