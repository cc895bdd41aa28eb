import "server-only";
import { createHash } from "node:crypto";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { newId } from "@/lib/kernel/id";
import { rows, type Sql } from "@/lib/platform/database";
import { storable } from "@/lib/text/storable";

type AddedRow = { readonly ordinal: number; readonly articleId: string; readonly revisionId: string };

/** Makes the bytes that rows hold the captures of their articles, without fetching them. */
export async function keepCaptures(actor: MemberActor, importId: string, added: readonly AddedRow[], tx: Sql): Promise<void> {
  if (added.length === 0) return;
  await rows(
    `INSERT INTO capture (project_id, id, article_id, revision_id, media_type, file_name, url, sha256, bytes)
     SELECT $1, x.id, x.article, x.revision, r.raw_type, coalesce(nullif(r.entry, ''), f.name), CASE WHEN f.url IS NOT NULL THEN coalesce(nullif(r.entry, ''), f.url) END, sha256(r.raw), r.raw
     FROM unnest($3::int[], $4::uuid[], $5::uuid[], $6::uuid[]) AS x(ordinal, id, article, revision)
     JOIN import_row r ON r.project_id = $1 AND r.import_id = $2 AND r.ordinal = x.ordinal AND r.raw IS NOT NULL JOIN import_file f ON f.project_id = $1 AND f.id = r.file_id`,
    [actor.projectId, importId, added.map((one) => one.ordinal), added.map(() => newId()), added.map((one) => one.articleId), added.map((one) => one.revisionId)],
    tx,
  );
}

export type NewCapture = { readonly articleId: string; readonly revisionId: string; readonly mediaType: string; readonly fileName: string; readonly url: string | null; readonly bytes: Uint8Array };

/** Stores the bytes from which articles were made. */
export async function writeCaptures(actor: MemberActor, captures: readonly NewCapture[], tx: Sql): Promise<void> {
  for (const one of captures)
    await rows(
      "INSERT INTO capture (project_id, id, article_id, revision_id, media_type, file_name, url, sha256, bytes) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
      [actor.projectId, newId(), one.articleId, one.revisionId, storable(one.mediaType), storable(one.fileName), one.url === null ? null : storable(one.url), createHash("sha256").update(one.bytes).digest(), Buffer.from(one.bytes)],
      tx,
    );
}
