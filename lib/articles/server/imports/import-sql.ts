import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { conflict, notFound } from "@/lib/kernel/errors";
import { row, rows, type Sql } from "@/lib/platform/database";
import type { Mapping } from "../../formats/record";
import type { TableHead } from "../../formats/table-head";
import { type ImportSettings, type ImportSource, type ImportState, PREVIEWED } from "../../imports/shape";

export type ImportCounts = { seen: number; new: number; copies: number; look: number; refused: number; leftOut: number; kept: number; joined: number };
export type ImportFile = {
  id: string; name: string; mediaType: string; url: string | null; bytes: number; received: number;
  state: "receiving" | "received" | "read" | "added" | "refused";
  reason: string | null;
  table: (TableHead & { mapping: Mapping }) | null;
};
export type ImportHead = {
  id: string; name: string; source: ImportSource; state: ImportState; paused: boolean; settings: ImportSettings; counts: ImportCounts;
  bytes: { total: number; read: number };
  problem: string | null;
  /** How many rows can be looked at; null until they were read. */
  previewed: number | null;
  createdAt: Date; finishedAt: Date | null;
  createdBy: { id: string; name: string } | null;
  version: number;
};
export type Import = ImportHead & { files: ImportFile[] };

const COUNT = (state: string): string => `(SELECT count(*)::int FROM import_row r WHERE r.project_id = i.project_id AND r.import_id = i.id AND r.state = '${state}')`;

const HEAD = `SELECT i.id, i.name, i.source, i.state, i.paused, i.settings, i.problem, i.version, i.created_at AS "createdAt", i.finished_at AS "finishedAt",
  json_build_object('seen', i.seen, 'kept', i.kept, 'joined', i.joined, 'refused', i.refused, 'new', ${COUNT("new")}, 'copies', ${COUNT("copy")}, 'look', ${COUNT("look")}, 'leftOut', ${COUNT("left_out")}) AS counts,
  json_build_object('total', i.bytes_total, 'read', i.bytes_read) AS bytes,
  CASE WHEN i.state NOT IN ('receiving', 'reading') THEN least(i.seen, ${PREVIEWED}) END AS previewed,
  CASE WHEN m.id IS NOT NULL THEN json_build_object('id', m.id, 'name', m.pseudonym) END AS "createdBy"
  FROM import i LEFT JOIN member m ON m.project_id = i.project_id AND m.id = i.created_by`;

const FILES = `SELECT f.id, f.name, f.media_type AS "mediaType", CASE WHEN strpos(f.url, E'\\n') = 0 THEN f.url END AS url, f.bytes::float8 AS bytes, f.received::float8 AS received, f.state, f.reason,
  CASE WHEN f.head IS NOT NULL THEN f.head || jsonb_build_object('mapping', coalesce(f.mapping, f.head -> 'guessed')) END AS "table"
  FROM import_file f WHERE f.project_id = $1 AND f.import_id = $2 ORDER BY f.ordinal`;

/** One import with its files; 404 for any that the project does not have. */
export async function importOf(actor: MemberActor, importId: string, tx?: Sql): Promise<Import> {
  const head = await row<ImportHead>(`${HEAD} WHERE i.project_id = $1 AND i.id = $2`, [actor.projectId, importId], tx);
  if (!head) throw notFound();
  return { ...head, files: await rows<ImportFile>(FILES, [actor.projectId, importId], tx) };
}

/** The project's imports without their files, newest first; `after` is the id of the last one of the page before. */
export async function listImports(actor: MemberActor, wish: { after?: string | undefined; limit: number }): Promise<{ items: ImportHead[]; next: string | null }> {
  const found = await rows<ImportHead>(
    `${HEAD} WHERE i.project_id = $1 AND ($2::uuid IS NULL OR (i.created_at, i.id) < (SELECT x.created_at, x.id FROM import x WHERE x.project_id = $1 AND x.id = $2)) ORDER BY i.created_at DESC, i.id DESC LIMIT $3`,
    [actor.projectId, wish.after ?? null, wish.limit + 1],
  );
  const items = found.slice(0, wish.limit);
  return { items, next: found.length > wish.limit ? (items.at(-1)?.id ?? null) : null };
}

/** Locks the import's row for a change; 404, or 409 with the import as it stands when the version is stale or its state is none of `states`. */
export async function lockImport(actor: MemberActor, importId: string, wish: { version: number; states: readonly ImportState[]; refusal: string }, tx: Sql): Promise<Import> {
  await rows("SELECT id FROM import WHERE project_id = $1 AND id = $2 FOR UPDATE", [actor.projectId, importId], tx);
  const current = await importOf(actor, importId, tx);
  if (current.version !== wish.version) throw conflict("Somebody changed this import since you opened it, or it went on by itself.", { current });
  if (!wish.states.includes(current.state)) throw conflict(wish.refusal, { current });
  return current;
}
