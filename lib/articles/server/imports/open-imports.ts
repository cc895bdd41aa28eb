import "server-only";
import { type Actor, allowed, type MemberActor, onBehalfOf } from "@/lib/accounts/server/actor";
import { row, rows, type Sql } from "@/lib/platform/database";
import type { Cursor, Mapping } from "../../formats/record";
import type { ImportSettings, ImportSource, ImportState } from "../../imports/shape";

/** An import that the worker goes on with, as it stood when the worker looked. */
export type OpenImport = { id: string; projectId: string; createdBy: string | null; state: ImportState; source: ImportSource; settings: ImportSettings; createdAt: Date; seen: number; version: number };
/** A file of it that is not done. `addresses` are to be fetched; of a file that was sent, `url` is the page that it was captured from. */
export type OpenFile = { id: string; name: string; mediaType: string; addresses: readonly string[] | null; url: string | null; bytes: number; state: string; mapping: Mapping | null; cursor: Cursor | null; headed: boolean };

/** What waits for the worker, longest untouched first. What failed waits for a while: 10 seconds after the second attempt, 20 after the third. */
export const openImports = async (actor: Actor): Promise<OpenImport[]> =>
  actor.kind !== "job" && actor.kind !== "operator"
    ? []
    : rows<OpenImport>(
        `SELECT i.id, i.project_id AS "projectId", i.created_by AS "createdBy", i.state, i.source, i.settings, i.created_at AS "createdAt", i.seen, i.version FROM import i WHERE i.state IN ('reading', 'adding') AND NOT i.paused AND (i.attempts < 2 OR i.updated_at < now() - (i.attempts - 1) * interval '10 seconds') ORDER BY i.updated_at, i.id LIMIT 100`,
      );

/** SQL: whether member `m` of user `u` works in the project still. */
export const ACTIVE = "m.state = 'active' AND u.disabled_at IS NULL";

/** The member for whom an import is done; null when there is none any more who may add articles. */
export async function ownerOf(actor: Actor, open: OpenImport): Promise<MemberActor | null> {
  if (open.createdBy === null || !(await row(`SELECT m.id FROM member m JOIN app_user u ON u.id = m.user_id WHERE m.project_id = $1 AND m.id = $2 AND ${ACTIVE}`, [open.projectId, open.createdBy]))) return null;
  const owner = await onBehalfOf(actor, open.projectId, open.createdBy);
  return owner !== null && allowed(owner, "articles.write") ? owner : null;
}

/** Whether what an import brings in is fetched by the server, and not sent. */
export const isFetched = (source: ImportSource): boolean => source === "addresses" || source === "feed";

/** Files that are looked up at once. */
const LOOKED_UP = 100;

/** The files that are not done, in their order: not read while reading, not added while adding. */
export async function* filesOf(actor: MemberActor, open: OpenImport): AsyncGenerator<OpenFile, undefined> {
  for (let after = -1; ; ) {
    const some = await rows<Omit<OpenFile, "addresses"> & { ordinal: number }>(
      `SELECT id, ordinal, name, media_type AS "mediaType", url, bytes::float8 AS bytes, state, mapping, cursor, head IS NOT NULL AS headed FROM import_file
       WHERE project_id = $1 AND import_id = $2 AND state = 'received' AND ordinal > $3 ORDER BY ordinal LIMIT ${LOOKED_UP}`,
      [actor.projectId, open.id, after],
    );
    if (some.length === 0) return;
    for (const { ordinal, url, ...file } of some) {
      after = ordinal;
      yield { ...file, ...(isFetched(open.source) ? { addresses: (url ?? "").split("\n"), url: null } : { addresses: null, url }) };
    }
  }
}

/**
 * Locks the import inside the transaction that writes a batch, and says whether it still stands as it did when the batch
 * was read: nobody paused, cancelled or restarted it, and no other worker wrote the same batch.
 */
export async function stillOpen(actor: MemberActor, open: OpenImport, seen: number, tx: Sql): Promise<boolean> {
  const found = await row<{ fine: boolean }>(
    "SELECT state = $3 AND NOT paused AND version = $4 AND seen = $5 AS fine FROM import WHERE project_id = $1 AND id = $2 FOR UPDATE",
    [actor.projectId, open.id, open.state, open.version, seen],
    tx,
  );
  return found?.fine === true;
}
