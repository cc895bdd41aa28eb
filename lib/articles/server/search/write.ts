import "server-only";
import type { Actor } from "@/lib/accounts/server/actor";
import { rows, type Sql } from "@/lib/platform/database";
import type { SearchChunk } from "../../search/chunks";

/** What is searched of an article. */
export type ChunksOf = { readonly articleId: string; readonly chunks: readonly SearchChunk[] };

/**
 * A word that no text holds and that every entry of one project and one configuration does: the index, which knows
 * neither, finds those of one. Text search never makes a word with the character U+0001.
 */
export const marker = (projectId: string, config: string): string => `\u0001${projectId}${config}`;

/** Writes what is searched of many articles in two statements, in place of what was there. Inside the transaction that writes their text, blocks or language. */
export async function writeSearch(_actor: Actor, tx: Sql, projectId: string, articles: readonly ChunksOf[]): Promise<void> {
  if (articles.length === 0) return;
  const all = articles.flatMap(({ articleId, chunks }) => chunks.map((chunk) => ({ articleId, ...chunk })));
  await rows("DELETE FROM search_chunk WHERE project_id = $1 AND article_id = ANY($2::uuid[])", [projectId, articles.map((one) => one.articleId)], tx);
  await rows(
    `WITH piece AS (
       SELECT * FROM unnest($2::uuid[], $3::int[], $4::text[], $5::text[], $6::text[]) AS x(article_id, ordinal, config, body, mark)
     ), known AS (
       INSERT INTO search_config (project_id, config) SELECT DISTINCT $1::uuid, config FROM piece ORDER BY config ON CONFLICT DO NOTHING
     )
     INSERT INTO search_chunk (project_id, article_id, ordinal, words)
     SELECT $1, article_id, ordinal, to_tsvector(config::regconfig, body) || array_to_tsvector(ARRAY[mark]) FROM piece`,
    [projectId, all.map((one) => one.articleId), all.map((one) => one.ordinal), all.map((one) => one.config), all.map((one) => one.text), all.map((one) => marker(projectId, one.config))],
    tx,
  );
}
