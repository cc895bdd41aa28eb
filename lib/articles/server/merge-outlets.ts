import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { conflict, invalid } from "@/lib/kernel/errors";
import { row, rows, type Sql } from "@/lib/platform/database";
import type { Op } from "@/lib/projects/operation";
import { lockMerges } from "@/lib/projects/server/merge-lock";
import { runOperation } from "@/lib/projects/server/operation";
import type { Refresh } from "./change-article";
import { outletOf, seenOutlet, type Outlet } from "./outlet-rows";
import { lockNames } from "./resolve-outlet";

/** The outlet that stands now, and how many articles count under another outlet or publisher than before. */
export type MergedOutlet = { outlet: Outlet; articles: number };

/** Brings the figures of outlets up to date; of a domain to the right, so the caller hands it in. */
export type OutletsMoved = (actor: MemberActor, outletIds: readonly string[], tx: Sql) => Promise<void>;

/** So many articles are refreshed by one statement. */
const SLICE = 500;

/**
 * Merges an outlet into another: a pointer that every reader follows, so nothing is rewritten and all comes back.
 * Pointers are one level deep: refuses an outlet that others were merged into (undo these first), and one to merge
 * into that is itself merged.
 */
export const mergeOutlet = (actor: MemberActor, op: Op, id: string, wish: { version: number; intoId: string }, refresh: Refresh, moved: OutletsMoved): Promise<MergedOutlet> =>
  runOperation(actor, op, async (tx) => {
    await lockNames(actor, tx);
    const current = await seenOutlet(actor, id, wish.version, tx);
    if (await rootOf(actor, id, tx)) throw conflict(`“${current.name}” is merged into another outlet already. Undo that first.`, { current });
    const into = await intoOutlet(actor, id, wish.intoId, tx);
    if (current.merged.length > 0) {
      const names = current.merged.map((one) => `“${one.name}”`).join(", ");
      throw conflict(`${names} ${current.merged.length === 1 ? "is" : "are"} merged into “${current.name}”. Undo that first, then merge each where it belongs.`, { merged: current.merged });
    }
    await lockMerges(actor, tx);
    await rows("UPDATE outlet SET merged_into_id = $3, version = version + 1 WHERE project_id = $1 AND id = $2", [actor.projectId, id, into.id], tx);
    await refreshVoices(actor, id, into.id, refresh, tx);
    await moved(actor, [id, into.id], tx);
    const articles = await countArticles(actor, id, tx);
    return { answer: { outlet: await outletOf(actor, into.id, tx), articles }, deed: { action: "outlet.merged", subject: "outlet", subjectId: id, detail: { name: current.name, intoId: into.id, into: into.name, articles } } };
  });

/** Undoes a merge: the outlet stands for itself again, with its names, sites, articles and figures as they were. */
export const unmergeOutlet = (actor: MemberActor, op: Op, id: string, version: number, refresh: Refresh, moved: OutletsMoved): Promise<MergedOutlet> =>
  runOperation(actor, op, async (tx) => {
    await lockNames(actor, tx);
    const current = await seenOutlet(actor, id, version, tx);
    const root = await rootOf(actor, id, tx);
    if (!root) throw conflict(`“${current.name}” is not merged into another outlet.`, { current });
    await lockMerges(actor, tx);
    await rows("UPDATE outlet SET merged_into_id = NULL, version = version + 1 WHERE project_id = $1 AND id = $2", [actor.projectId, id], tx);
    await refreshVoices(actor, id, root.id, refresh, tx);
    await moved(actor, [id, root.id], tx);
    const articles = await countArticles(actor, id, tx);
    return { answer: { outlet: await outletOf(actor, id, tx), articles }, deed: { action: "outlet.unmerged", subject: "outlet", subjectId: id, detail: { name: current.name, fromId: root.id, articles } } };
  });

const rootOf = (actor: MemberActor, id: string, tx: Sql): Promise<{ id: string; name: string } | undefined> =>
  row("SELECT r.id, r.name FROM outlet o JOIN outlet r ON r.project_id = o.project_id AND r.id = o.merged_into_id WHERE o.project_id = $1 AND o.id = $2", [actor.projectId, id], tx);

async function intoOutlet(actor: MemberActor, id: string, intoId: string, tx: Sql): Promise<{ id: string; name: string }> {
  const wrong = (detail: string, message: string, extra: object = {}) => invalid(detail, { errors: [{ path: "/intoId", message }], ...extra });
  if (intoId === id) throw wrong("An outlet cannot be merged into itself. Choose another one.", "the same outlet");
  const into = await row<{ id: string; name: string }>("SELECT id, name FROM outlet WHERE project_id = $1 AND id = $2", [actor.projectId, intoId], tx);
  if (!into) throw wrong("The outlet to merge into does not exist in the project.", "unknown outlet");
  const root = await rootOf(actor, intoId, tx);
  if (root) throw wrong(`“${into.name}” is merged into “${root.name}” itself. Choose “${root.name}”.`, "merged into another outlet", { root });
  return into;
}

const countArticles = async (actor: MemberActor, id: string, tx: Sql): Promise<number> =>
  (await row<{ n: number }>("SELECT count(*)::int AS n FROM article WHERE project_id = $1 AND (outlet_id = $2 OR publisher_id = $2)", [actor.projectId, id], tx))?.n ?? 0;

/**
 * Outlet and publisher are resolved by every reader, but kept figures tell the publisher's own words on a copy from
 * those of the outlet. So what lies between the two outlets is counted again: captured by one from the other, it is a
 * copy no more, or again.
 */
async function refreshVoices(actor: MemberActor, id: string, rootId: string, refresh: Refresh, tx: Sql): Promise<void> {
  const between = await rows<{ id: string }>(
    `WITH one AS (SELECT $2::uuid AS id), rest AS (SELECT id FROM outlet WHERE project_id = $1 AND $3 IN (id, merged_into_id) AND id <> $2)
     SELECT a.id FROM article a WHERE a.project_id = $1 AND (a.outlet_id IN (TABLE one) AND a.publisher_id IN (TABLE rest) OR a.outlet_id IN (TABLE rest) AND a.publisher_id IN (TABLE one))
       AND EXISTS (SELECT FROM assignment s WHERE s.project_id = a.project_id AND s.article_id = a.id AND s.state = 'submitted') ORDER BY a.id`,
    [actor.projectId, id, rootId],
    tx,
  );
  for (let at = 0; at < between.length; at += SLICE) await refresh(actor, between.slice(at, at + SLICE).map((one) => one.id), tx);
}
