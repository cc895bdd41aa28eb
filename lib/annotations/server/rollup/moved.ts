import "server-only";
import type { Actor, MemberActor } from "@/lib/accounts/server/actor";
import { placesFollow } from "@/lib/assignments/server/places";
import { leavingArticle } from "@/lib/assignments/server/progress-moves";
import type { Sql } from "@/lib/platform/database";
import { holdMergesOf } from "@/lib/projects/server/merge-lock";
import { recountOutlets, touchedBy } from "./outlets";

/** Articles went to other works: their places in pools follow, and the figures of their outlets are summed by the new works. */
export async function worksMoved(actor: Actor, tx: Sql, projectId: string, articleIds: readonly string[], splitFrom: string | null): Promise<void> {
  await placesFollow(actor, tx, projectId, articleIds, splitFrom);
  await holdMergesOf(actor, projectId, tx);
  const { outletIds, targetIds } = await touchedBy(actor, projectId, articleIds, tx);
  await recountOutlets(actor, projectId, outletIds, targetIds, tx);
}

/** An outlet was merged into another, or stands for itself again: both are summed anew. */
export const outletsMoved = (actor: MemberActor, outletIds: readonly string[], tx: Sql): Promise<void> => recountOutlets(actor, actor.projectId, outletIds, null, tx);

/** Runs a change that deletes an article, and takes it out of progress and of the figures of its outlets. */
export async function leavingFigures<T>(actor: Actor, tx: Sql, projectId: string, articleId: string, change: () => Promise<T>): Promise<T> {
  await holdMergesOf(actor, projectId, tx);
  const { outletIds, targetIds } = await touchedBy(actor, projectId, [articleId], tx);
  const done = await leavingArticle(actor, tx, projectId, articleId, change);
  await recountOutlets(actor, projectId, outletIds, targetIds, tx);
  return done;
}
