import "server-only";
import { createHash } from "node:crypto";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { rows } from "@/lib/platform/database";
import { alignPassages } from "../align/align";
import type { Order } from "../document";
import type { PassageRow, PassageVerdict } from "../passage";
import type { ReadArticle } from "./read-articles";

/** Alignments that are kept in memory, those of last use longest. */
const MOST_KEPT = 60;
const kept = new Map<string, PassageRow[]>();

/**
 * The rows of passages of some articles, as they are with these verdicts. Kept while texts, blocks, verdicts and the
 * names of targets and outlets stay as they are; another process computes them again.
 */
export async function alignedRows(actor: MemberActor, articles: readonly ReadArticle[], verdicts: readonly PassageVerdict[], order: Order): Promise<PassageRow[]> {
  const names = (await rows<{ name: string }>(
    `SELECT name FROM target WHERE project_id = $1 UNION SELECT alias FROM target_alias WHERE project_id = $1 UNION SELECT name FROM outlet WHERE project_id = $1 ORDER BY 1 LIMIT 5000`,
    [actor.projectId],
  )).map(({ name }) => name);
  const key = createHash("sha256").update(JSON.stringify([actor.projectId, articles.map(({ id, revisionId, version }) => [id, revisionId, version]), verdicts, order, names])).digest("base64url");
  const found = kept.get(key) ?? alignPassages(articles, verdicts, { order, names });
  kept.delete(key);
  kept.set(key, found);
  const oldest = kept.size > MOST_KEPT ? kept.keys().next().value : undefined;
  if (oldest !== undefined) kept.delete(oldest);
  return found;
}
