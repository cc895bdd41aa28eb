import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { conflict, invalid, notFound } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/id";
import { row, rows, type Sql } from "@/lib/platform/database";
import type { Op } from "@/lib/projects/operation";
import { runOperation } from "@/lib/projects/server/operation";
import { domainNamed, domainsAbove } from "../domains";
import { nameKey } from "../name-key";
import { readRatings } from "../ratings";
import { lockNames } from "./resolve-outlet";

/** One rating that somebody outside gave; `outlet` is null while nobody said which outlet the name means. */
export type StoredRating = { id: string; source: string; name: string; outlet: { id: string; name: string } | null; value: string; number: number | null; scale: string; note: string; ratedOn: string | null };
export type ImportedRatings = { source: string; rows: number; unmatched: number };

const SELECT = `SELECT x.id, x.source, x.name, CASE WHEN o.id IS NOT NULL THEN json_build_object('id', o.id, 'name', o.name) END AS outlet, x.value, x.number, x.scale, x.note, to_char(x.rated_on, 'YYYY-MM-DD') AS "ratedOn"
  FROM outlet_rating x LEFT JOIN outlet o0 ON o0.project_id = x.project_id AND o0.id = x.outlet_id LEFT JOIN outlet o ON o.project_id = x.project_id AND o.id = coalesce(o0.merged_into_id, o0.id)`;

/** Every rating of the project by source and name, at most 20,000. Nothing here enters a figure. */
export const listRatings = (actor: MemberActor): Promise<StoredRating[]> => rows<StoredRating>(`${SELECT} WHERE x.project_id = $1 ORDER BY x.source, lower(x.name), x.rated_on, x.id LIMIT 20000`, [actor.projectId]);

/** Takes in a table of ratings from one source. Names, aliases and sites find their outlets; what finds none is kept for a person to say. Refuses (422) a wrong table line by line, and (409) a source that is there. */
export const importRatings = (actor: MemberActor, op: Op, wish: { source: string; csv: string }): Promise<ImportedRatings> =>
  runOperation(actor, op, async (tx) => {
    const read = readRatings(wish.csv);
    if (!read.ok) throw invalid(`Line ${read.error[0]?.line ?? 1}: ${read.error[0]?.message ?? ""}`, { errors: read.error.map(({ line, message }) => ({ path: "/csv", line, message })) });
    await lockNames(actor, tx);
    if (await row("SELECT FROM outlet_rating WHERE project_id = $1 AND source = $2 LIMIT 1", [actor.projectId, wish.source], tx))
      throw conflict(`There are ratings from “${wish.source}” already. Remove them first, or give these another name.`, { errors: [{ path: "/source", message: "is taken" }] });
    const find = await finder(actor, tx);
    const found = read.value.map((rating) => ({ ...rating, outletId: find(rating.name) }));
    await rows(
      `INSERT INTO outlet_rating (project_id, id, outlet_id, source, name, scale, value, number, note, rated_on)
       SELECT $1, x.id, x.outlet_id, $2, x.name, x.scale, x.value, x.number, x.note, x.rated_on
       FROM unnest($3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::text[], $8::float8[], $9::text[], $10::date[]) AS x(id, outlet_id, name, scale, value, number, note, rated_on)`,
      [
        actor.projectId, wish.source, found.map(() => newId()), found.map((one) => one.outletId), found.map((one) => one.name), found.map((one) => one.scale), found.map((one) => one.value),
        found.map((one) => one.number), found.map((one) => one.note), found.map((one) => one.ratedOn),
      ],
      tx,
    );
    const answer = { source: wish.source, rows: found.length, unmatched: found.filter((one) => one.outletId === null).length };
    return { answer, deed: { action: "ratings.imported", detail: answer } };
  });

/** Says by hand which outlet a rating is about; null for none of the project's. */
export const matchRating = (actor: MemberActor, op: Op, id: string, outletId: string | null): Promise<StoredRating> =>
  runOperation(actor, op, async (tx) => {
    if (outletId !== null && !(await row("SELECT FROM outlet WHERE project_id = $1 AND id = $2", [actor.projectId, outletId], tx)))
      throw invalid("This outlet does not exist in the project.", { errors: [{ path: "/outletId", message: "unknown outlet" }] });
    await rows("UPDATE outlet_rating SET outlet_id = $3 WHERE project_id = $1 AND id = $2", [actor.projectId, id, outletId], tx);
    const answer = await row<StoredRating>(`${SELECT} WHERE x.project_id = $1 AND x.id = $2`, [actor.projectId, id], tx);
    if (!answer) throw notFound();
    return { answer, deed: { action: "rating.matched", detail: { source: answer.source, name: answer.name, outlet: answer.outlet?.name ?? null } } };
  });

/** Removes all ratings from one source. */
export const removeRatings = (actor: MemberActor, op: Op, source: string): Promise<{ removed: number }> =>
  runOperation(actor, op, async (tx) => {
    const gone = await rows("DELETE FROM outlet_rating WHERE project_id = $1 AND source = $2 RETURNING id", [actor.projectId, source], tx);
    if (gone.length === 0) throw notFound();
    return { answer: { removed: gone.length }, deed: { action: "ratings.removed", detail: { source, removed: gone.length } } };
  });

/** Finds outlets by name, alias or site, as articles do. */
async function finder(actor: MemberActor, tx: Sql): Promise<(name: string) => string | null> {
  const known = await rows<{ key: string; id: string }>(
    `SELECT domain AS key, outlet_id AS id FROM outlet_domain WHERE project_id = $1 UNION ALL SELECT alias_key, outlet_id FROM outlet_alias WHERE project_id = $1 UNION ALL SELECT name_key, id FROM outlet WHERE project_id = $1`,
    [actor.projectId],
    tx,
  );
  const byKey = new Map(known.map(({ key, id }) => [key, id]));
  return (name) => {
    const domain = domainNamed(name);
    return [nameKey(name), ...(domain === null ? [] : domainsAbove(domain))].map((key) => byKey.get(key)).find((id) => id !== undefined) ?? null;
  };
}
