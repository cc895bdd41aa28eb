import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import { rows, transaction, type Sql } from "@/lib/platform/database";
import type { Hints } from "../../extract/understood";
import { standing } from "../../imports/correct";
import { PREVIEWED } from "../../imports/shape";
import { type Batch, batchesOf } from "./batches";
import { withCopies } from "./find-copies";
import { withHead } from "./mappings";
import { nextFile, type OpenFile, type OpenImport, stillOpen } from "./open-imports";
import type { Outcome, Parse } from "./parsing";
import { endFile, insertRows, type NewRow } from "./write-rows";

/** The hints that hold for every record of a project. */
export type CommonHints = Pick<Hints, "outlets">;

/** Reads on for the preview, until it is whole or `isOver` says so. Every batch is written with the cursor behind it in one transaction. */
export async function readSlice(actor: MemberActor, open: OpenImport, work: { parse: Parse; hints: CommonHints; isOver: () => boolean }): Promise<void> {
  let seen = open.seen;
  for (;;) {
    const next = seen < PREVIEWED ? await nextFile(actor, open) : undefined;
    if (!next) return becomeReady(actor, open, seen);
    const file = await withHead(actor, next);
    for await (const batch of batchesOf(actor, file, open.source === "feed", () => ({ records: Math.min(50, PREVIEWED - seen), bytes: 2 ** 22, milliseconds: 400 }))) {
      const made = await previewBatch(actor, batch, file, open, work);
      const written = await transaction((tx) => writeBatch(actor, open, file, { batch, seen, made }, tx));
      if (!written) return;
      seen += batch.results.length;
      if (seen >= PREVIEWED) break;
      if (work.isOver()) return;
    }
  }
}

/** What is known of a record before it is read. */
export const hintsOf = (record: { readonly fields: NonNullable<Hints["fields"]>; readonly place: { readonly entry?: string } }, file: OpenFile, common: CommonHints): Hints => ({
  ...common,
  fields: record.fields,
  url: record.fields.url ?? null,
  fileName: record.place.entry ?? file.name,
});

async function previewBatch(actor: MemberActor, batch: Batch, file: OpenFile, open: OpenImport, work: { parse: Parse; hints: CommonHints }): Promise<NewRow[]> {
  const records = batch.results.flatMap((result) => ("record" in result ? [result.record] : []));
  const parsed = await work.parse(actor, records.map((record) => ({ kind: "understand", content: record.content, hints: hintsOf(record, file, work.hints), settings: open.settings })));
  const left = parsed.values();
  return batch.results.map((result): NewRow => {
    if ("refused" in result) return { place: result.refused.place, state: "refused", reason: result.refused.message, byte: result.refused.byte ?? null };
    const found = left.next().value as Outcome;
    const { place, raw } = result.record;
    if (!("understood" in found)) return { place, state: "refused", reason: "refused" in found ? found.refused.message : null, byte: ("refused" in found && found.refused.byte) || null };
    const { text, ...understood } = found.understood;
    return { place, state: standing({ looks: understood.looks, isCopy: false }, {}), reason: null, byte: null, title: understood.title, understood, text, raw, print: found.print };
  });
}

async function writeBatch(actor: MemberActor, open: OpenImport, file: OpenFile, { batch, seen, made }: { batch: Batch; seen: number; made: readonly NewRow[] }, tx: Sql): Promise<boolean> {
  if (!(await stillOpen(actor, open, seen, tx))) return false;
  await insertRows(actor, open.id, file.id, seen, await withCopies(actor, open.id, seen, made, tx), tx);
  await endFile(actor, open.id, file, { last: batch.last, cursor: batch.results.at(-1)?.next ?? file.cursor, state: "read" }, tx);
  const refused = made.filter((row) => row.state === "refused").length;
  await rows(
    `UPDATE import SET seen = seen + $3, refused = refused + $4, updated_at = now(), bytes_read = (SELECT coalesce(sum(CASE WHEN f.state = 'received' THEN coalesce((f.cursor ->> 'byte')::bigint, 0) ELSE f.bytes END), 0) FROM import_file f WHERE f.project_id = $1 AND f.import_id = $2)
     WHERE project_id = $1 AND id = $2`,
    [actor.projectId, open.id, made.length, refused],
    tx,
  );
  return true;
}

const becomeReady = (actor: MemberActor, open: OpenImport, seen: number): Promise<void> =>
  transaction(async (tx) => {
    if (await stillOpen(actor, open, seen, tx)) await rows("UPDATE import SET state = 'ready', version = version + 1, updated_at = now() WHERE project_id = $1 AND id = $2", [actor.projectId, open.id], tx);
  });
