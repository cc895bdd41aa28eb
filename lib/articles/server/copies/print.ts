import "server-only";
import { createHash } from "node:crypto";
import type { Actor } from "@/lib/accounts/server/actor";
import { rows, type Sql } from "@/lib/platform/database";
import { copyPrint, type CopyPrint } from "../../copies/print";
import type { PlainBlock } from "../../copies/words";

/** The print of a text; see `copyPrint`. */
export const printOf = (text: string, blocks: readonly PlainBlock[]): CopyPrint => copyPrint(text, blocks, (words) => createHash("sha256").update(words, "utf8").digest());

/** A print and whose it is. */
export type PrintOf = { readonly articleId: string; readonly revisionId: string; readonly print: CopyPrint };

/**
 * Numbers that differ from project to project for the same words, so that the index, which knows no projects, finds
 * those of one. The last 62 bits of the project's id are random.
 */
export function ownKeys(projectId: string, bands: readonly bigint[]): string {
  const own = BigInt(`0x${projectId.slice(-17).replace("-", "")}`);
  return `{${bands.map((band) => BigInt.asIntN(64, band ^ own)).join(",")}}`;
}

/** Stores the prints of many articles in one statement, in place of earlier ones. Inside the transaction that writes their text or blocks. */
export async function writePrints(_actor: Actor, tx: Sql, projectId: string, prints: readonly PrintOf[]): Promise<void> {
  if (prints.length === 0) return;
  await rows(
    `INSERT INTO copy_print (project_id, article_id, revision_id, words_digest, shingles, bands)
     SELECT $1, x.article_id, x.revision_id, x.digest, x.shingles, x.bands::bigint[] FROM unnest($2::uuid[], $3::uuid[], $4::bytea[], $5::int[], $6::text[]) AS x(article_id, revision_id, digest, shingles, bands)
     ON CONFLICT (project_id, article_id) DO UPDATE SET revision_id = excluded.revision_id, words_digest = excluded.words_digest, shingles = excluded.shingles, bands = excluded.bands`,
    [projectId, prints.map((one) => one.articleId), prints.map((one) => one.revisionId), prints.map(({ print }) => Buffer.from(print.wordsDigest)), prints.map(({ print }) => print.shingles), prints.map(({ print }) => ownKeys(projectId, print.bands))],
    tx,
  );
}
