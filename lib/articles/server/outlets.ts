import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { conflict } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/id";
import { row, rows } from "@/lib/platform/database";
import type { Op } from "@/lib/projects/operation";
import { runOperation } from "@/lib/projects/server/operation";
import type { Hints } from "../extract/understood";
import { checkNames, outletOf, seenOutlet, writeNames, type Outlet } from "./outlet-rows";
import { lockNames } from "./resolve-outlet";

export type OutletDraft = {
  id?: string | undefined;
  name: string;
  aliases?: readonly string[] | undefined;
  domains?: readonly string[] | undefined;
  country?: string | null | undefined;
  language?: string | null | undefined;
  owner?: string | null | undefined;
};
export type OutletChange = Omit<OutletDraft, "id" | "name"> & { version: number; name?: string | undefined };

/** Adds an outlet. A name, alias or domain that another outlet carries is refused (409) and that outlet named. */
export const createOutlet = (actor: MemberActor, op: Op, draft: OutletDraft): Promise<Outlet> =>
  runOperation(actor, op, async (tx) => {
    await lockNames(actor, tx);
    const id = draft.id ?? newId();
    const checked = await checkNames(actor, id, { name: draft.name, aliases: draft.aliases ?? [], domains: draft.domains ?? [] }, tx);
    const made = await row(
      "INSERT INTO outlet (project_id, id, name, name_key, country, language, owner) VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING RETURNING id",
      [actor.projectId, id, draft.name, checked.key, draft.country ?? null, draft.language ?? null, draft.owner ?? null],
      tx,
    );
    if (!made) throw conflict("An outlet with this id exists already.");
    await writeNames(actor, id, checked, tx);
    const answer = await outletOf(actor, id, tx);
    return { answer, deed: { action: "outlet.created", subject: "outlet", subjectId: id, detail: { name: answer.name } } };
  });

/** Changes an outlet of the version the caller saw; `aliases` and `domains` are the whole lists. */
export const changeOutlet = (actor: MemberActor, op: Op, id: string, change: OutletChange): Promise<Outlet> =>
  runOperation(actor, op, async (tx) => {
    await lockNames(actor, tx);
    const current = await seenOutlet(actor, id, change.version, tx);
    const name = change.name ?? current.name;
    const checked = await checkNames(actor, id, { name, aliases: change.aliases ?? current.aliases, domains: change.domains ?? current.domains }, tx);
    const kept = <K extends "country" | "language" | "owner">(field: K) => (change[field] === undefined ? current[field] : change[field]);
    await rows(
      "UPDATE outlet SET name = $3, name_key = $4, country = $5, language = $6, owner = $7, version = version + 1 WHERE project_id = $1 AND id = $2",
      [actor.projectId, id, name, checked.key, kept("country"), kept("language"), kept("owner")],
      tx,
    );
    await writeNames(actor, id, checked, tx);
    return { answer: await outletOf(actor, id, tx), deed: { action: "outlet.changed", subject: "outlet", subjectId: id, detail: change } };
  });

/** Every outlet of the project as a page may name it: merged ones give their names and domains to the one they were merged into. */
export const outletsForHints = (actor: MemberActor): Promise<NonNullable<Hints["outlets"]>> =>
  rows<NonNullable<Hints["outlets"]>[number]>(
    `WITH named AS (SELECT coalesce(merged_into_id, id) AS root, id, name FROM outlet WHERE project_id = $1)
     SELECT o.name,
       ARRAY(SELECT n.name FROM named n WHERE n.root = o.id AND n.id <> o.id UNION SELECT x.alias FROM named n JOIN outlet_alias x ON x.project_id = $1 AND x.outlet_id = n.id WHERE n.root = o.id) AS aliases,
       ARRAY(SELECT x.domain FROM named n JOIN outlet_domain x ON x.project_id = $1 AND x.outlet_id = n.id WHERE n.root = o.id ORDER BY 1) AS domains
     FROM outlet o WHERE o.project_id = $1 AND o.merged_into_id IS NULL ORDER BY o.name_key`,
    [actor.projectId],
  );
