import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { conflict, invalid, notFound } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/id";
import { row, rows, type Sql } from "@/lib/platform/database";
import { distinctDomains } from "../domains";
import { distinctNames, nameKey } from "../name-key";

export type Outlet = {
  id: string;
  name: string;
  aliases: string[];
  domains: string[];
  country: string | null;
  language: string | null;
  owner: string | null;
  /** Outlets that were merged into this one. */
  merged: { id: string; name: string; version: number }[];
  /** Articles that it published first, and copies captured from it; those of merged outlets with them, archived ones not. */
  articles: { outlet: number; publisher: number };
  version: number;
};

const list = (of: string, column: string, order: string): string => `coalesce((SELECT array_agg(x.${column} ORDER BY x.${order}) FROM ${of} x WHERE x.project_id = o.project_id AND x.outlet_id = o.id), '{}') AS`;
const counted = (column: string): string =>
  `(SELECT count(*)::int FROM article a WHERE a.project_id = o.project_id AND a.state = 'active' AND a.${column} IN (SELECT o.id UNION ALL SELECT x.id FROM outlet x WHERE x.project_id = o.project_id AND x.merged_into_id = o.id))`;

const SELECT = `SELECT o.id, o.name, o.country, o.language, o.owner, o.version,
  ${list("outlet_alias", "alias", "alias_key")} aliases, ${list("outlet_domain", "domain", "domain")} domains,
  coalesce((SELECT json_agg(json_build_object('id', m.id, 'name', m.name, 'version', m.version) ORDER BY m.name_key) FROM outlet m WHERE m.project_id = o.project_id AND m.merged_into_id = o.id), '[]') AS merged,
  json_build_object('outlet', ${counted("outlet_id")}, 'publisher', ${counted("publisher_id")}) AS articles FROM outlet o`;

/** The outlets of the project by name, at most 1,000; merged ones stand under the one they were merged into. */
export const listOutlets = (actor: MemberActor): Promise<Outlet[]> =>
  rows<Outlet>(`${SELECT} WHERE o.project_id = $1 AND o.merged_into_id IS NULL ORDER BY o.name_key LIMIT 1000`, [actor.projectId]);

/** One outlet of the project, or 404. */
export async function outletOf(actor: MemberActor, id: string, tx: Sql): Promise<Outlet> {
  const found = await row<Outlet>(`${SELECT} WHERE o.project_id = $1 AND o.id = $2`, [actor.projectId, id], tx);
  if (!found) throw notFound();
  return found;
}

/** One outlet in the version that the caller saw; a stale version is a conflict that carries the outlet as it stands. */
export async function seenOutlet(actor: MemberActor, id: string, version: number, tx: Sql): Promise<Outlet> {
  const current = await outletOf(actor, id, tx);
  if (current.version !== version) throw conflict("Somebody changed this outlet since you opened it.", { current });
  return current;
}

/** Names as they may be stored. */
export type CheckedNames = { key: string; aliases: { name: string; key: string }[]; domains: string[] };
type Holder = { key: string; id: string; name: string; rootId: string | null; rootName: string | null };

/** Reads the names and domains of an outlet (`id`); refuses what another outlet carries, naming it, and what is no domain. */
export async function checkNames(actor: MemberActor, id: string, wish: { name: string; aliases: readonly string[]; domains: readonly string[] }, tx: Sql): Promise<CheckedNames> {
  const key = nameKey(wish.name);
  if (key === "") throw invalid("The outlet needs a name that can be seen.", { errors: [{ path: "/name", message: "must not be empty" }] });
  const aliases = distinctNames(wish.aliases, [key]);
  const read = distinctDomains(wish.domains);
  if ("wrong" in read) throw invalid(`“${wish.domains[read.wrong]}” is not the name of a site, such as example.org.`, { errors: [{ path: `/domains/${read.wrong}`, message: "not a domain" }] });
  const holders = await holdersOf(actor, id, [key, ...aliases.map((alias) => alias.key)], read.domains, tx);
  const taken = (wanted: string, path: string, holder: Holder | undefined): void => {
    if (!holder) return;
    const other = { id: holder.rootId ?? holder.id, name: holder.rootName ?? holder.name };
    const merged = holder.rootId === id ? `, which is merged into this one and brings it along` : holder.rootName === null ? "" : `, which is merged into “${holder.rootName}”`;
    const sentence = `“${wanted}” is already ${path === "/domains" ? "a site" : "a name"} of the outlet “${holder.name}”${merged}.`;
    throw conflict(sentence, { other, errors: [{ path, message: sentence }] });
  };
  const holder = (wanted: string): Holder | undefined => holders.find((one) => one.key === wanted);
  taken(wish.name, "/name", holder(`name ${key}`));
  for (const alias of aliases) taken(alias.name, "/aliases", holder(`name ${alias.key}`));
  for (const domain of read.domains) taken(domain, "/domains", holder(`domain ${domain}`));
  return { key, aliases, domains: read.domains };
}

/** Who else carries these names and domains. */
const holdersOf = (actor: MemberActor, id: string, keys: readonly string[], domains: readonly string[], tx: Sql): Promise<Holder[]> =>
  rows<Holder>(
    `SELECT f.key, x.id, x.name, r.id AS "rootId", r.name AS "rootName" FROM (
       SELECT 'name ' || name_key AS key, id FROM outlet WHERE project_id = $1 AND name_key = ANY($3::text[])
       UNION ALL SELECT 'name ' || alias_key, outlet_id FROM outlet_alias WHERE project_id = $1 AND alias_key = ANY($3::text[])
       UNION ALL SELECT 'domain ' || domain, outlet_id FROM outlet_domain WHERE project_id = $1 AND domain = ANY($4::text[])
     ) f JOIN outlet x ON x.project_id = $1 AND x.id = f.id AND x.id <> $2 LEFT JOIN outlet r ON r.project_id = $1 AND r.id = x.merged_into_id`,
    [actor.projectId, id, keys, domains],
    tx,
  );

/** Writes the other names and the domains of an outlet anew. */
export async function writeNames(actor: MemberActor, id: string, { aliases, domains }: CheckedNames, tx: Sql): Promise<void> {
  await rows("DELETE FROM outlet_alias WHERE project_id = $1 AND outlet_id = $2", [actor.projectId, id], tx);
  await rows("DELETE FROM outlet_domain WHERE project_id = $1 AND outlet_id = $2", [actor.projectId, id], tx);
  await rows(
    "INSERT INTO outlet_alias (project_id, id, outlet_id, alias, alias_key) SELECT $1, x.id, $2, x.name, x.key FROM unnest($3::uuid[], $4::text[], $5::text[]) AS x(id, name, key)",
    [actor.projectId, id, aliases.map(() => newId()), aliases.map((alias) => alias.name), aliases.map((alias) => alias.key)],
    tx,
  );
  await rows(
    "INSERT INTO outlet_domain (project_id, id, outlet_id, domain) SELECT $1, x.id, $2, x.domain FROM unnest($3::uuid[], $4::text[]) AS x(id, domain)",
    [actor.projectId, id, domains.map(() => newId()), domains],
    tx,
  );
}
