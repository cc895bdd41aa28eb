import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { conflict, invalid, notFound } from "@/lib/kernel/errors";
import { row, transaction } from "@/lib/platform/database";
import { CHUNK_BYTES } from "../../imports/shape";

export type ChunkPlace = { importId: string; fileId: string; n: number };

/**
 * Stores one chunk of a file; the same chunk sent again changes nothing, whatever was lost on the way. Chunks may come
 * in any order. Refuses (422) a chunk of another size than its place asks for, (404) a place that the file does not
 * have, and (409) anything once reading has begun, and other bytes where some came before.
 */
export async function receiveChunk(actor: MemberActor, place: ChunkPlace, bytes: Uint8Array): Promise<{ received: number; bytes: number; complete: boolean }> {
  return transaction(async (tx) => {
    // The import first: every step locks it before its files, too.
    const open = await row<{ state: string }>("SELECT state FROM import WHERE project_id = $1 AND id = $2 FOR SHARE", [actor.projectId, place.importId], tx);
    const file = await row<{ bytes: number }>("SELECT bytes::float8 AS bytes FROM import_file WHERE project_id = $1 AND import_id = $2 AND id = $3 FOR UPDATE", [actor.projectId, place.importId, place.fileId], tx);
    const expected = file ? Math.min(CHUNK_BYTES, file.bytes - place.n * CHUNK_BYTES) : 0;
    if (!open || !file || expected <= 0) throw notFound();
    if (open.state !== "receiving") throw conflict("This import takes no more files: reading has begun.");
    if (bytes.byteLength !== expected)
      throw invalid(`Chunk ${place.n} of this file has ${expected.toLocaleString("en")} bytes; ${bytes.byteLength.toLocaleString("en")} came.`, { expected });
    const sent = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const chunk = [actor.projectId, place.fileId, place.n, sent];
    const written = await row("INSERT INTO import_chunk (project_id, file_id, ordinal, bytes) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING RETURNING ordinal", chunk, tx);
    const same = written ?? (await row("SELECT ordinal FROM import_chunk WHERE project_id = $1 AND file_id = $2 AND ordinal = $3 AND bytes = $4", chunk, tx));
    if (!same) throw conflict(`Chunk ${place.n} of this file came before with other bytes. The file has changed since: begin a new import.`);
    const now = await row<{ received: number; bytes: number; complete: boolean }>(
      `UPDATE import_file f SET received = x.received, state = CASE WHEN x.received = f.bytes THEN 'received' ELSE f.state END
       FROM (SELECT sum(least($3::bigint, f0.bytes - c.ordinal * $3::bigint)) AS received FROM import_chunk c JOIN import_file f0 ON f0.project_id = c.project_id AND f0.id = c.file_id WHERE c.project_id = $1 AND c.file_id = $2) x
       WHERE f.project_id = $1 AND f.id = $2 RETURNING f.received::float8 AS received, f.bytes::float8 AS bytes, f.state = 'received' AS complete`,
      [actor.projectId, place.fileId, CHUNK_BYTES],
      tx,
    );
    if (!now) throw notFound();
    return now;
  });
}
