import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { conflict, invalid } from "@/lib/kernel/errors";
import { row, rows, type Sql } from "@/lib/platform/database";
import type { Op } from "@/lib/projects/operation";
import { lockMerges } from "@/lib/projects/server/merge-lock";
import { runOperation } from "@/lib/projects/server/operation";
import type { Target } from "../target";
import { lockTargets, ownTarget, seenTarget, targetOf } from "./target-rows";

/** Brings the figures of articles up to date; of a domain to the right, so the caller hands it in. */
export type Refresh = (actor: MemberActor, articleIds: readonly string[], tx: Sql) => Promise<void>;
/** The target that others were merged into, and how many articles count differently now. */
export type Merged = { target: Target; articles: number };

/** So many articles are refreshed by one statement. */
const SLICE = 500;

/**
 * Merges a target into another: a pointer that every reader follows, so nothing is rewritten and all comes back.
 * Pointers are one level deep: refuses a target that others were merged into or that has targets below it (undo or
 * move these first), and one to merge into that is itself merged or out of use.
 */
export const mergeTarget = (actor: MemberActor, op: Op, id: string, wish: { version: number; intoId: string }, refresh: Refresh): Promise<Merged> =>
  runOperation(actor, op, async (tx) => {
    await lockTargets(actor, tx);
    const current = await ownTarget(actor, id, wish.version, tx);
    const into = await intoTarget(actor, id, wish.intoId, tx);
    await refuseLoaded(actor, current, tx);
    await lockMerges(actor, tx);
    await rows("UPDATE target SET merged_into_id = $3, version = version + 1 WHERE project_id = $1 AND id = $2", [actor.projectId, id, into.id], tx);
    const articles = await refreshMarked(actor, id, refresh, tx);
    return { answer: { target: await targetOf(actor, into.id, tx), articles }, deed: { action: "target.merged", subject: "target", subjectId: id, detail: { name: current.name, intoId: into.id, into: into.name, articles } } };
  });

/** Undoes a merge: the target stands for itself again, with its names, marks and figures as they were. */
export const unmergeTarget = (actor: MemberActor, op: Op, id: string, version: number, refresh: Refresh): Promise<Merged> =>
  runOperation(actor, op, async (tx) => {
    await lockTargets(actor, tx);
    const current = await seenTarget(actor, id, version, tx);
    await lockMerges(actor, tx);
    const freed = await row<{ root: string }>(
      `UPDATE target t SET merged_into_id = NULL, version = t.version + 1 FROM target was WHERE t.project_id = $1 AND t.id = $2 AND was.project_id = t.project_id AND was.id = t.id AND t.merged_into_id IS NOT NULL RETURNING was.merged_into_id AS root`,
      [actor.projectId, id],
      tx,
    );
    if (!freed) throw conflict(`“${current.name}” is not merged into another target.`, { current });
    const articles = await refreshMarked(actor, id, refresh, tx);
    return { answer: { target: await targetOf(actor, id, tx), articles }, deed: { action: "target.unmerged", subject: "target", subjectId: id, detail: { name: current.name, fromId: freed.root, articles } } };
  });

async function intoTarget(actor: MemberActor, id: string, intoId: string, tx: Sql): Promise<{ id: string; name: string }> {
  const wrong = (detail: string, message: string, extra: object = {}) => invalid(detail, { errors: [{ path: "/intoId", message }], ...extra });
  if (intoId === id) throw wrong("A target cannot be merged into itself. Choose another one.", "the same target");
  const into = await row<{ id: string; name: string; archived: boolean; rootId: string | null; rootName: string | null }>(
    `SELECT t.id, t.name, t.archived_at IS NOT NULL AS archived, r.id AS "rootId", r.name AS "rootName" FROM target t LEFT JOIN target r ON r.project_id = t.project_id AND r.id = t.merged_into_id WHERE t.project_id = $1 AND t.id = $2`,
    [actor.projectId, intoId],
    tx,
  );
  if (!into) throw wrong("The target to merge into does not exist in the project.", "unknown target");
  if (into.rootId !== null) throw wrong(`“${into.name}” is merged into “${into.rootName}” itself. Choose “${into.rootName}”.`, "merged into another target", { root: { id: into.rootId, name: into.rootName } });
  if (into.archived) throw wrong(`“${into.name}” is out of use. Bring it back first, or choose another one.`, "archived target");
  return into;
}

async function refuseLoaded(actor: MemberActor, target: Target, tx: Sql): Promise<void> {
  const names = (of: readonly { name: string }[]) => of.map((one) => `“${one.name}”`).join(", ");
  if (target.merged.length > 0) throw conflict(`${names(target.merged)} ${target.merged.length === 1 ? "is" : "are"} merged into “${target.name}”. Undo that first, then merge each where it belongs.`, { merged: target.merged });
  const below = await rows<{ id: string; name: string }>("SELECT id, name FROM target WHERE project_id = $1 AND parent_id = $2 ORDER BY position, id LIMIT 20", [actor.projectId, target.id], tx);
  if (below.length > 0) throw conflict(`${names(below)} ${below.length === 1 ? "stands" : "stand"} below “${target.name}”. Put ${below.length === 1 ? "it" : "them"} below another target first.`, { below });
}

/** Refreshes the articles with submitted or settled marks or judgements about the target, with its name or with a coordinator's word on it, in the order of their ids. Returns how many. */
async function refreshMarked(actor: MemberActor, targetId: string, refresh: Refresh, tx: Sql): Promise<number> {
  const marked = await rows<{ id: string }>(
    `SELECT a.article_id AS id FROM assignment a JOIN span s ON s.project_id = a.project_id AND s.assignment_id = a.id WHERE a.project_id = $1 AND a.state = 'submitted' AND s.target_id = $2 AND s.deleted_at IS NULL
     UNION SELECT a.article_id FROM assignment a JOIN judgement j ON j.project_id = a.project_id AND j.assignment_id = a.id WHERE a.project_id = $1 AND a.state = 'submitted' AND j.target_id = $2 AND j.value IS NOT NULL
     UNION SELECT article_id FROM settled_span WHERE project_id = $1 AND target_id = $2
     UNION SELECT article_id FROM decision WHERE project_id = $1 AND target_id = $2 AND subject = 'judgement'
     UNION SELECT m.article_id FROM target_mention m WHERE m.project_id = $1 AND m.target_id = $2 AND EXISTS (SELECT FROM assignment a WHERE a.project_id = $1 AND a.article_id = m.article_id AND a.state = 'submitted')
     UNION SELECT article_id FROM address_mark WHERE project_id = $1 AND target_id = $2 ORDER BY id`,
    [actor.projectId, targetId],
    tx,
  );
  for (let at = 0; at < marked.length; at += SLICE) await refresh(actor, marked.slice(at, at + SLICE).map((one) => one.id), tx);
  return marked.length;
}
