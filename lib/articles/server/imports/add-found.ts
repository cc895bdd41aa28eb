import "server-only";
import type { MemberActor } from "@/lib/accounts/server/actor";
import type { Sql } from "@/lib/platform/database";
import { lookSentences } from "../../imports/look-sentences";
import { type Added, addArticles, type AssignNew } from "./add-articles";
import type { Adding } from "./add-slice";
import type { Batch } from "./batches";
import { writeCaptures } from "./captures";
import { countAdded } from "./count-added";
import { type OpenFile, type OpenImport, stillOpen } from "./open-imports";
import type { Outcome } from "./parsing";
import { hintsOf } from "./read-slice";
import { endFile, insertRows, type NewRow } from "./write-rows";

/** The outcome of each result of a batch; none for what the file's reader refused itself. */
type Made = readonly (Outcome | null)[];

/** Understands and prepares a batch of what nobody could look at before. What is unclear in it stays unknown, and its row says so. */
export async function prepareFound(actor: MemberActor, batch: Batch, file: OpenFile, open: OpenImport, work: Pick<Adding, "parse" | "hints">): Promise<Made> {
  const records = batch.results.flatMap((result) => ("record" in result ? [result.record] : []));
  const outcomes = (await work.parse(actor, records.map((record) => ({ kind: "both", content: record.content, hints: hintsOf(record, file, work.hints), settings: open.settings })))).values();
  return batch.results.map((result) => ("record" in result ? (outcomes.next().value as Outcome) : null));
}

/** Writes such a batch: articles, rows, counts and the cursor behind it. False when the import no longer stands as it did. */
export async function writeFound(actor: MemberActor, open: OpenImport, file: OpenFile, work: { batch: Batch; seen: number; made: Made; assign: AssignNew }, tx: Sql): Promise<boolean> {
  const { batch, seen, made } = work;
  if (!(await stillOpen(actor, open, seen, tx))) return false;
  const ready = made.flatMap((outcome) => (outcome && "ready" in outcome ? [outcome.ready] : []));
  const added = await addArticles(actor, tx, ready, { sentAt: open.createdAt, assign: work.assign });
  const left = added.values();
  const rows = batch.results.map((result, i): NewRow & { added?: Added } => {
    const outcome = made[i];
    if ("refused" in result) return { place: result.refused.place, state: "refused", reason: result.refused.message, byte: result.refused.byte ?? null };
    const { place } = result.record;
    if (outcome && "ready" in outcome) {
      const one = left.next().value as Added;
      const reason = lookSentences(outcome.looks);
      return { place, state: one.joinedWith === null ? "kept" : "joined", reason, byte: null, title: outcome.ready.prepared.title, articleId: one.articleId, copyOf: one.joinedWith, added: one };
    }
    const { content } = result.record;
    const why = outcome && "refused" in outcome ? outcome.refused : { message: "" };
    return { place, state: "refused", reason: why.message, byte: why.byte ?? null, ...(content.kind === "text" && isStorable(content.text) ? { text: content.text } : {}) };
  });
  await insertRows(actor, open.id, file.id, seen, rows, tx);
  await writeCaptures(
    actor,
    batch.results.flatMap((result, i) => {
      const one = rows[i]?.added;
      if (!one || !("record" in result) || result.record.raw === null) return [];
      return [{ ...one, ...result.record.raw, fileName: result.record.place.entry ?? file.name, url: file.url === null ? null : (result.record.place.entry ?? null) }];
    }),
    tx,
  );
  const count = (state: NewRow["state"]): number => rows.filter((row) => row.state === state).length;
  await endFile(actor, open.id, file, { last: batch.last, cursor: batch.results.at(-1)?.next ?? file.cursor, state: "added" }, tx);
  await countAdded(actor, open.id, { seen: rows.length, kept: count("kept"), joined: count("joined"), refused: count("refused") }, tx);
  return true;
}

const isStorable = (text: string): boolean => text.isWellFormed() && !text.includes("\u0000");
