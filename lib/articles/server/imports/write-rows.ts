import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { rows, type Sql } from "@/lib/platform/database";
import type { CopyPrint } from "../../copies/print";
import type { Cursor, FoundRecord, Place } from "../../formats/record";
import type { Proposals } from "../../imports/correct";
import type { RowState } from "../../imports/shape";
import { ownKeys } from "../copies/print";
import type { OpenFile } from "./open-imports";

/** One record's row; what was added is told by its article and needs no text of its own. */
export type NewRow = {
  readonly place: Place;
  readonly state: RowState;
  readonly reason: string | null;
  readonly byte: number | null;
  readonly title?: string;
  readonly understood?: Proposals;
  readonly text?: string;
  readonly raw?: FoundRecord["raw"];
  readonly articleId?: string;
  readonly copyOf?: string | null;
  readonly copyOfOrdinal?: number | null;
  readonly print?: CopyPrint;
};

/** Adds rows behind the `seen` that the import has. */
export async function insertRows(actor: MemberActor, importId: string, fileId: string, seen: number, made: readonly NewRow[], tx: Sql): Promise<void> {
  if (made.length === 0) return;
  await rows(
    `INSERT INTO import_row (project_id, import_id, file_id, ordinal, entry, line, byte, state, reason, title, understood, text, raw, raw_type, article_id, copy_of, copy_of_ordinal, words_digest, shingles, bands)
     SELECT $1, $2, $3, $4 + x.n - 1, x.entry, x.line, x.byte, x.state, x.reason, x.title, x.understood, x.text, x.raw, x.raw_type, x.article, x.copy_of, x.copy_ordinal, x.digest, x.shingles, x.bands::bigint[]
     FROM unnest($5::text[], $6::int[], $7::bigint[], $8::text[], $9::text[], $10::text[], $11::jsonb[], $12::text[], $13::bytea[], $14::text[], $15::uuid[], $16::uuid[], $17::int[], $18::bytea[], $19::int[], $20::text[])
       WITH ORDINALITY AS x(entry, line, byte, state, reason, title, understood, text, raw, raw_type, article, copy_of, copy_ordinal, digest, shingles, bands, n)`,
    [
      actor.projectId, importId, fileId, seen, made.map((row) => row.place.entry ?? ""), made.map((row) => row.place.line ?? null), made.map((row) => row.byte), made.map((row) => row.state),
      made.map((row) => row.reason), made.map((row) => row.title ?? ""), made.map((row) => (row.understood ? JSON.stringify(row.understood) : null)), made.map((row) => row.text ?? null),
      made.map((row) => (row.raw ? Buffer.from(row.raw.bytes) : null)), made.map((row) => row.raw?.mediaType ?? null), made.map((row) => row.articleId ?? null), made.map((row) => row.copyOf ?? null), made.map((row) => row.copyOfOrdinal ?? null),
      made.map((row) => (row.print ? Buffer.from(row.print.wordsDigest) : null)), made.map((row) => row.print?.shingles ?? null), made.map((row) => (row.print ? ownKeys(actor.projectId, row.print.bands) : null)),
    ],
    tx,
  );
}

/** Moves a file's cursor; behind its end the file is done, or refused when nothing in it could be read. */
export async function endFile(actor: MemberActor, importId: string, file: OpenFile, at: { last: boolean; cursor: Cursor | null; state: "read" | "added" }, tx: Sql): Promise<void> {
  await rows("UPDATE import_file SET cursor = $3 WHERE project_id = $1 AND id = $2", [actor.projectId, file.id, JSON.stringify(at.cursor)], tx);
  if (!at.last) return;
  await rows(
    `UPDATE import_file f SET state = CASE WHEN x.others = 0 THEN 'refused' ELSE $4 END, reason = CASE WHEN x.others = 0 THEN coalesce(x.reason, 'The file holds no article.') END
     FROM (SELECT count(*) FILTER (WHERE r.state = 'refused') AS refused, count(*) FILTER (WHERE r.state <> 'refused') AS others, min(r.reason) FILTER (WHERE r.state = 'refused') AS reason
           FROM import_row r WHERE r.project_id = $1 AND r.import_id = $3 AND r.file_id = $2) x
     WHERE f.project_id = $1 AND f.id = $2`,
    [actor.projectId, file.id, importId, at.state],
    tx,
  );
}
