import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { AppError, conflict } from "@/lib/kernel/errors";
import { newId } from "@/lib/kernel/id";
import { row, rows } from "@/lib/platform/database";
import { env } from "@/lib/platform/env";
import type { Op } from "@/lib/projects/operation";
import { runOperation } from "@/lib/projects/server/operation";
import type { ImportSettings, ImportSource } from "../../imports/shape";
import { importOf, type Import } from "./import-sql";
import { isFetched } from "./open-imports";

export type ImportDraft = {
  id?: string | undefined;
  name: string;
  source: ImportSource;
  files?: readonly { id: string; name: string; mediaType?: string | undefined; bytes: number; url?: string }[] | undefined;
  addresses?: readonly string[] | undefined;
  settings?: ImportSettings | undefined;
};

/** Addresses are one file of the import, so that they are fetched one after the other; its size counts them. No address holds a line break. */
const addressList = (addresses: readonly string[]) => ({ id: newId(), name: addresses.length === 1 ? (addresses[0] ?? "") : `${addresses.length} addresses`, mediaType: "", url: addresses.join("\n"), bytes: addresses.length });

/**
 * Begins an import: it names the files that will be sent, or the addresses that will be fetched. Refuses (403) what is
 * to be fetched where whoever runs the machine has not allowed that, and (409) an id that is taken.
 */
export function createImport(actor: MemberActor, op: Op, draft: ImportDraft): Promise<Import> {
  const fetched = isFetched(draft.source);
  if (fetched && env().SLANTWISE_FETCH !== "1")
    throw new AppError("fetch_off", "Fetching pages from the web is off on this machine. Save the pages and add the files instead, or ask whoever runs the machine to set SLANTWISE_FETCH=1.");
  const files = fetched
    ? [addressList(draft.addresses ?? [])]
    : (draft.files ?? []).map((file) => ({ ...file, mediaType: file.mediaType ?? "", url: file.url ?? null }));
  return runOperation(actor, op, async (tx) => {
    const id = draft.id ?? newId();
    const made = await row(
      "INSERT INTO import (project_id, id, name, source, settings, bytes_total, created_by) VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING RETURNING id",
      [actor.projectId, id, draft.name, draft.source, JSON.stringify(draft.settings ?? {}), files.reduce((sum, file) => sum + file.bytes, 0), actor.memberId],
      tx,
    );
    if (!made) throw conflict("An import with this id exists already.");
    const written = await rows(
      `INSERT INTO import_file (project_id, id, import_id, ordinal, name, media_type, url, bytes, state)
       SELECT $1, f.id, $2, f.n - 1, f.name, f.media, f.url, f.bytes, CASE WHEN f.bytes = 0 OR $8 THEN 'received' ELSE 'receiving' END
       FROM unnest($3::uuid[], $4::text[], $5::text[], $6::text[], $7::bigint[]) WITH ORDINALITY AS f(id, name, media, url, bytes, n) ON CONFLICT DO NOTHING RETURNING id`,
      [actor.projectId, id, files.map((file) => file.id), files.map((file) => file.name), files.map((file) => file.mediaType), files.map((file) => file.url), files.map((file) => file.bytes), fetched],
      tx,
    );
    if (written.length < files.length) throw conflict("A file with one of these ids exists already.");
    return { answer: await importOf(actor, id, tx), deed: { action: "import.created", subject: "import", subjectId: id, detail: { source: draft.source, files: files.length } } };
  });
}
