import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { importRows, type ImportRow } from "@/lib/articles/server/imports/import-rows";
import { BOM, csvRecords } from "../csv";
import { REPORT_COLUMNS, reportRecord } from "../import-report";
import { PAGE_SIZE } from "./export-sql";
import { streamed } from "./stream";

/** What became of every record of an import, as CSV, page by page. 404 for an import that the project does not have. */
export const importReport = (actor: MemberActor, importId: string): Promise<ReadableStream<Uint8Array>> =>
  streamed<ImportRow>(
    actor,
    async (who, last) => (await importRows(who, importId, { after: last?.ordinal, limit: PAGE_SIZE })).items,
    BOM + csvRecords([REPORT_COLUMNS]),
    (items) => csvRecords(items.map(reportRecord)),
  );
