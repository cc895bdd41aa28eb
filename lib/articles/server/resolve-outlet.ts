import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { invalid } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/id";
import { row, rows, type Sql } from "@/lib/platform/database";
import { domainNamed, domainsAbove } from "../domains";
import { nameKey } from "../name-key";

/** How a caller says which outlet is meant: by id, by name (found or made), or null for unknown. */
export type OutletChoice = { readonly id?: string | null | undefined; readonly name?: string | null | undefined };

/** Makes writers of names wait for one another within the project, so that a name is checked and taken in one step. */
export const lockNames = async (actor: MemberActor, tx: Sql): Promise<void> => {
  await rows("SELECT id FROM project WHERE id = $1 FOR NO KEY UPDATE", [actor.projectId], tx);
};

/** The outlet that carries a key as its name or as an alias; a merged one leads to the one it was merged into. */
async function outletByKey(actor: MemberActor, key: string, tx: Sql): Promise<{ id: string } | undefined> {
  return row(
    `SELECT o.id FROM (
       SELECT id FROM outlet WHERE project_id = $1 AND name_key = $2
       UNION ALL SELECT outlet_id FROM outlet_alias WHERE project_id = $1 AND alias_key = $2
     ) f JOIN outlet x ON x.project_id = $1 AND x.id = f.id
     JOIN outlet o ON o.project_id = $1 AND o.id = coalesce(x.merged_into_id, x.id) LIMIT 1`,
    [actor.projectId, key],
    tx,
  );
}

/**
 * The outlet of the site that a name is (“news.example.org”): by a domain, a name or an alias, its own or that of a
 * site above it, the nearest first. Undefined for a name that is no domain.
 */
async function outletByDomain(actor: MemberActor, name: string, tx: Sql): Promise<{ id: string } | undefined> {
  const domain = domainNamed(name);
  if (domain === null) return undefined;
  return row(
    `SELECT coalesce(x.merged_into_id, x.id) AS id FROM (
       SELECT domain AS key, outlet_id AS id FROM outlet_domain WHERE project_id = $1 AND domain = ANY($2::text[])
       UNION ALL SELECT name_key, id FROM outlet WHERE project_id = $1 AND name_key = ANY($2::text[])
       UNION ALL SELECT alias_key, outlet_id FROM outlet_alias WHERE project_id = $1 AND alias_key = ANY($2::text[])
     ) f JOIN outlet x ON x.project_id = $1 AND x.id = f.id ORDER BY length(f.key) DESC LIMIT 1`,
    [actor.projectId, domainsAbove(domain)],
    tx,
  );
}

/** The outlet that a name, an alias or a domain leads to. */
export const outletNamed = async (actor: MemberActor, name: string, tx: Sql): Promise<{ id: string } | undefined> => (await outletByKey(actor, nameKey(name), tx)) ?? outletByDomain(actor, name, tx);

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
  const known = await outletNamed(actor, choice.name, tx);
  if (known) return known.id;
  await lockNames(actor, tx);
  return (await outletNamed(actor, choice.name, tx))?.id ?? (await insertOutlet(actor, { name: choice.name, key }, tx));
}

async function insertOutlet(actor: MemberActor, outlet: { name: string; key: string }, tx: Sql): Promise<string> {
  const id = newId();
  await rows("INSERT INTO outlet (project_id, id, name, name_key) VALUES ($1, $2, $3, $4)", [actor.projectId, id, outlet.name, outlet.key], tx);
  return id;
}
