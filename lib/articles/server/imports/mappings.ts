import "server-only";
import { createHash } from "node:crypto";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { row, rows, type Sql } from "@/lib/platform/database";
import { storableIn } from "@/lib/text/storable";
import type { ByteSource, Mapping } from "../../formats/record";
import { type TableHead, tableHead } from "../../formats/table-head";
import { columnsText, fits } from "../../imports/mapping-key";
import type { OpenFile } from "./open-imports";

const keyOf = (columns: readonly string[]): string => createHash("sha256").update(columnsText(columns)).digest("base64url");

/** Takes a mapping for every table of the import that has its columns, and keeps it as the project's guess for such tables. Answers with how many there are. */
export async function rememberMapping(actor: MemberActor, importId: string, mapping: Mapping, tx: Sql): Promise<number> {
  const tables = await rows<{ id: string; head: TableHead }>("SELECT id, head FROM import_file WHERE project_id = $1 AND import_id = $2 AND head IS NOT NULL", [actor.projectId, importId], tx);
  const fitting = tables.filter(({ head }) => fits(mapping, head.columns));
  if (fitting.length === 0) return 0;
  await rows("UPDATE import_file SET mapping = $3 WHERE project_id = $1 AND id = ANY($2::uuid[])", [actor.projectId, fitting.map(({ id }) => id), JSON.stringify(mapping)], tx);
  const kept = Object.fromEntries(fitting.map(({ head }) => [keyOf(head.columns), mapping]));
  await rows("UPDATE project SET import_mappings = import_mappings || $2 WHERE id = $1", [actor.projectId, JSON.stringify(kept)], tx);
  return fitting.length;
}

/** Looks into a file before it is read the first time: of a table the columns are kept, with the mapping that was chosen for such columns in this import, or that the project took the last time. Answers with the file as it is read then. */
export async function withHead(actor: MemberActor, file: OpenFile, source: ByteSource): Promise<OpenFile> {
  if (file.headed || file.addresses !== null || file.bytes === 0) return file;
  const head = await tableHead(source, { name: file.name, mediaType: file.mediaType === "" ? null : file.mediaType });
  if (head === null) return file;
  const remembered = await row<{ mapping: Mapping | null }>("SELECT import_mappings -> $2 AS mapping FROM project WHERE id = $1", [actor.projectId, keyOf(head.columns)]);
  const mapping = file.mapping ?? remembered?.mapping ?? (await chosenInImport(actor, file, head));
  await rows("UPDATE import_file SET head = $3, mapping = $4 WHERE project_id = $1 AND id = $2", [actor.projectId, file.id, JSON.stringify(storableIn(head)), mapping === null ? null : JSON.stringify(mapping)]);
  return { ...file, mapping };
}

/** The first mapping of another file of the same import whose columns this table has as well. */
async function chosenInImport(actor: MemberActor, file: OpenFile, head: TableHead): Promise<Mapping | null> {
  const chosen = await rows<{ mapping: Mapping }>("SELECT f.mapping FROM import_file f JOIN import_file own ON own.project_id = f.project_id AND own.import_id = f.import_id WHERE own.project_id = $1 AND own.id = $2 AND f.mapping IS NOT NULL ORDER BY f.ordinal LIMIT 100", [actor.projectId, file.id]);
  return chosen.map(({ mapping }) => mapping).find((mapping) => fits(mapping, head.columns)) ?? null;
}
