import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { conflict, invalid, notFound } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/id";
import { row, rows, type Sql } from "@/lib/platform/database";
import type { Op } from "@/lib/projects/operation";
import { runOperation } from "@/lib/projects/server/operation";
import { distinctNames, nameKey } from "../name-key";
import { lockNames, outletByKey } from "./resolve-outlet";

export type Outlet = { id: string; name: string; aliases: string[]; country: string | null; language: string | null; owner: string | null; version: number };
export type OutletDraft = { id?: string | undefined; name: string; aliases?: readonly string[] | undefined; country?: string | null | undefined; language?: string | null | undefined; owner?: string | null | undefined };
export type OutletChange = Omit<OutletDraft, "id" | "name"> & { version: number; name?: string | undefined };

const SELECT = `SELECT o.id, o.name, o.country, o.language, o.owner, o.version,
  coalesce((SELECT array_agg(x.alias ORDER BY x.alias_key) FROM outlet_alias x WHERE x.project_id = o.project_id AND x.outlet_id = o.id), '{}') AS aliases FROM outlet o`;

/** The outlets of the project by name, at most 1,000; merged ones are left out. */
export const listOutlets = (actor: MemberActor): Promise<Outlet[]> =>
  rows<Outlet>(`${SELECT} WHERE o.project_id = $1 AND o.merged_into_id IS NULL ORDER BY o.name_key LIMIT 1000`, [actor.projectId]);

async function outletOf(actor: MemberActor, id: string, tx: Sql): Promise<Outlet> {
  const found = await row<Outlet>(`${SELECT} WHERE o.project_id = $1 AND o.id = $2`, [actor.projectId, id], tx);
  if (!found) throw notFound();
  return found;
}

/** Adds an outlet. A name or alias that another outlet carries is refused (409) and that outlet named. */
export const createOutlet = (actor: MemberActor, op: Op, draft: OutletDraft): Promise<Outlet> =>
  runOperation(actor, op, async (tx) => {
    await lockNames(actor, tx);
    const id = draft.id ?? newId();
    const { key, aliases } = await checkNames(actor, id, draft.name, draft.aliases ?? [], tx);
    const made = await row(
      "INSERT INTO outlet (project_id, id, name, name_key, country, language, owner) VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING RETURNING id",
      [actor.projectId, id, draft.name, key, draft.country ?? null, draft.language ?? null, draft.owner ?? null],
      tx,
    );
    if (!made) throw conflict("An outlet with this id exists already.");
    await writeAliases(actor, id, aliases, tx);
    const answer = await outletOf(actor, id, tx);
    return { answer, deed: { action: "outlet.created", subject: "outlet", subjectId: id, detail: { name: answer.name } } };
  });

/** Changes an outlet of the version the caller saw; `aliases` is the whole list. */
export const changeOutlet = (actor: MemberActor, op: Op, id: string, change: OutletChange): Promise<Outlet> =>
  runOperation(actor, op, async (tx) => {
    await lockNames(actor, tx);
    const current = await outletOf(actor, id, tx);
    if (current.version !== change.version) throw conflict("Somebody changed this outlet since you opened it.", { current });
    const { key, aliases } = await checkNames(actor, id, change.name ?? current.name, change.aliases ?? current.aliases, tx);
    const kept = <K extends "country" | "language" | "owner">(field: K) => (change[field] === undefined ? current[field] : change[field]);
    await rows(
      "UPDATE outlet SET name = $3, name_key = $4, country = $5, language = $6, owner = $7, version = version + 1 WHERE project_id = $1 AND id = $2",
      [actor.projectId, id, change.name ?? current.name, key, kept("country"), kept("language"), kept("owner")],
      tx,
    );
    await rows("DELETE FROM outlet_alias WHERE project_id = $1 AND outlet_id = $2", [actor.projectId, id], tx);
    await writeAliases(actor, id, aliases, tx);
    return { answer: await outletOf(actor, id, tx), deed: { action: "outlet.changed", subject: "outlet", subjectId: id, detail: change } };
  });

async function checkNames(actor: MemberActor, id: string, name: string, aliases: readonly string[], tx: Sql): Promise<{ key: string; aliases: { name: string; key: string }[] }> {
  const key = nameKey(name);
  if (key === "") throw invalid("The outlet needs a name that can be seen.", { errors: [{ path: "/name", message: "must not be empty" }] });
  const distinct = distinctNames(aliases, [key]);
  for (const [i, wanted] of [{ name, key }, ...distinct].entries()) {
    const other = await outletByKey(actor, wanted.key, tx);
    if (!other || other.id === id) continue;
    const sentence = `“${wanted.name}” is already a name of the outlet “${other.name}”.`;
    throw conflict(sentence, { other, errors: [{ path: i === 0 ? "/name" : "/aliases", message: sentence }] });
  }
  return { key, aliases: distinct };
}

const writeAliases = (actor: MemberActor, id: string, aliases: { name: string; key: string }[], tx: Sql): Promise<unknown> =>
  rows(
    "INSERT INTO outlet_alias (project_id, id, outlet_id, alias, alias_key) SELECT $1, x.id, $2, x.name, x.key FROM unnest($3::uuid[], $4::text[], $5::text[]) AS x(id, name, key)",
    [actor.projectId, id, aliases.map(() => newId()), aliases.map((alias) => alias.name), aliases.map((alias) => alias.key)],
    tx,
  );
