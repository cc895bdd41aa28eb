import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { rows, transaction, type Sql } from "@/lib/platform/database";
import type { Hints } from "../../extract/understood";
import type { ReadResult } from "../../formats/record";
import { standing } from "../../imports/correct";
import { PREVIEWED } from "../../imports/shape";
import { type Batch, batchesOf, bytesIn, type Reading } from "./batches";
import { withCopies } from "./find-copies";
import { type OpenFile, type OpenImport, stillOpen } from "./open-imports";
import type { Outcome, Parse } from "./parsing";
import { NOT_STORED, type Piece, piecesOf, writeOrRefuse } from "./write-or-refuse";
import { endFiles, insertRows, type NewRow } from "./write-rows";

/** The hints that hold for every record of a project. */
export type CommonHints = Pick<Hints, "outlets">;

/** Reads on for the preview, until it is whole or `isOver` says so. Every batch is written with the cursors behind it in one transaction. */
export async function readSlice(actor: MemberActor, open: OpenImport, work: Reading & { parse: Parse; hints: CommonHints; isOver: () => boolean }): Promise<void> {
  let seen = open.seen;
  if (seen < PREVIEWED)
    for await (const batch of batchesOf(actor, open, work, () => ({ records: Math.min(50, PREVIEWED - seen), bytes: 2 ** 22, milliseconds: 400 }))) {
      const made = await previewBatch(actor, batch, open, work);
      const written = await writeOrRefuse<Piece<NewRow>>(actor, { batch, made, at: 0 }, {
        pieces: piecesOf,
        write: (piece) => transaction((tx) => writeBatch(actor, open, { ...piece, seen: seen + piece.at }, tx)),
        refused: (piece) => ({ ...piece, made: piece.made.map(({ fileId, place }) => ({ fileId, place, state: "refused", reason: NOT_STORED, byte: null })) }),
      });
      if (!written) return;
      seen += made.length;
      if (seen >= PREVIEWED) break;
      if (work.isOver()) return;
    }
  await becomeReady(actor, open, seen);
}

/** What is known of a record before it is read. */
export const hintsOf = (record: { readonly fields: NonNullable<Hints["fields"]>; readonly place: { readonly entry?: string } }, file: OpenFile, common: CommonHints): Hints => ({
  ...common,
  fields: record.fields,
  url: record.fields.url ?? file.url,
  fileName: record.place.entry ?? file.name,
});

async function previewBatch(actor: MemberActor, batch: Batch, open: OpenImport, work: { parse: Parse; hints: CommonHints }): Promise<NewRow[]> {
  const tasks = batch.flatMap(({ file, results }) =>
    results.flatMap((result) => ("record" in result ? [{ kind: "understand" as const, content: result.record.content, hints: hintsOf(result.record, file, work.hints), settings: open.settings }] : [])),
  );
  const left = (await work.parse(actor, tasks)).values();
  return batch.flatMap(({ file, results }) => results.map((result) => previewRow(file.id, result, "record" in result ? left.next().value : undefined)));
}

function previewRow(fileId: string, result: ReadResult, found: Outcome | undefined): NewRow {
  if ("refused" in result) return { fileId, place: result.refused.place, state: "refused", reason: result.refused.message, byte: result.refused.byte ?? null };
  const { place, raw, fields } = result.record;
  if (found === undefined || !("understood" in found)) return { fileId, place, state: "refused", reason: found && "refused" in found ? found.refused.message : null, byte: (found && "refused" in found && found.refused.byte) || null };
  const { text, ...understood } = found.understood;
  return { fileId, place, state: standing({ looks: understood.looks, isCopy: false }, {}), reason: null, byte: null, title: understood.title, understood: { ...understood, fields }, text, raw, print: found.print };
}

async function writeBatch(actor: MemberActor, open: OpenImport, { batch, seen, made }: { batch: Batch; seen: number; made: readonly NewRow[] }, tx: Sql): Promise<boolean> {
  if (!(await stillOpen(actor, open, seen, tx))) return false;
  await insertRows(actor, open.id, seen, await withCopies(actor, open.id, seen, made, tx), tx);
  await endFiles(actor, open.id, batch, "read", tx);
  const refused = made.filter((row) => row.state === "refused").length;
  await rows(
    "UPDATE import SET seen = seen + $3, refused = refused + $4, bytes_read = bytes_read + $5, attempts = 0, updated_at = now() WHERE project_id = $1 AND id = $2",
    [actor.projectId, open.id, made.length, refused, bytesIn(batch)],
    tx,
  );
  return true;
}

const becomeReady = (actor: MemberActor, open: OpenImport, seen: number): Promise<void> =>
  transaction(async (tx) => {
    if (await stillOpen(actor, open, seen, tx)) await rows("UPDATE import SET state = 'ready', version = version + 1, updated_at = now() WHERE project_id = $1 AND id = $2", [actor.projectId, open.id], tx);
  });
