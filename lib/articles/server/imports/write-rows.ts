import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { rows, type Sql } from "@/lib/platform/database";
import { storableIn } from "@/lib/text/storable";
import type { CopyPrint } from "../../copies/print";
import type { FoundRecord, Place } from "../../formats/record";
import type { Proposals } from "../../imports/correct";
import type { RowState } from "../../imports/shape";
import { ownKeys } from "../copies/print";
import type { Batch } from "./batches";

/** One record's row; what was added is told by its article and needs no text of its own. */
export type NewRow = {
  readonly fileId: string;
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

/** Adds rows behind the `seen` that the import has. What no database stores in them becomes U+FFFD. */
export async function insertRows(actor: MemberActor, importId: string, seen: number, given: readonly NewRow[], tx: Sql): Promise<void> {
  if (given.length === 0) return;
  const made = given.map(storableIn);
  await rows(
    `INSERT INTO import_row (project_id, import_id, file_id, ordinal, entry, line, byte, state, reason, title, understood, text, raw, raw_type, article_id, copy_of, copy_of_ordinal, words_digest, shingles, bands)
     SELECT $1, $2, x.file, $3 + x.n - 1, x.entry, x.line, x.byte, x.state, x.reason, x.title, x.understood, x.text, x.raw, x.raw_type, x.article, x.copy_of, x.copy_ordinal, x.digest, x.shingles, x.bands::bigint[]
     FROM unnest($4::uuid[], $5::text[], $6::int[], $7::bigint[], $8::text[], $9::text[], $10::text[], $11::jsonb[], $12::text[], $13::bytea[], $14::text[], $15::uuid[], $16::uuid[], $17::int[], $18::bytea[], $19::int[], $20::text[])
       WITH ORDINALITY AS x(file, entry, line, byte, state, reason, title, understood, text, raw, raw_type, article, copy_of, copy_ordinal, digest, shingles, bands, n)`,
    [
      actor.projectId, importId, seen, made.map((row) => row.fileId), made.map((row) => row.place.entry ?? ""), made.map((row) => row.place.line ?? null), made.map((row) => row.byte), made.map((row) => row.state),
      made.map((row) => row.reason), made.map((row) => row.title ?? ""), made.map((row) => (row.understood ? JSON.stringify(row.understood) : null)), made.map((row) => row.text ?? null),
      made.map((row) => (row.raw ? Buffer.from(row.raw.bytes) : null)), made.map((row) => row.raw?.mediaType ?? null), made.map((row) => row.articleId ?? null), made.map((row) => row.copyOf ?? null), made.map((row) => row.copyOfOrdinal ?? null),
      made.map((row) => (row.print ? Buffer.from(row.print.wordsDigest) : null)), made.map((row) => row.print?.shingles ?? null), made.map((row) => (row.print ? ownKeys(actor.projectId, row.print.bands) : null)),
    ],
    tx,
  );
}

/** Moves the cursors of a batch's files; behind its end a file is done, or refused when nothing in it could be read. */
export async function endFiles(actor: MemberActor, importId: string, batch: Batch, state: "read" | "added", tx: Sql): Promise<void> {
  await rows(
    `UPDATE import_file f SET cursor = x.cursor::jsonb,
       state = CASE WHEN NOT x.last THEN f.state WHEN g.good THEN $3 ELSE 'refused' END,
       reason = CASE WHEN NOT x.last OR g.good THEN f.reason
         ELSE coalesce((SELECT r.reason FROM import_row r WHERE r.project_id = $1 AND r.import_id = $2 AND r.file_id = x.id ORDER BY r.ordinal LIMIT 1), 'The file holds no article.') END
     FROM unnest($4::uuid[], $5::text[], $6::boolean[]) AS x(id, cursor, last)
       CROSS JOIN LATERAL (SELECT x.last AND EXISTS (SELECT FROM import_row r WHERE r.project_id = $1 AND r.import_id = $2 AND r.file_id = x.id AND r.state <> 'refused') AS good) g
     WHERE f.project_id = $1 AND f.id = x.id`,
    [actor.projectId, importId, state, batch.map(({ file }) => file.id), batch.map((part) => JSON.stringify(part.cursor)), batch.map(({ last }) => last)],
    tx,
  );
}
