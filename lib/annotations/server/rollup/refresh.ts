import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { recountBlocks } from "@/lib/assignments/server/plan-blocks";
import { rows, type Sql } from "@/lib/platform/database";
import { holdMerges } from "@/lib/projects/server/merge-lock";
import { ARTICLE_ROWS } from "./article-rows";
import { recountOutlets, touchedBy } from "./outlets";
import { CODER_ROWS, JUDGEMENT_ROWS, MARK_ROWS } from "./mark-rows";

/** The four counts per article in the order in which they rest on one another, each with its key. */
export const ARTICLE_ROLLUPS = [
  { table: "rollup_mark", key: "article_id, target_id, layer, family, coder_id, directness, device, source_blind, codebook_version_id", from: MARK_ROWS },
  { table: "rollup_coder", key: "article_id, layer, coder_id", from: CODER_ROWS },
  { table: "rollup_judgement", key: "article_id, target_id, layer", from: JUDGEMENT_ROWS },
  { table: "rollup_article", key: "article_id, target_id, layer, family", from: ARTICLE_ROWS },
] as const;

/** Which writing of the counts this code makes; a project whose counts were written by another is counted anew, and read from its marks until then. */
export const ROLLUP_VERSION = 1;

/** Counts anew what assignments of named blocks count, and then the figures, which divide by it: after a change of blocks or of what is own voice. */
export async function refreshCounted(actor: MemberActor, articleIds: readonly string[], tx: Sql): Promise<void> {
  await recountBlocks(actor, articleIds, tx);
  await refreshArticles(actor, articleIds, tx);
}

/** Counts some articles anew; the sums of their outlets are left as they were. */
export async function countArticles(actor: MemberActor, articleIds: readonly string[], tx: Sql): Promise<void> {
  const ids = [...articleIds].sort();
  await holdMerges(actor, tx);
  // The lock makes two submissions of one article refresh one after the other, each seeing the other's work.
  await rows("SELECT id FROM article WHERE project_id = $1 AND id = ANY($2::uuid[]) ORDER BY id FOR NO KEY UPDATE", [actor.projectId, ids], tx);
  for (const { table } of ARTICLE_ROLLUPS) await rows(`DELETE FROM ${table} WHERE project_id = $1 AND article_id = ANY($2::uuid[])`, [actor.projectId, ids], tx);
  for (const { table, key, from } of ARTICLE_ROLLUPS) await rows(`INSERT INTO ${table} SELECT * FROM (${from("some")}) found ORDER BY ${key}`, [actor.projectId, ids], tx);
}

/**
 * Counts some articles anew for the figures, and sums up their outlets, in the caller's transaction: after a submission,
 * a return, a decision, or a change of blocks, outlet, publisher or targets.
 */
export async function refreshArticles(actor: MemberActor, articleIds: readonly string[], tx: Sql): Promise<void> {
  const before = await touchedBy(actor, actor.projectId, articleIds, tx);
  await countArticles(actor, articleIds, tx);
  const after = await touchedBy(actor, actor.projectId, articleIds, tx);
  await recountOutlets(actor, actor.projectId, [...before.outletIds, ...after.outletIds], [...before.targetIds, ...after.targetIds], tx);
}
